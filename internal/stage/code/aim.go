package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/stage/code/mend"
)

// aimed are the types whose recipient often stands only in what they are about.
var aimed = lists.Set("aimed")

// matter is to whom shall be done what an act is about, where its own places do
// not say: the first party that its matter names.
//
//	"threatened to shell Ostrel" → Ostrel
//	"demanded reforms by the king" → the king
//	"suspended part of a programme for Halvorn" → Halvorn
//	"threatened to ban voting in Ostrel" → Ostrel, where nobody else is named
func (s *sentence) matter(a act) []int {
	below := s.matterTokens(a.clause)
	if a.light >= 0 {
		below = append(s.matterTokens(a.trigger), below...)
	}
	for _, is := range []func(int) bool{s.candidate, s.placeName} {
		for _, k := range below {
			if a.typ == "THREATEN" && s.occasion(k) { // "warned of an answer after the killing of the pilot"
				continue
			}
			if !s.timeWord(k) && s.nominalOrNation(k) && is(k) && !s.doer(k, a.actors) && !s.doers(k, a.actors) && !s.sent(k) && !s.venue(a.typ, k) {
				return []int{s.wholeName(k)}
			}
		}
	}
	return s.bidden(a)
}

// occasion reports whether a token stands in a phrase that only tells after what
// something was done.
func (s *sentence) occasion(k int) bool {
	for _, i := range append([]int{k}, s.above(k)...) {
		if m := s.child(i, "mark"); s.verbal(i) {
			return m >= 0 && moments[s.form[m]]
		}
		if s.is(i, "obl", "nmod") && moments[s.preposition(i)] {
			return true
		}
	}
	return false
}

// wholeName is the name of the party that a nation's adjective only describes: Ulcas of
// "Halvornian President Ulcas"; other words are themselves.
func (s *sentence) wholeName(k int) int {
	h := s.head(k)
	for h > k && s.is(k, "amod") && s.is(h, "nmod:desc", "compound") {
		k, h = h, s.head(h)
	}
	if n := s.head(k); s.is(k, "nmod:desc", "amod") && n > k && s.page.mentionAt(s.Tokens[n].Span) != nil && !s.tag(n, "ADJ") {
		return n
	}
	return k
}

// wished are those of whom something is wanted by a crowd that blocks or shuns something
// else: "blocked a road to demand talks with the mayor", "to protest the king's decree".
func (s *sentence) wished(v int, actors []int) []int {
	for _, k := range s.children(v, "advcl", "xcomp") {
		if k < v || !s.infinitive(k) && !s.gerund(k) || !pressed[s.lemma[k]] {
			continue
		}
		for _, n := range s.gather(k, nil, 0) {
			if s.nominalOrNation(n) && s.candidate(n) && !s.doer(n, actors) && !s.doers(n, actors) {
				return []int{n}
			}
		}
	}
	return nil
}

// pressed are the verbs that tell what a crowd wants or what angers it.
var pressed = lists.Set("pressing")

// sent reports whether a noun is of those whom the doer of an act offers or refuses to
// send, not of those to whom: "promised to send 800 soldiers to Ostrel".
func (s *sentence) sent(k int) bool {
	h, m := s.head(k), s.page.mentionAt(s.Tokens[k].Span)
	return h >= 0 && s.is(k, "obj") && s.page.book.In(s.lemma[h], "sending") && (m == nil || m.Form != stemma.FormName) && s.fits(k, []string{"@armed"})
}

// venue reports whether a place is only where words were exchanged: "signed an accord
// in Ostrel".
func (s *sentence) venue(typ string, k int) bool {
	switch typ {
	case "AGREE":
		return s.placeName(k) && scenery[s.preposition(k)] && s.head(k) >= 0 && (s.fits(s.head(k), []string{"@talks"}) || s.page.book.In(s.lemma[s.head(k)], "meeting"))
	case "PROTEST": // "took to the streets of Ostrel"
		return s.placeName(k) && (s.preposition(k) == "of" && s.head(k) >= 0 && s.fits(s.head(k), []string{"@way", "@territory", "heart", "centre", "center"}) ||
			scenery[s.preposition(k)] && s.tag(k, "NOUN") && s.fits(k, []string{"@territory"}))
	case "CONSULT", "SUPPORT":
		return s.placeName(k) && scenery[s.preposition(k)] && s.page.mentionAt(s.Tokens[k].Span) == nil
	}
	return false
}

