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
		fmt.Fprintf(out, "\n%s\n", folded(flowing(strings.TrimSpace(cmd.Long))))
	}
	section(out, "Usage", "  "+usage(cmd))
	section(out, "Commands", subcommands(cmd))
	section(out, "Flags", cmd.LocalNonPersistentFlags().FlagUsagesWrapped(columns))
	section(out, "Flags of every command", cmd.Root().PersistentFlags().FlagUsagesWrapped(columns))
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
			fmt.Fprintln(&out, folded(fmt.Sprintf("  %-*s %s", cmd.Commands()[0].NamePadding(), c.Name(), c.Short)))
		}
	}
	return out.String()
}

// columns is the width of a terminal that help is written for.
const columns = 80

// folded is a text whose lines fit on the terminal: a longer one goes on below its
// last column, the one that two spaces or more come before.
//
//	"  demo   Make the sample case …" → goes on below "Make"
func folded(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = fold(line)
	}
	return strings.Join(lines, "\n")
}

// flowing is a text whose paragraphs are one line each, however its source broke them;
// lines that begin with a space, as those of a table do, stay lines.
func flowing(text string) string {
	lines := strings.Split(text, "\n")
	out := lines[:1]
	for _, line := range lines[1:] {
		last := &out[len(out)-1]
		if line == "" || *last == "" || line[0] <= ' ' || (*last)[0] <= ' ' {
			out = append(out, line)
		} else {
			*last += " " + line
		}
	}
	return strings.Join(out, "\n")
}

func fold(line string) string {
	indent := strings.Repeat(" ", lastColumn(line))
	out := ""
	for len([]rune(line)) > columns {
		at := strings.LastIndex(string([]rune(line)[:columns+1]), " ")
		if at <= len(indent) {
			break // one long word
		}
		out, line = out+line[:at]+"\n", indent+line[at+1:]
	}
	return out + line
}

// lastColumn is where the last column of a line begins.
func lastColumn(line string) int {
	at := strings.LastIndex(line, "  ")
	if at < 0 {
		return 0
	}
	return at + 2
}
