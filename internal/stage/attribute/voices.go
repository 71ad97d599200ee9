package attribute

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// The voices of a page are its drafts with everything by which their sources
// are told apart.
type voices struct {
	r          *stemma.Reading
	sentences  []*sentence
	drafts     []draft
	mentions   []mention
	quotations []stemma.Quotation
	actors     map[string]*stemma.Actor // by id
	ids        map[string]string        // of actors, by name
	sources    []stemma.Source
	first      []int // for a source that takes up an unnamed one: the claim that brought it; else the claim itself
	told       [][]stemma.Link
}

// voice resolves the sources of all drafts.
func voice(r *stemma.Reading, sentences []*sentence, drafts []draft) *voices {
	v := &voices{r: r, sentences: sentences, drafts: drafts, mentions: mentions(r), quotations: outermost(r.Syntax.Quotations), actors: map[string]*stemma.Actor{}, ids: map[string]string{}}
	for i := range r.Actors {
		v.actors[r.Actors[i].ID] = &r.Actors[i]
		v.ids[r.Actors[i].Name] = r.Actors[i].ID
	}
	for _, d := range drafts {
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
	v.first = make([]int, len(v.drafts))
	brought := map[string]int{}
	const near = 3 // sentences
	group := -1    // the claim that last brought several
	for i, d := range v.drafts {
		v.first[i] = i
		if d.source.Empty() || v.sources[i].Kind != stemma.SourceUnnamed {
			continue
		}
		s := v.sentences[d.sentence]
		if group >= 0 && d.sentence-v.drafts[group].sentence <= near && v.sources[i].Actor == "" && s.oneOfThem(d.head) {
			v.first[i] = group
			v.sources[i].Name, v.sources[i].Because = "one of "+v.sources[group].Name, []stemma.Span{v.drafts[group].source}
			continue
		}
		if several := v.severalBefore(d); !several.Empty() && v.sources[i].Actor == "" && s.oneOfThem(d.head) {
			v.sources[i].Name, v.sources[i].Because = "one of "+lowerFirst(v.r.Words(several)), []stemma.Span{several}
			continue
		}
		if s.plural(d.head) && s.tag(d.head, "NOUN") {
			group = i
		}
		key := s.groupNoun(d.head)
		if k, ok := brought[key]; ok && s.definite(d.head) {
			v.first[i] = k
			v.sources[i].Because = []stemma.Span{v.drafts[k].source}
			continue
		}
		brought[key] = i
	}
}

// severalBefore are the persons whom one of the two sentences before a claim brings
// in, of whom "one" can be one.
//
//	"Two deserters confirmed the account. One said …" → Two deserters
func (v *voices) severalBefore(d draft) stemma.Span {
	const near = 2 // sentences
	for back := 1; back <= near; back++ {
		before := v.sentenceBefore(d.sentence, back)
		if before == nil {
			break
		}
		if k := before.broughtIn("they"); k >= 0 && before.people(k) && before.plural(k) {
			return before.person(k, -1)
		}
	}
	return stemma.Span{}
}

// lowerFirst is a phrase as it stands in mid sentence.
func lowerFirst(words string) string {
	r, width := utf8.DecodeRuneInString(words)
	return string(unicode.ToLower(r)) + words[width:]
}

// oneOfThem reports whether the token stands alone for one of a group named
// before: "One said …", "The other disagreed.", "One of them laughed."
func (s *sentence) oneOfThem(head int) bool {
	if s.word(s.child(head, "nmod"), "them") {
		return s.word(head, "one", "another", "some", "several", "most")
	}
	return s.word(head, "one", "another", "other", "third") && s.child(head, "nmod", "compound", "amod", "appos") < 0
}

// groupNoun is the noun by which an unnamed source is told again: of "one of the
// officials" that is "official".
func (s *sentence) groupNoun(head int) string {
	if s.word(head, "one", "another", "both") {
		if k := s.child(head, "nmod"); k >= 0 {
			return s.Tokens[k].Lemma
		}
	}
	return s.Tokens[head].Lemma
}

// definite reports whether the noun phrase takes up one named before.
func (s *sentence) definite(head int) bool {
	for k := s.left[head]; k <= s.right[head]; k++ {
		if s.word(k, "the", "these", "those", "both") {
			return true
		}
	}
	return false
}

// claims writes the claims down, in the order of their cues.
func (v *voices) claims() []stemma.Claim {
	ids := make([]string, len(v.drafts))
	for i, d := range v.drafts {
		ids[i] = stemma.SpanID("c", v.r.Document, "claim", append([]stemma.Span{d.cue, d.source}, d.content...)...)
	}
	var out []stemma.Claim
	for i, d := range v.drafts {
		claim := stemma.Claim{ID: ids[i], Source: v.sources[i], Cue: d.cue, Content: d.content, Stance: d.stance,
			Direct: v.direct(d), Rule: d.rule, Chain: v.chain(i)}
		if d.parent >= 0 {
			claim.Parent = ids[d.parent]
		}
		out = append(out, claim)
	}
	slices.SortStableFunc(out, func(a, b stemma.Claim) int { return compare(a.Cue, b.Cue) })
	return out
}

// direct reports whether a quotation mark stands in or at the edge of the content.
func (v *voices) direct(d draft) bool {
	for _, span := range d.content {
		i := firstEnding(v.quotations, span.Start-1)
		if i < len(v.quotations) && v.quotations[i].Start <= span.End {
			return true
		}
	}
	return false
}
