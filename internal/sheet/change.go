package sheet

import "stemma"

// changes are what would change the grade of an incident, by the rule that gave
// it; none for what has no grade.
//
//	one origin → a second named origin that is neither a party to it nor an own
//	voice makes several; its doer's own word makes it admitted
func changes(i stemma.Incident) []string {
	a := i.Assessment
	if a.Grade == "" {
		return nil
	}
	if a.Grade == stemma.GradeSetAside {
		return []string{"a person set it aside; undoing that brings back what the accounts come to"}
	}
	var out []string
	if a.Grade != stemma.GradeAdmitted {
		out = append(out, "the word of the party said to have done it, against its own interest, would make it admitted")
	}
	if a.Grade == stemma.GradeOne {
		out = append(out, several(a))
	}
	if a.Origins.Max > a.Origins.Min {
		out = append(out, "a name for those not named, or a page that shows two of them to be one, would narrow the origins")
	}
	if i.Status == stemma.Proposed {
		out = append(out, "it is proposed until a person accepts it or sets it aside")
	}
	return out
}

func several(a stemma.Assessment) string {
	if a.Origins.Min < 2 {
		return "one more named origin, independent of the first, would make it several origins if one of the two is neither a party to it nor an own voice"
	}
	return "a named origin that is neither a party to it nor an own voice would make it several origins"
}
