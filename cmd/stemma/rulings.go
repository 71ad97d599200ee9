package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ledger"
	"stemma/internal/store/sqlite"
)

// A verb is one sort of ruling as the command line asks for it.
type verb struct {
	use, short, example string
	args                int
	ruling              func(args []string) ledger.Ruling // but for its verb and its reason
	scope               decide.Scope                      // the usual one; "" for what has one only
}

// verbs are all sorts of ruling.
func verbs() []verb {
	const incident, event, claim = "i_0123456789abcdef", "e_0123456789abcdef", "c_0123456789abcdef"
	on := func(a []string) ledger.Ruling { return ledger.Ruling{On: a[0]} }
	with := func(a []string) ledger.Ruling { return ledger.Ruling{On: a[0], Value: a[1]} }
	field := func(a []string) ledger.Ruling { return ledger.Ruling{On: a[0], Field: a[1], Value: a[2]} }
	return []verb{
		{"accept ID", "Accept an incident, or one event, claim or number", "accept " + incident, 1, on, ""},
		{"reject ID", "Reject an incident, or one event, claim or number", "reject " + event + " --why 'a headline'", 1, on, ""},
		{"not-codable INCIDENT", "Say that no codebook wants an incident", "not-codable " + incident + " --why 'an exercise'", 1, on, ""},
		{"choose INCIDENT FIELD VALUE", "Take a field of an incident to be this; what the accounts say stays", "choose " + incident + " killed 5 --why 'the hospital counted'", 3, field, ""},
		{"merge INCIDENT INCIDENT", "Put two incidents together", "merge " + incident + " i_fedcba9876543210", 2, with, ""},
		{"split INCIDENT EVENT", "Keep one telling apart from the others of its incident", "split " + incident + " " + event, 2, with, ""},
		{"change ID FIELD VALUE", "Change a field of an event, a claim or a number", "change " + event + " date 2024-03-14\n  stemma decide change " + claim + " said_by 'the mayor'", 3, field, ""},
		{"span ID WORDS", "Let an event, a claim or a number rest on other words", "span " + claim + " 'the bridge was open'", 2, func(a []string) ledger.Ruling { return ledger.Ruling{On: a[0], Words: a[1]} }, ""},
		{"add DOCUMENT KIND WORDS FIELDS…", "Add an event, a claim or a quantity that was missed", "add d_0123456789abcdef event 'the mill was burned' 'acled=Looting/property destruction' date=2024-03-14", -3, nil, ""},
		{"copy DOCUMENT DOCUMENT", "Say that two documents are copies", "copy d_0123456789abcdef d_fedcba9876543210", 2, with, ""},
		{"not-copy DOCUMENT DOCUMENT", "Say that two documents are no copies", "not-copy d_0123456789abcdef d_fedcba9876543210", 2, with, ""},
		{"same-actor NAME OTHER", "Say that the other name is the same actor's", "same-actor 'Ketha Front' 'the Front of Ketha'\n  stemma decide same-actor 'Ketha Front' 'the Front' --scope document --document d_0123456789abcdef", 2, with, decide.WholeCase},
		{"not-actor ACTOR [KIND]", "Say that a name means nobody of the book, but one of its own", "not-actor a_0123456789abcdef party --scope case", -1, func(a []string) ledger.Ruling {
			return ledger.Ruling{On: a[0], Value: strings.Join(a[1:], " ")}
		}, decide.OneDocument},
		{"place ID PLACE", "Take a name of a place for a runner-up, for a place that you describe, or for none", "place p_0123456789abcdef 'name=Oruna&lat=33.1&lon=44.2&radius_m=2000' --scope case", 2, with, decide.OneDocument},
	}
}

// takeDown is the ruling that the arguments of a verb come to.
func (v verb) takeDown(args []string) (ledger.Ruling, error) {
	name, _, _ := strings.Cut(v.use, " ")
	if name != "add" {
		r := v.ruling(args)
		r.Verb = name
		return r, nil
	}
	fields := map[string]string{}
	for _, field := range args[3:] {
		key, value, ok := strings.Cut(field, "=")
		if !ok {
			return ledger.Ruling{}, fmt.Errorf("%w: %q: want FIELD=VALUE", stemma.ErrUsage, field)
		}
		fields[key] = value
	}
	return ledger.Ruling{Verb: name, On: args[0], Field: args[1], Words: args[2], Fields: fields}, nil
}

// decideCommand is `stemma decide VERB`.
func (p *program) decideCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "decide", Short: "Rule on what was found: accept, reject, change, add, merge, split …",
		Long: `A ruling is laid over what the machine found, never in its place: it is tied to
its words, logged with who, when and why, and can be undone (stemma decisions
undo). Anchors have a command of their own.`,
		Example: "  stemma decide accept i_0123456789abcdef\n  stemma decide change e_0123456789abcdef date 2024-03-14 --why 'the funeral was on the 15th'",
		Args:    known,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, v := range verbs() {
		cmd.AddCommand(p.verbCommand(v))
	}
	return cmd
}

