package draw

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

// A Tree is who depends on whom, from left to right: who is said to know, who
// carries it on, the agency, the outlet. A list of the same stands below it for
// those who do not see it.
type Tree struct {
	Width, Height, Pad int
	Nodes              []Node
	Links              []TreeLink
	List               []string
}

// A Node is one who says or carries something, in a box, in pixels.
type Node struct {
	X, Y, W, H, TextX, TextY int
	Name, Class, Under       string
}

// A TreeLink is the line from one who says to one who carries it on, as an SVG path.
type TreeLink struct{ Path, Class string }

const nodeWidth, nodeHeight, nodeGap, columnGap = 190, 28, 12, 96

// A way is one of an incident's ways by its stations: origin, via, agency, outlet
// or document.
type way struct {
	sheet.Way
	stations [4]string
}

// NewTree draws the ways of an incident; copies are those of its documents with
// each other. Nil where there is none.
func NewTree(all []sheet.Way, copies []stemma.Copy) *Tree {
	var ways []way
	for _, w := range all {
		ways = append(ways, way{w, [4]string{w.Origin, w.Via, w.Agency, w.Outlet}})
	}
	if len(ways) == 0 {
		return nil
	}
	t := layOut(ways)
	t.shared(ways, copies)
	for _, w := range ways {
		t.List = append(t.List, strings.Join(w.Stations(), " → "))
	}
	slices.Sort(t.List)
	t.List = slices.Compact(t.List)
	return t
}

// layOut puts each name once into its column, in the order of the accounts, and
// leaves out columns that nothing stands in.
func layOut(ways []way) *Tree {
	t := &Tree{Pad: 10}
	at := map[string]Node{}
	x := 1
	for column := range 4 {
		y := 1
		for _, w := range ways {
			key := fmt.Sprint(column, w.name(column))
			if _, ok := at[key]; ok || w.stations[column] == "" {
				continue
			}
			at[key] = newNode(w, column, x, y)
			t.Nodes = append(t.Nodes, at[key])
			y += nodeHeight + nodeGap
		}
		if y > 1 {
			x += nodeWidth + columnGap
			t.Height = max(t.Height, y)
		}
	}
	t.Width = max(x-columnGap+30, nodeWidth)
	t.link(ways, at)
	return t
}

// newNode is a way's station in a column, at a point.
func newNode(w way, column, x, y int) Node {
	n := Node{X: x, Y: y, W: nodeWidth, H: nodeHeight, TextX: x + 10, TextY: y + 18, Name: ledger.Shorten(w.stations[column], 25), Class: "column" + fmt.Sprint(column)}
	if column == 0 {
		n.Class = string(w.Kind)
	}
	return n
}

// name is a station as its column keeps it apart: two documents of one outlet
// are two.
func (w way) name(column int) string {
	if column == 3 {
		return w.stations[3] + "\x00" + w.Document
	}
	if column == 0 && w.Kind != stemma.OriginNamed {
		return w.stations[0] + "\x00" + w.Document // what is not named is never one with another
	}
	return w.stations[column]
}

// link draws the lines between the stations of each way, the first of them dotted
// where nobody names who said it.
func (t *Tree) link(ways []way, at map[string]Node) {
	drawn := map[string]bool{}
	for _, w := range ways {
		class := "solid"
		if w.Kind == stemma.OriginUnnamed {
			class = "dotted"
		}
		nodes := w.nodes(at)
		for n := 1; n < len(nodes); n++ {
			if path := curve(nodes[n-1], nodes[n]); !drawn[path] {
				drawn[path] = true
				t.Links = append(t.Links, TreeLink{path, class})
			}
			class = "solid"
		}
	}
}

// nodes are those of a way, from left to right.
func (w way) nodes(at map[string]Node) []Node {
	var out []Node
	for column := range 4 {
		if w.stations[column] != "" {
			out = append(out, at[fmt.Sprint(column, w.name(column))])
		}
	}
	return out
}

func curve(from, to Node) string {
	x1, y1, x2, y2 := from.X+from.W, from.Y+from.H/2, to.X, to.Y+to.H/2
	mid := (x1 + x2) / 2
	return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, mid, y1, mid, y2, x2, y2)
}

// shared draws which of the documents carry each other's text.
func (t *Tree) shared(ways []way, copies []stemma.Copy) {
	where := map[string]Node{}
	n := 0
	seen := map[string]bool{}
	for _, w := range ways {
		if seen[w.name(3)] {
			continue
		}
		seen[w.name(3)] = true
		where[w.Document] = t.column3(n)
		n++
	}
	for _, c := range copies {
		a, okA := where[c.Document]
		b, okB := where[c.Of]
		if okA && okB && a != b {
			x, y1, y2 := a.X+a.W, a.Y+a.H/2, b.Y+b.H/2
			t.Links = append(t.Links, TreeLink{fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x, y1, x+26, y1, x+26, y2, x, y2), "dashed"})
		}
	}
}

func (t *Tree) column3(n int) Node {
	for _, c := range t.Nodes {
		if c.Class == "column3" {
			if n == 0 {
				return c
			}
			n--
		}
	}
	return Node{}
}
