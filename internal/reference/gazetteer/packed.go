package gazetteer

import (
	"encoding/binary"
	"math"
	"slices"
)

// A packed table holds places in records of one width and, beside them, the
// sorted keys under which they are found. It is searched where it lies in the
// program: nothing is read or built when the program starts. Numbers are
// little-endian.
//
//	header   magic, a sum of what follows u32, then five u32: places, keys, and where names, filter and index begin
//	places   id u32 · lat u24 · lon u24 · name u24 · parent u24 · country 2 bytes · radius u16 (100 m) · people u8 · kind u8
//	names    length byte and characters
//	filter   lines of 64 bytes that say of most words that are no key that they are none
//	index    for each block of 16 keys the first 8 bytes of its first key, big-endian; then u32 for each: where it begins
//	keys     shared length · rest length · rest · count · count × u24 (place; top bit: another name of it)
const (
	magic        = "stemmaG3"
	headerSize   = len(magic) + 6*4
	recordSize   = 22
	blockKeys    = 16
	postingSize  = 3
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
	filter int
	heads  int
	index  int
}

// openPacked reads the header; a table that is not one holds nothing.
func openPacked(data string, own bool) *packed {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return &packed{}
	}
	p := &packed{data: data, own: own}
	at := len(magic) + 4
	for _, field := range []*int{&p.places, &p.keys, &p.names, &p.filter, &p.heads} {
		*field = u32(p.data[at:])
		at += 4
	}
	p.blocks = (p.keys + blockKeys - 1) / blockKeys
	p.index = p.heads + headSize*p.blocks
	return p
}

// sum tells two tables apart.
func (p *packed) sum() int {
	if p.data == "" {
		return 0
	}
	return u32(p.data[len(magic):])
}

func u16(b string) int { return int(b[1])<<8 | int(b[0]) }
func u24(b string) int { return int(b[2])<<16 | int(b[1])<<8 | int(b[0]) }
func u32(b string) int { return int(b[3])<<24 | int(b[2])<<16 | int(b[1])<<8 | int(b[0]) }

// A list is the places under a key as the table has them.
type list string

func (l list) size() int { return len(l) / postingSize }

// place is the number of the i-th place, and whether the key is another name of it.
func (l list) place(i int) (place int, other bool) {
	posting := u24(string(l[postingSize*i:]))
	return posting &^ otherName, posting&otherName != 0
}

func (l list) has(place int) bool {
	for i := range l.size() {
		if at, _ := l.place(i); at == place {
			return true
		}
	}
	return false
}

// beyond is how many places of a list another lacks.
func (l list) beyond(had list) (n int) {
	if had == "" {
		return l.size()
	}
	for i := range l.size() {
		if place, _ := l.place(i); !had.has(place) {
			n++
		}
	}
	return n
}

// find appends the places under a key.
func (p *packed) find(key []byte, form Form, out []Match) []Match {
	return p.listed(p.search(key, hash(key)), "", form, out)
}

// listed appends the places of a list, but for those that were had already.
func (p *packed) listed(l, had list, form Form, out []Match) []Match {
	out = slices.Grow(out, l.beyond(had))
	for i := range l.size() {
		place, other := l.place(i)
		if had.has(place) {
			continue
		}
		out = out[:len(out)+1]
		match := &out[len(out)-1]
		p.read(place, match)
		match.Form = form
		if other && form == FormName {
			match.Form = FormOther
		}
	}
	return out
}

// search is the list under a key, "" if the table has no such key.
func (p *packed) search(key []byte, h uint64) list {
	if p.keys == 0 || !p.mayHold(h) {
		return ""
	}
	head := headOf(key)
	block := p.below(head)
	for block+1 < p.blocks && p.head(block+1) == head && p.first(block+1) <= string(key) {
		block = p.leap(block, key)
	}
	return p.scan(block, key)
}

