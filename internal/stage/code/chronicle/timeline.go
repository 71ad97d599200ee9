package chronicle

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// timeline gives events without words of time the day of the scene that they go
// on with: that of an event of the same type before them, or, in a headline, of
// the one that it heads. What "had been", what is to come and what is only said
// or asked goes on with nothing.
//
//	"Shells hit Dorvat on Monday. … Nineteen were killed." → the Monday, previous-sentence
func timeline(r *stemma.Reading) {
	givers := givers(r)
	for i := range r.Events {
		e := &r.Events[i]
		if since(r, e) || !told(*e) {
			continue
		}
		if day := after(r, e, givers); day.Closed() {
			e.When = day
			continue
		}
		if !timeless(r, e) {
			continue
		}
		if day, ok := sceneDay(r, i, givers); ok {
			e.When = day
			e.When.Basis = stemma.BasisPrevious
		}
	}
}

// timeless reports whether the words of an event name no day of its own, nor a war or an
// operation as a whole.
func timeless(r *stemma.Reading, e *stemma.Event) bool {
	return (hourAlone(r, e) || !e.When.Closed() && (e.When.Words.Empty() || pointsBack(r, e))) && !spans(r, e)
}

// sceneDay is the day of what an event goes on with: the deed to which its words point,
// what was done at its place, what the sentence before tells, or a like event; and whether
// there is one.
func sceneDay(r *stemma.Reading, i int, givers []stemma.Event) (stemma.Interval, bool) {
	e := &r.Events[i]
	if g := thatDeed(r, i); g != nil {
		return g.When, true
	}
	if g := onSite(r, e, givers); g != nil {
		return g.When, true
	}
	if !goesOn(r, e) || !physical[e.Type] || hadBeen(r, e) {
		return stemma.Interval{}, false
	}
	if day := dayBefore(r, e); day.Closed() && !newChronicle(r, e.Trigger).denied(e) {
		return day, true
	}
	if g := giver(r, e, givers); g != nil {
		return g.When, true
	}
	return stemma.Interval{}, false
}

// hourAlone reports whether an event has an hour and no day: its day may be the scene's.
//
//	"Soldiers shot nine on 7 June. … At about 8 a.m. they opened fire." → on 7 June
func hourAlone(r *stemma.Reading, e *stemma.Event) bool {
	return slices.ContainsFunc(r.Times, func(t stemma.TimeExpression) bool {
		return t.Span == e.When.Words && t.Type == "TIME" && !t.Interval.Known()
	})
}

// dayBefore is the day to which the sentence before an event's, or its paragraph's
// first, puts what it tells in the past and in no one's mouth, though it be no event;
// no interval if it names none or several.
//
//	"Last Sunday the Column came. I was above the village. They killed the miller." → that Sunday
func dayBefore(r *stemma.Reading, e *stemma.Event) stemma.Interval {
	at := r.Syntax.SentenceAt(e.Trigger.Start)
	for i := at - 1; i >= max(0, at-Near-1); i-- {
		if r.RegionAt(r.Syntax.Sentences[i].Start).Kind != stemma.RegionBody {
			break
		}
		if day, some := daySet(r, i); some {
			return day
		}
	}
	return stemma.Interval{}
}

// daySet is the day that hangs on the main verb of a sentence, a past tense by which
// nothing is said; and whether the sentence names any time.
func daySet(r *stemma.Reading, sentence int) (day stemma.Interval, some bool) {
	c := newChronicle(r, r.Syntax.Sentences[sentence].Span)
	for i := range r.Times {
		t := &r.Times[i]
		if !c.s.Span.Contains(t.Span) || !dates(t) {
			continue
		}
		if some {
			return stemma.Interval{}, true
		}
		some = true
		if c.heads(t.Span) && t.Interval.Precision == stemma.PrecisionDay {
			day = t.Interval
			day.Words = t.Span
			continue
		}
		v := c.verbOver(t.Span)
		if v < 0 || !c.main(v) || lexicon.Lower(c.s.Tokens[v].Lemma) == "bury" || !c.pastTense(v) || c.cues(v) || c.quoted(t.Span) && c.s.Tokens[v].Head < 0 || bounding[c.before(t.Span)] || c.ahead(*t) || t.Interval.Precision != stemma.PrecisionDay {
			continue
		}
		day = t.Interval
		day.Words = t.Span
	}
	return day, some
}

