package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/stage/code/chronicle"
)

// A doubt is a modality with the words that make it.
type doubt struct {
	modality stemma.Modality
	words    stemma.Span
}

// strongest is the order in which modalities win over each other: what did not
// happen is denied whoever supposes it.
var strongest = []stemma.Modality{stemma.Denied, stemma.Hypothetical, stemma.Planned, stemma.Attempted, stemma.Alleged, stemma.Background}

// modality is how an event is meant, from the cues around its trigger and the
// stance of the claim that holds it, with the words of the cues.
//
//	"They did not shell the port" → denied, "not"
//	"Rebels reportedly left" → alleged, "reportedly"
//	"They tried to take the bridge" → attempted, "tried"
func (s *sentence) modality(a act, stance stemma.Stance) (stemma.Modality, []stemma.Span) {
	doubts := s.doubts(a)
	if v := s.undenied(a, doubts); v >= 0 {
		return stemma.Alleged, []stemma.Span{s.Tokens[v].Span}
	}
	if a.promised || s.unclaimed(a) { // "will not meet": the refusal is told, not denied
		doubts = slices.DeleteFunc(doubts, func(d doubt) bool { return d.modality == stemma.Denied })
	}
	switch stance {
	case stemma.Denies:
		doubts = append(doubts, doubt{stemma.Denied, stemma.Span{}})
	case stemma.Asks:
		doubts = append(doubts, doubt{stemma.Hypothetical, stemma.Span{}})
	}
	for _, m := range strongest {
		if words, found := cues(doubts, m); found {
			return m, words
		}
	}
	return stemma.Asserted, nil
}

// undenied is the verb of denying by which somebody leaves an act open, so that it is
// others who tell of it; -1 if there is none.
//
//	"The army would neither confirm nor deny the raid" → alleged, "deny"
//	"declined to confirm or deny that it had shelled the mill" → alleged, "deny"
func (s *sentence) undenied(a act, doubts []doubt) int {
	if v := s.head(a.clause); v >= 0 && s.is(a.clause, "ccomp") && s.leftOpen(v) {
		return v
	}
	for _, d := range doubts {
		if v := s.headOf(d.words); v >= 0 && d.modality == stemma.Denied && s.leftOpen(v) {
			return v
		}
	}
	return -1
}

// leftOpen reports whether a verb of denying is itself denied: "did not deny", "did not
// confirm or deny", "neither confirmed nor denied", "refused to deny".
func (s *sentence) leftOpen(v int) bool {
	if !chronicle.Denying[s.lemma[v]] || v == 0 {
		return false
	}
	if s.form[v-1] == "or" && s.is(v, "conj") {
		v = s.head(v)
	}
	return v > 0 && s.form[v-1] == "nor" || s.negated(v) || s.is(v, "xcomp") && len(s.cue(s.head(v), codebook.CueGoverns)) > 0
}

// cues are the words of the doubts of one sort, if there are any.
func cues(doubts []doubt, m stemma.Modality) (words []stemma.Span, found bool) {
	for _, d := range doubts {
		if d.modality != m {
			continue
		}
		found = true
		if !d.words.Empty() && !slices.Contains(words, d.words) {
			words = append(words, d.words)
		}
	}
	return words, found
}

// doubts are the cues around a trigger, its light verb and the verbs that govern
// them.
func (s *sentence) doubts(a act) []doubt {
	out := s.called(a)
	if a.trigger == a.clause && s.tag(a.trigger, "NOUN", "PROPN") || a.light >= 0 {
		out = append(out, s.nounDoubts(a.trigger)...)
	}
	v := a.seat()
	if a.light >= 0 {
		out = append(out, s.cue(v, codebook.CueObject)...)
	}
	if s.tag(v, "VERB") {
		out = append(out, s.verbDoubts(v, a)...)
	} else if h := s.head(v); h >= 0 && s.is(v, "obj", "nsubj", "nsubj:pass", "obl") && s.verbal(h) {
		out = append(out, s.under(h, v)...)
	} else if s.child(v, "cop") >= 0 { // "what would be the first advance"
		out = append(out, s.near(v, false)...)
	} else if h >= 0 && s.is(v, "nsubj") && s.tag(h, "ADJ") { // "a raid is possible"
		out = append(out, s.cue(h, codebook.CueAdjective)...)
	}
	return out
}

