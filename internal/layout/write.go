package layout

import (
	"io"
	"iter"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// Tellings are the events of a case that pass the filter and may leave, with
// what a coder's row needs; and how many were left out because nobody has
// accepted them.
func Tellings(l *ledger.Ledger, f *ledger.Filter, proposed bool) (iter.Seq2[Telling, error], *int) {
	kind, _ := ledger.KindNamed("events")
	rows, leftOut := ledger.Leaving(l, kind, f, proposed)
	return func(yield func(Telling, error) bool) {
		s := shelf{l: l, origins: map[string]stemma.Origins{}}
		err := s.open()
		for r, problem := range rows {
			if err == nil {
				err = problem
			}
			var t Telling
			if err == nil {
				t, err = s.telling(r.Value.(export.EventRow))
			}
			if !yield(t, err) || err != nil {
				return
			}
		}
	}, leftOut
}

// A shelf has the documents of a case at hand, and the reading that is open.
type shelf struct {
	l         *ledger.Ledger
	documents map[string]export.DocumentRow
	origins   map[string]stemma.Origins
	reading   *stemma.Reading
}

func (s *shelf) open() error {
	s.documents = map[string]export.DocumentRow{}
	kind, _ := ledger.KindNamed("documents")
	for r, err := range kind.Rows(s.l, &ledger.Filter{}) {
		if err != nil {
			return err
		}
		s.documents[r.ID] = r.Value.(export.DocumentRow)
	}
	return nil
}

func (s *shelf) telling(e export.EventRow) (Telling, error) {
	if s.reading == nil || s.reading.Document != e.Document {
		ruled, err := s.l.Reading(e.Document)
		if err != nil {
			return Telling{}, err
		}
		s.reading = ruled.Reading
	}
	t := Telling{Event: e, Document: s.documents[e.Document], Reading: s.reading}
	if c := s.reading.Claim(export.Text(e.Claim)); c != nil {
		row := export.NewRows(s.reading).Claim(*c, stemma.Proposed)
		t.Claim = &row
	}
	var err error
	t.Origins, err = s.standing(export.Text(e.Incident))
	return t, err
}

// standing is how many independent origins stand behind an incident.
func (s *shelf) standing(incident string) (stemma.Origins, error) {
	if o, ok := s.origins[incident]; ok || incident == "" {
		return o, nil
	}
	i, err := s.l.Incident(incident)
	if err != nil {
		return stemma.Origins{}, err
	}
	s.origins[incident] = i.Assessment.Origins
	return i.Assessment.Origins, nil
}

// Sheets are where a layout is written: rows that have a day and a place, rows
// apart that lack one, and for each empty cell its reason. Apart and Gaps may be
// nil.
type Sheets struct{ Rows, Apart, Gaps io.Writer }

// A Tally is what became of the tellings.
type Tally struct{ Written, Apart, OutOfScope int }

// Write fills the sheets.
func (l Layout) Write(tellings iter.Seq2[Telling, error], to Sheets) (Tally, error) {
	rows, err := l.sheet(to.Rows, l.Columns()...)
	if err != nil {
		return Tally{}, err
	}
	apart, err := l.sheet(to.Apart, append([]string{"apart_because"}, l.Columns()...)...)
	if err != nil {
		return Tally{}, err
	}
	gaps, err := l.sheet(to.Gaps, "event", "column", "reason")
	if err != nil {
		return Tally{}, err
	}
	var n Tally
	for t, err := range tellings {
		if err != nil {
			return n, err
		}
		if err := l.put(t, rows, apart, gaps, &n); err != nil {
			return n, err
		}
	}
	for _, s := range []sheet{rows, apart, gaps} {
		if err := s.Flush(); err != nil {
			return n, err
		}
	}
	return n, nil
}

func (l Layout) put(t Telling, rows, apart, gaps sheet, n *Tally) error {
	if l.OutOfScope(t) != "" {
		n.OutOfScope++
		return nil
	}
	cells, empty := l.Row(t)
	for _, g := range empty {
		if err := gaps.Write([]string{t.Event.ID, g.Column, g.Reason}); err != nil {
			return err
		}
	}
	if because := l.Apart(t); because != "" {
		n.Apart++
		return apart.Write(append([]string{because}, cells...))
	}
	n.Written++
	return rows.Write(cells)
}

// A sheet is a table that may be wanted by nobody.
type sheet struct{ *export.Table }

// Write adds a row, if anybody wants the sheet.
func (s sheet) Write(cells []string) error {
	if s.Table == nil {
		return nil
	}
	return s.Table.Write(cells)
}

// Flush ends the sheet.
func (s sheet) Flush() error {
	if s.Table == nil {
		return nil
	}
	return s.Table.Flush()
}

// sheet begins a table under the banner.
func (l Layout) sheet(w io.Writer, columns ...string) (sheet, error) {
	if w == nil {
		return sheet{}, nil
	}
	if _, err := io.WriteString(w, "# "+l.Banner+"\n"); err != nil {
		return sheet{}, err
	}
	t, err := export.NewTable(w, columns)
	return sheet{t}, err
}
