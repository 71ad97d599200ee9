package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/pattern"
)

// A page is a reading's blocks with what was measured of each.
type page struct {
	reading *stemma.Reading
	lines   []line
	markup  bool // the blocks come from a page's elements, not from plain text
	titled  int  // the line of the title, -1 if there is none
	stem    *stem
}

// A line is a block, measured; kind is "" until a pass has labelled it.
type line struct {
	stemma.Block
	words  string // without the white space around it
	folded string
	count  int // words
	means  meaning

	kind stemma.RegionKind
	form stemma.ResidueForm
	rule string
}

func newPage(r *stemma.Reading) *page {
	p := &page{reading: r, titled: -1, lines: make([]line, 0, len(r.Blocks))}
	for _, b := range tiling(r) {
		words := strings.TrimFunc(r.Words(b.Span), stemma.Blank)
		p.lines = append(p.lines, line{Block: b, words: words, folded: lexicon.Fold(words), count: count(words)})
		p.markup = p.markup || b.Path != ""
	}
	if p.markup {
		p.interpret()
	}
	return p
}

// tiling is the reading's blocks, made to tile the text where they do not: a
// gap belongs to the block before it, an overlap to the first.
func tiling(r *stemma.Reading) []stemma.Block {
	var out []stemma.Block
	at := 0
	for _, b := range r.Blocks {
		b.Start, b.End = max(at, min(b.Start, len(r.Text))), min(b.End, len(r.Text))
		if b.Empty() {
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].End = b.Start
		} else {
			b.Start = 0
		}
		out, at = append(out, b), b.End
	}
	if len(out) > 0 {
		out[len(out)-1].End = len(r.Text)
	} else if len(r.Text) > 0 {
		out = append(out, stemma.Block{Span: stemma.Span{End: len(r.Text)}, Tag: "p"})
	}
	return out
}

// count is the number of words; a script without spaces between words counts
// two characters as one.
func count(s string) int {
	n, dense := 0, 0
	for word := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(word, unicode.IsLetter) || strings.ContainsFunc(word, unicode.IsDigit) {
			n++
		}
	}
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			dense++
		}
	}
	return n + dense/2
}

// label names a line, unless it has a name.
func (l *line) label(kind stemma.RegionKind, form stemma.ResidueForm, rule string) {
	if l.kind == "" {
		l.kind, l.form, l.rule = kind, form, rule
	}
}

func (l *line) open() bool { return l.kind == "" }

var footnote = pattern.Lazy(`(\[\d{1,3}\])+$`)

// ended reports whether a line ends as a sentence does.
func (l *line) ended() bool {
	s := strings.TrimRight(footnote().ReplaceAllString(l.words, ""), "\"'”’»)]* \u00a0")
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。！？؟।", r)
}

// Lengths by which prose is told from the lines around it, in words: a sentence
// of news has about twenty, a headline or a link seldom more than fourteen.
const (
	sentence  = 12
	paragraph = 25
)

// prose reports whether a line reads like a sentence of a report and not like a
// label, a headline or a link.
func (l *line) prose() bool {
	return (l.count >= sentence && l.ended() || l.count >= paragraph) && l.linked() < 0.5
}

// linked is the share of a line that stands inside links.
func (l *line) linked() float64 {
	if len(l.words) == 0 {
		return 0
	}
	return min(1, float64(l.Linked)/float64(len(l.words)))
}

// first is the first open line of prose; the number of lines if there is none.
func (p *page) first() int {
	for i := range p.lines {
		if p.lines[i].open() && p.lines[i].prose() && p.within(i) {
			return i
		}
	}
	return len(p.lines)
}
