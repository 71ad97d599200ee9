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
	cmd := &cobra.Command{
		Use:   "why ID [FIELD]",
		Short: "Explain a value: its words, the rule, the chain behind it",
		Long: `Explains anything that has an id: an incident (i_), event (e_), claim (c_), actor
(a_), place (p_), quantity (q_), document (d_) or disagreement (x_).`,
		Example: "  stemma why i_1f2e3d4c5b6a7988\n  stemma why i_1f2e3d4c5b6a7988 killed\n  stemma why i_1f2e3d4c5b6a7988 killed --json",
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
	p.jsonFlag(cmd)
	return cmd
}

// An explanation is what is behind an id, step by step.
type explanation struct {
	ID      string       `json:"id"`
	What    string       `json:"what"`
	Steps   []step       `json:"steps"`
	RestsOn *explanation `json:"rests_on"` // of an event: the claim that tells it
}

// A step is one reason, or one value of an incident, with the words behind it.
//
//	killed: 9   origins 2–3 (…) → [Nine militants] were killed
type step struct {
	Field *string   `json:"field"`
	Says  string    `json:"says"`
	Words []passage `json:"words"`
}

func (e *explanation) add(says string, words ...passage) {
	e.Steps = append(e.Steps, step{Says: says, Words: append([]passage{}, words...)})
}

func (p *program) explain(l *ledger.Ledger, id, field string) error {
	e, err := p.explanation(l, id, field)
	if err != nil {
		return err
	}
	if p.json {
		return p.printAny(e)
	}
	for ; e != nil; e = e.RestsOn {
		p.tellExplanation(e)
	}
	return nil
}

func (p *program) tellExplanation(e *explanation) {
	fmt.Fprintf(p.stdout, "%s  %s\n", e.ID, e.What)
	for _, s := range e.Steps {
		indent := "  "
		if s.Says != "" {
			fmt.Fprintf(p.stdout, "  %s\n", s.Says)
			indent = "    "
		}
		for _, words := range s.Words {
			fmt.Fprintln(p.stdout, indent+words.String())
		}
	}
}

func (p *program) explanation(l *ledger.Ledger, id, field string) (*explanation, error) {
	switch {
	case strings.HasPrefix(id, "i_"):
		return p.whyIncident(l, id, field)
	case strings.HasPrefix(id, "x_"):
		return whyDisagreement(l, id)
	}
	for d, err := range l.Store.Documents(l.Ctx, store.Which{}) {
		if err != nil {
			return nil, err
		}
		r, err := l.Store.Reading(l.Ctx, d.ID)
		if err != nil {
			return nil, err
		}
		if found, err := whyFinding(l, r, id); found != nil || err != nil {
			return found, err
		}
	}
	return nil, fmt.Errorf("%w: nothing in this case has the id %q; lists print them, such as `stemma incidents list`", stemma.ErrNotFound, id)
}

// whyIncident is every word behind one field, or behind all.
func (p *program) whyIncident(l *ledger.Ledger, id, field string) (*explanation, error) {
	i, err := l.Incident(id)
	if err != nil {
		return nil, err
	}
	p.renamed(id, i)
	out := &explanation{ID: i.ID, What: i.Title}
	for _, reason := range i.Reasons {
		out.add("its tellings share: " + reason)
	}
	values := slices.DeleteFunc(slices.Clone(i.Assessment.Values), func(v stemma.Value) bool { return field != "" && v.Field != field && fieldOf(v) != field })
	if len(values) == 0 {
		return nil, fmt.Errorf("%w: nobody says anything of %q in %s; its fields: %s", stemma.ErrNotFound, field, i.ID, strings.Join(fields(i), ", "))
	}
	for _, v := range values {
		words, err := passages(l, v.Quotes)
		if err != nil {
			return nil, err
		}
		out.add(fmt.Sprintf("%s: %s   origins %s (%s)", fieldOf(v), sheet.Text(v), ledger.Between(v.Origins), strings.Join(v.Origins.Reasons, "; ")), words...)
		out.Steps[len(out.Steps)-1].Field = &v.Field
	}
	return out, nil
}

// fieldOf is a field with whose its number is, as lists name it: "killed soldiers".
func fieldOf(v stemma.Value) string { return strings.TrimSpace(v.Field + " " + v.Of) }

func whyDisagreement(l *ledger.Ledger, id string) (*explanation, error) {
	d, err := disagreementOf(l, id)
	if err != nil {
		return nil, err
	}
	out := &explanation{ID: d.ID, What: disagreementWords(d)}
	for _, side := range d.Sides {
		words, err := passageOf(l, side.Words)
		if err != nil {
			return nil, err
		}
		out.add(side.Value, words)
	}
	return out, nil
}

