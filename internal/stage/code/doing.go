package code

import (
	"slices"
	"strings"

	"stemma/internal/reference/codebook"
)

// ofVerb is the rule of a verb that fits its noun in "-ing", which tells by "of" what it is
// done to and by "by" who does it.
//
//	"the ransacking of the clinic by soldiers" → ransack: subject "soldiers", object "the clinic"
//	"the rounding up of students" → round up: object "students"
//	"the ransacking" → none
func (s *sentence) ofVerb(n int) (codebook.Rule, bool) {
	f := s.nounFrame(n)
	f.passive, f.particles = true, s.particles(n) // who does it need not be told
	f.object = s.ofNoun(n)
	if by := s.slot(f, "by"); len(by) > 0 {
		f.subject = by[0]
	}
	if f.object < 0 || !strings.HasSuffix(s.form[n], "ing") {
		return codebook.Rule{}, false
	}
	for _, verb := range stems(strings.TrimSuffix(s.form[n], "ing")) {
		if rule, ok := s.matchAs(verb, f); ok && (!words[rule.Type] || f.subject >= 0) {
			return asNoun(rule), true
		}
	}
	return codebook.Rule{}, false
}

// stems are the verbs that a form without its "-ing" may be of: "raz" → raz, raze; "clubb" →
// clubb, clubbe, club.
func stems(cut string) []string {
	out := []string{cut, cut + "e"}
	if k := len(cut) - 1; k > 1 && cut[k] == cut[k-1] {
		out = append(out, cut[:k])
	}
	return out
}

// asNoun is the rule of a verb for its noun.
func asNoun(rule codebook.Rule) codebook.Rule {
	rule.Object = nil
	rule.Actors = []string{"by", "whose"}
	if !slices.Contains(rule.Recipients, "-") {
		rule.Recipients = append([]string{"of"}, rule.Recipients...)
	}
	return rule
}
