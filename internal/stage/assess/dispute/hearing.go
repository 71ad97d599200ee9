package dispute

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"stemma"
)

// A hearing is propositions among which is sought what each denial is of.
type hearing struct {
	all    []stemma.Proposition // in the order of their texts
	may    func(no, yes *stemma.Proposition) bool
	weight map[string]float64 // of each word, once it is asked for
	under  map[string][]int   // the propositions that have a word
}

// denied is the disagreement between a denial and what it is of: another proposition,
// else the report that the denial itself gives; and what both say, the same in two
// copies.
func (h *hearing) denied(i int) (words string, d stemma.Disagreement, ok bool) {
	no := &h.all[i]
	if j := h.answered(i); j >= 0 {
		return wording(no) + wording(&h.all[j]), answer(h.all, i, j), true
	}
	report, named := reported(no)
	if !named || !h.may(no, no) {
		return "", d, false
	}
	return wording(no), denial(no, &report), true
}

// answered is the proposition that a denial is of, -1 if there is none.
func (h *hearing) answered(i int) int {
	no := &h.all[i]
	onPage := h.may(no, no)
	if onPage {
		if j := repeated(h.all, i); j >= 0 {
			return j
		}
	}
	if j := h.opposite(i); j >= 0 {
		return j
	}
	if _, named := reported(no); onPage && !named && plainly(no) {
		return near(h.all, i)
	}
	return -1
}

// opposite is the proposition that says most plainly what proposition i denies, or
// -1.
func (h *hearing) opposite(i int) int {
	no := &h.all[i]
	best, most := -1, coverNot
	if plainly(no) {
		most = coverDenial
	}
	shared := h.shared(no)
	for _, j := range slices.Sorted(maps.Keys(shared)) {
		yes, s := &h.all[j], shared[j]
		if s.part < most || best >= 0 && s.part == most || !s.enough(no, yes) {
			continue
		}
		if opposed(no, yes) && h.may(no, yes) && negates(no, yes) && accountable(no, yes) {
			best, most = j, s.part
		}
	}
	return best
}

// Thresholds: how much of the denial's weight the other proposition must have,
// less if the source plainly denies; how many words at least; and how many
// propositions a word may stand in before it finds nothing.
const (
	coverDenial  = 0.4
	coverNot     = 0.5
	coverFar     = 0.6
	commonWords  = 2
	tooCommon    = 200
	lengthFactor = 4
)

// A share is what a proposition has of the words of a denial: how many, and which
// part of their weight.
type share struct {
	words int
	part  float64
}

// shared is what the others have of the words of a denial.
func (h *hearing) shared(no *stemma.Proposition) map[int]share {
	if h.weight == nil {
		h.weight, h.under = rarity(h.all), index(h.all)
	}
	out := map[int]share{}
	total := 0.0
	for _, w := range no.Words {
		w = root(w)
		total += h.weight[w]
		if len(h.under[w]) > tooCommon {
			continue
		}
		for _, j := range h.under[w] {
			out[j] = share{out[j].words + 1, out[j].part + h.weight[w]}
		}
	}
	for j, s := range out {
		out[j] = share{s.words, s.part / max(total, 1)}
	}
	return out
}

// enough reports whether a denial shares so much with a proposition that it may be of
// it: more if it is no plain denial and stands far from it, or on another page.
func (s share) enough(no, yes *stemma.Proposition) bool {
	if !ofMatter(no, yes) || s.words < min(commonWords, len(no.Words)) || s.words < commonWords && !absent(no) {
		return false
	}
	few := s.words <= commonWords
	if !plainly(no) && !absent(no) && !adjoining(no, yes) && (s.part < coverFar || few) {
		return false
	}
	abroad := no.Document != yes.Document
	return !abroad || absent(no) || plainly(no) && s.part >= coverNot && !few
}

// ofMatter reports whether two statements have a word in common that is no name: of one
// place many things are told.
//
//	"denied that it had a camp in Odel" / "four children died in Odel" → no
func ofMatter(no, yes *stemma.Proposition) bool {
	theirs := names(yes.Text)
	return slices.ContainsFunc(no.Words, func(w string) bool {
		named := slices.ContainsFunc(theirs, func(n string) bool { return strings.ToLower(n) == w })
		return !named && overlap([]string{w}, yes.Words) > 0
	})
}

// negates reports whether a statement that is no plain denial negates the very
// thing that the other says.
//
//	"has never cut the supply" → "soldiers cut the water", not "the water that soldiers drank"
func negates(no, yes *stemma.Proposition) bool {
	return plainly(no) || absent(no) && overlap(no.Words, yes.Negated) == 0 || !leavesOpen(no.Text) && !slices.ContainsFunc(no.Negated, empty) && takesUp(yes, no)
}

// takesUp reports whether a statement says most of what another negates, and does
// not negate it too. By what sense a witness missed a thing the other need not say.
//
//	"cooks need not wear gloves" → "cooks wear gloves", not "the cook had gloves"
//	"two clerks remembered no list" → "he read from a list"
func takesUp(yes, no *stemma.Proposition) bool {
	missed := slices.DeleteFunc(slices.Clone(no.Negated), func(w string) bool { return witness[w] })
	return 2*overlap(missed, yes.Words) > len(missed)+2*overlap(missed, yes.Negated)
}

// witness are the verbs of having known of a thing.
var witness = lists.Set("witness")

// opposed: somebody else says it, and says that it is so, without a heap of
// other things.
func opposed(no, yes *stemma.Proposition) bool {
	return !yes.Negative && !yes.Denial && yes.Speaker.Body != no.Speaker.Body && (plainly(no) || !possible(yes)) && !goesOn(no, yes) &&
		(no.Document != yes.Document || !no.Quote.Span.Overlaps(yes.Quote.Span)) && len(yes.Words) <= lengthFactor*len(no.Words)+lengthFactor
}

// possible reports whether a page tells, or somebody says, what can be: of what there was
// none, it stands against nothing.
//
//	"has the potential to cost lives", "the strain can be passed on" → yes
func possible(p *stemma.Proposition) bool { return potential.MatchString(p.Text) }

// potential finds what can be.
var potential = regexp.MustCompile(`(?i)\b(?:can be|could be|may|might|potential (?:of|to|for)|risk of|likely to)\b`)

// accountable reports whether a statement may be what a denial is of: who denies a
// deed does not deny that it was done, answers from afar only who lays it at his door,
// and nobody who tells of a deed of his own.
//
//	the Front: "denied carrying out the bombing" / "the Front's men drove the lorry" → yes; / "a lorry blew up at the gate" → no
func accountable(no, yes *stemma.Proposition) bool {
	return !ownDeed(no) || !ownPeople.MatchString(yes.Text) && (adjoining(no, yes) || accuses(yes) || mentions(yes, no.Speaker))
}
