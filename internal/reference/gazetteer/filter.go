package gazetteer

// Most words of a text are no names of places. A Bloom filter in lines of 64
// bytes says so of them at the price of one look into memory: each key sets five
// bits of one line, and a word whose line lacks one of its bits is no key.
const (
	lineBytes  = 64
	keysOfLine = 50 // about ten bits a key: one other word in a hundred passes
	bitsOfKey  = 5
)

// hash is FNV-1a, its bits mixed once more.
func hash(key []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range key {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// lineOf is the line of a hash among some, by a number that its bits do not tell.
func lineOf(h uint64, lines int) int {
	return int(h * 0x9e3779b97f4a7c15 >> 32 * uint64(lines) >> 32)
}

// bitOf is the n-th bit of a hash in its line: nine bits of the hash say which.
func bitOf(h uint64, n int) uint { return uint((h >> (9 * n)) % (8 * lineBytes)) }

func filterLines(keys int) int { return keys/keysOfLine + 1 }

// mayHold reports whether a key with a hash may be in the table.
func (p *packed) mayHold(h uint64) bool {
	line := p.data[p.filter+lineBytes*lineOf(h, filterLines(p.keys)):][:lineBytes]
	for n := range bitsOfKey {
		bit := bitOf(h, n)
		if line[bit/8]>>(bit%8)&1 == 0 {
			return false
		}
	}
	return true
}

// packFilter is the filter that lets the keys pass.
func packFilter(keys []string) []byte {
	lines := filterLines(len(keys))
	out := make([]byte, lineBytes*lines)
	for _, key := range keys {
		h := hash([]byte(key))
		line := out[lineBytes*lineOf(h, lines):][:lineBytes]
		for n := range bitsOfKey {
			bit := bitOf(h, n)
			line[bit/8] |= 1 << (bit % 8)
		}
	}
	return out
}
