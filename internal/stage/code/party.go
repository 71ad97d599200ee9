package code

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// slots are the nouns in the first of the places that is filled. Places are
// subject, object, iobj, whose (the owner of the object or of the noun itself),
// that (who shall do what is demanded), and prepositions.
func (s *sentence) slots(f frame, places []string) []int {
	for _, place := range places {
		if nouns := s.slot(f, place); len(nouns) > 0 {
			return nouns
		}
	}
	return nil
}

// slot are the nouns at one of the places that a rule names: subject, object, a preposition.
func (s *sentence) slot(f frame, place string) []int {
	var nouns []int
	switch place {
	case "subject":
		nouns = single(f.subject)
	case "object":
		nouns = single(f.object)
	case "iobj":
		nouns = single(f.second)
	case "whose":
		nouns = s.owners(f)
	case "that":
		if nouns = single(s.addressee(f.verb)); !s.anyParty(nouns) && !slices.ContainsFunc(nouns, s.speaks) {
			nouns = nil
		}
	default:
		nouns = s.behind(f, place)
	}
	return slices.DeleteFunc(nouns, func(i int) bool { return !s.canBe(i) })
}

// behind are the nouns behind a preposition. After "on" and "at" only what can
// be a party: "on the phone", "at dawn" name none.
func (s *sentence) behind(f frame, preposition string) []int {
	var nouns []int
	for _, p := range f.phrases {
		if p.preposition != preposition || !s.mayName(f, p) {
			continue
		}
		nouns = append(nouns, p.noun)
		if preposition != "between" {
			break
		}
		if other := s.otherSide(p.noun); other >= 0 {
			nouns = append(nouns, other)
		}
	}
	return nouns
}

// mayName reports whether a phrase may name a party of a verb or a noun of acts.
//
//	"shelled by the rebels" → yes;  "by Friday", "by boat", "an ambush on the highway", "on the phone" → no
func (s *sentence) mayName(f frame, p phrase) bool {
	switch {
	case s.timeWord(p.noun):
		return false
	case p.preposition == "by" && s.conveyance(p.noun):
		return false
	case p.preposition == "on" && (s.page.book.In(s.lemma[p.noun], "road") || s.aired(p.noun)):
		return false
	case !loose[p.preposition], s.anyParty([]int{p.noun}), s.tag(p.noun, "PROPN") && s.verbal(f.verb):
		return true
	}
	return p.preposition == "on" && s.aimedAt(f.verb, p.noun)
}

// aired reports whether a noun is where somebody says a thing, and nothing that is hit.
//
//	"claimed the attack on its Telegram channel" → yes; "an attack on a television channel" → no
func (s *sentence) aired(n int) bool {
	return pulpits[s.lemma[n]] && slices.ContainsFunc(s.children(n, "nmod:poss"), func(k int) bool { return s.tag(k, "PRON") })
}

// pulpits are the nouns for where somebody's words are published.
var pulpits = lists.Set("pulpits")

// aimedAt reports whether what stands behind "on" is what a noun of force goes
// against, whatever it be: "an attack on the granary", "strikes on reserves", but not "a
// raid on suspicion".
func (s *sentence) aimedAt(n, target int) bool {
	return s.tag(n, "NOUN") && s.page.book.In(s.lemma[n], "attack") && (s.child(target, "det", "nummod", "nmod:poss", "compound") >= 0 || s.form[target] != s.lemma[target])
}

// conveyance reports whether a noun behind "by" is how something was done and
// nobody who did it: "by boat", "by electronic means".
func (s *sentence) conveyance(n int) bool {
	if s.page.book.In(s.lemma[n], "manner") {
		return true
	}
	return s.page.book.Fits(s.lemma[n], []string{"@vehicle", "@ship", "air", "land", "sea", "road", "force", "hand", "law", "letter"}) && len(s.children(n, "det", "nummod", "amod", "compound", "nmod:poss")) == 0 && s.form[n] == s.lemma[n]
}

// otherSide is the noun behind the "and" of "between A and B" where the tree has
// not joined it to the first; -1 if it has.
func (s *sentence) otherSide(noun int) int {
	if len(s.coordinated(noun)) > 1 || s.form[noun] == "sides" {
		return -1
	}
	and := noun + 1
	for and < len(s.Tokens) && and < noun+8 && s.form[and] != "and" {
		and++
	}
	for k := and + 1; k < len(s.Tokens) && k <= and+6; k++ {
		if s.tag(k, "NOUN", "PROPN") && !s.is(k, "compound") {
			return k
		}
	}
	return -1
}

// loose are the prepositions that mostly tell of something else than a party.
var loose = lists.Set("loose")

