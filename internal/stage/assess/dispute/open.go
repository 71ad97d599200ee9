package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// An issue is what two statements leave open that cannot both hold: of which type their
// disagreement is, on which field, and why.
type issue struct {
	kind          stemma.DisagreementType
	field, reason string
}

// of is a disagreement as one on an issue; on none it stays what it is.
func (i issue) of(d stemma.Disagreement) stemma.Disagreement {
	if i.kind == "" {
		return d
	}
	return typed(d, i.kind, i.field, i.reason)
}

// notMe is why it is open who did what somebody denies to have done.
const notMe = "who is said to have done it says that it did not"

// openOn says what stays open between one who says no and one who says yes, from what both say:
// who did what was done (A), how many (V), who or what was hit (T); none of these if it is
// whether it is so at all (D).
//
//	"the Watch set the fire" / "we had no part in it" → A
//	"the loss came to 400 sacks" / "that is exaggerated" → V
//	"we hit a depot of the enemy" / "there was no depot" → T
//	"the road is mined" / "that is a lie" → D
func openOn(no, yes *stemma.Proposition) issue {
	switch {
	case ownDeed(no):
		return issue{stemma.DisagreeActor, "actor", notMe}
	case namesDoer(yes) || whence(yes) != nil && !nothingThere.MatchString(no.Text):
		return issue{stemma.DisagreeActor, "actor", "one side names who did it, the other says that it was not so"}
	case overFigures(no, yes):
		return issue{stemma.DisagreeValue, yes.Counts[0].What, "one side does not accept the other's figure"}
	case aimed(no) && aimed(yes):
		return issue{stemma.DisagreeTarget, "recipient", "one side says that it was aimed at them, the other that it was not"}
	case overTarget(no, yes):
		return issue{stemma.DisagreeTarget, "recipient", "one side says who or what was hit, the other that it was not"}
	}
	return issue{}
}

// ownDeed reports whether somebody denies to have been the one who did a thing
// that was done.
//
//	"denied responsibility", "denied that any of its guns had fired", "denied laying mines", "denied the attack" → yes; "denied losing the town", "denied any attack" → no
func ownDeed(no *stemma.Proposition) bool {
	if !no.Denial {
		return false
	}
	if points(no) && slices.ContainsFunc(no.Words, blamed) || theDeed(no.Text) {
		return true
	}
	return slices.ContainsFunc(no.Words, deed) && (no.Act || ownPeople.MatchString(no.Text))
}

// doneBy says what stays open between a telling that denies a deed and one that tells it: who
// did it, where it is of another that the one denies it, or he denies no more than to have
// been the one.
//
//	"the army did not fire on the buses" / "rebels fired on the buses" → A
//	"the Front denies responsibility" / "the Front fired on the buses" → A
//	"the army did not fire on the buses" / "the army fired on the buses" → none, D
func doneBy(no, yes *stemma.Telling) issue {
	if ofOneDeed(no, yes) && slices.ContainsFunc(no.Actors, bearsArms) && slices.ContainsFunc(yes.Actors, bearsArms) && !compatible(no.Actors, yes.Actors) {
		return issue{stemma.DisagreeActor, "actor", "one names another who did it than the other denies to have done it"}
	}
	if words := strings.Fields(plain(no.Words)); len(words) > 1 && blamed(words[len(words)-1]) {
		return issue{stemma.DisagreeActor, "actor", notMe}
	}
	return issue{}
}

// bearsArms reports whether a party is one that may have done what is done with arms.
func bearsArms(p stemma.Party) bool { return sided(p) || p.Kind == stemma.KindUnnamedGroup }

// theDeed reports whether words are a known deed and nothing else.
//
//	"the attack", "carrying out the bombing" → yes; "any attack", "an attack on the mill" → no
func theDeed(text string) bool {
	words := strings.Fields(plain(text))
	n := len(words)
	return 2 <= n && n <= 4 && definite[words[n-2]] && deed(words[n-1])
}

// deed reports whether a word is of an act that somebody must have done.
func deed(word string) bool { return lexicon.Answers(lexicon.AnswerDeed)[word] }

// blamed reports whether a word stands for having done it: "denied responsibility".
func blamed(word string) bool { return lexicon.Answers(lexicon.AnswerBlame)[word] }

