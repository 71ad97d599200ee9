package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"stemma"
	"stemma/internal/stage/parse"
)

// evalSyntax prints two lines of scores for each treebank: one for its words as
// they are told apart there, one for its bare text.
func evalSyntax(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("eval syntax", flag.ContinueOnError)
	file := flags.String("model", "", "weights to score; without it, those in the program")
	if err := flags.Parse(args); err != nil {
		return err
	}
	model, err := openModel(*file)
	if err != nil {
		return err
	}
	for _, path := range flags.Args() {
		bank, err := readTreebank(path)
		if err != nil {
			return err
		}
		fmt.Fprintln(stdout, filepath.Base(path))
		evalWords(stdout, bank, model)
		evalText(stdout, bank, model)
	}
	return nil
}

func openModel(file string) (*parse.Model, error) {
	if file == "" {
		return parse.Trained(), nil
	}
	packed, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return parse.Unpack(packed)
}

// A tally counts words, and those of them that were read right.
type tally struct{ words, tags, lemmas, heads, arcs int }

func evalWords(stdout io.Writer, bank treebank, model *parse.Model) {
	var t tally
	begun := time.Now()
	got := model.ReadAll(bank.trees)
	seconds := time.Since(begun).Seconds()
	for i, tree := range bank.trees {
		t.add(tree, got[i])
	}
	fmt.Fprintf(stdout, "  words %6d  UPOS %.2f  lemmas %.2f  UAS %.2f  LAS %.2f  (%.0f words a second)\n", t.words,
		percent(t.tags, t.words), percent(t.lemmas, t.words), percent(t.heads, t.words), percent(t.arcs, t.words), float64(t.words)/seconds)
}

func (t *tally) add(want, got parse.Tree) {
	for i := range want {
		t.words++
		t.tags += one(want[i].Tag == got[i].Tag)
		t.lemmas += one(want[i].Lemma == got[i].Lemma)
		if want[i].Head == got[i].Head {
			t.heads++
			t.arcs += one(parse.Kept(want[i].Relation) == got[i].Relation)
		}
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// A reading is a text's words and sentences by where they stand, so that two
// readings can be compared that tell words apart differently.
type reading struct {
	words     map[stemma.Span]arc
	sentences map[stemma.Span]bool
}

// An arc is a word's tag and its place in the tree.
type arc struct {
	tag, relation string
	head          stemma.Span // empty for the root
}

func evalText(stdout io.Writer, bank treebank, model *parse.Model) {
	text, want := bank.text()
	got := readingOf(model.Sentences(text, stemma.Span{End: len(text)}))
	words, sentences, tags, heads, arcs := 0, 0, 0, 0, 0
	for span, w := range want.words {
		g, ok := got.words[span]
		words += one(ok)
		tags += one(ok && g.tag == w.tag)
		heads += one(ok && g.head == w.head)
		arcs += one(ok && g.head == w.head && g.relation == w.relation)
	}
	for span := range want.sentences {
		sentences += one(got.sentences[span])
	}
	all := len(want.words) + len(got.words)
	fmt.Fprintf(stdout, "  text   tokens F1 %.2f  sentences F1 %.2f  UPOS F1 %.2f  UAS F1 %.2f  LAS F1 %.2f\n", percent(2*words, all),
		percent(2*sentences, len(want.sentences)+len(got.sentences)), percent(2*tags, all), percent(2*heads, all), percent(2*arcs, all))
}

// text writes the treebank's words as the text that they came from, a blank
// line between paragraphs.
func (b treebank) text() (stemma.Text, reading) {
	text, laid := b.lay()
	want := reading{map[stemma.Span]arc{}, map[stemma.Span]bool{}}
	for i, tree := range b.trees {
		spans := laid[i]
		for j, leaf := range tree {
			want.words[spans[j]] = arc{leaf.Tag, parse.Kept(leaf.Relation), at(spans, leaf.Head)}
		}
		want.sentences[spans[0].Join(spans[len(spans)-1])] = true
	}
	return text, want
}

// lay writes the text, and says where each word of each sentence came to stand.
func (b treebank) lay() (stemma.Text, [][]stemma.Span) {
	var text strings.Builder
	laid := make([][]stemma.Span, len(b.trees))
	for i, tree := range b.trees {
		if b.opens[i] {
			text.WriteString("\n\n")
		}
		laid[i] = make([]stemma.Span, len(tree))
		for j, leaf := range tree {
			laid[i][j] = stemma.Span{Start: text.Len(), End: text.Len() + len(leaf.Form)}
			text.WriteString(leaf.Form)
			if b.spaced[i][j] {
				text.WriteString(" ")
			}
		}
	}
	return stemma.Text(text.String()), laid
}

func at(spans []stemma.Span, i int) stemma.Span {
	if i < 0 {
		return stemma.Span{}
	}
	return spans[i]
}

func readingOf(sentences []stemma.Sentence) reading {
	got := reading{map[stemma.Span]arc{}, map[stemma.Span]bool{}}
	for _, s := range sentences {
		got.sentences[s.Span] = true
		for _, t := range s.Tokens {
			a := arc{tag: t.Tag, relation: t.Relation}
			if t.Head >= 0 {
				a.head = s.Tokens[t.Head].Span
			}
			got.words[t.Span] = a
		}
	}
	return got
}
