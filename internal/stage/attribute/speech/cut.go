package speech

import (
	"strings"

	"stemma/internal/reference/lexicon"
)

var subordinate = lists.Set("subordinate")

// reach is how far a clause goes on that begins at token a: to the end of the
// sentence when the reporting word is in its main line, else to the end of the
// subordinate clause or quotation that holds the word.
func (s *Sentence) reach(r reporting, a int) int {
	end := s.last()
	if q := s.quoted[r.verb]; q >= 0 {
		for end > a && s.quoted[end] != q {
			end--
		}
	}
	if k := s.mainBehind(r, a, end); k >= 0 {
		return k - 1
	}
	if k := s.subordinateOver(r.verb); k >= 0 {
		return min(end, max(s.right[k], a))
	}
	return end
}

// mainBehind is the comma behind which the main clause begins, where the reporting word
// stands in one that is opened beside it; -1 if there is none.
//
//	"While he said it was shut | , trucks passed"
func (s *Sentence) mainBehind(r reporting, a, end int) int {
	if !s.in(r.edge-1, subordinate) || r.edge > 1 && !s.word(r.edge-2, ",") {
		return -1
	}
	for k := a + 1; k < end; k++ {
		if s.word(k, ",") && s.finite(a, k) && s.finite(k+1, end) {
			return k
		}
	}
	return -1
}

// subordinateOver is the verb of the subordinate clause that holds the reporting word, or
// -1; a gerund that reports is none.
func (s *Sentence) subordinateOver(verb int) int {
	k := verb
	for range s.Tokens { // a broken tree must not loop
		if k < 0 || s.is(k, "advcl", "acl") && !(k == verb && s.gerund(k)) {
			return k
		}
		k = s.above(k)
	}
	return -1
}

var goingOn = lists.Set("going on")

// cut is where tokens a to b stop being what one source said: before a report
// of somebody else, before "according to", before a remark with a report of its
// own, and before what the same source is told to add.
//
//	"said the road was shut, but the mayor denied it" → … "shut"
func (s *Sentence) cut(r reporting, a, b int) int {
	for k := a + 1; k < b; k++ {
		unquoted := s.quoted[k] < 0
		switch {
		case s.word(k, "and", "but") && s.coordinate(r, k), s.saidBehind(k):
			return k - 1
		case unquoted && (s.otherwise(k) && (r.passive || s.finite(a, k)) || s.phrase(k, "according", "to")):
			return s.beforeComma(k - 1)
		case (unquoted || s.quoted[k] == s.quoted[a]) && s.leaves(r, k, b):
			return k - 1
		}
	}
	return b
}

// saidBehind reports whether token k is a "said" that ends its sentence with its
// speaker and has lost the comma before it.
//
//	"expected to rise | said the Observatory"
func (s *Sentence) saidBehind(k int) bool {
	speaker := s.after(k, "nsubj")
	return s.word(k, "said", "added") && speaker >= 0 && s.child(k, "nsubj") == speaker && s.right[k] >= s.last()
}

var turning = lists.Set("turning")

// leaves reports whether a comma, semicolon or dash at token k parts what one source
// says from what the sentence tells besides, up to token b.
//
//	"said the road was shut | , but the mayor denied it", "… | , adding that it was mined"
//	"with critics saying the toll fell | , Torvik said …"
func (s *Sentence) leaves(r reporting, k, b int) bool {
	if !s.word(k, ",", ";", "—", "–") {
		return false
	}
	if s.gerund(r.verb) && s.word(k, ",") && s.otherReport(k, b) {
		return true
	}
	if s.word(k, ";") || s.phrase(k+1, "according", "to") || s.partOf(k+1) || s.in(k+1, goingOn) {
		return true
	}
	return (s.in(k+1, turning) || s.word(k+1, "which", "who", "whom")) && s.otherReport(k+1, b)
}

// partOf reports whether "some of which" or the like begins at token k.
func (s *Sentence) partOf(k int) bool {
	for j := k; j < k+4; j++ {
		if s.word(j, "of") && s.word(j+1, "which", "whom") {
			return true
		}
	}
	return false
}

// coordinate reports whether a second report of the same source begins at the
// conjunction k: "says it fell and accuses the guard". What was done "and then" goes
// on with what is said.
func (s *Sentence) coordinate(r reporting, k int) bool {
	v := s.reportAfter(k)
	if v < 0 || s.word(k+1, "then") || s.quoted[k] >= 0 && s.quoted[r.verb] != s.quoted[k] || s.innerPast(r.verb, v) >= 0 {
		return false
	}
	switch {
	case s.bothPresent(r.verb, v), s.is(v, "conj") && s.above(v) == r.verb:
		return true
	case !s.participle(r.verb):
		return false
	case s.word(k-1, ","):
		return s.participle(v) || s.word(k+1, "did", "does", "do", "has", "have", "had")
	}
	return s.participle(v) && (s.undergoes(k, v) || s.unlike(r.verb, k))
}

