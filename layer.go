package stemma

// A Layer is what one stage adds to a reading; also the stage's name in logs,
// flags and notes.
type Layer string

// The layers of a reading, in the order in which they are made.
const (
	LayerText        Layer = "text" // by the input
	LayerRegions     Layer = "regions"
	LayerPublication Layer = "publication"
	LayerSyntax      Layer = "syntax"
	LayerActors      Layer = "actors"
	LayerPlaces      Layer = "places"
	LayerTimes       Layer = "times"
	LayerQuantities  Layer = "quantities"
	LayerClaims      Layer = "claims"
	LayerEvents      Layer = "events"
)
