// Package store says what is kept of a case and what may be asked of it. How it
// is kept is left to the databases below it, and why anything is asked to the
// rooms above; each database passes the suite in storetest. In: a change with
// two documents and their readings; out: both of them, or neither, for ever.
package store

import (
	"context"
	"io"
	"iter"

	"stemma"
)

// A Store keeps one case. Many may read it at once while one writes.
//
// Truth is what cannot be made again: originals, captures, givens, decisions,
// and the log of incident ids. It is only ever added to. Readings and all that
// is found by them are replaced whenever they are put anew.
//
// What is not there is [stemma.ErrNotFound]; bytes that are no longer what they
// were are [stemma.ErrDamaged]; a second writer is [stemma.ErrLocked]; a full
// disk is [stemma.ErrLimit]. Sequences are sorted by id, and yield at most one
// error, as their last pair.
type Store interface {
	// Put makes one change, whole or not at all, and returns when it is safe on
	// the disk. It numbers the change's decisions in place.
	Put(ctx context.Context, change Change) error

	// Documents lists what is kept of documents besides bytes and readings.
	Documents(ctx context.Context, which Which) iter.Seq2[Listing, error]
	// Original is a document with its bytes, compared with its SHA-256.
	Original(ctx context.Context, id string) (stemma.Document, error)
	// Reading is what was last put for a document. Others may be given the same:
	// whoever wants to change it changes a copy.
	Reading(ctx context.Context, id string) (*stemma.Reading, error)
	// Decisions are all decisions in the order in which they were made.
	Decisions(ctx context.Context) iter.Seq2[stemma.Decision, error]

	// Tellings are the events of the documents as joining sees them, in the order
	// of the documents' ids; of all documents if none is given.
	Tellings(ctx context.Context, documents ...string) iter.Seq2[stemma.Telling, error]
	// Sharing are the ids of the documents that have at least so many of the
	// fingerprints; sorted.
	Sharing(ctx context.Context, fingerprints []uint64, least int) ([]string, error)
	// Near are the ids of the documents that tell of an event in the
	// neighbourhood; sorted.
	Near(ctx context.Context, n Neighbourhood) ([]string, error)

	// Copies are those that have one of the documents on either side; all of
	// them if no document is given.
	Copies(ctx context.Context, documents ...string) iter.Seq2[stemma.Copy, error]
	// Incidents are those with, or that hold, one of the ids: of incidents (one
	// once printed counts for ever), events or documents. All if none is given.
	Incidents(ctx context.Context, ids ...string) iter.Seq2[stemma.Incident, error]
	// Formerly are the ids that the incidents, or all, once had, each with the
	// incident that it leads to; sorted by that. They are known by the order in
	// which things came, and are listed apart from what does not depend on it.
	Formerly(ctx context.Context, incidents ...string) iter.Seq2[Former, error]
	// Disagreements are those with, or that hold, one of the ids: of
	// disagreements, incidents, events or documents. All if none is given.
	Disagreements(ctx context.Context, ids ...string) iter.Seq2[stemma.Disagreement, error]

	// Search finds documents by words: all of them, "a phrase", or a begin* of
	// a word. Comments and contact lines are never found. Best first.
	Search(ctx context.Context, words string, limit int) ([]Hit, error)

	// Rebuild drops what is found by readings and makes it again, to the same
	// rows. What the readings come to together is left to be joined again.
	Rebuild(ctx context.Context, fingerprints func(*stemma.Reading) []uint64) error

	io.Closer
}

// All are the rows of a sequence, or what broke it off.
func All[T any](rows iter.Seq2[T, error]) ([]T, error) {
	var out []T
	for row, err := range rows {
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// A Change is what is put at once.
type Change struct {
	Entries   []Entry
	Decisions []stemma.Decision // Seq is given by the store
	Joined    *Joined
}

// An Entry is what is put of one document; what is nil or zero stays as it was.
type Entry struct {
	Document     stemma.Document // Bytes may be nil for one that is kept
	Capture      *stemma.Capture
	Given        *stemma.Given // a person's; takes the place of an earlier one, which is kept
	Reading      *stemma.Reading
	Fingerprints []uint64 // of the reading, for the finder of copies
}

// Joined is what a set of readings comes to. It takes the place of every copy,
// incident and disagreement that touches one of the documents, and says that
// these are now joined.
type Joined struct {
	Documents     []string // nil: the whole case
	Gone          []string // incidents and disagreements that go besides
	Copies        []stemma.Copy
	Incidents     []stemma.Incident     // with their disagreements
	Disagreements []stemma.Disagreement // those of no incident
}

// A Former is an id that was once given, and the incident that has its place.
type Former struct{ ID, Incident string }

// Which selects documents; the zero Which is all of them.
type Which struct {
	IDs      []string // nil: any
	Unjoined bool     // only those whose reading has not been joined
	After    string   // only ids greater than this one, for paging
	Limit    int      // 0: no limit
}

// A Listing is what a list of documents shows.
type Listing struct {
	ID          string
	SHA256      string
	MediaType   string
	Size        int
	Captures    []stemma.Capture // in the order received
	Given       stemma.Given     // the last that a person gave
	ReadWith    stemma.Given     // what the reading was made with: that, anchors, and what a copy lends
	Version     string           // of the reading; "" if it has none
	Language    string
	Read        bool
	Publication stemma.Publication
	Claims      int
	Events      int
	Unread      int // sentences that look like events and were not coded
	Joined      bool
}

// A Neighbourhood is where and when other tellings of an incident may be found.
type Neighbourhood struct {
	Types            []string       // nil: any
	Earliest, Latest stemma.Day     // 0: open; the unknown end of an event overlaps any day
	Places           []stemma.Place // each reaches as far as its radius; nil: anywhere
	Unplaced         bool           // events that have no place too
}

// A Hit is a document that was found, and a passage of it.
type Hit struct {
	Document string
	Title    string
	Passage  stemma.Span // of the reading's text, as far as can be told
	Snippet  string
}
