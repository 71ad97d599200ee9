package speech

import (
	"slices"
	"strings"

	"stemma/internal/reference/lexicon"
)

// plainly reports whether the word is a form that is hardly ever anything but a
// verb of saying; the tagger's word is not taken for those.
func (s *Sentence) plainly(i int) bool {
	behindNoun := s.nominal(i - 1)
	switch {
	case behindNoun && s.child(i, "nsubj") >= 0 && s.child(i, "cop", "det", "case") < 0:
		return true
	case strings.HasSuffix(s.low[i], "s"):
		return s.trails(i) || s.word(i-1, "and", "but") && s.phrasal(i) && s.presentBefore(i) || s.plainPresent(i)
	}
	return behindNoun && strings.HasSuffix(s.low[i], "ed") && s.above(i) < 0 && !s.finite(0, i-1)
}

// plainPresent reports whether a word in "-s" can hardly be a noun in the plural, by the
// words around it.
//
//	"The army talks of bandits.", "Cane Radio reports that …", "“We hold it,” the captain repeats"
func (s *Sentence) plainPresent(i int) bool {
	if i == 0 || i+1 >= len(s.Tokens) || s.tag(i-1, "DET", "ADJ", "ADP", "NUM") || s.word(i-1, "'s", "'") || s.in(i-1, possessives) {
		return false
	}
	switch {
	case s.above(i) < 0 && s.nominal(i-1) && s.tag(i+1, "ADP") && !s.finite(0, s.last()) && s.word(len(s.Tokens)-1, "."):
		return true
	case s.word(i+1, "that"):
		return !s.finite(0, i-1) || s.word(i-1, "and", "but", ",")
	case s.tag(i-1, "PROPN") && !s.tag(i+1, "VERB", "AUX", "ADP", "PUNCT", "CCONJ"):
		return true
	}
	return s.nominal(i-1) && (s.closes(i-2) || s.above(i) < 0 && s.gerund(i+1) || s.parenthetic(i) || s.word(i+1, ",") && s.word(i+2, "citing", "quoting"))
}

// phrasal reports whether a reporting phrase of several words begins with token i:
// "calls on".
func (s *Sentence) phrasal(i int) bool {
	return slices.ContainsFunc(s.entries(i), func(e lexicon.Reporter) bool {
		_, ok := s.matches(i, e)
		return ok && len(e.Words) > 1
	})
}

// presentBefore reports whether a word before token i reports in the present, as one
// that goes on behind "and" does: "reminds them that … | and calls on".
func (s *Sentence) presentBefore(i int) bool {
	for k := range i {
		if s.tag(k, "VERB") && strings.HasSuffix(s.low[k], "s") && len(s.reporters(k)) > 0 {
			return true
		}
	}
	return false
}

// parenthetic reports whether the word and a noun phrase before it stand alone
// between commas, or between a comma and the end: ", the commander reports,", with
// where it was posted: ", the office posted on X."
func (s *Sentence) parenthetic(i int) bool {
	if end := s.posted(i); end < s.last() && !s.word(end+1, ",") {
		return false
	}
	for k := i - 1; k > 1 && s.inName(k); k-- {
		if s.word(k-1, ",", "—", "–") || s.closes(k-1) {
			return true
		}
	}
	return false
}

// posted is the last token of the medium on which the word i tells something, or i.
func (s *Sentence) posted(i int) int {
	if s.word(i+1, "on", "via") && i+2 < len(s.Tokens) && s.carries(i+2) {
		return max(s.nounFrom(i+2), i)
	}
	return i
}

// trails reports whether the word stands between a comma and a noun phrase that
// ends the sentence or a comma closes: "…, reports the news agency.",
// "The boats, said the captain, are safe.", "Guns kill nine, says mayor; army denies"
func (s *Sentence) trails(i int) bool {
	if !s.word(i-1, ",") || !s.nounFollows(i) || s.gerund(i) || s.lemma(i) == "tell" { // whoever stands behind "told" is told
		return false
	}
	end := s.clauseStop(i)
	closed := end < s.last()
	if s.finite(i+1, end) || !closed && !s.finite(0, i-2) || closed && (!s.word(end+1, ",", ";") || !s.word(i, "said", "says", "added", "adds")) {
		return false
	}
	j := s.beside(i, 1)
	return j > i && j <= end && s.speaks(j) && (s.child(i, "nsubj") < 0 || s.above(j) == i && s.is(j, "nsubj") || closed)
}

// turned reports whether the word i begins a turn of phrase that hardly means anything
// else: three words or more, or an object that is said by this word alone.
//
//	"took issue with the figure", "lashed out at the guard", "took responsibility for the blast"
func (s *Sentence) turned(i int) bool {
	k := s.after(i, "obj")
	owns := s.lemma(k) == "responsibility" && s.word(k+1, "for")
	return slices.ContainsFunc(s.reporters(i), func(e lexicon.Reporter) bool { return len(e.Words) > 2 || owns && e.Takes("object:responsibility") })
}

// signed reports whether whoever speaks and a word of saying end the sentence behind a
// comma or a quotation: nothing but a report stands so.
//
//	"No fewer than nine were killed, a resident has disclosed."
//	"“They had lists,” one survivor, who gave no name, narrated."
//	"“They had lists,” Ana Torvik, the port's lawyer, posted on X."
func (s *Sentence) signed(d Draft) bool {
	if d.Head < 0 || d.Head > d.verb || s.posted(d.verb) < s.last() || s.modal(d.verb) || !s.speech(d.verb) || !s.speaks(d.Head) {
		return false
	}
	before := s.left[d.Head] - 1
	return s.word(before, ",") || s.closes(before)
}

// unstopped reports whether a word of saying and whoever says it end the sentence, with
// no comma before them.
//
//	"The toll will rise because many were badly hurt | added the mission."
func (s *Sentence) unstopped(d Draft) bool {
	return d.Head > d.verb && s.right[d.Head] >= s.last() && s.speech(d.verb) && s.completes(d.verb-1)
}

// counted reports whether the noun i tells what somebody's count comes to.
//
//	"a ministry count of 12 dead", "the union's figure of 40 boats"
func (s *Sentence) counted(i int) bool {
	noun, _ := lexicon.NominalOf(s.lemma(i))
	return noun.Takes("of:number")
}
