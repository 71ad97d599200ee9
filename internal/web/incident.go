package web

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/coding"
)

type incidentPage struct {
	Incident      stemma.Incident
	Status        string
	What, Parties string
	Fields        []field
	Map           *scenery
	Columns       []string
	Accounts      []accountRow
	Tree          *tree
	Disagreements []dispute
	Tellings      []telling
	History       []deed
	Permalink     string
	Back, Skip    string
	Choices       []string
	Near          []line
	Print         bool
	OtherVersion  string
}

// incident is the product: what is said, who says it, and on whose word.
func (s *Server) incident(w http.ResponseWriter, r *http.Request, c *Case) error {
	id, data := strings.CutSuffix(r.PathValue("id"), ".json")
	if data {
		return s.record(w, r, c, "incidents", id)
	}
	l, i, err := s.lookUp(r, c, id)
	if err != nil {
		return err
	}
	if i.ID != id { // an id once printed leads to what became of it
		http.Redirect(w, r, "/i/"+i.ID, http.StatusSeeOther)
		return nil
	}
	p := l.incidentPage(i, r.URL.Query().Get("all") != "")
	if v := r.URL.Query().Get("v"); v != "" && !strings.HasSuffix(p.Permalink, v) {
		p.OtherVersion = v
	}
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
	chosen := l.sh.rulings.Chosen(i)
	p := incidentPage{
		Incident: i, Status: l.status(i), What: what(i.ACLED, i.Type, i.Mode), Parties: l.hide(i, parties(i)),
		Fields: l.fields(i, chosen, most), Map: l.scenery(i), Tree: l.tree(i), History: l.sh.deedsOn(i),
		Disagreements: l.disputes(i.Assessment.Disagreements), Choices: fieldNames(i), Near: l.sh.near(i),
	}
	p.Columns, p.Accounts = l.accounts(i)
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

// hide masks private persons of an incident's documents in a text.
func (l *look) hide(i stemma.Incident, text string) string {
	for n, d := range i.Documents {
		if o := l.open(d); n < kept && o.err == nil {
			text = o.mask.Hide(text)
		}
	}
	return text
}

// A field is one field of an incident with all that is said of it.
type field struct {
	Key, Label, None  string
	Several, Disputed bool
	First, Rest       []value // the rest is folded
	Chosen            *choice
	Bar               *countBar
}

// Values are all that is said of a field.
func (f field) Values() []value { return slices.Concat(f.First, f.Rest) }

type choice struct{ Value, Why, By string }

type value struct {
	Text, Of string
	Accounts []string
	Origins  stemma.Origins
	Passages []passage
	Count    int
	More     int
	Open     bool
}

// fieldOrder is how a person asks: did it happen, who, whom, when, where, how
// many. The last three are shown for violence even where nobody gives them: not
// reported is an answer.
var fieldOrder = []struct{ key, label string }{
	{"happened", "Did it happen"}, {"date", "When"}, {"place", "Where"}, {"actor", "Who did it"}, {"recipient", "To whom"}, {"killed", "Killed"}, {"injured", "Injured"},
}

func (l *look) fields(i stemma.Incident, chosen []stemma.Decision, most int) []field {
	byKey := map[string][]stemma.Value{}
	for _, v := range i.Assessment.Values {
		byKey[v.Field] = append(byKey[v.Field], v)
	}
	var out []field
	for _, f := range fieldOrder {
		if len(byKey[f.key]) > 0 || i.Assessment.Grade != "" || f.key == "date" || f.key == "place" {
			out = append(out, l.field(i, f.key, f.label, byKey[f.key], chosen, most))
		}
		delete(byKey, f.key)
	}
	var rest []string
	for key := range byKey {
		rest = append(rest, key)
	}
	slices.Sort(rest)
	for _, key := range rest {
		out = append(out, l.field(i, key, strings.ToUpper(key[:1])+key[1:], byKey[key], chosen, most))
	}
	return out
}

func (l *look) field(i stemma.Incident, key, label string, values []stemma.Value, chosen []stemma.Decision, most int) field {
	f := field{Key: key, Label: label, Several: len(values) > 1, Disputed: disputed(i, key)}
	for _, d := range chosen {
		if d.Field == key {
			f.Chosen = &choice{d.Value, d.Why, d.By}
		}
	}
	if len(values) == 0 {
		f.None = nobody(i, key)
	}
	slices.SortStableFunc(values, func(a, b stemma.Value) int { return cmp.Compare(b.Origins.Max, a.Origins.Max) })
	for n, v := range values {
		if one := l.value(i, v, most, len(values) == 1); n < unfolded {
			f.First = append(f.First, one)
		} else {
			f.Rest = append(f.Rest, one)
		}
	}
	f.Bar = newCountBar(i, values)
	return f
}

// disputed reports whether accounts cannot all be right on a field.
func disputed(i stemma.Incident, key string) bool {
	return slices.ContainsFunc(i.Assessment.Disagreements, func(d stemma.Disagreement) bool { return d.Field == key && !d.Explained })
}

// nobody says why a field has no value.
func nobody(i stemma.Incident, key string) string {
	switch {
	case key == "date" && i.When.Known():
		return "no closer than " + daysWord(i.When)
	case key == "date":
		return "undated"
	case key == "place":
		return "unplaced"
	case key == "killed" || key == "injured":
		return "not reported"
	}
	return "nobody says"
}

func (l *look) value(i stemma.Incident, v stemma.Value, most int, open bool) value {
	out := value{Text: l.hide(i, valueText(v)), Of: v.Of, Origins: v.Origins, Count: len(v.Quotes), Open: open && len(v.Quotes) <= 2}
	for _, n := range v.Accounts {
		if n < len(i.Assessment.Accounts) {
			out.Accounts = append(out.Accounts, l.hide(i, i.Assessment.Accounts[n].Name))
		}
	}
	for n, q := range v.Quotes {
		if n == most {
			out.More = len(v.Quotes) - n
			break
		}
		out.Passages = append(out.Passages, l.passage(q.Document, q.Span))
	}
	return out
}

func valueText(v stemma.Value) string {
	switch {
	case v.Low == nil:
		return v.Text
	case v.High == nil:
		return number64(*v.Low) + " or more"
	case *v.Low == *v.High:
		return number64(*v.Low)
	}
	return number64(*v.Low) + "–" + number64(*v.High)
}

func number64(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func fieldNames(i stemma.Incident) []string {
	var out []string
	for _, f := range fieldOrder {
		out = append(out, f.key)
	}
	for _, v := range i.Assessment.Values {
		if !slices.Contains(out, v.Field) {
			out = append(out, v.Field)
		}
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

// closeness orders accounts: who was there before who heard of it.
var closeness = []stemma.SourceRelation{stemma.RelationVictim, stemma.RelationWitness, stemma.RelationParty, stemma.RelationOfficial, stemma.RelationMonitor, stemma.RelationMedium, ""}

// accounts are the accounts side by side; at most forty rows of the fields that
// differ or matter.
func (l *look) accounts(i stemma.Incident) ([]string, []accountRow) {
	a := i.Assessment
	var keys, heads []string
	for _, f := range fieldOrder {
		if slices.ContainsFunc(a.Values, func(v stemma.Value) bool { return v.Field == f.key }) {
			keys, heads = append(keys, f.key), append(heads, f.label)
		}
	}
	order := make([]int, len(a.Accounts))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Compare(slices.Index(closeness, a.Accounts[x].Relation), slices.Index(closeness, a.Accounts[y].Relation))
	})
	var rows []accountRow
	for _, n := range order[:min(len(order), 40)] {
		row := accountRow{Name: l.hide(i, a.Accounts[n].Name), Kind: string(a.Accounts[n].Kind), Words: accountWords(a.Accounts[n])}
		for _, key := range keys {
			row.Cells = append(row.Cells, l.cell(i, n, key))
		}
		rows = append(rows, row)
	}
	return heads, rows
}

func (l *look) cell(i stemma.Incident, account int, key string) cell {
	c := cell{Differs: disputed(i, key)}
	for _, v := range i.Assessment.Values {
		if v.Field != key || !slices.Contains(v.Accounts, account) {
			continue
		}
		link := ""
		for _, q := range v.Quotes {
			if slices.Contains(i.Assessment.Accounts[account].Documents, q.Document) {
				if o := l.open(q.Document); o.err == nil {
					link = o.link(q.Span)
				}
				break
			}
		}
		c.Says = append(c.Says, sayingLink{strings.TrimSpace(l.hide(i, valueText(v)) + " " + v.Of), link})
	}
	c.Differs = c.Differs && len(c.Says) > 0
	return c
}

func accountWords(a stemma.Account) string {
	words := map[stemma.OriginKind]string{stemma.OriginNamed: "named", stemma.OriginUnnamed: "not named", stemma.OriginOwnVoice: "the page’s own voice"}[a.Kind]
	if a.Relation != "" {
		words += ", " + string(a.Relation)
	}
	return words + " · " + plural(len(a.Documents), "document", "documents")
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
		t.Ruled = fmt.Sprintf("%s by %s", kindWord(string(d.Kind)), d.By)
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
