package assess

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// answering is how far apart, in bytes, a statement and the one that answers it
// may stand in a page.
const answering = 400

// Answers are statements of one page that somebody else answers just after, or
// just before, with words that only make sense as an answer: a dismissal, an
// echo without its verb, or a negation of the very word.
//
//	"The bridge is mined," the mayor said. The army called it "a fairy tale". → D
//	The sheds will not hold, the farmers say. The officer says they will. → D
//	Nobody was promised leave, the sergeant said. A private said he had been promised leave. → D
func Answers(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	propositions = inText(propositions, func(p stemma.Proposition) bool { return p.Text == "" })
	var out []stemma.Disagreement
	for i := range propositions {
		if propositions[i].Denial {
			continue // a plain denial is read by [Denials]
		}
		for _, d := range answer(propositions, i) {
			if !shownBefore(d, told) && !shownBefore(d, out) {
				out = append(out, d)
			}
		}
	}
	return out
}

// answer is what statement i answers, at most once.
func answer(page []stemma.Proposition, i int) []stemma.Disagreement {
	b := &page[i]
	if report, verdict, ok := verdictOn(b); ok {
		d := denial(b, b)
		d.ID = stemma.SpanID("x", b.Document, string(stemma.DisagreeHappened), verdict, report)
		d.Sides[0].Words.Span, d.Sides[1].Words.Span = verdict, report
		return []stemma.Disagreement{d}
	}
	if len(b.Words) <= long && dismisses(b.Text) || elliptic(b.Text) {
		if j := answered(page, i); j >= 0 {
			return []stemma.Disagreement{denial(b, run(page, i, j))}
		}
		return nil
	}
	if j := negatedNear(page, i); j >= 0 {
		return []stemma.Disagreement{denial(b, &page[j])}
	}
	return nil
}

// answered is the statement that an echo or a dismissal answers, or -1.
func answered(page []stemma.Proposition, i int) int {
	if j := echoed(page, i); j >= 0 {
		return j
	}
	return before(page, i)
}

// before is the statement by somebody else before this one that shares most
// words with it, of equals the nearest; -1 if there is none. What shares a word
// may stand farther off.
//
//	"The letter is a forgery" → not the weather just spoken of, but "a letter taken from a courier"
func before(page []stemma.Proposition, i int) int {
	b := &page[i]
	best, most, far := -1, -1, recalling
	if slices.ContainsFunc(b.Words, func(w string) bool { return pointers[w] }) {
		far = answering // "that account" is the last one
	}
	for j := i - 1; j >= 0 && page[j].Document == b.Document; j-- {
		a := &page[j]
		gap := b.Quote.Span.Start - a.Quote.Span.End
		if gap > far {
			break
		}
		n := overlap(b.Words, a.Words)
		if (n > 0 || gap <= answering) && n > most && others(a, b) && len(a.Words) > 2 && !dismisses(a.Text) {
			best, most = j, n
		}
	}
	return best
}

// recalling is how far back, in bytes, a statement may stand that is answered by
// one of its own words: some paragraphs.
const recalling = 1200

// echoed is the statement just before an echo that has its verb the other way
// round; -1 if there is none.
//
//	"the roofs will not hold" … "they will" → the former
func echoed(page []stemma.Proposition, i int) int {
	b := &page[i]
	at := echo.FindStringSubmatch(plain(b.Text))
	if at == nil {
		return -1
	}
	for j := i - 1; j >= 0 && page[j].Document == b.Document && b.Quote.Span.Start-page[j].Quote.Span.End <= answering; j-- {
		a := &page[j]
		words := strings.Fields(plain(a.Text))
		if rivalsInSpeech(a, b) && slices.Contains(words, at[1]) && a.Negative != (at[2] != "") {
			return j
		}
	}
	return -1
}

// whole is how long, in bytes, the words are at most that a dismissal is shown
// to answer.
const whole = 300

// run is statement j with what else the same speaker says up to the answer i, if
// nobody speaks between: an account that is dismissed is dismissed as a whole.
func run(page []stemma.Proposition, i, j int) *stemma.Proposition {
	out := page[j]
	for k := i - 1; k >= 0 && page[k].Document == out.Document; k-- {
		a := &page[k]
		joint := out.Quote.Span.Join(a.Quote.Span)
		switch same := a.Speaker.Body == out.Speaker.Body && out.Speaker.Body != ""; {
		case same && joint.Len() <= whole && others(a, &page[i]):
			out.Quote.Span = joint
		case same || a.Parent == "":
			return &out
		}
	}
	return &out
}

// rivalsInSpeech: two who speak, each for themselves.
func rivalsInSpeech(a, b *stemma.Proposition) bool {
	return a.Speaker.Body != b.Speaker.Body && others(a, b)
}

// others: two who speak, maybe for one body, and neither tells what the other says.
func others(a, b *stemma.Proposition) bool {
	return a.Speaker.Key != b.Speaker.Key && a.Claim != b.Claim && a.Parent != b.Claim && (b.Parent == "" || b.Parent != a.Claim) &&
		!a.Quote.Span.Overlaps(b.Quote.Span)
}

