package gazetteer

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"sort"
	"strings"
)

// A Packing is a place on its way into a packed table.
type Packing struct {
	ID       int // GeoNames id; for a unit its radius in km
	Name     string
	Others   []string // other names
	Parent   int      // index of the unit that holds it, -1 if none
	Country  string
	Lat, Lon float64
	People   int
	Unit     int // 0 for a settlement, 1 for a first-order unit, 2 for a second-order one
	Capital  bool
	Seat     bool // of a first-order unit
	Quarter  bool // of a town
	Loose    bool // also found by Sound
}

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
	namesAt, indexAt := len(out), len(out)+len(names)
	out = append(out, names...)
	listsAt := indexAt + 4*len(blocks)
	for _, block := range blocks {
		out = binary.LittleEndian.AppendUint32(out, uint32(listsAt+block))
	}
	out = append(out, lists...)
	writeHeader(out, len(places), len(keys), namesAt, indexAt)
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
	out = binary.LittleEndian.AppendUint32(out, uint32(place.ID))
	for _, n := range []int{steps(place.Lat, 180), steps(place.Lon, 360), name, parent} {
		out = append(out, byte(n), byte(n>>8), byte(n>>16))
	}
	out = append(out, (place.Country + "\x00\x00")[:2]...)
	return append(out, peopleStep(place.People), place.kind())
}

func (p Packing) kind() byte {
	switch {
	case p.Unit == 1:
		return packedProvince
	case p.Unit == 2:
		return packedDistrict
	case p.Capital:
		return packedCapital
	case p.Seat:
		return packedSeat
	case p.Quarter:
		return packedQuarter
	}
	return packedPlace
}

// index gathers the keys of all names. Under a key the places stand with the
// most people first; those past maxPostings are left out.
func index(places []Packing) (keys []string, postings map[string][]int) {
	postings = map[string][]int{}
	for i, place := range places {
		seen := map[string]bool{"": true, soundMark: true}
		for n, name := range append([]string{place.Name}, place.Others...) {
			posting := i
			if n > 0 {
				posting |= otherName
			}
			for _, key := range keysOf(name, place) {
				if !seen[key] && len(key) < 256 {
					seen[key] = true
					postings[key] = append(postings[key], posting)
				}
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

func keysOf(name string, place Packing) []string {
	folded := Fold(name)
	keys := []string{folded}
	if place.Unit > 0 {
		keys = append(keys, Bare(folded))
	}
	if place.Loose {
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
