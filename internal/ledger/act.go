package ledger

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/coding"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/gazetteer"
)

// setType takes any word for a kind of act: a type or a mode of PLOVER, what ACLED
// calls it, what lists and titles print.
//
//	ASSAULT, aerial, Air/drone strike, Battles, clash
func setType(f *Filter, value string) error {
	f.eventType = value
	if same(value, kindsOfAct()) {
		return nil
	}
	return fmt.Errorf("no kind of act is called so%s", meant(value))
}

func meant(value string) string {
	if near := Nearest(value, kindsOfAct()); near != "" {
		return "; did you mean " + near + "?"
	}
	return "; want a type such as ASSAULT, a mode such as aerial, or a word that lists print, such as Armed clash"
}

// kindsOfAct are all words for kinds of act, in small letters.
var kindsOfAct = sync.OnceValue(func() []string {
	var out []string
	for _, k := range codebook.Open().Kinds() {
		out = append(out, calls(k.Type, k.Mode, "")...)
		for _, s := range coding.Subevents() {
			out = append(out, calls(k.Type, k.Mode, s.Name)...)
		}
	}
	out = strings.Split(strings.ToLower(strings.Join(out, "\x00")), "\x00")
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(word string) bool { return word == "" })
})

// calls are the words for one kind of act, "" among them.
func calls(typ, mode, acled string) []string {
	out := []string{typ, mode, acled, codebook.Open().Name(typ, mode, acled)}
	for _, s := range coding.Subevents() {
		if acled != "" && s.Name == acled {
			out = append(out, s.EventType)
		}
	}
	return out
}

func (f *Filter) kind(typ, mode, acled string) bool {
	return f.eventType == "" || same(f.eventType, calls(typ, mode, acled))
}

func same(word string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, word) })
}

// setPlace takes a part of a name, and what the gazetteer has under that spelling.
//
//	qusair → Al-Qusayr
func setPlace(f *Filter, value string) error {
	f.place = stemma.Fold(value)
	for _, m := range gazetteer.Open().Find(value) {
		f.spellings = With(f.spellings, stemma.Fold(m.Place().Name))
	}
	return nil
}
