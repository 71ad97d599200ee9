package account

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// Origins counts those behind some accounts, as a range: at least the named ones
// that are surely different, at most these, every unnamed group and every own
// voice (design.md, rule 3).
func (c Collection) Origins(accounts []int) stemma.Origins {
	named, unnamed, own, skipped := c.sort(accounts)
	out := stemma.Origins{Min: max(len(named), 1), Max: max(len(named)+len(unnamed)+len(own), 1)}
	out.Reasons = append(out.Reasons, spoken("named", named)...)
	out.Reasons = append(out.Reasons, spoken(ofWhom(out.Max, len(unnamed)), unnamed)...)
	out.Reasons = append(out.Reasons, spoken("own voice", own)...)
	out.Reasons = append(out.Reasons, skipped...)
	return out
}

// ofWhom is what may be of those without a name among so many who speak.
//
//	1 of 1 → unnamed; 2 of 2 → unnamed, may be one; 1 of 3 → unnamed, may be any of the others
func ofWhom(all, unnamed int) string {
	switch {
	case all == 1:
		return "unnamed"
	case all == unnamed:
		return "unnamed, may be one"
	}
	return "unnamed, may be any of the others"
}

// sort divides accounts by what they count for, each body once; skipped says
// which do not count, and why.
func (c Collection) sort(accounts []int) (named, unnamed, own, skipped []string) {
	counted := map[string]bool{}
	for _, i := range accounts {
		if a := c.Accounts[i]; a.Kind == stemma.OriginNamed && !a.History && !a.echo && !a.headline && !counted[a.Body] {
			counted[a.Body] = true
			named = append(named, a.Name)
		}
	}
	for _, i := range accounts {
		a := &c.Accounts[i]
		for _, description := range slices.Compact(slices.Sorted(slices.Values(a.without))) {
			skipped = append(skipped, description+" is "+a.Name+", named in the same report")
		}
		switch why := c.skips(a, accounts, counted); {
		case why != "":
			skipped = append(skipped, a.Name+why)
		case a.Kind == stemma.OriginUnnamed:
			unnamed = append(unnamed, a.Name)
		case a.Kind == stemma.OriginOwnVoice:
			own = append(own, a.Name)
		}
	}
	return named, unnamed, own, once(skipped)
}

// skips says why an account adds no origin to some others of which those bodies are
// counted, "" if it does.
func (c Collection) skips(a *Account, accounts []int, counted map[string]bool) string {
	beside := func(holds func(*Account) bool) bool {
		return slices.ContainsFunc(accounts, func(k int) bool { return holds(&c.Accounts[k]) })
	}
	unnamed := a.Kind == stemma.OriginUnnamed
	switch {
	case a.History:
		return " tells it as history"
	case unnamed && a.Body != "" && counted[a.Body]:
		return " belongs to a body that is named"
	case unnamed && stemma.IsPronoun(a.Name):
		return " is somebody named before"
	case a.headline:
		return " of the headline is whom the report names"
	case unnamed && beside(func(b *Account) bool { return b.sameGroup(a) && !counted[b.Body] }):
		return " is of a group that is counted"
	case a.Kind == stemma.OriginOwnVoice && beside(func(b *Account) bool { return b.publishes(a) }):
		return " is a source that is named"
	case a.echo:
		return " repeats what it attributes"
	}
	return ""
}

// once are reasons, each told once: two pages that name no outlet are both "the page".
func once(reasons []string) []string {
	told := map[string]bool{}
	return slices.DeleteFunc(reasons, func(reason string) bool {
		again := told[reason]
		told[reason] = true
		return again
	})
}

// sameGroup reports whether an account is of the unnamed group of one family of
// pages that another is of too, with a state that the other does not give.
//
//	"a Nurashi security source" / "a security source", of one agency → yes
func (a *Account) sameGroup(other *Account) bool {
	return a.Kind == stemma.OriginUnnamed && strings.HasPrefix(a.Origin, other.Origin+" of ")
}

// publishes reports whether a named source is the medium whose own voice another
// account is.
//
//	"the Morning Post reported" / a page of the Morning Post → yes
func (a *Account) publishes(own *Account) bool {
	return a.Kind == stemma.OriginNamed && a.speaker.Key != "" && !slices.ContainsFunc(own.Tellings, func(t stemma.Telling) bool {
		return t.Voice.Key != a.speaker.Key
	})
}

// spoken is the reason for some origins of one kind, none if there are none.
//
//	"unnamed", "a guard" and "a nurse" → "2 unnamed: a guard; a nurse"
func spoken(kind string, names []string) []string {
	if len(names) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d %s: %s", len(names), kind, strings.Join(names, "; "))}
}

// Happened are the accounts that say that it did; a bare denial is none.
func (c Collection) Happened() []int { return c.Where(bearsOut) }

// Where are the accounts with a telling for which holds is true.
func (c Collection) Where(holds func(stemma.Telling) bool) []int {
	var out []int
	for i, a := range c.Accounts {
		if slices.ContainsFunc(a.Tellings, holds) {
			out = append(out, i)
		}
	}
	return out
}
