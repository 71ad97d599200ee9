package speech

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// subject is the token of whoever does what the verb says, or -1: its own
// subject, else the one that it shares with the verbs above it.
//
//	"The colonel accepted the list but rejected the count" → of "rejected": colonel
//	"A teacher who gave no name said …" → of "gave": teacher
func (s *Sentence) subject(v int) int {
	k := v
	for range 5 {
		if j, ok := s.subjectAt(k, v); ok {
			return j
		}
		above := s.above(k)
		if above < 0 || above >= len(s.Tokens) {
			return -1
		}
		verb := s.sharing(k, above, v)
		switch {
		case verb >= 0:
			k = verb
		case s.is(k, "acl"):
			return s.modified(k, above)
		default:
			return -1
		}
	}
	return -1
}

// subjectAt is the subject of v as token k has it, which is v itself or a verb above it
// whose subject it shares; ok is false if k has none.
func (s *Sentence) subjectAt(k, v int) (subject int, ok bool) {
	if j := s.behindSemicolon(k, v); j >= 0 {
		return j, true
	}
	if j := s.aroundAside(k, v); j >= 0 {
		return j, true
	}
	if m := s.innerPast(k, v); k != v && m >= 0 {
		return s.subject(m), true
	}
	if j := s.nearestSubject(k); j >= 0 {
		if s.quotedFrom(j, v) {
			return -1, true
		}
		if other := s.antecedent(j, k); other != j {
			return other, true
		}
		return s.gathered(v, s.topmost(j)), true
	}
	agent := s.child(k, "obl:agent")
	return agent, k != v && agent >= 0
}

// sharing is the verb over token k whose subject v has too, or -1.
//
//	"noticed it “could fall” and reported it" → of "reported": noticed
//	"rejected the fines announced by the port, calling them unjust" → of "calling": rejected
func (s *Sentence) sharing(k, above, v int) int {
	verb := s.verbAbove(above)
	switch {
	case verb >= 0 && k == v && s.is(k, "conj") && s.quotedFrom(above, v):
		return verb
	case verb >= 0 && s.gerund(k) && s.word(k-1, ",") && s.is(above, "acl"):
		return verb
	case s.is(k, "conj", "xcomp", "advcl", "cop", "aux", "parataxis") && s.shares(k, above):
		return above
	}
	return -1
}

// verbAbove is the nearest verb above a token and outside of what describes a
// noun, or -1.
func (s *Sentence) verbAbove(k int) int {
	for range s.Tokens { // a broken tree must not loop
		k = s.above(k)
		if k < 0 || s.tag(k, "VERB") && !s.is(k, "acl") {
			break
		}
	}
	return k
}

// behindSemicolon is the noun phrase behind a semicolon between the verb v and
// the verb k of which the tree makes it a second: a semicolon is where a clause
// with a subject of its own begins. It is -1 if there is none.
//
//	"The port has counted forty tents; elders speak of sixty, and believe …" → of "believe": elders
func (s *Sentence) behindSemicolon(k, v int) int {
	for i := v - 1; i > k && k >= 0; i-- {
		if s.word(i, ";") && s.quoted[i] == s.quoted[v] {
			if j := s.firstHead(i+1, v); j >= 0 && (s.speaks(j) || s.tag(j, "NOUN") && !s.mute(j)) {
				return j
			}
		}
	}
	return -1
}

// aroundAside is the noun that the sentence begins with, where the tree has made
// the verb v a second to that of an aside between commas; -1 if it has not.
//
//	"The pilot, when the letter was read to him, laughed and said no" → of "said": pilot
func (s *Sentence) aroundAside(k, v int) int {
	noun := s.above(k)
	if k == v || noun < 0 || noun > k || !s.nominal(noun) || !s.word(s.left[k], "when", "while", "as", "after", "if", "although", "though") {
		return -1
	}
	for i := k + 1; i < v; i++ {
		if s.word(i, ",") && s.word(s.left[k]-1, ",") {
			return noun
		}
	}
	return -1
}

