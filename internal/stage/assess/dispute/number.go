package dispute

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// numbers are figures of one thing, of one people, of one scope, that cannot all
// be right; or that differ because one origin gave a newer one, or because they
// span different things.
func (c accounts) numbers(said []account.Saying) []stemma.Disagreement {
	byFate, past := map[string][]account.Saying{}, c.past()
	for _, s := range said {
		if isToll(s) && (past || s.Telling.Event.Modality != stemma.Background) {
			byFate[fateOf(s)] = append(byFate[fateOf(s)], s)
		}
	}
	var out []stemma.Disagreement
	for _, fate := range slices.Sorted(maps.Keys(byFate)) {
		for _, group := range ofOneKind(byFate[fate]) {
			if d, ok := c.figuresOf(group); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// isToll reports whether a saying is a figure of all who were hit, or fired, as far as its
// source knows.
//
//	"nine were killed" → yes; "a pilot", "three of the wounded", "two brothers" → no
func isToll(s account.Saying) bool {
	return s.Count != nil && measured[s.Field] && !single(*s.Count) && !account.Partial(s.Text) && !besides(s) && !before(s.Telling.Words, s.Text)
}

// before reports whether a text gives a figure as one that has been before another.
//
//	"24 died, up from 19 the day before" → 19
func before(text, figure string) bool {
	was, _, found := strings.Cut(text, figure)
	return found && risen.MatchString(was)
}

// risen precedes a figure that another has taken the place of.
var risen = regexp.MustCompile(`(?i)\b(?:up|down|ris(?:en|es|ing)|rose|increas(?:ed|es|ing)|fell|fallen|compared|revised) (?:(?:sharply|slightly|upwards?|downwards?) )?(?:from|with) (?:(?:the|an|a) (?:earlier|previous|initial) )?(?:about |at least |just |only )?$`)

// past reports whether all that is told of an incident is told as history.
//
//	both pages: "in February fighters ambushed a convoy" → yes
func (c accounts) past() bool {
	for _, t := range c.Tellings() {
		if t.Event.Modality != stemma.Background {
			return false
		}
	}
	return true
}

// fateOf is what became of those whom a figure counts. Whoever is counted in a release
// was released, and by what word somebody is held is the speaker's choice.
//
//	"38 servicemen came home" / "we freed 36 captured conscripts" → released
//	"four men were arrested" / "two accomplices were captured" → captured
//	"nine people were killed" / "the morgue received 14 bodies" → killed
func fateOf(s account.Saying) string {
	switch at := station(s.Count, s.Telling); {
	case s.Telling.Event.Mode == "release" && (at > 0 || kinds[s.Field]):
		return "released"
	case at == held && s.Field != "missing":
		return "captured"
	case s.Count.Of.Class == "bodies" && s.Telling.Event.Type == "ASSAULT":
		return "killed"
	}
	return s.Field
}

// ofOneKind divides figures by whom they count. Where all that say it say the
// same, those that say nothing count them too.
//
//	"17 soldiers died" / "puts its dead at 13" → of one kind; with "six civilians" beside them, of three
//	"nine people died" / "three of our guards fell", "three guards were among the dead" → of two: these are some of all
func ofOneKind(said []account.Saying) [][]account.Saying {
	byClass := map[string][]account.Saying{}
	for _, s := range said {
		class := whom(s.Count)
		byClass[class] = append(byClass[class], s)
	}
	order := slices.Sorted(maps.Keys(byClass))
	if whole := slices.DeleteFunc(slices.Clone(order), func(class string) bool { return !kinds[class] }); len(whole) == 1 && byClass[""] != nil {
		byClass[whole[0]] = append(byClass[""], slices.DeleteFunc(byClass[whole[0]], ofMore)...)
		order = order[1:]
	}
	out := make([][]account.Saying, 0, len(order))
	for _, class := range order {
		out = append(out, byClass[class])
	}
	return out
}

// ofMore reports whether a figure counts some of more by its words: one's own, or who are
// among others.
//
//	"three of our guards", "three guards were among the dead", "nine people, including three guards" → yes
func ofMore(s account.Saying) bool {
	return strings.Contains(" "+strings.ToLower(s.Text)+" ", " our ") || amongOthers(s)
}

func amongOthers(s account.Saying) bool {
	before, after, _ := strings.Cut(strings.ToLower(s.Telling.Words), strings.ToLower(s.Text))
	return amongMore.MatchString(after) || including.MatchString(before)
}

// amongMore follows, and including precedes, those who are some of others.
var (
	amongMore = regexp.MustCompile(`^ (?:was|were|are) (?:also )?among `)
	including = regexp.MustCompile(`\b(?:include|includes|included|including|among them|among whom|of whom) $`)
)

// kinds are classes that can be all who were hit, as children or medics seldom are.
var kinds = lists.Set("kinds")

// wholes leaves of the figures that one origin gives in one report the largest:
// the others are parts of it.
//
//	"31 people were killed, 12 of the dead in the market" → 31
func (c accounts) wholes(said []account.Saying) []account.Saying {
	return slices.DeleteFunc(slices.Clone(said), func(s account.Saying) bool {
		return slices.ContainsFunc(said, func(o account.Saying) bool {
			return c.oneBreath(s, o) && o.Count.Low > s.Count.Low && spanned(*o.Count) == spanned(*s.Count)
		})
	})
}

// single reports whether a figure is of one known person, "a pilot", or of those who are
// known, "the two", and gives no count of those who were hit; "a dozen" does.
func single(q stemma.Count) bool {
	switch first, _, _ := strings.Cut(strings.ToLower(q.Words), " "); first {
	case "a", "an":
		return q.Low <= 1
	case "the":
		return true
	}
	return false
}

// besides reports whether a figure of the dead counts only those of one who speaks of
// them, or leaves out whom he has named, or takes up whom somebody has counted before.
//
//	"we lost two brothers", "the miller and five others", "the six were killed by shells" → yes
func besides(s account.Saying) bool {
	words := strings.Fields(strings.ToLower(s.Text))
	last := words[len(words)-1]
	return kinsfolk[strings.TrimSuffix(last, "s")] || s.Field == "killed" && last == "others" || takenUp(s.Telling.Words, s.Text) ||
		whom(s.Count) == "" && amongOthers(s)
}

// takenUp reports whether a text counts those whom it has counted before: "the six", "all six".
func takenUp(text, words string) bool {
	before, _, found := strings.Cut(" "+strings.ToLower(text)+" ", " "+strings.ToLower(words)+" ")
	return found && resuming.MatchString(before)
}

// resuming precedes a number of those who have been counted before.
var resuming = regexp.MustCompile(`\b(?:the|these|those|all|both)$`)

// kinsfolk are those whom people count as theirs.
var kinsfolk = lists.Set("kinsfolk")

// measured are the figures that are worth holding against each other; of others
// a report may well give several.
var measured = lists.Set("measured")

// whom says whom a figure counts, "" if it says no more than that they were people.
func whom(q *stemma.Count) string {
	if q.Of.Class == "bodies" {
		return ""
	}
	return kin(q.Of.Class)
}

// kin folds classes that reports use for the same people: a toll is of people
// whether it says "people", "persons" or nothing.
func kin(class string) string {
	if anybody[class] {
		return ""
	}
	return class
}

// anybody are the classes that say no more than that they are people.
var anybody = lists.Set("anybody")

// figuresOf is the disagreement of one group of figures; ok is false if all of
// them can hold.
func (c accounts) figuresOf(said []account.Saying) (stemma.Disagreement, bool) {
	clashing, oneOrigin, scopes := c.clashes(c.wholes(ofOneSize(said)))
	if len(clashing) < 2 {
		return stemma.Disagreement{}, false
	}
	d := stemma.Disagreement{
		Type: stemma.DisagreeValue, Field: account.Joined(fieldOf(clashing), class(clashing)),
		Reason: "the figures cannot all be right", Sides: sides(clashing, figures(clashing)),
	}
	switch {
	case scopes:
		d.Type, d.Explained, d.Reason = stemma.OtherScope, true, "the figures span different things"
	case oneOrigin:
		d.Type, d.Explained, d.Reason = stemma.NewerFigure, true, "one origin gave different figures at different times"
	}
	return d, len(d.Sides) > 1
}

// fieldOf is what became of those whom some figures count, in the word of the first of them
// that says so.
func fieldOf(said []account.Saying) string {
	if i := slices.IndexFunc(said, func(s account.Saying) bool { return s.Field == fateOf(s) }); i >= 0 {
		return said[i].Field
	}
	return said[0].Field
}

// class is the first that figures of one kind state, "" if none does.
func class(said []account.Saying) string {
	for _, s := range said {
		if k := whom(s.Count); k != "" {
			return k
		}
	}
	return ""
}

// ofOneSize keeps, of figures of one scope that lie in heaps far from each
// other, the heap in which most speak; the others count another matter.
//
//	30, 31, 43 / 250,000, 280,000 → the first three
func ofOneSize(said []account.Saying) []account.Saying {
	sorted := slices.SortedStableFunc(slices.Values(said), func(a, b account.Saying) int { return cmp.Compare(a.Count.Low, b.Count.Low) })
	var heaps [][]account.Saying
	for i, s := range sorted {
		if i == 0 || spanned(*s.Count) == spanned(*sorted[i-1].Count) && s.Count.Low > breadth(*sorted[i-1].Count, *s.Count)*max(sorted[i-1].Count.Low, 1) {
			heaps = append(heaps, nil)
		}
		last := len(heaps) - 1
		heaps[last] = append(heaps[last], s)
	}
	var best []account.Saying
	for _, heap := range heaps {
		if speakers(heap) > speakers(best) {
			best = heap
		}
	}
	return best
}

// breadth is how many times the one of two figures of an incident can be the other: twice
// as many where both name the same people.
//
//	"nine civilians" / "at least 47 civilians" → of one matter; "three marchers" / "34" → of two
func breadth(a, b stemma.Count) float64 {
	if kinds[a.Of.Class] && a.Of.Class == b.Of.Class {
		return 2 * times
	}
	return times
}

// speakers is how many accounts some sayings are of.
func speakers(said []account.Saying) int {
	seen := map[int]bool{}
	for _, s := range said {
		seen[s.Account] = true
	}
	return len(seen)
}

// figures names a saying's side: "at least 31" stands on the side of 31, if
// anybody says that.
func figures(said []account.Saying) func(account.Saying) string {
	exact := map[float64]bool{}
	for _, s := range said {
		exact[s.Count.Low] = exact[s.Count.Low] || !s.Count.Open && s.Count.Low == s.Count.High
	}
	return func(s account.Saying) string {
		if s.Count.Open && exact[s.Count.Low] {
			return strconv.FormatFloat(s.Count.Low, 'f', -1, 64)
		}
		return figure(*s.Count)
	}
}

// clashes keeps the sayings that some other saying of one scope excludes; if
// there are none, those that one of another scope does, and scopes is true.
// oneOrigin is true if all pairs that clash come from one origin.
func (c accounts) clashes(said []account.Saying) (out []account.Saying, oneOrigin, scopes bool) {
	for _, scopes = range []bool{false, true} {
		if out, oneOrigin = c.excluding(said, scopes); len(out) > 0 {
			return out, oneOrigin, scopes
		}
	}
	return nil, false, false
}

// excluding are those of some figures that cannot be right beside another of them, and whether one
// origin gives them all. With scopes, only figures of two scopes are held against each other,
// without, only those of one.
func (c accounts) excluding(said []account.Saying, scopes bool) (out []account.Saying, oneOrigin bool) {
	oneOrigin = true
	in := make([]bool, len(said))
	for i, a := range said {
		for j := i + 1; j < len(said); j++ {
			if b := said[j]; (spanned(*a.Count) != spanned(*b.Count)) == scopes && exclude(*a.Count, *b.Count) && !c.oneBreath(a, b) && !opponents(a, b) {
				in[i], in[j] = true, true
				oneOrigin = oneOrigin && c.OneBody(a.Account, b.Account)
			}
		}
	}
	for i, s := range said {
		if in[i] {
			out = append(out, s)
		}
	}
	return out, oneOrigin
}

// opponents: the figures are of people of two bodies, or of what two have fired.
//
//	"we lost two" / "nine guards were killed" → not held against each other
//	"the north fired 15 shells" / "the south answered with dozens of shells" → not held against each other
func opponents(a, b account.Saying) bool {
	here, there := peopleOf(a), peopleOf(b)
	if fired[a.Field] {
		here, there = bodiesOf(a.Telling.Actors), bodiesOf(b.Telling.Actors)
	}
	return len(here) > 0 && len(there) > 0 && !slices.ContainsFunc(here, func(body string) bool { return slices.Contains(there, body) })
}

// peopleOf are the bodies whose people a figure counts, none if that is not told.
func peopleOf(s account.Saying) []string {
	if account.Named(s.Count.Whose) {
		return []string{s.Count.Whose.Body}
	}
	return bodiesOf(s.Telling.Recipients)
}

// bodiesOf are the bodies of those of some parties that are known.
func bodiesOf(parties []stemma.Party) []string {
	var out []string
	for _, p := range parties {
		if account.Named(p) {
			out = append(out, p.Body)
		}
	}
	return out
}

// fired are the figures of what is fired or flown against somebody.
var fired = lists.Set("fired")

// oneBreath: one origin in one document gives two figures because it counts two
// things.
func (c accounts) oneBreath(a, b account.Saying) bool {
	return c.OneBody(a.Account, b.Account) && a.Telling.Document == b.Telling.Document
}

// spanned is the scope of a figure; whom one hospital took in, or one witness saw,
// are some of those of the event.
func spanned(q stemma.Count) stemma.Scope {
	if q.Scope == stemma.ScopePart {
		return stemma.ScopeEvent
	}
	return q.Scope
}

// exclude reports whether two figures cannot both hold: "at least 30" leaves
// room for 43, "nearly 200" for 194, "the clinic received 30" for 90; "30" leaves
// none for 31.
func exclude(a, b stemma.Count) bool {
	return high(a) < low(b) || high(b) < low(a)
}

// rough is how far from it a figure may be that is only about so many.
const rough = 0.1

// roughly reports whether words give a figure as about so many.
func roughly(words string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool { return approximate[w] })
}

// approximate are the words for about so many.
var approximate = lists.Set("approximate")

// low is the least that a figure can be: "nearly forty" → 36.
func low(q stemma.Count) float64 {
	if roughly(q.Words) {
		return q.Low * (1 - rough)
	}
	return q.Low
}

// high is the most that a figure can be: "at least 30" → any.
func high(q stemma.Count) float64 {
	switch {
	case q.Scope == stemma.ScopePart:
		return math.Inf(1)
	case q.Open && orderOnly(q.Words):
		return magnitude * q.Low
	case q.Open:
		return math.Inf(1)
	case roughly(q.Words):
		return q.High * (1 + rough)
	}
	return q.High
}

// magnitude is how many times its least a figure can be that only names its order.
const magnitude = 10

// orderOnly reports whether words give a figure by its order alone: "a few dozen"
// leaves no room for nine hundred, "at least two dozen" does.
func orderOnly(words string) bool {
	fields := strings.Fields(strings.ToLower(words))
	return slices.ContainsFunc(fields, func(w string) bool { return orders[w] }) && !slices.ContainsFunc(fields, func(w string) bool { return bounds[w] })
}

var (
	orders = lists.Set("orders")
	bounds = lists.Set("bounds")
)

// figure is a number as people write it: "31", "31 or more", "20–30".
func figure(q stemma.Count) string {
	low := strconv.FormatFloat(q.Low, 'f', -1, 64)
	switch {
	case q.Open:
		return low + " or more"
	case q.High != q.Low:
		return low + "–" + strconv.FormatFloat(q.High, 'f', -1, 64)
	}
	return low
}
