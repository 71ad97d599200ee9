package account

import (
	"strings"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/lexicon"
)

// speaking is whoever a telling is the word of; nobody where the publication
// tells it itself. "Our" staff is that of whoever says so, and what a body writes
// down is its own word where it publishes it itself.
//
//	"“Our records say 31,” said Dr Almora" → Dr Almora
//	"our team counted 13 dead", "according to initial assessments", on a page of Red Lantern → Red Lantern
//	"No group has claimed the raid", "dozens reported dead" in a headline → nobody: the page tells of the raid
func speaking(t stemma.Telling, families Families) (stemma.Party, bool) {
	if t.Claim == nil || t.Claim.Source.Kind == stemma.SourceNone && len(t.Speakers) < 2 || len(t.Speakers) == 0 {
		return stemma.Party{}, false
	}
	speaker := who(t)
	if nobody(speaker.Name) || t.Title && !stemma.SaysWho(speaker.Name) && !stemma.IsPronoun(speaker.Name) {
		return stemma.Party{}, false
	}
	switch ours := first(speaker.Name); {
	case ours && t.Claim.Source.Relation == stemma.RelationMedium:
		return speaker, false
	case ours, t.Claim.Source.Kind == stemma.SourceDocument && speaker.Actor == "":
		return speaker, !organ(t.Voice, families.BodyOf(t.Voice))
	}
	return speaker, true
}

// nobody reports whether words say that there is none who says it.
//
//	"No group", "none of the guards", "nobody" → yes
func nobody(name string) bool {
	word, _, _ := strings.Cut(strings.ToLower(name), " ")
	return none[word]
}

// none are the words that say that there is nobody.
var none = lists.Set("none")

// eachSpeaker are tellings with each telling that several say together once for
// each of them.
//
//	"two officials and a rebel spokesman said" → the officials' and the spokesman's
func eachSpeaker(tellings []stemma.Telling) []stemma.Telling {
	var out []stemma.Telling
	for _, t := range tellings {
		out = append(out, firstOf(t))
		for _, p := range t.Beside {
			if p.Actor != "" || canSay(p.Name) {
				out = append(out, saidBy(t, p))
			}
		}
	}
	return out
}

// canSay reports whether a description may be one of somebody who says something: it
// is none of a place.
//
//	"two residents", "health partners" → yes; "a school" → no
func canSay(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return false
	}
	noun, book := words[headAt(words)-1], codebook.Open()
	_, speaks := lexicon.SourceNounOf(noun)
	return speaks || !book.In(noun, "building") && !book.In(noun, "territory")
}

// firstOf is a telling as the word of the first of those who say it together, by that
// name only.
//
//	"a doctors' group and two residents" → a doctors' group
func firstOf(t stemma.Telling) stemma.Telling {
	if len(t.Beside) == 0 || who(t).Actor != "" || t.Claim.Source.Name != who(t).Name {
		return t
	}
	i := strings.Index(t.Claim.Source.Name, t.Beside[0].Name)
	if i <= 0 {
		return t
	}
	name := strings.TrimRight(t.Claim.Source.Name[:i], " ,")
	name = strings.TrimRight(strings.TrimSuffix(name, " and"), " ,")
	claim := *t.Claim
	claim.Source.Name = name
	first := who(t)
	first.Name, first.Key, first.Body = name, stemma.Fold(name), stemma.Fold(name)
	t.Claim = &claim
	t.Speakers = append([]stemma.Party{first}, t.Speakers[1:]...)
	return t
}

// saidBy is a telling as the word of another party; who is only described has no
// name.
//
//	"two officials and a hospital source" → the source, unnamed
func saidBy(t stemma.Telling, p stemma.Party) stemma.Telling {
	claim := *t.Claim
	claim.Source = stemma.Source{Span: p.Span, Name: p.Name, Actor: p.Actor, Kind: stemma.SourceNamed}
	if p.Actor == "" || strings.ToLower(p.Name) == p.Name {
		claim.Source.Kind = stemma.SourceUnnamed
	}
	t.Claim = &claim
	t.Speakers = append([]stemma.Party{p}, t.Speakers[1:]...)
	return t
}

// who is the inmost speaker of a telling who does not speak of "our" people or
// papers, of staff or of nobody; nobody where there is no speaker.
//
//	the agency said it was appalled by reports that 22 had died → the agency
func who(t stemma.Telling) stemma.Party {
	switch {
	case len(t.Speakers) == 0:
		return stemma.Party{}
	case len(t.Speakers) > 1 && (first(t.Speakers[0].Name) || t.Speakers[0].Name == "" || ownStaff(t.Speakers[0])):
		return t.Speakers[1]
	}
	return t.Speakers[0]
}

// ownStaff reports whether a description is of people of whoever speaks of them.
//
//	Mara Kolbe said that "staff in the area", "its medical team" had confirmed it → yes; "a medic" → no
func ownStaff(p stemma.Party) bool {
	words := strings.Fields(strings.ToLower(p.Name))
	if p.Actor != "" && strings.ToLower(p.Name) != p.Name || len(words) == 0 {
		return false
	}
	head := headAt(words)
	return head == 1 && words[0] == "staff" || head > 1 && theirs[words[0]] && staff[words[head-1]]
}

// first reports whether words speak of somebody as of the speaker's own.
func first(name string) bool {
	word, _, _ := strings.Cut(strings.ToLower(name), " ")
	return word == "our" || word == "my"
}