// nearestSubject is the last subject of a verb that stands before it and not in a
// quotation that leaves the verb out; else the first behind it.
func (s *Sentence) nearestSubject(v int) int {
	best := -1
	for _, k := range s.kids[v] {
		if s.is(k, "aux") && k < v && s.child(k, "nsubj") >= 0 { // hung under the auxiliary
			return s.child(k, "nsubj")
		}
		halfName := s.tag(k, "PROPN") && s.tag(s.left[k]-1, "PROPN") // "activists led by Bishop | Paul Holm"
		switch {
		case !s.is(k, "nsubj", "csubj"), s.quotedFrom(k, v):
		case best < 0, s.nearer(k, v) && !halfName && !s.paired(best, k):
			best = k
		}
	}
	return best
}

// paired reports whether "both" opens the noun phrase of a and "and" stands before that of
// b: they are one subject, which goes by the first.
//
//	"Both the police and the mayor denied it" → the police
func (s *Sentence) paired(a, b int) bool {
	return (s.word(s.left[a], "both") || s.word(s.left[a]-1, "both")) && s.word(s.left[b]-1, "and")
}

// nearer reports whether the subject k is rather that of the verb v than one before it: it
// stands before the verb, not in a quotation that leaves the verb out, and is no
// "which".
func (s *Sentence) nearer(k, v int) bool {
	return k < v && (s.quoted[k] < 0 || s.quoted[k] == s.quoted[v]) && !s.word(k, "which", "that", "whom")
}

// gathered is whoever a participle at the head of the sentence tells of, where the
// tree has taken for the verb's subject what that one is only said to seek or hold.
//
//	"Relatives gathered at the gate demanding news said …" → of "news": Relatives
func (s *Sentence) gathered(v, j int) int {
	if j < 1 || j > v || s.speaks(j) || !s.gerund(j-1) {
		return j
	}
	for k := j - 1; k > 0 && !s.stop(k); k-- {
		q := s.child(k, "nsubj")
		if s.tag(k, "VERB") && s.participle(k) && q >= 0 && q < k && s.left[q] == 0 && s.speaks(q) {
			return q
		}
	}
	return j
}

// quotedFrom reports whether token k stands in a whole clause or remark that is
// quoted and leaves the token v out: nobody in it does what v says. A name in marks
// may well.
//
//	"He called it “a tale by people with grudges,” adding that …" → of "adding": not the tale
//	"“Commander Nine” denied it" → Commander Nine
func (s *Sentence) quotedFrom(k, v int) bool {
	if k < 0 || s.quoted[k] < 0 || s.quoted[k] == s.quoted[v] {
		return false
	}
	for i := range s.Tokens {
		if s.quoted[i] == s.quoted[k] && (s.verbal(i) || s.word(i, ",", ".")) {
			return true
		}
	}
	return false
}

// topmost climbs from a noun that a preposition governs to the noun that it
// belongs to: no subject stands under a preposition.
//
//	"Two officials from states with ships in the strait" → of "strait": officials
func (s *Sentence) topmost(j int) int {
	for k := j; k > 0 && s.child(k, "case") >= 0 && s.child(k, "case") < k && !s.tag(s.child(k, "case"), "PART"); {
		before := s.child(k, "case") - 1
		if before < 0 || !s.nominal(before) {
			return j
		}
		k = before
		j = k
	}
	return j
}

// modified is the subject of a clause that modifies the noun above and has none
// of its own: the noun, or where nothing links them the name before the verb.
//
//	"the maps Halvorn says it sent" → of "says": Halvorn
//	"The union was among those calling for a truce" → union
func (s *Sentence) modified(k, above int) int {
	if j := s.child(above, "nsubj"); j >= 0 && s.word(above, "those", "one") && s.child(above, "cop") >= 0 {
		return j
	}
	if noun := s.apposed(k); noun >= 0 && s.participle(k) {
		return noun
	}
	if s.gerund(k) || s.infinitive(k) || s.participle(k) && !s.is(k, "acl:relcl") {
		return above
	}
	if j := s.beside(k, -1); j > above && !s.word(j, "who", "which", "that", "whose") {
		return j
	}
	return above
}

