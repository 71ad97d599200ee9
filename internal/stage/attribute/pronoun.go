package attribute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/attribute/speech"
)

// pronouns resolves the sources that are a pronoun by who has spoken around
// them, where the names of the page have left them open or are farther away.
//
//	“I saw the flash,” Oltai said. → “I” is Oltai
//	"A clerk said the gate was shut. She added …" → “She” is the clerk
func (v *voices) pronouns() {
	for i, d := range v.Drafts {
		if d.Head < 0 {
			continue
		}
		switch word := v.word(i); {
		case word == "i" || word == "we":
			v.firstPerson(i)
		case word == "you" && d.Parent < 0 && v.partOf(d.Sentence) == question:
			v.interviewed(i)
		case third[word] && v.sources[i].Span.Len() <= len("they"):
			v.thirdPerson(i)
		}
	}
}

var third = lists.Set("third person")

// word is the head of the source of claim i, in lower case.
func (v *voices) word(i int) string {
	d := v.Drafts[i]
	return v.Sentences[d.Sentence].Lower(d.Head)
}

// tag is that of the head of the source of claim i.
func (v *voices) tag(i int) string {
	d := v.Drafts[i]
	return v.Sentences[d.Sentence].Tokens[d.Head].Tag
}

// firstPerson is whoever speaks the words in which "I" or "we" stands; outside
// of anybody's words whose turn it is to speak, else who wrote or publishes them.
func (v *voices) firstPerson(i int) {
	d := v.Drafts[i]
	switch label := v.turn(d); {
	case d.Parent >= 0:
		v.speaksOf(i, d.Parent)
	case v.Quoted(d.Cue):
	case v.partOf(d.Sentence) == answer:
		v.interviewed(i)
	case !label.Empty():
		v.sources[i] = stemma.Source{Span: v.sources[i].Span, Name: v.r.Words(label), Kind: stemma.SourceUnnamed, Because: []stemma.Span{label}}
		if named := within(v.mentions, label); len(named) == 1 && isNamed(named[0].actor) {
			v.name(i, named[0].actor.Name, named[0].actor.ID)
		}
	default:
		v.publisher(i)
	}
}

// speaksOf gives an "I" in what claim k says its speaker, a "we" the body for which
// that one speaks.
func (v *voices) speaksOf(i, k int) {
	if body := v.bodyOf(k); body != nil && v.word(i) == "we" {
		v.name(i, body.Name, body.ID)
	} else if v.sources[i].Actor == "" || v.word(i) == "i" {
		v.stands(i, k)
	}
}

// publisher gives a "we" in nobody's words the outlet, an "I" the author.
func (v *voices) publisher(i int) {
	author := within(v.mentions, v.r.Publication.Byline.Span)
	switch outlet := v.outlet(); {
	case v.word(i) == "we" && outlet.Name != "":
		v.name(i, outlet.Name, outlet.Actor)
	case v.word(i) == "i" && len(author) > 0:
		v.name(i, author[0].actor.Name, author[0].actor.ID)
	}
}

// turn is the name at the head of the paragraph of a claim, behind which a colon
// gives somebody the word; empty if there is none.
//
//	"Pilot: I counted nine boats. I think they were empty." → Pilot
func (v *voices) turn(d speech.Draft) stemma.Span {
	first := d.Sentence
	for v.sentenceBefore(first, 1) != nil {
		first--
	}
	return v.Sentences[first].Turn()
}

// bodyOf is the body for which the source of claim k speaks by its own words;
// nil if they name none.
//
//	“We moved nobody,” a spokesman for the Orvel Guard said. → “We” is the Orvel Guard
func (v *voices) bodyOf(k int) *stemma.Actor {
	for _, m := range within(v.mentions, v.Drafts[k].Source) {
		switch m.actor.Kind {
		case stemma.KindPerson, stemma.KindPeople, stemma.KindUnnamedGroup:
		default:
			if v.Drafts[k].Head >= 0 && !m.Overlaps(v.Sentences[v.Drafts[k].Sentence].Tokens[v.Drafts[k].Head].Span) {
				return m.actor
			}
		}
	}
	return nil
}

