package web

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
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
		x := deed{Seq: d.Seq, Words: deedWords(d), By: cmp.Or(d.By, "nobody named"), Why: d.Why, At: d.At, Quote: d.Quote, Link: deedLink(d)}
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

func deedWords(d stemma.Decision) string {
	thing := map[string]string{"i": "incident", "e": "telling", "c": "claim", "q": "number", "d": "document", "p": "place"}[strings.SplitN(d.Target, "_", 2)[0]]
	if standsAlone(d) {
		thing = "incident"
	}
	switch d.Kind {
	case stemma.DecideUndo:
		return "undid no. " + d.Target
	case stemma.DecideAnchor:
		return "anchor: " + d.Value + " = " + d.Field
	case stemma.DecideChange:
		return thing + ": " + d.Field + " changed to " + d.Value
	case stemma.DecideChoose:
		return "incident: " + d.Field + " taken to be " + d.Value
	case stemma.DecideAdd:
		return "added " + map[string]string{"event": "an event", "claim": "a claim", "quantity": "a number"}[d.Field] + fieldsWord(d.Value)
	case stemma.DecideSameActor:
		return d.Value + " is " + d.Target + scopeWord(d)
	case stemma.DecideNotActor:
		return d.Quote + " is one of its own: " + d.Value + scopeWord(d)
	case stemma.DecidePlaces, stemma.DecideActors:
		if d.Quote != "" {
			return "in the whole case: what “" + ledger.Shorten(d.Quote, 40) + "” means"
		}
		return "a table of " + string(d.Kind) + " laid over the book"
	}
	words := kindWord(string(d.Kind))
	if d.Kind == stemma.DecideReject && d.Value != "" {
		words += ": " + d.Value
	}
	return cmp.Or(thing, "decision") + " " + words
}

func scopeWord(d stemma.Decision) string {
	if d.Document != "" {
		return " (in one document)"
	}
	return ""
}

// standsAlone reports whether a decision on an event rules on its incident.
func standsAlone(d stemma.Decision) bool {
	return d.Field == "" && (d.Kind == stemma.DecideAccept || d.Kind == stemma.DecideReject || d.Kind == stemma.DecideNotCodable)
}

func fieldsWord(value string) string {
	q, err := url.ParseQuery(value)
	if err != nil || len(q) == 0 {
		return ""
	}
	var out []string
	for _, name := range []string{"acled", "said_by", "what", "number", "date", "actor", "recipient", "place"} {
		if v := q.Get(name); v != "" {
			out = append(out, v)
		}
	}
	return ": " + ledger.Shorten(strings.Join(out, ", "), 90)
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
		p.Orphans = append(p.Orphans, deed{Words: deedWords(o), By: o.By, At: o.At})
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
