package count

import (
	"strings"

	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/noun"
)

// count says what a number counts and what became of it.
func (t *telling) count(c *counting) {
	if t.money(c) || t.share(c) {
		return
	}
	noun, of, ok := t.noun(c.end)
	if byTree := t.nounByTree(*c); (noun < 0 || !ok) && byTree >= 0 {
		noun, of = byTree, t.class(c.end, byTree)
	}
	if noun >= 0 {
		c.noun, c.of, c.to = noun, of, noun+1
	}
	if t.word(c.end) == "of" && standsFor[t.word(c.end+1)] {
		c.to = c.end + 2 // "seven of them"
	}
	c.unit = of.Unit
	if c.unit != "" || of.Kind == "measure" {
		c.what = of.What
		return
	}
	if c.what = t.what(*c); c.noun < 0 && fates[c.what] {
		c.of = t.ofNumber(*c)
	}
}

// standsFor are the words that stand for those who were counted before.
var standsFor = lists.Set("stands for")

// noun scans from the number to the noun that is counted, over its adjectives
// and over "of": "dozens of heavily armed Struvian fighters" → fighters. The
// report is false for a noun of no class that we know.
func (t *telling) noun(from int) (int, lexicon.CountedNoun, bool) {
	const farthest = 9
	if what, ok := t.harmedOf(from); ok {
		return from + 2, lexicon.CountedNoun{What: what, Kind: "harm"}, true
	}
	best, known, class := -1, false, lexicon.CountedNoun{}
	for i := from; i < min(len(t.words), from+farthest) && t.leadsOn(i, from, best >= 0); i++ {
		if !t.nominal(i) {
			continue
		}
		if c, ok := t.countedAt(from, i); ok {
			best, known, class = i, true, c
		} else if !known || t.tag(i) == "NOUN" && t.compound(i) {
			best, known, class = i, false, lexicon.CountedNoun{}
		}
	}
	return best, class, known
}

// harmedOf is what became of those whom "of the" names behind a number: "two of the
// wounded" → injured.
func (t *telling) harmedOf(from int) (string, bool) {
	if t.word(from) != "of" || t.word(from+1) != "the" || from+2 >= len(t.words) {
		return "", false
	}
	return t.harm("noun", from+2)
}

// leadsOn reports whether the way from a number to its noun goes on over a word; once a
// noun is found, only over further nouns.
func (t *telling) leadsOn(i, from int, found bool) bool {
	if found && !t.ofName(i) && (!t.nominal(i) || t.timeWord(i)) {
		return false
	}
	return t.within(i, from) && !t.harmWord(i)
}

// ofName reports whether a mark of the genitive stands in a name: "20 New People's Army
// guerrillas" are guerrillas, and no people.
func (t *telling) ofName(i int) bool {
	return i > 0 && (t.words[i] == "'s" || t.words[i] == "’s") && t.tag(i-1) == "PROPN" && t.tag(i+1) == "PROPN"
}

// harmWord reports whether a word says what became of those who are counted, and
// is no noun: "Dozens Killed" in a headline.
func (t *telling) harmWord(i int) bool {
	_, ok := lexicon.HarmOf("adjective", t.words[i])
	return ok && t.Tokens[i].Relation != "amod"
}

func (t *telling) timeWord(i int) bool {
	_, ok := lexicon.Time(lexicon.TimeUnit, t.words[i])
	return ok
}

// compound reports whether the noun at i goes on the noun before it: "strikes" in
// "air strikes".
func (t *telling) compound(i int) bool {
	return t.Tokens[i-1].Head == i || t.Tokens[i-1].Relation == "compound"
}

func (t *telling) nominal(i int) bool {
	switch t.tag(i) {
	case "NOUN", "PROPN", "X":
		return true
	}
	_, ok := lexicon.Counted(t.words[i])
	return ok && t.tag(i) != "VERB" && t.tag(i) != "PUNCT"
}

// within reports whether a word may stand between a number and its noun.
func (t *telling) within(i, from int) bool {
	switch t.tag(i) {
	case "NOUN", "PROPN", "ADJ", "X", "SYM":
		return true
	case "ADV":
		return t.words[i] != "also" && t.words[i] != "there" && t.words[i] != "ago"
	case "VERB": // "armed men": a participle that the noun governs
		return t.Tokens[i].Relation == "amod" || t.tag(i+1) == "NOUN" && strings.HasSuffix(t.words[i], "ed") && t.Tokens[i].Relation != "acl" && t.tag(i+1) != "DET"
	}
	switch t.words[i] {
	case "of":
		return i == from || i == from+1
	case "the", "its", "their", "his", "our", "those", "these":
		return t.word(i-1) == "of"
	case "“", "”", "\"", "'", "‘", "’", "-", "'s", "’s", "more", "other":
		return true
	}
	return false
}

