package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
)

// tolls are the counts of the dead and hurt that hang on no act of their sentence.
// Each is one more telling of the blow that the page has told of: by whom and how is
// for the joining to find, how many and on whose word is told here. One telling holds
// what is counted under one verb.
//
//	"Shells hit Dorvat. The ministry put the toll at 12, while the clinic spoke of nine dead." →
//	ASSAULT, 12 killed, said by the ministry; ASSAULT, nine killed, said by the clinic
//	"The crossing has a toll of 12." → nothing: the page has told of no blow
//	"Cholera: 38 deaths have been reported." → nothing: no blow kills so
func (s *sentence) tolls(told []stemma.Event) []stemma.Event {
	if !slices.ContainsFunc(s.page.Events, blow) && !slices.ContainsFunc(told, blow) || s.disastrous() {
		return nil
	}
	var out []stemma.Event
	at := map[int]int{} // the telling of each verb
	for i := range chronicle.QuantitiesIn(s.page.Reading, s.Span) {
		q := &s.page.Quantities[i]
		n := s.TokenAt(q.Span.End - 1)
		if n < 0 || !harmed[q.What] || q.Negative || q.Scope == stemma.ScopeWar || counted(told, q.ID) {
			continue
		}
		v := s.counting(n)
		k, ok := at[v]
		if !ok {
			k, at[v] = len(out), len(out)
			out = append(out, s.toll(n, v, q.What))
		}
		out[k].Quantities = append(out[k].Quantities, q.ID)
	}
	return out
}

// disastrous reports whether a sentence speaks of what kills though nobody strikes.
func (s *sentence) disastrous() bool {
	return slices.ContainsFunc(s.lemma, func(lemma string) bool { return s.page.book.In(lexicon.Lower(lemma), "disaster") })
}

// counting is the verb over a count's noun, or the noun itself.
func (s *sentence) counting(n int) int {
	for _, over := range s.above(n) {
		if s.verbal(over) {
			return over
		}
	}
	return n
}

// toll is the telling that the count of a noun under a verb makes.
func (s *sentence) toll(n, v int, what string) stemma.Event {
	a := act{trigger: n, clause: v, light: -1, into: -1, typ: "ASSAULT", name: chronicle.BareToll}
	if _, harm := lexicon.HarmOf("noun", s.lemma[n]); !harm && s.tag(n, "NOUN") && s.alive(n) && what != "bodies" {
		a.recipients = []int{n}
	}
	e := s.event(a, slices.DeleteFunc(s.scenes([]act{a})[0], func(role stemma.PlaceRole) bool { return moving[role.Role] }))
	e.Clause, e.Quantities = s.core(v, n), nil
	return e
}

// core is the text of a verb and of what it governs, with a noun of its own and
// without any other clause.
func (s *sentence) core(v, n int) stemma.Span {
	from, to := min(v, n), max(v, n)
	for _, k := range s.kids[v] {
		if s.is(k, "punct", "advcl", "parataxis", "discourse", "ccomp") || s.is(k, "conj") && s.child(k, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		s.spread(k, &from, &to, 0)
	}
	return s.span(from, to)
}

// harmed are the counts that only a blow explains where the page tells of one.
var harmed = lists.Set("harmed")

// blow reports whether an event is violence that is news on this page.
func blow(e stemma.Event) bool { return e.Type == "ASSAULT" && e.Modality != stemma.Background }

// counted reports whether one of some events that may do harm has a quantity: who
// is to be protected has not been killed.
func counted(events []stemma.Event, quantity string) bool {
	return slices.ContainsFunc(events, func(e stemma.Event) bool { return e.Type != "AID" && slices.Contains(e.Quantities, quantity) })
}
