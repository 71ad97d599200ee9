package name

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/learn"
	"stemma/internal/reference/actors"
)

// Names of persons and bodies from the dictionaries of PETRARCH2, one a line: a
// letter for the list that it was in, a tab, the name. They are too old and too
// mixed to say who is meant, but show what names are made of. Origin and licence
// stand in data/README.md.
//
//go:embed data/known.txt.gz
var knownPacked []byte

// knownNames are the names and the words that they are made of.
type knownNames struct {
	whole  map[uint64]byte      // the list of each name, by the fingerprint of its words
	within map[string]*standing // of each word
}

// A standing is how often a word opens names of several words, and ends them.
type standing struct{ opens, ends int }

var known = sync.OnceValue(func() knownNames {
	reader, err := gzip.NewReader(bytes.NewReader(knownPacked))
	if err != nil {
		panic(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		panic(err)
	}
	k := knownNames{map[uint64]byte{}, map[string]*standing{}}
	for line := range strings.Lines(string(text)) {
		if len(line) > 2 {
			k.add(line[0], line[2:])
		}
	}
	return k
})

// add notes a name of a list: the whole of it, and each of its words.
func (k knownNames) add(list byte, name string) {
	words := actors.Words(stemma.Text(name), stemma.Span{End: len(name)})
	mark := uint64(0)
	for _, word := range words {
		mark = joined(mark, word.Key)
		if k.within[word.Key] == nil {
			k.within[word.Key] = &standing{}
		}
	}
	if len(words) > 0 {
		k.whole[mark] = list
	}
	if len(words) > 1 {
		k.within[words[0].Key].opens++
		k.within[words[len(words)-1].Key].ends++
	}
}

// joined is the fingerprint of a run of words with one more.
func joined(mark uint64, key string) uint64 { return uint64(learn.Two(1, mark, learn.Hash(key))) }

// longest is the longest known name that words begin with, and its list.
func (k knownNames) longest(words []actors.Word) (list byte, n int) {
	const longestKnown = 6
	mark := uint64(0)
	for i, word := range words[:min(longestKnown, len(words))] {
		mark = joined(mark, word.Key)
		if found, ok := k.whole[mark]; ok && word.Form != actors.Small {
			list, n = found, i+1
		}
	}
	return list, n
}

// role is how a word stands in names: how often first, how often last.
func (k knownNames) role(key string) uint64 {
	at := k.within[key]
	if at == nil {
		return 0
	}
	return 1 + 5*often(at.opens) + often(at.ends)
}

// often is a number in five steps.
func often(n int) uint64 {
	switch {
	case n > 20:
		return 4
	case n > 4:
		return 3
	case n > 1:
		return 2
	}
	return uint64(n)
}
