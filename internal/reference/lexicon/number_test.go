package lexicon

import (
	"strings"
	"testing"
)

func TestCardinal(t *testing.T) {
	for _, c := range []struct {
		words string
		want  Numeral
	}{
		{"two hundred and five men", Numeral{205, false, 4}},
		{"twenty - four", Numeral{24, false, 3}},
		{"twenty-four", Numeral{24, false, 1}},
		{"a dozen", Numeral{12, false, 2}},
		{"a few hundred", Numeral{200, true, 3}},
		{"several", Numeral{3, true, 1}},
		{"tens of thousands", Numeral{10000, true, 3}},
		{"hundreds of thousands of", Numeral{100000, true, 3}},
		{"2.5 million", Numeral{2500000, false, 2}},
		{"1,500", Numeral{1500, false, 1}},
		{"two and three", Numeral{2, false, 1}},
		{"a couple of", Numeral{2, false, 3}},
		{"hundred", Numeral{}},
		{"1,5", Numeral{}},
		{"the", Numeral{}},
	} {
		if got := Cardinal(strings.Fields(c.words)); got != c.want {
			t.Errorf("%q: got %+v, want %+v", c.words, got, c.want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for word, want := range map[string]int{"second": 2, "21st": 21, "twenty-first": 21, "th": 0, "4": 0, "4x": 0} {
		if got := Ordinal(word); got != want {
			t.Errorf("%q: got %d, want %d", word, got, want)
		}
	}
}

// TestCountTables: every row of the tables of time and number is of a kind that
// the readers know.
func TestCountTables(t *testing.T) {
	for word, n := range numberWords {
		if !strings.Contains(" one ten scale plural vague ordinal ", " "+n.kind+" ") {
			t.Errorf("number.tsv: %s is of kind %q", word, n.kind)
		}
	}
	for _, kind := range []TimeKind{TimeMonth, TimeWeekday, TimeUnit, TimeSeason, TimePart, TimeDay, TimeReference, TimeSet, TimeStretch, TimeTurn, TimeCount, TimeZone, TimeLead} {
		if len(timeWords[kind]) == 0 {
			t.Errorf("time.tsv: no word of kind %s", kind)
		}
	}
	if len(timeWords) != 13 {
		t.Errorf("time.tsv: %d kinds", len(timeWords))
	}
	for words, effect := range approximators {
		if effect != EffectAbout && effect != EffectLeast && effect != EffectMost {
			t.Errorf("approximator.tsv: %s has effect %q", words, effect)
		}
	}
	for word, rows := range harms {
		for _, h := range rows {
			if !strings.Contains(" verb self adjective state noun toll thing deed life borne ", " "+h.Part+" ") {
				t.Errorf("harm.tsv: %s is of part %q", word, h.Part)
			}
		}
	}
	for noun, c := range countedNouns {
		if !strings.Contains(" person body thing measure ", " "+c.Kind+" ") || c.What == "" {
			t.Errorf("counted.tsv: %s is %+v", noun, c)
		}
	}
}
