package attribute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A mention is one of the reading's mentions with its actor.
type mention struct {
	stemma.Mention
	actor *stemma.Actor
}

// mentions are all mentions in the order of the text.
func mentions(r *stemma.Reading) []mention {
	var out []mention
	for i := range r.Actors {
		for _, m := range r.Actors[i].Mentions {
			out = append(out, mention{m, &r.Actors[i]})
		}
	}
	slices.SortStableFunc(out, func(a, b mention) int { return compare(a.Span, b.Span) })
	return out
}

// within are the mentions that lie in a span.
func within(sorted []mention, s stemma.Span) []mention {
	lo, _ := slices.BinarySearchFunc(sorted, s.Start, func(m mention, at int) int { return m.Start - at })
	var out []mention
	for ; lo < len(sorted) && sorted[lo].Start < s.End; lo++ {
		if s.Contains(sorted[lo].Span) {
			out = append(out, sorted[lo])
		}
	}
	return out
}

// resolve says who a draft's source is.
//
//	"its leader" → Hassan Nasrallah, because of "Hezbollah"
//	"two Lebanese sources" → unnamed, 2 to 2
func (v *voices) resolve(d draft) stemma.Source {
	if d.source.Empty() {
		return stemma.Source{}
	}
	source := stemma.Source{Span: d.source, Name: v.r.Words(d.source), Kind: stemma.SourceUnnamed}
	s := v.sentences[d.sentence]
	if m, ok := v.whoever(s, d); ok {
		source.Actor = m.actor.ID
		if m.actor.Name != "" {
			source.Name = m.actor.Name
		}
		source.Because = because(m)
		source.Relation = relationOf(m.actor)
		if isNamed(m.actor) {
			source.Kind = stemma.SourceNamed
		}
	}
	if owner, ok := v.ownerOf(d); ok && source.Kind == stemma.SourceUnnamed {
		source.Name, source.Because = possessive(owner.actor.Name)+" "+v.r.Words(stemma.Span{Start: owner.End + 1, End: d.source.End}), []stemma.Span{owner.Span}
	}
	v.describe(s, d, &source)
	return source
}

// possessive is a name with its mark: "Karl Holm’s", "the fishers’".
func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}

// ownerOf is the possessive pronoun that a source begins with, where the page
// tells whose it is. In what another says it may be that one's.
//
//	"Karl Holm fled. His spokesman said …" → “His” is Karl Holm, so the source is Karl Holm’s spokesman
//	"A clerk said his captain had sworn …" → nobody's
func (v *voices) ownerOf(d draft) (mention, bool) {
	found := within(v.mentions, d.source)
	if d.parent >= 0 || len(found) == 0 || found[0].Start != d.source.Start || found[0].Form != stemma.FormPronoun || found[0].End >= d.source.End || found[0].actor.Name == "" {
		return mention{}, false
	}
	return found[0], true
}

// whoever is the mention that names the source: the one that holds its head, a
// person's before a body's; else one in apposition to it.
func (v *voices) whoever(s *sentence, d draft) (mention, bool) {
	found := within(v.mentions, d.source)
	head := s.Tokens[d.head].Span
	if !d.source.Overlaps(head) {
		head = d.source
	}
	best, rank := mention{}, 0
	for _, m := range found {
		if k := v.rank(s, d, head, m); k > rank {
			best, rank = m, k
		}
	}
	return best, rank > 0
}

// rank says how well a mention names the source; 0 if it does not.
func (v *voices) rank(s *sentence, d draft, head stemma.Span, m mention) int {
	person := m.actor.Kind == stemma.KindPerson
	switch {
	case m.Overlaps(head) && person, person && m.Form == stemma.FormName && s.titled(d.source, m.Span):
		return 5
	case m.Overlaps(head) && m.Len() == d.source.Len():
		return 4
	case person && m.Form == stemma.FormName && v.apposed(s, d.head, m.Span):
		return 3
	case m.Overlaps(head):
		return 2
	case m.Form == stemma.FormName && !person && v.apposed(s, d.head, m.Span): // "the monitoring group Saltwatch"
		return 1
	}
	return 0
}

// titled reports whether a name ends a source that has nothing but the bearer's title
// before it, be a body named in that.
//
//	"Harbour Office pathologist Karl Holm" → Karl Holm
func (s *sentence) titled(source, name stemma.Span) bool {
	if name.End != source.End || name.Start <= source.Start {
		return false
	}
	for k, t := range s.Tokens {
		if t.Start >= source.Start && t.End <= name.Start && !s.tag(k, "NOUN", "PROPN", "ADJ") {
			return false
		}
	}
	return true
}

// apposed reports whether a mention stands in apposition to the head, or ends
// the phrase of which the head is a title.
func (v *voices) apposed(s *sentence, head int, m stemma.Span) bool {
	k := s.TokenAt(m.Start)
	for k >= 0 && k < len(s.Tokens) && s.Tokens[k].Start < m.End {
		if s.above(k) == head && s.is(k, "appos", "flat", "compound", "nmod:desc") {
			return true
		}
		k++
	}
	return false
}

// because are the words by which a pronoun or description was resolved: the
// actor's first name on the page before it.
func because(m mention) []stemma.Span {
	if m.Form == stemma.FormName {
		return nil
	}
	for _, other := range m.actor.Mentions {
		if other.Form == stemma.FormName {
			return []stemma.Span{other.Span}
		}
	}
	return nil
}

// isNamed reports whether an actor is somebody in particular.
func isNamed(a *stemma.Actor) bool {
	switch a.Kind {
	case stemma.KindUnnamedGroup, stemma.KindPeople:
		return false
	}
	for _, m := range a.Mentions {
		if m.Form == stemma.FormName {
			return true
		}
	}
	return a.Book != ""
}

