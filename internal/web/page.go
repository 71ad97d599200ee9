package web

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"stemma"
	"stemma/internal/api"
	"stemma/internal/draw"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed assets
var assets embed.FS

// pages are the templates, each with the frame around it, read when the first page
// is asked for: most commands show none.
var pages = sync.OnceValue(readPages)

func readPages() map[string]*template.Template {
	out := map[string]*template.Template{}
	shared := template.Must(template.New("frame.html").Funcs(words).ParseFS(templates, "templates/frame.html", "templates/part-*.html"))
	template.Must(shared.ParseFS(draw.Templates, "templates/*.html"))
	names, err := fs.Glob(templates, "templates/*.html")
	if err != nil {
		panic(err) // the pattern is right
	}
	for _, name := range names {
		page := strings.TrimSuffix(strings.TrimPrefix(name, "templates/"), ".html")
		if page != "frame" && !strings.HasPrefix(page, "part-") {
			out[page] = template.Must(template.Must(shared.Clone()).ParseFS(templates, name))
		}
	}
	return out
}

// words are what templates may say of the house's things.
var words = template.FuncMap{
	"days": ledger.Days, "between": ledger.Between, "shorten": func(n int, s string) string { return ledger.Shorten(s, n) },
	"join": strings.Join, "language": ledger.Language,
	"label":  sheet.Label,
	"deref":  func(s *string) string { return *s },
	"plural": draw.Plural, "day": func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04") },
	"short": short, "percent": func(x float64) string { return strconv.Itoa(int(x*100+0.5)) + " %" },
	"status": statusWord, "kilobytes": kilobytes, "kind": ledger.Ruled, "letter": sheet.Letter,
	"rootmarks": rootMarks, "timebar": newTimeBar, "inferred": inferred, "basis": basisWord, "reasons": func() []string { return reasons },
	"key": func(n int) int { return n + 1 }, "subevents": subevents,
}

// short is an id as people compare it: its letter and six digits.
func short(id string) string {
	if len(id) > 8 {
		return id[:8]
	}
	return id
}

func kilobytes(n int) string {
	if n < 1024 {
		return strconv.Itoa(n) + " B"
	}
	return draw.Thousands((n+1023)/1024) + " KB"
}

// A view is what every page is given.
type view struct {
	Title   string
	Section string // of the navigation
	Case    *Case
	Version string
	Doing   *progress // what is being read in, nil if nothing
	Said    string    // what has just been done
	Moment  string    // through which the case is shown, "" for now
	Undo    string    // number of the decision that would be undone
	Page    any
}

// show writes a page.
func (s *Server) show(w http.ResponseWriter, r *http.Request, name string, v view) {
	v.Case, v.Version, v.Doing = s.current(), s.version, s.jobs.running()
	v.Moment = momentOf(r)
	v.Said, v.Undo = r.URL.Query().Get("said"), r.URL.Query().Get("undo")
	if !known(v.Said) {
		v.Said = ""
	}
	s.write(w, http.StatusOK, name, v)
}

func (s *Server) write(w http.ResponseWriter, status int, name string, v view) {
	var b bytes.Buffer
	if err := pages()[name].ExecuteTemplate(&b, "frame.html", v); err != nil {
		http.Error(w, "this page could not be made: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	page := b.String()
	if v.Moment != "" {
		page = keep(page, v.Moment)
	}
	_, _ = io.WriteString(w, page) // who closed the window misses nothing
}

// fail says in words what went wrong, and what to do.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	status := api.Status(err)
	if wantsData(r) {
		http.Error(w, err.Error(), status)
		return
	}
	s.write(w, status, "error", view{Title: http.StatusText(status), Case: s.current(), Version: s.version, Page: err.Error()})
}

func wantsData(r *http.Request) bool {
	return strings.Contains(r.URL.Path, ".json") || strings.Contains(r.URL.Path, ".csv") || strings.Contains(r.URL.Path, ".geojson") || strings.Contains(r.URL.Path, ".atom")
}

// An action answers a request on an open case.
type action func(w http.ResponseWriter, r *http.Request, c *Case) error

// with hands the open case to an action; without one there is only the start
// page.
func (s *Server) with(do action) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := s.current()
		if c == nil {
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		if err := do(w, r, c); err != nil {
			s.fail(w, r, err)
		}
	}
}

// number reads a number from a query; none is what it is without one.
func number(q url.Values, name string, none int) int {
	n, err := strconv.Atoi(q.Get(name))
	if err != nil || n < 0 {
		return none
	}
	return n
}

func notFound(what, id string) error {
	return fmt.Errorf("%w: no %s %q in this case", stemma.ErrNotFound, what, id)
}
