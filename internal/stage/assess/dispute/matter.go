package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma/internal/reference/lexicon"
)

// ofOneMatter reports whether two figures may count the same: those of one year, of one time,
// and of one place; where each tells of a place of its own, or of a share of its own thing,
// they count another matter.
func ofOneMatter(a, b figureSaid) bool {
	return !another(a, b) && ofOneYear(a, b) && ofOneTime(a, b) && ofOnePlace(a, b) && ofOneWhole(a, b)
}

// another reports whether one of two statements is of an act that it sets apart from what was
// told.
//
//	"eighteen died on Tuesday" / "nineteen were killed in a similar night attack" → yes
func another(a, b figureSaid) bool {
	return setApart.MatchString(a.says.Text) != setApart.MatchString(b.says.Text)
}

// setApart finds what is told as another act than the one before.
var setApart = regexp.MustCompile(`(?i)\bin (?:another|an? (?:similar|separate|different|earlier|previous|unrelated)) (?:\pL+ )?(?:attack|raid|strike|incident|blast|bombing|ambush|clash|shelling|assault|explosion)\b`)

// ofOneYear reports whether two statements may be of one time: they name the same
// years or none.
//
//	"eight soldiers died" / "In 2019 the air force killed 21 guests" → no
func ofOneYear(a, b figureSaid) bool {
	return slices.Equal(year.FindAllString(a.says.Text, -1), year.FindAllString(b.says.Text, -1))
}

// year finds one.
var year = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// ofOneTime reports whether two statements may be of one week or day: one of them names none,
// or they name one in common.
//
//	"203 came this week" / "95 from Wednesday on" → no
//	"more than 20 died a fortnight ago" / "nineteen were killed a year ago" → no
func ofOneTime(a, b figureSaid) bool {
	here, there := period.FindAllString(a.says.Text, -1), period.FindAllString(b.says.Text, -1)
	return len(here) == 0 || len(there) == 0 || slices.ContainsFunc(here, func(w string) bool { return slices.Contains(there, w) })
}

// period finds a day or a week.
var period = regexp.MustCompile(`\b(?:(?:this|last) (?:week|month)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|(?:\pL+|\d+) (?:year|month|week|fortnight|day)s? ago)\b`)

// ofOnePlace reports whether two figures may be of one place: who reports cases reports
// his own, and of figures told place by place each counts its place alone.
//
//	"Odel reported seven cases" / "Tarn reported two cases" → no
//	"45 dead in Odel and twelve in Tarn" / "over sixty dead" → no
func ofOnePlace(a, b figureSaid) bool {
	return !(reportsCases(a) && reportsCases(b)) && mayCountTogether(a.says.Text, a.Words, b.says.Text, b.Words)
}

// reportsCases reports whether a figure is of cases that somebody reports.
func reportsCases(f figureSaid) bool {
	return reporting[f.says.Cue] && strings.HasSuffix(f.Words, " cases")
}

// reporting are the verbs by which a place tells of its own cases.
var reporting = lists.Set("reporting")

// mayCountTogether reports whether the figures of two texts may be of one place; any may be of
// one that is named for neither.
func mayCountTogether(here, figure, there, other string) bool {
	return strings.Contains(there, allotted(here, figure)) && strings.Contains(here, allotted(there, other))
}

// allotted is the place of a figure that is one of several of a text, each with its own;
// "" if it is none of those.
//
//	"45 people dead in Odel, twelve in Tarn" → Odel
func allotted(text, figure string) string {
	place, n := "", 0
	for _, at := range perPlace.FindAllStringSubmatch(numeralsFirst(text), -1) {
		n++
		if strings.HasPrefix(at[1]+" ", figure+" ") {
			place = at[2]
		}
	}
	if n < 2 {
		return ""
	}
	return place
}

// numeralsFirst is a text with each number on a line of its own with what follows it.
func numeralsFirst(text string) string {
	var out strings.Builder
	for w := range strings.FieldsSeq(text) {
		if lexicon.IsNumeral(strings.ToLower(w)) {
			out.WriteByte('\n')
		}
		out.WriteString(w + " ")
	}
	return out.String()
}

// perPlace finds a number and the place that it is of.
//
//	"45 people dead in Odel" → 45 people dead, Odel
var perPlace = regexp.MustCompile(`(?m)^(\S+(?: \pL+){0,3}?) (?:in|at|from) (?:the )?(\p{Lu}[\pL-]*)`)

// ofOneWhole reports whether two shares may be of one thing: they speak of it in a word in
// common.
//
//	"a 39 % loss" / "sales of the smaller firm fell 41 %" → no; "turnout was 41 %" / "put turnout at 60 %" → yes
func ofOneWhole(a, b figureSaid) bool {
	return a.What != "share" || b.What != "share" || overlap(a.says.Words, b.says.Words) > 0 || numbers(a.says) || numbers(b.says)
}
