package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files")

const scores = "../../testdata/scores.txt"

// A set is a data set beside the checkout and what is scored on it.
type set struct {
	name, task, data string // without a task, the data is laid out already
	overlays         []string
	alone            []string // tasks on the analysis
	joined           bool     // conflicts and corroborations too
	copies           string   // table of pairs
	residue          bool
	part             string // of an archive that holds several
}

func sets(shared, fiction, dossiers string) []set {
	dossier := func(name string) set {
		return set{name: name, task: "dossier", data: shared + "/dossiers/" + name, alone: []string{"claims", "events"}, joined: true, copies: shared + "/dossiers/copy-pairs.tsv"}
	}
	return []set{
		{name: "seeds", task: "dossier", data: shared + "/seeds", alone: []string{"claims", "events"}, joined: true},
		dossier("c-russia-strikes"), dossier("d1-jayrud"), dossier("d2-qamishli"),
		{name: "fiction", task: "dossier", data: fiction, alone: []string{"claims", "events"}, joined: true, overlays: []string{
			"--places", shared + "/fiction/world/places.tsv", "--actors", shared + "/fiction/world/actors.tsv",
		}},
		{name: "training-dossiers", data: dossiers, alone: []string{"claims", "events"}, joined: true, overlays: []string{
			"--places", dossiers + "/places.tsv", "--actors", dossiers + "/actors.tsv",
		}},
		{name: "clean", task: "clean", data: shared + "/bench/clean", alone: []string{"clean"}, residue: true},
		{name: "pubdate", task: "pubdate", data: shared + "/bench/pubdate", alone: []string{"pubdate"}},
		{name: "polnear-dev", task: "attribution", data: shared + "/bench/attribution/polnear-train-dev.tar.gz", part: "data/dev", alone: []string{"attribution"}},
		{name: "tbaq", task: "times", data: shared + "/bench/times/tbaq-cleaned.tar.gz", alone: []string{"times"}},
		{name: "plover", task: "plover", data: shared + "/bench/events/plover-gsr/PLOVER_GSR_CAMEO.txt", alone: []string{"plover"}},
		{name: "lgl", task: "places", data: shared + "/bench/places/lgl.xml.gz", alone: []string{"places"}},
		{name: "geovirus", task: "places", data: shared + "/bench/places/GeoVirus.xml.gz", alone: []string{"places"}},
	}
}

// TestScores holds the figures of the public scorers to testdata/scores.txt, so
// that a change which moves quality shows it in its diff.
func TestScores(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	root, err := filepath.Abs(filepath.Dir(shared(t, "bench")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("the scorers need python3")
	}
	fiction, dossiers := filepath.Join(t.TempDir(), "fiction"), filepath.Join(t.TempDir(), "dossiers")
	python(t, nil, root+"/fiction/build.py", "lay", fiction)
	trainer := buildTrainer(t)
	layDossiers(t, trainer, dossiers)
	var got strings.Builder
	got.WriteString("# Figures of the scorers beside the checkout; `go test ./cmd/stemma -run Scores -update` rewrites them.\n")
	got.WriteString(scored(t, root, trainer, sets(root, fiction, dossiers)))
	fmt.Fprintf(&got, "founding known_misses %d\n", knownMisses(t))
	if *update {
		if err := os.WriteFile(scores, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(scores)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the scores have changed; read the difference, then rewrite with -update:\n%s", differing(string(want), got.String()))
	}
}

// scored scores the sets and what was trained, two or more at once, and gives
// their lines in the order of the sets.
func scored(t *testing.T, root, trainer string, sets []set) string {
	t.Helper()
	lines := make([]strings.Builder, len(sets)+2)
	t.Run("of", func(t *testing.T) {
		for i, s := range sets {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				s.score(t, root, &lines[i])
			})
		}
		t.Run("trained", func(t *testing.T) {
			t.Parallel()
			lines[len(sets)+1].WriteString(trained(t, trainer, root))
		})
		t.Run("peace", func(t *testing.T) {
			t.Parallel()
			lines[len(sets)].WriteString(atPeace(t, root))
		})
	})
	var all strings.Builder
	for i := range lines {
		all.WriteString(lines[i].String())
	}
	return all.String()
}

