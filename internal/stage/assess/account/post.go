package account

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// standing reports whether a source without a name is known all the same: a body,
// the holder of a post, one document. Whoever hides behind "a" or a plural is not.
//
//	"police", "the mayor's office", "the harbour master", "a ministry spokesman", "the death certificates" → yes
//	"a duty officer", "two officials", "the official", "relatives", "footage", "a rebel spokesman" → no
func standing(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return false
	}
	article, end := words[0], headAt(words)
	noun := words[end-1]
	if theirs[article] {
		return false
	}
	if vague[article] || lexicon.IsNumeral(article) {
		return lexicon.Post(noun) == lexicon.PostVoice && end > 2 && !IsPerson(words[end-2])
	}
	switch lexicon.Post(noun) {
	case lexicon.PostVoice, lexicon.PostKinds:
		return end > 2 || end < len(words) && article == "the"
	case lexicon.PostTitle:
		return true
	}
	return standsAlone(noun, article == "the")
}

// standsAlone reports whether the noun of a source is a body's, or, with its article, that
// of one document.
//
//	"police", "the death certificates" → yes; "relatives", "footage" → no
func standsAlone(noun string, the bool) bool {
	source, known := lexicon.SourceNounOf(noun)
	if !known {
		source, known = lexicon.SourceNounOf(strings.TrimSuffix(noun, "s"))
		return known && the && source.Kind == lexicon.NounDocument
	}
	return source.Kind == lexicon.NounBody && source.Relation != stemma.RelationVictim || source.Kind == lexicon.NounDocument && the
}

// IsPerson reports whether a noun is somebody and no body: whoever speaks for
// somebody unknown is unknown.
//
//	"rebel", "activist" → yes; "ministry", "police" → no
func IsPerson(noun string) bool {
	n, ok := lexicon.SourceNounOf(noun)
	return ok && n.Kind == lexicon.NounPerson
}

// vague are the words that begin a description of somebody unknown.
var vague = lists.Set("vague")

// theirs are the words that begin a description by somebody else, named before.
var theirs = lists.Set("theirs")

// headAt is the place after the head of a description: before "of", "in" and the
// like.
func headAt(words []string) int {
	i := slices.IndexFunc(words[1:], func(w string) bool { return joining[w] })
	if i < 0 {
		return len(words)
	}
	return i + 1
}

// Joins reports whether a word stands behind the head of a description: "of", "in".
func Joins(word string) bool { return joining[word] }

// joining are those words.
var joining = lists.Set("joining")

// insider reports whether somebody without a name whom the organ of a body quotes
// speaks for that body: it names no one else's officials so, and no one else's
// commanders.
//
//	"a military source", "a source at the Interior Ministry", of the state agency → yes; "residents", "a Veskan official" → no
//	"the Column’s commander", "a spokesman", of the Front's radio → yes; "a military source" → no
func insider(p stemma.Party, body string) bool {
	code, isState := strings.CutPrefix(body, "state:")
	if p.Country != "" && p.Country != code {
		return false
	}
	words := strings.Fields(strings.ToLower(p.Name))
	if !isState {
		noun := words[headAt(words)-1]
		source, _ := lexicon.SourceNounOf(noun)
		voice := lexicon.Post(noun) == lexicon.PostVoice || lexicon.Post(noun) == lexicon.PostKinds && source.Relation == stemma.RelationParty
		return voice && !slices.ContainsFunc(words, func(w string) bool { return stately[w] })
	}
	return slices.ContainsFunc(words, func(w string) bool {
		noun, ok := lexicon.SourceNounOf(w)
		return ok && (noun.Relation == stemma.RelationOfficial || noun.Relation == stemma.RelationParty)
	})
}

// stately are the words that say that somebody is a state's.
var stately = lists.Set("stately")

// inOffice reports whether a page calls somebody by an office or a force of a state, and
// by nothing that another side has.
//
//	"Catherine Anene, a police spokeswoman", "Governor Webo" → yes; "a former minister", "the rebel military spokesman" → no
func inOffice(p stemma.Party) bool {
	words := strings.Fields(p.Calling)
	return slices.ContainsFunc(words, func(w string) bool { return stately[w] || lexicon.Post(w) == lexicon.PostTitle && official(w) }) &&
		!slices.ContainsFunc(words, func(w string) bool { return elsewhere[w] })
}

// office reports whether a publication is called what only an office of a state is.
//
//	"Ministry of Security of Orvane", "Office of the Governor", "Nolde Police" → yes; "Nolde Police Watch", "Free Army" → no
func office(outlet string) bool {
	words := strings.Fields(strings.ToLower(strings.NewReplacer("’s", "", "'s", "").Replace(outlet)))
	if len(words) == 0 {
		return false
	}
	noun := words[headAt(words)-1]
	return offices[noun] || noun == "office" && slices.ContainsFunc(words, func(w string) bool { return lexicon.Post(w) == lexicon.PostTitle && official(w) })
}

// offices are the words for what only a state has.
var offices = lists.Set("offices")

// allOf reports whether a source is all of the fighters of a body that is known, and not
// some of them.
//
//	"Salt Front rebels", "the Front's fighters" → yes; "two Salt Front rebels", "rebels", "a Front fighter" → no
func allOf(p stemma.Party) bool {
	words := strings.Fields(strings.ToLower(p.Name))
	if p.Kind != stemma.KindUnnamedGroup || p.Body == p.Key || strings.HasPrefix(p.Body, "state:") || len(words) < 2 {
		return false
	}
	noun := words[len(words)-1]
	source, known := lexicon.SourceNounOf(strings.TrimSuffix(noun, "s"))
	return known && source.Relation == stemma.RelationParty && strings.HasSuffix(noun, "s") && !vague[words[0]] && !theirs[words[0]] && !lexicon.IsNumeral(words[0])
}

// official reports whether a noun is for somebody who speaks for a state: "minister".
func official(noun string) bool {
	source, _ := lexicon.SourceNounOf(noun)
	return source.Relation == stemma.RelationOfficial
}

// elsewhere are the words that say that somebody is in no office of the state.
var elsewhere = lists.Set("elsewhere")

// ofState reports whether a standing source without a country is an organ of the
// state on whose ground the thing happened.
//
//	"police", "the governor", "the army", "a palace spokesman", "Arvonian state television" → yes; "the hospital", "a rebel spokesman", "the rebel army" → no
func ofState(p stemma.Party) bool {
	if p.Kind == stemma.KindArmedGroup {
		return false // "Islamic State"
	}
	words := strings.Fields(strings.ToLower(p.Name))
	if p.Kind == stemma.KindGovernment || p.Kind == stemma.KindStateForce || slices.Contains(words, "state") || slices.Contains(words, "state-run") {
		return true
	}
	end := headAt(words)
	if lexicon.Post(words[end-1]) == lexicon.PostVoice {
		end--
	}
	head := words[max(end, 1)-1]
	noun, ok := lexicon.SourceNounOf(head)
	return ok && (noun.Relation == stemma.RelationOfficial || stately[head] && len(words) < 3)
}
