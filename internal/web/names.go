package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/draw"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// nameLink is the page of a source, an actor or a place; "" for a private
// person. Two of one name are told apart by their entry in the book.
func nameLink(letter, name, book string) string {
	if ledger.Masked(name) || name == "" {
		return ""
	}
	link := "/" + letter + "/" + url.PathEscape(name)
	if book != "" {
		link += "?" + url.Values{"book": {book}}.Encode()
	}
	return link
}

// A namesPage is a list of actors or of places.
type namesPage struct {
	Rows    []nameRow
	Pager   pager
	Query   url.Values
	Overlay overlayForm
}

type nameRow struct {
	Name, Kind, Country, Link, Book, Known string
	Mentions, Documents                    int
}

func (s *Server) actors(w http.ResponseWriter, r *http.Request, c *Case) error {
	return s.names(w, r, c, stemma.DecideActors, func(row ledger.Row) nameRow {
		v := row.Value.(export.ActorRow)
		book := export.Text(v.Book)
		return nameRow{v.Name, v.Kind, export.Text(v.Country), nameLink("a", v.Name, book), book, "", v.Mentions, len(v.Documents)}
	})
}

func (s *Server) places(w http.ResponseWriter, r *http.Request, c *Case) error {
	return s.names(w, r, c, stemma.DecidePlaces, func(row ledger.Row) nameRow {
		v := row.Value.(export.PlaceRow)
		known := draw.Precision(stemma.Precision(v.Precision)) + " ± " + draw.Metres(v.RadiusM)
		return nameRow{v.Name, v.Kind, export.Text(v.Country), nameLink("p", v.Name, v.Book), v.Book, known, v.Mentions, len(v.Documents)}
	})
}

// names shows the list of a book's names, with the person's own table of them.
func (s *Server) names(w http.ResponseWriter, r *http.Request, c *Case, table stemma.DecisionKind, row func(ledger.Row) nameRow) error {
	kind := string(table)
	rows, err := s.named(r, c, kind)
	if err != nil {
		return err
	}
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	p := namesPage{Query: r.URL.Query(), Overlay: overlayForm{kind, strings.Count(sh.rulings.Overlay(table), "\n") - 1}}
	var all []nameRow
	for _, one := range rows {
		all = append(all, row(one))
	}
	slices.SortStableFunc(all, func(a, b nameRow) int { return b.Mentions - a.Mentions })
	p.Rows, p.Pager = paged(all, r.URL)
	s.show(w, r, kind, view{Title: strings.ToUpper(kind[:1]) + kind[1:], Section: kind, Page: p})
	return nil
}

// A namePage is one actor or place: what documents call it, and where it has a
// part.
type namePage struct {
	nameRow
	Letter    string
	Point     string
	Namings   []namingRow
	More      int
	Incidents []line
	Kinds     []stemma.ActorKind
}

type namingRow struct {
	ledger.Naming
	Link, Where, Title, Back string
	Choices                  []placeChoice
}

// A placeChoice is a runner-up, in words that tell it from its namesakes.
type placeChoice struct{ ID, Words string }

func (s *Server) actor(w http.ResponseWriter, r *http.Request, c *Case) error {
	row, err := s.namedRow(r, c, "actors")
	if err != nil {
		return err
	}
	v := row.Value.(export.ActorRow)
	namings, err := ledger.New(r.Context(), c.Store).ActorNamings(v)
	if err != nil {
		return err
	}
	p := namePage{nameRow: nameRow{v.Name, v.Kind, export.Text(v.Country), "", export.Text(v.Book), "", v.Mentions, len(v.Documents)}, Letter: "a", Kinds: actorKinds}
	return s.showName(w, r, c, p, namings)
}

