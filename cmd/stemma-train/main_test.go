package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/learn"
	"stemma/internal/stage/parse"
)

func small(t *testing.T, trees []parse.Tree) *parse.Model {
	model, err := parse.Train(trees, parse.Training{Width: 48, Reach: []int{1, 1}, Hidden: 32, Course: learn.Course{Epochs: 14, Batch: 4, Seed: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return model
}

func drawn(t *testing.T, n int, seed uint64) []parse.Tree {
	trees, err := drawNewswire(n, seed)
	if err != nil {
		t.Fatal(err)
	}
	return trees
}

// A model of a few hundred drawn sentences reads others of the kind.
func TestTrain_floor(t *testing.T) {
	model := small(t, drawn(t, 300, 1))
	want := drawn(t, 100, 2)
	var score tally
	for i, got := range model.ReadAll(want) {
		score.add(want[i], got)
	}
	if tags, arcs := percent(score.tags, score.words), percent(score.arcs, score.words); tags < 95 || arcs < 75 {
		t.Errorf("UPOS %.1f, LAS %.1f; want at least 95 and 75", tags, arcs)
	}
}

func TestTrain_sameBytes(t *testing.T) {
	var packed [2][]byte
	for i := range packed {
		packed[i] = small(t, drawn(t, 30, 1)).Pack()
	}
	if !bytes.Equal(packed[0], packed[1]) {
		t.Error("the same trees and seed gave two models")
	}
}

func TestGrammar_treesAreWhole(t *testing.T) {
	for _, tree := range drawn(t, 500, 3) {
		roots := 0
		for i, leaf := range tree {
			roots += one(leaf.Head < 0)
			if leaf.Head == i || leaf.Head >= len(tree) || leaf.Tag == "" || leaf.Relation == "" {
				t.Fatalf("%+v in %v", leaf, tree)
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %v", roots, tree)
		}
	}
}

const bank = `# newdoc id = one
# text = Guards didn't leave.
1	Guards	guard	NOUN	NNS	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	leave	leave	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

`

func TestTreebank_text(t *testing.T) {
	b, err := parseTreebank(strings.NewReader(bank + bank))
	if err != nil {
		t.Fatal(err)
	}
	text, want := b.text()
	if got := strings.TrimSpace(string(text)); got != "Guards didn't leave. \n\nGuards didn't leave." {
		t.Errorf("text %q", got)
	}
	if len(want.sentences) != 2 || len(want.words) != 10 {
		t.Errorf("%d sentences, %d words", len(want.sentences), len(want.words))
	}
}

func TestRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bank.conllu")
	if err := os.WriteFile(path, []byte(bank), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run([]string{"trees", path}, &out, &out); err != nil || !strings.Contains(out.String(), "2-3\tdidn't") {
		t.Errorf("trees: %v\n%s", err, &out)
	}
	out.Reset()
	if err := run([]string{"eval", "syntax", path}, &out, &out); err != nil || !strings.Contains(out.String(), "tokens F1 100.00") {
		t.Errorf("eval: %v\n%s", err, &out)
	}
	if err := run(nil, &out, &out); err == nil {
		t.Error("no error without a command")
	}
}

// The dossiers lie in one folder, each page under its dossier's name.
func TestLay(t *testing.T) {
	dossiers, err := filepath.Glob("../../training/dossiers/*")
	if err != nil || len(dossiers) == 0 {
		t.Fatalf("find dossiers: %d, %v", len(dossiers), err)
	}
	folder := t.TempDir()
	var out bytes.Buffer
	if err := run(append([]string{"lay", "-out", folder}, dossiers...), &out, &out); err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob(filepath.Join(folder, "pages", filepath.Base(dossiers[0])+"-*.txt"))
	if err != nil || len(pages) < 2 {
		t.Errorf("%d pages of %s laid out, %v\n%s", len(pages), dossiers[0], err, &out)
	}
	if err := run([]string{"lay", "-out", folder, t.TempDir()}, &out, &out); err == nil || !strings.Contains(err.Error(), "places.tsv") {
		t.Errorf("an empty folder: %v", err)
	}
}
