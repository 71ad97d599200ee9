package code

import (
	"slices"

	"stemma/internal/stage/code/mend"
)

// passive reports whether a verb's first party is its object: "was seized",
// "the men seized in May", "backed by jets", and in headlines "Farmer killed by
// mine".
func (s *sentence) passive(v int) bool {
	switch {
	case s.tobe(v) >= 0 && s.lemma[v] == "blame": // "The king was to blame"
		return true
	case s.squeezed(v), s.tobe(v) >= 0, s.busy(v):
		return false
	case s.beside(v, "aux:pass") || s.child(v, "nsubj:pass") >= 0 && s.title:
		return true
	case !s.participle(v), s.child(v, "obj", "aux") >= 0, s.tally(v) >= 0, s.acreage(v) >= 0:
		return false
	}
	return s.agent(v) >= 0 || s.undergone(v)
}

// undergone reports whether a participle without "be" and "by" tells what somebody
// underwent, by what it hangs on.
//
//	"the men seized in May", "Tanker boarded", "was found shot dead" → yes;  "who seized the mill and held on" → no
func (s *sentence) undergone(v int) bool {
	switch {
	case s.is(v, "conj") && s.child(v, "nsubj:pass") >= 0: // "The lorries were emptied and the drivers held"
		return s.passive(s.head(v))
	case s.child(v, "nsubj") >= 0: // headlines leave "was" out: "Tanker boarded"
		return (s.title || s.page.book.In(s.lemma[v], "undergone")) && (!s.is(v, "acl:relcl") || s.relative(s.child(v, "nsubj")))
	case s.is(v, "acl") && !s.is(v, "acl:relcl"):
		return !s.headless(v) && !s.whole(v)
	case s.is(v, "conj"):
		return s.head(v) >= 0 && s.tag(s.head(v), "VERB") && s.passive(s.head(v)) && !s.pleads(v)
	case s.is(v, "advcl"):
		return s.child(v, "mark") < 0
	case s.is(v, "xcomp") && finding[s.lemma[s.head(v)]]: // "was found shot dead"
		return true
	}
	return s.is(v, "amod") || s.is(v, "xcomp", "parataxis", "dep", "appos") && s.behindNoun(v)
}

// pleads reports whether a verb joined to a passive tells what somebody does: "was
// appalled by the raid and called for an inquiry".
func (s *sentence) pleads(v int) bool {
	return begging[s.lemma[v]] && slices.ContainsFunc(s.children(v, "obl"), func(k int) bool { return k > v && s.preposition(k) == "for" })
}

var begging = lists.Set("begging")

// finding are the verbs behind which a participle tells what somebody underwent.
var finding = lists.Set("finding")

// tobe is the "be" of "They were to leave", -1 if a verb has none.
func (s *sentence) tobe(v int) int {
	for _, k := range s.children(v, "aux") {
		if m := s.child(v, "mark"); s.lemma[k] == "be" && k < m && s.form[m] == "to" && s.form[v] == s.lemma[v] {
			return k
		}
	}
	return -1
}

// agent is the "by" phrase of a passive, -1 if there is none.
func (s *sentence) agent(v int) int {
	if a := s.child(v, "obl:agent"); a >= 0 && !s.timeWord(a) && !s.conveyance(a) && s.preposition(a) != "include" {
		return s.orderedBy(a)
	}
	for _, k := range s.children(v, "obl", "nmod") {
		if s.preposition(k) == "by" && !s.timeWord(k) && !s.conveyance(k) {
			return s.orderedBy(k)
		}
	}
	if k := s.agentBehind(v); k >= 0 {
		return k
	}
	return s.causer(v)
}

// orderedBy is whose order it is by which something was done: the court of "by order of the
// court"; other nouns are themselves.
func (s *sentence) orderedBy(n int) int {
	if by := s.ofNoun(n); by >= 0 && ordering[s.lemma[n]] && (s.anyParty(single(by)) || s.speaks(by)) {
		return by
	}
	return n
}

// ordering are the nouns for by what a body has something done.
var ordering = lists.Set("ordering")

// agentBehind is the "by" phrase that the tree has hung on the place or thing before it:
// "driven from their homes by police", "robbed of their nets by men in uniform"; -1 if
// there is none.
func (s *sentence) agentBehind(v int) int {
	if s.child(v, "aux:pass") < 0 {
		return -1
	}
	for _, place := range s.children(v, "obl") {
		if from := s.preposition(place); from != "from" && from != "of" && !scenery[from] { // "according to a tally by the union"
			continue
		}
		for _, k := range s.children(place, "nmod") {
			if s.preposition(k) == "by" && s.anyParty(single(k)) && !s.authorable(place) {
				return k
			}
		}
	}
	return -1
}

// authorable reports whether a noun is something that "by" may say who made: "was accused
// of killings by the guards", "was named in a report by the union".
func (s *sentence) authorable(n int) bool {
	return len(s.page.book.Nouns(s.lemma[n])) > 0 || s.page.book.Fits(s.lemma[n], []string{"@written", "@request", "@demand", "@tale", "@abstract", "@meeting", "@threat"})
}

// causer is who keeps something done: "The army kept the bridge closed" the army; -1 if
// nobody does.
func (s *sentence) causer(v int) int {
	h := s.head(v)
	if h < 0 || !s.is(v, "xcomp") || !mend.Causing[s.lemma[h]] || !s.participle(v) || s.passive(h) {
		return -1
	}
	return s.subject(h, 1)
}

// patient is the object of a passive.
func (s *sentence) patient(v int) int {
	if p := s.child(v, "nsubj:pass", "nsubj"); p >= 0 {
		return s.among(s.antecedent(p, v))
	}
	if p := s.stray(v); p >= 0 {
		return p
	}
	if p := s.before(v); p >= 0 {
		return p
	}
	h := s.head(v)
	switch {
	case h < 0:
		return -1
	case s.is(v, "acl", "amod"):
		return s.among(h)
	case s.is(v, "xcomp", "parataxis", "dep", "appos") && s.behindNoun(v):
		return v - 1
	case s.is(v, "conj", "advcl", "xcomp", "ccomp"):
		return s.subject(v, 0)
	}
	return -1
}

// busy reports whether a participle says what somebody does: "were engaged in fighting
// with the rebels", but not "was locked in a cellar".
func (s *sentence) busy(v int) bool {
	return (s.form[v] == "engaged" || s.form[v] == "embroiled" || s.form[v] == "locked") && s.agent(v) < 0 &&
		slices.ContainsFunc(s.children(v, "obl", "nmod"), func(k int) bool {
			return s.preposition(k) == "in" && (s.form[v] != "locked" || !s.fits(k, []string{"@building", "@territory", "@vehicle"}) && s.child(k, "det") < 0)
		})
}
