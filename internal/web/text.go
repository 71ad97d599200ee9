package web

import (
	"net/http"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/ledger"
)

// A region is a stretch of a text as the reader shows it.
type region struct {
	Kind, Label   string
	Aside, Folded bool
	Runs          []run
}

// A run is characters that all stand in the same findings.
type run struct {
	At          int // code points before it
	Text, Class string
	ID, Title   string
	Link        string
	Here, Plain bool
}

// mostText is how many bytes of one text a page shows: enough for a report of
// any length, and not so many that a browser stalls.
const mostText = 400_000

// A setting is how a text is laid out: with which passage marked, and with comments
// and contact lines or with them masked.
type setting struct {
	*look
	opened
	here    stemma.Span
	residue bool
}

// regions cuts the text into regions and runs; cut says which part of a long one it is.
func (l setting) regions() (out []region, cut string) {
	from, to := window(l.opened, l.here)
	cuts := l.cuts()
	for _, reg := range l.Regions {
		s := stemma.Span{Start: max(reg.Start, from), End: min(reg.End, to)}
		if s.Empty() {
			continue
		}
		shown := region{Kind: string(reg.Kind), Aside: !reg.Kind.Read(), Label: label(reg)}
		shown.Folded = shown.Aside && !l.residue && !l.here.Overlaps(s)
		if !shown.Folded {
			shown.Runs = l.runs(s, cuts)
		}
		out = append(out, shown)
	}
	if from > 0 || to < len(l.Text) {
		return out, "A part of a long text: " + kilobytes(to-from) + " of " + kilobytes(len(l.Text)) + "."
	}
	return out, ""
}

// window is the part of a long text around the marked passage.
func window(o opened, here stemma.Span) (from, to int) {
	if len(o.Text) <= mostText {
		return 0, len(o.Text)
	}
	s := o.Text.Whole(stemma.Span{Start: max(0, here.Start-mostText/2), End: min(len(o.Text), max(here.Start+mostText/2, mostText))})
	return s.Start, s.End
}

// label says what a stretch is that was set aside.
func label(r stemma.Region) string {
	if r.Kind == stemma.RegionResidue {
		return "set aside: " + strings.ReplaceAll(string(r.Form), "-", " ")
	}
	return "set aside: " + string(r.Kind)
}

// cuts are the offsets at which a run ends, sorted.
func (l setting) cuts() []int {
	out := []int{l.here.Start, l.here.End}
	add := func(spans ...stemma.Span) {
		for _, s := range spans {
			out = append(out, s.Start, s.End)
		}
	}
	for _, c := range l.Claims {
		add(c.Content...)
		add(c.Source.Span, c.Cue)
	}
	for _, e := range l.Events {
		add(e.Trigger)
	}
	add(l.Unread...)
	slices.Sort(out)
	return slices.Compact(out)
}

// runs are what stands between the cuts of one stretch.
func (l setting) runs(s stemma.Span, cuts []int) []run {
	var out []run
	at := s.Start
	first, _ := slices.BinarySearch(cuts, s.Start+1)
	for _, cut := range append(slices.Clone(cuts[first:]), s.End) {
		if cut > s.End {
			cut = s.End
		}
		if part := (stemma.Span{Start: at, End: cut}); !part.Empty() {
			out = append(out, l.run(part))
			at = cut
		}
	}
	return out
}

// run shows what stands on one stretch: a claim's words, its source, its cue,
// the word that tells of an event, or a sentence that was not coded.
func (l setting) run(s stemma.Span) run {
	r := run{At: l.points.Point(s.Start), Text: l.shown(s), Here: !l.here.Empty() && l.here.Contains(s)}
	classes := append(l.claimed(s, &r), l.told(s, &r)...)
	if slices.ContainsFunc(l.Unread, func(u stemma.Span) bool { return u.Contains(s) }) {
		classes = append(classes, "uncoded")
	}
	if strings.TrimSpace(r.Text) == "" {
		r.Link = "" // nobody can see such a link, or hear it
	}
	r.Class = strings.Join(classes, " ")
	r.Plain = len(classes) == 0 && !r.Here
	return r
}

// claimed shows who says what stands on a stretch, or that it says who.
func (o opened) claimed(s stemma.Span, r *run) []string {
	var classes []string
	if c := o.ClaimHolding(s); c != nil {
		classes = append(classes, "content", string(o.StatusOf(c.ID)))
		r.Title, r.Link = "said by "+o.saidBy(c), claimLink(o.Document, c.ID)
	}
	for i := range o.Claims {
		switch c := &o.Claims[i]; {
		case !s.Empty() && c.Cue.Contains(s):
			classes = append(classes, "cue")
		case c.Source.Span.Contains(s):
			classes = append(classes, "who")
			r.Title, r.Link = "who says it", claimLink(o.Document, c.ID)
		}
	}
	return classes
}

// told shows the events that a stretch tells of.
func (l setting) told(s stemma.Span, r *run) []string {
	var classes []string
	for i := range l.Events {
		e := &l.Events[i]
		if !e.Trigger.Contains(s) {
			continue
		}
		classes = append(classes, "trigger", string(l.StatusOf(e.ID)))
		r.Title = what(e.ACLED, e.Type, e.Mode)
		if id := l.sh.member(e.ID); id != "" {
			r.Link = "/i/" + id
		}
	}
	return classes
}

// shown are the characters of a span; comments and contact lines only when they
// are asked for.
func (l setting) shown(s stemma.Span) string {
	if l.residue {
		return l.Words(s)
	}
	return l.Residue().Words(s)
}

type documentsPage struct {
	Rows    []documentRow
	Pager   pager
	Open    bool
	Running bool
	Results []result
}

type documentRow struct {
	ID, Title, Outlet, State string
	Published                stemma.Interval
	Claims, Events, Unread   int
}

func (s *Server) documents(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	rows, pages := paged(sh.documents, r.URL)
	p := documentsPage{Pager: pages, Open: len(sh.documents) == 0 || r.URL.Query().Get("add") != ""}
	for _, d := range rows {
		row := documentRow{ID: d.ID, Title: ledger.Shorten(sh.titles[d.ID], 90), Outlet: d.Publication.Outlet.Name, State: "read", Published: d.Publication.Published, Claims: d.Claims, Events: d.Events, Unread: d.Unread}
		if a := d.Publication.Agency.Name; a != "" && a != row.Outlet {
			row.Outlet = strings.TrimSpace(row.Outlet + " (" + a + ")")
		}
		if row.Outlet == "" {
			row.Outlet = "unknown"
		}
		if !d.Read {
			row.State = "not read: " + ledger.Language(d.Language)
		}
		p.Rows = append(p.Rows, row)
	}
	p.Results, p.Running = s.jobs.results()
	s.show(w, r, "documents", view{Title: "Documents", Section: "documents", Page: p})
	return nil
}
