package site

import (
	"bytes"
	"io"
	"iter"
	"strings"

	"stemma/internal/export"
	"stemma/internal/feed"
	"stemma/internal/ledger"
)

// data puts the accepted incidents and their disagreements as tables for other
// programs, with the rows that `stemma export` writes.
func (w *writer) data() error {
	incidents, _ := ledger.KindNamed("incidents")
	all := func(yield func(ledger.Row, error) bool) {
		for _, e := range w.entries {
			if !yield(e.row, nil) {
				return
			}
		}
	}
	disagreements, _ := ledger.KindNamed("disagreements")
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"data/incidents.json", func(to io.Writer) error { return ledger.WriteJSON(to, all) }},
		{"data/incidents.csv", func(to io.Writer) error { return ledger.WriteTable(to, incidents, all) }},
		{"data/incidents.geojson", func(to io.Writer) error { return ledger.WriteFeatures(to, incidents, all) }},
		{"data/disagreements.json", func(to io.Writer) error { return ledger.WriteJSON(to, w.disagreements(disagreements)) }},
		{"feed.atom", func(to io.Writer) error { return w.feed("feed.atom", export.Feed.WriteAtom, to) }},
		{"feed.json", func(to io.Writer) error { return w.feed("feed.json", export.Feed.WriteJSON, to) }},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return err
		}
		if err := w.file(f.name, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// disagreements are those of the incidents on the site.
func (w *writer) disagreements(k ledger.Kind) iter.Seq2[ledger.Row, error] {
	shown := map[string]bool{}
	for _, e := range w.entries {
		shown[e.incident.ID] = !e.quiet
	}
	return func(yield func(ledger.Row, error) bool) {
		for r, err := range k.Rows(w.ledger, &ledger.Filter{}) {
			if err == nil {
				d := r.Value.(export.Disagreement)
				if d.Incident == nil || !shown[*d.Incident] {
					continue
				}
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

// feed is what is new on the site, for programs that follow it. It has addresses
// only if the publisher has said where the site will stand.
func (w *writer) feed(name string, write func(export.Feed, io.Writer) error, to io.Writer) error {
	incidents, _ := ledger.KindNamed("incidents")
	base := w.options.base()
	out, _, err := feed.Of(w.ledger, incidents, &ledger.Filter{}, feed.Options{Name: w.options.Title, Base: strings.TrimSuffix(base, "/")})
	if err != nil {
		return err
	}
	if base != "" {
		out.Home, out.Self = base, base+name
		for n := range out.Entries {
			out.Entries[n].Link += ".html"
		}
	}
	return write(out, to)
}
