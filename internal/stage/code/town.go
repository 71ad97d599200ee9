package code

import (
	"slices"

	"stemma"
)

// towns names the towns and villages that were hit and are not called by name where
// they stand: "the town" is the one at which the page has set its scene, and so is "a
// rebel-held town" in its first words.
//
//	"Shells hit a village on Friday, killing two. The raid on Dorvat …" → Dorvat
func (p *page) towns() {
	for i := range p.Events {
		e := &p.Events[i]
		name := p.sceneTown(e)
		for k := range e.Recipients {
			if r := &e.Recipients[k]; name != "" && r.Actor == "" && p.unnamedTown(r.Span) {
				r.Name = name
			}
		}
	}
}

// sceneTown is the town of an event's scene, which the event has from elsewhere on
// the page; "" if there is none.
func (p *page) sceneTown(e *stemma.Event) string {
	if len(e.Places) == 0 || e.Places[0].Role == "from" || e.Places[0].Role == "near" {
		return ""
	}
	t := p.places[e.Places[0].Place]
	if t == nil || p.Syntax.SentenceAt(t.Span.Start) == p.Syntax.SentenceAt(e.Trigger.Start) {
		return ""
	}
	switch t.Place.Precision {
	case stemma.PrecisionTown, stemma.PrecisionVillage:
		return t.Place.Name
	}
	return ""
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
	definite := slices.ContainsFunc(tokens, func(t stemma.Token) bool { return lower(t.Lemma) == "the" || lower(t.Lemma) == "this" })
	return (definite || opening) && slices.ContainsFunc(tokens, func(t stemma.Token) bool {
		return t.Tag == "NOUN" && townWords[lower(t.Lemma)]
	})
}

var townWords = map[string]bool{"town": true, "village": true, "city": true}
