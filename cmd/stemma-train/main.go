// Command stemma-train turns treebanks into the weights that the program
// carries, and scores weights on treebanks. It knows how corpora are written
// and leaves all learning to the stages.
//
//	stemma-train syntax -train ewt-train.conllu.gz,gum-train.conllu.gz -out data
//	stemma-train eval syntax pud.conllu.gz
//	stemma-train trees report.txt
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"stemma/internal/stage/parse"
)

const usage = `usage: stemma-train syntax -train FILE,… -out FOLDER [-newswire N] [-seed N]
       stemma-train eval syntax [-model FILE] FILE…
       stemma-train eval coref [-actors FILE] [-genres WORD,…] [-errors] FILE…
       stemma-train trees FILE…`

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "stemma-train:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	switch {
	case len(args) > 0 && args[0] == "syntax":
		return trainSyntax(args[1:], stderr)
	case len(args) > 1 && args[0] == "eval" && args[1] == "syntax":
		return evalSyntax(args[2:], stdout)
	case len(args) > 1 && args[0] == "eval" && args[1] == "coref":
		return evalCoref(args[2:], stdout)
	case len(args) > 1 && args[0] == "trees":
		return printTrees(args[1:], stdout)
	}
	return errors.New(usage)
}

func trainSyntax(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("syntax", flag.ContinueOnError)
	train := flags.String("train", "", "treebanks, CoNLL-U, with commas between")
	out := flags.String("out", ".", "folder for syntax.model")
	newswire := flags.Int("newswire", 2000, "sentences drawn from newswire.grammar beside the treebanks")
	seed := flags.Uint64("seed", 1, "of the order in which examples are shown")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var trees []parse.Tree
	for _, path := range strings.Split(*train, ",") {
		bank, err := readTreebank(path)
		if err != nil {
			return err
		}
		trees = append(trees, bank.trees...)
	}
	drawn, err := drawNewswire(*newswire, *seed)
	if err != nil {
		return err
	}
	trees = append(trees, drawn...)
	begun := time.Now()
	log := func(line string) { fmt.Fprintf(stderr, "%4.0f s  %s\n", time.Since(begun).Seconds(), line) }
	model, err := parse.Train(trees, parse.Training{Seed: *seed, Log: log})
	if err != nil {
		return err
	}
	packed, err := model.Pack()
	if err != nil {
		return err
	}
	log(fmt.Sprintf("%d weights, %d bytes", model.Weights(), len(packed)))
	return os.WriteFile(filepath.Join(*out, "syntax.model"), packed, 0o644)
}
