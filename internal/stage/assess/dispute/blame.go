package dispute

import (
	"regexp"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/assess/account"
)

// blames are pairs of accusations of which the second comes from the party that
// the first accuses, and names another: whose work it was is open.
//
//	"The palace blames the army. The army blames the palace." → A
func blames(tellings []stemma.Telling) []stemma.Disagreement {
	var all []*stemma.Telling
	for i := range tellings {
		t := &tellings[i]
		if t.Event.Type == "ACCUSE" && t.Event.Mode == "allege" && t.Event.Modality == stemma.Asserted && len(t.Actors) > 0 && len(t.Recipients) > 0 {
			all = append(all, t)
		}
	}
	var out []stemma.Disagreement
	for _, a := range all {
		for _, b := range all {
			if returned(b, a) {
				out = append(out, blame(a, b))
			}
		}
	}
	return out
}

// returned reports whether b is said by whom a accuses, just after it, and does
// not accuse them too.
func returned(b, a *stemma.Telling) bool {
	after := b.Event.Trigger.Start - a.Event.Trigger.End
	return a.Document == b.Document && after > 0 && after <= answering &&
		account.HasParty(a.Recipients, b.Actors[0]) && !account.HasParty(b.Recipients, b.Actors[0]) && a.Actors[0].Body != b.Actors[0].Body
}

// blame is the disagreement of two accusations that cross.
func blame(a, b *stemma.Telling) stemma.Disagreement {
	side := func(t *stemma.Telling) stemma.Side {
		out := stemma.Side{
			Value: t.Recipients[0].Name, Events: []string{t.Event.ID}, Documents: []string{t.Document},
			Words: stemma.Quote{Document: t.Document, Span: t.Event.Clause},
		}
		if t.Claim != nil {
			out.Claims = []string{t.Claim.ID}
		}
		return out
	}
	return stemma.Disagreement{
		ID:   stemma.NewID("x", a.Document, string(stemma.DisagreeActor), a.Event.ID, b.Event.ID),
		Type: stemma.DisagreeActor, Field: "actor", Reason: "each is named as the one who did it, by the other", Sides: []stemma.Side{side(a), side(b)},
	}
}

// suspicions are statements near each other in which two lay one deed at two doors.
//
//	"Two survivors blamed the rebels. A third blamed a patrol of the navy." → A
func suspicions(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	page := inText(propositions, func(p stemma.Proposition) bool { return p.Claim == "" || !suspects(&p) })
	return lastOf(page, told, atTwoDoors, twoDoors)
}

// atTwoDoors reports whether two near each other name two suspects.
func atTwoDoors(a, b *stemma.Proposition) bool {
	return apartBy(a, b) <= answering && rivalsInSpeech(a, b) && overlap(suspect(b), suspect(a)) == 0
}

// twoDoors is the disagreement of two who each name another.
func twoDoors(b, a *stemma.Proposition) stemma.Disagreement {
	return typed(denial(b, a), stemma.DisagreeActor, "actor", "each names another who did it", "one", "another")
}

// suspects reports whether a statement says who or what brought a thing about, and
// not that somebody did not.
func suspects(p *stemma.Proposition) bool {
	return !p.Denial && !p.Negative && len(p.Words) > 0 && (lexicon.Answers(lexicon.AnswerBlaming)[p.Cue] || p.Cue == "suspect")
}

// suspect are the words for whom or what a statement names.
//
//	"the rebels for the fire" → rebel; "the fire to a stove" → stove
func suspect(p *stemma.Proposition) []string {
	head, _, _ := strings.Cut(p.Text, " for ")
	if _, cause, to := strings.Cut(p.Text, " to "); to && p.Cue != "blame" {
		head = cause
	}
	return foundIn(p.Words, head)
}

// eachOther is what each of two says of the other.
var eachOther = regexp.MustCompile(`(?i)^(?:that |[^.,;:]{0,40}\b(?:to|on) )?((?:the other(?: side| party| army)?|each other|one another)(?:$|,| had | has | was | did | fired ).*)`)

// mutual are statements in which each of two says that the other did it.
//
//	"Each side said that the other had shot first." → A; "He wanted, he said, to stand on the other side" → none
func mutual(propositions []stemma.Proposition) []stemma.Disagreement {
	var out []stemma.Disagreement
	for i := range propositions {
		p := &propositions[i]
		at := eachOther.FindStringSubmatchIndex(p.Text)
		if p.Claim == "" || at == nil || p.Quote.Span.Len() != len(p.Text) || p.Cue != "say" && !accuses(p) {
			continue
		}
		d := typed(denial(p, p), stemma.DisagreeActor, "actor", "each says that the other did it", "one side", "the other")
		d.ID = stemma.SpanID("x", p.Document, string(stemma.DisagreeActor), p.Quote.Span)
		d.Sides[1].Words.Span.Start += at[2]
		d.Sides[0].Words.Span.Start = p.Lead
		out = append(out, d)
	}
	return out
}
