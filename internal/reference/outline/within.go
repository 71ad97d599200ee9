package outline

// Within is the book as far as it is drawn in a box, in degrees: the units that come
// into it keep their lines. All units keep their numbers; the others lose their names and
// lines, so that a map of one region is a tenth of the book.
//
//	32..38 north, 35..43 east → the provinces of Syria, and those of its neighbours that reach so far
func (b *Book) Within(south, west, north, east float64) *Book {
	out := &Book{Countries: b.Countries, Units: make([]Unit, len(b.Units))}
	low, high := Point{hundredths(west), hundredths(south)}, Point{hundredths(east), hundredths(north)}
	at := map[int]int{} // an arc's number there, by its number here
	for n, u := range b.Units {
		out.Units[n].Country = u.Country
		if b.meets(u, low, high) {
			out.Units[n].Name = u.Name
			out.Units[n].Rings = out.borrow(b, u.Rings, at)
		}
	}
	return out
}

func hundredths(degrees float64) int32 { return int32(degrees * 100) }

// meets reports whether the smallest box around a unit and another have a point in
// common.
func (b *Book) meets(u Unit, low, high Point) bool {
	least, most := Point{1 << 20, 1 << 20}, Point{-1 << 20, -1 << 20}
	for _, ring := range u.Rings {
		for _, n := range ring {
			for _, p := range b.Arcs[max(n, ^n)] {
				least = Point{min(least.Lon, p.Lon), min(least.Lat, p.Lat)}
				most = Point{max(most.Lon, p.Lon), max(most.Lat, p.Lat)}
			}
		}
	}
	return least.Lon <= high.Lon && most.Lon >= low.Lon && least.Lat <= high.Lat && most.Lat >= low.Lat
}

// borrow takes the arcs of rings out of another book, each once.
func (b *Book) borrow(from *Book, rings [][]int, at map[int]int) [][]int {
	out := make([][]int, len(rings))
	for i, ring := range rings {
		for _, n := range ring {
			arc := max(n, ^n)
			if _, ok := at[arc]; !ok {
				at[arc] = len(b.Arcs)
				b.Arcs, b.sides = append(b.Arcs, from.Arcs[arc]), append(b.sides, from.sides[arc])
			}
			k := at[arc]
			if n < 0 {
				k = ^k
			}
			out[i] = append(out[i], k)
		}
	}
	return out
}
