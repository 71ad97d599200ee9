package attribute

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/stage/attribute/speech"
)

// The voices of a page are its drafts with everything by which their sources
// are told apart.
type voices struct {
	r *stemma.Reading
	*speech.Page
	mentions []mention
	actors   map[string]*stemma.Actor // by id
	ids      map[string]string        // of actors, by name
	sources  []stemma.Source
	first    []int // for a source that takes up an unnamed one: the claim that brought it; else the claim itself
	told     [][]stemma.Link
}

// voice resolves the sources of all drafts.
func voice(r *stemma.Reading, page *speech.Page) *voices {
	v := &voices{r: r, Page: page, mentions: mentions(r), actors: map[string]*stemma.Actor{}, ids: map[string]string{}}
	for i := range r.Actors {
		v.actors[r.Actors[i].ID] = &r.Actors[i]
		v.ids[r.Actors[i].Name] = r.Actors[i].ID
	}
	for _, d := range v.Drafts {
		v.sources = append(v.sources, v.resolve(d))
	}
	v.takeUp()
	v.pronouns()
	v.headlined()
	v.hearers()
	return v
}

// takeUp ties "the sources", "one of the officials", "the other" to the claim
// that first brought that unnamed group.
func (v *voices) takeUp() {
	v.first = make([]int, len(v.Drafts))
	brought := map[string]int{}
	group := -1 // the claim that last brought several
	for i, d := range v.Drafts {
		v.first[i] = i
		if d.Source.Empty() || v.sources[i].Kind != stemma.SourceUnnamed {
			continue
		}
		s := v.Sentences[d.Sentence]
		if v.sources[i].Actor == "" && s.OneOfThem(d.Head) && v.oneOf(i, group) {
			continue
		}
		if s.Plural(d.Head) && v.tag(i) == "NOUN" {
			group = i
		}
		key := s.GroupNoun(d.Head)
		if k, ok := brought[key]; ok && s.Definite(d.Head) {
			v.first[i] = k
			v.sources[i].Because = []stemma.Span{v.Drafts[k].Source}
			continue
		}
		brought[key] = i
	}
}

// oneOf makes the source of claim i one of the group that spoke in claim k, if that is
// near, else one of the persons whom a sentence before brings in; false if there are none.
//
//	"Two clerks said it was shut. One added …" → one of two clerks
func (v *voices) oneOf(i, k int) bool {
	const near = 3 // sentences
	d, source := v.Drafts[i], &v.sources[i]
	if k >= 0 && d.Sentence-v.Drafts[k].Sentence <= near {
		v.first[i] = k
		source.Name, source.Because = "one of "+v.sources[k].Name, []stemma.Span{v.Drafts[k].Source}
		return true
	}
	several := v.severalBefore(d)
	if several.Empty() {
		return false
	}
	source.Name, source.Because = "one of "+lowerFirst(v.r.Words(several)), []stemma.Span{several}
	return true
}

// severalBefore are the persons whom one of the two sentences before a claim brings
// in, of whom "one" can be one.
//
//	"Two deserters confirmed the account. One said …" → Two deserters
func (v *voices) severalBefore(d speech.Draft) stemma.Span {
	const near = 2 // sentences
	for back := 1; back <= near; back++ {
		before := v.sentenceBefore(d.Sentence, back)
		if before == nil {
			break
		}
		if k := before.BroughtIn("they"); k >= 0 && before.People(k) && before.Plural(k) {
			return before.Person(k, -1)
		}
	}
	return stemma.Span{}
}

// lowerFirst is a phrase as it stands in mid sentence.
func lowerFirst(words string) string {
	r, width := utf8.DecodeRuneInString(words)
	return string(unicode.ToLower(r)) + words[width:]
}

// claims writes the claims down, in the order of their cues.
func (v *voices) claims() []stemma.Claim {
	ids := make([]string, len(v.Drafts))
	for i, d := range v.Drafts {
		ids[i] = stemma.SpanID("c", v.r.Document, "claim", append([]stemma.Span{d.Cue, d.Source}, d.Content...)...)
	}
	var out []stemma.Claim
	for i, d := range v.Drafts {
		claim := stemma.Claim{ID: ids[i], Source: v.sources[i], Cue: d.Cue, Content: d.Content, Stance: d.Stance,
			Direct: v.Direct(d), Rule: d.Rule, Chain: v.chain(i)}
		if d.Parent >= 0 {
			claim.Parent = ids[d.Parent]
		}
		out = append(out, claim)
	}
	slices.SortStableFunc(out, func(a, b stemma.Claim) int { return a.Cue.Compare(b.Cue) })
	return out
}
