package code

import (
	"slices"

	"stemma/internal/reference/noun"
)

// headline is the act of a headline whose verb was taken for a noun: "Halvorn
// and Struvia swap 40 prisoners", "Thousands march against curfew". Its parties stand right
// before and behind it.
func (s *sentence) headline(used map[int]bool) []act {
	for v := 1; v+1 < len(s.Tokens); v++ {
		f := frame{verb: v, subject: v - 1, object: s.nounBehind(v), second: -1, phrases: s.phrases(v), particles: s.particles(v)}
		if !s.tag(v-1, "NOUN", "PROPN") && !s.nounish(v-1) || !s.headVerb(v, f.object) || len(s.page.book.Verbs(s.lemma[v])) == 0 {
			continue
		}
		if rule, ok := s.match(f); ok {
			used[v] = true
			if f.object >= 0 {
				used[f.object] = true
			}
			a := act{trigger: v, clause: v, light: -1, rule: rule, name: "headline " + s.lemma[v], typ: rule.Type, mode: rule.Mode}
			a.actors, a.recipients = append(s.fellow(v-1), s.slots(f, rule.Actors)...), s.slots(f, s.recipientSlots(rule))
			return []act{a}
		}
	}
	return nil
}

// headVerb reports whether a word of a headline may be its verb: with an object what looks
// like a noun, and "down"; with none what agrees with the party before it, "Governor steps
// down". What does something itself is no object: "Ostrel attack toll rises".
func (s *sentence) headVerb(v, object int) bool {
	if object >= 0 && s.is(object, "nsubj", "nsubj:pass") && s.head(object) > object && s.tag(s.head(object), "VERB") {
		return false
	}
	if object >= 0 {
		return s.tag(v, "NOUN", "ADJ", "ADV") || s.form[v] == "down" || s.tag(v, "VERB") && s.is(v, "compound")
	}
	one, many := s.form[v-1] == s.lemma[v-1], s.form[v] == s.lemma[v]
	return s.tag(v, "NOUN") && s.tag(v-1, "NOUN") && s.tag(v+1, "ADP", "ADV") && one != many && s.anyParty(single(v-1))
}

// nounish reports whether a word that the tree takes for the verb of a headline is a party
// in the plural: "Halvorn rivals trade blame", "Ostrel police fire tear gas".
func (s *sentence) nounish(n int) bool {
	if !s.tag(n, "VERB") || !s.is(n, "root") || s.child(n, "aux") >= 0 {
		return false
	}
	kind := string(noun.Of(s.lemma[n]))
	return s.form[n] == "police" || s.form[n] == s.lemma[n]+"s" && kind != "" && s.page.book.Fits(kind, []string{"@people", "@armed"})
}

// fellow is the name at the head of a headline that a comma joins to the one before its
// verb: Halvorn of "Halvorn, Struvia exchange fire".
func (s *sentence) fellow(n int) []int {
	comma := slices.Index(s.form[:n], ",")
	if comma < 1 || !s.tag(n, "PROPN") || slices.ContainsFunc(s.form[comma+1:n], func(w string) bool { return w == "," }) {
		return nil
	}
	for k := range n {
		if k != comma && !s.tag(k, "PROPN") {
			return nil
		}
	}
	return single(comma - 1)
}

// nounBehind is the head of the bare phrase that begins behind a token: "thief" of "lynch
// suspected thief".
func (s *sentence) nounBehind(v int) int {
	last := -1
	for k := v + 1; k < len(s.Tokens) && k <= v+6 && (s.tag(k, "DET", "NUM", "ADJ", "ADV", "NOUN", "PROPN", "PRON") || s.form[k] == "than" || k == v+1 && s.participle(k)); k++ {
		if s.tag(k, "NOUN", "PROPN") {
			last = k
		}
	}
	return last
}
