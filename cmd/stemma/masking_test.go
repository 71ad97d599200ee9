package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// reportOfPersons names a dead woman, a wounded man, one who saw it and one of whom
// nothing is known, beside an officer and a governor.
const reportOfPersons = `Three killed as shells hit market in Vedra

Shells hit a market in the town of Vedra on Monday 3 May 2021, killing three people, among them Mara Odel, a baker. Jonas Brae was wounded in the attack.

"I saw Mara Odel on the ground," said Per Dorn, a farmer who survived the blast. He said that farmer Dorn, as his neighbours call him, would not go back.

Kirsa Lund, 41, told the Harbour Observer that the army had shelled the market. "They killed Mrs Odel," Lund said at the funeral of Elin Marsh.

Colonel Oss Tveit, a spokesman for the army, denied that its guns had fired on the market. Governor Ana Torvik said that three people had been killed in Vedra.
`

// TestMasking_personsInEveryFormat looks for the names of victims, witnesses and
// persons of no known office in all that leaves a case, in every format, and for
// those of officers and officials, who stand by what they say.
func TestMasking_personsInEveryFormat(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	report, path := filepath.Join(folder, "vedra.txt"), filepath.Join(folder, "case.stemma")
	if err := os.WriteFile(report, []byte(reportOfPersons), 0o600); err != nil {
		t.Fatal(err)
	}
	runStemma(t, "init", path)
	runStemma(t, "add", "--case", path, report)
	private := []string{"Odel", "Brae", "Dorn", "Lund", "Marsh"}
	var all strings.Builder
	for _, k := range exported() {
		for _, format := range formatsOf(k.Name) {
			out := string(runStemma(t, "export", k.Name, "--format", format, "--proposed", "--case", path))
			absent(t, k.Name+" as "+format, out, private)
			all.WriteString(out)
		}
	}
	unheard(t, path, nil, private)
	for _, name := range []string{"Oss Tveit", "Ana Torvik"} {
		if !strings.Contains(all.String(), name) {
			t.Errorf("no export has %q, who holds an office", name)
		}
	}
}

// formatsOf are the formats in which a kind can be written.
func formatsOf(kind string) []string {
	switch kind {
	case "events":
		return []string{"jsonl", "csv", "geojson", "acled-layout", "ucdp-layout"}
	case "incidents":
		return []string{"jsonl", "csv", "geojson"}
	}
	return []string{"jsonl", "csv"}
}
