package sqlite_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/storetest"
)

// columns are those of each view.
func columns(t *testing.T, db *sql.DB) map[string][]string {
	t.Helper()
	rows, err := db.Query("select v.name, c.name from sqlite_schema v, pragma_table_info(v.name) c where v.type = 'view'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	out := map[string][]string{}
	for rows.Next() {
		var view, column string
		if err := rows.Scan(&view, &column); err != nil {
			t.Fatal(err)
		}
		out[view] = append(out[view], column)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestViews_areDescribed(t *testing.T) {
	page, err := os.ReadFile("views.md")
	if err != nil {
		t.Fatal(err)
	}
	described := map[string][]string{}
	for _, section := range strings.Split(string(page), "\n## ")[1:] {
		name, body, _ := strings.Cut(section, "\n")
		for _, m := range regexp.MustCompile("(?m)^- `(.*?)` - .").FindAllStringSubmatch(body, -1) {
			described[name] = append(described[name], m[1])
		}
	}
	_, path := newCase(t)
	views := columns(t, raw(t, path))
	for view, columns := range views {
		if !slices.Equal(columns, described[view]) {
			t.Errorf("%s has the columns %v; views.md describes %v", view, columns, described[view])
		}
	}
	if len(described) != len(views) {
		t.Errorf("views.md describes %d views of %d", len(described), len(views))
	}
}

// row is the first row of a query as text.
func row(t *testing.T, db *sql.DB, query string) map[string]string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	values := make([]any, len(names))
	for i := range values {
		values[i] = new(any)
	}
	if !rows.Next() {
		t.Fatalf("%s: no row, %v", query, rows.Err())
	}
	if err := rows.Scan(values...); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for i, name := range names {
		out[name] = fmt.Sprint(*values[i].(*any))
	}
	return out
}

func TestViews_showWordsPlacesAndMasks(t *testing.T) {
	c, path := newCase(t)
	entry := storetest.Entry(3)
	entry.Capture.URL = "https://vedra.example/3"
	incident := storetest.Incident(3)
	copied := stemma.Copy{Document: entry.Document.ID, Of: "d_other", Relation: stemma.RelationCopy}
	err := c.Put(context.Background(), store.Change{
		Entries: []store.Entry{entry}, Joined: &store.Joined{Incidents: []stemma.Incident{incident}, Copies: []stemma.Copy{copied}},
	})
	if err != nil {
		t.Fatal(err)
	}
	db := raw(t, path)
	text := []rune(entry.Reading.Text)
	claim := row(t, db, "select * from v_claims")
	for name, want := range map[string]string{
		"said_by": "governor of Tarn", "cue": "said", "words": "Two mills burned in Orvale on day 3", "url": "https://vedra.example/3",
		"chain": "Vedra Post > governor of Tarn", "stance": "asserts", "document": entry.Document.ID, "parent": "<nil>",
	} {
		if claim[name] != want {
			t.Errorf("v_claims.%s is %q, want %q", name, claim[name], want)
		}
	}
	var start, end int
	fmt.Sscan(claim["start_char"]+" "+claim["end_char"], &start, &end)
	if got := string(text[start:end]); got != claim["words"] {
		t.Errorf("characters %d to %d are %q", start, end, got)
	}
	event := row(t, db, "select * from v_events")
	for name, want := range map[string]string{
		"actors": "████ █████", "words": "Witness ████ █████ saw it", "place": "Orvale", "lat": "38", "radius_m": "5000", "earliest": "2024-03-04",
		"incident": incident.ID, "mode": "fire", "claim": entry.Reading.Claims[0].ID,
	} {
		if event[name] != want {
			t.Errorf("v_events.%s is %q, want %q", name, event[name], want)
		}
	}
	found := row(t, db, "select * from v_incidents")
	if found["title"] != "Orvale burns, ████ █████ says" || found["documents"] != "1" || found["radius_m"] != "5000" || found["origins_max"] != "1" {
		t.Errorf("v_incidents: %v", found)
	}
	for view := range columns(t, db) {
		for name, value := range row(t, db, "select * from "+view) {
			if strings.Contains(value, "Karsk") || strings.Contains(value, "zebrafish") {
				t.Errorf("%s.%s shows %q", view, name, value)
			}
		}
	}
}