// shares reports whether the verb k, which has no subject of its own, has that
// of the verb above it.
func (s *Sentence) shares(k, above int) bool {
	switch {
	case s.is(k, "advcl", "parataxis"):
		return s.gerund(k) || s.infinitive(k)
	case s.is(k, "conj"):
		return s.verbal(above) || s.tag(above, "ADJ") || s.child(above, "cop") >= 0
	}
	return true
}

// gerund reports whether the token is a verb in "-ing" with no auxiliary: "saying", but
// not "was saying".
func (s *Sentence) gerund(k int) bool {
	w := s.low[k]
	return s.verbal(k) && len(w) > 4 && w[len(w)-3:] == "ing" && s.child(k, "aux") < 0
}

// infinitive reports whether a "to" marks the token.
func (s *Sentence) infinitive(k int) bool {
	m := s.child(k, "mark")
	return m >= 0 && s.word(m, "to")
}

// antecedent is what a relative pronoun stands for, else the token itself.
//
//	"A mother whose name we withhold | recounted …" → mother
func (s *Sentence) antecedent(j, clause int) int {
	whose := s.word(s.left[j], "whose") && s.mainVerb(j+1, clause-1)
	if !whose && !s.word(j, "who", "which", "that") && !s.word(s.right[j], "whom") {
		return j
	}
	k := clause
	for range 4 {
		above := s.above(k)
		if above < 0 {
			break
		}
		if s.is(k, "acl") {
			return above
		}
		k = above
	}
	if first := s.left[j]; first > 1 && s.word(first-1, ",") {
		if before := s.beside(first-1, -1); before >= 0 {
			return before
		}
	}
	return j
}

// beside is the head of the noun phrase that ends right before token i, or
// begins right after it (step -1 or 1); -1 if there is none. It is for trees
// in which the verb has lost its subject.
func (s *Sentence) beside(i, step int) int {
	k := i + step
	for k >= 0 && k < len(s.Tokens) && s.tag(k, "AUX", "ADV") {
		k += step
	}
	if k < 0 || k >= len(s.Tokens) || !s.nominal(k) && !s.tag(k, "DET", "ADJ") {
		return -1
	}
	return s.headOf(k, i, step)
}

// headOf climbs from token k to the top of its noun phrase without touching i.
func (s *Sentence) headOf(k, i, step int) int {
	best := -1
	for range s.Tokens {
		if s.nominal(k) {
			best = k
		}
		above := s.above(k)
		if above < 0 || above >= len(s.Tokens) || s.verbal(above) || (above-i)*step <= 0 || s.is(k, "acl", "parataxis", "obl") {
			break
		}
		if s.is(k, "appos") && s.is(above, "obl") { // "On Monday the staff said": a day is nobody's name
			break
		}
		if s.bounded(k) {
			break
		}
		k = above
	}
	return best
}

// bounded reports whether the noun phrase of token k begins with an article right
// behind another noun: it is a phrase of its own, whatever the tree makes of it.
//
//	"In the bread queue | a woman swore"
func (s *Sentence) bounded(k int) bool {
	before := s.left[k] - 1
	return s.tag(before+1, "DET") && s.tag(before, "NOUN") && !s.word(before+1, "all", "both", "each")
}

// Person is the span of a source: the noun phrase with title, name and
// apposition, without a relative clause.
//
//	"Colonel Jonas Ekwe, commander of the brigade, who fled" → "Colonel Jonas Ekwe, commander of the brigade"
func (s *Sentence) Person(j, verb int) stemma.Span {
	a, b := s.phraseApart(j, verb)
	for k := range s.kids {
		if k == j || !s.under(k, j) {
			continue
		}
		switch {
		case k < j && s.left[k] == a && s.is(k, "case", "mark", "cc", "advmod", "punct", "discourse") && !s.word(k, "neither"):
			a = max(a, s.right[k]+1)
		case k > j && s.left[k] <= b && s.aside(k):
			b = min(b, s.left[k]-1)
		}
	}
	if a == 1 && s.misread(0) {
		a = 0
	}
	return s.bare(min(a, j), s.upTo(max(b, j), verb))
}

