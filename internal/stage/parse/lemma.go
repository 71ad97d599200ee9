package parse

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"stemma/internal/learn"
	"stemma/internal/reference/table"
)

//go:embed data/irregular.tsv
var irregularTable string

type formTag struct{ form, tag string }

var irregular = sync.OnceValue(func() map[formTag]string {
	all := map[formTag]string{}
	for _, row := range table.Embedded("irregular.tsv", irregularTable, "form", "tag", "lemma", "note") {
		all[formTag{row.Cell("form"), row.Cell("tag")}] = row.Cell("lemma")
	}
	return all
})

// lemmaOf is the form under which a word stands in a dictionary. Names keep
// their spelling.
//
//	"fled" VERB → "flee"; "shelling" VERB → "shell"; "children" NOUN → "child"; "Homs" PROPN → "Homs"
func lemmaOf(form, tag, fine string) string {
	form = plainMarks(form)
	if tag == "PROPN" {
		return form
	}
	lower := strings.ToLower(form)
	if lemma, ok := irregular()[formTag{lower, tag}]; ok {
		return lemma
	}
	switch fine {
	case "VBG":
		return withoutEnding(lower, "ing", verbClass)
	case "VBD", "VBN":
		return withoutEnding(lower, "ed", verbClass)
	case "VBZ":
		return withoutS(lower, verbClass)
	case "NNS":
		return singular(lower)
	case "JJR", "RBR":
		return withoutEnding(lower, "er", adjectiveClass|adverbClass)
	case "JJS", "RBS":
		return withoutEnding(lower, "est", adjectiveClass|adverbClass)
	}
	return lower
}

func plainMarks(form string) string {
	for _, r := range form {
		if _, ok := folded(r); ok {
			return strings.NewReplacer("’", "'", "‘", "'", "–", "-", "‑", "-", "\u00ad", "").Replace(form)
		}
	}
	return form
}

// singular: gunmen → gunman, schoolchildren → schoolchild, specimens → specimen.
func singular(lower string) string {
	if stem, ok := strings.CutSuffix(lower, "men"); ok && stem != "" && !is(lower, nounClass) {
		return stem + "man"
	}
	if stem, ok := strings.CutSuffix(lower, "children"); ok {
		return stem + "child"
	}
	return withoutS(lower, nounClass)
}

// withoutS: forces → force, crashes → crash, cities → city.
func withoutS(lower string, class wordClass) string {
	stem, ok := strings.CutSuffix(lower, "s")
	if !ok || len(stem) < 2 || unicode.IsDigit(rune(stem[len(stem)-1])) || strings.HasSuffix(stem, "s") {
		return lower
	}
	if is(stem, class) {
		return stem
	}
	if y, ok := strings.CutSuffix(stem, "ie"); ok {
		return y + "y"
	}
	short, ok := strings.CutSuffix(stem, "e")
	if ok && (is(short, class) || hisses(short)) {
		return short
	}
	return stem
}

// hisses: words that end so take -es in the plural; heroes do, too.
func hisses(word string) bool {
	for _, end := range []string{"s", "x", "z", "ch", "sh", "ro"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

func is(word string, class wordClass) bool { return wordnet()[learn.Hash(word)]&class != 0 }

// withoutEnding cuts -ed, -ing, -er or -est and undoes what the ending did to
// the stem: hoped → hope, stopped → stop, replied → reply, fired → fire.
func withoutEnding(lower, ending string, class wordClass) string {
	stem, ok := strings.CutSuffix(lower, ending)
	if !ok || !strings.ContainsAny(stem, "aeiouy") {
		return lower
	}
	if y, ok := strings.CutSuffix(stem, "i"); ok && ending != "ing" {
		if len(y) == 1 { // died
			return stem + "e"
		}
		return y + "y"
	}
	n := len(stem)
	doubled := n > 2 && stem[n-1] == stem[n-2]
	switch {
	case is(stem+"e", class) && (!is(stem, class) || shortStem(stem)):
		return stem + "e"
	case is(stem, class):
		return stem
	case doubled && is(stem[:n-1], class):
		return stem[:n-1]
	case class != verbClass:
		return lower // "former" is no comparative
	case doubled && !strings.ContainsAny(stem[n-1:], "slfz"):
		return stem[:n-1]
	case n > 2 && strings.ContainsAny(stem[n-1:], "cgsvuz") && !doubled:
		return stem + "e"
	}
	return stem
}

// shortStem: one vowel before one consonant, as in "hop": it would have been
// doubled, so that "hoped" must come from "hope".
func shortStem(stem string) bool {
	n := len(stem)
	vowel := func(i int) bool { return i >= 0 && strings.IndexByte("aeiou", stem[i]) >= 0 }
	if n < 2 || vowel(n-1) || strings.IndexByte("wxy", stem[n-1]) >= 0 || !vowel(n-2) || vowel(n-3) && stem[n-3] != 'u' {
		return false
	}
	return !strings.ContainsAny(stem[:n-2], "aeiou") || n > 3 && stem[n-3] == 'u'
}
