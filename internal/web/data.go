package web

import (
	"bufio"
	"io"
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
	mime, ok := dataTypes[format]
	if !ok {
		return notFound("page", r.URL.Path)
	}
	w.Header().Set("Content-Type", mime)
	rows := handed{ledger.New(r.Context(), c.Store), k, f}
	if format == "atom" || format == "feed.json" {
		return rows.follow(w, format, feed.Options{Name: c.Name, Base: "http://" + r.Host, Suffix: "." + format, Proposed: true, Most: mostEntries})
	}
	out := bufio.NewWriter(w)
	if err := rows.write(out, format); err != nil {
		return err
	}
	return out.Flush()
}

// dataTypes are the media types of what a list is handed out as, by the end of its
// address.
var dataTypes = map[string]string{
	"json": "application/json", "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json",
	"atom": "application/atom+xml", "feed.json": "application/feed+json",
}

// mostEntries is how many entries a served feed has: readers ask for it often.
const mostEntries = 200

// handed are the rows of a list that a filter lets through, as they are handed out.
type handed struct {
	ledger *ledger.Ledger
	kind   ledger.Kind
	filter *ledger.Filter
}

// write writes the rows as JSON, CSV or GeoJSON.
func (d handed) write(w io.Writer, format string) error {
	if format == "json" {
		return ledger.WriteJSON(w, d.kind.Rows(d.ledger, d.filter))
	}
	rows, _ := ledger.Leaving(d.ledger, d.kind, d.filter, true)
	if format == "csv" {
		return ledger.WriteTable(w, d.kind, rows)
	}
	return ledger.WriteFeatures(w, d.kind, rows)
}

// follow writes the rows as a feed: /i.atom and /i.feed.json.
func (d handed) follow(w io.Writer, format string, options feed.Options) error {
	made, _, err := feed.Of(d.ledger, d.kind, d.filter, options)
	if err != nil {
		return err
	}
	if format == "atom" {
		return made.WriteAtom(w)
	}
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
