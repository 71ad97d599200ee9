package ledger

import (
	"iter"
	"strings"
)

// From are the rows of a list that come behind a key; all of them for "". Rows
// of findings behind it are reached without opening the documents before it.
func (l *Ledger) From(k Kind, f *Filter, key string) iter.Seq2[Row, error] {
	from := *l
	if document, _, ok := strings.Cut(key, " "); ok && (k.Name == "claims" || k.Name == "events") {
		from.after = document[:len(document)-1] // lies before the document, and before none of its neighbours that matters
	}
	return func(yield func(Row, error) bool) {
		for r, err := range k.Rows(&from, f) {
			if err == nil && r.Key <= key {
				continue
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

// Count is how many rows a list has. Incidents are counted without making rows
// of them: there may be many, and each row opens readings.
func (l *Ledger) Count(k Kind, f *Filter) (int, error) {
	n := 0
	if k.Name == "incidents" {
		passes, err := l.Passing(f)
		if err != nil {
			return 0, err
		}
		for i, err := range l.Store.Incidents(l.Ctx) {
			if err != nil {
				return 0, err
			}
			if passes(i) {
				n++
			}
		}
		return n, nil
	}
	for _, err := range k.Rows(l, f) {
		if err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}
