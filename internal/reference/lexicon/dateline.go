package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed month.tsv
var monthTable string

// months are the names of months in the languages whose pages we meet.
var months = sync.OnceValue(func() map[string]time.Month {
	names := map[string]time.Month{}
	for _, row := range table.Embedded("month.tsv", monthTable, "word", "month", "languages", "note") {
		number, err := strconv.Atoi(row.Cell("month"))
		if err != nil || number < 1 || number > 12 {
			panic("month.tsv: " + row.Cell("word") + " is no month")
		}
		names[row.Cell("word")] = time.Month(number)
	}
	return names
})

//go:embed stamp.tsv
var stampTable string

// A StampWord says what a word beside a date makes of it.
type StampWord string

// The words beside dates.
const (
	StampPublish StampWord = "publish" // "Published 4 March 2021"
	StampUpdate  StampWord = "update"
	StampFiller  StampWord = "filler" // "at", "GMT"
	StampWeekday StampWord = "weekday"
	StampPart    StampWord = "part" // of a day
)

var stampWords = sync.OnceValue(func() map[string]StampWord {
	kinds := map[string]StampWord{}
	for _, row := range table.Embedded("stamp.tsv", stampTable, "word", "kind", "note") {
		kinds[row.Cell("word")] = StampWord(row.Cell("kind"))
	}
	return kinds
})

// BesideDate is what a word in lower case makes of the date beside it; "" if it
// does not belong to a line that is nothing but a date.
func BesideDate(word string) StampWord { return stampWords()[word] }

// A Dateline is a calendar date written out in full, as datelines, markup and
// addresses write it.
//
//	"NOV 13, 2025"            → 2025-11-13
//	"13. November 2025, 9:12" → 2025-11-13
//	"05/11/2025"              → 2025-11-05, or with day and month swapped 2025-05-11
type Dateline struct {
	Span  stemma.Span // in the string looked at
	Day   stemma.Day
	Other stemma.Day // the day if day and month are swapped; 0 where the order is clear
}

// Datelines are all the dates in a string, from left to right. It is no reader
// of prose: "on Thursday", "in 2014" and "last month" are left to others.
func Datelines(s string) []Dateline {
	var out []Dateline
	parts := datums(s)
	for i := 0; i < len(parts); {
		date, used := dateAt(parts[i:])
		if used == 0 {
			i++
			continue
		}
		date.Span = stemma.Span{Start: parts[i].start, End: parts[i+used-1].end}
		out = append(out, date)
		i += used
	}
	return out
}

// A datum is a run of digits or of letters; gap is what stands before it.
type datum struct {
	start, end int
	gap        string
	word       string // lower case; "" for digits
	number     int    // -1 for words and for numbers of more than eight digits
	digits     int
}

