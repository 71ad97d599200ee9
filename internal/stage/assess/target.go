package assess

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// targets are accounts of one attack of which some say that only people or
// things of war were hit, and others that only civilians were.
//
//	"Nine militants were killed" / "killing 17 people in a crowded market" → T
func (c collection) targets() []stemma.Disagreement {
	if c.incident.Type != "ASSAULT" {
		return nil
	}
	var hit []saying
	kinds := map[int]map[string]bool{}
	for i, t := range c.tellings() {
		if t.Event.Modality == stemma.Background || t.Event.Modality == stemma.Denied || t.Title {
			continue
		}
		for _, s := range struck(t) {
			s.account, s.telling = i, t
			hit = append(hit, s)
			if kinds[i] == nil {
				kinds[i] = map[string]bool{}
			}
			kinds[i][s.key] = true
		}
	}
	hit = slices.DeleteFunc(hit, func(s saying) bool { return len(kinds[s.account]) > 1 })
	hit = slices.DeleteFunc(slices.Clone(hit), func(s saying) bool {
		return !slices.ContainsFunc(hit, func(o saying) bool { return o.key != s.key && oneBlow(o.telling, s.telling) && c.answerFor(s, o) })
	})
	out := sides(hit, func(s saying) string { return s.text })
	if len(out) < 2 {
		return nil
	}
	return []stemma.Disagreement{{Type: stemma.DisagreeTarget, Field: "recipient", Reason: "some say that only armed people were hit, others only civilians", Sides: out}}
}

// answerFor reports whether of two kinds of people hit the armed are what somebody says
// of an enemy, or as many as the civil are by the word of somebody else: what one side
// lost itself and what befell others can both hold.
//
//	the army: "our jets killed nine militants" / a clinic: "nine villagers died" → yes
//	the army: "three of our guards fell" / a clinic: "nine villagers died" → no
func (c collection) answerFor(a, b saying) bool {
	if a.key != "armed" {
		a, b = b, a
	}
	words := strings.Fields(strings.ToLower(a.party.Name))
	own := slices.ContainsFunc(words, func(w string) bool { return forces[strings.TrimSuffix(w, "s")] })
	return !c.oneBody(a.account, b.account) && (!own || acts(*a.telling, c.accounts[a.account].body) || oneToll(a.telling, b.telling))
}

// forces are people and things that a side says of itself that it lost.
var forces = lists.Set("forces")

// oneBlow reports whether two tellings may be of one attack: not in two ways, nor
// by two sides.
//
//	"jets hit a depot" / "shells killed nine people" → no
func oneBlow(a, b *stemma.Telling) bool {
	way := a.Event.Mode == "" || b.Event.Mode == "" || a.Event.Mode == b.Event.Mode
	return way && compatible(a.Actors, b.Actors)
}

// struck says of what kind those are that a telling has been hit; who holds the place was
// not hit with it: "shells fell on a rebel-held town".
func struck(t *stemma.Telling) []saying {
	var out []saying
	add := func(words string, span stemma.Span) {
		if kind := target(words); kind != "" && !strings.HasPrefix(strings.ToLower(words), "any ") {
			text := map[string]string{"armed": "armed people or their things", "civil": "civilians or theirs"}[kind]
			out = append(out, saying{field: "recipient", key: kind, text: text, party: stemma.Party{Name: words}, quote: stemma.Quote{Document: t.Document, Span: span}})
		}
	}
	for _, p := range t.Recipients {
		if !p.Span.Empty() && p.Part != "holder" {
			add(p.Name, p.Span)
		}
	}
	for _, q := range t.Quantities {
		if q.What == "killed" || q.What == "injured" {
			add(q.Of.Class, q.Span)
		}
	}
	return out
}

// target is the kind of the last word of a name that tells one.
func target(name string) string {
	kind := ""
	for _, w := range strings.Fields(strings.ToLower(name)) {
		for _, form := range []string{w, strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "es")} {
			if k := lexicon.Target(form); k != "" {
				kind = k
			}
		}
	}
	return kind
}
