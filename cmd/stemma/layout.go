package main

import (
	"fmt"
	"io"
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
	var n layout.Tally
	err := e.sheets(func(to layout.Sheets) (err error) {
		n, err = table.Write(tellings, to)
		return err
	})
	if err != nil {
		return err
	}
	e.tell(n, *leftOut)
	return nil
}

// sheets are standard output for the rows alone, or three files that come to be
// whole or not at all: NAME.csv, NAME.apart.csv and NAME.gaps.csv.
func (e *exporting) sheets(write func(layout.Sheets) error) error {
	if e.output == "-" {
		return write(layout.Sheets{Rows: e.stdout})
	}
	stem := strings.TrimSuffix(e.output, ".csv")
	return e.into(e.output, func(rows io.Writer) error {
		return e.into(stem+".apart.csv", func(apart io.Writer) error {
			return e.into(stem+".gaps.csv", func(gaps io.Writer) error {
				return write(layout.Sheets{Rows: rows, Apart: apart, Gaps: gaps})
			})
		})
	})
}

func (e *exporting) tell(n layout.Tally, leftOut int) {
	if n.OutOfScope > 0 {
		fmt.Fprintf(e.stderr, "events that the codebook does not take: %d left out\n", n.OutOfScope)
	}
	if n.Apart > 0 && e.output == "-" {
		fmt.Fprintf(e.stderr, "rows without a day or a place: %d left out; -o FILE writes them to FILE.apart.csv\n", n.Apart)
	}
	e.tellLeftOut(leftOut)
}
