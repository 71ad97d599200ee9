package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/coding"
	"stemma/internal/decide"
	"stemma/internal/ledger"
)

// reasons are those for which a row is rejected; a key each.
var reasons = []string{"not said", "wrong speaker", "wrong event", "comment or residue", "duplicate", "other"}

func subevents() []coding.Subevent { return coding.Subevents() }

// saids are what a page may say that was done; nothing else is shown, so that no
// address can put words on a page.
var saids = []string{"accepted", "rejected", "not-codable", "changed", "added", "chosen", "undone", "merged", "split", "copy", "not-copy", "anchored", "reading", "read", "spanned", "placed", "same-actor", "not-actor", "laid", "redone", "nothing"}

func known(said string) bool { return slices.Contains(saids, said) }

// done leads back to where a person was, and says what was done.
func (s *Server) done(w http.ResponseWriter, r *http.Request, said string, seq int64) error {
	back, err := url.Parse(r.FormValue("back"))
	if err != nil || back.Host != "" || back.Scheme != "" || !strings.HasPrefix(back.Path, "/") || strings.HasPrefix(back.Path, "//") {
		back = &url.URL{Path: ownPath(r.Header.Get("Referer"))}
	}
	q := back.Query()
	q.Set("said", said)
	q.Del("undo")
	if seq > 0 {
		q.Set("undo", strconv.FormatInt(seq, 10))
	}
	back.RawQuery = q.Encode()
	http.Redirect(w, r, back.String(), http.StatusSeeOther)
	return nil
}

// ownPath is the path of the page that a person came from.
func ownPath(referer string) string {
	u, err := url.Parse(referer)
	if err != nil || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") {
		return "/"
	}
	return u.Path
}

// incidentRulings are what a form may ask of an incident, and what the page says
// when it is done.
var incidentRulings = map[string]string{
	"accept": "accepted", "reject": "rejected", "not-codable": "not-codable", "choose": "chosen", "split": "split", "merge": "merged",
}

// decideIncident carries out a ruling on an incident.
func (s *Server) decideIncident(w http.ResponseWriter, r *http.Request, c *Case) error {
	_, i, err := s.lookUp(r, c, r.PathValue("id"))
	if err != nil {
		return err
	}
	ruling := ledger.Ruling{Verb: r.FormValue("do"), On: i.ID, Why: r.FormValue("why")}
	if r.FormValue("reason") != "" {
		ruling.Verb = "reject"
	}
	switch ruling.Verb {
	case "reject":
		ruling.Value = r.FormValue("reason")
	case "choose":
		ruling.Field, ruling.Value = r.FormValue("field"), r.FormValue("value")
	case "split":
		ruling.Value = r.FormValue("event")
	case "merge":
		ruling.Value = r.FormValue("with")
	}
	said, ok := incidentRulings[ruling.Verb]
	if !ok {
		return fmt.Errorf("%w: nothing called %q can be done with an incident", stemma.ErrUsage, ruling.Verb)
	}
	if ruling.Verb == "split" || ruling.Verb == "merge" {
		return s.rule(w, r, c, ruling, said)
	}
	seq, err := s.ruled(r, c, ruling)
	if err != nil {
		return err
	}
	if err := s.replace(r.Context(), c, i.Events[0]); err != nil {
		return err
	}
	return s.done(w, r, said, seq)
}

// alone does something that bears on the whole case, when nothing else does.
func (s *Server) alone(do func() error) error {
	if s.jobs.running() != nil {
		return fmt.Errorf("%w: documents are being read in; rule when they are all there", stemma.ErrConflict)
	}
	s.working.Lock()
	defer s.working.Unlock()
	return do()
}

// ruled makes a ruling, and gives the number of the decision that says so.
func (s *Server) ruled(r *http.Request, c *Case, ruling ledger.Ruling) (int64, error) {
	l := ledger.New(r.Context(), c.Store)
	return s.decided(func() (int64, error) { return l.Rule(c.Desk, ruling) })
}

// decided does alone what gives the number of a decision: none of somebody else's
// comes between.
func (s *Server) decided(do func() (int64, error)) (seq int64, err error) {
	err = s.alone(func() error {
		seq, err = do()
		return err
	})
	return seq, err
}

// rule makes a ruling that bears on more than where one incident stands.
func (s *Server) rule(w http.ResponseWriter, r *http.Request, c *Case, ruling ledger.Ruling, said string) error {
	seq, err := s.ruled(r, c, ruling)
	if err != nil {
		return err
	}
	s.changed()
	return s.done(w, r, said, seq)
}

// findingRulings are what a form may ask of a claim, an event or a number.
var findingRulings = map[string]string{"accept": "accepted", "reject": "rejected", "change": "changed", "span": "spanned"}

