package assess

import "stemma"

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
		hasParty(a.Recipients, b.Actors[0]) && !hasParty(b.Recipients, b.Actors[0]) && a.Actors[0].Body != b.Actors[0].Body
}

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
