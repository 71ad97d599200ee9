package group

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
)

// things weighs what was hit where it is no party: by a name of its own that both
// tellings give it, or as two of one kind.
//
//	"the market of Kolde" / "Kolde market" → a name; "a convoy" / "an army convoy" → one kind
//	"areas of Oruna" / "areas in Sefta" → nothing: every attack hits an area
func things(a, b *stemma.Telling) float64 {
	if parties(a.Recipients, b.Recipients) > 0 {
		return 0
	}
	best := 0.0
	for _, x := range a.Recipients {
		for _, y := range b.Recipients {
			if x.Kind == "" && y.Kind == "" {
				best = max(best, sameThing(x.Name, y.Name, slices.Concat(a.Scenes, b.Scenes)))
			}
		}
	}
	return best
}

// hit are the names and the kinds of what was hit where it is no party.
func hit(t *stemma.Telling) []string {
	var out []string
	for _, p := range t.Recipients {
		if p.Kind != "" {
			continue
		}
		for _, name := range properNames(p.Name) {
			out = append(out, "named "+name)
		}
		if kind := kindOf(p.Name); kind != "" {
			out = append(out, "kind "+kind)
		}
	}
	return out
}

func sameThing(a, b string, scenes []stemma.Scene) float64 {
	names := properNames(b)
	switch {
	case slices.ContainsFunc(properNames(a), func(w string) bool { return slices.Contains(names, w) && !placed(w, scenes) }):
		return worth("name")
	case kindOf(a) != "" && kindOf(a) == kindOf(b):
		return worth("thing")
	}
	return 0
}

// properNames are the words of a name that begin with a capital, the first only where
// it stands alone: "Kolde" of "the market of Kolde".
func properNames(name string) []string {
	words := strings.Fields(name)
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < minName || !unicode.IsUpper([]rune(w)[0]) })
}

// minName is how many letters a name has that tells one thing from another.
const minName = 4

// placed reports whether a word is in the name of a place, which weighs for itself.
func placed(word string, scenes []stemma.Scene) bool {
	return slices.ContainsFunc(scenes, func(s stemma.Scene) bool { return strings.Contains(s.Place.Name, word) })
}

// kindOf is the noun that says what a thing is, "" if that says too little.
//
//	"the main prison in Oruna" → prison; "areas of Oruna" → ""
func kindOf(name string) string {
	words := strings.Fields(stemma.Fold(name))
	if i := slices.IndexFunc(words, func(w string) bool { return joints[w] }); i >= 0 {
		words = words[:i]
	}
	if len(words) == 0 {
		return ""
	}
	noun := strings.TrimSuffix(words[len(words)-1], "s")
	if vague[noun] || len(noun) < minName {
		return ""
	}
	return noun
}

// joints are the words behind which a noun has its complement.
var joints = lists.Set("joints")
