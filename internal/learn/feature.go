// Package learn is numbers only: fields over hashed features, a
// network that reads whole sentences, how both are packed, and the arc-hybrid
// system by which trees are built. What a feature or a class means is left to whoever makes it;
// no word of any language is known here.
//
//	features of a token → scores of 17 classes → the best one
package learn

// A Feature is the fingerprint of one observation.
type Feature uint64

const (
	mixA = 0x9E3779B97F4A7C15
	mixB = 0xC2B2AE3D27D4EB4F
	mixC = 0x165667B19E3779F9
	mixD = 0x27D4EB2F165667C5
	mixE = 0xff51afd7ed558ccd
)

// Hash is the fingerprint of some bytes.
func Hash[S string | []byte](s S) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// One is the feature that template saw a.
func One(template, a uint64) Feature { return finish(template*mixA + a*mixB) }

// Two is the feature that template saw a with b.
func Two(template, a, b uint64) Feature { return finish(template*mixA + a*mixB + turn(b)*mixC) }

// Three is the feature that template saw a with b and c.
func Three(template, a, b, c uint64) Feature {
	return finish(template*mixA + a*mixB + turn(b)*mixC + turn(c*mixD)*mixE)
}

// turn keeps a with b from being b with a.
func turn(x uint64) uint64 { return x<<29 | x>>35 }

func finish(h uint64) Feature {
	h ^= h >> 32
	h *= mixE
	h ^= h >> 29
	return Feature(h * mixA)
}

// Best is the index of the highest score, the first of equals.
func Best(scores []int32) int {
	best := 0
	for i, score := range scores {
		if score > scores[best] {
			best = i
		}
	}
	return best
}
