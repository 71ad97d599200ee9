package web

import (
	"cmp"
	"net/http"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/ledger"
	"stemma/internal/store"
)

type documentPage struct {
	ID, Title, Tab, Language, SetAside, Source, Cut, OtherVersion, Selected string
	Outlet, Agency                                                          namedWords
	Published                                                               stemma.Interval
	PublishedBasis, PublishedAt                                             string
	Listing                                                                 store.Listing
	Captures                                                                []stemma.Capture
	Read, Residue, Adding                                                   bool
	Copies                                                                  []copyLink
	Regions                                                                 []region
	Claims                                                                  []claimRow
	Events                                                                  []eventLine
	Unread                                                                  []wordLink
	Notes                                                                   []stemma.Note
	Orphans                                                                 []deed
	Actors, Places                                                          []string
	Toponyms                                                                []toponym
}

// A toponym is a name of a place on the page, what it is taken for, and what
// else it may be.
type toponym struct {
	ID, Words, Link, Taken string
	Others                 []stemma.Place
}

type namedWords struct {
	Name, Link, Basis string
	Known             bool
}

type copyLink struct{ Title, Link, Words string }

// document is the reader: the text with what was found in it.
func (s *Server) document(w http.ResponseWriter, r *http.Request, c *Case) error {
	id, data := strings.CutSuffix(r.PathValue("id"), ".json")
	if data {
		return s.record(w, r, c, "documents", id)
	}
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	listing, err := listed(r, c, id)
	if err != nil {
		return err
	}
	l := newLook(r.Context(), c, sh)
	o := l.open(id)
	if o.err != nil {
		return o.err
	}
	p := l.documentPage(o, listing)
	if err := p.turn(r, c, l, o); err != nil {
		return err
	}
	s.show(w, r, "document", view{Title: p.Title, Section: "documents", Page: p})
	return nil
}

// turn opens a page of the reader at what its address asks for: a tab, a passage, a former
// reading, words to add a finding at.
func (p *documentPage) turn(r *http.Request, c *Case, l *look, o opened) error {
	q := r.URL.Query()
	if v := q.Get("v"); v != "" && v != p.Listing.Version {
		p.OtherVersion = v
	}
	p.Tab, p.Residue, p.Selected = cmp.Or(q.Get("tab"), "text"), q.Get("residue") != "", q.Get("words")
	p.Adding = p.Selected != "" || q.Get("add") != ""
	switch p.Tab {
	case "source":
		return p.sourceCode(r, c)
	case "text":
		p.Regions, p.Cut = setting{l, o, passageAt(q.Get("at"), o), p.Residue}.regions()
	}
	return nil
}

func listed(r *http.Request, c *Case, id string) (store.Listing, error) {
	for d, err := range c.Store.Documents(r.Context(), store.Which{IDs: []string{id}}) {
		return d, err
	}
	return store.Listing{}, notFound("document", id)
}

// passageAt reads "120,164", code points, as the permalink of a passage has it.
func passageAt(at string, o opened) stemma.Span {
	first, last, _ := strings.Cut(at, ",")
	from, errFrom := strconv.Atoi(first)
	to, errTo := strconv.Atoi(last)
	if errFrom != nil || errTo != nil || from < 0 || to < from {
		return stemma.Span{}
	}
	return stemma.Span{Start: o.points.Offset(from), End: o.points.Offset(to)}
}

func (l *look) documentPage(o opened, listing store.Listing) documentPage {
	pub := o.Publication
	p := documentPage{
		ID: o.Document, Title: cmp.Or(o.mask.Hide(pub.Title.Name), l.sh.titles[o.Document]), Language: o.Language, Read: o.Read,
		Listing: listing, Captures: listing.Captures, Published: pub.Published, PublishedBasis: basisWord(pub.Published),
		Outlet: o.named(pub.Outlet), Agency: o.named(pub.Agency), Claims: l.claimRows(o.Document), Notes: o.Notes, SetAside: setAside(o.Reading),
	}
	if !pub.Published.Words.Empty() {
		p.PublishedAt = o.link(pub.Published.Words)
	}
	for i := range o.Events {
		p.Events = append(p.Events, l.eventLine(o, &o.Events[i]))
	}
	for _, s := range o.Unread {
		p.Unread = append(p.Unread, wordLink{ledger.Shorten(o.mask.Words(s), 140), o.link(s)})
	}
	for _, d := range o.Orphans {
		p.Orphans = append(p.Orphans, deed{Words: ledger.Deed(d), By: d.By})
	}
	p.Copies = l.copiesOf(o.Document)
	p.Actors, p.Places = o.knownNames()
	p.Toponyms = o.toponyms()
	return p
}

