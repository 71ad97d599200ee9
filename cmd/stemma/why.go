package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

const whyWants = "an ID, as any list prints it, and perhaps a field"

func (p *program) why() *cobra.Command {
	return &cobra.Command{
		Use:   "why ID [FIELD]",
		Short: "Explain a value: its words, the rule, the chain behind it",
		Long: `Explains anything that has an id: an incident (i_), event (e_), claim (c_), actor
(a_), place (p_), quantity (q_), document (d_) or disagreement (x_).`,
		Example: "  stemma why i_1f2e3d4c5b6a7988\n  stemma why i_1f2e3d4c5b6a7988 killed",
		Args:    cobra.MatchAll(atLeastOne(whyWants), atMost(2, whyWants)),
		RunE: func(cmd *cobra.Command, args []string) error {
			field := ""
			if len(args) == 2 {
				field = args[1]
			}
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				return p.explain(ledger.New(cmd.Context(), c), args[0], field)
			})
		},
	}
}

func (p *program) explain(l *ledger.Ledger, id, field string) error {
	switch {
	case strings.HasPrefix(id, "i_"):
		return p.whyIncident(l, id, field)
	case strings.HasPrefix(id, "x_"):
		return showDisagreement(p, l, id)
	}
	for d, err := range l.Store.Documents(l.Ctx, store.Which{}) {
		if err != nil {
			return err
		}
		r, err := l.Store.Reading(l.Ctx, d.ID)
		if err != nil {
			return err
		}
		if found, err := p.whyFinding(l, r, id); found || err != nil {
			return err
		}
	}
	return fmt.Errorf("%w: nothing in this case has the id %q; lists print them, such as `stemma incidents list`", stemma.ErrNotFound, id)
}

