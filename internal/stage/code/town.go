package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// towns names the towns and villages that were hit and are not called by name where
// they stand: "the town" is the one at which the page has set its scene, and so is "a
// rebel-held town" in its first words.
//
//	"Shells hit a village on Friday, killing two. The raid on Dorvat …" → Dorvat
func (p *page) towns() {
	for i := range p.Events {
		e := &p.Events[i]
		scene := p.sceneTown(e)
		for k := range e.Recipients {
			r := &e.Recipients[k]
			if town := p.townFor(r.Span, scene); town != nil && r.Actor == "" {
				r.Name = town.Place.Name
			}
		}
	}
}

// townFor is the town for which words without a name stand, by the room of places or by
// the scene; nil if they stand for none.
func (p *page) townFor(words stemma.Span, scene *stemma.Toponym) *stemma.Toponym {
	for _, k := range p.toponymsIn(words) {
		if t := &p.Places[k]; t.Known() && p.Words(t.Span) == lexicon.Lower(p.Words(t.Span)) {
			return t
		}
	}
	if scene != nil && p.meansTown(words, scene) {
		return scene
	}
	return nil
}

// meansTown reports whether words without a name are of a town: one named elsewhere, or
// before them in their sentence.
func (p *page) meansTown(words stemma.Span, town *stemma.Toponym) bool {
	same := p.Syntax.SentenceAt(town.Span.Start) == p.Syntax.SentenceAt(words.Start)
	return p.unnamedTown(words) && (!same || town.Span.End <= words.Start)
}

// sceneTown is the town of an event's scene; nil if it has none.
func (p *page) sceneTown(e *stemma.Event) *stemma.Toponym {
	if len(e.Places) == 0 || e.Places[0].Role == "from" || e.Places[0].Role == "near" {
		return nil
	}
	t := p.places[e.Places[0].Place]
	if t == nil {
		return nil
	}
	switch t.Place.Precision {
	case stemma.PrecisionTown, stemma.PrecisionVillage:
		return t
	}
	return nil
}

// unnamedTown reports whether words are of a town without its name: "the town", or "a
// town" where the page begins.
func (p *page) unnamedTown(words stemma.Span) bool {
	i := p.Syntax.SentenceAt(words.Start)
	if i < 0 || len(p.toponymsIn(words)) > 0 {
		return false
	}
	tokens := slices.DeleteFunc(slices.Clone(p.Syntax.Sentences[i].Tokens), func(t stemma.Token) bool { return !words.Contains(t.Span) })
	first := slices.IndexFunc(p.Events, func(e stemma.Event) bool { return p.RegionAt(e.Trigger.Start).Kind != stemma.RegionTitle })
	opening := first >= 0 && i <= p.Syntax.SentenceAt(p.Events[first].Trigger.Start)
	definite := slices.ContainsFunc(tokens, func(t stemma.Token) bool { return lexicon.Lower(t.Lemma) == "the" || lexicon.Lower(t.Lemma) == "this" })
	return (definite || opening) && slices.ContainsFunc(tokens, func(t stemma.Token) bool {
		return t.Tag == "NOUN" && p.book.In(lexicon.Lower(t.Lemma), "town")
	})
}
