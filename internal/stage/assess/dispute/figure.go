package dispute

import (
	"cmp"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/assess/account"
)

// A figureSaid is a number in a page, with who gives it.
type figureSaid struct {
	stemma.Count
	says *stemma.Proposition
}

// figuresBeside are numbers of one thing that two speakers give side by side in one
// page and that cannot both be right, whether or not an event was read there.
// Side by side, since a page that holds two figures against each other does so
// in one breath; elsewhere it may count another matter.
//
//	"Police said that 131 people were detained. Organisers put it at well over 300." → V
func figuresBeside(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	propositions = withFigures(propositions)
	byThing := map[string][]figureSaid{}
	for f := range countedIn(propositions) {
		thing := f.says.Document + " " + account.Joined(f.What, kin(f.Of.Class), noun(f.Count))
		byThing[thing] = append(byThing[thing], f)
	}
	var pairs []rivalFigures
	for _, thing := range slices.Sorted(maps.Keys(byThing)) {
		pairs = append(pairs, sideBySide(byThing[thing])...)
	}
	var out []stemma.Disagreement
	for _, pair := range append(pairs, figuresAlone(propositions)...) {
		if d := pair.disagreement(); !alreadyTold(d, told) && !alreadyTold(d, out) && !shownBefore(d, told) && !shownBefore(d, out) {
			out = append(out, d)
		}
	}
	return out
}

// withFigures are those of some statements that give figures, in the order of their texts.
// A figure that names nothing is of the thing of the last one that somebody else gave
// before it, if it is near.
//
//	The ministry said four shells fell. "Our observers counted seven," the Front said. → seven shells
func withFigures(propositions []stemma.Proposition) []stemma.Proposition {
	propositions = inText(propositions, func(p stemma.Proposition) bool { return len(p.Counts) == 0 })
	var last figureSaid
	for i := range propositions {
		p := &propositions[i]
		p.Counts = slices.Clone(p.Counts)
		for k := range p.Counts {
			q := &p.Counts[k]
			if last.says != nil && mayAdopt(figureSaid{*q, p}, last) {
				adopt(q, p, last)
			}
			if counted(*q) {
				last = figureSaid{*q, p}
			}
		}
	}
	return propositions
}

// mayAdopt reports whether a figure may be of what the last one is of: it follows near, by
// somebody else, and is of its size.
func mayAdopt(f, last figureSaid) bool {
	near := last.says.Document == f.says.Document && f.Span.Start-last.Span.End <= answering
	return near && f.says.Claim != "" && !partOf(f.says, f.Count) && speak(f, last) && ofSize(f.Count, last.Count)
}

// adopt gives a figure of a statement what the last figure is of, as far as it says nothing
// of that itself.
func adopt(q *stemma.Count, p *stemma.Proposition, last figureSaid) {
	switch {
	case bare(*q) && (!numbers(p) || sharesThing(figureSaid{*q, p}, last.says)):
		q.What, q.Of, q.Scope = last.What, last.Of, spanned(last.Count)
	case ofTheSame(*q, last.Count):
		q.Of = last.Of
	}
}

// ofTheSame reports whether a figure leaves unsaid whom it counts, of whom the same
// became as of those of the last figure.
//
//	"45 fighters had died", "only twenty had been killed" → twenty fighters
func ofTheSame(q, last stemma.Count) bool {
	words := strings.Fields(q.Words)
	return q.What == last.What && q.Of.Class == "" && len(words) > 0 && lexicon.IsNumeral(strings.ToLower(words[len(words)-1]))
}

// partOf reports whether the words go on with whom a bare figure is a part of, or beside whom
// it is of more.
//
//	"36 names, five of whom ran", "Four are dead. Six more are being treated." → five, six are
func partOf(p *stemma.Proposition, q stemma.Count) bool {
	end := q.Span.End - p.Quote.Span.Start
	return p.Quote.Span.Len() == len(p.Text) && 0 <= end && end <= len(p.Text) && (strings.HasPrefix(p.Text[end:], " of ") || strings.HasPrefix(p.Text[end:], " more "))
}

// bare reports whether the words are a number and nothing else.
func bare(q stemma.Count) bool {
	words := strings.Fields(strings.ToLower(q.Words))
	return q.What == "other" && q.Unit == "" && len(words) > 0 && lexicon.IsNumeral(words[len(words)-1])
}

// countedIn are the figures of some statements that can be held against each other.
func countedIn(said []stemma.Proposition) iter.Seq[figureSaid] {
	return func(yield func(figureSaid) bool) {
		for i := range said {
			for _, q := range said[i].Counts {
				if counted(q) && !takenUp(said[i].Text, q.Words) && !before(said[i].Text, q.Words) && !yield(figureSaid{q, &said[i]}) {
					return
				}
			}
		}
	}
}

// counted leaves out what is no toll: one known person, parts of a number that
// stands elsewhere, and what no count can be held against.
//
//	"two of the injured", "nine others", "a pilot" → not
func counted(q stemma.Count) bool {
	if q.Negative || q.DerivedFrom != "" || single(q) || !(measured[q.What] || tallied[q.What]) {
		return false
	}
	words := strings.Fields(strings.ToLower(q.Words))
	return !slices.Contains(words, "of") && !slices.Contains(words, "others") && !slices.Contains(words, "other")
}

