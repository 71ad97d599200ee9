package place

import (
	"strings"

	"stemma"
)

// enough hints make a name a place's on the whole page, though no book has it.
const enough = 2

// hints is how much a mention of a name that no book has tells of a place: a word of
// kind, where it lies or what was done to it as only to places is enough alone; what is
// done to people, too, is not where the name is taken for a person's.
//
//	"Gunmen stormed Qarsha" → 2; "Gunmen attacked Abu Qarsha", "the Qarsha attack" → 1
func (p *page) hints(n *name, kind kindWord) int {
	near := p.locativeBefore(n)
	switch {
	case settled(kind), p.rowOfKind(n), near.role == "near" && near.strength == 3, p.lies(n):
		return enough
	case p.ofGroup(n), p.plain(n.sentence, n.first, n.last):
		return 0
	case p.described(n) > 0, near.strength > 0 && p.scenic(n), p.befell(n, overrun), p.befell(n, struck) && p.nobodys(n):
		return enough
	case p.befell(n, struck), p.ofBlow(n):
		return 1
	}
	return 0
}

// rowOfKind reports whether a name stands in a row before the word for what all of it are:
// "Qarsha, Old Tuma and Tereb villages".
func (p *page) rowOfKind(n *name) bool {
	const longest = 12 // tokens
	s, joined := n.sentence, false
	for i := n.last + 1; i <= n.last+longest; i++ {
		word := p.lower(s, i)
		switch kind := kindWords[word]; {
		case commas[word]:
			joined = true
		case joined && kind.after && settled(kind) && strings.HasSuffix(word, "s"):
			return true
		case !joined || !capital(p.word(s, i)):
			return false
		}
	}
	return false
}

// ofGroup reports whether a name is a party's that is no person: "Gunmen attacked Orvane".
func (p *page) ofGroup(n *name) bool {
	actor, _ := p.mention(n.span)
	return actor != nil && actor.Kind != stemma.KindPerson && actor.Kind != stemma.KindOther && actor.Kind != stemma.KindPeople
}

// nobodys reports whether a name is no party's.
func (p *page) nobodys(n *name) bool {
	actor, _ := p.mention(n.span)
	return actor == nil
}

// described is how many tokens behind a name call it a settlement in an aside, 0 if none do.
//
//	"Qarsha, a farming village 40 km south of Dorvat" → ", a farming village"
//	"Varde, a village chief" → none
func (p *page) described(n *name) int {
	const longest = 3 // words before that of kind
	s, at := n.sentence, p.right(n)+1
	if p.word(s, at) != "," || p.lower(s, at+1) != "a" && p.lower(s, at+1) != "an" && p.lower(s, at+1) != "the" {
		return 0
	}
	tokens := p.tokens(s)
	for i := at + 2; i < min(len(tokens)-1, at+3+longest) && tokens[i].Tag != "PUNCT"; i++ {
		if called[p.lower(s, i)] {
			if next := tokens[i+1].Tag; next == "NOUN" || next == "PROPN" || hyphens[p.word(s, i+1)] || possessive[p.word(s, i+1)] {
				return 0
			}
			return i + 1 - at
		}
	}
	return 0
}

// scenic reports whether a clause behind a name tells what went on there: "moved on to
// Qarsha, where they shot two men". Where somebody works is a body as often.
func (p *page) scenic(n *name) bool {
	at := p.right(n) + 1
	if p.word(n.sentence, at) == "," {
		at++
	}
	return p.lower(n.sentence, at) == "where" && !attending[p.lemma(n.sentence, p.tokens(n.sentence)[at].Head)]
}

// befell reports whether a name is all of what an act of some verbs was done to, alone, in a
// row or with the word for a community.
//
//	"stormed Qarsha and Old Tuma", "raided Qarsha community"
func (p *page) befell(n *name, acts map[string]bool) bool {
	tokens := p.tokens(n.sentence)
	h := p.headOf(n)
	switch over := tokens[h].Head; {
	case p.alone(n):
	case over == n.last+1 && peopled[p.lower(n.sentence, over)] && p.lower(n.sentence, n.first-1) != "the":
		h = over
	default:
		return false
	}
	for range tokens { // the first of a row
		if tokens[h].Relation != "conj" || tokens[h].Head < 0 {
			break
		}
		h = tokens[h].Head
	}
	if over := tokens[h].Head; over >= 0 && over < len(tokens) {
		object := tokens[h].Relation == "obj" || tokens[h].Relation == "nsubj:pass"
		return object && acts[p.lemma(n.sentence, over)]
	}
	return false
}

// headOf is the token of a name on which its others hang.
func (p *page) headOf(n *name) int {
	tokens := p.tokens(n.sentence)
	for i := n.first; i <= n.last; i++ {
		if h := tokens[i].Head; h < n.first || h > n.last {
			return i
		}
	}
	return n.last
}

// ofBlow reports whether a name says which blow is meant: "the Qarsha attack".
func (p *page) ofBlow(n *name) bool {
	return strings.EqualFold(p.word(n.sentence, n.first-1), "the") && blows[p.lemma(n.sentence, n.last+1)]
}
