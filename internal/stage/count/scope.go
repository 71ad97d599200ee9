package count

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// scope is what a number spans, as the words of its sentence say: "since the war
// began", "in the six-year conflict", "since the siege began", "on Monday alone".
func (t *telling) scope(c counting) stemma.Scope {
	for i := range t.words {
		switch t.words[i] {
		case "since":
			if scope := t.sinceWhat(i); scope != "" && !t.ofOther(i, c.number) {
				return scope
			}
		case "alone":
			return stemma.ScopeDay
		}
	}
	if t.longWar() || t.warDid(c.number) {
		return stemma.ScopeWar
	}
	if t.inPart(c.number) || c.of.What != "women" && c.of.What != "children" && t.fateOfThose(c) != "" { // "Three judges were among the dead."
		return stemma.ScopePart
	}
	return stemma.ScopeEvent
}

// ofOther reports whether "since" hangs on a verb under which a number does not stand: in
// "in Dorvat, besieged since May, shells killed 17 people" the 17 are of the shells.
func (t *telling) ofOther(since, number int) bool {
	v := t.verbOver(since)
	if v < 0 || t.Tokens[v].Relation != "acl" && t.Tokens[v].Relation != "acl:relcl" {
		return false
	}
	return !t.Subtree(v).Contains(t.Tokens[number].Span)
}

// verbOver is the nearest verb above a token, -1 if there is none.
func (t *telling) verbOver(i int) int {
	for range t.Tokens { // a broken tree must not loop
		if i = t.Tokens[i].Head; i < 0 || i >= len(t.Tokens) {
			return -1
		}
		if t.tag(i) == "VERB" {
			return i
		}
	}
	return -1
}

// sinceWhat reads what follows "since": a war, an operation, a year, "then".
func (t *telling) sinceWhat(i int) stemma.Scope {
	const farthest = 7
	for j := i + 1; j < min(len(t.words), i+farthest); j++ {
		if scope, ok := lexicon.ScopeOf(t.lemma[j]); ok {
			return stemma.Scope(scope)
		}
		if t.tag(j) == "PUNCT" {
			break
		}
	}
	if t.word(i+1) == "then" {
		return stemma.ScopeOperation
	}
	return t.sinceTime(i + 1)
}

// sinceTime reads the time at a token: "since 2011" spans a war, "since May" an operation.
func (t *telling) sinceTime(i int) stemma.Scope {
	for _, time := range t.r.Times {
		if i >= len(t.Tokens) || !time.Span.Overlaps(t.Tokens[i].Span) {
			continue
		}
		if time.Interval.Precision == stemma.PrecisionYear {
			return stemma.ScopeWar
		}
		return stemma.ScopeOperation
	}
	return ""
}

// longWar reports whether the sentence speaks of a war by its length: "the
// six-year war".
func (t *telling) longWar() bool {
	const near = 3
	return slices.ContainsFunc(t.r.Times, func(time stemma.TimeExpression) bool {
		if time.Type != "DURATION" || !t.Span.Contains(time.Span) {
			return false
		}
		last := t.TokenAt(time.Span.End - 1)
		for i := last + 1; last >= 0 && i < min(len(t.words), last+1+near); i++ {
			if t.war(i) {
				return true
			}
		}
		return false
	})
}

// warDid reports whether it is a war that did what is counted: it is the subject
// of the verb above the number, or what that verb's relative clause is about.
//
//	"The civil war, which began in 2011, has killed 9,000", "a conflict that has driven away a million" → yes
//	"31 were killed in the war", "The war began when a guard shot nine people" → no
func (t *telling) warDid(number int) bool {
	k := number
	for range t.Tokens { // a broken tree must not loop
		if k < 0 {
			break
		}
		if j := t.Child(k, "nsubj"); j >= 0 && j < number && t.tag(k) == "VERB" {
			relative := t.words[j] == "that" || t.words[j] == "which"
			return t.war(j) || relative && t.war(t.Tokens[k].Head)
		}
		k = t.Tokens[k].Head
	}
	return false
}

func (t *telling) war(i int) bool {
	if i < 0 {
		return false
	}
	scope, ok := lexicon.ScopeOf(t.lemma[i])
	return ok && scope == string(stemma.ScopeWar)
}

// inPart reports whether a number is of those whom one house took in or one witness
// saw, as some other may have too: what the verb above it has as its object, or as
// the subject of its passive.
//
//	"The clinic received 27 wounded", "34 people had been brought to a hospital", "He saw nine bodies" → yes
//	"The army took 12 men", "27 people were wounded" → no
func (t *telling) inPart(number int) bool {
	noun := number
	if t.Tokens[noun].Relation == "nummod" {
		noun = t.Tokens[noun].Head
	}
	relation, verb := t.Tokens[noun].Relation, t.Tokens[noun].Head
	if verb < 0 || relation != "obj" && relation != "nsubj:pass" {
		return false
	}
	return meeting[t.lemma[verb]] || carrying[t.lemma[verb]] && t.toHouse(verb)
}

// toHouse reports whether a verb says that somebody got to a house that cares for
// the wounded or keeps the dead: "brought in", "taken to the morgue".
func (t *telling) toHouse(verb int) bool {
	return slices.ContainsFunc(t.Children(verb), func(k int) bool {
		switch t.Tokens[k].Relation {
		case "obl":
			return houses[t.lemma[k]]
		case "compound:prt", "advmod":
			return t.words[k] == "in"
		}
		return false
	})
}

var meeting, carrying, houses = lists.Set("meeting"), lists.Set("carrying"), lists.Set("house")
