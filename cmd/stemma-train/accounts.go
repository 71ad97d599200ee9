package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/reference/table"
)

// readAccounts reads the happenings below a folder that several outlets tell of,
// with the disagreements between them; none where there is no such folder.
//
//	training/accounts/peshkar-truce/ with its pages, index, places, actors and disagreements → one of four
func readAccounts(folder string) ([]disputed, error) {
	folders, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []disputed
	for _, f := range folders {
		d, err := readHappening(filepath.Join(folder, f.Name()))
		if err != nil {
			return nil, fmt.Errorf("read the accounts of %s: %w", f.Name(), err)
		}
		out = append(out, d)
	}
	return out, nil
}

func readHappening(folder string) (disputed, error) {
	out := disputed{name: filepath.Base(folder), texts: map[string]string{}}
	line, err := ownLine(folder)
	if err != nil {
		return out, err
	}
	pages, err := readTable(folder, "index.tsv", "file", "outlet", "published", "note")
	if err != nil {
		return out, err
	}
	documents := map[string]string{}
	for _, page := range pages {
		text, err := os.ReadFile(filepath.Join(folder, page.Cell("file")))
		if err != nil {
			return out, err
		}
		day, err := stemma.ParseDay(page.Cell("published"))
		if err != nil {
			return out, err
		}
		given := stemma.Given{Outlet: page.Cell("outlet"), Published: stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisGiven}}
		if documents[page.Cell("file")], err = out.read(line, string(text), given); err != nil {
			return out, err
		}
	}
	rows, err := readTable(folder, "disagreements.tsv", "row", "type", "side", "file", "words", "note")
	if err != nil {
		return out, err
	}
	return out, out.mark(rows, func(r table.Row) string { return documents[r.Cell("file")] })
}

// ownLine is the line that reads the pages of a folder, with its places and actors.
func ownLine(folder string) (pipeline.Pipeline, error) {
	places, err := os.ReadFile(filepath.Join(folder, "places.tsv"))
	if err != nil {
		return pipeline.Pipeline{}, err
	}
	actors, err := os.ReadFile(filepath.Join(folder, "actors.tsv"))
	if err != nil {
		return pipeline.Pipeline{}, err
	}
	return pipeline.English(pipeline.Books{Places: []string{string(places)}, Actors: []string{string(actors)}})
}

func readTable(folder, name string, columns ...string) ([]table.Row, error) {
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return nil, err
	}
	return table.Parse(name, string(data), columns...)
}
