package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"stemma/internal/coding"
	"stemma/internal/draw"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/reference/outline"
	"stemma/internal/sheet"
)

// A line is an incident in a list, in words.
type line struct {
	*entry
	What, Parties, Where, Precision, Killed string
	At                                      string // latitude and longitude of the first place that a map shows
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
	if scenes := onMap(e.Incident); len(scenes) > 0 {
		out.At = fmt.Sprintf("%.4f,%.4f", scenes[0].Place.Lat, scenes[0].Place.Lon)
	}
	return out
}

// what and parties are how an incident is called in a line.
var what, parties = ledger.What, sheet.Parties

// inTray reports whether an incident has no day or no place.
func (e *entry) inTray() bool { return !e.When.Closed() || len(e.Places) == 0 }

// How many rows of a list one page has; under a map, which shows the same, fewer.
const (
	perPage  = 100
	underMap = 25
)

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

// The views of a list of incidents, by the keys 1, 2 and 3. All three have the
// same filter, the same selection (the part of the address behind #) and the same
// tray.
var views = []string{"table", "map", "timeline"}

type incidentsPage struct {
	View     string
	Views    []choice
	Rows     []line
	Pager    pager
	Filter   *ledger.Filter
	Asked    []choice // what the filter asks for; following one takes it away
	Fields   []asking
	Data     string // what data twins are asked with
	Tray     tray
	TrayOnly bool
	Passed   int
	Plan     *plan
	Timeline *timeline
}

// A choice is a link with its words.
type choice struct {
	Words, Link, Key string
	Here             bool
}

// tray is what a map or a timeline cannot show.
type tray struct {
	Undated, Unplaced, Countrywide []line // the first few
	Dateless, Placeless, Wide      int    // how many there are
}

const mostInTray = 5

// newTray gathers what has no day, no place, or a country for a place.
func newTray(entries []*entry) tray {
	var t tray
	into := func(few *[]line, n *int, e *entry) {
		if *n++; *n <= mostInTray {
			*few = append(*few, newLine(e))
		}
	}
	for _, e := range entries {
		if !e.When.Closed() {
			into(&t.Undated, &t.Dateless, e)
		}
		switch {
		case len(e.Places) == 0:
			into(&t.Unplaced, &t.Placeless, e)
		case !slices.ContainsFunc(e.Places, drawable):
			into(&t.Countrywide, &t.Wide, e)
		}
	}
	return t
}

func (s *Server) incidents(w http.ResponseWriter, r *http.Request, c *Case) error {
	f, passed, err := s.passing(r, c)
	if err != nil {
		return err
	}
	at := addressOf(r.URL, f)
	p := incidentsPage{View: at.view, Filter: f, Tray: newTray(passed), Data: dataQuery(f), TrayOnly: at.tray, Passed: len(passed), Fields: formFields(f)}
	for n, name := range views {
		p.Views = append(p.Views, choice{name, at.with("view", name), strconv.Itoa(n + 1), name == at.view})
	}
	for _, field := range incidentFields() {
		if value := f.Asked(field.Name); value != "" {
			p.Asked = append(p.Asked, choice{Words: field.Name + ": " + value, Link: at.filtered(f.With(map[string]string{field.Name: ""}))})
		}
	}
	if at.view != "table" {
		p.Timeline = newTimeline(passed, f.Time(), at.view == "timeline", at.between(f))
	}
	if at.view == "map" {
		p.Plan = planOf(passed, r.URL.Query(), at, f)
	}
	most := perPage
	if at.view == "map" {
		most = underMap
	}
	rows, pages := cut(passed, r.URL, most)
	p.Pager = pages
	for _, e := range rows {
		p.Rows = append(p.Rows, newLine(e))
	}
	s.show(w, r, "incidents", view{Title: "Incidents", Section: "incidents", Page: p})
	return nil
}

func planOf(passed []*entry, q url.Values, at address, f *ledger.Filter) *plan {
	chart := newChart(passed)
	b, ok := readBox(q)
	if !ok {
		b = chart.Box
	}
	return newPlan(chart, b, func(name, value string) string {
		if name == "place" {
			return at.filtered(f.With(map[string]string{name: value}))
		}
		return at.with(name, value)
	})
}

// passing are the incidents that a request's filter lets in.
func (s *Server) passing(r *http.Request, c *Case) (*ledger.Filter, []*entry, error) {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return nil, nil, err
	}
	k, _ := ledger.KindNamed("incidents")
	f, err := filterOf(r.URL.Query(), k)
	if err != nil {
		return nil, nil, err
	}
	passes, err := ledger.New(r.Context(), c.Store).PassingOf(f, sh.each())
	if err != nil {
		return nil, nil, err
	}
	tray := r.URL.Query().Get("tray") != ""
	var passed []*entry
	for _, e := range sh.incidents {
		if passes(e.Incident) && (!tray || e.inTray()) {
			passed = append(passed, e)
		}
	}
	return f, passed, nil
}

// mapData answers /i/map.json with what a map shows of ?box= at ?zoom=.
func (s *Server) mapData(w http.ResponseWriter, r *http.Request, c *Case) error {
	_, passed, err := s.passing(r, c)
	if err != nil {
		return err
	}
	chart := newChart(passed)
	b, ok := readBox(r.URL.Query())
	if !ok {
		b = chart.Box
	}
	w.Header().Set("Content-Type", "application/json")
	return export.Encoder(w).Encode(chart.within(b, float64(number(r.URL.Query(), "zoom", int(project(b).zoom))), mostMarks))
}

// outlines is the book that the map is drawn on, or what of it lies in ?box=.
func outlines(w http.ResponseWriter, r *http.Request) {
	packed := outline.Packed
	if b, ok := readBox(r.URL.Query()); ok {
		packed = outline.Open().Within(b[0], b[1], b[2], b[3]).Pack()
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	_, _ = w.Write(packed)
}

// dataQuery is what the data twins of a filtered list are asked with, "" for all of
// it.
func dataQuery(f *ledger.Filter) string {
	if !f.Asks() {
		return ""
	}
	return "?" + url.Values{"q": {f.String()}}.Encode()
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
