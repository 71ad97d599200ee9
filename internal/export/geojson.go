package export

import (
	"bufio"
	"io"
)

// A Feature is one incident or event at one of its places, flat, with a null
// geometry where it has none.
type Feature struct {
	Type       string         `json:"type"`
	Geometry   *Geometry      `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

// Geometry is a point; its radius stands in the properties.
type Geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

// Features are the features of an incident: one for each place.
func (r Incident) Features() []Feature {
	properties := func() map[string]any {
		return map[string]any{"id": r.ID, "title": r.Title, "type": r.Type, "mode": r.Mode, "status": r.Status, "earliest": r.When.Earliest,
			"latest": r.When.Latest, "origins_min": r.Origins.Min, "origins_max": r.Origins.Max, "grade": r.Grade.Grade}
	}
	if len(r.Places) == 0 {
		return []Feature{{"Feature", nil, properties()}}
	}
	var out []Feature
	for _, p := range r.Places {
		f := Feature{"Feature", &Geometry{"Point", [2]float64{p.Lon, p.Lat}}, properties()}
		f.Properties["place"], f.Properties["role"], f.Properties["precision"], f.Properties["radius_m"] = p.Name, p.Role, p.Precision, p.RadiusM
		out = append(out, f)
	}
	return out
}

// Features are the features of an event: one for each place.
func (r EventRow) Features() []Feature {
	properties := func() map[string]any {
		return map[string]any{"id": r.ID, "document": r.Document, "type": r.Type, "mode": r.Mode, "acled": r.ACLED, "status": r.Status, "modality": r.Modality,
			"earliest": r.When.Earliest, "latest": r.When.Latest, "said_by": r.SaidBy, "words": r.Words}
	}
	var out []Feature
	for i, p := range r.Scenes {
		if p.Lat == nil || p.Lon == nil {
			continue
		}
		f := Feature{"Feature", &Geometry{"Point", [2]float64{*p.Lon, *p.Lat}}, properties()}
		f.Properties["place"], f.Properties["role"], f.Properties["precision"], f.Properties["radius_m"] = p.Name, r.Places[i].Role, p.Precision, p.RadiusM
		out = append(out, f)
	}
	if out == nil {
		return []Feature{{"Feature", nil, properties()}}
	}
	return out
}

// Collection writes features one by one as a GeoJSON FeatureCollection (RFC
// 7946).
type Collection struct {
	out   *bufio.Writer
	begun bool
}

// NewCollection starts a collection.
func NewCollection(w io.Writer) *Collection { return &Collection{out: bufio.NewWriter(w)} }

// Write adds a feature.
func (c *Collection) Write(f Feature) error {
	lead := ",\n"
	if !c.begun {
		lead, c.begun = "{\"type\": \"FeatureCollection\", \"features\": [\n", true
	}
	data, err := Line(f)
	if err != nil {
		return err
	}
	_, err = c.out.WriteString(lead + data)
	return err
}

// Close ends the collection.
func (c *Collection) Close() error {
	end := "\n]}\n"
	if !c.begun {
		end = "{\"type\": \"FeatureCollection\", \"features\": []}\n"
	}
	if _, err := c.out.WriteString(end); err != nil {
		return err
	}
	return c.out.Flush()
}
