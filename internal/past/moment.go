package past

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/store"
)

// A Moment is a point in the making of a case: a day, a time, a document that
// was added or a decision that was made.
type Moment struct {
	begin, end time.Time // all that came in between is of the moment itself
	seq        int64     // of the decision, 0 for any other moment
}

// A Cut says what had been made: all before a time, and of decisions those with
// a smaller number, if one is named.
type Cut struct {
	until time.Time
	seq   int64
}

// Before leaves out the moment itself; what is new since it begins there.
func (m Moment) Before() Cut { return Cut{m.begin, m.seq} }

// Through takes the moment in.
func (m Moment) Through() Cut {
	c := Cut{until: m.end}
	if m.seq > 0 {
		c.seq = m.seq + 1
	}
	return c
}

func (c Cut) captures(all []stemma.Capture) []stemma.Capture {
	return slices.DeleteFunc(slices.Clone(all), func(x stemma.Capture) bool { return !x.Added.Before(c.until) })
}

func (c Cut) made(d stemma.Decision) bool {
	if c.seq > 0 {
		return d.Seq < c.seq
	}
	return d.At.Before(c.until)
}

// grain is how finely a case keeps time.
const grain = time.Second

// Read reads a moment of a case: "2026-05-03", "2026-05-03T06:00:00Z", the id of a
// document, the number of a decision.
func Read(ctx context.Context, s store.Store, words string) (Moment, error) {
	words = strings.TrimSpace(words)
	if day, err := stemma.ParseDay(words); err == nil {
		return Moment{begin: day.Time(), end: (day + 1).Time()}, nil
	}
	if at, err := time.Parse(time.RFC3339, words); err == nil {
		return Moment{begin: at, end: at.Truncate(grain).Add(grain)}, nil
	}
	if strings.HasPrefix(words, "d_") {
		return added(ctx, s, words)
	}
	if seq, err := strconv.ParseInt(words, 10, 64); err == nil && seq > 0 {
		return decided(ctx, s, seq)
	}
	return Moment{}, fmt.Errorf("%w: %q is no moment of a case; want a day (2026-05-03), a time (2026-05-03T06:00:00Z), the id of a document (d_…) or the number of a decision", stemma.ErrUsage, words)
}

func added(ctx context.Context, s store.Store, id string) (Moment, error) {
	for d, err := range s.Documents(ctx, store.Which{IDs: []string{id}}) {
		if err != nil {
			return Moment{}, err
		}
		if len(d.Captures) > 0 {
			first := slices.MinFunc(d.Captures, func(a, b stemma.Capture) int { return a.Added.Compare(b.Added) }).Added
			return Moment{begin: first, end: first.Add(grain)}, nil
		}
	}
	return Moment{}, fmt.Errorf("%w: no document %q; see `stemma documents list`", stemma.ErrNotFound, id)
}

// decided: what was added in the second of a decision was there when it was made.
func decided(ctx context.Context, s store.Store, seq int64) (Moment, error) {
	for d, err := range s.Decisions(ctx) {
		if err != nil {
			return Moment{}, err
		}
		if d.Seq == seq {
			end := d.At.Add(grain)
			return Moment{begin: end, end: end, seq: seq}, nil
		}
	}
	return Moment{}, fmt.Errorf("%w: no decision %d; see `stemma decisions list`; a day is written 2026-05-03", stemma.ErrNotFound, seq)
}
