package dispute

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/reference/table"
	"stemma/internal/stage/assess/account"
)

//go:embed senses.tsv
var senseTable string

// senses are the words that two speakers may use for one thing, each with what it
// stands for.
var senses = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, row := range table.Embedded("senses.tsv", senseTable, "sense", "words", "note") {
		for _, word := range row.List("words") {
			out[word] = "of " + row.Cell("sense")
		}
	}
	return out
})

// sense is what a word has in common with others for the same thing: that of its
// list, else its root.
//
//	"kill", "dead" → of death; "approved", "approval" → approv
func sense(word string) string {
	if s := senses()[word]; s != "" {
		return s
	}
	return root(word)
}

// rarity is the weight of each word: the logarithm of how many propositions there
// are for each that has it.
func rarity(propositions []stemma.Proposition) map[string]float64 {
	out := map[string]float64{}
	for _, s := range propositions {
		for _, w := range s.Words {
			out[root(w)]++
		}
	}
	for w, n := range out {
		out[w] = rareness(int(n), len(propositions))
	}
	return out
}

// rareness is the weight of what stands in n of so many.
func rareness(n, of int) float64 { return math.Log(1 + float64(of)/float64(n)) }

// index are the propositions that have a word, by its root.
func index(propositions []stemma.Proposition) map[string][]int {
	out := map[string][]int{}
	for i, s := range propositions {
		for _, w := range s.Words {
			out[root(w)] = append(out[root(w)], i)
		}
	}
	return out
}

// rootLength is how many letters two words have in common that come from one:
// "approved", "approval".
const rootLength = 6

// root is what words of one family begin with.
func root(word string) string { return word[:min(len(word), rootLength)] }

// overlap is how many words of the first list have a word of one sense in the second.
func overlap(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.ContainsFunc(b, func(o string) bool { return sense(o) == sense(w) }) {
			n++
		}
	}
	return n
}

// roots are the roots of some words, each once.
func roots(words []string) []string {
	var out []string
	for _, w := range words {
		out = account.Insert(out, root(w))
	}
	return out
}

// foundIn are those of some words that a text has in some form.
func foundIn(words []string, text string) []string {
	fields := strings.Fields(plain(text))
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return !slices.ContainsFunc(fields, func(f string) bool { return strings.HasPrefix(f, root(w)) })
	})
}
