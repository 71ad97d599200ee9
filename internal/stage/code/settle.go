package code

import "slices"

// settle leaves every act told once: it turns promises, threats and demands into
// themselves, drops what they are about, and joins blows with their harm.
func (s *sentence) settle(acts []act) []act {
	at := byToken(acts)
	for i := range acts {
		s.speak(&acts[i])
		s.fillMode(&acts[i])
		s.aim(&acts[i])
		s.goal(&acts[i])
	}
	s.drop(acts, at)
	for i := range acts {
		if !acts[i].gone {
			s.join(acts, i, at)
		}
	}
	for i := range acts {
		s.lend(acts, i, at)
		s.inherit(&acts[i], acts)
		s.amid(&acts[i], acts)
		s.listed(&acts[i], acts)
		s.wherein(&acts[i], acts)
		s.outOf(&acts[i], at, acts)
	}
	return slices.DeleteFunc(acts, func(a act) bool { return a.gone })
}

// byToken are the places of acts by the token of their trigger, and of their clause where
// that triggers none; no act is part of another yet.
func byToken(acts []act) map[int]int {
	at := map[int]int{}
	for i := range acts {
		acts[i].into = -1
		at[acts[i].trigger] = i
		if _, ok := at[acts[i].clause]; !ok {
			at[acts[i].clause] = i
		}
	}
	return at
}

// drop leaves out what other acts are about, things that are stored, and ways on which
// somebody was struck.
func (s *sentence) drop(acts []act, at map[int]int) {
	for i := range acts {
		if k := s.about(acts[i], at, acts); k >= 0 || s.stored(acts[i]) {
			acts[i].gone = true
		}
	}
	for i := range acts {
		acts[i].gone = acts[i].gone || s.onTheWay(acts[i], acts)
	}
}

// stored reports whether what is kept, held or locked away is no person: "shells that
// the army had kept in a cellar" tells of no arrest.
func (s *sentence) stored(a act) bool {
	return a.rule.Mode == "arrest" && len(a.recipients) == 1 && !s.alive(a.recipients[0]) && s.page.book.Fits(s.lemma[s.counted(a.recipients[0])], []string{"@arms", "@bomb", "@missile", "@aid"})
}

// onTheWay reports whether an act tells no more than where those were going to whom a blow
// of the sentence was struck, who bear no arms: "shot while walking home", "A bus carrying
// pilgrims was hit".
func (s *sentence) onTheWay(a act, acts []act) bool {
	if a.typ != "RETREAT" && a.typ != "MOBILIZE" || !underway[s.lemma[a.trigger]] || !s.gerund(a.trigger) || !s.is(a.clause, "acl", "advcl") {
		return false
	}
	going := slices.Concat(a.actors, a.recipients, single(s.frame(a.clause).subject))
	if slices.ContainsFunc(going, func(n int) bool { return s.fits(n, []string{"@armed", "@police"}) }) {
		return false
	}
	return slices.ContainsFunc(acts, func(blow act) bool {
		return blow.typ == "ASSAULT" && slices.ContainsFunc(blow.recipients, func(n int) bool { return slices.Contains(going, n) })
	})
}

// underway are the verbs that tell only that somebody was on the way.
var underway = lists.Set("underway")

// spoken are the types that are words about other acts: what a demand, threat or
// promise is about is not coded again.
var spoken = lists.Set("spoken")

// violentTypes are those of acts of force.
var violentTypes = lists.Set("violent")

// about is the act that an act is the matter of, -1 if it stands for itself.
// What a participle or relative clause tells stands for itself: "demanded the
// release of men seized in May" has the seizing, not the release.
func (s *sentence) about(a act, at map[int]int, acts []act) int {
	from := a.seat()
	if s.tag(from, "NOUN", "PROPN") && s.anyParty(a.actors) && !s.wanted(from, at, acts) {
		return -1 // a noun with an actor of its own
	}
	matter := false // whether the way to k goes through what k is about, not through "and"
	for k := from; k >= 0; k = s.head(k) {
		if i, ok := at[k]; ok && matter && spoken[acts[i].typ] && !acts[i].gone {
			if s.obeys(a, acts[i]) {
				acts[i].gone = true
				return -1
			}
			return i
		}
		if i, ok := at[s.head(k)]; ok && k == from && !acts[i].gone && s.intent(k) {
			s.aimAt(&acts[i], a)
			return i
		}
		if s.beyondMatter(k, at, acts) {
			return -1
		}
		matter = !s.is(k, "conj")
	}
	return -1
}

// aimAt gives an act without recipients those of what it was done for: "fought to oust the
// rebels", "opened fire to scatter the crowd".
func (s *sentence) aimAt(into *act, purpose act) {
	if len(into.recipients) == 0 && (into.typ == purpose.typ || s.anyParty(purpose.recipients)) {
		into.recipients = purpose.recipients
	}
}

