package parse

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"

	"stemma/internal/learn"
	"stemma/internal/reference/table"
)

// Which parts of speech WordNet knows a word in, for the words that the
// treebanks never saw: "envoy" is a noun and nothing else, "talks" a noun or a
// verb. Licence and origin stand in data/README.md.
//
//go:embed data/wordnet.txt.gz
var wordnetPacked []byte

// A wordClass holds the parts of speech of a word, the most usual one, and by
// which ending it was found; 0 is a word that WordNet does not know.
type wordClass uint32

const (
	nounClass wordClass = 1 << iota
	verbClass
	adjectiveClass
	adverbClass
	usualShift   = 4 // three bits for the most usual part of speech
	endingShift  = 8
	endingPlural = 1 << endingShift
	endingPast   = 2 << endingShift
	endingIng    = 3 << endingShift
	irregularOf  = 4 << endingShift // "struck" is of the class of "strike"
)

var wordnet = sync.OnceValue(func() map[uint64]wordClass {
	reader, err := gzip.NewReader(bytes.NewReader(wordnetPacked))
	if err != nil {
		panic(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		panic(err)
	}
	classes := make(map[uint64]wordClass, 90_000)
	for len(text) > 0 {
		var line []byte
		line, text, _ = bytes.Cut(text, []byte("\n"))
		word, rest, ok := bytes.Cut(line, []byte("\t"))
		mask, usual, _ := bytes.Cut(rest, []byte("\t"))
		if ok && len(usual) == 1 {
			classes[learn.Hash(word)] = wordClass(number(mask)) | wordClass(strings.IndexByte("-NVJRM", usual[0]))<<usualShift
		}
	}
	addIrregular(classes)
	return classes
})

// addIrregular gives irregular forms, which WordNet does not list, the class of
// their lemma.
func addIrregular(classes map[uint64]wordClass) {
	for _, row := range table.Embedded("irregular.tsv", irregularTable, "form", "tag", "lemma", "note") {
		class := map[string]wordClass{"VERB": verbClass, "NOUN": nounClass}[row.Cell("tag")]
		if class&classes[learn.Hash(row.Cell("lemma"))] != 0 {
			classes[learn.Hash(row.Cell("form"))] |= class | irregularOf
		}
	}
}

func number(digits []byte) int {
	n := 0
	for _, d := range digits {
		n = 10*n + int(d-'0')
	}
	return n
}

// endings are tried in order on a word that WordNet does not list: cut off the
// ending, put the other in its place.
var endings = []struct {
	cut, add string
	class    wordClass
	longest  bool // no other ending is tried after it
}{
	{"ies", "y", endingPlural, true},
	{"es", "e", endingPlural, false},
	{"es", "", endingPlural, true},
	{"s", "", endingPlural, true},
	{"ied", "y", endingPast, true},
	{"ed", "e", endingPast, false},
	{"ed", "", endingPast, false},
	{"ing", "", endingIng, false},
	{"ing", "e", endingIng, false},
}

// classOf looks up a lower-case word, as it stands or without an ending.
// scratch is room to work in.
func classOf(lower, scratch []byte) wordClass {
	known := wordnet()
	if c := known[learn.Hash(lower)]; c != 0 {
		return c
	}
	for _, e := range endings {
		if len(lower) < len(e.cut)+2 || !bytes.HasSuffix(lower, []byte(e.cut)) {
			continue
		}
		stem := append(append(scratch[:0], lower[:len(lower)-len(e.cut)]...), e.add...)
		if c := known[learn.Hash(stem)]; c != 0 {
			return c | e.class
		}
		if n := len(stem); e.class != endingPlural && e.add == "" && n > 3 && stem[n-1] == stem[n-2] { // "stopped"
			if c := known[learn.Hash(stem[:n-1])]; c != 0 {
				return c | e.class
			}
		}
		if e.longest {
			break
		}
	}
	return 0
}
