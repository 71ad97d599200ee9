package group

import (
	"slices"
	"strings"

	"stemma"
)

// others reports whether two tellings are of acts of different parties upon
// different parties. Who did it to the same may be disputed, and so may whom the
// same did it to; a deal or a clash is told from either side, and who is hit as an
// attacker is hit in the attack.
//
//	"the army shelled the market" / "the Front shelled the market" → may be one
//	"the army shelled the market" / "the Front shot a pilot" → cannot be one
//	"the police shot two of the attackers" / "the Front stormed a prison" → may be one
func others(a, b *stemma.Telling) bool {
	switch {
	case a.Event.Modality == stemma.Denied, b.Event.Modality == stemma.Denied, crossed(a, b) > 0:
		return false
	case len(a.Recipients) == 0, len(b.Recipients) == 0, slices.ContainsFunc(a.Recipients, attacker), slices.ContainsFunc(b.Recipients, attacker):
		return false
	}
	return opposed(a.Actors, b.Actors) && !sufferers(a.Recipients, b.Recipients)
}

// attacker reports whether a party is named by nothing but the attack that it made.
//
//	"two of the attackers", "a suicide bomber" → yes; "militants", "the bombers of the coalition" → no
func attacker(p stemma.Party) bool {
	words := strings.Fields(stemma.Fold(p.Name))
	return p.Body == p.Key && len(words) > 0 && attackers[strings.TrimSuffix(words[len(words)-1], "s")]
}

// opposed reports whether only states act in one list and only armed groups in
// the other. States that act together are named one or the other; who has no
// name, or is a coalition, may be any of them.
func opposed(a, b []stemma.Party) bool {
	here, there := camp(a), camp(b)
	return here != "" && there != "" && here != there
}

// camp is what kind of party acts, "" if both kinds do or neither.
func camp(actors []stemma.Party) string {
	state := slices.ContainsFunc(actors, ofState)
	group := slices.ContainsFunc(actors, func(p stemma.Party) bool { return p.Kind == stemma.KindArmedGroup })
	switch {
	case state && !group:
		return "state"
	case group && !state:
		return "group"
	}
	return ""
}

// ofState reports whether a party is a state or serves one; those whom a report names by
// the land that they fight in do not.
//
//	"Orvane's army" → yes; "Orvane rebels" → no
func ofState(p stemma.Party) bool {
	return strings.HasPrefix(p.Body, "state:") && p.Kind != stemma.KindUnnamedGroup
}

// sufferers reports whether two lists may mean the same: one party, a word in common,
// or people who fight for nobody in both.
//
//	"civilians" / "displaced people" → yes
//	"a captured pilot" / "the pilot" → yes; "31 people" / "the pilot" → no
func sufferers(a, b []stemma.Party) bool {
	if parties(a, b) > 0 || slices.ContainsFunc(a, civilian) && slices.ContainsFunc(b, civilian) {
		return true
	}
	for _, x := range a {
		words := strings.Fields(x.Key)
		for _, y := range b {
			if slices.ContainsFunc(strings.Fields(y.Key), func(w string) bool { return len(w) > 3 && slices.Contains(words, w) }) {
				return true
			}
		}
	}
	return false
}

// civilian reports whether a party is people who fight for nobody.
func civilian(p stemma.Party) bool {
	words := strings.Fields(stemma.Fold(p.Name))
	if i := slices.IndexFunc(words, func(w string) bool { return joints[w] }); i > 0 {
		words = words[:i]
	}
	return len(words) > 0 && (civil[words[len(words)-1]] || civil[strings.TrimSuffix(words[len(words)-1], "s")])
}

// rivals reports whether two tellings name doers that are known and others: it may
// be one act of which each accuses another, or two acts upon one enemy.
//
//	"Orvane bombed the Front" / "the coalition bombed the Front" → yes; a denial by either → no
func rivals(a, b *stemma.Telling) bool {
	return slices.ContainsFunc(a.Actors, known) && slices.ContainsFunc(b.Actors, known) &&
		parties(a.Actors, b.Actors) == 0 && crossed(a, b) == 0 && !denies(a) && !denies(b)
}

// known reports whether a party is a state, an armed group or a coalition.
func known(p stemma.Party) bool {
	return ofState(p) || p.Kind == stemma.KindArmedGroup || p.Kind == stemma.KindCoalition
}

// craftClash reports whether two tellings are of craft of different kinds.
//
//	"a tanker was struck" / "a dhow was sunk" → yes; "a vessel was struck" / "a dhow was sunk" → no
func craftClash(a, b *stemma.Telling) bool {
	here, there := craftOf(a), craftOf(b)
	return len(here) > 0 && len(there) > 0 && !slices.ContainsFunc(here, func(kind string) bool { return slices.Contains(there, kind) })
}

// craftOf are the kinds of craft to which something was done.
func craftOf(t *stemma.Telling) []string {
	var out []string
	for _, p := range t.Recipients {
		for _, word := range strings.Fields(p.Key) {
			if kind := craft()[strings.TrimSuffix(word, "s")]; kind != "" {
				out = append(out, kind)
			}
		}
	}
	return out
}