// called is the plan that a protest is to which people are called: "The union called a
// strike for Thursday", "announced a march".
func (s *sentence) called(a act) []doubt {
	if a.typ == "CONSULT" && s.lemma[a.trigger] == "schedule" { // "the talks scheduled for Thursday"
		return s.scheduled(a.trigger)
	}
	if a.typ != "PROTEST" {
		return nil
	}
	for _, v := range []int{a.trigger, s.head(a.trigger)} {
		if v >= 0 && s.tag(v, "VERB") && (s.lemma[v] == "call" || s.lemma[v] == "announce") && (v == a.trigger || s.is(a.trigger, "obj")) {
			return []doubt{{stemma.Planned, s.Tokens[v].Span}}
		}
	}
	return nil
}

// under are the cues of the verb over a noun of acts: its negation and what
// governs it, and the verb itself where it makes plans or foils them.
func (s *sentence) under(h, noun int) []doubt {
	if s.passive(h) && s.page.book.In(s.lemma[h], "perceive") && !s.negated(h) {
		return nil // "A blast can be heard in the recording"
	}
	if s.is(noun, "obl") && s.page.book.In(s.lemma[h], "factive") {
		return nil // "The army did not comment on the raid"
	}
	if s.bygone(h, noun) {
		return nil // "His death will weaken the rebels"
	}
	out := s.near(h, false)
	if s.refusal(h) {
		return out // an offer that is rejected was made
	}
	if s.is(noun, "obj", "nsubj:pass") {
		out = append(out, s.cue(h, codebook.CueObject)...)
	}
	return out
}

// bygone reports whether a noun for a loss of life that is known is what will have its
// effect: the effect is to come, the loss is not.
//
//	"His death will weaken the rebels", "The killing of the bishop may start a war" → bygone
//	"The killing will go on", "His death would weaken them" → not
func (s *sentence) bygone(v, noun int) bool {
	if !s.is(noun, "nsubj") || !deadly[s.lemma[noun]] || s.negated(v) || s.child(v, "obj", "obl", "xcomp") < 0 {
		return false
	}
	aux, det := s.child(v, "aux"), s.child(noun, "det")
	known := s.child(noun, "nmod:poss") >= 0 || s.pointing(noun) || det >= 0 && s.form[det] == "the"
	return known && aux >= 0 && affecting[s.form[aux]]
}

var (
	deadly    = lists.Set("deadly")
	affecting = lists.Set("affecting")
)

// refusal reports whether a verb is one of refusing.
func (s *sentence) refusal(v int) bool {
	rules := s.page.book.Verbs(s.lemma[v])
	return len(rules) > 0 && rules[len(rules)-1].Type == "REJECT"
}

// stance is that of the claim which holds an act; an offer that is rejected is
// not denied.
func (s *sentence) stance(a act, claim *stemma.Claim) stemma.Stance {
	if h := s.head(a.trigger); h >= 0 && a.trigger == a.clause && spoken[a.typ] && claim.Cue.Contains(s.Tokens[h].Span) && s.refusal(h) {
		return stemma.Asserts
	}
	if claim.Stance == stemma.Denies && s.supposed(a.clause, claim) {
		return stemma.Asserts
	}
	return claim.Stance
}

