package join_test

import (
	"context"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/join"
	"stemma/internal/store"
)

// fake reads a text whose first line may be its day; a lent day is used where
// there is none.
type fake struct{}

func (fake) Read(_ context.Context, d stemma.Document, given stemma.Given) (*stemma.Reading, error) {
	text := string(d.Bytes)
	r := &stemma.Reading{Document: d.ID, MediaType: d.MediaType, Version: "r_1", Given: given, Text: stemma.Text(text), Language: "en", Read: true}
	first, _, _ := strings.Cut(text, "\n")
	r.Publication.Published = given.Published
	if day, err := stemma.ParseDay(first); err == nil {
		r.Publication.Published = stemma.Interval{Earliest: day, Latest: day, Basis: stemma.BasisDateline}
	}
	for _, line := range strings.SplitAfter(text, "\n") {
		at := 0
		if n := len(r.Regions); n > 0 {
			at = r.Regions[n-1].End
		}
		span := stemma.Span{Start: at, End: at + len(line)}
		r.Blocks = append(r.Blocks, stemma.Block{Span: span, Tag: "p"})
		r.Regions = append(r.Regions, stemma.Region{Span: span, Kind: stemma.RegionBody})
	}
	return r, nil
}

const lent = `Artillery hit a grain store in Oruna before noon, killing nine people, the governor of the valley said on the radio.
Dara Olm, who keeps a shop on the market, counted twelve shells and said that four of her neighbours were hurt by glass.
The rebels denied firing on the town. Their spokesman said that the army had moved fourteen vehicles towards Vellmar.
The road to Teshkoro stayed closed for the third day, and flour had doubled in price since the siege of the valley began.
`

func TestJoin_loansDoNotDependOnTheOrder(t *testing.T) {
	texts := map[string]string{"a": "2024-03-02\n" + lent, "b": "2024-03-03\n" + lent, "x": "Oruna\n" + lent}
	for _, order := range []string{"a b x", "b a x", "a,b,x", "b,x,a", "x,b,a", "x,a,b", "x b,a", "a x,b"} {
		c := newCase(t)
		for _, group := range strings.Split(order, ",") {
			for _, name := range strings.Fields(group) {
				d := stemma.NewDocument("text/plain", []byte(texts[name]))
				r, _ := fake{}.Read(context.Background(), d, stemma.Given{})
				if err := c.Put(context.Background(), store.Change{Entries: []store.Entry{{Document: d, Reading: r, Fingerprints: join.Fingerprints(r)}}}); err != nil {
					t.Fatal(err)
				}
			}
			if err := (join.Joiner{Reader: fake{}}).Join(context.Background(), c); err != nil {
				t.Fatal(err)
			}
		}
		r, err := c.Reading(context.Background(), stemma.NewDocument("text/plain", []byte(texts["x"])).ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Given.Published; got.Earliest.String() != "2024-03-02" || got.Basis != stemma.BasisCopy {
			t.Errorf("%s: x was lent %v", order, got)
		}
	}
}
