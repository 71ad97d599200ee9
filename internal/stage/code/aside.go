package code

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// aside reports whether a place's name only says where somebody or something else
// belongs, so that nothing of what the report tells need have gone on there. Without
// acts nothing that the place stands under is one.
//
//	"A group based in Ostrel claimed the raid." "He told the paper in Ostrel that six had died."
//	"Kethan, ten kilometres from Ostrel, was shelled." "The crowd protested over the siege of Ostrel."
func (s *sentence) aside(toponym int, acts []act) bool {
	t := &s.page.Places[toponym]
	i := s.headOf(t.Span)
	return s.toldAt(i, acts) || s.atHome(i, acts) || s.native(i) || s.locating(i) || s.compared(i) || s.topic(i, acts) || s.ofAccord(i) || s.ofParty(i) || s.always(i, acts)
}

// always reports whether a token stands in what is always true of whom or what a blow
// struck: "The mill, which feeds soldiers fighting in Sorn, was hit."
func (s *sentence) always(i int, acts []act) bool {
	for _, v := range append([]int{i}, s.above(i)...) {
		if s.is(v, "acl:relcl") && s.verbal(v) && s.form[v] == s.lemma[v]+"s" && s.child(v, "obj") >= 0 {
			n := s.head(v)
			return n >= 0 && s.is(n, "nsubj") && !s.placeName(n)
		}
		if tells(acts, v) {
			return false
		}
	}
	return false
}

// ofAccord reports whether a place only names an accord: "the Ostrel roadmap".
func (s *sentence) ofAccord(i int) bool {
	h := s.head(i)
	return h >= 0 && s.is(i, "compound", "amod", "nmod:poss") && accords[s.lemma[h]]
}

// accords are the nouns for what is called after the place where it was agreed.
var accords = lists.Set("accords")

// ofParty reports whether a place stands in words beside a party that say who it is: "the
// Column, the rebels' ally in Sorn, claimed the raid".
func (s *sentence) ofParty(i int) bool {
	for _, k := range s.above(i) {
		if h := s.head(k); s.is(k, "appos") && h >= 0 {
			m := s.page.mentionAt(s.Tokens[h].Span)
			return m != nil && m.actor.Kind == stemma.KindArmedGroup
		}
		if !s.nominal(k) {
			return false
		}
	}
	return false
}

// toldAt reports whether a place stands behind a verb of speech and right under it:
// where it was said, not what.
func (s *sentence) toldAt(i int, acts []act) bool {
	under := i
	for _, v := range s.above(i) {
		switch {
		case tells(acts, v):
			return false
		case s.verbal(v):
			return v < i && s.cites(v) && (s.is(under, "obl") || !s.said(i))
		}
		under = v
	}
	return false
}

// cites reports whether a verb is the cue of a claim.
func (s *sentence) cites(v int) bool {
	return slices.ContainsFunc(s.page.claims[s.index], func(c stemma.Claim) bool { return c.Cue.Contains(s.Tokens[v].Span) })
}

// said reports whether a token stands in what somebody says.
func (s *sentence) said(i int) bool {
	return slices.ContainsFunc(s.page.claims[s.index], func(c stemma.Claim) bool { return c.Holds(s.Tokens[i].Span) })
}

// atHome reports whether a place is where somebody who does something has his seat; who
// is struck at his seat is struck there: "troops stationed in Ostrel were shelled".
func (s *sentence) atHome(i int, acts []act) bool {
	for _, k := range s.above(i) {
		if home[s.lemma[k]] && s.is(k, "acl") {
			n := s.head(k)
			for n >= 0 && s.is(n, "appos") {
				n = s.head(n)
			}
			return n >= 0 && s.is(n, "nsubj", "obl:agent") && !s.is(n, "nsubj:pass")
		}
		if tells(acts, k) {
			return false
		}
	}
	return false
}

// native reports whether a place is where somebody is from: "Taro, a resident of Ostrel,
// was shot in Dorvat".
func (s *sentence) native(i int) bool {
	by, n := s.preposition(i), s.head(i)
	return (by == "of" || by == "from") && n >= 0 && residing[s.lemma[n]] && s.form[n] == s.lemma[n]
}

// residing are the nouns for somebody who is from a place.
var residing = lists.Set("residing")

// home are the verbs that say where somebody has his seat.
var home = lists.Set("home")

// tells reports whether an act is told by the token.
func tells(acts []act, token int) bool {
	return slices.ContainsFunc(acts, func(a act) bool { return a.trigger == token })
}

// locating reports whether a place stands in words behind another place that say where
// that one is: "Sorn, a market town on the Lisk", "Dorvat, some 30 km northeast of Ostrel".
func (s *sentence) locating(i int) bool {
	for _, k := range s.above(i) {
		if h := s.head(k); s.is(k, "appos") && h >= 0 && s.placeName(h) {
			return true
		}
		if lies[s.lemma[k]] && s.verbal(k) {
			return true // "Her town lies 60 kilometres from Ostrel.", "a district which borders Struvia"
		}
		if !s.nominal(k) && !s.tag(k, "ADV") {
			break
		}
	}
	return s.saysWhereAnotherLies(i)
}

// lies are the verbs by which one place is put beside another.
var lies = lists.Set("lies")

