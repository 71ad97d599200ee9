package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

// showIncident prints what the accounts come to, field by field, each value with
// who says it.
func showIncident(p *program, l *ledger.Ledger, id string) error {
	i, err := l.Incident(id)
	if err != nil {
		return err
	}
	rulings, err := l.Rulings()
	if err != nil {
		return err
	}
	p.renamed(id, i)
	laid := sheet.New(sheet.Of(l), i, rulings.Chosen(i))
	p.heading(laid)
	for _, f := range laid.Fields {
		if err := p.field(l, f); err != nil {
			return err
		}
	}
	if err := p.accounts(laid); err != nil {
		return err
	}
	fmt.Fprintln(p.stdout, "where it comes from")
	for _, way := range laid.Ways {
		fmt.Fprintf(p.stdout, "  %s\n", strings.Join(way.Stations(), " → "))
	}
	if err := p.disagreements(l, i.Assessment.Disagreements); err != nil {
		return err
	}
	p.listed("what would change the grade", laid.Changes)
	return nil
}

// renamed says that an id was once printed for what has another now.
func (p *program) renamed(id string, i stemma.Incident) {
	if strings.HasPrefix(id, "i_") && id != i.ID {
		fmt.Fprintf(p.stderr, "%s is part of %s now\n", id, i.ID)
	}
}

func (p *program) heading(s sheet.Sheet) {
	i, a := s.Incident, s.Incident.Assessment
	fmt.Fprintf(p.stdout, "%s  %s\n", i.ID, s.What)
	if s.Parties != "" {
		fmt.Fprintf(p.stdout, "  %s\n", s.Parties)
	}
	fmt.Fprintf(p.stdout, "  %s · when: %s · origins that it happened: %s\n", i.Status, ledger.Days(i.When), ledger.Between(a.Origins))
	p.reasons(a.Origins.Reasons)
	if a.Grade != "" {
		fmt.Fprintf(p.stdout, "  grade (%s): %s\n", i.Status, a.Grade)
		p.reasons(a.Reasons)
	}
	if len(a.Disputed) > 0 {
		fmt.Fprintf(p.stdout, "  disputed: %s\n", strings.Join(a.Disputed, ", "))
	}
}

func (p *program) reasons(all []string) {
	for _, reason := range all {
		fmt.Fprintf(p.stdout, "    %s\n", reason)
	}
}

func (p *program) listed(head string, all []string) {
	if len(all) > 0 {
		fmt.Fprintln(p.stdout, head)
	}
	for _, one := range all {
		fmt.Fprintf(p.stdout, "  %s\n", one)
	}
}

// field prints one field: what a person chose, the range with who says each end,
// every value with its words.
func (p *program) field(l *ledger.Ledger, f sheet.Field) error {
	head := strings.ToLower(f.Label)
	switch {
	case f.Disputed:
		head += " (no single value)"
	case f.None != "":
		head += ": " + f.None
	}
	fmt.Fprintln(p.stdout, head)
	if c := f.Chosen; c != nil {
		fmt.Fprintf(p.stdout, "  %s, chosen by %s: %s\n", c.Value, c.By, c.Why)
	}
	for _, r := range f.Ranges {
		fmt.Fprintf(p.stdout, "  %s: least %s by %s; most %s by %s\n", strings.TrimSpace(r.Text+" "+r.Of),
			r.Least.Number, strings.Join(r.Least.By, ", "), r.Most.Number, strings.Join(r.Most.By, ", "))
	}
	for _, v := range f.Values {
		fmt.Fprintf(p.stdout, "  %s   origins %s: %s\n", strings.TrimSpace(v.Text+" "+v.Of), ledger.Between(v.Origins), strings.Join(v.Accounts, ", "))
		if err := p.quotes(l, v.Quotes); err != nil {
			return err
		}
	}
	return nil
}

// quotesShown is how many words of one value `show` prints; `why` prints all.
const quotesShown = 2

func (p *program) quotes(l *ledger.Ledger, all []stemma.Quote) error {
	for n, q := range all {
		if n == quotesShown {
			fmt.Fprintf(p.stdout, "    and %d more\n", len(all)-n)
			return nil
		}
		if err := p.quote(l, q, "    "); err != nil {
			return err
		}
	}
	return nil
}

// accounts prints them side by side, a column for each field that anybody gives.
func (p *program) accounts(s sheet.Sheet) error {
	if len(s.Accounts) == 0 {
		return nil
	}
	fmt.Fprintln(p.stdout, "accounts side by side")
	out := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "  WHO SAYS IT\t"+strings.ToUpper(strings.Join(s.Columns, "\t")))
	for _, a := range s.Accounts {
		line := "  " + ledger.Shorten(a.Name, 32)
		for _, cell := range a.Cells {
			var says []string
			for _, saying := range cell.Says {
				says = append(says, ledger.Shorten(saying.Text, 24))
			}
			line += "\t" + ledger.Unknown(strings.Join(says, "; "))
		}
		fmt.Fprintln(out, line)
	}
	return out.Flush()
}

