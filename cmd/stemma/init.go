package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/store/sqlite"
)

func (p *program) init() *cobra.Command {
	return &cobra.Command{
		Use:   "init NAME",
		Short: "Make an empty case, one file",
		Long: `Makes NAME.stemma, readable by you only. The file is not encrypted: who has it
can read it. Keep it on an encrypted disk where that matters.`,
		Example: "  stemma init lebanon-border",
		Args:    exactly(1, "the name of the case"),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := strings.TrimSuffix(args[0], caseExtension) + caseExtension
			if err := sqlite.Create(cmd.Context(), path); errors.Is(err, stemma.ErrConflict) {
				return fmt.Errorf("%w; read into it with `stemma add PATH… --case %s`, or take another name", err, path)
			} else if err != nil {
				return err
			}
			fmt.Fprintf(p.stderr, "made %s\n  not encrypted: who has the file can read it\nnext: stemma add PATH…\n", path)
			return nil
		},
	}
}
