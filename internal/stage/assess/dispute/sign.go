package dispute

import (
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/assess/account"
)

// signs are what tells whether statements j and i, the earlier first, can both hold.
func (p *page) signs(j, i int, of Pair) []string {
	a, b, first, then := of.Earlier, of.Later, p.acts.of(j), p.acts.of(i)
	out := []string{"pair", "earlier " + first, "later " + then, first + ", then " + then}
	for _, m := range p.manners.of(j) {
		out = append(out, "earlier "+m)
	}
	for _, m := range p.manners.of(i) {
		out = append(out, "later "+m)
	}
	out = append(out, present(mark{"a party speaks", sided(a.Speaker) || sided(b.Speaker)})...)
	return slices.Concat(out, towards(a, b), p.shared(of.no, of.yes), negations(of.no, of.yes), amounts(a, b), p.deeds(j, i), answersDiffer(p.answers.of(j), p.answers.of(i)))
}

// act is what a statement does to what was said before it.
func act(p *stemma.Proposition) string {
	switch {
	case p.Claim == "" && p.Negative:
		return "own voice negates"
	case p.Claim == "":
		return "own voice tells"
	case p.Withheld:
		return "withholds"
	case p.Denial && refuses(p):
		return "refuses"
	case p.Denial:
		return "denies"
	case elliptic(p.Text) || counters(p) || dismisses(p.Text) || renames(p):
		return "dismisses"
	case p.Negative:
		return "negates"
	case accuses(p):
		return "accuses"
	case requests(p):
		return "asks"
	}
	return "says"
}

// strength is how plainly an act says no.
var strength = map[string]int{"denies": 3, "dismisses": 3, "negates": 2, "own voice negates": 1}

// roles say how one of two statements says no to the other, by what each does, and
// whether it is the first that does.
func roles(first, then string) (role string, byFirst bool) {
	switch m, n := strength[first], strength[then]; {
	case n > 0 && n >= m:
		return then, false
	case m > 0:
		return first + " first", true
	case first == "accuses":
		return "accused", false
	}
	return "plain", false
}

// A mark is a sign that there is or is not.
type mark struct {
	name string
	is   bool
}

// present are the names of the marks that there are.
func present(marks ...mark) []string {
	var out []string
	for _, m := range marks {
		if m.is {
			out = append(out, m.name)
		}
	}
	return out
}

// manners are the ways in which a statement is made.
func manners(p *stemma.Proposition) []string {
	first, _, _ := strings.Cut(plain(p.Text), " ")
	out := present(
		mark{"turns with but", p.Turn}, mark{"replies", lexicon.Answers(lexicon.AnswerReplying)[p.Cue]},
		mark{"begins with " + first, opening[first]}, mark{"asks a question", strings.Contains(p.Text, "?")},
		mark{"points", p.Claim != "" && points(p)}, mark{"says otherwise", p.Claim != "" && contrary(p.Text)},
		mark{"leaves open", leavesOpen(p.Text)}, mark{"foretells", foretells(p.Text)},
		mark{"names an act", p.Act}, mark{"is told by another", p.Parent != ""},
		mark{"has no name", p.Kind == stemma.SourceUnnamed}, mark{"is a document", p.Kind == stemma.SourceDocument},
		mark{"has a figure", len(p.Counts) > 0}, mark{"is about guilt", slices.ContainsFunc(p.Words, blamed)},
		mark{"is by a party", sided(p.Speaker)}, mark{"quotes", strings.ContainsAny(p.Text, "“\"‘")},
	)
	return append(out, "cue "+p.Cue, "cue of "+cueKind(p), "says "+length(p))
}

// opening are words with which a statement may begin that tell something of it.
var opening = lists.Set("opening")

// foretells reports whether a text is of what will be: "will fire", not "of his own free will".
func foretells(text string) bool {
	text = strings.ReplaceAll(" "+text+" ", " free will ", " ")
	return strings.Contains(text, " will ") || strings.Contains(text, " would ")
}

// cueKind is the kind of a statement's word of saying, "" if it is not in the book.
func cueKind(p *stemma.Proposition) string {
	for _, r := range lexicon.Reporters(p.Cue) {
		if len(r.Words) == 1 {
			return string(r.Kind)
		}
	}
	return ""
}

// length is how much a statement says, in a word.
func length(p *stemma.Proposition) string {
	switch n := len(p.Words); {
	case n <= 1:
		return "hardly a word"
	case n <= pointing:
		return "little"
	case n <= long:
		return "enough"
	}
	return "much"
}

