package account

import (
	"testing"

	"stemma"
)

// Each of those who say a thing together is called by his own name only.
func TestEachSpeaker_names(t *testing.T) {
	whole := "a doctors' group and two residents"
	telling := stemma.Telling{
		Claim:    &stemma.Claim{Source: stemma.Source{Name: whole, Kind: stemma.SourceUnnamed}},
		Speakers: []stemma.Party{{Name: whole}},
		Beside:   []stemma.Party{{Name: "two residents"}},
	}
	var got []string
	for _, one := range eachSpeaker([]stemma.Telling{telling}) {
		got = append(got, who(one).Name)
	}
	if len(got) != 2 || got[0] != "a doctors' group" || got[1] != "two residents" {
		t.Errorf("%q say it, want a doctors' group and two residents", got)
	}
}