// ownPeople begins what somebody says of people or things of his own.
var ownPeople = regexp.MustCompile(`(?i)^(?:that )?(?:any of |one of |some of )?(?:its|their|his|her|our|it|they|he|she) `)

// namesDoer reports whether a statement takes a deed for done, and says whose it was.
//
//	"blamed the Watch for the fire", "it was the Watch who burned it" → yes
func namesDoer(yes *stemma.Proposition) bool {
	return lexicon.Answers(lexicon.AnswerBlaming)[yes.Cue] || theDoer.MatchString(yes.Text)
}

// theDoer finds that somebody is singled out as the one who did it.
var theDoer = regexp.MustCompile(`(?i)\b(?:it (?:was|is|had been) (?:the |our |your |his |her |their )?\pL[\pL’'-]*(?: \pL[\pL’'-]*){0,4} (?:who|which)\b|(?:culprits?|perpetrators?|masterminds?|the one who|those who did it|your (?:men|people|troops|soldiers|fighters|guns|planes)|the (?:deed|work) of)\b)`)

// overFigures reports whether what is not accepted is a figure.
//
//	"the toll was eighty" / "called the figure a fantasy", "it was seven" / "that nine had been signed", "400 sacks were lost" / "exaggerated" → yes
func overFigures(no, yes *stemma.Proposition) bool {
	if len(yes.Counts) == 0 {
		return false
	}
	if slices.ContainsFunc(no.Words, figureNoun) || outOfSize(no) {
		return true
	}
	return !plainly(no) && slices.ContainsFunc(no.Counts, func(q stemma.Count) bool {
		return slices.ContainsFunc(yes.Counts, func(o stemma.Count) bool {
			return exclude(q, o) && (q.What == o.What && alikeInSize(q, o) || bare(q) && ofSize(q, o))
		})
	})
}

// outOfSize reports whether a statement calls something too large or too small, which only a
// figure can be.
func outOfSize(p *stemma.Proposition) bool {
	return len(p.Words) <= pointing && slices.ContainsFunc(strings.Fields(plain(p.Text)), func(w string) bool { return sizing[w] })
}

// sizing are words for a figure that is too large or too small.
var sizing = lists.Set("sizing")

// aimed reports whether a statement is about what was aimed at.
func aimed(p *stemma.Proposition) bool {
	return slices.ContainsFunc(p.Words, func(w string) bool { return w == "target" || w == "aim" })
}

// overTarget reports whether what one says was hit, the other says was not there, or that
// one says who the dead were, and the other not they.
//
//	"had struck a fuel depot" / "there was no depot" → yes; "the dead were shepherds" / "dismissed that" → yes
//	"had struck a fuel depot" / "there was no strike" → no
func overTarget(no, yes *stemma.Proposition) bool {
	if sayWho(yes) || sayWho(no) {
		return true
	}
	hit, missing := struckAt.FindStringSubmatch(yes.Text), nothingThere.FindStringSubmatch(no.Text)
	return hit != nil && missing != nil && overlap(foundIn(no.Words, missing[1]), foundIn(yes.Words, hit[1])) > 0
}

// sayWho reports whether a statement says what kind of people the dead were.
//
//	"the dead were shepherds", "all four were combatants" → yes; "the dead were taken away" → no
func sayWho(p *stemma.Proposition) bool {
	at := theDead.FindStringSubmatch(p.Text)
	return at != nil && target(at[1]) != ""
}

var (
	theDead      = regexp.MustCompile(`(?i)^\P{L}*(?:that )?(?:all |most |many |some )?(?:of )?(?:the )?(?:dead|victims?|those killed|(?:those|people) who (?:died|were killed)|\pL+ killed|all \pL+) (?:had been|were|was|are) (?:all |mostly |not )?(?:an? )?(\pL+(?: \pL+){0,2})`)
	struckAt     = regexp.MustCompile(`(?i)\b(?:hit|hitting|struck|strikes?|striking|bombed|bombing|shelled|shelling|targeted|targeting|destroyed|destroying|attacked|attacking)\b(.*)`)
	nothingThere = regexp.MustCompile(`(?i)\b(?:(?:there|where)\b[^.;]{0,20}?\b(?:is|are|was|were|has been|have been|had been|’s|'s)|(?:we|they|it|he|she) (?:have|has|had)) (?:\pL+ )?(?:no|not|never|n't) (\pL+(?: \pL+)?)`)
)
