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

// decideIncident carries out a ruling on an incident.
func (s *Server) decideIncident(w http.ResponseWriter, r *http.Request, c *Case) error {
	_, i, err := s.lookUp(r, c, r.PathValue("id"))
	if err != nil {
		return err
	}
	do, why := r.FormValue("do"), strings.TrimSpace(r.FormValue("why"))
	if r.FormValue("reason") != "" {
		do = "reject"
	}
	ruling := stemma.Decision{Kind: stemma.DecisionKind(do), Why: why}
	said := map[string]string{"accept": "accepted", "reject": "rejected", "not-codable": "not-codable", "choose": "chosen", "split": "split", "merge": "merged"}[do]
	switch do {
	case "accept":
	case "reject":
		ruling.Value = r.FormValue("reason")
	case "not-codable":
		ruling.Value = "not codable"
	case "choose":
		ruling.Field, ruling.Value = r.FormValue("field"), strings.TrimSpace(r.FormValue("value"))
	case "split":
		return s.split(w, r, c, i, why)
	case "merge":
		_, with, err := s.lookUp(r, c, strings.TrimSpace(r.FormValue("with")))
		if err != nil {
			return err
		}
		ruling.Value = with.Events[0]
	default:
		return fmt.Errorf("%w: nothing called %q can be done with an incident", stemma.ErrUsage, do)
	}
	seq, err := s.ruled(r, c, func() error { return c.Desk.Incident(r.Context(), i, ruling) })
	if err != nil {
		return err
	}
	if do == "merge" {
		s.changed()
	} else if err := s.replace(r.Context(), c, i.Events[0]); err != nil {
		return err
	}
	return s.done(w, r, said, seq)
}

// split keeps one telling apart from all others of its incident.
func (s *Server) split(w http.ResponseWriter, r *http.Request, c *Case, i stemma.Incident, why string) error {
	seq, err := s.ruled(r, c, func() error { return c.Desk.Split(r.Context(), i, r.FormValue("event"), why) })
	if err != nil {
		return err
	}
	s.changed()
	return s.done(w, r, "split", seq)
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

// ruled does something at the desk, and gives the number of the decision it left
// there.
func (s *Server) ruled(r *http.Request, c *Case, do func() error) (int64, error) {
	if err := s.alone(do); err != nil {
		return 0, err
	}
	var last int64
	for d, err := range c.Store.Decisions(r.Context()) {
		if err != nil {
			return 0, err
		}
		last = d.Seq
	}
	return last, nil
}

// decideFinding rules on a claim, an event or a number of one document.
func (s *Server) decideFinding(w http.ResponseWriter, r *http.Request, c *Case) error {
	document, id, do := r.FormValue("document"), r.PathValue("id"), r.FormValue("do")
	sort := decide.Sort(id)
	ruling := stemma.Decision{Kind: stemma.DecisionKind(do), Target: id, Field: sort, Why: strings.TrimSpace(r.FormValue("why"))}
	act := func() error { return c.Desk.Finding(r.Context(), document, ruling) }
	said := map[string]string{"accept": "accepted", "reject": "rejected", "change": "changed", "span": "spanned"}[do]
	switch do {
	case "accept", "reject":
	case "change":
		ruling.Field, ruling.Value = r.FormValue("field"), strings.TrimSpace(r.FormValue("value"))
	case "span":
		span, err := s.chosenWords(r, c, document)
		if err != nil {
			return err
		}
		act = func() error { return c.Desk.Words(r.Context(), document, span, ruling) }
	default:
		return fmt.Errorf("%w: nothing called %q can be done with a %s", stemma.ErrUsage, do, sort)
	}
	seq, err := s.ruled(r, c, act)
	if err != nil {
		return err
	}
	s.changed()
	return s.done(w, r, said, seq)
}

// chosenWords are the words that a form names: by their place in the text if the
// page's script filled it in, else by what they say.
func (s *Server) chosenWords(r *http.Request, c *Case, document string) (stemma.Span, error) {
	reading, err := c.Store.Reading(r.Context(), document)
	if err != nil {
		return stemma.Span{}, err
	}
	words := r.FormValue("words")
	start, errStart := strconv.Atoi(r.FormValue("start"))
	end, errEnd := strconv.Atoi(r.FormValue("end"))
	if errStart == nil && errEnd == nil && 0 <= start && start < end {
		points := reading.Text.Points()
		span := stemma.Span{Start: points.Offset(start), End: points.Offset(end)}
		if strings.Join(strings.Fields(reading.Words(span)), " ") == strings.Join(strings.Fields(words), " ") {
			return span, nil
		}
	}
	span, ok := decide.Locate(reading.Text, words)
	if !ok {
		return span, fmt.Errorf("%w: these words do not stand in the text, or stand there more than once: %q; take a few more words around them", stemma.ErrUsage, words)
	}
	return span, nil
}

// addFinding adds what the machine missed.
func (s *Server) addFinding(w http.ResponseWriter, r *http.Request, c *Case) error {
	id, what := r.PathValue("id"), r.FormValue("what")
	span, err := s.chosenWords(r, c, id)
	if err != nil {
		return err
	}
	ruling := stemma.Decision{Kind: stemma.DecideAdd, Field: what, Why: strings.TrimSpace(r.FormValue("why")), Value: addedFields(what, r).Encode()}
	seq, err := s.ruled(r, c, func() error { return c.Desk.Words(r.Context(), id, span, ruling) })
	if err != nil {
		return err
	}
	s.changed()
	return s.done(w, r, "added", seq)
}

// addedFields are the form's fields that belong to what is added.
func addedFields(what string, r *http.Request) url.Values {
	names := map[string][]string{"event": {"acled", "date", "actor", "recipient", "place"}, "claim": {"said_by", "stance"}, "quantity": {"number", "of"}}[what]
	out := url.Values{}
	for _, name := range names {
		if v := strings.TrimSpace(r.FormValue(name)); v != "" {
			out.Set(name, v)
		}
	}
	if sub, ok := coding.SubeventNamed(out.Get("acled")); ok {
		out.Set("type", sub.Type)
		out.Set("mode", sub.Mode)
	}
	if what == "quantity" {
		out.Set("what", r.FormValue("quantity"))
	}
	return out
}

// decideCopy says whether two documents are copies.
func (s *Server) decideCopy(w http.ResponseWriter, r *http.Request, c *Case) error {
	ruling := stemma.Decision{
		Kind: stemma.DecideCopy, Target: strings.TrimSpace(r.FormValue("document")), Value: strings.TrimSpace(r.FormValue("of")), Why: strings.TrimSpace(r.FormValue("why")),
	}
	if r.FormValue("do") == "not-copy" {
		ruling.Kind = stemma.DecideNotCopy
	}
	seq, err := s.ruled(r, c, func() error { return c.Desk.Pair(r.Context(), ruling) })
	if err != nil {
		return err
	}
	s.changed()
	return s.done(w, r, string(ruling.Kind), seq)
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
	ruling := stemma.Decision{
		Kind: stemma.DecideAnchor, Target: strings.TrimSpace(r.FormValue("document")), Field: strings.TrimSpace(r.FormValue("date")),
		Value: strings.TrimSpace(r.FormValue("sentence")), Why: strings.TrimSpace(r.FormValue("why")),
	}
	seq, err := s.ruled(r, c, func() error { return c.Desk.Rule(r.Context(), ruling) })
	if err != nil {
		return err
	}
	s.changed()
	return s.done(w, r, "anchored", seq)
}
