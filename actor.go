package stemma

import "strings"

// An Actor is a state, group, body or person that acts or speaks in a document.
type Actor struct {
	ID        string // "a_…"
	Name      string // the book's name, else the fullest name on the page
	Book      string // key of its entry in the book of actors; "" if only this page knows it
	Kind      ActorKind
	Person    PersonKind // for persons
	Country   string     // ISO 3166-1 alpha-2
	MemberOf  string     // name of the body that it is part of
	LeaderOf  string
	SpeaksFor string
	Serves    string    // code of the state whose office it holds or that it speaks for by the book, though the page may not name either
	Issues    bool      // the page is its own: the book knows its outlet, or the agency that it credits, by another name
	Mentions  []Mention // in the order of the text
}

// ActorKind says what an actor is.
type ActorKind string

// The kinds of actor, as the books of actors and overlays write them.
const (
	KindState        ActorKind = "state"         // a country or its government as a whole: Iran, Damascus (the government)
	KindGovernment   ActorKind = "government"    // a ministry, a governor, an office of state
	KindStateForce   ActorKind = "state-force"   // army, police, border guard of a state
	KindArmedGroup   ActorKind = "armed-group"   // a named non-state armed organisation
	KindUnnamedGroup ActorKind = "unnamed-group" // "rebels", "gunmen", "foreign fighters"
	KindCoalition    ActorKind = "coalition"
	KindIGO          ActorKind = "igo"
	KindNGO          ActorKind = "ngo" // monitors, hospitals, charities
	KindAgency       ActorKind = "agency"
	KindOutlet       ActorKind = "outlet"
	KindParty        ActorKind = "party"  // a political party
	KindPeople       ActorKind = "people" // civilians, refugees, residents, a nation's people
	KindPerson       ActorKind = "person"
	KindOther        ActorKind = "other"
)

// PersonKind says in what role a person is on the page; the last three are
// masked in exports unless a decision names them (design.md, rule 10).
type PersonKind string

// The kinds of person.
const (
	PersonOffice       PersonKind = "office-holder"
	PersonCommander    PersonKind = "commander"
	PersonSpokesperson PersonKind = "spokesperson"
	PersonJournalist   PersonKind = "journalist"
	PersonVictim       PersonKind = "victim"
	PersonWitness      PersonKind = "witness"
	PersonOther        PersonKind = "other"
)

// Private reports whether the person's name stays inside the case by default.
func (k PersonKind) Private() bool {
	return k == PersonVictim || k == PersonWitness || k == PersonOther
}

// A Mention is one place where the page speaks of an actor.
type Mention struct {
	Span
	Form MentionForm
}

// IsPronoun reports whether a word only stands for somebody who is named
// elsewhere: "It", "they", "who".
func IsPronoun(word string) bool {
	switch strings.ToLower(word) {
	case "it", "he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "this", "that", "these", "those", "who", "whom", "which":
		return true
	}
	return false
}

// SaysWho reports whether words say who somebody is: a pronoun, a bare number and a
// measure do not.
//
//	"It", "17", "more than six", "forty metres", "forty others" → no; "gunmen", "six guards", "at least 40 others of the guard" → yes
func SaysWho(words string) bool {
	left := strings.FieldsFunc(strings.ToLower(words), func(c rune) bool { return strings.ContainsRune(" -–", c) })
	for len(left) > 0 && (amounts[left[0]] || strings.Trim(left[0], "0123456789.,%") == "") {
		left = left[1:]
	}
	if len(left) == 0 || len(left) == 1 && IsPronoun(left[0]) {
		return false
	}
	return !(measures[left[0]] && len(left) < len(strings.Fields(words)))
}

// amounts are the words that say how many and not who.
var amounts = wordSet(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
	nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozen dozens scores
	at least most more than less fewer about around nearly almost approximately roughly some over up to only another other others
	several many few all both a an the as`)

// measures are the units of length, weight and time.
var measures = wordSet("metre metres meter meters kilometre kilometres kilometer kilometers km mile miles yard yards foot feet tons tonnes percent times hours minutes days")

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// MentionForm says how a mention names its actor.
type MentionForm string

// The forms of mention.
const (
	FormName        MentionForm = "name"        // "Hassan Nasrallah", "Hezbollah", "Damascus" for the government
	FormDescription MentionForm = "description" // "its leader", "the group", "rebels"
	FormPronoun     MentionForm = "pronoun"     // "he", "it", "they"
)
