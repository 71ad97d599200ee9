// Package site is a case as pages that any web host can serve: what people have
// accepted, and no more, each value with who says it and in which words. What
// may leave the case is left to package ledger, how an incident is laid out to
// package sheet, and where the files are put to the caller. In: a case with two
// accepted incidents; out: index.html, a page and a JSON file for each, the data
// as tables, and how it was made, the same bytes every time.
package site

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"time"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/draw"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
	"stemma/internal/store"
)

// Options are what a publisher says of a site.
type Options struct {
	Title   string
	URL     string // where it will stand; "" if that is not known
	Contact string // an address for those who find an error
	Licence string // under which the publisher gives the compilation
	Program string
}

// base is the address of the front page with its slash, "" if it is not known.
func (o Options) base() string {
	if o.URL == "" {
		return ""
	}
	return strings.TrimSuffix(o.URL, "/") + "/"
}

// A Tally says what is on the site and what was left out.
type Tally struct {
	Incidents int
	Proposed  int // incidents on which nobody has ruled
	Rejected  int
}

// A Put keeps one file of the site; names have slashes.
type Put func(name string, data []byte) error

//go:embed templates/*.html
var templates embed.FS

//go:embed assets
var assets embed.FS

// Write makes the site of a case.
func Write(l *ledger.Ledger, o Options, put Put) (Tally, error) {
	w := &writer{ledger: l, options: o, put: put, pages: sheet.Of(l)}
	if err := w.gather(); err != nil {
		return w.tally, err
	}
	for _, do := range []func() error{w.dress, w.index, w.incidents, w.methods, w.data, w.pageMap} {
		if err := do(); err != nil {
			return w.tally, fmt.Errorf("make the site: %w", err)
		}
	}
	return w.tally, nil
}

// A writer makes one site.
type writer struct {
	ledger  *ledger.Ledger
	options Options
	put     Put
	pages   sheet.Pages
	tally   Tally

	entries   []entry
	documents map[string]store.Listing
	copies    []stemma.Copy
	names     []string // of all files, in their order
}

// An entry is an accepted incident with all that its pages show.
type entry struct {
	incident    stemma.Incident
	row         ledger.Row
	out         export.Incident
	quiet       bool // of people who may still be where it says: nothing that names the place
	sheet       sheet.Sheet
	rulings     []stemma.Decision
	first, last time.Time // of the rulings: when it was accepted, and when somebody last ruled on it
}

// gather looks up what was accepted, the newest day first.
func (w *writer) gather() error {
	w.documents = map[string]store.Listing{}
	for d, err := range w.ledger.Store.Documents(w.ledger.Ctx, store.Which{}) {
		if err != nil {
			return fmt.Errorf("list documents: %w", err)
		}
		w.documents[d.ID] = d
	}
	var err error
	if w.copies, err = store.All(w.ledger.Store.Copies(w.ledger.Ctx)); err != nil {
		return fmt.Errorf("list copies: %w", err)
	}
	rulings, err := w.ledger.Rulings()
	if err != nil {
		return err
	}
	for i, err := range w.ledger.Store.Incidents(w.ledger.Ctx) {
		if err != nil {
			return fmt.Errorf("list incidents: %w", err)
		}
		w.count(i, rulings)
	}
	slices.SortStableFunc(w.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.incident.When.Latest, a.incident.When.Latest), strings.Compare(a.incident.ID, b.incident.ID))
	})
	w.tally.Incidents = len(w.entries)
	return nil
}

func (w *writer) count(i stemma.Incident, rulings *decide.Rulings) {
	switch i.Status {
	case stemma.Accepted:
		w.entries = append(w.entries, w.entry(i, rulings))
	case stemma.Rejected:
		w.tally.Rejected++
	default:
		w.tally.Proposed++
	}
}

func (w *writer) entry(i stemma.Incident, rulings *decide.Rulings) entry {
	row := w.ledger.IncidentRow(i)
	e := entry{
		incident: i, row: row, out: row.Value.(export.Incident), quiet: w.ledger.Caution().Incident(i),
		sheet: sheet.New(w.pages, i, rulings.Chosen(i)), rulings: rulings.OnIncident(i),
	}
	for _, d := range e.rulings {
		if d.Kind == stemma.DecideAccept && e.first.IsZero() {
			e.first = d.At
		}
		if d.At.After(e.last) {
			e.last = d.At
		}
	}
	return e
}

// file puts a file and remembers its name.
func (w *writer) file(name string, data []byte) error {
	w.names = append(w.names, name)
	if err := w.put(name, data); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// A frame is what every page is given.
type frame struct {
	Title, Site, Root string // Root leads from the page to the front page: "" or "../"
	Licence, Contact  string
	Program           string
	Page              any
}

var made = template.Must(template.Must(template.New("frame.html").Funcs(words).ParseFS(templates, "templates/frame.html")).
	ParseFS(draw.Templates, "templates/*.html"))

// words are what the pages may say of the house's things.
var words = template.FuncMap{
	"bare": func(address string) string { return strings.TrimPrefix(address, "mailto:") }, "between": ledger.Between, "plural": draw.Plural, "join": strings.Join, "letter": sheet.Letter,
}

func day(t time.Time) string { return t.UTC().Format(time.DateOnly) }

// page puts a page of a kind.
func (w *writer) page(name, kind, title string, page any) error {
	t, err := template.Must(made.Clone()).ParseFS(templates, "templates/"+kind+".html")
	if err != nil {
		return fmt.Errorf("read the template %s: %w", kind, err)
	}
	f := frame{
		Title: title, Site: w.options.Title, Root: strings.Repeat("../", strings.Count(name, "/")),
		Licence: w.options.Licence, Contact: w.options.Contact, Program: w.options.Program, Page: page,
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "frame.html", f); err != nil {
		return fmt.Errorf("make %s: %w", name, err)
	}
	return w.file(name, b.Bytes())
}

// dress puts the style and the script.
func (w *writer) dress() error {
	for _, name := range []string{"site.css", "site.js"} {
		data, err := assets.ReadFile("assets/" + name)
		if err != nil {
			return err
		}
		if err := w.file(name, data); err != nil {
			return err
		}
	}
	return w.file("draw.css", draw.Style)
}
