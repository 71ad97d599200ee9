package account

import (
	"cmp"
	"regexp"
	"slices"

	"stemma"
	"stemma/internal/reference/codebook"
)

// Taken are statements in which no event was read and which speak of an act as of one that
// was, as tellings of the incident of the blow that their page told of last: who claims
// or denies a part in it, or says whose it was.
//
//	"A bomb killed nine. … A statement of the Vanguard claimed responsibility. The Front had nothing to do with it, he said. Residents blamed the police." → three, of the bombing
func Taken(tellings []stemma.Telling, propositions []stemma.Proposition, incidentOf map[string]string) map[string][]stemma.Telling {
	coded, blows := blowsTold(tellings, incidentOf)
	out := map[string][]stemma.Telling{}
	for i := range propositions {
		p := &propositions[i]
		if p.Claim == "" || coded[p.Claim] || p.Title || p.Withheld {
			continue
		}
		if t := lastBefore(blows[p.Document], p); t != nil && takesUp(p, t) {
			incident := incidentOf[t.Event.ID]
			out[incident] = append(out[incident], taking(p, t))
		}
	}
	return out
}

// blowsTold are the blows of incidents that each page tells of as such that were, and the
// claims in which a blow was read, be it one denied or long past.
func blowsTold(tellings []stemma.Telling, incidentOf map[string]string) (coded map[string]bool, blows map[string][]*stemma.Telling) {
	coded, blows = map[string]bool{}, map[string][]*stemma.Telling{}
	for i := range tellings {
		t := &tellings[i]
		if t.Event.Type != "ASSAULT" || incidentOf[t.Event.ID] == "" {
			continue
		}
		if t.Claim != nil {
			coded[t.Claim.ID] = true
		}
		if t.Event.Modality.Happened() && t.Event.Modality != stemma.Background {
			blows[t.Document] = append(blows[t.Document], t)
		}
	}
	return coded, blows
}

// lastBefore is the blow that a page told of last before a statement, nil if none is near.
func lastBefore(blows []*stemma.Telling, p *stemma.Proposition) *stemma.Telling {
	const near = 1500 // bytes, some eight sentences
	before := slices.DeleteFunc(slices.Clone(blows), func(t *stemma.Telling) bool {
		after := p.Quote.Span.Start - t.Event.Trigger.End
		return after < 0 || after > near
	})
	if len(before) == 0 {
		return nil
	}
	return slices.MaxFunc(before, func(a, b *stemma.Telling) int {
		return cmp.Or(cmp.Compare(a.Event.Trigger.Start, b.Event.Trigger.Start), cmp.Compare(b.Event.ID, a.Event.ID))
	})
}

// takesUp reports whether a statement speaks of a blow: of a part in it, or of whose it
// was. What somebody is blamed for must be called as a blow is.
//
//	"responsibility for the attack", "blamed the Front for the explosion" → yes; "blamed the ministry for the shortage" → no
func takesUp(p *stemma.Proposition, t *stemma.Telling) bool {
	switch {
	case p.Denial:
		return partDenied.MatchString(wording(p))
	case p.Negative:
		return false
	case claiming[p.Cue]:
		return claimed.MatchString(p.Text)
	}
	return p.Cue == "blame" && (!blamedFor.MatchString(p.Text) || slices.ContainsFunc(p.Words, func(w string) bool {
		return w == t.Trigger || codebook.Open().In(w, "attack")
	}))
}

// claiming are the verbs by which somebody takes a deed upon himself.
var claiming = lists.Set("claiming")

var (
	claimed   = regexp.MustCompile(`(?i)^(?:full |sole |the )?(?:responsibility|credit)\b`)
	blamedFor = regexp.MustCompile(` (?:for|on) `)
)

// wording is what a statement says, with a word that it denies it if it does.
func wording(p *stemma.Proposition) string {
	if p.Denial {
		return "denied " + p.Text
	}
	return p.Text
}

// taking is a statement as a telling of nothing but that a thing was, on the page of
// another telling.
func taking(p *stemma.Proposition, page *stemma.Telling) stemma.Telling {
	modality := stemma.Asserted
	if p.Denial {
		modality = stemma.Denied
	}
	return stemma.Telling{
		Document: p.Document, Outlet: page.Outlet, Agency: page.Agency, Voice: page.Voice, Published: page.Published, Words: wording(p),
		Event:    stemma.Event{Trigger: p.Content, Clause: p.Quote.Span, Modality: modality},
		Claim:    &stemma.Claim{ID: p.Claim, Source: stemma.Source{Name: p.Speaker.Name, Actor: p.Speaker.Actor, Span: p.Speaker.Span, Kind: p.Kind}},
		Speakers: []stemma.Party{p.Speaker},
	}
}
