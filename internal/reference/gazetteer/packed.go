package gazetteer

import (
	"math"
	"strings"
)

// The packed table holds places in records of one width and, beside them, the
// sorted keys under which they are found. It is searched where it lies in the
// program: nothing is read or built when the program starts. Numbers are
// little-endian.
//
//	header   magic, a sum of what follows u32, then four u32: places, keys, and where names and index begin
//	places   id u32 · lat u24 · lon u24 · name u24 · parent u24 · country 2 bytes · people u8 · kind u8
//	names    length byte and characters
//	index    u32 for each block of 16 keys: where it begins
//	keys     shared length · rest length · rest · count · count × u24 (place; top bit: another name of it)
const (
	magic        = "stemmaG1"
	headerSize   = len(magic) + 5*4
	recordSize   = 20
	blockKeys    = 16
	noParent     = 1<<24 - 1
	otherName    = 1 << 23
	maxPostings  = 255
	soundMark    = "~" // before keys that are made by Sound
	degreeSteps  = 1<<24 - 1
	peopleFactor = 10 // steps of people to a doubling
)

// Kinds of packed places, as the byte of a record.
const (
	packedPlace byte = iota
	packedCapital
	packedSeat // of a first-order unit
	packedQuarter
	packedProvince
	packedDistrict
)

// packed is a packed table.
type packed struct {
	data   string
	places int
	keys   int
	blocks int
	names  int // offsets
	index  int
}

// openPacked reads the header; a table that is not one holds nothing.
func openPacked(data string) packed {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return packed{}
	}
	p := packed{data: data}
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

func (p packed) u24(at int) int {
	return int(p.data[at]) | int(p.data[at+1])<<8 | int(p.data[at+2])<<16
}

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
	kind := p.data[at+19]
	m := Match{
		id: p.u32(at), Name: p.name(p.u24(at + 10)), Country: country(p.data[at+16 : at+18]),
		Lat: degrees(p.u24(at+4), 180), Lon: degrees(p.u24(at+7), 360), People: people(p.data[at+18]),
		Seat: kind == packedSeat || kind == packedCapital, Capital: kind == packedCapital, table: true,
	}
	m.Kind, m.Radius = extent(kind, m.People)
	parent := p.u24(at + 13)
	for i := 0; parent != noParent && i < len(m.Units); i++ {
		unit := headerSize + parent*recordSize
		m.Units[i] = p.name(p.u24(unit + 10))
		parent = p.u24(unit + 13)
	}
	if kind == packedProvince || kind == packedDistrict {
		m.Radius, m.id = 1000*m.id, 0
	}
	return m
}

func country(code string) string { return strings.TrimRight(code, "\x00") }

func (p packed) name(offset int) string {
	at := p.names + offset
	return p.data[at+1 : at+1+int(p.data[at])]
}

// extent is the kind of a packed place and its radius in metres: that of a
// round town of a usual density.
func extent(kind byte, people int) (string, int) {
	switch kind {
	case packedProvince:
		return "province", 0
	case packedDistrict:
		return "district", 0
	case packedQuarter:
		return "quarter", 2000
	}
	radius := 1000 + int(15*math.Sqrt(float64(people)))
	switch {
	case people >= 100_000 || kind == packedCapital:
		return "city", radius
	case people >= 5_000 || kind == packedSeat:
		return "town", radius
	}
	return "village", radius
}

// degrees turns a fraction of a circle of span degrees, counted from its
// negative end, into degrees; steps is its reverse.
func degrees(value int, span float64) float64 {
	d := float64(value)/degreeSteps*span - span/2
	return math.Round(d*1e5) / 1e5
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
