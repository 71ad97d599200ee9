// Package feed is a list of incidents for people who follow what happens: each
// with its place, its day, its numbers as ranges and how many origins stand
// behind it. Atom and JSON are left to package export, and what may leave the
// case to package ledger; nobody is followed by a feed. In: the incidents of a
// province; out: "Attack, Oruna, 2024-03-10", 2–3 origins, 4–6 killed, added on
// the day on which its first report was read.
package feed

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"time"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/store"
)

// Options say which feed, and where it stands.
type Options struct {
	Name     string // of the case
	Base     string // address under which the case is served; "" for a file
	Suffix   string // of the feed's own address: ".atom"
	Proposed bool   // also what nobody has accepted yet
	Most     int    // newest entries; 0: all
}

// Of is the feed of the incidents that a filter lets in, the newest first. It
// also gives how many were left out since nobody has accepted them.
func Of(l *ledger.Ledger, k ledger.Kind, f *ledger.Filter, o Options) (export.Feed, int, error) {
	if err := allowed(k, f); err != nil {
		return export.Feed{}, 0, err
	}
	log, err := historyOf(l)
	if err != nil {
		return export.Feed{}, 0, err
	}
	bodies, err := l.Bodies()
	if err != nil {
		return export.Feed{}, 0, err
	}
	out := head(f, o)
	rows, leftOut := ledger.Leaving(l, k, f, o.Proposed)
	for r, err := range rows {
		if err != nil {
			return out, 0, err
		}
		e := entry(r.Value.(export.Incident), bodies, o)
		e.Published, e.Updated = log.times(r.Value.(export.Incident))
		out.Entries = append(out.Entries, e)
	}
	slices.SortFunc(out.Entries, func(a, b export.Entry) int { return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.ID, b.ID)) })
	out.Updated = log.newest
	if len(out.Entries) > 0 {
		out.Updated = out.Entries[0].Updated
	}
	if o.Most > 0 {
		out.Entries = out.Entries[:min(o.Most, len(out.Entries))]
	}
	return out, *leftOut, nil
}

// allowed refuses a feed by which somebody would be followed (design.md, rule 10).
func allowed(k ledger.Kind, f *ledger.Filter) error {
	if k.Name != "incidents" {
		return fmt.Errorf("%w: a feed is of incidents, not of %s", stemma.ErrUsage, k.Name)
	}
	for _, field := range []string{"actor", "said-by"} {
		if f.Asked(field) != "" {
			return fmt.Errorf("%w: a feed follows what happened and where, and nobody; leave out %s", stemma.ErrUsage, field)
		}
	}
	return nil
}

// head is a feed without its entries. Its id hangs on the case and on what was
// asked for, and on nothing else.
func head(f *ledger.Filter, o Options) export.Feed {
	asked := f.String()
	sum := sha256.Sum256([]byte(o.Name + "\n" + asked))
	out := export.Feed{ID: "urn:x-stemma:feed:" + hex.EncodeToString(sum[:8]), Title: o.Name + ": incidents"}
	if asked != "" {
		out.Title += " with " + asked
	}
	if o.Base != "" {
		q := ""
		if asked != "" {
			q = "?" + url.Values{"q": {asked}}.Encode()
		}
		out.Home, out.Self = o.Base+"/i"+q, o.Base+"/i"+o.Suffix+q
	}
	return out
}

// A history knows when something became known in a case, and when somebody last
// ruled on it; the clock of the day on which a feed is made has no part in it.
type history struct {
	added  map[string]time.Time // documents, when they first came
	ruled  map[string]time.Time // documents, events and incidents, when they were last ruled on
	newest time.Time
}

// historyOf reads the captures and decisions of a case.
func historyOf(l *ledger.Ledger) (history, error) {
	log := history{added: map[string]time.Time{}, ruled: map[string]time.Time{}, newest: time.Unix(0, 0)}
	for d, err := range l.Store.Documents(l.Ctx, store.Which{}) {
		if err != nil {
			return log, err
		}
		for _, c := range d.Captures {
			if first, ok := log.added[d.ID]; !ok || c.Added.Before(first) {
				log.added[d.ID] = c.Added
			}
		}
		log.newest = later(log.newest, log.added[d.ID])
	}
	for d, err := range l.Store.Decisions(l.Ctx) {
		if err != nil {
			return log, err
		}
		for _, id := range []string{d.Target, d.Value, d.Document} {
			log.ruled[id] = later(log.ruled[id], d.At)
		}
		log.newest = later(log.newest, d.At)
	}
	return log, nil
}

// times are when the first document came that tells of an incident, and when the
// last one came or somebody last ruled on it.
func (h history) times(i export.Incident) (first, last time.Time) {
	for _, id := range i.Documents {
		if t := h.added[id]; first.IsZero() || t.Before(first) {
			first = t
		}
		last = later(last, later(h.added[id], h.ruled[id]))
	}
	last = later(last, h.ruled[i.ID])
	for _, id := range i.Events {
		last = later(last, h.ruled[id])
	}
	return first, last
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
