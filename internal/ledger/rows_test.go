package ledger

import (
	"slices"
	"testing"

	"stemma"
)

// TestByTime shows that people read a list from the oldest day to the newest,
// with what nobody dates last.
func TestByTime(t *testing.T) {
	day := func(d int) stemma.Day { return stemma.NewDay(2031, 3, d) }
	rows := []Row{
		{ID: "undated"}, {ID: "the 9th", When: stemma.Interval{Earliest: day(9), Latest: day(9)}}, {ID: "also undated"},
		{ID: "by the 4th", When: stemma.Interval{Latest: day(4)}}, {ID: "from the 5th", When: stemma.Interval{Earliest: day(5)}},
	}
	sorted, err := ByTime(func(yield func(Row, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for r := range sorted {
		got = append(got, r.ID)
	}
	if want := []string{"by the 4th", "from the 5th", "the 9th", "undated", "also undated"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
