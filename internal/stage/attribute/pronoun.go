package attribute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// pronouns resolves the sources that are a pronoun by who has spoken around
// them, where the names of the page have left them open or are farther away.
//
//	“I saw the flash,” Oltai said. → “I” is Oltai
//	"A clerk said the gate was shut. She added …" → “She” is the clerk
func (v *voices) pronouns() {
	for i, d := range v.drafts {
		if d.head < 0 {
			continue
		}
		s := v.sentences[d.sentence]
		switch {
		case s.word(d.head, "i", "we"):
			v.firstPerson(i)
		case s.word(d.head, "he", "she", "it", "they") && v.sources[i].Span.Len() <= len("they"):
			v.thirdPerson(i)
		}
	}
}

// firstPerson is whoever speaks the words in which "I" or "we" stands; outside
// of anybody's words "we" is who publishes.
func (v *voices) firstPerson(i int) {
	d := v.drafts[i]
	if k := d.parent; k >= 0 {
		if body := v.bodyOf(k); body != nil && v.sentences[d.sentence].word(d.head, "we") {
			v.isNamed(i, body.Name, body.ID)
		} else if v.sources[i].Actor == "" || v.sentences[d.sentence].word(d.head, "i") {
			v.stands(i, k)
		}
		return
	}
	if holding(v.quotations, d.cue) >= 0 {
		return
	}
	if label := v.turn(d); !label.Empty() {
		v.sources[i] = stemma.Source{Span: v.sources[i].Span, Name: v.r.Words(label), Kind: stemma.SourceUnnamed, Because: []stemma.Span{label}}
		if named := within(v.mentions, label); len(named) == 1 && isNamed(named[0].actor) {
			v.isNamed(i, named[0].actor.Name, named[0].actor.ID)
		}
	} else if outlet := v.outlet(); v.sentences[d.sentence].word(d.head, "we") && outlet.Name != "" {
		v.isNamed(i, outlet.Name, outlet.Actor)
	} else if author := within(v.mentions, v.r.Publication.Byline.Span); v.sentences[d.sentence].word(d.head, "i") && len(author) > 0 {
		v.isNamed(i, author[0].actor.Name, author[0].actor.ID)
	}
}

// turn is the name at the head of the paragraph of a claim, behind which a colon
// gives somebody the word; empty if there is none.
//
//	"Pilot: I counted nine boats. I think they were empty." → Pilot
func (v *voices) turn(d draft) stemma.Span {
	const short = 4 // words of a name or post
	s := v.sentences[d.sentence]
	for k := s.index; k >= 0 && v.sentences[k] != nil && v.sentences[k].Region == s.Region; k-- {
		s = v.sentences[k]
	}
	for i := 1; i <= min(short, len(s.Tokens)-2); i++ {
		if s.word(i, ":") && s.upper(0) && s.speaker(0, i-1) {
			return s.bare(0, i-1)
		}
	}
	return stemma.Span{}
}

// bodyOf is the body for which the source of claim k speaks by its own words;
// nil if they name none.
//
//	“We moved nobody,” a spokesman for the Orvel Guard said. → “We” is the Orvel Guard
func (v *voices) bodyOf(k int) *stemma.Actor {
	for _, m := range within(v.mentions, v.drafts[k].source) {
		switch m.actor.Kind {
		case stemma.KindPerson, stemma.KindPeople, stemma.KindUnnamedGroup:
		default:
			if v.drafts[k].head >= 0 && !m.Overlaps(v.sentences[v.drafts[k].sentence].Tokens[v.drafts[k].head].Span) {
				return m.actor
			}
		}
	}
	return nil
}

// isNamed gives the source of claim i a name.
func (v *voices) isNamed(i int, name, actor string) {
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
		v.stands(i, v.drafts[i].parent)
		return
	}
	k := v.lastSpeaker(i)
	if k < 0 || !v.agrees(i, k) {
		v.lastPerson(i)
		return
	}
	switch at := v.namedBefore(i); {
	case v.sources[i].Actor == "",
		!v.takesUp(k, i) && (v.sources[k].Kind != stemma.SourceUnnamed || v.person(i)) && at.Start < v.drafts[k].source.Start,
		v.toldOf(k, at), v.strayed(i):
		v.stands(i, k)
	}
}

