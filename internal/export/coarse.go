package export

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"stemma"
)

// moving are the types of event that move people or things.
var moving = map[string]bool{"MOBILIZE": true, "RETREAT": true, "AID": true, "COOPERATE": true}

// vulnerable are words of those who may be hurt by being found.
//
//	"a convoy of buses with families left Oruna" → yes
//	"the brigade left Oruna" → no
var vulnerable = regexp.MustCompile(`(?i)\b(civilians?|famil(?:y|ies)|refugees?|displaced|evacuees?|residents?|patients?|aid|humanitarian|relief|ambulances?|buses|shelters?|hospitals?|clinics?)\b`)

// Moving reports whether events of a type move people or things.
func Moving(eventType string) bool { return moving[eventType] }

// Vulnerable reports whether words name those who may be hurt by being found.
func Vulnerable(words string) bool { return vulnerable.MatchString(words) }

// Withheld stands for words that would name a place where people may still be.
const Withheld = "(words withheld: they name a place where people may still be)"

// Sheltered reports whether an event of this type, told in these words, is one
// whose place leaves the case only coarsely while it is new.
func Sheltered(eventType, words string) bool {
	return Moving(eventType) && Vulnerable(words)
}

// grain is the grid, in degrees, to which a coarse place is moved, and the
// radius, in metres, that it then has: about that of a district.
const (
	grain       = 0.5
	grainRadius = 30000
)

// Coarse is the event with its places no finer than a district.
func (r EventRow) Coarse() EventRow {
	scenes := make([]Place, len(r.Scenes))
	for i, p := range r.Scenes {
		if p.Lat != nil && p.Lon != nil && fine(Text(p.Precision)) {
			lat, lon, radius, precision := grid(*p.Lat), grid(*p.Lon), grainRadius, string(stemma.PrecisionDistrict)
			p.Lat, p.Lon, p.RadiusM, p.Precision = &lat, &lon, &radius, &precision
			p.Name, p.GeoNamesID, p.Book, p.Alternatives = "district (withheld)", nil, nil, []Alternative{}
		}
		scenes[i] = p
	}
	r.Actors, r.Recipients = unplaced(r.Actors, r.Scenes), unplaced(r.Recipients, r.Scenes)
	r.Scenes = scenes
	r.Words = Withheld
	return r
}

// unplaced are parties without those whose name says where: "families of Oruna".
func unplaced(roles []Role, scenes []Place) []Role {
	out := slices.Clone(roles)
	for i := range out {
		if slices.ContainsFunc(scenes, func(p Place) bool { return strings.Contains(out[i].Name, p.Name) }) {
			out[i].Name = "(withheld)"
		}
	}
	return out
}

// Coarse is the incident with its places no finer than a district.
func (r Incident) Coarse() Incident {
	places := make([]Scene, len(r.Places))
	for i, s := range r.Places {
		if fine(s.Precision) {
			s = Scene{Name: "district (withheld)", Role: s.Role, Country: s.Country, Lat: grid(s.Lat), Lon: grid(s.Lon), Precision: string(stemma.PrecisionDistrict), RadiusM: grainRadius}
		}
		places[i] = s
	}
	parts := make([]Part, len(r.Parts))
	for i, p := range r.Parts {
		p.Place, p.Actor, p.Recipient = nil, nil, nil
		parts[i] = p
	}
	values := make([]Value, 0, len(r.Values))
	for _, v := range r.Values {
		if v.Low != nil || v.Field == "happened" || v.Field == "date" { // a party's name may say where
			values = append(values, v)
		}
	}
	chosen := []Chosen{}
	for _, c := range r.Chosen {
		if c.Field != "place" {
			c.Why = nil // a reason may name it
			chosen = append(chosen, c)
		}
	}
	r.Places, r.Parts, r.Values, r.Chosen = places, parts, values, chosen
	r.Title = "movement of people (place withheld)"
	return r
}

// Blur is a place no finer than a district, without its name.
func Blur(p stemma.Place) stemma.Place {
	if !fine(string(p.Precision)) {
		return p
	}
	return stemma.Place{Name: "district (withheld)", Country: p.Country, Lat: grid(p.Lat), Lon: grid(p.Lon), Precision: stemma.PrecisionDistrict, Radius: grainRadius}
}

func fine(precision string) bool {
	switch stemma.Precision(precision) {
	case stemma.PrecisionSite, stemma.PrecisionNear, stemma.PrecisionVillage, stemma.PrecisionTown:
		return true
	}
	return false
}

func grid(x float64) float64 { return math.Round(x/grain) * grain }
