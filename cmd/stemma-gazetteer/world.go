package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// A world is the places on their way into the table: first the units, which get
// their points from the settlements in them, then the settlements.
type world struct {
	scripts map[string]string
	places  []gazetteer.Packing
	units   map[string]int // "SY.12", "SY.12.1234" → index in places
	members map[int][]int  // unit → settlements
}

func newWorld(scripts map[string]string) *world {
	return &world{scripts: scripts, units: map[string]int{}, members: map[int][]int{}}
}

// rewritten scripts come into English one way or another; their other names are
// kept for smaller towns than those of countries that write Latin letters.
var rewritten = map[string]bool{"indc": true, "burm": true, "thai": true, "turk": true, "grek": true}

func (w *world) readUnits(folder string) error {
	for level, file := range []string{"admin1.json", "admin2.json"} {
		path := filepath.Join(folder, file)
		data, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("read units: %w", err)
		}
		var rows []struct{ Code, Name string }
		if err := json.Unmarshal(data, &rows); err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
		for _, row := range rows {
			w.addUnit(row.Code, row.Name, level+1)
		}
	}
	return nil
}

func (w *world) addUnit(code, name string, level int) {
	country, _, _ := strings.Cut(code, ".")
	parent := -1
	if i, ok := w.units[code[:strings.LastIndexByte(code, '.')]]; ok {
		parent = i
	}
	w.units[code] = len(w.places)
	w.places = append(w.places, gazetteer.Packing{
		Name: clean(name), Kind: []string{"", "province", "district"}[level], Parent: parent, Country: country, Loose: gazetteer.Loose(w.scripts[country]),
	})
}

// Columns of GeoNames' table of places.
const (
	columnID = iota
	columnName
	columnASCII
	columnOthers
	columnLat
	columnLon
	columnClass
	columnCode
	columnCountry
	columnCountries
	columnUnit1
	columnUnit2
	columnUnit3
	columnUnit4
	columnPeople
	columns
)

func (w *world) readSettlements(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read settlements: %w", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) < columns {
			return fmt.Errorf("read %s line %d: %d cells, want %d", path, n, len(cells), columns)
		}
		w.addSettlement(cells)
	}
	return lines.Err()
}

// gone are the feature codes of places where nobody lives any more.
var gone = map[string]bool{"PPLH": true, "PPLQ": true, "PPLW": true, "PPLCH": true}

func (w *world) addSettlement(cells []string) {
	code := cells[columnCode]
	if gone[code] {
		return
	}
	script := w.scripts[cells[columnCountry]]
	people := number(cells[columnPeople])
	p := gazetteer.Packing{
		GeoNames: number(cells[columnID]), Name: clean(cells[columnName]), Country: cells[columnCountry], People: people,
		Lat: decimal(cells[columnLat]), Lon: decimal(cells[columnLon]), Parent: w.holder(cells),
		Capital: code == "PPLC", Seat: code == "PPLA", Loose: gazetteer.Loose(script),
	}
	p.Kind, p.Radius = extent(code, people)
	if gazetteer.Loose(script) {
		p.Name = clean(cells[columnASCII])
	}
	others := strings.Split(cells[columnOthers], ",")
	if gazetteer.Loose(script) || people >= fewest(script) {
		p.Others = worth(others)
	}
	p.Others = append(p.Others, native(script, others)...)
	w.add(p)
}

// fewest is how many people a place must have for English pages to know it by
// another name.
func fewest(script string) int {
	if rewritten[script] {
		return 10_000
	}
	return 60_000
}

func (w *world) add(p gazetteer.Packing) {
	for unit := p.Parent; unit >= 0; unit = w.places[unit].Parent {
		w.members[unit] = append(w.members[unit], len(w.places))
	}
	w.places = append(w.places, p)
}

// holder is the smallest unit that holds a settlement, -1 if none is known.
func (w *world) holder(cells []string) int {
	code := cells[columnCountry] + "." + cells[columnUnit1]
	if unit, ok := w.units[code+"."+cells[columnUnit2]]; ok {
		return unit
	}
	if unit, ok := w.units[code]; ok {
		return unit
	}
	return -1
}

