package speech

import (
	"strings"

	"stemma/internal/reference/lexicon"
)

// reporter is the subject of an active reporting word; where the tree has lost
// it, the noun phrase beside the word.
func (s *Sentence) reporter(i int) int {
	if _, ok := s.quotedAs(i); ok {
		return s.quotee(i)
	}
	if j := s.behindQuote(i); j >= 0 {
		return j
	}
	if s.word(i-1, "another", "others") {
		return i - 1
	}
	if s.trails(i) {
		return s.beside(i, 1)
	}
	if m := s.matrix(i); m >= 0 {
		return s.subject(m)
	}
	if m := s.reportBefore(i); m >= 0 {
		return s.reporter(m)
	}
	if m := s.titledBefore(i); m >= 0 {
		return s.subject(m)
	}
	if s.gerund(i) && s.above(i) < 0 && s.nominal(i-1) {
		return s.beside(i, -1)
	}
	if j := s.treeSubject(i); j >= 0 {
		return j
	}
	return s.lostSubject(i)
}

// behindQuote is the noun phrase behind a word that follows a closing mark.
//
//	"The road is open,” said the mayor." → mayor
//	"The mission, aware of “reports of looting”, urged both sides to wait" → not the sides
func (s *Sentence) behindQuote(i int) int {
	if j := s.child(i, "nsubj"); s.gerund(i) || j >= 0 && j < i && s.quoted[j] < 0 && s.lemma(i) != "say" {
		return -1
	}
	if (s.closes(i-1) || s.word(i-1, ",") && s.closes(i-2)) && s.nounFollows(i) {
		return s.beside(i, 1)
	}
	return -1
}

// treeSubject is the subject that the tree gives the word, but no noun of a
// dateline that stands before the sentence proper; -1 if there is none.
//
//	"AZHMIR, 3 May – The mayor said …" → mayor
func (s *Sentence) treeSubject(i int) int {
	j := s.subject(i)
	if j < 0 || s.is(i, "acl") && s.parenthetic(i) {
		return -1
	}
	if start := s.dateline(); j < start && start < i {
		return s.firstHead(start, i)
	}
	return j
}

// lostSubject is the noun phrase that the words around a report make its subject
// where the tree gives it none; -1 if there is none.
func (s *Sentence) lostSubject(i int) int {
	if j := s.acrossRelative(i); j >= 0 {
		return j
	}
	if j := s.mainSubject(i); j >= 0 || s.gerund(i) || s.infinitive(i) {
		return j
	}
	if j := s.besideAside(i); j >= 0 {
		return j
	}
	if j := s.reached(i); j >= 0 {
		return j
	}
	if j := s.beside(i, -1); j >= 0 && (!s.is(j, "obj", "obl", "iobj") || s.parenthetic(i) || s.bounded(j)) {
		return j
	}
	if j := s.sharedBefore(i); j >= 0 {
		return j
	}
	if first := s.above(i); s.is(i, "conj") && first < i && s.tag(first, "VERB") { // "When reached, the mayor, Ana Torvik, confirmed it but | put the toll at nine"
		return s.reporter(first)
	}
	return s.topNoun(i)
}

// mainSubject is whoever does what the sentence tells first, for a participle
// behind a comma that the tree has hung under a noun; -1 for any other word.
//
//	"The Front has taken the idea of a mill, warning that …" → of "warning": Front
func (s *Sentence) mainSubject(i int) int {
	if !s.word(i-1, ",") || !strings.HasSuffix(s.low[i], "ing") {
		return -1
	}
	for v := range i {
		if s.above(v) < 0 && s.tag(v, "VERB") && s.quoted[v] == s.quoted[i] {
			return s.subject(v)
		}
	}
	return -1
}

// reached is whoever a participle right before the word tells to have been reached by a
// thing that says nothing; -1 if there is none.
//
//	"Residents reached by phone | spoke of constant shelling" → Residents
func (s *Sentence) reached(i int) int {
	k := i - 3
	if noun := s.above(k); s.mute(i-1) && s.tag(i-2, "ADP") && s.is(k, "acl") && s.participle(k) && s.speaks(noun) {
		return noun
	}
	return -1
}

