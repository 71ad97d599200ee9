package count

import (
	"slices"

	"stemma/internal/reference/lexicon"
)

// singulars finds the one that "a" or "an" counts where somebody is harmed or
// something destroyed: "A teacher was killed.", "destroyed a tank". Elsewhere an
// article counts nothing.
func (t *telling) singulars(found []counting) []counting {
	var out []counting
	for i, word := range t.words {
		if word != "a" && word != "an" || taken(found, i) {
			continue
		}
		if c, ok := t.one(i, found); ok {
			out = append(out, c)
		}
	}
	return out
}

// one is the person or thing behind an article, with what became of it; none that nothing
// befell, none of many, and no thing in the plural.
//
//	"A teacher was killed" → a teacher, killed;  "a family of six was killed" → none
func (t *telling) one(article int, found []counting) (counting, bool) {
	noun, of, known := t.noun(article + 1)
	if noun < 0 {
		return counting{}, false
	}
	if !known && t.besidePersons(noun, found) {
		of.Kind, known = "person", true
	}
	many := together[t.lemma[noun]] && t.word(noun+1) == "of" || of.Kind == "thing" && t.words[noun] != t.lemma[noun]
	c := counting{from: article, to: noun + 1, number: article, end: article + 1, noun: noun, of: of, low: 1, high: 1}
	c.what = t.harmed(c)
	return c, known && !many && c.what != ""
}

// besidePersons reports whether a noun that we do not know stands in a list with
// persons to whom something happened: "four patients and a lamplighter were killed".
func (t *telling) besidePersons(noun int, found []counting) bool {
	head := t.Tokens[noun].Head
	return t.Tokens[noun].Relation == "conj" && slices.ContainsFunc(found, func(c counting) bool {
		return c.noun >= 0 && c.noun == head && fates[c.what]
	})
}

func taken(found []counting, i int) bool {
	for _, c := range found {
		if c.from <= i && i < c.to {
			return true
		}
	}
	return false
}

// harmed is what became of one person or thing, "" if nothing that counts.
func (t *telling) harmed(c counting) string {
	switch c.of.Kind {
	case "person":
		for _, look := range []func(counting) string{t.fateByTree, t.fateOfThose, t.fateBehind, t.fateBefore} {
			if what := look(c); what != "" && what != "released" {
				return what
			}
		}
	case "thing":
		if destructible[c.of.What] && t.wrecked(c.noun) {
			return c.of.What
		}
	}
	return ""
}

// wrecked reports whether a thing, or the one that it stands behind in a list, undergoes a
// verb that destroys.
//
//	"burned a bus and a lorry" → both;  "drove a bus" → not
func (t *telling) wrecked(noun int) bool {
	token := t.Tokens[noun]
	for range t.Tokens { // a broken tree must not loop
		if token.Relation != "conj" || token.Head < 0 || token.Head >= noun {
			break
		}
		token = t.Tokens[token.Head]
	}
	if token.Relation != "obj" && token.Relation != "nsubj:pass" {
		return false
	}
	_, ok := lexicon.HarmOf("thing", t.lemmaAt(token.Head))
	return ok
}

// destructible are the classes of things that are counted by the piece.
var destructible = lists.Set("destructible")
