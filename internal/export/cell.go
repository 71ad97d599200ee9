package export

import (
	"strconv"
	"strings"
)

// Text is "" for null.
func Text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func orUnknown(s *string) string {
	if s == nil {
		return "?"
	}
	return *s
}

func several(all []string) string { return strings.Join(all, "; ") }

// Number is a number without zeroes that say nothing, "" for null.
func Number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

func whole(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// Range is "31", "20–30", or "31+" for an open upper end; "" for null.
func Range(low, high *float64) string {
	switch {
	case low == nil:
		return ""
	case high == nil:
		return Number(low) + "+"
	case *low == *high:
		return Number(low)
	}
	return Number(low) + "–" + Number(high)
}

func parties(roles []Role) string {
	var names []string
	for _, r := range roles {
		names = append(names, r.Name)
	}
	return several(names)
}

// ends are where the first span starts and the last one ends.
func ends(spans []Span) (start, end string) {
	if len(spans) == 0 {
		return "", ""
	}
	return strconv.Itoa(spans[0].Start), strconv.Itoa(spans[len(spans)-1].End)
}

// first is the point of the first place that has one.
func first(places []Place) (country, lat, lon, precision, radius string) {
	for _, p := range places {
		if p.Lat != nil && p.Scene {
			return Text(p.Country), Number(p.Lat), Number(p.Lon), Text(p.Precision), whole(p.RadiusM)
		}
	}
	return "", "", "", "", ""
}

func firstScene(places []Scene) (country, lat, lon, precision, radius string) {
	if len(places) == 0 {
		return "", "", "", "", ""
	}
	p := places[0]
	return Text(p.Country), Number(&p.Lat), Number(&p.Lon), p.Precision, strconv.Itoa(p.RadiusM)
}
