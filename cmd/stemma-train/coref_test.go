package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const entitiesMarked = `# newdoc id = two
1	Minister	minister	NOUN	NN	_	4	nsubj	_	Entity=(7-person-new
2	Ana	Ana	PROPN	NNP	_	1	flat	_	_
3	Torvik	Torvik	PROPN	NNP	_	1	flat	_	Entity=7)
4	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(7-person-giv)
2	said	say	VERB	VBD	_	0	root	_	_
3	Torvik	Torvik	PROPN	NNP	_	5	nmod:poss	_	Entity=(8-event-new(7-person-giv
4	's	's	PART	POS	_	3	case	_	Entity=7)
5	trial	trial	NOUN	NN	_	2	obj	_	Entity=8)|SpaceAfter=No
6	.	.	PUNCT	.	_	2	punct	_	_

`

func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAnnotated(t *testing.T) {
	documents, err := readAnnotated(written(t, "two.conllu", entitiesMarked))
	if err != nil || len(documents) != 1 {
		t.Fatalf("%d documents, %v", len(documents), err)
	}
	var got []string
	for _, m := range documents[0].mentions {
		got = append(got, m.entity+" "+documents[0].text.Words(m.Span))
	}
	if want := "7 Minister Ana Torvik; 7 She; 7 Torvik 's; 8 Torvik 's trial"; strings.Join(got, "; ") != want {
		t.Errorf("got %s", strings.Join(got, "; "))
	}
}

func TestEvalCoref(t *testing.T) {
	said := filepath.Dir(written(t, "a.txt", "Minister Oss Tveit resigned. So <S1 =Oss Tveit>he</S1> <Q1>said</Q1> <C1>on Monday</C1>."))
	var out bytes.Buffer
	if err := evalCoref([]string{written(t, "two.conllu", entitiesMarked), said}, &out); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "he, she       right 100.0 of 1"); n != 2 {
		t.Errorf("%d of two right:\n%s", n, &out)
	}
	folder := t.TempDir()
	if err := trainCoref([]string{"-train", said, "-out", folder}, &out); err != nil {
		t.Fatal(err)
	}
	if table, err := os.ReadFile(filepath.Join(folder, "follow.tsv")); err != nil || !strings.Contains(string(table), "far 1\t") {
		t.Errorf("%v\n%s", err, table)
	}
}
