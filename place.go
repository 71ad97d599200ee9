package stemma

import "math"

// A Place is a place of the earth as a gazetteer or a case's overlay knows it.
type Place struct {
	ID        string // "geonames:170654"; "own:wadi al-thalajat" (our supplement); "overlay:…" (a person's); "told:sy/kethan" (in no book, where a page puts it)
	GeoNames  int    // its GeoNames id, 0 if none
	Name      string // as English pages write it
	Kind      string // country, province, district, city, town, village, mountain, river, road, crossing, region, site, water, …
	Parent    string // name of the unit that holds it, "" if unknown
	Province  string // name of the first-order unit that holds it, "" if unknown or if it is one
	Country   string // ISO 3166-1 alpha-2, "" for seas and the like
	Lat, Lon  float64
	Precision Precision
	Radius    int // metres; how far from the point the thing told may have happened
}

// Within reports whether a place lies in another that is larger, as far as the radius
// of that one tells.
func (p Place) Within(larger Place) bool {
	return p.ID != larger.ID && p.Radius < larger.Radius && 1000*Kilometres(p.Lat, p.Lon, larger.Lat, larger.Lon) <= float64(larger.Radius)
}

// Kilometres is the length of the great circle between two points, in degrees,
// by the haversine formula.
func Kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const radius, rad = 6371, math.Pi / 180
	a := math.Sin((lat2 - lat1) * rad / 2)
	b := math.Sin((lon2 - lon1) * rad / 2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * radius * math.Asin(math.Sqrt(min(1, h)))
}

// Precision says how closely a place is known.
type Precision string

// The classes of precision, finest first.
const (
	PrecisionSite     Precision = "site"
	PrecisionNear     Precision = "near"
	PrecisionVillage  Precision = "village"
	PrecisionTown     Precision = "town"
	PrecisionDistrict Precision = "district"
	PrecisionProvince Precision = "province"
	PrecisionLine     Precision = "line" // a border, a road, a river
	PrecisionArea     Precision = "area"
	PrecisionCountry  Precision = "country"
	PrecisionWater    Precision = "water"
)

// A Toponym is a name of a place on the page, and the place we take it for.
type Toponym struct {
	ID           string // "p_…"; a mention's, not the place's
	Span         Span
	Place        Place   // without an id: a name that looks like a place's and is in no book; with a name if the words only stand for it
	Alternatives []Place // runners-up, best first
	Adjective    bool    // "Syrian": says whose, names no scene
	Inside       bool    // stands inside an actor's name ("the Syrian army"): not a scene
	Rule         string
}

// Known reports whether the toponym was resolved to a place.
func (t Toponym) Known() bool { return t.Place.ID != "" }

// Local reports whether one can stand at a place so known: a site, a village, a town.
func (p Precision) Local() bool {
	return p == PrecisionSite || p == PrecisionVillage || p == PrecisionTown
}
