// Package account sorts what is told of one incident by who stands behind it, and says
// what each of them gives for each field, and how many origins that makes. In: an
// incident, its tellings, the families of the documents that they stand in; out: its
// accounts, with their values.
//
//	"five dead", the ministry says; its spokesman: "five dead"; a clinic: "eleven" → two accounts, two values of "killed"
package account

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// An Account is what one origin says of an incident, with the body that it
// belongs to and the tellings it stands on.
type Account struct {
	stemma.Account
	Body     string // party that it speaks for, "" for own voices
	Tellings []stemma.Telling
	History  bool         // every telling is background
	voice    bool         // every telling is in a publication's own voice
	echo     bool         // … that only repeats what is attributed beside it
	headline bool         // a headline's word for somebody whom the report names
	without  []string     // what a report calls it before it names it
	speaker  stemma.Party // whose words they are, as the account is called
}

// A Collection is the accounts of one incident.
type Collection struct {
	Incident stemma.Incident
	Accounts []Account
}

// Tellings are those of all accounts, each with the number of its account.
func (c Collection) Tellings() iter.Seq2[int, *stemma.Telling] {
	return func(yield func(int, *stemma.Telling) bool) {
		for i, a := range c.Accounts {
			for k := range a.Tellings {
				if !yield(i, &a.Tellings[k]) {
					return
				}
			}
		}
	}
}

// Collect sorts the tellings of an incident by who stands behind them.
func Collect(incident stemma.Incident, tellings []stemma.Telling, families Families) Collection {
	byOrigin := map[string]*Account{}
	for _, t := range eachSpeaker(tellings) {
		a := origin(t, families)
		if known := byOrigin[a.Origin]; known != nil {
			known.voice = known.voice && a.voice
			known.call(a)
			known.add(t)
			continue
		}
		a.add(t)
		byOrigin[a.Origin] = &a
	}
	c := Collection{Incident: incident}
	for _, a := range byOrigin {
		c.Accounts = append(c.Accounts, *a)
	}
	slices.SortFunc(c.Accounts, func(a, b Account) int {
		return cmp.Or(cmp.Compare(rank[a.Kind], rank[b.Kind]), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Origin, b.Origin))
	})
	c.unify()
	c.mergeIntroduced()
	c.markHistory()
	c.markEchoes(families)
	c.markHeadlines()
	return c
}

// call gives an account the name of another of the same origin that says better
// who it is: a body's before a person's, both before mere words.
//
//	"Rami Odel", "its director", "Sull Observatory" → Sull Observatory
func (a *Account) call(other Account) {
	if calling(other.speaker) > calling(a.speaker) {
		a.Name, a.Relation, a.speaker = other.Name, cmp.Or(other.Relation, a.Relation), other.speaker
	}
}

// calling says how well a name says who speaks.
func calling(p stemma.Party) int {
	switch {
	case p.Actor == "", strings.ToLower(p.Name) == p.Name:
		return 0
	case p.Kind == stemma.KindPerson:
		return 1
	}
	return 2
}