// countedAt is the class of the noun that ends at token i, of up to three words:
// "square km", "family members".
func (t *telling) countedAt(from, i int) (lexicon.CountedNoun, bool) {
	if c, ok := t.memberOf(i); ok {
		return c, true
	}
	for n := 3; n > 0; n-- {
		if i-n+1 < from {
			continue
		}
		if c, ok := lexicon.Counted(strings.Join(t.words[i-n+1:i+1], " ")); ok {
			return c, true
		}
	}
	if c, ok := lexicon.Counted(t.lemma[i]); ok {
		return c, true
	}
	if what, ok := lexicon.HarmOf("noun", t.lemma[i]); ok && t.tag(i) != "VERB" {
		return lexicon.CountedNoun{What: what, Kind: "harm"}, true
	}
	return t.byKind(i)
}

// kinds are the classes of nouns that the table of counted nouns does not have, by the
// kind of what they name.
var kinds = map[noun.Kind]lexicon.CountedNoun{
	noun.Person: {What: "people", Kind: "person"}, noun.Leader: {What: "people", Kind: "person"},
	noun.Soldier: {What: "soldiers", Kind: "person"}, noun.Policeman: {What: "police", Kind: "person"},
	noun.Building: {What: "buildings", Kind: "thing"}, noun.Vehicle: {What: "vehicles", Kind: "thing"},
	noun.Ship: {What: "vessels", Kind: "thing"}, noun.Aircraft: {What: "aircraft", Kind: "thing"},
}

// byKind is the class of a noun by what it names: "two sawyers" → people.
func (t *telling) byKind(i int) (lexicon.CountedNoun, bool) {
	if t.tag(i) != "NOUN" {
		return lexicon.CountedNoun{}, false
	}
	c, ok := kinds[noun.Of(t.lemma[i])]
	return c, ok
}

// memberOf is the class of the members of a body that is named behind them, where
// it is in no arms.
//
//	"three members of its staff" → staff members; "six members of the border guard" → none
func (t *telling) memberOf(i int) (lexicon.CountedNoun, bool) {
	body := t.Child(i, "nmod")
	if t.lemma[i] != "member" || t.word(i+1) != "of" || body < 0 {
		return lexicon.CountedNoun{}, false
	}
	return lexicon.Counted(t.lemma[body] + " member")
}

func (t *telling) class(from, at int) lexicon.CountedNoun {
	c, _ := t.countedAt(from, at)
	return c
}

// nounByTree is the noun that the tree hangs the number on, -1 if there is none
// or it stands before the number.
//
//	"fifty of them were against the truce", "at twenty to six a sapper stepped on a mine" → none
func (t *telling) nounByTree(c counting) int {
	behind := t.word(c.end)
	if behind == "of" && t.partOf(c) || behind == "a" || behind == "an" {
		return -1
	}
	for i := c.number; i < c.end; i++ {
		if noun := t.Tokens[i].Head; t.Tokens[i].Relation == "nummod" && t.numbered(noun, c.end) {
			return noun
		}
		if noun := t.Child(i, "nmod"); behind == "of" && t.tag(i) == "NOUN" && noun >= c.end && t.nominal(noun) {
			return noun
		}
	}
	return -1
}

// numbered reports whether a noun may be what a number before it counts: it stands behind
// the number, not too far and with no mark between.
func (t *telling) numbered(noun, end int) bool {
	const farthest = 12
	return noun >= end && noun < min(end+farthest, len(t.Tokens)) && t.nominal(noun) && t.unbroken(end, noun)
}

// unbroken reports whether no mark stands between two tokens: what a tree joins
// over a comma is seldom counted.
func (t *telling) unbroken(from, to int) bool {
	for i := from; i < to; i++ {
		if t.words[i] == "," || t.words[i] == ";" || t.words[i] == ":" {
			return false
		}
	}
	return true
}

var currencies = map[string]string{"$": "USD", "us$": "USD", "£": "GBP", "€": "EUR"}

// money reads "$3 million".
func (t *telling) money(c *counting) bool {
	unit, ok := currencies[t.word(c.from-1)]
	if ok {
		c.from, c.what, c.unit = c.from-1, "money", unit
	}
	return ok
}

// share reads "40 percent", which counts nothing.
func (t *telling) share(c *counting) bool {
	switch t.word(c.end) {
	case "%", "percent":
		c.to = c.end + 1
	case "per":
		if t.word(c.end+1) != "cent" {
			return false
		}
		c.to = c.end + 2
	default:
		return false
	}
	c.what, c.unit = "share", "%"
	return true
}
