// Command stemma reads news reports about conflict and builds a sourced ledger
// of who says what happened, and on whose word. It wires the rooms together and
// decides nothing about text. See `stemma help`.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	cobra.MousetrapHelpText = ""                            // a double click opens the start page
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) // `| head` ends a list; it is no fault of it
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C waits for nothing: the case keeps what was safe
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
