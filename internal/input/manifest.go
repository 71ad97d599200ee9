package input

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"stemma"
)

// Manifest reads the table that lies in a folder beside its files and gives the
// label of each: columns file (or name, or path), url, outlet, published,
// captured, by, note, in any order; other columns are left alone.
//
//	file,outlet,published
//	bridge.txt,Harbour Post,2021-03-04  → "bridge.txt": {Outlet: "Harbour Post", Published: "2021-03-04"}
func Manifest(from io.Reader) (map[string]Label, error) {
	r := csv.NewReader(from)
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("read manifest: no first line that names the columns: %w", stemma.ErrUsage)
	}
	column := columns(header)
	if _, ok := column["file"]; !ok {
		return nil, fmt.Errorf(`read manifest: no column "file" in its first line: %w`, stemma.ErrUsage)
	}
	labels := map[string]Label{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return labels, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read manifest: %w: %w", err, stemma.ErrUsage)
		}
		name := cell(row, column, "file")
		if _, twice := labels[name]; twice {
			line, _ := r.FieldPos(0)
			return nil, fmt.Errorf("read manifest line %d: %s a second time: %w", line, name, stemma.ErrUsage)
		}
		labels[name] = Label{
			URL: cell(row, column, "url"), Outlet: cell(row, column, "outlet"), Published: cell(row, column, "published"),
			Captured: cell(row, column, "captured"), By: cell(row, column, "by"), Note: cell(row, column, "note"),
		}
	}
}

// columns maps names to places; "name" and "path" are other words for "file".
func columns(header []string) map[string]int {
	column := map[string]int{}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))
		if name == "name" || name == "path" {
			name = "file"
		}
		if _, ok := column[name]; !ok {
			column[name] = i
		}
	}
	return column
}

func cell(row []string, column map[string]int, name string) string {
	if i, ok := column[name]; ok && i < len(row) {
		return strings.TrimSpace(row[i])
	}
	return ""
}
