package web

import (
	"cmp"
	"net/http"
	"strings"

	"stemma"
	"stemma/internal/draw"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
	"stemma/internal/store"
)

type claimsPage struct {
	Rows  []claimRow
	Pager pager
}

type claimRow struct{ Link, SaidBy, Stance, Words, Status string }

// claims lists claims document by document; a page ends with the document that
// fills it.
func (s *Server) claims(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	l := newLook(r.Context(), c, sh)
	p, after := claimsPage{}, r.URL.Query().Get("after")
	for d, err := range c.Store.Documents(r.Context(), store.Which{After: after, Limit: perPage}) {
		if err != nil {
			return err
		}
		after = d.ID
		if d.Claims > 0 {
			p.Rows = append(p.Rows, l.claimRows(d.ID)...)
		}
		if len(p.Rows) >= perPage {
			p.Pager.Next = "/c?after=" + d.ID
			break
		}
	}
	if len(sh.documents) > 0 && after == sh.documents[len(sh.documents)-1].ID {
		p.Pager.Next = ""
	}
	p.Pager.Words = draw.Plural(sh.claims, "claim", "claims") + " in all"
	s.show(w, r, "claims", view{Title: "Claims", Section: "claims", Page: p})
	return nil
}

func (l *look) claimRows(document string) []claimRow {
	o := l.open(document)
	if o.err != nil {
		return nil
	}
	var out []claimRow
	for i := range o.Claims {
		c := &o.Claims[i]
		out = append(out, claimRow{claimLink(document, c.ID), o.saidBy(c), string(c.Stance), ledger.Shorten(o.mask.Words(c.Extent()), 160), string(o.StatusOf(c.ID))})
	}
	return out
}

type claimPage struct {
	ID, Document, SaidBy, Stance, Status, Cue, CueLink, Kind, Described, Relation, Rule, Parent, Actor string
	Direct                                                                                             bool
	Passage                                                                                            passage
	Chain                                                                                              []station
	Because                                                                                            []wordLink
	Events                                                                                             []eventLine
	History                                                                                            []deed
}

type station struct{ Role, Name, Link, Class string }

type wordLink struct{ Words, Link string }

type eventLine struct{ Link, What, Words, Incident, Status string }

func (s *Server) claim(w http.ResponseWriter, r *http.Request, c *Case) error {
	id, data := strings.CutSuffix(r.PathValue("id"), ".json")
	if data {
		return s.record(w, r, c, "claims", id)
	}
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	l := newLook(r.Context(), c, sh)
	o, ok := l.holding(r.URL.Query().Get("d"), id)
	if !ok {
		return notFound("claim", id)
	}
	p := l.claimPage(o, o.Claim(id))
	s.show(w, r, "claim", view{Title: p.SaidBy + " " + p.Stance, Section: "claims", Page: p})
	return nil
}

// holding is the document that holds a claim: the one that the link names, else
// whichever it is.
func (l *look) holding(document, claim string) (opened, bool) {
	if document != "" {
		o := l.open(document)
		return o, o.err == nil && o.Claim(claim) != nil
	}
	for _, d := range l.sh.documents {
		if o := l.open(d.ID); o.err == nil && o.Claim(claim) != nil {
			return o, true
		}
	}
	return opened{}, false
}

func (l *look) claimPage(o opened, c *stemma.Claim) claimPage {
	p := claimPage{
		ID: c.ID, Document: o.Document, SaidBy: o.saidBy(c), Stance: string(c.Stance), Status: string(o.StatusOf(c.ID)), Direct: c.Direct,
		Kind: cmp.Or(string(c.Source.Kind), "nobody in particular"), Relation: string(c.Source.Relation), Rule: c.Rule,
		Passage: l.passage(o.Document, c.Extent()), Cue: o.mask.Words(c.Cue), CueLink: o.link(c.Cue), Described: described(c.Source.Description),
	}
	if c.Parent != "" {
		p.Parent = claimLink(o.Document, c.Parent)
	}
	if a := o.Actor(c.Source.Actor); a != nil {
		p.Actor = o.mask.Hide(a.Name)
	}
	for _, link := range c.Chain {
		p.Chain = append(p.Chain, o.station(link))
	}
	for _, s := range c.Source.Because {
		p.Because = append(p.Because, wordLink{o.mask.Words(s), o.link(s)})
	}
	for i := range o.Events {
		if e := &o.Events[i]; e.Claim == c.ID {
			p.Events = append(p.Events, l.eventLine(o, e))
		}
	}
	for n, d := range l.sh.decisions {
		if d.Target == c.ID {
			p.History = append(p.History, l.sh.deeds()[n])
		}
	}
	return p
}

func (o opened) station(link stemma.Link) station {
	s := station{Role: string(link.Role), Name: o.mask.Hide(link.Name), Class: "named"}
	if s.Name == "" {
		s.Name, s.Class = "unknown", "unknown"
	}
	if !link.Span.Empty() {
		s.Link = o.link(link.Span)
	}
	return s
}

func described(d stemma.Description) string {
	switch {
	case d.Low == 0 && d.High == 0:
		return ""
	case d.High == 0:
		return sheet.Number(float64(d.Low)) + " or more persons"
	case d.Low == d.High:
		return draw.Plural(d.Low, "person", "persons")
	}
	return sheet.Number(float64(d.Low)) + "–" + sheet.Number(float64(d.High)) + " persons"
}

func (l *look) eventLine(o opened, e *stemma.Event) eventLine {
	return eventLine{
		Link: o.link(e.Trigger), What: what(e.ACLED, e.Type, e.Mode), Words: ledger.Shorten(o.mask.Words(e.Clause), 110),
		Incident: l.sh.member(e.ID), Status: string(o.StatusOf(e.ID)),
	}
}
