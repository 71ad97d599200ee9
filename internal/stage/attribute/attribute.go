// Package attribute finds who says what, through whom. What is said, and by which
// words, room speech finds in the sentences; this room tells who the sources are, by
// the names and pronouns of the page, and by which chain each claim reached the reader.
// It decides nothing about events, dates or truth. In: "Two were hurt, she said.", on a
// page that told of a nurse; out: source the nurse, cue "said", content "Two were
// hurt", asserts, chain outlet → nurse.
package attribute

import (
	"context"

	"stemma"
	"stemma/internal/stage/attribute/speech"
)

// A Stage attributes what a document says to those who say it.
type Stage struct{ model func() *speech.Model }

// New is the stage; what it knows is in the tables of reference/lexicon and in
// the model that the program carries.
func New() *Stage { return &Stage{speech.Trained} }

// With is the stage with a model of one's own; with none it goes by the rules.
func With(m *speech.Model) *Stage { return &Stage{func() *speech.Model { return m }} }

// Adds is the layer of claims.
func (*Stage) Adds() stemma.Layer { return stemma.LayerClaims }

// Needs are trees, actors to resolve sources to, and the outlet and agency at
// the head of each chain.
func (*Stage) Needs() []stemma.Layer {
	return []stemma.Layer{stemma.LayerRegions, stemma.LayerPublication, stemma.LayerSyntax, stemma.LayerActors}
}

// Version changes with the rules and with the tables.
func (*Stage) Version() string {
	return "20 " + speech.Version() + " " + lists.Version()
}

// Annotate writes the claims, and notes where nobody can be named for one.
func (s *Stage) Annotate(_ context.Context, r *stemma.Reading) error {
	r.Claims = voice(r, speech.Read(r, s.model())).claims()
	r.Notes = append(r.Notes, doubts(r)...)
	return nil
}
