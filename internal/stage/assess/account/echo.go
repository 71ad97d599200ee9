package account

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// markEchoes finds own voices that add nothing to what the same pages attribute:
// a bare headline or lead is the same news as the sentence under it that names
// its source. A body that issues the page itself gives its own word.
func (c *Collection) markEchoes(families Families) {
	for i := range c.Accounts {
		a := &c.Accounts[i]
		if a.voice && a.Kind == stemma.OriginOwnVoice {
			attributed := c.attributed(a.Documents, families)
			a.echo = len(attributed) > 0 && !slices.ContainsFunc(a.Tellings, func(t stemma.Telling) bool { return adds(t, attributed) })
		}
	}
}

// attributed are the tellings that the same family of pages gives to a source.
func (c *Collection) attributed(documents []string, families Families) []stemma.Telling {
	var out []stemma.Telling
	for _, a := range c.Accounts {
		for _, t := range a.Tellings {
			if !a.voice && t.Event.Modality != stemma.Denied && sameFamily(t.Document, documents, families) {
				out = append(out, t)
			}
		}
	}
	return out
}

// sameFamily reports whether a document is of the family of some others.
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
		if !slices.ContainsFunc(attributed, func(o stemma.Telling) bool { return HasCount(o, q) }) {
			return true
		}
	}
	for _, p := range t.Recipients {
		if known(p) && !slices.ContainsFunc(attributed, func(o stemma.Telling) bool { return HasParty(o.Recipients, p) }) {
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

// HasCount reports whether a telling gives a figure.
//
//	"nine were killed" gives nine killed → yes
func HasCount(t stemma.Telling, q stemma.Count) bool {
	return slices.ContainsFunc(t.Quantities, func(o stemma.Count) bool { return o.What == q.What && o.Low == q.Low })
}

// HasParty reports whether a party, by whatever name, is one of some.
func HasParty(all []stemma.Party, p stemma.Party) bool {
	return slices.ContainsFunc(all, func(o stemma.Party) bool { return o.Body == p.Body })
}

// markHeadlines finds sources that only a headline has, by a word that names
// nobody: the report under it says who it is.
//
//	"Drone kills 17 – hospital" over "killed 17, said Izan Murrow, its director" → one source
func (c *Collection) markHeadlines() {
	for i := range c.Accounts {
		a := &c.Accounts[i]
		a.headline = !a.voice && !slices.ContainsFunc(a.Tellings, func(t stemma.Telling) bool {
			return !t.Title || t.Claim == nil || t.Claim.Source.Kind == stemma.SourceNamed && !generic(t.Claim.Source.Name)
		}) &&
			slices.ContainsFunc(c.Accounts, func(b Account) bool { return b.reports(a.Documents) })
	}
}

// generic reports whether a name is but a word for somebody who says something.
//
//	"TV", "the Hospital" → yes; "Nurash TV" → no
func generic(name string) bool {
	_, ok := lexicon.SourceNounOf(stemma.Fold(name))
	return ok
}

// reports reports whether somebody else than a publication itself tells it below
// the headline of one of some documents.
func (a *Account) reports(documents []string) bool {
	return (!a.voice || a.Body != "") && slices.ContainsFunc(a.Tellings, func(t stemma.Telling) bool {
		return !t.Title && slices.Contains(documents, t.Document)
	})
}
