package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/assess/account"
)

// answers are statements of one page that somebody else answers just after, or
// just before, with words that only make sense as an answer: a dismissal, an
// echo without its verb, or a negation of the very word.
//
//	"The bridge is mined," the mayor said. The army called it "a fairy tale". → D
//	The sheds will not hold, the farmers say. The officer says they will. → D
//	Nobody was promised leave, the sergeant said. A private said he had been promised leave. → D
func answers(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	propositions = inText(propositions, func(p stemma.Proposition) bool { return p.Text == "" })
	var out []stemma.Disagreement
	for i := range propositions {
		if propositions[i].Denial {
			continue // a plain denial is read by [denialsWithin]
		}
		for _, d := range answersAt(propositions, i) {
			out = unlessShown(out, d, told)
		}
	}
	return out
}

// answersAt is what statement i answers, at most once. Who asks others not to do a thing
// ("not to spread propaganda") answers nobody.
func answersAt(page []stemma.Proposition, i int) []stemma.Disagreement {
	b := &page[i]
	if report, verdict, ok := verdictOn(b); ok {
		d := denial(b, b)
		d.ID = stemma.SpanID("x", b.Document, string(stemma.DisagreeHappened), verdict, report)
		d.Sides[0].Words.Span, d.Sides[1].Words.Span = verdict, report
		return []stemma.Disagreement{d}
	}
	if b.Claim != "" && !strings.Contains(b.Text, " not to ") && (len(b.Words) <= long && dismisses(b.Text) || elliptic(b.Text) || counters(b) || renames(b)) {
		if j := answered(page, i); j >= 0 {
			return []stemma.Disagreement{answer(page, i, j)}
		}
		return nil
	}
	if j := negatedNear(page, i); j >= 0 {
		return []stemma.Disagreement{denial(b, &page[j])}
	}
	return nil
}

// counters reports whether a statement is nothing but a word for what another
// said, with a verb of answering: "countered that claim".
func counters(p *stemma.Proposition) bool {
	return len(p.Words) > 0 && points(p) && (lexicon.Answers(lexicon.AnswerReplying)[p.Cue] || p.Cue == "question")
}

// renames reports whether a statement gives another name to what somebody else has
// said or shown.
//
//	"called the photographs staged", "termed the account a soldier's revenge" → yes; "called on the town to report thieves" → no
func renames(p *stemma.Proposition) bool {
	words := strings.Fields(plain(p.Text))
	if !lexicon.Answers(lexicon.AnswerRenaming)[p.Cue] || len(words) < 3 || !definite[words[0]] {
		return false
	}
	for _, w := range words[1:min(len(words)-1, naming)] {
		if account.Joins(w) {
			return false
		}
		if w = strings.TrimSuffix(w, "s"); pointer(w) && w != "remark" || lexicon.Answers(lexicon.AnswerExhibit)[w] {
			return true
		}
	}
	return false
}

// naming is how many words into a statement the name of what it renames stands at most.
const naming = 4

// definite are the words with which the name of what was spoken of begins.
var definite = lists.Set("definite")

// answered is the statement that an echo or a dismissal answers, or -1. An echo
// answersAt only who has its verb.
//
//	"Rain fell, a farmer said. Would the dam hold? The engineer said that it would not." → none
func answered(page []stemma.Proposition, i int) int {
	if j := echoed(page, i); j >= 0 || elliptic(page[i].Text) && !dismisses(page[i].Text) {
		return j
	}
	return replied(page, i)
}

// echoed is the statement just before an echo that has its verb the other way
// round; -1 if there is none.
//
//	"the roofs will not hold" … "they will" → the former
func echoed(page []stemma.Proposition, i int) int {
	b := &page[i]
	for j := i - 1; j >= 0 && page[j].Document == b.Document && behindBy(b, &page[j]) <= answering; j-- {
		if a := &page[j]; rivalsInSpeech(a, b) && echoes(a, b) {
			return j
		}
	}
	return -1
}

// echoes reports whether statement b is an echo of a, with its verb the other way round.
func echoes(a, b *stemma.Proposition) bool {
	at := echo.FindStringSubmatch(plain(b.Text))
	if at == nil || a.Negative == (at[2] != "") {
		return false
	}
	return slices.Contains(strings.Fields(plain(a.Text)), at[1]) || supports[at[1]] && behindBy(b, a) <= beside
}

// supports are the verbs that stand for any other: "The Guard knows", "it does not".
var supports = lists.Set("supports")

// answer is the disagreement of statement i with j, which it answers. An answer
// that has hardly a word of its own is shown with what its speaker adds, and
// against all that it answers.
//
//	"contested this, saying that the field was an old one"
func answer(page []stemma.Proposition, i, j int) stemma.Disagreement {
	no, yes := &page[i], &page[j]
	if yes.Document == no.Document && yes.Parent != no.Claim && (points(no) || dismisses(no.Text) || elliptic(no.Text)) {
		yes = run(page, i, j)
		no = added(page, i)
	}
	return denial(no, yes)
}

// added is statement i with what the same speaker says right after it.
func added(page []stemma.Proposition, i int) *stemma.Proposition {
	out := page[i]
	for k := i + 1; k < len(page) && page[k].Document == out.Document && page[k].Quote.Span.Start-out.Quote.Span.End <= next; k++ {
		a := &page[k]
		joint := out.Quote.Span.Join(a.Quote.Span)
		if a.Speaker.Key != out.Speaker.Key || a.Claim == "" || joint.Len() > whole {
			break
		}
		out.Quote.Span = joint
	}
	return &out
}

// next is how many bytes stand at most between two statements that one speaker
// makes in one breath.
const next = 80

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
		case same && joint.Len() <= whole && twoSpeakers(a, &page[i]):
			out.Quote.Span = joint
		case same || a.Parent == "":
			return &out
		}
	}
	return &out
}

// dismisses reports whether a statement calls something untrue, or says that the
// contrary is so.
func dismisses(text string) bool { return has(text, lexicon.AnswerDismissal) || contrary(text) }

// contrary reports whether a statement only says that another is not so. A word for
// that in its midst may be any adverb.
//
//	"nothing of the kind", "otherwise" → yes; "the road was otherwise quiet", "by force or otherwise" → no
func contrary(text string) bool {
	said := " " + plain(text)
	return has(text, lexicon.AnswerContrary) || strings.HasSuffix(said, " otherwise") && !strings.HasSuffix(said, " or otherwise")
}

// echo finds a statement that is a pronoun and a verb that leaves out the rest.
var echo = regexp.MustCompile(`^(?:but |and |that )?(?:it|he|she|they|we|i|you|this|that|these|those|the \w+) (do|does|did|is|are|was|were|will|would|has|have|had|can|could|should)( not| never|n't|n’t|not)?$`)

// elliptic reports whether a statement is an echo that leaves its verb to the
// one it answers: "they will", "it does not".
func elliptic(text string) bool { return echo.MatchString(plain(text)) }
