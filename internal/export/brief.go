package export

import (
	"slices"

	"stemma"
)

// BriefSchema names the shape of [Brief].
const BriefSchema = "stemma.brief/1"

// Brief is what is new in a case since a moment.
type Brief struct {
	Schema   string       `json:"schema"`
	Since    string       `json:"since"`
	New      []BriefEntry `json:"new"`
	Changed  []BriefEntry `json:"changed"`
	Disputed []BriefEntry `json:"newly_disputed"`
	Undated  []BriefEntry `json:"undated"` // new or changed, without a day
	Gone     []string     `json:"gone"`    // ids of incidents that nothing tells of any more
}

// BriefEntry is one incident in a brief.
type BriefEntry struct {
	ID        string        `json:"id"`
	Was       []string      `json:"was"` // the ids that it had at the moment, if others
	New       bool          `json:"new"`
	What      string        `json:"what"`
	Parties   string        `json:"parties"`
	When      When          `json:"when"`
	Places    []string      `json:"places"`
	Status    string        `json:"status"`
	Origins   Origins       `json:"origins"`
	Grade     *string       `json:"grade"`
	Disputed  []string      `json:"disputed"`
	Documents []string      `json:"documents"` // that were added since
	Changes   []BriefChange `json:"changes"`
}

// BriefChange is one field before and after, with who says what is new of it.
type BriefChange struct {
	Field  string   `json:"field"`
	Of     *string  `json:"of"`
	Before *string  `json:"before"`
	After  *string  `json:"after"`
	SaidBy []string `json:"said_by"`
}

// NewBriefEntry is an incident in a brief, without what changed.
func NewBriefEntry(i stemma.Incident, points Points) BriefEntry {
	v := NewIncident(i, points)
	return BriefEntry{
		ID: i.ID, Was: []string{}, When: v.When, Places: PlaceNames(i.Places), Status: v.Status,
		Origins: v.Origins, Grade: v.Grade.Grade, Disputed: v.Disputed, Documents: []string{}, Changes: []BriefChange{},
	}
}

// PlaceNames are the names of some scenes, each once.
func PlaceNames(scenes []stemma.Scene) []string {
	out := []string{}
	for _, s := range scenes {
		if !slices.Contains(out, s.Place.Name) {
			out = append(out, s.Place.Name)
		}
	}
	return out
}
