package ledger

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"stemma"
)

func incidents(t *testing.T) Kind {
	t.Helper()
	k, ok := KindNamed("incidents")
	if !ok {
		t.Fatal("no list of incidents")
	}
	return k
}

func TestFilter_written(t *testing.T) {
	data, err := os.ReadFile("testdata/filter.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range strings.Split(string(data), "\n\n")[1:] {
		asked, want, _ := strings.Cut(strings.TrimSpace(one), "\n")
		f, err := incidents(t).Filter(asked, nil)
		sort, want, _ := strings.Cut(want, " ")
		switch {
		case sort == "!" && (!errors.Is(err, stemma.ErrUsage) || !strings.Contains(err.Error(), want)):
			t.Errorf("%s\n got %v\nwant %s", asked, err, want)
		case sort == "=" && err != nil:
			t.Errorf("%s: %v", asked, err)
		case sort == "=" && f.String() != want:
			t.Errorf("%s\n got %s\nwant %s", asked, f, want)
		}
	}
}

// bridge is an invented incident: a bridge in Harun, Oruna province, shelled on
// 3 or 4 March 2031; who did it is in dispute.
func bridge() *stemma.Incident {
	day := stemma.NewDay(2031, time.March, 3)
	return &stemma.Incident{
		ID: "i_1", Type: "ASSAULT", Mode: "heavy-weapons", Status: stemma.Proposed, When: stemma.Interval{Earliest: day, Latest: day + 1},
		Places: []stemma.Scene{{Place: stemma.Place{ID: "x", Name: "Harun al-Bahr", Parent: "Harun district", Province: "Oruna", Country: "XB", Precision: stemma.PrecisionTown}}},
		Assessment: stemma.Assessment{
			Accounts: []stemma.Account{{Name: "Meridian Wire", Kind: stemma.OriginNamed}, {Name: "two officials", Kind: stemma.OriginUnnamed}},
			Values:   []stemma.Value{{Field: "actor", Text: "Vedran army"}, {Field: "actor", Text: "Colonel Osk Teral"}},
			Origins:  stemma.Origins{Min: 1, Max: 2}, Disputed: []string{"who"}, Disagreements: []stemma.Disagreement{{Type: stemma.DisagreeActor}},
		},
	}
}

func TestFilter_incident(t *testing.T) {
	persons := Persons{"Colonel Osk Teral": true, "Vedran army": false}
	for asked, want := range map[string]bool{
		"": true, "from:2031-03-04": true, "from:2031-03-05": false, "to:2031-03": true, "before:2031-03": false, "before:2031-03-04": true, "from:2031 to:2031": true,
		"place:harun": true, `place:"harun al bahr"`: true, "place:oruna": true, "province:harun": false, "province:oruna": true, "country:xb": true, "country:XA": false, "country:chad": false,
		"type:assault": true, "type:HEAVY-WEAPONS": true, `type:"shelling or missiles"`: true, "type:PROTEST": false, "actor:vedran": true, "actor:teral": false,
		"said-by:meridian": true, "said-by:officials": false, "status:proposed": true, "status:accepted": false,
		"origins:1": false, "origins:2": false, "origins:>=1": true, "origins:>=2": false, "origins:<=1": false, "origins:<=2": true, "origins:1..2": true, "origins:>0": true, "origins:<2": false, "origins:..2": true,
		"disputed:yes": true, "disputed:no": false, "disputed:who": true, "disputed:a": true, "disputed:T": false, "dated:yes": true, "dated:no": false, "placed:no": false, "placed:yes": true,
	} {
		f, err := incidents(t).Filter(asked, nil)
		if err != nil {
			t.Errorf("%s: %v", asked, err)
			continue
		}
		if got := f.incident(bridge(), persons); got != want {
			t.Errorf("%s: lets it in: %v, want %v", asked, got, want)
		}
	}
}

// A person is not followed: not by party at all, and not by what they said since
// a day.
func TestFilter_persons(t *testing.T) {
	persons := Persons{"Colonel Osk Teral": true, "Vedran army": false, "Teral Front": false}
	if err := persons.refuse("actor", "osk"); !errors.Is(err, stemma.ErrUsage) {
		t.Errorf("a person is found: %v", err)
	}
	for _, body := range []string{"vedran", "teral", "nobody"} {
		if err := persons.refuse("actor", body); err != nil {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func FuzzFilter(f *testing.F) {
	for _, asked := range []string{`place:"Deir al-Zor" origins:2..`, `a:b"c d`, "before:0001", "from:9999-12 to:2015-02"} {
		f.Add(asked)
	}
	k, _ := KindNamed("incidents")
	f.Fuzz(func(t *testing.T, asked string) {
		first, err := k.Filter(asked, nil)
		if err != nil {
			return
		}
		again, err := k.Filter(first.String(), nil)
		if err != nil || again.String() != first.String() {
			t.Errorf("%q is %q, which is %v (%v)", asked, first, again, err)
		}
		if first.incident(bridge(), nil) != again.incident(bridge(), nil) {
			t.Errorf("%q and %q let in different things", asked, first)
		}
	})
}

func TestFilter_disagreement(t *testing.T) {
	k, _ := KindNamed("disagreements")
	toll := stemma.Disagreement{Type: stemma.DisagreeValue, Field: "killed"}
	for asked, want := range map[string]bool{"": true, "letter:v": true, "letter:A": false, "field:killed": true, "field:place": false, "letter:V field:injured": false} {
		f, err := k.Filter(asked, nil)
		if err != nil || f.Differs(toll) != want {
			t.Errorf("%s: lets it in: %v, %v, want %v", asked, !want, err, want)
		}
	}
	if _, err := k.Filter("letter:q", nil); !errors.Is(err, stemma.ErrUsage) {
		t.Errorf("letter:q: got %v", err)
	}
}
