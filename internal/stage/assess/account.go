package assess

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// An account is what one origin says of an incident, with the body that it
// belongs to and the tellings it stands on.
type account struct {
	stemma.Account
	body     string // party that it speaks for, "" for own voices
	tellings []stemma.Telling
	history  bool // every telling is background
	voice    bool // every telling is in a publication's own voice
	echo     bool // … that only repeats what is attributed beside it
}

// A collection is the accounts of one incident.
type collection struct {
	incident stemma.Incident
	accounts []account
}

// collect sorts the tellings of an incident by who stands behind them.
func collect(incident stemma.Incident, tellings []stemma.Telling, families Families) collection {
	byOrigin := map[string]*account{}
	for _, t := range tellings {
		a := origin(t, families)
		if known := byOrigin[a.Origin]; known != nil {
			known.voice = known.voice && a.voice
			known.add(t)
			continue
		}
		a.add(t)
		byOrigin[a.Origin] = &a
	}
	c := collection{incident: incident}
	for _, a := range byOrigin {
		c.accounts = append(c.accounts, *a)
	}
	slices.SortFunc(c.accounts, func(a, b account) int {
		return cmp.Or(cmp.Compare(rank[a.Kind], rank[b.Kind]), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Origin, b.Origin))
	})
	c.unify()
	c.markHistory()
	c.markEchoes(families)
	return c
}

// unify gives one body to named accounts of which one has a part of the other's
// name, if it is part of no third.
//
//	"the Observatory" / "Meridian Observatory for Human Rights", "Sato" / "Kenji Sato" → one each
func (c *collection) unify() {
	words := make([][]string, len(c.accounts))
	for i, a := range c.accounts {
		words[i] = a.names()
	}
	for i := range c.accounts {
		a, whole := &c.accounts[i], map[string]bool{}
		for k, b := range c.accounts {
			if a.Kind == stemma.OriginNamed && b.Kind == stemma.OriginNamed && fuller(words[k], words[i], k < i) && within(words[i], words[k]) {
				whole[b.body] = true
			}
		}
		for body := range whole {
			if len(whole) == 1 && !strings.HasPrefix(a.body, "state:") {
				a.body = body
			}
		}
	}
}

// fuller reports whether one name says more than another, or as much and comes
// first.
func fuller(whole, part []string, first bool) bool {
	return len(whole) > len(part) || len(whole) == len(part) && first
}

// names are the words of an account's name, without what is said of it after or
// before.
//
//	"Sef Almora from the Harbour Brigade", "the envoy to Nurash, Sef Almora" → sef almora
func (a *account) names() []string {
	name := a.Name
	if t := a.tellings[0]; !a.voice && len(t.Speakers) > 0 {
		name = t.Speakers[0].Name // unmasked
	}
	if i := strings.LastIndex(name, ", "); i >= 0 && fullName(name[i+2:]) {
		name = name[i+2:]
	}
	words := strings.Fields(stemma.Fold(name))
	if len(words) == 0 {
		return nil
	}
	return words[:headAt(words)]
}

// fullName reports whether some words are the name of a person: two or more, all
// capitalised.
func fullName(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return strings.ToLower(w[:1]) == w[:1] })
}

func within(part, whole []string) bool {
	for _, w := range part {
		if !slices.Contains(whole, w) {
			return false
		}
	}
	return len(part) > 0
}

var rank = map[stemma.OriginKind]int{stemma.OriginNamed: 0, stemma.OriginUnnamed: 1, stemma.OriginOwnVoice: 2}

// add puts a telling to an account; its lists stay sorted and distinct.
func (a *account) add(t stemma.Telling) {
	a.tellings = append(a.tellings, t)
	if t.Event.ID != "" { // a bare figure belongs to no event
		a.Events = insert(a.Events, t.Event.ID)
	}
	a.Documents = insert(a.Documents, t.Document)
	if t.Claim != nil {
		a.Claims = insert(a.Claims, t.Claim.ID)
	}
}

func insert(all []string, s string) []string {
	if i, found := slices.BinarySearch(all, s); !found {
		all = slices.Insert(all, i, s)
	}
	return all
}

