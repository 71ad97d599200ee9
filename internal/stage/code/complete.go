package code

import (
	"slices"
)

// complete names the parties that a verb's own places leave out: forces that
// are moved by nobody named move themselves; of what is praised, blamed or aided
// it is whose it is; what is promised or demanded names to whom.
//
//	"Two brigades were moved north" → MOBILIZE by the brigades
//	"She praised Halvorn's restraint" → SUPPORT to Halvorn
//	"Troops crossed into Struvia" → MOBILIZE to Struvia
func (s *sentence) complete(a *act, f frame) {
	switch a.typ {
	case "RETREAT":
		s.letGo(a, f)
	case "MOBILIZE":
		s.moved(a, f)
	case "ACCUSE":
		s.drawsBlame(a, f)
	case "PROTEST":
		a.recipients = append(s.wished(f.verb, a.actors), a.recipients...)
	}
	switch a.mode {
	case "destroy":
		s.burned(a, f)
	case "ceasefire":
		s.truceHeld(a, f)
	case "visit":
		s.visited(a, f)
	}
	s.ofObject(a, f)
	s.ofEnvoy(a, f)
	s.atOwner(a, f)
	switch lacks := !s.anyParty(a.recipients); {
	case lacks && a.typ == "REJECT":
		a.recipients = append(s.pressing(f), a.recipients...)
	case lacks && a.typ == "REQUEST":
		a.recipients = slices.Concat(single(s.hearer(f.verb)), s.helpers(f, a.actors), a.recipients)
	}
	s.aim(a)
}

// letGo makes those who let others leave the doers: "both sides let farmers return" both
// sides, the farmers.
func (s *sentence) letGo(a *act, f frame) {
	over := s.head(f.verb)
	if over >= 0 && f.object < 0 && s.is(f.verb, "xcomp") && s.page.book.Fits(s.lemma[over], []string{"let", "allow", "permit"}) {
		a.actors, a.recipients = s.slots(s.frame(over), []string{"subject"}), a.actors
	}
}

// moved lets forces that nobody is said to move move themselves, to whose land they go.
func (s *sentence) moved(a *act, f frame) {
	if f.passive && len(a.actors) == 0 && f.object >= 0 {
		a.actors = single(f.object)
	}
	if len(a.recipients) == 0 {
		a.recipients = s.inland(f)
	}
}

// drawsBlame adds whose that is which is blamed: "The army's role drew criticism" the army.
func (s *sentence) drawsBlame(a *act, f frame) {
	if f.subject >= 0 && slices.Contains(a.recipients, f.subject) && !s.anyParty(a.recipients) {
		a.recipients = append(s.owners(frame{verb: f.verb, subject: f.verb, object: f.subject}), a.recipients...)
	}
}

// burned makes a thing of which only its end is told what it was done to: "the mill
// burned" by nobody named.
func (s *sentence) burned(a *act, f frame) {
	if f.object >= 0 || f.passive || s.alive(f.subject) || !s.fits(f.subject, []string{"@building", "@way", "@aid"}) {
		return
	}
	if s.page.mentionAt(s.Tokens[f.subject].Span) == nil {
		a.actors, a.recipients = nil, single(f.subject)
	}
}

// truceHeld names those between whom a truce held: "a truce between the two armies held".
func (s *sentence) truceHeld(a *act, f frame) {
	if len(a.actors) == 0 && s.fits(f.subject, []string{"@truce"}) {
		a.actors = s.slots(s.nounFrame(f.subject), []string{"between", "by", "whose", "of"})
	}
}

// visited adds those for whose sake a visit was paid.
func (s *sentence) visited(a *act, f frame) {
	if a.typ == "CONSULT" {
		a.recipients = append(s.met(f), a.recipients...)
	}
}

// atOwner makes an act that is aimed at somebody one at whose its object is, who made it or
// by whom it is: "praised Halvorn's restraint" Halvorn; not at its own doer.
func (s *sentence) atOwner(a *act, f frame) {
	if !aimed[a.typ] || f.object < 0 || s.anyParty(a.recipients) {
		return
	}
	owner := s.owners(frame{verb: f.verb, subject: f.verb, object: f.object})
	if len(owner) == 0 {
		owner = s.makers(f.object)
	}
	if len(owner) == 0 {
		owner = s.slots(s.nounFrame(f.object), []string{"by"})
	}
	if len(owner) > 0 && !s.doer(owner[0], a.actors) {
		a.recipients = owner
	}
}

