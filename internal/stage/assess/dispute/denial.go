package dispute

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// Denials are propositions of which one says that something is not so which
// another of the same page, by somebody else, says is so. Rare words weigh more
// than common ones. What copies repeat is told once.
//
//	Army: "has never cut the supply" / a resident: "soldiers cut the water supply" → D
func Denials(propositions []stemma.Proposition) []stemma.Disagreement {
	return denials(propositions, func(no, yes *stemma.Proposition) bool { return no.Document == yes.Document })
}

// denials are those between propositions that may answer each other.
func denials(propositions []stemma.Proposition, may func(no, yes *stemma.Proposition) bool) []stemma.Disagreement {
	h := hearing{all: inText(propositions, func(p stemma.Proposition) bool { return len(p.Words) == 0 && !p.Denial }), may: may}
	var out []stemma.Disagreement
	said := map[string]bool{}
	for i := range h.all {
		if !gainsays(&h.all[i]) {
			continue
		}
		if words, d, ok := h.denied(i); ok && !said[words] {
			said[words] = true
			out = append(out, d)
		}
	}
	return out
}

// gainsays reports whether a proposition says of something that it is not so.
func gainsays(p *stemma.Proposition) bool {
	return (p.Denial || p.Negative && p.Claim != "" || absent(p)) && !refuses(p) && !silent(p)
}

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

// wording is what a proposition says, the same in two copies, whomever they name.
func wording(p *stemma.Proposition) string { return strings.Join(p.Words, " ") + "\n" }

// inText are the propositions in the order of their texts, without those that
// are of no use: a title says again, in fewer words, what the page says, and a
// headline's "not" answers nobody.
//
//	"What is known of the raid, and what is not" → left out
func inText(propositions []stemma.Proposition, useless func(stemma.Proposition) bool) []stemma.Proposition {
	out := slices.DeleteFunc(slices.Clone(propositions), func(p stemma.Proposition) bool { return p.Title || useless(p) })
	slices.SortFunc(out, func(a, b stemma.Proposition) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Quote.Span.Start, b.Quote.Span.Start), cmp.Compare(a.Claim, b.Claim))
	})
	return out
}

// repeated is the proposition that a denial itself takes up: the claim that it
// quotes, or, where it only points ("denied it", "dismissed the story"), what
// somebody else has just said. -1 if there is none.
//
//	"A refugee said the valves were closed by soldiers. The army denied it." → her claim
func repeated(propositions []stemma.Proposition, i int) int {
	no := &propositions[i]
	if !no.Denial {
		return -1
	}
	for j := range propositions {
		yes := &propositions[j]
		if !quotes(no, yes) || len(yes.Words) == 0 || requests(yes) {
			continue
		}
		if full := inFull(propositions, yes); full >= 0 {
			return full
		}
		return j
	}
	if report, named := reported(no); named {
		return inFull(propositions, &report)
	}
	if points(no) && plainly(no) {
		return replied(propositions, i)
	}
	return -1
}

// quotes reports whether a denial itself has another's statement as what it denies, or
// follows the report of it.
func quotes(no, yes *stemma.Proposition) bool {
	if yes.Document != no.Document {
		return false
	}
	within := yes.Parent == no.Claim || samePassage(yes, no)
	return within && yes.Speaker.Body != no.Speaker.Body || reportedBefore(yes, no)
}

// samePassage reports whether one denies in so many words what somebody else is
// said to say in the very same.
//
//	"denied that buses had been held up, as a driver had claimed" → the driver's
func samePassage(yes, no *stemma.Proposition) bool {
	return !yes.Denial && yes.Text != "" && yes.Text == no.Text && yes.Claim != no.Claim && yes.Quote.Span.Overlaps(no.Quote.Span)
}

// reportedBefore reports whether a denial that only points follows the report of what
// is denied, whoever told of that.
//
//	"The mission has heard of the allegation that it carried guns. It refutes it." → yes
func reportedBefore(yes, no *stemma.Proposition) bool {
	gap := behindBy(no, yes)
	return pointer(yes.Cue) && points(no) && !no.Act && 0 <= gap && gap <= next && !yes.Denial
}

