// Package html reads a page: its text as a reader would see it, the blocks that
// its elements set apart, and what its markup says of it. Which block is the
// article it leaves to the stages; it hands them an extractor's vote, and never
// runs, fetches or shows anything. In: "<h1>Bridge reopens</h1><p>The bridge is
// open.</p>"; out: the text "Bridge reopens\n\nThe bridge is open.\n" in two
// blocks, a heading and a paragraph.
package html

import (
	"strings"

	"golang.org/x/net/html"

	"stemma"
)

// A Page is what was read. Blocks tile the text.
type Page struct {
	Text       string
	Blocks     []stemma.Block
	Properties []stemma.Property
	Doubts     []string
}

// Read reads a page from its characters. No page is so broken that it fails.
func Read(source string) Page {
	root, doubt := tree(source)
	page := Page{Properties: properties(root)}
	if doubt != "" {
		page.Doubts = append(page.Doubts, doubt)
	}
	page.Text, page.Blocks = shown(root)
	report := unshown(root, page.Text)
	keep(root, page.Text, page.Blocks)
	page.add(report)
	return page
}

// The parser refuses elements nested deeper than 512, and the extractor slows
// with the cube of the depth. No page that people read needs that: the deepest of
// 660 saved ones has 60.
const deepest = 120

// tree parses a page. One nested too deep is read again with its deepest
// elements left out; their words stay.
func tree(source string) (root *html.Node, doubt string) {
	root, err := parse(source)
	if err == nil {
		return root, ""
	}
	if root, err = parse(flatten(source)); err == nil {
		return root, "elements nested too deep were left out; their words were kept"
	}
	root, _ = parse("<pre>" + html.EscapeString(words(source)) + "</pre>")
	return root, "its markup cannot be read; only its words were kept"
}

// parse reads noscript elements as elements, so that what they repeat can be
// left out as a whole.
func parse(source string) (*html.Node, error) {
	return html.ParseWithOptions(strings.NewReader(source), html.ParseOptionEnableScripting(false))
}

// flatten writes the page again without the tags that lie too deep. Depth is
// counted without regard to which tag closes which: close enough to stay under
// the parser's limit.
func flatten(source string) string {
	var out strings.Builder
	depth, left, apart := 0, 0, false
	space := func() { // one is enough to keep words apart
		if !apart {
			out.WriteByte(' ')
			apart = true
		}
	}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.StartTagToken:
			if depth >= deepest {
				left++
				space()
				continue
			}
			depth++
		case html.EndTagToken:
			if left > 0 {
				left--
				space()
				continue
			}
			depth = max(0, depth-1)
		}
		out.Write(z.Raw())
		apart = false
	}
}

// words are the words of a page whose markup cannot be read.
func words(source string) string {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			out.Write(z.Text())
			out.WriteByte(' ')
		}
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}