// python runs a script and returns what it prints.
func python(t *testing.T, stdin []byte, args ...string) string {
	t.Helper()
	cmd := exec.Command("python3", args...)
	cmd.Stdin = bytes.NewReader(stdin)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return out.String()
}

// stemma runs the program in this process and returns its standard output.
func runStemma(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(context.Background(), args, nil, &out, &errs); code != 0 && code != 3 {
		t.Fatalf("stemma %s: exit code %d\n%s", strings.Join(args, " "), code, errs.String())
	}
	return out.Bytes()
}

func (s set) score(t *testing.T, shared string, out *strings.Builder) {
	t.Helper()
	folder := s.prepare(t, shared)
	pages, err := filepath.Glob(folder + "/pages/*")
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"analyze"}, s.overlays...)
	if s.residue {
		args = append(args, "--with-residue")
	}
	given := folder + "/given.jsonl"
	if _, err := os.Stat(given); err == nil {
		args = append(args, "--given", given)
	}
	analysis := runStemma(t, append(args, pages...)...)
	for _, task := range s.alone {
		s.headlines(out, python(t, analysis, shared+"/bench/score.py", task, folder))
	}
	if s.joined {
		s.scoreJoined(t, shared, folder, given, analysis, out)
	}
}

// prepare lays a set out for the scorers and says where.
func (s set) prepare(t *testing.T, shared string) string {
	t.Helper()
	if s.task == "" {
		return s.data
	}
	folder := filepath.Join(t.TempDir(), s.name)
	args := []string{shared + "/bench/prepare.py", s.task, s.data, folder}
	if s.part != "" {
		args = append(args, s.part)
	}
	python(t, nil, args...)
	return folder
}

// scoreJoined makes a case of the pages and scores what they come to together.
func (s set) scoreJoined(t *testing.T, shared, folder, given string, analysis []byte, out *strings.Builder) {
	t.Helper()
	file := folder + "/analysis.jsonl"
	if err := os.WriteFile(file, analysis, 0o600); err != nil {
		t.Fatal(err)
	}
	path := folder + "/case.stemma"
	runStemma(t, "init", path)
	for i := 0; i+1 < len(s.overlays); i += 2 {
		runStemma(t, strings.TrimPrefix(s.overlays[i], "--"), "import", s.overlays[i+1], "--case", path)
	}
	runStemma(t, "add", folder+"/pages", "--given", given, "--case", path)
	export := func(kind string) []byte { return runStemma(t, "export", kind, "--proposed", "--case", path) }
	s.headlines(out, python(t, export("disagreements"), shared+"/bench/score.py", "conflicts", folder, file))
	s.headlines(out, python(t, export("incidents"), shared+"/bench/score.py", "corroborations", folder, file))
	if s.copies != "" {
		s.headlines(out, python(t, export("copies"), shared+"/bench/score.py", "copies", s.copies, file, s.name))
	}
}

func (s set) headlines(out *strings.Builder, printed string) {
	for _, line := range strings.Split(printed, "\n") {
		if rest, ok := strings.CutPrefix(line, "headline "); ok {
			fmt.Fprintf(out, "%s %s\n", s.name, rest)
		}
	}
}

// knownMisses counts the expectations of the founding pages that are not met.
func knownMisses(t *testing.T) int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "founding", "expectations.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(data), "\nknown miss: ")
}

// differing are the lines that two texts do not share.
func differing(want, got string) string {
	var out strings.Builder
	wanted, came := strings.Split(want, "\n"), strings.Split(got, "\n")
	in := func(all []string, line string) bool {
		return strings.Contains("\n"+strings.Join(all, "\n")+"\n", "\n"+line+"\n")
	}
	for _, line := range wanted {
		if !in(came, line) {
			out.WriteString("- " + line + "\n")
		}
	}
	for _, line := range came {
		if !in(wanted, line) {
			out.WriteString("+ " + line + "\n")
		}
	}
	return out.String()
}