// reportBefore is the report to which a gerund behind a comma adds: "…,” he said,
// stressing that …" → "said"; -1 if there is none.
func (s *Sentence) reportBefore(i int) int {
	if !strings.HasSuffix(s.low[i], "ing") || !s.behindComma(i) {
		return -1
	}
	for m := i - 1; m > 0; m-- {
		if s.quoted[m] == s.quoted[i] && s.tag(m, "VERB") && !s.gerund(m) && !s.infinitive(m) && !s.is(m, "amod") && !(s.is(m, "acl") && s.passive(m)) && len(s.reporters(m)) > 0 {
			return m
		}
	}
	return -1
}

// behindComma reports whether a comma stands right before the token, or before the
// mark that closes a quotation there, or before "while".
//
//	"called it “a fairy tale,” adding …", "said it had no news, while acknowledging …"
func (s *Sentence) behindComma(i int) bool {
	k := i - 1
	if s.word(k, "while") {
		k--
	}
	if s.closes(k) {
		k--
	}
	return s.word(k, ",") || s.commaLost(i)
}

var sayingOn = lists.Set("saying on")

// commaLost reports whether token i is a gerund of saying behind a noun that says
// nothing, or behind a verb that it cannot be the object of: the comma between them is lost.
//
//	"denied burning the mill | saying it was hit by a shell"
func (s *Sentence) commaLost(i int) bool {
	if !s.in(i, sayingOn) {
		return false
	}
	if s.tag(i-1, "VERB") {
		return !s.word(i, "saying") && s.word(i-1, "said", "says") || len(s.reporters(i-1)) == 0 && s.gerund(i-1) || s.infinitive(i-1)
	}
	if s.tag(i-1, "ADJ", "ADV", "NUM") {
		return s.word(i, "adding", "stressing", "insisting", "noting")
	}
	if !s.tag(i-1, "NOUN") || s.above(i) == i-1 && s.Plural(i-1) {
		return false
	}
	noun, _ := lexicon.SourceNounOf(strings.ToLower(s.lemma(i - 1)))
	return !s.speaks(i-1) || noun.Kind == lexicon.NounBody && s.is(i-1, "obj", "obl", "nmod")
}

// titledBefore is the report at the head of a headline to which a word of saying behind
// a comma adds; -1 if there is none.
//
//	"Air force confirms strike on village, says 10 dead" → of "says": confirms
func (s *Sentence) titledBefore(i int) int {
	if !s.headlined() || !s.word(i, "says", "say") || !s.word(i-1, ",") {
		return -1
	}
	for m := range i {
		if s.tag(m, "VERB") && s.quoted[m] < 0 {
			if len(s.reporters(m)) == 0 || s.subject(m) < 0 || s.subject(m) > m {
				return -1
			}
			return m
		}
	}
	return -1
}

// matrix is the reporting word before a conjunction of which token i is a second
// report: "confirmed that he had left, but did not say why" → "confirmed"; -1 if
// there is none.
func (s *Sentence) matrix(i int) int {
	k := i - 1
	for k > 0 && s.tag(k, "AUX", "ADV", "PART") {
		k--
	}
	if !s.word(k, "and", "but") {
		return -1
	}
	for m := k - 1; m > 0 && !s.word(m, ";"); m-- {
		if s.tag(m, "VERB") && !s.is(m, "amod") && !s.passive(m) && len(s.reporters(m)) > 0 && s.coordinate(reporting{verb: m}, k) {
			return m
		}
	}
	return -1
}

// sharedBefore is the subject of the verb before "and" or "but", where the tree
// has hung the second verb under something else.
//
//	"The command has left the port and warns that …" → command
func (s *Sentence) sharedBefore(i int) int {
	k := i - 1
	for k > 0 && s.tag(k, "AUX", "ADV") {
		k--
	}
	if !s.word(k, "and", "but") {
		return -1
	}
	for k--; k > 0; k-- {
		if (s.tag(k, "VERB") || s.child(k, "cop") >= 0) && s.nearestSubject(k) >= 0 && s.nearestSubject(k) < k {
			return s.subject(k)
		}
	}
	return -1
}

