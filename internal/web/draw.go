package web

import (
	"cmp"
	"math"
	"slices"

	"stemma"
	"stemma/internal/sheet"
)

// rootMarks are one mark for each origin: filled for those surely different,
// half for those that may be one of them.
func rootMarks(o stemma.Origins) []string {
	var out []string
	for n := range min(o.Max, 9) {
		if n < o.Min {
			out = append(out, "sure")
		} else {
			out = append(out, "maybe")
		}
	}
	if len(out) == 0 {
		out = []string{"nobody"}
	}
	return out
}

type timeBar struct {
	Point, OpenStart, OpenEnd bool
	From, To, Width           int
	Class                     string
}

// newTimeBar draws a time: a tick for a day, a bar for a range, an arrow for an
// open end; nothing for what nobody dates.
func newTimeBar(i stemma.Interval) *timeBar {
	switch {
	case !i.Known():
		return nil
	case !i.Closed() && i.Latest != 0:
		return &timeBar{OpenStart: true, To: 40}
	case !i.Closed():
		return &timeBar{OpenEnd: true, From: 20}
	case i.Earliest == i.Latest:
		return &timeBar{Point: true}
	}
	width := min(12+int(6*math.Log2(float64(i.Latest-i.Earliest+1))), 50)
	class := "possible"
	if !inferred(i) {
		class = "range"
	}
	return &timeBar{From: 30 - width/2, Width: width, Class: class}
}

// inferred reports whether a time was reckoned from something other than its own
// words.
func inferred(i stemma.Interval) bool {
	return i.Known() && i.Basis != "" && i.Basis != stemma.BasisWords && i.Basis != stemma.BasisDateline && i.Basis != stemma.BasisMetadata && i.Basis != stemma.BasisGiven
}

func basisWord(i stemma.Interval) string {
	switch i.Basis {
	case stemma.BasisAnchor:
		return "from an anchor: " + i.Anchor
	case stemma.BasisPublication:
		return "reckoned from the day of publication"
	case stemma.BasisPrevious:
		return "the day of the sentence before"
	case stemma.BasisCopy:
		return "lent by a copy"
	case stemma.BasisPageClock:
		return "the page’s clock: that day or before"
	case stemma.BasisGiven:
		return "given by a person"
	}
	return string(i.Basis)
}

type countBar struct {
	Label             string
	Height, Axis      int
	From, Width, BarY int
	TickY, TextY      int
	Open              bool
	OpenAt, ArrowY    int
	Dots              []countDot
	Ticks             []countTick
}

type countDot struct {
	X, Y         int
	Class, Words string
}

type countTick struct {
	X     int
	Words string
}

// newCountBar draws what the accounts give for a number: a bar from the least to
// the most, a dot for each account, an open end for "at least". Nil for what is
// no number, or one number only.
func newCountBar(i stemma.Incident, values []stemma.Value) *countBar {
	if len(values) == 0 || slices.ContainsFunc(values, func(v stemma.Value) bool { return v.Low == nil }) {
		return nil
	}
	values = sheet.Wholes(values)
	low, high, open := sheet.Ends(values)
	if len(values) < 2 && !open {
		return nil
	}
	x := scale(low, high)
	b := &countBar{Axis: 34, BarY: 31, TickY: 38, TextY: 50, Height: 54, From: x(low), Width: max(x(high)-x(low), 2), Open: open, OpenAt: x(high) + 8, ArrowY: 29}
	b.Label = "from " + sheet.Number(low) + " to " + sheet.Number(high)
	if open {
		b.Label += " or more"
	}
	b.dots(i.Assessment.Accounts, values, x)
	b.Ticks = []countTick{{x(low), sheet.Number(low)}}
	if x(high)-x(low) > 24 {
		b.Ticks = append(b.Ticks, countTick{x(high), sheet.Number(high)})
	}
	return b
}

// dots puts one for each account at the least that it gives, on each other where
// several give the same.
func (b *countBar) dots(accounts []stemma.Account, values []stemma.Value, x func(float64) int) {
	stack := map[int]int{}
	for _, v := range values {
		at := x(*v.Low)
		for _, n := range v.Accounts {
			if n >= len(accounts) || stack[at] > 2 {
				continue
			}
			b.Dots = append(b.Dots, countDot{X: at, Y: 22 - 9*stack[at], Class: string(accounts[n].Kind), Words: sheet.Text(v)})
			stack[at]++
		}
	}
}

// scale puts numbers on 20 to 210; one number alone stands in the middle.
func scale(low, high float64) func(float64) int {
	if high <= low {
		return func(float64) int { return 110 }
	}
	return func(v float64) int { return 20 + int(190*(v-low)/(high-low)) }
}

func statusWord(s any) string {
	switch text := toString(s); text {
	case "accepted":
		return "✓ accepted"
	case "rejected":
		return "✕ rejected"
	case "not-codable":
		return "⊘ not codable"
	default:
		return "○ " + cmp.Or(text, "proposed")
	}
}

func toString(s any) string {
	switch v := s.(type) {
	case stemma.Status:
		return string(v)
	case string:
		return v
	}
	return ""
}