// whyIncident prints every word behind one field, or behind all.
func (p *program) whyIncident(l *ledger.Ledger, id, field string) error {
	i, err := l.Incident(id)
	if err != nil {
		return err
	}
	p.renamed(id, i)
	fmt.Fprintf(p.stdout, "%s  %s\n", i.ID, i.Title)
	for _, reason := range i.Reasons {
		fmt.Fprintf(p.stdout, "  its tellings share: %s\n", reason)
	}
	values := slices.DeleteFunc(slices.Clone(i.Assessment.Values), func(v stemma.Value) bool { return field != "" && v.Field != field })
	if len(values) == 0 {
		return fmt.Errorf("%w: nobody says anything of %q in %s; its fields: %s", stemma.ErrNotFound, field, i.ID, strings.Join(fields(i), ", "))
	}
	for _, v := range values {
		if err := p.whyValue(l, v); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) whyValue(l *ledger.Ledger, v stemma.Value) error {
	fmt.Fprintf(p.stdout, "  %s: %s   origins %s (%s)\n", strings.TrimSpace(v.Field+" "+v.Of), sheet.Text(v), ledger.Between(v.Origins), strings.Join(v.Origins.Reasons, "; "))
	for _, q := range v.Quotes {
		if err := p.quote(l, q, "    "); err != nil {
			return err
		}
	}
	return nil
}

func fields(i stemma.Incident) []string {
	var out []string
	for _, v := range i.Assessment.Values {
		out = ledger.With(out, v.Field)
	}
	return out
}

// whyFinding explains what one reading has under an id.
func (p *program) whyFinding(l *ledger.Ledger, r *stemma.Reading, id string) (bool, error) {
	at := func(s stemma.Span) error { return p.quote(l, stemma.Quote{Document: r.Document, Span: s}, "  ") }
	switch {
	case r.Document == id:
		return true, p.whyDocument(l, r)
	case r.Claim(id) != nil:
		return true, p.whyClaim(r, *r.Claim(id), at)
	case r.Event(id) != nil:
		return true, p.whyEvent(l, r, *r.Event(id), at)
	case r.Quantity(id) != nil:
		q := r.Quantity(id)
		fmt.Fprintf(p.stdout, "%s  %s of %s, scope %s\n", id, q.What, ledger.Unknown(q.Of.Class), q.Scope)
		return true, at(q.Span)
	case r.Place(id) != nil:
		t := r.Place(id)
		fmt.Fprintf(p.stdout, "%s  %s (%s), precision %s, radius %d m, rule %s\n", id, ledger.Unknown(t.Place.Name), t.Place.ID, t.Place.Precision, t.Place.Radius, t.Rule)
		return true, at(t.Span)
	case r.Actor(id) != nil:
		return true, p.whyActor(r, r.Actor(id), at)
	}
	return false, nil
}

func (p *program) whyActor(r *stemma.Reading, a *stemma.Actor, at func(stemma.Span) error) error {
	fmt.Fprintf(p.stdout, "%s  %s, %s, book entry %s\n", a.ID, r.Mask().Hide(a.Name), a.Kind, ledger.Unknown(a.Book))
	for _, m := range a.Mentions {
		if err := at(m.Span); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) whyDocument(l *ledger.Ledger, r *stemma.Reading) error {
	pub := r.Publication
	fmt.Fprintf(p.stdout, "%s  %s\n", r.Document, ledger.Unknown(pub.Title.Name))
	fmt.Fprintf(p.stdout, "  outlet %s (%s), agency %s (%s), published %s (%s)\n", ledger.Unknown(pub.Outlet.Name), ledger.Unknown(string(pub.Outlet.Basis)),
		ledger.Unknown(pub.Agency.Name), ledger.Unknown(string(pub.Agency.Basis)), ledger.Days(pub.Published), ledger.Unknown(string(pub.Published.Basis)))
	for _, s := range []stemma.Span{pub.Outlet.Span, pub.Agency.Span, pub.Published.Words} {
		if s.Empty() {
			continue
		}
		if err := p.quote(l, stemma.Quote{Document: r.Document, Span: s}, "    "); err != nil {
			return err
		}
	}
	for _, n := range r.Notes {
		fmt.Fprintf(p.stdout, "  doubt (%s): %s\n", n.Stage, n.Text)
	}
	return nil
}

func (p *program) whyClaim(r *stemma.Reading, c stemma.Claim, at func(stemma.Span) error) error {
	mask := r.Mask()
	fmt.Fprintf(p.stdout, "%s  %s %s, rule %s\n  chain: %s\n", c.ID, ledger.Unknown(mask.Hide(c.Source.Name)), c.Stance, c.Rule, chain(c, mask))
	for _, s := range c.Content {
		if err := at(s); err != nil {
			return err
		}
	}
	for _, s := range c.Source.Because {
		fmt.Fprintf(p.stdout, "  because: %q\n", mask.Words(s))
	}
	return nil
}

// chain is the way of a claim: "Vedra Post → Meridian Wire → two officials".
func chain(c stemma.Claim, mask stemma.Mask) string {
	var links []string
	for _, link := range c.Chain {
		name := mask.Hide(link.Name)
		if name == "" {
			name = "unknown " + string(link.Role)
		}
		links = append(links, name)
	}
	return strings.Join(links, " → ")
}

func (p *program) whyEvent(l *ledger.Ledger, r *stemma.Reading, e stemma.Event, at func(stemma.Span) error) error {
	fmt.Fprintf(p.stdout, "%s  %s %s, %s, when %s (%s), rule %s\n", e.ID, e.Type, e.Mode, e.Modality, ledger.Days(e.When), ledger.Unknown(string(e.When.Basis)), e.Rule)
	if err := at(e.Trigger); err != nil {
		return err
	}
	m, err := l.Member(e.ID)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "  incident %s\n", ledger.Unknown(m.Incident))
	if c := r.Claim(e.Claim); c != nil {
		return p.whyClaim(r, *c, at)
	}
	fmt.Fprintln(p.stdout, "  told in the page's own voice")
	return nil
}
