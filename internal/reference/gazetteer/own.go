package gazetteer

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"stemma/internal/reference/table"
)

// looseScripts come into English by transliterations that vary.
var looseScripts = map[string]bool{"arab": true, "hebr": true, "cyrl": true, "armn": true, "geor": true, "ethi": true}

// Loose reports whether the names of countries that write a script are looked
// up by their sound too.
func Loose(script string) bool { return looseScripts[script] }

// PackOwn packs the tables of our own, the .tsv files of a folder. A settlement
// or unit that GeoNames' table, packed, has too keeps our names and our point
// and takes its id and its people.
func PackOwn(folder fs.FS, geonames []byte) ([]byte, error) {
	files, err := fs.Glob(folder, "*.tsv")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("list our own tables: none found: %w", err)
	}
	var rows []table.Row
	for _, file := range files {
		data, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, fmt.Errorf("read our own table: %w", err)
		}
		read, err := table.Parse(path.Base(file), string(data), needed...)
		if err != nil {
			return nil, err
		}
		rows = append(rows, read...)
	}
	places, err := packings(rows, openPacked(string(geonames), false))
	if err != nil {
		return nil, err
	}
	return Pack(places), nil
}

func packings(rows []table.Row, known *packed) ([]Packing, error) {
	scripts := map[string]string{}
	for _, row := range rows {
		if script := row.Cell("script"); script != "" {
			scripts[row.Cell("country")] = script
		}
	}
	var places []Packing
	for _, row := range rows {
		m, err := readRow(row)
		if err != nil {
			return nil, fmt.Errorf("read line %d: %w", row.Line, err)
		}
		if slices.Index(kinds, m.Kind) < 0 {
			return nil, fmt.Errorf("read line %d: no kind %q of %s in the packed table", row.Line, m.Kind, m.Name)
		}
		places = append(places, known.adopt(Packing{
			Name: m.Name, Others: row.List("other spellings"), Adjectives: row.List("adjectives"), Kind: m.Kind, Parent: -1,
			Country: m.Country, Lat: m.Lat, Lon: m.Lon, Radius: m.Radius, Loose: Loose(scripts[m.Country]) && m.Kind != "country",
		}))
	}
	places = parented(places, rows)
	return slices.Concat(places, known.seats(places), known.capitals()), nil
}

// seats are the towns after which provinces of ours are called, under the
// spellings of the province, where the table knows them by others only.
//
//	the province Hodeidah, also Al Hudaydah → the city that the table has as Al Hudaydah
func (p *packed) seats(places []Packing) []Packing {
	towns := map[[2]string]bool{}
	for _, place := range places {
		if !place.unit() && place.Kind != "country" {
			towns[[2]string{place.Country, Fold(place.Name)}] = true
		}
	}
	var out []Packing
	for i, place := range places {
		if place.Kind != "province" || place.Nameless || towns[[2]string{place.Country, Fold(place.Name)}] {
			continue
		}
		if seat, ok := p.seat(place); ok {
			seat.Parent = i
			out = append(out, seat)
		}
	}
	return out
}

// seat is the town of a province by the first of its spellings that one bears.
func (p *packed) seat(province Packing) (Packing, bool) {
	sound := Sound(Fold(province.Name))
	for i, name := range append([]string{province.Name}, province.Others...) {
		key := []byte(Fold(name))
		if Sound(string(key)) != sound {
			continue // a name of another kind, not another spelling
		}
		for _, m := range p.find(key, FormName, nil) {
			if m.Country != province.Country || !m.Settlement() {
				continue
			}
			if i == 0 || !m.Seat {
				return Packing{}, false // the table knows it, or it is another place
			}
			return Packing{
				GeoNames: int(m.geonames), Name: province.Name, Others: unitless(province.Others), Kind: m.Kind, Country: m.Country,
				Lat: m.Lat, Lon: m.Lon, Radius: m.Radius, People: m.People, Seat: true, Loose: province.Loose,
			}, true
		}
	}
	return Packing{}, false
}

// unitless are the names without a word for a unit.
func unitless(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		folded := Fold(name)
		return Bare(folded) != folded || strings.Contains(folded, "countryside")
	})
}

// capitals are the capitals of the table, each to be found by its country.
func (p *packed) capitals() []Packing {
	var out []Packing
	for i := range p.places {
		if m := p.match(i); m.Capital {
			out = append(out, Packing{
				GeoNames: int(m.geonames), Name: m.Name, Kind: m.Kind, Parent: -1, Country: m.Country, Lat: m.Lat, Lon: m.Lon,
				Radius: m.Radius, People: m.People, Capital: true, Seat: m.Seat, Nameless: true,
			})
		}
	}
	return out
}

// adopt gives a place of ours what the table knows of it besides.
func (p *packed) adopt(place Packing) Packing {
	ours := Match{Name: place.Name, Kind: place.Kind, Country: place.Country, Lat: place.Lat, Lon: place.Lon}
	name := []byte(Fold(place.Name))
	sound := append([]byte(soundMark), Sound(string(name))...)
	others := p.find(sound, FormSound, p.find(name, FormName, nil))
	for _, other := range others {
		if ours.is(&other) {
			place.GeoNames, place.People, place.Seat, place.Capital = int(other.geonames), other.People, other.Seat, other.Capital
			break
		}
	}
	return place
}

// parented ties the places to their parents by name. A parent that is none of
// our places is added without a key, so that its name can be shown.
func parented(places []Packing, rows []table.Row) []Packing {
	type unit struct{ name, country string }
	known := map[unit]int{}
	for i := len(places) - 1; i >= 0; i-- {
		known[unit{places[i].Name, places[i].Country}] = i
	}
	for i, row := range rows {
		parent := unit{row.Cell("parent"), places[i].Country}
		if parent.name == "" {
			continue
		}
		at, ok := known[parent]
		if !ok || at == i {
			at = len(places)
			known[parent] = at
			places = append(places, Packing{Name: parent.name, Kind: "province", Parent: -1, Country: parent.country, Nameless: true})
		}
		places[i].Parent = at
	}
	return places
}
