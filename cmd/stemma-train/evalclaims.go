package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"stemma/internal/stage/attribute"
	"stemma/internal/stage/attribute/speech"
)

// evalClaims scores the rules alone and with the model on the fifth of the
// reports that is held back, or on all whose names begin with a word.
func evalClaims(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("eval claims", flag.ContinueOnError)
	file := flags.String("model", "", "weights to score; without it, those in the program")
	without := flags.String("without", "fiction-", "beginning of the names of files that are left out")
	only := flags.String("only", "", "beginning of the names of files to score, held back or not")
	wrong := flags.Bool("errors", false, "list what is wrong")
	curve := flags.Bool("curve", false, "score every threshold")
	learning := flags.Bool("learning", false, "train on ever more of the reports and score each time")
	press := flags.String("press", "", "table of the English and the kind of outlet of each report: score by those, each report by a model that has not seen it")
	if err := flags.Parse(args); err != nil {
		return err
	}
	model, err := openClaims(*file)
	if err != nil {
		return err
	}
	reports, err := readReports(strings.Join(flags.Args(), ","), *without)
	if err != nil {
		return err
	}
	learned, back := withheld(reports)
	if *only != "" {
		back = slices.DeleteFunc(reports, func(r report) bool { return !strings.HasPrefix(r.name, *only) })
	}
	switch {
	case *press != "":
		return printPress(stdout, *press, model.Least(), reports)
	case *wrong:
		return listErrors(stdout, model, back)
	case *curve:
		return printCurve(stdout, model, back)
	case *learning:
		return printLearning(stdout, learned, back)
	}
	return printScores(stdout, model, back)
}

func openClaims(file string) (*speech.Model, error) {
	if file == "" {
		return speech.Trained(), nil
	}
	packed, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return speech.Unpack(packed)
}

// printScores compares rules and model, over all reports and kind by kind.
func printScores(out io.Writer, m *speech.Model, reports []report) error {
	if err := printScore(out, "rules alone", nil, reports); err != nil {
		return err
	}
	if err := printScore(out, "with the model", m, reports); err != nil {
		return err
	}
	for _, kind := range kinds(reports) {
		of := slices.DeleteFunc(slices.Clone(reports), func(r report) bool { return r.kind != kind })
		if err := printScore(out, kind, m, of); err != nil {
			return err
		}
	}
	return nil
}

func kinds(reports []report) []string {
	var out []string
	for _, r := range reports {
		out = append(out, r.kind)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func printScore(out io.Writer, name string, m *speech.Model, reports []report) error {
	s, err := scoreModel(m, reports)
	if err == nil {
		fmt.Fprintf(out, "%-24s %4d claims: %v  exact source %.1f cue %.1f content %.1f, %d pronouns and short names %.1f right\n",
			name, s.claims.marked, s.claims, s.sources.f1(), s.cues.f1(), s.contents.f1(), s.meant.marked, s.meant.recall())
	}
	return err
}

// printCurve prints precision and recall at every threshold.
func printCurve(out io.Writer, m *speech.Model, reports []report) error {
	for least := lowest; least <= highest; least += stride {
		if err := printScore(out, fmt.Sprintf("threshold %d", least), m.WithLeast(least), reports); err != nil {
			return err
		}
	}
	return nil
}

// printLearning trains on an eighth of the reports, then on twice as many, and
// so on; which come first their names decide.
func printLearning(out io.Writer, learned, back []report) error {
	order := slices.SortedStableFunc(slices.Values(learned), func(a, b report) int { return cmp.Compare(place(a.name), place(b.name)) })
	for _, share := range []int{8, 4, 2, 1} {
		some := order[:len(order)/share]
		m, err := speech.Train(lessonsOf(some), speech.Training{Seed: 1})
		if err != nil {
			return err
		}
		if m, _, err = sharpest(m, back); err != nil {
			return err
		}
		claims := 0
		for _, r := range some {
			claims += len(r.marked)
		}
		if err := printScore(out, fmt.Sprintf("%d reports, %d claims", len(some), claims), m, back); err != nil {
			return err
		}
	}
	return nil
}

func listErrors(out io.Writer, m *speech.Model, reports []report) error {
	stage := attribute.With(m)
	for _, r := range reports {
		reading := *r.reading
		if err := stage.Annotate(context.Background(), &reading); err != nil {
			return fmt.Errorf("find the claims of %s: %w", r.name, err)
		}
		printClaimErrors(out, r, reading.Claims)
	}
	return nil
}
