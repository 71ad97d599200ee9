package attribute

import (
	"stemma"
	"stemma/internal/stage/attribute/speech"
)

// A part is whose turn it is in an interview that is printed as questions and answers.
type part int

const (
	noPart part = iota
	question
	answer
)

// Marks at the head of a paragraph, behind which a colon gives the word.
var (
	questionMarks = lists.Set("question marks")
	answerMarks   = lists.Set("answer marks")
)

// marked is the part that a paragraph begins with its first sentence.
//
//	"Q: Who fired?" → question;  "A: The army did." → answer
func marked(s *speech.Sentence) part {
	if s == nil || len(s.Tokens) < 3 || s.Lower(1) != ":" {
		return noPart
	}
	switch {
	case questionMarks[s.Lower(0)]:
		return question
	case answerMarks[s.Lower(0)]:
		return answer
	}
	return noPart
}

// partOf is the part in which a sentence stands: that of the last mark before it, if the
// page has asked a question by then.
func (v *voices) partOf(sentence int) part {
	last := noPart
	for i := sentence; i >= 0; i-- {
		if v.Sentences[i] == nil || v.sentenceBefore(i, 1) != nil {
			continue // no sentence of the report, or not the first of its paragraph
		}
		m := marked(v.Sentences[i])
		if last == noPart {
			last = m
		}
		if m == question {
			return last
		}
	}
	return noPart
}

// interviewed makes whoever is interviewed the source of claim i, an "I" or "we" of an
// answer or a "you" of a question: who was quoted, or else named first, before the first
// question. Whom the introduction only cites is not who answers.
//
//	"Interview with Colonel Iwan. … A: I deny it." → “I” is Iwan
//	"“Nobody warned us,” says mayor … A: I told them so." → “I” is the mayor
//	"Police say two died. Jan Torvik saw it. … A: I ran." → “I” is Torvik
func (v *voices) interviewed(i int) {
	first := v.firstQuestion()
	for k, d := range v.Drafts {
		if d.Cue.Start < first && d.Parent < 0 && v.sources[k].Name != "" && v.Direct(d) {
			v.stands(i, k)
			return
		}
	}
	for _, m := range v.mentions {
		if m.Start < first && m.actor.Kind == stemma.KindPerson && isNamed(m.actor) && !v.asks(m.actor) {
			v.name(i, m.actor.Name, m.actor.ID)
			v.sources[i].Because = []stemma.Span{m.Span}
			return
		}
	}
}

// asks reports whether somebody wrote the page, who then asks the questions.
func (v *voices) asks(a *stemma.Actor) bool {
	for _, m := range within(v.mentions, v.r.Publication.Byline.Span) {
		if m.actor == a {
			return true
		}
	}
	return false
}

// firstQuestion is where the first question of the page begins, or the end of the text.
func (v *voices) firstQuestion() int {
	for i, s := range v.Sentences {
		if s != nil && v.sentenceBefore(i, 1) == nil && marked(s) == question {
			return s.Start
		}
	}
	return len(v.r.Text)
}
