package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/stage/name"
)

func trainNames(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("names", flag.ContinueOnError)
	train := flags.String("train", "", "texts with their names marked: BIO files and folders of re3d, with commas between")
	trees := flags.String("treebanks", "", "CoNLL-U files of the same texts, with commas between: they know what stood between the words")
	out := flags.String("out", ".", "folder for names.model")
	var set name.Training
	flags.Uint64Var(&set.Seed, "seed", 1, "of the order in which examples are shown")
	flags.IntVar(&set.Rounds, "rounds", 0, "through all examples")
	flags.Float64Var(&set.Rate, "rate", 0, "of the steps")
	flags.Float64Var(&set.Pull, "pull", 0, "of the weights towards zero")
	flags.Float64Var(&set.Drop, "drop", 0, "the share of features left out")
	flags.Float64Var(&set.Least, "least", 0, "the smallest weight kept")
	if err := flags.Parse(args); err != nil {
		return err
	}
	lessons, err := readLessons(strings.Split(*train, ","), *trees)
	if err != nil {
		return err
	}
	begun := time.Now()
	set.Log = func(line string) { fmt.Fprintf(stderr, "%4.0f s  %s\n", time.Since(begun).Seconds(), line) }
	weights := name.NewTagger(nil, actors.Open(), gazetteer.Open()).Train(lessons, set)
	packed, err := weights.Pack()
	if err != nil {
		return err
	}
	set.Log(fmt.Sprintf("%d weights, %d bytes", weights.Count(), len(packed)))
	return os.WriteFile(filepath.Join(*out, "names.model"), packed, 0o644)
}

// evalNames prints for each marked text how many of its names the program finds,
// letter for letter and of the right sort.
func evalNames(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("eval names", flag.ContinueOnError)
	file := flags.String("model", "", "weights to score; without it, those in the program")
	trees := flags.String("treebanks", "", "CoNLL-U files of the same texts, with commas between")
	errors := flags.Bool("errors", false, "print each name that is missed or wrong")
	if err := flags.Parse(args); err != nil {
		return err
	}
	weights, err := openNames(*file)
	if err != nil {
		return err
	}
	tagger := name.NewTagger(weights, actors.Open(), gazetteer.Open())
	for _, path := range flags.Args() {
		lessons, err := readLessons([]string{path}, *trees)
		if err != nil {
			return err
		}
		fmt.Fprintln(stdout, filepath.Base(path))
		scoreNames(stdout, tagger, lessons, *errors)
	}
	return nil
}

func openNames(file string) (*name.Weights, error) {
	if file == "" {
		return name.Trained(), nil
	}
	packed, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return name.Unpack(packed)
}

// matches counts names found, names marked, and those that are both.
type matches struct{ found, marked, both int }

func scoreNames(stdout io.Writer, tagger *name.Tagger, lessons []name.Lesson, errors bool) {
	counts := map[name.Sort]*matches{}
	for _, sort := range name.Sorts() {
		counts[sort] = &matches{}
	}
	words := 0
	var took time.Duration
	for _, lesson := range lessons {
		begun := time.Now()
		found := tagger.Names(lesson.Reading)
		took += time.Since(begun)
		for _, s := range lesson.Reading.Syntax.Sentences {
			words += len(s.Tokens)
		}
		compare(counts, lesson.Names, found)
		if errors {
			printMissed(stdout, lesson, found)
		}
	}
	all := matches{}
	for _, sort := range name.Sorts() {
		c := counts[sort]
		fmt.Fprintf(stdout, "  %s %5d  P %.2f  R %.2f  F1 %.2f\n", sort, c.marked, percent(c.both, c.found), percent(c.both, c.marked), percent(2*c.both, c.found+c.marked))
		all.found, all.marked, all.both = all.found+c.found, all.marked+c.marked, all.both+c.both
	}
	fmt.Fprintf(stdout, "  all %5d  P %.2f  R %.2f  F1 %.2f  (%.1f µs a word)\n", all.marked, percent(all.both, all.found), percent(all.both, all.marked),
		percent(2*all.both, all.found+all.marked), float64(took.Microseconds())/float64(max(words, 1)))
}

func compare(counts map[name.Sort]*matches, marked, found []name.Named) {
	right := map[name.Named]bool{}
	for _, n := range marked {
		right[n] = true
		counts[n.Sort].marked++
	}
	for _, n := range found {
		counts[n.Sort].found++
		counts[n.Sort].both += one(right[n])
	}
}

func printMissed(stdout io.Writer, lesson name.Lesson, found []name.Named) {
	for _, pair := range []struct {
		sign          string
		these, others []name.Named
	}{{"missed", lesson.Names, found}, {"wrong", found, lesson.Names}} {
		others := map[name.Named]bool{}
		for _, n := range pair.others {
			others[n] = true
		}
		for _, n := range pair.these {
			if !others[n] {
				fmt.Fprintf(stdout, "  %s\t%s\t%s\n", pair.sign, n.Sort, lesson.Reading.Words(n.Span))
			}
		}
	}
}