// goal is against whom force goes whose recipient only says that it is force: what
// the force is to do tells.
//
//	"Fighters joined the war to topple the king" → the king
//	"Troops pressed their offensive to take the rebel-held port" → the port, the rebels
//	"sent troops to the island to protect its clerks" → not the clerks
func (s *sentence) goal(a *act) {
	if !violentTypes[a.typ] || s.anyParty(a.recipients) {
		return
	}
	f := s.frame(a.clause)
	for _, n := range append([]int{a.clause, a.trigger, f.object}, s.meansNouns(f)...) {
		if n < 0 || !s.verbal(n) && !s.fits(n, []string{"@attack"}) {
			continue
		}
		for _, k := range s.children(n, "acl", "advcl") {
			if target := s.object(k); k > n && s.infinitive(k) && s.tag(k, "VERB") && !s.page.book.In(s.lemma[k], "guarding") && s.anyParty(single(target)) && !s.doer(target, a.actors) {
				a.recipients = []int{target}
				return
			}
		}
	}
}

// bidden is who must meet the condition of a threat: "threatened to end the talks
// if Halvorn sends troops" Halvorn.
//
// So is who is told of the threat: "told Halvorn that it would face consequences" Halvorn.
func (s *sentence) bidden(a act) []int {
	if a.typ != "THREATEN" {
		return nil
	}
	if h := s.head(a.clause); h >= 0 && s.is(a.clause, "ccomp") && s.page.book.In(s.lemma[h], "speech") {
		if told := s.child(h, "obj", "iobj"); told >= 0 && s.candidate(told) && !s.doer(told, a.actors) {
			return []int{told}
		}
	}
	for k := a.clause + 1; k < len(s.Tokens); k++ {
		m := s.child(k, "mark")
		if !s.is(k, "advcl") || m < 0 || s.form[m] != "if" && s.form[m] != "unless" {
			continue
		}
		if n := s.child(k, "nsubj"); n >= 0 && s.candidate(n) && !s.doer(n, a.actors) {
			return []int{n}
		}
	}
	return nil
}

// unless reports whether a condition that others must meet hangs on a verb.
func (s *sentence) unless(v int) bool {
	return slices.ContainsFunc(s.children(v, "advcl"), func(k int) bool {
		m := s.child(k, "mark")
		return m >= 0 && s.form[m] == "unless"
	})
}

// nominalOrNation reports whether a token is a noun or a nation's adjective, and
// no part of a name.
func (s *sentence) nominalOrNation(k int) bool {
	return s.nominal(k) && !s.is(k, "compound", "flat") || s.adjective(k) || s.toldWho(k) >= 0
}

// toldWho is the word behind "those" or "anyone" that says who they are: "those who fled",
// "those behind the raid"; -1 if there is none.
func (s *sentence) toldWho(n int) int {
	if !unspecified[s.form[n]] {
		return -1
	}
	for _, k := range s.children(n, "acl", "nmod", "advmod") {
		if by := s.preposition(k); k > n && (s.is(k, "acl") || s.form[k] == "behind" || s.is(k, "nmod") && s.form[n] == "those" && by != "of" && by != "among") {
			return k
		}
	}
	return -1
}

// unspecified are the pronouns for persons whom only the words behind them tell.
var unspecified = lists.Set("unspecified")

