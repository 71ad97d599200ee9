package stemma

import "context"

// A Stage adds one layer to a reading and leaves the layers before it as they
// were. It keeps no state between documents and may be used by many goroutines
// at once.
type Stage interface {
	Adds() Layer                                    // also its name in logs, flags and notes
	Needs() []Layer                                 // what must already be there
	Version() string                                // changes whenever the stage could read the same document otherwise: code, data or weights
	Annotate(ctx context.Context, r *Reading) error // an error means the machine failed, not the text
}
