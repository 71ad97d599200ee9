package export

import (
	"time"

	"stemma"
)

// DecisionSchema names the shape of [Decision].
const DecisionSchema = "stemma.decision/1"

// Decision is a person's ruling. It is kept for ever; one that was undone no
// longer stands.
type Decision struct {
	Schema   string  `json:"schema"`
	Seq      int64   `json:"seq"`
	Kind     string  `json:"kind"`
	Target   *string `json:"target"`
	Field    *string `json:"field"`
	Value    *string `json:"value"`
	Document *string `json:"document"`
	Quote    *string `json:"quote"`
	Why      *string `json:"why"`
	By       *string `json:"by"`
	At       string  `json:"at"`
	Stands   bool    `json:"stands"`
}

// NewDecision is the shape of a decision.
func NewDecision(d stemma.Decision, stands bool) Decision {
	return Decision{
		Schema: DecisionSchema, Seq: d.Seq, Kind: string(d.Kind), Target: optional(d.Target), Field: optional(d.Field), Value: optional(d.Value),
		Document: optional(d.Document), Quote: optional(d.Quote), Why: optional(d.Why), By: optional(d.By), At: d.At.UTC().Format(time.RFC3339), Stands: stands,
	}
}