// A passage is words in their sentence, with where they stand in code points.
type passage struct {
	Document string `json:"document"`
	export.Span
	Words    string `json:"words"`
	Sentence string `json:"sentence"`

	before, after string
}

// String is a passage on one line.
//
//	d_01137d0ffb8c9495#char=289,303  [Nine militants] were killed.
func (p passage) String() string {
	line := p.before + "[" + p.Words + "]" + p.after
	return fmt.Sprintf("%s#char=%d,%d  %s", p.Document, p.Start, p.End, ledger.Shorten(line, 240))
}

func passageOf(l *ledger.Ledger, q stemma.Quote) (passage, error) {
	r, err := l.Store.Reading(l.Ctx, q.Document)
	if err != nil {
		return passage{}, err
	}
	around := q.Span
	if i := r.Syntax.SentenceAt(q.Span.Start); i >= 0 {
		around = r.Syntax.Sentences[i].Span
	}
	mask := r.Mask()
	return passage{
		Document: q.Document, Span: l.Span(q.Document, q.Span), Words: mask.Words(q.Span), Sentence: mask.Words(around),
		before: mask.Words(stemma.Span{Start: around.Start, End: q.Span.Start}), after: mask.Words(stemma.Span{Start: q.Span.End, End: around.End}),
	}, nil
}

func passages(l *ledger.Ledger, quotes []stemma.Quote) ([]passage, error) {
	var out []passage
	for _, q := range quotes {
		words, err := passageOf(l, q)
		if err != nil {
			return nil, err
		}
		out = append(out, words)
	}
	return out, nil
}

// quote prints the words of a span in their sentence.
func (p *program) quote(l *ledger.Ledger, q stemma.Quote, indent string) error {
	words, err := passageOf(l, q)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.stdout, indent+words.String())
	return err
}

func (p *program) disagreements(l *ledger.Ledger, all []stemma.Disagreement) error {
	for _, d := range all {
		fmt.Fprintf(p.stdout, "  %s\n", disagreementWords(d))
		for _, s := range d.Sides {
			fmt.Fprintf(p.stdout, "    %s\n", s.Value)
			if err := p.quote(l, s.Words, "      "); err != nil {
				return err
			}
		}
	}
	return nil
}

// disagreementWords are what a disagreement is about: "disagreement V (killed): the
// two figures cannot both hold".
func disagreementWords(d stemma.Disagreement) string {
	word := "disagreement"
	if d.Explained {
		word = "explained difference"
	}
	return fmt.Sprintf("%s %s (%s): %s", word, string(d.Type), d.Field, d.Reason)
}

func disagreementOf(l *ledger.Ledger, id string) (stemma.Disagreement, error) {
	for d, err := range l.Store.Disagreements(l.Ctx, id) {
		if err != nil || d.ID == id {
			return d, err
		}
	}
	return stemma.Disagreement{}, fmt.Errorf("%w: no disagreement %q; see `stemma disagreements list`", stemma.ErrNotFound, id)
}

func showDisagreement(p *program, l *ledger.Ledger, id string) error {
	d, err := disagreementOf(l, id)
	if err != nil {
		return err
	}
	fmt.Fprintln(p.stdout, d.ID)
	return p.disagreements(l, []stemma.Disagreement{d})
}

// showCopy prints what a document shares with others: the passages that differ
// first.
func showCopy(p *program, l *ledger.Ledger, id string) error {
	found := false
	for c, err := range l.Store.Copies(l.Ctx, id) {
		if err != nil {
			return err
		}
		found = true
		v := export.NewCopy(c)
		fmt.Fprintf(p.stdout, "%s of %s: %s, %.0f%% and %.0f%%, order %s (%s)\n", c.Document, c.Of, c.Relation,
			100*v.Containment[0], 100*v.Containment[1], c.Order, strings.Join(c.Basis, ", "))
		if err := p.passages(l, c); err != nil {
			return err
		}
	}
	if !found {
		return fmt.Errorf("%w: no copies of %q; see `stemma copies list`", stemma.ErrNotFound, id)
	}
	return nil
}

func (p *program) passages(l *ledger.Ledger, c stemma.Copy) error {
	here, err := l.Store.Reading(l.Ctx, c.Document)
	if err != nil {
		return err
	}
	there, err := l.Store.Reading(l.Ctx, c.Of)
	if err != nil {
		return err
	}
	a, b := here.Mask(), there.Mask()
	for _, passage := range c.Shared {
		for _, d := range passage.Differs {
			fmt.Fprintf(p.stdout, "  differs: %q against %q\n", a.Words(d.Here), b.Words(d.There))
		}
	}
	for _, passage := range c.Shared {
		fmt.Fprintf(p.stdout, "  shared: %s\n", ledger.Shorten(a.Words(passage.Here), 160))
	}
	return nil
}
