package decide

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"stemma"
)

// Fields are the fields of a finding that a person can change, by its letter.
var Fields = map[string][]string{
	"e": {"acled", "type", "mode", "modality", "date", "actor", "recipient", "place"},
	"c": {"said_by", "stance"},
	"q": {"what", "number", "of"},
}

// soundChange refuses what no field can hold.
func soundChange(field, value string) error {
	known := slices.Concat(Fields["e"], Fields["c"], Fields["q"])
	if !slices.Contains(known, field) {
		return fmt.Errorf("%w: no field %q can be changed; there are: %s", stemma.ErrUsage, field, strings.Join(known, ", "))
	}
	switch field {
	case "date":
		_, err := ParseInterval(value)
		return err
	case "number":
		_, _, _, err := parseNumber(value)
		return err
	}
	return nil
}

// change sets one field of a finding; false if it has no such field.
func change(r *stemma.Reading, id, field, value string) bool {
	if e := r.Event(id); e != nil {
		return changeEvent(r, e, field, value)
	}
	if c := r.Claim(id); c != nil {
		return changeClaim(r, c, field, value)
	}
	if q := r.Quantity(id); q != nil {
		return changeQuantity(q, field, value)
	}
	return false
}

func changeEvent(r *stemma.Reading, e *stemma.Event, field, value string) bool {
	switch field {
	case "acled":
		e.ACLED = value
	case "type":
		e.Type = strings.ToUpper(value)
	case "mode":
		e.Mode = value
	case "modality":
		e.Modality = stemma.Modality(value)
	case "date":
		when, err := ParseInterval(value)
		if err != nil {
			return false
		}
		e.When = when
	case "actor":
		e.Actors = roles(r, value)
	case "recipient":
		e.Recipients = roles(r, value)
	case "place":
		e.Places = placeRoles(r, value)
	default:
		return false
	}
	return true
}

func changeClaim(r *stemma.Reading, c *stemma.Claim, field, value string) bool {
	switch field {
	case "said_by":
		c.Source = source(r, value)
		c.Chain = chain(r, c.Source)
	case "stance":
		c.Stance = stemma.Stance(value)
	default:
		return false
	}
	return true
}

func changeQuantity(q *stemma.Quantity, field, value string) bool {
	switch field {
	case "what":
		q.What = value
	case "of":
		q.Of = stemma.Of{Class: value}
	case "number":
		low, high, open, err := parseNumber(value)
		if err != nil {
			return false
		}
		q.Low, q.High, q.Open, q.Negative = low, high, open, false
	default:
		return false
	}
	return true
}

// ParseInterval reads a time as people write it: a day, two days with a slash,
// one end open with two dots, or "unknown".
//
//	2024-03-14 · 2024-03-14/2024-03-16 · ../2024-03-16 · 2024-03-14/.. · unknown
func ParseInterval(s string) (stemma.Interval, error) {
	s = strings.TrimSpace(s)
	if s == "" || s == "unknown" {
		return stemma.Interval{Precision: stemma.PrecisionUnknown}, nil
	}
	first, last, two := strings.Cut(s, "/")
	if !two {
		last = first
	}
	var out stemma.Interval
	for _, end := range []struct {
		text string
		into *stemma.Day
	}{{first, &out.Earliest}, {last, &out.Latest}} {
		if end.text == ".." {
			continue
		}
		day, err := stemma.ParseDay(end.text)
		if err != nil {
			return out, fmt.Errorf("%w: %w, two of them with a slash, or \"unknown\"", stemma.ErrUsage, err)
		}
		*end.into = day
	}
	if out.Closed() && out.Latest < out.Earliest {
		return out, fmt.Errorf("%w: %s ends before it begins", stemma.ErrUsage, s)
	}
	out.Precision, out.Basis = stemma.PrecisionDays, stemma.BasisGiven
	if out.Earliest == out.Latest {
		out.Precision = stemma.PrecisionDay
	}
	return out, nil
}

// parseNumber reads a number as people write it: 7, 5–8, or 5+ for an open end.
func parseNumber(s string) (low, high float64, open bool, err error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), "–", "-")
	s, open = strings.CutSuffix(s, "+")
	first, last, two := strings.Cut(s, "-")
	if !two {
		last = first
	}
	if low, err = strconv.ParseFloat(strings.TrimSpace(first), 64); err == nil {
		high, err = strconv.ParseFloat(strings.TrimSpace(last), 64)
	}
	if err != nil || low < 0 || high < low {
		return 0, 0, false, fmt.Errorf("%w: %q is no number; want 7, 5-8 or 5+", stemma.ErrUsage, s)
	}
	return low, high, open, nil
}

