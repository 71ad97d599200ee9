package codebook

import (
	"slices"
	"strings"

	"stemma/internal/reference/table"
)

// None is the type of a rule that says that a word is no event here: "She
// declined to comment."
const None = "-"

// A Rule says what a verb or noun of acts is where its conditions hold.
// Conditions are words or, with "@" before them, classes; none is always met.
type Rule struct {
	With       []string // particles or prepositions of a verb: "blow up"
	Subject    []string // who does it
	Object     []string // to whom or what; for a noun, what stands before it: "hunger strike"
	Type, Mode string
	Actors     []string // slots: subject, object, whose, or a preposition
	Recipients []string
	Needs      string // what else a noun must have to be an event: "party", "light"
	Line       int
}

// weight is how much a rule demands: words more than classes, two words ("white flag") more
// than one, an object more than a subject, so that "take position" wins over "take" with a subject.
func (r Rule) weight() int {
	w := 3*demand(r.Object) + 2*demand(r.Subject)
	if len(r.With) > 0 {
		w += 5
	}
	if r.Type == None {
		w++
	}
	return w
}

func demand(condition []string) int {
	switch {
	case len(condition) == 0:
		return 0
	case slices.ContainsFunc(condition, func(s string) bool { return strings.HasPrefix(s, "@") }):
		return 1
	case slices.ContainsFunc(condition, func(s string) bool { return strings.Contains(s, " ") }):
		return 3
	}
	return 2
}

func verbRule(row table.Row) Rule {
	return Rule{With: row.List("with"), Subject: row.List("subject"), Object: row.List("object"),
		Type: row.Cell("type"), Mode: row.Cell("mode"), Actors: or(row.List("actor"), "subject"),
		Recipients: row.List("recipient"), Line: row.Line}
}

func nounRule(row table.Row) Rule {
	return Rule{Object: row.List("modifier"), Type: row.Cell("type"), Mode: row.Cell("mode"),
		Actors:     or(row.List("actor"), "by", "whose", "from"),
		Recipients: or(row.List("recipient"), "on", "against", "at", "upon", "of"),
		Needs:      row.Cell("needs"), Line: row.Line}
}

// or is the list, or what stands for it where a table leaves it out.
func or(list []string, instead ...string) []string {
	if len(list) == 0 {
		return instead
	}
	return list
}

// readRules indexes rules by the words of their first column, the most demanding
// first.
func readRules(name, data, column string, rule func(table.Row) Rule) map[string][]Rule {
	rules := map[string][]Rule{}
	for _, row := range table.Embedded(name, data, column, "type", "mode", "actor", "recipient", "note") {
		for _, word := range row.List(column) {
			rules[word] = append(rules[word], rule(row))
		}
	}
	for _, list := range rules {
		slices.SortStableFunc(list, func(a, b Rule) int { return b.weight() - a.weight() })
	}
	return rules
}

// Verbs are the rules of a verb's lemma, the most demanding first.
func (b *Book) Verbs(lemma string) []Rule { return b.verbs[lemma] }

// Nouns are the rules of a noun of acts, the most demanding first.
func (b *Book) Nouns(lemma string) []Rule { return b.nouns[lemma] }

// A Light is a way in which a verb leaves the act to a noun beside it.
type Light struct {
	With string // particle or preposition, "" if none
	Kind LightKind
}

// LightKind says what the verb's subject has to do with the noun's act.
type LightKind string

// The kinds of light verb.
const (
	Do      LightKind = "do"      // "They carried out an attack": the subject acts
	Undergo LightKind = "undergo" // "They came under attack": it befalls the subject
	Happen  LightKind = "happen"  // "An attack took place": the noun is the subject
	Harm    LightKind = "harm"    // "The attack killed two": the noun is the subject, it befalls the object
	Tell    LightKind = "tell"    // "They reported an attack": the subject only says so
)

func readLight() map[string][]Light {
	light := map[string][]Light{}
	for _, row := range table.Embedded("light.tsv", lightData, "verb", "with", "kind", "note") {
		for _, verb := range row.List("verb") {
			light[verb] = append(light[verb], Light{row.Cell("with"), LightKind(row.Cell("kind"))})
		}
	}
	return light
}

// Light are the ways in which a verb is light; none for most verbs.
func (b *Book) Light(lemma string) []Light { return b.light[lemma] }