// bounding are the prepositions before a day that only bounds what is told: "The gangs had
// until Sunday to leave" tells of nothing done on the Sunday.
var bounding = lists.Set("bounding")

// main reports whether a verb is what its sentence tells, whoever is named behind it as
// the teller: "Jets bombed the port on Friday, the army said."
func (c *chronicle) main(v int) bool {
	over := c.s.Tokens[v].Head
	if over < 0 {
		return true
	}
	return over > v && c.s.Tokens[over].Head < 0 && (c.s.Tokens[v].Relation == "ccomp" || c.s.Tokens[v].Relation == "parataxis") && c.cues(over)
}

// verbOver is the verb on which a time hangs, -1 if it hangs on none.
func (c *chronicle) verbOver(time stemma.Span) int {
	i := c.headOf(time)
	if i < 0 || c.s.Tokens[i].Head < 0 || c.s.Tokens[c.s.Tokens[i].Head].Tag != "VERB" {
		return -1
	}
	return c.s.Tokens[i].Head
}

// quoted reports whether words stand in what somebody says.
func (c *chronicle) quoted(words stemma.Span) bool {
	return slices.ContainsFunc(c.r.Claims, func(claim stemma.Claim) bool { return claim.Holds(words) })
}

// cues reports whether a verb is one by which somebody says something.
func (c *chronicle) cues(v int) bool {
	return slices.ContainsFunc(c.r.Claims, func(claim stemma.Claim) bool { return claim.Cue.Overlaps(c.s.Tokens[v].Span) })
}

// pointsBack reports whether the words of an event's time only point to one told before,
// and the room of times found none: "struck nothing in the province that night".
func pointsBack(r *stemma.Reading, e *stemma.Event) bool {
	return strings.HasPrefix(lexicon.Lower(r.Words(e.When.Words)), "that ") && e.When.Earliest == 0
}

// spans reports whether an event is told of as of a whole war or operation, or as done
// again and again: "mine deaths since the ceasefire", "at the start of the war rebels held
// the hills", "the group often shells the port".
func spans(r *stemma.Reading, e *stemma.Event) bool {
	if slices.ContainsFunc(e.Quantities, func(id string) bool { q := r.Quantity(id); return q != nil && SumsUp[q.Scope] }) {
		return true
	}
	c := newChronicle(r, e.Trigger)
	if c.habit() {
		return true
	}
	for i, t := range c.s.Tokens {
		if scope, ok := lexicon.ScopeOf(lexicon.Lower(t.Lemma)); !ok || scope != string(stemma.ScopeWar) || t.Head < 0 || t.Head >= len(c.s.Tokens) {
			continue
		}
		if c.marked(i, "of") && stages[lexicon.Lower(c.s.Tokens[t.Head].Lemma)] && slices.Contains(c.above, c.s.Tokens[t.Head].Head) {
			return true
		}
	}
	return false
}

// OfWar reports whether an event sums up a war, which was fought on no one day and in no
// one place: "The war has killed tens of thousands."
func OfWar(r *stemma.Reading, e *stemma.Event) bool {
	return slices.ContainsFunc(e.Quantities, func(id string) bool { q := r.Quantity(id); return q != nil && q.Scope == stemma.ScopeWar })
}

// stages are the words for a part of a war.
var stages = lists.Set("stages")

// hadBeen reports whether an act is told as over when it was told of: "the army
// said that rebels had shot down the jet" and "rebels, too, have shot men" may be of
// an earlier day than the scene, "there were 57 raids" of many.
func hadBeen(r *stemma.Reading, e *stemma.Event) bool {
	c := newChronicle(r, e.Trigger)
	return slices.ContainsFunc(c.above, c.pluperfect) || c.trigger >= 0 && (c.perfect(c.trigger) || c.total(c.trigger))
}

// total reports whether a noun is what there is some number of: "there were 57 raids".
func (c *chronicle) total(i int) bool {
	has := func(relation string) bool {
		return slices.ContainsFunc(c.s.Children(i), func(k int) bool { return c.s.Tokens[k].Relation == relation })
	}
	over := c.s.Tokens[i].Head
	return has("nummod") && (has("expl") || over >= 0 && slices.ContainsFunc(c.s.Children(over), func(k int) bool { return c.s.Tokens[k].Relation == "expl" }))
}

