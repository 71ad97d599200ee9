package dispute

import (
	"regexp"

	"stemma"
)

// verdicts are sentences that say what somebody says and what is to be thought of
// it: a report named as such, the bare words of one, a question and its answer, or
// figures with what another calls them.
var verdicts = []*regexp.Regexp{
	regexp.MustCompile(`(?i)` + reportNouns + `[^.;]{0,60}? that ([^.;]{10,200}?) ((?:is|are|was|were|has been|have been)\b[^.;]*)`),
	regexp.MustCompile(`(?i)^that ([^.;]{10,200}) ((?:is|are|was|were|has been|have been)\b[^.;]*)$`),
	regexp.MustCompile(`(?i)\basked\b[^.;]*? (?:whether|if) ([^.;]{10,200}?), ([^.;]+)`),
	regexp.MustCompile(`(?i)^([^.;]{20,200}?), ((?:figures?|an? (?:account|accusation|allegation|assertion|charge|claim|figure|number|report|story|toll|version))\b[^.;]*)$`),
}

// verdictOn is the report that a sentence names and calls untrue, and the words
// that do.
//
//	"Rumours that the bridge has fallen are false" → the bridge has fallen / are false
//	"that eighty were killed, a figure that the army called fantasy" → that eighty were killed / a figure …
func verdictOn(p *stemma.Proposition) (report, verdict stemma.Span, ok bool) {
	if p.Quote.Span.Len() != len(p.Text) {
		return report, verdict, false
	}
	for _, pattern := range verdicts {
		for _, at := range pattern.FindAllStringSubmatchIndex(p.Text, -1) {
			if dismisses(p.Text[at[4]:at[5]]) {
				start := p.Quote.Span.Start
				return stemma.Span{Start: start + at[2], End: start + at[3]}, stemma.Span{Start: start + at[4], End: start + at[5]}, true
			}
		}
	}
	return report, verdict, false
}
