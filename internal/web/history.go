package web

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// A deed is a decision in words.
type deed struct {
	Seq              int64
	Words, By, Why   string
	Link, Quote      string
	At               time.Time
	Stands, Undoable bool
}

// deeds are all decisions, oldest first.
func (sh *shelf) deeds() []deed {
	inForce := map[int64]bool{}
	for _, d := range stemma.InForce(sh.decisions) {
		inForce[d.Seq] = true
	}
	var out []deed
	for _, d := range sh.decisions {
		x := deed{Seq: d.Seq, Words: ledger.Deed(d), By: cmp.Or(d.By, "nobody named"), Why: d.Why, At: d.At, Quote: d.Quote, Link: deedLink(d)}
		x.Stands = inForce[d.Seq]
		x.Undoable = x.Stands && d.Kind != stemma.DecideUndo
		out = append(out, x)
	}
	return out
}

func newest(all []deed, n int) []deed {
	all = slices.Clone(all)
	slices.Reverse(all)
	return all[:min(n, len(all))]
}

// deedsOn are the decisions on an incident and on its tellings.
func (sh *shelf) deedsOn(i stemma.Incident) []deed {
	var out []deed
	for n, d := range sh.decisions {
		if d.Target == i.ID || slices.Contains(i.Events, d.Target) {
			out = append(out, sh.deeds()[n])
		}
	}
	return out
}

func deedLink(d stemma.Decision) string {
	switch letter, _, _ := strings.Cut(d.Target, "_"); {
	case d.Kind == stemma.DecideAdd:
		return "/d/" + d.Document
	case letter == "e" || letter == "i":
		return "/i/" + d.Target
	case letter == "c" && d.Document != "":
		return claimLink(d.Document, d.Target)
	case letter == "d" && d.Kind != stemma.DecideAnchor:
		return "/d/" + d.Target
	}
	return ""
}

type historyPage struct {
	Rows    []deed
	Pager   pager
	Orphans []deed
}

func (s *Server) history(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	all := sh.deeds()
	rows, pages := paged(newest(all, len(all)), r.URL)
	p := historyPage{Rows: rows, Pager: pages}
	orphans, err := c.Desk.Orphans(r.Context())
	if err != nil {
		return err
	}
	for _, o := range orphans {
		p.Orphans = append(p.Orphans, deed{Words: ledger.Deed(o), By: o.By, At: o.At})
	}
	s.show(w, r, "history", view{Title: "History", Section: "history", Page: p})
	return nil
}

// historyData is what `stemma decisions list --json` prints.
func (s *Server) historyData(w http.ResponseWriter, r *http.Request, c *Case) error {
	rows, err := ledger.New(r.Context(), c.Store).Decisions()
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	return export.Encoder(w).Encode(rows)
}

// undo takes back a decision; without a number the last one that stands.
func (s *Server) undo(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	seq, err := strconv.ParseInt(r.FormValue("seq"), 10, 64)
	if err != nil {
		seq = lastSeq(sh)
	}
	if seq == 0 {
		return s.done(w, r, "nothing", 0)
	}
	if err := s.alone(func() error { return c.Desk.Undo(r.Context(), seq, r.FormValue("why")) }); err != nil {
		if errors.Is(err, stemma.ErrNotFound) {
			return s.done(w, r, "nothing", 0)
		}
		return err
	}
	s.changed()
	return s.done(w, r, "undone", 0)
}

// redo does again what was undone last.
func (s *Server) redo(w http.ResponseWriter, r *http.Request, c *Case) error {
	err := s.alone(func() error { return c.Desk.Redo(r.Context(), r.FormValue("why")) })
	if errors.Is(err, stemma.ErrNotFound) {
		return s.done(w, r, "nothing", 0)
	}
	if err != nil {
		return err
	}
	s.changed()
	return s.done(w, r, "redone", 0)
}

func lastSeq(sh *shelf) int64 {
	if n := len(sh.rulings.All); n > 0 {
		return sh.rulings.All[n-1].Seq
	}
	return 0
}
