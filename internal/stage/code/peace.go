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

// bePeaceful drops what a page of peace says in words of two meanings: by themselves they
// are no deeds of anybody. What is dropped is listed as unread if it looks like an event.
//
//	a page on shares: "The bank hit a low and lost two billion." → nothing
//	a page on a fever: "Nine people died in the Ostrel hospital." → nothing
//	a page on a siege: "Shells fell at dawn. The town lost its mill." → the mill was lost
func (p *page) bePeaceful() {
	if !p.peaceful() {
		return
	}
	before := p.sentencesOf(p.Events)
	p.Events = slices.DeleteFunc(p.Events, p.unforced)
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
