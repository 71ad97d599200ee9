package count

import (
	"slices"

	"stemma/internal/reference/lexicon"
)

// nones finds what is said not to have happened to anybody: "no reports of
// casualties", "nobody was hurt", "did not cause any deaths". None reported is
// neither zero nor unreported.
func (t *telling) nones() []counting {
	var out []counting
	for i := range t.words {
		if c, ok := t.none(i); ok {
			out = append(out, c)
		}
	}
	return out
}

func (t *telling) none(i int) (counting, bool) {
	switch t.words[i] {
	case "no", "without", "nor":
		return t.noneOf(i, i+1)
	case "any":
		if t.negated(i) {
			return t.noneOf(i, i+1)
		}
	case "not":
		if t.word(i+1) == "one" {
			return t.noneOf(i, i+2)
		}
	case "nobody":
		return t.noBody(i, i+1)
	}
	return counting{}, false
}

// noneOf reads "no casualties", "no reports of deaths", "no soldiers were
// wounded".
func (t *telling) noneOf(from, at int) (counting, bool) {
	if t.word(at) == "one" || t.word(at) == "-" {
		return t.noBody(from, at+1)
	}
	for i := at; i < len(t.words) && i < at+7; i++ {
		if slices.Contains([]string{"VERB", "PUNCT", "AUX"}, t.tag(i)) {
			break
		}
		c := counting{from: from, to: i + 1, number: from, end: at, noun: i, negative: true}
		if what, ok := t.harmNoun(at, i); ok {
			c.what = what
			return c, true
		}
		if of, ok := lexicon.Counted(t.words[i]); ok && of.Kind == "person" {
			c.of = of
			if c.what = t.fateBehind(c); c.what != "" {
				return c, true
			}
		}
	}
	return counting{}, false
}

// harmNoun is the noun of harm of up to three words that ends at a token.
func (t *telling) harmNoun(from, i int) (string, bool) {
	for n := 3; n > 1; n-- {
		if i-n+1 < from {
			continue
		}
		joined := t.words[i-n+1]
		for _, w := range t.words[i-n+2 : i+1] {
			joined += " " + w
		}
		if what, ok := lexicon.HarmOf("noun", joined); ok {
			return what, true
		}
	}
	if t.tag(i) != "NOUN" {
		return "", false
	}
	return lexicon.HarmOf("noun", t.lemma[i])
}

// noBody reads "nobody was hurt", "no one was killed".
func (t *telling) noBody(from, to int) (counting, bool) {
	c := counting{from: from, to: to, number: from, end: to, noun: -1, negative: true}
	c.what = t.fateBehind(c)
	return c, c.what != ""
}

// negated reports whether a verb shortly before is denied: "did not report any".
func (t *telling) negated(i int) bool {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		switch t.words[j] {
		case "not", "n't", "n’t", "never":
			return true
		}
	}
	return false
}
