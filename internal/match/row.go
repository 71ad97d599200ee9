package match

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/coding"
)

// A Row is one row of a person's table, read.
type Row struct {
	Line              int
	ID                string
	When              stemma.Interval
	Type              string // PLOVER's, "" if it is not told
	ACLED             string // the sub-event type, else as the row has it
	Actor, Recipient  string
	Place             string
	Province, Country string
	Spot              *stemma.Place // where its point lies, nil without one
	Killed            *[2]float64   // at least, at most
	Mutual            bool          // its parties fought, and their order does not say who began
}

// A Problem is a row that cannot be read, and why.
type Problem struct {
	Line   int
	Column string
	Reason string
}

// String says where the problem is.
func (p Problem) String() string {
	return fmt.Sprintf("line %d, column %s: %s", p.Line, p.Column, p.Reason)
}

// Rows reads the table by a map. Rows that cannot be read are told of and left
// out.
func (t *Table) Rows(m Map) ([]Row, []Problem, error) {
	at := map[string]int{}
	for field, column := range m.columns {
		i := place(t.Head, column)
		if i < 0 && (m.Name == "acled" || m.Name == "ucdp") {
			continue // a known table may leave columns out
		}
		if i < 0 {
			return nil, nil, fmt.Errorf("%w: %s has no column %q, which %s names for %s; it has: %s", stemma.ErrUsage, t.Name, column, m.Name, field, strings.Join(t.Head, ", "))
		}
		at[field] = i
	}
	var rows []Row
	var problems []Problem
	for n, cells := range t.rows {
		r := reader{line: t.line[n], cells: cells, at: at, columns: m.columns, dates: m.Dates}
		if row := r.row(); r.problem == nil {
			rows = append(rows, row)
		} else {
			problems = append(problems, *r.problem)
		}
	}
	return rows, problems, nil
}

// A reader reads the cells of one row, until one is wrong.
type reader struct {
	line    int
	cells   []string
	at      map[string]int
	columns map[string]string
	dates   string
	problem *Problem
}

func (r *reader) cell(field string) string {
	i, ok := r.at[field]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return strings.TrimPrefix(r.cells[i], "'")
}

func (r *reader) wrong(field, reason string) {
	if r.problem == nil {
		r.problem = &Problem{r.line, r.columns[field], reason}
	}
}

func (r *reader) row() Row {
	row := Row{
		Line: r.line, ID: r.cell("id"), When: r.when(), ACLED: r.cell("type"), Actor: r.cell("actor"), Recipient: r.cell("recipient"),
		Place: r.cell("place"), Province: r.cell("province"), Country: r.cell("country"), Spot: r.spot(), Killed: r.killed(),
	}
	row.Type = plover(row.ACLED)
	row.Mutual = r.columns["actor"] == "side_a" || kindOf(row.ACLED) == "Battles"
	return row
}

// plover is the type of PLOVER that an ACLED type says; "" for one that may be
// any of several.
//
//	"Armed clash", "Battles" → ASSAULT; "Strategic developments" → ""
func plover(word string) string {
	of := ""
	for _, s := range coding.Subevents() {
		switch {
		case strings.EqualFold(s.Name, word), strings.EqualFold(s.Type, word):
			return s.Type
		case !strings.EqualFold(s.EventType, word):
		case of != "" && of != s.Type:
			return ""
		default:
			of = s.Type
		}
	}
	return of
}

// written are the usual ways to write a day that cannot be taken for another.
var written = []string{time.DateOnly, "2006-01-02 15:04:05", "2006-01-02T15:04:05Z07:00", "2 January 2006", "2-January-2006", "2 Jan 2006", "2006/01/02", "20060102"}

func (r *reader) day(field string) stemma.Day {
	cell := r.cell(field)
	layouts := written
	if r.dates != "" {
		layouts = []string{r.dates}
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, cell); err == nil && t.Year() > 0 && t.Year() < 10000 {
			return stemma.NewDay(t.Year(), t.Month(), t.Day())
		}
	}
	switch {
	case cell == "":
		r.wrong(field, "no day; a row needs one to be matched")
	case r.dates != "":
		r.wrong(field, fmt.Sprintf("%q is no day as date_format has it", short(cell)))
	default:
		r.wrong(field, fmt.Sprintf("%q is no day; want YYYY-MM-DD, or say date_format in the map", short(cell)))
	}
	return 0
}

func short(cell string) string {
	if letters := []rune(cell); len(letters) > 40 {
		return string(letters[:40]) + "…"
	}
	return cell
}

// when is the days of a row: up to its last day, or as closely as it says.
func (r *reader) when() stemma.Interval {
	first := r.day("date")
	out := stemma.Interval{Earliest: first, Latest: first, Precision: stemma.PrecisionDay}
	switch {
	case r.cell("date_end") != "":
		if out.Latest = r.day("date_end"); out.Latest < first {
			r.wrong("date_end", "it ends before it begins")
		}
	case r.cell("date_precision") == "2":
		out.Latest += 7
	case r.cell("date_precision") == "3":
		out.Latest += 31
	}
	if out.Latest > out.Earliest {
		out.Precision = stemma.PrecisionDays
	}
	return out
}

// reach is how far around its point a row is known, by ACLED's geo_precision.
var reach = map[string]struct {
	precision stemma.Precision
	metres    int
}{"1": {stemma.PrecisionTown, 5000}, "2": {stemma.PrecisionDistrict, 25000}, "3": {stemma.PrecisionProvince, 60000}}

func (r *reader) spot() *stemma.Place {
	if r.cell("lat") == "" && r.cell("lon") == "" {
		return nil
	}
	lat, lon := r.number("lat", -90, 90), r.number("lon", -180, 180)
	near, ok := reach[r.cell("place_precision")]
	if !ok {
		near = reach["1"]
	}
	return &stemma.Place{Name: r.cell("place"), Lat: lat, Lon: lon, Precision: near.precision, Radius: near.metres}
}

func (r *reader) killed() *[2]float64 {
	if r.cell("killed") == "" {
		return nil
	}
	low := r.number("killed", 0, 1e9)
	high := low
	if r.cell("killed_high") != "" {
		if high = r.number("killed_high", 0, 1e9); high < low {
			r.wrong("killed_high", "it is less than the least")
		}
	}
	return &[2]float64{low, high}
}

func (r *reader) number(field string, least, most float64) float64 {
	x, err := strconv.ParseFloat(r.cell(field), 64)
	if err != nil || math.IsNaN(x) || x < least || x > most {
		r.wrong(field, fmt.Sprintf("%q is no number from %g to %g", short(r.cell(field)), least, most))
		return least
	}
	return x
}
