package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
)

// atLeastOne refuses a command without arguments, in words.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return wants(cmd, what)
		}
		return nil
	}
}

// exactly refuses a command with another number of arguments, in words.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return wants(cmd, what)
		}
		return nil
	}
}

// atMost refuses a command with more arguments than it takes, in words.
func atMost(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return wants(cmd, what)
		}
		return nil
	}
}

// alone refuses a command with any argument.
var alone = atMost(0, "nothing after it")

func wants(cmd *cobra.Command, what string) error {
	return fmt.Errorf("%w: `%s` wants %s (see `%s --help`)", stemma.ErrUsage, cmd.CommandPath(), what, cmd.CommandPath())
}

// known refuses a word that is no subcommand, and answers a typo with the
// nearest ones.
func known(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := fmt.Sprintf("see `%s --help`", cmd.CommandPath())
	cmd.SuggestionsMinimumDistance = cmd.Root().SuggestionsMinimumDistance // which a subcommand does not have from it
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "did you mean " + strings.Join(near, " or ") + "?"
	}
	return fmt.Errorf("%w: unknown command %q; %s", stemma.ErrUsage, args[0], hint)
}
