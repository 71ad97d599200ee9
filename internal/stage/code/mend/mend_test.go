package mend

import (
	"math/rand/v2"
	"strings"
	"testing"

	"stemma"
)

// TestMended_staysATree hangs the words of sentences anyhow, as trees, and mends
// them: from every word the way leads to a root.
func TestMended_staysATree(t *testing.T) {
	forms := strings.Fields("the rebels launched drones before President Ulcas arrived after up to 200 people who had fled were killed , promised to surrender wounded and said")
	tags := []string{"NOUN", "PROPN", "VERB", "AUX", "ADP", "DET", "NUM", "PRON", "PUNCT", "ADJ", "PART", "SCONJ"}
	relations := []string{"nsubj", "nsubj:pass", "obj", "obl", "nmod", "acl", "acl:relcl", "advcl", "xcomp", "ccomp", "parataxis", "conj", "cc", "case", "mark", "aux", "aux:pass", "nummod", "compound", "appos", "amod"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text, s := anyTree(r, forms, tags, relations)
		m := mended(s, text.Words)
		for i := range m.Tokens {
			k, steps := i, 0
			for k >= 0 && steps <= len(m.Tokens) {
				k, steps = m.Tokens[k].Head, steps+1
			}
			if k >= 0 {
				t.Fatalf("%q: from %q the way up does not end", text, text.Words(m.Tokens[i].Span))
			}
		}
	}
}

// anyTree is a sentence of random words in a random tree.
func anyTree(r *rand.Rand, forms, tags, relations []string) (stemma.Text, *stemma.Sentence) {
	var text strings.Builder
	var s stemma.Sentence
	order := r.Perm(2 + r.IntN(12))
	for range order {
		form := forms[r.IntN(len(forms))]
		span := stemma.Span{Start: text.Len(), End: text.Len() + len(form)}
		text.WriteString(form + " ")
		s.Tokens = append(s.Tokens, stemma.Token{Span: span, Lemma: form, Tag: tags[r.IntN(len(tags))], Head: stemma.Root, Relation: "root"})
	}
	for n, i := range order[1:] { // each hangs on one that hangs already
		s.Tokens[i].Head, s.Tokens[i].Relation = order[r.IntN(n+1)], relations[r.IntN(len(relations))]
	}
	s.Span = stemma.Span{End: text.Len()}
	return stemma.Text(text.String()), &s
}

// TestMending_hang: a token is never hung under what stands under it.
func TestMending_hang(t *testing.T) {
	m := mending{kids: [][]int{{1}, {2}, nil}}
	m.Tokens = []stemma.Token{{Head: stemma.Root}, {Head: 0}, {Head: 1}}
	m.hang(0, 2, "acl")
	if m.Tokens[0].Head != stemma.Root {
		t.Error("the root was hung under its own word")
	}
	m.hang(2, 0, "obj")
	if m.Tokens[2].Head != 0 {
		t.Error("a word was not hung under the root")
	}
}
