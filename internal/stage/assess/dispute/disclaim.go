package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
)

// disclaim reads what denies without a verb of denying as the denial that it is: that
// the speaker had no part in a thing, that he was not there when somebody says that he
// did it, that his books know nothing of it.
//
//	"Our men had nothing to do with the ambush" → as "denied a part in the ambush"
//	A guard: "Odel gave the order." Odel: "I was not there." → as "denied a part"
//	"it has no record of any arrest" → as "denied any arrest"
func disclaim(page []stemma.Proposition) []stemma.Proposition {
	for i := range page {
		p := &page[i]
		if p.Denial || p.Withheld || p.Claim == "" || p.Title || leavesOpen(p.Text) {
			continue
		}
		if at := noRecord.FindStringIndex(p.Text); at != nil {
			deny(p, p.Text[at[1]:])
		} else if at := noPart.FindStringSubmatchIndex(p.Text); at != nil && himself(p.Text[at[2]:at[3]], p.Speaker) {
			deny(p, p.Text[at[1]:], "part")
		} else if absence.MatchString(p.Text) && namedBefore(page, i) {
			deny(p, "", "part")
		}
	}
	return page
}

// deny makes a denial of a statement, of what stands in some of its words, or of what
// some others say.
func deny(p *stemma.Proposition, of string, others ...string) {
	p.Denial, p.Negative, p.Cue = true, true, "deny"
	p.Words = slices.Sorted(slices.Values(append(foundIn(p.Words, of), others...)))
}

// Ways to deny without a verb for it, of which the first begins with who had no part.
var (
	noPart = regexp.MustCompile(`(?i)^(?:that )?(.{1,50}?) (?:(?:had|has|have|having) (?:absolutely |never had )?(?:nothing (?:at all )?to do with|no (?:part|hand|role|involvement|participation|connection|link)s? (?:in|with|to)\b)|(?:took|played|plays|play) no (?:part|role) in|` +
		`(?:was|were|is|are|had|has|have) (?:not|never|in no way)(?: been)? (?:behind|involved|responsible|implicated|to blame)|(?:bears?|bore) no (?:responsibility|blame|guilt))\b`)
	noRecord = regexp.MustCompile(`(?i)\bno records? (?:of|that)\b`)
	absence  = regexp.MustCompile(`(?i)^(?:that )?(?:he|she|they|we|i) (?:(?:was|were|had) (?:not|never|nowhere)|(?:wasn|weren|hadn)['’]t) (?:been )?(?:there|present|near|at|in|on)\b`)
)

// himself reports whether words name a speaker, or those whose part in a thing he knows.
//
//	the Front: "the group", "our men" → yes; a union: "the fire" → no
func himself(words string, speaker stemma.Party) bool {
	fields := strings.Fields(plain(words))
	return ownPeople.MatchString(words+" ") || mentions(&stemma.Proposition{Text: words}, speaker) ||
		len(fields) > 1 && fields[0] == "the" && ownBodies[strings.TrimSuffix(fields[len(fields)-1], "s")]
}

// ownBodies are what a speaker calls those for whom he speaks.
var ownBodies = lists.Set("bodies")

// namedBefore reports whether somebody else has named the speaker of a statement.
func namedBefore(page []stemma.Proposition, i int) bool {
	p := &page[i]
	return slices.ContainsFunc(page, func(o stemma.Proposition) bool {
		gap := behindBy(p, &o)
		return 0 <= gap && gap <= recalling && !o.Title && twoSpeakers(&o, p) && mentions(&o, p.Speaker)
	})
}
