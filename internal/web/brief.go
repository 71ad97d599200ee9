package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"stemma"
	news "stemma/internal/brief"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/past"
	"stemma/internal/store"
)

type briefPage struct {
	Query    url.Values
	Since    string
	Data     string   // the same as JSON
	Days     []string // on which something was added, the last first
	Asked    bool
	Sections []briefSection
	Gone     []string
}

type briefSection struct {
	Head string
	Rows []export.BriefEntry
}

// newSince is the brief that a request asks for.
func (s *Server) newSince(r *http.Request, c *Case) (export.Brief, error) {
	if c.Stood == nil {
		return export.Brief{}, fmt.Errorf("%w: this case cannot be seen as it stood", stemma.ErrUsage)
	}
	f, err := filterOf(r.URL.Query(), news.Kind())
	if err != nil {
		return export.Brief{}, err
	}
	stood := func(cut past.Cut) (store.Store, error) { return c.Stood(r.Context(), cut) }
	return news.Since(ledger.New(r.Context(), c.Store), stood, r.URL.Query().Get("since"), f)
}

func (s *Server) brief(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	p := briefPage{Query: q, Since: strings.TrimSpace(q.Get("since")), Days: sh.daysAdded(), Data: "/brief.json?" + q.Encode()}
	if p.Asked = p.Since != ""; p.Asked {
		b, err := s.newSince(r, c)
		if err != nil {
			return err
		}
		p.Gone = b.Gone
		for _, one := range []briefSection{{"New", b.New}, {"Changed", b.Changed}, {"Newly disputed", b.Disputed}, {"Undated", b.Undated}} {
			if len(one.Rows) > 0 {
				p.Sections = append(p.Sections, one)
			}
		}
	}
	s.show(w, r, "brief", view{Title: "Brief", Section: "brief", Page: p})
	return nil
}

// briefData is what `stemma brief --json` prints.
func (s *Server) briefData(w http.ResponseWriter, r *http.Request, c *Case) error {
	b, err := s.newSince(r, c)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	return export.Encoder(w).Encode(b)
}

// mostDays is how many days a page offers.
const mostDays = 6

func (sh *shelf) daysAdded() []string {
	var out []string
	for _, d := range sh.documents {
		for _, c := range d.Captures {
			out = ledger.With(out, c.Added.UTC().Format("2006-01-02"))
		}
	}
	slices.Reverse(out)
	return out[:min(len(out), mostDays)]
}
