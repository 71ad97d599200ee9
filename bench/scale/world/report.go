package world

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
)

const agency = "Meridian Wire"

func (w *World) wire(a attack) Report {
	t := w.towns[a.town].name
	return Report{
		Kind: Wire, Of: -1, Figure: a.killed, Outlet: agency, Agency: agency, Day: a.day + 1, Speaker: t + " Hospital",
		headline: "Shells hit " + t, body: w.prose(7),
	}
}

// copied is a wire without one of its later lines, under another headline, with
// a line of its outlet.
func (w *World) copied(of int) Report {
	r := w.Reports[of]
	r.Kind, r.Of, r.Outlet = Copy, of, w.outlet()
	r.headline = "Attack on " + w.towns[w.attacks[r.Attack].town].name
	r.body = append(slices.Delete(slices.Clone(r.body), 3, 4+w.random.IntN(2)), "Edited for the "+r.Outlet+".")
	return r
}

// version is a wire a day later, with more dead and a new last line.
func (w *World) version(of int) Report {
	r := w.Reports[of]
	r.Kind, r.Of, r.Outlet, r.Figure, r.Day = Version, of, agency, r.Figure+1+w.random.IntN(5), r.Day+1
	r.body = append(slices.Clone(r.body), w.filler())
	return r
}

func (w *World) sourced(a attack) Report {
	figure := a.killed
	if w.random.IntN(2) == 0 {
		figure += 1 + w.random.IntN(6)
	}
	return Report{
		Kind: Sourced, Of: -1, Figure: figure, Outlet: w.outlet(), Day: a.day + 1, Speaker: w.pick(w.words) + " Relief Society",
		headline: fmt.Sprintf("%d dead in %s", figure, w.towns[a.town].name), body: w.prose(5),
	}
}

func (w *World) own(a attack) Report {
	return Report{
		Kind: Own, Of: -1, Figure: a.killed, Outlet: w.outlet(), Day: a.day + 1,
		headline: "Morning of smoke in " + w.towns[a.town].name, body: w.prose(6),
	}
}

func (w *World) outlet() string { return w.pick(w.words) + " Courier" }

// prose are sentences that tell of nothing else.
func (w *World) prose(n int) []string {
	var out []string
	for range n {
		out = append(out, w.filler())
	}
	return out
}

// filler is a sentence of which no six words in a row are likely to stand in
// another.
func (w *World) filler() string {
	var b strings.Builder
	for i := range 3 + w.random.IntN(3) {
		if i > 0 {
			b.WriteString(w.pick([]string{", and ", "; ", " while ", ", as "}))
		}
		fmt.Fprintf(&b, "%s %s %s %s %s", w.pick(things), w.pick(w.words), w.pick(acts), w.pick(things), w.pick(w.words))
	}
	return "The " + b.String() + "."
}

var (
	things = strings.Fields("road bridge school mill ferry market orchard chapel well bakery garage kiosk canal tower library cinema harbour quarry inn stable")
	acts   = strings.Fields("borders overlooks faces follows resembles owns rents feeds keeps visits paints sells lights cleans fills leaves joins supplies repairs outlives")
)

// spans are where a report has what a reading of it holds.
type spans struct {
	title, body, credit, clause, trigger, by, on, town, day, number, speaker, cue stemma.Span
}

// A sheet is a text that remembers where things stand on it.
type sheet struct{ strings.Builder }

func (s *sheet) put(words string) stemma.Span {
	start := s.Len()
	s.WriteString(words)
	return stemma.Span{Start: start, End: s.Len()}
}

// lay writes a report as a page.
//
//	"Shelling by the Kova Front of the Mira Front in Tasou on 3 August 2021 killed 11 people, the Tasou Hospital said."
func (w *World) lay(r *Report) {
	a := w.attacks[r.Attack]
	var s sheet
	r.spans.title = s.put(r.headline)
	s.put("\n\n")
	start := s.Len()
	s.put(r.Day.Time().Format("2 January 2006"))
	if r.Agency != "" {
		s.put(" (")
		r.spans.credit = s.put(r.Agency)
		s.put(")")
	}
	s.put(" — ")
	clause := s.Len()
	r.spans.trigger = s.put("Shelling")
	s.put(" by the ")
	r.spans.by = s.put(w.parties[a.by])
	s.put(" of the ")
	r.spans.on = s.put(w.parties[a.on])
	s.put(" in ")
	r.spans.town = s.put(w.towns[a.town].name)
	s.put(" on ")
	r.spans.day = s.put(a.day.Time().Format("2 January 2006"))
	s.put(" killed ")
	r.spans.number = s.put(fmt.Sprintf("%d people", r.Figure))
	r.spans.clause = stemma.Span{Start: clause, End: s.Len()}
	if r.Speaker != "" {
		s.put(", the ")
		r.spans.speaker = s.put(r.Speaker)
		s.put(" ")
		r.spans.cue = s.put("said")
	}
	s.put(".")
	for _, line := range r.body {
		s.put("\n\n" + line)
	}
	r.spans.body = stemma.Span{Start: start, End: s.Len()}
	r.Text = s.String()
}
