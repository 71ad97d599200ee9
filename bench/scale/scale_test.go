package main

import (
	"path/filepath"
	"testing"

	"stemma/bench/scale/world"
)

// What a case comes to does not depend on the order in which it grew, nor on
// whether it was weighed bit by bit or whole.
func TestOrders_comeToTheSame(t *testing.T) {
	size, times := 120, 3
	if testing.Short() {
		size, times = 60, 1
	}
	for seed := range uint64(2) {
		if err := orders(t.Context(), t.TempDir(), seed, size, times); err != nil {
			t.Fatal(err)
		}
	}
}

// The invented reports are joined as they were invented.
func TestGrow_findsTheTruth(t *testing.T) {
	w := world.New(7, 200+probes)
	make, _ := given(w)
	c, err := openCase(t.Context(), t.TempDir()+"/world.stemma", w, make)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.grow(t.Context(), 200); err != nil {
		t.Fatal(err)
	}
	of := map[string]int{}
	for i, r := range w.Reports[:c.size] {
		of[r.Document().ID] = i
	}
	incidents, disputed, err := c.incidents(t.Context(), of)
	copies, bad := c.copies(t.Context(), of)
	if err != nil || bad != nil || incidents.precision < 0.99 || incidents.recall < 0.98 || disputed.right < disputed.true || copies.right < 0.9*copies.true {
		t.Errorf("incidents %v, disagreements %v, copies %v, %v, %v", incidents, disputed, copies, err, bad)
	}
}

// A case that was left goes on, to what it would have come to at once.
func TestGrow_goesOn(t *testing.T) {
	w := world.New(7, 60)
	make, _ := given(w)
	folder := t.TempDir()
	grownTo := func(name string, size int) string {
		c, err := openCase(t.Context(), filepath.Join(folder, name), w, make)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, _, err := c.add(t.Context(), size-c.size); err != nil {
			t.Fatal(err)
		}
		all, err := c.joined(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return string(all)
	}
	grownTo("twice", 25)
	if grownTo("twice", 60) != grownTo("once", 60) {
		t.Error("a case that was left comes to something else")
	}
}