// opens reports whether the source of claim i is a "they" that opens what several, or a
// body, say in nobody's marks: then they speak of themselves.
//
//	"The mayor and the bishop say they believe …" → “they” are the mayor and the bishop
func (v *voices) opens(i int) bool {
	d := v.drafts[i]
	if d.parent < 0 || holding(v.quotations, d.cue) >= 0 || !v.sentences[d.sentence].word(d.head, "they") {
		return false
	}
	above := v.drafts[d.parent]
	if above.head < 0 || above.sentence != d.sentence || len(above.content) == 0 {
		return false
	}
	s := v.sentences[d.sentence]
	first := s.TokenAt(above.content[0].Start)
	if s.word(first, "that") {
		first++
	}
	return first == d.head && (s.child(above.head, "conj") >= 0 || s.tag(above.head, "NOUN") && s.plural(above.head) || s.collective(above.head))
}

// toldOf reports whether a mention stands in what claim k says or between its source
// and its cue, where somebody else is only told of.
//
//	"A deckhand, who was freed when his uncle paid, described … “They beat us,” he said." → “he” is not the uncle
func (v *voices) toldOf(k int, at stemma.Span) bool {
	d := v.drafts[k]
	return covers(d.content, at) || at.Start >= d.source.End && at.End <= d.cue.Start
}

// takesUp reports whether the source of claim k, which nobody has been found for,
// may be a short form of that of claim i.
//
//	"the Ministry" beside “It”, the Ministry of Defence of Marlen
func (v *voices) takesUp(k, i int) bool {
	head := v.sentences[v.drafts[k].sentence].low[v.drafts[k].head]
	return v.sources[k].Actor == "" && slices.Contains(strings.Fields(strings.ToLower(v.sources[i].Name)), head)
}

// lastPerson gives a pronoun that nobody has been found for whoever, or the
// document or body that, one of the two sentences before brings in.
//
//	"The court heard from a former clerk. He swore …" → a former clerk
//	"Pink leaflets fell at noon. They promise …" → Pink leaflets
func (v *voices) lastPerson(i int) {
	const near = 2 // sentences
	d := v.drafts[i]
	if v.sources[i].Actor != "" && !v.strayed(i) {
		return
	}
	for back := 1; back <= near; back++ {
		before := v.sentenceBefore(d.sentence, back)
		if before == nil {
			return
		}
		if k := before.broughtIn(v.sentences[d.sentence].low[d.head]); k >= 0 {
			span := before.person(k, -1)
			v.sources[i] = stemma.Source{Span: v.sources[i].Span, Name: v.r.Words(span), Kind: stemma.SourceUnnamed, Because: []stemma.Span{span}}
			return
		}
	}
}

// strayed reports whether the pronoun of claim i was resolved to somebody without
// a name whom only another paragraph speaks of.
func (v *voices) strayed(i int) bool {
	at := v.namedBefore(i)
	return v.sources[i].Kind == stemma.SourceUnnamed && at.Start >= 0 && regionIndex(v.r, at.Start) != regionIndex(v.r, v.drafts[i].cue.Start)
}

// sentenceBefore is the sentence that many before another in its paragraph, or nil.
func (v *voices) sentenceBefore(index, back int) *sentence {
	if index < back || v.sentences[index-back] == nil || v.sentences[index-back].Region != v.sentences[index].Region {
		return nil
	}
	return v.sentences[index-back]
}

// broughtIn is the noun of the sentence for which a pronoun of one behind it can
// stand: of those that do something the first, else the last; -1 if there is none.
//
//	"Gunmen went from house to house looking for policemen. They …" → Gunmen
func (s *sentence) broughtIn(pronoun string) int {
	last := -1
	for k := range s.Tokens {
		if !s.tag(k, "NOUN") || s.word(k, "one", "ones") || !s.broughtFor(k, pronoun) {
			continue
		}
		if s.is(k, "nsubj") {
			return k
		}
		last = k
	}
	return last
}

// broughtFor reports whether a pronoun of a later sentence can stand for noun k.
func (s *sentence) broughtFor(k int, pronoun string) bool {
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.Tokens[k].Lemma))
	body := known && noun.Kind != lexicon.NounPerson && noun.Kind != lexicon.NounDocument
	switch pronoun {
	case "he", "she":
		return s.people(k) && s.word(s.left[k], "a", "an")
	case "it":
		return !s.plural(k) && (s.document(k) || body)
	}
	return s.plural(k) && (s.document(k) || s.people(k)) || body && s.is(k, "nsubj")
}

