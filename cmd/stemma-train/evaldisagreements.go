package main

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"

	"stemma"
	"stemma/internal/join"
)

// evalDisagreements scores the disagreements that the program prints on reports
// whose disagreements were marked by hand: on all of them, and on the fifth that
// is never learned from.
func evalDisagreements(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("eval disagreements", flag.ContinueOnError)
	wrong := flags.Bool("errors", false, "list what is wrong")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("score disagreements: want one folder of marked reports")
	}
	reports, err := readDisputed(flags.Arg(0))
	if err != nil {
		return err
	}
	var all, back disputeScore
	for _, r := range reports {
		printed := join.Weigh(r.tellings, r.propositions, nil, nil).Disagreements
		all.score(r, printed)
		if held(r.name) {
			back.score(r, printed)
		}
		if *wrong {
			r.listErrors(stdout, printed)
		}
	}
	all.print(stdout, "all reports")
	back.print(stdout, "held back")
	return evalAccounts(filepath.Join(flags.Arg(0), "accounts"), stdout, *wrong)
}

// evalAccounts scores what is printed of happenings that several reports tell of.
func evalAccounts(folder string, stdout io.Writer, wrong bool) error {
	happenings, err := readAccounts(folder)
	if err != nil {
		return err
	}
	var across disputeScore
	for _, h := range happenings {
		printed := join.Weigh(h.tellings, h.propositions, nil, nil).Disagreements
		across.score(h, printed)
		if wrong {
			h.listErrors(stdout, printed)
		}
	}
	across.print(stdout, "across pages")
	return nil
}

// A disputeScore says how many of the printed disagreements are marked, and how
// many of those marked are printed, by type.
type disputeScore struct {
	reports, printed, right int
	marked, found, typed    map[stemma.DisagreementType]int
}

func (s *disputeScore) score(r disputed, printed []stemma.Disagreement) {
	if s.marked == nil {
		s.marked, s.found, s.typed = map[stemma.DisagreementType]int{}, map[stemma.DisagreementType]int{}, map[stemma.DisagreementType]int{}
	}
	s.reports++
	printed = unexplained(printed)
	s.printed += len(printed)
	for _, d := range printed {
		if slices.ContainsFunc(r.rows, func(row markedRow) bool { return r.names(d, row) }) {
			s.right++
		}
	}
	for _, row := range r.rows {
		if !row.strict() {
			continue
		}
		s.marked[row.kind]++
		hits := slices.DeleteFunc(slices.Clone(printed), func(d stemma.Disagreement) bool { return !r.names(d, row) })
		if len(hits) > 0 {
			s.found[row.kind]++
		}
		if slices.ContainsFunc(hits, func(d stemma.Disagreement) bool { return d.Type == row.kind }) {
			s.typed[row.kind]++
		}
	}
}

func unexplained(all []stemma.Disagreement) []stemma.Disagreement {
	return slices.DeleteFunc(slices.Clone(all), func(d stemma.Disagreement) bool { return d.Explained })
}

// names reports whether two of the sides of a printed disagreement are two of a
// marked one.
func (r disputed) names(d stemma.Disagreement, row markedRow) bool {
	for i, a := range d.Sides {
		for _, b := range d.Sides[:i] {
			if row.has(r.texts, a.Words, b.Words) {
				return true
			}
		}
	}
	return false
}

func (s disputeScore) print(out io.Writer, name string) {
	sum := func(of map[stemma.DisagreementType]int) (n int) {
		for _, k := range of {
			n += k
		}
		return n
	}
	fmt.Fprintf(out, "%s: %d reports, %d printed, %.3f of them marked; %d marked, %.3f of them found, %.3f of these of the right type\n",
		name, s.reports, s.printed, share(s.right, s.printed), sum(s.marked), share(sum(s.found), sum(s.marked)), share(sum(s.typed), sum(s.found)))
	for _, kind := range []stemma.DisagreementType{stemma.DisagreeValue, stemma.DisagreeActor, stemma.DisagreeTarget, stemma.DisagreeHappened} {
		fmt.Fprintf(out, "  %s: %d of %d found, %d of the right type\n", kind, s.found[kind], s.marked[kind], s.typed[kind])
	}
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// listErrors prints what is printed and not marked, or marked as of another type,
// and what is marked and not printed.
func (r disputed) listErrors(out io.Writer, printed []stemma.Disagreement) {
	printed = unexplained(printed)
	for _, d := range printed {
		i := slices.IndexFunc(r.rows, func(row markedRow) bool { return r.names(d, row) })
		switch {
		case i < 0:
			fmt.Fprintf(out, "%s: wrong %s, %s\n", r.name, d.Type, d.Reason)
		case r.rows[i].kind != d.Type:
			fmt.Fprintf(out, "%s: %s for %s, %s\n", r.name, d.Type, r.rows[i].kind, d.Reason)
		default:
			continue
		}
		for _, side := range d.Sides {
			fmt.Fprintf(out, "\t%q\n", r.words(side.Words))
		}
	}
	for _, row := range r.rows {
		if row.strict() && !slices.ContainsFunc(printed, func(d stemma.Disagreement) bool { return r.names(d, row) }) {
			r.listMissed(out, row)
		}
	}
}

func (r disputed) listMissed(out io.Writer, row markedRow) {
	fmt.Fprintf(out, "%s: missed %s\n", r.name, row.kind)
	for _, side := range slices.Sorted(maps.Keys(row.sides)) {
		for _, words := range row.sides[side] {
			fmt.Fprintf(out, "\t%s %q\n", side, r.words(words))
		}
	}
}
