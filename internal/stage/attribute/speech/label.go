package speech

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// labelled are the claims of headlines and transcripts that name who speaks with
// a colon or dash and no verb, at token i.
//
//	"Shells hit the harbour: spokesman" → source "spokesman", content "Shells hit the harbour"
//	"Experts: colonel sold the missiles" → source "Experts", content "colonel sold the missiles"
//	"Bishop: “We were not told.”", "Ama, 29, seamstress: ¶ “We ran.”" → source "Bishop", "Ama, 29, seamstress"
//	"Bomb kills four - police" → source "police", content "Bomb kills four"
//	"“They had no map.” – Ilvar Dostane" → source "Ilvar Dostane"
//	"14:20 — Governor: two hurt in the harbour" → source "Governor"
func (s *Sentence) labelled(i int) []Draft {
	if !s.word(i, ":", "—", "–", "-") || s.quoted[i] >= 0 {
		return nil
	}
	if found := s.labelBefore(i); found != nil {
		return found
	}
	return s.labelBehind(i)
}

// labelBefore is a claim whose speaker stands before the colon i.
func (s *Sentence) labelBefore(i int) []Draft {
	const short = 10 // words of a name with what its bearer is
	if !s.word(i, ":") || i == 0 {
		return nil
	}
	first, last := s.behindHour(), len(s.Tokens)-1
	a := first
	if s.word(a, "from") {
		a++
	}
	quote := s.quoteBehind(i)
	switch {
	case quote.Empty() && (i > short || !s.headlined() && first == 0 || !s.knownSpeaker(first, i-1) || !s.asserts(i+1, last)):
		return nil
	case quote.Empty():
		return s.label(i, first, i-1, s.span(i+1, last))
	case i <= short && s.speaker(first, i-1), s.introduced(a, i-1):
		return s.label(i, a, i-1, quote)
	case s.heralded(i):
		return s.herald(i, quote)
	}
	return s.behindClause(i, quote)
}

var flashes = lists.Set("flashes")

// behindHour is the first token behind the hour, the mark after it and the word of news
// with which a line of a live page begins; the first of the sentence where none does.
//
//	"14:20 — Governor: two hurt in the harbour" → the token of "Governor"
//	"14:25 BREAKING: Blast heard — witnesses" → that of "Blast"
func (s *Sentence) behindHour() int {
	k := 0
	if s.clock(0) {
		k++
	}
	for k > 0 && k < len(s.Tokens)-1 && (s.stop(k) || s.word(k, "|", "•", "/")) {
		k++
	}
	if s.in(k, flashes) && s.word(k+1, ":") {
		k += 2
	}
	return k
}

// quoteBehind is the quotation that opens behind the colon i, in its sentence or at the
// head of the next paragraph.
func (s *Sentence) quoteBehind(i int) stemma.Span {
	if q := s.quoteBelow(i); q >= 0 {
		return s.quotings[q].Span
	}
	if s.opens(i + 1) {
		return s.quotings[s.quoted[i+1]].Span
	}
	return stemma.Span{}
}

// behindClause is a claim of the person of whom the clause before the colon i tells,
// if nothing in it reports and nobody else is given the quotation.
//
//	"The old man shrugs: “We saw the flag on the truck.”" → source "The old man"
func (s *Sentence) behindClause(i int, quote stemma.Span) []Draft {
	const long = 4 // words of a remark
	v := 0
	for k := range i {
		_, saying := lexicon.NominalOf(s.lemma(k))
		if len(s.reporters(k)) > 0 || saying {
			return nil
		}
		if s.above(k) < 0 {
			v = k
		}
	}
	j := s.child(v, "nsubj")
	person := s.tag(j, "PROPN") || s.word(j, "he", "she", "they") || j >= 0 && s.People(j)
	if !person || j > i || len(strings.Fields(s.text.Words(quote))) < long || s.attributed(quote) {
		return nil
	}
	return []Draft{{Sentence: s.index, verb: i, Head: j, Source: s.Person(j, v), Cue: s.span(i, i), Stance: stemma.Asserts, Rule: "label", Parent: -1,
		Content: tidy(s.text, []stemma.Span{quote})}}
}

// heralded reports whether the clause before the colon i says that words follow.
//
//	"The Guard gave the following details:", "The letter reads as follows:"
func (s *Sentence) heralded(i int) bool {
	return s.phrase(i-2, "as", "follows") || slices.Contains(s.low[:i], "following")
}

// herald is a claim of whoever gives, issues or publishes the words behind the colon i.
//
//	"The Guard gave the following details: “Two were hit.”" → source "The Guard", cue "gave the following details"
func (s *Sentence) herald(i int, quote stemma.Span) []Draft {
	for v := range i {
		j := s.child(v, "nsubj")
		if s.above(v) >= 0 || !s.tag(v, "VERB") || j < 0 || j > v || !s.speaks(j) {
			continue
		}
		return []Draft{{Sentence: s.index, verb: i, Head: j, Source: s.Person(j, v), Cue: s.span(v, i-1), Stance: stemma.Asserts, Rule: "label", Parent: -1,
			Content: tidy(s.text, []stemma.Span{quote})}}
	}
	return nil
}

