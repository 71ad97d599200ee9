// Package table reads the files in which knowledge is kept: tab-separated, a
// header that names the columns, comment lines that begin with '#', and a last
// column "note" for whoever edits them. It knows nothing of what the rows mean.
//
//	verb	stance	note
//	deny	denies	"He denied it."  → column "stance" of row 2 is "denies"
package table

import (
	"fmt"
	"strings"
)

// A Row is one line of a table. Line counts from 1.
type Row struct {
	Line  int
	cells []string
	index map[string]int
}

// Cell is the row's value in a column, without outer spaces; "" if the column
// or the cell is absent.
func (r Row) Cell(column string) string {
	i, ok := r.index[column]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}

// List is the value of a column cut at '|', empty parts left out.
func (r Row) List(column string) []string {
	var out []string
	for _, part := range strings.Split(r.Cell(column), "|") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Parse reads a table and sees to it that the wanted columns are there and that
// no row has more cells than the header. Name is the file's, for errors.
func Parse(name, data string, columns ...string) ([]Row, error) {
	var rows []Row
	var index map[string]int
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if index == nil {
			index = header(cells)
			if err := check(name, index, columns); err != nil {
				return nil, err
			}
			continue
		}
		if len(cells) > len(index) {
			return nil, fmt.Errorf("read %s line %d: %d cells under %d columns", name, i+1, len(cells), len(index))
		}
		rows = append(rows, Row{i + 1, cells, index})
	}
	if index == nil {
		return nil, check(name, nil, columns)
	}
	return rows, nil
}

// Embedded reads a table that is part of the program. A fault in one is a bug
// that the room's own test finds, so it panics.
func Embedded(name, data string, columns ...string) []Row {
	rows, err := Parse(name, data, columns...)
	if err != nil {
		panic(err)
	}
	return rows
}

func header(cells []string) map[string]int {
	index := map[string]int{}
	for i, cell := range cells {
		index[strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff"))] = i
	}
	return index
}

func check(name string, index map[string]int, columns []string) error {
	for _, column := range columns {
		if _, ok := index[column]; !ok {
			return fmt.Errorf("read %s: no column %q in its first line", name, column)
		}
	}
	return nil
}
