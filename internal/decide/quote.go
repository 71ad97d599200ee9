package decide

import (
	"strings"
	"unicode/utf8"

	"stemma"
)

// around is how many bytes of its neighbours are kept with a quote: enough to
// tell two places in a report apart, too few to lose it to a correction far off.
const around = 40

// Quoted ties a decision to words of a document.
func Quoted(d stemma.Decision, r *stemma.Reading, s stemma.Span) stemma.Decision {
	d.Document, d.Quote = r.Document, r.Words(s)
	d.Before, d.After = r.Words(stemma.Span{Start: back(r.Text, s.Start), End: s.Start}), r.Words(stemma.Span{Start: s.End, End: forth(r.Text, s.End)})
	return d
}

func back(t stemma.Text, from int) int {
	at := max(0, from-around)
	for at < from && !utf8.RuneStart(t[at]) {
		at++
	}
	return at
}

func forth(t stemma.Text, from int) int {
	at := min(len(t), from+around)
	for at < len(t) && at > from && !utf8.RuneStart(t[at]) {
		at--
	}
	return at
}

// find is where a decision's words stand with their neighbours; false if they
// stand nowhere, or at several places, so that it would be a guess.
func find(t stemma.Text, d stemma.Decision) (stemma.Span, bool) {
	whole := d.Before + d.Quote + d.After
	at := strings.Index(string(t), whole)
	if d.Quote == "" || at < 0 || strings.Contains(string(t[at+1:]), whole) {
		return stemma.Span{}, false
	}
	start := at + len(d.Before)
	return stemma.Span{Start: start, End: start + len(d.Quote)}, true
}

// Locate is the one place where a text has some words; a person who pastes a
// quote need not count characters. White space may differ.
func Locate(t stemma.Text, words string) (stemma.Span, bool) {
	want := strings.Fields(words)
	if len(want) == 0 {
		return stemma.Span{}, false
	}
	var found []stemma.Span
	for at := 0; ; {
		i := strings.Index(string(t[at:]), want[0])
		if i < 0 {
			break
		}
		if end, ok := follows(string(t), at+i, want); ok {
			found = append(found, stemma.Span{Start: at + i, End: end})
		}
		at += i + len(want[0])
	}
	if len(found) != 1 {
		return stemma.Span{}, false
	}
	return found[0], true
}

// follows reports whether words stand one after the other from there on.
func follows(t string, at int, words []string) (int, bool) {
	for i, word := range words {
		if i > 0 {
			rest := strings.TrimLeft(t[at:], " \t\r\n\u00a0")
			if len(rest) == len(t)-at {
				return 0, false
			}
			at = len(t) - len(rest)
		}
		if !strings.HasPrefix(t[at:], word) {
			return 0, false
		}
		at += len(word)
	}
	return at, true
}