func fields(i stemma.Incident) []string {
	var out []string
	for _, v := range i.Assessment.Values {
		out = ledger.With(out, v.Field)
	}
	return out
}

// whyFinding explains what one reading has under an id; nil if it has nothing.
func whyFinding(l *ledger.Ledger, r *stemma.Reading, id string) (*explanation, error) {
	w := whys{l, r}
	switch {
	case r.Document == id:
		return w.document()
	case r.Claim(id) != nil:
		return w.claim(*r.Claim(id))
	case r.Event(id) != nil:
		return w.event(*r.Event(id))
	case r.Quantity(id) != nil:
		q := r.Quantity(id)
		return w.on(id, fmt.Sprintf("%s of %s, scope %s", q.What, ledger.Unknown(q.Of.Class), q.Scope), q.Span)
	case r.Place(id) != nil:
		t := r.Place(id)
		return w.on(id, fmt.Sprintf("%s (%s), precision %s, radius %d m, rule %s", ledger.Unknown(t.Place.Name), t.Place.ID, t.Place.Precision, t.Place.Radius, t.Rule), t.Span)
	case r.Actor(id) != nil:
		return w.actor(r.Actor(id))
	}
	return nil, nil
}

// whys explain the findings of one reading.
type whys struct {
	ledger *ledger.Ledger
	*stemma.Reading
}

// passages are the words on some spans, without the empty ones.
func (w whys) passages(spans ...stemma.Span) ([]passage, error) {
	var quotes []stemma.Quote
	for _, s := range spans {
		if !s.Empty() {
			quotes = append(quotes, stemma.Quote{Document: w.Document, Span: s})
		}
	}
	return passages(w.ledger, quotes)
}

// on is what rests on words and nothing else.
func (w whys) on(id, what string, spans ...stemma.Span) (*explanation, error) {
	words, err := w.passages(spans...)
	out := &explanation{ID: id, What: what}
	out.add("", words...)
	return out, err
}

func (w whys) actor(a *stemma.Actor) (*explanation, error) {
	var spans []stemma.Span
	for _, m := range a.Mentions {
		spans = append(spans, m.Span)
	}
	return w.on(a.ID, fmt.Sprintf("%s, %s, book entry %s", w.Mask().Hide(a.Name), a.Kind, ledger.Unknown(a.Book)), spans...)
}

func (w whys) document() (*explanation, error) {
	pub := w.Publication
	words, err := w.passages(pub.Outlet.Span, pub.Agency.Span, pub.Published.Words)
	out := &explanation{ID: w.Document, What: ledger.Unknown(pub.Title.Name)}
	out.add(fmt.Sprintf("outlet %s (%s), agency %s (%s), published %s (%s)", ledger.Unknown(pub.Outlet.Name), ledger.Unknown(string(pub.Outlet.Basis)),
		ledger.Unknown(pub.Agency.Name), ledger.Unknown(string(pub.Agency.Basis)), ledger.Days(pub.Published), ledger.Unknown(string(pub.Published.Basis))), words...)
	for _, n := range w.Notes {
		out.add(fmt.Sprintf("doubt (%s): %s", n.Stage, n.Text))
	}
	return out, err
}

func (w whys) claim(c stemma.Claim) (*explanation, error) {
	mask := w.Mask()
	words, err := w.passages(c.Content...)
	out := &explanation{ID: c.ID, What: fmt.Sprintf("%s %s, rule %s", ledger.Unknown(mask.Hide(c.Source.Name)), c.Stance, c.Rule)}
	out.add("chain: "+chain(c, mask), words...)
	for _, s := range c.Source.Because {
		out.add(fmt.Sprintf("because: %q", mask.Words(s)))
	}
	return out, err
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

func (w whys) event(e stemma.Event) (*explanation, error) {
	out, err := w.on(e.ID, fmt.Sprintf("%s, %s, when %s (%s), rule %s", strings.TrimSpace(e.Type+" "+e.Mode), e.Modality, ledger.Days(e.When), ledger.Unknown(string(e.When.Basis)), e.Rule), e.Trigger)
	if err != nil {
		return nil, err
	}
	m, err := w.ledger.Member(e.ID)
	if err != nil {
		return nil, err
	}
	out.add("incident " + ledger.Unknown(m.Incident))
	if c := w.Claim(e.Claim); c != nil {
		out.RestsOn, err = w.claim(*c)
		return out, err
	}
	out.add("told in the page's own voice")
	return out, nil
}
