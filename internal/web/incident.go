package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/coding"
	"stemma/internal/draw"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

type incidentPage struct {
	Incident             stemma.Incident
	Status               string
	What, Parties, Where string
	Fields               []field
	Map                  *scenery
	Columns              []string
	Accounts             []accountRow
	Tree                 *draw.Tree
	Disagreements        []dispute
	Tellings             []telling
	Changes              []string
	History              []deed
	Permalink            string
	Back, Skip           string
	Choices              []string
	Near                 []line
	Print                bool
	OtherVersion         string
	Was                  string // the id that was asked for
}

// A scenery is where an incident was, with links to the words that say so.
type scenery struct {
	*draw.Scenery
	Places []sceneRow
}

type sceneRow struct {
	draw.SceneRow
	Link string
}

func (l *look) scenery(i stemma.Incident) *scenery {
	drawn := draw.NewScenery(i.Places)
	if drawn == nil {
		return nil
	}
	out := &scenery{Scenery: drawn}
	for _, row := range drawn.Rows {
		place := sceneRow{SceneRow: row}
		if o := l.open(row.Words.Document); o.err == nil {
			place.Link = o.link(row.Words.Span)
		}
		out.Places = append(out.Places, place)
	}
	return out
}

// incident is the product: what is said, who says it, and on whose word.
func (s *Server) incident(w http.ResponseWriter, r *http.Request, c *Case) error {
	id, data := strings.CutSuffix(r.PathValue("id"), ".json")
	l, i, err := s.lookUp(r, c, id)
	if err != nil {
		return err
	}
	if i.ID != id { // an id once printed leads to what became of it
		q := url.Values{"was": {id}}
		if moment := momentOf(r); moment != "" {
			q.Set("at", moment)
		}
		http.Redirect(w, r, strings.Replace(r.URL.Path, id, i.ID, 1)+"?"+q.Encode(), http.StatusMovedPermanently)
		return nil
	}
	if data {
		return s.record(w, r, c, "incidents", id)
	}
	p := l.incidentPage(i, r.URL.Query().Get("all") != "")
	if v := r.URL.Query().Get("v"); v != "" && !strings.HasSuffix(p.Permalink, v) {
		p.OtherVersion = v
	}
	p.Was = r.URL.Query().Get("was")
	p.Back, p.Print = r.URL.Path, strings.HasSuffix(r.URL.Path, "/print")
	name := "incident"
	if p.Print {
		name = "print"
	}
	s.show(w, r, name, view{Title: p.What, Section: "incidents", Page: p})
	return nil
}

// lookUp finds an incident by any id that it ever had.
func (s *Server) lookUp(r *http.Request, c *Case, id string) (*look, stemma.Incident, error) {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return nil, stemma.Incident{}, err
	}
	l := newLook(r.Context(), c, sh)
	for i, err := range c.Store.Incidents(r.Context(), id) {
		return l, i, err
	}
	return nil, stemma.Incident{}, notFound("incident", id)
}

// unfolded is how many values of a field a page shows before it asks.
const unfolded = 4

// shown is how many passages of one value a page shows before it asks, and
// tellings the most that one page lists.
const (
	shown         = 6
	shownTellings = 60
)

func (l *look) incidentPage(i stemma.Incident, all bool) incidentPage {
	most := shown
	if all {
		most = 10000
	}
	laid := sheet.New(l, i, l.sh.rulings.Chosen(i))
	p := incidentPage{
		Incident: i, Status: l.status(i), What: laid.What, Parties: laid.Parties, Where: laid.Where, Map: l.scenery(i), Tree: draw.NewTree(laid.Ways, l.sh.copies), History: l.sh.deedsOn(i),
		Disagreements: l.disputes(i.Assessment.Disagreements), Choices: i.Fields(), Near: l.sh.near(i), Columns: laid.Columns, Changes: laid.Changes,
	}
	for _, f := range laid.Fields {
		p.Fields = append(p.Fields, l.field(i, f, most))
	}
	for _, a := range laid.Accounts {
		p.Accounts = append(p.Accounts, l.account(a))
	}
	p.Tellings = l.tellings(i, "/i/"+i.ID)
	if len(i.Documents) > 0 {
		p.Permalink = "/i/" + i.ID + "?v=" + l.open(i.Documents[0]).version()
	}
	return p
}

func (o opened) version() string {
	if o.Reading == nil {
		return ""
	}
	return o.Version
}

// status is a word for where an incident stands: a person's "not codable" is
// more than "rejected".
func (l *look) status(i stemma.Incident) string {
	if n, ok := l.sh.byID[i.ID]; ok && l.sh.incidents[n].NotCoded {
		return "not-codable"
	}
	return string(i.Status)
}

// A field is one field of an incident as a page shows it.
type field struct {
	sheet.Field
	Several     bool
	First, Rest []value // the rest is folded
	Bar         *countBar
}