// canBe reports whether a token can be a party at all.
func (s *sentence) canBe(i int) bool {
	switch {
	case i < 0 || !s.nominal(i) && !s.tag(i, "ADJ", "DET"), s.timeWord(i):
		return false
	case s.tag(i, "ADJ", "DET") && s.counted(i) != i: // "much of the valley"
		return s.canBe(s.counted(i))
	case s.tag(i, "ADJ", "DET"):
		return s.page.mentionAt(s.Tokens[i].Span) != nil || s.page.book.In(s.lemma[i], "people") || s.adjective(i) || s.form[i] == "both" || s.form[i] == "each"
	}
	switch s.form[i] {
	case "nobody", "nothing", "none":
		return false
	case "one":
		return (i == 0 || s.form[i-1] != "no") && !s.nextOf(i)
	}
	return !unnamed[s.form[i]] || s.page.mentionAt(s.Tokens[i].Span) != nil
}

var unnamed = lists.Set("unnamed")

// abstract reports whether a noun is no body that could do or suffer anything: "the lack
// of medicine".
func (s *sentence) abstract(n int) bool {
	return s.tag(n, "NOUN") && s.page.book.In(s.lemma[n], "abstract") && s.page.mentionAt(s.Tokens[n].Span) == nil
}

// nextOf reports whether "one" stands for a further thing of a row, which is no party: "a
// second one struck the crowd".
func (s *sentence) nextOf(one int) bool {
	return s.tag(one, "NOUN") && slices.ContainsFunc(s.children(one, "amod", "det"), func(k int) bool {
		return lexicon.Ordinal(s.form[k]) > 0 || s.form[k] == "another"
	})
}

// addressee is who shall do what a verb demands: "demanded that Halvorn
// withdraw" Halvorn.
func (s *sentence) addressee(v int) int {
	if c := s.child(v, "ccomp"); c >= 0 {
		if subject := s.child(c, "nsubj"); subject >= 0 {
			return subject
		}
		return s.child(c, "nsubj:pass")
	}
	return -1
}

// placeName reports whether a token names a place as a scene.
func (s *sentence) placeName(k int) bool {
	for _, i := range s.page.toponymsAt(s.Tokens[k].Span) {
		if t := s.page.Places[i]; !t.Adjective && !t.Inside {
			return true
		}
	}
	return false
}

// roles names the parties that stand at nouns, with what is joined to them by
// "and", each party once.
func (s *sentence) roles(nouns []int) []stemma.Role {
	var out []stemma.Role
	for _, n := range nouns {
		for _, k := range s.coordinated(n) {
			if !s.canBe(k) || k < s.dateline {
				continue
			}
			for _, role := range s.role(k) {
				if !slices.ContainsFunc(out, func(r stemma.Role) bool { return same(r, role) }) {
					out = append(out, role)
				}
			}
		}
	}
	return out
}

// same reports whether two roles are of one party.
func same(a, b stemma.Role) bool { return a.Span == b.Span || a.Actor != "" && a.Actor == b.Actor }

// role is the party at a noun; "the Halvorn-backed Column" is two: the Column
// leads, Halvorn is its ally.
func (s *sentence) role(n int) []stemma.Role {
	if of := s.alike(n); of >= 0 {
		role, words := s.lead(of), s.np(n)
		role.Name, role.Span = s.page.Words(words)+" "+s.form[of], words
		return []stemma.Role{role}
	}
	lead := s.lead(n)
	if by := s.writer(n); by >= 0 && lead.Actor == "" {
		lead = s.lead(by)
	}
	out := []stemma.Role{lead}
	for _, k := range append(s.nations(s.counted(n)), s.senders(n)...) {
		if nation := s.nation(k); (nation.Actor == "" || nation.Actor != lead.Actor) && !strings.Contains(lead.Name, nation.Name) {
			out = append(out, nation)
		}
	}
	out = append(out, s.members(n)...)
	for _, k := range s.backers(n) {
		ally := stemma.Role{Name: s.page.Words(s.Tokens[k].Span), Span: s.Tokens[k].Span, Part: "ally"}
		if m := s.page.mentionAt(s.Tokens[k].Span); m != nil {
			ally.Actor, ally.Name, ally.Span = m.actor.ID, m.actor.Name, m.Span
		}
		out = append(out, ally)
	}
	return out
}

