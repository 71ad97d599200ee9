package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ingest"
	"stemma/internal/input"
	"stemma/internal/join"
	"stemma/internal/store/sqlite"
)

// adding is one run of `stemma add`.
type adding struct {
	*program
	label input.Label
	given string
	known map[string]stemma.Given
	null  bool
}

func (p *program) add() *cobra.Command {
	a := &adding{program: p}
	cmd := &cobra.Command{
		Use:   "add PATH|DIR|-…",
		Short: "Read documents into the case",
		Long: `Reads plain text, HTML, MHTML, mails (.eml) and JSON Lines, folders with everything
below them, and standard input (-). A folder may have a manifest.csv with the columns file,
url, outlet, published, captured, by, note; JSON Lines have the same keys beside
text or html. What you say here never hides what a page says of itself.
Bytes that are there already are not read again: it is kept that they came.`,
		Example: `  stemma add reports/
  stemma add page.html --url https://example.org/a --published 2024-03-14
  find . -name '*.html' -print0 | stemma add --null -
  curl -s https://example.org/a | stemma add - --url https://example.org/a`,
		Args: atLeastOne("a path, a folder, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.change(cmd.Context(), func(c *sqlite.Case) error { return a.run(cmd.Context(), c, args) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&a.label.URL, "url", "", "address of the page")
	flags.StringVar(&a.label.Outlet, "outlet", "", "who published it")
	flags.StringVar(&a.label.Published, "published", "", "day of publication, YYYY-MM-DD")
	flags.StringVar(&a.label.Captured, "captured", "", "when it was saved, YYYY-MM-DD or RFC 3339")
	flags.StringVar(&a.label.By, "by", "", "who saved it")
	flags.StringVar(&a.label.Note, "note", "", "a note on how it came")
	flags.StringVar(&a.given, "given", "", "JSON Lines of what is known of each page: name, url, outlet, published, anchors")
	flags.BoolVar(&a.null, "null", false, "standard input (-) holds paths, each ended by a NUL")
	p.jsonFlag(cmd)
	return cmd
}

func (a *adding) run(ctx context.Context, c *sqlite.Case, paths []string) error {
	if err := a.label.Check(); err != nil {
		return err
	}
	if a.null {
		var err error
		if paths, err = namesFrom(a.stdin, paths); err != nil {
			return err
		}
	}
	if a.given != "" {
		var err error
		if a.known, err = readGiven(a.given); err != nil {
			return err
		}
	}
	line, err := caseReader(ctx, c)
	if err != nil {
		return err
	}
	run := a.job(c, line)
	meter := newMeter(a.program)
	run.Progress, run.Joining = meter.tell, meter.joining
	report, err := run.Add(ctx, a.offered(paths))
	meter.end(report, err)
	if err == nil && report[ingest.Failed] > 0 {
		return errPartly
	}
	return err
}

// job is a run over the case with the whole line plugged in.
func (p *program) job(c *sqlite.Case, line *reader) ingest.Run {
	return ingest.Run{Store: c, Reader: line, Joiner: decide.Joiner{Inner: join.Joiner{Reader: line}}, Fingerprints: join.Fingerprints}
}

// namesFrom puts the paths on standard input in the place of "-".
func namesFrom(in io.Reader, paths []string) ([]string, error) {
	var out []string
	for _, path := range paths {
		if path != "-" {
			out = append(out, path)
			continue
		}
		names := bufio.NewScanner(in)
		names.Split(func(data []byte, atEnd bool) (int, []byte, error) {
			if i := bytes.IndexByte(data, 0); i >= 0 {
				return i + 1, data[:i], nil
			}
			if atEnd && len(data) > 0 {
				return len(data), data, nil
			}
			return 0, nil, nil
		})
		for names.Scan() {
			out = append(out, names.Text())
		}
		if err := names.Err(); err != nil {
			return nil, fmt.Errorf("read paths from standard input: %w", err)
		}
	}
	return out, nil
}

// offered are the items that the paths name, as the case takes them in.
func (a *adding) offered(paths []string) iter.Seq[ingest.Item] {
	now := time.Now().UTC().Truncate(time.Second)
	return func(yield func(ingest.Item) bool) {
		for item, err := range a.items(paths) {
			if !yield(a.offer(item, err, now)) {
				return
			}
		}
	}
}

func (a *adding) offer(item input.Item, err error, now time.Time) ingest.Item {
	item.Label = item.Label.Under(a.label)
	if err != nil {
		return ingest.Item{Name: item.Name, Err: err}
	}
	out := ingest.Offer(item, acting(), now)
	if out.Err == nil {
		out.Given = over(a.known[filepath.Base(item.Name)], out.Given)
	}
	return out
}
