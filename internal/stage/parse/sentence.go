package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// sentences groups the tokens of one paragraph and returns where each sentence
// ends, as a count of tokens.
//
//	“Will they return?” he asked. Nobody knew. → 2
func sentences(text string, tokens []stemma.Span) []int {
	var ends []int
	s := splitter{text, tokens}
	begin := max(s.dateline(), s.creditHead(), s.stamp())
	if begin > 0 {
		ends = append(ends, begin)
	}
	for i := begin; i < len(tokens); i++ {
		ended := false
		if s.mayEnd(begin, i) {
			i = s.behindClosers(begin, i)
			ended = i+1 == len(tokens) || s.begins(i+1)
		}
		if i+1-begin >= longest && !ended {
			i, ended = s.breath(begin, i), true
		}
		if ended {
			begin = i + 1
			ends = append(ends, begin)
		}
	}
	if begin < len(tokens) {
		ends = append(ends, len(tokens))
	}
	return ends
}

// longest is the number of tokens after which a sentence is cut wherever it can
// be: what is longer is a table or a list, and trees take time by the square.
const longest = 250

// breath is the last token before i at which a sentence that is too long can be
// cut, i itself if there is none near.
func (s splitter) breath(begin, i int) int {
	for k := i; k > max(begin, i-longest/2); k-- {
		if form := s.form(k); form == ";" || form == "," {
			return k
		}
	}
	return i
}

type splitter struct {
	text   string
	tokens []stemma.Span
}

// form is a token's characters, "" past either end.
func (s splitter) form(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.text[s.tokens[i].Start:s.tokens[i].End]
}

// mayEnd reports whether the sentence from token begin may end with token i:
// at ., ?, !, … or at an abbreviation that a word follows with which sentences
// begin.
func (s splitter) mayEnd(begin, i int) bool {
	form := s.form(i)
	if strings.Trim(form, "!?") == "" || strings.Trim(form, ".…") == "" {
		return !s.listNumber(begin, i)
	}
	word, ok := strings.CutSuffix(form, ".")
	if !ok {
		return false
	}
	abbreviation, known := lexicon.AbbreviationOf(word)
	ends := known && abbreviation.Ends || !known
	next := s.form(s.behindOpener(i + 1))
	return ends && isUpper(next) && lexicon.OpensSentence(next)
}

// behindOpener is the token behind a quotation mark that opens at token i, else i.
//
//	It was hit at 6 a.m. “This is no war,” he wrote. → This
func (s splitter) behindOpener(i int) int {
	if isQuoteMark(s.form(i)) && s.spaced(i) && i+1 < len(s.tokens) && !s.spaced(i+1) {
		return i + 1
	}
	return i
}

// listNumber: the point of "2." at the head of a sentence ends nothing.
func (s splitter) listNumber(begin, i int) bool {
	number := s.form(begin)
	return i == begin+1 && s.form(i) == "." && len(number) <= 2 && startsDigit(number)
}

// behindClosers is the last of the quotation marks, brackets, stops and
// numbers of notes that belong to the end of the sentence from token begin to i.
//
//	It fell at dawn.”[17] Nobody fled. → ], behind 17
func (s splitter) behindClosers(begin, i int) int {
	const most = 20
	for last := i + most; i < last && i+1 < len(s.tokens); {
		switch next := s.form(i + 1); {
		case strings.Trim(next, "!?") == "", strings.Contains("”’»)]", next):
			i++
		case isQuoteMark(next) && !s.spaced(i+1) && (i+2 == len(s.tokens) || s.spaced(i+2)):
			i++
		case next == `"` && s.spaced(i+1) && s.closesApart(begin, i+1):
			i++
		case next == "[" && !s.spaced(i+1) && startsDigit(s.form(i+2)) && s.form(i+3) == "]":
			i += 3
		default:
			return i
		}
	}
	return i
}

// closesApart reports whether the straight mark at token i, with space before
// it, closes what the sentence has opened: "They left. " he said. Behind it is
// space again, or nothing.
func (s splitter) closesApart(begin, i int) bool {
	if i+1 < len(s.tokens) && !s.spaced(i+1) && isUpper(s.form(i+1)) {
		return false
	}
	open := false
	for k := begin; k < i; k++ {
		open = open != (s.form(k) == `"`)
	}
	return open || i+1 == len(s.tokens)
}

func isQuoteMark(form string) bool {
	return doubled(form) != 0 || utf8.RuneCountInString(form) == 1 && strings.Contains("\"'“‘”’«»", form)
}

// spaced reports whether white space stands before token i.
func (s splitter) spaced(i int) bool {
	return i == 0 || s.tokens[i].Start > s.tokens[i-1].End
}

// begins reports whether token i can be the first of a sentence, given what
// ended before it.
func (s splitter) begins(i int) bool {
	form := s.form(i)
	r, _ := utf8.DecodeRuneInString(form)
	opens := isUpper(form) || unicode.IsDigit(r) || strings.ContainsRune("“‘«„\"'`([{@#•*▪●–—", r)
	if !opens || !s.spaced(i) && !isUpper(form) {
		return false
	}
	return !s.reportingClause(i)
}

// reportingClause reports whether tokens i… say who spoke the question, call or
// unfinished words just closed: “Why now?” Voss asked. They belong to them.
func (s splitter) reportingClause(i int) bool {
	if before := s.form(i - 1); before == "" || !strings.ContainsAny(before, "”’\"'»") || !s.unfinished(i-2) {
		return false
	}
	for k := i; k < i+reportingReach && k < len(s.tokens); k++ {
		form := s.form(k)
		if k > i && isSpeech(form) {
			return true
		}
		if !isUpper(form) && !strings.Contains("-'’.", form) && !nameParts[form] {
			return false
		}
	}
	return false
}

// reportingReach is how many tokens a speaker's name and title may take.
const reportingReach = 7

var nameParts = lists.Set("name part")

// unfinished: a full stop closes what was said, ?, ! and … leave room for who
// said it.
func (s splitter) unfinished(i int) bool {
	form := s.form(i)
	return form != "." && strings.Trim(form, ".…?!") == "" && form != ""
}

func isUpper(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// isSpeech: "asked", "says"; not "asking", for it needs a verb before it.
func isSpeech(form string) bool {
	for _, reporter := range lexicon.Reporters(lemmaOf(form, "VERB", fineOf(form))) {
		if !reporter.Adjective && reporter.Takes("quote") {
			return true
		}
	}
	return false
}

func fineOf(form string) string {
	if strings.HasSuffix(form, "s") {
		return "VBZ"
	}
	return "VBD"
}
