package dossier_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"stemma/internal/golden"
	"stemma/internal/learn/dossier"
)

func TestRead_goldOrFaults(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		d, err := dossier.Read("ferry", folder(document))
		if err != nil {
			return err.Error()
		}
		var out strings.Builder
		lines := json.NewEncoder(&out)
		for i := range d.Reports {
			for _, claim := range d.Gold(&d.Reports[i]).Claims {
				if err := lines.Encode(claim); err != nil {
					t.Fatal(err)
				}
			}
		}
		return out.String()
	})
}

// folder cuts a document into the files of a dossier at lines such as "== index.tsv".
func folder(document string) fstest.MapFS {
	out := fstest.MapFS{}
	for _, part := range strings.Split(document, "== ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		out[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, " |", "\t"))}
	}
	return out
}
