package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// happenedOrNot is what one origin says was done and another denies; or the same
// page in its own voice. The words shown are those that answer each other best.
func (c accounts) happenedOrNot(said []account.Saying) []stemma.Disagreement {
	var yes, no []account.Saying
	for _, s := range said {
		s.Quote.Span = s.Telling.Event.Clause
		switch {
		case s.Field == "happened" && s.Key == "no" && !saysNo(s.Telling):
		case s.Field == "happened" && s.Key == "no":
			no = append(no, s)
		case s.Field == "happened":
			yes = append(yes, s)
		}
	}
	if yes, no = c.answered(yes, no), c.answered(no, yes); len(yes) == 0 || len(no) == 0 {
		return nil
	}
	yes, no = answerEachOther(yes, no)
	if len(yes) == 0 {
		return nil
	}
	return []stemma.Disagreement{doneBy(no[0].Telling, yes[0].Telling).of(stemma.Disagreement{
		Type: stemma.DisagreeHappened, Field: "happened", Reason: "one side says that it was done, the other that it was not",
		Sides: slices.Concat(sides(no, func(account.Saying) string { return "denied" }), sides(yes, func(account.Saying) string { return "happened" })),
	})}
}

// saysNo reports whether a denied telling has the denial in its own words or its
// source's, and not from elsewhere in the sentence; what will not be done may well have been.
//
//	"did not attack the convoy" → yes; "there would be no ground operation" → no
func saysNo(t *stemma.Telling) bool {
	if promisedNot.MatchString(t.Words) || givenBy(t) {
		return false
	}
	return t.Claim != nil && t.Claim.Stance == stemma.Denies ||
		slices.ContainsFunc(t.Event.ModalityWords, t.Event.Clause.Contains)
}

// givenBy reports whether a telling is a participle with its doer, by which a thing is
// named, and which no denial is of.
//
//	"denied any plan to burn the rations donated by Odel" → yes
func givenBy(t *stemma.Telling) bool {
	word := t.Event.Trigger.Len()
	return t.Event.Clause.Start == t.Event.Trigger.Start && word <= len(t.Words) &&
		strings.HasSuffix(t.Words[:word], "ed") && strings.HasPrefix(t.Words[word:], " by ")
}

// promisedNot finds that a thing will not be done.
var promisedNot = regexp.MustCompile(`(?i)\b(?:will|would) (?:not|never|be no)\b`)

// answered are the sayings that somebody else says the opposite of: who rejects
// one thing and does another stands against nobody.
func (c accounts) answered(said, by []account.Saying) []account.Saying {
	var out []account.Saying
	for _, s := range said {
		if slices.ContainsFunc(by, func(o account.Saying) bool { return !c.OneBody(s.Account, o.Account) }) {
			out = append(out, s)
		}
	}
	return out
}

// answerEachOther keeps the assertion and the denial that share most words; both
// must be of one party hit, or of one act.
//
//	"did not attack the convoy" is answered by "air strikes against the convoy", not by "operations in the east"
func answerEachOther(yes, no []account.Saying) (assertion, denial []account.Saying) {
	best := -1.0
	for _, a := range yes {
		for _, b := range no {
			within := a.Quote.Document == b.Quote.Document && a.Quote.Span.Overlaps(b.Quote.Span) // the act within the denial
			n := inCommon(a.Telling, b.Telling)
			if !within && n > best && (n >= akin || ofOneDeed(a.Telling, b.Telling)) && hitAlike(b.Telling, a.Telling) {
				best, assertion, denial = n, []account.Saying{a}, []account.Saying{b}
			}
		}
	}
	return assertion, denial
}

// hitAlike reports whether whom a denial says was not hit may be whom the other says was: by
// name, as civilians, or because the other only says who else did it.
//
//	"is not aiming at the rebels" → "hit the rebels' camp"; not "fired 26 missiles", "fired at the station"
//	"the army did not fire on the buses" → "rebels fired four rounds"
func hitAlike(no, yes *stemma.Telling) bool {
	if len(no.Recipients) == 0 || shareRecipient(no, yes) || civil(no) && civil(yes) {
		return true
	}
	if len(yes.Recipients) == 0 && !compatible(no.Actors, yes.Actors) {
		return true
	}
	told := " " + plain(yes.Words) + " "
	return slices.ContainsFunc(no.Recipients, func(p stemma.Party) bool {
		return slices.ContainsFunc(strings.Fields(plain(p.Name)), func(w string) bool {
			return !definite[w] && strings.Contains(told, " "+w+" ")
		})
	})
}

// akin is the share of words that two clauses have in common which speak of one
// act.
const akin = 0.25

// shareRecipient reports whether two tellings are of one party hit.
func shareRecipient(a, b *stemma.Telling) bool {
	return slices.ContainsFunc(a.Recipients, func(p stemma.Party) bool { return p.Body != "" && account.HasParty(b.Recipients, p) })
}

// inCommon is the share of longer words that two clauses have in common; of
// equals, two of one page answer each other.
func inCommon(a, b *stemma.Telling) float64 {
	here, there := longer(a.Words), longer(b.Words)
	n := 0
	for _, w := range there {
		if slices.Contains(here, w) {
			n++
		}
	}
	share := float64(2*n) / float64(max(1, len(here)+len(there)))
	if a.Title || b.Title {
		share -= 0.2 // a headline is short, and shares much with anything
	}
	if a.Document == b.Document {
		share += 0.05
	}
	return share
}

// longer are the distinct words of more than four letters.
func longer(text string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if w = strings.Trim(w, ".,;:“”\"'’"); len(w) > 4 {
			out = account.Insert(out, w)
		}
	}
	return out
}
