package speech

import (
	"strings"

	"stemma/internal/reference/lexicon"
)

// mute reports whether the token heads a noun phrase that can be nobody's source:
// a day, an hour, a thing, what is done or befalls, or the saying itself. Persons,
// bodies, media and documents are in the table of source nouns, and what no table
// knows may speak.
//
//	"Thursday's blasts confirmed that …", "stood by the claim that …" → no source
//	"A leaflet warned that …" → the leaflet
//	"The movement of gunmen threatens to …" → no source; "The movement threatens to …" → the movement
func (s *Sentence) mute(j int) bool {
	if j < 0 || !s.tag(j, "NOUN", "PROPN", "NUM") {
		return false
	}
	if s.clock(j) || s.tag(j, "NUM") && s.word(j-1, "not") {
		return true
	}
	lemma := strings.ToLower(s.Tokens[j].Lemma)
	if j > 0 && s.upper(j) { // "April Holm", "Open Ferry" are names
		return s.weekday(j) && s.child(j, "flat", "compound", "appos") < 0
	}
	return lexicon.Mute(lemma) || j+1 < len(s.low) && lexicon.Mute(lemma+" "+s.low[j+1])
}

// clock reports whether the token is an hour of the day: "18.49".
func (s *Sentence) clock(j int) bool {
	hour, minute, ok := strings.Cut(strings.ReplaceAll(s.low[j], ":", "."), ".")
	return ok && len(hour) <= 2 && len(minute) == 2 && strings.Trim(hour+minute, "0123456789") == ""
}
