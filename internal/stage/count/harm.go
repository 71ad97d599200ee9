package count

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/reference/lexicon"
)

// what is the class of a number: what became of those who are counted, if the
// sentence says it, else what they are.
//
//	"12 were killed and 30 wounded" → killed, injured;  "the bodies of eight soldiers" → bodies
func (t *telling) what(c counting) string {
	switch {
	case c.of.Kind == "harm", c.of.Kind == "body":
		if t.fateBehind(c) == "killed" {
			return "killed" // "two of the injured died"
		}
	case t.word(c.number-1) == "of" && t.bodies(c.number-2):
		return "bodies"
	case c.of.Kind == "", c.of.Kind == "person":
		state, _ := lexicon.HarmOf("state", t.lemmaAt(c.noun))
		return cmp.Or(t.fate(c), state, c.of.What, "other")
	}
	return cmp.Or(c.of.What, "other")
}

// fate is what became of those who are counted, by the first reading of the sentence that
// tells it.
//
//	"Six men were fatally wounded." → killed;  "40 burned structures" → nothing
func (t *telling) fate(c counting) string {
	for _, look := range []func(counting) string{t.fateByTree, t.fateOfBoth, t.fateOfThose, t.fateBehind, t.fateBefore, t.toll, t.numberOf} {
		what := look(c)
		if what == "injured" && t.mortal(c) {
			return "killed"
		}
		if what != "" && !(what == "injured" && t.scorched(c)) {
			return what
		}
	}
	return ""
}

func (t *telling) lemmaAt(i int) string {
	if i < 0 || i >= len(t.lemma) {
		return ""
	}
	return t.lemma[i]
}

// harm is what the word at a token does, by its lemma or its form.
func (t *telling) harm(part string, i int) (string, bool) {
	if what, ok := lexicon.HarmOf(part, t.lemma[i]); ok {
		return what, true
	}
	return lexicon.HarmOf(part, t.words[i])
}

func (t *telling) bodies(i int) bool {
	n, ok := lexicon.Counted(t.word(i))
	return ok && n.Kind == "body"
}

// mortal reports whether the next word for a harm behind or before what is counted says
// that the wound was a deadly one.
//
//	"Six men were fatally wounded and two hurt." → the six, not the two
func (t *telling) mortal(c counting) bool {
	return t.deadlyHarm(c.to, 1) || t.deadlyHarm(c.from-1, -1)
}

// deadlyHarm reports whether the first word for a harm from a word on, in one phrase, is
// that for a deadly wound.
func (t *telling) deadlyHarm(from, step int) bool {
	for i := from; i > 0 && i < len(t.words) && t.tag(i) != "NUM" && t.tag(i) != "CCONJ" && t.tag(i) != "PUNCT"; i += step {
		if _, ok := lexicon.HarmOf("verb", t.lemma[i]); ok {
			return deadly[t.word(i-1)]
		}
	}
	return false
}

// deadly are the words for how somebody is wounded who dies of it.
var deadly = lists.Set("deadly")

// scorched reports whether what is counted is no person and came to a harm that befalls
// things as well: "40 burned structures".
func (t *telling) scorched(c counting) bool {
	if c.noun < 0 || c.of.Kind == "person" {
		return false
	}
	burnt := func(i int) bool { return i >= 0 && scorching[t.lemma[i]] }
	return burnt(t.Tokens[c.noun].Head) || slices.ContainsFunc(t.Children(c.noun), burnt)
}

// scorching are the harms of things that people may suffer, too.
var scorching = lists.Set("scorching")

// participle is what a participle or adjective says of its noun: "31 people
// killed", "two wounded guards".
func (t *telling) participle(i int) string {
	if what, ok := lexicon.HarmOf("adjective", t.words[i]); ok {
		return what
	}
	if what, ok := lexicon.HarmOf("verb", t.lemma[i]); ok && !strings.HasSuffix(t.words[i], "ing") {
		return what
	}
	return ""
}

// fateBehind reads the harm behind what is counted: "12 people were also killed",
// "five dead", "three soldiers remain unaccounted for".
func (t *telling) fateBehind(c counting) string {
	const farthest = 7
	passive := false
	for i := c.to; i < min(len(t.words), c.to+farthest); i++ {
		if what := t.fateAt(c, i, passive); what != "" {
			return what
		}
		if !being[t.lemma[i]] && !beforeHarm[t.lemma[i]] {
			return ""
		}
		passive = passive || being[t.lemma[i]]
	}
	return ""
}

