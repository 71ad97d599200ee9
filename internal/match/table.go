package match

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"stemma"
)

// How much of a table is read; a coder's has thousands of rows.
const (
	mostBytes   = 256 << 20
	mostRows    = 1 << 20
	mostColumns = 1024
	mostLetters = 4096 // of a cell
)

// A Table is a person's own rows, as text.
type Table struct {
	Name string
	Head []string
	rows [][]string
	line []int // of each row in the file
}

// ReadTable reads comma-, semicolon- or tab-separated rows under a line of column
// names. Lines before it that begin with # are comments.
func ReadTable(name string, r io.Reader) (*Table, error) {
	limited := &io.LimitedReader{R: r, N: mostBytes + 1}
	in := bufio.NewReader(limited)
	skipped, err := skipComments(in)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", stemma.ErrUsage, name, err)
	}
	rows := csv.NewReader(in)
	rows.Comma, rows.FieldsPerRecord, rows.ReuseRecord = separator(in), -1, true
	t := &Table{Name: name}
	for {
		cells, err := rows.Read()
		switch {
		case errors.Is(err, io.EOF):
			return t.whole()
		case limited.N <= 0:
			return nil, fmt.Errorf("%w: %s is larger than %d MiB", stemma.ErrLimit, name, mostBytes>>20)
		case err != nil:
			return nil, fmt.Errorf("%w: %s: %w", stemma.ErrUsage, name, shifted(err, skipped))
		}
		line, _ := rows.FieldPos(0)
		if err := t.add(cells, line+skipped); err != nil {
			return nil, err
		}
	}
}

// Len is how many rows it has.
func (t *Table) Len() int { return len(t.rows) }

// whole refuses a table without a head.
func (t *Table) whole() (*Table, error) {
	if t.Head == nil {
		return nil, fmt.Errorf("%w: %s is empty; its first line must name the columns", stemma.ErrUsage, t.Name)
	}
	return t, nil
}

func (t *Table) add(cells []string, line int) error {
	own := make([]string, len(cells))
	for i, cell := range cells {
		own[i] = strings.ToValidUTF8(strings.TrimSpace(cell[:min(len(cell), mostLetters)]), "�")
	}
	if t.Head == nil {
		if len(own) > mostColumns {
			return fmt.Errorf("%w: %s has %d columns, more than %d", stemma.ErrLimit, t.Name, len(own), mostColumns)
		}
		t.Head = own
		return nil
	}
	if len(t.rows) == mostRows {
		return fmt.Errorf("%w: %s has more than %d rows", stemma.ErrLimit, t.Name, mostRows)
	}
	t.rows, t.line = append(t.rows, own), append(t.line, line)
	return nil
}

// skipComments leaves out a byte-order mark and the lines that begin with #, and
// counts them.
func skipComments(in *bufio.Reader) (int, error) {
	if mark, err := in.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = in.Discard(3) // they were seen
	}
	for n := 0; ; n++ {
		c, err := in.Peek(1)
		if err != nil || c[0] != '#' {
			return n, nil // an empty table is told of later
		}
		if _, err := in.ReadString('\n'); err != nil {
			return n, errors.New("it holds only comments")
		}
	}
}

// separator is what parts the columns: the sign that the first line has most of.
func separator(in *bufio.Reader) rune {
	head, _ := in.Peek(4096) // what there is
	line, _, _ := strings.Cut(string(head), "\n")
	best := ','
	for _, c := range ";\t" {
		if strings.Count(line, string(c)) > strings.Count(line, string(best)) {
			best = c
		}
	}
	return best
}

// shifted counts the comments before a wrong line.
func shifted(err error, lines int) error {
	if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
		return fmt.Errorf("line %d, letter %d: %w", wrong.Line+lines, wrong.Column, wrong.Err)
	}
	return err
}
