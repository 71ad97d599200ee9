package main

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// convoy is a movement of people who may still be there; fresh is the day of the
// newest page beside it, and old one by which a month has passed.
const (
	convoy = "Vedra Post\n\n10 March 2024\n\nBuses with 300 families of Harem left Harem for Maarat Misrin on 10 March 2024, the Red Crescent said.\n"
	fresh  = "Arvon Courier\n\n12 March 2024\n\nShells hit the market of Baghdad on 11 March 2024, killing four people, the mayor said.\n"
	old    = "Arvon Courier\n\n2 May 2024\n\nShells hit the market of Baghdad on 1 May 2024, killing four people, the mayor said.\n"
)

// whereabouts are what shows where these people are.
var whereabouts = []string{"Harem", "Maarat Misrin", "36.2", "36.0"}

// TestCare_noDoorShowsWherePeopleAre asks every door that leads out of a case for
// a movement of civilians: while it is new none of them says where.
func TestCare_noDoorShowsWherePeopleAre(t *testing.T) {
	t.Parallel()
	leaving := doors(t, convoyCase(t, fresh))
	for door, out := range leaving {
		for _, where := range whereabouts {
			if strings.Contains(out, where) {
				t.Errorf("%s says %q:\n%.1500s", door, where, out)
			}
		}
	}
	if out := strings.Join([]string{leaving["incidents jsonl"], leaving["report"], leaving["brief"]}, "\n"); strings.Count(out, "ithheld") < 3 {
		t.Errorf("nobody says that anything is withheld:\n%.2000s", out)
	}
	for door, out := range doors(t, convoyCase(t, old)) {
		if door == "events jsonl" && !strings.Contains(out, "Harem") {
			t.Errorf("a month later %s still withholds the place: %.600s", door, out)
		}
	}
}

func convoyCase(t *testing.T, beside string) string {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "case.stemma")
	runStemma(t, "init", path)
	for name, text := range map[string]string{"convoy.txt": convoy, "beside.txt": beside} {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		runStemma(t, "add", file, "--case", path)
	}
	return path
}

// doors are what leaves a case, by the door.
func doors(t *testing.T, path string) map[string]string {
	t.Helper()
	out := map[string]string{}
	in := func(name string, args ...string) { out[name] = string(runStemma(t, append(args, "--case", path)...)) }
	for _, kind := range []string{"events", "incidents"} {
		for _, format := range []string{"jsonl", "csv", "geojson"} {
			in(kind+" "+format, "export", kind, "--format", format, "--proposed")
		}
		in(kind+" list", kind, "list", "--json")
	}
	for _, kind := range []string{"claims", "disagreements", "documents"} {
		in(kind, "export", kind, "--proposed")
	}
	for _, layout := range []string{"acled-layout", "ucdp-layout"} {
		in(layout, "export", "events", "--format", layout, "--proposed")
	}
	in("brief", "brief", "--since", "2000-01-01")
	in("brief json", "brief", "--since", "2000-01-01", "--json")
	table := filepath.Join(t.TempDir(), "mine.csv")
	if err := os.WriteFile(table, []byte("event_date,sub_event_type,actor1,location\n2019-01-01,Armed clash,x,y\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in("match", "match", table, "--json", "type:MOBILIZE")
	ids := []string{"report"}
	for _, i := range incidentsOf(t, path) {
		ids = append(ids, i.ID)
	}
	in("report", ids...)
	for address, body := range overWeb(t, path, "/i.json", "/i.csv", "/i.geojson", "/e.json", "/e.geojson", "/c.json", "/d.json", "/x.json", "/i.atom", "/i.feed.json", "/api/v1/incidents", "/api/v1/events", "/api/v1/claims", "/brief?since=2000-01-01", "/brief.json?since=2000-01-01", "/i/"+ids[1]+".json", "/i/"+ids[2]+".json") {
		out[address] = body
	}
	return out
}

// overWeb asks the pages' server for addresses.
func overWeb(t *testing.T, path string, addresses ...string) map[string]string {
	t.Helper()
	server, base := serveHere(t, path)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := http.Client{Jar: jar}
	out := map[string]string{}
	for n, address := range append([]string{strings.TrimPrefix(server.Link(), base)}, addresses...) {
		response, err := client.Get(base + address)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		if err != nil || response.Body.Close() != nil {
			t.Fatal(err)
		}
		if n > 0 { // the first is the way in
			out[address] = string(body)
		}
	}
	return out
}
