package main

import (
	"context"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"stemma"
	"stemma/internal/store/sqlite"
)

// accept accepts the incidents of a case that it takes.
func accept(t *testing.T, casefile string, takes func(stemma.Incident) bool) {
	t.Helper()
	c, err := sqlite.Open(context.Background(), casefile, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	desk := (&program{}).desk(c)
	var all []stemma.Incident
	for i, err := range c.Incidents(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, i)
	}
	for _, i := range all {
		if !takes(i) {
			continue
		}
		if err := desk.Incident(context.Background(), i, stemma.Decision{Kind: stemma.DecideAccept, Why: "read twice"}); err != nil {
			t.Fatal(err)
		}
	}
}

// filesOf are all files below a folder.
func filesOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			data, err := os.ReadFile(filepath.Join(folder, name))
			out[name] = string(data)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func violent(i stemma.Incident) bool { return i.Assessment.Grade != "" && len(i.Documents) > 1 }

// TestSite_sameBytes makes a site twice: to the same bytes, and over itself.
// Every link in it leads to one of its files, and what was not accepted is not
// there.
func TestSite_sameBytes(t *testing.T) {
	t.Parallel()
	path := demoCase(t)
	accept(t, path, violent)
	folder := t.TempDir()
	one, two := filepath.Join(folder, "one"), filepath.Join(folder, "two")
	for _, to := range []string{one, two, two} {
		runStemma(t, "export", "site", to, "--case", path, "--url", "https://example.org/case", "--contact", "mailto:desk@example.org")
	}
	a, b := filesOf(t, one), filesOf(t, two)
	if len(a) != len(b) || len(a) < 10 {
		t.Errorf("%d files, then %d", len(a), len(b))
	}
	for name, data := range a {
		if b[name] != data {
			t.Errorf("%s is not the same twice", name)
		}
	}
	if strings.Contains(a["data/incidents.json"], `"status":"proposed"`) || !strings.Contains(a["index.html"], "that nobody has ruled on") {
		t.Error("what is proposed is counted, and not shown")
	}
	linked(t, a)
}

var href = regexp.MustCompile(`(?:href|src)="([^"]*)"`)

// linked sees to it that every link of a page leads to a file of the site or to
// another site.
func linked(t *testing.T, files map[string]string) {
	t.Helper()
	for name, data := range files {
		for _, m := range href.FindAllStringSubmatch(data, -1) {
			to, _, _ := strings.Cut(m[1], "#")
			if to == "" || strings.HasPrefix(to, "http") || strings.HasPrefix(to, "mailto:") || strings.HasPrefix(to, "data:") {
				continue
			}
			if _, ok := files[filepath.ToSlash(filepath.Join(filepath.Dir(name), to))]; strings.HasSuffix(name, ".html") && !ok {
				t.Errorf("%s leads to %s, which is not there", name, m[1])
			}
		}
	}
}

// TestSite_nobodyIsGivenAway makes a site of reports that name victims and a
// witness, and of families on the move: neither the names nor the place are in
// any file.
func TestSite_nobodyIsGivenAway(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "care.stemma")
	reports := map[string]string{
		"one.txt": "Vedra Post\n\nShells hit a market in the town of Vedra on Monday 3 May 2021, killing three people, among them Mara Odel, a baker. \"I saw Mara Odel on the ground,\" said Per Dorn, a farmer who survived the blast.\n",
		"two.txt": "The Herald\n\nA convoy of buses with 200 families left Sefta for Oruna on 4 May 2021, the governor said.\n",
		"p.tsv":   "name\tother spellings\tkind\tcountry\tlat\tlon\nSefta\t\ttown\tXQ\t10.123\t20.456\nOruna\t\ttown\tXQ\t10.9\t20.9\nVedra\t\ttown\tXQ\t11.5\t21.5\n",
	}
	for name, text := range reports {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	runStemma(t, "init", path)
	runStemma(t, "places", "import", "--case", path, filepath.Join(folder, "p.tsv"))
	runStemma(t, "add", "--case", path, "--published", "2021-05-05", filepath.Join(folder, "one.txt"), filepath.Join(folder, "two.txt"))
	accept(t, path, func(stemma.Incident) bool { return true })
	runStemma(t, "export", "site", filepath.Join(folder, "site"), "--case", path)
	files := filesOf(t, filepath.Join(folder, "site"))
	if !strings.Contains(files["index.html"], "movement of people") {
		t.Errorf("the convoy is not on the site:\n%s", files["index.html"])
	}
	for name, data := range files {
		for _, word := range []string{"Mara", "Odel", "Dorn", "10.123", "20.456", "Sefta"} {
			if strings.Contains(data, word) {
				t.Errorf("%s says %q: %s", name, word, near(data, word))
			}
		}
	}
}