// candidate reports whether a token may name whom an act is about: an actor, a
// nation, a place that is no scene, persons.
func (s *sentence) candidate(k int) bool {
	over := k
	if h := s.head(k); s.preposition(k) == "of" && h >= 0 && s.page.book.In(s.lemma[h], "territory") {
		over = h // "in the northern city of Ostrel"
	}
	if scenery[s.preposition(over)] {
		return false
	}
	if m := s.page.mentionAt(s.Tokens[k].Span); m != nil && !s.tag(k, "ADJ") {
		return m.Form != stemma.FormPronoun && m.actor.Kind != stemma.KindOutlet && m.actor.Kind != stemma.KindAgency
	}
	return s.placeName(k) || s.adjective(k) || s.toldWho(k) >= 0 || s.tag(k, "NOUN") && s.fits(k, []string{"@armed", "@leader"}) && !s.might(k)
}

// might reports whether "force" is what is used and nobody: "would use force against
// Ostrel", but not "a force of 90 men".
func (s *sentence) might(k int) bool {
	return s.form[k] == "force" && s.child(k, "det", "amod", "compound", "nmod:poss", "nummod") < 0
}

// scenery are the prepositions before a place where something is, not against
// whom it goes.
var scenery = lists.Set("scenery")

// doer reports whether a token names one of an act's actors, or is a pronoun that
// may stand for one.
func (s *sentence) doer(k int, actors []int) bool {
	m := s.page.mentionAt(s.Tokens[k].Span)
	if m == nil && s.tag(k, "PRON") && s.toldWho(k) < 0 {
		return true
	}
	return slices.ContainsFunc(actors, func(n int) bool {
		other := s.page.mentionAt(s.Tokens[n].Span)
		return n == k || m != nil && other != nil && m.actor == other.actor
	})
}

// spared are an act's recipients without those to whom it is not done, being of its own
// doers: "willing to withdraw its troops" promises its troops nothing, "warned that it would
// shell Ostrel" threatens no "it".
func (s *sentence) spared(a *act) []int {
	return slices.DeleteFunc(a.recipients, func(n int) bool {
		return a.typ == "AGREE" && s.doers(n, a.actors) || a.typ == "THREATEN" && s.is(n, "nsubj") && s.doer(n, a.actors)
	})
}

// doers reports whether a noun is of an act's actors themselves: "its troops".
func (s *sentence) doers(k int, actors []int) bool {
	p := s.child(k, "nmod:poss")
	return p >= 0 && s.doer(p, actors)
}

// matterTokens are the tokens of what an act is about, in order: its complement and object with all
// that stands under them, but for words of time or speech.
//
//	"called on the army to free the guards" → on … the army … to free the guards
func (s *sentence) matterTokens(v int) []int {
	var out []int
	for _, k := range s.kids[v] {
		if s.relativeAdverb(k) { // "in Ostrel, where two guards died"
			continue
		}
		if s.is(k, "xcomp", "ccomp", "obj", "advcl", "obl", "nmod", "acl") && k > v && !(s.is(k, "advcl", "acl") && !s.infinitive(k) && !s.thatClause(k) && !s.overClause(k) && !s.wishing(k)) {
			out = s.gather(k, out, 0)
		}
	}
	slices.Sort(out)
	return out
}

// overClause reports whether a clause says what feelings are about: "voiced alarm
// over how the army had grown".
func (s *sentence) overClause(k int) bool {
	m := s.child(k, "mark")
	return m >= 0 && (s.form[m] == "over" || s.form[m] == "about" || s.form[m] == "at")
}

// wishing reports whether a participle says what is wanted: "marched, demanding the
// release of the guards".
func (s *sentence) wishing(k int) bool {
	rules := s.page.book.Verbs(s.lemma[k])
	return s.gerund(k) && len(rules) > 0 && (rules[len(rules)-1].Type == "REQUEST" || s.lemma[k] == "call" || s.lemma[k] == "protest")
}

// gather adds a token and all that stands under it in the same clause.
func (s *sentence) gather(i int, into []int, depth int) []int {
	if depth > deepest {
		return into
	}
	into = append(into, i)
	for _, k := range s.kids[i] {
		if !s.is(k, "parataxis", "acl:relcl", "punct", "appos") && !s.relativeAdverb(k) && !(s.is(k, "advcl") && !s.infinitive(k)) {
			into = s.gather(k, into, depth+1)
		}
	}
	return into
}

