package web

import (
	"bufio"
	"net/http"
	"net/url"
	"strings"

	"stemma/internal/export"
	"stemma/internal/feed"
	"stemma/internal/ledger"
)

// lists are the lists of a case by the letter of their page. The rows of each
// are those that the command line prints.
var lists = map[string]string{
	"d": "documents", "copies": "copies", "c": "claims", "e": "events", "i": "incidents", "x": "disagreements", "s": "sources", "a": "actors", "p": "places",
}

// list answers /i.json, /i.csv, /i.geojson and the feeds of /i with the rows that `stemma
// incidents list --json` and `stemma export incidents --proposed` print.
func (s *Server) list(w http.ResponseWriter, r *http.Request, c *Case) error {
	name, format, _ := strings.Cut(r.PathValue("list"), ".")
	if name == "h" && format == "json" {
		return s.historyData(w, r, c)
	}
	k, ok := ledger.KindNamed(lists[name])
	if !ok || format == "" {
		return notFound("page", r.URL.Path)
	}
	f, err := k.Filter(r.URL.Query().Get("q"), parameters(r.URL.Query()))
	if err != nil {
		return err
	}
	l := ledger.New(r.Context(), c.Store)
	if format == "atom" || format == "feed.json" {
		return followed(w, r, c, l, k, f, format)
	}
	out := bufio.NewWriter(w)
	switch format {
	case "json":
		w.Header().Set("Content-Type", "application/json")
		err = ledger.WriteJSON(out, k.Rows(l, f))
	case "csv":
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		rows, _ := ledger.Leaving(l, k, f, true)
		err = ledger.WriteTable(out, k, rows)
	case "geojson":
		w.Header().Set("Content-Type", "application/geo+json")
		rows, _ := ledger.Leaving(l, k, f, true)
		err = ledger.WriteFeatures(out, k, rows)
	default:
		return notFound("page", r.URL.Path)
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

// mostEntries is how many entries a served feed has: readers ask for it often.
const mostEntries = 200

// followed answers /i.atom and /i.feed.json.
func followed(w http.ResponseWriter, r *http.Request, c *Case, l *ledger.Ledger, k ledger.Kind, f *ledger.Filter, format string) error {
	made, _, err := feed.Of(l, k, f, feed.Options{Name: c.Name, Base: "http://" + r.Host, Suffix: "." + format, Proposed: true, Most: mostEntries})
	if err != nil {
		return err
	}
	if format == "atom" {
		w.Header().Set("Content-Type", "application/atom+xml")
		return made.WriteAtom(w)
	}
	w.Header().Set("Content-Type", "application/feed+json")
	return made.WriteJSON(w)
}

// parameters are those of a query but the written filter. One that is no field is
// refused: it would give a list that looks filtered and is not.
func parameters(q url.Values) map[string]string {
	byName := map[string]string{}
	for name := range q {
		if name != "q" {
			byName[name] = q.Get(name)
		}
	}
	return byName
}

// record answers /i/ID.json with one row.
func (s *Server) record(w http.ResponseWriter, r *http.Request, c *Case, kind, id string) error {
	k, _ := ledger.KindNamed(kind)
	row, err := ledger.New(r.Context(), c.Store).Find(k, id)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	return export.Indented(w).Encode(row.Value)
}
