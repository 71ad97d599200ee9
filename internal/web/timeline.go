package web

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"stemma"
	"stemma/internal/draw"
	"stemma/internal/ledger"
)

// A timeline is incidents over time: how many in each stretch, and, if they are
// few enough to be told apart, each one as wide as its time is not known more
// closely; of which only one end is known, an arrow from there. What nobody dates
// is not on it: it stands in the tray.
type timeline struct {
	Width, Height, Axis, Foot int
	Label                     string
	Bins                      []bin
	Marks                     []timeMark
	Ticks                     []tick
	Before, After             *aside
	Folded                    int    // incidents that are only counted
	Narrower, Wider           string // the same with half, with twice the time
}

// A bin is a stretch of time; following it narrows the list to it.
type bin struct {
	X, Y, W, H  int
	OpenY, Open int // of what nobody has decided
	Link, Words string
}

type timeMark struct {
	ID, Class, Words string
	X, Y, W          int
	Arrow            string // its shape, where one end is open
	Label, Anchor    string // beside it: begins or ends at LabelX
	LabelX           int
	Disputed         bool
}

type tick struct {
	X     int
	Words string
}

// aside are incidents beyond the ends of what is drawn.
type aside struct {
	Count int
	Link  string
}

const (
	timeWidth, timeEdge = 960, 24
	binsTall            = 64
	mostLanes           = 40
	laneTall            = 19
	mostMarksInTime     = 250
	mostLabelled        = 80
)

// newTimeline draws entries between the days that were asked for; link is the
// address of the page with other days.
func newTimeline(entries []*entry, asked stemma.Interval, marks bool, link func(from, to string) string) *timeline {
	var dated, open []*entry
	for _, e := range entries {
		switch {
		case e.When.Closed():
			dated = append(dated, e)
		case e.When.Known():
			open = append(open, e)
		}
	}
	if len(dated) == 0 {
		return nil
	}
	first, last := bulk(dated, asked)
	s := newSpan(first, last)
	t := &timeline{Width: timeWidth, Label: "from " + first.String() + " to " + last.String()}
	inside := t.asides(dated, s, link)
	t.count(inside, s, link)
	if marks {
		t.lay(inside, open, s)
	}
	t.Height = t.Foot + 8
	length := s.last - s.first + 1
	t.Narrower = link((s.first + length/4).String(), (s.last - length/4).String())
	t.Wider = link((s.first - length/2).String(), (s.last + length/2).String())
	return t
}

// bulk is the time in which nine tenths of the incidents lie, if that is less than
// a third of all the time: one war long ago should not make this year a dot. A day
// that was asked for is an end by itself.
func bulk(dated []*entry, asked stemma.Interval) (first, last stemma.Day) {
	starts, ends := make([]stemma.Day, len(dated)), make([]stemma.Day, len(dated))
	for i, e := range dated {
		starts[i], ends[i] = e.When.Earliest, e.When.Latest
	}
	slices.Sort(starts)
	slices.Sort(ends)
	n := len(dated)
	first, last = max(starts[0], asked.Earliest), ends[n-1]
	if asked.Latest != 0 {
		last = min(last, asked.Latest)
	}
	if asked.Known() {
		return min(first, last), last
	}
	low, high := starts[n/20], ends[n-1-n/20]
	if low <= high && 3*(high-low) < last-first {
		return low, high
	}
	return first, last
}

// A span is a stretch of days on the drawing.
type span struct {
	first, last stemma.Day
	perDay      float64
}

func newSpan(first, last stemma.Day) span {
	return span{first, last, float64(timeWidth-2*timeEdge) / float64(last-first+1)}
}

// x is where a day begins.
func (s span) x(d stemma.Day) int { return timeEdge + int(math.Round(float64(d-s.first)*s.perDay)) }

// asides counts what lies before and after, and returns what does not.
func (t *timeline) asides(dated []*entry, s span, link func(from, to string) string) []*entry {
	var inside []*entry
	before, after := &aside{Link: link("", (s.first - 1).String())}, &aside{Link: link((s.last + 1).String(), "")}
	for _, e := range dated {
		switch {
		case e.When.Latest < s.first:
			before.Count++
		case e.When.Earliest > s.last:
			after.Count++
		default:
			inside = append(inside, e)
		}
	}
	if before.Count > 0 {
		t.Before = before
	}
	if after.Count > 0 {
		t.After = after
	}
	return inside
}

// mostBins is how many bars a person still tells apart.
const mostBins = 60

// stretches are the edges of bins between two days: of a day, a month, a quarter,
// a year and so on, whatever gives few enough; and how many letters of a day tell
// an edge: 2031-03-01, 2031-03 or 2031.
func stretches(first, last stemma.Day) (edges []stemma.Day, long int) {
	for _, months := range []int{0, 1, 3, 12, 60, 240, 1200} {
		edges = []stemma.Day{stretch(first, months)}
		for n := 0; edges[n] <= last && n <= mostBins; n++ {
			edges = append(edges, next(edges[n], months))
		}
		if len(edges)-1 <= mostBins {
			return edges, letters(months)
		}
	}
	return []stemma.Day{first, last + 1}, 4
}

func letters(months int) int {
	switch {
	case months == 0:
		return len("2031-03-01")
	case months < 12:
		return len("2031-03")
	}
	return len("2031")
}

// stretch is the first day of the stretch of so many months that holds a day; no
// months are a day.
func stretch(d stemma.Day, months int) stemma.Day {
	if months == 0 {
		return d
	}
	t := d.Time()
	n := t.Year()*12 + int(t.Month()) - 1
	n -= n % months
	return stemma.NewDay(n/12, time.Month(1+n%12), 1)
}

