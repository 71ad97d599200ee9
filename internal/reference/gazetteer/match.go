package gazetteer

import (
	"slices"
	"strconv"
	"strings"

	"stemma"
)

// A Match is a place that bears a name, with what helps to choose among several.
type Match struct {
	Name     string
	Kind     string
	Country  string // ISO 3166-1 alpha-2
	Lat, Lon float64
	Radius   int // metres
	People   int // 0 if unknown
	Capital  bool
	Seat     bool // of a first-order unit
	Overlay  bool // a person said so
	Form     Form

	own      bool  // from our own list
	geonames int32 // id of a settlement
	unit     int32 // of the table, that holds it
	table    *packed
	given    *given // of a place of an overlay
}

// A given is what only a place of an overlay has: its id, and the names of what
// holds it.
type given struct {
	id   string
	held [4]string
}

// Units are the names of the units that hold the place, smallest first, without
// the country.
func (m *Match) Units() [4]string {
	switch {
	case m.given != nil:
		return m.given.held
	case m.table != nil:
		return m.table.units(int(m.unit))
	}
	return [4]string{}
}

// Own reports whether the place is in our own list.
func (m Match) Own() bool { return m.own }

// geonamesOnly reports whether only GeoNames has the place.
func (m *Match) geonamesOnly() bool { return !m.own && m.given == nil }

// Form says how a match bears the name that was asked for.
type Form uint8

// The forms, best first.
const (
	FormName Form = iota
	FormOther
	FormAdjective
	FormSound
)

// before orders matches of one name: what a person said, then by form, then by
// how much is there.
func (m *Match) before(o *Match) bool {
	switch {
	case m.Overlay != o.Overlay:
		return m.Overlay
	case m.Form != o.Form:
		return m.Form < o.Form
	case (m.Kind == "country") != (o.Kind == "country"):
		return m.Kind == "country"
	}
	return m.People > o.People
}

// rank sorts matches, the best first, as the tables mostly have them already.
func rank(matches []Match) {
	for i := 1; i < len(matches); i++ {
		if matches[i].before(&matches[i-1]) {
			slices.SortStableFunc(matches, compare)
			return
		}
	}
}

func compare(a, b Match) int {
	switch {
	case a.before(&b):
		return -1
	case b.before(&a):
		return 1
	}
	return 0
}

// is reports whether two matches are one place: both settlements, or units of
// one kind, in one country and near each other.
func (m *Match) is(o *Match) bool {
	if m.Country != o.Country || m.level() != o.level() {
		return false
	}
	if m.level() == 2 {
		return Bare(Fold(m.Name)) == Bare(Fold(o.Name)) || m.Distance(*o) < 30
	}
	return m.Distance(*o) < 8
}

// level tells settlements, districts, provinces and countries apart.
func (m Match) level() int {
	switch m.Kind {
	case "country":
		return 3
	case "province":
		return 2
	case "district":
		return 1
	case "city", "town", "village", "quarter":
		return 0
	}
	return -1
}

// Settlement reports whether it is a place where people live together.
func (m Match) Settlement() bool { return m.level() == 0 }

// Unit reports whether it is a unit of a country, or one itself.
func (m Match) Unit() bool { return m.level() > 0 }

// Distance is the number of kilometres between the points of two matches.
func (m Match) Distance(o Match) float64 { return stemma.Kilometres(m.Lat, m.Lon, o.Lat, o.Lon) }

// Place is the match in the words of the house.
func (m Match) Place() stemma.Place {
	return stemma.Place{
		ID: m.ID(), GeoNames: int(m.geonames), Name: m.Name, Kind: m.Kind, Parent: m.Units()[0], Province: m.province(), Country: m.Country,
		Lat: m.Lat, Lon: m.Lon, Precision: precisionOf(m.Kind), Radius: m.Radius,
	}
}

// province is the widest of the units that hold it.
func (m Match) province() string {
	out := ""
	for _, unit := range m.Units() {
		if unit != "" {
			out = unit
		}
	}
	return out
}

// ID names the place: "overlay:sefta", "geonames:170654" for a settlement that
// GeoNames knows, "own:sy/hama/mahin" for one of ours, "unit:sy/idlib" for a
// unit that only GeoNames has.
func (m Match) ID() string {
	switch {
	case m.given != nil:
		return m.given.id
	case m.geonames != 0:
		return "geonames:" + strconv.Itoa(int(m.geonames))
	case m.Name == "":
		return ""
	case m.own:
		return "own:" + m.path() + ownSuffix[m.Kind]
	}
	return "unit:" + m.path()
}

// ownSuffix tells our places apart that have one name and one parent.
var ownSuffix = map[string]string{
	"city": " (city)", "town": " (town)", "region": " (region)", "site": " (site)", "island": " (island)", "lake": " (lake)", "mountain": " (mountain)",
}

// path is the name of a place after those of the units that hold it.
func (m Match) path() string {
	path := strings.ToLower(m.Country)
	units := m.Units()
	for i := len(units) - 1; i >= 0; i-- {
		if units[i] != "" {
			path += "/" + Fold(units[i])
		}
	}
	return strings.TrimPrefix(path+"/"+Fold(m.Name), "/")
}

// precisions is how closely a place of a kind is known.
var precisions = map[string]stemma.Precision{
	"country": stemma.PrecisionCountry, "province": stemma.PrecisionProvince, "district": stemma.PrecisionDistrict,
	"city": stemma.PrecisionTown, "town": stemma.PrecisionTown, "quarter": stemma.PrecisionVillage, "village": stemma.PrecisionVillage,
	"camp": stemma.PrecisionVillage, "site": stemma.PrecisionSite, "base": stemma.PrecisionSite, "crossing": stemma.PrecisionSite,
	"airport": stemma.PrecisionSite, "dam": stemma.PrecisionSite, "port": stemma.PrecisionSite, "field": stemma.PrecisionSite,
	"road": stemma.PrecisionLine, "river": stemma.PrecisionLine, "border": stemma.PrecisionLine, "line": stemma.PrecisionLine,
	"canal": stemma.PrecisionLine, "sea": stemma.PrecisionWater, "lake": stemma.PrecisionWater, "strait": stemma.PrecisionWater,
	"water": stemma.PrecisionWater, "ocean": stemma.PrecisionWater, "gulf": stemma.PrecisionWater, "bay": stemma.PrecisionWater,
}

// precisionOf is the class of precision of a kind of place; kinds that are not
// in the book, such as mountains, valleys and regions, are areas.
func precisionOf(kind string) stemma.Precision {
	if p, ok := precisions[kind]; ok {
		return p
	}
	return stemma.PrecisionArea
}
