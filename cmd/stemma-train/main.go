// Command stemma-train turns treebanks into the weights that the program
// carries, and scores weights on treebanks. It knows how corpora are written
// and leaves all learning to the stages.
//
//	stemma-train syntax -train ewt-train.conllu.gz,gum-train.conllu.gz -out data
//	stemma-train eval syntax pud.conllu.gz
//	stemma-train claims -train corpus/marked,training -out data
//	stemma-train lay -out laid training/dossiers/*
//	stemma-train trees report.txt
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

const usage = `usage: stemma-train syntax -train FILE,… [-trees FILE,… -texts FOLDER] -out FOLDER [-newswire N] [-seed N]
       stemma-train coref -train PATH,… [-actors FILE] [-out FOLDER]
       stemma-train eval syntax [-model FILE] FILE…
       stemma-train names -train FILE,… -treebanks FILE,… -out FOLDER [-seed N]
       stemma-train eval names [-model FILE] [-treebanks FILE,…] [-errors] FILE…
       stemma-train eval coref [-actors FILE] [-genres WORD,…] [-held] [-errors] PATH…
       stemma-train claims -train FOLDER,… -out FOLDER [-without WORD] [-seed N]
       stemma-train eval claims [-model FILE] [-without WORD] [-errors] FOLDER,…
       stemma-train disagreements [-rounds N] [-decay N] -out FOLDER FOLDER
       stemma-train eval disagreements [-errors] FOLDER
       stemma-train nouns -wordnet FOLDER -out FOLDER
       stemma-train lay -out FOLDER DOSSIER…
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
	case len(args) > 0 && args[0] == "coref":
		return trainCoref(args[1:], stderr)
	case len(args) > 1 && args[0] == "eval" && args[1] == "syntax":
		return evalSyntax(args[2:], stdout)
	case len(args) > 0 && args[0] == "names":
		return trainNames(args[1:], stderr)
	case len(args) > 1 && args[0] == "eval" && args[1] == "names":
		return evalNames(args[2:], stdout)
	case len(args) > 1 && args[0] == "eval" && args[1] == "coref":
		return evalCoref(args[2:], stdout)
	case len(args) > 0 && args[0] == "claims":
		return trainClaims(args[1:], stderr)
	case len(args) > 1 && args[0] == "eval" && args[1] == "claims":
		return evalClaims(args[2:], stdout)
	case len(args) > 0 && args[0] == "disagreements":
		return trainDisagreements(args[1:], stdout, stderr)
	case len(args) > 1 && args[0] == "eval" && args[1] == "disagreements":
		return evalDisagreements(args[2:], stdout)
	case len(args) > 0 && args[0] == "nouns":
		return sortNouns(args[1:], stderr)
	case len(args) > 0 && args[0] == "lay":
		return layDossiers(args[1:], stdout)
	case len(args) > 1 && args[0] == "trees":
		return printTrees(args[1:], stdout)
	}
	return errors.New(usage)
}
