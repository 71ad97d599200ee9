package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// denialsWithin are propositions of which one says that something is not so which
// another of the same page, by somebody else, says is so. Rare words weigh more
// than common ones. What copies repeat is told once.
//
//	Army: "has never cut the supply" / a resident: "soldiers cut the water supply" → D
func denialsWithin(propositions []stemma.Proposition) []stemma.Disagreement {
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
//	"After rumours that the mill would close, the owner denied them" → the rumours
func samePassage(yes, no *stemma.Proposition) bool {
	return !yes.Denial && yes.Text != "" && strings.HasPrefix(no.Text, yes.Text) && yes.Claim != no.Claim && yes.Quote.Span.Overlaps(no.Quote.Span)
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
// have half of its words the best, more than half of four and more; -1 if there is none.
//
//	A beekeeper was killed, his sons said. … "rejected the claim about the beekeeper" → the sons'
func inFull(propositions []stemma.Proposition, short *stemma.Proposition) int {
	best, most := -1, (len(short.Words)+1)/2-1
	if len(short.Words) > pointing {
		most = len(short.Words) / 2
	}
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

// plainly reports whether a denial has a word for it: "denied", "rejected", "did not buy
// it"; not "does not think".
func plainly(no *stemma.Proposition) bool { return no.Denial && (!no.Withheld || disbelieves(no)) }

// disbelieves reports whether somebody does not believe what was said.
//
//	"did not buy it", "doesn't believe a word of it" → yes; "did not believe in pumps", "does not believe that rain will come" → no
func disbelieves(no *stemma.Proposition) bool { return disbelief[no.Cue] && points(no) }

var disbelief = lists.Set("disbelief")

// silent reports whether a negated word of saying only tells that somebody kept
// his counsel.
//
//	"did not know who fired", "would not confirm a number" → yes; "does not believe that they fired", "did not buy it" → no
func silent(no *stemma.Proposition) bool {
	return no.Withheld && !disbelieves(no) && !slices.ContainsFunc(lexicon.Reporters(no.Cue), func(r lexicon.Reporter) bool { return r.Kind == lexicon.Thought })
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

// pointing is how few words of meaning a denial has that only points back.
const pointing = 3

// absent reports whether a proposition only says that there was nothing of a kind.
//
//	"There was no depot" → stands against "had struck a fuel depot" on any page of the incident
func absent(p *stemma.Proposition) bool {
	return len(p.Words) > 0 && len(p.Words) <= commonWords && noneThere.MatchString(p.Text)
}

// noneThere finds that there was no such thing.
var noneThere = regexp.MustCompile(`(?i)^\P{L}*there (?:is|are|was|were|has been|have been) no \w`)

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
	return openOn(no, yes).of(out)
}

// typed is a disagreement as one of another type, with the field it is on, its reason and what
// its sides hold where that is neither "denied" nor "said".
func typed(d stemma.Disagreement, kind stemma.DisagreementType, field, reason string, held ...string) stemma.Disagreement {
	d.Type, d.Field, d.Reason = kind, field, reason
	for i, value := range held {
		d.Sides[i].Value = value
	}
	return d
}
