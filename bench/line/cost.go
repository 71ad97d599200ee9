package main

import (
	"crypto/sha256"
	"fmt"
	"runtime"
	"runtime/metrics"
	"time"
)

// A cost is what a stage took: time and memory allocated.
type cost struct {
	time  time.Duration
	bytes uint64
}

// measure adds what do takes.
func (c *cost) measure(do func() error) error {
	bytes, began := allocated(), time.Now()
	err := do()
	c.time += time.Since(began)
	c.bytes += allocated() - bytes
	return err
}

func allocated() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// A yardstick is how long this machine takes, while it does all else that it
// does, to hash a kibibyte. Figures told in it can be held against those of
// another run, which microseconds of a shared machine cannot.
type yardstick struct {
	time time.Duration
	n    int
}

// lay measures once more; it is done beside each document.
func (y *yardstick) lay() {
	block := make([]byte, 1024)
	began := time.Now()
	for range 64 {
		sum := sha256.Sum256(block)
		copy(block, sum[:])
		y.n++
	}
	y.time += time.Since(began)
}

// of is how many yardsticks a time is.
func (y *yardstick) of(t time.Duration) float64 {
	return float64(t) * float64(y.n) / float64(max(1, y.time))
}

// row prints what a stage takes of a token: microseconds, yardsticks, bytes, and
// its share of the whole line's time.
func row(name string, c, whole cost, tokens int, y *yardstick) {
	n := float64(max(1, tokens))
	fmt.Printf("%-12s %8.2f µs %8.2f hashes %8.0f bytes a token  %5.1f %%\n", name, float64(c.time.Nanoseconds())/1000/n,
		y.of(c.time)/n, float64(c.bytes)/n, 100*float64(c.time)/float64(max(1, whole.time)))
}

// memory is what the line holds between documents, books and weights, and what
// the program has taken of the system, in MB.
func memory() (held, taken uint64) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc >> 20, m.Sys >> 20
}
