package decide

import (
	"slices"
	"strings"

	"stemma"
)

// A Ruled reading is a reading with people's rulings laid over it. The reading
// itself stays as the machine made it.
type Ruled struct {
	*stemma.Reading                            // with what was changed and added
	Status          map[string]stemma.Status   // of findings that a person ruled on
	By              map[string]stemma.Decision // the last ruling on each finding
	Orphans         []stemma.Decision          // rulings whose words or findings are no longer there
}

// StatusOf is where a finding stands.
func (r Ruled) StatusOf(id string) stemma.Status {
	if s, ok := r.Status[id]; ok {
		return s
	}
	return stemma.Proposed
}

// Apply lays the rulings on a document over its reading.
func (r *Rulings) Apply(reading *stemma.Reading) Ruled {
	out := Ruled{Reading: reading, Status: map[string]stemma.Status{}, By: map[string]stemma.Decision{}}
	own := r.byDocument[reading.Document]
	if len(own) == 0 && !r.renames(reading) {
		return out
	}
	out.Reading = loose(reading)
	for _, d := range r.actors {
		rename(out.Reading, d)
	}
	for _, d := range own {
		id, ok := out.lay(d)
		if !ok {
			out.Orphans = append(out.Orphans, d)
			continue
		}
		out.By[id] = d
	}
	return out
}

// loose is a reading whose findings can be changed without the other's.
func loose(r *stemma.Reading) *stemma.Reading {
	c := *r
	c.Actors, c.Places, c.Quantities = slices.Clone(r.Actors), slices.Clone(r.Places), slices.Clone(r.Quantities)
	c.Claims, c.Events = slices.Clone(r.Claims), slices.Clone(r.Events)
	return &c
}

// lay carries out one ruling; it gives the finding that it is on.
func (r *Ruled) lay(d stemma.Decision) (string, bool) {
	switch d.Kind {
	case stemma.DecideAdd:
		return r.add(d)
	case stemma.DecideSameActor:
		return rename(r.Reading, d)
	}
	id, ok := r.attach(d)
	if !ok {
		return "", false
	}
	switch d.Kind {
	case stemma.DecideAccept:
		r.Status[id] = stemma.Accepted
	case stemma.DecideReject:
		r.Status[id] = stemma.Rejected
	case stemma.DecideChange:
		ok = change(r.Reading, id, d.Field, d.Value)
	case stemma.DecideSpan:
		ok = r.respan(id, d)
	case stemma.DecidePlace:
		ok = r.place(id, d.Value)
	case stemma.DecideNotActor:
		ok = own(r.Reading, id, d.Value)
	}
	return id, ok
}

