package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// next is what people mostly do after a command.
var next = map[string]string{
	"init":               "stemma add PATH…",
	"add":                "stemma incidents list",
	"demo":               "stemma incidents list --case sample.stemma",
	"incidents list":     "stemma incidents show ID; stemma open",
	"incidents show":     "stemma why ID FIELD; stemma decide accept ID",
	"disagreements list": "stemma disagreements show ID",
	"why":                "stemma decide choose ID FIELD VALUE --why REASON",
	"brief":              "stemma incidents show ID",
	"match":              "stemma incidents show ID",
	"decide":             "stemma decisions list; stemma export events --format csv",
	"anchor add":         "stemma incidents list dated:yes",
	"export":             "stemma schema NAME: the JSON Schema of what was written",
	"analyze":            "stemma schema analysis",
}

// help prints what a command is for in a line, then examples, which are what most
// people came for, then all else.
func help(cmd *cobra.Command, _ []string) {
	out := cmd.OutOrStdout()
	fmt.Fprintln(out, cmd.Short)
	section(out, "Examples", cmd.Example)
	if cmd.Long != "" {
		fmt.Fprintf(out, "\n%s\n", strings.TrimSpace(cmd.Long))
	}
	section(out, "Usage", "  "+usage(cmd))
	section(out, "Commands", subcommands(cmd))
	section(out, "Flags", cmd.LocalNonPersistentFlags().FlagUsages())
	section(out, "Flags of every command", cmd.Root().PersistentFlags().FlagUsages())
	if !cmd.HasParent() {
		section(out, "Exit codes", exitCodes)
	}
	if then := next[strings.TrimPrefix(cmd.CommandPath(), "stemma ")]; then != "" {
		section(out, "Next", "  "+then)
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(out, "\nMore on one of them: %s COMMAND --help\n", cmd.CommandPath())
	}
}

// usage is how a command is written, or that it only gathers others.
func usage(cmd *cobra.Command) string {
	if cmd.HasAvailableSubCommands() && !strings.Contains(cmd.Use, " ") {
		return cmd.CommandPath() + " COMMAND"
	}
	return cmd.UseLine()
}

func section(out io.Writer, head, lines string) {
	if lines != "" {
		fmt.Fprintf(out, "\n%s:\n%s\n", head, strings.TrimRight(lines, "\n"))
	}
}

func subcommands(cmd *cobra.Command) string {
	var out strings.Builder
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			fmt.Fprintf(&out, "  %-*s %s\n", cmd.Commands()[0].NamePadding(), c.Name(), c.Short)
		}
	}
	return out.String()
}
