package code

import (
	"slices"
	"strings"

	"stemma/internal/reference/codebook"
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

// acts are the events that a sentence tells, in the order of the text.
func (s *sentence) acts() []act {
	var out []act
	used := map[int]bool{} // nouns that a verb's act has taken up
	for v := range s.Tokens {
		if !s.verbLike(v) || s.purpose(v) || s.is(v, "aux", "cop", "case", "mark", "compound") || s.is(v, "amod") && !s.squeezed(v) || s.hyphened(v) != "" && s.hyphened(v) != s.lemma[v] {
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

// headline is the act of a headline whose verb was taken for a noun: "Halvorn
// and Struvia swap 40 prisoners". Its parties stand right before and behind it.
func (s *sentence) headline(used map[int]bool) []act {
	for v := 1; v+1 < len(s.Tokens); v++ {
		f := frame{verb: v, subject: v - 1, object: s.nounBehind(v), second: -1}
		if !s.tag(v, "NOUN", "ADJ") || !s.tag(v-1, "NOUN", "PROPN") || f.object < 0 || s.gerund(v) || len(s.page.book.Verbs(s.lemma[v])) == 0 {
			continue
		}
		if rule, ok := s.match(f); ok {
			used[v], used[f.object] = true, true
			a := act{trigger: v, clause: v, light: -1, rule: rule, name: "headline " + s.lemma[v], typ: rule.Type, mode: rule.Mode}
			a.actors, a.recipients = s.slots(f, rule.Actors), s.slots(f, s.recipientSlots(rule))
			return []act{a}
		}
	}
	return nil
}

// nounBehind is the head of the bare phrase that begins behind a token.
func (s *sentence) nounBehind(v int) int {
	last := -1
	for k := v + 1; k < len(s.Tokens) && k <= v+6 && (s.tag(k, "DET", "NUM", "ADJ", "ADV", "NOUN", "PROPN", "PRON") || s.form[k] == "than"); k++ {
		if s.tag(k, "NOUN", "PROPN") {
			last = k
		}
	}
	return last
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
	if m := s.child(v, "mark", "case"); m >= 0 && s.gerund(v) {
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
	if a, ok := s.lightAct(f, rule, own, used); ok {
		return a, true
	}
	if !own || s.byTheWay(f, rule) || words[rule.Type] && f.subject >= 0 && slices.Contains(rule.Actors, "subject") && !slices.Contains(rule.With, "by") && !s.speaks(f.subject) {
		return act{}, false
	}
	if f.passive && slices.Contains(rule.With, "by") {
		f.subject = -1 // "reached by telephone": the telephone did not reach anybody
	}
	a := act{trigger: v, clause: v, light: -1, rule: rule, name: "verb " + s.lemma[v], typ: rule.Type, mode: rule.Mode}
	a.actors = s.slots(f, rule.Actors)
	a.recipients = s.slots(f, s.recipientSlots(rule))
	s.takeUp(&a, f, used)
	s.complete(&a, f)
	return a, true
}

// complete names the parties that a verb's own places leave out: forces that
// are moved by nobody named move themselves; of what is praised, blamed or aided
// it is whose it is; what is promised or demanded names to whom.
//
//	"Two brigades were moved north" → MOBILIZE by the brigades
//	"She praised Halvorn's restraint" → SUPPORT to Halvorn
func (s *sentence) complete(a *act, f frame) {
	if a.typ == "MOBILIZE" && f.passive && len(a.actors) == 0 && f.object >= 0 {
		a.actors = single(f.object)
	}
	if aimed[a.typ] && f.object >= 0 && !s.anyParty(a.recipients) {
		if owner := s.owners(frame{verb: f.verb, subject: f.verb, object: f.object}); len(owner) > 0 && !s.doer(owner[0], a.actors) {
			a.recipients = owner
		}
	}
	s.aim(a)
}

// aim names whom an act goes against or to where none of its own places is
// filled by a party.
func (s *sentence) aim(a *act) {
	if !aimed[a.typ] || s.anyParty(a.recipients) {
		return
	}
	if matter := s.matter(*a); len(matter) > 0 {
		a.recipients = matter
	} else if promised[a.typ] && !slices.ContainsFunc(a.recipients, s.speaks) {
		a.recipients = nil // "promised an answer", "vowed revenge": to nobody named
	}
}

// promised are the types of words that go to somebody, never to a thing.
var promised = map[string]bool{"AGREE": true, "THREATEN": true, "REQUEST": true, "CONSULT": true}

// words are the types of what is done by words, which only those can do who
// speak: "the delay threatens the harvest" threatens nobody.
var words = map[string]bool{"AGREE": true, "CONSULT": true, "SUPPORT": true, "REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true}

// speaks reports whether a noun can be somebody who speaks, or what they wrote.
func (s *sentence) speaks(i int) bool {
	if s.tag(i, "PROPN", "PRON", "NUM", "DET") || s.page.mentionAt(s.Tokens[i].Span) != nil {
		return s.form[i] != "it" || s.page.mentionAt(s.Tokens[i].Span) != nil || !s.title
	}
	if s.child(i, "nmod:poss") >= 0 || slices.ContainsFunc(s.children(i, "compound", "flat", "appos", "nmod"), func(k int) bool { return s.tag(k, "PROPN") }) {
		return true
	}
	return s.fits(i, []string{"@armed", "@leader", "@people", "@crowd", "@police", "@group", "@talks", "@inquiry", "@organ", "letter", "leaflet", "statement", "deal", "report", "document", "audit", "memo", "cable"}) ||
		personal(s.lemma[i])
}

// personal reports whether a noun is built like those for persons.
func personal(lemma string) bool {
	return slices.ContainsFunc([]string{"man", "woman", "men", "women", "ist", "ists"}, func(end string) bool { return strings.HasSuffix(lemma, end) })
}

// byTheWay reports whether a verb of blows is told of something that can neither
// act nor be hit: with neither party on the page it is coded only when its
// subject is left out by the grammar.
func (s *sentence) byTheWay(f frame, rule codebook.Rule) bool {
	return f.subject < 0 && f.object < 0 && !f.passive && len(f.phrases) == 0 && s.head(f.verb) >= 0 && !s.is(f.verb, "ccomp", "parataxis", "conj")
}

func (s *sentence) recipientSlots(rule codebook.Rule) []string {
	if len(rule.Recipients) > 0 {
		return rule.Recipients
	}
	return s.page.book.Recipients(rule.Type, rule.Mode)
}

// takeUp gives an act what the nouns of force beside its verb tell of it:
// "killed in an army raid" has the raid's mode and who raided.
func (s *sentence) takeUp(a *act, f frame, used map[int]bool) {
	if a.typ != "ASSAULT" {
		return
	}
	for _, n := range append([]int{s.counted(f.subject)}, s.nouns(f)...) {
		rule, ok := s.noun(n)
		if !ok || used[n] {
			continue
		}
		if n == f.subject && rule.Mode == "cyber" { // "A cyber attack hit the bank"
			a.typ, a.mode = rule.Type, rule.Mode
			used[n] = true
			return
		}
		if rule.Type != "ASSAULT" {
			continue
		}
		used[n] = true
		if a.mode == "" {
			a.mode = rule.Mode
		}
		by := s.slots(s.nounFrame(n), rule.Actors)
		if a.actors = slices.DeleteFunc(a.actors, func(i int) bool { return i == n }); len(a.actors) == 0 {
			a.actors = by
		}
		a.recipients = slices.DeleteFunc(a.recipients, func(i int) bool { return i == n })
		a.recipients = append(a.recipients, s.struck(n, rule)...) // who was hurt, then what was hit
	}
}

// nouns are those in the phrases of a verb that tell by what or in what it was
// done.
func (s *sentence) nouns(f frame) []int {
	var out []int
	for _, p := range f.phrases {
		switch p.preposition {
		case "in", "by", "during", "from", "with", "under", "of":
			out = append(out, s.counted(p.noun))
		}
	}
	return out
}

// lightAct is the act that a light verb leaves to the noun beside it.
func (s *sentence) lightAct(f frame, own codebook.Rule, known bool, used map[int]bool) (act, bool) {
	if known && len(own.Object) > 0 { // "hold talks", "impose a curfew": the book has the pair
		s.useObjects(f, own, used)
		return act{}, false
	}
	for _, light := range s.page.book.Light(s.lemma[f.verb]) {
		if light.With != "" && !f.has(light.With) && (f.object < 0 || s.lemma[f.object] != light.With) || known && spoken[own.Type] && light.Kind == codebook.Do {
			continue
		}
		for _, n := range s.lightNouns(f, light) {
			rule, ok := s.noun(n)
			if !ok || used[n] {
				continue
			}
			if light.Kind == codebook.Harm {
				continue // the verb itself is the act; takeUp joins the noun to it
			}
			used[n] = true
			return s.lit(f, light, n, rule), true
		}
	}
	return act{}, false
}

// useObjects marks the nouns that a pair of the book has taken up.
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
	a := act{typ: rule.Type, actors: s.slots(s.nounFrame(n), rule.Actors)}
	return s.anyParty(s.told(n, a))
}

// lightNouns are where the noun of a light verb stands.
func (s *sentence) lightNouns(f frame, light codebook.Light) []int {
	switch light.Kind {
	case codebook.Happen, codebook.Harm:
		return single(s.counted(f.subject))
	}
	part := f.object >= 0 && s.lemma[f.object] == light.With // "took part in the raid"
	for _, p := range f.phrases {
		if light.With != "" && (p.preposition == light.With || part && p.preposition == "in") {
			return single(p.noun)
		}
	}
	if f.object >= 0 {
		return s.coordinated(s.counted(f.object))
	}
	return nil
}

// counted is what a noun of measure counts: "a wave of strikes" the strikes,
// "three days of shelling" the shelling; other nouns are themselves.
func (s *sentence) counted(i int) int {
	if i < 0 || !s.measure(i) {
		return i
	}
	for _, k := range s.children(i, "nmod") {
		if s.preposition(k) == "of" {
			return k
		}
	}
	return i
}

func single(i int) []int {
	if i < 0 {
		return nil
	}
	return []int{i}
}

// lit is a noun's act with the parties of its light verb.
func (s *sentence) lit(f frame, light codebook.Light, n int, rule codebook.Rule) act {
	a := act{trigger: n, clause: f.verb, light: f.verb, rule: rule, name: s.lemma[f.verb] + " " + s.lemma[n], typ: rule.Type, mode: rule.Mode}
	noun := s.nounFrame(n)
	noun.phrases = append(noun.phrases, f.phrases...)
	a.actors = s.slots(noun, rule.Actors)
	if a.recipients = s.slots(noun, s.recipientSlots(rule)); len(a.recipients) == 0 {
		a.recipients = s.struck(n, rule)
	}
	s.suffered(&a)
	if light.Kind == codebook.Tell {
		a.light = -1
		a.clause = n
	}
	switch {
	case light.Kind == codebook.Do && f.subject >= 0:
		a.actors = []int{f.subject}
	case light.Kind == codebook.Undergo && f.subject >= 0:
		a.recipients = []int{f.subject}
	}
	s.aim(&a)
	return a
}

// noun is the rule of the book that fits a noun where it stands.
func (s *sentence) noun(n int) (codebook.Rule, bool) {
	if n < 0 || !s.tag(n, "NOUN") && !(s.title && s.tag(n, "PROPN")) || s.timeWord(n) || s.placeName(n) {
		return codebook.Rule{}, false
	}
	for _, word := range []string{s.hyphened(n), s.lemma[n], s.form[n]} {
		for _, rule := range s.page.book.Nouns(word) {
			if len(rule.Object) == 0 || s.modified(n, rule.Object) {
				return rule, rule.Type != codebook.None
			}
		}
	}
	return codebook.Rule{}, false
}

// modified reports whether one of the words stands before a noun, or in what is
// hung on it with "of": "air strike", "state of emergency".
func (s *sentence) modified(n int, words []string) bool {
	for _, k := range s.kids[n] {
		if s.is(k, "compound", "amod", "nmod", "nmod:poss") && (slices.Contains(words, s.lemma[k]) || slices.Contains(words, s.form[k])) {
			return true
		}
		if s.is(k, "nmod") && s.preposition(k) == "of" && slices.ContainsFunc(s.children(k, "compound", "amod"), func(c int) bool { return slices.Contains(words, s.lemma[c]) }) {
			return true // "the deployment of peacekeeping troops"
		}
	}
	if h := s.head(n); h >= 0 && s.is(n, "nmod", "compound") && slices.Contains(words, s.lemma[h]) || slices.Contains(words, s.preposition(n)) {
		return true
	}
	return n > 0 && slices.Contains(words, s.form[n-1])
}

// nounFrame is a noun as the frame of its act: nobody stands in a verb's places,
// everybody behind prepositions.
func (s *sentence) nounFrame(n int) frame {
	f := frame{verb: n, subject: -1, object: -1, second: -1, phrases: s.phrases(n)}
	if h := s.head(n); h >= 0 && s.is(n, "obj") && s.tag(h, "VERB") {
		for _, p := range s.phrases(h) { // "feared reprisals by the army against its own": often hung on the verb
			if p.noun > n && slices.Contains([]string{"by", "against", "of", "on"}, p.preposition) {
				f.phrases = append(f.phrases, p)
			}
		}
	}
	return f
}

// nounAct is the act that a noun tells by itself. It must have something of its
// own: a party, a place, a day or a number.
func (s *sentence) nounAct(n int) (act, bool) {
	rule, ok := s.noun(n)
	if !ok || rule.Needs == "light" || s.is(n, "compound", "appos", "flat", "nmod:poss") || s.insideName(n) {
		return act{}, false
	}
	f := s.nounFrame(n)
	a := act{trigger: n, clause: n, light: -1, rule: rule, name: "noun " + s.lemma[n], typ: rule.Type, mode: rule.Mode}
	a.actors = s.slots(f, rule.Actors)
	a.recipients = s.struck(n, rule)
	s.suffered(&a)
	if p := s.child(n, "nsubj"); p >= 0 && s.child(n, "case") >= 0 { // "he is under house arrest"
		a.recipients = single(p)
	} else if p >= 0 && len(a.actors) == 0 && s.child(n, "cop") < 0 { // "The ministry calls upon both": a verb taken for a noun
		a.actors = single(p)
	}
	s.borne(&a)
	s.aim(&a)
	switch {
	case rule.Needs == "against":
		return a, s.anyParty(a.recipients)
	case s.anyParty(s.told(n, a)) || s.anyParty(a.recipients) || !violentTypes[a.typ] && slices.ContainsFunc(s.told(n, a), s.speaks):
		return a, true
	}
	return a, rule.Needs != "party" && s.own(n)
}

// told are the parties that a noun has of its own; a mere word before it
// ("Halvornian strikes", "rebel gains", "their raids") says whose, and tells
// nothing.
func (s *sentence) told(n int, a act) []int {
	return slices.DeleteFunc(slices.Clone(a.actors), func(i int) bool {
		mere := s.is(i, "amod", "compound") && !s.title && !words[a.typ] || s.tag(i, "PRON")
		return s.head(i) == n && mere
	})
}

// insideName reports whether a noun is part of a name: "the Peace Talks Bureau".
func (s *sentence) insideName(n int) bool {
	m := s.page.mentionAt(s.Tokens[n].Span)
	return m != nil && m.Len() > s.Tokens[n].Len()
}

// anyParty reports whether one of the nouns can act or be acted on: it is known
// as an actor, or it is a word for people, for the armed, for a place.
func (s *sentence) anyParty(nouns []int) bool {
	return slices.ContainsFunc(nouns, func(i int) bool {
		if personal(s.lemma[i]) || s.page.mentionAt(s.Tokens[i].Span) != nil || len(s.page.toponymsAt(s.Tokens[i].Span)) > 0 {
			return true
		}
		return s.fits(i, []string{"@people", "@armed", "@leader", "@building", "@territory", "@vehicle", "@ship", "side", "party"})
	})
}

// own reports whether a noun has a number, a place or a day of its own, or is
// what its clause is about: "The explosion brought the talks close to collapse".
func (s *sentence) own(n int) bool {
	if s.is(n, "root") || s.is(n, "nsubj") && !s.backward(n) {
		return true
	}
	for _, k := range s.kids[n] {
		if s.is(k, "nummod", "nmod:unmarked", "obl:unmarked", "acl:relcl") || s.timeWord(k) || s.is(k, "acl") && s.dated(k) {
			return true
		}
		if s.is(k, "nmod", "nmod:poss", "compound", "amod") && s.scene(k) {
			return true
		}
	}
	return false
}

// backward reports whether a noun only points back to what was told: "the
// strikes", with nothing to say which.
func (s *sentence) backward(n int) bool {
	d := s.child(n, "det")
	return d >= 0 && !indefinite[s.lemma[d]] && s.child(n, "nmod", "acl") < 0
}

var indefinite = map[string]bool{"a": true, "an": true, "no": true, "any": true, "another": true}

// dated reports whether a participle carries a time: "announced on March 2".
func (s *sentence) dated(v int) bool {
	return slices.ContainsFunc(s.kids[v], s.timeWord)
}

// scene reports whether a phrase names a place.
func (s *sentence) scene(i int) bool {
	for _, k := range s.page.toponymsIn(s.clause(i)) {
		if t := s.page.Places[k]; !t.Adjective && !t.Inside {
			return true
		}
	}
	return false
}
