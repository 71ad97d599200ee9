package web

import (
	"net/http"
	"net/url"
	"strconv"

	"stemma/internal/coding"
	"stemma/internal/draw"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

// A line is an incident in a list, in words.
type line struct {
	*entry
	What, Parties, Where, Precision, Killed string
}

func newLine(e *entry) line {
	killed := coding.BookNamed("none").Row(e.Incident, nil)[5]
	out := line{entry: e, What: what(e.ACLED, e.Type, e.Mode), Parties: parties(e.Incident), Killed: killed}
	if len(e.Places) > 0 {
		out.Where = e.Places[0].Place.Name
		out.Precision = draw.Precision(e.Places[0].Place.Precision)
		if n := len(e.Places) - 1; n > 0 {
			out.Precision += " · and " + strconv.Itoa(n) + " more"
		}
	}
	return out
}

// what and parties are how an incident is called in a line.
var what, parties = sheet.What, sheet.Parties

// inTray reports whether an incident has no day or no place.
func (e *entry) inTray() bool { return !e.When.Closed() || len(e.Places) == 0 }

// perPage is how many rows of a list one page has.
const perPage = 100

type pager struct{ Previous, Next, Words string }

// paged cuts the rows of a page out of a list.
func paged[T any](all []T, u *url.URL) ([]T, pager) { return cut(all, u, perPage) }

// cut cuts a page of so many rows out of a list.
func cut[T any](all []T, u *url.URL, most int) ([]T, pager) {
	q := u.Query()
	from := min(number(q, "from-row", 0), len(all))
	to := min(from+most, len(all))
	at := func(row int) string {
		q.Set("from-row", strconv.Itoa(row))
		return u.Path + "?" + q.Encode()
	}
	p := pager{Words: draw.Thousands(from+1) + "–" + draw.Thousands(to) + " of " + draw.Thousands(len(all))}
	if from > 0 {
		p.Previous = at(max(0, from-most))
	}
	if to < len(all) {
		p.Next = at(to)
	}
	return all[from:to], p
}

type incidentsPage struct {
	Rows     []line
	Pager    pager
	Query    url.Values
	Tray     bool
	Filtered bool
	Statuses []string
}

func (s *Server) incidents(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	k, _ := ledger.KindNamed("incidents")
	f, err := filterOf(r.URL.Query(), k)
	if err != nil {
		return err
	}
	p := incidentsPage{Query: r.URL.Query(), Tray: r.URL.Query().Get("tray") != "", Statuses: []string{"proposed", "accepted", "rejected"}, Filtered: r.URL.RawQuery != ""}
	passes, err := ledger.New(r.Context(), c.Store).Passing(f)
	if err != nil {
		return err
	}
	var passed []*entry
	for _, e := range sh.incidents {
		if passes(e.Incident) && (!p.Tray || e.inTray()) {
			passed = append(passed, e)
		}
	}
	rows, pages := paged(passed, r.URL)
	p.Pager = pages
	for _, e := range rows {
		p.Rows = append(p.Rows, newLine(e))
	}
	s.show(w, r, "incidents", view{Title: "Incidents", Section: "incidents", Page: p})
	return nil
}

// filterOf reads a list's filter from the query: the written form in q, and
// fields by the names that the command line has for them.
func filterOf(q url.Values, k ledger.Kind) (*ledger.Filter, error) {
	byName := map[string]string{}
	for _, field := range k.Fields() {
		byName[field.Name] = q.Get(field.Name)
	}
	return k.Filter(q.Get("q"), byName)
}
