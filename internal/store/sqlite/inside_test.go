package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/storetest"
)

func openTemp(t *testing.T) *Case {
	t.Helper()
	path := filepath.Join(t.TempDir(), "case.stemma")
	if err := Create(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	c, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// The driver is C that was translated to Go and fits one version of its library
// only; a module that asks for a newer one would swap it silently.
func TestDriver_hasItsOwnLibrary(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "modernc.org/sqlite").Output()
	if err != nil {
		t.Skipf("no module cache to compare with: %v", err)
	}
	ours, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`modernc\.org/libc (v\S+)`)
	got, want := version.FindSubmatch(ours), version.FindSubmatch(theirs)
	if got == nil || want == nil || string(got[1]) != string(want[1]) {
		t.Errorf("go.mod has modernc.org/libc at %s, and modernc.org/sqlite wants %s", got[1], want[1])
	}
}

func TestStatements_areAllUsed(t *testing.T) {
	var code strings.Builder
	files, _ := filepath.Glob("*.go")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(text)
	}
	for name := range statements {
		if !strings.Contains(code.String(), `"`+name+`"`) {
			t.Errorf("nobody runs %q", name)
		}
	}
}

// The largest number of pages stands in for a disk of some size, at every size.
func TestPut_largestSize(t *testing.T) {
	ctx := context.Background()
	for extra := range 6 {
		c := openTemp(t)
		if err := c.Put(ctx, store.Change{Entries: []store.Entry{storetest.Entry(0)}}); err != nil {
			t.Fatal(err)
		}
		var pages int
		if err := c.pen.QueryRowContext(ctx, "pragma page_count").Scan(&pages); err != nil {
			t.Fatal(err)
		}
		if _, err := c.pen.ExecContext(ctx, fmt.Sprintf("pragma max_page_count = %d", pages+2*extra)); err != nil {
			t.Fatal(err)
		}
		var change store.Change
		for n := 1; n < 40; n++ {
			change.Entries = append(change.Entries, storetest.Entry(n))
		}
		change.Joined = &store.Joined{Incidents: []stemma.Incident{storetest.Incident(0, 1)}}
		if err := c.Put(ctx, change); !errors.Is(err, stemma.ErrLimit) || !strings.Contains(err.Error(), "make room") {
			t.Fatalf("%d pages left: %v", 2*extra, err)
		}
		if found, err := c.Verify(ctx); err != nil || len(found) > 0 {
			t.Fatalf("%d pages left: %v %v", 2*extra, found, err)
		}
		if _, err := c.pen.ExecContext(ctx, "pragma max_page_count = 1000000"); err != nil {
			t.Fatal(err)
		}
		if err := c.Put(ctx, change); err != nil {
			t.Fatalf("with room again: %v", err)
		}
	}
}

// dump is every row of every table but those that differ by nature, in a fixed
// order.
func dump(t *testing.T, c *Case) string {
	t.Helper()
	var out strings.Builder
	tables := names(t, c, "select name from sqlite_schema where type = 'table' and name not like 'goose%' and name not like 'sqlite%' and name not like 'index_search_%' and name not like 'index_near_%' order by name")
	for _, table := range tables {
		fmt.Fprintln(&out, "--", table)
		rows, err := c.read.Query("select * from " + table)
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(strings.Join(lines(t, rows), "\n"))
		rows.Close()
	}
	return out.String()
}

func names(t *testing.T, c *Case, query string) []string {
	t.Helper()
	rows, err := c.read.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	out, err := texts(rows)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func lines(t *testing.T, rows *sql.Rows) []string {
	t.Helper()
	columns, _ := rows.Columns()
	var out []string
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		line := ""
		for _, v := range values {
			line += fmt.Sprintf("%v|", *v.(*any))
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}

func TestRebuild_sameRows(t *testing.T) {
	ctx := context.Background()
	c := openTemp(t)
	numbers := map[string]int{}
	var change store.Change
	for n := 20; n > 0; n-- {
		entry := storetest.Entry(n)
		change.Entries = append(change.Entries, entry)
		numbers[entry.Document.ID] = n
	}
	joined := store.Change{Joined: &store.Joined{Incidents: []stemma.Incident{storetest.Incident(1, 2), storetest.Incident(3)}}}
	for _, change := range []store.Change{change, {Entries: change.Entries[3:5]}, joined} {
		if err := c.Put(ctx, change); err != nil {
			t.Fatal(err)
		}
	}
	before := dump(t, c)
	if !strings.Contains(before, "-- index_near\n") || !strings.Contains(before, "Two mills burned") {
		t.Fatal("the dump is not whole")
	}
	for _, statement := range []string{"delete from index_claims", "update index_events set type = 'X'", "delete from index_search", "delete from index_near"} {
		if _, err := c.pen.ExecContext(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Rebuild(ctx, func(r *stemma.Reading) []uint64 { return storetest.Fingerprints(numbers[r.Document]) }); err != nil {
		t.Fatal(err)
	}
	if err := c.Put(ctx, joined); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, c); after != before {
		t.Errorf("rebuilt to other rows:\n%s\nbefore:\n%s", after, before)
	}
}
