package group

import (
	_ "embed"
	"fmt"
	"strconv"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed weights.tsv
var weightTable string

//go:embed modes.tsv
var modeTable string

//go:embed craft.tsv
var craftTable string

//go:embed words.tsv
var wordTable string

// lists are the words of the rules, by list.
var lists = table.EmbeddedLists("words.tsv", wordTable)

var weights = sync.OnceValue(func() map[string]float64 {
	all := map[string]float64{}
	for _, row := range table.Embedded("weights.tsv", weightTable, "evidence", "weight", "case", "note") {
		weight, err := strconv.ParseFloat(row.Cell("weight"), 64)
		if err != nil {
			panic(fmt.Errorf("read weights.tsv line %d: %w", row.Line, err))
		}
		all[row.Cell("evidence")] = weight
	}
	return all
})

// worth is the weight of one kind of evidence.
func worth(evidence string) float64 { return weights()[evidence] }

var families = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, row := range table.Embedded("modes.tsv", modeTable, "mode", "family", "note") {
		all[row.Cell("mode")] = row.Cell("family")
	}
	return all
})

// craft are the kinds of craft by their words.
var craft = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, row := range table.Embedded("craft.tsv", craftTable, "kind", "words", "note") {
		for _, word := range row.List("words") {
			all[word] = row.Cell("kind")
		}
	}
	return all
})

// vague are the nouns of things that every attack may have hit.
var vague = lists.Set("vague")

// attackers are the nouns for those who made an attack.
var attackers = lists.Set("attackers")

// spares are the modes of acts in which, as such, nobody is killed or hurt.
var spares = lists.Set("spares")

// civil are the nouns for people who fight for nobody.
var civil = lists.Set("civil")

// again are the words by which a report sets an act apart from those it told before.
var again = lists.Set("again")

// elsewhere are the words by which a report goes over to another act.
var elsewhere = lists.Set("elsewhere")