// today is the day of the report; no interval if that is not known to the day.
func today(r *stemma.Reading) stemma.Interval {
	for _, published := range []stemma.Interval{r.Publication.Published, r.Given.Published} {
		if published.Closed() && published.Earliest == published.Latest && published.Basis != stemma.BasisPageClock {
			return stemma.Interval{Earliest: published.Earliest, Latest: published.Latest, Precision: stemma.PrecisionDay, Basis: stemma.BasisPublication}
		}
	}
	return stemma.Interval{}
}

// physical are the types of acts that make a scene; words are spoken at any time.
var physical = lists.Set("physical")

// givers are the events told with a day, in what is read as the report's story: one
// that only says which thing is meant ("the area that was hit on Monday") sets no scene.
func givers(r *stemma.Reading) []stemma.Event {
	var out []stemma.Event
	for _, e := range r.Events {
		if e.When.Precision == stemma.PrecisionDay && e.When.Closed() && physical[e.Type] && told(e) && TriggerLemma(r, &e) != "bury" && r.RegionAt(e.Trigger.Start).Kind != stemma.RegionCaption && !relative(r, &e) && !countedFrom(r, &e) {
			out = append(out, e)
		}
	}
	return out
}

// countedFrom reports whether an event is only that from which the report's is counted:
// "exchanged 90 men on Friday, a day after a truce took effect".
func countedFrom(r *stemma.Reading, e *stemma.Event) bool {
	return newChronicle(r, e.Trigger).lapse().Known()
}

// relative reports whether an event stands in a relative clause that says which thing
// is meant.
func relative(r *stemma.Reading, e *stemma.Event) bool {
	c := newChronicle(r, e.Trigger)
	return c.trigger >= 0 && c.s.Tokens[c.trigger].Relation == "acl:relcl" && c.opensAs(c.trigger, "that")
}

// told reports whether an event is told of as one that was, whoever denies it.
func told(e stemma.Event) bool {
	switch e.Modality {
	case stemma.Planned, stemma.Hypothetical, stemma.Background:
		return false
	}
	return true
}

// goesOn reports whether an event is one of the story's, by its type and tense.
func goesOn(r *stemma.Reading, e *stemma.Event) bool {
	at := r.Syntax.SentenceAt(e.Trigger.Start)
	if at < 0 || !told(*e) || r.RegionAt(e.Trigger.Start).Kind == stemma.RegionCaption {
		return false
	}
	c := newChronicle(r, e.Trigger)
	return !c.coming() && !c.aside()
}

// aside reports whether the trigger stands in a clause of another time: one that
// tells what had been or what somebody will say, that only says which person or thing
// is meant, or that gives what the scene is an answer to.
func (c *chronicle) aside() bool {
	told := false
	for n, i := range c.above {
		relation := c.s.Tokens[i].Relation
		if relation == "acl:relcl" && !told && !c.continues(i) || told && c.opensWith(i, "where") || !told && c.apart(i) || told && c.willBe(i) {
			return true
		}
		if n+1 < len(c.above) && c.answered(i, c.above[n+1]) {
			return true
		}
		told = told || relation == "ccomp" // what is told is told as by one who tells it now
	}
	return false
}

// continues reports whether a relative clause goes on with the story: "moved down to
// Dorvat, where they shot six men", "the attack took place in Dorvat, where ten were shot".
// Where somebody only went to see, it does not.
func (c *chronicle) continues(i int) bool {
	return c.opensWith(i, "where") && slices.ContainsFunc(c.s.Children(i), func(k int) bool {
		subject := c.s.Tokens[k].Relation == "nsubj" && c.s.Tokens[k].Tag == "PRON"
		return subject || c.form(k) == "," && !c.pluperfect(i) && c.ofForce(i)
	})
}

// ofForce reports whether a clause hangs on what tells of a blow, by its verb or its subject.
func (c *chronicle) ofForce(i int) bool {
	for _, over := range c.path(i)[1:] {
		if c.s.Tokens[over].Tag == "VERB" {
			return deeds[lexicon.Lower(c.s.Tokens[over].Lemma)] || slices.ContainsFunc(c.s.Children(over), func(k int) bool { return c.oneOf(deeds, k) })
		}
	}
	return false
}

