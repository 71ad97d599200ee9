package export

import (
	"stemma"
)

// Schemas of the rows of a case.
const (
	ClaimSchema    = "stemma.claim/1"
	EventSchema    = "stemma.event/1"
	DocumentSchema = "stemma.document/1"
	SourceSchema   = "stemma.source/1"
	ActorSchema    = "stemma.actor/1"
	PlaceSchema    = "stemma.place/1"
	CustodySchema  = "stemma.custody/1"
)

// ClaimRow is a claim of a case: the claim as `analyze` prints it, with its
// document and its words. Private persons are masked in the words.
type ClaimRow struct {
	Schema   string `json:"schema"`
	Document string `json:"document"`
	Status   string `json:"status"`
	Words    string `json:"words"`
	CueWords string `json:"cue_words"`
	Claim
}

// EventRow is an event of a case with its document, its words and the names of
// its slots spelled out.
type EventRow struct {
	Schema   string  `json:"schema"`
	Document string  `json:"document"`
	Status   string  `json:"status"`
	Incident *string `json:"incident"`
	Words    string  `json:"words"`
	SaidBy   *string `json:"said_by"`
	Event
	Scenes  []Place    `json:"scenes"`
	Figures []Quantity `json:"figures"`
}

// Rows makes the rows of one reading; one serves all rows of its document.
type Rows struct {
	wire
	mask stemma.Mask
}

// NewRows prepares the rows of a reading.
func NewRows(r *stemma.Reading) Rows { return Rows{wire{r, r.Text.Points()}, r.Mask()} }

// Claim is the row of a claim.
func (w Rows) Claim(c stemma.Claim, status stemma.Status) ClaimRow {
	out := ClaimRow{Schema: ClaimSchema, Document: w.r.Document, Status: string(status), Words: w.pieces(c.Content), CueWords: w.mask.Words(c.Cue), Claim: w.claim(c)}
	if out.Source != nil {
		out.Source.Name = w.mask.Hide(out.Source.Name)
	}
	for i, link := range out.Chain {
		if link.Name != nil {
			out.Chain[i].Name = optional(w.mask.Hide(*link.Name))
		}
	}
	return out
}

func (w Rows) pieces(spans []stemma.Span) string {
	out := ""
	for i, s := range spans {
		if i > 0 {
			out += " … "
		}
		out += w.mask.Words(s)
	}
	return out
}

// Event is the row of an event.
func (w Rows) Event(e stemma.Event, incident string, status stemma.Status) EventRow {
	out := EventRow{
		Schema: EventSchema, Document: w.r.Document, Status: string(status), Incident: optional(incident),
		Words: w.mask.Words(e.Clause), Event: w.event(e), Scenes: []Place{}, Figures: []Quantity{},
	}
	for i := range out.Actors {
		out.Actors[i].Name = w.mask.Hide(out.Actors[i].Name)
	}
	for i := range out.Recipients {
		out.Recipients[i].Name = w.mask.Hide(out.Recipients[i].Name)
	}
	if c := w.r.Claim(e.Claim); c != nil {
		out.SaidBy = optional(w.mask.Hide(c.Source.Name))
	}
	for _, p := range e.Places {
		if t := w.r.Place(p.Place); t != nil {
			out.Scenes = append(out.Scenes, w.place(*t))
		}
	}
	for _, id := range e.Quantities {
		if q := w.r.Quantity(id); q != nil {
			out.Figures = append(out.Figures, w.quantity(*q))
		}
	}
	return out
}

// DocumentRow is a document of a case.
type DocumentRow struct {
	Schema    string   `json:"schema"`
	ID        string   `json:"id"`
	SHA256    string   `json:"sha256"`
	Names     []string `json:"names"`
	Title     *string  `json:"title"`
	Outlet    *string  `json:"outlet"`
	Agency    *string  `json:"agency"`
	URL       *string  `json:"url"`
	Earliest  *string  `json:"published_earliest"`
	Latest    *string  `json:"published_latest"`
	Basis     *string  `json:"published_basis"`
	Language  *string  `json:"language"`
	Read      bool     `json:"read"`
	Reading   *string  `json:"reading"`
	Claims    int      `json:"claims"`
	Events    int      `json:"events"`
	Unread    int      `json:"unread_sentences"`
	Bytes     int      `json:"bytes"`
	MediaType string   `json:"media_type"`
}

// SourceRow is a named source of a case: who speaks, and how often. Unnamed
// sources are counted where they speak and are never listed.
type SourceRow struct {
	Schema    string   `json:"schema"`
	Name      string   `json:"said_by"`
	Kind      string   `json:"kind"`
	Claims    int      `json:"claims"`
	Denials   int      `json:"denials"`
	Documents []string `json:"documents"`
	Through   []string `json:"through"`
}

// ActorRow is an actor of a case.
type ActorRow struct {
	Schema    string   `json:"schema"`
	Name      string   `json:"name"`
	Kind      string   `json:"kind"`
	Country   *string  `json:"country"`
	Book      *string  `json:"book"`
	Mentions  int      `json:"mentions"`
	Documents []string `json:"documents"`
}

// PlaceRow is a place of a case.
type PlaceRow struct {
	Schema     string   `json:"schema"`
	Name       string   `json:"name"`
	Kind       string   `json:"kind"`
	Country    *string  `json:"country"`
	Book       string   `json:"book"`
	GeoNamesID *int     `json:"geonameid"`
	Lat        float64  `json:"lat"`
	Lon        float64  `json:"lon"`
	Precision  string   `json:"precision"`
	RadiusM    int      `json:"radius_m"`
	Mentions   int      `json:"mentions"`
	Documents  []string `json:"documents"`
}

// CustodyRow is one time that a document was received. It differs by nature
// from machine to machine and is therefore an export of its own.
type CustodyRow struct {
	Schema   string  `json:"schema"`
	Document string  `json:"document"`
	SHA256   string  `json:"sha256"`
	Name     string  `json:"name"`
	URL      *string `json:"url"`
	Captured *string `json:"captured"`
	Added    string  `json:"added"`
	By       *string `json:"by"`
	Note     *string `json:"note"`
	Reading  *string `json:"reading"`
	Program  string  `json:"program"`
}