// inFull is the statement that a denial quotes in short: of those of its page that
// have most of its words the best; -1 if there is none.
//
//	A beekeeper was killed, his sons said. … "rejected the claim about the beekeeper" → the sons'
func inFull(propositions []stemma.Proposition, short *stemma.Proposition) int {
	best, most := -1, (len(short.Words)+1)/2-1
	for k := range propositions {
		p := &propositions[k]
		if !mayBeFull(p, short) {
			continue
		}
		if n := overlap(short.Words, p.Words); n > most {
			best, most = k, n
		}
	}
	return best
}

// mayBeFull reports whether a statement may say at length what another, told by whoever
// denies it, says in short.
func mayBeFull(p, short *stemma.Proposition) bool {
	if p.Document != short.Document || p.Quote.Span.Overlaps(short.Quote.Span) || len(p.Words) < 2 {
		return false
	}
	denier := p.Claim == short.Parent || p.Parent == short.Parent
	return !denier && !p.Denial && p.Negative == short.Negative
}

// plainly reports whether a denial has a word for it: "denied", "rejected"; not
// "does not think".
func plainly(no *stemma.Proposition) bool { return no.Denial && !no.Withheld }

// silent reports whether a negated word of saying only tells that somebody kept
// his counsel.
//
//	"did not know who fired", "would not confirm a number" → yes; "does not believe that they fired" → no
func silent(no *stemma.Proposition) bool {
	return no.Withheld && !slices.ContainsFunc(lexicon.Reporters(no.Cue), func(r lexicon.Reporter) bool { return r.Kind == lexicon.Thought })
}

// near is what a denial with words of its own answers all the same: a statement
// shortly before it that shares one of them; -1 if none.
//
//	"The Front had fired four shells, the army said. The Front denied that its units had opened fire." → the army's
func near(propositions []stemma.Proposition, i int) int {
	no, j := &propositions[i], replied(propositions, i)
	if j < 0 || behindBy(no, &propositions[j]) > answering {
		return -1
	}
	if propositions[j].Negative || overlap(no.Words, propositions[j].Words) == 0 {
		return -1
	}
	return j
}

// rarity is the weight of each word: the logarithm of how many propositions there
// are for each that has it.
func rarity(propositions []stemma.Proposition) map[string]float64 {
	out := map[string]float64{}
	for _, s := range propositions {
		for _, w := range s.Words {
			out[root(w)]++
		}
	}
	for w, n := range out {
		out[w] = rareness(int(n), len(propositions))
	}
	return out
}

// rareness is the weight of what stands in n of so many.
func rareness(n, of int) float64 { return math.Log(1 + float64(of)/float64(n)) }

// index are the propositions that have a word, by its root.
func index(propositions []stemma.Proposition) map[string][]int {
	out := map[string][]int{}
	for i, s := range propositions {
		for _, w := range s.Words {
			out[root(w)] = append(out[root(w)], i)
		}
	}
	return out
}

// pointing is how few words of meaning a denial has that only points back.
const pointing = 3

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

// adjoining reports whether two statements of one page stand near each other.
func adjoining(a, b *stemma.Proposition) bool {
	return a.Document == b.Document && apartBy(a, b) <= answering
}

// apartBy is how many bytes stand between two statements of one page.
func apartBy(a, b *stemma.Proposition) int {
	return max(a.Quote.Span.Start, b.Quote.Span.Start) - min(a.Quote.Span.End, b.Quote.Span.End)
}

// behindBy is how many bytes stand between the end of a statement and one behind it.
func behindBy(b, a *stemma.Proposition) int { return b.Quote.Span.Start - a.Quote.Span.End }

// absent reports whether a proposition only says that there was nothing of a kind.
//
//	"There was no depot" → stands against "had struck a fuel depot" on any page of the incident
func absent(p *stemma.Proposition) bool {
	return len(p.Words) > 0 && len(p.Words) <= commonWords && noneThere.MatchString(p.Text)
}

// noneThere finds that there was no such thing.
var noneThere = regexp.MustCompile(`(?i)^\P{L}*there (?:is|are|was|were|has been|have been) no \w`)

// opposed: somebody else says it, and says that it is so, without a heap of
// other things.
func opposed(no, yes *stemma.Proposition) bool {
	return !yes.Negative && !yes.Denial && yes.Speaker.Body != no.Speaker.Body &&
		(no.Document != yes.Document || !no.Quote.Span.Overlaps(yes.Quote.Span)) && len(yes.Words) <= lengthFactor*len(no.Words)+lengthFactor
}

