package account

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

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
	for i := range c.Accounts {
		words[i] = c.Accounts[i].names()
	}
	for i := range c.Accounts {
		a := &c.Accounts[i]
		if whole := c.wholes(i, words); len(whole) == 1 && !strings.HasPrefix(a.Body, "state:") {
			a.Body = whole[0]
		}
	}
}

// wholes are the bodies of the named accounts of whose names that of account i is a part.
func (c *Collection) wholes(i int, words [][]string) []string {
	var out []string
	for k, b := range c.Accounts {
		both := b.Kind == stemma.OriginNamed && c.Accounts[i].Kind == stemma.OriginNamed
		if both && fuller(words[k], words[i], k < i) && within(words[i], words[k]) && !owned(words[k], len(words[i])) {
			out = Insert(out, b.Body)
		}
	}
	return out
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

// within reports whether all words of one name stand in another.
func within(part, whole []string) bool {
	for _, w := range part {
		if !slices.Contains(whole, w) {
			return false
		}
	}
	return len(part) > 0
}
