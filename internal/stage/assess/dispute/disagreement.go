// Package dispute finds what cannot all be right: accounts of one incident that differ on a
// field, statements of one page or of two that answer each other, figures that leave no
// room for one another; and it says of which type each disagreement is. Who is right it
// does not ask. In: the accounts of an incident, or the statements of some pages; out:
// their disagreements, each side in its own words.
//
//	"The road is open," the governor said. Drivers denied it. → D: denied | said
//	the ministry: "five dead"; a clinic: "eleven dead" → V killed: 5 | 11
package dispute

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// accounts are those of one incident, to be held against each other.
type accounts struct{ account.Collection }

// Of are the disagreements of an incident: those of its accounts, whose figures are all
// that its pages give, and those of its pages.
func Of(c account.Collection, tellings []stemma.Telling, pages account.Pages, families account.Families) []stemma.Disagreement {
	with := func(more []stemma.Telling) accounts {
		return accounts{account.Collect(c.Incident, slices.Concat(tellings, more), families)}
	}
	out := accounts{c}.disagreements(with(strays(c.Incident, tellings, pages)), with(inPassing(c.Incident, tellings, pages)))
	out = append(out, between(c.Incident, tellings, pages, families, out)...)
	slices.SortFunc(out, byID)
	return out
}

// disagreements are the fields of one incident on which its accounts cannot all
// hold, or differ for a stated reason; counted are they with all figures of its pages,
// timed with all times of day.
func (c accounts) disagreements(counted, timed accounts) []stemma.Disagreement {
	said := c.Sayings()
	out := counted.numbers(counted.Sayings())
	out = append(out, c.parties(said, "actor", stemma.DisagreeActor)...)
	if targets := c.parties(said, "recipient", stemma.DisagreeTarget); targets != nil {
		out = append(out, targets...)
	} else {
		out = append(out, c.targets()...)
	}
	out = append(out, c.deals()...)
	out = append(out, c.happenedOrNot(said)...)
	out = append(append(out, places(said)...), timed.hours()...)
	for i := range out {
		out[i].Incident = c.Incident.ID
		out[i].ID = stemma.NewID("x", c.Incident.ID, string(out[i].Type), out[i].Field)
	}
	return out
}

// sides makes one side of each distinct value, in the order of the values. The
// words shown are the first of a page, headlines last.
func sides(said []account.Saying, value func(account.Saying) string) []stemma.Side {
	byValue := map[string]*stemma.Side{}
	var order []string
	for _, s := range inPages(said) {
		v := value(s)
		side := byValue[v]
		if side == nil {
			side = &stemma.Side{Value: v, Words: s.Quote}
			byValue[v] = side
			order = append(order, v)
		}
		if s.Telling.Event.ID != "" {
			side.Events = account.Insert(side.Events, s.Telling.Event.ID)
		}
		side.Documents = account.Insert(side.Documents, s.Telling.Document)
		if s.Telling.Claim != nil {
			side.Claims = account.Insert(side.Claims, s.Telling.Claim.ID)
		}
	}
	slices.Sort(order)
	out := make([]stemma.Side, 0, len(order))
	for _, v := range order {
		out = append(out, *byValue[v])
	}
	return out
}

// inPages are the sayings in the order in which they were published, those of
// headlines and of pages that print another's report last.
func inPages(said []account.Saying) []account.Saying {
	late := func(s account.Saying) int {
		switch {
		case s.Telling.Title:
			return 2
		case s.Telling.Agency != "" && s.Telling.Agency != s.Telling.Outlet:
			return 1
		}
		return 0
	}
	return slices.SortedStableFunc(slices.Values(said), func(a, b account.Saying) int {
		return cmp.Or(cmp.Compare(late(a), late(b)), cmp.Compare(a.Telling.Published.Latest, b.Telling.Published.Latest), cmp.Compare(a.Quote.Document, b.Quote.Document), cmp.Compare(a.Quote.Span.Start, b.Quote.Span.Start))
	})
}

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
	return []stemma.Disagreement{{
		Type: stemma.DisagreeHappened, Field: "happened", Reason: "one side says that it was done, the other that it was not",
		Sides: slices.Concat(sides(no, func(account.Saying) string { return "denied" }), sides(yes, func(account.Saying) string { return "happened" })),
	}}
}

