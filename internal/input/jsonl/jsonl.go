// Package jsonl reads JSON Lines in which each line is one document: its text
// or its page, and what is written on its outside. What the text says, and
// whether it can be read, it leaves to others. In:
// {"text": "The bridge is open.", "outlet": "Harbour Post"}; out: a Line whose
// Text and Outlet are these.
package jsonl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
)

// ErrLong is a line longer than allowed; the lines after it are still read.
var ErrLong = errors.New("the line is too long")

// ErrBare is a line that has neither a text nor a page; it is an object of another
// sort, and the lines after it are still read.
var ErrBare = errors.New(`neither "text" nor "html"`)

// A Line is one document. Keys that it does not know are left alone.
type Line struct {
	Number    int    `json:"-"` // from 1
	Text      string `json:"text"`
	HTML      string `json:"html"`
	Name      string `json:"name"`
	URL       string `json:"url"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Captured  string `json:"captured"`
	By        string `json:"by"`
	Note      string `json:"note"`
}

// Lines hands out one line after the other, each with its fault if it has one.
// No line of more than limit bytes is held in memory.
func Lines(r *bufio.Reader, limit int) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		for number := 1; ; number++ {
			data, err := next(r, limit)
			if errors.Is(err, io.EOF) {
				return
			}
			line := Line{}
			switch {
			case err != nil:
			case len(bytes.TrimSpace(data)) == 0:
				continue
			default:
				line, err = parse(data)
			}
			line.Number = number
			if !yield(line, err) || broken(err) {
				return
			}
		}
	}
}

// broken reports whether no line can be read after one that came out with an error.
func broken(err error) bool {
	return err != nil && !errors.Is(err, ErrLong) && !errors.Is(err, errLine)
}

// errLine marks a fault of one line, after which the next can be read.
var errLine = errors.New("not a document")

func parse(data []byte) (Line, error) {
	var line Line
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &line); err != nil {
		return Line{}, fmt.Errorf("%w: %w", errLine, err)
	}
	if line.Text == "" && line.HTML == "" {
		return line, fmt.Errorf("%w: %w", errLine, ErrBare)
	}
	return line, nil
}

// next is the next line without its end; of one that is too long the rest is
// passed over.
func next(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > limit; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) == 0 && !long:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case long:
			return nil, ErrLong
		}
		return line, nil
	}
}
