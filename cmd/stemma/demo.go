package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/ingest"
	"stemma/internal/ledger"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
	"stemma/sample"
)

func (p *program) demo() *cobra.Command {
	return &cobra.Command{
		Use:   "demo [DIR]",
		Short: "Make the sample case and print its incidents",
		Long: `Makes sample.stemma from invented reports of an invented country, with the tables
of its places and actors laid over the reference works, and prints what the
accounts come to. Nothing leaves this computer.`,
		Example: "  stemma demo\n  stemma demo /tmp",
		Args:    atMost(1, "one folder, or none"),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder := "."
			if len(args) == 1 {
				folder = args[0]
			}
			return p.makeSample(cmd.Context(), filepath.Join(folder, "sample"+caseExtension))
		},
	}
}

func (p *program) makeSample(ctx context.Context, path string) error {
	if err := sqlite.Create(ctx, path); errors.Is(err, stemma.ErrConflict) {
		return fmt.Errorf("%w; delete it, or look into it with `stemma incidents list --case %s`", err, path)
	} else if err != nil {
		return err
	}
	p.casefile = path
	fmt.Fprintf(p.stderr, "made %s (invented country; not encrypted; nothing leaves this computer)\n", path)
	return p.change(ctx, func(c *sqlite.Case) error {
		now := time.Now().UTC().Truncate(time.Second)
		tables := []stemma.Decision{
			{Kind: stemma.DecidePlaces, Value: sample.Places, By: acting(), At: now}, {Kind: stemma.DecideActors, Value: sample.Actors, By: acting(), At: now},
		}
		if err := c.Put(ctx, store.Change{Decisions: tables}); err != nil {
			return err
		}
		if err := p.addSample(ctx, c); err != nil {
			return err
		}
		return p.printSample(ledger.New(ctx, c))
	})
}

func (p *program) addSample(ctx context.Context, c *sqlite.Case) error {
	line, err := caseReader(ctx, c)
	if err != nil {
		return err
	}
	run := p.job(c, line)
	meter := newMeter(p)
	meter.silent = true
	run.Progress, run.Joining = meter.tell, meter.joining
	report, err := run.Add(ctx, p.sampled())
	meter.end(report, err)
	return err
}

// sampled are the sample's reports, as if they were added from a folder.
func (p *program) sampled() iter.Seq[ingest.Item] {
	a := &adding{program: p}
	now := time.Now().UTC().Truncate(time.Second)
	return func(yield func(ingest.Item) bool) {
		reports, err := fs.Sub(sample.Files, "reports")
		if err != nil {
			yield(ingest.Item{Name: "sample", Err: err})
			return
		}
		for item, err := range folder(reports, "sample") {
			if !yield(a.offer(item, err, now)) {
				return
			}
		}
	}
}

// shownIncidents is how many incidents the demo prints.
const shownIncidents = 8

// printSample prints the violent incidents that most documents tell of.
func (p *program) printSample(l *ledger.Ledger) error {
	var all []stemma.Incident
	for i, err := range l.Store.Incidents(l.Ctx) {
		if err != nil {
			return err
		}
		if i.Assessment.Grade != "" && len(i.Documents) > 1 {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b stemma.Incident) int { return len(b.Documents) - len(a.Documents) })
	shown := all[:min(shownIncidents, len(all))]
	if err := p.printBrief([]string{"ID", "WHEN", "ORIGINS", "GRADE", "DISPUTED", "WHAT"}, func(yield func(ledger.Row, error) bool) {
		for _, i := range shown {
			if !yield(l.IncidentRow(i), nil) {
				return
			}
		}
	}); err != nil {
		return err
	}
	if len(shown) > 0 {
		fmt.Fprintf(p.stderr, "next: stemma incidents show %s --case %s\n      stemma incidents list --case %s\n", shown[0].ID, p.casefile, p.casefile)
	}
	return nil
}
