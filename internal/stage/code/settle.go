package code

import (
	"slices"

	"stemma/internal/reference/codebook"
)

// settle leaves every act told once: it turns promises, threats and demands into
// themselves, drops what they are about, and joins blows with their harm.
func (s *sentence) settle(acts []act) []act {
	at := map[int]int{} // acts by the token of their clause and of their trigger
	for i := range acts {
		acts[i].into = -1
		at[acts[i].trigger] = i
		if _, ok := at[acts[i].clause]; !ok {
			at[acts[i].clause] = i
		}
	}
	for i := range acts {
		s.speak(&acts[i])
		s.content(&acts[i])
		s.aim(&acts[i])
		s.goal(&acts[i])
	}
	for i := range acts {
		if k := s.about(acts[i], at, acts); k >= 0 {
			acts[i].gone = true
		}
	}
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

// spoken are the types that are words about other acts: what a demand, threat or
// promise is about is not coded again.
var spoken = lists.Set("spoken")

// violentTypes are those of acts of force.
var violentTypes = lists.Set("violent")

// about is the act that an act is the matter of, -1 if it stands for itself.
// What a participle or relative clause tells stands for itself: "demanded the
// release of men seized in May" has the seizing, not the release.
func (s *sentence) about(a act, at map[int]int, acts []act) int {
	from := a.clause
	if a.light >= 0 {
		from = a.light
	}
	if s.tag(from, "NOUN", "PROPN") && s.anyParty(a.actors) && !s.wanted(from, at, acts) {
		return -1 // a noun with an actor of its own
	}
	matter := false // whether the way to k goes through what k is about, not through "and"
	for k := from; k >= 0; k = s.head(k) {
		if i, ok := at[k]; ok && matter && k != a.clause && k != a.trigger && k != a.light && spoken[acts[i].typ] && !acts[i].gone {
			if violentTypes[a.typ] && acts[i].typ == "REQUEST" && s.passive(acts[i].clause) && len(acts[i].actors) == 0 {
				acts[i].gone = true // "they had been ordered to burn it": what is told is the burning
				return -1
			}
			return i
		}
		if i, ok := at[s.head(k)]; ok && k == from && !acts[i].gone && s.is(k, "advcl", "xcomp") && s.infinitive(k) && !s.page.book.Governs(s.lemma[s.head(k)]) {
			if into := &acts[i]; len(into.recipients) == 0 && (into.typ == a.typ || s.anyParty(a.recipients)) {
				into.recipients = a.recipients // "fought to oust the rebels", "opened fire to scatter the crowd"
			}
			return i // what somebody did it for
		}
		inside := s.is(k, "xcomp", "ccomp", "obj", "obl", "nmod", "conj", "nsubj:pass") || s.is(k, "advcl", "acl") && s.infinitive(k) && !s.is(k, "acl:relcl") || s.thatClause(k)
		if !inside || s.is(k, "ccomp") && s.rejects(s.head(k), at, acts) || s.is(k, "obl", "nmod") && moments[s.preposition(k)] {
			return -1
		}
		matter = !s.is(k, "conj")
	}
	return -1
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
	if into.mode == "" && s.mode(*into) == "" {
		into.mode = s.mode(*from)
	}
	both := len(into.actors) == 0 || len(from.actors) == 0 || slices.Equal(into.actors, from.actors)
	if len(into.actors) == 0 {
		into.actors = from.actors
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

// speak turns an act of the future into the promise, threat, demand or refusal
// that it is.
func (s *sentence) speak(a *act) {
	v := a.clause
	if !s.tag(v, "VERB") {
		return
	}
	switch aux := s.auxiliary(v); {
	case aux == "must" && s.spokenOf(v) >= 0 && a.typ != "REQUEST":
		s.demand(a, v)
	case a.typ == "CONSULT" && s.negated(v) && (aux == "do" || aux == "does"):
		s.refuse(a)
	case (aux == "will" || aux == "would") && a.mode == "access" && s.passive(v):
		a.typ, a.mode = "CONCEDE", ""
	case a.typ == "THREATEN" && s.negated(v) && (aux == "will" || aux == "would"): // "will not go unpunished"
		a.promised = true
	case (aux == "will" || aux == "shall" || aux == "'ll" || aux == "would" && s.spokenOf(v) >= 0) && s.negated(v):
		s.refuse(a)
	case aux == "will" || aux == "shall" || aux == "'ll" || aux == "would" && s.ownWord(v):
		s.promise(a, v)
	case s.willing(v) && s.negated(s.head(v)): // "not ready to meet"
		s.refuse(a)
	case s.willing(v):
		s.promise(a, v)
	}
}

func (s *sentence) auxiliary(v int) string {
	for _, k := range s.children(v, "aux") {
		switch s.form[k] {
		case "will", "shall", "'ll", "would", "must", "wo", "do", "does":
			if s.form[k] == "wo" {
				return "will"
			}
			return s.form[k]
		}
	}
	return ""
}

func (s *sentence) negated(v int) bool {
	for _, k := range s.children(v, "advmod") {
		switch s.form[k] {
		case "not", "n't", "never":
			return true
		}
	}
	return false
}

// spokenOf is the verb of speech over a clause, -1 if there is none.
func (s *sentence) spokenOf(v int) int {
	if h := s.head(v); h >= 0 && s.is(v, "ccomp") && (s.page.book.In(s.lemma[h], "speech") || s.lemma[h] == "warn") {
		return h
	}
	for _, k := range s.children(v, "parataxis") {
		if s.page.book.In(s.lemma[k], "speech") {
			return k
		}
	}
	return -1
}

// ownWord reports whether somebody says of themselves what they would do.
func (s *sentence) ownWord(v int) bool {
	h := s.spokenOf(v)
	if h < 0 {
		return false
	}
	mine, theirs := s.child(v, "nsubj"), s.child(h, "nsubj")
	if mine < 0 || theirs < 0 {
		return false
	}
	if owner := s.child(mine, "nmod:poss"); owner >= 0 && s.tag(owner, "PRON") { // "said his army would strike"
		mine = owner
	}
	a, b := s.page.mentionAt(s.Tokens[mine].Span), s.page.mentionAt(s.Tokens[theirs].Span)
	if a != nil && b != nil {
		return a.actor == b.actor || a.actor.Name == b.actor.MemberOf || a.actor.Name == b.actor.SpeaksFor
	}
	switch s.form[mine] {
	case "it", "he", "she", "they", "we", "i", "its", "his", "her", "their", "our", "my":
		return a == nil
	}
	return false
}

// willing reports whether a verb stands under "ready to", "willing to".
func (s *sentence) willing(v int) bool {
	h := s.head(v)
	if h < 0 || !s.infinitive(v) || !s.is(v, "xcomp", "advcl", "ccomp", "acl") {
		return false
	}
	switch s.form[h] {
	case "ready", "willing", "prepared", "committed", "determined":
		return true
	}
	return false
}

// friendly and hostile are the types that, said of the future by who would do
// them, are promises and threats.
var (
	friendly = lists.Set("friendly")
	hostile  = lists.Set("hostile")
)

// promise turns "will help" into AGREE and "will shell" into THREATEN where a
// party that can promise does it.
func (s *sentence) promise(a *act, v int) {
	if s.passive(v) || s.frame(v).subject < 0 {
		return
	}
	who := s.frame(v).subject
	switch {
	case friendly[a.typ] && s.unless(v) && s.canPromise(who): // "will leave unless it is paid"
		a.typ, a.mode, a.promised = "THREATEN", "", true
	case friendly[a.typ] && s.canPromise(who):
		a.typ, a.mode, a.promised = "AGREE", "", true
	case hostile[a.typ] && !s.decreed(*a, v) && (s.canPromise(who) || s.ownWord(v)):
		a.mode = threatMode(*a)
		a.typ, a.promised = "THREATEN", true
		s.warned(a, v)
	}
}

// warned gives a threat to whoever is told of it: "The league warned the rebels that
// it would bomb their positions".
func (s *sentence) warned(a *act, v int) {
	if h := s.spokenOf(v); h >= 0 && s.lemma[h] == "warn" && s.is(v, "ccomp") {
		if to := single(s.child(h, "iobj", "obj")); s.anyParty(to) {
			a.recipients = to
		}
	}
}

// decreed reports whether what somebody announces is done by the announcing:
// "The state announced that it would ban all imports."
func (s *sentence) decreed(a act, v int) bool {
	h := s.spokenOf(v)
	return h >= 0 && s.lemma[h] == "announce" && (a.typ == "SANCTION" || a.typ == "COERCE")
}

// canPromise reports whether a subject speaks for a body: a state, a group, an
// office, "we" and "it"; refugees and buses promise nothing.
func (s *sentence) canPromise(who int) bool {
	if m := s.page.mentionAt(s.Tokens[who].Span); m != nil && kindWords(m) != nil {
		return s.page.book.Fits(kindWords(m)[0], []string{"state", "government", "army", "militia", "group", "coalition", "mission", "charity", "party", "person"})
	}
	if _, name := s.speaker(who); name != "" {
		return true // "it said that it would leave"
	}
	return s.tag(who, "PROPN") || s.fits(who, []string{"we", "i", "@leader", "@organ", "army", "military", "rebel", "group"})
}

// threatMode is PLOVER's mode of a threat to do an act.
func threatMode(a act) string {
	switch a.typ {
	case "ASSAULT":
		return "violence"
	case "COERCE":
		if a.mode == "arrest" {
			return "arrest"
		}
		return "restrict"
	case "SANCTION":
		if a.mode == "expel" {
			return "expel"
		}
		return "relations"
	case "PROTEST":
		return "restrict"
	}
	return ""
}

// demand turns "said that Halvorn must withdraw" into a REQUEST to Halvorn.
func (s *sentence) demand(a *act, v int) {
	h := s.spokenOf(v)
	a.recipients = single(s.child(v, "nsubj", "nsubj:pass"))
	a.actors = single(s.child(h, "nsubj"))
	a.typ, a.mode, a.promised = "REQUEST", requestMode(a.typ), true
}

func requestMode(typ string) string {
	switch typ {
	case "CONSULT":
		return "meet"
	case "AID", "COOPERATE":
		return "assist"
	case "RETREAT", "CONCEDE":
		return "yield"
	}
	return ""
}

// refuse turns "will not meet the envoy" into REJECT.
func (s *sentence) refuse(a *act) {
	if friendly[a.typ] || a.typ == "AGREE" {
		a.mode = requestMode(a.typ)
		a.typ, a.promised = "REJECT", true
	}
}

// content fills the mode of a demand, threat or refusal from what it is about,
// and lets a vow to help be a promise.
func (s *sentence) content(a *act) {
	if a.promised || !s.tag(a.clause, "VERB") {
		return
	}
	inner, ok := s.inner(a.clause)
	if !ok {
		return
	}
	switch a.typ {
	case "THREATEN":
		if friendly[inner.Type] && s.page.book.In(s.lemma[a.trigger], "vow") {
			a.typ, a.mode = "AGREE", ""
		} else if a.mode == "" {
			a.mode = threatMode(act{typ: inner.Type, mode: inner.Mode})
		}
	case "AGREE":
		if hostile[inner.Type] && s.page.book.In(s.lemma[a.trigger], "vow") {
			a.typ, a.mode = "THREATEN", threatMode(act{typ: inner.Type, mode: inner.Mode})
		}
	case "REQUEST", "REJECT":
		if a.mode == "" {
			a.mode = requestMode(inner.Type)
		}
	}
}

// inner is the rule of what a verb's complement tells.
func (s *sentence) inner(v int) (codebook.Rule, bool) {
	for _, relation := range []string{"xcomp", "ccomp", "advcl"} {
		if k := s.child(v, relation); k > v && s.tag(k, "VERB") {
			return s.match(s.frame(k))
		}
	}
	f := s.frame(v)
	for _, n := range append([]int{f.object}, s.nouns(f)...) {
		if rule, ok := s.noun(n); ok {
			return rule, true
		}
	}
	return codebook.Rule{}, false
}
