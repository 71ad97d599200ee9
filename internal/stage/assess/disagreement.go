package assess

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"stemma"
)

// disagreements are the fields of one incident on which its accounts cannot all
// hold, or differ for a stated reason; counted are they with all figures of its pages.
func (c collection) disagreements(counted collection) []stemma.Disagreement {
	said := c.sayings()
	out := counted.numbers(counted.sayings())
	out = append(out, c.parties(said, "actor", stemma.DisagreeActor)...)
	if targets := c.parties(said, "recipient", stemma.DisagreeTarget); targets != nil {
		out = append(out, targets...)
	} else {
		out = append(out, c.targets()...)
	}
	out = append(out, c.deals()...)
	out = append(out, c.happenedOrNot(said)...)
	out = append(append(out, places(said)...), c.hours()...)
	for i := range out {
		out[i].Incident = c.incident.ID
		out[i].ID = stemma.NewID("x", c.incident.ID, string(out[i].Type), out[i].Field)
	}
	return out
}

// sides makes one side of each distinct value, in the order of the values. The
// words shown are the first of a page, headlines last.
func sides(said []saying, value func(saying) string) []stemma.Side {
	byValue := map[string]*stemma.Side{}
	var order []string
	for _, s := range inPages(said) {
		v := value(s)
		side := byValue[v]
		if side == nil {
			side = &stemma.Side{Value: v, Words: s.quote}
			byValue[v] = side
			order = append(order, v)
		}
		if s.telling.Event.ID != "" {
			side.Events = insert(side.Events, s.telling.Event.ID)
		}
		side.Documents = insert(side.Documents, s.telling.Document)
		if s.telling.Claim != nil {
			side.Claims = insert(side.Claims, s.telling.Claim.ID)
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
func inPages(said []saying) []saying {
	late := func(s saying) int {
		switch {
		case s.telling.Title:
			return 2
		case s.telling.Agency != "" && s.telling.Agency != s.telling.Outlet:
			return 1
		}
		return 0
	}
	return slices.SortedStableFunc(slices.Values(said), func(a, b saying) int {
		return cmp.Or(cmp.Compare(late(a), late(b)), cmp.Compare(a.telling.Published.Latest, b.telling.Published.Latest), cmp.Compare(a.quote.Document, b.quote.Document), cmp.Compare(a.quote.Span.Start, b.quote.Span.Start))
	})
}

// happenedOrNot is what one origin says was done and another denies; or the same
// page in its own voice. The words shown are those that answer each other best.
func (c collection) happenedOrNot(said []saying) []stemma.Disagreement {
	var yes, no []saying
	for _, s := range said {
		s.quote.Span = s.telling.Event.Clause
		switch {
		case s.field == "happened" && s.key == "no" && !saysNo(s.telling):
		case s.field == "happened" && s.key == "no":
			no = append(no, s)
		case s.field == "happened":
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
		Sides: slices.Concat(sides(no, func(saying) string { return "denied" }), sides(yes, func(saying) string { return "happened" })),
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
func (c collection) answered(said, by []saying) []saying {
	var out []saying
	for _, s := range said {
		if slices.ContainsFunc(by, func(o saying) bool { return !c.oneBody(s.account, o.account) }) {
			out = append(out, s)
		}
	}
	return out
}

// answerEachOther keeps the assertion and the denial that share most words; both
// must be of one party hit, or of one act.
//
//	"did not attack the convoy" is answered by "air strikes against the convoy", not by "operations in the east"
func answerEachOther(yes, no []saying) (assertion, denial []saying) {
	best := -1.0
	for _, a := range yes {
		for _, b := range no {
			n := inCommon(a.telling, b.telling)
			if a.quote.Document == b.quote.Document && a.quote.Span.Overlaps(b.quote.Span) {
				continue // the act within the denial
			}
			if n > best && (a.telling.Trigger == b.telling.Trigger || n >= akin || shareRecipient(a.telling, b.telling)) {
				best, assertion, denial = n, []saying{a}, []saying{b}
			}
		}
	}
	return assertion, denial
}

// akin is the share of words that two clauses have in common which speak of one
// act.
const akin = 0.25

func shareRecipient(a, b *stemma.Telling) bool {
	return slices.ContainsFunc(a.Recipients, func(p stemma.Party) bool { return p.Body != "" && hasParty(b.Recipients, p) })
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
			out = insert(out, w)
		}
	}
	return out
}

// parties are two or more named parties, each said by another origin to be the
// one who did it or was hit.
func (c collection) parties(said []saying, field string, kind stemma.DisagreementType) []stemma.Disagreement {
	if c.incident.Type != "ASSAULT" && c.incident.Type != "COERCE" {
		return nil
	}
	var about []saying
	for _, s := range said {
		if s.field == field && named(s.party) && s.telling.Event.Modality != stemma.Background {
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
func bodily(said []saying) func(saying) string {
	name := map[string]string{}
	for _, s := range said {
		if known, ok := name[s.party.Body]; !ok || s.text < known {
			name[s.party.Body] = s.text
		}
	}
	return func(s saying) string { return name[s.party.Body] }
}

// deals are agreements of which the accounts do not name the same parties.
//
//	"the deal between the Front and the mediators" / "the deal of the state, the Front and the mediators" → A
func (c collection) deals() []stemma.Disagreement {
	if c.incident.Type != "AGREE" {
		return nil
	}
	var about []saying
	distinct := map[string]bool{}
	for i, a := range c.accounts {
		for k := range a.tellings {
			t := &a.tellings[k]
			parties := signatories(t)
			if len(parties) < 2 {
				continue
			}
			s := saying{text: strings.Join(parties, ", "), account: i, telling: t, quote: stemma.Quote{Document: t.Document, Span: t.Event.Clause}}
			distinct[s.text] = true
			about = append(about, s)
		}
	}
	if len(distinct) < 2 {
		return nil
	}
	return []stemma.Disagreement{{
		Type: stemma.DisagreeActor, Field: "parties", Reason: "the accounts do not name the same parties to it",
		Sides: sides(about, func(s saying) string { return s.text }),
	}}
}

// signatories are the named parties to an agreement, sorted.
func signatories(t *stemma.Telling) []string {
	var out []string
	for _, p := range slices.Concat(t.Actors, t.Recipients) {
		if named(p) && !slices.Contains(out, p.Name) {
			out = insert(out, p.Name)
		}
	}
	return out
}

// named reports whether a party is one of which two cannot be the same: no
// "rebels", no person, no passer-by, no "army" of nobody knows whom.
func named(p stemma.Party) bool {
	switch p.Kind {
	case stemma.KindStateForce, stemma.KindGovernment:
		return strings.HasPrefix(p.Body, "state:")
	case stemma.KindState, stemma.KindArmedGroup, stemma.KindCoalition:
		return true
	}
	return false
}

// rivals keeps the sayings whose party another origin does not name at all,
// while it names another. A coalition's members and a party's own bodies are no
// rivals.
func (c collection) rivals(about []saying) []saying {
	bodies := map[int]map[string]bool{}
	for _, s := range about {
		if bodies[s.account] == nil {
			bodies[s.account] = map[string]bool{}
		}
		bodies[s.account][s.party.Body] = true
	}
	var out []saying
	for _, s := range about {
		for account, others := range bodies {
			if account != s.account && !others[s.party.Body] && disjoint(others, bodies[s.account]) && !kindred(s.party, about, account) {
				out = append(out, s)
				break
			}
		}
	}
	accused := func(s saying) bool { return c.accounts[s.account].Kind != stemma.OriginOwnVoice }
	if len(sides(out, func(s saying) string { return s.party.Body })) < 2 || !slices.ContainsFunc(out, accused) {
		return nil
	}
	return out
}

// kindred: the other account's parties share a word with this one: "9 guards" and
// the Federal Guard may be the same.
func kindred(p stemma.Party, about []saying, account int) bool {
	for _, s := range about {
		if s.account != account {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(p.Name)) {
			if w = strings.TrimSuffix(w, "s"); len(w) > 3 && strings.Contains(strings.ToLower(s.party.Name), w) {
				return true
			}
		}
	}
	return false
}

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
func places(said []saying) []stemma.Disagreement {
	byTelling := map[string][]saying{}
	var order []string
	for _, s := range said {
		if s.field == "place" && s.of == "" && stakes(s.telling.Words) {
			if byTelling[s.telling.Event.ID] == nil {
				order = append(order, s.telling.Event.ID)
			}
			byTelling[s.telling.Event.ID] = append(byTelling[s.telling.Event.ID], s)
		}
	}
	slices.Sort(order)
	for _, id := range order {
		if pair := abroad(byTelling[id]); pair != nil {
			return []stemma.Disagreement{{
				Type: stemma.DisagreeValue, Field: "place", Reason: "one telling puts it in two countries",
				Sides: sides(pair, func(s saying) string { return s.text }),
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
func abroad(said []saying) []saying {
	country := func(s saying) string {
		for _, scene := range s.telling.Scene() {
			if scene.Words == s.quote && scene.Place.Precision != stemma.PrecisionLine {
				return scene.Place.Country
			}
		}
		return ""
	}
	var out []saying
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

func joined(parts ...string) string { return strings.TrimSpace(strings.Join(parts, " ")) }
