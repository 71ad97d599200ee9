package speech

import (
	"bytes"
	"strings"
	"testing"

	"stemma"
)

// lesson is a report of one claim a sentence, marked by hand: "A|said|B" stands
// for "A said B."
func lesson(t testing.TB, marked ...string) Lesson {
	t.Helper()
	var text strings.Builder
	var l Lesson
	for _, m := range marked {
		part := strings.Split(m, "|")
		var spans [3]stemma.Span
		for i, words := range part {
			spans[i] = stemma.Span{Start: text.Len(), End: text.Len() + len(words)}
			text.WriteString(words + " ")
		}
		text.WriteString("\n\n")
		l.Marked = append(l.Marked, Marked{Source: spans[:1], Cue: spans[1:2], Content: spans[2:], Stance: stemma.Asserts})
	}
	l.Reading = parsed(t, text.String())
	return l
}

func taught(t testing.TB) *Model {
	t.Helper()
	m, err := Train([]Lesson{lesson(t, "The mayor|muttered|that the bridge was shut", "The pilot|muttered|that the lamp was out",
		"Two clerks|muttered|that nobody had paid", "The bishop|muttered|that the gate was open")}, Training{Bits: 14})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A word that stands in no table is learned from four sentences, with who says
// and what.
func TestTrain_learnsWords(t *testing.T) {
	r := parsed(t, "The harbour master muttered that the boats were gone.")
	found := Read(r, taught(t)).Drafts
	if len(found) != 1 || tell(r, found[0]) != "The harbour master / muttered / that the boats were gone" {
		t.Errorf("claims %+v", found)
	}
}

func TestTrain_sameBytes(t *testing.T) {
	var packed [2][]byte
	for i := range packed {
		var err error
		if packed[i], err = taught(t).Pack(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(packed[0], packed[1]) {
		t.Error("the same lessons and seed gave two models")
	}
	again, err := Unpack(packed[0])
	if err != nil || again.Weights() != taught(t).Weights() {
		t.Errorf("unpacked: %v", err)
	}
}

func TestTrain_nothing(t *testing.T) {
	if _, err := Train(nil, Training{}); err == nil {
		t.Error("a model of nothing")
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add([]byte("no model"))
	f.Fuzz(func(t *testing.T, packed []byte) {
		if m, err := Unpack(packed); err == nil && m.Weights() < 0 {
			t.Error("less than no weights")
		}
	})
}
