package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"

	"stemma/bench/scale/world"
	"stemma/internal/join"
	"stemma/internal/store"
)

// orders makes so many cases of the first reports of a world, each in another
// order and in other groups, and one that is weighed as a whole; all must come to
// the same bytes.
func orders(ctx context.Context, folder string, seed uint64, size, times int) error {
	w := world.New(seed, size)
	make, err := given(w)
	if err != nil {
		return err
	}
	shuffle := rand.New(rand.NewPCG(seed, 2))
	var want []byte
	for n := range times + 1 {
		c, err := openCase(ctx, filepath.Join(folder, fmt.Sprintf("order%d.stemma", n)), w, make)
		if err != nil {
			return err
		}
		got, err := c.inOrder(ctx, shuffle, n == 0)
		if err != nil {
			return err
		}
		if n == 0 {
			want = got
		}
		if !bytes.Equal(got, want) {
			return fmt.Errorf("order %d comes to something else:\n%s", n, difference(got, want))
		}
	}
	return nil
}

// inOrder adds all reports of the world in some order, and returns what they come
// to; whole weighs everything once more at the end.
func (c *trial) inOrder(ctx context.Context, shuffle *rand.Rand, whole bool) ([]byte, error) {
	defer c.Close()
	all := c.world.Reports
	shuffle.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for c.size < len(all) {
		if _, _, err := c.add(ctx, min(1+shuffle.IntN(40), len(all)-c.size)); err != nil {
			return nil, err
		}
	}
	if whole {
		copies, err := store.All(c.Copies(ctx))
		if err != nil {
			return nil, err
		}
		if err := (join.Joiner{}).Weigh(ctx, c, copies); err != nil {
			return nil, err
		}
	}
	return c.joined(ctx)
}

// joined is all that the case has come to, one thing a line.
func (c *trial) joined(ctx context.Context) ([]byte, error) {
	var out bytes.Buffer
	lines := json.NewEncoder(&out)
	if err := errors.Join(encode(lines, c.Copies(ctx)), encode(lines, c.Incidents(ctx)), encode(lines, c.Disagreements(ctx))); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func encode[T any](lines *json.Encoder, all func(func(T, error) bool)) error {
	for x, err := range all {
		if err != nil {
			return err
		}
		if err := lines.Encode(x); err != nil {
			return err
		}
	}
	return nil
}

// difference is the first line that is not the same.
func difference(got, want []byte) string {
	a, b := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			return fmt.Sprintf("%s\n%s", a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}
