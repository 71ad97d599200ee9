package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"stemma"
	"stemma/internal/layout"
	"stemma/internal/ledger"
)

// lay writes events as a coder's table has them. Into a file go the rows that
// have a day and a place; beside it, under the same name, those apart, and why
// each empty cell is empty.
func (e *exporting) lay(l *ledger.Ledger, k kind, f *ledger.Filter, table layout.Layout) error {
	if k.Name != "events" {
		return fmt.Errorf("%w: --format %s is for events, not %s", stemma.ErrUsage, table.Key, k.Name)
	}
	tellings, leftOut := layout.Tellings(l, f, e.proposed)
	to, done := layout.Sheets{Rows: e.stdout}, func() error { return nil }
	if e.output != "-" {
		var err error
		if to, done, err = beside(e.output); err != nil {
			return err
		}
	}
	n, err := table.Write(tellings, to)
	if err != nil {
		return err
	}
	if err := done(); err != nil {
		return err
	}
	e.tell(n, *leftOut)
	return nil
}

func (e *exporting) tell(n layout.Tally, leftOut int) {
	if n.OutOfScope > 0 {
		fmt.Fprintf(e.stderr, "%d events that the codebook does not take left out\n", n.OutOfScope)
	}
	if n.Apart > 0 && e.output == "-" {
		fmt.Fprintf(e.stderr, "%d rows without a day or a place left out; -o FILE writes them to FILE.apart.csv\n", n.Apart)
	}
	e.tellLeftOut(leftOut)
}

// beside opens three files that come to be whole or not at all: NAME.csv,
// NAME.apart.csv and NAME.gaps.csv.
func beside(name string) (layout.Sheets, func() error, error) {
	stem := strings.TrimSuffix(name, ".csv")
	var made []*os.File
	var files [3]io.Writer
	for i := range files {
		f, err := os.CreateTemp(".", ".export-*")
		if err != nil {
			return layout.Sheets{}, nil, fmt.Errorf("write %s: %w", name, err)
		}
		made, files[i] = append(made, f), f
	}
	done := func() error {
		for i, to := range []string{name, stem + ".apart.csv", stem + ".gaps.csv"} {
			if err := cmp.Or(made[i].Close(), os.Rename(made[i].Name(), to)); err != nil {
				return fmt.Errorf("write %s: %w", to, err)
			}
		}
		return nil
	}
	return layout.Sheets{Rows: files[0], Apart: files[1], Gaps: files[2]}, done, nil
}
