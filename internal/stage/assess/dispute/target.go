package dispute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/assess/account"
)

// targets are accounts of one attack of which some say that only people or
// things of war were hit, and others that only civilians were.
//
//	"Nine militants were killed" / "killing 17 people in a crowded market" → T
func (c accounts) targets() []stemma.Disagreement {
	if c.Incident.Type != "ASSAULT" {
		return nil
	}
	hit := c.ofOneKindHit()
	hit = slices.DeleteFunc(slices.Clone(hit), func(s account.Saying) bool {
		return !slices.ContainsFunc(hit, func(o account.Saying) bool {
			return o.Key != s.Key && oneBlow(o.Telling, s.Telling) && c.answerFor(s, o)
		})
	})
	out := sides(hit, func(s account.Saying) string { return s.Text })
	if len(out) < 2 {
		return nil
	}
	return []stemma.Disagreement{{Type: stemma.DisagreeTarget, Field: "recipient", Reason: onlyOneKind, Sides: out}}
}

// ofOneKindHit says who was hit by those accounts that tell of one kind only.
//
//	"nine militants and a nurse were killed" → not
func (c accounts) ofOneKindHit() []account.Saying {
	var hit []account.Saying
	told := map[int]map[string]bool{}
	for i, t := range c.Tellings() {
		if t.Event.Modality == stemma.Background || t.Event.Modality == stemma.Denied || t.Title {
			continue
		}
		for _, s := range struck(t) {
			s.Account, s.Telling = i, t
			hit = append(hit, s)
			if told[i] == nil {
				told[i] = map[string]bool{}
			}
			told[i][s.Key] = true
		}
	}
	return slices.DeleteFunc(hit, func(s account.Saying) bool { return len(told[s.Account]) > 1 })
}

// answerFor reports whether of two kinds of people hit the armed are what somebody says
// of an enemy, or as many as the civil are by the word of somebody else: what one side
// lost itself and what befell others can both hold.
//
//	the army: "our jets killed nine militants" / a clinic: "nine villagers died" → yes
//	the army: "three of our guards fell" / a clinic: "nine villagers died" → no
func (c accounts) answerFor(a, b account.Saying) bool {
	if a.Key != "armed" {
		a, b = b, a
	}
	words := strings.Fields(strings.ToLower(a.Party.Name))
	own := slices.ContainsFunc(words, func(w string) bool { return forces[strings.TrimSuffix(w, "s")] })
	return !c.OneBody(a.Account, b.Account) && (!own || account.Acts(*a.Telling, c.Accounts[a.Account].Body) || oneToll(a.Telling, b.Telling))
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
func struck(t *stemma.Telling) []account.Saying {
	var out []account.Saying
	add := func(words string, span stemma.Span) {
		if kind := target(words); kind != "" && !strings.HasPrefix(strings.ToLower(words), "any ") {
			out = append(out, account.Saying{Field: "recipient", Key: kind, Text: kindsHit[kind], Party: stemma.Party{Name: words}, Quote: stemma.Quote{Document: t.Document, Span: span}})
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

// kindsHit are the kinds of those hit as a side of a disagreement has them.
var kindsHit = map[string]string{"armed": "armed people or their things", "civil": "civilians or theirs"}

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
