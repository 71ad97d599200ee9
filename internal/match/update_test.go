package match

import (
	"testing"

	"stemma"
)

// A row that has what its givers have replaced since is not there already, though
// others give less and more.
func TestSameNumber(t *testing.T) {
	killed := func(n float64, account int) stemma.Value {
		return stemma.Value{Field: "killed", Low: &n, High: &n, Accounts: []int{account}}
	}
	const hospital, army = 0, 1
	c := candidate{killed: []stemma.Value{killed(2, army), killed(5, hospital), killed(9, hospital)}}
	for row, want := range map[float64]bool{2: true, 5: false, 6: true, 9: true, 1: false, 10: false} {
		if got := sameNumber(Row{Killed: &[2]float64{row, row}}, &c); got != want {
			t.Errorf("killed %v: %v, want %v", row, got, want)
		}
	}
}

// A coder's acronym is the body that the accounts name in full.
func TestParty(t *testing.T) {
	for _, c := range []struct {
		name, said string
		want       bool
	}{
		{"UNHCR", "UNHCR", true},
		{"ELN", "National Liberation Army", true},
		{"ELN", "our units", false},
		{"", "gunmen", false},
	} {
		if got := party(c.name, []string{c.said}) > 0; got != c.want {
			t.Errorf("%q, %q: %v", c.name, c.said, got)
		}
	}
}

// A sort of people is the same people, whatever more an account says of them; a short
// name of a land is the root of its adjective.
func TestSameParty(t *testing.T) {
	for _, c := range []struct {
		name, said string
		want       bool
	}{
		{"Civilians (Arvon)", "two civilians on the quay", true},
		{"Civilians", "three fishermen", false},
		{"Government of Mali", "Malian soldiers", true},
		{"Salt Front", "salted fish traders", false},
	} {
		if got := sameParty(c.name, []string{c.said}, nil); got != c.want {
			t.Errorf("%q, %q: %v", c.name, c.said, got)
		}
	}
}

// What struck is no party that a row has missed.
func TestWeapon(t *testing.T) {
	for name, want := range map[string]bool{"a drone": true, "rockets": true, "Arvonian jets": false, "gunmen": false, "": false} {
		if got := weapon(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// In a battle neither column says who began; in violence against civilians the first does.
func TestSides(t *testing.T) {
	c := &candidate{actors: []string{"gunmen"}, recipients: []string{"the Arvonian army"}}
	for mutual, want := range map[bool]bool{true: true, false: false} {
		doers, _ := c.sides(Row{Mutual: mutual})
		if got := sameParty("Military Forces of Arvon", doers, nil); got != want {
			t.Errorf("mutual %v: %v", mutual, got)
		}
	}
}

// A place is the row's by its name on a page too, with or without its marks.
func TestSamePlace(t *testing.T) {
	c := &candidate{called: []string{"Dorvàt"}}
	c.Places = []stemma.Scene{{Place: stemma.Place{Name: "Dorwat el Bahr", Precision: stemma.PrecisionTown}}}
	for name, want := range map[string]bool{"Dorvat": true, "dorwat el-bahr": true, "Oruna": false} {
		if got := samePlace(Row{Place: name}, c); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// The police of a land are those of whom an account from there says no more.
func TestBodies(t *testing.T) {
	for _, c := range []struct {
		name, said, land string
		want             bool
	}{
		{"Police Forces of Colombia (2022-)", "the police", "Colombia", true},
		{"Military Forces of Colombia", "the army", "Colombia", true},
		{"Military Forces of Colombia", "police", "Colombia", false},
		{"Police Forces of Colombia", "police", "Ecuador", false},
		{"Police Forces of Colombia", "police in plain clothes", "Colombia", false},
		{"Civilians (Colombia)", "two clerks", "Colombia", false},
	} {
		if got := bodies(c.name, []string{c.said}, []string{c.land}) > 0; got != c.want {
			t.Errorf("%q, %q in %s: %v", c.name, c.said, c.land, got)
		}
	}
}
