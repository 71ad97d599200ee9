package place

import "strings"

// findUnknown adds the names that a word of kind or a strong locative makes
// places', though the gazetteer knows none: they are shown without a point.
//
//	"the village of Qarsha" → "Qarsha", no place
func (p *page) findUnknown() {
	var found []name
	next := 0
	for s := range p.r.Syntax.Sentences {
		for i := 0; i < len(p.tokens(s)); i++ {
			for next < len(p.names) && before(&p.names[next], s, i) {
				next++
			}
			if next < len(p.names) && p.names[next].sentence == s && p.names[next].first == i {
				i = p.names[next].last
				continue
			}
			if n, ok := p.unknown(s, i); ok {
				found = append(found, n)
				i = n.last
			}
		}
	}
	p.names = merge(p.names, found)
}

func before(n *name, s, i int) bool {
	return n.sentence < s || n.sentence == s && n.last < i
}

// unknown is the run of capitals that begins at a token, if something before or
// after it says that it is a place.
func (p *page) unknown(s, i int) (name, bool) {
	if !p.opens(s, i) || p.runs(s, i-1) || always[p.lower(s, i)] {
		return name{}, false
	}
	last := p.runEnd(s, i)
	n, tag := p.run(s, i, last), p.tokens(s)[i].Tag
	if len(n.words) < 3 || strings.ToUpper(n.words) == n.words || p.headline(s) || tag != "PROPN" && tag != "" {
		return n, false
	}
	if p.bodily(s, i, last) {
		return n, false
	}
	probe := n
	p.extend(&probe)
	return n, settled(probe.kind) || probe.kind.word == "" && p.locativeBefore(&n).strength == 3
}

// bodily reports whether a word of a body stands in a run of capitals or after
// it: "Varde County Sheriff", "Osney Hospital".
func (p *page) bodily(s, i, last int) bool {
	for ; i <= last+2; i++ {
		if word := p.word(s, i); i <= last && bodies[strings.ToLower(word)] || i > last && capital(word) {
			return true
		}
	}
	return false
}

// settled are the words of kind that are enough for a place without a point.
func settled(k kindWord) bool {
	return k.word != "" && k.kind != "country" && k.kind != "road" && k.word != "state" && k.word != "department"
}

// runEnd is the last token of the run of capitals, at most three words long.
func (p *page) runEnd(s, i int) int {
	last := i
	for j := i + 1; j < i+6 && j < len(p.tokens(s)); j++ {
		word := p.word(s, j)
		switch {
		case kindWords[strings.ToLower(word)].after:
			return last
		case capital(word) && p.nameAt(s, j) < 0:
			last = j
		case hyphens[word] && p.touch(s, j-1) && p.touch(s, j), articles[word]:
		default:
			return last
		}
	}
	return last
}

func merge(a, b []name) []name {
	out := make([]name, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].span.Before(b[0].span) {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
