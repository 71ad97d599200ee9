// Package export holds the shapes in which results leave the house: JSON, JSON
// Lines, CSV and GeoJSON, each with one conversion from the words. It decides
// nothing about text and asks no store. In: a reading; out: the line of JSON
// that docs/formats.md describes.
package export

import (
	"slices"

	"stemma"
)

// AnalysisSchema names the shape of [Analysis].
const AnalysisSchema = "stemma.analysis/1"

// Analysis is one document as read, alone: no copies, no incidents. Spans count
// Unicode code points of Text; what is absent is null.
type Analysis struct {
	Schema      string      `json:"schema"`
	Reading     string      `json:"reading"`
	Document    Document    `json:"document"`
	Text        string      `json:"text"`
	Regions     []Region    `json:"regions"`
	Publication Publication `json:"publication"`
	Claims      []Claim     `json:"claims"`
	Events      []Event     `json:"events"`
	Actors      []Actor     `json:"actors"`
	Places      []Place     `json:"places"`
	Times       []Time      `json:"times"`
	Quantities  []Quantity  `json:"quantities"`
	Unread      Unread      `json:"unread"`
	Notes       []Note      `json:"notes"`
}

// Document says which document was read, and whether it could be.
type Document struct {
	ID        string  `json:"id"`
	SHA256    string  `json:"sha256"`
	Name      string  `json:"name"`
	URL       *string `json:"url"`
	MediaType string  `json:"media_type"`
	Language  *string `json:"language"`
	Read      bool    `json:"read"`
}

// Region is a stretch of the text and what it is; Form is set for residue only.
type Region struct {
	Span
	Kind string  `json:"kind"`
	Form *string `json:"form"`
}

// Unread counts the sentences that look like events and were not coded.
type Unread struct {
	Sentences int    `json:"sentences"`
	Spans     []Span `json:"spans"`
}

// Note is a doubt of a stage.
type Note struct {
	Stage string `json:"stage"`
	*Span
	Text string `json:"text"`
}

// NewAnalysis is the shape of a reading. Comments and contact lines are masked
// unless withResidue asks for them.
func NewAnalysis(d stemma.Document, name string, r *stemma.Reading, withResidue bool) Analysis {
	w := wire{r, r.Text.Points()}
	return Analysis{
		Schema: AnalysisSchema, Reading: r.Version, Text: w.text(withResidue),
		Document: Document{
			ID: d.ID, SHA256: d.SHA256, Name: name, URL: optional(r.Given.URL),
			MediaType: d.MediaType, Language: optional(r.Language), Read: r.Read,
		},
		Regions: each(r.Regions, w.region), Publication: w.publication(),
		Claims: each(r.Claims, w.claim), Events: each(r.Events, w.event),
		Actors: each(r.Actors, w.actor), Places: each(named(r.Places), w.place),
		Times: each(r.Times, w.time), Quantities: each(r.Quantities, w.quantity),
		Unread: Unread{len(r.Unread), each(r.Unread, w.span)}, Notes: each(r.Notes, w.note),
	}
}

// wire turns the words of one reading into shapes.
type wire struct {
	r      *stemma.Reading
	points stemma.Points
}

func (w wire) region(r stemma.Region) Region {
	return Region{w.span(r.Span), string(r.Kind), optional(string(r.Form))}
}

func (w wire) note(n stemma.Note) Note {
	return Note{string(n.Stage), w.maybe(n.Span), n.Text}
}

func each[T, U any](all []T, shape func(T) U) []U {
	out := make([]U, 0, len(all))
	for _, x := range all {
		out = append(out, shape(x))
	}
	return out
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// named are the toponyms that name a place; an adjective ("Syrian") says whose
// something is, and stands with the actors.
func named(all []stemma.Toponym) []stemma.Toponym {
	return slices.DeleteFunc(slices.Clone(all), func(t stemma.Toponym) bool { return t.Adjective })
}
