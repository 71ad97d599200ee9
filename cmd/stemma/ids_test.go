package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"
)

// A printed incident is as much of one as ids need.
type printed struct {
	ID       string   `json:"id"`
	Events   []string `json:"events"`
	Previous []string `json:"previous_ids"`
}

func incidentsOf(t *testing.T, casefile string) []printed {
	t.Helper()
	var out []printed
	if err := json.Unmarshal(runStemma(t, "incidents", "list", "--json", "--case", casefile), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func resolved(t *testing.T, casefile, id string) printed {
	t.Helper()
	var out printed
	if err := json.Unmarshal(runStemma(t, "incidents", "show", id, "--json", "--case", casefile), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestIDs_leadOnForEver prints the incidents of a case after each report that is
// added, and after a merge and its undoing. Each id that was ever printed leads
// to an incident, and to the same one in whatever order the reports came.
func TestIDs_leadOnForEver(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	t.Parallel()
	paths := sampleFolder(t, "balvek")
	leads := []map[string]string{}
	for range 2 {
		path := filepath.Join(t.TempDir(), "case.stemma")
		leads = append(leads, leadsOf(t, path, paths))
		slices.Reverse(paths)
	}
	for id, now := range leads[0] {
		if other, ok := leads[1][id]; ok && other != now {
			t.Errorf("%s leads to %s, and to %s if the reports come the other way round", id, now, other)
		}
	}
}

// leadsOf is where each id leads in the end that was printed on the way.
func leadsOf(t *testing.T, path string, reports []string) map[string]string {
	seen := map[string]bool{}
	note := func() []printed {
		all := incidentsOf(t, path)
		for _, i := range all {
			seen[i.ID] = true
		}
		return all
	}
	runStemma(t, "init", path)
	for _, report := range reports {
		runStemma(t, "add", "--case", path, report)
		note()
	}
	all := note()
	runStemma(t, "decide", "merge", all[0].ID, all[1].ID, "--case", path)
	merged := resolved(t, path, all[1].ID)
	if first := resolved(t, path, all[0].ID); first.ID != merged.ID {
		t.Errorf("put together, %s leads to %s and %s to %s", all[0].ID, first.ID, all[1].ID, merged.ID)
	}
	if len(merged.Previous) == 0 {
		t.Errorf("%s says nothing of the ids that it once had", merged.ID)
	}
	runStemma(t, "decisions", "undo", "1", "--case", path)
	if back := resolved(t, path, all[1].ID); back.ID != all[1].ID {
		t.Errorf("taken apart again, %s leads to %s", all[1].ID, back.ID)
	}
	out := map[string]string{}
	for id := range seen {
		out[id] = resolved(t, path, id).ID
	}
	return out
}
