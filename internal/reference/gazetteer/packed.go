package gazetteer

import (
	"math"
	"strings"
)

// A packed table holds places in records of one width and, beside them, the
// sorted keys under which they are found. It is searched where it lies in the
// program: nothing is read or built when the program starts. Numbers are
// little-endian.
//
//	header   magic, a sum of what follows u32, then four u32: places, keys, and where names and index begin
//	places   id u32 · lat u24 · lon u24 · name u24 · parent u24 · country 2 bytes · radius u16 (100 m) · people u8 · kind u8
//	names    length byte and characters
//	index    u32 for each block of 16 keys: where it begins
//	keys     shared length · rest length · rest · count · count × u24 (place; top bit: another name of it)
const (
	magic        = "stemmaG2"
	headerSize   = len(magic) + 5*4
	recordSize   = 22
	blockKeys    = 16
	noParent     = 1<<24 - 1
	otherName    = 1 << 23
	maxPostings  = 255
	degreeSteps  = 1<<24 - 1
	peopleFactor = 10  // steps of people to a doubling
	radiusStep   = 100 // metres
)

// Keys that are not names begin with a mark: those made by Sound, adjectives and
// names of peoples, and the codes of countries, for themselves and their capitals.
const (
	soundMark     = "~"
	adjectiveMark = "^"
	codeMark      = "@"
	capitalMark   = "*"
)

// kinds are the kinds of packed places; the place in the list is what a record
// holds. New ones go to the end.
var kinds = []string{
	"village", "town", "city", "quarter", "province", "district", "country", "continent", "region", "mountain", "valley", "island", "river",
	"canal", "lake", "sea", "gulf", "strait", "ocean", "border", "crossing", "site",
}

// Bits of the kind of a record.
const (
	seatBit    = 0x80 // of a first-order unit
	capitalBit = 0x40
	kindBits   = 0x3f
)

type packed struct {
	data   string
	own    bool
	places int
	keys   int
	blocks int
	names  int // offsets
	index  int
}

// openPacked reads the header; a table that is not one holds nothing.
func openPacked(data string, own bool) packed {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return packed{}
	}
	p := packed{data: data, own: own}
	at := len(magic) + 4
	for _, field := range []*int{&p.places, &p.keys, &p.names, &p.index} {
		*field = p.u32(at)
		at += 4
	}
	p.blocks = (p.keys + blockKeys - 1) / blockKeys
	return p
}

// sum tells two tables apart.
func (p packed) sum() int {
	if p.data == "" {
		return 0
	}
	return p.u32(len(magic))
}

func (p packed) u16(at int) int { return int(p.data[at]) | int(p.data[at+1])<<8 }
func (p packed) u24(at int) int { return p.u16(at) | int(p.data[at+2])<<16 }
func (p packed) u32(at int) int { return p.u24(at) | int(p.data[at+3])<<24 }

// find appends the places under a key.
func (p packed) find(key string, form Form, out []Match) []Match {
	at := p.search(key)
	if at < 0 {
		return out
	}
	count := int(p.data[at])
	for i := range count {
		posting := p.u24(at + 1 + 3*i)
		match := p.match(posting &^ otherName)
		match.Form = form
		if posting&otherName != 0 && form == FormName {
			match.Form = FormOther
		}
		out = append(out, match)
	}
	return out
}

// search is where the postings of a key begin, or -1.
func (p packed) search(key string) int {
	lo, hi := 0, p.blocks
	for lo < hi { // the first block whose first key is greater
		mid := (lo + hi) / 2
		if p.first(mid) <= key {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return -1
	}
	return p.scan(lo-1, key)
}

// first is the first key of a block, which shares nothing with one before.
func (p packed) first(block int) string {
	at := p.u32(p.index + 4*block)
	return p.data[at+2 : at+2+int(p.data[at+1])]
}

// scan goes through a block, keeping how many bytes of the key the entry at
// hand has in common with it.
func (p packed) scan(block int, key string) int {
	at := p.u32(p.index + 4*block)
	same := 0
	for range min(blockKeys, p.keys-block*blockKeys) {
		shared, size := int(p.data[at]), int(p.data[at+1])
		rest := p.data[at+2 : at+2+size]
		at += 2 + size
		if shared < same {
			return -1 // the keys have passed ours
		}
		if shared == same {
			n := common(rest, key[same:])
			same += n
			if n == size && same == len(key) {
				return at
			}
		}
		at += 1 + 3*int(p.data[at])
	}
	return -1
}

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// match is the place with a number.
func (p packed) match(place int) Match {
	at := headerSize + place*recordSize
	kind := p.data[at+21]
	m := Match{
		Name: p.name(p.u24(at + 10)), Kind: kinds[kind&kindBits], Country: strings.TrimRight(p.data[at+16:at+18], "\x00"),
		Lat: degrees(p.u24(at+4), 180), Lon: degrees(p.u24(at+7), 360), Radius: p.u16(at+18) * radiusStep, People: people(p.data[at+20]),
		Seat: kind&seatBit != 0, Capital: kind&capitalBit != 0, geonames: p.u32(at), own: p.own,
	}
	parent := p.u24(at + 13)
	for i := 0; parent != noParent && i < len(m.Units); i++ {
		unit := headerSize + parent*recordSize
		m.Units[i] = p.name(p.u24(unit + 10))
		parent = p.u24(unit + 13)
	}
	return m
}

func (p packed) name(offset int) string {
	at := p.names + offset
	return p.data[at+1 : at+1+int(p.data[at])]
}

// degrees turns a fraction of a circle of span degrees, counted from its
// negative end, into degrees; steps is its reverse.
func degrees(value int, span float64) float64 {
	d := float64(value)/degreeSteps*span - span/2
	return math.Round(d*1e4) / 1e4
}

func steps(degrees, span float64) int {
	return int(math.Round((degrees + span/2) / span * degreeSteps))
}

// people and peopleStep keep a number of people in one byte, to seven in a hundred.
func people(step byte) int {
	if step == 0 {
		return 0
	}
	return int(math.Round(math.Exp2(float64(step) / peopleFactor)))
}

func peopleStep(n int) byte {
	if n <= 0 {
		return 0
	}
	return byte(min(255, max(1, math.Round(math.Log2(float64(n))*peopleFactor))))
}
