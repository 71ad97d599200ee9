package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

func (p *program) text() *cobra.Command {
	regions, residue := false, false
	cmd := &cobra.Command{
		Use:   "text ID",
		Short: "Print a document's text as read; comments and contact lines masked",
		Example: `  stemma text d_0123456789abcdef
  stemma text d_0123456789abcdef --regions     what each stretch of the page is
  stemma text d_0123456789abcdef --json        both, as analyze has them`,
		Args: exactly(1, "a document's ID, as `stemma documents list` prints it"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				r, err := c.Reading(cmd.Context(), args[0])
				if errors.Is(err, stemma.ErrNotFound) {
					return fmt.Errorf("%w: no document %q; see `stemma documents list`", stemma.ErrNotFound, args[0])
				}
				if err != nil {
					return err
				}
				return p.printText(r, regions, residue)
			})
		},
	}
	cmd.Flags().BoolVar(&regions, "regions", false, "one line for each region: its kind, its place in code points, its words")
	cmd.Flags().BoolVar(&residue, "with-residue", false, "do not mask comments and contact lines")
	p.jsonFlag(cmd)
	return cmd
}

func (p *program) printText(r *stemma.Reading, regions, residue bool) error {
	if p.json {
		return p.printAny(export.NewPage(r, residue))
	}
	words := r.Residue().Words
	if residue {
		words = r.Words
	}
	if !regions {
		_, err := fmt.Fprint(p.stdout, words(stemma.Span{End: len(r.Text)}))
		return err
	}
	points := r.Text.Points()
	for _, region := range r.Regions {
		what := string(region.Kind)
		if region.Form != "" {
			what += " " + string(region.Form)
		}
		if _, err := fmt.Fprintf(p.stdout, "%-22s %6d %6d  %s\n", what, points.Point(region.Start), points.Point(region.End), ledger.Shorten(words(region.Span), 100)); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) search() *cobra.Command {
	limit := 20
	cmd := &cobra.Command{
		Use:   "search WORDS…",
		Short: "Find documents by words; comments are never found",
		Example: `  stemma search harbour convoy
  stemma search '"fish market"' --limit 5`,
		Args: atLeastOne("words to look for"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				hits, err := c.Search(cmd.Context(), strings.Join(args, " "), limit)
				if err != nil {
					return err
				}
				return p.printHits(hits)
			})
		},
	}
	cmd.Flags().IntVar(&limit, "limit", limit, "how many documents at most")
	p.jsonFlag(cmd)
	return cmd
}

// found is a hit as JSON.
type found struct {
	Document string `json:"document"`
	Title    string `json:"title"`
	Passage  string `json:"passage"`
}

func (p *program) printHits(hits []store.Hit) error {
	if p.json {
		out := []found{}
		for _, h := range hits {
			out = append(out, found{h.Document, h.Title, h.Snippet})
		}
		return p.printAny(out)
	}
	if len(hits) == 0 {
		fmt.Fprintln(p.stderr, "nothing found; fewer words find more")
	}
	for _, h := range hits {
		if _, err := fmt.Fprintf(p.stdout, "%s  %s\n  %s\n", h.Document, ledger.Shorten(ledger.Unknown(h.Title), 80), ledger.Shorten(h.Snippet, 200)); err != nil {
			return err
		}
	}
	return nil
}

// printAny prints a value as JSON, on one line.
func (p *program) printAny(v any) error {
	return export.Encoder(p.stdout).Encode(v)
}
