package site

import (
	"slices"
	"strings"

	"stemma/internal/export"
	"stemma/testdata"
)

type methodsPage struct {
	Tally
	Readings  []string // versions with which the documents were read
	Documents int
	Schemas   []string
	Sets      []string
	Figures   []figure
}

// A figure is one measure with its value on each set of pages.
type figure struct {
	Words string
	On    []string
}

// measures are those of the committed figures that the page prints.
var measures = []struct{ key, words string }{
	{"claims_f1", "who says what: claims found and rightly bounded (F1)"},
	{"claims_source", "of those, with the right source"},
	{"claims_chain", "of those, with the right chain of who told whom"},
	{"claims_leaks", "claims taken from comments or from what stands around a page"},
	{"events_typed_f1", "what happened: events found with the right type (F1)"},
	{"events_place", "of those, with the right place"},
	{"events_date", "of those, with the right date"},
	{"events_number", "of those, with the right number"},
	{"incidents_f1", "tellings rightly put together as one incident (F1)"},
	{"origins_min", "least number of independent origins right"},
	{"origins_max", "greatest number of independent origins right"},
	{"conflicts_found", "disagreements found"},
}

// methods is how the site came about: versions, rules, figures, limits.
func (w *writer) methods() error {
	p := methodsPage{Tally: w.tally, Documents: len(w.documents), Schemas: []string{export.IncidentSchema, export.DisagreementSchema}}
	for _, d := range w.documents {
		if d.Version != "" && !slices.Contains(p.Readings, d.Version) {
			p.Readings = append(p.Readings, d.Version)
		}
	}
	slices.Sort(p.Readings)
	p.Sets, p.Figures = figures(testdata.Scores)
	return w.page("methods.html", "methods", "How this was made", p)
}

// figures are the measures of a file of figures, a column for each set.
//
//	"fiction claims_f1 0.822" → column "fiction", row "who says what …", 0.822
func figures(file string) (sets []string, out []figure) {
	of := map[[2]string]string{}
	for line := range strings.Lines(file) {
		if cells := strings.Fields(line); len(cells) == 3 && cells[0] != "#" {
			of[[2]string{cells[0], cells[1]}] = cells[2]
			if cells[1] == measures[0].key {
				sets = append(sets, cells[0])
			}
		}
	}
	for _, m := range measures {
		f := figure{Words: m.words}
		for _, set := range sets {
			f.On = append(f.On, of[[2]string{set, m.key}])
		}
		out = append(out, f)
	}
	return sets, out
}
