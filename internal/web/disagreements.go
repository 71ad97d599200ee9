package web

import (
	"net/http"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/ledger"
)

// A dispute is a disagreement with the words of its sides.
type dispute struct {
	ID, Incident, Field, Reason string
	Type                        stemma.DisagreementType
	Explained                   bool
	Sides                       []disputeSide
}

type disputeSide struct {
	Value   string
	Passage passage
}

func (l *look) disputes(all []stemma.Disagreement) []dispute {
	var out []dispute
	for _, d := range all {
		x := dispute{ID: d.ID, Incident: d.Incident, Field: d.Field, Reason: d.Reason, Type: d.Type, Explained: d.Explained}
		for _, s := range d.Sides {
			value := s.Value
			if o := l.open(s.Words.Document); o.err == nil {
				value = o.mask.Hide(value)
			}
			x.Sides = append(x.Sides, disputeSide{value, l.passage(s.Words.Document, s.Words.Span)})
		}
		out = append(out, x)
	}
	return out
}

type disagreementsPage struct {
	Groups    []disputeGroup
	OneOrigin int
	Pager     pager
}

type disputeGroup struct {
	Words     string
	Explained bool
	Rows      []disputeRow
}

type disputeRow struct{ ID, Field, Incident, Sides string }

func (s *Server) disagreements(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	order := []stemma.DisagreementType{
		stemma.DisagreeHappened, stemma.DisagreeActor, stemma.DisagreeTarget, stemma.DisagreeValue, stemma.OtherMeasure, stemma.OtherScope, stemma.NewerFigure, stemma.PageDate,
	}
	all := slices.Clone(sh.disagreements)
	slices.SortStableFunc(all, func(a, b stemma.Disagreement) int { return slices.Index(order, a.Type) - slices.Index(order, b.Type) })
	rows, pages := paged(all, r.URL)
	p := disagreementsPage{Pager: pages}
	for _, d := range rows {
		if n := len(p.Groups); n == 0 || p.Groups[n-1].Words != letterWord(d.Type) {
			p.Groups = append(p.Groups, disputeGroup{Words: letterWord(d.Type), Explained: d.Explained})
		}
		g := &p.Groups[len(p.Groups)-1]
		g.Rows = append(g.Rows, disputeRow{d.ID, d.Field, d.Incident, sides(d)})
	}
	for _, e := range sh.incidents {
		if e.Assessment.Origins.Max == 1 {
			p.OneOrigin++
		}
	}
	s.show(w, r, "disagreements", view{Title: "Disagreements", Section: "disagreements", Page: p})
	return nil
}

func sides(d stemma.Disagreement) string {
	var out []string
	for _, s := range d.Sides {
		out = append(out, ledger.Shorten(s.Value, 60))
	}
	return strings.Join(out, "  |  ")
}

func (s *Server) disagreement(w http.ResponseWriter, r *http.Request, c *Case) error {
	id, data := strings.CutSuffix(r.PathValue("id"), ".json")
	if data {
		return s.record(w, r, c, "disagreements", id)
	}
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	l := newLook(r.Context(), c, sh)
	for d, err := range c.Store.Disagreements(r.Context(), id) {
		if err != nil {
			return err
		}
		if d.ID == id {
			s.show(w, r, "oneside", view{Title: letterWord(d.Type), Section: "disagreements", Page: l.disputes([]stemma.Disagreement{d})[0]})
			return nil
		}
	}
	return notFound("disagreement", id)
}
