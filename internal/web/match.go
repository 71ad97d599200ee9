package web

import (
	"fmt"
	"net/http"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/match"
)

// handedRows is what a person handed in: a table, and what its columns hold.
type handedRows struct {
	text     string
	table    *match.Table
	mapped   match.Map
	unmapped bool // nobody has said yet what the columns hold
}

// rowsIn reads the table of a form.
func rowsIn(w http.ResponseWriter, r *http.Request) (handedRows, error) {
	text, err := handedTable(w, r)
	if err != nil {
		return handedRows{}, err
	}
	in := handedRows{text: text}
	if in.table, err = match.ReadTable("the table", strings.NewReader(text)); err != nil {
		return in, err
	}
	said := map[string]string{"book": r.FormValue("book"), "date_format": r.FormValue("date_format")}
	for _, f := range match.Fields {
		said[f.Name] = r.FormValue("map-" + f.Name)
	}
	if r.FormValue("mapped") != "" {
		in.mapped, err = match.NewMap("the columns", said)
		return in, err
	}
	known, ok := match.Known(in.table.Head)
	in.mapped, in.unmapped = known, !ok
	return in, nil
}

type matchPage struct {
	Handed   bool
	Text     string
	Head     []string
	Fields   []matchField
	Mapped   bool // show what the case has of it
	Name     string
	Problems []match.Problem
	Left     int // incidents that the codebook does not take
	Sections []matchSection
	Said     map[string]string // what was said of the columns, to say it again
}

type matchField struct{ Name, Help, Guess string }

type matchSection struct {
	Verdict     string
	Rows        []export.Match // the first of them
	Count, More int
}

func (s *Server) match(w http.ResponseWriter, r *http.Request, c *Case) error {
	p := matchPage{}
	if r.Method == http.MethodPost {
		in, err := rowsIn(w, r)
		if err != nil {
			return err
		}
		p.Handed, p.Text, p.Head, p.Name = true, in.text, in.table.Head, in.mapped.Name
		if p.Mapped = !in.unmapped; p.Mapped {
			err = p.hold(r, c, in)
		} else {
			p.ask(in)
		}
		if err != nil {
			return err
		}
	}
	s.show(w, r, "match", view{Title: "Match your table", Section: "match", Page: p})
	return nil
}

// ask offers every column for every field; what is called alike is chosen.
func (p *matchPage) ask(in handedRows) {
	for _, f := range match.Fields {
		p.Fields = append(p.Fields, matchField{f.Name, f.Help, ledger.Nearest(f.Name, in.table.Head)})
	}
}

// hold holds the table against the case.
func (p *matchPage) hold(r *http.Request, c *Case, in handedRows) error {
	result, err := held(r, c, in)
	if err != nil {
		return err
	}
	p.Problems, p.Left, p.Said = result.Problems, result.OutOfScope, map[string]string{}
	for name, values := range r.Form {
		if strings.HasPrefix(name, "map-") || name == "book" || name == "date_format" || name == "mapped" {
			p.Said[name] = values[0]
		}
	}
	for _, m := range result.Found {
		if n := len(p.Sections); n == 0 || p.Sections[n-1].Verdict != m.Verdict {
			p.Sections = append(p.Sections, matchSection{Verdict: m.Verdict})
		}
		last := &p.Sections[len(p.Sections)-1]
		if last.Count++; last.Count <= perPage {
			last.Rows = append(last.Rows, m)
		} else {
			last.More++
		}
	}
	return nil
}

func held(r *http.Request, c *Case, in handedRows) (match.Result, error) {
	f, err := match.Kind().Filter(r.FormValue("q"), nil)
	if err != nil {
		return match.Result{}, err
	}
	return match.Run(ledger.New(r.Context(), c.Store), in.table, in.mapped, f)
}

// matchData is what `stemma match --format csv` and `--json` print.
func (s *Server) matchData(w http.ResponseWriter, r *http.Request, c *Case) error {
	in, err := rowsIn(w, r)
	if err != nil {
		return err
	}
	if in.unmapped {
		return fmt.Errorf("%w: nobody has said what the columns of this table hold", stemma.ErrUsage)
	}
	result, err := held(r, c, in)
	if err != nil {
		return err
	}
	if strings.HasSuffix(r.URL.Path, ".csv") {
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		w.Header().Set("Content-Disposition", `attachment; filename="match.csv"`)
		return export.WriteMatches(w, result.Found)
	}
	w.Header().Set("Content-Type", "application/json")
	return export.Encoder(w).Encode(append([]export.Match{}, result.Found...))
}
