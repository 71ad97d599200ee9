// Package count finds how many of what, of whom: numbers as ranges with the words
// that say how exact they are, what became of those who are counted, and what the
// number spans. It leaves to the coding of events which number is of which event.
// In: "More than 40 villagers were killed."; out: killed, 40 to open, civilians,
// approximator "More than".
package count

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/noun"
)

const version = "14"

// A Stage adds the layer of quantities.
type Stage struct{}

// New makes the stage.
func New() *Stage { return &Stage{} }

// Adds is the layer of quantities.
func (*Stage) Adds() stemma.Layer { return stemma.LayerQuantities }

// Needs are trees, actors to belong to, and times, which are no quantities.
func (*Stage) Needs() []stemma.Layer {
	return []stemma.Layer{stemma.LayerSyntax, stemma.LayerActors, stemma.LayerTimes}
}

// Version changes with the code and with the words of number and harm.
func (*Stage) Version() string {
	sum := sha256.Sum256([]byte(lexicon.NumberVersion() + lexicon.ApproximatorVersion() + lexicon.CountedVersion() + noun.Version() + lists.Version()))
	return version + "-" + hex.EncodeToString(sum[:4])
}

// Annotate writes the layer, in the order of the text.
func (*Stage) Annotate(_ context.Context, r *stemma.Reading) error {
	r.Quantities = nil
	for i := range r.Syntax.Sentences {
		s := &r.Syntax.Sentences[i]
		if region := r.RegionAt(s.Start); !region.Kind.Article() {
			continue
		}
		r.Quantities = append(r.Quantities, quantities(r, s, r.Quantities)...)
	}
	return nil
}

// quantities finds the quantities of one sentence; told are those of the sentences
// before it.
func quantities(r *stemma.Reading, s *stemma.Sentence, told []stemma.Quantity) []stemma.Quantity {
	t := newTelling(r, s)
	var found []counting
	nones := t.nones()
	found = append(found, slices.DeleteFunc(t.numerals(), func(c counting) bool {
		return slices.ContainsFunc(nones, func(n counting) bool { return n.from < c.from && c.to <= n.to }) // "not one soldier"
	})...)
	found = append(found, nones...)
	found = append(found, t.singulars(found)...)
	slices.SortStableFunc(found, func(a, b counting) int { return a.from - b.from })
	t.inherit(found, told)
	var out []stemma.Quantity
	for _, c := range found {
		out = append(out, t.quantity(c))
	}
	return t.derive(t.sums(found, out))
}

// A telling is a sentence with its words in lower case beside its tokens.
type telling struct {
	*stemma.Sentence
	r     *stemma.Reading
	words []string
	lemma []string
}

func newTelling(r *stemma.Reading, s *stemma.Sentence) *telling {
	t := &telling{Sentence: s, r: r}
	for _, token := range s.Tokens {
		word := strings.ToLower(r.Words(token.Span))
		if word == "–" || word == "—" {
			word = "-"
		}
		lemma := strings.ToLower(token.Lemma)
		if lemma == "" {
			lemma = word
		}
		t.words, t.lemma = append(t.words, word), append(t.lemma, lemma)
	}
	return t
}

// A counting is a number with what it counts, by indices of tokens.
type counting struct {
	from, to  int // from the approximator to the noun or the number's own end
	number    int // first token of the number itself
	end       int // the token after the number
	noun      int // head of what is counted, -1 if it is not said
	of        lexicon.CountedNoun
	low, high float64
	open      bool
	approx    stemma.Span
	what      string
	unit      string
	negative  bool
}

func (t *telling) quantity(c counting) stemma.Quantity {
	span := stemma.Span{Start: t.Tokens[c.from].Start, End: t.Tokens[c.to-1].End}
	q := stemma.Quantity{
		ID: stemma.SpanID("q", t.r.Document, c.what, span), Span: span, What: c.what,
		Low: c.low, High: c.high, Open: c.open, Unit: c.unit, Approximator: c.approx, Negative: c.negative,
	}
	if c.of.Kind == "person" || c.of.Kind == "body" {
		q.Of.Class = c.of.What
	}
	if c.unit == "" {
		q.Of.Actor = t.owner(c)
		q.Scope = t.scope(c)
	}
	return q
}

// owner is the actor whose people or things are counted: "nine Lebanese
// soldiers", "six members of the border guard".
func (t *telling) owner(c counting) string {
	span := stemma.Span{Start: t.Tokens[c.end-1].End, End: t.Tokens[c.to-1].End}
	if c.to < len(t.words) && t.words[c.to] == "of" && c.noun >= 0 {
		if child := t.Child(c.noun, "nmod"); child > c.noun {
			span = span.Join(t.Subtree(child))
		}
	}
	if span.Empty() {
		return ""
	}
	if a := t.r.ActorAt(span); a != nil {
		return a.ID
	}
	return ""
}

func (t *telling) word(i int) string {
	if i < 0 || i >= len(t.words) {
		return ""
	}
	return t.words[i]
}

func (t *telling) tag(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Tokens[i].Tag
}

// joined reports whether token i follows the one before it without a space.
func (t *telling) joined(i int) bool {
	return i > 0 && i < len(t.Tokens) && t.Tokens[i-1].End == t.Tokens[i].Start
}