// attach is the finding that a ruling is on: the one with its id, else the one
// finding of that sort on exactly its words. A look-alike is none.
func (r *Ruled) attach(d stemma.Decision) (string, bool) {
	if _, ok := Extent(r.Reading, d.Target); ok {
		return d.Target, true
	}
	span, ok := find(r.Text, d)
	if !ok || d.Kind == stemma.DecideSpan {
		return "", false
	}
	var found []string
	for _, id := range findings(r.Reading, d.Target) {
		if s, _ := Extent(r.Reading, id); s == span {
			found = append(found, id)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// findings are the ids of all findings of the sort that an id names.
func findings(r *stemma.Reading, like string) []string {
	var out []string
	switch letter, _, _ := strings.Cut(like, "_"); letter {
	case "c":
		for _, c := range r.Claims {
			out = append(out, c.ID)
		}
	case "e":
		for _, e := range r.Events {
			out = append(out, e.ID)
		}
	case "q":
		for _, q := range r.Quantities {
			out = append(out, q.ID)
		}
	case "p":
		for _, p := range r.Places {
			out = append(out, p.ID)
		}
	case "a":
		for _, a := range r.Actors {
			out = append(out, a.ID)
		}
	}
	return out
}

// Extent is where a finding stands: the words to which rulings on it are tied.
func Extent(r *stemma.Reading, id string) (stemma.Span, bool) {
	if c := r.Claim(id); c != nil {
		return c.Extent(), true
	}
	if e := r.Event(id); e != nil {
		return e.Trigger, true
	}
	if q := r.Quantity(id); q != nil {
		return q.Span, true
	}
	if p := r.Place(id); p != nil {
		return p.Span, true
	}
	if a := r.Actor(id); a != nil {
		return named(a), true
	}
	return stemma.Span{}, false
}

// respan moves a finding to other words.
func (r *Ruled) respan(id string, d stemma.Decision) bool {
	s, ok := find(r.Text, d)
	if !ok {
		return false
	}
	if c := r.Claim(id); c != nil {
		c.Content = []stemma.Span{s}
		return true
	}
	if e := r.Event(id); e != nil {
		e.Trigger, e.Clause = s, e.Clause.Join(s)
		return true
	}
	if q := r.Quantity(id); q != nil {
		q.Span = s
		return true
	}
	return false
}

// Told is the reading as joining takes it: without what was rejected. What was
// said inside a rejected claim rests on whoever stands around it.
func (r Ruled) Told() *stemma.Reading {
	gone := func(id string) bool { return r.StatusOf(id) == stemma.Rejected }
	goneClaim := func(c stemma.Claim) bool { return gone(c.ID) }
	goneEvent := func(e stemma.Event) bool { return gone(e.ID) }
	goneQuantity := func(q stemma.Quantity) bool { return gone(q.ID) }
	if !slices.ContainsFunc(r.Events, goneEvent) && !slices.ContainsFunc(r.Claims, goneClaim) && !slices.ContainsFunc(r.Quantities, goneQuantity) {
		return r.Reading
	}
	out := loose(r.Reading)
	out.Claims = slices.DeleteFunc(out.Claims, goneClaim)
	for i := range out.Claims {
		out.Claims[i].Parent = r.standing(out.Claims[i].Parent)
	}
	out.Events = slices.DeleteFunc(out.Events, goneEvent)
	for i := range out.Events {
		out.Events[i].Claim = r.standing(out.Events[i].Claim)
		out.Events[i].Quantities = slices.DeleteFunc(slices.Clone(out.Events[i].Quantities), gone)
	}
	out.Quantities = slices.DeleteFunc(out.Quantities, goneQuantity)
	return out
}

// standing is a claim, or the innermost around it that nobody rejected; "" if there
// is none.
func (r Ruled) standing(id string) string {
	for range len(r.Claims) { // as deep as claims can lie
		c := r.Claim(id)
		if c == nil || r.StatusOf(id) != stemma.Rejected {
			break
		}
		id = c.Parent
	}
	return id
}

// renames reports whether a reading has an actor under a name that a person said
// is another's.
func (r *Rulings) renames(reading *stemma.Reading) bool {
	return slices.ContainsFunc(r.actors, func(d stemma.Decision) bool {
		return slices.ContainsFunc(reading.Actors, func(a stemma.Actor) bool { return strings.EqualFold(a.Name, d.Value) })
	})
}

// rename makes one actor of two names; it gives the one that is called otherwise
// now.
func rename(r *stemma.Reading, d stemma.Decision) (string, bool) {
	book, renamed := "", ""
	for _, a := range r.Actors {
		if strings.EqualFold(a.Name, d.Target) {
			book = a.Book
		}
	}
	for i := range r.Actors {
		if strings.EqualFold(r.Actors[i].Name, d.Value) {
			r.Actors[i].Name, r.Actors[i].Book = d.Target, book
			renamed = r.Actors[i].ID
		}
	}
	return renamed, renamed != ""
}

// Sort is what a finding is, by its id: event, claim, quantity, place or actor.
func Sort(id string) string {
	letter, _, _ := strings.Cut(id, "_")
	return map[string]string{"c": "claim", "e": "event", "q": "quantity", "p": "place", "a": "actor"}[letter]
}
