package main

import (
	"fmt"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/export"

	"stemma/internal/ledger"
)

// showIncident prints what the accounts come to, values first, each with who
// says it.
func showIncident(p *program, l *ledger.Ledger, id string) error {
	i, err := l.Incident(id)
	if err != nil {
		return err
	}
	a := i.Assessment
	fmt.Fprintf(p.stdout, "%s  %s\n", i.ID, i.Title)
	fmt.Fprintf(p.stdout, "  %s · when: %s · origins that it happened: %s\n", i.Status, ledger.Days(i.When), ledger.Between(a.Origins))
	for _, reason := range a.Origins.Reasons {
		fmt.Fprintf(p.stdout, "    %s\n", reason)
	}
	if a.Grade != "" {
		fmt.Fprintf(p.stdout, "  grade (%s): %s\n", i.Status, a.Grade)
		for _, reason := range a.Reasons {
			fmt.Fprintf(p.stdout, "    %s\n", reason)
		}
	}
	if len(a.Disputed) > 0 {
		fmt.Fprintf(p.stdout, "  disputed: %s\n", strings.Join(a.Disputed, ", "))
	}
	if err := p.values(l, i); err != nil {
		return err
	}
	return p.disagreements(l, a.Disagreements)
}

// values prints each value with its origins and the first of its words.
func (p *program) values(l *ledger.Ledger, i stemma.Incident) error {
	fmt.Fprintln(p.stdout, "  values")
	for _, v := range i.Assessment.Values {
		fmt.Fprintf(p.stdout, "    %s: %s   origins %s\n", strings.TrimSpace(v.Field+" "+v.Of), valueText(v), ledger.Between(v.Origins))
		for _, k := range v.Accounts {
			fmt.Fprintf(p.stdout, "      %s\n", i.Assessment.Accounts[k].Name)
		}
		for n, q := range v.Quotes {
			if n == quotesShown {
				fmt.Fprintf(p.stdout, "      and %d more\n", len(v.Quotes)-n)
				break
			}
			if err := p.quote(l, q, "      "); err != nil {
				return err
			}
		}
	}
	return nil
}

// quotesShown is how many words of one value `show` prints; `why` prints all.
const quotesShown = 2

func valueText(v stemma.Value) string {
	switch {
	case v.Low == nil:
		return v.Text
	case v.High == nil:
		return number(*v.Low) + " or more"
	case *v.Low == *v.High:
		return number(*v.Low)
	}
	return number(*v.Low) + "–" + number(*v.High)
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// quote prints the words of a span in their sentence, with where they stand.
func (p *program) quote(l *ledger.Ledger, q stemma.Quote, indent string) error {
	r, err := l.Store.Reading(l.Ctx, q.Document)
	if err != nil {
		return err
	}
	span := l.Span(q.Document, q.Span)
	mask := r.Mask()
	around := q.Span
	if i := r.Syntax.SentenceAt(q.Span.Start); i >= 0 {
		around = r.Syntax.Sentences[i].Span
	}
	before := stemma.Span{Start: around.Start, End: q.Span.Start}
	after := stemma.Span{Start: q.Span.End, End: around.End}
	line := mask.Words(before) + "[" + mask.Words(q.Span) + "]" + mask.Words(after)
	_, err = fmt.Fprintf(p.stdout, "%s%s#char=%d,%d  %s\n", indent, q.Document, span.Start, span.End, ledger.Shorten(line, 240))
	return err
}

func (p *program) disagreements(l *ledger.Ledger, all []stemma.Disagreement) error {
	for _, d := range all {
		word := "disagreement"
		if d.Explained {
			word = "explained difference"
		}
		fmt.Fprintf(p.stdout, "  %s %s (%s): %s\n", word, string(d.Type), d.Field, d.Reason)
		for _, s := range d.Sides {
			fmt.Fprintf(p.stdout, "    %s\n", s.Value)
			if err := p.quote(l, s.Words, "      "); err != nil {
				return err
			}
		}
	}
	return nil
}

func showDisagreement(p *program, l *ledger.Ledger, id string) error {
	for d, err := range l.Store.Disagreements(l.Ctx, id) {
		if err != nil {
			return err
		}
		if d.ID == id {
			fmt.Fprintln(p.stdout, d.ID)
			return p.disagreements(l, []stemma.Disagreement{d})
		}
	}
	return fmt.Errorf("%w: no disagreement %q; see `stemma disagreements list`", stemma.ErrNotFound, id)
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
