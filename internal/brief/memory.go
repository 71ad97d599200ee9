package brief

import (
	"maps"
	"slices"

	"stemma"
	"stemma/internal/ledger"
	"stemma/internal/store"
)

// A memory is the incidents of a case as it stood, by the events that they held.
type memory struct {
	incidents []stemma.Incident
	holder    map[string]int // of events
	heir      map[int]string // the incident of now that holds most of each
	share     map[int]int    // and how many of its events that are
	documents map[string]bool
}

func newMemory() *memory {
	return &memory{holder: map[string]int{}, heir: map[int]string{}, share: map[int]int{}, documents: map[string]bool{}}
}

func (m *memory) read(now *ledger.Ledger, before store.Store) error {
	for d, err := range before.Documents(now.Ctx, store.Which{}) {
		if err != nil {
			return err
		}
		m.documents[d.ID] = true
	}
	for i, err := range before.Incidents(now.Ctx) {
		if err != nil {
			return err
		}
		for _, e := range i.Events {
			m.holder[e] = len(m.incidents)
		}
		m.incidents = append(m.incidents, i)
	}
	return m.inherit(now)
}

// inherit finds out what became of each: the incident that holds most of its
// events now.
func (m *memory) inherit(now *ledger.Ledger) error {
	for i, err := range now.Store.Incidents(now.Ctx) {
		if err != nil {
			return err
		}
		for n, shared := range m.shares(i) {
			if best := m.share[n]; shared > best || shared == best && i.ID < m.heir[n] {
				m.share[n], m.heir[n] = shared, i.ID
			}
		}
	}
	return nil
}

// shares are how many events an incident has in common with those of then.
func (m *memory) shares(i stemma.Incident) map[int]int {
	out := map[int]int{}
	for _, e := range i.Events {
		if n, ok := m.holder[e]; ok {
			out[n]++
		}
	}
	return out
}

// of are the incidents of then that an incident has events of, in the order of
// their ids.
func (m *memory) of(i stemma.Incident) []stemma.Incident {
	var out []stemma.Incident
	for _, n := range slices.Sorted(maps.Keys(m.shares(i))) {
		out = append(out, m.incidents[n])
	}
	return out
}

// gone are the incidents of then of which nothing tells any more.
func (m *memory) gone() []string {
	out := []string{}
	for n, was := range m.incidents {
		if m.share[n] == 0 {
			out = append(out, was.ID)
		}
	}
	return out
}
