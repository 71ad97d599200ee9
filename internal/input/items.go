package input

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"

	"stemma/internal/input/jsonl"
	"stemma/internal/input/mhtml"
)

// Items cuts what is handed over into documents: each line of JSON Lines, else
// the one that it is. A fault in one line is handed out beside the others and
// ends nothing; a failing reader ends it. An error does not say of which item it
// is: that stands beside it.
func Items(name string, from io.Reader) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		r := bufio.NewReaderSize(from, sniffed)
		head, err := r.Peek(sniffed)
		if err != nil && !errors.Is(err, io.EOF) {
			yield(Item{Name: name}, err)
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

// All are the documents of something handed over, if none of them is at fault;
// the error names the one that is.
func All(name string, from io.Reader) ([]Item, error) {
	var out []Item
	for item, err := range Items(name, from) {
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", item.Name, err)
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
		return Item{Name: name}, err
	}
	item := Item{Name: name, MediaType: mediaType, Bytes: data}
	if mediaType == TypeMHTML {
		head := mhtml.Head(data)
		item.URL, item.Captured = head.URL, head.Date
	}
	if aside := apart(item); aside != nil {
		return item, aside
	}
	return item, refuse(data)
}

// Each is every document of something handed over; what is wrong with one stands
// beside it as its fault.
func Each(name string, from io.Reader) []Item {
	var out []Item
	for item, err := range Items(name, from) {
		item.Fault = err
		out = append(out, item)
	}
	return out
}

// each hands out the lines of JSON Lines as items of their own. A line without
// a name is called after the file and its number: "pages.jsonl:3". Lines that were
// never meant to be documents are told of once: a table has thousands.
func each(name string, r *bufio.Reader, yield func(Item, error) bool) {
	bare := 0
	for line, err := range jsonl.Lines(r, 2*MaxBytes) {
		if errors.Is(err, jsonl.ErrBare) {
			bare++
			continue
		}
		item := Item{Name: fmt.Sprintf("%s:%d", name, line.Number)}
		switch {
		case errors.Is(err, jsonl.ErrLong):
			err = tooLarge()
		case err == nil:
			item = labelled(item.Name, line)
			err = refuse(item.Bytes)
		}
		if !yield(item, err) {
			return
		}
	}
	if bare > 0 {
		yield(Item{Name: name}, fmt.Errorf("%d of its lines are no documents: %w", bare, jsonl.ErrBare))
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
