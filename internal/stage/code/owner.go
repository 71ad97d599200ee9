package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/stage/code/mend"
)

// owners are whose act or thing it is: "Halvorn's offer", "an offer by Halvorn",
// "a Halvornian offer", "rebel fire", "fire from the rebel-held port".
func (s *sentence) owners(f frame) []int {
	n := f.object
	if f.subject < 0 && f.object < 0 && s.tag(f.verb, "NOUN", "PROPN") {
		n = f.verb
	}
	if n < 0 {
		return nil
	}
	if p := s.child(n, "nmod:poss"); p >= 0 {
		return []int{s.whose(p)}
	}
	if behind := s.ownersBehind(n); len(behind) > 0 {
		return behind
	}
	return s.ownersBefore(n)
}

// ownersBehind are whose a noun is by the phrase behind it: "an offer by Halvorn", "fire
// from the rebel-held port".
func (s *sentence) ownersBehind(n int) []int {
	for _, k := range s.children(n, "nmod") {
		if held := s.heldBy(k); s.preposition(k) == "from" && len(held) > 0 {
			return held
		}
		if by := s.preposition(k); (by == "by" || by == "from") && !s.timeWord(k) && !s.conveyance(k) && (s.anyParty([]int{k}) || by == "by" && s.speaks(k)) {
			return []int{k}
		}
	}
	return nil
}

// ownersBefore are whose a noun is by the words before it: "rebel fire", "Halvornian drone
// strikes".
func (s *sentence) ownersBefore(n int) []int {
	for _, k := range s.children(n, "compound", "amod", "nsubj") {
		if k < n && s.partyWord(k) {
			return []int{k}
		}
		if c := s.child(k, "compound", "amod"); c >= 0 && s.is(k, "compound") && s.partyWord(c) {
			return []int{c}
		}
	}
	return nil
}

// doersOf are the doers of what a noun tells, by the places of its rule; whose it is before
// whom it is of, which then says to whom it was done.
//
//	"Halvorn's criticism of Struvia", "the Halvornian suspension of flights" → Halvorn
func (s *sentence) doersOf(f frame, rule codebook.Rule) []int {
	n := f.verb
	if owner := s.ownerBefore(n); owner >= 0 && s.nounFrame(n).has("of") && !f.has("by") && !slices.Contains(rule.Actors, "-") {
		return single(owner)
	}
	return s.slots(f, rule.Actors)
}

// ownerBefore is whose an act is by the words before its noun: a possessive or the
// adjective of a nation; -1 if they do not say.
func (s *sentence) ownerBefore(n int) int {
	if p := s.child(n, "nmod:poss"); p >= 0 && s.canBe(s.whose(p)) {
		return s.whose(p)
	}
	for _, k := range s.children(n, "amod") {
		if k < n && s.adjective(k) {
			return k
		}
	}
	return -1
}

// ownDoers are the doers that a noun of acts names itself, whoever tells of it: "announced
// the release of a clerk by the rebels" the rebels.
func (s *sentence) ownDoers(n int) []int {
	if p := s.child(n, "nmod:poss"); s.anyParty(single(p)) {
		return single(p)
	}
	return slices.DeleteFunc(s.behind(s.nounFrame(n), "by"), func(k int) bool { return !s.anyParty(single(k)) })
}

// makers are by whom a thing is told to be: "the sanctions announced by Halvorn".
func (s *sentence) makers(n int) []int {
	for _, v := range s.children(n, "acl") {
		if by := s.agent(v); by >= 0 && s.anyParty(single(by)) {
			return single(by)
		}
	}
	return nil
}

// whose is the noun for which "whose" stands; other tokens stand for themselves.
func (s *sentence) whose(p int) int {
	for k := p; s.form[p] == "whose" && k >= 0; k = s.head(k) {
		if s.is(k, "acl") && s.head(k) >= 0 {
			return s.head(k)
		}
	}
	return p
}

