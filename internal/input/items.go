package input

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"

	"stemma"
	"stemma/internal/input/jsonl"
	"stemma/internal/input/mhtml"
)

// Items cuts what is handed over into documents: each line of JSON Lines, else
// the one that it is. A fault in one line is handed out beside the others and
// ends nothing; a failing reader ends it.
func Items(name string, from io.Reader) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		r := bufio.NewReaderSize(from, sniffed)
		head, err := r.Peek(sniffed)
		if err != nil && !errors.Is(err, io.EOF) {
			yield(Item{Name: name}, fmt.Errorf("read %s: %w", name, err))
			return
		}
		mediaType := Sniff(name, head)
		if mediaType == TypeJSONL {
			each(name, r, yield)
			return
		}
		yield(whole(name, mediaType, r))
	}
}

// All are the documents of something handed over, if none of them is at fault.
func All(name string, from io.Reader) ([]Item, error) {
	var out []Item
	for item, err := range Items(name, from) {
		if err != nil {
			return nil, err
		}
		out = append(out, item)
	}
	return out, nil
}

// whole is the item that a file is. One byte over the limit is read, so that
// refuse can tell.
func whole(name, mediaType string, r io.Reader) (Item, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return Item{Name: name}, fmt.Errorf("read %s: %w", name, err)
	}
	item := Item{Name: name, MediaType: mediaType, Bytes: data}
	if mediaType == TypeMHTML {
		head := mhtml.Head(data)
		item.URL, item.Captured = head.URL, head.Date
	}
	return item, refuse(name, data)
}

// each hands out the lines of JSON Lines as items of their own. A line without
// a name is called after the file and its number: "pages.jsonl:3".
func each(name string, r *bufio.Reader, yield func(Item, error) bool) {
	for line, err := range jsonl.Lines(r, 2*MaxBytes) {
		item := Item{Name: fmt.Sprintf("%s:%d", name, line.Number)}
		switch {
		case errors.Is(err, jsonl.ErrLong):
			err = fmt.Errorf("read %s: larger than %d MiB, the most that one document may have: %w", item.Name, MaxBytes>>20, stemma.ErrLimit)
		case err != nil:
			err = fmt.Errorf("read %s: %w", item.Name, err)
		default:
			item = labelled(item.Name, line)
			err = refuse(item.Name, item.Bytes)
		}
		if !yield(item, err) {
			return
		}
	}
}

// labelled is a line's document with its label. A line's text is a text even
// where it begins like a page.
func labelled(name string, line jsonl.Line) Item {
	item := Item{Name: cmp.Or(line.Name, name), MediaType: TypeText, Bytes: []byte(line.Text), Label: Label{
		URL: line.URL, Outlet: line.Outlet, Published: line.Published, Captured: line.Captured, By: line.By, Note: line.Note,
	}}
	if line.HTML != "" {
		item.MediaType, item.Bytes = TypeHTML, []byte(line.HTML)
	}
	return item
}
