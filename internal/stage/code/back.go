package code

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/code/chronicle"
)

// A deed is the noun of force that an event is told by, and whether it only
// points back to what was told before.
type deed struct {
	noun      string // lemma
	back      bool
	unclaimed bool // nobody calls it his own
	takesUp   bool // its object is words that were told before
}

// deedOf is the noun by which an act is told: its trigger, or what did the harm.
//
//	"The strikes also hit the mill." → strike, pointing back
//	"Two strikes hit the mill." → strike
func (s *sentence) deedOf(a act) deed {
	n := s.deedNoun(a)
	if n < 0 {
		return deed{takesUp: s.takesUp(a)}
	}
	return deed{s.lemma[n], s.backward(n) || s.pointing(n) || s.again(n), s.unclaimed(a), s.takesUp(a)}
}

// again reports whether a noun with "the" adds no more than where: "The bombardment of
// Ostrel killed two" after the army has been told to shell a town.
func (s *sentence) again(n int) bool {
	d := s.child(n, "det")
	return d >= 0 && s.form[d] == "the" && s.child(n, "acl") < 0 && !slices.ContainsFunc(s.children(n, "nmod", "amod", "compound", "nummod"), func(k int) bool {
		return !s.is(k, "nmod") || !s.placeName(k)
	})
}

// pointing reports whether a word before a noun always means what was told: "no such
// request reached them".
func (s *sentence) pointing(n int) bool {
	return slices.ContainsFunc(s.children(n, "det", "amod"), func(k int) bool {
		switch s.form[k] {
		case "that", "those", "this", "these", "such":
			return true
		}
		return false
	})
}

// deedNoun is the noun by which an act is told, its own or the subject of its verb; -1 if there
// is none.
//
//	"the strike came at dawn" → strike
func (s *sentence) deedNoun(a act) int {
	n := a.trigger
	if s.tag(a.clause, "VERB") && a.light < 0 {
		n = s.counted(s.frame(a.clause).subject)
	}
	if _, ok := s.noun(n); !ok {
		return -1
	}
	return n
}

// pointBack gives an event that only points back the actors of the last event
// that was told by the same noun: "Halvornian jets carried out strikes on the
// port. The strikes also hit a mill." has the jets in both. Words point back to
// words of their type: "The army asked the drivers to wait. That request never
// reached them."
func (p *page) pointBack() {
	for i := range p.Events {
		e := &p.Events[i]
		d := p.deeds[e.ID]
		if !d.back || len(e.Actors) > 0 {
			continue
		}
		if last := p.lastBy(i, d.noun); last != nil {
			e.Actors = slices.Clone(last.Actors)
			if words[e.Type] && len(e.Recipients) == 0 {
				e.Recipients = slices.Clone(last.Recipients)
			}
		}
	}
}

// lastBy is the last event with actors before one that was told by a noun, or by any
// words of its type; nil if there is none. "The attack" may mean whatever force was
// told of just before, "the bombardment" whatever shelling, but no fight of two sides,
// and where a blow by nobody was told since, it is that blow.
//
//	"A drone killed nine, as the army and rebels fought for a road. The strike hit a ward." → nobody's
func (p *page) lastBy(before int, noun string) *stemma.Event {
	typ := p.Events[before].Type
	attack, mode := p.book.In(noun, "attack"), p.Events[before].Mode
	for k := before - 1; k >= 0; k-- {
		e := &p.Events[k]
		wide := (attack && !fights[chronicle.TriggerLemma(p.Reading, e)] || mode != "" && mode == e.Mode) && p.Events[before].Modality.Happened()
		if attack && len(e.Actors) == 0 && p.book.In(p.deeds[e.ID].noun, "attack") && e.Modality.Happened() && chronicle.SentencesOn(p.Reading, e, &p.Events[before]) <= chronicle.Near {
			return nil
		}
		same := kin(p.deeds[e.ID].noun, noun) || words[typ] || wide && chronicle.SentencesOn(p.Reading, e, &p.Events[before]) <= chronicle.Near
		if same && e.Type == typ && len(e.Actors) > 0 && e.Modality.Happened() {
			return e
		}
	}
	return nil
}

// fights are the words for what two sides do to each other, which is no blow of one.
var fights = lists.Set("fights")

// kin reports whether two nouns of acts are one, or the one a kind of the other:
// "airstrike" and "strike".
func kin(a, b string) bool {
	return a == b || a != "" && b != "" && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}