// supposed reports whether a clause only says which thing is meant in what somebody
// denies: who denies that he fired the shells that killed nine does not deny the nine.
func (s *sentence) supposed(v int, claim *stemma.Claim) bool {
	for k, steps := v, 0; k >= 0 && steps < deepest; k, steps = s.head(k), steps+1 {
		h := s.head(k)
		if h >= 0 && s.is(k, "acl:relcl") && claim.Holds(s.Tokens[h].Span) {
			return true
		}
	}
	return false
}

// nounDoubts are the cues before a noun and over it: "the alleged raid", "no
// raid", "the plan for a raid".
func (s *sentence) nounDoubts(n int) []doubt {
	var out []doubt
	for _, k := range s.kids[n] {
		if s.is(k, "amod", "det", "compound") {
			out = append(out, s.cue(k, codebook.CueAdjective)...)
		} else if s.is(k, "acl") && s.passive(k) { // "the talks scheduled for Thursday"
			out = append(out, s.scheduled(k)...)
		}
	}
	if h := s.head(n); h >= 0 && s.is(n, "nmod") && s.tag(h, "NOUN") {
		out = append(out, s.cue(h, codebook.CueNoun)...)
	}
	return out
}

// scheduled is the plan in a participle behind a noun of acts.
func (s *sentence) scheduled(v int) []doubt {
	switch s.lemma[v] {
	case "schedule", "plan", "slate":
		return []doubt{{stemma.Planned, s.Tokens[v].Span}}
	}
	return nil
}

// verbDoubts are the cues beside a verb and over it, up through the verbs of
// which it is the complement.
func (s *sentence) verbDoubts(v int, a act) []doubt {
	out := append(s.near(v, a.promised || a.typ == "THREATEN"), s.beforeThat(v)...)
	out = append(out, s.whoever(v)...)
	seen := 0
	for k := v; seen < deepest; seen++ {
		h := s.head(k)
		if h < 0 {
			break
		}
		switch {
		case s.kept(k):
			out = append(out, s.cue(h, codebook.CueFrom)...)
		case s.is(k, "xcomp"), s.is(k, "advcl", "ccomp") && (s.infinitive(k) || s.subjunctive(k)):
			if a.promised && k == v {
				return out
			}
			out = append(out, s.governed(h)...)
		case s.is(k, "acl", "ccomp") && s.tag(h, "NOUN") && s.child(k, "mark") >= 0:
			return append(out, append(s.refused(h), s.cue(h, codebook.CueNoun)...)...) // "the plan to leave", "rumours that they left"
		case s.is(k, "conj") && s.verbal(h) && s.child(k, "nsubj", "nsubj:pass", "aux") < 0:
			out = append(out, s.near(h, a.promised)...)
		default:
			return out
		}
		k = h
	}
	return out
}

// whoever is the doubt in "anyone", of whom it is not told that there is one: "Anyone
// sheltering the rebels will be punished."
func (s *sentence) whoever(v int) []doubt {
	h := s.head(v)
	if h < 0 || !s.is(v, "acl") || s.form[h] != "anyone" && s.form[h] != "anybody" && s.form[h] != "whoever" {
		return nil
	}
	return []doubt{{stemma.Hypothetical, s.Tokens[h].Span}}
}

// kept reports whether "from" says what somebody is kept from doing: "prevented the
// soldiers from entering the village".
func (s *sentence) kept(v int) bool {
	m := s.child(v, "mark", "case")
	return m >= 0 && s.form[m] == "from" && s.gerund(v) && s.is(v, "advcl", "xcomp", "obl")
}

// subjunctive reports whether a clause with "that" tells what shall be done, since its verb
// bears no ending: "asked that the army clear the road".
func (s *sentence) subjunctive(v int) bool {
	m := s.child(v, "mark")
	return m >= 0 && s.form[m] == "that" && s.form[v] == s.lemma[v] && s.child(v, "aux", "cop") < 0 && len(s.cue(s.head(v), codebook.CueGoverns)) > 0
}