// denial is the disagreement of one who says no with one who says yes, as far as words tell
// of which type it is.
func denial(no, yes *stemma.Proposition) stemma.Disagreement {
	side := func(s *stemma.Proposition, value string) stemma.Side {
		out := stemma.Side{Value: value, Documents: []string{s.Document}, Words: s.Quote}
		if s.Claim != "" {
			out.Claims = []string{s.Claim}
		}
		return out
	}
	out := stemma.Disagreement{
		ID:   stemma.NewID("x", no.Document, string(stemma.DisagreeHappened), no.Claim, yes.Document, yes.Claim),
		Type: stemma.DisagreeHappened, Field: "happened", Reason: "one side says that it is so, the other that it is not",
		Sides: []stemma.Side{side(no, "denied"), side(yes, "said")},
	}
	switch {
	case ownDeed(no):
		out.Type, out.Field, out.Reason = stemma.DisagreeActor, "actor", "who is said to have done it says that it did not"
	case lexicon.Answers(lexicon.AnswerBlaming)[yes.Cue]:
		out.Type, out.Field, out.Reason = stemma.DisagreeActor, "actor", "one side names who did it, the other says that it was not so"
	case overFigures(no, yes):
		out.Type, out.Field, out.Reason = stemma.DisagreeValue, yes.Counts[0].What, "one side does not accept the other's figure"
	case aimed(no) && aimed(yes):
		out.Type, out.Field, out.Reason = stemma.DisagreeTarget, "recipient", "one side says that it was aimed at them, the other that it was not"
	}
	return out
}

// ownDeed reports whether somebody denies to have been the one who did a thing
// that was done.
//
//	"denied responsibility", "denied that any of its guns had fired", "denied laying mines" → yes; "denied losing the town" → no
func ownDeed(no *stemma.Proposition) bool {
	if !no.Denial {
		return false
	}
	if points(no) && slices.ContainsFunc(no.Words, blamed) {
		return true
	}
	return slices.ContainsFunc(no.Words, deed) && (no.Act || ownPeople.MatchString(no.Text))
}

// accountable reports whether a statement may be what a denial is of: who denies a
// deed does not deny that it was done, answers from afar only who lays it at his door,
// and nobody who tells of a deed of his own.
//
//	the Front: "denied carrying out the bombing" / "the Front's men drove the lorry" → yes; / "a lorry blew up at the gate" → no
func accountable(no, yes *stemma.Proposition) bool {
	return !ownDeed(no) || !ownPeople.MatchString(yes.Text) && (adjoining(no, yes) || accuses(yes) || mentions(yes, no.Speaker))
}

// deed reports whether a word is of an act that somebody must have done.
func deed(word string) bool { return lexicon.Answers(lexicon.AnswerDeed)[word] }

// ownPeople begins what somebody says of people or things of his own.
var ownPeople = regexp.MustCompile(`(?i)^(?:that )?(?:any of |one of |some of )?(?:its|their|his|her|our|it|they|he|she) `)

// overFigures reports whether what is not accepted is a figure.
//
//	"the toll was eighty" / "called the figure a fantasy", "it was seven" / "that nine had been signed" → yes
func overFigures(no, yes *stemma.Proposition) bool {
	if len(yes.Counts) == 0 {
		return false
	}
	if slices.ContainsFunc(no.Words, figureNoun) {
		return true
	}
	return !plainly(no) && slices.ContainsFunc(no.Counts, func(q stemma.Count) bool {
		return slices.ContainsFunc(yes.Counts, func(o stemma.Count) bool { return exclude(q, o) && alikeInSize(q, o) && (q.What == o.What || bare(q)) })
	})
}

// aimed reports whether a statement is about what was aimed at.
func aimed(p *stemma.Proposition) bool {
	return slices.ContainsFunc(p.Words, func(w string) bool { return w == "target" || w == "aim" })
}

// blamed reports whether a word stands for having done it: "denied responsibility".
func blamed(word string) bool { return lexicon.Answers(lexicon.AnswerBlame)[word] }
