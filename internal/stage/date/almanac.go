package date

import (
	"time"

	"stemma"
)

// An almanac gives the days of a year on which a feast falls. The reckonings are those of
// Reingold and Dershowitz, Calendrical Calculations (4th ed., 2018).
type almanac func(year int) []stemma.Day

// fixed is the same day every year.
func fixed(month, day int) almanac {
	return func(year int) []stemma.Day { return []stemma.Day{stemma.NewDay(year, time.Month(month), day)} }
}

// nth is a weekday of a month, counted from its beginning: the fourth Thursday of November.
func nth(weekday time.Weekday, month, n int) almanac {
	return func(year int) []stemma.Day {
		first := stemma.NewDay(year, time.Month(month), 1)
		return []stemma.Day{first + stemma.Day((int(weekday-first.Weekday())+7)%7+7*(n-1))}
	}
}

// from is so many days after the day that a reckoning gives for each year.
func from(reckoned func(year int) stemma.Day, days int) almanac {
	return func(year int) []stemma.Day { return []stemma.Day{reckoned(year) + stemma.Day(days)} }
}

// easter is Easter Sunday of the western churches: 2024 → 31 March.
func easter(year int) stemma.Day {
	century := year/100 + 1
	epact := (14 + 11*(year%19) - century*3/4 + (5+8*century)/25) % 30
	if epact = (epact + 30) % 30; epact == 0 || epact == 1 && year%19 > 10 {
		epact++
	}
	return sundayAfter(stemma.NewDay(year, time.April, 19) - stemma.Day(epact))
}

// orthodox is Easter Sunday of the eastern churches: 2024 → 5 May.
func orthodox(year int) stemma.Day {
	const julian = 13 // days from the Julian to the Gregorian date, 1900 to 2099
	epact := (14 + 11*(year%19)) % 30
	return sundayAfter(stemma.NewDay(year, time.April, 19+julian) - stemma.Day(epact))
}

// sundayAfter is the first Sunday behind a day.
func sundayAfter(d stemma.Day) stemma.Day { return d + 7 - stemma.Day(d.Weekday()) }

// islamic is a day of the arithmetical Islamic calendar, which the sighting of the moon
// may move by a day: 1 Shawwal 1445 → 10 April 2024. Some years have it twice.
func islamic(month, day int) almanac {
	return func(year int) []stemma.Day {
		var out []stemma.Day
		near := (year - 622) * 33 / 32
		for y := near - 1; y <= near+2; y++ {
			if d := islamicDay(y, month, day); d.Time().Year() == year {
				out = append(out, d)
			}
		}
		return out
	}
}

func islamicDay(year, month, day int) stemma.Day {
	epoch := stemma.NewDay(622, time.July, 19)
	return epoch - 1 + stemma.Day(day+29*(month-1)+month/2+(year-1)*354+(3+11*year)/30)
}

// tishri is the Hebrew new year in a year: 2023 → 16 September.
func tishri(year int) stemma.Day {
	y := year + 3761
	day := moladDays(y)
	switch {
	case moladDays(y+1)-day == 356:
		day += 2
	case day-moladDays(y-1) == 382:
		day++
	}
	return stemma.NewDay(1, time.January, 1) - 1373428 + stemma.Day(day)
}

// moladDays are the days to the mean new moon of a Hebrew year, from that of the first.
func moladDays(year int) int {
	months := (235*year - 234) / 19
	day := 29*months + (12084+13753*months)/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day
}

// passover is its first day, which stands fast before the new year that follows.
func passover(year int) stemma.Day { return tishri(year) - 163 }