// Values are all that is said of a field.
func (f field) Values() []value { return slices.Concat(f.First, f.Rest) }

type value struct {
	sheet.Value
	Passages []passage
	Count    int
	More     int
	Open     bool
}

func (l *look) field(i stemma.Incident, laid sheet.Field, most int) field {
	f := field{Field: laid, Several: len(laid.Values) > 1}
	for n, v := range laid.Values {
		if one := l.value(v, most, len(laid.Values) == 1); n < unfolded {
			f.First = append(f.First, one)
		} else {
			f.Rest = append(f.Rest, one)
		}
	}
	var values []stemma.Value
	for _, v := range i.Assessment.Values {
		if v.Field == laid.Key {
			values = append(values, v)
		}
	}
	f.Bar = newCountBar(i, values)
	return f
}

func (l *look) value(v sheet.Value, most int, open bool) value {
	out := value{Value: v, Count: len(v.Quotes), Open: open && len(v.Quotes) <= 2}
	for n, q := range v.Quotes {
		if n == most {
			out.More = len(v.Quotes) - n
			break
		}
		out.Passages = append(out.Passages, l.passage(q.Document, q.Span))
	}
	return out
}

// An accountRow is what one origin says, field by field.
type accountRow struct {
	Name, Kind, Words string
	Cells             []cell
}

type cell struct {
	Says    []sayingLink
	Differs bool
}

type sayingLink struct{ Text, Link string }

func (l *look) account(a sheet.Account) accountRow {
	row := accountRow{Name: a.Name, Kind: string(a.Kind), Words: a.Words}
	for _, laid := range a.Cells {
		c := cell{Differs: laid.Differs}
		for _, s := range laid.Says {
			c.Says = append(c.Says, sayingLink{s.Text, l.linkTo(s.Quote)})
		}
		row.Cells = append(row.Cells, c)
	}
	return row
}

// linkTo opens the words of a quote in the reader; "" if there are none.
func (l *look) linkTo(q stemma.Quote) string {
	if q.Document == "" {
		return ""
	}
	if o := l.open(q.Document); o.err == nil {
		return o.link(q.Span)
	}
	return ""
}

// A telling is one event of an incident with its words.
type telling struct {
	ID, Document, What, Modality, SaidBy, Claim, Status, Ruled, Back string
	Passage                                                          passage
}

// tellings are the events of an incident, and those that a person took out of
// it.
func (l *look) tellings(i stemma.Incident, back string) []telling {
	var out []telling
	for _, d := range i.Documents {
		o := l.open(d)
		if o.err != nil {
			continue
		}
		for _, e := range o.Events {
			if slices.Contains(i.Events, e.ID) && len(out) < shownTellings {
				out = append(out, l.telling(o, e, back))
			}
		}
	}
	return out
}

func (l *look) telling(o opened, e stemma.Event, back string) telling {
	t := telling{
		ID: e.ID, Document: o.Document, What: what(e.ACLED, e.Type, e.Mode), Modality: string(e.Modality), SaidBy: "the page itself",
		Status: string(o.StatusOf(e.ID)), Back: back, Passage: l.passage(o.Document, e.Trigger),
	}
	if c := o.Claim(e.Claim); c != nil {
		t.SaidBy, t.Claim = o.saidBy(c), claimLink(o.Document, c.ID)
	}
	if d, ok := o.By[e.ID]; ok {
		t.Ruled = fmt.Sprintf("%s by %s", ledger.Ruled(string(d.Kind)), d.By)
	}
	return t
}

func (o opened) saidBy(c *stemma.Claim) string {
	return cmp.Or(o.mask.Hide(c.Source.Name), "somebody not named")
}

func claimLink(document, id string) string { return "/c/" + id + "?d=" + document }

// near are incidents that a person may want to merge with one: of the same kind,
// within a week or with a place in common.
func (sh *shelf) near(i stemma.Incident) []line {
	var out []line
	for _, e := range sh.incidents {
		if e.ID == i.ID || e.Type != i.Type || len(out) == 20 {
			continue
		}
		day := e.When.Closed() && i.When.Closed() && e.When.Earliest-i.When.Latest <= 7 && i.When.Earliest-e.When.Latest <= 7
		place := slices.ContainsFunc(e.Places, func(s stemma.Scene) bool {
			return slices.ContainsFunc(i.Places, func(o stemma.Scene) bool { return o.Place.ID == s.Place.ID })
		})
		if day || place {
			out = append(out, newLine(e))
		}
	}
	return out
}

// codable are the codebooks that take a row of an incident.
func codable(i stemma.Incident) []string {
	var out []string
	for _, b := range coding.Books() {
		if b.OutOfScope(i) == "" {
			out = append(out, b.Key)
		}
	}
	return out
}