// below is the last block whose first bytes are less than those of a key, or the first
// of all. It asks each half the same, so that no guess about it can go wrong.
func (p *packed) below(head uint64) int {
	block := 0
	for n := p.blocks; n > 1; {
		half := n / 2
		next := block + half
		if p.head(next) < head {
			block = next
		}
		n -= half
	}
	return block
}

// leap is the furthest block that begins no later than a key, by steps that double.
func (p *packed) leap(block int, key []byte) int {
	step := 1
	for block+2*step < p.blocks && p.first(block+2*step) <= string(key) {
		step *= 2
	}
	return block + step
}

// head is the first bytes of a block's first key as one number.
func (p *packed) head(block int) uint64 {
	b := p.data[p.heads+headSize*block:][:headSize]
	return uint64(b[7]) | uint64(b[6])<<8 | uint64(b[5])<<16 | uint64(b[4])<<24 |
		uint64(b[3])<<32 | uint64(b[2])<<40 | uint64(b[1])<<48 | uint64(b[0])<<56
}

// headOf is the first bytes of a key as a number in the order of the keys.
func headOf(key []byte) uint64 {
	var first [headSize]byte
	copy(first[:], key)
	return binary.BigEndian.Uint64(first[:])
}

const headSize = 8

// first is the first key of a block, which shares nothing with one before.
func (p *packed) first(block int) string {
	at := u32(p.data[p.index+4*block:])
	return p.data[at+2 : at+2+int(p.data[at+1])]
}

// scan goes through a block, keeping how many bytes of the key the entry at
// hand has in common with it.
func (p *packed) scan(block int, key []byte) list {
	at := u32(p.data[p.index+4*block:])
	same := 0
	for range min(blockKeys, p.keys-block*blockKeys) {
		shared, size := int(p.data[at]), int(p.data[at+1])
		rest := p.data[at+2 : at+2+size]
		at += 2 + size
		if shared < same {
			return "" // the keys have passed ours
		}
		if shared == same {
			n := common(rest, key[same:])
			same += n
			if n == size && same == len(key) {
				return list(p.data[at+1:][:postingSize*int(p.data[at])])
			}
		}
		at += 1 + postingSize*int(p.data[at])
	}
	return ""
}

func common[B ~string | ~[]byte](a string, b B) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// match is the place with a number.
func (p *packed) match(place int) (m Match) {
	p.read(place, &m)
	return m
}

// read writes the place with a number into an empty match.
func (p *packed) read(place int, m *Match) {
	at := headerSize + place*recordSize
	record := p.data[at:][:recordSize]
	kind := record[21]
	m.Name, m.Kind, m.Country = p.name(u24(record[10:])), kinds[kind&kindBits], country(record[16:])
	m.Lat, m.Lon = degrees(u24(record[4:]), 180), degrees(u24(record[7:]), 360)
	m.Radius, m.People = u16(record[18:])*radiusStep, people(record[20])
	m.Seat, m.Capital = kind&seatBit != 0, kind&capitalBit != 0
	m.geonames, m.own, m.table, m.unit = int32(u32(record)), p.own, p, int32(u24(record[13:]))
}

// units are the names of a place's unit and of those that hold it.
func (p *packed) units(unit int) (out [4]string) {
	for i := 0; unit != noParent && i < len(out); i++ {
		at := headerSize + unit*recordSize
		out[i] = p.name(u24(p.data[at+10:]))
		unit = u24(p.data[at+13:])
	}
	return out
}

// country is the code that a string begins with, "" where two zeros stand.
func country(b string) string {
	if b[0] == 0 {
		return ""
	}
	return b[:2]
}

func (p *packed) name(offset int) string {
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
func people(step byte) int { return peopleOf[step] }

var peopleOf = peopleTable()

func peopleTable() (out [256]int) {
	for step := 1; step < len(out); step++ {
		out[step] = int(math.Round(math.Exp2(float64(step) / peopleFactor)))
	}
	return out
}

func peopleStep(n int) byte {
	if n <= 0 {
		return 0
	}
	return byte(min(255, max(1, math.Round(math.Log2(float64(n))*peopleFactor))))
}