// ofObject gives the act of a passive verb the parties of its object, where that is the
// same act as a noun: "Halvornian sanctions against Struvia were widened" widened by Halvorn,
// against Struvia; and those "between" whom something passed: each did it with the other.
func (s *sentence) ofObject(a *act, f frame) {
	if !f.passive || f.object < 0 {
		return
	}
	noun := s.nounFrame(f.object)
	rule, ok := s.noun(f.object)
	if same := ok && rule.Type == a.typ && !violentTypes[a.typ]; same && len(a.actors) == 0 {
		a.actors = s.doersOf(noun, rule)
	}
	if aimed[a.typ] && !s.anyParty(a.recipients) {
		whom := slices.DeleteFunc(s.slots(noun, reaching), func(n int) bool { return !s.candidate(n) })
		if a.recipients = append(whom, a.recipients...); len(whom) > 0 {
			s.suffered(a)
		}
	}
	if sides := s.behind(f, "between"); len(a.actors) == 0 && mutual[a.typ] && s.anyParty(sides) {
		a.actors, a.recipients = sides, nil
	}
}

// ofEnvoy gives the recall of an envoy, of which nobody is told to have done it, whoever
// sent him: "Halvorn's ambassador to Struvia was recalled" by Halvorn, from Struvia.
func (s *sentence) ofEnvoy(a *act, f frame) {
	envoy := f.object
	if f.object < 0 && s.tag(f.verb, "NOUN") {
		envoy = s.ofNoun(f.verb)
	}
	if a.typ != "SANCTION" || a.mode != "withdraw" || len(a.actors) > 0 || envoy < 0 || !s.page.book.In(s.lemma[envoy], "leader") {
		return
	}
	if sender := s.ownerBefore(envoy); sender >= 0 {
		a.actors = single(sender)
		a.recipients = s.slots(s.nounFrame(envoy), []string{"to", "from", "in"})
	}
}

// reaching are the prepositions by which a thing goes to somebody or against him.
var reaching = []string{"against", "on", "into", "to", "for", "of", "with"}

// mutual are the types of what two do with each other.
var mutual = lists.Set("mutual")

// met are those for whose sake a visit is paid: "arrived in Ostrel for talks with the
// king", "to meet the king".
func (s *sentence) met(f frame) []int {
	for _, p := range f.phrases {
		if n := s.counted(p.noun); p.preposition == "for" && s.fits(n, []string{"@talks"}) {
			return append(s.behind(s.nounFrame(n), "with"), s.behind(f, "with")...)
		}
	}
	for _, k := range s.children(f.verb, "advcl", "xcomp") {
		if rule, ok := s.match(s.frame(k)); ok && k > f.verb && s.infinitive(k) && rule.Type == "CONSULT" {
			return s.slots(s.frame(k), s.recipientSlots(rule))
		}
	}
	return nil
}

// pressing are those against whose wish somebody refuses: "refused to resign despite
// calls from the union".
func (s *sentence) pressing(f frame) []int {
	if k := s.child(f.verb, "xcomp"); k >= 0 {
		f.phrases = append(f.phrases, s.phrases(k)...)
	}
	for _, p := range f.phrases {
		if p.preposition == "despite" && petition[s.lemma[p.noun]] {
			return append(s.owners(s.nounFrame(p.noun)), s.behind(f, "by")...)
		}
	}
	return nil
}

// helpers are those whose help is asked for: "asked for Struvia's intervention".
func (s *sentence) helpers(f frame, actors []int) []int {
	for _, p := range f.phrases {
		if owner := s.child(p.noun, "nmod:poss"); p.preposition == "for" && owner >= 0 && s.partyWord(owner) && !s.doer(owner, actors) {
			return []int{owner}
		}
	}
	return nil
}

// hearer is who is spoken or written to where a gerund tells what is asked: "wrote to the
// governor asking for a road" the governor; -1 if nobody is named.
func (s *sentence) hearer(v int) int {
	h := s.head(v)
	switch {
	case h < 0 || !s.gerund(v):
	case s.is(v, "acl") && s.writtenTo(v, h):
		return h
	case s.is(v, "advcl") && s.speaksTo(h):
		for _, k := range s.children(h, "obl") {
			if k < v && s.preposition(k) == "to" && !s.timeWord(k) {
				return k
			}
		}
	}
	return -1
}
