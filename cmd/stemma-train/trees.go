package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"stemma"
	"stemma/internal/stage/parse"
)

// printTrees prints texts in CoNLL-U, read by the weights in the program. Of a
// treebank (*.conllu, *.conllu.gz) the bare text is read.
func printTrees(paths []string, stdout io.Writer) error {
	for _, path := range paths {
		text, err := bareText(path)
		if err != nil {
			return err
		}
		for _, s := range parse.Trained().Sentences(text, stemma.Span{End: len(text)}) {
			fmt.Fprintf(stdout, "# text = %s\n", strings.ReplaceAll(text.Words(s.Span), "\n", " "))
			for i := range s.Tokens {
				printToken(stdout, text, s, i)
			}
			fmt.Fprintln(stdout)
		}
	}
	return nil
}

func bareText(path string) (stemma.Text, error) {
	if strings.Contains(path, ".conllu") {
		bank, err := readTreebank(path)
		text, _ := bank.text()
		return text, err
	}
	data, err := os.ReadFile(path)
	return stemma.Text(data), err
}

// printToken prints a word, and before the first of a token of several, such as
// "didn't", the token.
func printToken(stdout io.Writer, text stemma.Text, s stemma.Sentence, i int) {
	last := i
	for last+1 < len(s.Tokens) && parse.Leans(text, s.Tokens[last], s.Tokens[last+1]) {
		last++
	}
	if last > i && (i == 0 || !parse.Leans(text, s.Tokens[i-1], s.Tokens[i])) {
		whole := s.Tokens[i].Span.Join(s.Tokens[last].Span)
		fmt.Fprintf(stdout, "%d-%d\t%s%s\n", i+1, last+1, text.Words(whole), strings.Repeat("\t_", 8))
	}
	t := s.Tokens[i]
	fmt.Fprintf(stdout, "%d\t%s\t%s\t%s\t_\t_\t%d\t%s\t_\t_\n", i+1, text.Words(t.Span), t.Lemma, t.Tag, t.Head+1, t.Relation)
}