// bothPresent reports whether two verbs have the same form of the present.
//
//	"says … and accuses …", "say … and accuse …"
func (s *Sentence) bothPresent(v, w int) bool {
	if strings.HasSuffix(s.low[v], "s") && strings.HasSuffix(s.low[w], "s") {
		return true
	}
	return s.low[v] == s.lemma(v) && s.low[w] == s.lemma(w)
}

// unlike reports whether the clause between the word i and the conjunction k has a
// subject that cannot speak, or tells what is, goes on or would be: a report behind
// it in the past is not its own.
//
//	"said the road was mined and urged drivers to wait" → "urged" is the sayer's
//	"predicted that rebels would block it and urged drivers to wait" → so it is
func (s *Sentence) unlike(i, k int) bool {
	for v := k - 1; v > i; v-- {
		j := s.child(v, "nsubj")
		if j <= i || j > v || s.is(v, "acl") || s.quotedFrom(v, i) {
			continue
		}
		goesOn := strings.HasSuffix(s.low[v], "ing") && s.child(v, "aux") >= 0
		return s.child(v, "cop") >= 0 || goesOn || s.modal(v) || s.tag(j, "NOUN") && !s.speaks(j)
	}
	return false
}

var modals = lists.Set("modals")

// modal reports whether the verb is said to be what may, will or must be done.
func (s *Sentence) modal(v int) bool {
	for _, k := range s.kids[v] {
		if k < v && s.is(k, "aux") && s.in(k, modals) {
			return true
		}
	}
	return false
}

// reportAfter is the reporting word that follows the conjunction k without a
// subject of its own, or -1.
func (s *Sentence) reportAfter(k int) int {
	v := k + 1
	for v < len(s.Tokens)-1 && s.tag(v, "ADV", "AUX", "PART") {
		v++
	}
	if v >= len(s.Tokens) || !s.tag(v, "VERB") && !(v == k+1 && s.tag(v, "NOUN") && s.plainly(v)) || s.subjectBetween(k, v) {
		return -1
	}
	for _, e := range s.reporters(v) {
		switch e.Kind {
		case lexicon.Speech, lexicon.Request, lexicon.Promise, lexicon.Judgement:
			return v
		case lexicon.Thought:
			if s.word(v+1, "that") {
				return v
			}
		}
	}
	return -1
}

// undergoes reports whether the clause before the conjunction k is a passive, so
// that the report v behind it, which has an object, is hardly its own.
//
//	"ruled that the captain be recalled and cautioned both sides" → "cautioned" is the ruler's
func (s *Sentence) undergoes(k, v int) bool {
	j := k - 1
	for j > 0 && !(s.tag(j, "VERB") && s.child(j, "nsubj", "nsubj:pass") >= 0) {
		j--
	}
	return s.child(j, "nsubj:pass") >= 0 && s.child(v, "aux") < 0 && (s.after(v, "obj", "ccomp", "xcomp") >= 0 || s.phrasal(v))
}

// innerPast is the verb of what one says in the present, if the verb v behind it is
// in the past as it is: then v goes on with what is said. It is -1 otherwise.
//
//	"A clerk says a sergeant stopped her and told her to wait" → of "told": stopped
//	"A clerk said a sergeant stopped her and then asked for water" → of "asked": stopped
func (s *Sentence) innerPast(saying, v int) int {
	if saying < 0 || !strings.HasSuffix(s.low[saying], "s") && !s.word(v-1, "then") || !s.past(v) {
		return -1
	}
	for m := v - 1; m > saying; m-- {
		if j := s.child(m, "nsubj"); j > saying && j < m && s.past(m) && !s.is(m, "acl") {
			return m
		}
	}
	return -1
}

// past reports whether the token is a verb in the past without an auxiliary.
func (s *Sentence) past(v int) bool {
	return s.tag(v, "VERB") && s.participle(v) && s.child(v, "aux") < 0
}

// subjectBetween reports whether the verb v has a subject behind token k.
func (s *Sentence) subjectBetween(k, v int) bool {
	j := s.child(v, "nsubj")
	return j > k && j < v
}

// otherReport reports whether the clause behind token k is another report: its
// first verb reports and it has a subject that can speak.
func (s *Sentence) otherReport(k, b int) bool {
	speaker := false
	for j := k + 1; j <= b; j++ {
		switch {
		case s.tag(j, "NOUN", "PROPN"):
			speaker = speaker || s.speaks(j)
		case s.tag(j, "PRON") || s.word(j, "another", "others", "some"):
			speaker = true
		case s.tag(j, "VERB") && !s.is(j, "amod"):
			return speaker && len(s.reporters(j)) > 0
		case s.word(j, ",") && s.word(j+1, "who", "which", "whose"):
			for j++; j < b && !s.word(j, ","); j++ {
			}
		case s.stop(j):
			return false
		}
	}
	return false
}

// beforeComma is token k, or the one before if k is a comma.
func (s *Sentence) beforeComma(k int) int {
	if s.word(k, ",") {
		return k - 1
	}
	return k
}
