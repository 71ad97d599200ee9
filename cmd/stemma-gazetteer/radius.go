package main

import (
	"sort"

	"stemma/internal/reference/gazetteer"
)

// radius is the number of kilometres round a unit's point within which four in
// five of its settlements lie; a unit with one settlement has that of a town.
func radius(unit gazetteer.Packing, places []gazetteer.Packing, members []int) int {
	far := make([]float64, len(members))
	for i, member := range members {
		far[i] = gazetteer.Kilometres(unit.Lat, unit.Lon, places[member].Lat, places[member].Lon)
	}
	sort.Float64s(far)
	return max(5, int(far[len(far)*4/5]+1))
}
