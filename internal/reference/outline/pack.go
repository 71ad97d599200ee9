package outline

import (
	"encoding/binary"
	"fmt"
)

// The book is a run of varints, all of them zigzag: countries (code, name), arcs
// (points, each as its difference from the one before), units (country, name,
// rings of arcs). Texts are their length and their bytes. A page reads it in
// thirty lines.

// Pack lays a book out.
func (b *Book) Pack() []byte {
	var w writer
	w.number(len(b.Countries))
	for _, c := range b.Countries {
		w.text(c.Code)
		w.text(c.Name)
	}
	w.number(len(b.Arcs))
	for _, arc := range b.Arcs {
		w.number(len(arc))
		var last Point
		for _, p := range arc {
			w.number(int(p.Lon - last.Lon))
			w.number(int(p.Lat - last.Lat))
			last = p
		}
	}
	w.number(len(b.Units))
	for _, u := range b.Units {
		w.number(u.Country)
		w.text(u.Name)
		w.number(len(u.Rings))
		for _, ring := range u.Rings {
			w.number(len(ring))
			for _, n := range ring {
				w.number(n)
			}
		}
	}
	return w.data
}

type writer struct{ data []byte }

func (w *writer) number(n int) { w.data = binary.AppendVarint(w.data, int64(n)) }

func (w *writer) text(s string) {
	w.number(len(s))
	w.data = append(w.data, s...)
}

// Unpack reads a book.
func Unpack(data []byte) (*Book, error) {
	r := reader{data: data}
	b := &Book{}
	for range r.count() {
		b.Countries = append(b.Countries, Country{r.text(), r.text()})
	}
	for range r.count() {
		b.Arcs = append(b.Arcs, r.arc())
	}
	b.sides = make([][]int, len(b.Arcs))
	for n := range r.count() {
		u := Unit{Country: r.number(), Name: r.text()}
		for range r.count() {
			u.Rings = append(u.Rings, r.ring(b, n))
		}
		if u.Country < 0 || u.Country >= len(b.Countries) {
			r.broken = true
		}
		b.Units = append(b.Units, u)
	}
	if r.broken {
		return nil, fmt.Errorf("read outlines: the book is damaged")
	}
	return b, nil
}

type reader struct {
	data   []byte
	broken bool
}

func (r *reader) number() int {
	n, size := binary.Varint(r.data)
	if size <= 0 {
		r.broken, r.data = true, nil
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

// count is a number of things, of which each takes a byte at least.
func (r *reader) count() int {
	n := r.number()
	if n < 0 || n > len(r.data) {
		r.broken = true
		return 0
	}
	return n
}

func (r *reader) text() string {
	n := r.count()
	s := string(r.data[:n])
	r.data = r.data[n:]
	return s
}

func (r *reader) arc() Arc {
	out := make(Arc, r.count())
	var last Point
	for i := range out {
		last = Point{last.Lon + int32(r.number()), last.Lat + int32(r.number())}
		out[i] = last
	}
	return out
}

// ring reads the arcs of a ring and notes on which side of each the unit lies.
func (r *reader) ring(b *Book, unit int) []int {
	out := make([]int, r.count())
	for i := range out {
		n := r.number()
		arc := max(n, ^n)
		if arc >= len(b.Arcs) {
			r.broken = true
			return nil
		}
		out[i] = n
		b.sides[arc] = append(b.sides[arc], unit)
	}
	return out
}
