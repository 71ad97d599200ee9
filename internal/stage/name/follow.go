package name

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/lexicon"
)

// follow walks through the page in the order of its text, says whom each
// description and pronoun means, and remembers who is spoken of.
func (p *page) follow() {
	steps := slices.Clone(p.mentions)
	byMention := map[*mention]*description{}
	for _, d := range p.described {
		steps = append(steps, d.mention)
		byMention[d.mention] = d
	}
	for _, s := range p.sentences {
		steps = append(append(steps, p.pronouns(s)...), p.parts(s)...)
	}
	slices.SortStableFunc(steps, func(a, b *mention) int { return compare(a.Span, b.Span) })
	for _, m := range steps {
		switch d := byMention[m]; {
		case d != nil:
			p.settleDescription(d)
		case m.form == stemma.FormPronoun:
			p.settlePronoun(m)
		case m.who == nil:
			p.settlePart(m)
		}
		if m.who != nil && !p.credits(m) {
			p.recent = append(p.recent, m)
			if m.sentence.part(m) == "speaker" {
				p.spoke = m
			}
		}
	}
}

// credits reports whether a mention stands where a page says from whom and whence it
// comes, so that nothing behind it takes it up: "KELVA, 3 May (Meridian) – …".
func (p *page) credits(m *mention) bool {
	if m.sentence.region == stemma.RegionByline {
		return true
	}
	i := slices.IndexFunc(p.r.Regions, func(region stemma.Region) bool { return region.Contains(m.Span) })
	return i >= 0 && p.r.Regions[i].Kind == stemma.RegionDateline
}