// struck are the recipients of a noun of acts: behind its prepositions, else,
// under force, the people or building named before it: "the market strike", "the
// killing of two guards". Whose it is, where it says of whom, did it: "the rebels' capture
// of Dorvat" befell no rebels.
func (s *sentence) struck(n int, rule codebook.Rule) []int {
	f, places := s.nounFrame(n), s.recipientSlots(rule)
	if s.ownerBefore(n) >= 0 && f.has("of") {
		places = slices.DeleteFunc(slices.Clone(places), func(place string) bool { return place == "whose" })
	}
	if nouns := s.slots(f, places); len(nouns) > 0 || rule.Type != "ASSAULT" {
		return nouns
	}
	for _, k := range s.children(n, "compound") {
		if s.page.book.Fits(s.lemma[k], []string{"@people", "@building"}) && s.tag(k, "NOUN") && s.page.book.Means(s.lemma[k]) == "" && !slices.Contains(rule.Object, s.lemma[k]) {
			return []int{k}
		}
	}
	return nil
}

// holders are the parties in whose hands a thing is that was hit, or whose it is.
//
//	"the rebel-held town" → the rebels
//	"a camp run by the Column" → the Column
//	"a bus carrying pilgrims" → pilgrims
//	"a Halvornian position", "Halvorn's airspace" → Halvorn
func (s *sentence) holders(n int) []int {
	out := s.heldBy(n)
	for _, v := range s.children(n, "acl") {
		if by := s.keeper(v); by >= 0 && !s.alive(n) { // guards held by the Column are not its own
			out = append(out, by)
		}
		if in := s.child(v, "obj"); s.gerund(v) && s.page.book.In(s.lemma[v], "carrying") && in >= 0 && s.alive(in) {
			out = append(out, in)
		}
	}
	if len(out) == 0 && s.page.mentionAt(s.Tokens[n].Span) == nil && !s.alive(n) {
		out = append(s.keepers(n), s.possessors(n)...)
	}
	return out
}

// keeper is who holds what a participle or relative clause is said of: "a camp run by
// the Column", "Ostrel, which is held by the Column", "trucks belonging to the Column"; -1
// if it does not say that.
func (s *sentence) keeper(v int) int {
	if to := s.child(v, "obl"); s.form[v] == "belonging" && to >= 0 && s.preposition(to) == "to" {
		return to
	}
	if s.page.book.In(s.form[v], "holding") {
		return s.agent(v)
	}
	return -1
}

// keepers are who holds the place in or near which a target lies that the words leave
// vague: "bombed areas near the town of Ostrel, which is held by the Column".
func (s *sentence) keepers(n int) []int {
	if !s.page.book.In(s.lemma[n], "vague") {
		return nil
	}
	for _, k := range append(s.children(n, "nmod"), s.rightBehind(n)...) {
		for _, place := range append([]int{k}, s.children(k, "nmod", "appos")...) {
			for _, v := range s.children(place, "acl") {
				if by := s.keeper(v); by >= 0 {
					return []int{by}
				}
			}
		}
	}
	return nil
}

// heldBy are the tokens before a noun that name who holds it: "rebel" of "the
// rebel-held town".
func (s *sentence) heldBy(n int) []int {
	var out []int
	for k := n - 1; k >= 2 && k >= n-8 && s.tag(k, "ADJ", "NOUN", "PROPN", "VERB", "PUNCT"); k-- {
		if s.page.book.In(s.form[k], "holding") && mend.Hyphen[s.form[k-1]] {
			out = append(out, k-2)
		} else if s.tag(k, "VERB") {
			break
		}
	}
	return out
}

