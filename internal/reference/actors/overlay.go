package actors

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/table"
)

// An Overlay is a case's own table of actors.
type Overlay struct {
	data    string
	entries []Entry
}

// Columns are those of a table of actors.
var Columns = []string{"name", "aliases", "kind", "country", "member of", "leader of", "speaks for", "from", "until", "note"}

// kinds are the root's kinds and the words that overlays use for them.
var kinds = func() map[string]stemma.ActorKind {
	out := map[string]stemma.ActorKind{
		"rebel": stemma.KindArmedGroup, "militia": stemma.KindArmedGroup, "gang": stemma.KindArmedGroup, "company": stemma.KindOther,
		"union": stemma.KindOther, "organisation": stemma.KindOther, "organization": stemma.KindOther, "monitor": stemma.KindNGO,
		"charity": stemma.KindNGO, "hospital": stemma.KindNGO, "ministry": stemma.KindGovernment, "army": stemma.KindStateForce,
		"police": stemma.KindStateForce, "newspaper": stemma.KindOutlet, "civilians": stemma.KindPeople, "alliance": stemma.KindCoalition,
	}
	for _, kind := range []stemma.ActorKind{
		stemma.KindState, stemma.KindGovernment, stemma.KindStateForce, stemma.KindArmedGroup, stemma.KindUnnamedGroup,
		stemma.KindCoalition, stemma.KindIGO, stemma.KindNGO, stemma.KindAgency, stemma.KindOutlet, stemma.KindParty,
		stemma.KindPeople, stemma.KindPerson, stemma.KindOther,
	} {
		out[string(kind)] = kind
	}
	return out
}()

// ReadOverlay reads a case's table. Name is the file's, for errors, which say
// in which line what is wrong and what to write instead.
func ReadOverlay(name, data string) (Overlay, error) {
	rows, err := table.Parse(name, data, Columns...)
	if err != nil {
		return Overlay{}, fmt.Errorf("%w; a table of actors has the columns %s", err, strings.Join(Columns, ", "))
	}
	overlay := Overlay{data: data}
	for _, row := range rows {
		entry, err := entryOf(row)
		if err != nil {
			return Overlay{}, fmt.Errorf("read %s line %d: %w", name, row.Line, err)
		}
		entry.Key, entry.Own = "own:"+entry.Key, true
		overlay.entries = append(overlay.entries, entry)
	}
	return overlay, nil
}

// entryOf makes an entry of a row of a table.
func entryOf(row table.Row) (Entry, error) {
	e := Entry{
		Name: row.Cell("name"), Aliases: row.List("aliases"), Country: row.Cell("country"), MemberOf: row.Cell("member of"),
		LeaderOf: row.Cell("leader of"), SpeaksFor: row.Cell("speaks for"), Note: row.Cell("note"),
	}
	if e.Name == "" {
		return e, fmt.Errorf("no name: write one in the first column")
	}
	kind, ok := kinds[row.Cell("kind")]
	if !ok {
		return e, fmt.Errorf("kind %q of %s is not known: write one of %s", row.Cell("kind"), e.Name, strings.Join(kindNames(), ", "))
	}
	e.Kind, e.Key = kind, slug(e.Name)
	var err error
	if e.From, err = day(row.Cell("from")); err != nil {
		return e, fmt.Errorf("from: %w", err)
	}
	if e.Until, err = day(row.Cell("until")); err != nil {
		return e, fmt.Errorf("until: %w", err)
	}
	return e, nil
}

func kindNames() []string {
	var out []string
	for name := range kinds {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// day reads a date of which month and day may be missing: "2018" is its first
// day.
func day(s string) (stemma.Day, error) {
	switch len(s) {
	case 0:
		return 0, nil
	case len("2018"):
		s += "-01-01"
	case len("2018-05"):
		s += "-01"
	}
	return stemma.ParseDay(s)
}

// slug makes a key of a name: "Hassan Nasrallah" → "hassan-nasrallah".
func slug(name string) string {
	var keys []string
	for _, word := range Words(stemma.Text(name), stemma.Span{End: len(name)}) {
		keys = append(keys, word.Key)
	}
	return strings.Join(keys, "-")
}