// lead is whom a noun itself names.
func (s *sentence) lead(n int) stemma.Role {
	words := s.np(n)
	if k := s.goneOnWith(n); k >= 0 {
		role := s.lead(k)
		role.Span = words
		return role
	}
	if who := s.toldWho(n); who >= 0 && s.page.mentionAt(s.Tokens[n].Span) == nil {
		words = s.clause(who)
		words.Start = s.Tokens[n].Start
		return stemma.Role{Name: s.page.Words(words), Span: words, Part: "lead"}
	}
	lead := stemma.Role{Name: stemma.Paired(s.page.Words(s.np(s.counted(n)))), Span: words, Part: "lead"}
	if id, name := s.speaker(s.ours(n)); name != "" && s.ours(n) != n {
		lead.Actor, lead.Name = id, name
	} else if k, actor := s.byname(n), s.actorAt(n, words); k >= 0 && (actor == nil || actor.Kind == stemma.KindUnnamedGroup) {
		lead.Name = s.page.Words(s.np(k))
	} else if actor != nil {
		lead.Actor, lead.Name = actor.ID, actor.Name
	} else if name != "" {
		lead.Actor, lead.Name = id, name
	} else if of := s.whose(max(0, s.child(n, "nmod:poss"))); s.child(n, "nmod:poss") >= 0 && of != s.child(n, "nmod:poss") {
		lead.Name = stemma.Paired(s.page.Words(s.np(of))) + "'s " + s.form[n]
	}
	return lead
}

// goneOnWith is the thing that an "it" goes on with, the subject of the clause on which its
// own hangs; -1 if there is none.
//
//	"The convoy was leaving Dorvat when it was hit, the sources said." → the convoy, not the sources
func (s *sentence) goneOnWith(n int) int {
	v := s.head(n)
	if s.form[n] != "it" || !s.is(n, "nsubj", "nsubj:pass") || v < 0 || !s.is(v, "advcl") || s.page.mentionAt(s.Tokens[n].Span) != nil {
		return -1
	}
	k := s.child(max(0, s.head(v)), "nsubj", "nsubj:pass")
	if k < 0 || k > n || !s.tag(k, "NOUN") || s.form[k] != s.lemma[k] || !s.anyParty([]int{k}) {
		return -1
	}
	return k
}

// byname is the name by which a noun or the body of its members is called behind it: "six
// members of the force known as the Column" the Column; -1 if there is none.
func (s *sentence) byname(n int) int {
	for _, of := range append([]int{n}, s.children(n, "nmod")...) {
		if of != n && !s.sentBy(n, of) {
			continue
		}
		for _, v := range s.children(of, "acl") {
			for _, k := range s.children(v, "obl", "xcomp", "obj") {
				if standing[s.form[v]] && s.preposition(k) == "as" && s.tag(k, "PROPN") {
					return k
				}
			}
		}
	}
	return -1
}

// ours is the "our" before those who fight for whoever speaks, and before what they fight
// with, "our fighters did not enter the port"; other nouns are themselves.
func (s *sentence) ours(n int) int {
	if p := s.child(n, "nmod:poss"); p >= 0 && persons[s.form[p]] && s.page.book.Fits(s.lemma[n], []string{"@armed", "@weapon", "@aircraft", "people", "man", "boy", "woman"}) {
		return p
	}
	return n
}

// alike is the noun that a bare number leaves out because the number before it has
// it: "12 guards were killed and more than 20 captured" guards; -1 if none does.
func (s *sentence) alike(n int) int {
	if !s.tag(n, "NUM") || s.counted(n) != n || s.page.mentionAt(s.Tokens[n].Span) != nil || len(s.page.toponymsAt(s.Tokens[n].Span)) > 0 {
		return -1
	}
	for k := n - 1; k >= 0; k-- {
		if s.tag(k, "NOUN") && s.child(k, "nummod") >= 0 && s.fits(k, []string{"@people", "@armed"}) && s.form[k] != s.lemma[k] {
			return k
		}
	}
	return -1
}

// members are those of whom a body is told to be made: "an alliance including the
// Column and the Front".
func (s *sentence) members(n int) []stemma.Role {
	phrases := s.children(n, "nmod")
	for _, k := range slices.Clone(phrases) {
		phrases = append(phrases, s.children(k, "nmod")...)
	}
	var out []stemma.Role
	for _, k := range phrases {
		if s.preposition(k) != "include" || !s.anyParty([]int{k}) {
			continue
		}
		for _, role := range s.roles([]int{k}) {
			role.Part = "member"
			out = append(out, role)
		}
	}
	return out
}

// np are the words of a noun's phrase: what stands before it and what "of"
// hangs on it, no clause and nothing joined to it.
func (s *sentence) np(n int) stemma.Span {
	from, to := n, n
	s.widen(n, &from, &to, 0)
	return s.span(from, to)
}

// widen widens a range of tokens to the words of the name or phrase that a noun heads.
func (s *sentence) widen(n int, from, to *int, depth int) {
	if depth > deepest {
		return
	}
	*from, *to = min(*from, n), max(*to, n)
	for _, k := range s.kids[n] {
		if s.partOfName(n, k, depth) {
			s.widen(k, from, to, depth+1)
		}
	}
}

