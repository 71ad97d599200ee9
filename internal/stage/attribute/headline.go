package attribute

import (
	"slices"
	"strings"

	"stemma"
)

// headlined gives a headline's bare noun the name of the first source of the article
// that is called so.
//
//	"Boat sunk off Olmen, medic says" … "Ana Torvik, a medic at the port, said …" → the medic is Ana Torvik
func (v *voices) headlined() {
	for i, d := range v.drafts {
		if d.head < 0 || v.sources[i].Actor != "" || !v.title(d) || !v.sentences[d.sentence].bareNoun(d.head) {
			continue
		}
		if k := v.calledSo(v.sentences[d.sentence].lemma(d.head)); k >= 0 {
			v.stands(i, k)
		}
	}
}

func (v *voices) title(d draft) bool {
	return v.r.RegionAt(d.cue.Start).Kind == stemma.RegionTitle
}

// bareNoun reports whether the token is a noun of one that speaks, with nothing that
// tells which or how many.
func (s *sentence) bareNoun(k int) bool {
	return s.tag(k, "NOUN") && s.low[k] == s.lemma(k) && s.speaks(k) && s.child(k, "det", "nummod", "nmod:poss") < 0
}

// calledSo is the first claim of the article outside of its headline whose source is
// somebody with a name and has the noun among the words that tell who it is; -1 if
// there is none.
func (v *voices) calledSo(noun string) int {
	for k, d := range v.drafts {
		if d.head < 0 || d.parent >= 0 || v.title(d) || v.sources[k].Kind != stemma.SourceNamed || v.sources[k].Actor == "" {
			continue
		}
		words := strings.FieldsFunc(strings.ToLower(v.r.Words(d.source)), func(r rune) bool { return strings.ContainsRune(" ,.-’'", r) })
		if slices.Contains(words, noun) {
			return k
		}
	}
	return -1
}
