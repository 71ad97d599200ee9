package site

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/draw"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

// An incidentPage is one incident. One of people who may still be where it says
// has no words, no places finer than a district, and no accounts.
type incidentPage struct {
	ID, What, Parties, When string
	Quiet                   bool
	Assessment              stemma.Assessment
	Places                  []placeRow
	Fields                  []field
	Columns                 []string
	Accounts                []sheet.Account
	Tree                    *draw.Tree
	Map                     *draw.Scenery
	Disagreements           []dispute
	Documents               []document
	First, Last             string
	Deeds                   []deed
}

type placeRow struct{ Name, Role, Precision string }

// A field is one thing that is asked of an incident, with what is said.
type field struct {
	Label, None, Chosen, Why string
	Disputed                 bool
	Values                   []value
}

type value struct {
	Text, Of, By string
	Origins      stemma.Origins
	Quotes       []quote
}

// A quote is words in their sentence, with the address of the page that has
// them.
type quote struct {
	sheet.Passage
	URL, Hash string
}

type dispute struct {
	Type          stemma.DisagreementType
	Field, Reason string
	Explained     bool
	Sides         []side
}

type side struct {
	Value string
	Quote *quote
}

// A document is where words stand: its address if one is known, and the hash by
// which a kept copy can be compared.
type document struct{ Title, Outlet, Published, URL, Hash string }

// A deed is a ruling in words, without who made it.
type deed struct{ Day, Words, Why string }

func (w *writer) incidents() error {
	for _, e := range w.entries {
		data, err := export.Line(e.out)
		if err != nil {
			return err
		}
		if err := w.file("i/"+e.incident.ID+".json", []byte(data+"\n")); err != nil {
			return err
		}
		p := w.incident(e)
		if err := w.page("i/"+e.incident.ID+".html", "incident", p.What, p); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) incident(e entry) incidentPage {
	p := incidentPage{
		ID: e.incident.ID, What: e.sheet.What, Parties: e.sheet.Parties, When: ledger.Days(e.incident.When), Quiet: e.quiet,
		Assessment: e.incident.Assessment, First: day(e.first), Last: day(e.last), Places: places(e.out.Places),
	}
	if e.quiet {
		p.Parties = e.out.Title
		return p
	}
	for _, f := range e.sheet.Fields {
		p.Fields = append(p.Fields, w.field(f))
	}
	p.Columns, p.Accounts = e.sheet.Columns, e.sheet.Accounts
	p.Tree = draw.NewTree(e.sheet.Ways, w.copies)
	p.Map = draw.NewScenery(e.incident.Places)
	for _, d := range e.incident.Assessment.Disagreements {
		p.Disagreements = append(p.Disagreements, w.dispute(e, d))
	}
	for _, id := range e.incident.Documents {
		p.Documents = append(p.Documents, w.document(id))
	}
	for _, d := range e.rulings {
		p.Deeds = append(p.Deeds, deed{day(d.At), deedWords(d), sheet.Hide(w.pages, e.incident, d.Why)})
	}
	return p
}

func places(all []export.Scene) []placeRow {
	var out []placeRow
	for _, s := range all {
		out = append(out, placeRow{s.Name, s.Role, draw.Precision(stemma.Precision(s.Precision)) + " ± " + draw.Metres(s.RadiusM)})
	}
	return out
}

// mostQuotes is how many passages of one value a page quotes.
const mostQuotes = 3

func (w *writer) field(f sheet.Field) field {
	out := field{Label: f.Label, None: f.None, Disputed: f.Disputed}
	if f.Chosen != nil {
		out.Chosen, out.Why = f.Chosen.Value, f.Chosen.Why
	}
	for _, v := range f.Values {
		one := value{Text: v.Text, Of: v.Of, By: strings.Join(v.Accounts, ", "), Origins: v.Origins}
		for _, q := range v.Quotes[:min(len(v.Quotes), mostQuotes)] {
			if words := w.quote(q); words != nil {
				one.Quotes = append(one.Quotes, *words)
			}
		}
		out.Values = append(out.Values, one)
	}
	return out
}

// quote is the words of a span in their sentence; nil if they stay in the case.
func (w *writer) quote(q stemma.Quote) *quote {
	page, err := w.pages.Page(q.Document)
	if err != nil {
		return nil
	}
	whole := q.Span
	if i := page.Syntax.SentenceAt(q.Span.Start); i >= 0 {
		whole = page.Syntax.Sentences[i].Span.Join(q.Span)
	}
	if w.ledger.Caution().Words(q.Document, whole) {
		return nil
	}
	d := w.document(q.Document)
	return &quote{page.Passage(q.Span), d.URL, d.Hash}
}

func (w *writer) dispute(e entry, d stemma.Disagreement) dispute {
	out := dispute{Type: d.Type, Field: sheet.Label(d.Field), Reason: sheet.Hide(w.pages, e.incident, d.Reason), Explained: d.Explained}
	for _, s := range d.Sides {
		out.Sides = append(out.Sides, side{sheet.Hide(w.pages, e.incident, s.Value), w.quote(s.Words)})
	}
	return out
}

func (w *writer) document(id string) document {
	d := w.documents[id]
	out := document{Outlet: d.Publication.Outlet.Name, Published: "undated", Hash: d.SHA256, URL: address(d.Given.URL)}
	if d.Publication.Published.Known() {
		out.Published = ledger.Days(d.Publication.Published)
	}
	if page, err := w.pages.Page(id); err == nil {
		out.Title = cmp.Or(page.Title, id)
	}
	for _, c := range d.Captures {
		out.URL = cmp.Or(out.URL, address(c.URL))
	}
	return out
}

// address is one that a reader can go to on the web, else "".
func address(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || !slices.Contains([]string{"http", "https"}, u.Scheme) {
		return ""
	}
	return u.String()
}

func deedWords(d stemma.Decision) string {
	switch d.Kind {
	case stemma.DecideAccept:
		return "accepted"
	case stemma.DecideReject, stemma.DecideNotCodable:
		return "set aside"
	case stemma.DecideChoose:
		return sheet.Label(d.Field) + " taken to be " + d.Value + "; what the accounts say stays beside it"
	case stemma.DecideMerge:
		return "put together with another"
	case stemma.DecideSplit:
		return "kept apart from another"
	}
	return string(d.Kind)
}
