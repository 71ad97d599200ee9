package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/stage/parse"
)

const apart = `# sent_id = mill-1
# text_file = mill.txt
# text_crc32 = 554318af
1	_	_	NOUN	NNS	_	2	nsubj	_	Span=0:6
2	_	_	VERB	VBD	_	0	root	_	Span=7:11
3	_	_	PUNCT	.	_	2	punct	_	Span=11:12

`

func TestReadTrees_wordsStandElsewhere(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("mill.txt", "Guards left. The mill burned.")
	got, err := readTrees(write("trees.conllu", apart+bank), folder)
	if err != nil {
		t.Fatal(err)
	}
	if text, _ := got.text(); strings.Join(strings.Fields(string(text)), " ") != "Guards left. Guards didn't leave." {
		t.Errorf("text %q", text)
	}
	write("mill.txt", "Guard left. The mill burned.")
	if _, err := readTrees(filepath.Join(folder, "trees.conllu"), folder); err == nil {
		t.Error("no error for another text")
	}
}

// The trees that lie here are whole: one root each, and heads that lead to it.
func TestTrees_areWhole(t *testing.T) {
	paths, _ := filepath.Glob("trees/*.conllu")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		bank, err := parseTreebank(strings.NewReader(string(data)))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for n, tree := range bank.trees {
			if flaw := flawOf(tree); flaw != "" {
				t.Errorf("%s: sentence %d: %s", path, n+1, flaw)
			}
		}
	}
}

func flawOf(tree parse.Tree) string {
	roots := 0
	for i, leaf := range tree {
		roots += one(leaf.Head < 0)
		steps, at := 0, i
		for ; at >= 0 && steps <= len(tree); steps++ {
			at = tree[at].Head
		}
		if at >= 0 || leaf.Tag == "" || leaf.Fine == "" || leaf.Relation == "" {
			return "word " + strconv.Itoa(i+1) + " is not whole"
		}
	}
	if roots != 1 {
		return strconv.Itoa(roots) + " roots"
	}
	return ""
}
