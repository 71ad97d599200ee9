package attribute

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A reporting is a word of the sentence read as one that reports.
type reporting struct {
	lexicon.Reporter
	verb    int // the word itself
	end     int // last word of it: "on" of "called on"
	subject int // who reports, or -1
	edge    int // first token of the reporting clause: the cue, or the subject before it
	passive bool
	negated bool
	segment bool // its subject was read by the commas, not by the tree
	closing bool // nothing follows it that could be its content
}

// reportings are the ways in which token i can be read as a reporting word,
// the longest phrase first.
func (s *sentence) reportings(i int) []reporting {
	if !s.reports(i) {
		return nil
	}
	var out []reporting
	for _, e := range s.entries(i) {
		end, ok := s.matches(i, e)
		if !ok {
			continue
		}
		r := reporting{Reporter: e, verb: i, end: end, passive: s.passive(i), negated: s.negated(i)}
		if !r.passive {
			r.subject = s.reporter(i)
		} else {
			r.subject = s.child(i, "obl:agent")
		}
		r.edge = s.edge(i, r.subject)
		if k := s.quoter(i); k >= 0 && !s.passive(k) {
			r.edge = s.edge(k, s.subject(k))
		}
		if !r.passive {
			s.close(&r)
			s.open(&r)
		}
		out = append(out, r)
	}
	return out
}