func (s *Server) place(w http.ResponseWriter, r *http.Request, c *Case) error {
	row, err := s.namedRow(r, c, "places")
	if err != nil {
		return err
	}
	v := row.Value.(export.PlaceRow)
	namings, err := ledger.New(r.Context(), c.Store).PlaceNamings(v)
	if err != nil {
		return err
	}
	known := draw.Precision(stemma.Precision(v.Precision)) + " ± " + draw.Metres(v.RadiusM)
	p := namePage{nameRow: nameRow{v.Name, v.Kind, export.Text(v.Country), "", v.Book, known, v.Mentions, len(v.Documents)}, Letter: "p"}
	p.Point = fmt.Sprintf("%.3f, %.3f", v.Lat, v.Lon)
	return s.showName(w, r, c, p, namings)
}

// namedRow is the row that a page's address names.
func (s *Server) namedRow(r *http.Request, c *Case, kind string) (ledger.Row, error) {
	rows, err := s.named(r, c, kind)
	if err != nil {
		return ledger.Row{}, err
	}
	n := slices.IndexFunc(rows, func(row ledger.Row) bool {
		name, book := row.Called()
		return name == r.PathValue("name") && book == r.URL.Query().Get("book")
	})
	if n < 0 || ledger.Masked(r.PathValue("name")) {
		return ledger.Row{}, notFound(strings.TrimSuffix(kind, "s"), r.PathValue("name"))
	}
	return rows[n], nil
}

// sorts are what the pages of names are of, by the letter in their address.
var sorts = map[string]string{"a": "actor", "p": "place"}

func (s *Server) showName(w http.ResponseWriter, r *http.Request, c *Case, p namePage, namings []ledger.Naming) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	if err := p.fill(newLook(r.Context(), c, sh), sh, namings); err != nil {
		return err
	}
	sort := sorts[p.Letter]
	s.show(w, r, sort, view{Title: p.Name, Section: sort + "s", Page: p})
	return nil
}

// fill puts on a page what names its actor or place, and in which incidents it has a
// part.
func (p *namePage) fill(l *look, sh *shelf, namings []ledger.Naming) error {
	var on []string
	seen := map[string]bool{}
	for _, n := range namings {
		o := l.open(n.Document)
		if o.err != nil {
			return o.err
		}
		row := namingRow{Naming: n, Link: o.link(n.Span), Where: l.where(n.Document), Title: ledger.Shorten(sh.titles[n.Document], 60), Back: "/" + p.Letter}
		for _, other := range n.Others {
			row.Choices = append(row.Choices, placeChoice{other.ID, ledger.PlaceWords(other)})
		}
		p.Namings = append(p.Namings, row)
		for _, id := range n.Incidents {
			on = ledger.With(on, id)
		}
		seen[n.Document] = true
	}
	p.More, p.Incidents = p.Documents-len(seen), sh.lines(on)
	return nil
}

// actorKinds are what a page offers that an actor may be.
var actorKinds = []stemma.ActorKind{
	stemma.KindArmedGroup, stemma.KindStateForce, stemma.KindGovernment, stemma.KindParty, stemma.KindIGO, stemma.KindNGO, stemma.KindAgency,
	stemma.KindOutlet, stemma.KindPeople, stemma.KindPerson, stemma.KindOther,
}

// decideName rules on what a name means, in its document or in the whole case.
func (s *Server) decideName(w http.ResponseWriter, r *http.Request, c *Case) error {
	ruling := ledger.Ruling{
		Verb: "place", On: r.PathValue("id"), Value: cmp.Or(strings.TrimSpace(r.FormValue("own")), r.FormValue("value")), Why: r.FormValue("why"),
		Scope: r.FormValue("scope"), Within: r.FormValue("document"),
	}
	said := "placed"
	if decide.Sort(ruling.On) == "actor" {
		ruling.Verb, said = "not-actor", "not-actor"
	}
	return s.rule(w, r, c, ruling, said)
}

// decideActor says that two names are one actor's.
func (s *Server) decideActor(w http.ResponseWriter, r *http.Request, c *Case) error {
	return s.rule(w, r, c, ledger.Ruling{
		Verb: "same-actor", On: r.FormValue("actor"), Value: r.FormValue("other"), Why: r.FormValue("why"), Scope: r.FormValue("scope"), Within: r.FormValue("document"),
	}, "same-actor")
}
