package code

import (
	"sort"
	"strings"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/lexicon"
)

// A page is a reading with what is asked of it often: mentions and toponyms by
// where they stand, claims by sentence.
type page struct {
	*stemma.Reading
	book     *codebook.Book
	mentions []mention
	scenes   []int // indices of toponyms, in the order of the text
	places   map[string]*stemma.Toponym
	claims   map[int][]stemma.Claim
	aside    map[stemma.Span]bool   // toponyms at which nothing of the report goes on
	deeds    map[string]deed        // by event
	settings [][]stemma.PlaceRole   // by sentence: where it sets its scene
	items    [][]stemma.PlaceRole   // by sentence: the places of the dateline that it begins with
	sentFrom []stemma.PlaceRole     // those of the first dateline
	held     map[string]stemma.Role // by place: who holds it
	shown    map[string][]string    // by noun: what persons have shown to be by what they did
	forced   bool                   // whether force or protest has been told of
}

// A mention is one of an actor's, with the actor.
type mention struct {
	stemma.Mention
	actor *stemma.Actor
}

// newPage is a reading with its mentions and places in the order of the text.
func newPage(r *stemma.Reading, book *codebook.Book) *page {
	p := &page{Reading: r, book: book, claims: map[int][]stemma.Claim{}, aside: map[stemma.Span]bool{}, deeds: map[string]deed{}, places: map[string]*stemma.Toponym{}, held: map[string]stemma.Role{}, shown: map[string][]string{}}
	p.settings, p.items = make([][]stemma.PlaceRole, len(r.Syntax.Sentences)), make([][]stemma.PlaceRole, len(r.Syntax.Sentences))
	for i := range r.Actors {
		for _, m := range r.Actors[i].Mentions {
			p.mentions = append(p.mentions, mention{m, &r.Actors[i]})
		}
	}
	sort.SliceStable(p.mentions, func(i, j int) bool { return p.mentions[i].Span.Before(p.mentions[j].Span) })
	for i := range r.Places {
		p.scenes = append(p.scenes, i)
		p.places[r.Places[i].ID] = &r.Places[i]
	}
	sort.SliceStable(p.scenes, func(i, j int) bool {
		return r.Places[p.scenes[i]].Span.Before(r.Places[p.scenes[j]].Span)
	})
	p.sortClaims()
	return p
}

// oneCalled is the only party that a page calls by a word, alone or at either end
// of its name: "a regime drone" is Halvorn's where "the Halvornian regime" is the one
// regime that it tells of; nil if there are several or none.
func (p *page) oneCalled(word string) *stemma.Actor {
	var one *stemma.Actor
	for _, m := range p.mentions {
		words := strings.Fields(lexicon.Lower(p.Words(m.Span)))
		if len(words) == 0 || words[0] != word && words[len(words)-1] != word || m.actor.Kind == stemma.KindPerson || m.actor.Kind == stemma.KindPeople {
			continue
		}
		if one != nil && one != m.actor {
			return nil
		}
		one = m.actor
	}
	return one
}

// sortClaims puts every claim under each sentence that its content touches.
func (p *page) sortClaims() {
	for _, claim := range p.Claims {
		last := -1
		for _, part := range claim.Content {
			for i := max(p.firstSentence(part), last+1); i < len(p.Syntax.Sentences) && p.Syntax.Sentences[i].Start < part.End; i++ {
				p.claims[i] = append(p.claims[i], claim)
				last = i
			}
		}
	}
}

// firstSentence is the index of the first sentence that ends after a span begins.
func (p *page) firstSentence(s stemma.Span) int {
	return sort.Search(len(p.Syntax.Sentences), func(i int) bool { return p.Syntax.Sentences[i].End > s.Start })
}

// claim is the innermost claim whose content holds a span of a sentence; nil for
// the own voice. A source's own cue stands outside its content, so that "accused"
// is no part of what the accuser says.
func (p *page) claim(sentence int, span stemma.Span) *stemma.Claim {
	few := stemma.Reading{Claims: p.claims[sentence]}
	return few.ClaimHolding(span)
}

// mentionAt is the mention that holds a span, the longest first; nil if none
// does.
func (p *page) mentionAt(span stemma.Span) *mention {
	var best *mention
	from := sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].Start > span.Start })
	for i := from - 1; i >= 0 && i >= from-8; i-- { // mentions nest a few deep at most
		m := &p.mentions[i]
		if m.Contains(span) && (best == nil || m.Len() > best.Len()) {
			best = m
		}
	}
	return best
}

// state is the actor that is a country as a whole, nil if the page names none.
func (p *page) state(country string) *stemma.Actor {
	for i := range p.Actors {
		if a := &p.Actors[i]; a.Kind == stemma.KindState && a.Country == country && country != "" {
			return a
		}
	}
	return nil
}

// idOf is the actor of a name, "" if the page has none.
func (p *page) idOf(name string) string {
	for i := range p.Actors {
		if p.Actors[i].Name == name {
			return p.Actors[i].ID
		}
	}
	return ""
}

// toponymsIn are the indices of the toponyms inside a span, in order.
func (p *page) toponymsIn(span stemma.Span) []int {
	from := sort.Search(len(p.scenes), func(i int) bool { return p.Places[p.scenes[i]].Span.Start >= span.Start })
	to := from
	for to < len(p.scenes) && p.Places[p.scenes[to]].Span.Start < span.End {
		to++
	}
	return p.scenes[from:to]
}

// toponymsAt are the indices of the toponyms of whose words a span is one:
// "Republic" of "the Halvorn Republic".
func (p *page) toponymsAt(span stemma.Span) []int {
	to := sort.Search(len(p.scenes), func(i int) bool { return p.Places[p.scenes[i]].Span.Start >= span.End })
	var out []int
	for i := max(0, to-3); i < to; i++ { // toponyms do not nest deep
		if p.Places[p.scenes[i]].Span.End > span.Start {
			out = append(out, p.scenes[i])
		}
	}
	return out
}

// quoted reports whether a span lies between quotation marks.
func (p *page) quoted(span stemma.Span) bool {
	quotations := p.Syntax.Quotations
	from := sort.Search(len(quotations), func(i int) bool { return quotations[i].Start > span.Start })
	for i := from - 1; i >= 0 && i >= from-3; i-- { // quotations nest
		if quotations[i].Contains(span) {
			return true
		}
	}
	return false
}

// timeAt reports whether a span lies in a phrase of time.
func (p *page) timeAt(span stemma.Span) bool {
	from := sort.Search(len(p.Times), func(i int) bool { return p.Times[i].Span.Start > span.Start })
	for i := from - 1; i >= 0 && i >= from-3; i-- {
		if p.Times[i].Span.Contains(span) {
			return true
		}
	}
	return false
}
