package date

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// tense reports whether the clause around a byte offset speaks of what has been
// or of what is to come, as its verb says; neither where that is not clear.
//
//	"The convoy left on Monday." → past
//	"The convoy will leave on Monday.", "The trial resumes on Monday." → coming
//	"It has been shut since June." → past
//	"Corvel will be a port again in June." → coming
func tense(text stemma.Text, s *stemma.Sentence, offset int) (past, coming bool) {
	i := s.TokenAt(offset)
	if i > 0 && s.Tokens[i-1].Lemma == "since" {
		return true, false
	}
	for range s.Tokens { // a broken tree must not loop
		if i < 0 || i >= len(s.Tokens) {
			return false, false
		}
		if s.Tokens[i].Tag == "ADJ" && ahead[s.Tokens[i].Lemma] {
			return false, true
		}
		if past, coming, ok := tenseOf(text, s, i, offset); ok {
			return past, coming
		}
		i = s.Tokens[i].Head
	}
	return false, false
}

// tenseOf is what one word says of the time at an offset; not known for what is no verb,
// or has its time from a verb above.
func tenseOf(text stemma.Text, s *stemma.Sentence, i, offset int) (past, coming, known bool) {
	if s.Tokens[i].Tag != "VERB" && s.Tokens[i].Tag != "AUX" && s.Child(i, "cop") < 0 {
		return false, false, false
	}
	if toCome(text, s, i) || awaits(s, i, offset) || until(s, offset, putOff[s.Tokens[i].Lemma]) {
		return false, true, true
	}
	return hasBeen(text, s, i), false, !bare(text, s, i)
}

// bare reports whether a verb has its time from what it depends on: "began shelling
// on Monday", "will close, with the last ship leaving on Monday".
func bare(text stemma.Text, s *stemma.Sentence, verb int) bool {
	switch v := s.Tokens[verb]; v.Relation {
	case "xcomp", "advcl", "acl":
		return strings.HasSuffix(form(text, v), "ing") && s.Child(verb, "aux") < 0
	}
	return false
}

// awaits reports whether a verb before an offset says of what stands there that it
// is still to come: "is set for Monday", "scheduled the vote for Monday", but not
// "set fire to the depot on Sunday", "prepared the site on Monday", "Raiders set upon a
// camp on Friday".
func awaits(s *stemma.Sentence, verb, offset int) bool {
	i := s.TokenAt(offset)
	purpose := i > 0 && s.Tokens[i-1].Lemma == "for"
	switch lemma := s.Tokens[verb].Lemma; {
	case s.Tokens[verb].Start >= offset || !ahead[lemma] && !(purpose && calls[lemma]):
		return false
	case purpose:
		return true
	case fixes[lemma]:
		return s.Child(verb, "compound:prt") < 0
	}
	return s.Child(verb, "obj", "compound:prt") < 0 && (s.Child(verb, "nsubj") < 0 || s.Child(verb, "xcomp") >= 0)
}

// fixes are the verbs whose day is that of what they set up, even where it is named:
// "planned a march on Saturday", "has scheduled a hearing Thursday".
var fixes = lists.Set("fixes")

// ahead are the words whose complement is still to come.
var ahead = lists.Set("ahead")

// calls are the verbs by which people are called together: "called a strike for Monday".
var calls = lists.Set("calls")

// putOff are the verbs whose "until Monday" is still to come.
var putOff = lists.Set("put off")

// until reports whether "until", after a verb that puts off, or "as soon as"
// stands shortly before an offset.
func until(s *stemma.Sentence, offset int, putOff bool) bool {
	i := s.TokenAt(offset)
	for j := max(0, i-3); j < i; j++ {
		switch s.Tokens[j].Lemma {
		case "until", "till", "through":
			return putOff
		case "soon", "early":
			return j > 0 && s.Tokens[j-1].Lemma == "as"
		}
	}
	return false
}

// modal are the auxiliaries of what has not been yet.
var modal = lists.Set("modal")

