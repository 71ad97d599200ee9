package export

import "stemma"

// DisagreementSchema names the shape of [Disagreement].
const DisagreementSchema = "stemma.disagreement/1"

// Disagreement is a set of accounts that cannot all hold, or a difference that
// is explained.
type Disagreement struct {
	Schema    string  `json:"schema"`
	ID        string  `json:"id"`
	Incident  *string `json:"incident"`
	Type      string  `json:"type"`
	Explained bool    `json:"explained"`
	Field     string  `json:"field"`
	Reason    string  `json:"reason"`
	Sides     []Side  `json:"sides"`
}

// Side is one of the things said, with its words.
type Side struct {
	Value     string   `json:"value"`
	Claims    []string `json:"claims"`
	Events    []string `json:"events"`
	Documents []string `json:"documents"`
	Words     Quote    `json:"words"`
}

// NewDisagreement is the shape of a disagreement.
func NewDisagreement(d stemma.Disagreement, points Points) Disagreement {
	return Disagreement{
		DisagreementSchema, d.ID, optional(d.Incident), string(d.Type), d.Explained, d.Field, d.Reason,
		each(d.Sides, func(s stemma.Side) Side {
			q := Quote{s.Words.Document, points(s.Words.Document, s.Words.Span)}
			return Side{s.Value, list(s.Claims), list(s.Events), list(s.Documents), q}
		}),
	}
}
