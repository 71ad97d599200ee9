package ledger

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/export"
)

// A Naming is what one document calls an actor or a place, with its first words,
// what else they may mean, and the incidents in which it has a part. Rulings on
// it are on its ID.
type Naming struct {
	ID, Document string
	Words        string // private persons masked
	Span         stemma.Span
	Count        int            // how often
	Others       []stemma.Place // runners-up of a place, best first
	Kind         stemma.ActorKind
	Incidents    []string // sorted
}

// Called is the name in a row of actors, places or sources, and its entry in the
// book, which tells namesakes apart.
func (r Row) Called() (name, book string) {
	switch v := r.Value.(type) {
	case export.ActorRow:
		return v.Name, export.Text(v.Book)
	case export.PlaceRow:
		return v.Name, v.Book
	}
	return r.ID, ""
}

// Masked reports whether a name is a private person's, which leads nowhere.
func Masked(name string) bool { return strings.ContainsRune(name, '█') }

// mayFollow reports whether one may be shown where an actor has a part across a
// case: a state, a force or a group, and neither a person nor a unit.
func mayFollow(row export.ActorRow) bool {
	return row.Kind != string(stemma.KindPerson) && !unit.MatchString(row.Name)
}

// mostNamings is how many documents are opened for one name.
const mostNamings = 60

// ActorNamings are the names of an actor, document by document.
func (l *Ledger) ActorNamings(row export.ActorRow) ([]Naming, error) {
	return l.namings(row.Documents, func(r decide.Ruled) []Naming {
		mask := r.Mask()
		var out []Naming
		for _, a := range r.Actors {
			if mask.Hide(a.Name) != row.Name || a.Book != export.Text(row.Book) {
				continue
			}
			span, _ := decide.Extent(r.Reading, a.ID)
			n := Naming{ID: a.ID, Document: r.Document, Words: mask.Words(span), Span: span, Count: len(a.Mentions), Kind: a.Kind}
			if mayFollow(row) {
				n.Incidents = l.incidentsWith(r.Reading, func(e *stemma.Event) bool { return acts(e, a.ID) })
			}
			out = append(out, n)
		}
		return out
	})
}

func acts(e *stemma.Event, actor string) bool {
	return slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(r stemma.Role) bool { return r.Actor == actor })
}

// PlaceNamings are the names of a place, document by document, each spelling
// once.
func (l *Ledger) PlaceNamings(row export.PlaceRow) ([]Naming, error) {
	return l.namings(row.Documents, func(r decide.Ruled) []Naming {
		mask := r.Mask()
		at := map[string]int{}
		var out []Naming
		for _, t := range r.Places {
			if !t.Known() || t.Adjective || t.Place.ID != row.Book || t.Place.Name != row.Name {
				continue
			}
			words := mask.Words(t.Span)
			n, seen := at[strings.ToLower(words)]
			if !seen {
				n = len(out)
				at[strings.ToLower(words)] = n
				out = append(out, Naming{ID: t.ID, Document: r.Document, Words: words, Span: t.Span, Others: t.Alternatives})
			}
			out[n].Count++
			for _, incident := range l.incidentsWith(r.Reading, func(e *stemma.Event) bool { return happens(e, t.ID) }) {
				out[n].Incidents = With(out[n].Incidents, incident)
			}
		}
		return out
	})
}

func happens(e *stemma.Event, toponym string) bool {
	return slices.ContainsFunc(e.Places, func(p stemma.PlaceRole) bool { return p.Place == toponym })
}

func (l *Ledger) namings(documents []string, of func(decide.Ruled) []Naming) ([]Naming, error) {
	var out []Naming
	for _, id := range documents[:min(len(documents), mostNamings)] {
		r, err := l.Reading(id)
		if err != nil {
			return nil, err
		}
		out = append(out, of(r)...)
	}
	return out, nil
}

// incidentsWith are those of a reading's events that have something.
func (l *Ledger) incidentsWith(r *stemma.Reading, has func(*stemma.Event) bool) []string {
	var out []string
	for i := range r.Events {
		if e := &r.Events[i]; has(e) {
			if m, err := l.Member(e.ID); err == nil && m.Incident != "" {
				out = With(out, m.Incident)
			}
		}
	}
	return out
}

// A Speech is one claim of a source in one document, with the way that it came.
type Speech struct {
	Document, Claim, Stance string
	Words                   string
	Span                    stemma.Span
	Chain                   []string // outlet first, the source itself last; "unknown" for an outlet that is not known
	Incidents               []string
}

// Speeches are the claims of a named source. What is masked in the list of
// sources is masked here, and cannot be asked for.
func (l *Ledger) Speeches(row export.SourceRow) ([]Speech, error) {
	var out []Speech
	for _, id := range row.Documents[:min(len(row.Documents), mostNamings)] {
		r, err := l.Reading(id)
		if err != nil {
			return nil, err
		}
		mask := r.Mask()
		for i := range r.Claims {
			c := &r.Claims[i]
			if !listed(c.Source.Kind) || mask.Hide(c.Source.Name) != row.Name {
				continue
			}
			s := Speech{Document: id, Claim: c.ID, Stance: string(c.Stance), Words: mask.Words(c.Extent()), Span: c.Extent(), Chain: chain(r.Reading, c, mask)}
			s.Incidents = l.incidentsWith(r.Reading, func(e *stemma.Event) bool { return e.Claim == c.ID })
			out = append(out, s)
		}
	}
	return out, nil
}

// listed reports whether sources of a kind are listed: unnamed ones are counted
// where they speak.
func listed(kind stemma.SourceKind) bool {
	return kind != stemma.SourceUnnamed && kind != stemma.SourceNone
}

// chain are the stations of a claim. One that the page does not name is not
// named here either.
func chain(r *stemma.Reading, c *stemma.Claim, mask stemma.Mask) []string {
	var out []string
	for _, link := range c.Chain {
		switch name := mask.Hide(link.Name); {
		case name == "":
			out = append(out, "unknown")
		case nobodyNamed(r, link):
			out = append(out, "somebody not named")
		default:
			out = append(out, name)
		}
	}
	return out
}

// nobodyNamed reports whether a station is a source that the page does not name.
func nobodyNamed(r *stemma.Reading, link stemma.Link) bool {
	return slices.ContainsFunc(r.Claims, func(c stemma.Claim) bool {
		return c.Source.Kind == stemma.SourceUnnamed && c.Source.Name == link.Name
	})
}
