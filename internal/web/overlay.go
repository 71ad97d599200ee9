package web

import (
	"fmt"
	"io"
	"net/http"
	"strings"

	"stemma"
	"stemma/internal/ledger"
)

// An overlayForm is what a page says of the table that the case lays over a
// book, and where to take it in and out.
type overlayForm struct {
	Kind string
	Rows int
}

// overlays are the books that a case can lay a table over.
var overlays = map[string]stemma.DecisionKind{"places": stemma.DecidePlaces, "actors": stemma.DecideActors}

// mostTable is how many bytes a person's table may have.
const mostTable = 32 << 20

// overlay gives the case's own table, as `stemma places export` prints it.
func (s *Server) overlay(w http.ResponseWriter, r *http.Request, c *Case) error {
	name, ok := strings.CutSuffix(r.PathValue("kind"), ".tsv")
	kind, known := overlays[name]
	if !ok || !known {
		return notFound("table", r.PathValue("kind"))
	}
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/tab-separated-values; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+c.Name+"-"+name+`.tsv"`)
	_, err = io.WriteString(w, sh.rulings.Overlay(kind))
	return err
}

// layOver lays a person's table over a book, and reads the case again with it.
func (s *Server) layOver(w http.ResponseWriter, r *http.Request, c *Case) error {
	kind, known := overlays[r.PathValue("kind")]
	if !known {
		return notFound("table", r.PathValue("kind"))
	}
	table, err := handedTable(w, r)
	if err != nil {
		return err
	}
	seq, err := s.decided(func() (int64, error) {
		return ledger.New(r.Context(), c.Store).Left(c.Desk.Overlay(r.Context(), kind, table, strings.TrimSpace(r.FormValue("why"))))
	})
	if err != nil {
		return err
	}
	s.changed()
	return s.done(w, r, "laid", seq)
}

// handedTable is the file of a form, else its text.
func handedTable(w http.ResponseWriter, r *http.Request) (string, error) {
	r.Body = http.MaxBytesReader(w, r.Body, mostTable)
	file, _, err := r.FormFile("table")
	if err != nil {
		if text := r.FormValue("text"); strings.TrimSpace(text) != "" {
			return strings.ReplaceAll(text, "\r\n", "\n"), nil
		}
		return "", fmt.Errorf("%w: no table was handed in; choose a tab-separated file", stemma.ErrUsage)
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		return "", fmt.Errorf("%w: read the table: %w", stemma.ErrLimit, err)
	}
	return string(data), nil
}
