package pipeline_test

import (
	"context"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/pipeline"
)

type fake struct {
	adds  stemma.Layer
	needs []stemma.Layer
}

func (f fake) Adds() stemma.Layer    { return f.adds }
func (f fake) Needs() []stemma.Layer { return f.needs }
func (f fake) Version() string       { return "1" }
func (f fake) Annotate(_ context.Context, r *stemma.Reading) error {
	r.Note(f.adds, stemma.Span{}, string(r.Text))
	return nil
}

func TestNew_refusesWrongOrder(t *testing.T) {
	regions := fake{adds: stemma.LayerRegions, needs: []stemma.Layer{stemma.LayerText}}
	syntax := fake{adds: stemma.LayerSyntax, needs: []stemma.Layer{stemma.LayerRegions}}
	if _, err := pipeline.New(regions, syntax); err != nil {
		t.Fatalf("the right order: %v", err)
	}
	_, err := pipeline.New(syntax, regions)
	if err == nil || !strings.Contains(err.Error(), "stage syntax needs regions, which no stage before it adds") {
		t.Fatalf("the wrong order: %v", err)
	}
}

func TestRead_readsAnchorsFirst(t *testing.T) {
	line, err := pipeline.New(fake{adds: stemma.LayerRegions})
	if err != nil {
		t.Fatal(err)
	}
	r := &stemma.Reading{Text: "page", Given: stemma.Given{Anchors: []stemma.Anchor{{Sentence: "The siege began", Date: 1}}}}
	if err := line.Read(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	if len(r.Anchored) != 1 || r.Anchored[0].Reading.Text != "The siege began." {
		t.Fatalf("anchors read: %+v", r.Anchored)
	}
	if len(r.Notes) != 1 || r.Version != line.Version() {
		t.Fatalf("notes %v, version %q", r.Notes, r.Version)
	}
}

type broken struct{ fake }

func (broken) Annotate(context.Context, *stemma.Reading) error { panic("index out of range") }

func TestRead_aFaultFailsOneDocument(t *testing.T) {
	line, err := pipeline.New(broken{fake{adds: stemma.LayerRegions}})
	if err != nil {
		t.Fatal(err)
	}
	err = line.Read(context.Background(), &stemma.Reading{})
	if err == nil || !strings.Contains(err.Error(), "regions: a fault in the program") {
		t.Fatalf("error: %v", err)
	}
}
