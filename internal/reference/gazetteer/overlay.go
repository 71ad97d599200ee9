package gazetteer

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"stemma/internal/reference/table"
)

// An Overlay is a person's table of places, read.
type Overlay struct {
	entries []Match
	keys    map[string][]posting
	sum     uint64
}

type posting struct {
	entry int
	other bool // a name besides the first
}

// Columns are those of a table of places; "adjectives" may stand beside them.
var Columns = []string{"name", "other spellings", "kind", "parent", "country", "lat", "lon", "radius_km", "geonameid", "note"}

// needed are the columns that no table of places may leave out.
var needed = []string{"name", "other spellings", "kind", "country", "lat", "lon"}

// ReadOverlay reads a person's table of places: tab-separated, its first line
// naming the columns, other spellings parted by '|'. Source names it in errors.
func ReadOverlay(source, text string) (Overlay, error) {
	rows, err := table.Parse(source, text, needed...)
	if err != nil {
		return Overlay{}, fmt.Errorf("%w; a table of places has the columns name, other spellings, kind, parent, country, lat, lon, radius_km, note", err)
	}
	h := fnv.New64a()
	h.Write([]byte(text))
	overlay := Overlay{keys: map[string][]posting{}, sum: h.Sum64()}
	for _, row := range rows {
		match, err := readRow(row)
		if err != nil {
			return Overlay{}, fmt.Errorf("read %s line %d: %w", source, row.Line, err)
		}
		match.Overlay = true
		overlay.entries = append(overlay.entries, match)
		overlay.enter(len(overlay.entries)-1, row)
	}
	overlay.name()
	for i := range overlay.entries {
		overlay.climb(&overlay.entries[i])
	}
	return overlay, nil
}

func readRow(row table.Row) (Match, error) {
	m := Match{Name: row.Cell("name"), Kind: strings.ToLower(row.Cell("kind")), Country: row.Cell("country")}
	m.given = &given{held: [4]string{row.Cell("parent")}}
	if Fold(m.Name) == "" {
		return m, fmt.Errorf("the row has no name; write one in its first cell or take the line out")
	}
	if m.Kind == "" {
		return m, fmt.Errorf("%s has no kind; write town, village, province, site or what it is", m.Name)
	}
	var err error
	if m.Lat, err = degree(row, "lat", 90); err != nil {
		return m, err
	}
	if m.Lon, err = degree(row, "lon", 180); err != nil {
		return m, err
	}
	if id := row.Cell("geonameid"); id != "" {
		n, err := strconv.ParseInt(id, 10, 32)
		if m.geonames = int32(n); err != nil || n <= 0 {
			return m, fmt.Errorf("geonameid of %s is %q; write its number in GeoNames or leave it empty", m.Name, id)
		}
	}
	m.Radius, err = radius(row, m.Kind)
	return m, err
}

func degree(row table.Row, column string, limit float64) (float64, error) {
	value, err := strconv.ParseFloat(row.Cell(column), 64)
	if err != nil || value < -limit || value > limit {
		return 0, fmt.Errorf("%s of %s is %q; write decimal degrees from -%g to %g, such as 35.93", column, row.Cell("name"), row.Cell(column), limit, limit)
	}
	return value, nil
}

// usualRadius is the radius in metres of places whose row gives none.
var usualRadius = map[string]int{
	"country": 300_000, "province": 60_000, "district": 20_000, "city": 8_000, "town": 4_000, "village": 2_000, "site": 1_000,
}

func radius(row table.Row, kind string) (int, error) {
	cell := row.Cell("radius_km")
	if cell == "" {
		if r, ok := usualRadius[kind]; ok {
			return r, nil
		}
		return 10_000, nil
	}
	km, err := strconv.ParseFloat(cell, 64)
	if err != nil || km <= 0 || km > 20_000 {
		return 0, fmt.Errorf("radius_km of %s is %q; write kilometres, such as 4", row.Cell("name"), cell)
	}
	return int(km * 1000), nil
}

// enter puts the names of an entry into the index.
func (o *Overlay) enter(entry int, row table.Row) {
	place := Packing{
		Name: row.Cell("name"), Others: row.List("other spellings"), Adjectives: row.List("adjectives"), Kind: o.entries[entry].Kind,
		Country: row.Cell("country"), Loose: true,
	}
	seen := map[string]bool{}
	for _, key := range place.keys() {
		if !seen[key.text] && key.text != "" {
			seen[key.text] = true
			o.keys[key.text] = append(o.keys[key.text], posting{entry, key.mark == otherName})
		}
	}
}

// name gives the entries their ids; those of one name are told apart by what
// holds them and what they are.
func (o *Overlay) name() {
	taken := map[string]bool{}
	for i := range o.entries {
		entry := &o.entries[i]
		id := "overlay:" + Fold(entry.Name)
		if taken[id] {
			id += " (" + strings.ToLower(strings.TrimSpace(entry.given.held[0]+" "+entry.Kind)) + ")"
		}
		entry.given.id, taken[id] = id, true
	}
}

// climb follows the parents of an entry through the table.
func (o *Overlay) climb(entry *Match) {
	held := &entry.given.held
	for i := 1; i < len(held); i++ {
		parent, ok := o.holder(held[i-1], *entry)
		if !ok || parent.given.held[0] == "" {
			return
		}
		held[i] = parent.given.held[0]
	}
}

// holder is the entry that a parent's name means for a place.
func (o *Overlay) holder(name string, of Match) (Match, bool) {
	for _, p := range o.keys[Fold(name)] {
		if parent := o.entries[p.entry]; parent.Country == of.Country && parent.given != of.given && parent.Name == name {
			return parent, true
		}
	}
	return Match{}, false
}

// find appends the entries under a key.
func (o Overlay) find(key []byte, form Form, out []Match) []Match {
	for _, p := range o.keys[string(key)] {
		match := o.entries[p.entry]
		match.Form = form
		if p.other && form == FormName {
			match.Form = FormOther
		}
		out = append(out, match)
	}
	return out
}