// decideFinding rules on a claim, an event or a number of one document.
func (s *Server) decideFinding(w http.ResponseWriter, r *http.Request, c *Case) error {
	ruling := ledger.Ruling{Verb: r.FormValue("do"), On: r.PathValue("id"), Within: r.FormValue("document"), Why: r.FormValue("why")}
	said, ok := findingRulings[ruling.Verb]
	if !ok {
		return fmt.Errorf("%w: nothing called %q can be done with a %s", stemma.ErrUsage, ruling.Verb, decide.Sort(ruling.On))
	}
	switch ruling.Verb {
	case "change":
		ruling.Field, ruling.Value = r.FormValue("field"), r.FormValue("value")
	case "span":
		var err error
		if ruling.Words, ruling.At, err = chosenWords(r, c, ruling.Within); err != nil {
			return err
		}
	}
	return s.rule(w, r, c, ruling, said)
}

// chosenWords are the words that a form names, and their place in the text if the
// page's script filled in the one at which they stand.
func chosenWords(r *http.Request, c *Case, document string) (string, stemma.Span, error) {
	words := r.FormValue("words")
	start, errStart := strconv.Atoi(r.FormValue("start"))
	end, errEnd := strconv.Atoi(r.FormValue("end"))
	if errStart != nil || errEnd != nil || start < 0 || end <= start {
		return words, stemma.Span{}, nil
	}
	reading, err := c.Store.Reading(r.Context(), document)
	if err != nil {
		return words, stemma.Span{}, err
	}
	points := reading.Text.Points()
	at := stemma.Span{Start: points.Offset(start), End: points.Offset(end)}
	if !slices.Equal(strings.Fields(reading.Words(at)), strings.Fields(words)) {
		return words, stemma.Span{}, nil
	}
	return words, at, nil
}

// addFinding adds what the machine missed.
func (s *Server) addFinding(w http.ResponseWriter, r *http.Request, c *Case) error {
	ruling := ledger.Ruling{Verb: "add", On: r.PathValue("id"), Field: r.FormValue("what"), Why: r.FormValue("why"), Fields: addedFields(r)}
	var err error
	if ruling.Words, ruling.At, err = chosenWords(r, c, ruling.On); err != nil {
		return err
	}
	return s.rule(w, r, c, ruling, "added")
}

// addedFields are the form's fields that belong to what is added.
func addedFields(r *http.Request) map[string]string {
	names := map[string][]string{"event": {"acled", "date", "actor", "recipient", "place"}, "claim": {"said_by", "stance"}, "quantity": {"number", "of"}}
	out := map[string]string{}
	for _, name := range names[r.FormValue("what")] {
		if v := strings.TrimSpace(r.FormValue(name)); v != "" {
			out[name] = v
		}
	}
	if what := r.FormValue("quantity"); r.FormValue("what") == "quantity" {
		out["what"] = what
	}
	return out
}

// decideCopy says whether two documents are copies.
func (s *Server) decideCopy(w http.ResponseWriter, r *http.Request, c *Case) error {
	verb := "copy"
	if r.FormValue("do") == "not-copy" {
		verb = "not-copy"
	}
	return s.rule(w, r, c, ledger.Ruling{Verb: verb, On: r.FormValue("document"), Value: r.FormValue("of"), Why: r.FormValue("why")}, verb)
}

type anchorsPage struct {
	Rows    []anchorRow
	Reached []line
	Undated int
}

type anchorRow struct {
	Seq                       int64
	Date, Sentence, Where, By string
}

func (s *Server) anchors(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	var p anchorsPage
	for _, d := range sh.rulings.All {
		if d.Kind == stemma.DecideAnchor {
			where := "the whole case"
			if d.Target != "" {
				where = sh.titles[d.Target]
			}
			p.Rows = append(p.Rows, anchorRow{d.Seq, d.Field, d.Value, where, d.By})
		}
	}
	for _, e := range sh.incidents {
		if e.When.Basis == stemma.BasisAnchor && len(p.Reached) < perPage {
			p.Reached = append(p.Reached, newLine(e))
		}
		if !e.When.Known() {
			p.Undated++
		}
	}
	s.show(w, r, "anchors", view{Title: "Anchors", Section: "anchors", Page: p})
	return nil
}

func (s *Server) decideAnchor(w http.ResponseWriter, r *http.Request, c *Case) error {
	return s.rule(w, r, c, ledger.Ruling{
		Verb: "anchor", On: r.FormValue("document"), Field: strings.TrimSpace(r.FormValue("date")), Value: r.FormValue("sentence"), Why: r.FormValue("why"),
	}, "anchored")
}
