package web

import (
	"slices"
	"testing"
	"time"

	"stemma"
)

// A time with one end is an arrow from there, in no bar; one without any is not
// drawn.
func TestTimeline_oneEnd(t *testing.T) {
	march := func(d int) stemma.Day { return stemma.NewDay(2031, time.March, d) }
	var entries []*entry
	for id, when := range map[string]stemma.Interval{
		"i_1": {Earliest: march(1), Latest: march(1)}, "i_9": {Earliest: march(9), Latest: march(12)},
		"by": {Latest: march(5)}, "from": {Earliest: march(6)}, "never": {}, "later": {Earliest: march(30)},
	} {
		entries = append(entries, &entry{Incident: stemma.Incident{ID: id, When: when}})
	}
	line := newTimeline(entries, stemma.Interval{}, true, func(from, to string) string { return from + to })
	var ids []string
	for _, m := range line.Marks {
		ids = append(ids, m.ID)
		if (m.Arrow != "") != (m.ID == "by" || m.ID == "from") {
			t.Errorf("%s has the arrow %q", m.ID, m.Arrow)
		}
	}
	if want := []string{"i_1", "by", "from", "i_9"}; !slices.Equal(ids, want) || len(line.Bins) != 2 {
		t.Errorf("drawn are %v with %d bars, want %v with 2", ids, len(line.Bins), want)
	}
}