// relationOf is what an actor has to do with what it speaks of, by its kind.
func relationOf(a *stemma.Actor) stemma.SourceRelation {
	switch a.Kind {
	case stemma.KindAgency, stemma.KindOutlet:
		return stemma.RelationMedium
	case stemma.KindNGO, stemma.KindIGO:
		return stemma.RelationMonitor
	case stemma.KindStateForce, stemma.KindArmedGroup, stemma.KindCoalition:
		return stemma.RelationParty
	case stemma.KindState, stemma.KindGovernment:
		return stemma.RelationOfficial
	case stemma.KindPerson:
		return personRelation[a.Person]
	}
	return ""
}

var personRelation = map[stemma.PersonKind]stemma.SourceRelation{
	stemma.PersonOffice:       stemma.RelationOfficial,
	stemma.PersonSpokesperson: stemma.RelationOfficial,
	stemma.PersonCommander:    stemma.RelationParty,
	stemma.PersonVictim:       stemma.RelationVictim,
	stemma.PersonWitness:      stemma.RelationWitness,
	stemma.PersonJournalist:   stemma.RelationMedium,
}

// describe adds what the words themselves tell of a source: its sort, how many
// it is, what it has to do with the event.
func (v *voices) describe(s *sentence, d draft, source *stemma.Source) {
	head := d.head
	noun, known := s.sourceNoun(head)
	if known && (source.Relation == "" || source.Kind == stemma.SourceUnnamed && noun.Kind == lexicon.NounPerson) {
		source.Relation = v.standing(s, d, noun.Relation)
	}
	switch {
	case source.Kind == stemma.SourceNamed:
		return
	case known && noun.Kind == lexicon.NounDocument:
		source.Kind = stemma.SourceDocument
		return
	case s.tag(head, "PROPN") || v.properName(s, d):
		source.Kind = stemma.SourceNamed
		return
	case known && noun.Kind != lexicon.NounPerson && source.Actor != "" && s.word(s.left[head], "the"):
		source.Kind = stemma.SourceNamed
		return
	}
	source.Description = s.describe(d.source, head)
}

// standing is what an unnamed source has to do with the event: what its noun tells; where
// that tells no more than an office or nothing, what the body is of which it is.
//
//	"a baker" → witness; "an official of the Salt Guard", "a military source" → party
func (v *voices) standing(s *sentence, d draft, own stemma.SourceRelation) stemma.SourceRelation {
	if own != "" && own != stemma.RelationOfficial {
		return own
	}
	phrase := d.source
	for k := s.left[d.head]; k <= s.right[d.head]; k++ {
		if k > d.head && s.tag(k, "VERB") { // "an officer | quoted by the radio"
			phrase.End = min(phrase.End, s.Tokens[k].Start)
			break
		}
		noun, _ := s.sourceNoun(k)
		if s.upper(k) { // "an analyst at Crisis Group", but "a source in the General Staff"
			noun, _ = lexicon.SourceNounOf(s.low[max(k-1, 0)] + " " + s.low[k])
		}
		if k != d.head && noun.Kind == lexicon.NounBody && noun.Relation != "" && phrase.Contains(s.Tokens[k].Span) {
			return noun.Relation
		}
	}
	for _, m := range within(v.mentions, phrase) {
		if r := relationOf(m.actor); r != "" && m.actor.Kind != stemma.KindPerson && !m.Overlaps(s.Tokens[d.head].Span) {
			return r
		}
	}
	return own
}

// sourceNoun is what the noun of a source is, by two words where the table has them.
//
//	"the group said" → a party; "the monitoring group said" → a monitor
func (s *sentence) sourceNoun(head int) (lexicon.SourceNoun, bool) {
	lemma := strings.ToLower(s.Tokens[head].Lemma)
	if head > 0 {
		if noun, ok := lexicon.SourceNounOf(s.low[head-1] + " " + lemma); ok {
			return noun, true
		}
	}
	return lexicon.SourceNounOf(lemma)
}

// properName reports whether a name stands in apposition in the source.
func (v *voices) properName(s *sentence, d draft) bool {
	for _, k := range s.kids[d.head] {
		if s.is(k, "appos", "flat") && s.tag(k, "PROPN") && d.source.Contains(s.Tokens[k].Span) {
			return true
		}
	}
	return false
}

// describe is how many an unnamed source is, by its words, and the words by which
// the page describes it.
//
//	"two Lebanese sources" → 2 to 2, "two", "Lebanese"; "a diplomat" → 1 to 1; "several officials" → 3, open; "officials" → not said
func (s *sentence) describe(source stemma.Span, head int) stemma.Description {
	var d stemma.Description
	for k := range s.Tokens {
		t := s.Tokens[k]
		if !source.Contains(t.Span) || k > head {
			continue
		}
		if low, high := s.count(k); low > 0 && d.Low == 0 {
			d.Low, d.High = low, high
			d.Words = append(d.Words, t.Span)
		} else if k < head && t.Head == head && s.is(k, "amod", "compound") {
			d.Words = append(d.Words, t.Span)
		}
	}
	return d
}

// count is how many a word before a noun says there are; 0 if it does not say,
// high 0 if it sets no upper bound.
func (s *sentence) count(k int) (low, high int) {
	if s.word(k, "a", "an", "another") {
		return 1, 1
	}
	n, ok := number(s.low[k])
	switch {
	case !ok:
		return 0, 0
	case n.Open:
		return int(n.Value), 0
	}
	return int(n.Value), int(n.Value)
}

func number(word string) (lexicon.Numeral, bool) {
	if value, ok := lexicon.Figure(word); ok {
		return lexicon.Numeral{Value: value, Words: 1}, true
	}
	n := lexicon.Cardinal([]string{word})
	return n, n.Words > 0
}
