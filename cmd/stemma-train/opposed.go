package main

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/learn"
	"stemma/internal/stage/assess/dispute"
)

// trainDisagreements learns what each sign of two statements is worth that they
// cannot both hold, from reports whose disagreements are marked: from all but
// the fifth that is never learned from. Before that it prints how far what it
// learns goes on each fifth that it has not seen.
//
//	stemma-train disagreements -out internal/stage/assess/dispute/data training
func trainDisagreements(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("disagreements", flag.ContinueOnError)
	out := flags.String("out", ".", "folder for opposed.tsv")
	var l pairLearner
	flags.IntVar(&l.rounds, "rounds", 30, "how often every pair is shown")
	flags.Float64Var(&l.decay, "decay", 6, "how strongly weights are kept near zero")
	flags.IntVar(&l.seldom, "seldom", 40, "in how many pairs a sign must stand to be learned")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("learn disagreements: want one folder of marked reports")
	}
	reports, err := readDisputed(flags.Arg(0))
	if err != nil {
		return err
	}
	opposed := l.study(reports)
	fmt.Fprintf(stderr, "%d reports, %d pairs, %d of them marked\n", len(reports), len(l.lessons), l.marked())
	l.curve(stdout, reports, opposed)
	weights := l.learn(func(report int) bool { return !held(reports[report].name) })
	return os.WriteFile(filepath.Join(*out, "opposed.tsv"), []byte(opposedTable(weights)), 0o644)
}

// A pairLearner learns from pairs of statements.
type pairLearner struct {
	rounds  int
	decay   float64
	seldom  int
	numbers map[sign]int
	names   []sign
	lessons []pairLesson
}

// A sign is one of a pair, as it weighs within a role, or under "" in any.
type sign struct{ role, name string }

// A pairLesson is a pair of a report and the choice whether it is none or one.
type pairLesson struct {
	learn.Contest
	report int
}

// study numbers the signs of all pairs, and drops those that are seldom seen.
func (l *pairLearner) study(reports []disputed) []dispute.Opposed {
	l.numbers = map[sign]int{}
	out := make([]dispute.Opposed, len(reports))
	var seen []int
	for i := range reports {
		out[i] = dispute.Oppose(reports[i].propositions, reports[i].tellings, nil)
		for _, p := range out[i].Pairs {
			lesson := pairLesson{learn.Contest{Options: [][]int{nil, l.number(p)}}, i}
			if reports[i].opposes(p) {
				lesson.Right = 1
			}
			l.lessons = append(l.lessons, lesson)
			seen = append(seen, make([]int, len(l.names)-len(seen))...)
			for _, n := range lesson.Options[1] {
				seen[n]++
			}
		}
	}
	for _, lesson := range l.lessons {
		lesson.Options[1] = slices.DeleteFunc(lesson.Options[1], func(n int) bool { return seen[n] < l.seldom })
	}
	return out
}

func (l *pairLearner) number(p dispute.Pair) []int {
	var out []int
	for _, name := range p.Signs {
		for _, s := range []sign{{"", name}, {p.Role, name}} {
			n, ok := l.numbers[s]
			if !ok {
				n = len(l.names)
				l.numbers[s], l.names = n, append(l.names, s)
			}
			out = append(out, n)
		}
	}
	return out
}

func (l *pairLearner) marked() int {
	n := 0
	for _, lesson := range l.lessons {
		n += lesson.Right
	}
	return n
}

// learn is what the signs are worth by some reports: a logistic regression, as a
// choice between a pair and nothing.
func (l *pairLearner) learn(from func(report int) bool) dispute.Weights {
	var contests []learn.Contest
	for _, lesson := range l.lessons {
		if from(lesson.report) {
			contests = append(contests, lesson.Contest)
		}
	}
	shuffle(contests)
	out := dispute.Weights{Worth: map[string]map[string]int{}, Believed: dispute.Believed, Doubted: dispute.Doubted}
	for n, worth := range learn.Rank(contests, len(l.names), l.rounds, l.decay) {
		if thousandths := int(math.Round(1000 * worth)); thousandths > slight || thousandths < -slight {
			out.Add(l.names[n].role, l.names[n].name, thousandths)
		}
	}
	return out
}

// slight is the weight, in thousandths, up to which a sign is left out.
const slight = 20

// curve prints, for several degrees of belief, how right and how full what is
// found is on each fifth of the reports by weights learned from the others.
func (l *pairLearner) curve(stdout io.Writer, reports []disputed, opposed []dispute.Opposed) {
	const folds = 5
	var weights [folds]dispute.Weights
	for k := range weights {
		weights[k] = l.learn(func(report int) bool { return place(reports[report].name)%folds != uint32(k) })
	}
	for _, believed := range []float64{1, .95, .8, .7, .6, .5, .4} {
		for _, doubted := range []float64{0, .2} {
			var s disputeScore
			for i, r := range reports {
				w := weights[place(r.name)%folds]
				w.Believed, w.Doubted = odds(believed), odds(doubted)
				s.score(r, opposed[i].Disagreements(w))
			}
			s.print(stdout, fmt.Sprintf("believed from %.2f, doubted below %.2f", believed, doubted))
		}
	}
}

// odds is the sum of weights that stands for a chance.
func odds(chance float64) int {
	const sure = 0.001 // no sum is of more
	chance = min(max(chance, sure), 1-sure)
	return int(math.Round(1000 * math.Log(chance/(1-chance))))
}

// opposes reports whether two statements are marked as two sides: most of the
// shorter of the statement and the marked words is in both.
func (d disputed) opposes(p dispute.Pair) bool {
	meets := func(said stemma.Span, marked []stemma.Quote) bool {
		return slices.ContainsFunc(marked, func(words stemma.Quote) bool {
			n := min(said.End, words.Span.End) - max(said.Start, words.Span.Start)
			return n > 0 && 2*n >= min(said.Len(), words.Span.Len())
		})
	}
	return slices.ContainsFunc(d.rows, func(row markedRow) bool {
		for x := range row.sides {
			for y := range row.sides {
				if row.strict() && x != y && meets(p.Earlier.Quote.Span, row.sides[x]) && meets(p.Later.Quote.Span, row.sides[y]) {
					return true
				}
			}
		}
		return false
	})
}

const opposedHead = `# What each sign of two statements of one page is worth that they cannot both hold, in thousandths of log odds; under a role, how the
# one says no to the other, or under none. Learned by stemma-train disagreements from training/ (own, Apache License 2.0); README.md
# has the command and the scores. The same texts and program give the same weights.
role	sign	weight	note
`

// opposedTable writes weights, sorted.
func opposedTable(w dispute.Weights) string {
	var b strings.Builder
	b.WriteString(opposedHead)
	for _, role := range slices.Sorted(maps.Keys(w.Worth)) {
		for _, name := range slices.Sorted(maps.Keys(w.Worth[role])) {
			fmt.Fprintf(&b, "%s\t%s\t%d\t\n", role, strings.TrimSpace(name), w.Worth[role][name])
		}
	}
	return b.String()
}

// shuffle puts contests in an order that has nothing to do with where they came
// from, always the same: what is learned last weighs most.
func shuffle(contests []learn.Contest) {
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(contests), func(i, j int) { contests[i], contests[j] = contests[j], contests[i] })
}
