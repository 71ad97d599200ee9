package export

import (
	"io"
	"strconv"
	"strings"
)

// MatchSchema names the shape of [Match].
const MatchSchema = "stemma.match/1"

// Match is what a person's own table has of one incident, or a row of it that no
// incident here is of.
type Match struct {
	Schema   string        `json:"schema"`
	Verdict  string        `json:"verdict"` // already there, update, new, only yours
	Incident *string       `json:"incident"`
	Rows     []MatchRow    `json:"rows"`
	Updates  []MatchUpdate `json:"updates"`
	What     string        `json:"what"`
	Parties  string        `json:"parties"`
	When     When          `json:"when"`
	Places   []string      `json:"places"`
	Status   *string       `json:"status"`
}

// MatchRow is a row of the table, with what speaks for it being of the incident.
type MatchRow struct {
	Line    int      `json:"line"`
	ID      *string  `json:"id"`
	Reasons []string `json:"reasons"`
}

// MatchUpdate is a field of a row that the accounts have otherwise.
type MatchUpdate struct {
	Field  string   `json:"field"`
	Before *string  `json:"before"` // as the row has it
	After  *string  `json:"after"`  // as the accounts have it
	SaidBy []string `json:"said_by"`
}

// MatchColumns are the columns of a table of matches.
var MatchColumns = []string{"verdict", "incident", "lines", "row_ids", "what", "parties", "earliest", "latest", "places", "status", "field", "before", "after", "said_by", "reasons"}

// Table are the rows of a match in a table: one for each update, else one.
func (m Match) Table() [][]string {
	var lines, ids, reasons []string
	for _, r := range m.Rows {
		lines, ids = append(lines, strconv.Itoa(r.Line)), append(ids, Text(r.ID))
		reasons = append(reasons, strings.Join(r.Reasons, ", "))
	}
	row := func(u MatchUpdate) []string {
		return []string{m.Verdict, Text(m.Incident), several(lines), several(ids), m.What, m.Parties, Text(m.When.Earliest), Text(m.When.Latest),
			several(m.Places), Text(m.Status), u.Field, Text(u.Before), Text(u.After), several(u.SaidBy), several(reasons)}
	}
	if len(m.Updates) == 0 {
		return [][]string{row(MatchUpdate{})}
	}
	var out [][]string
	for _, u := range m.Updates {
		out = append(out, row(u))
	}
	return out
}

// WriteMatches prints matches as a table.
func WriteMatches(w io.Writer, found []Match) error {
	t, err := NewTable(w, MatchColumns)
	if err != nil {
		return err
	}
	for _, one := range found {
		for _, row := range one.Table() {
			if err := t.Write(row); err != nil {
				return err
			}
		}
	}
	return t.Flush()
}
