package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"stemma/internal/learn"
	"stemma/internal/stage/parse"
)

// trainSyntax makes the weights of the stage parse.
func trainSyntax(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("syntax", flag.ContinueOnError)
	train := flags.String("train", "", "treebanks, CoNLL-U, with commas between")
	trees := flags.String("trees", "", "treebanks whose words may stand in the folder of texts, with commas between")
	texts := flags.String("texts", "", "folder of the texts that those trees point into")
	times := flags.Int("times", 2, "how often an epoch shows the trees of -trees")
	out := flags.String("out", ".", "folder for syntax.model")
	newswire := flags.Int("newswire", 2000, "sentences drawn from newswire.grammar beside the treebanks")
	epochs := flags.Int("epochs", 0, "how often all is shown; 0 for the usual")
	seed := flags.Uint64("seed", 1, "of the first weights and of the order in which examples are shown")
	if err := flags.Parse(args); err != nil {
		return err
	}
	all, err := treesOf(split(*train), split(*trees), *texts, *times)
	if err != nil {
		return err
	}
	drawn, err := drawNewswire(*newswire, *seed)
	if err != nil {
		return err
	}
	begun := time.Now()
	log := func(line string) { fmt.Fprintf(stderr, "%4.0f s  %s\n", time.Since(begun).Seconds(), line) }
	model, err := parse.Train(append(all, drawn...), parse.Training{Course: learn.Course{Seed: *seed, Epochs: *epochs, Log: log}})
	if err != nil {
		return err
	}
	packed := model.Pack()
	log(fmt.Sprintf("%d weights, %d bytes", model.Weights(), len(packed)))
	return os.WriteFile(filepath.Join(*out, "syntax.model"), packed, 0o644)
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

// treesOf reads the treebanks, and, as often as times says, those in whose
// trees there is most to learn.
func treesOf(treebanks, own []string, texts string, times int) ([]parse.Tree, error) {
	var all []parse.Tree
	for _, path := range treebanks {
		bank, err := readTreebank(path)
		if err != nil {
			return nil, err
		}
		all = append(all, bank.trees...)
	}
	for _, path := range own {
		bank, err := readTrees(path, texts)
		if err != nil {
			return nil, err
		}
		for range times {
			all = append(all, bank.trees...)
		}
	}
	return all, nil
}
