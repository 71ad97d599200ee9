// Command scale joins and stores the reports of an invented world, of which the
// truth is known, and prints how many milliseconds one document more takes at
// each size, what the memory and the file come to, and how much of what was
// joined is right. Small worlds are read whole, from their text; large ones
// begin with readings, so that joining and storing are timed alone.
//
//	go run ./bench/scale -texts 1000,10000
//	go run ./bench/scale -readings 1000,10000,100000,1000000
//	go run ./bench/scale -readings 10000,1000000 -case world.stemma  # goes on where it was stopped
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"stemma/bench/scale/world"
)

func main() {
	texts := flag.String("texts", "", "sizes of worlds that are read whole, smallest first")
	readings := flag.String("readings", "", "sizes of worlds that begin with readings, smallest first")
	shuffled := flag.Int("orders", 0, "so many orders of the smallest world of readings, which must come to the same bytes")
	seed := flag.Uint64("seed", 7, "another seed is another world")
	kept := flag.String("case", "", "let this case grow, from what a run with the same sizes and seed has left of it; sizes that it is past are not timed again")
	flag.Parse()
	if err := run(*texts, *readings, *kept, *shuffled, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(1)
	}
}

func run(texts, readings, kept string, shuffled int, seed uint64) error {
	folder, err := os.MkdirTemp("", "scale")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if shuffled > 0 {
		sizes, err := numbers(readings)
		if err != nil || len(sizes) == 0 {
			return fmt.Errorf("orders of how many readings? %w", err)
		}
		return orders(context.Background(), folder, seed, sizes[0], shuffled)
	}
	if kept != "" && texts != "" && readings != "" {
		return errors.New("a case grows from texts or from readings, not from both")
	}
	fmt.Println(header)
	file := func(kind string) string { return cmp.Or(kept, filepath.Join(folder, kind+".stemma")) }
	if err := grown(file("texts"), "texts", texts, seed, whole); err != nil {
		return err
	}
	return grown(file("readings"), "readings", readings, seed, given)
}

// grown lets a case grow to each of the sizes and prints a row of each.
func grown(path, kind, list string, seed uint64, reader func(*world.World) (maker, error)) error {
	sizes, err := numbers(list)
	if err != nil || len(sizes) == 0 {
		return err
	}
	ctx := context.Background()
	w := world.New(seed, sizes[len(sizes)-1]+len(sizes)*probes)
	make, err := reader(w)
	if err != nil {
		return err
	}
	c, err := openCase(ctx, path, w, make)
	if err != nil {
		return err
	}
	defer c.Close()
	for _, size := range sizes {
		if size < c.size {
			continue
		}
		row, err := c.grow(ctx, size)
		if err != nil {
			return err
		}
		fmt.Println(kind, row)
	}
	return nil
}

func numbers(list string) ([]int, error) {
	var out []int
	for _, word := range strings.FieldsFunc(list, func(c rune) bool { return c == ',' }) {
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil, fmt.Errorf("a size: %w", err)
		}
		out = append(out, n)
	}
	return out, nil
}
