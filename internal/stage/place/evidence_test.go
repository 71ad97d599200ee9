package place

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stemma"
)

// Every signal that the code gives has a weight, and every weight a signal.
func TestWeights_areThoseOfTheSignals(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			code.Write(text)
		}
	}
	for s := range weights {
		if !strings.Contains(code.String(), `"`+string(s)+`"`) {
			t.Errorf("no code gives the signal %q of evidence.tsv", s)
		}
	}
	given := regexp.MustCompile(`(?:signal\{|append\(out, |add\(|return |signal\()("[a-z0-9 ]+"(?:, "[a-z0-9 ]+")*)`)
	for _, found := range given.FindAllStringSubmatch(code.String(), -1) {
		for _, s := range strings.Split(strings.ReplaceAll(found[1], `"`, ""), ", ") {
			if _, ok := weights[signal(s)]; !ok && !rule(s) {
				t.Errorf("signal %q has no weight in evidence.tsv", s)
			}
		}
	}
}

// rule reports whether words are those of a toponym's rule, which stand after
// "return" too.
func rule(s string) bool {
	for _, words := range []string{"adjective", "not in", "given by", "named with", "the only", "by its", "stands for", "known only"} {
		if strings.HasPrefix(s, words) {
			return true
		}
	}
	return false
}

func TestKinds_havePrecisions(t *testing.T) {
	known := map[stemma.Precision]bool{"": true}
	for _, p := range []stemma.Precision{
		stemma.PrecisionSite, stemma.PrecisionNear, stemma.PrecisionVillage, stemma.PrecisionTown, stemma.PrecisionDistrict, stemma.PrecisionProvince,
		stemma.PrecisionLine, stemma.PrecisionArea, stemma.PrecisionCountry, stemma.PrecisionWater,
	} {
		known[p] = true
	}
	for word, kind := range kindWords {
		if !known[kind.precision] || kind.radius <= 0 || !kind.after && !kind.before && !kind.of {
			t.Errorf("%q is %+v", word, kind)
		}
	}
}
