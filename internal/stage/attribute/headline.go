package attribute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/attribute/speech"
)

// headlined gives a headline's bare noun the name of the first source of the article
// that is called so.
//
//	"Boat sunk off Olmen, medic says" … "Ana Torvik, a medic at the port, said …" → the medic is Ana Torvik
func (v *voices) headlined() {
	for i, d := range v.Drafts {
		if d.Head < 0 || v.sources[i].Actor != "" || !v.title(d) || !v.Sentences[d.Sentence].BareNoun(d.Head) {
			continue
		}
		if k := v.calledSo(v.Sentences[d.Sentence].Tokens[d.Head].Lemma); k >= 0 {
			v.stands(i, k)
		}
	}
}

// title reports whether a claim stands in the title.
func (v *voices) title(d speech.Draft) bool {
	return v.r.RegionAt(d.Cue.Start).Kind == stemma.RegionTitle
}

// calledSo is the first claim of the article outside of its headline whose source is
// somebody with a name and has the noun among the words that tell who it is; -1 if
// there is none.
func (v *voices) calledSo(noun string) int {
	for k, d := range v.Drafts {
		if d.Head < 0 || d.Parent >= 0 || v.title(d) || v.sources[k].Kind != stemma.SourceNamed || v.sources[k].Actor == "" {
			continue
		}
		words := strings.FieldsFunc(strings.ToLower(v.r.Words(d.Source)), func(r rune) bool { return strings.ContainsRune(" ,.-’'", r) })
		if slices.Contains(words, noun) {
			return k
		}
	}
	return -1
}