// distances tell how far apart two statements are and who speaks between.
func (p *page) distances(j, i int) []string {
	a, b := &p.said[j], &p.said[i]
	gap, far := behindBy(b, a), "far"
	for _, limit := range []int{0, 40, 120, 250, 500, 900, 1500} {
		if gap <= limit {
			far = "within " + strconv.Itoa(limit)
			break
		}
	}
	between := map[string]bool{}
	for k := j + 1; k < i; k++ {
		if key := p.said[k].Speaker.Key; key != a.Speaker.Key && key != b.Speaker.Key {
			between[key] = true
		}
	}
	return []string{far, "statements between " + strconv.Itoa(min(i-j-1, 4)), "speakers between " + strconv.Itoa(min(len(between), 3))}
}

// towards tells what two speakers have to do with each other.
func towards(a, b *stemma.Proposition) []string {
	both := a.Claim != "" && b.Claim != ""
	named := b.Claim != "" && mentions(a, b.Speaker)
	return present(
		mark{"one body", both && a.Speaker.Body == b.Speaker.Body},
		mark{"two parties", both && sided(a.Speaker) && sided(b.Speaker) && a.Speaker.Body != b.Speaker.Body},
		mark{"earlier names the later speaker", named},
		mark{"later is accused", named && accuses(a)},
		mark{"later names the earlier speaker", a.Claim != "" && mentions(b, a.Speaker)},
		mark{"later told within", a.Claim != "" && b.Parent == a.Claim},
		mark{"earlier told within", b.Claim != "" && a.Parent == b.Claim},
		mark{"both told by one", a.Parent != "" && a.Parent == b.Parent},
	)
}

// shared tells what words two statements have in common, of which no may say the
// contrary of yes.
func (p *page) shared(no, yes *stemma.Proposition) []string {
	n, sum, total, rarely := 0, 0.0, 0.0, false
	theirs := roots(yes.Words)
	for _, w := range roots(no.Words) {
		total += p.weight[w]
		if slices.Contains(theirs, w) {
			n++
			sum += p.weight[w]
			rarely = rarely || p.in[no.Document+" "+w] <= rare
		}
	}
	out := present(mark{"a rare word in common", rarely})
	if n > 0 {
		out = append(out, "share of words "+strconv.Itoa(int(5*sum/max(total, 1))))
	}
	return append(out, "words in common "+strconv.Itoa(min(n, 4)))
}

// negations tell whether one of two statements negates what the other says.
func negations(no, yes *stemma.Proposition) []string {
	both := overlap(no.Negated, yes.Negated) > 0
	return present(
		mark{"both negate it", both}, mark{"one negates", no.Negative != yes.Negative},
		mark{"negates a word of the other", !both && overlap(no.Negated, yes.Words) > 0},
		mark{"says what the other negates", !both && overlap(yes.Negated, no.Words) > 0},
	)
}

// differing are the ways in which two figures stand to each other, the most
// telling last.
var differing = []string{"no two figures", "figures agree", "figures of two things", "figures of two sizes", "figures of one kind differ", "figures of one thing differ"}

// amounts tell whether figures of two statements can both be right.
func amounts(a, b *stemma.Proposition) []string {
	most := mostDiffer(a, b)
	return differing[most : most+1]
}

// mostDiffer is the most telling way in which figures of two statements differ.
func mostDiffer(a, b *stemma.Proposition) int {
	most := 0
	for _, q := range a.Counts {
		for _, o := range b.Counts {
			most = max(most, differ(q, o))
		}
	}
	return most
}

// differ is how two figures differ, an index of differing.
func differ(a, b stemma.Count) int {
	switch {
	case !exclude(a, b):
		return 1
	case a.What != b.What && !bare(a) && !bare(b):
		return 2
	case !alikeInSize(a, b):
		return 3
	case kin(a.Of.Class) != kin(b.Of.Class) || noun(a) != noun(b):
		return 4
	}
	return 5
}

// deeds tell what the events of two statements have to do with each other.
func (p *page) deeds(j, i int) []string {
	var out []string
	speaker := p.said[i].Speaker
	quoted := p.said[i].Claim != ""
	for _, t := range p.told[j] {
		out = append(out, "earlier "+string(t.Event.Modality))
		out = append(out, present(
			mark{"earlier tells a deed of the later speaker", quoted && account.HasParty(t.Actors, speaker)},
			mark{"earlier tells what befell the later speaker", quoted && account.HasParty(t.Recipients, speaker)},
		)...)
		for _, o := range p.told[i] {
			out = append(out, alike(t, o)...)
		}
	}
	for _, t := range p.told[i] {
		out = append(out, "later "+string(t.Event.Modality))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// alike tells in what two events of one type differ.
func alike(a, b *stemma.Telling) []string {
	if a.Event.Type != b.Event.Type {
		return nil
	}
	return present(
		mark{"events of one type", true}, mark{"events of one word", a.Trigger == b.Trigger},
		mark{"other actors", !compatible(a.Actors, b.Actors)}, mark{"other places", !onOneSpot(a, b)},
		mark{"other recipients", !compatible(a.Recipients, b.Recipients)},
	)
}
