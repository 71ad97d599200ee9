package attribute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/attribute/speech"
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
	slices.SortStableFunc(out, func(a, b mention) int { return a.Span.Compare(b.Span) })
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
func (v *voices) resolve(d speech.Draft) stemma.Source {
	if d.Source.Empty() {
		return stemma.Source{}
	}
	source := stemma.Source{Span: d.Source, Name: v.r.Words(d.Source), Kind: stemma.SourceUnnamed}
	s := v.Sentences[d.Sentence]
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
	v.kinsman(s, d, &source)
	if owner, ok := v.ownerOf(d); ok && source.Kind == stemma.SourceUnnamed {
		source.Name, source.Because = possessive(owner.actor.Name)+" "+v.r.Words(stemma.Span{Start: owner.End + 1, End: d.Source.End}), []stemma.Span{owner.Span}
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

// kinsman calls a source that is told of by "whose" after the one before it, whom the
// words do not let speak.
//
//	"Karim Dost, whose father said soldiers took him, is missing" → Karim Dost’s father
func (v *voices) kinsman(s *speech.Sentence, d speech.Draft, source *stemma.Source) {
	owner, rest := s.Whose(d)
	if owner.Source.Empty() {
		return
	}
	name, m := v.r.Words(owner.Source), mention{}
	if found, ok := v.whoever(s, owner); ok && found.actor.Name != "" {
		name, m = found.actor.Name, found
	}
	if source.Kind == stemma.SourceNamed && (m.actor == nil || source.Actor != m.actor.ID) {
		return
	}
	source.Name, source.Because = possessive(name)+" "+v.r.Words(rest), []stemma.Span{owner.Source}
	source.Actor, source.Kind, source.Relation = "", stemma.SourceUnnamed, ""
}

// ownerOf is the possessive pronoun that a source begins with, where the page
// tells whose it is. In what another says it may be that one's.
//
//	"Karl Holm fled. His spokesman said …" → “His” is Karl Holm, so the source is Karl Holm’s spokesman
//	"A clerk said his captain had sworn …" → nobody's
func (v *voices) ownerOf(d speech.Draft) (mention, bool) {
	found := within(v.mentions, d.Source)
	if d.Parent >= 0 || len(found) == 0 || found[0].Start != d.Source.Start || found[0].Form != stemma.FormPronoun || found[0].End >= d.Source.End || found[0].actor.Name == "" {
		return mention{}, false
	}
	return found[0], true
}

// whoever is the mention that names the source: the one that holds its head, a
// person's before a body's; else one in apposition to it.
func (v *voices) whoever(s *speech.Sentence, d speech.Draft) (mention, bool) {
	found := within(v.mentions, d.Source)
	head := s.Tokens[d.Head].Span
	if !d.Source.Overlaps(head) {
		head = d.Source
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
func (v *voices) rank(s *speech.Sentence, d speech.Draft, head stemma.Span, m mention) int {
	person := m.actor.Kind == stemma.KindPerson
	switch {
	case m.Overlaps(head) && person, person && m.Form == stemma.FormName && s.Titled(d.Source, m.Span):
		return 5
	case m.Overlaps(head) && m.Len() == d.Source.Len():
		return 4
	case person && m.Form == stemma.FormName && s.NamedBeside(d.Head, m.Span):
		return 3
	case m.Overlaps(head):
		return 2
	case m.Form == stemma.FormName && !person && s.NamedBeside(d.Head, m.Span): // "the monitoring group Saltwatch"
		return 1
	}
	return 0
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
func (v *voices) describe(s *speech.Sentence, d speech.Draft, source *stemma.Source) {
	head := d.Head
	noun, known := s.SourceNoun(head)
	if known && (source.Relation == "" || source.Kind == stemma.SourceUnnamed && noun.Kind == lexicon.NounPerson) {
		source.Relation = v.standing(s, d, noun.Relation)
	}
	switch {
	case source.Kind == stemma.SourceNamed:
		return
	case known && noun.Kind == lexicon.NounDocument:
		source.Kind = stemma.SourceDocument
		return
	case s.Name(d):
		source.Kind = stemma.SourceNamed
		return
	case known && noun.Kind != lexicon.NounPerson && source.Actor != "" && s.TheOne(head):
		source.Kind = stemma.SourceNamed
		return
	}
	source.Description = s.Describe(d.Source, head)
}

// standing is what an unnamed source has to do with the event: what its noun tells; where
// that tells no more than an office or nothing, what the body is of which it is.
//
//	"a baker" → witness; "an official of the Salt Guard", "a military source" → party
func (v *voices) standing(s *speech.Sentence, d speech.Draft, own stemma.SourceRelation) stemma.SourceRelation {
	if own != "" && own != stemma.RelationOfficial {
		return own
	}
	phrase := s.NounPhrase(d)
	if relation := s.BodyIn(d, phrase); relation != "" {
		return relation
	}
	for _, m := range within(v.mentions, phrase) {
		if r := relationOf(m.actor); r != "" && m.actor.Kind != stemma.KindPerson && !m.Overlaps(s.Tokens[d.Head].Span) {
			return r
		}
	}
	return own
}
