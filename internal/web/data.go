package web

import (
	"bufio"
	"net/http"
	"net/url"
	"strings"

	"stemma/internal/ledger"
)

// lists are the lists of a case by the letter of their page. The rows of each
// are those that the command line prints.
var lists = map[string]string{
	"d": "documents", "copies": "copies", "c": "claims", "e": "events", "i": "incidents", "x": "disagreements", "s": "sources", "a": "actors", "p": "places",
}

// list answers /i.json, /i.csv and /i.geojson with the rows that `stemma
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
	out := bufio.NewWriter(w)
	l := ledger.New(r.Context(), c.Store)
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
	data, err := ledger.New(r.Context(), c.Store).Row(k, id)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err = w.Write(append(data, '\n'))
	return err
}
