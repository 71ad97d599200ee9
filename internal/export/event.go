package export

import "stemma"

// Event is one telling of something done; docs/formats.md rules on each key.
type Event struct {
	ID            string      `json:"id"`
	Type          string      `json:"type"`
	Mode          *string     `json:"mode"`
	Contexts      []string    `json:"contexts"`
	ACLED         *string     `json:"acled"`
	Trigger       Span        `json:"trigger"`
	Clause        Span        `json:"clause"`
	Actors        []Role      `json:"actors"`
	Recipients    []Role      `json:"recipients"`
	Places        []PlaceRole `json:"places"`
	When          When        `json:"when"`
	Quantities    []string    `json:"quantities"`
	Modality      string      `json:"modality"`
	ModalityWords []Span      `json:"modality_words"`
	Claim         *string     `json:"claim"`
	Rule          string      `json:"rule"`
}

// Role is a party to an event: the resolved name, and its words on the page.
type Role struct {
	Actor *string `json:"actor"`
	Name  string  `json:"name"`
	*Span
	Role *string `json:"role"`
}

// PlaceRole is a place of an event.
type PlaceRole struct {
	Place string `json:"place"`
	Role  string `json:"role"`
	*Span
}

// When is the time of an event: days, never a clock time.
type When struct {
	Earliest  *string `json:"earliest"`
	Latest    *string `json:"latest"`
	Precision string  `json:"precision"`
	Basis     *string `json:"basis"`
	Anchor    *string `json:"anchor"`
	Words     *Span   `json:"words"`
}

func (w wire) event(e stemma.Event) Event {
	return Event{
		ID: e.ID, Type: e.Type, Mode: optional(e.Mode), Contexts: list(e.Contexts), ACLED: optional(e.ACLED),
		Trigger: w.span(e.Trigger), Clause: w.span(e.Clause),
		Actors: each(e.Actors, w.role), Recipients: each(e.Recipients, w.role), Places: each(e.Places, w.placeRole),
		When: w.when(e.When), Quantities: list(e.Quantities), Modality: string(e.Modality),
		ModalityWords: each(e.ModalityWords, w.span), Claim: optional(e.Claim), Rule: e.Rule,
	}
}

func (w wire) role(r stemma.Role) Role {
	return Role{optional(r.Actor), r.Name, w.maybe(r.Span), optional(r.Part)}
}

func (w wire) placeRole(p stemma.PlaceRole) PlaceRole {
	return PlaceRole{p.Place, p.Role, w.maybe(p.Span)}
}

func (w wire) when(i stemma.Interval) When {
	precision := i.Precision
	if precision == "" {
		precision = stemma.PrecisionUnknown
	}
	return When{
		optional(i.Earliest.String()), optional(i.Latest.String()), string(precision),
		optional(string(i.Basis)), optional(i.Anchor), w.maybe(i.Words),
	}
}

// list is never null.
func list(all []string) []string { return append([]string{}, all...) }
