package dispute

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/assess/account"
)

// crowd is how many pages of one incident are held against each other whole; of
// more only what tells of the incident itself is.
const crowd = 40

// across holds the pages of one incident against each other: those that are mainly
// about it whole, others only where it is told. Told are disagreements that are not
// told again; pages that carry each other's text are not held against each other.
//
//	one page: "guns of the army fired on the mill"; another: "the army did not fire on it" → a pair
func across(incident stemma.Incident, tellings []stemma.Telling, pages account.Pages, families account.Families, told []stemma.Disagreement) Opposed {
	if len(incident.Documents) < 2 {
		return Opposed{}
	}
	may := func(a, b *stemma.Proposition) bool {
		return a.Document != b.Document && !families.Twins(a.Document, b.Document) && ofTwo(families, a, b)
	}
	proposed := proposedBy("denial", denials(pages.Propositions, func(no, yes *stemma.Proposition) bool {
		return may(no, yes) && (speaksOf(no, tellings) || speaksOf(yes, tellings))
	}))
	p, about := newPage(pages.Propositions, pages.Tellings), mainly(incident, pages.Tellings)
	return Opposed{proposed, told, ofPeace(pages.Tellings), true, p.across(incident, about, proposed, func(i, j int) bool {
		a, b := &p.said[i], &p.said[j]
		whole, part := about[a.Document] && about[b.Document], about[a.Document] || about[b.Document]
		return may(a, b) && (whole || part && (p.tellsOf(i, incident.Events) || p.tellsOf(j, incident.Events)))
	})}
}

// mainly are the pages that an incident is the main thing of: the first attack
// that a page tells of under its title is part of it, or the first event where
// there is no attack.
func mainly(incident stemma.Incident, tellings []stemma.Telling) map[string]bool {
	first := map[string]*stemma.Telling{}
	for i := range tellings {
		t := &tellings[i]
		if t.Title || t.Event.Modality == stemma.Background || t.Event.Modality == stemma.Planned {
			continue
		}
		if known := first[t.Document]; known == nil || ahead(t, known) {
			first[t.Document] = t
		}
	}
	out := map[string]bool{}
	for document, t := range first {
		out[document] = slices.Contains(incident.Events, t.Event.ID)
	}
	return out
}

// ahead reports whether a telling is sooner what a page is about than another.
func ahead(a, b *stemma.Telling) bool {
	if attack := a.Event.Type == "ASSAULT"; attack != (b.Event.Type == "ASSAULT") {
		return attack
	}
	return cmp.Or(cmp.Compare(a.Event.Trigger.Start, b.Event.Trigger.Start), cmp.Compare(a.Event.ID, b.Event.ID)) < 0
}

// ofTwo reports whether two statements of two pages are the word of two; of whom
// nothing is known but what they are called, nobody is the same.
//
//	the ministry's on the one, the ministry's on the other → no; the ministry's, and the other page's own → yes
func ofTwo(f account.Families, a, b *stemma.Proposition) bool {
	if a.Claim == "" && b.Claim == "" {
		return f.Of(a.Document) != f.Of(b.Document)
	}
	body := f.BodyOf(a.Speaker)
	return body == "" || body != f.BodyOf(b.Speaker)
}

// across are the statements of an incident's pages, each with those of other pages
// that it has most in common with, and of pages that are about it with those that
// answer one question in another way.
func (p *page) across(incident stemma.Incident, about map[string]bool, proposed []proposal, may func(i, j int) bool) []Pair {
	near := p.near(incident, may)
	var out []Pair
	for i := range p.said {
		for j := range i {
			main := about[p.said[i].Document] && about[p.said[j].Document] && p.answersForBoth(j, i) && may(i, j)
			if !main && !near[[2]int{j, i}] {
				continue
			}
			two := p.abroad(j, i, proposed)
			two.settled = main
			if main || p.clash(two.no, two.yes) || p.answersOtherwise(j, i, incident) {
				out = append(out, two)
			}
		}
	}
	return out
}

