package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"

	"stemma/internal/ledger"
	"stemma/internal/past"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// written are the incidents, disagreements and copies of a case as lines.
func written(t *testing.T, s store.Store) string {
	t.Helper()
	var out bytes.Buffer
	l := ledger.New(context.Background(), s)
	for _, name := range []string{"incidents", "disagreements", "copies"} {
		k, _ := ledger.KindNamed(name)
		if err := ledger.WriteLines(&out, k.Rows(l, &ledger.Filter{})); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

// TestStood_isWhatItWas adds reports, then more, and rules on what came of it. As
// of the time between, the case is byte for byte what it was: dates that a later
// copy lent are gone, and what a person put together is apart.
func TestStood_isWhatItWas(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	t.Parallel()
	path := filepath.Join(t.TempDir(), "case.stemma")
	runStemma(t, "init", path)
	runStemma(t, append([]string{"add", "--case", path}, sampleFolder(t, "balvek-forum", "balvek-state", "balvek-voice", "haelo-archive", "haelo-tolimau")...)...)
	was := openCase(t, path)
	want := written(t, was)
	last := time.Now()
	if err := was.Close(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Until(last.Truncate(time.Second).Add(1100 * time.Millisecond))) // a case keeps time by the second
	runStemma(t, append([]string{"add", "--case", path}, sampleFolder(t, "balvek", "haelo")...)...)
	all := incidentsOf(t, path)
	runStemma(t, "decide", "merge", all[0].ID, all[1].ID, "--case", path)
	runStemma(t, "decide", "accept", all[2].ID, "--case", path)
	stoodSo(t, path, last, want)
	runStemma(t, "anchor", "add", "The siege of Balvek began", "2024-01-15", "--case", path) // bears on every page
	stoodSo(t, path, last, want)
}

// stoodSo sees to it that a case is what it was before the second after a moment.
func stoodSo(t *testing.T, path string, last time.Time, want string) {
	t.Helper()
	c := openCase(t, path)
	defer c.Close()
	m, err := past.Read(t.Context(), c, last.UTC().Truncate(time.Second).Add(time.Second).Format(time.RFC3339))
	if err != nil {
		t.Fatal(err)
	}
	s, err := (&program{}).stood(t.Context(), c, m.Before())
	if err != nil {
		t.Fatal(err)
	}
	if got := written(t, s); got != want {
		t.Errorf("the case as it stood is not what it was:\n%s", firstDifference(got, want))
	}
}

func openCase(t *testing.T, path string) *sqlite.Case {
	t.Helper()
	c, err := sqlite.Open(context.Background(), path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func firstDifference(got, want string) string {
	a, b := bytes.Split([]byte(got), []byte("\n")), bytes.Split([]byte(want), []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			return "got  " + string(a[i]) + "\nwant " + string(b[i])
		}
	}
	return "one has more lines than the other"
}

// TestBrief_undoneMerge: what was put together and taken apart again is no news.
func TestBrief_undoneMerge(t *testing.T) {
	t.Parallel()
	path := demoCase(t)
	all := incidentsOf(t, path)
	runStemma(t, "decide", "merge", all[0].ID, all[1].ID, "--case", path)
	const merge = "3" // after the tables of places and of actors
	runStemma(t, "decisions", "undo", merge, "--case", path)
	if told := runStemma(t, "brief", "--since", merge, "--case", path); len(told) > 0 {
		t.Errorf("the brief tells %s", told)
	}
}