func datums(s string) []datum {
	var out []datum
	gap := 0
	for i := 0; i < len(s); {
		r, width := utf8.DecodeRuneInString(s[i:])
		var end int
		switch {
		case digit(r):
			end = run(s, i, digit)
			if end-i == 4 && end+2 < len(s) && s[end] == ':' && digit(rune(s[end+1])) {
				end = i + 2 // "28.09.1912:44" is 28.09.19 and 12:44, run together
			}
			out = append(out, datum{i, end, s[gap:i], "", number(s[i:end]), end - i})
		case unicode.IsLetter(r):
			end = run(s, i, letter)
			out = append(out, datum{i, end, s[gap:i], strings.ToLower(s[i:end]), -1, 0})
		default:
			i += width
			continue
		}
		i, gap = end, end
	}
	return out
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// letter counts the vowel signs of scripts that write them apart.
func letter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

func run(s string, from int, in func(rune) bool) int {
	for i, r := range s[from:] {
		if !in(r) {
			return from + i
		}
	}
	return len(s)
}

func number(digits string) int {
	if len(digits) > 8 {
		return -1
	}
	n, _ := strconv.Atoi(digits)
	return n
}

// dateAt reads a date that begins at the first part; used counts its parts.
func dateAt(p []datum) (Dateline, int) {
	for _, form := range []func([]datum) (Dateline, int){compact, yearFirst, eastern, dayMonth, monthDay, numeric} {
		if date, used := form(p); used > 0 {
			return date, used
		}
	}
	return Dateline{}, 0
}

// compact is a date without separators: "20251113".
func compact(p []datum) (Dateline, int) {
	if p[0].digits != 8 {
		return Dateline{}, 0
	}
	n := p[0].number
	return whole(n/10000, n/100%100, n%100, 1)
}

// yearFirst is "2025-11-13", "2025/11/13", "2025/nov/13".
func yearFirst(p []datum) (Dateline, int) {
	if len(p) < 3 || !year(p[0]) || !separator(p[1].gap) || p[2].gap != p[1].gap || p[2].digits == 0 || p[2].digits > 2 {
		return Dateline{}, 0
	}
	month := p[1].number
	if p[1].word != "" {
		month = int(months()[p[1].word])
	} else if p[1].digits > 2 {
		return Dateline{}, 0
	}
	return whole(p[0].number, month, p[2].number, 3)
}

func separator(gap string) bool {
	return gap == "-" || gap == "/" || gap == "." || gap == "_" || gap == ". "
}

// eastern is "2025年11月13日" and "2025년 11월 13일".
func eastern(p []datum) (Dateline, int) {
	if len(p) < 6 || !year(p[0]) {
		return Dateline{}, 0
	}
	units := p[1].word + p[3].word
	if units != "年月" && units != "년월" || p[5].word != "日" && p[5].word != "일" {
		return Dateline{}, 0
	}
	return whole(p[0].number, p[2].number, p[4].number, 6)
}

// dayMonth is "13 November 2025", "13th of Nov. 2025", "13 de noviembre de 2025".
func dayMonth(p []datum) (Dateline, int) {
	i := ordinal(p)
	if i == 0 {
		return Dateline{}, 0
	}
	i += skip(p[i:], "of", "de", "den", "d")
	if i >= len(p) || months()[p[i].word] == 0 || !near(p[i].gap) {
		return Dateline{}, 0
	}
	month := int(months()[p[i].word])
	i++
	i += skip(p[i:], "de", "of", "del")
	if i >= len(p) || !near(p[i].gap) {
		return Dateline{}, 0
	}
	if short := p[i].digits == 2 && strings.HasSuffix(p[i].gap, "-"); !year(p[i]) && !short {
		return Dateline{}, 0
	}
	return whole(full(p[i]), month, p[0].number, i+1)
}

// monthDay is "November 13, 2025", "Nov. 13th 2025" and the "Nov 13 09:12:44 UTC
// 2025" of programs.
func monthDay(p []datum) (Dateline, int) {
	if months()[p[0].word] == 0 || len(p) < 3 || !near(p[1].gap) {
		return Dateline{}, 0
	}
	used := ordinal(p[1:])
	if used == 0 {
		return Dateline{}, 0
	}
	i := 1 + used
	if i+3 < len(p) && p[i].digits <= 2 && p[i].digits > 0 && p[i+1].gap == ":" {
		for i < len(p) && (p[i].digits > 0 && p[i].digits <= 2 || p[i].word != "" && len(p[i].word) <= 4) {
			i++
		}
	}
	if i >= len(p) || !year(p[i]) || !near(p[i].gap) {
		return Dateline{}, 0
	}
	return whole(p[i].number, int(months()[p[0].word]), p[1].number, i+1)
}

// numeric is "13.11.2025", "11/13/2025", "13-11-25". Where both may be the
// month, the day comes first with dots and dashes, as they are written; with
// strokes too, and the swapped day is given beside it.
func numeric(p []datum) (Dateline, int) {
	if len(p) < 3 || p[0].digits == 0 || p[0].digits > 2 || p[1].digits == 0 || p[1].digits > 2 ||
		!separator(p[1].gap) || strings.TrimSpace(p[2].gap) != strings.TrimSpace(p[1].gap) || p[1].gap == "_" {
		return Dateline{}, 0
	}
	if !year(p[2]) && (p[2].digits != 2 || p[1].gap == "-" || clock(p)) {
		return Dateline{}, 0
	}
	a, b, y := p[0].number, p[1].number, full(p[2])
	date, used := whole(y, b, a, 3)
	swapped, could := whole(y, a, b, 3)
	switch {
	case used == 0:
		return swapped, could
	case could > 0 && a != b && p[1].gap != ".":
		date.Other = swapped.Day
	}
	return date, used
}

// clock reports whether three short numbers may rather be a time or a version.
func clock(p []datum) bool {
	return len(p) > 3 && (p[3].gap == "." || p[3].gap == ":") && p[3].digits > 0
}

// ordinal is how many parts a day of the month takes: "13", "13th", "1er"; 0 if
// there is none.
func ordinal(p []datum) int {
	if len(p) == 0 || p[0].digits == 0 || p[0].digits > 2 || p[0].number == 0 || p[0].number > 31 {
		return 0
	}
	if len(p) > 1 && p[1].gap == "" {
		switch p[1].word {
		case "st", "nd", "rd", "th", "er", "e", "º", "ª":
			return 2
		}
	}
	return 1
}

func skip(p []datum, words ...string) int {
	if len(p) > 0 && near(p[0].gap) {
		for _, word := range words {
			if p[0].word == word {
				return 1
			}
		}
	}
	return 0
}

// near reports whether nothing but the joints of one date stands between.
func near(gap string) bool {
	const joints = " \u00a0,.-/'’º\u200e\u200f\t"
	return len(gap) <= 4 && strings.Trim(gap, joints) == ""
}

func year(d datum) bool { return d.digits == 4 && d.number >= 1900 && d.number < 2100 }

// full is a year written with two digits: the web has no page of before 1970.
func full(d datum) int {
	switch {
	case d.digits > 2:
		return d.number
	case d.number < 70:
		return 2000 + d.number
	}
	return 1900 + d.number
}

// whole is the date if the calendar has it.
func whole(y, m, d, used int) (Dateline, int) {
	if y < 1900 || y >= 2100 || m < 1 || m > 12 || d < 1 {
		return Dateline{}, 0
	}
	day := stemma.NewDay(y, time.Month(m), d)
	if day.Time().Day() != d {
		return Dateline{}, 0
	}
	return Dateline{Day: day}, used
}

// DayMonths are the days in a string that are written without a year, as
// datelines of the day are: "15 March", "Sept. 5".
func DayMonths(s string) []stemma.Span {
	var out []stemma.Span
	parts := datums(s)
	for i := 0; i+1 < len(parts); i++ {
		used := ordinal(parts[i:])
		switch {
		case used > 0 && i+used < len(parts) && months()[parts[i+used].word] > 0 && near(parts[i+used].gap):
			used++
		case months()[parts[i].word] > 0 && near(parts[i+1].gap) && ordinal(parts[i+1:]) > 0:
			used = 1 + ordinal(parts[i+1:])
		default:
			continue
		}
		out = append(out, stemma.Span{Start: parts[i].start, End: parts[i+used-1].end})
		i += used - 1
	}
	return out
}

// AddressDate is the day that the path of an address bears, as newspapers file
// their pages.
//
//	"https://post.example/2021/03/04/bridge"   → 2021-03-04
//	"https://post.example/2021/mar/4/bridge"   → 2021-03-04
//	"https://post.example/bridge-2021-03.html" → none
func AddressDate(address string) (stemma.Day, bool) {
	if i := strings.Index(address, "://"); i >= 0 {
		address = address[i+3:]
	}
	_, path, _ := strings.Cut(address, "/")
	path, _, _ = strings.Cut(path, "?")
	parts := datums(path)
	for i := range parts {
		for _, form := range []func([]datum) (Dateline, int){yearFirst, compact, dayFirst} {
			if date, used := form(parts[i:]); used > 0 {
				return date.Day, true
			}
		}
	}
	return 0, false
}

// dayFirst is "23-01-2021" as addresses write it, with the year in full and an
// order that is clear.
func dayFirst(p []datum) (Dateline, int) {
	if len(p) < 3 || !year(p[2]) {
		return Dateline{}, 0
	}
	date, used := numeric(p)
	if date.Other != 0 {
		return Dateline{}, 0
	}
	return date, used
}

// Stamp is the day of a date as markup writes it for machines: a date in any of
// the forms above, or seconds or milliseconds since 1970.
//
//	"2021-03-04T09:30:00+02:00" → 2021-03-04
//	"1614848400"                → 2021-03-04
func Stamp(value string) (Dateline, bool) {
	value = strings.TrimSpace(value)
	if found := Datelines(value); len(found) > 0 {
		return found[0], true
	}
	seconds, err := strconv.ParseInt(value, 10, 64)
	switch {
	case err != nil || len(value) != 10 && len(value) != 13:
		return Dateline{}, false
	case len(value) == 13:
		seconds /= 1000
	}
	t := time.Unix(seconds, 0).UTC()
	return Dateline{Span: stemma.Span{End: len(value)}, Day: stemma.NewDay(t.Year(), t.Month(), t.Day())}, true
}
