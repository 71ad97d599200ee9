package dispute

import (
	"regexp"

	"stemma"
)

// contrast stands between a figure and the one that it takes the place of; farther
// on, what was counted may be told between them.
var (
	contrast = regexp.MustCompile(`(?i)^[^.;]{0,25}?,? (?:and |but )?not(?: the)? $`)
	setting  = regexp.MustCompile(`(?i)^[^.;,]{0,80}, (?:and |but )?not(?: the)? $`)
)

// contrasts are figures that a statement sets right: the one that it gives, and
// the one that it says is wrong, in the words of whoever gave it, if the page has
// them.
//
//	"two boats full of mines", the radio said. The agent had seen "one boat, not two". → V: one, two
func contrasts(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	propositions = inText(propositions, func(p stemma.Proposition) bool { return len(p.Counts) == 0 })
	var out []stemma.Disagreement
	for i := range propositions {
		p := &propositions[i]
		for k := 1; k < len(p.Counts); k++ {
			right, wrong := figureSaid{p.Counts[k-1], p}, figureSaid{p.Counts[k], p}
			if !setsRight(p, right, wrong) {
				continue
			}
			pair := rivalFigures{right, given(propositions, wrong, right)}
			if d := pair.disagreement(); !alreadyTold(d, told) && !alreadyTold(d, out) {
				out = append(out, d)
			}
		}
	}
	return out
}

// setsRight reports whether the words between two figures put the first in the
// place of the second.
func setsRight(p *stemma.Proposition, right, wrong figureSaid) bool {
	from, to := right.Span.End-p.Quote.Span.Start, wrong.Span.Start-p.Quote.Span.Start
	return p.Quote.Span.Len() == len(p.Text) && 0 <= from && from < to && to <= len(p.Text) &&
		right.Low != wrong.Low && (contrast.MatchString(p.Text[from:to]) || bare(wrong.Count) && setting.MatchString(p.Text[from:to]))
}

// given is the figure as somebody else gives it on the same page, of the same
// thing; else as it stands where it is set right.
func given(propositions []stemma.Proposition, wrong, right figureSaid) figureSaid {
	for i := range propositions {
		p := &propositions[i]
		for _, q := range p.Counts {
			if f := (figureSaid{q, p}); p.Document == wrong.says.Document && q.Low == wrong.Low && q.What == right.What && speak(f, right) {
				return f
			}
		}
	}
	return wrong
}