// unify gives one body to named accounts of which one has a part of the other's
// name, if it is part of no third.
//
//	"the Observatory" / "Meridian Observatory for Human Rights", "Sato" / "Kenji Sato" → one each
func (c *Collection) unify() {
	words := make([][]string, len(c.Accounts))
	for i, a := range c.Accounts {
		words[i] = a.names()
	}
	for i := range c.Accounts {
		a, whole := &c.Accounts[i], map[string]bool{}
		for k, b := range c.Accounts {
			if a.Kind == stemma.OriginNamed && b.Kind == stemma.OriginNamed && fuller(words[k], words[i], k < i) && within(words[i], words[k]) && !owned(words[k], len(words[i])) {
				whole[b.Body] = true
			}
		}
		for body := range whole {
			if len(whole) == 1 && !strings.HasPrefix(a.Body, "state:") {
				a.Body = body
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
// before; of whoever leads or speaks for a body, the body's.
//
//	"Sef Almora from the Harbour Brigade", "the envoy to Nurash, Sef Almora" → sef almora
//	"the head of the Observatory", "the report by the Observatory", "the Observatory’s director", "the Observatory’s medical team" → observatory
func (a *Account) names() []string {
	name := cmp.Or(a.speaker.Name, a.Name) // the first is not masked
	if i := strings.LastIndex(name, ", "); i >= 0 && fullName(name[i+2:]) {
		name = name[i+2:]
	}
	words := strings.Fields(stemma.Fold(name))
	if len(words) == 0 {
		return nil
	}
	head := headAt(words)
	if owner := slices.Index(words, "s"); owner > 0 && owner < head && (standsFor(words[head-1], "by") || staff[words[head-1]]) {
		return words[:owner]
	}
	if head+1 < len(words) && standsFor(words[head-1], words[head]) {
		rest := strings.Fields(stemma.Fold(strings.Join(words[head+1:], " ")))
		return rest[:headAt(rest)]
	}
	return words[:head]
}

// standsFor reports whether a noun with what joins it to a name is another word for
// that name.
//
//	"the head of", "the spokesman for", "the report by" → yes; "the hospital in" → no
func standsFor(noun, joint string) bool {
	post := lexicon.Post(noun)
	source, known := lexicon.SourceNounOf(noun)
	return post == lexicon.PostKinds || post == lexicon.PostVoice || known && source.Kind == lexicon.NounDocument && joint == "by"
}

// fullName reports whether some words are the name of a person: two or more, all
// capitalised.
func fullName(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return strings.ToLower(w[:1]) == w[:1] })
}

// owned reports whether the first words of a name say only whose somebody is.
//
//	"red lantern s landlord", the first two → yes
func owned(name []string, n int) bool { return len(name) > n && name[n] == "s" }

// staff are the words for those who work for a body and speak as it does.
var staff = lists.Set("staff")

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
func (a *Account) add(t stemma.Telling) {
	a.Tellings = append(a.Tellings, t)
	if t.Event.ID != "" { // a bare figure belongs to no event
		a.Events = Insert(a.Events, t.Event.ID)
	}
	a.Documents = Insert(a.Documents, t.Document)
	if t.Claim != nil {
		a.Claims = Insert(a.Claims, t.Claim.ID)
	}
}

// Insert puts a word into a sorted list that has each word once.
func Insert(all []string, s string) []string {
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
func origin(t stemma.Telling, families Families) Account {
	speaker, ok := speaking(t, families)
	if !ok {
		return ownVoice(t, families)
	}
	source, body := t.Claim.Source, families.BodyOf(speaker)
	hidden := source.Kind == stemma.SourceUnnamed && !first(source.Name) && !allOf(speaker) || body == "" || nameless(speaker)
	switch issuer := families.BodyOf(t.Voice); {
	case (hidden && !standing(speaker.Name) || speaker.Actor == "") && organ(t.Voice, issuer) && insider(speaker, issuer):
		body = issuer
	case hidden && !standing(speaker.Name):
		return unnamed(t, speaker, body, families)
	}
	if speaker.Kind == stemma.KindPeople && speaker.Country != "" && !strings.Contains(stemma.Fold(speaker.Name), " ") {
		body = "state:" + speaker.Country
	}
	if speaker.Country == "" && body == stemma.Fold(speaker.Name) && (ofState(speaker) || inOffice(speaker)) {
		body = cmp.Or(stateOf(t.Scenes), families.ground, body)
	}
	return Account{Body: body, speaker: speaker, Account: stemma.Account{
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
// several words of which none but the first is capitalised are a description; so is
// a number of people whom a pronoun takes up.
//
//	"media reports", "Footage of the strike", "they" of "two local officials" → yes
func nameless(p stemma.Party) bool {
	first, rest, several := strings.Cut(p.Name, " ")
	if several && strings.ToLower(rest) == rest && (vague[strings.ToLower(first)] || lexicon.IsNumeral(strings.ToLower(first))) {
		return true
	}
	return p.Actor == "" && strings.ToLower(rest) == rest && (several || strings.ToLower(first) == first)
}

// shown is a party's name as it may leave the case: a private person's is
// hidden, wherever it is printed; of a description, the names in it but no place.
//
//	"Mara Odel" → "████ ████"; "a sergeant" → "a sergeant"
//	"a cousin of Moen" → "a cousin of ████"; "a teacher in Dorvat" → "a teacher in Dorvat"
//	"a fighter from the Orsa Front" → as it stands: a person's name has no article, that of a family has
func shown(p stemma.Party) string {
	if p.Kind != stemma.KindPerson || !p.Person.Private() {
		return p.Name
	}
	words := strings.Fields(p.Name)
	if len(words) == 0 || !described(words[0]) {
		return stemma.HideNames(p.Name, []string{p.Name})
	}
	open := false // in the name of a place or a body, which may have several words
	for i := 1; i < len(words); i++ {
		capital := strings.ToLower(words[i]) != words[i]
		open = capital && (open || whereabouts[words[i-1]] || words[i-1] == "the" && !slices.ContainsFunc(words[i:], func(w string) bool { return household[w] }))
		if capital && !open {
			words[i] = stemma.HideNames(words[i], []string{words[i]})
		}
	}
	return strings.Join(words, " ")
}

// described reports whether a description begins with a word, an article or whose it is:
// "a sergeant", "her mother".
func described(first string) bool {
	first = strings.ToLower(first)
	return article[first] || belonging[first]
}

var (
	belonging   = map[string]bool{"his": true, "her": true, "their": true, "one": true}
	household   = lists.Set("household")
	whereabouts = lists.Set("whereabouts")
)

// ownVoice is the page's own. The medium of a state or of a group speaks for it in what
// that has a part in; of others' affairs it reports as any outlet does.
//
//	the Front's radio, of a raid on the Front → the Front; Marlen state television, of a bombing in Orvane → its own voice
//	the Ministry of Security, that no book knows, of a raid in Orvane → Orvane
func ownVoice(t stemma.Telling, families Families) Account {
	if state := cmp.Or(stateOf(t.Scenes), families.ground); state != "" && t.Voice.Name == "" && t.Agency == "" && office(t.Outlet) {
		return Account{Body: state, voice: true, Account: stemma.Account{Origin: "named:" + state, Name: t.Outlet, Kind: stemma.OriginNamed}}
	}
	body := families.BodyOf(t.Voice)
	medium := t.Voice.Kind == stemma.KindAgency || t.Voice.Kind == stemma.KindOutlet
	if organ(t.Voice, body) && (!medium || families.parts[body]) {
		return Account{Body: body, voice: true, Account: stemma.Account{
			Origin: "named:" + body, Name: t.Voice.Name, Kind: stemma.OriginNamed,
		}}
	}
	return Account{voice: true, Account: stemma.Account{
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
func unnamed(t stemma.Telling, speaker stemma.Party, body string, families Families) Account {
	group := "unnamed:" + families.Of(t.Document) + ":" + head(speaker.Name)
	out := Account{Account: stemma.Account{Name: speaker.Name, Kind: stemma.OriginUnnamed, Relation: t.Claim.Source.Relation}}
	if strings.HasPrefix(body, "state:") {
		out.Body = body
		group += " of " + body // officials of two states are two
	}
	out.Origin = group
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

// markHistory finds the accounts that only mention the incident as history;
// where there is nothing else they count like any.
func (c *Collection) markHistory() {
	all := true
	for i := range c.Accounts {
		a := &c.Accounts[i]
		a.History = !slices.ContainsFunc(a.Tellings, func(t stemma.Telling) bool { return t.Event.Modality != stemma.Background })
		all = all && a.History
	}
	for i := range c.Accounts {
		c.Accounts[i].History = c.Accounts[i].History && !all
	}
}

// Public are the accounts as they leave the room.
func (c Collection) Public() []stemma.Account {
	out := make([]stemma.Account, 0, len(c.Accounts))
	for _, a := range c.Accounts {
		shown := a.Account
		shown.Origin = shownOrigin(a)
		out = append(out, shown)
	}
	return out
}

// shownOrigin is the smallest actor id that bears the origin, or the key of an
// own voice or unnamed group.
func shownOrigin(a Account) string {
	best := ""
	for _, t := range a.Tellings {
		if a.Kind == stemma.OriginNamed {
			if id := who(t).Actor; id != "" && (best == "" || id < best) {
				best = id
			}
		}
	}
	return cmp.Or(best, a.Origin)
}

// Acts reports whether a body is told to have done what a telling tells.
func Acts(t stemma.Telling, body string) bool {
	return slices.ContainsFunc(t.Actors, func(p stemma.Party) bool { return p.Body == body })
}

// OneBody reports whether two accounts are the word of one body.
func (c Collection) OneBody(a, b int) bool {
	return a == b || c.Accounts[a].Body != "" && c.Accounts[a].Body == c.Accounts[b].Body
}