func near(text, word string) string {
	at := strings.Index(text, word)
	return text[max(0, at-80):min(len(text), at+80)]
}

// TestSite_inABrowser opens the site as any web host would serve it: whole with
// scripts off, with a filter where they are on, and without a serious fault by
// axe on any page.
func TestSite_inABrowser(t *testing.T) {
	t.Parallel()
	chromium(t)
	path := demoCase(t)
	accept(t, path, violent)
	choose(t, path)
	folder := filepath.Join(t.TempDir(), "site")
	runStemma(t, "export", "site", folder, "--case", path, "--title", "Maravand", "--licence", "CC BY 4.0")
	host := httptest.NewServer(http.FileServer(http.Dir(folder)))
	t.Cleanup(host.Close)

	b := openBrowser(t, host.URL)
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	b.to("/index.html")
	incident := run1[string](b, `document.querySelector('tr:has(.dispute) a')?.getAttribute('href') ?? document.querySelector('tbody a').getAttribute('href')`)
	for name, page := range map[string]string{"site-index": "/index.html", "site-incident": "/" + incident, "site-methods": "/methods.html"} {
		for _, width := range []int{1280, 390} {
			b.do(chromedp.EmulateViewport(int64(width), 900))
			b.to(page)
			if wide := run1[int](b, `document.documentElement.scrollWidth`); wide > width {
				t.Errorf("%s is %d px wide in a window of %d", name, wide, width)
			}
			b.shot(name, width)
		}
		b.axe(name, string(axe))
	}
	b.filterSite()
	quiet := openBrowser(t, host.URL)
	quiet.scripts(false)
	html := func(path string) string {
		quiet.to(path)
		out, err := chromedp.Run(quiet.ctx, chromedp.OuterHTML("html"))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if page := html("/index.html"); !strings.Contains(page, `hidden=""`) || strings.Count(page, "<tr") < 3 {
		t.Error("without scripts the table is not whole, or offers a filter that does nothing")
	}
	quiet.do(chromedp.Click("tbody a"))
	quiet.do(chromedp.WaitVisible("#h-said"))
	quiet.do(chromedp.Click("nav a:last-child"))
	quiet.do(chromedp.WaitVisible("h1"))
}

// filterSite filters the table by a word and by disputed rows.
func (b *browser) filterSite() {
	b.Helper()
	b.to("/index.html")
	shown := `[...document.querySelectorAll('tbody tr')].filter(r => !r.hidden).length`
	all := run1[int](b, shown)
	b.do(chromedp.SendKeys("input[name=q]", "no such words"))
	if left := run1[int](b, shown); left != 0 {
		b.Errorf("%d of %d rows have words that nobody wrote", left, all)
	}
	b.to("/index.html")
	b.do(chromedp.Click("input[name=disputed]"))
	if left := run1[int](b, shown); left == 0 || left > all {
		b.Errorf("%d of %d rows are disputed", left, all)
	}
}

// choose takes a value for the first accepted incident.
func choose(t *testing.T, casefile string) {
	t.Helper()
	c, err := sqlite.Open(context.Background(), casefile, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for i, err := range c.Incidents(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if i.Status == stemma.Accepted {
			if err := (&program{}).desk(c).Incident(context.Background(), i, stemma.Decision{Kind: stemma.DecideChoose, Field: "killed", Value: "5", Why: "the hospital counted"}); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
}
