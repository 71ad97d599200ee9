package codebook

import (
	"stemma"
	"stemma/internal/reference/table"
)

// A Cue is a word that says how an event is meant, where it stands so to the
// event's trigger.
type Cue struct {
	Place    CuePlace
	Modality stemma.Modality // "" for a word that only looks like a cue
}

// CuePlace is where a cue stands to the trigger.
type CuePlace string

// The places of cues.
const (
	CueAdverb    CuePlace = "adverb"    // "Rebels reportedly left."
	CueAdjective CuePlace = "adjective" // "the alleged attack"
	CuePassive   CuePlace = "passive"   // "Rebels are said to have left."
	CueGoverns   CuePlace = "governs"   // "Rebels plan to leave."
	CueFrom      CuePlace = "from"      // "Guards kept them from leaving."
	CueObject    CuePlace = "object"    // "Guards foiled an attack."
	CueNoun      CuePlace = "noun"      // "the plan to leave"
	CueMark      CuePlace = "mark"      // "if they leave"
	CueAux       CuePlace = "aux"       // "They may leave."
	CueSubject   CuePlace = "subject"   // "Nobody left."
)

func readCues() map[string][]Cue {
	cues := map[string][]Cue{}
	for _, row := range table.Embedded("cues.tsv", cuesData, "word", "place", "modality", "note") {
		for _, word := range row.List("word") {
			cues[word] = append(cues[word], Cue{CuePlace(row.Cell("place")), stemma.Modality(row.Cell("modality"))})
		}
	}
	return cues
}

// Cue is what a word in a place makes of an event; false if it is no cue there.
func (b *Book) Cue(word string, place CuePlace) (stemma.Modality, bool) {
	for _, cue := range b.cues[word] {
		if cue.Place == place {
			return cue.Modality, cue.Modality != ""
		}
	}
	return "", false
}

// Governs reports whether a word may stand over the infinitive of something
// told: "began to leave", "plan to leave"; not "came to look".
func (b *Book) Governs(word string) bool {
	for _, cue := range b.cues[word] {
		switch cue.Place {
		case CueGoverns, CuePassive, CueNoun:
			return true
		}
	}
	return false
}
