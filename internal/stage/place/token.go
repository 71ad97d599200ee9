package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

func (p *page) tokens(s int) []stemma.Token { return p.r.Syntax.Sentences[s].Tokens }

// word is the text of a token, "" beyond the ends of the sentence.
func (p *page) word(s, i int) string {
	tokens := p.tokens(s)
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return p.r.Words(tokens[i].Span)
}

func (p *page) lower(s, i int) string { return strings.ToLower(p.word(s, i)) }

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "‘'`ʿʾ"))
	return unicode.IsUpper(r)
}

// touch reports whether nothing stands between a token and the next.
func (p *page) touch(s, i int) bool {
	tokens := p.tokens(s)
	return i >= 0 && i+1 < len(tokens) && tokens[i].End == tokens[i+1].Start
}

// grow widens the whole of a name to a token before or after it.
func (p *page) grow(n *name, token int) {
	n.whole = n.whole.Join(p.tokens(n.sentence)[token].Span)
}

// phrase is a run of tokens in lower case, "" if it leaves the sentence or is empty.
func (p *page) phrase(s, at, size int) string {
	if at < 0 || size < 1 || at+size > len(p.tokens(s)) {
		return ""
	}
	if size == 1 {
		return p.lower(s, at)
	}
	parts := make([]string, size)
	for i := range parts {
		parts[i] = p.lower(s, at+i)
	}
	return strings.Join(parts, " ")
}

// left and right are the first and last tokens of the whole of a name.
func (p *page) left(n *name) int {
	i := n.first
	for i > 0 && p.tokens(n.sentence)[i-1].Start >= n.whole.Start {
		i--
	}
	return i
}

func (p *page) right(n *name) int {
	i := n.last
	for i+1 < len(p.tokens(n.sentence)) && p.tokens(n.sentence)[i+1].End <= n.whole.End {
		i++
	}
	return i
}
