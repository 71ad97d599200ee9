package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"stemma/internal/reference/table"
	"stemma/internal/stage/attribute/speech"
)

// folds are the parts into which the reports are cut, so that each is scored by
// a model that has learned from none of its part.
const folds = 5

// printPress scores the claims by the English of a press and by the kind of its
// outlet, as a table of reports has them: nobody's dead go unread because of how
// their press writes.
func printPress(out io.Writer, file string, least int, reports []report) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	rows, err := table.Parse(filepath.Base(file), string(data), "file", "english", "outlet", "note")
	if err != nil {
		return err
	}
	groups := map[string]claimScore{}
	for fold := range folds {
		if err := scoreFold(groups, rows, fold, least, reports); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		fmt.Fprintf(out, "%-36s %4d claims: %v\n", name, groups[name].claims.marked, groups[name].claims)
	}
	return nil
}

// scoreFold learns from the other folds and adds the scores of the reports of
// one to those of their groups.
func scoreFold(groups map[string]claimScore, rows []table.Row, fold, least int, reports []report) error {
	var learned, back []report
	for _, r := range reports {
		if int(place(r.name)%folds) == fold {
			back = append(back, r)
		} else {
			learned = append(learned, r)
		}
	}
	model, err := speech.Train(lessonsOf(learned), speech.Training{Seed: 1})
	if err != nil {
		return err
	}
	model = model.WithLeast(least)
	for _, row := range rows {
		of := slices.DeleteFunc(slices.Clone(back), func(r report) bool { return r.name != row.Cell("file") })
		for _, group := range []string{"English: " + row.Cell("english"), "outlet: " + row.Cell("outlet")} {
			score, err := scoreModel(model, of)
			if err != nil {
				return err
			}
			groups[group] = groups[group].plus(score)
		}
	}
	return nil
}