// topNoun is the noun that heads the sentence, where the tree has hung its verb
// i into a clause that modifies it; -1 if there is none.
//
//	"An officer who took part acknowledged …", with "acknowledged" under "took"
func (s *Sentence) topNoun(i int) int {
	for k := 0; k < i; k++ {
		if s.above(k) < 0 {
			if s.nominal(k) && s.child(k, "cop", "case") < 0 || s.nominal(k) && s.plainly(i) {
				return k
			}
			return -1
		}
	}
	return -1
}

// nounFollows reports whether a noun phrase begins right behind the word.
func (s *Sentence) nounFollows(i int) bool {
	return i+1 < len(s.Tokens) && (s.nominal(i+1) || s.tag(i+1, "DET", "ADJ") || s.upper(i+1))
}

// edge is the first token of the reporting clause of verb v.
func (s *Sentence) edge(v, subject int) int {
	edge := v
	for edge > 0 && s.above(edge-1) == v && s.is(edge-1, "aux", "advmod", "cop") {
		edge--
	}
	if subject >= 0 && subject < v {
		edge = min(edge, s.left[subject], subject)
	}
	return edge
}

// close reads a reporting clause at the end of its sentence by its words where
// the tree has lost its subject among those before.
//
//	"…, halting an evacuation, two officials and a spokesman said." → "two officials and a spokesman"
//	"The town fell on Monday the army said." → "the army"
func (s *Sentence) close(r *reporting) {
	if !r.Takes("that") || r.Adjective || s.gerund(r.verb) || s.infinitive(r.verb) {
		return
	}
	r.closing = !s.finite(r.end+1, s.beforeRelative(r.end+1))
	if !r.closing && !s.parenthetic(r.verb) || s.subjectParted(r) {
		return
	}
	if r.closing && s.subjectDoubtful(r) {
		s.byBoundary(r)
	}
	commaBehind := s.word(r.end+1, ",") && !s.word(r.verb-1, ",")
	if r.closing && !commaBehind && s.goesOn(r) {
		s.closeInverted(r)
		return
	}
	s.bySegment(r)
}

// subjectParted reports whether the subject that the tree gives the word stands behind it,
// or a mark parts it from what was said: then it is right.
func (s *Sentence) subjectParted(r *reporting) bool {
	return r.subject > r.verb || r.edge > 0 && r.subject >= 0 && (s.word(r.edge-1, ",", "—", "–") || s.closes(r.edge-1))
}

// subjectDoubtful reports whether the tree gives the word no subject that can speak, has
// hung it under another word, or lets the subject run on into what was said.
func (s *Sentence) subjectDoubtful(r *reporting) bool {
	const long = 6 // words of a subject before which nothing parts it from what was said
	return r.subject < 0 || s.above(r.verb) >= 0 || !s.speaks(r.subject) || r.edge > 0 && r.verb-r.edge > long
}

// goesOn reports whether words of the reporting clause stand behind its verb, up to the
// end of the sentence or as its object.
func (s *Sentence) goesOn(r *reporting) bool {
	object := s.after(r.verb, "obj") >= 0 && (!r.Takes("hearer") || s.word(r.verb, "said", "says"))
	return object || s.group(*r, -1) < s.last()
}

// beforeRelative is the last token before a relative pronoun behind token k, or
// the end of the sentence; k itself where the source goes on with a gerund there.
func (s *Sentence) beforeRelative(k int) int {
	if s.commaLost(k) || s.word(k, "citing", "quoting", "adding") {
		return k
	}
	for j := k + 1; j <= s.last(); j++ {
		if s.word(j, "who", "which", "whose", "that") && s.tag(j-1, "NOUN", "PROPN", "PUNCT") {
			return j - 1
		}
	}
	return s.last()
}

// bySegment takes the words between the last comma and the reporting word for
// its subject.
func (s *Sentence) bySegment(r *reporting) {
	first, head := r.verb, -1
	for k := r.verb - 1; k > 0 && (s.inName(k) || s.is(k, "acl") && s.participle(k)); k-- { // "figures | compiled by the port show"
		first = k
		if s.word(k-1, ",", "—", "–") || s.closes(k-1) {
			head = s.firstHead(k, r.verb)
			break
		}
	}
	if head >= 0 && first >= 3 {
		r.subject, r.edge, r.segment = head, first, true
	}
}