// name gives the source of claim i a name.
func (v *voices) name(i int, name, actor string) {
	source := &v.sources[i]
	source.Name, source.Actor, source.Kind, source.Description = name, actor, stemma.SourceNamed, stemma.Description{}
}

// thirdPerson is whoever spoke last in the paragraph, if nobody has been named
// since, or only somebody of whom that one spoke.
//
//	"One said his captain had seen it. “He swore it,” he said." → “he” is the one
//	"A rider said they had called Julius Oteyo by name. “They fired at once,” he said." → “he” is the rider
//	"Prosecutors blamed the Orvel Cartel. The men had a mine, they said." → “they” are the prosecutors
func (v *voices) thirdPerson(i int) {
	if v.opens(i) {
		v.stands(i, v.Drafts[i].Parent)
		return
	}
	k := v.lastSpeaker(i)
	if k < 0 || !v.agrees(i, k) {
		v.lastPerson(i)
		return
	}
	switch at := v.namedBefore(i); {
	case at.Start < 0, // nobody is named before it, unless in what it says
		!v.takesUp(k, i) && (v.sources[k].Kind != stemma.SourceUnnamed || v.person(i)) && at.Start < v.Drafts[k].Source.Start,
		v.toldOf(k, at), v.strayed(i):
		v.stands(i, k)
	}
}

// opens reports whether the source of claim i is a "they" that opens what several, or a
// body, say in nobody's marks: then they speak of themselves.
//
//	"The mayor and the bishop say they believe …" → “they” are the mayor and the bishop
func (v *voices) opens(i int) bool {
	d := v.Drafts[i]
	if d.Parent < 0 || v.Quoted(d.Cue) || v.word(i) != "they" {
		return false
	}
	above := v.Drafts[d.Parent]
	if above.Head < 0 || above.Sentence != d.Sentence || len(above.Content) == 0 {
		return false
	}
	s := v.Sentences[d.Sentence]
	first := s.TokenAt(above.Content[0].Start)
	if s.Lower(first) == "that" {
		first++
	}
	return first == d.Head && s.Several(above.Head)
}

// toldOf reports whether a mention stands in what claim k says or between its source
// and its cue, where somebody else is only told of.
//
//	"A deckhand, who was freed when his uncle paid, described … “They beat us,” he said." → “he” is not the uncle
func (v *voices) toldOf(k int, at stemma.Span) bool {
	d := v.Drafts[k]
	return d.Says(at) || at.Start >= d.Source.End && at.End <= d.Cue.Start
}

// takesUp reports whether the source of claim k, which nobody has been found for,
// may be a short form of that of claim i.
//
//	"the Ministry" beside “It”, the Ministry of Defence of Marlen
func (v *voices) takesUp(k, i int) bool {
	return v.sources[k].Actor == "" && slices.Contains(strings.Fields(strings.ToLower(v.sources[i].Name)), v.word(k))
}

// lastPerson gives a pronoun that nobody has been found for whoever, or the
// document or body that, one of the two sentences before brings in.
//
//	"The court heard from a former clerk. He swore …" → a former clerk
//	"Pink leaflets fell at noon. They promise …" → Pink leaflets
func (v *voices) lastPerson(i int) {
	const near = 2 // sentences
	d := v.Drafts[i]
	if v.sources[i].Actor != "" && !v.strayed(i) {
		return
	}
	for back := 1; back <= near; back++ {
		before := v.sentenceBefore(d.Sentence, back)
		if before == nil {
			return
		}
		if k := before.BroughtIn(v.word(i)); k >= 0 {
			span := before.Person(k, -1)
			v.sources[i] = stemma.Source{Span: v.sources[i].Span, Name: v.r.Words(span), Kind: stemma.SourceUnnamed, Because: []stemma.Span{span}}
			return
		}
	}
}

// strayed reports whether the pronoun of claim i was resolved to somebody without
// a name whom only another paragraph speaks of.
func (v *voices) strayed(i int) bool {
	at := v.namedBefore(i)
	return v.sources[i].Kind == stemma.SourceUnnamed && at.Start >= 0 && v.paragraph(at) != v.paragraph(v.Drafts[i].Cue)
}

// paragraph is the region in which a span begins.
func (v *voices) paragraph(at stemma.Span) stemma.Span { return v.r.RegionAt(at.Start).Span }