// dismisses reports whether a statement calls something untrue.
func dismisses(text string) bool {
	text = " " + plain(text) + " "
	for _, kind := range []lexicon.AnswerKind{lexicon.AnswerDismissal, lexicon.AnswerContrary} {
		for word := range lexicon.Answers(kind) {
			if strings.Contains(text, " "+word+" ") && !strings.Contains(text, " not "+word+" ") && !strings.Contains(text, " or "+word+" ") {
				return true
			}
		}
	}
	return false
}

var marks = regexp.MustCompile(`[^\p{L}\p{N}'’ -]+`)

// plain is a text in lower case without its marks.
func plain(text string) string {
	return strings.Join(strings.Fields(marks.ReplaceAllString(strings.ToLower(text), " ")), " ")
}

var echo = regexp.MustCompile(`^(?:but |and |that )?(?:it|he|she|they|we|i|you|this|that|these|those|the \w+) (do|does|did|is|are|was|were|will|would|has|have|had|can|could|should)( not| never|n't|n’t|not)?$`)

// elliptic reports whether a statement is an echo that leaves its verb to the
// one it answers: "they will", "it does not".
func elliptic(text string) bool { return echo.MatchString(plain(text)) }

// verdicts are sentences that say what somebody says and what is to be thought of
// it: a report named as such, the bare words of one, a question and its answer, or
// figures with what another calls them.
var verdicts = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b(?:reports?|claims?|rumou?rs?|allegations?|stor(?:y|ies)|theor(?:y|ies)|accusations?|charges?|suggestions?|assertions?)\b` +
		`[^.;]{0,60}? that ([^.;]{10,200}?) ((?:is|are|was|were|has been|have been)\b[^.;]*)`),
	regexp.MustCompile(`(?i)^that ([^.;]{10,200}) ((?:is|are|was|were|has been|have been)\b[^.;]*)$`),
	regexp.MustCompile(`(?i)\basked\b[^.;]*? (?:whether|if) ([^.;]{10,200}?), ([^.;]+)`),
	regexp.MustCompile(`(?i)^([^.;]{20,200}?), ((?:figures?|an? (?:account|accusation|allegation|assertion|charge|claim|figure|number|report|story|toll|version))\b[^.;]*)$`),
}

// verdictOn is the report that a sentence names and calls untrue, and the words
// that do.
//
//	"Rumours that the bridge has fallen are false" → the bridge has fallen / are false
//	"that eighty were killed, a figure that the army called fantasy" → that eighty were killed / a figure …
func verdictOn(p *stemma.Proposition) (report, verdict stemma.Span, ok bool) {
	if p.Quote.Span.Len() != len(p.Text) {
		return report, verdict, false
	}
	for _, pattern := range verdicts {
		for _, at := range pattern.FindAllStringSubmatchIndex(p.Text, -1) {
			if dismisses(p.Text[at[4]:at[5]]) {
				start := p.Quote.Span.Start
				return stemma.Span{Start: start + at[2], End: start + at[3]}, stemma.Span{Start: start + at[4], End: start + at[5]}, true
			}
		}
	}
	return report, verdict, false
}

// How many statements of a page may have a word for a negation of it to answer
// one of them, and how many words a negation has at most: one hidden in a long
// sentence answers nobody.
const (
	rare = 4
	long = 14
)

// negatedNear is the statement nearby by somebody else that says the very thing
// that this one negates, or -1.
//
//	"We do not send guns over the lake" / "of sending guns to the rebels" → the latter
func negatedNear(page []stemma.Proposition, i int) int {
	b := &page[i]
	if len(b.Negated) == 0 || len(b.Words) > long || slices.ContainsFunc(b.Negated, empty) {
		return -1
	}
	best, most := -1, 0
	for j := range page {
		a := &page[j]
		gap := max(a.Quote.Span.Start, b.Quote.Span.Start) - min(a.Quote.Span.End, b.Quote.Span.End)
		if j == i || a.Document != b.Document || gap > answering || a.Negative || a.Denial || !rivalsInSpeech(a, b) {
			continue
		}
		denied, shared := overlap(b.Negated, a.Words), overlap(b.Words, a.Words)
		if denied > 0 && (shared > 1 || len(b.Words) <= few) && denied+shared > most {
			best, most = j, denied+shared
		}
	}
	if best >= 0 && common(page, b, page[best].Words) {
		return -1
	}
	return best
}

// few is how many words a statement has that is all about what it negates.
const few = 4

func empty(word string) bool { return lexicon.Answers(lexicon.AnswerEmpty)[word] }

// common reports whether all that a statement negates, of what the other says,
// is what the page is about.
func common(page []stemma.Proposition, b *stemma.Proposition, said []string) bool {
	for _, w := range b.Negated {
		n := 0
		for k := range page {
			if page[k].Document == b.Document && slices.Contains(page[k].Words, w) {
				n++
			}
		}
		if n <= rare && slices.Contains(said, w) {
			return false
		}
	}
	return true
}

func overlap(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n
}

// shownBefore reports whether one of the disagreements has the words of both
// sides.
func shownBefore(d stemma.Disagreement, told []stemma.Disagreement) bool {
	return slices.ContainsFunc(told, func(o stemma.Disagreement) bool {
		return !slices.ContainsFunc(d.Sides, func(s stemma.Side) bool {
			return !slices.ContainsFunc(o.Sides, func(x stemma.Side) bool {
				return x.Words.Document == s.Words.Document && x.Words.Span.Overlaps(s.Words.Span)
			})
		})
	})
}
