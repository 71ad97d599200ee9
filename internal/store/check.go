package store

import (
	"fmt"
	"unicode/utf8"

	"stemma"
)

// Check refuses a reading whose findings do not point at its words: a span that
// leaves the text or cuts a character, regions that do not tile it, a text that
// is not UTF-8. Every store calls it before it keeps a reading.
func Check(r *stemma.Reading) error {
	if !utf8.ValidString(string(r.Text)) {
		return fmt.Errorf("%w: text of %s is not UTF-8", stemma.ErrDamaged, r.Document)
	}
	if err := checkRegions(r); err != nil {
		return err
	}
	for _, group := range []struct {
		of    string
		spans []stemma.Span
	}{
		{"publication", publicationSpans(r)},
		{"actors", actorSpans(r)},
		{"places", placeSpans(r)},
		{"times and quantities", numberSpans(r)},
		{"claims", claimSpans(r)},
		{"events", eventSpans(r)},
		{"unread", r.Unread},
	} {
		for _, span := range group.spans {
			if !within(r.Text, span) {
				return fmt.Errorf("%w: %s of %s point at bytes %d to %d of a text of %d", stemma.ErrDamaged, group.of, r.Document, span.Start, span.End, len(r.Text))
			}
		}
	}
	return nil
}

func within(t stemma.Text, s stemma.Span) bool {
	if s == (stemma.Span{}) {
		return true
	}
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(t) && boundary(t, s.Start) && boundary(t, s.End)
}

func boundary(t stemma.Text, at int) bool {
	return at == len(t) || utf8.RuneStart(t[at])
}

func checkRegions(r *stemma.Reading) error {
	at := 0
	for _, region := range r.Regions {
		if region.Start != at || region.End < at || !within(r.Text, region.Span) {
			return fmt.Errorf("%w: regions of %s do not tile its text at byte %d", stemma.ErrDamaged, r.Document, at)
		}
		at = region.End
	}
	if len(r.Regions) > 0 && at != len(r.Text) {
		return fmt.Errorf("%w: regions of %s end at byte %d of %d", stemma.ErrDamaged, r.Document, at, len(r.Text))
	}
	return nil
}

func publicationSpans(r *stemma.Reading) []stemma.Span {
	p := r.Publication
	return []stemma.Span{p.Title.Span, p.Outlet.Span, p.Agency.Span, p.Byline.Span, p.Published.Words}
}

func actorSpans(r *stemma.Reading) (out []stemma.Span) {
	for _, actor := range r.Actors {
		for _, mention := range actor.Mentions {
			out = append(out, mention.Span)
		}
	}
	return out
}

func placeSpans(r *stemma.Reading) (out []stemma.Span) {
	for _, toponym := range r.Places {
		out = append(out, toponym.Span)
	}
	return out
}

func numberSpans(r *stemma.Reading) (out []stemma.Span) {
	for _, expression := range r.Times {
		out = append(out, expression.Span, expression.Interval.Words)
	}
	for _, quantity := range r.Quantities {
		out = append(out, quantity.Span, quantity.Approximator)
	}
	return out
}

func claimSpans(r *stemma.Reading) (out []stemma.Span) {
	for _, c := range r.Claims {
		out = append(out, c.Source.Span, c.Cue)
		out = append(out, c.Content...)
		out = append(out, c.Source.Because...)
		out = append(out, c.Source.Description.Words...)
		for _, link := range c.Chain {
			out = append(out, link.Span)
		}
	}
	return out
}

func eventSpans(r *stemma.Reading) (out []stemma.Span) {
	for _, e := range r.Events {
		out = append(out, e.Trigger, e.Clause, e.When.Words)
		out = append(out, e.ModalityWords...)
		for _, place := range e.Places {
			out = append(out, place.Span)
		}
		for _, role := range append(e.Actors[:len(e.Actors):len(e.Actors)], e.Recipients...) {
			out = append(out, role.Span)
		}
	}
	return out
}
