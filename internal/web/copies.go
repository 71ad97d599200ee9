package web

import (
	"math"
	"net/http"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/ledger"
)

type copiesPage struct {
	Rows  []copyRow
	Pager pager
}

type copyRow struct {
	Here, There, Relation, Shares, Order, Basis, Link string
	First, Second                                     int
	Decided                                           bool
}

func (s *Server) copies(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	rows, pages := paged(sh.copies, r.URL)
	p := copiesPage{Pager: pages}
	for _, x := range rows {
		p.Rows = append(p.Rows, copyRow{
			Here: ledger.Shorten(sh.titles[x.Document], 60), There: ledger.Shorten(sh.titles[x.Of], 60), Relation: string(x.Relation), Shares: shares(x),
			Order: orderWord(x), Basis: strings.Join(x.Basis, ", "), Link: "/d/" + x.Document + "/compare/" + x.Of, Decided: x.Decided,
			First: int(math.Round(50 * x.Containment[0])), Second: int(math.Round(50 * x.Containment[1])),
		})
	}
	s.show(w, r, "copies", view{Title: "Copies", Section: "copies", Page: p})
	return nil
}

func shares(c stemma.Copy) string {
	percent := words["percent"].(func(float64) string)
	return percent(c.Containment[0]) + " / " + percent(c.Containment[1])
}

func orderWord(c stemma.Copy) string {
	if c.Order == stemma.OrderAfter {
		return "the first is the later"
	}
	return "order unknown"
}

type comparePage struct {
	Words       string
	Differs     []difference
	Here, There pageSide
}

type difference struct{ Here, HereLink, There, ThereLink string }

type pageSide struct {
	ID, Title, Language string
	Runs                []run
}

// compare shows two documents side by side: what differs in a number, a name or
// a negation first.
func (s *Server) compare(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(sh.copies, func(c stemma.Copy) bool { return c.Document == r.PathValue("other") && c.Of == r.PathValue("id") }) {
		http.Redirect(w, r, "/d/"+r.PathValue("other")+"/compare/"+r.PathValue("id"), http.StatusSeeOther)
		return nil
	}
	l := newLook(r.Context(), c, sh)
	a, b := l.open(r.PathValue("id")), l.open(r.PathValue("other"))
	if a.err != nil {
		return a.err
	}
	if b.err != nil {
		return b.err
	}
	x := stemma.Copy{Document: a.Document, Of: b.Document}
	words := "They are not taken for copies."
	if i := slices.IndexFunc(sh.copies, func(c stemma.Copy) bool { return c.Document == a.Document && c.Of == b.Document }); i >= 0 {
		x = sh.copies[i]
		words = strings.ToUpper(string(x.Relation[:1])) + string(x.Relation[1:]) + ": they share " + shares(x) + " of their articles; " + orderWord(x) + "."
	}
	p := comparePage{Words: words, Here: l.pageSide(a, spansOf(x, true)), There: l.pageSide(b, spansOf(x, false))}
	for _, passage := range x.Shared {
		for _, d := range passage.Differs {
			p.Differs = append(p.Differs, difference{a.around(d.Here), a.link(d.Here), b.around(d.There), b.link(d.There)})
		}
	}
	s.show(w, r, "compare", view{Title: "Side by side", Section: "copies", Page: p})
	return nil
}

// marked is a run of a text that two documents share, or in which they differ.
type marked struct {
	stemma.Span
	class string
}

func spansOf(x stemma.Copy, here bool) []marked {
	var out []marked
	pick := func(a, b stemma.Span) stemma.Span {
		if here {
			return a
		}
		return b
	}
	for _, p := range x.Shared {
		whole := pick(p.Here, p.There)
		at := whole.Start
		for _, d := range p.Differs {
			s := pick(d.Here, d.There)
			out = append(out, marked{stemma.Span{Start: at, End: s.Start}, "shared"}, marked{s, "shared differs"})
			at = s.End
		}
		out = append(out, marked{stemma.Span{Start: at, End: whole.End}, "shared"})
	}
	slices.SortFunc(out, func(a, b marked) int { return a.Start - b.Start })
	return out
}

// pageSide is one of the two, its residue left out.
func (l *look) pageSide(o opened, shared []marked) pageSide {
	p := pageSide{ID: o.Document, Title: ledger.Shorten(l.sh.titles[o.Document], 80), Language: o.Language}
	at := 0
	put := func(s stemma.Span, class string) {
		for _, reg := range o.Regions {
			part := stemma.Span{Start: max(s.Start, reg.Start), End: min(s.End, reg.End)}
			if reg.Kind.Read() && !part.Empty() {
				p.Runs = append(p.Runs, run{Text: o.Residue().Words(part), Class: class})
			}
		}
	}
	for _, m := range shared {
		if m.Start < at || m.Empty() {
			continue
		}
		put(stemma.Span{Start: at, End: m.Start}, "")
		put(m.Span, m.class)
		at = m.End
	}
	put(stemma.Span{Start: at, End: len(o.Text)}, "")
	return p
}

// around are words with a few whole ones before and after them.
func (o opened) around(s stemma.Span) string {
	wide := stemma.Span{Start: max(0, s.Start-40), End: min(len(o.Text), s.End+40)}
	for wide.Start > 0 && wide.Start < s.Start && !space(o.Text[wide.Start-1]) {
		wide.Start++
	}
	for wide.End < len(o.Text) && wide.End > s.End && !space(o.Text[wide.End]) {
		wide.End--
	}
	words := strings.Join(strings.Fields(o.mask.Words(o.Text.Whole(wide))), " ")
	if wide.Start > 0 {
		words = "… " + words
	}
	if wide.End < len(o.Text) {
		words += " …"
	}
	return words
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
