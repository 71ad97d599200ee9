package place

import (
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
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

// longestKind is how many words a kind has: "local government area".
const longestKind = 3

func (p *page) kindAfter(n *name) {
	at := n.last + 1
	if possessive[p.word(n.sentence, at)] {
		at++
	}
	for size := longestKind; size > 0; size-- {
		word, ok := kindWords[p.phrase(n.sentence, at, size)]
		if !ok || !word.after || at > n.last+1 && word.precision != stemma.PrecisionNear {
			continue
		}
		if capital(p.word(n.sentence, at)) && capital(p.word(n.sentence, at+size)) {
			return // "U.S. State Department"
		}
		n.kind = word
		p.grow(n, at+size-1)
		if own := ofOur(p.find(p.r.Words(n.whole))); len(own) > 0 && fit(own, word.kind) {
			n.matches, n.kind = own, kindWord{} // "Damascus countryside" is a province
		}
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
		if !ok || of && !word.of || !of && !word.before {
			continue
		}
		if word.after && (p.nameAt(n.sentence, at-size) >= 0 || p.inName(n.sentence, at)) {
			return // "the Tuva region of Russia", "Zurmi local government area of Zamfara"
		}
		if n.kind.word == "" {
			n.kind = word
		}
		p.grow(n, at-size+1)
		return
	}
}

// side reads a word of direction before a name; "the northern province of Varde"
// has none. A part that the gazetteer knows by a name of its own is that place.
func (p *page) side(n *name) {
	at := n.first - 1
	for size := 3; size > 0; size -= 2 {
		bearing, ok := directions[strings.ReplaceAll(p.phrase(n.sentence, at-size+1, size), " - ", "-")]
		if ok {
			n.bearing, n.sided = bearing, true
			p.grow(n, at-size+1)
			if part := ofOur(p.find(p.r.Words(n.whole))); len(part) > 0 {
				n.matches, n.sided = part, false
			}
			return
		}
	}
}

// ofOur keeps the matches of our own list or a person's that bear the name
// letter for letter.
func ofOur(matches []gazetteer.Match) []gazetteer.Match {
	var out []gazetteer.Match
	for _, m := range matches {
		if (m.Own() || m.Overlay) && m.Form != gazetteer.FormSound && m.Kind != "country" {
			out = append(out, m)
		}
	}
	return out
}

// shareKinds gives the names of a row the word of kind that stands once, in the
// plural, after the last of them: "Idlib and Hama provinces".
func (p *page) shareKinds() {
	for i := len(p.names) - 1; i > 0; i-- {
		n, before := &p.names[i], &p.names[i-1]
		if n.kind.word == "" || !strings.HasSuffix(n.kind.word, "s") || before.kind.word != "" || before.sentence != n.sentence {
			continue
		}
		if gap := p.left(n) - p.right(before); gap == 2 && commas[p.lower(n.sentence, p.left(n)-1)] || gap == 3 && p.lower(n.sentence, p.left(n)-2) == "," {
			before.kind = n.kind
		}
	}
}
