package main

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// keysPrinted are the keys that each command prints as JSON, of the first of several
// rows. Scripts are built on them: they may grow at the end and never lose one.
var keysPrinted = []struct{ command, keys string }{
	{"actors list", "schema name kind country book mentions documents"},
	{"claims list", "schema document status words cue_words id parent source cue content stance direct rule chain"},
	{"copies list", "schema document of relation containment basis order decided"},
	{"decisions list", "schema seq kind target field value document quote why by at stands"},
	{"disagreements list", "schema id incident type explained field reason sides"},
	{"documents list", "schema id sha256 names title outlet agency url published_earliest published_latest published_basis language read reading claims events unread_sentences bytes media_type"},
	{"events list", "schema document status incident words said_by id type mode contexts acled trigger clause actors recipients places when quantities modality modality_words claim rule scenes figures"},
	{"incidents list", "schema id title type mode acled status when places documents background events parts accounts values origins grade disputed disagreements reasons chosen"},
	{"places show Balvek", "schema name kind country book geonameid lat lon precision radius_m mentions documents"},
	{"places list", "schema name kind country book geonameid lat lon precision radius_m mentions documents"},
	{"sources list", "schema said_by kind claims denials documents through"},
	{"search market", "document title passage"},
	{"brief --since 2024-01-01", "schema since new changed newly_disputed undated gone"},
	{"why INCIDENT", "id what steps rests_on"},
	{"text DOCUMENT", "schema document text regions"},
	{"version", "joining reading release revision"},
}

func TestJSON_keysStay(t *testing.T) {
	casefile := demoCase(t)
	first := func(list string) string {
		return regexp.MustCompile(`[a-z]_[0-9a-f]{16}`).FindString(string(runStemma(t, list, "list", "--case", casefile)))
	}
	some := strings.NewReplacer("INCIDENT", first("incidents"), "DOCUMENT", first("documents"))
	for _, p := range keysPrinted {
		out := runStemma(t, append(strings.Fields(some.Replace(p.command)), "--json", "--case", casefile)...)
		have := keysOf(t, out)
		for _, key := range strings.Fields(p.keys) {
			if !slices.Contains(have, key) {
				t.Errorf("stemma %s --json: no key %q; it has %s", p.command, key, strings.Join(have, " "))
			}
		}
	}
}

// keysOf are the keys of an object, or of the first of a list.
func keysOf(t *testing.T, data []byte) []string {
	t.Helper()
	var rows []map[string]json.RawMessage
	if err := json.Unmarshal(data, &rows); err != nil {
		rows = make([]map[string]json.RawMessage, 1)
		if err := json.Unmarshal(data, &rows[0]); err != nil {
			t.Fatalf("%v in %.200s", err, data)
		}
	}
	if len(rows) == 0 {
		t.Fatal("nothing is listed")
	}
	var out []string
	for key := range rows[0] {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}
