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
// tree, so it comes last. The extractor hands back other nodes, so its words
// are looked for in their order among the blocks.
func keep(root *html.Node, text string, blocks []stemma.Block) {
	kept := squash(article(root))
	from := 0
	for i := range blocks {
		words := squash(text[blocks[i].Start:blocks[i].End])
		if words == "" {
			continue
		}
		if at := strings.Index(kept[from:], words); at >= 0 {
			blocks[i].Kept = true
			from += at + len(words)
		}
	}
}

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