var placing = lists.Set("placing")

// byBoundary takes the last noun phrase of a sentence that has lost its comma
// for the subject: a noun phrase begins where a noun is followed by an article,
// or a small word by a name.
//
//	"… northeast of the capital the watch group said." → "the watch group"
//	"… in the market town rebels said." → "rebels"
func (s *Sentence) byBoundary(r *reporting) {
	if s.word(r.edge-1, ",", "—", "–") || s.closes(r.edge-1) || s.word(r.verb-1, ",") {
		return
	}
	const long = 12
	for k := r.verb - 1; k > max(3, r.verb-long) && s.inName(k) && !s.in(k, placing); k-- {
		article := s.word(k, "the", "a", "an") && s.tag(k-1, "NOUN", "PROPN")
		name := s.upper(k) && !s.upper(k-1) && s.tag(k-1, "NOUN", "ADJ", "ADV") && s.tag(k, "PROPN", "ADJ", "NOUN")
		if article || name {
			r.subject, r.edge, r.segment = s.firstHead(k, r.verb), k, true
			return
		}
	}
	if k := r.verb - 1; k > 3 && s.speaks(k) && s.tag(k, "NOUN") && strings.HasSuffix(s.low[k], "s") {
		r.subject, r.edge, r.segment = k, k, true
		for s.is(r.edge-1, "det", "amod", "nmod:poss", "nummod") {
			r.edge--
		}
	}
}

// closeInverted reads "… in the northeast said the Observatory." without the
// comma that newspapers put there: the noun phrase that ends the sentence is
// the subject of a word that takes no object.
func (s *Sentence) closeInverted(r *reporting) {
	if r.Takes("object") && !s.word(r.verb, "said", "says") || !s.finite(0, r.verb-1) {
		return
	}
	j := s.beside(r.verb, 1)
	if j > r.verb && s.left[j] == r.verb+1 && s.right[j] >= s.last() && s.speaks(j) && s.completes(r.verb-1) {
		r.subject, r.edge = j, r.verb
	}
}

// completes reports whether token k can end what was said before a word of saying.
//
//	"… in the north | said the mayor", "… people badly hurt | added the mission"
func (s *Sentence) completes(k int) bool {
	return s.tag(k, "NOUN", "PROPN", "NUM", "ADJ", "ADV", "VERB")
}

// open takes all words before the main verb of a sentence for its subject where
// the tree has found none: "A retired general on their show estimated …".
func (s *Sentence) open(r *reporting) {
	if r.subject >= 0 || s.above(r.verb) >= 0 || s.tag(0, "ADP", "SCONJ", "ADV", "PUNCT", "VERB", "AUX") || s.gerund(r.verb) {
		return
	}
	for k := 0; k < r.verb; k++ {
		if !s.inName(k) && !s.is(k, "amod", "obj", "acl") || s.tag(k, "PUNCT") {
			return
		}
	}
	if head := s.firstHead(0, r.verb); head >= 0 {
		r.subject, r.edge, r.segment = head, 0, true
	}
}

// inName reports whether the token can stand in the noun phrase of a source.
func (s *Sentence) inName(k int) bool {
	if s.upper(k) {
		return true
	}
	if s.tag(k, "VERB") {
		return s.is(k, "amod", "compound")
	}
	if s.tag(k, "PUNCT") {
		return s.word(k, "-", ".", "'")
	}
	return !s.tag(k, "AUX", "SCONJ", "INTJ", "SYM") && !s.word(k, ",", ";", ":", "—", "–", "which", "who", "that")
}

// firstHead is the head of the first noun phrase among tokens a to b: its last
// noun before a preposition, conjunction or mark.
func (s *Sentence) firstHead(a, b int) int {
	head := -1
	for k := a; k < b; k++ {
		switch {
		case s.nominal(k) || s.upper(k) && s.tag(k, "VERB", "ADJ", "CCONJ"):
			head = k
		case head >= 0 && s.tag(k, "ADP", "CCONJ", "PUNCT"):
			return head
		}
	}
	return head
}
