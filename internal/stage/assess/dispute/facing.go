package dispute

import (
	"slices"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// facing keeps the sayings that some other account answers with another party to
// the very same act: of one incident many things are told, and that one side
// shelled a town and the other shot a pilot there is no disagreement.
func (c accounts) facing(about []account.Saying) []account.Saying {
	var out []account.Saying
	for _, s := range about {
		if slices.ContainsFunc(about, func(o account.Saying) bool {
			return !c.OneBody(s.Account, o.Account) && s.Party.Body != o.Party.Body && oneAct(s.Telling, o.Telling, s.Field)
		}) {
			out = append(out, s)
		}
	}
	return out
}

// oneAct reports whether two tellings are of one act, whatever they say of the
// field: its word, its mode or its toll is the same, it is in one place, and the
// party that is not in question is not another.
//
//	"the army shelled the market" / "the Front shelled the market" → yes
//	"the army shelled the market" / "the Front shot a pilot" → no
func oneAct(a, b *stemma.Telling, field string) bool {
	toll := oneToll(a, b)
	alike := toll || a.Trigger == b.Trigger || a.Event.Mode != "" && a.Event.Mode == b.Event.Mode
	if field == "actor" {
		return alike && onOneSpot(a, b) && compatible(a.Recipients, b.Recipients)
	}
	if harms(a) && harms(b) {
		alike = toll // both sides may have lost people
	}
	return alike && (a.Document == b.Document || onOneSpot(a, b)) && compatible(a.Actors, b.Actors)
}

// oneToll reports whether two tellings count as many of one fate.
func oneToll(a, b *stemma.Telling) bool {
	return slices.ContainsFunc(a.Quantities, func(q stemma.Count) bool { return measured[q.What] && account.HasCount(*b, q) })
}

// harms reports whether a telling counts victims, who need not be what was aimed at.
func harms(t *stemma.Telling) bool {
	return slices.ContainsFunc(t.Quantities, func(q stemma.Count) bool { return q.What == "killed" || q.What == "injured" })
}

// compatible reports whether two lists of parties may be the same: one of them is
// empty, or they share a body.
func compatible(a, b []stemma.Party) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(p stemma.Party) bool { return account.HasParty(b, p) })
}

// onOneSpot reports whether two tellings may be of one spot: one of them has no
// place, or they share one finer than a province.
func onOneSpot(a, b *stemma.Telling) bool {
	return len(a.Scenes) == 0 || len(b.Scenes) == 0 || slices.ContainsFunc(a.Scenes, func(s stemma.Scene) bool {
		return !broad[s.Place.Precision] && slices.ContainsFunc(b.Scenes, func(o stemma.Scene) bool { return o.Place.ID == s.Place.ID })
	})
}

// broad are places too large to be one spot.
var broad = map[stemma.Precision]bool{
	stemma.PrecisionCountry: true, stemma.PrecisionProvince: true, stemma.PrecisionArea: true, stemma.PrecisionWater: true,
}
