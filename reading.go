package stemma

// A Reading is all that the machine made of one document: what the input
// handed over, then one layer for each stage. It is a pure function of the
// document's bytes, what was given, and the reading version.
type Reading struct {
	Document  string // id
	MediaType string
	Version   string // "r_…": stages, weights, data and overlays that made it
	Given     Given
	Anchored  []Anchored // the given anchors, each with the reading of its sentence

	Text       Text
	Blocks     []Block
	Properties []Property
	Language   string // ISO 639-1 code, "" if it cannot be told
	Read       bool   // false: kept, compared and searchable, but in no language that we read

	Regions     []Region
	Publication Publication
	Syntax      Syntax
	Actors      []Actor
	Places      []Toponym
	Times       []TimeExpression
	Quantities  []Quantity
	Claims      []Claim
	Events      []Event
	Unread      []Span // sentences that look like events and were not coded
	Notes       []Note
}

// Anchored is an anchor with the reading of its sentence, by which events are
// matched to it.
type Anchored struct {
	Anchor  Anchor
	Reading *Reading
}

// A Note is what a stage could not settle: two Springfields, "last week"
// without a date. It is stored and shown, and is never an error.
type Note struct {
	Stage Layer
	Span  Span // empty: of the whole document
	Text  string
}

// Note adds a doubt to the reading.
func (r *Reading) Note(stage Layer, span Span, text string) {
	r.Notes = append(r.Notes, Note{stage, span, text})
}

// Words are the characters of a span of the reading's text.
func (r *Reading) Words(s Span) string { return r.Text.Words(s) }

// RegionAt is the region that holds a byte offset; the zero Region if none does.
func (r *Reading) RegionAt(offset int) Region {
	lo, hi := 0, len(r.Regions)
	for lo < hi {
		if mid := (lo + hi) / 2; r.Regions[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(r.Regions) && r.Regions[lo].Start <= offset {
		return r.Regions[lo]
	}
	return Region{}
}

// Actor is the actor with an id; nil if there is none.
func (r *Reading) Actor(id string) *Actor {
	return find(r.Actors, id, func(a *Actor) string { return a.ID })
}

// Place is the toponym with an id; nil if there is none.
func (r *Reading) Place(id string) *Toponym {
	return find(r.Places, id, func(t *Toponym) string { return t.ID })
}

// Quantity is the quantity with an id; nil if there is none.
func (r *Reading) Quantity(id string) *Quantity {
	return find(r.Quantities, id, func(q *Quantity) string { return q.ID })
}

// Claim is the claim with an id; nil if there is none.
func (r *Reading) Claim(id string) *Claim {
	return find(r.Claims, id, func(c *Claim) string { return c.ID })
}

// Event is the event with an id; nil if there is none.
func (r *Reading) Event(id string) *Event {
	return find(r.Events, id, func(e *Event) string { return e.ID })
}

func find[T any](all []T, id string, of func(*T) string) *T {
	for i := range all {
		if id != "" && of(&all[i]) == id {
			return &all[i]
		}
	}
	return nil
}

// ActorAt is the actor one of whose mentions overlaps the span most; nil if
// none does.
func (r *Reading) ActorAt(s Span) *Actor {
	var best *Actor
	most := 0
	for i := range r.Actors {
		for _, m := range r.Actors[i].Mentions {
			shared := min(m.End, s.End) - max(m.Start, s.Start)
			if shared > most {
				best, most = &r.Actors[i], shared
			}
		}
	}
	return best
}

// ClaimHolding is the innermost claim whose content holds the span; nil for the
// own voice.
func (r *Reading) ClaimHolding(s Span) *Claim {
	var best *Claim
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Holds(s) && (best == nil || inside(c, best)) {
			best = c
		}
	}
	return best
}

// inside reports whether claim a lies deeper than claim b: by its parent, else
// by the shorter content.
func inside(a, b *Claim) bool {
	if a.Parent == b.ID || b.Parent == a.ID {
		return a.Parent == b.ID
	}
	return size(a.Content) < size(b.Content)
}

func size(spans []Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}
