// Package codebook is the book by which events are coded: PLOVER's 16 types
// with modes and contexts, the words that name them, the ACLED sub-event types
// beside them, and the cues of modality. Finding these words in a sentence, and
// who stands in which place of it, is left to the stage that codes. In: the
// lemma "shell"; out: a rule that makes "shelled" ASSAULT/heavy-weapons of the
// subject on the object.
package codebook

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"slices"
	"strings"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed types.tsv
var typesData string

//go:embed classes.tsv
var classesData string

//go:embed verbs.tsv
var verbsData string

//go:embed nouns.tsv
var nounsData string

//go:embed light.tsv
var lightData string

//go:embed means.tsv
var meansData string

//go:embed contexts.tsv
var contextsData string

//go:embed acled.tsv
var acledData string

//go:embed cues.tsv
var cuesData string

//go:embed names.tsv
var namesData string

// A Book answers what words do. It is read once and never changes.
type Book struct {
	kinds    []Kind
	verbs    map[string][]Rule
	nouns    map[string][]Rule
	light    map[string][]Light
	classes  map[string][]string // word to classes
	means    map[string]string
	contexts map[string][]string
	subs     []subevent
	cues     map[string][]Cue
	names    []name
}

var open = sync.OnceValue(read)

// Open is the book that is part of the program.
func Open() *Book { return open() }

// Version names the data of the book.
func Version() string { return version() }

var version = sync.OnceValue(func() string {
	h := sha256.New()
	for _, data := range []string{typesData, classesData, verbsData, nounsData, lightData, meansData, contextsData, acledData, cuesData, namesData} {
		h.Write([]byte(data))
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
})

func read() *Book {
	return &Book{
		kinds:    readKinds(),
		verbs:    readRules("verbs.tsv", verbsData, "verb", verbRule),
		nouns:    readRules("nouns.tsv", nounsData, "noun", nounRule),
		light:    readLight(),
		classes:  readClasses(),
		means:    readMeans(),
		contexts: readContexts(),
		subs:     readSubevents(),
		cues:     readCues(),
		names:    readNames(),
	}
}

// A Kind is one of PLOVER's types, with or without one of its modes.
type Kind struct {
	Type, Mode string
	Recipients []string // slots where its recipient stands when a rule names none
	Meaning    string
}

func readKinds() []Kind {
	var kinds []Kind
	for _, row := range table.Embedded("types.tsv", typesData, "type", "mode", "recipient", "meaning", "note") {
		kinds = append(kinds, Kind{row.Cell("type"), row.Cell("mode"), row.List("recipient"), row.Cell("meaning")})
	}
	return kinds
}

// Kinds are the types, each followed by its modes.
func (b *Book) Kinds() []Kind { return b.kinds }

// Recipients are the slots in which a type's recipient stands.
func (b *Book) Recipients(typ, mode string) []string {
	for _, kind := range b.kinds {
		if kind.Type == typ && kind.Mode == mode {
			return kind.Recipients
		}
	}
	return nil
}

func readClasses() map[string][]string {
	classes := map[string][]string{}
	for _, row := range table.Embedded("classes.tsv", classesData, "class", "words", "note") {
		for _, word := range row.List("words") {
			if !slices.Contains(classes[word], row.Cell("class")) {
				classes[word] = append(classes[word], row.Cell("class"))
			}
		}
	}
	return classes
}

// In reports whether a word belongs to a class: "howitzer" to weapon.
func (b *Book) In(word, class string) bool { return slices.Contains(b.classes[word], class) }

// Lists reports whether a word stands in any class.
func (b *Book) Lists(word string) bool { return len(b.classes[word]) > 0 }

// Fits reports whether a word is one of the wanted, which are words or, with
// "@" before them, classes.
func (b *Book) Fits(word string, wanted []string) bool {
	for _, want := range wanted {
		if class, ok := strings.CutPrefix(want, "@"); ok && b.In(word, class) || want == word {
			return true
		}
	}
	return false
}

func readMeans() map[string]string {
	means := map[string]string{}
	for _, row := range table.Embedded("means.tsv", meansData, "words", "mode", "note") {
		for _, word := range row.List("words") {
			if means[word] == "" {
				means[word] = row.Cell("mode")
			}
		}
	}
	return means
}

// Means is the mode that a weapon's name gives an assault: "howitzer" is
// heavy-weapons; "" for other words.
func (b *Book) Means(word string) string { return b.means[word] }

func readContexts() map[string][]string {
	contexts := map[string][]string{}
	for _, row := range table.Embedded("contexts.tsv", contextsData, "words", "context", "note") {
		for _, word := range row.List("words") {
			contexts[word] = append(contexts[word], row.Cell("context"))
		}
	}
	return contexts
}

// Contexts are those to which a word points: "embassy" to diplomatic.
func (b *Book) Contexts(word string) []string { return b.contexts[word] }