// entries are the reporting words of a token's lemma; of a verb that the tagger
// has taken for a noun, those of its form without its ending.
func (s *sentence) entries(i int) []lexicon.Reporter {
	if found := lexicon.Reporters(s.Tokens[i].Lemma); len(found) > 0 || s.tag(i, "VERB") {
		return found
	}
	for _, ending := range []string{"ed", "d", "s"} {
		if stem, ok := strings.CutSuffix(s.low[i], ending); ok {
			if found := lexicon.Reporters(stem); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// reports reports whether token i stands where a reporting word can: it is no
// attribute of a noun ("the reported theft") and no preposition.
func (s *sentence) reports(i int) bool {
	if s.is(i, "amod") && s.tag(i, "VERB") && s.word(i-1, ",") && s.besideAside(i) >= 0 {
		return true
	}
	if s.is(i, "amod", "compound", "case", "flat", "aux", "cop", "fixed") {
		return false
	}
	return s.tag(i, "VERB", "ADJ") || s.tag(i, "AUX", "NOUN") && s.plainly(i)
}

// plainly reports whether the word is a form that is hardly ever anything but a
// verb of saying; the tagger's word is not taken for those.
func (s *sentence) plainly(i int) bool {
	if s.word(i, "said", "says", "told", "tells", "added", "adds") {
		return true
	}
	if s.child(i, "nsubj") >= 0 && s.child(i, "cop", "det", "case") < 0 && s.nominal(i-1) || s.trails(i) && strings.HasSuffix(s.low[i], "s") {
		return true
	}
	if i > 0 && strings.HasSuffix(s.low[i], "ed") && s.nominal(i-1) && !s.finite(0, i-1) && s.above(i) < 0 {
		return true
	}
	if i == 0 || i+1 >= len(s.Tokens) || !strings.HasSuffix(s.low[i], "s") || s.tag(i-1, "DET", "ADJ", "ADP", "NUM") || s.word(i-1, "'s", "'", "its", "their", "his", "her", "our") {
		return false
	}
	switch {
	case s.word(i+1, "that"):
		return !s.finite(0, i-1) || s.word(i-1, "and", "but", ",")
	case s.tag(i-1, "PROPN") && !s.tag(i+1, "VERB", "AUX", "ADP", "PUNCT", "CCONJ"):
		return true
	}
	return s.nominal(i-1) && (s.closes(i-2) || s.above(i) < 0 && s.gerund(i+1) || s.parenthetic(i) || s.word(i+1, ",") && s.word(i+2, "citing", "quoting"))
}

// parenthetic reports whether the word and a noun phrase before it stand alone
// between commas, or between a comma and the end: ", the commander reports,".
func (s *sentence) parenthetic(i int) bool {
	if i < s.last() && !s.word(i+1, ",") {
		return false
	}
	for k := i - 1; k > 1 && s.inName(k); k-- {
		if s.word(k-1, ",", "—", "–") || s.closes(k-1) {
			return true
		}
	}
	return false
}

// trails reports whether the word stands between a comma and a noun phrase that
// ends the sentence or a comma closes: "…, reports the news agency.",
// "The boats, said the captain, are safe."
func (s *sentence) trails(i int) bool {
	if !s.word(i-1, ",") || !s.nounFollows(i) || s.gerund(i) {
		return false
	}
	end := s.clauseStop(i)
	closed := end < s.last()
	if s.finite(i+1, end) || !closed && !s.finite(0, i-2) || closed && (!s.word(end+1, ",") || !s.word(i, "said", "says", "added", "adds")) {
		return false
	}
	j := s.beside(i, 1)
	return j > i && j <= end && s.speaks(j) && (s.child(i, "nsubj") < 0 || s.child(i, "nsubj") > i || closed)
}

func (s *sentence) matches(i int, e lexicon.Reporter) (end int, ok bool) {
	if e.Adjective != s.adjectival(i) {
		return i, false
	}
	if len(e.Words) > 1 && !s.phrase(i+1, e.Words[1:]...) {
		return i, false
	}
	return i + len(e.Words) - 1, true
}

// adjectival reports whether the token is said of someone by a verb of being:
// "is convinced", "remain afraid".
func (s *sentence) adjectival(i int) bool {
	if s.tag(i, "ADJ") {
		return true
	}
	if !s.word(i, "convinced", "concerned", "worried", "persuaded", "alarmed") {
		return false
	}
	return s.child(i, "cop") >= 0 || s.child(i, "aux:pass") >= 0 && s.child(i, "obl:agent") < 0
}

func (s *sentence) passive(i int) bool {
	if s.tag(i, "ADJ") {
		return false
	}
	if s.child(i, "nsubj:pass", "aux:pass", "csubj:pass") >= 0 {
		return s.child(i, "aux") < 0 || s.being(i)
	}
	return s.is(i, "acl") && s.child(i, "nsubj", "aux") < 0 && s.participle(i) && !s.headline(i) && !s.parenthetic(i)
}

// being reports whether one of the word's auxiliaries is a form of "be" or "get":
// "has announced" is no passive, whatever the tree calls it.
func (s *sentence) being(i int) bool {
	for _, k := range s.kids[i] {
		if s.is(k, "aux") && s.word(k, "be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "get", "gets", "got", "getting", "'m") {
			return true
		}
	}
	return false
}

// participle reports whether the word has a past participle's form.
func (s *sentence) participle(i int) bool {
	w := s.low[i]
	return w != s.Tokens[i].Lemma && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "s")
}

// headline reports whether the participle is the verb of a noun that heads the
// sentence, with an object of its own: the tree has taken a clause for a noun.
//
//	"Seven witnesses described hearing fire"
func (s *sentence) headline(i int) bool {
	above := s.above(i)
	if above < 0 || s.above(above) >= 0 || s.child(i, "obl:agent") >= 0 {
		return false
	}
	return s.after(i, "obj", "xcomp", "ccomp") >= 0 || !s.finite(0, s.last())
}

// negated reports whether the word is denied: "did not say", "nobody thinks".
func (s *sentence) negated(i int) bool {
	for _, k := range s.kids[i] {
		if k < i && s.word(k, "not", "n't", "never", "neither", "nobody", "nor", "hardly", "cannot") {
			return true
		}
	}
	return false
}

// reporter is the subject of an active reporting word; where the tree has lost
// it, the noun phrase beside the word.
func (s *sentence) reporter(i int) int {
	if _, ok := s.quotedAs(i); ok {
		return s.quotee(i)
	}
	if s.closes(i-1) || s.word(i-1, ",") && s.closes(i-2) {
		if j := s.beside(i, 1); j >= 0 && s.nounFollows(i) {
			return j
		}
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
	if s.gerund(i) && s.above(i) < 0 && s.nominal(i-1) {
		return s.beside(i, -1)
	}
	if j := s.subject(i); j >= 0 && !(s.is(i, "acl") && s.parenthetic(i)) {
		return j
	}
	if j := s.acrossRelative(i); j >= 0 {
		return j
	}
	if s.gerund(i) || s.infinitive(i) {
		return -1
	}
	if j := s.besideAside(i); j >= 0 {
		return j
	}
	if j := s.beside(i, -1); j >= 0 && (!s.is(j, "obj", "obl", "iobj") || s.parenthetic(i)) {
		return j
	}
	return s.sharedBefore(i)
}

// besideAside is the head of the noun phrase before a short aside that a comma
// closes right before the word; -1 if there is none.
//
//	"The pilot, however, denied it", "Ana Torvik, 23, said …"
func (s *sentence) besideAside(i int) int {
	const short = 10
	k := i - 1
	for k > 0 && s.tag(k, "AUX", "ADV") && !s.word(k, ",") {
		k--
	}
	if !s.word(k, ",") {
		return -1
	}
	for from := k - 1; from > max(0, k-short); from-- {
		if !s.word(from, ",") {
			continue
		}
		if j := s.beside(from, -1); j >= 0 && s.child(j, "case") < 0 && !s.mainVerb(from+1, k-1) {
			return j
		}
		return -1
	}
	return -1
}

// mainVerb reports whether tokens a to b hold a verb with a subject of its own.
func (s *sentence) mainVerb(a, b int) bool {
	for k := a; k <= b; k++ {
		if s.tag(k, "VERB", "AUX") && s.child(k, "nsubj") >= 0 && !s.word(s.child(k, "nsubj"), "who", "which") {
			return true
		}
	}
	return false
}

// matrix is the reporting word before a conjunction of which token i is a second
// report: "confirmed that he had left, but did not say why" → "confirmed"; -1 if
// there is none.
func (s *sentence) matrix(i int) int {
	k := i - 1
	for k > 0 && s.tag(k, "AUX", "ADV", "PART") {
		k--
	}
	if !s.word(k, "and", "but") {
		return -1
	}
	for m := k - 1; m > 0; m-- {
		if s.tag(m, "VERB") && m != i && len(lexicon.Reporters(s.Tokens[m].Lemma)) > 0 && s.coordinate(reporting{verb: m}, k) {
			return m
		}
	}
	return -1
}

// sharedBefore is the subject of the verb before "and" or "but", where the tree
// has hung the second verb under something else.
//
//	"The command has left the port and warns that …" → command
func (s *sentence) sharedBefore(i int) int {
	k := i - 1
	for k > 0 && s.tag(k, "AUX", "ADV") {
		k--
	}
	if !s.word(k, "and", "but") {
		return -1
	}
	for k--; k > 0; k-- {
		if s.tag(k, "VERB") && s.nearestSubject(k) >= 0 && s.nearestSubject(k) < k {
			return s.subject(k)
		}
	}
	return -1
}

// acrossRelative is the head of the noun phrase before a relative clause that a
// comma closes right before the word; -1 if there is none.
//
//	"The Column, which holds the far bank, has promised …" → Column
func (s *sentence) acrossRelative(i int) int {
	k := i - 1
	for k > 0 && s.tag(k, "AUX", "ADV") {
		k--
	}
	if !s.word(k, ",") {
		return -1
	}
	for k--; k > 1; k-- {
		if s.word(k, "who", "which", "whose", "quoting", "citing") && s.word(k-1, ",") {
			return s.beside(k-1, -1)
		}
	}
	return -1
}

// nounFollows reports whether a noun phrase begins right behind the word.
func (s *sentence) nounFollows(i int) bool {
	return i+1 < len(s.Tokens) && (s.nominal(i+1) || s.tag(i+1, "DET", "ADJ") || s.upper(i+1))
}

// edge is the first token of the reporting clause of verb v.
func (s *sentence) edge(v, subject int) int {
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
func (s *sentence) close(r *reporting) {
	if !r.Takes("that") || r.Adjective || s.gerund(r.verb) || s.infinitive(r.verb) {
		return
	}
	r.closing = !s.finite(r.end+1, s.last())
	if !r.closing && !s.parenthetic(r.verb) {
		return
	}
	if r.subject > r.verb || r.edge > 0 && r.subject >= 0 && (s.word(r.edge-1, ",", "—", "–") || s.closes(r.edge-1)) {
		return
	}
	if !r.closing {
		s.bySegment(r)
		return
	}
	if r.subject < 0 || s.above(r.verb) >= 0 || !s.speaks(r.subject) {
		s.byBoundary(r)
	}
	if s.group(*r, -1) < s.last() || !r.Takes("hearer") && s.after(r.verb, "obj") >= 0 {
		s.closeInverted(r)
		return
	}
	s.bySegment(r)
}

// bySegment takes the words between the last comma and the reporting word for
// its subject.
func (s *sentence) bySegment(r *reporting) {
	first, head := r.verb, -1
	for k := r.verb - 1; k > 0 && s.inName(k); k-- {
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

// byBoundary takes the last noun phrase of a sentence that has lost its comma
// for the subject: a noun phrase begins where a noun is followed by an article,
// or a small word by a name.
//
//	"… northeast of the capital the watch group said." → "the watch group"
//	"… in the market town rebels said." → "rebels"
func (s *sentence) byBoundary(r *reporting) {
	if s.word(r.edge-1, ",", "—", "–") || s.closes(r.edge-1) || s.word(r.verb-1, ",") {
		return
	}
	const long = 12
	for k := r.verb - 1; k > max(3, r.verb-long) && s.inName(k); k-- {
		article := s.word(k, "the", "a", "an") && s.tag(k-1, "NOUN", "PROPN")
		name := s.upper(k) && !s.upper(k-1) && s.tag(k-1, "NOUN", "ADJ", "ADV") && s.tag(k, "PROPN", "ADJ", "NOUN")
		if article || name {
			r.subject, r.edge, r.segment = s.firstHead(k, r.verb), k, true
			return
		}
	}
	if k := r.verb - 1; k > 3 && s.speaks(k) && s.tag(k, "NOUN") && strings.HasSuffix(s.low[k], "s") {
		r.subject, r.edge, r.segment = k, k, true
	}
}

// closeInverted reads "… in the northeast said the Observatory." without the
// comma that newspapers put there: the noun phrase that ends the sentence is
// the subject of a word that takes no object.
func (s *sentence) closeInverted(r *reporting) {
	if r.Takes("object") && !s.word(r.verb, "said", "says") || !s.finite(0, r.verb-1) {
		return
	}
	j := s.beside(r.verb, 1)
	if j > r.verb && s.left[j] == r.verb+1 && s.right[j] >= s.last() && s.speaks(j) && s.nominal(r.verb-1) && !s.tag(r.verb-1, "PRON") {
		r.subject, r.edge = j, r.verb
	}
}

// open takes all words before the main verb of a sentence for its subject where
// the tree has found none: "A retired general on their show estimated …".
func (s *sentence) open(r *reporting) {
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
func (s *sentence) inName(k int) bool {
	if s.upper(k) && !s.tag(k, "PUNCT") {
		return true
	}
	if s.tag(k, "VERB") {
		return s.is(k, "amod", "compound")
	}
	return !s.tag(k, "AUX", "SCONJ", "INTJ", "SYM") && !s.word(k, ",", ";", ":", "—", "–", "which", "who", "that")
}

// firstHead is the head of the first noun phrase among tokens a to b: its last
// noun before a preposition, conjunction or mark.
func (s *sentence) firstHead(a, b int) int {
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

// cueSpan is the word with its auxiliaries, adverbs and negation, and "in a
// statement" after it.
func (s *sentence) cueSpan(r reporting) stemma.Span {
	a, b := r.verb, r.end
	for a > 0 && s.above(a-1) == r.verb && s.is(a-1, "aux", "cop", "advmod") && !s.word(a-1, "when", "how", "why", "where") {
		a--
	}
	if r.end == r.verb {
		b = s.medium(b)
	}
	return s.span(a, b)
}

// medium is the last token of "in a statement" after token b, or b.
func (s *sentence) medium(b int) int {
	if !s.word(b+1, "in", "on", "via", "by", "through") || b+3 >= len(s.Tokens) {
		return b
	}
	if !s.word(b+2, "a", "an", "its", "his", "her", "their", "the") {
		return b
	}
	for k := b + 3; k < min(b+6, len(s.Tokens)); k++ {
		if s.tag(k, "NOUN") && s.spoken(k) {
			return k
		}
		if s.tag(k, "PUNCT", "VERB") {
			break
		}
	}
	return b
}

// spoken reports whether the noun is a piece of speech or writing.
func (s *sentence) spoken(k int) bool {
	return s.word(k, "statement", "interview", "speech", "letter", "communique", "communiqué", "tweet", "post", "message",
		"release", "report", "briefing", "email", "memo", "note", "address", "broadcast", "video", "recording", "leaflet", "article")
}

// group is the last token of the reporting clause: the word, what follows it
// of hearer, day and place, and a subject that stands behind it.
func (s *sentence) group(r reporting, content int) int {
	end := r.end
	for _, k := range s.kids[r.verb] {
		if k <= r.verb || k == content || s.is(k, "ccomp", "parataxis", "advcl", "conj", "xcomp", "punct", "cc") {
			continue
		}
		if s.is(k, "nsubj") && r.subject >= 0 && r.subject < r.verb { // the subject of what is said
			break
		}
		if content >= 0 && s.left[k] > content {
			break
		}
		if s.left[k] <= end+1 || s.left[k] == end+2 && s.stop(end+1) && s.is(k, "nsubj") {
			end = max(end, s.right[k])
		}
	}
	return end
}

// hearer is the span of whoever is told: "told Reuters", "said to the paper".
func (s *sentence) hearer(r reporting) stemma.Span {
	if !r.Takes("hearer") || r.passive {
		return stemma.Span{}
	}
	for _, k := range s.kids[r.verb] {
		if k > r.verb && s.is(k, "obj", "iobj") && s.nominal(k) {
			return s.person(k, r.verb)
		}
	}
	return stemma.Span{}
}

// quotedByWhom is the span of who quoted a source: "officials, quoted by the
// radio, said …" → "the radio".
func (s *sentence) quotedByWhom(r reporting) stemma.Span {
	for k := r.subject + 1; k < r.verb-1; k++ {
		if s.word(k, "quoted", "cited") && s.word(k+1, "by") {
			if j := s.nounFrom(k + 2); j >= 0 && j < r.verb {
				return s.span(k+2, max(j, min(s.right[j], r.verb-1)))
			}
		}
	}
	return stemma.Span{}
}