func (o opened) named(w stemma.Words) namedWords {
	n := namedWords{Name: o.mask.Hide(w.Name), Known: w.Known(), Basis: string(w.Basis)}
	if !w.Span.Empty() {
		n.Link = o.link(w.Span)
	}
	return n
}

// knownNames are what the form for adding offers: the page's own actors and
// places.
func (o opened) knownNames() (actors, places []string) {
	for _, a := range o.Actors {
		actors = ledger.With(actors, o.mask.Hide(a.Name))
	}
	for _, p := range o.Places {
		if p.Known() && !p.Adjective {
			places = ledger.With(places, p.Place.Name)
		}
	}
	return actors, places
}

// toponyms are the names of places, each spelling once.
func (o opened) toponyms() []toponym {
	var out []toponym
	seen := map[string]bool{}
	for _, t := range o.Places {
		words := o.mask.Words(t.Span)
		if t.Adjective || t.Inside || seen[words] {
			continue
		}
		seen[words] = true
		others := t.Alternatives
		if t.Known() {
			others = append([]stemma.Place{t.Place}, others...)
		}
		out = append(out, toponym{t.ID, words, o.link(t.Span), cmp.Or(t.Place.ID, "none"), others})
	}
	return out
}

// setAside is how much of a page is residue or comment.
func setAside(r *stemma.Reading) string {
	n := 0
	for _, region := range r.Regions {
		if !region.Kind.Read() {
			n += region.Len()
		}
	}
	if len(r.Text) == 0 {
		return "0 %"
	}
	return strconv.Itoa((100*n+len(r.Text)/2)/len(r.Text)) + " %"
}

func (l *look) copiesOf(document string) []copyLink {
	var out []copyLink
	for _, c := range l.sh.copies {
		other := c.Of
		if c.Of == document {
			other = c.Document
		} else if c.Document != document {
			continue
		}
		out = append(out, copyLink{ledger.Shorten(l.sh.titles[other], 60), "/d/" + c.Document + "/compare/" + c.Of, string(c.Relation) + ", " + shares(c)})
	}
	return out
}

// mostSource is how many bytes of an original a page shows as source code.
const mostSource = 300_000

func (p *documentPage) sourceCode(r *http.Request, c *Case) error {
	d, err := c.Store.Original(r.Context(), p.ID)
	if err != nil {
		return err
	}
	text := strings.ToValidUTF8(string(d.Bytes[:min(len(d.Bytes), mostSource)]), "�")
	p.Source = hidden.Replace(text)
	if len(d.Bytes) > mostSource {
		p.Cut = "The first " + kilobytes(mostSource) + " of " + kilobytes(len(d.Bytes)) + "."
	}
	return nil
}

// hidden shows signs that turn the direction of a text, or show nothing at all,
// as what they are.
var hidden = strings.NewReplacer("\u202a", "[LRE]", "\u202b", "[RLE]", "\u202c", "[PDF]", "\u202d", "[LRO]", "\u202e", "[RLO]",
	"\u2066", "[LRI]", "\u2067", "[RLI]", "\u2068", "[FSI]", "\u2069", "[PDI]", "\u200b", "[ZWSP]", "\u200e", "[LRM]", "\u200f", "[RLM]", "\ufeff", "[BOM]")

// sandbox is the policy of an original: it runs nothing, loads nothing, sends
// nothing, and is shown in a frame of this program only.
const sandbox = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox"

// original is the page as it came, for the sandboxed frame alone.
func (s *Server) original(w http.ResponseWriter, r *http.Request, c *Case) error {
	if dest := r.Header.Get("Sec-Fetch-Dest"); dest != "iframe" {
		http.Redirect(w, r, "/d/"+r.PathValue("id")+"?tab=original", http.StatusSeeOther)
		return nil
	}
	d, err := c.Store.Original(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Security-Policy", sandbox)
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Content-Type", "text/plain; charset=utf-8")
	if d.MediaType == "text/html" {
		h.Set("Content-Type", "text/html")
	}
	_, err = w.Write(d.Bytes)
	return err
}

// raw gives the bytes to keep elsewhere; no browser shows them.
func (s *Server) raw(w http.ResponseWriter, r *http.Request, c *Case) error {
	d, err := c.Store.Original(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", `attachment; filename="`+d.ID+`"`)
	_, err = w.Write(d.Bytes)
	return err
}