func (p *program) verbCommand(v verb) *cobra.Command {
	why, scope, document := "", "", ""
	args := cobra.ExactArgs(v.args)
	if v.args < 0 {
		args = cobra.MinimumNArgs(-v.args)
	}
	cmd := &cobra.Command{
		Use: v.use, Short: v.short, Example: "  stemma decide " + v.example,
		Args: func(cmd *cobra.Command, given []string) error {
			if args(cmd, given) != nil {
				_, names, _ := strings.Cut(v.use, " ")
				return wants(cmd, names)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, given []string) error {
			r, err := v.takeDown(given)
			if err != nil {
				return err
			}
			r.Why, r.Scope, r.Within = why, scope, document
			return p.change(cmd.Context(), func(c *sqlite.Case) error { return p.rule(cmd.Context(), c, r) })
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the record")
	if v.scope != "" {
		cmd.Flags().StringVar(&scope, "scope", string(v.scope), "document: only there; case: every document, also those that come later")
	}
	if v.scope == decide.WholeCase {
		cmd.Flags().StringVar(&document, "document", "", "the document that --scope document means")
	}
	return cmd
}

// rule rules on the case and says what that was.
func (p *program) rule(ctx context.Context, c *sqlite.Case, r ledger.Ruling) error {
	return p.decided(ctx, c, func(l *ledger.Ledger) (int64, error) { return l.Rule(p.desk(c), r) })
}

// decided says of a decision, once it is made, what it was and how to take it
// back; or that it stands already.
func (p *program) decided(ctx context.Context, c *sqlite.Case, decide func(*ledger.Ledger) (int64, error)) error {
	l := ledger.New(ctx, c)
	before, err := l.Last()
	if err != nil {
		return err
	}
	seq, err := decide(l)
	if err != nil || p.quiet {
		return err
	}
	d, err := l.Decision(seq)
	if err != nil {
		return err
	}
	state := ""
	if seq <= before.Seq {
		state = " stands already"
	}
	hint := fmt.Sprintf("; `stemma decisions undo %d` takes it back", seq)
	if d.Kind == stemma.DecideUndo {
		hint = ""
	}
	fmt.Fprintf(p.stderr, "no. %d: %s%s%s\n", seq, ledger.Deed(d), state, hint)
	return nil
}

// ruling is `incidents accept` and `incidents reject`: the short way to what
// `decide` does too.
func (p *program) ruling(verb, short, because string) *cobra.Command {
	why := ""
	cmd := &cobra.Command{
		Use: verb + " ID", Short: short,
		Example: fmt.Sprintf("  stemma incidents %s i_0123456789abcdef --why '%s'", verb, because),
		Args:    exactly(1, "an ID, as `stemma incidents list` prints it"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.change(cmd.Context(), func(c *sqlite.Case) error {
				return p.rule(cmd.Context(), c, ledger.Ruling{Verb: verb, On: args[0], Why: why})
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the record")
	return cmd
}

// decisionsCommand is `stemma decisions`: the history, and undoing.
func (p *program) decisionsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "decisions", Short: "What people decided; undo it",
		Example: "  stemma decisions list\n  stemma decisions undo 3\n  stemma decisions redo",
		Args:    known,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.decisionsList(), p.decisionsUndo(), p.decisionsRedo())
	return cmd
}

func (p *program) decisionsList() *cobra.Command {
	cmd := &cobra.Command{
		Use: "list", Short: "List decisions, oldest first; orphaned ones are named", Args: alone,
		Example: "  stemma decisions list\n  stemma decisions list --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				l := ledger.New(cmd.Context(), c)
				if p.json {
					rows, err := l.Decisions()
					return errors.Join(err, p.printAny(rows))
				}
				return errors.Join(p.printDecisions(l), p.orphans(cmd.Context(), c))
			})
		},
	}
	p.jsonFlag(cmd)
	return cmd
}

// printDecisions prints who ruled what on what, and whether it stands.
func (p *program) printDecisions(l *ledger.Ledger) error {
	all, err := l.Decided()
	return errors.Join(err, p.printBrief([]string{"NO", "WHEN", "WHO", "STATE", "WHAT", "ON", "WORDS", "WHY"}, func(yield func(ledger.Row, error) bool) {
		for _, d := range all {
			state := "stands"
			if !d.Stands {
				state = "undone"
			}
			on, words := l.On(d.Decision)
			cells := []string{strconv.FormatInt(d.Seq, 10), d.At.UTC().Format("2006-01-02 15:04"), ledger.Unknown(d.By), state, ledger.Shorten(ledger.Deed(d.Decision), 60),
				ledger.Unknown(on), ledger.Unknown(ledger.Shorten(words, 40)), ledger.Unknown(ledger.Shorten(d.Why, 60))}
			if !yield(ledger.Row{Brief: cells}, nil) {
				return
			}
		}
	}))
}

func (p *program) orphans(ctx context.Context, c *sqlite.Case) error {
	all, err := (&decide.Desk{Store: c}).Orphans(ctx)
	for _, d := range all {
		fmt.Fprintf(p.stderr, "orphaned: no. %d (%s): what it is on is no longer there\n", d.Seq, d.Kind)
	}
	return err
}

func (p *program) decisionsUndo() *cobra.Command {
	why := ""
	cmd := &cobra.Command{
		Use: "undo NUMBER", Short: "Take a decision back", Args: exactly(1, "a number, as `stemma decisions list` prints it"),
		Example: "  stemma decisions undo 3",
		RunE: func(cmd *cobra.Command, args []string) error {
			seq, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return fmt.Errorf("%w: %q is no number, as `stemma decisions list` prints it", stemma.ErrUsage, args[0])
			}
			return p.change(cmd.Context(), func(c *sqlite.Case) error {
				return p.decided(cmd.Context(), c, func(l *ledger.Ledger) (int64, error) { return l.Left(p.desk(c).Undo(cmd.Context(), seq, why)) })
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the record")
	return cmd
}

func (p *program) decisionsRedo() *cobra.Command {
	why := ""
	cmd := &cobra.Command{
		Use: "redo", Short: "Do again what was undone last", Args: alone,
		Long:    "What was decided since it was undone stays. Given again, it does again what was\nundone before that.",
		Example: "  stemma decisions redo",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.change(cmd.Context(), func(c *sqlite.Case) error {
				return p.decided(cmd.Context(), c, func(l *ledger.Ledger) (int64, error) { return l.Left(p.desk(c).Redo(cmd.Context(), why)) })
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the record")
	return cmd
}
