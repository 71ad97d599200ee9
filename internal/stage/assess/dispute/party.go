package dispute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// parties are two or more named parties, each said by another origin to be the
// one who did it or was hit.
func (c accounts) parties(said []account.Saying, field string, kind stemma.DisagreementType) []stemma.Disagreement {
	if c.Incident.Type != "ASSAULT" && c.Incident.Type != "COERCE" {
		return nil
	}
	var about []account.Saying
	for _, s := range said {
		if s.Field == field && account.Named(s.Party) && s.Telling.Event.Modality != stemma.Background {
			about = append(about, s)
		}
	}
	about = c.facing(c.rivals(about))
	if len(about) == 0 {
		return nil
	}
	reason := "each is named as the one who did it"
	if kind == stemma.DisagreeTarget {
		reason = "each is named as the one who was hit"
	}
	return []stemma.Disagreement{{Type: kind, Field: field, Reason: reason, Sides: sides(about, bodily(about))}}
}

// bodily names each saying's party by the first name that its body is given:
// an army and its ministry are one side.
func bodily(said []account.Saying) func(account.Saying) string {
	name := map[string]string{}
	for _, s := range said {
		if known, ok := name[s.Party.Body]; !ok || s.Text < known {
			name[s.Party.Body] = s.Text
		}
	}
	return func(s account.Saying) string { return name[s.Party.Body] }
}

// rivals keeps the sayings whose party another origin does not name at all,
// while it names another. A coalition's members and a party's own bodies are no
// rivals.
func (c accounts) rivals(about []account.Saying) []account.Saying {
	bodies := bodiesBy(about)
	out := slices.DeleteFunc(slices.Clone(about), func(s account.Saying) bool { return !contested(s, about, bodies) })
	accused := func(s account.Saying) bool { return c.Accounts[s.Account].Kind != stemma.OriginOwnVoice }
	if len(sides(out, func(s account.Saying) string { return s.Party.Body })) < 2 || !slices.ContainsFunc(out, accused) {
		return nil
	}
	return out
}

// bodiesBy are the bodies that each account names.
func bodiesBy(about []account.Saying) map[int]map[string]bool {
	out := map[int]map[string]bool{}
	for _, s := range about {
		if out[s.Account] == nil {
			out[s.Account] = map[string]bool{}
		}
		out[s.Account][s.Party.Body] = true
	}
	return out
}

// contested reports whether some other account names none of the bodies that one names, nor
// any of their kin.
func contested(s account.Saying, about []account.Saying, bodies map[int]map[string]bool) bool {
	for who, others := range bodies {
		if who != s.Account && !others[s.Party.Body] && disjoint(others, bodies[s.Account]) && !kindred(s.Party, about, who) {
			return true
		}
	}
	return false
}

// kindred: the other account's parties share a word with this one: "9 guards" and
// the Federal Guard may be the same.
func kindred(p stemma.Party, about []account.Saying, who int) bool {
	for _, s := range about {
		if s.Account != who {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(p.Name)) {
			if w = strings.TrimSuffix(w, "s"); len(w) > 3 && strings.Contains(strings.ToLower(s.Party.Name), w) {
				return true
			}
		}
	}
	return false
}

// disjoint reports whether two sets have nothing in common.
func disjoint(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return false
		}
	}
	return true
}

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

// deals are agreements of which the accounts do not name the same parties.
//
//	"the deal between the Front and the mediators" / "the deal of the state, the Front and the mediators" → A
func (c accounts) deals() []stemma.Disagreement {
	if c.Incident.Type != "AGREE" {
		return nil
	}
	var about []account.Saying
	distinct := map[string]bool{}
	for i, t := range c.Tellings() {
		if parties := signatories(t); len(parties) > 1 {
			s := account.Saying{Text: strings.Join(parties, ", "), Account: i, Telling: t, Quote: stemma.Quote{Document: t.Document, Span: t.Event.Clause}}
			distinct[s.Text] = true
			about = append(about, s)
		}
	}
	if len(distinct) < 2 {
		return nil
	}
	return []stemma.Disagreement{{
		Type: stemma.DisagreeActor, Field: "parties", Reason: "the accounts do not name the same parties to it",
		Sides: sides(about, func(s account.Saying) string { return s.Text }),
	}}
}

// signatories are the named parties to an agreement, sorted.
func signatories(t *stemma.Telling) []string {
	var out []string
	for _, p := range slices.Concat(t.Actors, t.Recipients) {
		if account.Named(p) && !slices.Contains(out, p.Name) {
			out = account.Insert(out, p.Name)
		}
	}
	return out
}
