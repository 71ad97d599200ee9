package name

import (
	"stemma"
	"stemma/internal/learn"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
)

// A Tagger finds the names of a page by what was learned from marked texts. The
// books help it, but it does without them: "Oss Tveit of Sund" → a person and a
// place that no book knows.
type Tagger struct {
	weights *Weights
	book    *actors.Book
	places  *gazetteer.Gazetteer
}

// NewTagger makes a tagger of weights and books.
func NewTagger(weights *Weights, book *actors.Book, places *gazetteer.Gazetteer) *Tagger {
	return &Tagger{weights, book, places}
}

// Names are the names of a page, in its order.
func (t *Tagger) Names(r *stemma.Reading) []Named {
	return t.namesOf(newPage(r, t.book))
}

// namesOf are the names that the weights find on a page.
func (t *Tagger) namesOf(p *page) []Named {
	g := t.look(p)
	var out []Named
	for i, s := range p.sentences {
		out = append(out, named(s.Sentence, g.path(i))...)
	}
	return out
}

// path are the labels of a sentence's tokens.
func (g *gaze) path(sentence int) []label {
	n := len(g.sentences[sentence])
	scores := make([]int32, n*labels)
	var features []learn.Feature
	for i := range n {
		features = g.features(features[:0], spot{sentence, i})
		g.weights.features.Score(features, scores[i*labels:(i+1)*labels])
	}
	return learn.Path(scores, g.weights.steps, labels)
}
