package web

import (
	"fmt"
	"math"
	"net/url"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/draw"
	"stemma/internal/reference/outline"
)

// A plan is the map as a page draws it by itself, without a script.
type plan struct {
	Width, Height               int
	Coast, Borders, Provinces   string // paths
	Marks                       []planMark
	Links                       []planLink
	Clusters                    []planCluster
	ScaleTo                     int
	Scale, Label, Wider, Closer string
}

type planMark struct {
	X, Y, R     int
	Path        string // of a province or a border, instead of the circle
	Class, Link string
	Words       string
	Label       string
	LabelX      int
}

type planLink struct{ Path, Class, Words string }

type planCluster struct {
	X, Y, R    int
	Count      string
	Link, Word string
}

const planWidth, planHeight = 960, 560

// smallestMark is the radius, in pixels, below which a circle is drawn larger
// than it is, with a dotted line that says so.
const smallestMark = 6

// A view of the world: a box of it, in so many pixels.
type projected struct {
	box    box
	zoom   float64
	x0, y0 float64
}

// project fits a box into the drawing.
func project(b box) projected {
	west, north := world(b[2], b[1], 0)
	east, south := world(b[0], b[3], 0)
	zoom := min(math.Log2(min(planWidth/(east-west), planHeight/(south-north))), 12)
	middleX, middleY := (west+east)/2*math.Exp2(zoom), (north+south)/2*math.Exp2(zoom)
	v := projected{zoom: zoom, x0: middleX - planWidth/2, y0: middleY - planHeight/2}
	south2, west2 := v.unproject(0, planHeight)
	north2, east2 := v.unproject(planWidth, 0)
	v.box = box{south2, west2, north2, east2}
	return v
}

func (v projected) at(lat, lon float64) (int, int) {
	x, y := world(lat, lon, v.zoom)
	return int(math.Round(x - v.x0)), int(math.Round(y - v.y0))
}

func (v projected) unproject(x, y float64) (lat, lon float64) {
	size := 256 * math.Exp2(v.zoom)
	lon = (x+v.x0)/size*360 - 180
	lat = math.Atan(math.Sinh(math.Pi*(1-2*(y+v.y0)/size))) * 180 / math.Pi
	return lat, lon
}

// perPixel is how many metres a pixel is at a latitude.
func (v projected) perPixel(lat float64) float64 {
	return 360 * draw.MetresPerDegree * math.Cos(lat*math.Pi/180) / (256 * math.Exp2(v.zoom))
}

// newPlan draws a chart; link is the address of the page with one thing changed.
func newPlan(c *chart, b box, link func(name, value string) string) *plan {
	v := project(b)
	shown := c.within(v.box, v.zoom, mostDrawn)
	p := &plan{Width: planWidth, Height: planHeight}
	p.land(v)
	for _, m := range shown.Marks {
		if v.box.touches(m) {
			p.Marks = append(p.Marks, v.mark(m, shown.Incidents, link))
		}
	}
	for _, l := range shown.Links {
		p.Links = append(p.Links, v.link(l, shown))
	}
	for _, cl := range shown.Clusters {
		x, y := v.at(cl.Lat, cl.Lon)
		r := 10 + int(4*math.Log10(float64(cl.Count)+1))
		p.Clusters = append(p.Clusters, planCluster{x, y, r, draw.Thousands(cl.Count), link("box", cl.Box.wider(0.2).String()), draw.Plural(cl.Count, "incident", "incidents") + " near one another; closer"})
	}
	middle := (v.box[0] + v.box[2]) / 2
	step := draw.NiceStep(v.perPixel(middle) * 130)
	p.ScaleTo, p.Scale = 14+int(step/v.perPixel(middle)), draw.Metres(int(step))
	p.Wider, p.Closer = link("box", v.box.wider(0.5).String()), link("box", v.box.half().String())
	p.Label = draw.Plural(len(p.Marks), "place", "places") + " and " + draw.Plural(len(p.Clusters), "group of places", "groups of places")
	return p
}

// String is a box in a query.
func (b box) String() string {
	return fmt.Sprintf("%.3f,%.3f,%.3f,%.3f", b[0], b[1], b[2], b[3])
}

// readBox reads a box from a query; ok is false for none, or a wrong one.
func readBox(q url.Values) (b box, ok bool) {
	parts := strings.Split(q.Get("box"), ",")
	if len(parts) != len(b) {
		return b, false
	}
	for i, part := range parts {
		x, err := strconv.ParseFloat(part, 64)
		if err != nil || math.Abs(x) > 180 {
			return b, false
		}
		b[i] = x
	}
	b[0], b[2] = max(b[0], -80), min(b[2], 80)
	return b, b[0] < b[2] && b[1] < b[3]
}

// land draws the outlines; provinces only where they are wide enough to be told
// apart.
func (p *plan) land(v projected) {
	var coast, borders, provinces strings.Builder
	book := outline.Open()
	for n, arc := range book.Arcs {
		switch book.Parts(n) {
		case outline.Coast:
			v.line(&coast, arc)
		case outline.Countries:
			v.line(&borders, arc)
		case outline.Provinces:
			if v.zoom > 4.5 {
				v.line(&provinces, arc)
			}
		}
	}
	p.Coast, p.Borders, p.Provinces = coast.String(), borders.String(), provinces.String()
}

