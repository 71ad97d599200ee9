package speech

import (
	"slices"
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
func (s *Sentence) reportings(i int) []reporting {
	if !s.reports(i) {
		return nil
	}
	var out []reporting
	for _, e := range s.entries(i) {
		end, ok := s.matches(i, e)
		if !ok {
			continue
		}
		r := reporting{Reporter: e, verb: i, end: end, passive: !e.Adjective && s.passive(i), negated: s.negated(i)}
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
func (s *Sentence) entries(i int) []lexicon.Reporter {
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
// attribute of a noun ("the reported theft"), no preposition and no request for
// silence.
func (s *Sentence) reports(i int) bool {
	if s.idle(i) {
		return false
	}
	if s.is(i, "amod") && s.tag(i, "VERB") && s.word(i-1, ",") && s.besideAside(i) >= 0 {
		return true
	}
	if s.word(i, "said", "told") && !s.word(i-1, "the", "a", "an") {
		return true
	}
	if s.is(i, "amod", "compound", "case", "flat", "aux", "cop", "fixed") {
		return false
	}
	return s.tag(i, "VERB", "ADJ") || s.tag(i, "AUX", "NOUN") && s.plainly(i)
}

// reporters are the reporting words that begin with token i and whose other words
// stand behind it: "played" begins none, "played down" does. A quality that looks like
// a verb is none: "directed the police", but "a direct hit".
func (s *Sentence) reporters(i int) []lexicon.Reporter {
	var out []lexicon.Reporter
	quality := s.tag(i, "ADJ") && s.low[i] == s.lemma(i)
	for _, e := range lexicon.Reporters(s.lemma(i)) {
		if _, ok := s.matches(i, e); ok || len(e.Words) == 1 && !quality {
			out = append(out, e)
		}
	}
	return out
}

// matches reports whether the words of an entry stand at token i, with no more than a
// day between a verb and its preposition, and where they end.
//
//	"called last night for a halt" → "called for", to "for"
func (s *Sentence) matches(i int, e lexicon.Reporter) (end int, ok bool) {
	if e.Adjective != s.adjectival(i) {
		return i, false
	}
	if len(e.Words) == 1 || s.phrase(i+1, e.Words[1:]...) {
		end = i + len(e.Words) - 1
		return end, len(e.Words) == 1 || !s.weekday(end+1) && !(s.word(end, "on") && s.carries(end+1))
	}
	if k := i + 1; len(e.Words) == 2 {
		for k < len(s.Tokens) && k < i+4 && (s.tag(k, "ADV") || s.weekday(k) || s.word(k, "night", "week", "month")) {
			k++
		}
		return k, s.word(k, e.Words[1]) && s.tag(k, "ADP")
	}
	return i, false
}

var platforms = lists.Set("platforms")

// carries reports whether the noun phrase that begins at token k is a medium by which
// something is told.
//
//	"reported on | his channel", "posted on | its page", "reported on | Telegram"
func (s *Sentence) carries(k int) bool {
	j := s.nounFrom(k)
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.lemma(j)))
	return known && noun.Kind == lexicon.NounMedium || s.in(j, platforms)
}

var moods = lists.Set("moods")

// adjectival reports whether the token is said of someone by a verb of being:
// "is convinced", "remain afraid".
func (s *Sentence) adjectival(i int) bool {
	if s.tag(i, "ADJ") {
		return true
	}
	if !s.in(i, moods) {
		return false
	}
	return s.child(i, "cop") >= 0 || s.child(i, "aux:pass") >= 0 && s.child(i, "obl:agent") < 0
}

// passive reports whether the word tells what is said of somebody or something, not
// what that one says.
//
//	"was accused of theft", "men accused of theft", "“Nine feared dead”"
func (s *Sentence) passive(i int) bool {
	if s.tag(i, "ADJ") || s.adjectival(i) {
		return false
	}
	if s.putTo(i) || s.undergone(i) || s.presumed(i) {
		return true
	}
	if s.child(i, "nsubj:pass", "aux:pass", "csubj:pass") >= 0 {
		return s.child(i, "aux") < 0 || s.being(i)
	}
	return s.is(i, "acl") && s.child(i, "nsubj", "aux") < 0 && s.participle(i) && !s.headVerb(i) && !s.parenthetic(i) && !s.behindComment(i)
}

// behindComment reports whether the noun phrase of one that can speak stands between a
// comma and the word, which the tree takes for a relative clause without a subject.
//
//	"It falls by a metre a year, a study by the university | found in 2019, and …"
func (s *Sentence) behindComment(i int) bool {
	j := s.beside(i, -1)
	return s.Tokens[i].Relation == "acl:relcl" && j > s.above(i) && s.speaks(j) && s.word(s.left[j]-1, ",")
}

// undergone reports whether a participle can only tell what is said of the noun
// before it, whatever the tree makes of it: no object stands between it and what
// its object would be said to be or have done.
//
//	"Six men accused of burning the mill went …"
func (s *Sentence) undergone(i int) bool {
	if !s.tag(i, "VERB") || !s.participle(i) || !s.tag(i-1, "NOUN", "PROPN") || s.child(i, "aux") >= 0 || i+2 >= len(s.Tokens) {
		return false
	}
	if s.describes(i) {
		return true
	}
	for _, e := range lexicon.Reporters(s.Tokens[i].Lemma) {
		if len(e.Words) == 1 && e.Takes("object-of") && s.word(i+1, "of") {
			return true
		}
	}
	return false
}

var presuming, fates = lists.Set("presuming"), lists.Set("fates")

// presumed reports whether a headline's participle tells what is feared or believed of
// whoever stands before it.
//
//	"Nine officers feared dead in ambush"
func (s *Sentence) presumed(i int) bool {
	return s.tag(i, "VERB") && s.in(i, presuming) && s.in(i+1, fates)
}

// describes reports whether a participle only says what the noun before it is
// taken for, which is no report.
//
//	"two boats believed to be armed were seen" → no claim that they are armed
//	"two boats, believed to be armed, were seen" → none either
func (s *Sentence) describes(i int) bool {
	noun := s.tag(i-1, "NOUN", "PROPN") || s.word(i-1, ",") && s.tag(i-2, "NOUN", "PROPN")
	if !s.word(i+1, "to") || !s.word(i+2, "be", "have") || !s.tag(i, "VERB") || !s.participle(i) || !noun {
		return false
	}
	return slices.ContainsFunc(lexicon.Reporters(s.Tokens[i].Lemma), func(e lexicon.Reporter) bool { return e.Takes("raise") && !e.Takes("to") })
}

// putTo reports whether the word opens an aside that tells what somebody was
// asked, before the verb that tells what they did.
//
//	"The mayor, asked whether the gate was shut, said no"
func (s *Sentence) putTo(i int) bool {
	if !s.word(i, "asked", "pressed", "questioned") || !s.word(i-1, ",") {
		return false
	}
	for k := i + 1; k+1 < len(s.Tokens); k++ {
		if s.word(k, ",") && s.tag(k+1, "VERB") {
			return s.child(k+1, "nsubj") < i
		}
	}
	return false
}

var beings = lists.Set("beings")

// being reports whether one of the word's auxiliaries is a form of "be" or "get":
// "has announced" is no passive, whatever the tree calls it.
func (s *Sentence) being(i int) bool {
	for _, k := range s.kids[i] {
		if s.is(k, "aux") && s.in(k, beings) {
			return true
		}
	}
	return false
}

// participle reports whether the word has a past participle's form.
func (s *Sentence) participle(i int) bool {
	w := s.low[i]
	return w != s.Tokens[i].Lemma && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "s")
}

var negations = lists.Set("negations")

// negated reports whether the word is denied: "did not say", "nobody thinks".
func (s *Sentence) negated(i int) bool {
	for _, k := range s.kids[i] {
		if k < i && s.in(k, negations) {
			return true
		}
	}
	return false
}

// headVerb reports whether the participle is the verb of a noun that heads the
// sentence, with an object of its own: the tree has taken a clause for a noun.
//
//	"Seven witnesses described hearing fire"
func (s *Sentence) headVerb(i int) bool {
	above := s.above(i)
	switch {
	case s.child(i, "obl:agent") >= 0:
		return false
	case s.apposed(i) >= 0:
		return true
	case above < 0 || s.above(above) >= 0:
		return false
	}
	return s.after(i, "obj", "xcomp", "ccomp") >= 0 || !s.finite(0, s.last())
}

// apposed is the noun at the head of the sentence that has said who it is between
// commas right before the participle i, which is then its verb; -1 if there is none.
//
//	"Ana Torvik, the port's lawyer, called on the council to act." → of "called": Torvik
//	"“This must stop,” Ana Torvik, the port's lawyer, posted on X." → of "posted": Torvik
func (s *Sentence) apposed(i int) int {
	noun := s.above(i)
	if s.is(noun, "appos") {
		noun = s.above(noun)
	}
	k := s.child(noun, "appos")
	if k < 0 || s.above(noun) >= 0 && !s.quotedFrom(s.above(noun), noun) || !s.word(s.left[k]-1, ",") && !s.word(s.left[k], ",") || !s.word(i-1, ",") || !s.under(i-2, k) || !strings.HasSuffix(s.low[len(s.low)-1], ".") {
		return -1
	}
	return noun
}

// cueSpan is the word with its auxiliaries, adverbs and negation, and "in a
// statement" after it.
func (s *Sentence) cueSpan(r reporting) stemma.Span {
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
func (s *Sentence) medium(b int) int {
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

var utterances = lists.Set("utterances")

// spoken reports whether the noun is a piece of speech or writing.
func (s *Sentence) spoken(k int) bool {
	return s.in(k, utterances)
}

// group is the last token of the reporting clause: the word, what follows it
// of hearer, day and place, and a subject that stands behind it.
func (s *Sentence) group(r reporting, content int) int {
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
		if s.left[k] <= end+1 {
			end = max(end, s.right[k])
		}
	}
	return end
}

// hearer is the span of whoever is told: "told Reuters", "said to the paper".
func (s *Sentence) hearer(r reporting) stemma.Span {
	if !r.Takes("hearer") || r.passive {
		return stemma.Span{}
	}
	for _, k := range s.kids[r.verb] {
		if k > r.verb && s.is(k, "obj", "iobj") && s.nominal(k) {
			return s.Person(k, r.verb)
		}
	}
	if k := s.toldName(r); k > 0 {
		return s.span(r.end+1, k)
	}
	return stemma.Span{}
}

// toldName is the last token of a name right behind a word that always takes a
// hearer, with a clause behind it that the tree has run into the name; 0 if none.
//
//	"told Reuters one of the mills was burnt" → the token of "Reuters"
func (s *Sentence) toldName(r reporting) int {
	k := r.end
	for k+1 < len(s.Tokens) && s.tag(k+1, "PROPN") {
		k++
	}
	if k == r.end || s.lemma(r.verb) != "tell" || k+2 >= len(s.Tokens) || !s.tag(k+1, "DET", "NUM", "PRON", "ADJ", "NOUN") || !s.finite(k+1, s.last()) {
		return 0
	}
	return k
}

// quotedByWhom is the span of who quoted a source: "officials, quoted by the
// radio, said …" → "the radio".
func (s *Sentence) quotedByWhom(r reporting) stemma.Span {
	for k := r.subject + 1; k < r.verb-1; k++ {
		if s.word(k, "quoted", "cited") && s.word(k+1, "by") {
			if j := s.nounFrom(k + 2); j >= 0 && j < r.verb {
				return s.span(k+2, max(j, min(s.right[j], r.verb-1)))
			}
		}
	}
	return stemma.Span{}
}
