package lexicon

import (
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/reference/table"
)

var (
	frames = strings.Fields(`that whether how quote object ing to hearer hearer-to hearer-with cited raise raise-as noun it speaker things
		unsourced responsible object-as object-name for of about against on`)
	kinds   = []ReporterKind{Speech, Request, Promise, Judgement, Thought, Feeling, Finding, Showing}
	stances = []stemma.Stance{stemma.Asserts, stemma.Denies, stemma.Doubts, stemma.Asks}
)

func TestReporting_rowsSayWhatTheyMean(t *testing.T) {
	rows := table.Embedded("reporting.tsv", reportingTable, "word", "class", "frames", "stance", "kind", "note")
	if len(rows) < 300 {
		t.Errorf("%d reporting words, want 300 or more", len(rows))
	}
	seen := map[string]bool{}
	for _, row := range rows {
		key := row.Cell("class") + " " + row.Cell("word") + " " + row.Cell("frames")
		if seen[key] {
			t.Errorf("line %d: %s twice", row.Line, key)
		}
		seen[key] = true
		for _, frame := range row.List("frames") {
			if !slices.Contains(frames, frame) && !strings.HasPrefix(frame, "object:") && !strings.HasPrefix(frame, "object-") {
				t.Errorf("line %d: no frame %q", row.Line, frame)
			}
		}
		if !slices.Contains(kinds, ReporterKind(row.Cell("kind"))) || !slices.Contains(stances, stemma.Stance(row.Cell("stance"))) {
			t.Errorf("line %d: kind %q, stance %q", row.Line, row.Cell("kind"), row.Cell("stance"))
		}
		if row.Cell("note") == "" {
			t.Errorf("line %d: no sentence to show %q", row.Line, row.Cell("word"))
		}
	}
}

func TestReporting_tablesAreSound(t *testing.T) {
	for name, data := range map[string]string{"cues.tsv": cueTable, "nominal.tsv": nominalTable, "hedges.tsv": hedgeTable, "sourcenouns.tsv": sourceNounTable, "mute.tsv": muteTable} {
		seen := map[string]bool{}
		for _, row := range table.Embedded(name, data, "note") {
			first := row.Cell("phrase") + row.Cell("noun") + row.Cell("word") + " " + row.Cell("slot") + row.Cell("form")
			if seen[first] || row.Cell("note") == "" {
				t.Errorf("%s line %d: %q twice, or without a note", name, row.Line, first)
			}
			seen[first] = true
		}
	}
}

func TestReporters_longestFirst(t *testing.T) {
	found := Reporters("call")
	if len(found) < 3 || len(found[0].Words) < 2 {
		t.Errorf("Reporters(call) = %v, want the phrases before the word", found)
	}
}

func TestMute_isNoSource(t *testing.T) {
	for noun := range mute() {
		if _, speaks := SourceNounOf(noun); speaks {
			t.Errorf("%q can be a source and cannot", noun)
		}
	}
}
