package html

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stemma"
)

// sentences is the length of a block of running words, in words: what a page
// shows to those who let no programs run has one, or it shows no report.
const sentences = 25

// shown is a page as a reader sees it; where that is no running words, as one
// does whose browser runs no programs, if that is more.
func shown(root *html.Node) (string, []stemma.Block) {
	text, blocks := walk(root, false)
	if empty(text, blocks) {
		if all, more := walk(root, true); !empty(all, more) {
			return all, more
		}
	}
	return text, blocks
}

// empty reports whether a page shows no running words outside its links.
func empty(text string, blocks []stemma.Block) bool {
	for _, b := range blocks {
		if words := text[b.Start:b.End]; b.Linked*2 < len(words) && len(strings.Fields(words)) >= sentences {
			return false
		}
	}
	return true
}

// unshown is the report that a page states for search engines and leaves to its
// program to show; "" if the page shows how it begins.
//
//	{"@type": "NewsArticle", "articleBody": "The bridge is open …"} on an empty page → The bridge is open …
func unshown(root *html.Node, text string) string {
	const opening = 60 // bytes without white space: what no two reports begin with alike
	for n := range root.Descendants() {
		if n.DataAtom != atom.Script || !strings.Contains(strings.ToLower(attribute(n, "type")), "ld+json") {
			continue
		}
		if body := bodied(inner(n)); len(strings.Fields(body)) >= sentences {
			begin := squash(body)
			if strings.Contains(squash(text), begin[:min(opening, len(begin))]) {
				return ""
			}
			return body
		}
	}
	return ""
}

// bodied is the text of the first report that a JSON-LD script holds.
func bodied(script string) string {
	var data any
	if json.Unmarshal([]byte(clean(script)), &data) != nil {
		return ""
	}
	for _, thing := range things(data, 0) {
		if body, ok := thing["articleBody"].(string); ok && report(kindOf(thing)) {
			return plain(body)
		}
	}
	return ""
}

// plain is a text without the markup that some pages leave in it, a paragraph a
// line.
func plain(body string) string {
	if body = html.UnescapeString(body); strings.Contains(body, "</") {
		body = words(strings.ReplaceAll(body, "</p>", "\n</p>"))
	}
	return strings.ToValidUTF8(body, "\uFFFD")
}

// add puts the paragraphs of a report below what the page shows.
func (p *Page) add(report string) {
	for paragraph := range strings.SplitSeq(report, "\n") {
		if paragraph = strings.Join(strings.Fields(paragraph), " "); paragraph == "" {
			continue
		}
		b := stemma.Block{Span: stemma.Span{Start: len(p.Text)}, Tag: "p", Path: "html script.report p", Kept: true}
		p.Text += paragraph + "\n\n"
		b.End = len(p.Text)
		p.Blocks = append(p.Blocks, b)
	}
}