// people reports whether the token is a noun of persons.
func (s *sentence) people(k int) bool {
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.Tokens[k].Lemma))
	return known && noun.Kind == lexicon.NounPerson || agentive(strings.ToLower(s.Tokens[k].Lemma))
}

// collective reports whether the token is a noun of bodies, media or documents,
// for none of which "he" or "she" stands.
func (s *sentence) collective(k int) bool {
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.Tokens[k].Lemma))
	return known && noun.Kind != lexicon.NounPerson
}

// lastSpeaker is the claim before claim i in its paragraph, or the sentence
// before, that stands in nobody's words; -1 if there is none.
func (v *voices) lastSpeaker(i int) int {
	home := regionIndex(v.r, v.drafts[i].cue.Start)
	for k := i - 1; k >= 0 && v.drafts[k].sentence >= v.drafts[i].sentence-2; k-- {
		d := v.drafts[k]
		if d.parent < 0 && d.head >= 0 && (d.sentence < v.drafts[i].sentence || v.divided(d, v.drafts[i])) && regionIndex(v.r, d.cue.Start) == home {
			return k
		}
	}
	return -1
}

// divided reports whether a colon or semicolon stands between two claims of a sentence.
//
//	"Union leaders dispute this: they say …" → “they” are the leaders
func (v *voices) divided(a, b draft) bool {
	if a.cue.End > b.source.Start {
		return false
	}
	s := v.sentences[b.sentence]
	for k, t := range s.Tokens {
		if t.Start >= a.cue.End && t.End <= b.source.Start && s.word(k, ":", ";") && !covers(a.content, t.Span) {
			return true
		}
	}
	return false
}

// agrees reports whether the pronoun of claim i can stand for the source of k.
func (v *voices) agrees(i, k int) bool {
	s, t := v.sentences[v.drafts[i].sentence], v.sentences[v.drafts[k].sentence]
	pronoun, head := v.drafts[i].head, v.drafts[k].head
	if t.tag(head, "PRON") {
		return s.low[pronoun] == t.low[head]
	}
	switch {
	case s.word(pronoun, "he", "she"):
		return v.person(k) && !v.calledOtherwise(k, s.low[pronoun]) || v.sources[k].Actor == "" && t.single(head)
	case s.word(pronoun, "they"):
		return t.tag(head, "NOUN") && t.plural(head)
	}
	named := v.person(k) && v.sources[k].Kind == stemma.SourceNamed && (t.tag(head, "PROPN") || t.people(head))
	return !named && !t.plural(head)
}

// single reports whether the token is one person as far as its noun tells.
func (s *sentence) single(k int) bool {
	switch {
	case s.tag(k, "NOUN"):
		return !s.plural(k) && !s.collective(k)
	case s.tag(k, "PROPN"): // "The Permanent Secretary, Mr Holm"
		return s.people(k)
	}
	return s.word(k, "one", "another")
}

// calledOtherwise reports whether the page speaks of the source of claim k by the
// other one of "he" and "she".
//
//	"Mr Holm's mother said she had warned him. He had texted her, …" → “He” is not the mother
func (v *voices) calledOtherwise(k int, pronoun string) bool {
	others := map[string][]string{"he": {"she", "her", "herself"}, "she": {"he", "him", "his", "himself"}}[pronoun]
	return slices.ContainsFunc(v.actors[v.sources[k].Actor].Mentions, func(m stemma.Mention) bool {
		return m.Form == stemma.FormPronoun && slices.Contains(others, strings.ToLower(v.r.Words(m.Span)))
	})
}

// person reports whether the source of claim i is a person that the page names.
func (v *voices) person(i int) bool {
	a := v.actors[v.sources[i].Actor]
	return a != nil && a.Kind == stemma.KindPerson
}

// plural reports whether the noun has a plural's form.
func (s *sentence) plural(k int) bool {
	return s.low[k] != strings.ToLower(s.Tokens[k].Lemma)
}

// namedBefore is where the actor to whom the source of claim i was resolved was last
// named before it, though not in what it claims; at -1 if nowhere.
func (v *voices) namedBefore(i int) stemma.Span {
	last := stemma.Span{Start: -1, End: -1}
	if v.sources[i].Actor == "" {
		return last
	}
	for _, m := range v.actors[v.sources[i].Actor].Mentions {
		if m.Start < v.drafts[i].source.Start && m.Form != stemma.FormPronoun && m.Start > last.Start && !covers(v.drafts[i].content, m.Span) {
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