// obeys reports whether an act of force is what others had been told to do by nobody named:
// of "they had been ordered to burn it" the burning is told.
func (s *sentence) obeys(a, order act) bool {
	return violentTypes[a.typ] && order.typ == "REQUEST" && s.passive(order.clause) && len(order.actors) == 0
}

// intent reports whether a token is what somebody did something for: "fought to oust the
// rebels".
func (s *sentence) intent(k int) bool {
	return s.is(k, "advcl", "xcomp") && s.infinitive(k) && !s.page.book.Governs(s.lemma[s.head(k)])
}

// beyondMatter reports whether the way up from a token leaves what an act is about: what
// stands there is another act, or what is rejected, supposed or only says when.
func (s *sentence) beyondMatter(k int, at map[int]int, acts []act) bool {
	inside := s.is(k, "xcomp", "ccomp", "obj", "obl", "nmod", "conj", "nsubj:pass") || s.is(k, "advcl", "acl") && s.infinitive(k) || s.thatClause(k)
	return !inside || s.is(k, "ccomp") && s.rejects(s.head(k), at, acts) || s.supposes(k, at, acts) || s.is(k, "obl", "nmod") && moments[s.preposition(k)]
}

// wanted reports whether a noun is itself what is demanded: "called for the release by
// Halvorn of a clerk", but not "called for talks after a raid by rebels".
func (s *sentence) wanted(n int, at map[int]int, acts []act) bool {
	i, ok := at[s.head(n)]
	return ok && acts[i].typ == "REQUEST" && s.is(n, "obj", "obl") && !moments[s.preposition(n)]
}

// moments are the prepositions before what tells only when: "demanded talks after
// the raid" is not about the raid.
var moments = lists.Set("moments")

// thatClause reports whether a clause says what a noun is about: "the demand that
// Halvorn withdraw".
func (s *sentence) thatClause(k int) bool {
	m := s.child(k, "mark")
	return s.is(k, "acl") && (m >= 0 && s.form[m] == "that" && s.child(k, "nsubj") > m || s.overfull(k))
}

// rejects reports whether a verb is a refusal: what is rejected in a clause is
// a claim, and the claim is told. "rejected that the army had fired".
func (s *sentence) rejects(v int, at map[int]int, acts []act) bool {
	i, ok := at[v]
	return ok && acts[i].typ == "REJECT"
}

// supposes reports whether a clause says what a report tells that is refused: "rejected
// claims that the army had fired" tells of the firing, which is denied.
func (s *sentence) supposes(k int, at map[int]int, acts []act) bool {
	n := s.head(k)
	return n >= 0 && s.thatClause(k) && s.page.book.In(s.lemma[n], "tale") && s.head(n) >= 0 && s.rejects(s.head(n), at, acts)
}

// lend gives an act the recipients of the one that "and" joins to it, where both are
// of a type and by the same party: "advance and take positions inside Struvia".
func (s *sentence) lend(acts []act, i int, at map[int]int) {
	k, ok := at[s.head(acts[i].clause)]
	if ok && s.is(acts[i].clause, "conj") && acts[k].typ == acts[i].typ && len(acts[k].recipients) == 0 && slices.Equal(acts[k].actors, acts[i].actors) {
		acts[k].recipients = acts[i].recipients
	}
}

// outOf gives an act that only counts those to whom it was done the persons to whom the
// deed was done that it hangs on: "opened fire on the marchers, detaining 30" → 30, the
// marchers.
func (s *sentence) outOf(a *act, at map[int]int, acts []act) {
	k, ok := at[s.head(a.clause)]
	for ok && acts[k].into >= 0 {
		k = acts[k].into
	}
	if !ok || len(a.actors) == 0 || len(a.recipients) != 1 || !s.tag(a.recipients[0], "NUM") || s.counted(a.recipients[0]) != a.recipients[0] || !violentTypes[acts[k].typ] || !slices.Equal(a.actors, acts[k].actors) {
		return
	}
	for _, n := range acts[k].recipients {
		if s.alive(n) && s.form[n] != s.lemma[n] {
			a.recipients = append(a.recipients, n)
		}
	}
}

// join lets a harm and the blow that did it be one act.
//
//	"Shells struck the bus, killing two" → strike
//	"Two were killed when gunmen fired on the bus" → kill, by gunmen, firearms
//	"captured and murdered them" → capture
func (s *sentence) join(acts []act, i int, at map[int]int) {
	if k := s.partner(acts, i, at); k >= 0 && s.oneDeed(acts[i], acts[k]) {
		s.absorb(&acts[k], &acts[i])
		acts[i].into = k
	}
}

