package actors

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"strings"

	"stemma"
	"stemma/internal/reference/table"
)

var (
	//go:embed data/states.tsv
	stateTable string
	//go:embed data/forces.tsv
	forceTable string
	//go:embed data/armed.tsv
	armedTable string
	//go:embed data/bodies.tsv
	bodyTable string
	//go:embed data/persons.tsv
	personTable string
	//go:embed data/shy.tsv
	shyTable string
)

// An index is the book's tables, ready to be asked.
type index struct {
	names      trie[alias]
	states     trie[stateName]
	seats      trie[stateName]
	adjectives trie[stateName]
	people     trie[stateName]
	forces     trie[*Force]
	byName     map[string]*State // by name and by country
	byKey      map[string][]*Entry
	shy        map[string]bool
}

func newIndex(overlays []Overlay) *index {
	x := &index{byName: map[string]*State{}, byKey: map[string][]*Entry{}, shy: map[string]bool{}}
	for _, row := range table.Embedded("shy.tsv", shyTable, "name", "note") {
		x.shy[row.Cell("name")] = true
	}
	x.readForces()
	for _, row := range table.Embedded("states.tsv", stateTable, "name", "country", "aliases", "adjectives", "people", "seats", "since", "note") {
		x.addState(x.stateOf(row), row.List("people"), row.List("seats"))
	}
	for _, overlay := range overlays {
		for i := range overlay.entries {
			x.overlay(overlay.entries[i])
		}
	}
	x.read("armed.tsv", armedTable)
	x.read("bodies.tsv", bodyTable)
	x.read("persons.tsv", personTable)
	return x
}

func (x *index) readForces() {
	for _, row := range table.Embedded("forces.tsv", forceTable, "body", "forms", "kind", "name", "note") {
		force := &Force{row.Cell("body"), kinds[row.Cell("kind")], row.Cell("name")}
		for _, form := range row.List("forms") {
			x.forces.add(wordsOf(form), force)
		}
	}
}

// stateOf is the state of a row. Of several rows of one country, the first is the country's
// own; a part of it goes by its name: Catalonia is not ES.
func (x *index) stateOf(row table.Row) *State {
	var since []stemma.Day
	for _, cell := range row.List("since") {
		if on, err := day(cell); err == nil {
			since = append(since, on)
		}
	}
	key := row.Cell("country")
	if key == "" || x.byName[key] != nil {
		key = slug(row.Cell("name"))
	}
	return &State{
		entry: Entry{
			Key: key, Name: row.Cell("name"), Aliases: row.List("aliases"), Kind: stemma.KindState,
			Country: row.Cell("country"), Note: row.Cell("note"),
		},
		adjectives: row.List("adjectives"), since: since,
	}
}

func (x *index) addState(s *State, people, seats []string) {
	for _, name := range append([]string{s.entry.Name}, s.entry.Aliases...) {
		x.states.add(wordsOf(name), stateName{aliasOf(name, &s.entry), s})
	}
	for _, name := range s.adjectives {
		x.adjectives.add(wordsOf(name), stateName{aliasOf(name, &s.entry), s})
	}
	for _, name := range people {
		x.people.add(wordsOf(name), stateName{aliasOf(name, &s.entry), s})
	}
	for _, name := range seats {
		x.seats.add(wordsOf(name), stateName{aliasOf(name, &s.entry), s})
	}
	x.byName[s.entry.Name] = s
	if s.entry.Country != "" && (x.byName[s.entry.Country] == nil || s.entry.Own) {
		x.byName[s.entry.Country] = s
	}
}

// overlay adds an entry of an overlay.
func (x *index) overlay(e Entry) {
	entry := &e
	if entry.Kind != stemma.KindState {
		x.addEntry(entry)
		return
	}
	state := &State{entry: e, adjectives: adjectivesOf(entry.Name)}
	people := make([]string, len(state.adjectives))
	for i, adjective := range state.adjectives {
		people[i] = adjective + "s"
	}
	x.addState(state, people, nil)
}

// adjectivesOf are the adjectives that English might make of a state's name,
// for overlays do not give any: "Arvonia" → "Arvonian"; "Nurash" → "Nurashi".
func adjectivesOf(name string) []string {
	if strings.Contains(name, " ") {
		return []string{name}
	}
	stem := strings.TrimRight(name, "aeiouy")
	out := []string{name}
	for _, ending := range strings.Fields("n i an ian ese ish") {
		out = append(out, name+ending)
		if stem != name && stem+ending != name {
			out = append(out, stem+ending)
		}
	}
	return out
}

// read adds the rows of a table of the book.
func (x *index) read(name, data string) {
	for _, row := range table.Embedded(name, data, append([]string{"same as"}, Columns...)...) {
		entry, err := entryOf(row)
		if err != nil {
			panic(name + ": " + err.Error())
		}
		if same := row.Cell("same as"); same != "" {
			entry = x.same(entry, same)
		}
		entry.Shy = x.shy[entry.Name]
		x.addEntry(&entry)
	}
}

// same is an entry that is another name of a state or of a body of one. It
// stands for it as long as its dates say.
func (x *index) same(e Entry, as string) Entry {
	words := wordsOf(as)
	out := Entry{Name: as}
	if state, n := stateIn(&x.states, words); n == len(words) {
		out = state.entry
	} else if state, n := stateIn(&x.adjectives, words); n > 0 {
		if forces, m := x.forces.longest(words[n:]); n+m == len(words) {
			out = forces[0].Of(state, 0)
		}
	}
	out.Aliases, out.From, out.Until = append([]string{e.Name}, e.Aliases...), e.From, e.Until
	return out
}

func (x *index) addEntry(e *Entry) {
	x.byKey[e.Key] = append(x.byKey[e.Key], e)
	names := append([]string{e.Name}, e.Aliases...)
	for i, name := range names {
		if e.Kind == stemma.KindPerson && titled(name, names) {
			continue
		}
		x.names.add(wordsOf(name), aliasOf(names[i], e))
	}
}

// titled reports whether a name ends in a shorter one of the same person: the
// words before it are a title, which names find for themselves.
//
//	"Governor of Upper Ketha Mirza Halleng" beside "Mirza Halleng"
func titled(name string, names []string) bool {
	for _, other := range names {
		if strings.Contains(other, " ") && strings.HasSuffix(name, " "+other) {
			return true
		}
	}
	return false
}

func wordsOf(name string) []Word {
	return Words(stemma.Text(name), stemma.Span{End: len(name)})
}

func aliasOf(name string, e *Entry) alias { return alias{e, wordsOf(name)} }

// Entries are those of one key, in the order of the book.
func (b *Book) Entries(key string) []*Entry { return b.index().byKey[key] }

// Version changes whenever a table or an overlay does.
func (b *Book) Version() string {
	h := sha256.New()
	for _, data := range []string{
		stateTable, forceTable, armedTable, bodyTable, personTable, shyTable, titleTable, groupTable, headTable, givenTable, deedTable,
	} {
		h.Write([]byte(data))
	}
	for _, overlay := range b.overlays {
		h.Write([]byte(overlay.data))
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}
