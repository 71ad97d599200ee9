package sqlite

import (
	"cmp"
	"maps"
	"slices"

	"stemma"
)

// madeOf is the event that an incident's id is made of: its smallest. The id leads
// to it from the day on which it is given, and so, for ever, to whichever
// incident holds that event, in whatever order documents came and people ruled.
func madeOf(events []string) string {
	if len(events) == 0 {
		return ""
	}
	return slices.Min(events)
}

// succeed writes into the log which incident took the place of each that went
// because nothing tells any more of the event that its id is made of.
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
		event := madeOf(slices.DeleteFunc(slices.Clone(old[id]), func(member string) bool { return !isEvent(member) }))
		if present[id] || len(holders[event]) > 0 {
			continue
		}
		if err := w.do("put incident id", id, cmp.Or(successor(old[id], holders, now), event)); err != nil {
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
	if isEvent(member) {
		return members + 1
	}
	return 1
}

func isEvent(member string) bool { return len(member) > 1 && member[0] == 'e' }