// origin is where the chain behind a telling ends.
//
//	"sources told the Courier" → the Courier's unnamed sources
//	"the ministry's spokesman said", "the Orvanians say" → the state
//	told by nobody → the own voice of the publication's family; on a page of the Front's radio, the Front
func origin(t stemma.Telling, families Families) account {
	if t.Claim == nil || t.Claim.Source.Kind == stemma.SourceNone || len(t.Speakers) == 0 {
		return ownVoice(t, families)
	}
	source, speaker := t.Claim.Source, t.Speakers[0]
	body := families.bodyOf(speaker)
	hidden := source.Kind == stemma.SourceUnnamed || body == "" || nameless(speaker)
	if hidden && !standing(speaker.Name) {
		return unnamed(t, speaker, body, families)
	}
	if speaker.Kind == stemma.KindPeople && speaker.Country != "" && !strings.Contains(stemma.Fold(speaker.Name), " ") {
		body = "state:" + speaker.Country
	}
	if speaker.Country == "" && body == stemma.Fold(speaker.Name) && ofState(speaker) {
		body = cmp.Or(stateOf(t.Scenes), body)
	}
	return account{body: body, Account: stemma.Account{
		Origin: "named:" + body, Name: shown(speaker), Kind: stemma.OriginNamed, Relation: source.Relation,
	}}
}

// stateOf is the state in which something happened, "" if none is known.
func stateOf(scenes []stemma.Scene) string {
	for _, s := range scenes {
		if s.Place.Country != "" {
			return "state:" + s.Place.Country
		}
	}
	return ""
}

// nameless reports whether a source that counts as named has no name after all:
// several words of which none but the first is capitalised are a description.
//
//	"media reports", "Footage of the strike" → yes
func nameless(p stemma.Party) bool {
	first, rest, several := strings.Cut(p.Name, " ")
	return p.Actor == "" && strings.ToLower(rest) == rest && (several || strings.ToLower(first) == first)
}

// shown is a party's name as it may leave the case: a private person's is
// hidden, wherever it is printed; a description is no name.
//
//	"Mara Odel" → "████ ████"; "a sergeant" → "a sergeant"
func shown(p stemma.Party) string {
	if p.Kind == stemma.KindPerson && p.Person.Private() && !described(p.Name) {
		return stemma.HideNames(p.Name, []string{p.Name})
	}
	return p.Name
}

// described reports whether words begin with an article and hold no name.
func described(words string) bool {
	article, _, _ := strings.Cut(words, " ")
	return (article == "a" || article == "an" || article == "the") && strings.ToLower(words) == words
}

func ownVoice(t stemma.Telling, families Families) account {
	if body := families.bodyOf(t.Voice); organ(t.Voice, body) {
		return account{body: body, voice: true, Account: stemma.Account{
			Origin: "named:" + body, Name: t.Voice.Name, Kind: stemma.OriginNamed,
		}}
	}
	return account{voice: true, Account: stemma.Account{
		Origin: "publication:" + families.Of(t.Document), Name: cmp.Or(t.Agency, t.Outlet, "the page"), Kind: stemma.OriginOwnVoice,
	}}
}

// organ reports whether a publication speaks for a body: one that issues its own
// news, or the medium of one.
//
//	a press statement of the Joint Command, the Front's radio, a state agency → yes; the Harbour Times → no
func organ(voice stemma.Party, body string) bool {
	switch voice.Kind {
	case "", stemma.KindPerson, stemma.KindPeople, stemma.KindOther, stemma.KindUnnamedGroup:
		return false
	case stemma.KindAgency, stemma.KindOutlet:
		return body != stemma.Fold(voice.Name)
	}
	return true
}

// unnamed is one group of one outlet or agency: "two officials", "the
// officials" and "one of the officials" are told apart by nothing.
func unnamed(t stemma.Telling, speaker stemma.Party, body string, families Families) account {
	group := "unnamed:" + families.Of(t.Document) + ":" + head(speaker.Name)
	out := account{Account: stemma.Account{
		Origin: group, Name: speaker.Name, Kind: stemma.OriginUnnamed, Relation: t.Claim.Source.Relation,
	}}
	if strings.HasPrefix(body, "state:") {
		out.body = body
	}
	return out
}

// head is the last word of a description before "of", "in" and the like, its
// plural taken off.
func head(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return ""
	}
	end := headAt(words)
	if end >= 2 && end < len(words) && words[end-1] == "one" {
		return strings.TrimSuffix(words[len(words)-1], "s")
	}
	if strings.HasPrefix(strings.ToLower(name), "one of ") {
		return strings.TrimSuffix(words[len(words)-1], "s")
	}
	return strings.TrimSuffix(words[end-1], "s")
}

