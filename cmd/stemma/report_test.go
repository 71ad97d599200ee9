package main

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	pdf "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// handedOver writes the report of the incidents that most documents tell of.
func handedOver(t *testing.T, casefile string) (path, text string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "report.html")
	ids := []string{"report", "-o", path, "--case", casefile}
	most := incidentsOf(t, casefile)
	for _, i := range most {
		if len(i.Events) > 3 && len(ids) < 8 {
			ids = append(ids, i.ID)
		}
	}
	runStemma(t, ids...)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, string(data)
}

// TestReport_standsAlone: no script, nothing to fetch, a footnote for each mark,
// the hash of each original, private persons masked; readable at any width, and
// on paper.
func TestReport_standsAlone(t *testing.T) {
	t.Parallel()
	path, text := handedOver(t, demoCase(t))
	for _, wrong := range []string{"<script", " src=", "<link", "@import", "url("} {
		if strings.Contains(text, wrong) {
			t.Errorf("the report has %q", wrong)
		}
	}
	for _, m := range regexp.MustCompile(`href="#(n\d+)"`).FindAllStringSubmatch(text, -1) {
		if !strings.Contains(text, `id="`+m[1]+`"`) {
			t.Errorf("no footnote %s", m[1])
		}
	}
	hashes := regexp.MustCompile(`[0-9a-f]{64}`).FindAllString(text, -1)
	for _, hash := range hashes {
		if _, err := hex.DecodeString(hash); err != nil {
			t.Error(err)
		}
	}
	if len(hashes) == 0 || !strings.Contains(text, "█") {
		t.Errorf("%d hashes; masked: %v", len(hashes), strings.Contains(text, "█"))
	}
	axe, err := os.ReadFile(filepath.Join(home, "testdata", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := browseCase(t, "")
	b.do(chromedp.Navigate("file://" + path))
	b.look("report", string(axe))
	sized := true // by the page, A4
	printed, err := chromedp.Call(b.ctx, pdf.PrintToPDF, pdf.PrintToPDFParams{PreferCSSPageSize: &sized})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(printed.Data), "%PDF") {
		t.Errorf("printed %d bytes that are no PDF", len(printed.Data))
	}
}

// home is the folder of these tests, whatever folder one of them works in.
var home, _ = os.Getwd()