// apart reports whether a clause is one of another time than what it hangs on.
func (c *chronicle) apart(i int) bool {
	switch relation := c.s.Tokens[i].Relation; {
	case relation == "acl" && !strings.HasSuffix(c.form(i), "ing"):
		return true
	case relation == "advcl" && c.marked(i, "since"):
		return true
	}
	return c.pluperfect(i) && !c.reported(i)
}

// opensWith reports whether an adverb of a clause is a word: in "the town where the army
// says that rebels killed a pilot" the killing is not the town's news.
func (c *chronicle) opensWith(i int, word string) bool {
	return slices.ContainsFunc(c.s.Children(i), func(k int) bool { return c.s.Tokens[k].Relation == "advmod" && c.form(k) == word })
}

// opensAs reports whether a clause hangs on what goes before by a word.
func (c *chronicle) opensAs(i int, word string) bool {
	return slices.ContainsFunc(c.s.Children(i), func(k int) bool { return k < i && c.form(k) == word })
}

// willBe reports whether a verb is of the future: "They will say that we shelled it".
func (c *chronicle) willBe(i int) bool {
	for _, k := range c.s.Children(i) {
		if c.s.Tokens[k].Relation == "aux" && (c.form(k) == "will" || c.form(k) == "'ll") {
			return true
		}
	}
	return false
}

// answered reports whether a noun is what another is the answer to: "in retaliation
// for the killing of a pilot".
func (c *chronicle) answered(i, over int) bool {
	lemma := lexicon.Lower(c.s.Tokens[over].Lemma)
	if answers[lemma] {
		return c.marked(i, "for", "to", "against")
	}
	return tried[lemma] && c.marked(i, "for", "of", "over", "with")
}

var answers = lists.Set("answers")

// tried are the words behind which a deed is one that a court looks back at: "a life
// sentence for the killing of two judges".
var tried = lists.Set("tried")

// reported reports whether a verb stands in what somebody says, where "had" is
// the teller's past.
func (c *chronicle) reported(i int) bool {
	for _, over := range c.path(i) {
		if relation := c.s.Tokens[over].Relation; relation == "ccomp" || relation == "parataxis" {
			return true
		}
	}
	return false
}

// shares reports whether two events have a party in common.
func shares(a, b stemma.Event) bool {
	for _, x := range parties(a) {
		if slices.Contains(parties(b), x) {
			return true
		}
	}
	return false
}

func parties(e stemma.Event) []string {
	var out []string
	for _, roles := range [][]stemma.Role{e.Actors, e.Recipients} {
		for _, role := range roles {
			if role.Actor != "" {
				out = append(out, role.Actor)
			}
		}
	}
	return out
}

// beside reports whether one event is told in the sentence after another.
func beside(r *stemma.Reading, a, b *stemma.Event) bool {
	return SentencesOn(r, a, b) <= 1
}

// SentencesOn is how many sentences one event is told behind another. A line between that
// is no part of the report, "Read more: …", is not counted.
func SentencesOn(r *stemma.Reading, a, b *stemma.Event) int {
	from, to := r.Syntax.SentenceAt(a.Trigger.Start), r.Syntax.SentenceAt(b.Trigger.Start)
	n := to - from
	for i := from + 1; i < to; i++ {
		if !r.RegionAt(r.Syntax.Sentences[i].Start).Kind.Article() {
			n--
		}
	}
	return n
}

// since gives a state that began at a time, and lasts, the time of its beginning:
// "have encircled the town since June". What is done again and again lasts until
// the report.
func since(r *stemma.Reading, e *stemma.Event) bool {
	at := r.Syntax.SentenceAt(e.Trigger.Start)
	if e.When.Words.Empty() || at < 0 || !r.Syntax.Sentences[at].Contains(e.When.Words) || e.Type == "ASSAULT" {
		return false
	}
	c := newChronicle(r, e.Trigger)
	if c.before(e.When.Words) != "since" {
		return false
	}
	for _, t := range r.Times {
		if t.Span == e.When.Words && t.Interval.Closed() {
			e.When = t.Interval
			return true
		}
	}
	return false
}
