// Package report is incidents as one page that can be handed over: what is said,
// by whom, with a footnote to the exact words of each value, the hashes of the
// originals, and how it was made. It is masked as exports are, holds no script,
// asks for nothing from anywhere and prints well; which incidents, is left to a
// person. In: an incident of fourteen passages in six documents; out: HTML with
// fourteen footnotes and six hashes, the same bytes each time.
package report

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
	"stemma/internal/store"
)

//go:embed report.html report.css
var files embed.FS

var style = func() template.CSS {
	css, err := files.ReadFile("report.css")
	if err != nil {
		panic(err) // the file is embedded
	}
	return template.CSS(css)
}()

var layout = template.Must(template.New("report.html").Funcs(template.FuncMap{
	"days": ledger.Days, "between": ledger.Between, "join": strings.Join, "letter": sheet.Letter, "style": func() template.CSS { return style },
	"inc":  func(n int) int { return n + 1 },
	"text": func(s *string) string { return ledger.Unknown(export.Text(s)) },
}).ParseFS(files, "report.html"))

// Made is what made a report.
type Made struct{ Program, Joining string }

type page struct {
	Title     string
	Made      Made
	Incidents []incident
	Notes     []sheet.Passage
	Documents []export.DocumentRow
	Readings  []string // versions by which the documents were read
	Proposed  int
}

type incident struct {
	sheet.Sheet
	Withheld      bool // its places and words stay in the case
	Fields        []field
	Disagreements []dispute
}

type field struct {
	sheet.Field
	Values []value
}

type value struct {
	sheet.Value
	Notes []int
}

type dispute struct {
	stemma.Disagreement
	Sides []side
}

type side struct {
	Value string
	Note  int // 0: its words stay in the case
}

// Write writes the report of some incidents.
func Write(w io.Writer, l *ledger.Ledger, incidents []stemma.Incident, made Made) error {
	rulings, err := l.Rulings()
	if err != nil {
		return err
	}
	b := writer{ledger: l, pages: sheet.Of(l), numbers: map[stemma.Quote]int{}}
	p := page{Made: made}
	for _, i := range incidents {
		one, err := b.incident(i, rulings.Chosen(i))
		if err != nil {
			return err
		}
		if i.Status == stemma.Proposed {
			p.Proposed++
		}
		p.Incidents = append(p.Incidents, one)
	}
	if p.Documents, err = b.documents(incidents); err != nil {
		return err
	}
	for _, d := range p.Documents {
		p.Readings = ledger.With(p.Readings, export.Text(d.Reading))
	}
	p.Notes, p.Title = b.notes, title(p.Incidents)
	if err := layout.Execute(w, p); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

func title(all []incident) string {
	if len(all) == 1 {
		return all[0].What + ", " + ledger.Days(all[0].Incident.When)
	}
	return fmt.Sprintf("%d incidents", len(all))
}

// A writer gathers what is written, and numbers the footnotes.
type writer struct {
	ledger  *ledger.Ledger
	pages   sheet.Pages
	notes   []sheet.Passage
	numbers map[stemma.Quote]int
}

// mostNotes is how many passages of one value have a footnote.
const mostNotes = 6

func (b *writer) incident(i stemma.Incident, chosen []stemma.Decision) (incident, error) {
	out := incident{Sheet: sheet.New(b.pages, i, chosen), Withheld: b.ledger.Caution().Incident(i)}
	if out.Withheld {
		out.Sheet = out.Sheet.Withheld()
	}
	for _, f := range out.Sheet.Fields {
		written, err := b.field(f, out.Withheld)
		if err != nil {
			return out, err
		}
		out.Fields = append(out.Fields, written)
	}
	if out.Withheld {
		return out, nil
	}
	for _, d := range i.Assessment.Disagreements {
		x, err := b.dispute(i, d)
		if err != nil {
			return out, err
		}
		out.Disagreements = append(out.Disagreements, x)
	}
	return out, nil
}

func (b *writer) field(f sheet.Field, withheld bool) (field, error) {
	out := field{Field: f}
	for _, v := range f.Values {
		notes, err := b.cite(withheld, v.Quotes)
		if err != nil {
			return out, err
		}
		out.Values = append(out.Values, value{v, notes})
	}
	return out, nil
}

func (b *writer) dispute(i stemma.Incident, d stemma.Disagreement) (dispute, error) {
	out := dispute{Disagreement: d}
	for _, s := range d.Sides {
		notes, err := b.cite(false, []stemma.Quote{s.Words})
		if err != nil {
			return out, err
		}
		out.Sides = append(out.Sides, side{sheet.Hide(b.pages, i, s.Value), append(notes, 0)[0]})
	}
	return out, nil
}

// cite numbers the words of some quotes; those that stay in the case have no
// footnote.
func (b *writer) cite(withheld bool, quotes []stemma.Quote) ([]int, error) {
	var out []int
	for _, q := range quotes[:min(len(quotes), mostNotes)] {
		if withheld || b.ledger.Caution().Words(q.Document, q.Span) {
			continue
		}
		if b.numbers[q] == 0 {
			p, err := b.pages.Page(q.Document)
			if err != nil {
				return nil, err
			}
			b.notes = append(b.notes, p.Passage(q.Span))
			b.numbers[q] = len(b.notes)
		}
		out = append(out, b.numbers[q])
	}
	return out, nil
}

// documents are those that tell of the incidents.
func (b *writer) documents(incidents []stemma.Incident) ([]export.DocumentRow, error) {
	var ids []string
	for _, i := range incidents {
		ids = append(ids, i.Documents...)
	}
	slices.Sort(ids)
	var out []export.DocumentRow
	for d, err := range b.ledger.Store.Documents(b.ledger.Ctx, store.Which{IDs: slices.Compact(ids)}) {
		if err != nil {
			return nil, err
		}
		row, ok := b.ledger.Document(d).Value.(export.DocumentRow)
		if ok {
			out = append(out, row)
		}
	}
	return out, nil
}
