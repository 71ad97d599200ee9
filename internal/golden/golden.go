// Package golden runs cases that a journalist could read: small .txtar files
// whose first lines say what they show, with a "document" and what is wanted of
// it. What the findings mean is left to the test that asks. In: a folder and a
// function from document to findings; out: a failed test for each case that
// came out otherwise, or, with -update, the files rewritten. A test may lay out a page of
// body text and take it through stages here.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite what the golden cases want")

// Run compares each case of a folder with what the function says of its document.
//
//	Two sources through an agency.
//	-- document --
//	Two clerks told Meridian Wire that the vault was empty.
//	-- want --
//	claim …
func Run(t *testing.T, folder string, say func(document string) string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("find cases in %s: %d files, %v", folder, len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { check(t, file, say) })
	}
}

func check(t *testing.T, file string, say func(string) string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	comment, document, want := Parts(string(data))
	got := strings.TrimRight(say(document), "\n") + "\n"
	if got == want {
		return
	}
	if *update {
		text := comment + documentMark + document + wantMark + got
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s\ngot:\n%s\nwant:\n%s", strings.TrimSpace(comment), got, want)
}

const (
	documentMark = "-- document --\n"
	wantMark     = "-- want --\n"
)

// Parts are a case's comment, its document and what is wanted of it.
func Parts(text string) (comment, document, want string) {
	comment, rest, _ := strings.Cut(text, documentMark)
	document, want, _ = strings.Cut(rest, wantMark)
	return comment, document, want
}