// near are the numbers of each two statements, the smaller first, of which one has most in
// common with the other; of a crowd of pages only those that tell of the incident itself.
func (p *page) near(incident stemma.Incident, may func(i, j int) bool) map[[2]int]bool {
	topics := p.topics(incident.Events)
	weight, under := shelved(topics)
	out := map[[2]int]bool{}
	for i := range p.said {
		if len(incident.Documents) > crowd && !p.tellsOf(i, incident.Events) {
			continue
		}
		for _, j := range nearest(topics[i], weight, under, func(j int) bool { return may(i, j) }) {
			out[[2]int{min(i, j), max(i, j)}] = true
		}
	}
	return out
}

// tellsOf reports whether statement i tells one of the events.
func (p *page) tellsOf(i int, events []string) bool {
	return slices.ContainsFunc(p.told[i], func(t *stemma.Telling) bool { return slices.Contains(events, t.Event.ID) })
}

// topics are what each statement is about: the roots of its words, and the types
// of those of the events that it tells.
func (p *page) topics(events []string) [][]string {
	out := make([][]string, len(p.said))
	for i := range p.said {
		out[i] = roots(p.said[i].Words)
		for _, t := range p.told[i] {
			if slices.Contains(events, t.Event.ID) {
				out[i] = account.Insert(out[i], "tells of "+string(t.Event.Type))
			}
		}
	}
	return out
}

// shelved are the weight of each topic, which is greater the rarer it is, and the
// statements about it.
func shelved(topics [][]string) (weight map[string]float64, under map[string][]int) {
	under = map[string][]int{}
	for i, about := range topics {
		for _, t := range about {
			under[t] = append(under[t], i)
		}
	}
	weight = map[string]float64{}
	for t, all := range under {
		weight[t] = rareness(len(all), len(topics))
	}
	return weight, under
}

// nearest are the statements that share most of some topics, the first of equals.
func nearest(topics []string, weight map[string]float64, under map[string][]int, may func(j int) bool) []int {
	shared := map[int]float64{}
	var found []int
	for _, t := range topics {
		if len(under[t]) > tooCommon {
			continue
		}
		for _, j := range under[t] {
			if _, known := shared[j]; !known && may(j) {
				found = append(found, j)
			}
			shared[j] += weight[t]
		}
	}
	slices.SortFunc(found, func(a, b int) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b)) })
	return found[:min(len(found), candidates)]
}

// clash reports whether two statements of two pages, of which no may say the
// contrary of yes, clash on the face of it: no page answers another, so that it
// takes more than a manner of speaking. What may be or will be clashes with nothing.
//
//	"fired on Nolde" / "never fired on a village" → yes; "will not fire" → no
//	"44 citizens were martyred in the courthouse" / "an attack on the courthouse in which 46 died" → yes
//	"three guards were killed, two marched away" / "three colleagues died, two are missing" → no
//	"put the dead at eight" / "gave the number of dead as ten" → no: of which dead, neither says
func (p *page) clash(no, yes *stemma.Proposition) bool {
	if common := p.common(no, yes); common < faceShare || open(no) || open(yes) || !accountable(no, yes) {
		return false
	}
	if no.Negative != yes.Negative {
		return plainly(no) && ofMatter(no, yes) && overlap(no.Words, yes.Words) >= commonWords || absent(no) || takesUp(yes, no)
	}
	figures := mostDiffer(no, yes)
	return figures == len(differing)-1 && !oneFigure(no, yes) && !figureOnly(no) && !figureOnly(yes) && !countsPart(no) && !countsPart(yes)
}

// countsPart reports whether a statement counts some of those whom others count whole.
//
//	"nine of the dead were women" → yes
func countsPart(p *stemma.Proposition) bool {
	return slices.ContainsFunc(p.Counts, func(q stemma.Count) bool { return partOf(p, q) || account.Partial(q.Words) })
}

