package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stemma"
)

// A walker goes through the tree from top to bottom and writes the text.
type walker struct {
	text   strings.Builder
	blocks []stemma.Block

	path    []string     // a segment for each element around
	joint   string       // the path of the last block, which most blocks share
	around  []*html.Node // block elements around, innermost last
	links   int          // links around
	threads int          // comments around, by their own markup
	pres    int          // preformatted elements around
	space   bool         // white space is due before the next word
	breaks  int          // line breaks since the last word
	open    bool         // the last block may still grow

	scriptless bool // what is shown only where no scripts run is shown
}

// walk gives the text and its blocks, as a reader sees them or as one does whose
// browser runs no scripts. It climbs by the nodes' own links, so
// that no depth of nesting can exhaust the stack.
func walk(root *html.Node, scriptless bool) (string, []stemma.Block) {
	w := &walker{scriptless: scriptless}
	for n := root; n != nil; {
		if w.enter(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for w.leave(n); n != root && n.NextSibling == nil; w.leave(n) {
			n = n.Parent
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	w.end("\n")
	return w.text.String(), w.blocks
}

// enter reports whether the children of the node are to be walked.
func (w *walker) enter(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		w.write(n.Data)
		return false
	case html.ElementNode:
		return w.element(n)
	}
	return n.Type == html.DocumentNode
}

func (w *walker) element(n *html.Node) bool {
	w.path = append(w.path, segment(n))
	switch {
	case w.unseen(n):
		return false
	case n.DataAtom == atom.Br:
		w.breaks++
	case set(n):
		w.end(gap(n))
		w.around = append(w.around, n)
	}
	w.count(n, 1)
	return true
}

func (w *walker) unseen(n *html.Node) bool {
	return unseen(n) && !(w.scriptless && n.DataAtom == atom.Noscript)
}

func (w *walker) leave(n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	w.path = w.path[:len(w.path)-1]
	if w.unseen(n) {
		return
	}
	w.count(n, -1)
	if set(n) {
		w.end(gap(n))
		w.around = w.around[:len(w.around)-1]
	}
}

// count keeps how many elements of a kind are around.
func (w *walker) count(n *html.Node, by int) {
	switch {
	case n.DataAtom == atom.A && has(n, "href"):
		w.links += by
	case n.DataAtom == atom.Pre:
		w.pres += by
	}
	if strings.HasSuffix(strings.TrimSpace(attribute(n, "itemtype")), "schema.org/Comment") {
		w.threads += by
	}
}

// write adds the words of a text node; runs of white space become one space, as
// they look on the page. A no-break space is a character like any other.
func (w *walker) write(s string) {
	if w.pres > 0 {
		w.verbatim(s)
		return
	}
	for s != "" {
		i := strings.IndexFunc(s, collapsible)
		if i < 0 {
			i = len(s)
		}
		w.word(s[:i])
		rest := strings.TrimLeftFunc(s[i:], collapsible)
		w.space = w.space || len(rest) < len(s)-i
		s = rest
	}
}

func collapsible(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

// verbatim keeps the lines of preformatted text; an empty line ends a block.
func (w *walker) verbatim(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			w.breaks++
		}
		w.word(strings.TrimRight(line, " \t\r"))
	}
}

// word adds characters to the open block, or opens one. Two line breaks, with
// nothing between, end a paragraph; one is a line.
func (w *walker) word(s string) {
	if s == "" {
		return
	}
	if strings.TrimFunc(s, unicode.IsSpace) == "" && !w.open {
		return // a block does not begin with no-break spaces alone
	}
	if w.breaks >= 2 {
		w.end("\n\n")
	}
	if !w.open {
		w.begin()
	} else if w.breaks == 1 {
		w.text.WriteByte('\n')
	} else if w.space {
		w.text.WriteByte(' ')
	}
	w.text.WriteString(s)
	if w.links > 0 {
		w.blocks[len(w.blocks)-1].Linked += len(s)
	}
	w.space, w.breaks = false, 0
}

func (w *walker) begin() {
	b := stemma.Block{Span: stemma.Span{Start: w.text.Len()}, Tag: "body", Path: w.joined(), Thread: w.threads > 0}
	if len(w.around) > 0 {
		b.Tag = w.around[len(w.around)-1].Data
	}
	for _, n := range w.around {
		if level := heading(n); level > 0 {
			b.Heading = level
		}
	}
	w.blocks = append(w.blocks, b)
	w.open = true
}

// end closes the open block; the white space after it is its own.
func (w *walker) end(after string) {
	if w.open {
		w.text.WriteString(after)
		w.blocks[len(w.blocks)-1].End = w.text.Len()
	}
	w.open, w.space, w.breaks = false, false, 0
}

// Bounds on what one block says of the elements around it. The deepest of 672
// saved pages has 38, and its path 2,331 bytes.
const (
	maxDepth = 64
	maxPath  = 2400
)

func (w *walker) joined() string {
	path := strings.Join(w.path[:min(len(w.path), maxDepth)], " ")
	if len(path) > maxPath {
		path = strings.ToValidUTF8(path[:maxPath], "")
	}
	if path != w.joint {
		w.joint = path
	}
	return w.joint
}
