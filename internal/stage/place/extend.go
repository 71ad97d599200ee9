package place

import (
	"strings"

	"stemma"
)

// extend takes in the words round a name that say what it is and which part of
// it is meant.
//
//	"in northern Varde province" → whole "northern Varde province", kind province, towards 0°
//	"the village of Qarsha" → whole "village of Qarsha", kind village
func (p *page) extend(n *name) {
	p.kindAfter(n)
	p.kindBefore(n)
	p.side(n)
}

func (p *page) kindAfter(n *name) {
	at := n.last + 1
	if possessive[p.word(n.sentence, at)] {
		at++
	}
	for size := 2; size > 0; size-- {
		word, ok := kindWords[p.phrase(n.sentence, at, size)]
		if !ok || !word.after || at > n.last+1 && word.precision != stemma.PrecisionNear {
			continue
		}
		n.kind = word
		p.grow(n, at+size-1)
		return
	}
}

func (p *page) kindBefore(n *name) {
	at := n.first - 1
	of := p.lower(n.sentence, at) == "of"
	if of {
		at--
	}
	for size := 2; size > 0; size-- {
		word, ok := kindWords[p.phrase(n.sentence, at-size+1, size)]
		if !ok || of != word.of && !(word.before && !of) || of && !word.of {
			continue
		}
		if n.kind.word == "" {
			n.kind = word
		}
		p.grow(n, at-size+1)
		return
	}
}

// side reads a word of direction before a name.
func (p *page) side(n *name) {
	at := p.left(n) - 1
	for size := 3; size > 0; size -= 2 {
		bearing, ok := directions[strings.ReplaceAll(p.phrase(n.sentence, at-size+1, size), " - ", "-")]
		if ok {
			n.bearing, n.sided = bearing, true
			p.grow(n, at-size+1)
			return
		}
	}
}

// grow widens the whole of a name to a token before or after it.
func (p *page) grow(n *name, token int) {
	n.whole = n.whole.Join(p.tokens(n.sentence)[token].Span)
}

// phrase is a run of tokens in lower case, "" if it leaves the sentence.
func (p *page) phrase(s, at, size int) string {
	if at < 0 || at+size > len(p.tokens(s)) {
		return ""
	}
	if size == 1 {
		return p.lower(s, at)
	}
	parts := make([]string, size)
	for i := range parts {
		parts[i] = p.lower(s, at+i)
	}
	return strings.Join(parts, " ")
}

// left and right are the first and last tokens of the whole of a name.
func (p *page) left(n *name) int {
	i := n.first
	for i > 0 && p.tokens(n.sentence)[i-1].Start >= n.whole.Start {
		i--
	}
	return i
}

func (p *page) right(n *name) int {
	i := n.last
	for i+1 < len(p.tokens(n.sentence)) && p.tokens(n.sentence)[i+1].End <= n.whole.End {
		i++
	}
	return i
}

var possessive = words("'s ’s")
