package ingest

import (
	"cmp"
	"time"

	"stemma/internal/input"
)

// Offer is an item as a case takes it in: with its document, what was given
// beside it, and how it came. What is wrong with it is told of it alone.
func Offer(item input.Item, by string, now time.Time) Item {
	out := Item{Name: item.Name}
	if out.Document, out.Err = item.Document(); out.Err != nil {
		return out
	}
	if out.Given, out.Err = item.Given(); out.Err != nil {
		return out
	}
	out.Capture, out.Err = item.Capture(out.Document.ID)
	out.Capture.Added = now
	out.Capture.By = cmp.Or(out.Capture.By, by)
	return out
}