// phraseApart are the first and the last token under a noun; only those on its side of the
// verb where a broken tree puts the verb among them.
func (s *Sentence) phraseApart(noun, verb int) (a, b int) {
	a, b = s.left[noun], s.right[noun]
	switch {
	case verb < a || verb > b:
		return a, b
	case noun < verb:
		return a, verb - 1
	}
	return verb + 1, b
}

// misread reports whether token k is a noun in the plural at the head of the sentence that
// the tree takes for its verb: no sentence that tells something begins with one.
//
//	"Rangers officials said …" → "Rangers officials"
func (s *Sentence) misread(k int) bool {
	return k == 0 && s.tag(k, "VERB") && (s.above(k) < 0 || s.is(k, "nsubj")) && strings.HasSuffix(s.low[k], "s") && s.tag(k+1, "NOUN")
}

// upTo widens a name that ends at token b to the words of it that the tree has
// left between it and the verb: "Council | Speaker Ana Torvik said".
func (s *Sentence) upTo(b, verb int) int {
	end := b
	for k := b + 1; k < verb; k++ {
		switch {
		case s.tag(k, "AUX", "ADV", "PART"):
			return end
		case s.word(k, "-") && k > b: // "Malek al-Hamdi"
			continue
		case !s.tag(k, "PROPN", "NOUN") && !(s.upper(k) && s.tag(k, "ADJ")):
			return b
		}
		end = k
	}
	return end
}

// aside reports whether the clause of token k is no part of a name: a relative
// clause, or a participle set off by a comma.
func (s *Sentence) aside(k int) bool {
	before := s.left[k] - 1
	switch {
	case s.is(k, "acl:relcl", "parataxis", "advcl", "ccomp"):
		return true
	case s.is(k, "acl"):
		return s.stop(before)
	case s.is(k, "nmod", "obl"):
		return s.weekday(k) // "announced by the mediators on Monday"
	}
	return false
}

// bare cuts commas and prepositions off the ends of tokens a to b.
func (s *Sentence) bare(a, b int) stemma.Span {
	for a < b && (s.tag(a, "PUNCT", "ADP", "CCONJ", "SCONJ") && !s.word(a, "(") && !s.word(a+1, "least", "most")) {
		a++
	}
	if a < b && s.word(a-1, "on") && s.tag(a, "PROPN") && s.weekday(a) { // "On | Monday | state television said"
		a++
	}
	for b > a && (s.tag(b, "PUNCT", "ADP", "CCONJ", "SCONJ", "AUX") && !s.word(b, ")")) {
		b--
	}
	return s.span(a, b)
}

var speechless = lists.Set("speechless")

// speaks reports whether the token can be the head of a source: a name, a
// pronoun of persons, or a noun of persons, bodies, media or documents.
func (s *Sentence) speaks(j int) bool {
	switch {
	case s.tag(j, "PROPN"):
		return true
	case s.tag(j, "PRON"):
		return !s.in(j, speechless)
	}
	_, known := lexicon.SourceNounOf(strings.ToLower(s.Tokens[j].Lemma))
	return known || j > 0 && s.upper(j) || agentive(strings.ToLower(s.Tokens[j].Lemma))
}

// agentive reports whether a noun has the ending of one who does something:
// "stonecutter", "violinist", "boatman". A few things end so too; they seldom
// report.
func agentive(noun string) bool {
	const short = 6 // "paper", "water", "tower" are too short
	for _, ending := range []string{"man", "men", "woman", "women", "person", "people", "ist", "eer"} {
		if strings.HasSuffix(noun, ending) {
			return true
		}
	}
	return len(noun) > short && (strings.HasSuffix(noun, "er") || strings.HasSuffix(noun, "or"))
}

// document reports whether the token is a text, a picture or a count; none is none.
func (s *Sentence) document(j int) bool {
	if j < 0 {
		return false
	}
	noun, ok := lexicon.SourceNounOf(strings.ToLower(s.Tokens[j].Lemma))
	return ok && noun.Kind == lexicon.NounDocument
}

var screens = lists.Set("screens")

// screen reports whether the token is a noun of media that have pictures to show.
func (s *Sentence) screen(j int) bool {
	return s.in(j, screens)
}
