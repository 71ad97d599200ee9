package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/ledger"
	"stemma/internal/stage/parse"
)

func (p *program) tokens() *cobra.Command {
	format := "conllu"
	cmd := &cobra.Command{
		Use:     "tokens PATH…|-",
		Short:   "Print sentences, tokens and trees, or names, as the program reads them",
		Example: "  stemma tokens report.txt\n  stemma tokens report.txt --format conllu >report.conllu\n  stemma tokens report.txt --format bio",
		Args:    atLeastOne("a path, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, known := tokenFormats[format]
			if !known {
				return fmt.Errorf("%w: --format %q: want conllu or bio", stemma.ErrUsage, format)
			}
			line, err := overlays{}.reader()
			if err != nil {
				return err
			}
			out := bufio.NewWriter(p.stdout)
			for item, err := range p.items(args) {
				t := line.work(cmd.Context(), task{item: item, err: err})
				if t.err != nil {
					return fmt.Errorf("%s: %w", item.Name, t.err)
				}
				write(out, t.reading)
			}
			return out.Flush()
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "conllu (universaldependencies.org/format), or bio: a token and its part in a name")
	return cmd
}

var tokenFormats = map[string]func(*bufio.Writer, *stemma.Reading){"conllu": conllu, "bio": bio}

// conllu writes the trees of a reading, offsets in the last column as bytes of
// the text. What the page says beside its report, such as a line of links, is
// written too and marked, as whoever scores needs every character; what is kept
// back is written as blocks.
func conllu(out *bufio.Writer, r *stemma.Reading) {
	w := treeWriter{out: out, reading: r, mask: r.Residue()}
	at := 0
	for _, s := range r.Syntax.Sentences {
		w.unread(stemma.Span{Start: at, End: s.Start})
		w.sentence(s, "")
		at = s.End
	}
	w.unread(stemma.Span{Start: at, End: len(r.Text)})
}

type treeWriter struct {
	out     *bufio.Writer
	reading *stemma.Reading
	mask    stemma.Mask
	written int
}

func (w *treeWriter) unread(span stemma.Span) {
	if !w.reading.Read {
		return
	}
	for _, s := range parse.Trained().Sentences(w.reading.Text, span) {
		w.sentence(s, "# read = no\n")
	}
}

func (w *treeWriter) sentence(s stemma.Sentence, comment string) {
	w.written++
	fmt.Fprintf(w.out, "# sent_id = %s-%d\n%s# text = %s\n", w.reading.Document, w.written, comment, ledger.Shorten(w.mask.Words(s.Span), 1<<20))
	until := 0
	for i, t := range s.Tokens {
		if i >= until {
			until = w.whole(s, i)
		}
		form, lemma := w.mask.Words(t.Span), t.Lemma
		if form != w.reading.Words(t.Span) {
			lemma = form
		}
		fmt.Fprintf(w.out, "%d\t%s\t%s\t%s\t_\t_\t%d\t%s\t_\tStart=%d|End=%d\n", i+1, form, lemma, t.Tag, t.Head+1, t.Relation, t.Start, t.End)
	}
	fmt.Fprintln(w.out)
}

// whole writes the line of a token that is several words, such as "didn't", and
// returns where the words behind it begin.
func (w *treeWriter) whole(s stemma.Sentence, from int) int {
	until := from + 1
	for until < len(s.Tokens) && parse.Leans(w.reading.Text, s.Tokens[until-1], s.Tokens[until]) {
		until++
	}
	if until > from+1 {
		span := s.Tokens[from].Join(s.Tokens[until-1].Span)
		fmt.Fprintf(w.out, "%d-%d\t%s%s\tStart=%d|End=%d\n", from+1, until, w.mask.Words(span), strings.Repeat("\t_", 7), span.Start, span.End)
	}
	return until
}
