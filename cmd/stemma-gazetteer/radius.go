package main

import (
	"math"
	"sort"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// smallest is the radius of a village in metres.
const smallest = 1000

// extent is the kind of a settlement and its radius in metres: that of a round
// town of a usual density.
func extent(code string, people int) (string, int) {
	radius := smallest + int(15*math.Sqrt(float64(people)))
	switch {
	case code == "PPLX":
		return "quarter", 2 * smallest
	case people >= 100_000 || code == "PPLC":
		return "city", radius
	case people >= 5_000 || code == "PPLA":
		return "town", radius
	}
	return "village", radius
}

// radius is the number of metres round a unit's point within which four in
// five of its settlements lie; a unit with one settlement has that of a town.
func radius(unit gazetteer.Packing, places []gazetteer.Packing, members []int) int {
	far := make([]float64, len(members))
	for i, member := range members {
		far[i] = stemma.Kilometres(unit.Lat, unit.Lon, places[member].Lat, places[member].Lon)
	}
	sort.Float64s(far)
	return 1000 * max(5, int(far[len(far)*4/5]+1))
}