// names are those of a list with semicolons.
func names(value string) []string {
	var out []string
	for _, name := range strings.Split(value, ";") {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

func roles(r *stemma.Reading, value string) []stemma.Role {
	var out []stemma.Role
	for _, name := range names(value) {
		role := stemma.Role{Name: name}
		if a := actorCalled(r, name); a != nil {
			role.Actor, role.Name = a.ID, a.Name
		}
		out = append(out, role)
	}
	return out
}

// actorCalled is the actor of the document with that name or words; nil if there
// is none, or several.
func actorCalled(r *stemma.Reading, name string) *stemma.Actor {
	var found *stemma.Actor
	for i := range r.Actors {
		a := &r.Actors[i]
		called := strings.EqualFold(a.Name, name) || slices.ContainsFunc(a.Mentions, func(m stemma.Mention) bool {
			return m.Form == stemma.FormName && strings.EqualFold(r.Words(m.Span), name)
		})
		if called && found != nil {
			return nil
		}
		if called {
			found = a
		}
	}
	return found
}

// placeRoles are places of the document by name, each once; one that the page
// does not name is nobody's word and is left out.
func placeRoles(r *stemma.Reading, value string) []stemma.PlaceRole {
	var out []stemma.PlaceRole
	for _, name := range names(value) {
		for _, t := range r.Places {
			if t.Known() && (strings.EqualFold(t.Place.Name, name) || strings.EqualFold(r.Words(t.Span), name)) {
				out = append(out, stemma.PlaceRole{Place: t.ID, Role: "in", Span: t.Span})
				break
			}
		}
	}
	return out
}

func source(r *stemma.Reading, name string) stemma.Source {
	name = strings.TrimSpace(name)
	if a := actorCalled(r, name); a != nil {
		return stemma.Source{Name: a.Name, Actor: a.ID, Kind: stemma.SourceNamed}
	}
	if name == "" {
		return stemma.Source{}
	}
	if name == strings.ToLower(name) { // "two officials": a description, no name
		return stemma.Source{Name: name, Kind: stemma.SourceUnnamed}
	}
	return stemma.Source{Name: name, Kind: stemma.SourceNamed}
}

func chain(r *stemma.Reading, s stemma.Source) []stemma.Link {
	out := []stemma.Link{{Role: stemma.RoleOutlet, Name: r.Publication.Outlet.Name, Span: r.Publication.Outlet.Span}}
	if a := r.Publication.Agency; a.Known() {
		out = append(out, stemma.Link{Role: stemma.RoleAgency, Name: a.Name, Span: a.Span})
	}
	return append(out, stemma.Link{Role: stemma.RoleSource, Name: s.Name, Actor: s.Actor, Span: s.Span})
}

// place takes a toponym, and all with the same words in its document, for a
// place: one of its runners-up by id, one that a person describes, or none.
func (r *Ruled) place(id, value string) bool {
	t := r.Place(id)
	if t == nil {
		return false
	}
	place, ok := placeOf(*t, value)
	if !ok {
		return false
	}
	words := r.Words(t.Span)
	for i := range r.Places {
		if other := &r.Places[i]; strings.EqualFold(r.Words(other.Span), words) {
			other.Place, other.Rule = place, "person"
		}
	}
	return true
}

// placeOf reads "none", the id of a runner-up, or a description such as
// name=Oruna&lat=33.1&lon=44.2&radius_m=2000.
func placeOf(t stemma.Toponym, value string) (stemma.Place, bool) {
	if value == "none" {
		return stemma.Place{}, true
	}
	for _, p := range append([]stemma.Place{t.Place}, t.Alternatives...) {
		if p.ID == value && value != "" {
			return p, true
		}
	}
	q, err := url.ParseQuery(value)
	lat, errLat := strconv.ParseFloat(q.Get("lat"), 64)
	lon, errLon := strconv.ParseFloat(q.Get("lon"), 64)
	radius, errRadius := strconv.Atoi(q.Get("radius_m"))
	sound := err == nil && errLat == nil && errLon == nil && errRadius == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 && radius > 0
	if !sound || q.Get("name") == "" {
		return stemma.Place{}, false
	}
	return stemma.Place{
		ID: "person:" + strings.ToLower(q.Get("name")), Name: q.Get("name"), Country: q.Get("country"), Kind: "site",
		Lat: lat, Lon: lon, Radius: radius, Precision: precision(radius),
	}, true
}

// precision is the class of a radius in metres.
func precision(radius int) stemma.Precision {
	switch {
	case radius <= 100:
		return stemma.PrecisionSite
	case radius <= 1000:
		return stemma.PrecisionVillage
	case radius <= 5000:
		return stemma.PrecisionTown
	case radius <= 25000:
		return stemma.PrecisionDistrict
	}
	return stemma.PrecisionProvince
}
