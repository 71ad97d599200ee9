package table

import (
	"fmt"
	"hash/fnv"
)

// Lists are sets of words by the name of each: the short lists that a room's rules
// go by. Their table has the columns list, words (between '|') and note; a long
// list may take several rows.
//
//	list	words	note
//	pair	couple|pair	"a couple of shells" → two
type Lists struct {
	name, version string
	sets          map[string]map[string]bool
}

// EmbeddedLists reads lists that are part of the program.
func EmbeddedLists(name, data string) Lists {
	l := Lists{name: name, sets: map[string]map[string]bool{}}
	for _, row := range Embedded(name, data, "list", "words", "note") {
		set := l.sets[row.Cell("list")]
		if set == nil {
			set = map[string]bool{}
			l.sets[row.Cell("list")] = set
		}
		for _, word := range row.List("words") {
			set[word] = true
		}
	}
	h := fnv.New64a()
	h.Write([]byte(data))
	l.version = fmt.Sprintf("%x", h.Sum64())
	return l
}

// Set is the list of that name. That there is none is a fault of the program,
// which its first test finds.
func (l Lists) Set(list string) map[string]bool {
	set, ok := l.sets[list]
	if !ok {
		panic(l.name + " has no list " + list)
	}
	return set
}

// Version is that of the words, for the versions of the stages that use them.
func (l Lists) Version() string { return l.version }
