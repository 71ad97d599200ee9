package web

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

// A dispute is a disagreement with the words of its sides.
type dispute struct {
	ID, Incident, Field, Reason string
	Of                          string // the incident in words, "" if there is none
	Type                        stemma.DisagreementType
	Explained                   bool
	Sides                       []disputeSide
}

type disputeSide struct {
	Value   string
	Voices  []voice
	Passage passage
}

// A voice is who says something, and through whom it came.
type voice struct{ Name, Link, Through, Class string }

func (l *look) disputes(all []stemma.Disagreement) []dispute {
	var out []dispute
	for _, d := range all {
		x := dispute{ID: d.ID, Incident: d.Incident, Field: d.Field, Reason: d.Reason, Type: d.Type, Explained: d.Explained}
		if n, ok := l.sh.byID[d.Incident]; ok {
			x.Of = ledger.Shorten(l.sh.incidents[n].Title, mostOf)
		}
		for _, s := range d.Sides {
			value := s.Value
			if o := l.open(s.Words.Document); o.err == nil {
				value = o.mask.Hide(value)
			}
			x.Sides = append(x.Sides, disputeSide{value, l.voices(s), l.passage(s.Words.Document, s.Words.Span)})
		}
		out = append(out, x)
	}
	return out
}

// mostOf is how much of an incident's title stands above a disagreement.
const mostOf = 90

// mostVoices is how many voices of one side a page names.
const mostVoices = 4

// voices are who says one side, each once; a page that says it itself is one.
func (l *look) voices(s stemma.Side) []voice {
	var out []voice
	for _, document := range s.Documents {
		o := l.open(document)
		if o.err != nil {
			continue
		}
		before := len(out)
		for _, id := range s.Claims {
			if c := o.Claim(id); c != nil {
				out = append(out, o.voice(c))
			}
		}
		if len(out) == before {
			out = append(out, voice{"own voice of " + l.where(document), "/d/" + document, "", "own-voice"})
		}
		if len(out) >= mostVoices {
			break
		}
	}
	slices.SortStableFunc(out, func(a, b voice) int { return strings.Compare(a.Name+a.Through, b.Name+b.Through) })
	return slices.CompactFunc(out, func(a, b voice) bool { return a.Name == b.Name && a.Through == b.Through })
}

// voice is the source of a claim with the stations before it, the nearest first.
func (o opened) voice(c *stemma.Claim) voice {
	v := voice{Name: o.saidBy(c), Link: claimLink(o.Document, c.ID), Class: "named"}
	if c.Source.Kind != stemma.SourceNamed && c.Source.Kind != stemma.SourceDocument {
		v.Class = "unnamed"
	}
	var through []string
	for _, link := range slices.Backward(c.Chain) {
		if station := o.station(link); link.Role != stemma.RoleSource && station.Class != "unknown" {
			through = append(through, station.Name)
		}
	}
	v.Through = strings.Join(through, ", ")
	return v
}

// where names a document in a word.
func (l *look) where(document string) string {
	page, err := l.Page(document)
	if err != nil {
		return document
	}
	return page.Where()
}

type disagreementsPage struct {
	Groups    []disputeGroup
	OneOrigin int
	Pager     pager
	Types     []countedChoice
	Fields    []countedChoice
	Filtered  bool
	Data      string // what data twins are asked with
}

type disputeGroup struct {
	Words     string
	Explained bool
	Rows      []dispute
}

// A countedChoice is one value of a filter, how many rows have it, and whether
// it is the one asked for.
type countedChoice struct {
	Value, Words string
	Count        int
	Chosen       bool
}

// disputeOrder is that of the page: what cannot be, before what is explained.
var disputeOrder = []stemma.DisagreementType{
	stemma.DisagreeHappened, stemma.DisagreeActor, stemma.DisagreeTarget, stemma.DisagreeValue, stemma.OtherMeasure, stemma.OtherScope, stemma.NewerFigure, stemma.PageDate,
}

// disputesShown is how many disagreements one page has: each with its words.
const disputesShown = 20

func (s *Server) disagreements(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	k, _ := ledger.KindNamed("disagreements")
	f, err := filterOf(r.URL.Query(), k)
	if err != nil {
		return err
	}
	p := disagreementsPage{Filtered: f.Asks(), Data: dataQuery(f)}
	p.Types, p.Fields = disputeChoices(sh.disagreements, f)
	all := slices.DeleteFunc(slices.Clone(sh.disagreements), func(d stemma.Disagreement) bool { return !f.Differs(d) })
	slices.SortStableFunc(all, func(a, b stemma.Disagreement) int {
		return slices.Index(disputeOrder, a.Type) - slices.Index(disputeOrder, b.Type)
	})
	rows, pages := cut(all, r.URL, disputesShown)
	p.Pager = pages
	for _, d := range newLook(r.Context(), c, sh).disputes(rows) {
		p.add(d)
	}
	for _, e := range sh.incidents {
		if e.Assessment.Origins.Max == 1 {
			p.OneOrigin++
		}
	}
	s.show(w, r, "disagreements", view{Title: "Disagreements", Section: "disagreements", Page: p})
	return nil
}

func (p *disagreementsPage) add(d dispute) {
	if n := len(p.Groups); n == 0 || p.Groups[n-1].Words != sheet.Letter(d.Type) {
		p.Groups = append(p.Groups, disputeGroup{Words: sheet.Letter(d.Type), Explained: d.Explained})
	}
	g := &p.Groups[len(p.Groups)-1]
	g.Rows = append(g.Rows, d)
}

// disputeChoices are the types and the fields that the case has, each counted.
func disputeChoices(all []stemma.Disagreement, f *ledger.Filter) (types, fields []countedChoice) {
	for _, t := range disputeOrder {
		types = append(types, countedChoice{Value: string(t), Words: sheet.Letter(t), Chosen: strings.EqualFold(string(t), f.Asked("letter"))})
	}
	byField := map[string]int{}
	for _, d := range all {
		if n := slices.Index(disputeOrder, d.Type); n >= 0 {
			types[n].Count++
		}
		byField[d.Field]++
	}
	for _, name := range slices.Sorted(maps.Keys(byField)) {
		fields = append(fields, countedChoice{name, name, byField[name], name == f.Asked("field")})
	}
	return slices.DeleteFunc(types, func(c countedChoice) bool { return c.Count == 0 && !c.Chosen }), fields
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
			s.show(w, r, "oneside", view{Title: sheet.Letter(d.Type), Section: "disagreements", Page: l.disputes([]stemma.Disagreement{d})[0]})
			return nil
		}
	}
	return notFound("disagreement", id)
}
