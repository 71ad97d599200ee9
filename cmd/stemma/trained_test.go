package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// trained are the figures of what was learned: trees on the test parts of the
// treebanks, names, who is meant, and the bytes of the weights.
func trained(t *testing.T, trainer, shared string) string {
	t.Helper()
	syntax, names, re3d := shared+"/bench/syntax/", shared+"/bench/names/", shared+"/bench/entities/re3d/"
	var out strings.Builder
	for _, eval := range [][]string{
		{"syntax", syntax + "ewt-test.conllu.gz", syntax + "gum-test.conllu.gz", syntax + "gum-news-devtest.conllu.gz", syntax + "pud.conllu.gz"},
		{
			"names", "-treebanks", syntax + "ewt-test.conllu.gz," + syntax + "gum-test.conllu.gz," + syntax + "gum-news-devtest.conllu.gz",
			names + "uner-test.txt.gz", names + "gum-test.txt.gz", names + "gum-news.txt.gz", re3d + "Wikipedia", re3d + "Delegation_of_the_European_Union_to_Syria",
		},
		{"coref", "-genres", "_news,_interview,_bio,_speech,_academic,_court,_voyage,_textbook,_conversation,_vlog", syntax + "gum-test.conllu.gz"},
		{"coref", "-held", "-actors", shared + "/fiction/world/actors.tsv", shared + "/corpus/marked"},
	} {
		printed, err := exec.Command(trainer, append([]string{"eval"}, eval...)...).Output()
		if err != nil {
			t.Fatalf("stemma-train eval %s: %v", strings.Join(eval, " "), err)
		}
		out.WriteString(figures(eval[0], string(printed)))
	}
	weights, err := filepath.Glob("../../internal/stage/*/data/*.model")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range weights {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "weights %s %d bytes\n", filepath.Base(file), info.Size())
	}
	return out.String()
}

// speed is what differs from run to run.
var speed = regexp.MustCompile(`\s*\([^()]*(a second|a word)\)`)

// figures are the lines that the trainer prints under the name of each file, one
// fact to a line.
func figures(eval, printed string) string {
	var out strings.Builder
	file := ""
	for line := range strings.Lines(printed) {
		line = strings.TrimRight(speed.ReplaceAllString(line, ""), "\n ")
		switch {
		case line == "":
		case line[0] != ' ':
			file, _, _ = strings.Cut(filepath.Base(line), ".")
		default:
			fmt.Fprintf(&out, "%s %s %s\n", eval, file, strings.Join(strings.Fields(line), " "))
		}
	}
	return out.String()
}

func buildTrainer(t *testing.T) string {
	t.Helper()
	trainer := filepath.Join(t.TempDir(), "stemma-train")
	if out, err := exec.Command("go", "build", "-o", trainer, "stemma/cmd/stemma-train").CombinedOutput(); err != nil {
		t.Fatalf("build the trainer: %v\n%s", err, out)
	}
	return trainer
}

// layDossiers lays the dossiers of training out as one set.
func layDossiers(t *testing.T, trainer, out string) {
	t.Helper()
	dossiers, err := filepath.Glob("../../training/dossiers/*")
	if err != nil {
		t.Fatal(err)
	}
	if printed, err := exec.Command(trainer, append([]string{"lay", "-out", out}, dossiers...)...).CombinedOutput(); err != nil {
		t.Fatalf("lay out the dossiers: %v\n%s", err, printed)
	}
}
