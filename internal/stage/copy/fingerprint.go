package copy

import (
	"slices"

	"stemma"
)

const (
	shingle = 6 // words; six in a row are rarely chance in news
	window  = 8 // shingles; a shared run of shingle+window-1 words is sure to be found
)

// Fingerprints are the winnowed shingles of a reading's body (Schleimer,
// Wilkerson and Aiken, Winnowing, 2003): of every window the smallest hash.
// Two documents that share thirteen words in a row share a fingerprint. They
// are sorted and distinct.
func Fingerprints(r *stemma.Reading) []uint64 {
	hashes := shingles(words(r), shingle)
	var out []uint64
	for i := 0; i+window <= len(hashes); i++ {
		if least := slices.Min(hashes[i : i+window]); len(out) == 0 || out[len(out)-1] != least {
			out = append(out, least)
		}
	}
	if len(out) == 0 && len(hashes) > 0 {
		out = append(out, slices.Min(hashes))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