// toCome reports whether a verb stands under "will" or is the infinitive of what
// is planned. What "may have" been is over, and what "would not" or "could not"
// be is told of the past.
func toCome(text stemma.Text, s *stemma.Sentence, verb int) bool {
	infinitive, be := false, false // "are to meet"
	if over(s, verb) {
		return false
	}
	for _, child := range s.Children(verb) {
		switch c := s.Tokens[child]; {
		case c.Relation != "aux" && c.Relation != "mark" && c.Relation != "cop":
		case modal[c.Lemma]:
			return true
		case c.Lemma == "to":
			infinitive = true
		case form(text, c) == "is" || form(text, c) == "are":
			be = true
		}
	}
	if infinitive && be {
		return true
	}
	if timetabled[s.Tokens[verb].Lemma] && present(text, s, verb) {
		return true
	}
	head := s.Tokens[verb].Head
	if !infinitive || head < 0 || head >= len(s.Tokens) || pluperfect(text, s, head) {
		return false
	}
	return ahead[s.Tokens[head].Lemma] || s.Tokens[head].Lemma == "be" || s.Tokens[head].Lemma == "agree"
}

// over reports whether a modal tells of the past: "may have fled", "would not open".
func over(s *stemma.Sentence, verb int) bool {
	past, perfect, denied := false, false, false
	for _, child := range s.Children(verb) {
		switch c := s.Tokens[child]; {
		case c.Relation == "aux" && c.Lemma == "will": // "will have left by Monday"
			return false
		case c.Relation == "aux" && c.Lemma == "have":
			perfect = true
		case c.Relation == "aux" && (c.Lemma == "would" || c.Lemma == "could"):
			past = true
		case c.Lemma == "not" || c.Lemma == "n't" || c.Lemma == "n’t":
			denied = true
		}
	}
	return perfect || past && denied
}

// timetabled are the verbs whose present tells what a timetable holds.
var timetabled = lists.Set("timetabled")

// present reports whether a verb without auxiliaries stands in the "-s" form, or in
// its bare form with a subject: "The trial resumes", "Talks resume".
func present(text stemma.Text, s *stemma.Sentence, verb int) bool {
	v := s.Tokens[verb]
	if s.Child(verb, "aux", "aux:pass", "cop", "mark") >= 0 {
		return false
	}
	word := form(text, v)
	return word == v.Lemma+"s" || word == v.Lemma && s.Child(verb, "nsubj") >= 0
}

// pluperfect: what "had been due" is over.
func pluperfect(text stemma.Text, s *stemma.Sentence, verb int) bool {
	for _, child := range s.Children(verb) {
		if form(text, s.Tokens[child]) == "had" && s.Tokens[child].Tag == "AUX" {
			return true
		}
	}
	return false
}

// hasBeen reports whether a verb stands in a past form: "fell", "were hit", "has
// left". A bare form, an "-s" and an "-ing" tell nothing.
func hasBeen(text stemma.Text, s *stemma.Sentence, verb int) bool {
	for _, child := range s.Children(verb) {
		if c := s.Tokens[child]; strings.HasPrefix(c.Relation, "aux") || c.Relation == "cop" {
			return c.Lemma == "have" || form(text, c) == "was" || form(text, c) == "were" || form(text, c) == "did"
		}
	}
	v := s.Tokens[verb]
	word := form(text, v)
	return word != v.Lemma && word != v.Lemma+"s" && !strings.HasSuffix(word, "es") && !strings.HasSuffix(word, "ing")
}

func form(text stemma.Text, t stemma.Token) string { return strings.ToLower(text.Words(t.Span)) }

// speaks reports whether a verb says what is told beside it.
func speaks(lemma string) bool {
	return slices.ContainsFunc(lexicon.Reporters(strings.ToLower(lemma)), func(r lexicon.Reporter) bool {
		return r.Kind == lexicon.Speech && len(r.Words) == 1 && r.Takes("that")
	})
}

// ofSaying reports whether the verb over an offset is one by which something else is
// said: the day is that of the saying.
//
//	"The dead number 53, the lawyers said yesterday." → of the saying
func ofSaying(s *stemma.Sentence, offset int) bool {
	for i, steps := s.TokenAt(offset), 0; i >= 0 && i < len(s.Tokens) && steps < len(s.Tokens); steps++ {
		if s.Tokens[i].Tag == "VERB" {
			return s.Child(i, "ccomp", "parataxis") >= 0 || s.Child(i, "obj") < 0 && speaks(s.Tokens[i].Lemma)
		}
		i = s.Tokens[i].Head
	}
	return false
}
