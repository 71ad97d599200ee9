package sheet

import (
	"testing"

	"stemma"
)

// A range goes from the whole that one account gives to the whole that another
// gives; parts, and what an account said before, are no end of it.
func TestSpread_ofWholes(t *testing.T) {
	number := func(low float64, open bool, accounts ...int) stemma.Value {
		v := stemma.Value{Field: "killed", Low: &low, High: &low, Accounts: accounts}
		if open {
			v.High = nil
		}
		return v
	}
	for _, c := range []struct {
		name string
		all  []stemma.Value
		want string
	}{
		{"“31 dead, 2 of them medics” and “43 or more”", []stemma.Value{number(2, false, 0), number(31, false, 0), number(43, true, 1)}, "31–43 or more"},
		{"nine in the morning, 23 at night, of one origin", []stemma.Value{number(9, true, 0), number(23, false, 0)}, "23"},
		{"two that two say", []stemma.Value{number(2, false, 0, 1), number(5, false, 1)}, "2–5"},
	} {
		if got, _ := Spread(c.all); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A toll is of people, whether it says so or not; of soldiers it is another.
func TestRanges_ofPeople(t *testing.T) {
	number := func(low float64, of string) stemma.Value {
		return stemma.Value{Field: "killed", Of: of, Low: &low, High: &low}
	}
	got := writer{}.ranges([]stemma.Value{number(19, ""), number(22, "people"), number(2, "soldiers")})
	if len(got) != 1 || got[0].Text != "19–22" || got[0].Of != "" {
		t.Errorf("ranges %+v", got)
	}
}
