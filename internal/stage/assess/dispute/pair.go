package dispute

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A Pair is two statements of one page, or of two pages of one incident, that may
// stand against each other, and the signs of it. The role is how the one says no to the other; a sign weighs
// for itself, and within its role.
//
//	"The road is open," the army said. Drivers denied it. → role denies; later denies, speakers between 0, …
type Pair struct {
	Earlier, Later *stemma.Proposition
	Role           string
	Signs          []string

	no, yes *stemma.Proposition // the same two: no may say the contrary of yes
	settled bool                // they answer a question that has one answer for what both are about
}

// How far back, in bytes, a statement may stand that another is held against, and
// how many there are at most; what a page tells first is held against all of it.
const (
	behind     = 1500
	candidates = 14
	leading    = 3
)

// A page is the statements of one document, or of a document and its copies, in
// the order of the text, with what is needed to hold them against each other.
type page struct {
	said    []stemma.Proposition
	acts    noted[string]
	manners noted[[]string]
	answers noted[[]lexicon.Answer]
	told    [][]*stemma.Telling // by statement
	weight  map[string]float64  // how rare each word is
	in      map[string]int      // how many statements of a document have a word
}

// noted is what can be seen of each statement of a page, looked for when it is
// first asked: most statements stand against no other, and nobody asks.
type noted[T any] struct {
	said []stemma.Proposition
	see  func(*stemma.Proposition) T
	seen map[int]T
}

// notedOf is nothing seen yet of some statements.
func notedOf[T any](said []stemma.Proposition, see func(*stemma.Proposition) T) noted[T] {
	return noted[T]{said, see, map[int]T{}}
}

// of is what can be seen of statement i.
func (n noted[T]) of(i int) T {
	if _, ok := n.seen[i]; !ok {
		n.seen[i] = n.see(&n.said[i])
	}
	return n.seen[i]
}

// newPage is the statements of a document and its copies, with the tellings that stand in them.
func newPage(propositions []stemma.Proposition, tellings []stemma.Telling) *page {
	p := &page{said: inText(propositions, func(s stemma.Proposition) bool { return s.Text == "" }), in: map[string]int{}}
	p.acts, p.manners, p.answers = notedOf(p.said, act), notedOf(p.said, manners), notedOf(p.said, answersOf)
	p.weight = rarity(p.said)
	for i := range p.said {
		s := &p.said[i]
		p.told = append(p.told, tells(s, tellings))
		for _, w := range roots(s.Words) {
			p.in[s.Document+" "+w]++
		}
	}
	return p
}

// tells are the tellings whose word stands in a statement.
func tells(s *stemma.Proposition, tellings []stemma.Telling) []*stemma.Telling {
	var out []*stemma.Telling
	for i := range tellings {
		if t := &tellings[i]; t.Document == s.Document && s.Quote.Span.Contains(t.Event.Trigger) {
			out = append(out, t)
		}
	}
	return out
}

// pairs are the statements of a page, each with those before it that it may stand
// against; proposed is what the rules say of them.
func (p *page) pairs(proposed []proposal) []Pair {
	var out []Pair
	for i := range p.said {
		here := touching(&p.said[i], proposed)
		for _, j := range p.before(i) {
			out = append(out, p.pair(j, i, here))
		}
	}
	return out
}

// pair are statements j and i, the earlier first.
func (p *page) pair(j, i int, proposed []proposal) Pair {
	a, b := &p.said[j], &p.said[i]
	role, first := roles(p.acts.of(j), p.acts.of(i))
	out := Pair{Earlier: a, Later: b, Role: role, no: b, yes: a}
	if first {
		out.no, out.yes = a, b
	}
	out.Signs = slices.Concat(p.signs(j, i, out), p.distances(j, i), votes(a, b, proposed))
	return out
}

// before are the statements that statement i may stand against, in the order of
// the text.
func (p *page) before(i int) []int {
	b, top := &p.said[i], i
	for top > 0 && p.said[top-1].Document == b.Document {
		top--
	}
	var out []int
	for j := i - 1; j >= top; j-- {
		near := behindBy(b, &p.said[j]) <= behind && len(out) < candidates
		if (near || j < top+leading) && mayDiffer(&p.said[j], b) {
			out = append(out, j)
		}
	}
	slices.Reverse(out)
	return out
}

// mayDiffer reports whether two statements are by two, of whom one at least is
// quoted, and of which neither is added to the other.
func mayDiffer(a, b *stemma.Proposition) bool {
	return (a.Claim != "" || b.Claim != "") && (a.Speaker.Key != b.Speaker.Key || a.Claim == "" || b.Claim == "") && a.Claim != b.Claim && !goesOn(a, b)
}

// disagreement is that of the two, as far as words tell of which type it is.
func (p Pair) disagreement() stemma.Disagreement {
	if a, b, ok := otherwise(answersOf(p.no), answersOf(p.yes)); ok {
		return twoAnswers(p.no, p.yes, a, b)
	}
	return rival(p.no, p.yes)
}
