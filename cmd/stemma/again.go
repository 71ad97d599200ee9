package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ingest"
	"stemma/internal/join"
	"stemma/internal/ledger"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

func (p *program) reread() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "reread [ID…]",
		Short: "Read documents again with this version; print what changed",
		Long: `Reads again what another reading version read last, all or the named documents.
It can be interrupted and goes on where it was. Decisions are never touched.`,
		Example: "  stemma reread\n  stemma reread d_0123456789abcdef",
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.change(cmd.Context(), func(c *sqlite.Case) error {
				return p.readAgain(cmd.Context(), c, func(run ingest.Run) (ingest.Report, error) { return run.Reread(cmd.Context(), args...) })
			})
		},
	}
	return cmd
}

// refresh reads again what a decision on an anchor bears on.
func (p *program) refresh(ctx context.Context, c *sqlite.Case) error {
	return p.readAgain(ctx, c, func(run ingest.Run) (ingest.Report, error) { return run.Refresh(ctx) })
}

// rereadAll reads again what an older version or another overlay read.
func (p *program) rereadAll(ctx context.Context, c *sqlite.Case) error {
	return p.readAgain(ctx, c, func(run ingest.Run) (ingest.Report, error) { return run.Reread(ctx) })
}

func (p *program) readAgain(ctx context.Context, c *sqlite.Case, do func(ingest.Run) (ingest.Report, error)) error {
	line, err := caseReader(ctx, c)
	if err != nil {
		return err
	}
	run := p.job(c, line)
	meter := newMeter(p)
	run.Joining = meter.joining
	run.Progress = func(r ingest.Result) {
		meter.tell(r)
		p.changed(r)
	}
	report, err := do(run)
	meter.end(report, err)
	if err == nil && report[ingest.Failed] > 0 {
		return errPartly
	}
	return err
}

// changed prints what a re-reading found otherwise.
func (p *program) changed(r ingest.Result) {
	if r.Before == nil || r.After == nil {
		return
	}
	for _, d := range []struct {
		what          string
		before, after []string
	}{
		{"claims", claimIDs(r.Before), claimIDs(r.After)},
		{"events", eventIDs(r.Before), eventIDs(r.After)},
	} {
		if gone, come := missing(d.before, d.after), missing(d.after, d.before); gone+come > 0 {
			fmt.Fprintf(p.stdout, "%s  %s: %d gone, %d new\n", r.Document, d.what, gone, come)
		}
	}
	if before, after := r.Before.Publication.Published, r.After.Publication.Published; before != after {
		fmt.Fprintf(p.stdout, "%s  published: %s → %s\n", r.Document, ledger.Days(before), ledger.Days(after))
	}
	for _, e := range r.After.Events {
		if old := r.Before.Event(e.ID); old != nil && old.When != e.When {
			fmt.Fprintf(p.stdout, "%s  %s when: %s → %s\n", r.Document, e.ID, ledger.Days(old.When), ledger.Days(e.When))
		}
	}
}

func claimIDs(r *stemma.Reading) []string {
	var out []string
	for _, c := range r.Claims {
		out = append(out, c.ID)
	}
	return out
}

func eventIDs(r *stemma.Reading) []string {
	var out []string
	for _, e := range r.Events {
		out = append(out, e.ID)
	}
	return out
}

// missing counts what is in a and not in b.
func missing(a, b []string) int {
	in := map[string]bool{}
	for _, s := range b {
		in[s] = true
	}
	n := 0
	for _, s := range a {
		if !in[s] {
			n++
		}
	}
	return n
}

func (p *program) rebuild() *cobra.Command {
	return &cobra.Command{
		Use:   "rebuild",
		Short: "Make indexes, incidents and all else that is reckoned anew from what is kept",
		Long: `Originals, captures, what was given, and decisions are the truth of a case; all
else is dropped and made again from the readings, to the same bytes.`,
		Example: "  stemma rebuild",
		Args:    alone,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.change(cmd.Context(), func(c *sqlite.Case) error { return p.rebuildCase(cmd.Context(), c) })
		},
	}
}

func (p *program) rebuildCase(ctx context.Context, c *sqlite.Case) error {
	line, err := caseReader(ctx, c)
	if err != nil {
		return err
	}
	if err := c.Rebuild(ctx, join.Fingerprints); err != nil {
		return err
	}
	if err := (decide.Joiner{Inner: join.Joiner{Reader: line}}).Join(ctx, c); err != nil {
		return fmt.Errorf("join: %w", err)
	}
	n := 0
	for _, err := range c.Documents(ctx, store.Which{}) {
		if err != nil {
			return err
		}
		n++
	}
	fmt.Fprintf(p.stderr, "rebuilt from %d documents\n", n)
	return nil
}
