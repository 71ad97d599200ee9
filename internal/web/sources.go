package web

import (
	"net/http"
	"slices"

	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/store"
)

type sourcesPage struct {
	Rows    []sourceRow
	Pager   pager
	Query   string
	Unnamed int // claims of sources that are not named, or of nobody in particular
}

type sourceRow struct {
	export.SourceRow
	Link string // "" for a private person
}

// sources are those who speak by name. Who is not named is counted where they
// speak, and never listed or linked.
func (s *Server) sources(w http.ResponseWriter, r *http.Request, c *Case) error {
	rows, err := s.named(r, c, "sources")
	if err != nil {
		return err
	}
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	p := sourcesPage{Query: r.URL.Query().Get("said-by"), Unnamed: sh.claims}
	var all []sourceRow
	for _, row := range rows {
		v := row.Value.(export.SourceRow)
		p.Unnamed -= v.Claims
		all = append(all, sourceRow{v, nameLink("s", v.Name, "")})
	}
	slices.SortStableFunc(all, func(a, b sourceRow) int { return b.Claims - a.Claims })
	p.Rows, p.Pager = paged(all, r.URL)
	s.show(w, r, "sources", view{Title: "Sources", Section: "sources", Page: p})
	return nil
}

type sourcePage struct {
	export.SourceRow
	Chains    []chainRow
	Speeches  []speechRow
	More      int
	Copies    []copyLink
	Incidents []line
}

// A chainRow is a way by which a source reached the reader, and how often.
type chainRow struct {
	Stations []string
	Count    int
}

type speechRow struct {
	ledger.Speech
	Link, At, Where string
}

// speechesShown is how many claims of one source a page lists.
const speechesShown = 60

// source is one who speaks: through whom, what, on which incidents, and which of
// the documents carry each other's text.
func (s *Server) source(w http.ResponseWriter, r *http.Request, c *Case) error {
	name := r.PathValue("name")
	rows, err := s.named(r, c, "sources")
	if err != nil {
		return err
	}
	n := slices.IndexFunc(rows, func(row ledger.Row) bool { return row.ID == name })
	if n < 0 || ledger.Masked(name) {
		return notFound("named source", name)
	}
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	p := sourcePage{SourceRow: rows[n].Value.(export.SourceRow)}
	speeches, err := ledger.New(r.Context(), c.Store).Speeches(p.SourceRow)
	if err != nil {
		return err
	}
	l := newLook(r.Context(), c, sh)
	p.Chains = chains(speeches)
	p.More = max(0, len(speeches)-speechesShown)
	var on []string
	for _, speech := range speeches {
		for _, id := range speech.Incidents {
			on = ledger.With(on, id)
		}
		if o := l.open(speech.Document); len(p.Speeches) < speechesShown && o.err == nil {
			p.Speeches = append(p.Speeches, speechRow{speech, claimLink(speech.Document, speech.Claim), o.link(speech.Span), l.where(speech.Document)})
		}
	}
	p.Incidents = sh.lines(on)
	p.Copies = l.copiesAmong(p.Documents)
	s.show(w, r, "source", view{Title: name, Section: "sources", Page: p})
	return nil
}

// chains are the ways, each once, the most trodden first.
func chains(all []ledger.Speech) []chainRow {
	var out []chainRow
	for _, s := range all {
		n := slices.IndexFunc(out, func(c chainRow) bool { return slices.Equal(c.Stations, s.Chain) })
		if n < 0 {
			n = len(out)
			out = append(out, chainRow{Stations: s.Chain})
		}
		out[n].Count++
	}
	slices.SortStableFunc(out, func(a, b chainRow) int { return b.Count - a.Count })
	return out
}

// copiesAmong are the pairs of some documents that carry each other's text: they
// repeat a source and add no other.
func (l *look) copiesAmong(documents []string) []copyLink {
	var out []copyLink
	for _, c := range l.sh.copies {
		if slices.Contains(documents, c.Document) && slices.Contains(documents, c.Of) {
			title := ledger.Shorten(l.sh.titles[c.Document], 50) + " / " + ledger.Shorten(l.sh.titles[c.Of], 50)
			out = append(out, copyLink{title, "/d/" + c.Document + "/compare/" + c.Of, string(c.Relation) + ", " + shares(c)})
		}
	}
	return out
}

// lines are incidents in a list, by id.
func (sh *shelf) lines(ids []string) []line {
	var out []line
	for _, id := range ids {
		if n, ok := sh.byID[id]; ok {
			out = append(out, newLine(sh.incidents[n]))
		}
	}
	return out
}

// named are the rows of sources, actors or places, those that the command line
// lists. Without a filter they are gathered once.
func (s *Server) named(r *http.Request, c *Case, kind string) ([]ledger.Row, error) {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return nil, err
	}
	k, _ := ledger.KindNamed(kind)
	f, err := filterOf(r.URL.Query(), k)
	if err != nil {
		return nil, err
	}
	whole := !f.Asks()
	if rows, ok := sh.gathered.list(kind); ok && whole {
		return rows, nil
	}
	rows, err := store.All(k.Rows(ledger.New(r.Context(), c.Store), f))
	if err == nil && whole {
		sh.gathered.keep(kind, rows)
	}
	return rows, err
}
