package match_test

import (
	"errors"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/match"
)

const acledHead = "event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,location,latitude,longitude,fatalities\n"

func TestTable_knowsACLED(t *testing.T) {
	table, err := match.ReadTable("mine.csv", strings.NewReader("\ufeff# a comment\n"+acledHead+"ARV1,14 March 2024,1,Air/drone strike,Military Forces of Arvon,Civilians,Dorvat,35.2,36.7,2\n"))
	if err != nil {
		t.Fatal(err)
	}
	m, ok := match.Known(table.Head)
	if !ok || m.Name != "acled" {
		t.Fatalf("taken for %q", m.Name)
	}
	rows, problems, err := table.Rows(m)
	if err != nil || len(problems) > 0 || len(rows) != 1 {
		t.Fatalf("%d rows, %v, %v", len(rows), problems, err)
	}
	if r := rows[0]; r.Line != 3 || r.ID != "ARV1" || r.When.Earliest.String() != "2024-03-14" || r.Type != "ASSAULT" || r.Killed[0] != 2 || r.Spot.Lat != 35.2 {
		t.Errorf("read as %+v", r)
	}
}

// TestKnown_extract: an extract may have the event types alone, and no kind at all.
func TestKnown_extract(t *testing.T) {
	for text, want := range map[string]string{
		"event_date,event_type,actor1,location\n2024-03-14,Battles,Salt Front,Dorvat\n":                "ASSAULT",
		"event_date,event_type,actor1,location\n2024-03-14,Strategic developments,Salt Front,Dorvat\n": "",
		"event_date,actor1,location\n2024-03-14,Salt Front,Dorvat\n":                                   "",
	} {
		table, err := match.ReadTable("mine.csv", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		m, ok := match.Known(table.Head)
		if !ok || m.Name != "acled" {
			t.Fatalf("%q: taken for %q", text, m.Name)
		}
		rows, problems, err := table.Rows(m)
		if err != nil || len(problems) > 0 || len(rows) != 1 || rows[0].Type != want {
			t.Errorf("%q: %+v, %v, %v; want %q", text, rows, problems, err, want)
		}
	}
}

// TestKnown_own: columns that bear the fields' own names need no map, but another
// column or a lacking day does.
func TestKnown_own(t *testing.T) {
	for text, want := range map[string]bool{"id,Date,place,killed\n": true, "date,killed\n": false, "place,killed\n": false, "date,place,dead\n": false} {
		table, err := match.ReadTable("mine.csv", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := match.Known(table.Head); ok != want {
			t.Errorf("%q: %v", text, ok)
		}
	}
}

// TestRows_sayWhereTheyAreWrong: line, column, what is wanted.
func TestRows_sayWhereTheyAreWrong(t *testing.T) {
	for row, want := range map[string]string{
		"A,31/02/2024,1,,,,,,,":                    `line 2, column event_date: "31/02/2024" is no day; want YYYY-MM-DD`,
		"A,,1,,,,,,,":                              "line 2, column event_date: no day",
		"A,2024-01-01,1,,,,X,95,10,":               `line 2, column latitude: "95" is no number from -90 to 90`,
		"A,2024-01-01,1,,,,X,north,10,":            `line 2, column latitude: "north" is no number`,
		"A,2024-01-01,1,,,,X,5,10,many":            `line 2, column fatalities: "many" is no number`,
		"A,2024-01-01,1,,,,X,5,10,NaN":             `line 2, column fatalities: "NaN" is no number`,
		"\"A\nB\",2024-01-01,1,,,,X,5,10,-1\nB,x,": `line 2, column fatalities: "-1" is no number`,
	} {
		table, err := match.ReadTable("mine.csv", strings.NewReader(acledHead+row))
		if err != nil {
			t.Errorf("%q: %v", row, err)
			continue
		}
		m, _ := match.Known(table.Head)
		_, problems, err := table.Rows(m)
		if err != nil || len(problems) == 0 || !strings.HasPrefix(problems[0].String(), want) {
			t.Errorf("%q: %v, %v; want %s", row, problems, err, want)
		}
	}
}

func TestTable_refuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "is empty",
		"# only a comment":                 "only comments",
		"a,b\n\"x":                         "line 2",
		"# one\na,b\n1,\"x\"y\n":           "line 3, letter 5",
		strings.Repeat("a,", 2000) + "b\n": "2001 columns",
	} {
		if _, err := match.ReadTable("mine.csv", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %s", text, err, want)
		}
	}
}

func TestMap_readsAndRefuses(t *testing.T) {
	m, err := match.ReadMap("mine.map", strings.NewReader("# mine\ndate = day of event\ndate_format = DD.MM.YYYY\nkilled=dead\nbook = ucdp\n"))
	if err != nil || m.Column("date") != "day of event" || m.Column("killed") != "dead" || m.Book != "ucdp" {
		t.Fatalf("%+v, %v", m, err)
	}
	table, err := match.ReadTable("mine.csv", strings.NewReader("Day of Event;dead\n03.04.2024;7\n"))
	if err != nil {
		t.Fatal(err)
	}
	rows, problems, err := table.Rows(m)
	if err != nil || len(problems) > 0 || rows[0].When.Earliest.String() != "2024-04-03" || rows[0].Killed[1] != 7 {
		t.Errorf("%+v, %v, %v", rows, problems, err)
	}
	for text, want := range map[string]string{
		"killed = dead":                    "no column is named for date",
		"date day":                         "line 1",
		"dates = day":                      "did you mean date?",
		"date = day\nbook = none of it":    "want acled, ucdp, airwars or none",
		"date = day\ndate_format = Monday": "such as DD/MM/YYYY",
	} {
		if _, err := match.ReadMap("mine.map", strings.NewReader(text)); !errors.Is(err, stemma.ErrUsage) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// FuzzTable: no bytes break it, and each row is read or told of.
func FuzzTable(f *testing.F) {
	f.Add(acledHead + "A,2024-01-01,1,,,,X,5,10,3\nB,x\n")
	f.Add("day;dead\n\"1\n2\";x;;\n\x00\xff;\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := match.ReadTable("t", strings.NewReader(text))
		if err != nil {
			return
		}
		m, ok := match.Known(table.Head)
		if !ok {
			if m, err = match.NewMap("m", map[string]string{"date": table.Head[0]}); err != nil {
				return
			}
		}
		rows, problems, err := table.Rows(m)
		if err == nil && len(rows)+len(problems) != table.Len() {
			t.Errorf("%d rows, %d read and %d told of", table.Len(), len(rows), len(problems))
		}
	})
}
