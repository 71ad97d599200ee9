package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// How far back, in bytes, a statement may stand that another answers: some
// sentences; some paragraphs, if it shares a word with the answer or lays
// something at the speaker's door.
const (
	answering = 400
	recalling = 1200
)

// replied is the statement of the page that statement i answers: of those before
// it by somebody else the one that fits best, of equals the nearest; -1 if there
// is none.
//
//	The Front accused the guard of burning the mill. Rain fell, a farmer said. The guard denied it. → the Front's
func replied(page []stemma.Proposition, i int) int {
	no := &page[i]
	if relative(no) {
		return justBefore(page, i)
	}
	r := replyOf(no)
	best, most := -1, 0.0
	for j := i - 1; j >= 0 && page[j].Document == no.Document && behindBy(no, &page[j]) <= recalling; j-- {
		if !r.mayAnswer(&page[j]) {
			continue
		}
		if n, fits := r.fits(&page[j]); fits && (best < 0 || n > most) {
			best, most = j, n
		}
	}
	return best
}

// A reply is a statement that answers another, with what shows which.
type reply struct {
	*stemma.Proposition
	reach   int  // how far back, in bytes, stands what it answers without naming who said so
	guilt   bool // it denies to have done a thing
	figure  bool // it denies a number
	exhibit bool // it is of what was shown
}

// replyOf is a statement as a reply. What it only points at is near: "that account" is the
// last one; whose it is may be said: "the council's account".
func replyOf(no *stemma.Proposition) reply {
	of := object(no)
	r := reply{no, recalling, slices.ContainsFunc(of, blamed), slices.ContainsFunc(of, figureNoun), slices.ContainsFunc(of, exhibit)}
	if slices.ContainsFunc(no.Words, pointer) && !r.guilt {
		r.reach = answering
	}
	return r
}

// mayAnswer reports whether a statement before a reply is within its reach, and one that a
// reply of its kind answers.
//
//	"denied any involvement", a sentence on → "the Front set the fire", not "rain fell"
//	"called the figure a fantasy" → "nine had died", not "the road was mined"
func (r reply) mayAnswer(yes *stemma.Proposition) bool {
	switch {
	case behindBy(r.Proposition, yes) > r.reach && !mentions(r.Proposition, yes.Speaker):
		return false
	case ownDeed(r.Proposition) && ownPeople.MatchString(yes.Text):
		return false
	case r.guilt && !blamable(yes, r.Speaker), r.figure && len(yes.Counts) == 0, r.exhibit && !rests(yes, r.Speaker):
		return false
	}
	return answerable(r.Proposition, yes)
}

// rests reports whether a statement lays something at a party's or anybody's door, or names
// what was shown: it may rest on what that party calls forged.
//
//	"called the photographs staged" → "the guard burned the mill", "had seen the film"; not "it had supplied locks"
func rests(p *stemma.Proposition, party stemma.Party) bool {
	return accuses(p) || mentions(p, party) || slices.ContainsFunc(p.Words, func(w string) bool { return exhibit(w) || deed(w) })
}

// exhibit reports whether a noun is of what is shown as proof.
func exhibit(word string) bool { return lexicon.Answers(lexicon.AnswerExhibit)[word] }

// fits is how well a reply answers a statement, the better the nearer; it does not where
// nothing but its place speaks for it and that is not near.
func (r reply) fits(yes *stemma.Proposition) (n float64, ok bool) {
	gap := behindBy(r.Proposition, yes)
	near := gap <= next || gap <= answering && (!r.Act || pointsBack.MatchString(r.Text))
	n, bound := fit(r.Proposition, yes)
	if bound {
		n += binding
	}
	return n - float64(max(gap, 0))/nearness, bound || near
}

// blamable reports whether a statement may be why somebody denies his part in a
// thing: it names him, accuses nobody else, or tells of a deed that somebody must have done.
//
//	"denied any involvement" → "the Front set the fire", "these were the navy's drones, launched from its coast"; not "rain fell",
//	"attacks on medics may be crimes", "accused the council of lying"
func blamable(p *stemma.Proposition, party stemma.Party) bool {
	switch named := mentions(p, party); {
	case supposed.MatchString(p.Text):
		return false
	case accuses(p):
		return named || len(p.About) == 0
	default:
		return named || slices.ContainsFunc(p.Words, deed)
	}
}

// supposed finds what may be so, of which nobody is guilty yet.
var supposed = regexp.MustCompile(`(?i)\b(?:may|might|could|should) (?:be|have|amount|constitute|\pL+ly)\b`)

// answerable reports whether a statement is one that another may answer: by
// somebody else, of more than a word if it blames nobody, and neither a request nor a
// question nor a denial.
//
//	"The clinic blamed the guard. … The guard denied responsibility." → what the clinic said
func answerable(no, yes *stemma.Proposition) bool {
	switch {
	case !twoSpeakers(yes, no), question(yes):
		return false
	case requests(yes) && !slices.ContainsFunc(no.Words, request):
		return false
	case (yes.Denial || dismisses(yes.Text)) && !contrary(no.Text):
		return false
	case len(yes.Words) > 1:
		return true
	}
	return accuses(yes) && (mentions(yes, no.Speaker) || slices.ContainsFunc(no.Words, charge))
}