// readNewer adds the settlements of a newer, thinner list that are not yet
// there: no namesake within 15 km and nothing within 1 km.
func (w *world) readNewer(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read newer settlements: %w", err)
	}
	var rows []struct{ Name, Lat, Lng, Country, Admin1, Admin2 string }
	if err := json.Unmarshal(data, &rows); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	near := w.grid()
	for _, row := range rows {
		p := gazetteer.Packing{
			Name: clean(row.Name), Country: row.Country, Lat: decimal(row.Lat), Lon: decimal(row.Lng),
			Parent: -1, Kind: "village", Radius: smallest, Loose: gazetteer.Loose(w.scripts[row.Country]),
		}
		if near.knows(w.places, p) {
			continue
		}
		cells := make([]string, columns)
		cells[columnCountry], cells[columnUnit1], cells[columnUnit2] = row.Country, row.Admin1, row.Admin2
		p.Parent = w.holder(cells)
		w.add(p)
	}
	return nil
}

// grid holds the settlements by quarter degree.
type grid map[[2]int][]int

func unit(p gazetteer.Packing) bool { return p.Kind == "province" || p.Kind == "district" }

func cell(p gazetteer.Packing) [2]int {
	return [2]int{int(math.Floor(p.Lat * 4)), int(math.Floor(p.Lon * 4))}
}

func (w *world) grid() grid {
	g := grid{}
	for i, p := range w.places {
		if !unit(p) {
			g[cell(p)] = append(g[cell(p)], i)
		}
	}
	return g
}

func (g grid) knows(places []gazetteer.Packing, p gazetteer.Packing) bool {
	at := cell(p)
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			for _, i := range g[[2]int{at[0] + dy, at[1] + dx}] {
				km := stemma.Kilometres(p.Lat, p.Lon, places[i].Lat, places[i].Lon)
				if km < 1 || km < 15 && gazetteer.Fold(places[i].Name) == gazetteer.Fold(p.Name) {
					return true
				}
			}
		}
	}
	return false
}

// settle gives each unit the middle of its settlements and a radius that holds
// four in five of them; a unit without any cannot be placed and is taken out.
func (w *world) settle() []gazetteer.Packing {
	var kept []gazetteer.Packing
	moved := make([]int, len(w.places))
	for i, p := range w.places {
		moved[i] = -1
		if unit(p) {
			if len(w.members[i]) == 0 {
				continue
			}
			p = w.centred(p, w.members[i])
		}
		if p.Parent >= 0 {
			p.Parent = moved[p.Parent]
		}
		moved[i] = len(kept)
		kept = append(kept, p)
	}
	w.places = kept
	return kept
}

func (w *world) centred(unit gazetteer.Packing, members []int) gazetteer.Packing {
	var x, y, z float64
	for _, i := range members {
		lat, lon := w.places[i].Lat*math.Pi/180, w.places[i].Lon*math.Pi/180
		x, y, z = x+math.Cos(lat)*math.Cos(lon), y+math.Cos(lat)*math.Sin(lon), z+math.Sin(lat)
		unit.People += w.places[i].People
	}
	unit.Lat = math.Atan2(z, math.Hypot(x, y)) * 180 / math.Pi
	unit.Lon = math.Atan2(y, x) * 180 / math.Pi
	unit.Radius = radius(unit, w.places, members)
	return unit
}

// clean is a name without the marks that a transliteration adds for letters
// that English leaves out.
func clean(name string) string {
	return strings.TrimSpace(strings.NewReplacer("`", "", "‘", "", "ʻ", "", "ʿ", "", "ʾ", "").Replace(name))
}

// worth keeps the other names that English pages may use: in Latin letters,
// with a capital, and no code of an airport.
func worth(names []string) []string {
	var out []string
	for _, name := range names {
		if len(name) > 2 && latin(name) && !(len(name) < 5 && name == strings.ToUpper(name)) {
			out = append(out, clean(name))
		}
	}
	return out
}

// written are the scripts in which the names of a country's own places are kept,
// by its script: pages give such a name beside the English one.
var written = map[string]*unicode.RangeTable{"arab": unicode.Arabic, "cyrl": unicode.Cyrillic, "hebr": unicode.Hebrew}

// nativeNames bounds them: the name in each of the languages of the script.
const nativeNames = 8

func native(script string, names []string) []string {
	table := written[script]
	if table == nil {
		return nil
	}
	var out []string
	for _, name := range names {
		if r, _ := utf8.DecodeRuneInString(name); unicode.Is(table, r) && len(out) < nativeNames {
			out = append(out, name)
		}
	}
	return out
}

func latin(name string) bool {
	for i, r := range strings.TrimLeft(name, "'`‘’") {
		if i == 0 && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

func number(cell string) int {
	n, _ := strconv.Atoi(cell) // empty where GeoNames knows none
	return n
}

func decimal(cell string) float64 {
	f, _ := strconv.ParseFloat(cell, 64)
	return f
}