// noun is what a figure of people itself names: crews and gunmen are held
// against their like only.
//
//	"21 crew" / "eight armed men" → crew / men
func noun(q stemma.Count) string {
	if !tallied[q.What] {
		return ""
	}
	words := strings.Fields(strings.ToLower(q.Words))
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	if lexicon.IsNumeral(last) || last == "people" {
		return ""
	}
	return last
}

// tallied are things that reports count beside those who were hit.
var tallied = lists.Set("tallied")

// How near two figures stand, in bytes, that are held against each other, and
// how many times the one the other can be: beyond that it counts something else.
const (
	beside = 200
	times  = 5
)

// rivalFigures are two figures that cannot both be right.
type rivalFigures struct{ a, b figureSaid }

// sideBySide are the pairs of figures near each other, by two speakers. Of
// several that one speaker gives the largest is the whole; the others are parts.
func sideBySide(said []figureSaid) []rivalFigures {
	slices.SortStableFunc(said, func(a, b figureSaid) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var out []rivalFigures
	for i, a := range said {
		for _, b := range said[i+1:] {
			if b.Span.Start-a.Span.End > reachOf(b) {
				break
			}
			if speak(a, b) && ofOneMatter(a, b) && exclude(a.Count, b.Count) && alikeInSize(a.Count, b.Count) && largest(a, said) && largest(b, said) {
				out = append(out, rivalFigures{a, b})
			}
		}
	}
	return out
}

// reachOf is how far before a figure another may stand that it is held against: farther
// where it is all that somebody says, and farther still where it is the toll that he puts.
//
//	"put the death toll as high as 37" → the 16 dead of some paragraphs before
func reachOf(f figureSaid) int {
	switch {
	case figureOnly(f.says) && f.says.Cue == "put" && numbers(f.says):
		return recalling
	case figureOnly(f.says):
		return answering
	}
	return beside
}

// speak reports whether two figures are the word of two on one matter: the entries of a
// round-up tell of others, and what nobody is named for may be the word of who spoke before.
//
//	The clinic said 203 came this week. It was also said that 95 stayed. → no
func speak(a, b figureSaid) bool {
	unnamed := func(p *stemma.Proposition) bool { return p.Claim != "" && p.Speaker.Key == "" }
	return a.says.Entry == b.says.Entry && a.says.Speaker.Body != b.says.Speaker.Body && a.says.Claim != b.says.Claim && !unnamed(b.says)
}

// largest reports whether a speaker gives no larger figure of the thing near it.
func largest(f figureSaid, said []figureSaid) bool {
	return !slices.ContainsFunc(said, func(o figureSaid) bool {
		near := max(f.Span.Start, o.Span.Start)-min(f.Span.End, o.Span.End) <= beside
		return near && o.says.Speaker.Body == f.says.Speaker.Body && o.Low > f.Low
	})
}

// disagreement is that of the two, each side in the words of its figure.
func (r rivalFigures) disagreement() stemma.Disagreement {
	side := func(f figureSaid) stemma.Side {
		out := stemma.Side{Value: figure(f.Count), Documents: []string{f.says.Document}, Words: stemma.Quote{Document: f.says.Document, Span: f.Span}}
		if f.says.Claim != "" {
			out.Claims = []string{f.says.Claim}
		}
		return out
	}
	d := stemma.Disagreement{
		ID:   stemma.SpanID("x", r.a.says.Document, string(stemma.DisagreeValue), r.a.Span, r.b.Span),
		Type: stemma.DisagreeValue, Field: account.Joined(r.a.What, kin(r.a.Of.Class)), Reason: "the figures cannot all be right",
		Sides: []stemma.Side{side(r.a), side(r.b)},
	}
	if revising.MatchString(r.a.says.Text) || revising.MatchString(r.b.says.Text) {
		d.Type, d.Explained, d.Reason = stemma.NewerFigure, true, "one origin gave different figures at different times"
	}
	return d
}

// revising finds what says that a figure takes the place of the last one.
//
//	"It has since revised that to 1,100." → N
var revising = regexp.MustCompile(`(?i)\b(?:ha[sd] )?(?:since|later|subsequently) (?:revised|corrected|raised|lowered|updated|changed|increased|reduced) (?:it|that|this|the (?:figure|number|toll)|its (?:figure|count|toll)) to\b`)

// alreadyTold reports whether another disagreement has both figures of one thing,
// of whomever.
func alreadyTold(d stemma.Disagreement, told []stemma.Disagreement) bool {
	return slices.ContainsFunc(told, func(o stemma.Disagreement) bool {
		return what(o) == what(d) && !slices.ContainsFunc(d.Sides, func(s stemma.Side) bool {
			return !slices.ContainsFunc(o.Sides, func(x stemma.Side) bool { return x.Value == s.Value && slices.Contains(x.Documents, s.Documents[0]) })
		})
	})
}

// what is the thing that figures are of: "killed" of "killed civilians".
func what(d stemma.Disagreement) string {
	thing, _, _ := strings.Cut(d.Field, " ")
	return thing
}
