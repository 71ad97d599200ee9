package gazetteer

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// A Packing is a place on its way into a packed table.
type Packing struct {
	GeoNames   int // id, 0 if none
	Name       string
	Others     []string // other names
	Adjectives []string
	Kind       string
	Parent     int // index of the unit that holds it, -1 if none
	Country    string
	Lat, Lon   float64
	Radius     int // metres
	People     int
	Capital    bool
	Seat       bool // of a first-order unit
	Loose      bool // also found by Sound
	Nameless   bool // found under no name: only a parent, or only as the capital of its country
}

func (p Packing) unit() bool { return p.Kind == "province" || p.Kind == "district" }

// Pack lays places out in the form that the program searches. The same places
// give the same bytes.
func Pack(places []Packing) []byte {
	names, offsets := packNames(places)
	out := make([]byte, headerSize, headerSize+len(places)*recordSize+len(names))
	for i, place := range places {
		out = appendRecord(out, place, offsets[i])
	}
	keys, postings := index(places)
	lists, blocks := packKeys(keys, postings)
	filter := packFilter(keys)
	namesAt := len(out)
	filterAt := namesAt + len(names)
	headsAt := filterAt + len(filter)
	out = append(append(out, names...), filter...)
	for i := range blocks {
		out = binary.BigEndian.AppendUint64(out, headOf([]byte(keys[i*blockKeys])))
	}
	listsAt := len(out) + 4*len(blocks)
	for _, block := range blocks {
		out = binary.LittleEndian.AppendUint32(out, uint32(listsAt+block))
	}
	out = append(out, lists...)
	writeHeader(out, len(places), len(keys), namesAt, filterAt, headsAt)
	return out
}

func writeHeader(out []byte, fields ...int) {
	copy(out, magic)
	binary.LittleEndian.PutUint32(out[len(magic):], crc32.ChecksumIEEE(out[headerSize:]))
	for i, value := range fields {
		binary.LittleEndian.PutUint32(out[len(magic)+4+4*i:], uint32(value))
	}
}

// packNames writes every name once.
func packNames(places []Packing) (names []byte, offsets []int) {
	seen := map[string]int{}
	for _, place := range places {
		name := place.Name[:min(len(place.Name), 255)]
		at, ok := seen[name]
		if !ok {
			at = len(names)
			seen[name] = at
			names = append(append(names, byte(len(name))), name...)
		}
		offsets = append(offsets, at)
	}
	return names, offsets
}

func appendRecord(out []byte, place Packing, name int) []byte {
	parent := place.Parent
	if parent < 0 {
		parent = noParent
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(place.GeoNames))
	for _, n := range []int{steps(place.Lat, 180), steps(place.Lon, 360), name, parent} {
		out = append(out, byte(n), byte(n>>8), byte(n>>16))
	}
	out = append(out, (place.Country + "\x00\x00")[:2]...)
	out = binary.LittleEndian.AppendUint16(out, uint16(min(1<<16-1, place.Radius/radiusStep)))
	return append(out, peopleStep(place.People), place.kindByte())
}

// kindByte panics on a kind that is not in the list: the makers of tables check
// theirs.
func (p Packing) kindByte() byte {
	kind := byte(slices.Index(kinds, p.Kind))
	if kind > kindBits {
		panic("gazetteer: no kind " + p.Kind)
	}
	if p.Seat {
		kind |= seatBit
	}
	if p.Capital {
		kind |= capitalBit
	}
	return kind
}

// index gathers the keys of all names. Under a key the places stand with the
// most people first; those past maxPostings are left out.
func index(places []Packing) (keys []string, postings map[string][]int) {
	postings = map[string][]int{}
	for i, place := range places {
		seen := map[string]bool{"": true}
		for _, key := range place.keys() {
			if !seen[key.text] && len(key.text) < 256 {
				seen[key.text] = true
				postings[key.text] = append(postings[key.text], i|key.mark)
			}
		}
	}
	for key, list := range postings {
		sort.SliceStable(list, func(a, b int) bool {
			return places[list[a]&^otherName].People > places[list[b]&^otherName].People
		})
		postings[key] = list[:min(len(list), maxPostings)]
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys, postings
}

type markedKey struct {
	text string
	mark int
}

// keys are all under which a place is found, its first name's first.
func (p Packing) keys() []markedKey {
	switch {
	case p.Nameless && p.Capital:
		return []markedKey{{capitalMark + p.Country, 0}}
	case p.Nameless:
		return nil
	}
	var out []markedKey
	for i, name := range append([]string{p.Name}, p.Others...) {
		mark := otherName
		if i == 0 {
			mark = 0
		}
		for _, key := range keysOf(name, p.unit(), p.Loose) {
			out = append(out, markedKey{key, mark})
		}
	}
	for _, word := range p.Adjectives {
		out = append(out, markedKey{adjectiveMark + Fold(word), 0})
	}
	if p.Kind == "country" {
		out = append(out, markedKey{codeMark + p.Country, 0})
	}
	return out
}

// keysOf are the keys of one name: as it is, of a unit also without the word
// for the unit, and each as it sounds.
func keysOf(name string, unit, loose bool) []string {
	keys := []string{Fold(name)}
	if bare := Bare(keys[0]); unit && bare != keys[0] {
		keys = append(keys, bare)
	}
	if loose && keys[0] != "" && keys[0][0] < utf8.RuneSelf { // letters that are not Latin have one spelling
		for _, key := range keys {
			if sound := Sound(key); len(sound) > 2 {
				keys = append(keys, soundMark+sound)
			}
		}
	}
	return keys
}

// packKeys writes the keys in blocks, each entry without what it has in common
// with the one before it.
func packKeys(keys []string, postings map[string][]int) (lists []byte, blocks []int) {
	for i, key := range keys {
		shared := 0
		if i%blockKeys == 0 {
			blocks = append(blocks, len(lists))
		} else {
			shared = common(keys[i-1], key)
		}
		rest := key[shared:]
		lists = append(append(lists, byte(shared), byte(len(rest))), rest...)
		list := postings[key]
		lists = append(lists, byte(len(list)))
		for _, n := range list {
			lists = append(lists, byte(n), byte(n>>8), byte(n>>16))
		}
	}
	return lists, blocks
}

// unitWords are the words for units that a name may carry or leave out.
var unitWords = []string{
	"governorate", "province", "district", "region", "state", "county", "oblast", "department", "prefecture", "subdistrict",
	"municipality", "raion", "rayon", "division", "parish", "territory", "krai", "republic", "city", "borough",
}

// Bare is a folded name of a unit without the word for the unit.
//
//	"anderson county" → "anderson", "province of aleppo" → "aleppo"
func Bare(folded string) string {
	for _, word := range unitWords {
		if rest, ok := strings.CutSuffix(folded, " "+word); ok && rest != "" {
			return rest
		}
		if rest, ok := strings.CutPrefix(folded, word+" of "); ok && rest != "" {
			return rest
		}
	}
	return folded
}
