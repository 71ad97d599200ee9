package code

import (
	"slices"
	"sort"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
)

const (
	few  = 5  // sentences: fewer tell too little for their silence on force to say anything
	rare = 12 // sentences to one that names arms: with more to one, arms are not what a page is about
)

// bePeaceful drops what a page of peace says in words of two meanings, and what any page
// says so of a mishap: by themselves they are no deeds of anybody. What is dropped is
// listed as unread if it looks like an event.
//
//	a page on shares: "The bank hit a low and lost two billion." → nothing
//	a page on a fever: "Nine people died in the Ostrel hospital." → nothing
//	a page on a siege: "Shells fell at dawn. The town lost its mill." → the mill was lost
//	any page: "Nine people died in a bus crash." → nothing
func (p *page) bePeaceful() {
	p.drop(p.befell)
	if p.peaceful() {
		p.drop(p.unforced)
	}
}

// drop takes events from the page, and lists the sentences that have none left as unread.
func (p *page) drop(nothing func(stemma.Event) bool) {
	before := p.sentencesOf(p.Events)
	p.Events = slices.DeleteFunc(p.Events, nothing)
	after := p.sentencesOf(p.Events)
	for _, i := range before {
		if _, kept := slices.BinarySearch(after, i); !kept && p.look(i).looksLikeEvent() {
			p.Unread = append(p.Unread, p.Syntax.Sentences[i].Span)
		}
	}
	sort.Slice(p.Unread, func(i, j int) bool { return p.Unread[i].Before(p.Unread[j]) })
}

// peaceful reports whether a page tells of no deed of force and hardly ever names arms.
func (p *page) peaceful() bool {
	sentences := len(p.Syntax.Sentences)
	if sentences < few || slices.ContainsFunc(p.Events, p.forcible) {
		return false
	}
	named := 0
	for i := range sentences {
		if p.armed(i) {
			named++
		}
	}
	return named*rare < sentences
}

// sentencesOf are the sentences that tell some events, in order and each once.
func (p *page) sentencesOf(events []stemma.Event) []int {
	var out []int
	for _, e := range events {
		out = append(out, p.firstSentence(e.Trigger))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// forcible reports whether an event can only be one of force, or of somebody held.
func (p *page) forcible(e stemma.Event) bool {
	return (e.Type == "ASSAULT" || e.Type == "COERCE" && e.Mode == "arrest") && !p.unforced(e)
}

// unforced reports whether an event is told by a number alone, or by a word that says of
// other things what it says of deeds ("died", "lost", "the release"), and its sentence
// names neither arms nor who bears them.
func (p *page) unforced(e stemma.Event) bool {
	told := e.Rule == chronicle.BareToll || scenic[e.Type] && twofold[chronicle.TriggerLemma(p.Reading, &e)]
	return told && !armedModes[e.Mode] && !p.armed(p.firstSentence(e.Trigger))
}

// befell reports whether an event is told by a word of two meanings, of nobody who did it,
// in a sentence that names a mishap and neither arms nor another deed of force.
//
//	"Nine people were killed in a bus crash." → it befell them
//	"A shell killed two patients of the cholera ward." → it did not
func (p *page) befell(e stemma.Event) bool {
	i := p.firstSentence(e.Trigger)
	tokens := p.Syntax.Sentences[i].Tokens
	if e.Rule != chronicle.BareToll && !twofold[chronicle.TriggerLemma(p.Reading, &e)] || e.Type != "ASSAULT" || armedModes[e.Mode] || !slices.ContainsFunc(tokens, mishap) {
		return false
	}
	return !slices.ContainsFunc(tokens, struck) && !slices.ContainsFunc(e.Actors, func(r stemma.Role) bool { return r.Actor != "" })
}

// mishap reports whether a word names what kills and wrecks though nobody strikes.
func mishap(t stemma.Token) bool {
	word := lexicon.Lower(t.Lemma)
	return mishaps[word] && t.Tag == "NOUN" || overturning[word]
}

// struck reports whether a word names arms, who bears them, or a blow: the police and
// those who watch the coast come to any mishap.
func struck(t stemma.Token) bool {
	word := lexicon.Lower(t.Lemma)
	return arms[word] && !wardens[word] || blows[word]
}

var (
	mishaps     = lists.Set("mishaps")
	overturning = lists.Set("overturning")
	wardens     = lists.Set("wardens")
	blows       = lists.Set("blows")
)

var (
	twofold    = lists.Set("twofold")
	armedModes = lists.Set("armed modes")
)

// armed reports whether a sentence names arms, who bears them, or where people are held.
func (p *page) armed(sentence int) bool {
	return slices.ContainsFunc(p.Syntax.Sentences[sentence].Tokens, func(t stemma.Token) bool {
		m := p.mentionAt(t.Span)
		return arms[lexicon.Lower(t.Lemma)] || m != nil && (m.actor.Kind == stemma.KindStateForce || m.actor.Kind == stemma.KindArmedGroup)
	})
}

var arms = lists.Set("arms")
