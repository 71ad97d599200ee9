package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"stemma/internal/ingest"
	"stemma/internal/input"
	"stemma/internal/ledger"
)

// A meter tells how far a run is: on a terminal one line that is drawn anew at
// most ten times a second; each failure on a line of its own, wherever it goes.
// With --json one object for each document goes to standard output.
type meter struct {
	*program
	terminal bool
	silent   bool // suggests nothing
	done     int
	undated  int      // added documents that tell no day of their own
	foreign  []string // languages of added documents that nothing here reads
	drawn    time.Time
	aside    map[*input.Aside][]string // files that are no reports
}

func newMeter(p *program) *meter {
	return &meter{program: p, terminal: isTerminal(p.stderr) && !p.quiet, aside: map[*input.Aside][]string{}}
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok || nobodyAt(f) {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

const redraw = 100 * time.Millisecond

// outcome is what became of one document, as JSON.
type outcome struct {
	Name     string `json:"name"`
	Document string `json:"document"`
	State    string `json:"state"`
	Error    string `json:"error,omitempty"`
}

func (m *meter) tell(r ingest.Result) {
	m.done++
	if r.State == ingest.Added && r.After != nil && r.After.Read && !r.After.Publication.Published.Known() {
		m.undated++
	}
	if r.State == ingest.Added && r.After != nil && !r.After.Read {
		m.foreign = append(m.foreign, ledger.Language(r.After.Language))
	}
	if aside := (*input.Aside)(nil); errors.As(r.Err, &aside) {
		m.aside[aside] = append(m.aside[aside], r.Name)
	} else if r.Err != nil {
		m.clear()
		fmt.Fprintf(m.stderr, "stemma: %s: %v\n", r.Name, r.Err)
	}
	if m.json {
		o := outcome{Name: r.Name, Document: r.Document, State: string(r.State)}
		if r.Err != nil {
			o.Error = r.Err.Error()
		}
		_ = m.printAny(o) // a closed pipe ends the run with the next write of its own
	}
	if m.terminal && time.Since(m.drawn) >= redraw {
		m.drawn = time.Now()
		fmt.Fprintf(m.stderr, "\rreading  %d  %s", m.done, ledger.Shorten(r.Name, 50))
	}
}

func (m *meter) clear() {
	if m.terminal {
		fmt.Fprint(m.stderr, "\r", strings.Repeat(" ", 72), "\r")
	}
}

// joining tells that all is read and being held together.
func (m *meter) joining() {
	if m.terminal {
		m.clear()
		fmt.Fprintf(m.stderr, "\rread  %d  looking for copies, incidents and disagreements", m.done)
	}
}

// end sums up in one line, and says what to do next if all went well.
func (m *meter) end(report ingest.Report, failed error) {
	m.clear()
	if m.quiet || failed != nil && len(report) == 0 {
		return
	}
	var parts []string
	for _, state := range []ingest.State{ingest.Added, ingest.Reread, ingest.Here, ingest.Aside, ingest.Failed} {
		if n := report[state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, state))
		}
	}
	if len(parts) == 0 {
		parts = []string{"nothing to do"}
	}
	if report[ingest.Added] == 0 && report[ingest.Reread] == 0 && report[ingest.Failed] == 0 && report[ingest.Here] > 0 {
		parts = append(parts, "nothing changed")
	}
	fmt.Fprintln(m.stderr, strings.Join(parts, ", "))
	m.tellAside()
	if n := len(m.foreign); n > 0 {
		slices.Sort(m.foreign)
		fmt.Fprintf(m.stderr, "%d of them kept but not read: %s; Stemma reads English\n", n, strings.Join(slices.Compact(m.foreign), ", "))
	}
	if m.undated > 0 && !m.silent {
		fmt.Fprintf(m.stderr, "%d of them without a date: a manifest.csv in the folder, or --published, can give it\n", m.undated)
	}
	if report[ingest.Added] > 0 && !m.silent && failed == nil {
		fmt.Fprintln(m.stderr, "next: stemma incidents list")
	}
}

// tellAside names what was set aside, a line for each kind of file.
//
//	12 style sheets set aside, no reports: web/a.css, web/b.css, …
func (m *meter) tellAside() {
	var lines []string
	for aside, names := range m.aside {
		const named = 2
		what, shown := aside.One, names
		if len(names) > 1 {
			what = fmt.Sprintf("%d %s", len(names), aside.Many)
		}
		if len(names) > named {
			shown = append(slices.Clone(names[:named]), "…")
		}
		line := fmt.Sprintf("set aside as no report, %s: %s", what, strings.Join(shown, ", "))
		if aside.Instead != "" {
			line += "; " + aside.Instead
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	for _, line := range lines {
		fmt.Fprintln(m.stderr, line)
	}
}
