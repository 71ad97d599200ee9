package match

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/ledger"
)

// A Map says which column of a table holds what.
type Map struct {
	Name    string            // acled, ucdp, or the file that it came from
	Book    string            // the codebook whose scope the table has
	Dates   string            // how days are written, a layout of package time; "": as is usual
	columns map[string]string // by field
}

// Column is the column that holds a field, "" if none does.
func (m Map) Column(field string) string { return m.columns[field] }

// Fields are what a column may hold, with what is said of it.
var Fields = []struct{ Name, Help string }{
	{"id", "the row's own name"}, {"date", "its day, or its first"}, {"date_end", "its last day"}, {"date_precision", "ACLED's time_precision: 1 day, 2 week, 3 month"},
	{"type", "ACLED's sub-event or event type, or PLOVER's type"}, {"actor", "who did it"}, {"recipient", "to whom"},
	{"place", "name of the place"}, {"province", "name of the province"}, {"country", "name, ISO code or ISO number"}, {"lat", "degrees"}, {"lon", "degrees"},
	{"place_precision", "ACLED's geo_precision: 1 town, 2 part of a region, 3 region"}, {"killed", "how many, or at least"}, {"killed_high", "at most"},
}

// known are the tables that need no map, told by their columns.
var known = []Map{
	{Name: "acled", Book: "acled", columns: map[string]string{
		"id": "event_id_cnty", "date": "event_date", "date_precision": "time_precision", "type": "sub_event_type", "actor": "actor1", "recipient": "actor2",
		"place": "location", "province": "admin1", "country": "country", "lat": "latitude", "lon": "longitude", "place_precision": "geo_precision", "killed": "fatalities",
	}},
	{Name: "ucdp", Book: "ucdp", columns: map[string]string{
		"id": "id", "date": "date_start", "date_end": "date_end", "actor": "side_a", "recipient": "side_b", "place": "where_coordinates", "province": "adm_1",
		"country": "country", "lat": "latitude", "lon": "longitude", "killed": "low", "killed_high": "high",
	}},
}

// telling are the columns by which a known table is told.
var telling = map[string][]string{"acled": {"event_date", "actor1"}, "ucdp": {"date_start", "side_a", "side_b", "where_coordinates"}}

// coarser are columns of a known table that say what another says, less closely:
// an extract may have them alone.
var coarser = map[string]string{"sub_event_type": "event_type"}

// Known is the map of a table whose columns are ACLED's or UCDP's, or bear the
// fields' own names; false for any other.
func Known(head []string) (Map, bool) {
	for _, m := range known {
		if !slices.ContainsFunc(telling[m.Name], func(column string) bool { return place(head, column) < 0 }) {
			return m.fitted(head), true
		}
	}
	return own(head)
}

// own is the map of a table whose columns bear the fields' own names: a day and
// a place at least, and none that no field has.
//
//	date,place,killed → date = date, place = place, killed = killed
func own(head []string) (Map, bool) {
	m := Map{Name: "own", Book: "none", columns: map[string]string{}}
	for _, f := range Fields {
		if place(head, f.Name) >= 0 {
			m.columns[f.Name] = f.Name
		}
	}
	return m, m.columns["date"] != "" && m.columns["place"] != "" && len(m.columns) == len(head)
}

// fitted is a map with the coarser column wherever a table lacks the finer one.
func (m Map) fitted(head []string) Map {
	m.columns = maps.Clone(m.columns)
	for field, column := range m.columns {
		if coarse := coarser[column]; coarse != "" && place(head, column) < 0 && place(head, coarse) >= 0 {
			m.columns[field] = coarse
		}
	}
	return m
}

// place is where a column stands in the head of a table, whatever its case and
// edges; -1 if it does not.
func place(head []string, column string) int {
	return slices.IndexFunc(head, func(c string) bool { return strings.EqualFold(strings.TrimSpace(c), strings.TrimSpace(column)) })
}

// ReadMap reads a map: a line for each field that a column holds, and what it is
// taken for.
//
//	# my table
//	date = day of event
//	date_format = DD/MM/YYYY
//	book = acled
func ReadMap(name string, r io.Reader) (Map, error) {
	said := map[string]string{}
	lines := bufio.NewScanner(io.LimitReader(r, 1<<20))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		field, column, ok := strings.Cut(line, "=")
		if !ok {
			return Map{}, fmt.Errorf("%w: %s line %d: %q has no =; write FIELD = COLUMN, such as date = day of event", stemma.ErrUsage, name, n, line)
		}
		said[strings.TrimSpace(field)] = strings.TrimSpace(column)
	}
	if err := lines.Err(); err != nil {
		return Map{}, fmt.Errorf("%w: read %s: %w", stemma.ErrUsage, name, err)
	}
	return NewMap(name, said)
}

// NewMap is a map from what is said of each field; what is empty says nothing.
func NewMap(name string, said map[string]string) (Map, error) {
	m := Map{Name: name, Book: "none", columns: map[string]string{}}
	var names []string
	for _, f := range Fields {
		names = append(names, f.Name)
	}
	for field, column := range said {
		var err error
		switch {
		case column == "":
		case field == "book":
			m.Book, err = book(column)
		case field == "date_format":
			m.Dates, err = dateLayout(column)
		case slices.Contains(names, field):
			m.columns[field] = column
		default:
			err = fmt.Errorf("there is no field %q%s", field, meant(field, names))
		}
		if err != nil {
			return m, fmt.Errorf("%w: %s: %w", stemma.ErrUsage, name, err)
		}
	}
	if m.columns["date"] == "" {
		return m, fmt.Errorf("%w: %s: no column is named for date; without a day nothing can be matched", stemma.ErrUsage, name)
	}
	return m, nil
}

func meant(field string, names []string) string {
	if near := ledger.Nearest(field, names); near != "" {
		return fmt.Sprintf("; did you mean %s?", near)
	}
	return "; there are " + strings.Join(names, ", ")
}

func book(name string) (string, error) {
	if slices.Contains([]string{"acled", "ucdp", "airwars", "none"}, name) {
		return name, nil
	}
	return "", fmt.Errorf("book %q: want acled, ucdp, airwars or none", name)
}

// dateLayout is a way to write days as package time has it.
//
//	DD/MM/YYYY → 02/01/2006
func dateLayout(words string) (string, error) {
	layout := strings.NewReplacer("YYYY", "2006", "MM", "01", "DD", "02").Replace(strings.ToUpper(words))
	if !strings.Contains(layout, "2006") || !strings.Contains(layout, "01") || !strings.Contains(layout, "02") {
		return "", fmt.Errorf("date_format %q: want YYYY, MM and DD in their order, such as DD/MM/YYYY", words)
	}
	return layout, nil
}
