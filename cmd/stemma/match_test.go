package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/match"
)

// A ledgerOfRows is a coder's table made of an export: one row for an incident,
// named by the coder and not by us.
type ledgerOfRows struct {
	head []string
	rows [][]string
	of   []string // the incident of each row
}

func (l *ledgerOfRows) column(name string) int {
	for i, c := range l.head {
		if c == name {
			return i
		}
	}
	return -1
}

func (l *ledgerOfRows) cell(row int, name string) *string { return &l.rows[row][l.column(name)] }

// exported reads the ACLED layout of a case, and keeps the first row of each
// incident that has a day and a place.
func exportedRows(t *testing.T, casefile string) *ledgerOfRows {
	t.Helper()
	rows := filepath.Join(t.TempDir(), "rows.csv")
	runStemma(t, "export", "events", "--format", "acled-layout", "--proposed", "-o", rows, "--case", casefile)
	data, err := os.ReadFile(rows)
	if err != nil {
		t.Fatal(err)
	}
	_, data, _ = bytes.Cut(data, []byte("\n"))
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	incident := map[string]string{}
	for _, line := range bytes.Split(bytes.TrimSpace(runStemma(t, "export", "events", "--proposed", "--case", casefile)), []byte("\n")) {
		var e export.EventRow
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatal(err)
		}
		if e.Incident != nil {
			incident[e.ID] = *e.Incident
		}
	}
	out := &ledgerOfRows{head: all[0]}
	seen := map[string]bool{}
	for _, cells := range all[1:] {
		row := append([]string{}, cells...)
		of := incident[row[0]]
		if of == "" || seen[of] || row[out.column("time_precision")] != "1" {
			continue
		}
		seen[of] = true
		row[0] = fmt.Sprintf("R%d", len(out.rows)+1)
		out.rows, out.of = append(out.rows, row), append(out.of, of)
	}
	return out
}

func (l *ledgerOfRows) write(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "mine.csv")
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(append([][]string{l.head}, l.rows...)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// takeOver writes what a match told into the table, as a coder would.
func (l *ledgerOfRows) takeOver(found []export.Match) {
	columns := map[string]string{"killed": "fatalities", "actor": "actor1", "recipient": "actor2", "type": "sub_event_type", "place": "location"}
	for i, incident := range l.of {
		for _, m := range found {
			for _, u := range m.Updates {
				if m.Incident == nil || *m.Incident != incident {
					continue
				}
				value, _, _ := strings.Cut(*u.After, "; ")
				if u.Field == "killed" {
					value = regexp.MustCompile(`^\d+`).FindString(value)
				}
				*l.cell(i, columns[u.Field]) = value
			}
		}
	}
}

// next is the first row from there on of which a column is filled.
func (l *ledgerOfRows) next(from int, column string) int {
	return from + slices.IndexFunc(l.rows[from:], func(row []string) bool { return row[l.column(column)] != "" })
}

func (l *ledgerOfRows) match(t *testing.T, casefile string) []export.Match {
	t.Helper()
	var found []export.Match
	if err := json.Unmarshal(runStemma(t, "match", l.write(t), "--json", "--case", casefile), &found); err != nil {
		t.Fatal(err)
	}
	return found
}

// verdicts are what was told, by incident, or by row for those of the coder alone;
// new incidents are left out.
func verdicts(found []export.Match) map[string]string {
	out := map[string]string{}
	for _, m := range found {
		verdict := m.Verdict
		for _, u := range m.Updates {
			verdict += " " + u.Field
		}
		switch {
		case m.Incident == nil:
			out[*m.Rows[0].ID] = verdict
		case m.Verdict != match.New:
			out[*m.Incident] = verdict
		}
	}
	return out
}

// TestMatch_tellsWhatWasDone exports a case as ACLED's table under a coder's own
// ids and takes over what is told of it: then all rows are there. It alters a
// number, a day and an actor, drops two rows and adds two that no page tells of:
// just that is told, and of the dropped ones that they are new.
func TestMatch_tellsWhatWasDone(t *testing.T) {
	t.Parallel()
	casefile := demoCase(t)
	table := exportedRows(t, casefile)
	table.takeOver(table.match(t, casefile))
	want := map[string]string{}
	for _, incident := range table.of {
		want[incident] = match.There
	}
	sameVerdicts(t, "taken over", verdicts(table.match(t, casefile)), want)

	counted := table.next(0, "fatalities")
	*table.cell(counted, "fatalities") = "977"
	want[table.of[counted]] = "update killed"
	dated := table.next(counted+1, "event_date")
	*table.cell(dated, "event_date") = dayAfter(t, *table.cell(dated, "event_date"))
	want[table.of[dated]] = "update date"
	known := table.next(dated+1, "actor1")
	*table.cell(known, "actor1") = "Northern Salvation League"
	want[table.of[known]] = "update actor"
	dropped := table.of[len(table.of)-2:]
	for _, incident := range dropped {
		delete(want, incident)
	}
	table.rows, table.of = table.rows[:len(table.rows)-2], table.of[:len(table.of)-2]
	table.invent("X1", "2019-07-01", "Qorvan")
	table.invent("X2", "2019-07-02", "Delm")
	want["X1"], want["X2"] = match.Yours, match.Yours
	found := table.match(t, casefile)
	sameVerdicts(t, "altered", verdicts(found), want)
	for _, m := range found {
		if m.Incident != nil && slices.Contains(dropped, *m.Incident) && m.Verdict != match.New {
			t.Errorf("%s was dropped and is told as %s", *m.Incident, m.Verdict)
		}
	}
}

// invent adds a row of something that no page tells of.
func (l *ledgerOfRows) invent(id, day, place string) {
	row := append([]string{}, l.rows[0]...)
	for name, cell := range map[string]string{"event_id_cnty": id, "event_date": day, "location": place, "latitude": "10.5", "longitude": "20.5"} {
		row[l.column(name)] = cell
	}
	l.rows = append(l.rows, row)
}

func dayAfter(t *testing.T, day string) string {
	t.Helper()
	d, err := stemma.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	return (d + 1).String()
}

func sameVerdicts(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %s is told as %q, want %q", what, name, got[name], want[name])
		}
	}
	for name := range got {
		if want[name] == "" {
			t.Errorf("%s: %s is told as %q, and is none of the table", what, name, got[name])
		}
	}
}
