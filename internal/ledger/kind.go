package ledger

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/export"
)

// A Row is one thing in a list: as JSON and CSV have it, and in brief for
// people.
type Row struct {
	ID       string
	Key      string        // its place in the list: rows come in the order of their keys, which are unlike
	Status   stemma.Status // "" for kinds that nobody decides on
	Value    export.Celled
	Brief    []string
	When     stemma.Interval // by which people read a list; programs read it by its keys
	Features func() []export.Feature
}

// A Kind is something that a case has lists of. The same rows serve every door.
type Kind struct {
	Name    string
	Short   string
	Heads   []string // of the brief table
	Filters []string
	Rows    func(*Ledger, *Filter) iter.Seq2[Row, error]
}

// scope is when, where, what and who.
var scope = []string{"from", "to", "before", "country", "province", "place", "type", "actor", "said-by"}

// Kinds are all lists of a case.
func Kinds() []Kind {
	return []Kind{
		{"documents", "what was read, and what could be told of it", []string{"ID", "PUBLISHED", "OUTLET", "CLAIMS", "EVENTS", "UNREAD", "TITLE"},
			[]string{"from", "to", "before", "since-added"}, documentRows},
		{"copies", "which documents share their text", []string{"DOCUMENT", "OF", "RELATION", "SHARED", "ORDER", "BASIS"},
			nil, copyRows},
		{"claims", "who says what", []string{"ID", "SAID BY", "STANCE", "WORDS"},
			[]string{"said-by", "status", "since-added"}, claimRows},
		{"events", "who did what to whom, in each telling", []string{"ID", "WHEN", "WHAT", "WHO", "WHOM", "WHERE", "SAID BY"},
			slices.Concat(scope, []string{"status", "dated", "placed", "since-added"}), eventRows},
		{"incidents", "what happened, and how many origins say so", []string{"ID", "WHEN", "ORIGINS", "GRADE", "DISPUTED", "WHAT"},
			slices.Concat(scope, []string{"status", "origins", "disputed", "dated", "placed", "since-added"}), incidentRows},
		{"disagreements", "where accounts cannot all be right, and explained differences", []string{"ID", "TYPE", "FIELD", "OF", "SIDES"},
			[]string{"letter", "field"}, disagreementRows},
		{"sources", "who speaks by name, and through whom", []string{"SAID BY", "KIND", "CLAIMS", "DENIALS", "DOCUMENTS", "THROUGH"},
			[]string{"said-by", "since-added"}, sourceRows},
		{"actors", "states, forces, groups and persons that are named", []string{"NAME", "KIND", "COUNTRY", "MENTIONS", "DOCUMENTS"},
			[]string{"actor", "country", "since-added"}, actorRows},
		{"places", "towns, provinces and sites that are named, and how precisely", []string{"NAME", "KIND", "COUNTRY", "LAT", "LON", "RADIUS M", "MENTIONS"},
			[]string{"country", "province", "place", "since-added"}, placeRows},
	}
}

// KindNamed is the list of that name.
func KindNamed(name string) (Kind, bool) {
	all := Kinds()
	i := slices.IndexFunc(all, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}, false
	}
	return all[i], true
}

// Find is one row of a kind. An incident answers to every id that it ever had, and
// is looked up; the others are looked for.
func (l *Ledger) Find(k Kind, id string) (Row, error) {
	if k.Name == "incidents" {
		i, err := l.Incident(id)
		if err != nil {
			return Row{}, err
		}
		row := l.IncidentRow(i)
		row.Value, err = l.record(i)
		return row, err
	}
	for r, err := range k.Rows(l, &Filter{}) {
		if err != nil {
			return Row{}, err
		}
		if r.ID == id || k.Name == "places" && r.Brief[0] == id {
			return r, nil
		}
	}
	return Row{}, fmt.Errorf("%w: no %s %q; see `stemma %s list`", stemma.ErrNotFound, strings.TrimSuffix(k.Name, "s"), id, k.Name)
}
