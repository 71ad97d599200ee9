package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/sample"
)

// sampleFolder writes reports of the sample to a folder, as a user would have
// them.
func sampleFolder(t *testing.T, prefixes ...string) []string {
	t.Helper()
	folder := t.TempDir()
	var paths []string
	files, err := fs.ReadDir(sample.Files, "reports")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := fs.ReadFile(sample.Files, "reports/"+f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, prefix := range prefixes {
			if strings.HasPrefix(f.Name(), prefix) {
				path := filepath.Join(folder, f.Name())
				if err := os.WriteFile(path, data, 0o600); err != nil {
					t.Fatal(err)
				}
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// exportsOf is the hash of all that a case exports but custody.
func exportsOf(t *testing.T, path string) string {
	t.Helper()
	h := sha256.New()
	for _, k := range kinds() {
		for _, format := range []string{"jsonl", "csv"} {
			h.Write(runStemma(t, "export", k.Name, "--format", format, "--proposed", "--case", path))
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// TestOrder_changesNothing adds the same reports in eight orders, one by one or
// together, on one core and on all.
func TestOrder_changesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	paths := sampleFolder(t, "balvek-forum", "balvek-meridian", "balvek-teshkoro", "haelo-tolimau", "haelo-lewella")
	order := rand.New(rand.NewPCG(1, 2))
	want := ""
	for round := range 8 {
		order.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		path := filepath.Join(t.TempDir(), "case.stemma")
		runStemma(t, "init", path)
		cores := runtime.GOMAXPROCS(1 + round%2*(runtime.NumCPU()-1))
		if round%4 == 3 {
			runStemma(t, append([]string{"add", "--case", path}, paths[:2]...)...)
		}
		runStemma(t, append([]string{"add", "--case", path}, paths...)...)
		runtime.GOMAXPROCS(cores)
		got := exportsOf(t, path)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("round %d: other bytes in the order %v", round, paths)
		}
	}
}

// TestMasking_inEveryOutput looks for what commenters and contact lines say in
// all that a case prints.
func TestMasking_inEveryOutput(t *testing.T) {
	t.Parallel()
	paths := sampleFolder(t, "balvek-forum", "azhmir-delta")
	path := filepath.Join(t.TempDir(), "case.stemma")
	runStemma(t, "init", path)
	runStemma(t, append([]string{"add", "--case", path}, paths...)...)
	secrets := []string{"oldpier", "saltandrope", "nine shells", "Wessel", "hundred people there", "Otte", "staged by the Saltmen"}
	unheard(t, path, secrets, []string{"Ferran Ulcas"})
	for _, p := range paths { // what one page says is shown whole but for its comments
		absent(t, "analyze", string(runStemma(t, "analyze", p)), secrets)
	}
}

// TestMasking_foundingPages does the same with the pages beside the checkout.
func TestMasking_foundingPages(t *testing.T) {
	seeds := shared(t, "seeds")
	paths, _ := filepath.Glob(filepath.Join(seeds, "00[03]*.txt"))
	path := filepath.Join(t.TempDir(), "case.stemma")
	runStemma(t, "init", path)
	runStemma(t, append([]string{"add", "--case", path}, paths...)...)
	unheard(t, path, []string{"Commiejones", "Malkhodr", "rainpizza", "zionists", "joe@"}, nil)
}

// unheard looks for secrets in everything, and for the names of private persons
// in all but the text itself, which only `text` and `search` show.
func unheard(t *testing.T, path string, secrets, names []string) {
	t.Helper()
	all := append(names, secrets...)
	for _, k := range kinds() {
		absent(t, k.Name+" list", string(runStemma(t, k.Name, "list", "--case", path)), all)
		absent(t, k.Name+" export", string(runStemma(t, "export", k.Name, "--proposed", "--case", path)), all)
	}
	for _, id := range ids(t, "documents", path) {
		absent(t, "text", string(runStemma(t, "text", id, "--case", path)), secrets)
		absent(t, "regions", string(runStemma(t, "text", id, "--regions", "--case", path)), secrets)
		absent(t, "why", string(runStemma(t, "why", id, "--case", path)), all)
	}
	for _, id := range ids(t, "incidents", path) {
		absent(t, "incidents show", string(runStemma(t, "incidents", "show", id, "--case", path)), all)
		absent(t, "why", string(runStemma(t, "why", id, "--case", path)), all)
	}
	for _, secret := range secrets {
		absent(t, "search", string(runStemma(t, "search", "--case", path, secret)), secrets)
	}
}

// ids are the first column of a list.
func ids(t *testing.T, kind, path string) []string {
	t.Helper()
	var out []string
	for _, line := range strings.Split(string(runStemma(t, kind, "list", "--case", path)), "\n") {
		if id, _, _ := strings.Cut(line, " "); strings.Contains(id, "_") {
			out = append(out, id)
		}
	}
	return out
}

func absent(t *testing.T, where, text string, secrets []string) {
	t.Helper()
	for _, secret := range secrets {
		if strings.Contains(text, secret) {
			t.Errorf("%s prints %q", where, secret)
		}
	}
}

// reportOf tells one story of two parties; every sentence is told of each of
// them in turn.
const reportOf = `Dozens are killed as ONE forces shell a market

%s forces shelled a market in the town of Vedra on Monday, killing at least 12 people and wounding 30, a hospital director said.

%s denied that its forces had fired on the town and accused %s of storing rockets there.

"They bombed us without a warning," said a baker, who lost two sons. %s officials said nine militants had been killed in the strike.

Residents said that %s troops had withdrawn to the river before dawn, according to a report by an aid group.`

// TestParties_areReadByTheSameRules swaps two parties of a report: nothing else
// may change.
func TestParties_areReadByTheSameRules(t *testing.T) {
	t.Parallel()
	line, err := newReader(pipeline.Books{})
	if err != nil {
		t.Fatal(err)
	}
	for _, pair := range []struct {
		a, b [2]string
	}{
		{a: [2]string{"Russian", "Russia"}, b: [2]string{"Ukrainian", "Ukraine"}},
		{a: [2]string{"Israeli", "Israel"}, b: [2]string{"Iranian", "Iran"}},
		{a: [2]string{"Ethiopian", "Ethiopia"}, b: [2]string{"Eritrean", "Eritrea"}},
		{a: [2]string{"Indian", "India"}, b: [2]string{"Pakistani", "Pakistan"}},
		{a: [2]string{"Turkish", "Turkey"}, b: [2]string{"Syrian", "Syria"}},
	} {
		one := told(t, line, pair.a, pair.b)
		two := told(t, line, pair.b, pair.a)
		if one != two {
			t.Errorf("%s and %s are not read alike:\n%s", pair.a[1], pair.b[1], differing(one, two))
		}
	}
}

// told is what is made of the report, with the parties' names as ONE and TWO.
func told(t *testing.T, line *reader, one, two [2]string) string {
	t.Helper()
	text := fmt.Sprintf(strings.Replace(reportOf, "ONE", one[0], 1), one[0], one[1], two[1], one[0], two[0])
	r, err := line.Read(context.Background(), stemma.NewDocument("text/plain", []byte(text)), stemma.Given{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, c := range r.Claims {
		fmt.Fprintf(&out, "claim %s | %s | %s\n", c.Source.Name, c.Stance, r.Words(c.Extent()))
	}
	for _, e := range r.Events {
		out.WriteString(described(r, e) + "\n")
	}
	swapped := out.String()
	for i, names := range [][2]string{one, two} {
		stands := []string{"ONE", "TWO"}[i]
		swapped = strings.NewReplacer(names[1]+"’s", stands, names[0], stands, names[1], stands, strings.TrimPrefix(names[1], "The "), stands, "US", stands).Replace(swapped)
	}
	return swapped
}

// TestRuling_decidesWhatIsExported accepts one incident and rejects another.
func TestRuling_decidesWhatIsExported(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "case.stemma")
	runStemma(t, "init", path)
	runStemma(t, append([]string{"add", "--case", path}, sampleFolder(t, "haelo-tolimau")...)...)
	all := ids(t, "incidents", path)
	if len(all) < 2 {
		t.Fatalf("%d incidents", len(all))
	}
	runStemma(t, "incidents", "accept", all[0], "--why", "two papers", "--case", path)
	runStemma(t, "incidents", "reject", all[1], "--case", path)
	for _, step := range []string{"", "rebuild"} {
		if step != "" {
			runStemma(t, step, "--case", path)
		}
		got := string(runStemma(t, "export", "incidents", "--case", path))
		if strings.Count(got, "\n") != 1 || !strings.Contains(got, `"id":"`+all[0]+`"`) || !strings.Contains(got, `"status":"accepted"`) {
			t.Errorf("after %q the export is:\n%s", step, got)
		}
		if strings.Contains(string(runStemma(t, "export", "incidents", "--proposed", "--case", path)), all[1]) {
			t.Errorf("after %q a rejected incident is exported", step)
		}
	}
}
