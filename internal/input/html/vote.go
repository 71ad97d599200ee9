package html

import (
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"stemma"
)

// nowhere stands for the page's address, which the extractor wants and which
// changes nothing in what it keeps.
var nowhere = &url.URL{Scheme: "https", Host: "localhost", Path: "/"}

// keep marks the blocks that an extractor takes for the article. It spoils the
// tree, so it comes last. The extractor hands back other nodes, so its words are
// looked for among the blocks: long ones anywhere, short ones, which occur in
// menus too, only next to a block that was found.
func keep(root *html.Node, text string, blocks []stemma.Block) {
	kept := squash(article(root))
	words, at := make([]string, len(blocks)), make([]int, len(blocks))
	for i, b := range blocks {
		words[i], at[i] = squash(text[b.Start:b.End]), -1
		if len(words[i]) >= long {
			at[i] = strings.Index(kept, words[i])
		}
	}
	for i := range blocks {
		if i > 0 && at[i] < 0 && at[i-1] >= 0 {
			from := at[i-1] + len(words[i-1])
			at[i] = found(kept, words[i], from, min(from+len(words[i])+slack, len(kept)))
		}
	}
	for i := len(blocks) - 2; i >= 0; i-- {
		if to := at[i+1]; at[i] < 0 && to >= 0 {
			at[i] = found(kept, words[i], max(0, to-len(words[i])-slack), to)
		}
	}
	for i := range blocks {
		blocks[i].Kept = at[i] >= 0 && words[i] != ""
	}
}

// Lengths in bytes without white space: what is long enough to stand in a page
// once, and how much may be missing between two neighbours.
const (
	long  = 40
	slack = 120
)

// found is where the words stand between two offsets, -1 if they do not.
func found(kept, words string, from, to int) int {
	if at := strings.Index(kept[min(from, to):to], words); at >= 0 && words != "" {
		return from + at
	}
	return -1
}

// maxElements is the largest page that the extractor is asked about; the largest
// of 672 saved ones has 9,753 elements, and its time grows faster than the page.
const maxElements = 60_000

// article is the text of what the extractor keeps. It was made for pages of
// today: on a page that breaks it, it keeps nothing.
func article(root *html.Node) (text string) {
	defer func() {
		if recover() != nil {
			text = ""
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	parser.MaxElemsToParse = maxElements
	found, err := parser.ParseAndMutate(root, nowhere)
	if err != nil || found.Node == nil {
		return ""
	}
	var out strings.Builder
	for n := range found.Node.Descendants() {
		if n.Type == html.TextNode {
			out.WriteString(n.Data)
		}
	}
	return out.String()
}

// squash leaves out all white space: the extractor joins and moves elements,
// and with them the space between words.
func squash(s string) string {
	return strings.Join(strings.Fields(s), "")
}
