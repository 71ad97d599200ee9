package sqlite

import (
	"maps"
	"slices"

	"stemma"
)

// succeed writes into the log which incident took the place of each that went,
// so that an id that was once printed leads to it for ever.
func (w *writer) succeed(old map[string][]string, now []stemma.Incident) error {
	holders := map[string][]int{} // by event and document: the incidents that hold it
	present := map[string]bool{}
	for i, incident := range now {
		present[incident.ID] = true
		for _, members := range [][]string{incident.Events, incident.Documents} {
			for _, member := range members {
				holders[member] = append(holders[member], i)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(old)) {
		if present[id] {
			continue
		}
		if err := w.do("put incident id", id, successor(old[id], holders, now)); err != nil {
			return err
		}
	}
	return nil
}

// successor is the incident that holds most of what one held, events before
// documents, and of several the one with the smallest id; "" if none does.
func successor(members []string, holders map[string][]int, now []stemma.Incident) string {
	weight := map[int]int{}
	for _, member := range members {
		for _, i := range holders[member] {
			weight[i] += worth(member, len(members))
		}
	}
	best, most := "", 0
	for i, n := range weight {
		if id := now[i].ID; n > most || n == most && id < best {
			best, most = id, n
		}
	}
	return best
}

// worth is what a shared member counts: one event more than all documents.
func worth(member string, members int) int {
	if len(member) > 1 && member[0] == 'e' {
		return members + 1
	}
	return 1
}
