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

	"stemma"
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

// rank is the order in which accounts are listed.
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

// Acts reports whether a body is told to have done what a telling tells.
func Acts(t stemma.Telling, body string) bool {
	return slices.ContainsFunc(t.Actors, func(p stemma.Party) bool { return p.Body == body })
}

// OneBody reports whether two accounts are the word of one body.
func (c Collection) OneBody(a, b int) bool {
	return a == b || c.Accounts[a].Body != "" && c.Accounts[a].Body == c.Accounts[b].Body
}
