package site

import (
	"encoding/xml"
	"strings"

	"stemma"
	"stemma/internal/draw"
	"stemma/internal/ledger"
)

type indexPage struct {
	Tally
	Rows []indexRow
	Map  *draw.Scenery
}

// An indexRow is an incident in the table.
type indexRow struct {
	ID, When, What, Parties, Where, Precision, Killed string
	Origins                                           stemma.Origins
	Disputed                                          []string
}

func (w *writer) index() error {
	p := indexPage{Tally: w.tally}
	var scenes []stemma.Scene
	for _, e := range w.entries {
		p.Rows = append(p.Rows, e.line())
		if !e.quiet {
			scenes = append(scenes, e.incident.Places...)
		}
	}
	p.Map = draw.NewScenery(scenes)
	return w.page("index.html", "index", w.options.Title, p)
}

func (e entry) line() indexRow {
	r := indexRow{
		ID: e.incident.ID, When: ledger.Days(e.incident.When), What: e.sheet.What, Parties: e.sheet.Parties, Killed: e.killed(),
		Origins: e.incident.Assessment.Origins, Disputed: e.incident.Assessment.Disputed,
	}
	if len(e.out.Places) > 0 {
		r.Where, r.Precision = e.out.Places[0].Name, draw.Precision(stemma.Precision(e.out.Places[0].Precision))
	}
	if e.quiet {
		r.Parties = e.out.Title
	}
	return r
}

// killed is the number that a person chose, else the spread of what is said;
// "" where nobody gives one.
func (e entry) killed() string {
	for _, f := range e.sheet.Fields {
		if f.Key != "killed" {
			continue
		}
		if f.Chosen != nil {
			return f.Chosen.Value
		}
		var all []string
		for _, v := range f.Values {
			all = ledger.With(all, v.Text)
		}
		if len(f.Ranges) == 1 {
			return f.Ranges[0].Text
		}
		return strings.Join(all, "; ")
	}
	return ""
}

// pageMap puts a map of the pages for those that read a site as a whole. It wants
// whole addresses, so it is there only if the publisher has said where the site
// will stand.
func (w *writer) pageMap() error {
	base := w.options.base()
	if base == "" {
		return nil
	}
	type location struct {
		Loc  string `xml:"loc"`
		Last string `xml:"lastmod,omitempty"`
	}
	type urlset struct {
		XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []location `xml:"url"`
	}
	out := urlset{URLs: []location{{Loc: base}, {Loc: base + "methods.html"}}}
	for _, e := range w.entries {
		out.URLs = append(out.URLs, location{base + "i/" + e.incident.ID + ".html", day(e.last)})
	}
	data, err := xml.MarshalIndent(out, "", " ")
	if err != nil {
		return err
	}
	return w.file("sitemap.xml", append([]byte(xml.Header), append(data, '\n')...))
}