// answersOtherwise reports whether two statements of two pages answer one facet in
// two ways, and both tell of one incident, or have words in common; not if each page
// gives both answers.
//
//	"jets hit a depot of the militants" / "the strike hit a bakery" → yes
func (p *page) answersOtherwise(j, i int, incident stemma.Incident) bool {
	a, b, ok := otherwise(p.answers.of(j), p.answers.of(i))
	if !ok || p.givesToo(j, b) && p.givesToo(i, a) {
		return false
	}
	if a.Bond == lexicon.BondName && !oneName(&p.said[j], &p.said[i]) {
		return false
	}
	if (a.Bond == lexicon.BondNear || a.Bond == lexicon.BondMain) && p.tellsOf(j, incident.Events) && p.tellsOf(i, incident.Events) {
		return true
	}
	return max(p.common(&p.said[j], &p.said[i]), p.common(&p.said[i], &p.said[j])) >= faceShare
}

// answersForBoth reports whether two statements answer in two ways a question that has
// one answer for what their pages are about, and neither page gives both.
//
//	"our units reacted at once" / "no soldier came before dark", on two pages about one raid → yes
func (p *page) answersForBoth(j, i int) bool {
	ofPart := func(a lexicon.Answer) bool { return a.Bond != lexicon.BondMain }
	a, b, ok := otherwise(slices.DeleteFunc(slices.Clone(p.answers.of(j)), ofPart), p.answers.of(i))
	return ok && !p.givesToo(j, b) && !p.givesToo(i, a)
}

// givesToo reports whether the page of a statement gives another answer besides. What each
// of two pages tells of two who differ, the two together need not tell again.
func (p *page) givesToo(i int, a lexicon.Answer) bool {
	for k := range p.said {
		if o := other(p.answers.of(k), a); o.Placed && p.said[k].Document == p.said[i].Document && o.Said() == a.Said() {
			return true
		}
	}
	return false
}

// onOneFacet reports whether it is already told that the accounts of an incident differ
// on a facet: of many pages each of which says the same, one is enough.
func onOneFacet(d stemma.Disagreement, told []stemma.Disagreement) bool {
	return lexicon.IsFacet(d.Field) && slices.ContainsFunc(told, func(o stemma.Disagreement) bool { return d.Field == o.Field })
}

// faceShare is how much of the weight of a statement's words another page's must
// have to clash with it.
const faceShare = 0.3

// common is how much of the weight of the words of a statement another has.
func (p *page) common(of, other *stemma.Proposition) float64 {
	sum, total := 0.0, 0.0
	theirs := roots(other.Words)
	for _, w := range roots(of.Words) {
		total += p.weight[w]
		if slices.Contains(theirs, w) {
			sum += p.weight[w]
		}
	}
	return sum / max(total, 1)
}

// open reports whether a statement is of what may be, will be or should be.
func open(p *stemma.Proposition) bool {
	return leavesOpen(p.Text) || foretells(p.Text) || refuses(p) || requests(p) || strings.Contains(p.Text, "?")
}

// oneFigure reports whether two statements give one and the same figure of one thing.
func oneFigure(a, b *stemma.Proposition) bool {
	return slices.ContainsFunc(a.Counts, func(q stemma.Count) bool {
		return slices.ContainsFunc(b.Counts, func(o stemma.Count) bool { return q.Low == o.Low && q.What == o.What })
	})
}

// abroad are two statements of two pages. Neither is the earlier; the one that
// says no stands second.
func (p *page) abroad(j, i int, proposed []proposal) Pair {
	if m, n := strength[p.acts.of(j)], strength[p.acts.of(i)]; m > n || m == n && p.acts.of(j) > p.acts.of(i) {
		j, i = i, j
	}
	a, b := &p.said[j], &p.said[i]
	role, _ := roles(p.acts.of(j), p.acts.of(i))
	out := Pair{Earlier: a, Later: b, Role: role, no: b, yes: a}
	out.Signs = slices.Concat(p.signs(j, i, out), votes(a, b, proposed))
	return out
}
