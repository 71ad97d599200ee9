package code

import (
	"slices"

	"stemma/internal/reference/codebook"
)

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
	case (aux == "will" || aux == "would") && a.mode == "access" && s.passive(v):
		a.typ, a.mode = "CONCEDE", ""
	case a.typ == "THREATEN" && s.negated(v) && (aux == "will" || aux == "would"): // "will not go unpunished"
		a.promised = true
	case s.negated(v) && s.declines(a, v, aux):
		s.refuse(a)
	case willed[aux] || aux == "would" && s.ownWord(v):
		s.promise(a, v)
	case s.limited(v):
		s.ultimatum(a, v)
	case s.willing(v) && s.negated(s.head(v)): // "not ready to meet"
		s.refuse(a)
	case s.willing(v):
		s.promise(a, v)
	}
}

// willed are the auxiliaries that promise, or refuse, whoever says them.
var willed = map[string]bool{"will": true, "shall": true, "'ll": true}

// declines reports whether an act that is denied is one that somebody does not want, by the
// auxiliary of its verb.
//
//	"does not negotiate", "will not meet the envoy", "said they would not leave" → yes;  "did not meet" → no
func (s *sentence) declines(a *act, v int, aux string) bool {
	switch aux {
	case "do", "does":
		return a.typ == "CONSULT"
	case "would":
		return s.spokenOf(v) >= 0 || s.unwilling(v)
	}
	return willed[aux]
}

// unwilling reports whether who "would not" could have: "The chief regretted the raid but
// would not apologise", but not "the wing would not offer shelter".
func (s *sentence) unwilling(v int) bool {
	who := s.frame(v).subject
	return who >= 0 && s.is(v, "root", "conj") && s.child(v, "advcl") < 0 && s.canPromise(who)
}

// auxiliary is the word by which a verb tells of the future, of a duty or of a refusal; "won't" is
// "will", "" if there is none.
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

// negated reports whether an adverb denies a verb: "did not sign".
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
		return a.actor == b.actor || a.actor.Name == b.actor.MemberOf || a.actor.Name == b.actor.SpeaksFor || s.doer(mine, s.coordinated(theirs))
	}
	return a == nil && selves[s.form[mine]]
}

var selves = lists.Set("selves")

// willing reports whether a verb stands under "ready to", "willing to".
func (s *sentence) willing(v int) bool {
	h := s.head(v)
	if h < 0 || !s.infinitive(v) || !s.is(v, "xcomp", "advcl", "ccomp", "acl") {
		return false
	}
	return committed[s.form[h]]
}

var committed = lists.Set("committed")

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
	if s.form[who] == "we" || s.form[who] == "i" {
		return true // whoever puts the page out
	}
	if m := s.page.mentionAt(s.Tokens[who].Span); m != nil && kindWords(m) != nil {
		return s.page.book.Fits(kindWords(m)[0], []string{"state", "government", "army", "militia", "group", "coalition", "mission", "charity", "party", "person"})
	}
	if _, name := s.speaker(who); name != "" {
		return true // "it said that it would leave"
	}
	return s.tag(who, "PROPN") || s.fits(who, []string{"@leader", "@organ", "army", "military", "rebel", "group"})
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

// limited reports whether a verb tells what somebody has or is given until some day to do.
func (s *sentence) limited(v int) bool {
	h := s.head(v)
	if h < 0 || !s.infinitive(v) || !s.is(v, "xcomp", "advcl", "acl") || !allotting[s.lemma[h]] {
		return false
	}
	return slices.ContainsFunc(s.children(h, "obl"), func(k int) bool {
		by := s.preposition(k)
		return by == "until" || by == "till"
	})
}

// allotting are the verbs by which somebody has time.
var allotting = lists.Set("allotting")

// ultimatum turns what is to be done until some day into the threat that the day is:
// "The gangs have until Sunday to lay down their arms" threatens the gangs, "The rebels
// gave the garrison until Monday to leave" the garrison.
func (s *sentence) ultimatum(a *act, v int) {
	f := s.frame(s.head(v))
	a.actors, a.recipients = nil, single(f.subject)
	if f.object >= 0 && !f.passive && s.alive(f.object) {
		a.actors, a.recipients = single(f.subject), single(f.object)
	}
	a.typ, a.mode, a.promised = "THREATEN", "", true
}

// requestMode is the mode of asking for an act of a type; "" if asking for it has none.
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

// fillMode fills the mode of a demand, threat or refusal from what it is about, lets a vow
// to help be a promise, and a promise to give way the giving way that it is.
//
//	"threatened to shell the port" → a threat of violence; "vowed to send aid" → a promise;
//	"promised to lift the curfew" → it gives way
func (s *sentence) fillMode(a *act) {
	if a.promised || !s.tag(a.clause, "VERB") {
		return
	}
	inner, ok := s.innerRule(a.clause)
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
		switch vow := s.page.book.In(s.lemma[a.trigger], "vow"); {
		case vow && inner.Type == "CONCEDE": // "promised to lift the curfew"
			a.typ, a.mode = inner.Type, inner.Mode
		case vow && hostile[inner.Type]:
			a.typ, a.mode = "THREATEN", threatMode(act{typ: inner.Type, mode: inner.Mode})
		}
	case "REQUEST", "REJECT":
		if a.mode == "" {
			a.mode = requestMode(inner.Type)
		}
	}
}

// innerRule is the rule of the act that stands inside another, as what the other is about.
//
//	"threatened to shell the port" → the rule of "shell"; "called for a ceasefire" → of "ceasefire"
func (s *sentence) innerRule(v int) (codebook.Rule, bool) {
	for _, relation := range []string{"xcomp", "ccomp", "advcl"} {
		if k := s.child(v, relation); k > v && s.tag(k, "VERB") {
			return s.match(s.frame(k))
		}
	}
	f := s.frame(v)
	for _, n := range append([]int{f.object}, s.meansNouns(f)...) {
		if rule, ok := s.noun(n); ok {
			return rule, true
		}
	}
	return codebook.Rule{}, false
}