// refused is the denial of what a report tells, by the verb of which the report is the
// object: "rejected claims that the army had fired".
func (s *sentence) refused(tale int) []doubt {
	v := s.head(tale)
	if v < 0 || !s.is(tale, "obj") || !s.page.book.In(s.lemma[tale], "tale") || !s.refusal(v) && !chronicle.Denying[s.lemma[v]] {
		return nil
	}
	return []doubt{{stemma.Denied, s.Tokens[v].Span}}
}

// governed are the cues that a governing word is and has: "tried to", "are
// believed to", "is due to", "never tried to". Who did not admit a thing leaves
// the thing as it was.
func (s *sentence) governed(h int) []doubt {
	if s.page.book.In(s.lemma[h], "factive") {
		return nil
	}
	out := s.near(h, false)
	if s.tag(h, "ADJ") || s.passive(h) {
		if cues := s.cue(h, codebook.CuePassive); len(cues) > 0 {
			return append(out, cues...)
		}
	}
	return append(out, s.cue(h, codebook.CueGoverns)...)
}

// near are the cues right beside a verb: adverbs, auxiliaries, conjunctions and
// an empty subject.
func (s *sentence) near(v int, promised bool) []doubt {
	var out []doubt
	for _, k := range s.kids[v] {
		switch {
		case s.is(k, "advmod"):
			out = append(out, s.cue(k, codebook.CueAdverb)...)
		case k == s.tobe(v):
			out = append(out, doubt{stemma.Planned, s.Tokens[k].Span})
		case s.is(k, "aux") && s.form[k] == "would" && (s.conditional(v) || s.tag(v, "NOUN")):
			out = append(out, doubt{stemma.Hypothetical, s.Tokens[k].Span})
		case s.is(k, "aux") && !promised:
			out = append(out, s.cue(k, codebook.CueAux)...)
		case s.is(k, "obj") && s.form[k] == "nothing":
			out = append(out, doubt{stemma.Denied, s.Tokens[k].Span})
		case s.is(k, "mark"):
			out = append(out, s.cue(k, codebook.CueMark)...)
		case s.is(k, "nsubj", "nsubj:pass"):
			out = append(out, s.cue(k, codebook.CueSubject)...)
			out = append(out, s.nobody(k)...)
		}
	}
	return out
}

// conditional reports whether a condition hangs on a verb: "would leave if".
func (s *sentence) conditional(v int) bool {
	for _, k := range s.children(v, "advcl") {
		if m := s.child(k, "mark"); m >= 0 && (s.form[m] == "if" || s.form[m] == "unless") {
			return true
		}
	}
	return false
}

// beforeThat is the mark of what a relative clause tells of earlier times: "the
// town, which rebels had taken".
func (s *sentence) beforeThat(v int) []doubt {
	if !s.is(v, "acl:relcl") {
		return nil
	}
	for _, k := range s.children(v, "aux") {
		if s.form[k] == "had" {
			return []doubt{{stemma.Background, s.Tokens[k].Span}}
		}
	}
	return nil
}

// nobody is the denial in a subject with "no" or "not one" before it.
func (s *sentence) nobody(subject int) []doubt {
	one := s.child(subject, "nummod")
	if s.form[subject] == "one" {
		one = subject
	}
	if one > 0 && s.form[one] == "one" && s.form[one-1] == "not" {
		return []doubt{{stemma.Denied, s.Tokens[one-1].Span}}
	}
	if d := s.child(subject, "det"); d >= 0 && s.form[d] == "no" {
		return []doubt{{stemma.Denied, s.Tokens[d].Span}}
	}
	return nil
}

// cue is the doubt that a word in such a place casts, by its form or its lemma; none if it
// casts none.
func (s *sentence) cue(i int, place codebook.CuePlace) []doubt {
	for _, word := range []string{s.form[i], s.lemma[i]} {
		if m, ok := s.page.book.Cue(word, place); ok {
			return []doubt{{m, s.Tokens[i].Span}}
		}
	}
	return nil
}
