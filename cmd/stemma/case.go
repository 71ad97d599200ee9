package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"stemma"
	"stemma/internal/store/sqlite"
)

const caseExtension = ".stemma"

// casePath is the case that is meant: the flag, the environment, else the one
// case file here or in the nearest parent folder that has one.
func (p *program) casePath() (string, error) {
	if p.casefile != "" {
		return p.casefile, nil
	}
	if path := os.Getenv("STEMMA_CASE"); path != "" {
		return path, nil
	}
	folder, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("look for a case: %w", err)
	}
	for {
		found, _ := filepath.Glob(filepath.Join(folder, "*"+caseExtension))
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return "", fmt.Errorf("%w: %d cases in %s: %s; say which with --case FILE", stemma.ErrUsage, len(found), folder, few(found))
		case filepath.Dir(folder) == folder:
			return "", fmt.Errorf("%w: no case here or in a parent folder; make one with `stemma init NAME`, or say which with --case FILE", stemma.ErrUsage)
		}
		folder = filepath.Dir(folder)
	}
}

// few are the names of the first of some files.
func few(paths []string) string {
	const most = 5
	var names []string
	for _, path := range paths[:min(most, len(paths))] {
		names = append(names, filepath.Base(path))
	}
	if len(paths) > most {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// withCase opens the case, does something with it, and closes it.
func (p *program) withCase(ctx context.Context, readOnly bool, do func(*sqlite.Case) error) error {
	path, err := p.casePath()
	if err != nil {
		return err
	}
	c, err := caseAt(ctx, path, sqlite.Options{ReadOnly: readOnly})
	if err != nil {
		return err
	}
	return errors.Join(do(c), c.Close())
}

// caseAt opens a case, or says how to come by one.
func caseAt(ctx context.Context, path string, options sqlite.Options) (*sqlite.Case, error) {
	c, err := sqlite.Open(ctx, path, options)
	if errors.Is(err, stemma.ErrNotFound) {
		return nil, fmt.Errorf("%w; make one with `stemma init NAME`", err)
	}
	return c, err
}

// look reads the case; others may write it meanwhile.
func (p *program) look(ctx context.Context, do func(*sqlite.Case) error) error {
	return p.withCase(ctx, true, do)
}

// change writes the case; nobody else may.
func (p *program) change(ctx context.Context, do func(*sqlite.Case) error) error {
	return p.withCase(ctx, false, do)
}
