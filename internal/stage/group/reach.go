package group

import (
	"maps"
	"slices"

	"stemma"
)

// A Finder says where else to look for what may be told of the same.
type Finder interface {
	// Showing are the documents that show one of the clues.
	Showing(clues []uint64) ([]string, error)
	// Tellings are those of some documents.
	Tellings(documents []string) ([]stemma.Telling, error)
	// Copies are those with one of the documents on either side.
	Copies(documents []string) ([]stemma.Copy, error)
}

// Reach follows the links of some tellings to all that are linked with them,
// directly or through others. What is grouped of these alone is grouped as it
// would be among all that a case holds. The seeds are returned too; of a seed
// that the finder does not have, only what it reaches. Pages that people have
// ruled on are always looked at.
func Reach(seeds []stemma.Telling, decisions []stemma.Decision, ruledOn []string, finder Finder) ([]stemma.Telling, error) {
	w := walk{finder: finder, ruled: ruledWith(decisions), known: map[string]*stemma.Telling{}, reached: map[string]bool{}, pages: map[string]bool{}, aligned: aligner{}, follows: map[string]string{}}
	if err := w.open(slices.Clone(ruledOn)); err != nil {
		return nil, err
	}
	frontier := told(seeds)
	for len(frontier) > 0 {
		if err := w.look(frontier); err != nil {
			return nil, err
		}
		frontier = w.step(frontier)
	}
	var out []stemma.Telling
	for id := range w.reached {
		out = append(out, *w.known[id])
	}
	return told(out), nil
}

// A walk goes from tellings to those that they are linked with.
type walk struct {
	finder  Finder
	ruled   map[string][]string // events that a person put together
	known   map[string]*stemma.Telling
	reached map[string]bool
	pages   map[string]bool // that have been opened
	aligned aligner
	follows map[string]string
}

// look opens the pages on which something near the frontier may stand.
func (w *walk) look(frontier []stemma.Telling) error {
	var sought []uint64
	var pages []string
	for i := range frontier {
		sought = append(sought, cluesOf(&frontier[i]).sought...)
		pages = append(pages, frontier[i].Document)
	}
	slices.Sort(sought)
	near, err := w.finder.Showing(slices.Compact(sought))
	if err != nil {
		return err
	}
	slices.Sort(pages)
	copies, err := w.finder.Copies(slices.Compact(pages))
	if err != nil {
		return err
	}
	for _, c := range copies {
		w.aligned[[2]string{c.Document, c.Of}] = c.Shared
		pages = append(pages, c.Document, c.Of)
	}
	return w.open(append(pages, near...))
}

func (w *walk) open(pages []string) error {
	slices.Sort(pages)
	pages = slices.DeleteFunc(slices.Compact(pages), func(p string) bool { return w.pages[p] })
	if len(pages) == 0 {
		return nil
	}
	tellings, err := w.finder.Tellings(pages)
	if err != nil {
		return err
	}
	for _, p := range pages {
		w.pages[p] = true
	}
	tellings = told(tellings)
	for i := range tellings {
		w.known[tellings[i].Event.ID] = &tellings[i]
	}
	maps.Copy(w.follows, sequels(tellings))
	return nil
}

// step reaches the frontier itself and returns what is linked with it and was
// not reached before.
func (w *walk) step(frontier []stemma.Telling) []stemma.Telling {
	for _, t := range frontier {
		if w.known[t.Event.ID] != nil {
			w.reached[t.Event.ID] = true
		}
	}
	all := w.unreached()
	ring := newRing(all, w.aligned)
	var out []stemma.Telling
	for i := range frontier {
		ruled := w.ruledWith(all, &frontier[i])
		for _, k := range append(ring.near(&frontier[i]), ruled...) {
			t := &all[k]
			if w.reached[t.Event.ID] {
				continue
			}
			_, ok := weigh(&frontier[i], t, w.aligned.tie(w.follows, &frontier[i], t))
			if ok || slices.Contains(ruled, k) {
				w.reached[t.Event.ID] = true
				out = append(out, *t)
			}
		}
	}
	return out
}

func (w *walk) unreached() []stemma.Telling {
	var out []stemma.Telling
	for id, t := range w.known {
		if !w.reached[id] {
			out = append(out, *t)
		}
	}
	return told(out)
}

// ruledWith are the indices of those that a person put together with one.
func (w *walk) ruledWith(all []stemma.Telling, t *stemma.Telling) []int {
	ids := slices.Concat(w.ruled[t.Event.ID], w.ruled[incidentID(t.Event.ID)])
	if len(ids) == 0 {
		return nil
	}
	var out []int
	for i := range all {
		if id := all[i].Event.ID; slices.Contains(ids, id) || slices.Contains(ids, incidentID(id)) {
			out = append(out, i)
		}
	}
	return out
}

// ruledWith are the events that a person has put together with each, by their
// own ids or those of incidents that have theirs from them.
func ruledWith(decisions []stemma.Decision) map[string][]string {
	out := map[string][]string{}
	for _, r := range rulings(decisions) {
		if r.same {
			out[r.a], out[r.b] = append(out[r.a], r.b), append(out[r.b], r.a)
		}
	}
	return out
}