// fateAt is what the word at a token behind what is counted says of it, after a word of
// being or without one.
//
//	"five | dead", "were | killed" → killed;  "men | killed two guards" → nothing
func (t *telling) fateAt(c counting, i int, passive bool) string {
	if what, ok := lexicon.HarmOf("adjective", t.words[i]); ok && t.ofThem(c, i) {
		return what
	}
	if what, ok := lexicon.HarmOf("verb", t.lemma[i]); ok && (passive || i == c.to) && pastParticiple(t.words[i], t.lemma[i]) && t.ofThem(c, i) {
		return what
	}
	if passive {
		return ""
	}
	if what, ok := t.harm("self", i); ok && t.tag(i) == "VERB" {
		return what
	}
	return t.borne(i)
}

var being, beforeHarm = lists.Set("being"), lists.Set("before harm")

// borne is the harm that a verb has for its object, which befalls its subject; the tree is
// not asked, which takes such a verb for a word before its object.
//
//	"Three farmers embraced martyrdom", "Nine others received bullet injuries" → killed, injured
//	"34 people with shrapnel wounds" → injured
func (t *telling) borne(verb int) string {
	const farthest = 4
	for i := verb + 1; bearing[t.words[verb]] && i < min(len(t.words), verb+farthest); i++ {
		if what, ok := lexicon.HarmOf("borne", t.lemma[i]); ok && t.tag(i) == "NOUN" {
			return what
		}
		if !slices.Contains([]string{"ADJ", "NOUN", "ADV"}, t.tag(i)) {
			return ""
		}
	}
	return ""
}

var bearing = lists.Set("bearing")

// ofThem guards against a harm that goes on to an object of its own: "four men
// killed two guards" says nothing of the four.
func (t *telling) ofThem(c counting, verb int) bool {
	next := verb + 1
	if next >= len(t.words) || verb == c.to && t.tag(verb) == "ADJ" {
		return true
	}
	switch t.tag(next) {
	case "DET", "NUM", "PROPN", "PRON":
		return verb != c.to || c.noun < 0 && t.tag(verb) != "VERB"
	case "NOUN":
		return verb != c.to
	}
	return true
}

func pastParticiple(word, lemma string) bool {
	return word != lemma && !strings.HasSuffix(word, "ing") || word == "hurt"
}

// fateBefore reads the harm before the number: "killing at least 44", "wounded
// dozens", "the dead include nine soldiers".
func (t *telling) fateBefore(c counting) string {
	const farthest = 4
	i := c.from - 1
	for i > c.from-farthest && afterHarm[t.word(i)] {
		i--
	}
	if i < 0 {
		return ""
	}
	if what, ok := lexicon.HarmOf("verb", t.lemma[i]); ok && t.tag(i) == "VERB" && t.word(i-1) != "been" {
		return what
	}
	return ""
}

var afterHarm = lists.Set("after harm")

// toll reads a number that a noun of harm is put at: "raised the death toll to
// 12", "puts its dead at 13", "The toll is 40".
func (t *telling) toll(c counting) string {
	const farthest = 14
	for i := c.from - 1; i >= 0 && i >= c.from-farthest; i-- {
		if t.tag(i) == "PUNCT" && t.words[i] != "\"" && t.words[i] != "-" {
			return ""
		}
		if what, ok := lexicon.HarmOf("toll", t.lemma[i]); ok {
			return what
		}
		if what, ok := t.harm("noun", i); ok && t.tag(i) != "VERB" && c.noun < 0 && t.tag(i+1) != "VERB" {
			return what
		}
	}
	return ""
}

// numberOf reads a number that is said to be that of something: "put the number of
// guards at 200", "the number of those killed was thirteen", from farther off where
// both hang on one verb.
func (t *telling) numberOf(c counting) string {
	const farthest = 14
	if c.noun >= 0 {
		return ""
	}
	for i := c.from - 1; i >= 1; i-- {
		near := i >= c.from-farthest || t.Tokens[i-1].Head == t.Tokens[c.number].Head
		if t.words[i] == "of" && t.words[i-1] == "number" && near {
			return t.whatBetween(i+1, c.from)
		}
	}
	return ""
}

// ofNumber is whom a number counts that is said to be that of some persons.
//
//	"put the number of children among the dead at six" → children
func (t *telling) ofNumber(c counting) lexicon.CountedNoun {
	for i := c.from - 1; i >= 1 && t.words[i] != "number"; i-- {
		if t.words[i-1] == "of" && i > 1 && t.words[i-2] == "number" {
			if of, ok := t.countedAt(i, i); ok && of.Kind == "person" {
				return of
			}
		}
	}
	return lexicon.CountedNoun{}
}

// whatBetween is what became of those whom words name, else what they are: "those killed",
// "guards".
func (t *telling) whatBetween(from, to int) string {
	what := ""
	for i := from; i < to; i++ {
		if harm := t.participle(i); harm != "" {
			return harm
		}
		if noun, ok := t.countedAt(from, i); ok && what == "" {
			what = noun.What
		}
	}
	return what
}
