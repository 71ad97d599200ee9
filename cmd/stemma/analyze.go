package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/input"
)

// analysis is one run of `stemma analyze`.
type analysis struct {
	*program
	given       string
	url         string
	published   string
	anchors     []string
	overlays    overlays
	withResidue bool
}

func (p *program) analyze() *cobra.Command {
	a := &analysis{program: p}
	cmd := &cobra.Command{
		Use:   "analyze PATH…|-",
		Short: "Read documents and print what each says, as JSON, without a case",
		Long: `Prints one JSON object per document and line (stemma schema analysis describes it).
Each document is read alone: no copies, no incidents.`,
		Example: `  stemma analyze report.txt
  stemma analyze --published 2024-03-14 --url https://example.org/a page.html
  stemma analyze --anchor 'The siege began=2023-06-02' report.txt
  curl -s https://example.org/a | stemma analyze -`,
		Args: atLeastOne("a path, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.run(cmd.Context(), args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&a.given, "given", "", "JSON Lines of what is known of each page: name, url, outlet, published, anchors")
	flags.StringVar(&a.url, "url", "", "address of the page")
	flags.StringVar(&a.published, "published", "", "day of publication, YYYY-MM-DD")
	flags.StringArrayVar(&a.anchors, "anchor", nil, "a dated fact, 'SENTENCE=DATE' (may be repeated)")
	flags.StringVar(&a.overlays.places, "places", "", "table of places laid over the gazetteer")
	flags.StringVar(&a.overlays.actors, "actors", "", "table of actors laid over the book of actors")
	flags.BoolVar(&a.withResidue, "with-residue", false, "do not mask comments and contact lines")
	return cmd
}

func (a *analysis) run(ctx context.Context, paths []string) error {
	reader, err := a.overlays.reader()
	if err != nil {
		return err
	}
	known, err := a.known()
	if err != nil {
		return err
	}
	tasks := make(chan task)
	go func() {
		defer close(tasks)
		a.queue(ctx, paths, known, tasks)
	}()
	failed, err := a.print(inOrder(ctx, reader, tasks))
	if err == nil {
		err = ctx.Err()
	}
	if err == nil && failed > 0 {
		return errPartly
	}
	return err
}

// known is what is known of a page by its name: what the flags say of every page,
// and the --given file of that one.
func (a *analysis) known() (func(name string) stemma.Given, error) {
	rows := map[string]stemma.Given{}
	if a.given != "" {
		var err error
		if rows, err = readGiven(a.given); err != nil {
			return nil, err
		}
	}
	label := input.Label{URL: a.url, Published: a.published}
	if err := label.Check(); err != nil {
		return nil, err
	}
	flags, err := input.Item{Label: label}.Given()
	if err != nil {
		return nil, err
	}
	for _, s := range a.anchors {
		anchor, err := parseAnchor(s)
		if err != nil {
			return nil, err
		}
		flags.Anchors = append(flags.Anchors, anchor)
	}
	return func(name string) stemma.Given { return over(rows[filepath.Base(name)], flags) }, nil
}

// over lays what is said of one page over what is said of all.
func over(page, all stemma.Given) stemma.Given {
	if page.URL == "" {
		page.URL = all.URL
	}
	if page.Outlet == "" {
		page.Outlet = all.Outlet
	}
	if !page.Published.Known() {
		page.Published = all.Published
	}
	page.Anchors = append(page.Anchors[:len(page.Anchors):len(page.Anchors)], all.Anchors...)
	return page
}

// queue opens the paths and hands their items on. A base name may come once: it
// is how scorers and --given files tell documents apart.
func (a *analysis) queue(ctx context.Context, paths []string, known func(name string) stemma.Given, out chan<- task) {
	seen := map[string]bool{}
	for item, err := range a.items(paths) {
		t := task{item: item, given: known(item.Name), err: err}
		if base := filepath.Base(item.Name); err == nil && seen[base] {
			t.err = fmt.Errorf("%w: a document of that base name was read already", stemma.ErrUsage)
		} else {
			seen[base] = true
		}
		select {
		case out <- t:
		case <-ctx.Done():
			return
		}
	}
}

// print writes each reading as it comes, in the order of the paths, and counts
// those that failed; each of them is named on standard error.
func (a *analysis) print(done <-chan task) (failed int, err error) {
	out := bufio.NewWriter(a.stdout)
	lines := export.Encoder(out)
	none := true
	for t := range done {
		none = false
		if t.err != nil {
			if errors.Is(t.err, stemma.ErrUsage) {
				return failed, fmt.Errorf("%s: %w", t.item.Name, t.err)
			}
			if aside := (*input.Aside)(nil); !errors.As(t.err, &aside) {
				failed++
			}
			fmt.Fprintf(a.stderr, "stemma: %s: %v\n", t.item.Name, t.err)
			continue
		}
		if err := lines.Encode(export.NewAnalysis(t.document, t.item.Name, t.reading, a.withResidue)); err != nil {
			return failed, err
		}
	}
	if none {
		fmt.Fprintln(a.stderr, "nothing to do: no document there")
	}
	return failed, out.Flush()
}

// labelled merges what an item brings into what is known of it; the item's own
// label comes first.
func labelled(item input.Item, known stemma.Given) (stemma.Given, error) {
	own, err := item.Given()
	if err != nil {
		return stemma.Given{}, err
	}
	return over(own, known), nil
}
