package parse

import (
	"strings"

	"stemma/internal/reference/lexicon"
)

// stamp is how many tokens at the head of a paragraph say when and by whom the
// page was put out; a page without its markup runs them into its first
// sentence. 0 if it has no such head. A date alone may be that of an event.
//
//	Published July 2 2016 Two medics were shot at dawn. → 4
//	AFP Saturday 2 July 2016 The army shelled the mill. → 5
//	On July 2 2016 two medics were shot at dawn.        → 0
func (s splitter) stamp() int {
	const head, rest = 10, 5 // tokens
	first := min(head, len(s.tokens))
	if first == 0 || len(s.tokens) < rest {
		return 0
	}
	at := s.tokens[0].Start
	dates := lexicon.Datelines(s.text[at:s.tokens[first-1].End])
	if len(dates) == 0 {
		return 0
	}
	from, end := at+dates[0].Span.Start, at+dates[0].Span.End
	i := 0
	for ; i < first && s.tokens[i].Start < from; i++ {
		if !s.putOut(i) {
			return 0
		}
	}
	if kind := lexicon.BesideDate(strings.ToLower(s.form(0))); i == 0 || kind != lexicon.StampPublish && kind != lexicon.StampUpdate && !isCapitals(s.form(0)) {
		return 0
	}
	for i < len(s.tokens) && s.tokens[i].End <= end {
		i++
	}
	if len(s.tokens)-i < rest || !isUpper(s.form(i)) || isCapitals(s.form(i)) {
		return 0
	}
	return i
}

// putOut: "Published", "on", "Saturday", "AFP" may stand before a page's date.
func (s splitter) putOut(i int) bool {
	form := s.form(i)
	return lexicon.BesideDate(strings.ToLower(form)) != "" || isCapitals(form) || i > 0 && (form == "on" || form == ":" || form == ",")
}