// rightBehind is the phrase right behind an object, where the tree has hung it on
// the verb: "hit a camp for refugees".
func (s *sentence) rightBehind(n int) []int {
	if h := s.head(n); h >= 0 && s.is(n, "obj") {
		for _, k := range s.children(h, "obl") {
			if c := s.child(k, "case"); c == n+1 {
				return []int{k}
			}
		}
	}
	return nil
}

// possessors are whose a thing is by the words before it, by what it is part of or
// for whom it is there: "swathes of the Halvornian border", "a camp for refugees",
// "targets in Ostrel".
func (s *sentence) possessors(n int) []int {
	for k := s.TokenAt(s.np(s.counted(n)).Start); k >= 0 && k < s.counted(n); k++ {
		if s.is(k, "nmod:poss", "compound", "amod") && s.partyWord(k) && !s.usage(k, n) && !s.goesOn(k) {
			return []int{k}
		}
	}
	for _, k := range append(s.children(n, "nmod"), s.rightBehind(n)...) {
		switch by := s.preposition(k); {
		case by == "in" && len(s.heldBy(k)) > 0: // "a hospital in rebel-held Ostrel"
			return s.heldBy(k)
		case by == "of" && s.page.mentionAt(s.Tokens[k].Span) == nil:
			return s.possessors(k)
		case by == "from" && s.alive(n) && s.partyWord(k), by == "for" && s.alive(k), by == "in" && s.page.book.In(s.lemma[n], "vague") && s.placeName(k):
			return []int{k}
		}
	}
	return nil
}

// goesOn reports whether the name of a nation goes on behind one of its words: the "South" of
// "a South Korean tanker".
func (s *sentence) goesOn(k int) bool {
	return k+1 < len(s.Tokens) && slices.ContainsFunc(s.page.toponymsAt(s.Tokens[k].Span), func(i int) bool {
		t := s.page.Places[i]
		return t.Adjective && t.Span.Contains(s.Tokens[k+1].Span)
	})
}

// usage reports whether a word before a craft says what it is for and not whose it is:
// "a patrol boat", "a troop carrier".
func (s *sentence) usage(k, craft int) bool {
	return s.is(k, "compound") && uses[s.lemma[k]] && s.page.book.Fits(s.lemma[craft], []string{"@ship", "@vehicle", "@aircraft", "carrier"})
}

// uses are the words for troops that also say what a craft is for.
var uses = lists.Set("uses")

// borne gives a wound those who are told to have come with it, and a blow those
// who are told to be dead or hurt in it: "Two men were brought in with gunshot
// wounds", "40 villagers dead in raid".
func (s *sentence) borne(a *act) {
	h := s.head(a.trigger)
	if h >= 0 && len(a.recipients) == 0 && s.tag(h, "ADJ") && s.preposition(a.trigger) == "in" && mend.Bodily[s.form[h]] {
		if a.recipients = single(s.child(h, "nsubj")); s.is(h, "amod") {
			a.recipients = single(s.head(h))
		}
		return
	}
	if len(a.recipients) > 0 || h < 0 || s.preposition(a.trigger) != "with" || !slices.Contains(a.rule.Actors, "-") {
		return
	}
	f := s.frame(h)
	switch {
	case s.alive(h): // "received 27 people with shrapnel wounds"
		a.recipients = single(h)
	case s.verbal(h) && (f.passive || f.object >= 0 && s.alive(f.object)):
		a.recipients = single(f.object)
	case s.verbal(h):
		a.recipients = single(f.subject)
	}
}

// suffered leaves the owner of a noun of harm to its recipients where it might be
// either: "their release" is of them, "Halvorn's release of prisoners" is by it. Whose
// blows the book takes them for he strikes them: "attacks of the rebels on the road".
func (s *sentence) suffered(a *act) {
	if slices.Contains(a.rule.Actors, "of") {
		a.recipients = slices.DeleteFunc(a.recipients, func(n int) bool { return s.preposition(n) == "of" && slices.Contains(a.actors, n) })
	}
	a.actors = slices.DeleteFunc(a.actors, func(n int) bool { return slices.Contains(a.recipients, n) })
}
