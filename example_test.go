package stemma_test

import (
	"fmt"
	"time"

	"stemma"
)

// Every finding points at its words: a span gives them back.
func ExampleText_Words() {
	text := stemma.Text("Two were hurt, police said.")
	fmt.Println(text.Words(stemma.Span{Start: 15, End: 21}))
	// Output: police
}

// Spans are bytes inside and code points where they leave the house.
func ExampleText_Points() {
	text := stemma.Text("Łuk: “We saw it.”")
	points := text.Points()
	quote := stemma.Span{Start: 6, End: 22}
	fmt.Println(text.Words(quote), points.Point(quote.Start), points.Point(quote.End))
	// Output: “We saw it.” 5 17
}

// A time is two ends, either of them open: what is not known stays so.
func ExampleInterval() {
	first := stemma.NewDay(2014, time.February, 1)
	month := stemma.Interval{Earliest: first, Latest: first + 27, Precision: stemma.PrecisionMonth, Basis: stemma.BasisWords}
	before := stemma.Interval{Latest: first}
	fmt.Println(month.Calendar(), month.Closed())
	fmt.Println(before.Known(), before.Closed())
	// Output:
	// 2014-02 true
	// true false
}
