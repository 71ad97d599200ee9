package dispute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// places are two scenes of one telling in two countries: the source itself puts
// it in both.
//
//	"took positions inside Calder, … in the Orvane hills" → V place
func places(said []account.Saying) []stemma.Disagreement {
	byTelling := map[string][]account.Saying{}
	var order []string
	for _, s := range said {
		if s.Field == "place" && s.Of == "" && stakes(s.Telling.Words) {
			if byTelling[s.Telling.Event.ID] == nil {
				order = append(order, s.Telling.Event.ID)
			}
			byTelling[s.Telling.Event.ID] = append(byTelling[s.Telling.Event.ID], s)
		}
	}
	slices.Sort(order)
	for _, id := range order {
		if pair := abroad(byTelling[id]); pair != nil {
			return []stemma.Disagreement{{
				Type: stemma.DisagreeValue, Field: "place", Reason: "one telling puts it in two countries",
				Sides: sides(pair, func(s account.Saying) string { return s.Text }),
			}}
		}
	}
	return nil
}

// stakes reports whether a clause says of ground whose it is; that two countries
// are merely named in one clause is no disagreement.
func stakes(words string) bool {
	words = strings.ToLower(words)
	return strings.Contains(words, "territory") || strings.Contains(words, " soil")
}

// abroad keeps the first scene and those of another country.
func abroad(said []account.Saying) []account.Saying {
	var out []account.Saying
	for _, s := range said {
		if c := country(s); c != "" && (len(out) == 0 || c != country(out[0])) {
			out = append(out, s)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// country is that of a place as it is said, "" if the place is a line between two.
func country(s account.Saying) string {
	for _, scene := range s.Telling.Scene() {
		if scene.Words == s.Quote && scene.Place.Precision != stemma.PrecisionLine {
			return scene.Place.Country
		}
	}
	return ""
}
