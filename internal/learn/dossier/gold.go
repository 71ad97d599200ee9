package dossier

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/learn/marked"
)

// A Page is what should be found in one report, as the scorers take it.
type Page struct {
	File      string  `json:"file"`
	Published string  `json:"published"`
	Headline  *string `json:"headline"`
	Origin    Origin  `json:"origin"`
	CopiesOf  *string `json:"copies_of"`
	Complete  bool    `json:"claims_complete"`
	Claims    []Claim `json:"claims"`
	Events    []Told  `json:"events"`
}

// An Origin is where a page's text is from.
type Origin struct {
	Outlet string  `json:"outlet"`
	Agency *string `json:"agency"`
}

// A Claim is a claim by the one run of text that comes nearest to its content.
type Claim struct {
	Quote  string        `json:"quote"`
	Source *string       `json:"source"`
	Chain  []string      `json:"chain"`
	Stance marked.Stance `json:"stance"`
}

// Told is an event with where its first place is.
type Told struct {
	Event
	Place     *string  `json:"place"`
	Country   *string  `json:"place_country"`
	Precision *string  `json:"place_precision"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
}

// Gold is what should be found in a report. Pages of several dossiers are told
// apart by the dossier's name before their own.
func (d *Dossier) Gold(r *Report) Page {
	page := Page{
		File: d.PageName(r.File), Published: r.Published, Headline: orNull(r.Title), Origin: Origin{r.Outlet, orNull(r.Agency)}, Complete: true,
		Claims: []Claim{}, Events: []Told{},
	}
	if r.CopyOf != "" {
		page.CopiesOf = orNull(d.PageName(r.CopyOf))
	}
	for _, claim := range r.Claims {
		page.Claims = append(page.Claims, Claim{r.quotable(claim.Content), orNull(r.source(claim)), d.chain(r, claim), claim.Stance})
	}
	for _, event := range r.Events {
		page.Events = append(page.Events, d.told(event))
	}
	return page
}

// Disputes are a dossier's disagreements, by the names of its pages.
func (d *Dossier) Disputes() []Conflict {
	var out []Conflict
	for _, c := range d.Conflicts {
		c.Values = slices.Clone(c.Values)
		for i := range c.Values {
			c.Values[i].File = d.PageName(c.Values[i].File)
		}
		out = append(out, c)
	}
	return out
}

// Facts are a dossier's corroborations, by the names of its pages.
func (d *Dossier) Facts() []Corroboration {
	var out []Corroboration
	for _, c := range d.Corroborations {
		c.Files, c.Background = d.pageNames(c.Files), d.pageNames(c.Background)
		out = append(out, c)
	}
	return out
}

func (d *Dossier) pageNames(files []string) []string {
	out := []string{}
	for _, file := range files {
		out = append(out, d.PageName(file))
	}
	return out
}

// PageName is the name of a report's page among those of several dossiers.
func (d *Dossier) PageName(file string) string { return d.Name + "-" + file }

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (d *Dossier) told(e Event) Told {
	e.File = d.PageName(e.File)
	if e.Also == nil {
		e.Also = []string{}
	}
	told := Told{Event: e}
	if len(e.Places) == 0 {
		return told
	}
	row := d.places[fold(e.Places[0].Name)]
	lat, _ := strconv.ParseFloat(row.Cell("lat"), 64)
	lon, _ := strconv.ParseFloat(row.Cell("lon"), 64)
	told.Place, told.Country, told.Precision = &e.Places[0].Name, orNull(row.Cell("country")), orNull(precisions[row.Cell("kind")])
	told.Lat, told.Lon = &lat, &lon
	return told
}

// source is the name of a claim's source: who is meant where the markup says so,
// else its words; "" for hearsay.
func (r *Report) source(claim marked.Claim) string {
	if len(claim.Source) > 0 && claim.Name != "" {
		return claim.Name
	}
	return r.words(claim.Source)
}

func (r *Report) words(spans []marked.Span) string {
	var words []string
	for _, s := range spans {
		words = append(words, r.Text[s.From:s.To])
	}
	return strings.Join(words, " ")
}

// chain goes from the outlet to who said it first: the outlet, the agency unless
// the paragraph is the outlet's own, then the sources from the outermost in.
// One actor twice running is one link.
//
//	"Two were held, a guard told Northwire." in the Herald → the Herald, Northwire, a guard
func (d *Dossier) chain(r *Report, claim marked.Claim) []string {
	var sources []string
	for c, steps := claim, 0; steps <= len(r.Claims); steps++ {
		sources = append(sources, r.source(c))
		outer, ok := r.Claim(r.outer(c))
		if !ok {
			break
		}
		c = outer
	}
	links := []string{r.Outlet}
	if !r.isOwn(claim) {
		links = append(links, r.Agency)
	}
	slices.Reverse(sources)
	links = slices.DeleteFunc(append(links, sources...), func(s string) bool { return s == "" })
	return slices.CompactFunc(links, func(a, b string) bool { return d.actor(a) == d.actor(b) })
}

func (d *Dossier) actor(name string) string {
	if row, ok := d.actors[fold(name)]; ok {
		return row.Cell("name")
	}
	return name
}

// outer is the claim that hands another one on; 0 if there is none.
func (r *Report) outer(claim marked.Claim) int {
	if outer, ok := r.Outer[claim.ID]; ok {
		return outer
	}
	for _, c := range r.Claims { // the parent may hand on someone else's words
		if r.Outer[c.ID] == claim.Parent && claim.Parent != 0 && c.ID != claim.ID {
			return c.ID
		}
	}
	return claim.Parent
}

// isOwn reports whether a claim is made in a paragraph that a copy added.
func (r *Report) isOwn(claim marked.Claim) bool {
	at := append(slices.Clone(claim.Cue), claim.Content...)[0].From
	paragraph := r.Text[strings.LastIndex("\n\n"+r.Text[:at], "\n\n"):]
	return slices.ContainsFunc(r.Own, func(own string) bool { return strings.HasPrefix(paragraph, own) })
}

var token = regexp.MustCompile(`[\pL\pN_]+|[^\pL\pN_\s]`)

// quotable is the one run of text that comes nearest to spans and that is found
// by its first occurrence: a content of several pieces is one of them or all
// that lies between, and a word that stands earlier too is made longer.
func (r *Report) quotable(spans []marked.Span) string {
	tokens := token.FindAllStringIndex(r.Text, -1)
	want := touched(tokens, spans)
	best, quote := -1.0, ""
	for _, s := range append(slices.Clone(spans), marked.Span{From: spans[0].From, To: spans[len(spans)-1].To}) {
		for _, run := range []marked.Span{r.widened(s, tokens, true), r.widened(s, tokens, false)} {
			if share := overlap(want, touched(tokens, []marked.Span{run})); share > best {
				best, quote = share, r.Text[run.From:run.To]
			}
		}
	}
	return quote
}

// widened adds tokens on one side until the run's first occurrence is itself.
func (r *Report) widened(s marked.Span, tokens [][]int, back bool) marked.Span {
	if back {
		tokens = slices.Clone(tokens)
		slices.Reverse(tokens)
	}
	for _, t := range tokens {
		switch {
		case strings.Index(r.Text, r.Text[s.From:s.To]) == s.From:
			return s
		case back && t[0] < s.From:
			s.From = t[0]
		case !back && t[1] > s.To:
			s.To = t[1]
		}
	}
	return s
}

func touched(tokens [][]int, spans []marked.Span) map[int]bool {
	out := map[int]bool{}
	for i, t := range tokens {
		if slices.ContainsFunc(spans, func(s marked.Span) bool { return t[0] < s.To && s.From < t[1] }) {
			out[i] = true
		}
	}
	return out
}

func overlap(a, b map[int]bool) float64 {
	both := 0
	for i := range a {
		if b[i] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}
