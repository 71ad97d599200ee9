package code

import (
	"slices"
	"strings"

	"stemma/internal/reference/codebook"
	"stemma/internal/stage/code/chronicle"
)

// An act is an event before its parties are named: a trigger and the rule that
// makes it one.
type act struct {
	trigger    int // the token that names the act
	clause     int // the verb whose clause it stands in, or the noun itself
	light      int // the light verb beside a noun, -1 if there is none
	rule       codebook.Rule
	name       string // "verb attack", "noun siege", "launch offensive"
	typ, mode  string
	actors     []int
	recipients []int
	promised   bool // the verb is said of the future, and the type is that of the promise
	gone       bool // told by another act
	into       int  // the act that it is one with, -1 if it stands alone
}

// seat is the token by which an act hangs in its sentence: its light verb, else that of
// its clause.
func (a act) seat() int {
	if a.light >= 0 {
		return a.light
	}
	return a.clause
}

// acts are the events that a sentence tells, in the order of the text.
func (s *sentence) acts() []act {
	var out []act
	used := map[int]bool{} // nouns that a verb's act has taken up
	for v := range s.Tokens {
		if !s.mayTell(v) {
			continue
		}
		if a, ok := s.verbAct(v, used); ok {
			out = append(out, a)
		}
	}
	if s.title && len(out) == 0 {
		out = s.headline(used)
	}
	for n := range s.Tokens {
		if s.tag(n, "NOUN", "PROPN") && !used[n] {
			if a, ok := s.nounAct(n); ok {
				out = append(out, a)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b act) int { return a.trigger - b.trigger })
	return s.settle(out)
}

// mayTell reports whether a verb may tell an act: it is no part of another's form, no word
// before a noun and not only what something was for.
//
//	"Rebels were shelling the port to retake it" → shelling; not "were", not "retake"
func (s *sentence) mayTell(v int) bool {
	switch {
	case !s.verbLike(v), s.purpose(v), s.is(v, "aux", "cop", "case", "mark", "compound"):
		return false
	case s.is(v, "amod") && !s.squeezed(v), s.alsoSaid(v):
		return false
	}
	return s.hyphened(v) == "" || s.hyphened(v) == s.lemma[v]
}

// alsoSaid reports whether a participle is one more word before a noun, joined to an
// adjective there: "Sick and injured people were fed" tells of no injuring.
func (s *sentence) alsoSaid(v int) bool {
	h := s.head(v)
	return h >= 0 && s.is(v, "conj") && s.participle(v) && s.is(h, "amod") && s.tag(h, "ADJ") && s.head(h) > v && s.child(v, "nsubj", "obj", "obl") < 0
}

// verbLike reports whether a token is a verb, or a word taken for an adjective
// that has a subject and no "be": "Thousands departed".
func (s *sentence) verbLike(v int) bool {
	return s.tag(v, "VERB") || s.tag(v, "ADJ") && strings.HasSuffix(s.form[v], "ed") && s.child(v, "nsubj") >= 0 && s.child(v, "cop") < 0
}

// purpose reports whether a verb only tells what something was for: an
// infinitive under a noun that tells no intention, or a gerund behind "at" and
// "for". "An effort to retake the port" tells of no port retaken.
func (s *sentence) purpose(v int) bool {
	h := s.head(v)
	if h < 0 || s.is(v, "conj") && s.verbal(h) {
		return s.is(v, "conj") && s.purpose(h)
	}
	if s.infinitive(v) && s.is(v, "acl") {
		return !s.page.book.Governs(s.lemma[h]) && !s.spokenHead(h)
	}
	if m := s.child(v, "mark", "case"); m >= 0 && s.gerund(v) && !s.requited(v) {
		switch s.form[m] {
		case "at", "for", "on", "toward", "towards", "without", "instead":
			return true
		}
	}
	return false
}

// spokenHead reports whether a word is a verb of speech or of words about acts,
// whose matter is looked at with it.
func (s *sentence) spokenHead(h int) bool {
	rules := s.page.book.Verbs(s.lemma[h])
	return len(rules) > 0 && words[rules[len(rules)-1].Type] || s.page.book.In(s.lemma[h], "speech")
}

// verbAct is the act that a verb tells, by itself or with a noun of acts beside
// it, which it then takes up.
//
//	"Rebels shelled the port." → shell
//	"Rebels launched an offensive." → offensive, done by the rebels
//	"The raid killed two." → kill, done by whoever raided
func (s *sentence) verbAct(v int, used map[int]bool) (act, bool) {
	f := s.frame(v)
	rule, own := s.match(f)
	own = own && !(rule.Type == "PROTEST" && s.christens(f))
	if a, ok := s.lightAct(f, rule, own, used); ok {
		return a, true
	}
	if !own || s.byTheWay(f) || words[rule.Type] && f.subject >= 0 && slices.Contains(rule.Actors, "subject") && !slices.Contains(rule.With, "by") && !s.speaks(f.subject) && !(rough[rule.Type] && s.alive(f.subject)) && !s.pleading(f.subject, rule) {
		return act{}, false
	}
	a := act{trigger: v, clause: v, light: -1, rule: rule, name: "verb " + s.lemma[v], typ: rule.Type, mode: rule.Mode}
	a.actors = s.slots(f, rule.Actors)
	a.recipients = append(s.slots(f, s.recipientSlots(rule)), s.losers(f, rule)...)
	if slices.Contains(rule.Actors, "-") {
		a.actors = append(a.actors, s.driver(f.subject)...)
	}
	s.attackers(&a, used)
	s.takeUp(&a, f, used)
	s.complete(&a, f)
	return a, true
}

// losers are those from whom ground or a thing is taken: "regained the hills from
// the rebels" has the rebels beside the hills.
func (s *sentence) losers(f frame, rule codebook.Rule) []int {
	if f.object < 0 || f.passive || s.alive(f.object) || !slices.Contains(rule.Recipients, "from") || rule.Recipients[0] != "object" {
		return nil
	}
	return s.slots(f, []string{"from"})
}

// aim names whom an act goes against or to where none of its own places is
// filled by a party.
func (s *sentence) aim(a *act) {
	a.recipients = s.spared(a)
	if !aimed[a.typ] || s.anyParty(a.recipients) || bodilyModes[a.mode] && len(a.recipients) > 0 || (a.typ == "ACCUSE" || a.typ == "SUPPORT") && slices.ContainsFunc(a.recipients, s.properObject) {
		return
	}
	if matter := s.matter(*a); len(matter) > 0 {
		a.recipients = matter
	} else if promised[a.typ] && !slices.ContainsFunc(a.recipients, s.speaks) {
		a.recipients = nil // "promised an answer", "vowed revenge": to nobody named
	}
}

// bodilyModes are the modes of what is done to persons, whatever they are called.
var bodilyModes = map[string]bool{"arrest": true, "deport": true}

// properObject reports whether a noun is an object and a name that nobody knows:
// "denounced the Kestrels on a visit to Ostrel" denounces no Ostrel.
func (s *sentence) properObject(n int) bool { return s.tag(n, "PROPN") && s.is(n, "obj") }

// promised are the types of words that go to somebody, never to a thing.
var promised = lists.Set("promised")

// words are the types of what is done by words, which only those can do who
// speak: "the delay threatens the harvest" threatens nobody.
var words = lists.Set("by words")

// speaks reports whether a noun can be somebody who speaks, or what they wrote.
func (s *sentence) speaks(i int) bool {
	if s.tag(i, "PROPN", "PRON", "NUM", "DET") || s.page.mentionAt(s.Tokens[i].Span) != nil {
		return s.form[i] != "it" || s.page.mentionAt(s.Tokens[i].Span) != nil || !s.title
	}
	if s.child(i, "nmod:poss") >= 0 || slices.ContainsFunc(s.children(i, "compound", "flat", "appos", "nmod"), func(k int) bool { return s.tag(k, "PROPN") }) {
		return true
	}
	return s.fitsListed(i, []string{"@armed", "@leader", "@people", "@crowd", "@police", "@group", "@talks", "@inquiry", "@organ", "letter", "leaflet", "statement", "deal", "report", "document", "audit", "memo", "cable"})
}

// byTheWay reports whether a verb of blows stands in its sentence without a subject, an object or
// a phrase, though no passive leaves them out: it names a blow and tells of none.
func (s *sentence) byTheWay(f frame) bool {
	return f.subject < 0 && f.object < 0 && !f.passive && len(f.phrases) == 0 && s.head(f.verb) >= 0 && !s.is(f.verb, "ccomp", "parataxis", "conj")
}

// recipientSlots are the places of a rule's recipients. To whom something is sent is he
// who is sent it: "sent flour to Halvorn", "sent Halvorn flour".
func (s *sentence) recipientSlots(rule codebook.Rule) []string {
	if slices.Contains(rule.Recipients, "to") && !slices.Contains(rule.Recipients, "iobj") {
		return append(slices.Clone(rule.Recipients), "iobj")
	}
	if len(rule.Recipients) > 0 {
		return rule.Recipients
	}
	return s.page.book.Recipients(rule.Type, rule.Mode)
}

// takeUp gives an act what the nouns of force beside its verb tell of it:
// "killed in an army raid" has the raid's mode and who raided.
func (s *sentence) takeUp(a *act, f frame, used map[int]bool) {
	if a.typ != "ASSAULT" {
		if rule, ok := s.noun(f.subject); ok && rule.Type == a.typ { // "Reinforcements arrived": one act
			used[f.subject] = true
		}
		return
	}
	for _, n := range append([]int{s.counted(f.subject)}, s.meansNouns(f)...) {
		rule, ok := s.noun(n)
		switch {
		case !ok || used[n]:
		case n == f.subject && rule.Mode == "cyber": // "A cyber attack hit the bank"
			a.typ, a.mode = rule.Type, rule.Mode
			used[n] = true
			return
		case rule.Type == "ASSAULT":
			used[n] = true
			s.takeForce(a, n, rule)
		}
	}
}

// takeForce gives an act the mode of a noun of force, who did it and what was hit,
// behind who was hurt: "killed in clashes with rebels" by the rebels.
func (s *sentence) takeForce(a *act, n int, rule codebook.Rule) {
	if a.mode == "" {
		a.mode = rule.Mode
	}
	noun := s.nounFrame(n)
	a.recipients = slices.DeleteFunc(a.recipients, func(i int) bool { return i == n })
	if a.actors = slices.DeleteFunc(a.actors, func(i int) bool { return i == n }); len(a.actors) == 0 {
		a.actors = s.doersOf(noun, rule)
	}
	if with := s.behind(noun, "with"); len(a.actors) == 0 && len(with) > 0 && len(a.recipients) > 0 && s.harms(*a) {
		a.actors = with
		return
	}
	a.recipients = append(a.recipients, s.struck(n, rule)...)
}

// meansNouns are the nouns behind a verb's prepositions that tell by what or in what it was done.
//
//	"12 were killed in an air raid" → raid
func (s *sentence) meansNouns(f frame) []int {
	var out []int
	for _, p := range f.phrases {
		if means[p.preposition] {
			out = append(out, s.counted(p.noun))
		}
	}
	return out
}

var means = lists.Set("means")

// lightAct is the act that a light verb, one that says little itself, leaves to the noun beside it.
//
//	"carried out a raid" → the raid
func (s *sentence) lightAct(f frame, own codebook.Rule, known bool, used map[int]bool) (act, bool) {
	if known && len(own.Object) > 0 { // "hold talks", "impose a curfew": the book has the pair
		s.useObjects(f, own, used)
		return act{}, false
	}
	for _, light := range s.page.book.Light(s.lemma[f.verb]) {
		if !s.leaves(f, light) || known && spoken[own.Type] && light.Kind == codebook.Do {
			continue
		}
		for _, n := range s.lightNouns(f, light) {
			if rule, ok := s.noun(n); ok && !used[n] {
				used[n] = true
				return s.actOfNoun(f, light, n, rule), true
			}
		}
	}
	return act{}, false
}

// leaves reports whether a light verb leaves its act to a noun: it has the phrase or the
// object that it must have beside it, and is no harm, which is an act itself.
//
//	"came under fire" → the fire;  "the raid killed two" → the killing, to which takeUp joins the raid
func (s *sentence) leaves(f frame, light codebook.Light) bool {
	if light.Kind == codebook.Harm || light.With == "" && s.christens(f) {
		return false
	}
	return light.With == "" || f.hasAll(light.With) || f.object >= 0 && s.lemma[f.object] == light.With
}

// christens reports whether "call" gives a thing its name, and calls for none.
//
//	"The clerk condemned what he called the “murder of millers”" → the clerk killed nobody
//	"called the strike a mistake" → names it;  "called a strike" → calls for it
func (s *sentence) christens(f frame) bool {
	if s.lemma[f.verb] != "call" || f.object < 0 || s.child(f.verb, "compound:prt") >= 0 {
		return false
	}
	d, h := s.child(f.object, "det"), s.head(f.verb)
	return d >= 0 && s.form[d] != "a" && s.form[d] != "an" || h >= 0 && s.form[h] == "what" && s.is(h, "obj", "obl")
}

// useObjects marks the objects that the book has in one pair with their verb, so that they tell no
// act of their own.
//
//	"hold talks", "impose a curfew" → talks, curfew
func (s *sentence) useObjects(f frame, rule codebook.Rule, used map[int]bool) {
	for _, i := range s.objects(f, rule) {
		if i < 0 || !s.fits(i, rule.Object) {
			continue
		}
		for _, k := range s.coordinated(i) {
			used[k] = used[k] || !s.another(k, rule)
		}
	}
}

// another reports whether the noun of a pair tells an act of its own, by parties
// of its own: "rejected an offer by the rebels".
func (s *sentence) another(n int, pair codebook.Rule) bool {
	rule, ok := s.noun(n)
	if !ok || rule.Type == pair.Type {
		return false
	}
	a := act{typ: rule.Type, actors: s.doersOf(s.nounFrame(n), rule)}
	return s.anyParty(s.told(n, a))
}

// lightNouns are the nouns that may tell the act of a light verb, where its kind has them.
//
//	"carried out a raid" → raid
func (s *sentence) lightNouns(f frame, light codebook.Light) []int {
	switch light.Kind {
	case codebook.Happen, codebook.Harm:
		return single(s.counted(f.subject))
	}
	if n := s.sharedIn(f.object); n >= 0 && chronicle.Denying[s.lemma[f.verb]] {
		return single(n)
	}
	part := f.object >= 0 && s.lemma[f.object] == light.With  // "took part in the raid"
	ahead := light.With == "ahead"                            // "went ahead with the strike"
	last := light.With[strings.LastIndex(light.With, "+")+1:] // "went on with the march"
	for _, p := range f.phrases {
		if light.With != "" && (p.preposition == last || part && p.preposition == "in" || ahead && p.preposition == "with") {
			return single(p.noun)
		}
	}
	if f.object >= 0 && !s.naming(f.verb) {
		return s.coordinated(s.counted(f.object))
	}
	return nil
}

// sharedIn is the deed in which somebody has or denies a part: "denied involvement in the
// raid" the raid; -1 if none is named.
func (s *sentence) sharedIn(part int) int {
	if part < 0 || !partaking[s.lemma[part]] {
		return -1
	}
	for _, p := range s.phrases(part) {
		if _, ok := s.noun(p.noun); ok && (p.preposition == "in" || p.preposition == "for") {
			return p.noun
		}
	}
	return -1
}

// partaking are the nouns for what somebody has in a deed.
var partaking = lists.Set("partaking")

// naming reports whether a verb says what something is to be called, and does nothing:
// "called the raid a crime", "condemned what he called a massacre".
func (s *sentence) naming(v int) bool {
	if s.lemma[v] != "call" {
		return false
	}
	as := s.child(v, "xcomp")                                // "called the killings a stain"
	freed := func(k int) bool { return s.form[k] == "what" } // mending.free
	return len(s.children(v, "obj")) > 1 || s.child(v, "obj") > v && as > v && s.tag(as, "NOUN") || s.is(v, "acl:relcl") && slices.ContainsFunc(s.children(s.head(v), "dep"), freed)
}

// single is a list of the token, empty if there is none.
func single(i int) []int {
	if i < 0 {
		return nil
	}
	return []int{i}
}

// actOfNoun is the act that a noun tells beside a light verb, whose subject and phrases are its parties.
//
//	"carried out a raid on Sull" → a raid, by the subject, on Sull
func (s *sentence) actOfNoun(f frame, light codebook.Light, n int, rule codebook.Rule) act {
	a := act{trigger: n, clause: f.verb, light: f.verb, rule: rule, name: s.lemma[f.verb] + " " + s.lemma[n], typ: rule.Type, mode: rule.Mode}
	noun := s.nounFrame(n)
	if !f.passive || light.Kind != codebook.Tell { // "The arrest was confirmed by a clerk": not by him
		noun.phrases = append(noun.phrases, f.phrases...)
	}
	a.actors = s.doersOf(noun, rule)
	if a.recipients = s.slots(noun, s.recipientSlots(rule)); len(a.recipients) == 0 {
		a.recipients = s.struck(n, rule)
	}
	s.suffered(&a)
	if light.Kind == codebook.Tell {
		a.light = -1
		a.clause = n
	}
	switch {
	case chronicle.Denying[s.lemma[f.verb]] && rule.Type == "ACCUSE": // "denied accusations by the Column": accused by it
		a.recipients = single(f.subject)
	case light.Kind == codebook.Do && slices.Contains(rule.Actors, "-") && s.page.book.In(s.lemma[f.verb], "speech"):
		// "announced the death of a clerk": nobody's act
	case light.Kind == codebook.Do && s.page.book.In(s.lemma[f.verb], "speech") && len(s.ownDoers(n)) > 0:
		a.actors = s.ownDoers(n) // "announced Struvia's entry into the war": Struvia's act
	case light.Kind == codebook.Do && f.subject >= 0:
		a.actors = []int{f.subject}
	case light.Kind == codebook.Undergo && light.With == "under" && f.object >= 0: // "put the clerk under investigation"
		a.recipients = []int{f.object}
		if f.subject >= 0 {
			a.actors = []int{f.subject}
		}
	case light.Kind == codebook.Undergo && f.subject >= 0:
		a.recipients = []int{f.subject}
	}
	s.ofEnvoy(&a, s.nounFrame(n))
	s.aim(&a)
	return a
}