// bodies maps the names of states and of their offices to the body that all of
// them are, so that an agency "of Maravand", Maravand's army and its spokesman
// are one.
func bodies(tellings []stemma.Telling) map[string]string {
	out := map[string]string{}
	for _, t := range tellings {
		for _, p := range slices.Concat(t.Actors, t.Recipients, t.Speakers) {
			if strings.HasPrefix(p.Body, "state:") && p.Kind != stemma.KindPerson && p.Key != "" {
				out[strings.ToLower(p.Name)], out[p.Key] = p.Body, p.Body
			}
		}
	}
	return out
}

// markHistory finds the accounts that only mention the incident as history;
// where there is nothing else they count like any.
func (c *collection) markHistory() {
	all := true
	for i := range c.accounts {
		a := &c.accounts[i]
		a.history = !slices.ContainsFunc(a.tellings, func(t stemma.Telling) bool { return t.Event.Modality != stemma.Background })
		all = all && a.history
	}
	for i := range c.accounts {
		c.accounts[i].history = c.accounts[i].history && !all
	}
}

// markEchoes finds own voices that add nothing to what the same pages attribute:
// a bare headline or lead is the same news as the sentence under it that names
// its source.
func (c *collection) markEchoes(families Families) {
	for i := range c.accounts {
		a := &c.accounts[i]
		if a.voice {
			attributed := c.attributed(a.Documents, families)
			a.echo = len(attributed) > 0 && !slices.ContainsFunc(a.tellings, func(t stemma.Telling) bool { return adds(t, attributed) })
		}
	}
}

// attributed are the tellings that the same family of pages gives to a source.
func (c *collection) attributed(documents []string, families Families) []stemma.Telling {
	var out []stemma.Telling
	for _, a := range c.accounts {
		for _, t := range a.tellings {
			if !a.voice && t.Event.Modality != stemma.Denied && sameFamily(t.Document, documents, families) {
				out = append(out, t)
			}
		}
	}
	return out
}

func sameFamily(document string, documents []string, families Families) bool {
	return slices.ContainsFunc(documents, func(d string) bool { return families.Of(d) == families.Of(document) })
}

// adds reports whether a telling has a number or a known party hit that none of
// the attributed ones has; people and things are called by many words.
func adds(t stemma.Telling, attributed []stemma.Telling) bool {
	if t.Title {
		return false
	}
	for _, q := range t.Quantities {
		if !slices.ContainsFunc(attributed, func(o stemma.Telling) bool { return hasCount(o, q) }) {
			return true
		}
	}
	for _, p := range t.Recipients {
		if known(p) && !slices.ContainsFunc(attributed, func(o stemma.Telling) bool { return hasParty(o.Recipients, p) }) {
			return true
		}
	}
	return false
}

// known reports whether a party is one that is called by its name.
//
//	"the Harbour Brigade" → yes; "a rebel-held town", "31 people" → no
func known(p stemma.Party) bool {
	return p.Actor != "" && p.Kind != stemma.KindPeople && p.Kind != stemma.KindUnnamedGroup
}

func hasCount(t stemma.Telling, q stemma.Count) bool {
	return slices.ContainsFunc(t.Quantities, func(o stemma.Count) bool { return o.What == q.What && o.Low == q.Low })
}

func hasParty(all []stemma.Party, p stemma.Party) bool {
	return slices.ContainsFunc(all, func(o stemma.Party) bool { return o.Body == p.Body })
}

// public are the accounts as they leave the room.
func (c collection) public() []stemma.Account {
	out := make([]stemma.Account, 0, len(c.accounts))
	for _, a := range c.accounts {
		shown := a.Account
		shown.Origin = shownOrigin(a)
		out = append(out, shown)
	}
	return out
}

// shownOrigin is the smallest actor id that bears the origin, or the key of an
// own voice or unnamed group.
func shownOrigin(a account) string {
	best := ""
	for _, t := range a.tellings {
		if a.Kind == stemma.OriginNamed && len(t.Speakers) > 0 {
			if id := t.Speakers[0].Actor; id != "" && (best == "" || id < best) {
				best = id
			}
		}
	}
	return cmp.Or(best, a.Origin)
}
