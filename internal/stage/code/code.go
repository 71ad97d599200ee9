// Package code finds events: who did what to whom, where, when, how many, and
// inside which claim. It reads the tree of each sentence by the rules of the
// codebook; telling which events of several pages are one incident is left to
// the joining line. In: "The army shelled the market in Ostrel on Monday."; out:
// ASSAULT/heavy-weapons, actor "The army", recipient "the market", in Ostrel.
package code

import (
	"context"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/noun"
	"stemma/internal/stage/code/chronicle"
	"stemma/internal/stage/code/mend"
)

// version changes whenever the rules of this room do; the book's data is hashed
// beside it.
const version = "35"

// A Stage finds the events of a reading.
type Stage struct {
	book *codebook.Book
}

// New codes by a book.
func New(book *codebook.Book) *Stage { return &Stage{book} }

// Adds is the layer of events.
func (*Stage) Adds() stemma.Layer { return stemma.LayerEvents }

// Needs are the layers that events are made from.
func (*Stage) Needs() []stemma.Layer {
	return []stemma.Layer{stemma.LayerRegions, stemma.LayerPublication, stemma.LayerSyntax, stemma.LayerActors,
		stemma.LayerPlaces, stemma.LayerTimes, stemma.LayerQuantities, stemma.LayerClaims}
}

// Version names the rules and the data.
func (*Stage) Version() string {
	return version + "-" + codebook.Version() + "-" + noun.Version() + "-" + lists.Version() + "-" + chronicle.Version() + "-" + mend.Version()
}

// Annotate writes the events, and the sentences that look like events and were
// not coded. The rules of this room read trees that are mended, once for all.
func (stage *Stage) Annotate(ctx context.Context, r *stemma.Reading) error {
	trees := r.Syntax.Sentences
	r.Syntax.Sentences = mend.Trees(r)
	defer func() { r.Syntax.Sentences = trees }()
	p := newPage(r, stage.book)
	r.Events, r.Unread = nil, nil
	for i := range r.Syntax.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.RegionAt(r.Syntax.Sentences[i].Start).Kind.Article() {
			p.code(i)
		}
	}
	p.bePeaceful()
	p.readOn()
	return nil
}

// readOn goes over the events of a page with what its other sentences say of them. Each
// step may rest on those before it.
func (p *page) readOn() {
	p.pointBack()                // "The strikes also hit a mill." → whose strikes
	p.restruck()                 // "The attack was carried out by the navy." → on whom
	chronicle.Anchor(p.Reading)  // "Nineteen were killed." → when
	chronicle.History(p.Reading) // "The town fell in 2014." → background
	chronicle.Ahead(p.Reading)   // "tomorrow's strike" → planned
	p.own()                      // "The Column claimed the attack." → who struck
	p.answers()                  // "The league promised an answer." → to whom
	p.attackers()                // "They fired at everybody," → who "they" are
	p.alone()                    // "There were 45 raids today." → by the one who flies them
	p.sequels()                  // "A farmer was killed." → by the blow right before
	p.blamed()                   // "The league condemned the strike." → whom
	p.captors()                  // "The league demanded their release." → of whom
	p.figures()                  // "At least 40 were wounded." → in the blow beside it
	p.victors()                  // "The army said 40 terrorists had been killed." → by the army
	p.avengers()                 // "The army warned of a strong response." → to whom
	chronicle.Parts(p.Reading)   // "Two of the dead were nurses." → of those killed before
	p.borrowPlaces()             // "Two men were wounded." → where
	p.whose()                    // "Jets bombed the mill." → whose mill
	p.towns()                    // "the town" → which
	chronicle.Passing(p.Reading) // "On 2 March a mine killed a soldier." → background
}

// code adds the events of one sentence, or notes that it looks like one and none was
// coded.
func (p *page) code(i int) {
	s := p.look(i)
	p.settings[i] = s.setting()
	p.items[i] = s.sentFrom()
	if p.sentFrom == nil {
		p.sentFrom = p.items[i]
	}
	s.keeps()
	events := s.events()
	events = append(events, s.tolls(events)...)
	p.Events = append(p.Events, events...)
	if len(events) == 0 && s.looksLikeEvent() {
		p.Unread = append(p.Unread, p.Syntax.Sentences[i].Span)
	}
}
