package sqlite

import (
	"bytes"
	"sync"

	"stemma"
)

// opened are the readings that were asked for last: a page, a ruling and a join
// look at the same few again and again, and unpacking one takes longer than
// whatever is asked of it. What is kept under the same bytes is the same reading,
// so that another process may write to the case meanwhile.
type opened struct {
	sync.Mutex
	readings map[string]openedReading // by document
	size     int                      // of all of them, packed
}

type openedReading struct {
	packed  []byte
	reading *stemma.Reading
}

// roomy is how many bytes the packed readings may have in all; unpacked they take
// some twenty times as much.
const roomy = 4 << 20

// reading unpacks a document's reading, unless it is open.
func (o *opened) reading(document string, packed []byte) (*stemma.Reading, error) {
	if r := o.look(document, packed); r != nil {
		return r, nil
	}
	r, err := unpackReading(packed)
	if err != nil {
		return nil, err
	}
	o.keep(document, openedReading{packed, r})
	return r, nil
}

func (o *opened) look(document string, packed []byte) *stemma.Reading {
	o.Lock()
	defer o.Unlock()
	if known := o.readings[document]; bytes.Equal(known.packed, packed) {
		return known.reading
	}
	return nil
}

func (o *opened) keep(document string, r openedReading) {
	o.Lock()
	defer o.Unlock()
	o.size += len(r.packed) - len(o.readings[document].packed)
	if o.readings == nil || o.size > roomy {
		o.readings, o.size = map[string]openedReading{}, len(r.packed)
	}
	o.readings[document] = r
}
