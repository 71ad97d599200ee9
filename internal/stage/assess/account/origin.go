package account

import (
	"cmp"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

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
	body, issuer := families.BodyOf(speaker), families.BodyOf(t.Voice)
	unknown := hidden(t, speaker, body) && !standing(speaker.Name)
	switch {
	case (unknown || speaker.Actor == "") && organ(t.Voice, issuer) && insider(speaker, issuer):
		body = issuer
	case unknown:
		return unnamed(t, speaker, body, families)
	}
	body = stateFor(t, speaker, body, families)
	return Account{Body: body, speaker: speaker, Account: stemma.Account{
		Origin: "named:" + body, Name: shown(speaker), Kind: stemma.OriginNamed, Relation: t.Claim.Source.Relation,
	}}
}

// hidden reports whether a telling does not say by name who speaks; whoever speaks of "our"
// people says it of himself.
func hidden(t stemma.Telling, speaker stemma.Party, body string) bool {
	source := t.Claim.Source
	unnamed := source.Kind == stemma.SourceUnnamed && speaker == t.Speakers[0] && !first(source.Name) && !allOf(speaker)
	return unnamed || body == "" || nameless(speaker)
}

// stateFor is the body of a speaker, or the state that he speaks for without its name.
//
//	"the Orvanians say" → Orvane; "police said", of a raid in Orvane → Orvane
func stateFor(t stemma.Telling, speaker stemma.Party, body string, families Families) string {
	people := speaker.Kind == stemma.KindPeople && !strings.Contains(stemma.Fold(speaker.Name), " ")
	switch {
	case people && speaker.Country != "":
		return "state:" + speaker.Country
	case speaker.Country == "" && body == stemma.Fold(speaker.Name) && (ofState(speaker) || inOffice(speaker)):
		return cmp.Or(stateOf(t.Scenes), families.ground, body)
	}
	return body
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

// ownVoice is the page's own. The medium of a state or of a group speaks for it in what
// that has a part in; of others' affairs it reports as any outlet does.
//
//	the Front's radio, of a raid on the Front → the Front; Marlen state television, of a bombing in Orvane → its own voice
//	the Ministry of Security, that no book knows, of a raid in Orvane → Orvane
//	a page of the Valley League, for which a spokesman speaks on another page → the League
func ownVoice(t stemma.Telling, families Families) Account {
	if state := cmp.Or(stateOf(t.Scenes), families.ground); state != "" && t.Voice.Name == "" && t.Agency == "" && office(t.Outlet) {
		return Account{Body: state, voice: true, Account: stemma.Account{Origin: "named:" + state, Name: t.Outlet, Kind: stemma.OriginNamed}}
	}
	if issuer := stemma.Fold(t.Outlet); t.Voice.Name == "" && t.Agency == "" && families.issues(issuer) {
		return Account{Body: issuer, voice: true, Account: stemma.Account{Origin: "named:" + issuer, Name: t.Outlet, Kind: stemma.OriginNamed}}
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