func next(d stemma.Day, months int) stemma.Day {
	if months == 0 {
		return d + 1
	}
	t := d.Time()
	return stemma.NewDay(t.Year(), t.Month()+time.Month(months), 1)
}

// count draws how many incidents begin in each stretch.
func (t *timeline) count(inside []*entry, s span, link func(from, to string) string) {
	edges, long := stretches(s.first, s.last)
	all, open := make([]int, len(edges)-1), make([]int, len(edges)-1)
	for _, e := range inside {
		n, found := slices.BinarySearch(edges, max(e.When.Earliest, s.first))
		if !found {
			n--
		}
		n = min(n, len(all)-1)
		all[n]++
		if e.Status == stemma.Proposed {
			open[n]++
		}
	}
	most := max(1, slices.Max(all))
	t.Axis = binsTall + 20
	t.Foot = t.Axis + 20
	for i, n := range all {
		from, to := max(edges[i], s.first), min(edges[i+1]-1, s.last)
		if i%namedEvery(len(all)) == 0 && edges[i] >= s.first {
			t.Ticks = append(t.Ticks, tick{s.x(edges[i]), edges[i].String()[:long]})
		}
		if n == 0 {
			continue
		}
		h := max(2, binsTall*n/most)
		b := bin{X: s.x(from), W: max(2, s.x(to+1)-s.x(from)-1), Y: t.Axis - h, H: h, Open: h * open[i] / n, Link: link(from.String(), to.String())}
		b.OpenY = t.Axis - b.Open
		b.Words = draw.Plural(n, "incident", "incidents") + ", " + ledger.Days(stemma.Interval{Earliest: from, Latest: to})
		t.Bins = append(t.Bins, b)
	}
}

// namedEvery says of how many stretches one has its day named below the axis: so many
// that the names do not touch.
func namedEvery(stretches int) int {
	const wide = 84
	return max(1, int(math.Ceil(float64(wide*stretches)/float64(timeWidth-2*timeEdge))))
}

// lay puts each incident into the first lane that is free at its time, and with
// them those that begin or end inside and have no other end.
func (t *timeline) lay(inside, open []*entry, s span) {
	if len(inside) > mostMarksInTime {
		t.Folded = len(inside)
		return
	}
	for _, e := range open {
		if end := knownEnd(e); s.first <= end && end <= s.last {
			inside = append(inside, e)
		}
	}
	slices.SortStableFunc(inside, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(knownEnd(a), knownEnd(b)), cmp.Compare(a.When.Latest, b.When.Latest))
	})
	labelled, tall := len(inside) <= mostLabelled, laneTall
	if !labelled {
		tall = laneTall * 3 / 4
	}
	var free []int // where each lane is free again
	top := t.Foot + 10
	for _, e := range inside {
		m := newTimeMark(e, s, labelled)
		from, to := m.ends()
		lane := slices.IndexFunc(free, func(x int) bool { return x < from })
		if lane < 0 {
			lane = len(free)
			free = append(free, 0)
		}
		if lane >= mostLanes {
			t.Folded++
			continue
		}
		free[lane] = to + 8
		m.Y = top + lane*tall
		t.Marks = append(t.Marks, m)
	}
	t.Foot = top + min(len(free), mostLanes)*tall
}

// knownEnd is the day on which a time begins, or ends if nobody says when it began.
func knownEnd(e *entry) stemma.Day { return cmp.Or(e.When.Earliest, e.When.Latest) }

// The arrows of times of which one end is known, and how wide they are.
const (
	arrowWide  = 26
	arrowLeft  = "M26 0H6L0 5.5 6 11H26z"  // "by 3 March"
	arrowRight = "M0 0H20L26 5.5 20 11H0z" // "from 3 March"
)

// newTimeMark is an incident on the drawing.
func newTimeMark(e *entry, s span, labelled bool) timeMark {
	m := timeMark{ID: e.ID, Class: "s-" + string(e.Status), Anchor: "start", Disputed: e.Disputes > 0}
	switch {
	case e.When.Earliest == 0:
		m.X, m.W, m.Arrow = s.x(e.When.Latest+1)-arrowWide, arrowWide, arrowLeft
	case e.When.Latest == 0:
		m.X, m.W, m.Arrow = s.x(e.When.Earliest), arrowWide, arrowRight
	default:
		from, to := max(e.When.Earliest, s.first), min(e.When.Latest, s.last)
		m.X, m.W = s.x(from), max(8, s.x(to+1)-s.x(from))
	}
	if inferred(e.When) {
		m.Class += " possible"
	}
	name := what(e.ACLED, e.Type, e.Mode)
	if len(e.Places) > 0 {
		name += ", " + e.Places[0].Place.Name
	}
	m.Words = ledger.Days(e.When) + ": " + name
	m.LabelX = m.X + m.W + 5
	if labelled {
		m.Label = ledger.Shorten(name, 34)
	}
	if m.Disputed {
		m.Label = strings.TrimSpace("✖ " + m.Label)
	}
	if m.LabelX+m.labelWidth() > timeWidth {
		m.LabelX, m.Anchor = m.X-5, "end"
	}
	return m
}

// ends are where a mark begins and ends on the drawing, with its label.
func (m timeMark) ends() (from, to int) {
	if m.Anchor == "end" {
		return m.LabelX - m.labelWidth(), m.X + m.W
	}
	return m.X, m.LabelX + m.labelWidth()
}

// labelWidth is about how wide the label is drawn.
func (m timeMark) labelWidth() int { return 7 * utf8.RuneCountInString(m.Label) }
