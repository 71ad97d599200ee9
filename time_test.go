package stemma_test

import (
	"testing"

	"stemma"
)

func TestInterval_Calendar(t *testing.T) {
	for days, want := range map[[2]string]string{
		{"2014-01-01", "2014-12-31"}: "2014",
		{"2024-02-01", "2024-02-29"}: "2024-02",
		{"2023-12-01", "2023-12-31"}: "2023-12",
		{"2024-02-01", "2024-02-28"}: "",
		{"2014-01-01", "2015-12-31"}: "",
		{"2014-05-01", "2014-05-01"}: "",
	} {
		first, err := stemma.ParseDay(days[0])
		if err != nil {
			t.Fatal(err)
		}
		last, err := stemma.ParseDay(days[1])
		if err != nil {
			t.Fatal(err)
		}
		if got := (stemma.Interval{Earliest: first, Latest: last}).Calendar(); got != want {
			t.Errorf("%v is %q, want %q", days, got, want)
		}
	}
	if got := (stemma.Interval{Latest: 1}).Calendar(); got != "" {
		t.Errorf("an open interval is %q", got)
	}
}
