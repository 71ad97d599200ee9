// Package noun says what sort of thing a common noun names: "sawyer" a person,
// "tannery" a building, "ketch" a ship. It knows the words that WordNet has, and others
// by how they end. What follows from it is left to those who ask.
package noun

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed kinds.tsv
var kindsData string

//go:embed endings.tsv
var endingsData string

// A Kind is a sort of thing.
type Kind string

// The kinds. A soldier, a policeman and a leader are persons, too.
const (
	Person    Kind = "person"
	Soldier   Kind = "soldier"
	Policeman Kind = "policeman"
	Leader    Kind = "leader"
	Building  Kind = "building"
	Road      Kind = "road"
	Vehicle   Kind = "vehicle"
	Ship      Kind = "ship"
	Aircraft  Kind = "aircraft"
	Weapon    Kind = "weapon"
	Animal    Kind = "animal"
	Goods     Kind = "goods"
	Thing     Kind = "thing" // none of them, whatever its ending
)

// Kinds are all of them, in the order of the table.
var Kinds = []Kind{Person, Soldier, Policeman, Leader, Building, Road, Vehicle, Ship, Aircraft, Weapon, Animal, Goods, Thing}

var kinds = sync.OnceValue(func() map[string]Kind {
	byWord := make(map[string]Kind, 16_000)
	for _, row := range table.Embedded("kinds.tsv", kindsData, "kind", "words", "note") {
		for _, word := range row.List("words") {
			byWord[word] = Kind(row.Cell("kind"))
		}
	}
	return byWord
})

var endings = sync.OnceValue(func() map[string]Kind {
	byEnding := map[string]Kind{}
	for _, row := range table.Embedded("endings.tsv", endingsData, "kind", "endings", "note") {
		for _, ending := range row.List("endings") {
			byEnding[ending] = Kind(row.Cell("kind"))
		}
	}
	return byEnding
})

// Of is the kind of a noun, given as its lemma; "" for one that is of none or of several.
//
//	"sawyer" → person;  "boatwright" → person, by its ending;  "plant" → ""
func Of(lemma string) Kind {
	kind := kinds()[lemma]
	if kind == "" {
		kind = ByEnding(lemma)
	}
	if kind == Thing {
		return ""
	}
	return kind
}

// ByEnding is the kind of a noun that is made of two: the longest ending tells.
func ByEnding(lemma string) Kind {
	const shortest, longest = 3, 8
	for n := min(longest, len(lemma)-2); n >= shortest; n-- {
		if kind := endings()[lemma[len(lemma)-n:]]; kind != "" {
			return kind
		}
	}
	return ""
}

// Version names the data.
func Version() string { return version() }

var version = sync.OnceValue(func() string {
	h := sha256.New()
	h.Write([]byte(kindsData))
	h.Write([]byte(endingsData))
	return hex.EncodeToString(h.Sum(nil))[:12]
})