// compare orders spans by where they begin, the longer first.
func compare(a, b stemma.Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

// pronouns are those of the third person in a sentence.
func (p *page) pronouns(s *sentence) []*mention {
	var out []*mention
	for w := range s.words {
		if persons[s.key(w)] == "" || !s.tag(w, "PRON", "DET") || s.region == stemma.RegionByline {
			continue
		}
		m := s.mention(w, w+1, byNothing)
		m.form = stemma.FormPronoun
		out = append(out, m)
	}
	return out
}

// persons says what each pronoun can stand for: m, f, they, it.
var persons = map[string]string{
	"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
	"they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they", "it": "it", "its": "it", "itself": "it",
}

// settlePronoun says whom a pronoun means, of those spoken of in the last
// sentences whom it fits. One that goes on from the same pronoun before it means
// whom that meant.
func (p *page) settlePronoun(m *mention) {
	word := persons[m.sentence.key(m.first)]
	if word == "it" && !m.sentence.agent(m) {
		return
	}
	best := p.meantBy(m, word)
	if earlier := p.again(m); earlier != nil {
		best = earlier.who
	}
	if m.sentence.subject(m.first) {
		p.subject = m
	}
	if best != nil {
		best.give(m)
	} else if m.sentence.part(m) == "speaker" {
		p.doubt(m.Span, "who "+strconv.Quote(p.r.Words(m.Span))+" is, the page does not tell plainly")
	}
}

// meantBy is whom a pronoun of the third person means, nil if nobody can be told. Who "he"
// and "she" are, learned weights tell; "they" and "it" are who is most in view, and in
// quotation marks only who stands there too, for what is quoted may have begun elsewhere.
func (p *page) meantBy(m *mention, word string) *actor {
	switch word {
	case "m", "f":
		return p.chosen(m, actors.Gender(word))
	case "it":
		if spokesman := p.spokesman(m); spokesman != nil {
			return p.standsFor(spokesman)
		}
		if body, told := p.ownWord(m); told {
			return body
		}
	}
	if sayer := p.sayer(m); sayer != nil {
		return sayer
	}
	if word == "they" && m.sentence.helpless(m) {
		if struck := p.struck(m); struck != nil {
			return struck
		}
	}
	return p.meant(m, word)
}

// again is the same pronoun as a subject earlier in a sentence, which goes on with whoever
// that one is, be it nobody known.
//
//	"They blamed us for feeding the rebels and then they started shooting." → not the rebels
func (p *page) again(m *mention) *mention {
	s, before := m.sentence, p.subject
	if before == nil || before.sentence != s || s.key(before.first) != s.key(m.first) || !s.subject(m.first) || s.key(m.first) != "they" {
		return nil
	}
	a, inside := s.quotation(before.Span)
	if b, also := s.quotation(m.Span); inside != also || a != b {
		return nil
	}
	return before
}

// sayer is whose words a clause tells of which a pronoun is the subject, by whose they are
// told to be; nil if they are nobody's.
//
//	"despite Arvonia's insistence that they hit the Salt Guard" → Arvonia
func (p *page) sayer(m *mention) *actor {
	s := m.sentence
	t := s.token[m.first]
	if t < 0 || s.Tokens[t].Relation != "nsubj" || !strings.HasPrefix(s.governor(t).Relation, "acl") {
		return nil
	}
	verb := s.Tokens[t].Head
	noun := s.Tokens[verb].Head
	if _, saying := lexicon.NominalOf(s.Tokens[noun].Lemma); !saying || noun+1 >= len(s.Tokens) || !strings.EqualFold(p.r.Words(s.Tokens[noun+1].Span), "that") {
		return nil
	}
	owner := s.Child(noun, "nmod:poss")
	for i := len(p.recent) - 1; owner >= 0 && i >= 0 && p.recent[i].sentence == s; i-- {
		if at := p.recent[i]; at.Contains(s.Tokens[owner].Span) && !at.who.person() {
			return at.who
		}
	}
	return nil
}

// meant is who is most in view of those whom "they" or "it" fits.
func (p *page) meant(m *mention, pronoun string) *actor {
	quote, inside := m.sentence.quotation(m.Span)
	hurt := m.sentence.hurt(m)
	best, _ := p.unlessStriking(m, 3, func(a *actor, at *mention) bool {
		return (!inside || quote.Contains(at.Span)) && fits(a, pronoun) && !(hurt && !mortal[a.Kind]) && !m.sentence.sameClause(m, at)
	})
	return best
}

// unlessStriking is the actor most in view of those that pass. Of whom some were hurt right
// after a blow was not who struck it, if somebody else was there.
//
//	"Raiders shot at nine porters. Two of them died." → of the porters
//	"Raiders stormed the post. Two of them died." → of the raiders
func (p *page) unlessStriking(m *mention, reach int, pass func(*actor, *mention) bool) (*actor, *mention) {
	if m.sentence.hurt(m) {
		struck := p.strikers(m)
		a, at := p.inView(m, 1, func(a *actor, at *mention) bool {
			return len(struck) > 0 && !struck[a] && mortal[a.Kind] && pass(a, at)
		})
		if a != nil {
			return a, at
		}
	}
	return p.inView(m, reach, pass)
}

// strikers are those of whom the sentence before tells that they struck.
func (p *page) strikers(m *mention) map[*actor]bool {
	out := map[*actor]bool{}
	for i := len(p.recent) - 1; i >= 0 && p.recent[i].sentence.index >= m.sentence.index-1; i-- {
		at := p.recent[i]
		s := at.sentence
		t := s.phrase(s.head(at.first, at.last))
		if s != m.sentence && t >= 0 && t < len(s.Tokens) && s.Tokens[t].Relation == "nsubj" && striking[s.governor(t).Lemma] {
			out[at.who] = true
		}
	}
	return out
}

// striking are verbs of blows.
var striking = lists.Set("striking")

// hurt reports whether a pronoun means those to whom bodily harm was done, or of whom some
// were: "murdered them", "two of them died".
func (s *sentence) hurt(m *mention) bool {
	t := s.token[m.first]
	if t < 0 {
		return false
	}
	if s.Tokens[t].Relation == "nmod" && s.governor(t).Tag == "NUM" {
		t = s.Tokens[t].Head
	}
	verb := strings.ToLower(s.governor(t).Lemma)
	_, harm := lexicon.HarmOf("verb", verb)
	switch s.Tokens[t].Relation {
	case "obj", "nsubj:pass":
		return harm
	case "nsubj":
		return verb == "die" || verb == "perish"
	}
	return false
}

// mortal are the kinds of actor that can be killed or hurt: no institutions.
var mortal = map[stemma.ActorKind]bool{
	stemma.KindPerson: true, stemma.KindPeople: true, stemma.KindUnnamedGroup: true, stemma.KindArmedGroup: true, stemma.KindStateForce: true, stemma.KindCoalition: true,
}

// spokesman is who speaks for others in the sentence of a possessive, which in such words
// is theirs and nobody else's; nil if there is none.
//
//	"The Salt Guard left. An army spokesman said that its forces had won." → the army's
func (p *page) spokesman(m *mention) *actor {
	if !possessives[m.sentence.key(m.first)] || p.spoke == nil || p.spoke.sentence != m.sentence || p.spoke.who.Person != stemma.PersonSpokesperson {
		return nil
	}
	return p.spoke.who
}

// chosen is the person whom the weights choose for "he" or "she".
func (p *page) chosen(m *mention, gender actors.Gender) *actor {
	c := p.choice(m)
	i := p.choose(c)
	if i < 0 {
		return nil
	}
	a := c.Candidates[i].who
	p.pronoun = m
	if a.gender == "" {
		a.gender = gender
	}
	return a
}

// agent reports whether "it" can stand for an actor here: it speaks or thinks,
// or is a possessive. Most others stand for things.
func (s *sentence) agent(m *mention) bool {
	t := s.of(m.first)
	if s.is(m.first, "its") {
		return true
	}
	governor := s.governor(s.token[m.first])
	return t.Relation == "nsubj" && (governor.Tag == "VERB" && (says(governor) || deliberate[governor.Lemma]) || disposed[governor.Lemma])
}

// deliberate verbs have actors for their subject.
var deliberate = lists.Set("deliberate")

// fits reports whether a pronoun may stand for an actor.
func fits(a *actor, pronoun string) bool {
	switch pronoun {
	case "m", "f":
		return a.person() && (a.gender == "" || string(a.gender) == pronoun)
	case "they":
		return a.plural
	}
	return !a.person() && a.Kind != stemma.KindPeople && (a.Kind != stemma.KindUnnamedGroup || !a.plural || a.collective())
}

// collective reports whether a group is told by a word for one body: "the rebel militia".
func (a *actor) collective() bool {
	for noun := range a.nouns {
		if anaphors[noun] != nil {
			return true
		}
	}
	return false
}

// sameClause reports whether two mentions are parts of one verb, so that they
// cannot be one: "he struck him". A possessive can be the subject's.
func (s *sentence) sameClause(pronoun, other *mention) bool {
	if other.sentence != s || possessives[s.key(pronoun.first)] {
		return false
	}
	a, b := s.token[pronoun.first], s.phrase(s.head(other.first, other.last))
	if a < 0 || b < 0 || strings.HasPrefix(s.Tokens[a].Relation, "nsubj") || s.Tokens[a].Head < 0 || s.Tokens[a].Relation == "conj" {
		return false
	}
	if s.Tokens[b].Relation == "nsubj" && s.Tokens[a].Relation == "obj" {
		return s.Tokens[b].Head == s.shared(s.Tokens[a].Head)
	}
	return s.Tokens[a].Head == s.Tokens[b].Head
}

// shared is the verb that has the subject of a verb joined to it: of "beat back the raid
// and chased them" beat for chased.
func (s *sentence) shared(verb int) int {
	for range s.Tokens { // a broken tree must not loop
		if s.Child(verb, "nsubj", "nsubj:pass") >= 0 || s.Tokens[verb].Relation != "conj" || s.Tokens[verb].Head < 0 {
			return verb
		}
		verb = s.Tokens[verb].Head
	}
	return verb
}

// settleDescription says whom a description means.
func (p *page) settleDescription(d *description) {
	switch {
	case p.apposed(d), p.predicated(d):
	case d.title:
		p.settleTitle(d)
	case d.force != nil && p.settleForce(d):
	case d.anaphor && p.settleAnaphor(d):
	case d.grouped:
		p.settleGroup(d)
	case d.anaphor && (d.indefinite() || d.proper() != "" && slices.Contains(anaphors[d.noun], stemma.KindGovernment)):
		p.newBody(d)
	}
}

// wordAt is the first word that begins at or behind an offset.
func (s *sentence) wordAt(offset int) int {
	for w := range s.words {
		if s.words[w].Start >= offset {
			return w
		}
	}
	return len(s.words)
}

// owner is whose a description is: by a possessive, a pronoun, a name before it
// or one behind "of".
func (p *page) owner(d *description) *actor {
	switch {
	case d.owner != nil:
		return d.owner.who
	case d.possess >= 0:
		return p.lastWhere(func(m *mention) bool { return m.sentence == d.sentence && m.first == d.possess })
	case d.modifier != nil:
		return d.modifier.who
	case d.after != nil:
		return d.after.who
	case d.nation != nil:
		return p.byKey[d.nation.Entry().Key]
	case d.title:
		if body := p.served(d); body != nil {
			return body
		}
	}
	if w := d.first - 1; w > 0 && d.sentence.words[w].Possessive { // "the group's leader"
		return p.lastWhere(func(m *mention) bool { return m.sentence == d.sentence && m.last == d.first })
	}
	return nil
}

// lastWhere is who the last mention of a kind means, nil if there is none.
func (p *page) lastWhere(is func(*mention) bool) *actor {
	for i := len(p.recent) - 1; i >= 0; i-- {
		if is(p.recent[i]) {
			return p.recent[i].who
		}
	}
	return nil
}

// served is the state's body whose word stands before a title: "an army spokesman"
// speaks for the army last spoken of.
func (p *page) served(d *description) *actor {
	for w, end := d.first, d.last-1; w < end; w++ {
		if force, n := p.book.Force(d.sentence.words[w:end]); n > 0 && w+n == end {
			body := &description{mention: d.sentence.mention(w, w+n, byNothing), force: force, possess: -1, head: w}
			return cmp.Or(p.lastForce(body), p.forceAtHome(body))
		}
	}
	return nil
}

// phrase is how an actor without a name is called: its words, without a capital
// that only begins a sentence, and without a figure, which is a quantity of its
// own and may differ from one account to the next.
//
//	"4,000 people", "the number of people" → "people"; "Two officials" → "two officials"
func (p *page) phrase(d *description) string {
	s, first := d.sentence, d.sentence.wordAt(d.words.Start)
	for first < d.head && d.noun != "others" && s.counts(first) {
		first++
	}
	if first >= len(s.words) {
		return stemma.Paired(p.r.Words(d.words))
	}
	words := stemma.Paired(p.r.Words(stemma.Span{Start: s.words[first].Start, End: d.words.End}))
	if s.words[first].Form != actors.Capital || words[0] >= utf8.RuneSelf {
		return words
	}
	opening := (first == 0 || s.words[first].Break) && s.tag(first, "NOUN", "NUM", "DET")
	if opening || determiners[s.key(first)] {
		return strings.ToLower(words[:1]) + words[1:]
	}
	return words
}

// counts reports whether a word is a figure, or one of "the number of".
func (s *sentence) counts(w int) bool {
	return s.words[w].Form == actors.Figure || s.is(w, "number") || s.is(w+1, "number") || s.is(w, "of") && s.is(w-1, "number")
}

// place gives an unnamed actor the country of its adjective and the body that it
// belongs to.
func (p *page) place(a *actor, d *description) {
	if d.nation != nil {
		a.Country = d.nation.Entry().Country
	}
	if owner := p.owner(d); owner != nil {
		if !owner.person() { // whose son somebody is stays on the page
			a.MemberOf = owner.Name
		}
		if a.Country == "" {
			a.Country = owner.Country
		}
	}
}
