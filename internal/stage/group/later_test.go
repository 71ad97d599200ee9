package group

import (
	"strings"
	"testing"

	"stemma"
)

// What a report sets apart from what it has told before is another act.
func TestFurther(t *testing.T) {
	army, road := []stemma.Party{{Name: "the army"}}, []stemma.Party{{Name: "the road"}}
	for _, c := range []struct {
		words, act       string
		doers, sufferers []stemma.Party
		want             bool
	}{
		{"The army later shelled the same road", "shelled", army, road, true},
		{"Two days later, on Sunday, the army shelled the village", "shelled", army, road, true},
		{"On the evening of the same day, soldiers burned nine houses", "burned", army, road, true},
		{"Minutes later the jets hit the road again", "hit", army, road, false},
		{"Nine guards later died", "died", nil, road, false},
		{"In a related development, two guards were killed when their truck hit a mine", "killed", nil, road, true},
		{"The army shelled the road that was later closed", "shelled", army, road, false},
	} {
		at := strings.Index(c.words, c.act)
		telling := stemma.Telling{Words: c.words, Actors: c.doers, Recipients: c.sufferers, Event: stemma.Event{
			Clause: stemma.Span{End: len(c.words)}, Trigger: stemma.Span{Start: at, End: at + len(c.act)},
		}}
		if got := further(&telling); got != c.want {
			t.Errorf("%q: %v, want %v", c.words, got, c.want)
		}
	}
}