// sentenceBefore is the sentence that many before another in its paragraph, or nil.
func (v *voices) sentenceBefore(index, back int) *speech.Sentence {
	if index < back || v.Sentences[index-back] == nil || v.Sentences[index-back].Region != v.Sentences[index].Region {
		return nil
	}
	return v.Sentences[index-back]
}

// lastSpeaker is the claim before claim i in its paragraph, or the sentence
// before, that stands in nobody's words; -1 if there is none.
func (v *voices) lastSpeaker(i int) int {
	home := v.paragraph(v.Drafts[i].Cue)
	for k := i - 1; k >= 0 && v.Drafts[k].Sentence >= v.Drafts[i].Sentence-2; k-- {
		d := v.Drafts[k]
		if d.Parent < 0 && d.Head >= 0 && (d.Sentence < v.Drafts[i].Sentence || v.divided(d, v.Drafts[i])) && v.paragraph(d.Cue) == home {
			return k
		}
	}
	return -1
}

// divided reports whether a colon or semicolon stands between two claims of a sentence.
//
//	"Union leaders dispute this: they say …" → “they” are the leaders
func (v *voices) divided(a, b speech.Draft) bool {
	if a.Cue.End > b.Source.Start {
		return false
	}
	s := v.Sentences[b.Sentence]
	for k, t := range s.Tokens {
		divides := s.Lower(k) == ":" || s.Lower(k) == ";"
		if divides && t.Start >= a.Cue.End && t.End <= b.Source.Start && !a.Says(t.Span) {
			return true
		}
	}
	return false
}

// agrees reports whether the pronoun of claim i can stand for the source of k.
func (v *voices) agrees(i, k int) bool {
	s, head, tag := v.Sentences[v.Drafts[k].Sentence], v.Drafts[k].Head, v.tag(k)
	if tag == "PRON" {
		return v.word(i) == v.word(k)
	}
	switch v.word(i) {
	case "he", "she":
		return v.person(k) && !v.calledOtherwise(k, v.word(i)) || v.sources[k].Actor == "" && s.Single(head)
	case "they":
		return tag == "NOUN" && s.Plural(head)
	}
	named := v.person(k) && v.sources[k].Kind == stemma.SourceNamed && (tag == "PROPN" || s.People(head))
	return !named && !s.Plural(head)
}

// Words for a man and for a woman, by which the page tells which of the two somebody is.
var (
	ofMen   = lists.Set("of men")
	ofWomen = lists.Set("of women")
)

// calledOtherwise reports whether the page speaks of the source of claim k by the
// other one of "he" and "she".
//
//	"Mr Holm's mother said she had warned him. He had texted her, …" → “He” is not the mother
func (v *voices) calledOtherwise(k int, pronoun string) bool {
	others := map[string]map[string]bool{"he": ofWomen, "she": ofMen}[pronoun]
	return slices.ContainsFunc(v.actors[v.sources[k].Actor].Mentions, func(m stemma.Mention) bool {
		return m.Form == stemma.FormPronoun && others[strings.ToLower(v.r.Words(m.Span))]
	})
}

// person reports whether the source of claim i is a person that the page names.
func (v *voices) person(i int) bool {
	a := v.actors[v.sources[i].Actor]
	return a != nil && a.Kind == stemma.KindPerson
}

// namedBefore is where the actor to whom the source of claim i was resolved was last
// named before it, though not in what it claims; at -1 if nowhere.
func (v *voices) namedBefore(i int) stemma.Span {
	last := stemma.Span{Start: -1, End: -1}
	if v.sources[i].Actor == "" {
		return last
	}
	for _, m := range v.actors[v.sources[i].Actor].Mentions {
		if m.Start < v.Drafts[i].Source.Start && m.Form != stemma.FormPronoun && m.Start > last.Start && !v.Drafts[i].Says(m.Span) {
			last = m.Span
		}
	}
	return last
}

// stands makes the source of claim i that of claim k, because of its words.
func (v *voices) stands(i, k int) {
	other := v.sources[k]
	if other.Name == "" {
		return
	}
	span := v.sources[i].Span
	v.sources[i] = other
	v.sources[i].Span, v.sources[i].Because = span, []stemma.Span{other.Span}
}
