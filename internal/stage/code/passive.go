package code

import "slices"

// agent is the "by" phrase of a passive, -1 if there is none.
func (s *sentence) agent(v int) int {
	if a := s.child(v, "obl:agent"); a >= 0 && !s.timeWord(a) && !s.conveyance(a) {
		return a
	}
	for _, k := range s.children(v, "obl", "nmod") {
		if s.preposition(k) == "by" && !s.timeWord(k) && !s.tag(k, "VERB") && !s.conveyance(k) {
			return k
		}
	}
	return s.agentBehind(v)
}

// agentBehind is the "by" phrase that the tree has hung on the place before it:
// "driven from their homes by police"; -1 if there is none.
func (s *sentence) agentBehind(v int) int {
	if s.child(v, "aux:pass") < 0 {
		return -1
	}
	for _, place := range s.children(v, "obl") {
		for _, k := range s.children(place, "nmod") {
			if s.preposition(k) == "by" && s.anyParty(single(k)) && s.fits(place, []string{"@territory", "@building"}) {
				return k
			}
		}
	}
	return -1
}

// patient is the object of a passive.
func (s *sentence) patient(v int) int {
	if p := s.child(v, "nsubj:pass", "nsubj"); p >= 0 {
		return s.antecedent(p, v)
	}
	if p := s.child(v, "obj"); p >= 0 && p < v && s.nominal(p) {
		return s.antecedent(p, v)
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
		return h
	case s.is(v, "xcomp", "parataxis", "dep", "appos") && s.behindNoun(v):
		return v - 1
	case s.is(v, "conj", "advcl", "xcomp", "ccomp"):
		return s.subject(v, 0)
	}
	return -1
}

// busy reports whether a participle says what somebody does: "were engaged in fighting
// with the rebels".
func (s *sentence) busy(v int) bool {
	return (s.form[v] == "engaged" || s.form[v] == "embroiled" || s.form[v] == "locked") && s.agent(v) < 0 &&
		slices.ContainsFunc(s.children(v, "obl", "nmod"), func(k int) bool { return s.preposition(k) == "in" })
}
