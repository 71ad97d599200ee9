// Package pipeline holds the order of the reading line, the check of that
// order, and the run of one document along it. What any layer means is left to
// the stages. In: a reading that holds a text; out: the same reading with
// regions, publication, syntax, actors, places, times, quantities, claims and
// events.
package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"stemma"
)

// A Pipeline is an order of stages that has been found possible.
type Pipeline struct {
	stages  []stemma.Stage
	version string
}

// New refuses an order in which a stage stands before what it needs.
func New(stages ...stemma.Stage) (Pipeline, error) {
	made := []stemma.Layer{stemma.LayerText}
	h := sha256.New()
	for _, stage := range stages {
		for _, need := range stage.Needs() {
			if !slices.Contains(made, need) {
				return Pipeline{}, fmt.Errorf("stage %s needs %s, which no stage before it adds", stage.Adds(), need)
			}
		}
		made = append(made, stage.Adds())
		fmt.Fprintf(h, "%s %s\n", stage.Adds(), stage.Version())
	}
	return Pipeline{stages, "r_" + hex.EncodeToString(h.Sum(nil))[:16]}, nil
}

// Stages are the stages in their order.
func (p Pipeline) Stages() []stemma.Stage { return slices.Clone(p.stages) }

// Version is the reading version: it changes whenever a stage, its weights, its
// data or an overlay does.
func (p Pipeline) Version() string { return p.version }

// Read takes one document through every stage. The sentences of its anchors are
// read first, each as a text of its own, so that events can be matched to them.
func (p Pipeline) Read(ctx context.Context, r *stemma.Reading) error {
	r.Version = p.version
	for _, anchor := range r.Given.Anchors {
		reading := sentence(r, anchor)
		if err := p.walk(ctx, reading); err != nil {
			return fmt.Errorf("read anchor %q: %w", anchor.Sentence, err)
		}
		r.Anchored = append(r.Anchored, stemma.Anchored{Anchor: anchor, Reading: reading})
	}
	return p.walk(ctx, r)
}

func (p Pipeline) walk(ctx context.Context, r *stemma.Reading) error {
	for _, stage := range p.stages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := annotate(ctx, stage, r); err != nil {
			return fmt.Errorf("%s: %w", stage.Adds(), err)
		}
	}
	return nil
}

// annotate keeps a fault in a stage to its document: a batch goes on without
// the page that found it.
func annotate(ctx context.Context, stage stemma.Stage, r *stemma.Reading) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a fault in the program, please report it with the document: %v", fault)
		}
	}()
	return stage.Annotate(ctx, r)
}

// sentence is an anchor's sentence as a text to be read: a full stop is added
// where a person left it out, so that it is not taken for a headline.
func sentence(r *stemma.Reading, anchor stemma.Anchor) *stemma.Reading {
	text := anchor.Sentence
	if text != "" && text[len(text)-1] != '.' {
		text += "."
	}
	return &stemma.Reading{
		Document: r.Document, MediaType: "text/plain", Version: r.Version,
		Text: stemma.Text(text), Blocks: []stemma.Block{{Span: stemma.Span{End: len(text)}, Tag: "p"}},
		Language: "en", Read: true,
	}
}
