package sqlite

import (
	"reflect"
	"testing"

	"stemma"
)

func roundTrip(t *testing.T, r *stemma.Reading) *stemma.Reading {
	t.Helper()
	blob, err := packed(newKeptReading(r))
	if err != nil {
		t.Fatal(err)
	}
	got, err := unpackReading(blob)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestKeptReading_comesBack(t *testing.T) {
	r := report(1).Reading
	r.Syntax.Sentences[3].Tokens[2].Lemma = ""
	r.Syntax.Sentences[3].Tokens[3].Lemma = "Wxyz"
	r.Syntax.Sentences[4].Tokens = nil
	r.Syntax.Sentences[5].Tokens[0].Head = stemma.Root
	r.Syntax.Sentences[5].Tokens[1].Span = stemma.Span{Start: 3, End: 1} // from a stage with a fault
	r.Syntax.Quotations = []stemma.Quotation{{Span: stemma.Span{Start: 4, End: 9}, Depth: 1, Open: true}}
	r.Anchored = []stemma.Anchored{{Anchor: stemma.Anchor{Sentence: "The siege began", Date: 7}, Reading: report(2).Reading}}
	if got := roundTrip(t, r); !reflect.DeepEqual(got, r) {
		t.Errorf("got  %+v\nwant %+v", got, r)
	}
	if got := roundTrip(t, &stemma.Reading{Text: "<b>&é"}); !reflect.DeepEqual(got, &stemma.Reading{Text: "<b>&é"}) {
		t.Errorf("an empty reading: %+v", got)
	}
}

func FuzzUnpackReading(f *testing.F) {
	blob, err := packed(newKeptReading(report(1).Reading))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(blob)
	f.Add(pack([]byte(`{"Syntax":{"Sentences":[0,1,0,9],"Starts":[1],"Tags":[-1]}}`)))
	f.Fuzz(func(t *testing.T, blob []byte) {
		if r, err := unpackReading(blob); err == nil {
			roundTrip(t, r)
		}
	})
}
