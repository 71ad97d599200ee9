package web

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ledger"
	"stemma/internal/store"
)

// A shelf is what lists show of a case, gathered once and kept until something
// changes: this program holds the only lock for writing, so nobody else changes
// the case meanwhile.
type shelf struct {
	incidents     []*entry
	byID          map[string]int
	members       map[string]string // incidents of events
	documents     []store.Listing
	titles        map[string]string // of documents
	copies        []stemma.Copy
	disagreements []stemma.Disagreement
	claims        int
	unread        int
	decisions     []stemma.Decision // all, undone ones too
	rulings       *decide.Rulings
	gathered      *gathered
}

// An entry is an incident in a list.
type entry struct {
	stemma.Incident
	Codable  []string // codebooks that want it
	Disputes int      // disagreements, not the explained ones
	NotCoded bool     // a person called it not codable
}

// shelved is the shelf of a case, made anew if something has changed.
func (s *Server) shelved(ctx context.Context, c *Case) (*shelf, error) {
	if c.then != nil {
		return c.then, nil
	}
	if have, _ := s.onShelf(); have != nil {
		return have, nil
	}
	s.gathering.Lock()
	defer s.gathering.Unlock()
	have, rank := s.onShelf()
	if have != nil {
		return have, nil
	}
	made, err := gatherShelf(ctx, c.Store)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rank == rank {
		s.shelf = made
	}
	return made, nil
}

func (s *Server) onShelf() (*shelf, int) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.shelf, s.rank
}

func gatherShelf(ctx context.Context, st store.Store) (*shelf, error) {
	sh := &shelf{byID: map[string]int{}, members: map[string]string{}, titles: map[string]string{}, gathered: &gathered{lists: map[string][]ledger.Row{}}}
	var err error
	if sh.documents, err = store.All(st.Documents(ctx, store.Which{})); err != nil {
		return nil, err
	}
	if sh.copies, err = store.All(st.Copies(ctx)); err != nil {
		return nil, err
	}
	if sh.disagreements, err = store.All(st.Disagreements(ctx)); err != nil {
		return nil, err
	}
	if sh.decisions, err = store.All(st.Decisions(ctx)); err != nil {
		return nil, err
	}
	sh.rulings = decide.NewRulings(sh.decisions)
	for _, d := range sh.documents {
		sh.claims += d.Claims
		sh.unread += d.Unread
		sh.titles[d.ID] = ledger.Called(d)
	}
	return sh, sh.gatherIncidents(ctx, st)
}

func (sh *shelf) gatherIncidents(ctx context.Context, st store.Store) error {
	for i, err := range st.Incidents(ctx) {
		if err != nil {
			return err
		}
		sh.incidents = append(sh.incidents, newEntry(i, sh.rulings))
	}
	slices.SortStableFunc(sh.incidents, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), strings.Compare(a.ID, b.ID))
	})
	for n, e := range sh.incidents {
		sh.byID[e.ID] = n
		for _, event := range e.Events {
			sh.members[event] = e.ID
		}
	}
	return nil
}

// each are the incidents on the shelf.
func (sh *shelf) each() iter.Seq2[stemma.Incident, error] {
	return func(yield func(stemma.Incident, error) bool) {
		for _, e := range sh.incidents {
			if !yield(e.Incident, nil) {
				return
			}
		}
	}
}

// brief is what a list needs of a disagreement: its sort, and between which
// places it is.
func brief(d stemma.Disagreement) stemma.Disagreement {
	out := stemma.Disagreement{Type: d.Type, Explained: d.Explained, Field: d.Field}
	if d.Field == "place" {
		for _, s := range d.Sides {
			out.Sides = append(out.Sides, stemma.Side{Value: s.Value})
		}
	}
	return out
}

// newEntry keeps of disagreements what sort they are; the incident's own page
// asks for the sides.
func newEntry(i stemma.Incident, rulings *decide.Rulings) *entry {
	e := &entry{Incident: i, Codable: codable(i)}
	e.Assessment.Disagreements = nil
	for _, d := range i.Assessment.Disagreements {
		if !d.Explained {
			e.Disputes++
		}
		e.Assessment.Disagreements = append(e.Assessment.Disagreements, brief(d))
	}
	if on := rulings.OnIncident(i); len(on) > 0 {
		e.NotCoded = on[len(on)-1].Kind == stemma.DecideNotCodable
	}
	return e
}

// weight puts first what a person should look at first: where accounts differ,
// then what most origins and documents tell of.
func (e *entry) weight() int {
	w := 4*min(e.Disputes, 5) + 2*min(e.Assessment.Origins.Max, 9) + min(len(e.Documents), 9)
	if e.Assessment.Grade != "" {
		w += 20
	}
	return w
}

// replace puts one incident anew in its place, after a ruling on it alone.
func (s *Server) replace(ctx context.Context, c *Case, event string) error {
	have, _ := s.onShelf()
	if have == nil {
		return nil
	}
	next := *have
	var err error
	if next.decisions, err = store.All(c.Store.Decisions(ctx)); err != nil {
		return err
	}
	next.rulings = decide.NewRulings(next.decisions)
	next.incidents = slices.Clone(have.incidents)
	for i, err := range c.Store.Incidents(ctx, event) {
		if err != nil {
			return err
		}
		if n, ok := next.byID[i.ID]; ok {
			next.incidents[n] = newEntry(i, next.rulings)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shelf = &next
	s.rank++
	return nil
}

// gathered are the lists of names, by kind, that pages have gathered from all
// readings.
type gathered struct {
	sync.Mutex
	lists map[string][]ledger.Row
}

func (g *gathered) list(kind string) ([]ledger.Row, bool) {
	g.Lock()
	defer g.Unlock()
	rows, ok := g.lists[kind]
	return rows, ok
}

func (g *gathered) keep(kind string, rows []ledger.Row) {
	g.Lock()
	defer g.Unlock()
	g.lists[kind] = rows
}

// member is the incident that an event belongs to, "" if none.
func (sh *shelf) member(event string) string { return sh.members[event] }
