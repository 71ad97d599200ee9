package speech

import (
	"cmp"
	"errors"
	"math/rand/v2"

	"stemma"
	"stemma/internal/learn"
)

// A Lesson is a document read up to this stage, with its claims as they were
// marked by hand.
type Lesson struct {
	Reading *stemma.Reading
	Marked  []Marked
}

// A Marked is a claim marked by hand; each part may come in pieces.
type Marked struct {
	Source, Cue, Content []stemma.Span
	Stance               stemma.Stance
}

// Training says how long to learn and how much to keep. The zero value uses the
// settings with which the embedded model was made.
type Training struct {
	Rounds int     // 8
	Models int     // 8, averaged: the mean of fewer moves more from one training to the next
	Bits   uint    // 18: 2^n features
	Least  float64 // 0.01: smaller weights cost their room and bring nothing
	Seed   uint64
}

// What is held back of the features in each step, and how weights are drawn to
// zero after each round: words around one tell each other's label so well that
// without it the model learns the reports by heart.
var (
	cueGrowth  = growth{rate: 0.3, drop: 0.3}
	partGrowth = growth{rate: 0.3, drop: 0.5, pull: 0.005}
)

type growth struct{ rate, drop, pull float64 }

// filled is the training with the settings of the embedded model where none are given.
func (t Training) filled() Training {
	t.Rounds, t.Models, t.Bits = cmp.Or(t.Rounds, 8), cmp.Or(t.Models, 8), cmp.Or(t.Bits, 18)
	t.Least = cmp.Or(t.Least, 0.01)
	return t
}

// errNoLessons means that there is nothing to learn from.
var errNoLessons = errors.New("no marked claims to learn from")

// Train learns a model. The same lessons and settings give the same model.
func Train(lessons []Lesson, settings Training) (*Model, error) {
	t := settings.filled()
	var cues []cueLesson
	var rows []rowLesson
	for _, l := range lessons {
		c, r := l.study()
		cues, rows = append(cues, c...), append(rows, r...)
	}
	if len(rows) == 0 {
		return nil, errNoLessons
	}
	return &Model{cues: t.trainCues(cues), parts: t.trainParts(rows)}, nil
}

// A cueLesson is a word and what it is.
type cueLesson struct {
	features []learn.Feature
	act      int
}

// A rowLesson is a sentence as seen from one of its cues, and its right labels.
type rowLesson struct {
	places []learn.Place
	labels []uint8
}

// study turns a lesson into features: of each word that might report what it
// is, of each that does what the words around it are.
func (l Lesson) study() (cues []cueLesson, rows []rowLesson) {
	quotations := outermost(l.Reading.Syntax.Quotations)
	for _, s := range article(l.Reading, quotations) {
		if s == nil {
			continue
		}
		ruled := s.drafts()
		c, r := s.study(ruled, l.anchored(s, ruled))
		cues, rows = append(cues, c...), append(rows, r...)
	}
	return cues, rows
}

// study is that of one sentence, by what the rules take its tokens for and what was marked.
func (s *Sentence) study(ruled []Draft, right map[int]*Marked) (cues []cueLesson, rows []rowLesson) {
	for i := range s.Tokens {
		d, m := byVerb(ruled, i), right[i]
		switch {
		case m != nil:
			cues = append(cues, cueLesson{s.notice(i, d, nil), actOf(m.Stance)})
		case s.noticed(i, d):
			cues = append(cues, cueLesson{s.notice(i, d, nil), noAct})
		}
		if m != nil && (d == nil || !d.through) {
			rows = append(rows, rowLesson{s.from(i, d, ruled).places(), s.partsOf(m.Source, m.Cue, m.Content, nil)})
		}
	}
	return cues, rows
}

// anchored are the marked claims of a sentence by the token that their cue is
// built on: that of the rules where they found it, else the topmost of the cue.
func (l Lesson) anchored(s *Sentence, ruled []Draft) map[int]*Marked {
	out := map[int]*Marked{}
	for k := range l.Marked {
		m := &l.Marked[k]
		if i := s.anchor(m.Cue, ruled); i >= 0 && out[i] == nil {
			out[i] = m
		}
	}
	return out
}

// anchor is the token that a marked cue is built on, -1 if the sentence has nothing of it.
func (s *Sentence) anchor(cue []stemma.Span, ruled []Draft) int {
	for k := range ruled {
		if overlaps(cue, ruled[k].Cue) {
			return ruled[k].verb
		}
	}
	best := -1
	for i, t := range s.Tokens {
		if !overlaps(cue, t.Span) || s.tag(i, "PUNCT") {
			continue
		}
		above := s.above(i)
		top := above < 0 || !overlaps(cue, s.Tokens[above].Span)
		if best < 0 || top && s.tag(i, "VERB", "NOUN", "ADJ") && !s.tag(best, "VERB") {
			best = i
		}
	}
	return best
}

// trainCues learns which words report.
func (t Training) trainCues(all []cueLesson) *learn.Table {
	return t.grow(acts, cueGrowth, len(all), func(f *learn.Field, i int) { f.Choose(all[i].features, all[i].act) })
}

// trainParts learns which words around a cue are its source and content.
func (t Training) trainParts(all []rowLesson) *learn.Table {
	return t.grow(parts, partGrowth, len(all), func(f *learn.Field, i int) { f.Learn(all[i].places, all[i].labels) })
}

// grow trains models that see the examples each in an order of its own, in
// another one each round, and is the mean of what they know in the second half.
func (t Training) grow(classes int, g growth, examples int, show func(f *learn.Field, i int)) *learn.Table {
	var all *learn.Field
	for k := range t.Models {
		order := rand.New(rand.NewPCG(t.Seed, uint64(k)))
		f := learn.NewField(classes, t.Bits, learn.Growth{Rate: g.rate, Drop: g.drop, Seed: order.Uint64()})
		for round := range t.Rounds {
			for _, i := range order.Perm(examples) {
				show(f, i)
			}
			f.Shrink(g.pull)
			if 2*round >= t.Rounds {
				f.Keep()
			}
		}
		if all == nil {
			all = f
		} else {
			all.Join(f)
		}
	}
	table, _ := all.Tables(t.Least)
	return table
}
