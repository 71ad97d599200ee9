package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"math"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Sharing implements [store.Store].
func (c *Case) Sharing(ctx context.Context, fingerprints []uint64, least int) ([]string, error) {
	return c.ids(ctx, "sharing", sql.Named("fingerprints", list(signed(fingerprints))),
		sql.Named("least", least))
}

// Tellings implements [store.Store].
func (c *Case) Tellings(ctx context.Context, documents ...string) iter.Seq2[stemma.Telling, error] {
	return func(yield func(stemma.Telling, error) bool) {
		for tellings, err := range each(ctx, c, "tellings", blobs[[]stemma.Telling], sql.Named("documents", list(documents))) {
			if err != nil {
				yield(stemma.Telling{}, err)
				return
			}
			for _, telling := range tellings {
				if !yield(telling, nil) {
					return
				}
			}
		}
	}
}

// Near implements [store.Store].
func (c *Case) Near(ctx context.Context, n store.Neighbourhood) ([]string, error) {
	first, last := ends(stemma.Interval{Earliest: n.Earliest, Latest: n.Latest})
	when := []any{sql.Named("types", list(n.Types)), sql.Named("first", first), sql.Named("last", last)}
	var found []string
	for _, place := range n.Places {
		b := around(place)
		ids, err := c.ids(ctx, "near a place", append(when,
			sql.Named("south", b.south), sql.Named("north", b.north), sql.Named("west", b.west), sql.Named("east", b.east))...)
		if err != nil {
			return nil, err
		}
		found = append(found, ids...)
	}
	if n.Places == nil || n.Unplaced {
		ids, err := c.ids(ctx, "near in time", append(when, sql.Named("unplaced", n.Places != nil))...)
		if err != nil {
			return nil, err
		}
		found = append(found, ids...)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

func (c *Case) ids(ctx context.Context, name string, args ...any) ([]string, error) {
	rows, err := c.query(ctx, name, args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, explain(err))
	}
	defer rows.Close()
	ids, err := texts(rows)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, explain(err))
	}
	return ids, nil
}

// A box is the part of the earth in which a place lies, in degrees.
type box struct{ south, north, west, east float64 }

const metresOfDegree = 111_195 // of a meridian

// around is the box of a place and its radius. One that reaches a pole or over
// the date line goes round the earth, so that nothing near is missed.
func around(p stemma.Place) box {
	north := float64(p.Radius) / metresOfDegree
	b := box{south: p.Lat - north, north: p.Lat + north, west: -180, east: 180}
	if b.south <= -90 || b.north >= 90 {
		return b
	}
	east := north / math.Cos(math.Max(math.Abs(b.south), math.Abs(b.north))*math.Pi/180)
	if p.Lon-east >= -180 && p.Lon+east <= 180 {
		b.west, b.east = p.Lon-east, p.Lon+east
	}
	return b
}