// line draws what of a line lies in the view, with a step beyond its edge, and
// without steps that nobody sees.
func (v projected) line(out *strings.Builder, points []outline.Point) {
	const least = 3
	inside := func(i int) bool {
		return i >= 0 && i < len(points) && v.box.has(float64(points[i].Lat)/100, float64(points[i].Lon)/100)
	}
	drawing, lastX, lastY := false, 0, 0
	for i, p := range points {
		if !inside(i-1) && !inside(i) && !inside(i+1) {
			drawing = false
			continue
		}
		x, y := v.at(float64(p.Lat)/100, float64(p.Lon)/100)
		switch {
		case !drawing:
			fmt.Fprintf(out, "M%d %d", x, y)
		case max(abs(x-lastX), abs(y-lastY)) < least && i < len(points)-1:
			continue
		default:
			fmt.Fprintf(out, "l%d %d", x-lastX, y-lastY)
		}
		drawing, lastX, lastY = true, x, y
	}
}

func abs(n int) int { return max(n, -n) }

func (v projected) mark(m mark, incidents []told, link func(name, value string) string) planMark {
	x, y := v.at(m.Lat, m.Lon)
	out := planMark{X: x, Y: y, R: int(float64(m.Reach) / v.perPixel(m.Lat)), Class: m.class(), Words: m.words(), LabelX: x}
	switch {
	case m.Unit >= 0:
		out.Path = v.unit(m.Unit)
	case len(m.Lines) > 0:
		out.Path = v.lines(m.Lines)
	case out.R < smallestMark:
		out.R, out.Class = smallestMark, out.Class+" tiny"
	}
	if m.Count > 1 {
		out.Label = draw.Thousands(m.Count)
	}
	out.Link = link("place", m.Name)
	if m.Count == 1 {
		out.Link = "#" + incidents[m.Of[0]].ID
	}
	return out
}

// class is how a mark looks: where it stands, how closely it is known, whether it
// is in dispute.
func (m mark) class() string {
	out := "reach p-" + m.Precision + " s-" + m.Status
	if m.Unit >= 0 {
		out += " hatched"
	}
	if len(m.Lines) > 0 {
		out += " stretch"
	}
	if m.Disputed {
		out += " disputed"
	}
	return out
}

func (m mark) words() string {
	out := m.Name + ": " + draw.Plural(m.Count, "incident", "incidents") + "; " + draw.Precision(stemma.Precision(m.Precision)) + ", ± " + draw.Metres(m.Reach)
	if m.Disputed {
		out += "; accounts differ"
	}
	return out
}

func (v projected) unit(n int) string {
	var out strings.Builder
	for _, ring := range outline.Open().Units[n].Rings {
		for i, p := range outline.Open().Ring(ring) {
			x, y := v.at(float64(p.Lat)/100, float64(p.Lon)/100)
			fmt.Fprintf(&out, "%s%d %d", step(i), x, y)
		}
		out.WriteString("Z")
	}
	return out.String()
}

func (v projected) lines(lines [][][2]float64) string {
	var out strings.Builder
	for _, line := range lines {
		for i, p := range line {
			x, y := v.at(p[0], p[1])
			fmt.Fprintf(&out, "%s%d %d", step(i), x, y)
		}
	}
	return out.String()
}

// step begins a line, or goes on with it.
func step(i int) string {
	if i == 0 {
		return "M"
	}
	return "L"
}

// link draws a line, which ends in an arrow, for a movement, and a zig-zag between two accounts.
func (v projected) link(l link, c *chart) planLink {
	from, to := c.Marks[l.From], c.Marks[l.To]
	x1, y1 := v.at(from.Lat, from.Lon)
	x2, y2 := v.at(to.Lat, to.Lon)
	if l.Sort == "movement" {
		return planLink{fmt.Sprintf("M%d %dL%d %d", x1, y1, x2, y2), l.Sort, "from " + from.Name + " to " + to.Name}
	}
	return planLink{zigzag(x1, y1, x2, y2), l.Sort, "two accounts: " + from.Name + ", " + to.Name}
}

func zigzag(x1, y1, x2, y2 int) string {
	length := math.Hypot(float64(x2-x1), float64(y2-y1))
	n := max(4, int(length/9))
	out := fmt.Sprintf("M%d %d", x1, y1)
	for i := 1; i < n; i++ {
		t, side := float64(i)/float64(n), 4.0
		if i%2 == 0 {
			side = -side
		}
		x := float64(x1) + t*float64(x2-x1) - side*float64(y2-y1)/max(length, 1)
		y := float64(y1) + t*float64(y2-y1) + side*float64(x2-x1)/max(length, 1)
		out += fmt.Sprintf("L%d %d", int(x), int(y))
	}
	return out + fmt.Sprintf("L%d %d", x2, y2)
}