// attributed reports whether the page goes on behind a quotation with who says it.
func (s *Sentence) attributed(quote stemma.Span) bool {
	rest := strings.TrimLeft(string(s.text[quote.End:min(len(s.text), quote.End+8)]), " ")
	first, _ := utf8.DecodeRuneInString(rest)
	return strings.HasSuffix(strings.TrimRight(s.text.Words(quote), "\"'”’»"), ",") || unicode.IsLower(first)
}

// labelBehind is a claim of a headline whose speaker stands behind the mark i, or
// of a quotation that is signed.
func (s *Sentence) labelBehind(i int) []Draft {
	const short = 5
	last, start := len(s.Tokens)-1, s.labelStart(i)
	if s.clock(0) {
		last = s.last() // lines of live pages end as sentences do
	}
	if last-i > short || s.word(last, ".", "!", "?") || !s.speaker(i+1, last) {
		return nil
	}
	if q := s.quoteBeside(i); q >= 0 {
		return s.label(i, i+1, last, s.quotings[q].Span)
	}
	known := s.knownSpeaker(i+1, last)
	if i < 3 || s.word(i, "-") && !(known && s.stop(i)) || !known && !s.asserts(start, i-1) {
		return nil
	}
	return s.label(i, i+1, last, s.span(start, i-1))
}

// quoteBeside is the quotation that closes right before token i, even where the
// sentence before ended with it; -1 if none does.
func (s *Sentence) quoteBeside(i int) int {
	if s.closes(i - 1) {
		return s.quoted[i-1]
	}
	before := len(strings.TrimRight(string(s.text[:s.Start]), " "))
	q := holding(s.quotings, stemma.Span{Start: before - 1, End: before})
	if i > 0 || before == 0 || q < 0 || s.quotings[q].End != before {
		return -1
	}
	return q
}

// introduced reports whether a name begins at token a, behind which commas tell who
// that is, up to token b.
//
//	"Ama, 29, seamstress"
func (s *Sentence) introduced(a, b int) bool {
	if !s.tag(a, "PROPN") || b < a || !slices.Contains(s.low[a:b+1], ",") {
		return false
	}
	for k := a; k <= b; k++ {
		if s.verbal(k) || s.tag(k, "PRON", "SCONJ") {
			return false
		}
	}
	return true
}

// knownSpeaker reports whether tokens a to b are a noun phrase whose head the
// tables know as one that speaks, or a name behind such a post, and no more than a few words.
//
//	"Governor: two hurt", "Governor Ilva Daro: two hurt", "AFP: two hurt"; not "Port Olmen: two hurt"
func (s *Sentence) knownSpeaker(a, b int) bool {
	const short = 4
	if b-a >= short || !s.speaker(a, b) {
		return false
	}
	if _, medium := lexicon.KnownMedium(s.text.Words(s.span(a, b))); medium {
		return true
	}
	head := s.firstHead(a, b+1)
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.lemma(head)))
	post, _ := lexicon.SourceNounOf(s.low[a])
	return known && noun.Kind != lexicon.NounDocument || s.tag(head, "PROPN") && head > a && post.Kind == lexicon.NounPerson
}

// labelStart is where the words of a headline begin that a name stands behind:
// at its head, or at a quotation.
func (s *Sentence) labelStart(i int) int {
	for k := 1; k < i; k++ {
		if s.opens(k) && s.word(k-1, ":") {
			return k
		}
	}
	return s.behindHour()
}

// speaker reports whether tokens a to b are a noun phrase that can speak.
func (s *Sentence) speaker(a, b int) bool {
	for k := a; k <= b; k++ {
		if !s.inName(k) || s.tag(k, "VERB", "NUM", "PRON") {
			return false
		}
	}
	head := s.firstHead(a, b+1)
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.lemma(head)))
	return head >= 0 && (known && noun.Kind != lexicon.NounDocument || s.tag(head, "PROPN"))
}

// asserts reports whether tokens a to b hold a verb or a quotation.
func (s *Sentence) asserts(a, b int) bool {
	for k := a; k <= b; k++ {
		if s.verbal(k) || s.opens(k) {
			return true
		}
	}
	return false
}

// label is the claim of the name of tokens a to b, on one side of the mark i.
func (s *Sentence) label(i, a, b int, content stemma.Span) []Draft {
	head := s.firstHead(a, b+1)
	if head < 0 {
		return nil
	}
	d := Draft{Sentence: s.index, verb: i, Head: head, Source: s.bare(a, b), Cue: s.span(i, i), Stance: stemma.Asserts, Rule: "label", Parent: -1}
	d.Content = tidy(s.text, []stemma.Span{content})
	if len(d.Content) == 0 {
		return nil
	}
	return []Draft{d}
}

// Turn is the name at the head of the sentence, behind which a colon gives somebody
// the word; empty if there is none.
//
//	"Pilot: I counted nine boats." → Pilot
func (s *Sentence) Turn() stemma.Span {
	const short = 4 // words of a name or post
	for i := 1; i <= min(short, len(s.Tokens)-2); i++ {
		if s.word(i, ":") && s.upper(0) && s.speaker(0, i-1) {
			return s.bare(0, i-1)
		}
	}
	return stemma.Span{}
}
