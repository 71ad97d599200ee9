package code

import "stemma"

// inland is whose land troops go into or towards: "crossed into Struvia", "took positions
// inside Halvornian territory", "sent troops to Struvia", "massed near the border with Struvia".
func (s *sentence) inland(f frame) []int {
	for _, p := range f.phrases {
		if beyond := s.acrossBorder(f, p); len(beyond) > 0 {
			return beyond
		}
		if land := s.landEntered(f, p); len(land) > 0 {
			return land
		}
	}
	if f.object >= 0 && s.page.book.In(s.lemma[f.object], "territory") {
		return s.possessors(f.object)
	}
	return nil
}

// acrossBorder is with whom the border is shared that a phrase names: "near the border with
// Struvia" → Struvia.
func (s *sentence) acrossBorder(f frame, p phrase) []int {
	if !s.page.book.In(s.lemma[p.noun], "border") {
		return nil
	}
	return append(s.behind(s.nounFrame(p.noun), "with"), s.behind(f, "with")...)
}

// landEntered is whose land a phrase says that troops enter or are sent to: "into Struvia" →
// Struvia; "inside Halvornian territory" → Halvornian.
func (s *sentence) landEntered(f frame, p phrase) []int {
	switch p.preposition {
	case "into", "inside", "onto":
	case "to":
		if !s.page.book.In(s.lemma[f.verb], "sending") {
			return nil
		}
	default:
		return nil
	}
	if m := s.page.mentionAt(s.Tokens[p.noun].Span); m != nil && m.actor.Kind == stemma.KindState {
		return single(p.noun)
	}
	return s.possessors(p.noun)
}
