package join

import (
	"maps"
	"slices"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// A book holds what is weighed by the pages that it stands on.
type book struct {
	tellings     map[string][]stemma.Telling
	propositions map[string][]stemma.Proposition
	copies       map[string][]stemma.Copy // by their first document
	told         map[string][]stemma.Disagreement
}

func newBook(m material) book {
	b := book{map[string][]stemma.Telling{}, map[string][]stemma.Proposition{}, map[string][]stemma.Copy{}, map[string][]stemma.Disagreement{}}
	for _, t := range slices.Concat(m.tellings, m.around) {
		b.tellings[t.Document] = append(b.tellings[t.Document], t)
	}
	for _, p := range m.propositions {
		b.propositions[p.Document] = append(b.propositions[p.Document], p)
	}
	for _, c := range m.copies {
		b.copies[c.Document] = append(b.copies[c.Document], c)
	}
	b.tell(m.told)
	return b
}

// tell notes disagreements by the documents that they stand in.
func (b book) tell(all []stemma.Disagreement) {
	for _, d := range all {
		var documents []string
		for _, s := range d.Sides {
			documents = append(documents, s.Documents...)
		}
		for _, document := range union(documents, nil) {
			b.told[document] = append(b.told[document], d)
		}
	}
}

// pages are all that some documents hold.
func (b book) pages(documents []string) account.Pages {
	var out account.Pages
	for _, d := range documents {
		out.Tellings = append(out.Tellings, b.tellings[d]...)
		out.Propositions = append(out.Propositions, b.propositions[d]...)
	}
	return out
}

// among are the copies of some documents with each other.
func (b book) among(documents []string) []stemma.Copy {
	var out []stemma.Copy
	for _, d := range documents {
		for _, c := range b.copies[d] {
			if slices.Contains(documents, c.Of) {
				out = append(out, c)
			}
		}
	}
	return out
}

// already are the disagreements told of some documents.
func (b book) already(documents []string) []stemma.Disagreement {
	var out []stemma.Disagreement
	for _, d := range documents {
		out = append(out, b.told[d]...)
	}
	return out
}

// families are the documents that are copies of each other, each family sorted,
// in the order of their first.
func (b book) families() [][]string {
	names := maps.Clone(b.tellings)
	for document := range b.propositions {
		names[document] = nil
	}
	first := firsts(slices.Sorted(maps.Keys(names)), b.copies)
	members := map[string][]string{}
	for _, document := range slices.Sorted(maps.Keys(names)) {
		members[first[document]] = append(members[first[document]], document)
	}
	var out [][]string
	for _, name := range slices.Sorted(maps.Keys(members)) {
		out = append(out, members[name])
	}
	return out
}

// firsts is the smallest document of the family of each.
func firsts(documents []string, copies map[string][]stemma.Copy) map[string]string {
	up := map[string]string{}
	for _, d := range documents {
		up[d] = d
	}
	top := func(d string) string {
		for up[d] != d {
			d = up[d]
		}
		return d
	}
	for _, d := range documents {
		for _, c := range copies[d] {
			if _, here := up[c.Of]; !here || c.Relation == stemma.RelationExcerpt {
				continue
			}
			a, b := top(d), top(c.Of)
			up[max(a, b)] = min(a, b)
		}
	}
	out := map[string]string{}
	for _, d := range documents {
		out[d] = top(d)
	}
	return out
}