// partyWord reports whether a word before a noun says whose it is.
func (s *sentence) partyWord(k int) bool {
	if m := s.page.mentionAt(s.Tokens[k].Span); m != nil && m.actor.Kind != stemma.KindOutlet {
		return true
	}
	if s.adjective(k) || s.page.book.Fits(s.lemma[k], []string{"@armed", "government", "regime", "opposition", "coalition", "alliance"}) {
		return true
	}
	return s.tag(k, "NOUN", "PROPN") && s.page.book.In(s.lemma[k], "leader") // not "an official visit"
}

// adjective reports whether a word is that of a nation: "Halvornian".
func (s *sentence) adjective(k int) bool {
	for _, i := range s.page.toponymsAt(s.Tokens[k].Span) {
		if s.page.Places[i].Adjective {
			return true
		}
	}
	return false
}

// senders are the several for whom people come: both of "envoys from Halvorn and
// Struvia"; none where there is but one.
func (s *sentence) senders(n int) []int {
	for _, k := range s.children(n, "nmod") {
		if by := s.preposition(k); (by == "from" || by == "of") && s.page.book.In(s.lemma[n], "leader") && s.anyParty([]int{k}) {
			if both := s.coordinated(k); len(both) > 1 {
				return both
			}
		}
	}
	return nil
}

// sentBy reports whether a phrase says whose somebody is: "half of the army", "tanks
// of the army", "a delegation from Halvorn".
func (s *sentence) sentBy(n, k int) bool {
	switch s.preposition(k) {
	case "of":
		return s.measure(n) || s.page.book.In(s.lemma[n], "owned")
	case "from":
		m := s.page.mentionAt(s.Tokens[k].Span)
		body := m != nil && (m.actor.Kind != stemma.KindState || s.page.book.In(s.lemma[n], "leader"))
		return body && s.fits(n, []string{"@leader", "@armed"}) && len(s.coordinated(k)) == 1
	}
	return false
}

// writer is who speaks in what was written: the council of "a report by the council";
// -1 if that is not told.
func (s *sentence) writer(n int) int {
	if !s.page.book.In(s.lemma[n], "written") {
		return -1
	}
	for _, k := range s.children(n, "nmod") {
		if s.preposition(k) == "by" && (s.anyParty(single(k)) || s.speaks(k)) {
			return k
		}
	}
	return -1
}

// nation is the party that an adjective or a name stands for by itself.
func (s *sentence) nation(k int) stemma.Role {
	role := stemma.Role{Name: s.page.Words(s.Tokens[k].Span), Span: s.Tokens[k].Span, Part: "lead"}
	if m := s.page.mentionAt(s.Tokens[k].Span); m != nil && m.Form == stemma.FormName {
		role.Actor, role.Name = m.actor.ID, m.actor.Name
	}
	return role
}

// nations are those that share a noun: both of "Halvornian and Struvian planes"
// and of "Meridian and Halvornian troops"; none where there is but one.
func (s *sentence) nations(n int) []int {
	var out []int
	joined := s.child(n, "cc") >= 0 && s.child(n, "cc") < n
	for _, k := range s.children(n, "amod", "compound") {
		if k > n || !s.partyWord(k) || s.preposition(k) != "" {
			continue
		}
		out = append(append(out, k), slices.DeleteFunc(s.children(k, "conj"), func(j int) bool { return !s.partyWord(j) })...)
	}
	if len(out) > 1 && (joined || slices.ContainsFunc(out, func(k int) bool { return s.is(k, "conj") })) {
		return out
	}
	return nil
}

// backers are the tokens that name who backs a party in a compound: "Halvorn" of
// "the Halvorn-backed Column". Who leads ("Halvorn-led") is an ally, too: the
// act is the whole side's.
func (s *sentence) backers(n int) []int {
	var out []int
	for k := n - 1; k >= 2 && k >= n-8 && s.tag(k, "ADJ", "NOUN", "PROPN", "VERB", "PUNCT"); k-- {
		if s.page.book.In(s.form[k], "backing") && mend.Hyphen[s.form[k-1]] && s.tag(k-2, "PROPN", "NOUN", "ADJ") && s.capital(k-2) {
			out = append(out, k-2)
		}
	}
	return out
}
