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
	best, most := -1, 0.0
	far := recalling
	guilt, figure := slices.ContainsFunc(object(no), blamed), slices.ContainsFunc(object(no), figureNoun)
	if slices.ContainsFunc(no.Words, pointer) && !guilt {
		far = answering // "that account" is the last one, "the council's account" the council's
	}
	for j := i - 1; j >= 0 && page[j].Document == no.Document; j-- {
		yes := &page[j]
		gap := no.Quote.Span.Start - yes.Quote.Span.End
		if gap > recalling {
			break
		}
		if gap > far && !mentions(no, yes.Speaker) || !answerable(no, yes) || ownDeed(no) && ownPeople.MatchString(yes.Text) || guilt && !blamable(yes, no.Speaker) || figure && len(yes.Counts) == 0 {
			continue
		}
		n, bound := fit(no, yes)
		if bound {
			n += binding
		}
		loose := gap <= answering && (!no.Act || pointsBack.MatchString(no.Text)) || gap <= next
		if n -= float64(max(gap, 0)) / nearness; (bound || loose) && (best < 0 || n > most) {
			best, most = j, n
		}
	}
	return best
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
	return twoSpeakers(yes, no) && (len(yes.Words) > 1 || accuses(yes) && (mentions(yes, no.Speaker) || slices.ContainsFunc(no.Words, charge))) && (!requests(yes) || slices.ContainsFunc(no.Words, request)) && !question(yes) && (!yes.Denial && !dismisses(yes.Text) || contrary(no.Text))
}

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
		if gap := page[i].Quote.Span.Start - page[j].Quote.Span.End; 0 <= gap && gap <= comma && page[j].Parent != page[i].Claim && !requests(&page[j]) {
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
	shared := overlap(no.Words, yes.Words)
	n = float64(min(shared, 4))
	named := mentions(yes, no.Speaker)
	if named {
		n += 0.5
	}
	if yes.Speaker.Body == no.Speaker.Body {
		n -= 2
	}
	if accuses(yes) {
		n++
		if named || slices.ContainsFunc(no.Words, charge) {
			n += 2
		}
	}
	if yes.Negative {
		n--
	}
	if yes.Claim == "" {
		n-- // who denies answers a speaker first
	}
	theirs := yes.Claim != "" && mentions(no, yes.Speaker)
	if theirs {
		n += 2 * binding // "dismissed the council's report"
	}
	if sided(no.Speaker) && sided(yes.Speaker) {
		n++
	}
	return n, shared > 0 || theirs || named && accuses(yes)
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

// rootLength is how many letters two words have in common that come from one:
// "approved", "approval".
const rootLength = 6

// root is what words of one family begin with.
func root(word string) string { return word[:min(len(word), rootLength)] }

// overlap is how many words of the first list have a word of one sense in the second.
func overlap(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.ContainsFunc(b, func(o string) bool { return sense(o) == sense(w) }) {
			n++
		}
	}
	return n
}