// partner is the act of the same type that an act may be one with: that on which
// the tree hangs it, or, for a mere harm, the last blow before; -1 if there is
// none.
func (s *sentence) partner(acts []act, i int, at map[int]int) int {
	a := &acts[i]
	h := s.head(a.clause)
	if h < 0 || a.typ != "ASSAULT" && !s.is(a.clause, "conj") {
		return -1
	}
	k, ok := at[h]
	for ok && acts[k].into >= 0 { // the act there is one with another
		k = acts[k].into
	}
	if s.harms(*a) && s.gerund(a.trigger) && (!ok || acts[k].typ != a.typ) && slices.ContainsFunc(a.recipients, s.alive) {
		k, ok = s.blowBefore(acts, i)
	}
	if !ok || k == i || acts[k].gone || acts[k].typ != a.typ {
		return -1
	}
	return k
}

// oneDeed reports whether an act is one with the act it hangs on.
func (s *sentence) oneDeed(a, b act) bool {
	v := a.clause
	switch {
	case s.harms(a) && s.is(v, "advcl", "conj", "xcomp", "ccomp", "acl", "parataxis") && !s.is(v, "acl:relcl") && !s.apart(v):
		return true
	case s.harms(b) && s.is(v, "advcl") && s.sameMoment(v):
		return true
	case s.is(v, "conj") && s.child(v, "nsubj", "obj", "obl", "ccomp", "xcomp") < 0 && s.passive(v) == s.passive(b.clause), s.oneObject(v, b.clause):
		return true
	}
	return s.is(v, "advcl") && s.gerund(v) && s.child(v, "nsubj", "mark", "case") < 0 // "made gains, expelling the army"
}

// harms reports whether an act tells what a blow does.
func (s *sentence) harms(a act) bool { return s.page.book.In(s.lemma[a.trigger], "harm") }

// alive reports whether a noun is of persons.
func (s *sentence) alive(n int) bool { return s.fits(n, []string{"@people", "@armed"}) }

// blowBefore is the last assault told before a harm: "killing two" after it is
// its harm, wherever the tree hangs it.
func (s *sentence) blowBefore(acts []act, i int) (int, bool) {
	for k := i - 1; k >= 0; k-- {
		if acts[k].typ == "ASSAULT" && !acts[k].gone {
			return k, true
		}
	}
	return 0, false
}

// oneObject reports whether two joined verbs share an object: "captured and
// murdered them".
func (s *sentence) oneObject(a, b int) bool {
	return s.is(a, "conj") && s.verbal(b) && s.object(a) >= 0 && s.object(a) == s.object(b)
}

// apart reports whether a joined verb tells of others than the one before: its
// subject is its own and it is not passive, like "the army fired and two died".
func (s *sentence) apart(v int) bool {
	if when := s.child(v, "advmod", "mark"); s.is(v, "advcl") && when >= 0 && s.form[when] == "when" && s.child(v, "nsubj") >= 0 && s.child(v, "obj") >= 0 {
		return true // "fought a war in March, when rockets killed nine"
	}
	own := s.child(v, "mark") >= 0 || s.child(v, "aux:pass") < 0 && s.lemma[v] != "die" // "and that two were killed"
	return s.is(v, "conj", "parataxis") && s.child(v, "nsubj") >= 0 && own
}

// sameMoment reports whether a clause tells what happened at the same moment:
// "when gunmen fired", "after gunmen fired", but not "two days after".
func (s *sentence) sameMoment(v int) bool {
	m := s.child(v, "mark", "advmod")
	if m < 0 {
		return false
	}
	switch s.form[m] {
	case "when", "as", "while", "in", "by":
		return true
	case "after":
		return m == 0 || !s.timeWord(m-1)
	}
	return false
}

// absorb gives an act what another tells of it, which is gone.
func (s *sentence) absorb(into, from *act) {
	from.gone = true
	from.actors = slices.DeleteFunc(from.actors, func(n int) bool { return slices.Contains(into.recipients, n) }) // "A patrol was ambushed, leaving two dead"
	if into.mode == "" && s.mode(*into) == "" {
		into.mode = s.mode(*from)
	}
	both := len(into.actors) == 0 || len(from.actors) == 0 || slices.Equal(into.actors, from.actors)
	if len(into.actors) == 0 {
		into.actors = from.actors
		if fights[s.lemma[from.trigger]] { // "killed as the army fought with rebels": by the one or the other
			into.actors, from.recipients = append(slices.Clone(from.actors), from.recipients...), nil
		}
	}
	if len(into.recipients) == 0 {
		into.recipients = from.recipients
		return
	}
	for _, n := range from.recipients { // what was hit, and who was hurt
		if both && s.harms(*into) != s.harms(*from) && (s.alive(n) || s.harms(*into)) && !slices.Contains(into.recipients, n) {
			into.recipients = append(into.recipients, n)
		}
	}
}
