package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/api"
)

// Data goes to standard output and everything else to standard error, in lower
// case and without a full stop where it is one line. Exit codes are stable.
const exitCodes = `  0    done (also: nothing to do, an empty list)
  1    failed; nothing is half done
  2    wrong usage
  3    partly done: some inputs failed, each named on standard error
  4    the case is in use by another process
  5    something was changed or damaged
  6    it changed meanwhile
  7    a limit was reached: size, time, a full disk
  130  interrupted; safe to run again`

// errPartly says that some inputs failed, each already named.
var errPartly = errors.New("some inputs failed")

// program is what every subcommand may use of the world.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	casefile       string
	json           bool
	quiet          bool
}

// run is the whole program: arguments and streams in, exit code out.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, stdout: onScreen(stdout), stderr: stderr}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(p.stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil || errors.Is(err, syscall.EPIPE) { // `| head` is no error
		return 0
	}
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "stemma: interrupted; nothing is half done, and running it again goes on from here")
	case !errors.Is(err, errPartly):
		fmt.Fprintln(stderr, "stemma:", err)
	}
	return exitCode(err)
}

// exitCode is the code of an error: that of its kind, which the API tells too, but
// for what only a command line meets.
func exitCode(err error) int {
	switch {
	case errors.Is(err, context.Canceled):
		return 130
	case errors.Is(err, errPartly):
		return 3
	case strings.HasPrefix(err.Error(), "unknown "), strings.HasPrefix(err.Error(), "required flag"):
		return 2 // cobra's own words for a wrong command or flag
	}
	return api.Exit(err)
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "stemma",
		Short: "Who says what happened, and on whose word",
		Long: `Stemma reads news reports about conflict and builds a sourced ledger: who says
what happened, through whom, and how many independent origins stand behind each
value. It never says true or false. Nothing leaves this computer.`,
		Example: `  stemma demo                          make the sample case and print its incidents
  stemma init border                   make a case: border.stemma
  stemma add reports/*.txt             read reports into it
  stemma incidents list                what happened, and how many origins say so
  stemma why i_…                       the words behind every value
  stemma brief --since 2026-05-03      what is new since then, and who says so
  stemma analyze page.html             one page as JSON, without a case`,
		SilenceUsage:               true,
		SilenceErrors:              true,
		SuggestionsMinimumDistance: 2,
		Args:                       known,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if p.clicked() {
				return p.serveCase(cmd.Context(), serving{listen: "127.0.0.1:0", then: browse}, nil)
			}
			return cmd.Help()
		},
	}
	root.SetHelpFunc(help)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		words, _, _ := strings.Cut(err.Error(), ": strconv.") // how Go reads a number is nothing to its user
		return fmt.Errorf("%w: %s (see `%s --help`)", stemma.ErrUsage, words, cmd.CommandPath())
	})
	flags := root.PersistentFlags()
	flags.StringVarP(&p.casefile, "case", "w", "", "case file (else $STEMMA_CASE, else the one *.stemma here or in a parent folder)")
	flags.BoolVarP(&p.quiet, "quiet", "q", false, "no progress on standard error")
	p.addCommands(root)
	return root
}

// addCommands hangs every subcommand on the root.
func (p *program) addCommands(root *cobra.Command) {
	root.AddCommand(p.demo(), p.init(), p.add(), p.analyze(), p.text(), p.search(), p.why(), p.brief(), p.match(), p.report(), p.export(), p.anchor(),
		p.serve(), p.openBrowser(), p.decideCommand(), p.decisionsCommand(), p.reread(), p.rebuild(), p.tokens(), p.schema(), p.version())
	for _, k := range kinds() {
		cmd := p.command(k)
		switch k.Name {
		case "places":
			cmd.AddCommand(p.importing(stemma.DecidePlaces), p.exportingOverlay(stemma.DecidePlaces))
		case "actors":
			cmd.AddCommand(p.importing(stemma.DecideActors), p.exportingOverlay(stemma.DecideActors))
		case "incidents":
			cmd.AddCommand(p.ruling("accept", "Accept an incident: exports take it", "two hospitals and the ministry"), p.ruling("reject", "Set an incident aside", "an exercise"))
		}
		root.AddCommand(cmd)
	}
	root.InitDefaultCompletionCmd()
	completion, _, err := root.Find([]string{"completion"})
	if err == nil {
		completion.Short = "Print the script by which a shell completes commands"
		completion.Long = "Prints a script for one shell; the help of each says where it goes."
		completion.Args, completion.RunE = known, func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	}
}
