package date

import (
	"testing"
	"time"

	"stemma"
)

// TestAlmanac holds the reckonings against days that were kept; the moon was seen a day
// off what is reckoned, at most.
func TestAlmanac(t *testing.T) {
	for _, c := range []struct {
		feast string
		in    almanac
		off   stemma.Day
		on    stemma.Day
	}{
		{"Easter", from(easter, 0), 0, stemma.NewDay(1916, 4, 23)},
		{"Easter", from(easter, 0), 0, stemma.NewDay(2019, 4, 21)},
		{"Easter", from(easter, 0), 0, stemma.NewDay(2038, 4, 25)},
		{"Orthodox Easter", from(orthodox, 0), 0, stemma.NewDay(2021, 5, 2)},
		{"Orthodox Easter", from(orthodox, 0), 0, stemma.NewDay(2022, 4, 24)},
		{"Eid al-Fitr", islamic(10, 1), 1, stemma.NewDay(2022, 5, 2)},
		{"Eid al-Adha", islamic(12, 10), 1, stemma.NewDay(2023, 6, 28)},
		{"Yom Kippur", from(tishri, 9), 0, stemma.NewDay(1973, 10, 6)},
		{"Rosh Hashanah", from(tishri, 0), 0, stemma.NewDay(2024, 10, 3)},
		{"Passover", from(passover, 0), 0, stemma.NewDay(2002, 3, 28)},
		{"Thanksgiving", nth(time.Thursday, 11, 4), 0, stemma.NewDay(1999, 11, 25)},
	} {
		if got := c.in(c.on.Time().Year()); len(got) != 1 || max(got[0]-c.on, c.on-got[0]) > c.off {
			t.Errorf("%s: %v, want %s", c.feast, got, c.on)
		}
	}
	if got := islamic(10, 1)(2000); len(got) != 2 {
		t.Errorf("two Eids fell in 2000: %v", got)
	}
}