// saysNo reports whether a denied telling has the denial in its own words or its
// source's, and not from elsewhere in the sentence; what will not be done may well have been.
//
//	"did not attack the convoy" → yes; "there would be no ground operation" → no
func saysNo(t *stemma.Telling) bool {
	if promisedNot.MatchString(t.Words) {
		return false
	}
	return t.Claim != nil && t.Claim.Stance == stemma.Denies ||
		slices.ContainsFunc(t.Event.ModalityWords, t.Event.Clause.Contains)
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
			n := inCommon(a.Telling, b.Telling)
			if a.Quote.Document == b.Quote.Document && a.Quote.Span.Overlaps(b.Quote.Span) {
				continue // the act within the denial
			}
			if n > best && (n >= akin || ofOneDeed(a.Telling, b.Telling)) {
				best, assertion, denial = n, []account.Saying{a}, []account.Saying{b}
			}
		}
	}
	return assertion, denial
}

// civil reports whether civilians or theirs are what a telling says was hit.
//
//	"did not harm civilians", "they shot six residents" → yes
func civil(t *stemma.Telling) bool {
	return slices.ContainsFunc(struck(t), func(s account.Saying) bool { return s.Key == "civil" })
}

// ofOneDeed reports whether two tellings are of one act by its word or by who was hit.
//
//	"did not harm civilians" / "they shot six residents" → yes
func ofOneDeed(a, b *stemma.Telling) bool {
	return a.Trigger == b.Trigger || shareRecipient(a, b) || civil(a) && civil(b) && compatible(a.Actors, b.Actors)
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

// rivals keeps the sayings whose party another origin does not name at all,
// while it names another. A coalition's members and a party's own bodies are no
// rivals.
func (c accounts) rivals(about []account.Saying) []account.Saying {
	bodies := map[int]map[string]bool{}
	for _, s := range about {
		if bodies[s.Account] == nil {
			bodies[s.Account] = map[string]bool{}
		}
		bodies[s.Account][s.Party.Body] = true
	}
	var out []account.Saying
	for _, s := range about {
		for who, others := range bodies {
			if who != s.Account && !others[s.Party.Body] && disjoint(others, bodies[s.Account]) && !kindred(s.Party, about, who) {
				out = append(out, s)
				break
			}
		}
	}
	accused := func(s account.Saying) bool { return c.Accounts[s.Account].Kind != stemma.OriginOwnVoice }
	if len(sides(out, func(s account.Saying) string { return s.Party.Body })) < 2 || !slices.ContainsFunc(out, accused) {
		return nil
	}
	return out
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

// places are two scenes of one telling in two countries: the source itself puts
// it in both.
//
//	"took positions inside Calder, … in the Orvane hills" → V place
func places(said []account.Saying) []stemma.Disagreement {
	byTelling := map[string][]account.Saying{}
	var order []string
	for _, s := range said {
		if s.Field == "place" && s.Of == "" && stakes(s.Telling.Words) {
			if byTelling[s.Telling.Event.ID] == nil {
				order = append(order, s.Telling.Event.ID)
			}
			byTelling[s.Telling.Event.ID] = append(byTelling[s.Telling.Event.ID], s)
		}
	}
	slices.Sort(order)
	for _, id := range order {
		if pair := abroad(byTelling[id]); pair != nil {
			return []stemma.Disagreement{{
				Type: stemma.DisagreeValue, Field: "place", Reason: "one telling puts it in two countries",
				Sides: sides(pair, func(s account.Saying) string { return s.Text }),
			}}
		}
	}
	return nil
}

// stakes reports whether a clause says of ground whose it is; that two countries
// are merely named in one clause is no disagreement.
func stakes(words string) bool {
	words = strings.ToLower(words)
	return strings.Contains(words, "territory") || strings.Contains(words, " soil")
}

// abroad keeps the first scene and those of another country.
func abroad(said []account.Saying) []account.Saying {
	country := func(s account.Saying) string {
		for _, scene := range s.Telling.Scene() {
			if scene.Words == s.Quote && scene.Place.Precision != stemma.PrecisionLine {
				return scene.Place.Country
			}
		}
		return ""
	}
	var out []account.Saying
	for _, s := range said {
		if c := country(s); c != "" && (len(out) == 0 || c != country(out[0])) {
			out = append(out, s)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// byID orders disagreements.
func byID(a, b stemma.Disagreement) int { return cmp.Compare(a.ID, b.ID) }