// partOfName reports whether token k, which hangs on the noun n, is of the words that name
// whoever the noun is: "six members of the Column, which …" without "which …".
func (s *sentence) partOfName(n, k, depth int) bool {
	switch {
	case s.is(k, "det", "amod", "compound", "flat", "nummod", "nmod:poss", "nmod:desc", "goeswith", "fixed"):
		return true
	case s.is(k, "case"):
		return depth > 0 // "of" of an inner phrase, not the phrase's own preposition
	case s.is(k, "obl", "advmod"):
		return k < n || standing[s.form[n]] // "Halvorn-backed", "almost 40", "known as the Column"
	case s.is(k, "nmod"):
		return k > n && s.preposition(k) == "of" && !s.timeWord(k) && !s.charged(n, k)
	case s.is(k, "appos"):
		return k > n && s.tag(k, "PROPN") && !s.comma(n, k) // "the newspaper Open Ledger"
	case s.is(k, "acl"):
		return k == n+1 && standing[s.form[k]] && s.child(k, "obl", "obl:agent", "xcomp") >= 0 && !s.calling(k)
	case s.is(k, "punct"):
		return k > 0 && k < n && (s.form[k] == "-" || s.form[k] == "–") && s.Tokens[k].Start == s.Tokens[k-1].End // not the dash of a dateline
	}
	return false
}

// calling reports whether "called" is a verb of its own: "The union called for talks".
func (s *sentence) calling(k int) bool {
	return s.form[k] == "called" && slices.ContainsFunc(s.children(k, "obl", "xcomp"), func(c int) bool { return s.preposition(c) == "for" || s.preposition(c) == "on" })
}

// charged reports whether "of" says with what somebody is charged, not who it is:
// "accused the army of looting".
func (s *sentence) charged(n, deed int) bool {
	h := s.head(n)
	return h >= 0 && s.is(n, "obj", "nsubj:pass") && charging[s.lemma[h]] && !s.anyParty([]int{deed})
}

var charging = lists.Set("charging")

// standing are the participles that say which party is meant: "an alliance known
// as the Column", "cells linked to the Column".
var standing = lists.Set("standing")

// comma reports whether a mark stands between two tokens.
func (s *sentence) comma(from, to int) bool {
	return slices.ContainsFunc(s.Tokens[from+1:to], func(t stemma.Token) bool { return t.Tag == "PUNCT" })
}

// bare reports whether a noun is a weapon or an act and no party: "Shells" and
// "the raid" do nothing by themselves.
func (s *sentence) bare(n int) bool {
	if s.page.mentionAt(s.Tokens[n].Span) != nil {
		return false
	}
	word := s.lemma[n]
	if s.page.book.Fits(word, []string{"@aircraft", "@vehicle"}) {
		return false // "A drone hit the depot", as a jet would
	}
	if _, act := s.noun(n); act && !s.page.book.In(word, "armed") || s.page.book.Fits(word, []string{"@missile", "@gas", "@disease"}) {
		return true
	}
	return s.page.book.In(word, "weapon") && word != "battery"
}

// speaker is who "we", "our" or "I" is: whoever says the sentence. A spokesman
// says "we" of the body for which he speaks. Of "it" and "they" that stand for
// nobody it is who is told to have said it: "The army says it shelled the port".
func (s *sentence) speaker(n int) (id, name string) {
	plural, first := persons[s.form[n]]
	if !first && !s.tag(n, "PRON") {
		return "", ""
	}
	claim := s.page.claim(s.index, s.Tokens[n].Span)
	if claim == nil || claim.Source.Kind == stemma.SourceDocument && !first || first && s.reported(claim, n) || !first && (claim.Direct || !s.is(n, "nsubj")) {
		return "", ""
	}
	actor := s.page.Actor(claim.Source.Actor)
	switch {
	case actor == nil:
		return "", claim.Source.Name
	case plural && actor.SpeaksFor != "":
		return "", actor.SpeaksFor
	case plural && actor.MemberOf != "":
		return "", actor.MemberOf
	}
	return actor.ID, actor.Name
}

// reported reports whether a word stands in reported speech, in which "we" is the
// writer: "Others accuse us", but not "Guards beat us, clerks say".
func (s *sentence) reported(claim *stemma.Claim, n int) bool {
	return !claim.Direct && claim.Cue.Start < s.Tokens[n].Start
}

// toldOf reports whether a noun is only what is told with "be", and no known party:
// "the figure is closer to 70".
func (s *sentence) toldOf(subject, predicate int) bool {
	return s.tag(subject, "NOUN") && s.page.mentionAt(s.Tokens[subject].Span) == nil && s.child(predicate, "cop") >= 0
}

// persons are the words by which one speaks of oneself; true for many.
var persons = map[string]bool{"we": true, "us": true, "our": true, "ours": true, "i": false, "me": false, "my": false}