// saysWhereAnotherLies reports whether a place only says where another lies.
//
//	"in Sorn, 12 miles north of Ostrel" → of Ostrel: yes
func (s *sentence) saysWhereAnotherLies(i int) bool {
	k, in := i-1, false
	for ; k > 0 && s.form[k] != ","; k-- {
		if s.verbal(k) || s.tag(k, "CCONJ", "SCONJ", "PRON") {
			return false
		}
		in = in || bearings[s.lemma[k]] || s.tag(k, "ADP") && s.form[k] != "of"
	}
	return in && k > 0 && s.tag(k+1, "DET", "NUM", "ADV", "NOUN", "ADJ") && len(s.page.toponymsAt(s.Tokens[k-1].Span)) > 0
}

// bearings are the words of a direction.
var bearings = lists.Set("bearing")

// compared reports whether a place is only that within which something is the first or
// the worst, or with which it is: "the attack, the deadliest in Quarry province since
// May", "the largest since Dorvat".
func (s *sentence) compared(i int) bool {
	if s.preposition(i) == "since" {
		return true
	}
	h := s.head(i)
	return h >= 0 && s.tag(h, "ADJ") && (strings.HasSuffix(s.form[h], "est") || s.form[h] == "first" || s.form[h] == "worst")
}

// topic reports whether a place is that of an act which the words around it are only
// about: "protested over the siege of Ostrel".
func (s *sentence) topic(i int, acts []act) bool {
	for _, k := range s.above(i) {
		if tells(acts, k) || !s.nominal(k) {
			return false
		}
		if _, act := s.noun(k); act && about[s.preposition(k)] {
			return true
		}
	}
	return false
}

// about are the prepositions before what words or protests are about.
var about = lists.Set("topical")

// speaksFor reports whether a place's name stands for those who rule or speak
// there: it is the subject of a verb, or the owner of something, and no
// preposition makes it a scene. A town that is no party does nothing: it is where
// things are done.
//
//	"Halvorn shelled the port." → Halvorn speaks for itself
//	"Dorvat was shelled." → a scene
func (s *sentence) speaksFor(i int) bool {
	if s.preposition(i) != "" {
		return false
	}
	party := s.page.mentionAt(s.Tokens[i].Span) != nil
	return s.is(i, "nsubj", "obl:agent", "iobj") && (party || s.ofCountry(i)) || party && s.is(i, "nmod:poss", "compound", "conj")
}

// soughtAt reports whether a place's name only says what something is for: "in revenge
// for Dorvat", "fighting for the secession of the Halden region". Who leaves for Dorvat
// goes there.
func (s *sentence) soughtAt(i int) bool {
	for k := i; k >= 0; k = s.head(k) {
		switch by := s.preposition(k); {
		case by == "for":
			h := s.head(k)
			return h >= 0 && !bound[s.lemma[h]]
		case by != "" && by != "of", !s.is(k, "nmod", "compound", "appos", "flat", "conj"):
			return false
		}
	}
	return false
}

// bound are the words after which "for" says where to.
var bound = lists.Set("bound")

// inTitle reports whether a place's name is part of what somebody is: "Dorvat District
// Commissioner Ilse Rohn", "the Ostrel mayor".
func (s *sentence) inTitle(i int) bool {
	h := s.head(i)
	for range deepest {
		if h < 0 || !s.is(i, "compound", "nmod:desc", "flat") {
			return false
		}
		if s.page.book.In(s.lemma[h], "leader") {
			return true
		}
		i, h = h, s.head(h)
	}
	return false
}

// ofSource reports whether a place only says where somebody who is quoted is at home:
// "a doctor of the hospital at Dorvat said that four men had been hurt".
func (p *page) ofSource(place stemma.Span) bool {
	return slices.ContainsFunc(p.claims[p.Syntax.SentenceAt(place.Start)], func(c stemma.Claim) bool { return c.Source.Span.Contains(place) })
}

// cares reports whether a place is one to which the hurt of other places are brought, or
// lies in the name of one: "Dorvat" of "Dorvat hospital", "the hospital at Dorvat".
func (p *page) cares(place stemma.Span) bool {
	i := p.Syntax.SentenceAt(place.Start)
	return i >= 0 && caringAt(&p.Syntax.Sentences[i], place) >= 0
}

// caringAt is the house at a place of a sentence to which the hurt are brought, -1 if
// there is none.
func caringAt(s *stemma.Sentence, place stemma.Span) int {
	k := s.TokenAt(place.End - 1)
	for range deepest {
		if k < 0 || k >= len(s.Tokens) || s.Tokens[k].Tag == "VERB" {
			return -1
		}
		if caring[lexicon.Lower(s.Tokens[k].Lemma)] {
			return k
		}
		k = s.Tokens[k].Head
	}
	return -1
}

// tendedAt reports whether a place is only where those are cared for whom some acts have
// hurt: "nine were wounded and taken to hospitals in Ostrel", "died in Dorvat hospital".
// Who was brought there, or left, went there.
func (s *sentence) tendedAt(place stemma.Span, acts []act, owners []int) bool {
	if slices.ContainsFunc(owners, func(n int) bool { return ends(acts[n].typ, nil) }) {
		return false
	}
	k := caringAt(s.Sentence, place)
	if before := s.TokenAt(place.Start) - 2; k < 0 && before >= 0 && s.tag(before+1, "ADP") && caring[s.lemma[before]] {
		k = before // wherever the tree has hung "in Ostrel" of "to hospitals in Ostrel"
	}
	if k < 0 {
		return false
	}
	by := s.preposition(k)
	return by == "to" || (by == "in" || by == "at") && s.head(k) >= 0 && tending[s.lemma[s.head(k)]]
}

// tending are the verbs of what goes on with the hurt in a hospital.
var tending = lists.Set("tending")

// caring are the houses to which the hurt and the dead are brought.
var caring = lists.Set("caring")
