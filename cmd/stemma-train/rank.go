package main

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/learn"
	"stemma/internal/reference/actors"
	"stemma/internal/stage/name"
)

// trainCoref learns whom "he" and "she" mean, from documents whose entities are marked
// and from claims whose sources are.
func trainCoref(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("coref", flag.ContinueOnError)
	table := flags.String("actors", "", "a table of actors to lay over the book")
	train := flags.String("train", "", "documents (CoNLL-U) and folders of marked reports, with commas between")
	rounds := flags.Int("rounds", 60, "how often every choice is shown")
	decay := flags.Float64("decay", 0.5, "how strongly weights are kept near zero")
	out := flags.String("out", ".", "folder for follow.tsv")
	if err := flags.Parse(args); err != nil {
		return err
	}
	book, err := openBook(*table)
	if err != nil {
		return err
	}
	r := ranker{weights: map[string]float64{}, book: book}
	for pass := range passes {
		r.own = pass > 0
		for _, path := range strings.Split(*train, ",") {
			if err := r.read(path); err != nil {
				return err
			}
		}
		r.learn(*rounds, *decay)
		fmt.Fprintf(stderr, "pass %d: %d choices, %d weights\n", pass+1, len(r.gather), len(r.weights))
	}
	return os.WriteFile(filepath.Join(*out, "follow.tsv"), []byte(r.table()), 0o644)
}

// passes: in the first the earlier pronouns of a page are settled as marked, in
// the others as the weights so far would, so that they learn to live with faults.
const passes = 3

// A ranker gathers choices with their answers, and learns from them.
type ranker struct {
	book    *actors.Book
	weights map[string]float64
	gather  []answered
	own     bool // settle earlier pronouns by the weights
}

// answered is a choice with the right candidate, -1 for none of them.
type answered struct {
	name.Choice
	right int
}

func (r *ranker) read(path string) error {
	if !isFolder(path) {
		documents, err := readAnnotated(path)
		for _, d := range documents {
			if _, err := d.readBy(name.Taught(r.book, r.marked(d))); err != nil {
				return err
			}
		}
		return err
	}
	return eachSaid(path, func(file string) bool { return !heldBack(file) }, func(text said) *name.Stage {
		return name.Taught(r.book, r.sourced(text))
	}, func(said, *stemma.Reading) {})
}

// heldBack reports whether nothing is learned from a file, so that it can be
// scored: the invented reports, and a fifth of the others.
func heldBack(file string) bool {
	return strings.HasPrefix(file, "fiction-") || learn.Hash(file)%5 == 0
}

// marked answers as a document's marks say.
func (r *ranker) marked(d annotated) name.Chooser {
	return func(c name.Choice) int {
		m, right := d.at(c.Span), -1
		if m != nil {
			right = slices.IndexFunc(c.Candidates, func(c name.Candidate) bool { return d.most(c.Mentions) == m.entity })
		}
		r.gather = append(r.gather, answered{c, right})
		if r.own {
			return r.best(c)
		}
		return right
	}
}

// sourced answers as the sources of a text's claims say, and elsewhere as what
// was learned so far does.
func (r *ranker) sourced(text said) name.Chooser {
	return func(c name.Choice) int {
		want, ok := text.names[c.Span]
		if !ok {
			return r.best(c)
		}
		right := slices.IndexFunc(c.Candidates, func(c name.Candidate) bool { return goesBy(append(text.words(c.Mentions), c.Name), want) })
		for range saidWeight {
			r.gather = append(r.gather, answered{c, right})
		}
		if r.own {
			return r.best(c)
		}
		return right
	}
}

// saidWeight: the claims are news, and count as much as so many other texts.
const saidWeight = 3

// best is the candidate that is worth most so far; the one most in view before
// anything was learned.
func (r *ranker) best(c name.Choice) int {
	best, most := -1, r.worth(c.Open)
	for i, candidate := range c.Candidates {
		if w := r.worth(candidate.Features); w > most || best < 0 && len(r.weights) == 0 {
			best, most = i, w
		}
	}
	return best
}

func (r *ranker) worth(features []string) float64 {
	sum := 0.0
	for _, f := range features {
		sum += r.weights[f]
	}
	return sum
}

// learn sets the weights anew.
func (r *ranker) learn(rounds int, decay float64) {
	numbers := map[string]int{}
	number := func(features []string) []int {
		var out []int
		for _, f := range features {
			if _, ok := numbers[f]; !ok {
				numbers[f] = len(numbers)
			}
			out = append(out, numbers[f])
		}
		return out
	}
	var contests []learn.Contest
	for _, a := range r.gather {
		contest := learn.Contest{Options: [][]int{number(a.Open)}, Right: a.right + 1}
		for _, candidate := range a.Candidates {
			contest.Options = append(contest.Options, number(candidate.Features))
		}
		contests = append(contests, contest)
	}
	weights := learn.Rank(contests, len(numbers), rounds, decay)
	clear(r.weights)
	for f, i := range numbers {
		r.weights[f] = weights[i]
	}
	r.weights["open"] -= boldness
}

// boldness is by how much an answer is preferred to none: with 0 fewer are given
// and more of them are right.
const boldness = 0.5

const tableHead = `# What each sign is worth that "he" or "she" means a candidate, in thousandths. Learned by stemma-train coref from the open
# documents of UD_English-GUM train (CC BY 4.0) and from marked claims (CC BY 2.5, CC BY 4.0, public domain, OGL 3.0, own);
# scored by stemma-train eval coref. The same texts and program give the same weights.
feature	weight	note
`

// table writes the weights in thousandths, sorted, those near zero left out.
func (r *ranker) table() string {
	var b strings.Builder
	b.WriteString(tableHead)
	for _, f := range slices.Sorted(maps.Keys(r.weights)) {
		if weight := int(math.Round(1000 * r.weights[f])); weight > 20 || weight < -20 {
			fmt.Fprintf(&b, "%s\t%d\n", f, weight)
		}
	}
	return b.String()
}