// question reports whether a statement asks: "Would the dam hold?"
func question(p *stemma.Proposition) bool {
	return strings.HasSuffix(strings.TrimRight(p.Text, "”’\"'"), "?")
}

// relative reports whether a denial stands in a clause about what comes before it.
//
//	"…, a charge they deny", "…, allegations it rejects"
func relative(no *stemma.Proposition) bool {
	return no.Denial && !no.Content.Empty() && no.Content.Start == no.Quote.Span.Start && no.Content.End < no.Quote.Span.End && slices.ContainsFunc(no.Words, pointer)
}

// justBefore is the statement that ends where statement i begins, but for a comma;
// -1 if there is none.
func justBefore(page []stemma.Proposition, i int) int {
	const comma = 3
	for j := i - 1; j >= 0 && page[j].Document == page[i].Document; j-- {
		if gap := behindBy(&page[i], &page[j]); 0 <= gap && gap <= comma && page[j].Parent != page[i].Claim && !requests(&page[j]) {
			return j
		}
	}
	return -1
}

// binding is how many words in common it weighs as that anything but its place
// speaks for one statement answering another.
const binding = 2

// nearness is how many bytes of distance weigh as much as one word in common.
const nearness = 100

// fit is how well one statement answers another: by the words that they share,
// and by what the other lays at the door of him who answers. bound is true if
// anything but its place speaks for it.
func fit(no, yes *stemma.Proposition) (n float64, bound bool) {
	shared, accused := overlap(no.Words, yes.Words), accuses(yes)
	named := mentions(yes, no.Speaker)
	theirs := yes.Claim != "" && mentions(no, yes.Speaker) // "dismissed the council's report"
	n = float64(min(shared, 4))
	for _, sign := range []struct {
		is    bool
		worth float64
	}{
		{named, 0.5},
		{accused, 1},
		{accused && (named || slices.ContainsFunc(no.Words, charge)), 2},
		{theirs, 2 * binding},
		{sided(no.Speaker) && sided(yes.Speaker), 1},
		{yes.Speaker.Body == no.Speaker.Body, -2},
		{yes.Negative, -1},
		{yes.Claim == "", -1}, // who denies answers a speaker first
	} {
		if sign.is {
			n += sign.worth
		}
	}
	return n, shared > 0 || theirs || named && accused
}

// mentions reports whether a statement names a party, or the body that it speaks for.
//
//	"Ruvian shells fell on the dam" names the ministry of Ruvia
func mentions(p *stemma.Proposition, party stemma.Party) bool {
	if slices.Contains(p.About, party.Body) {
		return true
	}
	words := strings.Fields(plain(p.Text))
	return slices.ContainsFunc(strings.Fields(party.Name), func(w string) bool {
		return len(w) > 3 && strings.ToLower(w) != w && slices.ContainsFunc(words, func(o string) bool { return root(o) == root(strings.ToLower(w)) })
	})
}

// accuses reports whether a statement lays something at somebody's door, by its word of
// saying or, in the page's own voice, by telling that it is laid there.
//
//	"Odel was convicted of two killings", "the Front is accused of the raid" → yes
func accuses(p *stemma.Proposition) bool {
	return charge(p.Cue) || p.Claim == "" && heldGuilty.MatchString(p.Text)
}

// heldGuilty finds that somebody is held to have done something.
var heldGuilty = regexp.MustCompile(`(?i)\b(?:(?:is|are|was|were|been|stands?|stood) (?:\pL+ )?(?:accused|suspected|convicted|charged|blamed|indicted|held responsible)|blames? (?:on|for)|wanted) (?:of|for|with|by|in)\b`)

// charge reports whether a word lays something at somebody's door: "accuse", "allegation".
func charge(word string) bool { return lexicon.Answers(lexicon.AnswerAccusing)[word] }

// requests reports whether a statement asks or promises instead of telling.
//
//	"demanded that she resign", "promised to leave", "an offer of flour" → yes; "pleaded not guilty" → no
func requests(p *stemma.Proposition) bool {
	if lexicon.Answers(lexicon.AnswerRequest)[p.Cue] {
		return true
	}
	return !p.Denial && slices.ContainsFunc(lexicon.Reporters(p.Cue), func(r lexicon.Reporter) bool {
		return len(r.Words) == 1 && (r.Kind == lexicon.Request || r.Kind == lexicon.Promise)
	})
}

// refuses reports whether a statement denies nothing, but declines to do or to
// grant something.
//
//	"refused to take off", "rejected the offer", "declined to name the dead", "told him not to wait" → yes; "denied having had any offer" → no
func refuses(p *stemma.Proposition) bool {
	if p.Act && lexicon.Answers(lexicon.AnswerFlat)[p.Cue] {
		return false
	}
	if p.Refusal || requests(p) || strings.HasPrefix(strings.ToLower(p.Text), "not to ") || phrasing.Silent[p.Cue] {
		return true
	}
	for w := range strings.FieldsSeq(plain(p.Text)) {
		if request(w) || request(strings.TrimSuffix(w, "s")) {
			return true
		}
		if closing[w] {
			return false
		}
	}
	return false
}

// request reports whether a noun asks for something: "offer", "demand".
func request(word string) bool { return lexicon.Answers(lexicon.AnswerRequest)[word] }

// closing are words with which the clause after a noun begins.
var closing = lists.Set("closing")
