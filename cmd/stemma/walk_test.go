package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"stemma"
	"stemma/internal/store/sqlite"
)

// enter is the key as a browser hears it.
const enter = "\r"

// after waits until the browser has left a page and the next one is there.
func (b *browser) after(do func()) {
	b.Helper()
	mark := run1[bool](b, `window.wasHere = true`)
	do()
	for range 200 {
		// A page that goes away while it is asked has no answer yet.
		there, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`window.wasHere !== true && document.readyState === 'complete'`))
		if !mark || err == nil && there {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	b.Fatalf("still on %s", b.where())
}

// key presses a key that leads to another page.
func (b *browser) key(k string) {
	b.Helper()
	b.after(func() { b.press(k) })
}

// ready waits until the page's script has read it.
func (b *browser) ready() { time.Sleep(30 * time.Millisecond) }

// TestWeb_toTheWordsBehindAGrade begins where somebody begins who has never seen
// Stemma: the start page, the sample, an incident, its words.
func TestWeb_toTheWordsBehindAGrade(t *testing.T) {
	chromium(t)
	t.Chdir(t.TempDir())
	b := browseCase(t, "")
	b.shows("Try the sample case")
	b.after(func() { b.do(chromedp.Click("form[action='/start/sample'] button")) })
	b.shows("incidents to check")
	b.after(func() { b.do(chromedp.Click(".columns a[href^='/i/']")) })
	b.shows("What is said, and who says it")
	b.shows("origins")
	b.key("e")
	b.shows("Outlet")
	if here := run1[string](b, `document.querySelector('#here')?.textContent ?? ''`); strings.TrimSpace(here) == "" {
		t.Error("no words are marked in the reader")
	}
}

// TestWeb_reviewByKeys rules on ten rows without a mouse, adds an event that the
// machine missed, and undoes all of it.
func TestWeb_reviewByKeys(t *testing.T) {
	t.Parallel()
	path := demoCase(t)
	b := browseCase(t, path)
	b.key("r")
	for n := range 10 {
		b.shows("to check, ")
		b.ready()
		switch n % 5 {
		case 1:
			b.press("x")
			b.key(enter) // the first reason has the focus
			b.shows("Rejected.")
		case 3:
			b.key("n")
			b.shows("Called not codable.")
		default:
			b.key(enter)
			b.shows("Accepted.")
		}
	}
	b.shows("10 done")
	b.addMissed()
	decided := standing(b)
	for range decided {
		b.ready()
		b.key("u")
	}
	if left := standing(b); left != 0 {
		t.Errorf("%d of %d decisions stand after undoing all", left, decided)
	}
}

// addMissed adds an event by keys alone, in the reader.
func (b *browser) addMissed() {
	b.Helper()
	b.press("g")
	b.key("d")
	b.ready()
	b.press("j")
	b.key("o")
	b.ready()
	before := run1[int](b, `document.querySelectorAll('.side-list .brief')[1].children.length`)
	words := run1[string](b, `[...document.querySelectorAll('.region.body .run')].map(r => r.textContent).join(' ').split(/[.!?]\s/).map(s => s.trim()).find(s => s.length > 40 && !s.includes('"') && !s.includes('\n') && !s.includes('█'))`)
	b.press("n") // the form opens, and its first field has the focus
	b.do(chromedp.KeyEvent(words + "\t\t\t2024-03-14"))
	b.key(enter)
	b.shows("Added.")
	if after := run1[int](b, `document.querySelectorAll('.side-list .brief')[1].children.length`); after != before+1 {
		b.Errorf("the page lists %d events, %d before; added %q", after, before, words)
	}
}

// standing counts the decisions that stand and are the test's own.
func standing(b *browser) int {
	b.Helper()
	n := 0
	for _, d := range decisionsOf(b) {
		if d.Kind != stemma.DecidePlaces && d.Kind != stemma.DecideActors {
			n++
		}
	}
	return n
}

// decisionsOf asks the pages, since the case is locked by them.
func decisionsOf(b *browser) []stemma.Decision {
	b.Helper()
	var all []stemma.Decision
	c, err := sqlite.Open(context.Background(), b.casefile, sqlite.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	for d, err := range c.Decisions(context.Background()) {
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, d)
	}
	return stemma.Standing(all)
}

// TestWeb_anchor dates events by a fact that a person supplies, and sees the day
// reach them.
func TestWeb_anchor(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "siege.stemma")
	reports := map[string]string{
		"one.txt": "Oruna Herald\n\nOrvane bombed the port for a second day. Orvane's jets bombed the mill, the mayor said.\n",
		"two.txt": "Vedra Post\n\nTwo people were hurt when Orvane bombed the port for a second day, officials told the Post.\n",
	}
	runStemma(t, "init", path)
	for name, text := range reports {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		runStemma(t, "add", "--case", path, filepath.Join(folder, name))
	}
	b := browseCase(t, path)
	b.to("/anchors")
	b.do(chromedp.SendKeys("input[name=sentence]", "Orvane bombed the port"), chromedp.SendKeys("input[name=date]", "2023-06-02"))
	b.after(func() { b.do(chromedp.Click("form.stack button")) })
	b.shows("Anchor kept")
	b.shows("2023-06-03")
	b.after(func() { b.press("u") })
	b.to("/anchors")
	if text := b.text(); strings.Contains(text, "2023-06-03") {
		t.Errorf("the anchor was undone, its day stayed:\n%s", text)
	}
}

// TestWeb_spanByKeys moves the end of a claim by a word, and sees it in the
// reader; then the claim is another's.
func TestWeb_spanByKeys(t *testing.T) {
	t.Parallel()
	b := browseCase(t, demoCase(t))
	b.to("/c")
	b.to(run1[string](b, `document.querySelector('.list a').getAttribute('href')`))
	before := run1[string](b, `document.querySelector('[data-span]').value`)
	run1[bool](b, `document.querySelector('[data-span]').focus(); true`)
	b.press("[")
	after := run1[string](b, `document.querySelector('[data-span]').value`)
	if len(after) >= len(before) || !strings.HasPrefix(before, after) {
		t.Fatalf("one word less of %q is %q", before, after)
	}
	b.after(func() { b.do(chromedp.Click("button[value=span]")) })
	b.shows("The words were moved.")
	if now := run1[string](b, `document.querySelector('[data-span]').value`); now != after {
		t.Errorf("the claim rests on %q, not on %q", now, after)
	}
	b.do(chromedp.SendKeys("input[name=value]", "two officials"))
	b.after(func() { b.do(chromedp.Click("button[value=change]")) })
	b.shows("two officials asserts")
	b.shows("said_by changed to two officials")
}

// TestWeb_paste pastes a text and watches it arrive.
func TestWeb_paste(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new.stemma")
	runStemma(t, "init", path)
	b := browseCase(t, path)
	b.to("/d?add=yes")
	b.do(chromedp.SendKeys("textarea[name=text]", "Balvek bridge shelled\n\nShells hit the bridge of Balvek on Monday, killing three soldiers, the ministry said."),
		chromedp.SendKeys("input[name=outlet]", "Vedra Post"), chromedp.SendKeys("input[name=published]", "2024-03-14"))
	b.after(func() { b.do(chromedp.Click("form[action='/add'] button.primary")) })
	b.shows("Balvek bridge shelled")
	b.shows("Vedra Post")
	b.to("/i")
	b.shows("3") // killed
	b.shows("2024-03-11")
}

// TestWeb_withoutScripts walks with scripts off: look, accept, undo, search, add.
func TestWeb_withoutScripts(t *testing.T) {
	t.Parallel()
	path := demoCase(t)
	b := browseCase(t, path)
	b.scripts(false)
	click := func(selector string) {
		t.Helper()
		b.do(chromedp.Click(selector))
		time.Sleep(400 * time.Millisecond)
	}
	html := func() string { // "" while one page gives way to the next
		out, _ := chromedp.Run(b.ctx, chromedp.OuterHTML("html"))
		return out
	}
	wants := func(words string) {
		t.Helper()
		for range 60 {
			if strings.Contains(html(), words) {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
		t.Fatalf("without scripts no %q", words)
	}
	b.to("/r")
	click("button[value=accept]")
	wants("Accepted.")
	click(".said button")
	wants("Undone.")
	b.to("/q?q=bridge")
	wants("Balvek")
	click(".hits a")
	wants(`id="here"`)
	b.to("/i?view=map")
	wants(`class="plan"`)
	wants(`Balvek: `)
	click(".plantools a") // closer
	wants(`class="reach`)
	b.to("/i?view=timeline")
	click(".timesvg a:not([data-id])")
	wants(`class="asked"`)
	b.to("/d?add=yes")
	b.do(chromedp.SendKeys("textarea[name=text]", "The mill of Oruna was burned on Monday, the mayor said."))
	click("form[action='/add'] button.primary")
	for range 60 {
		b.to("/d")
		if strings.Contains(html(), "pasted ") {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Error("without scripts a pasted text never arrives")
}

// TestWeb_storedScripts reads pages that carry scripts wherever a page can: none
// of them runs, on any screen.
func TestWeb_storedScripts(t *testing.T) {
	t.Parallel()
	chromium(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "hostile.stemma")
	runStemma(t, "init", path)
	var outside atomic.Int32
	trap := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { outside.Add(1) }))
	defer trap.Close()
	base := trap.URL
	hostile := []string{
		`<script>top.hurt=1</script>`, `"><img src=x onerror="top.hurt=1">`, `<svg/onload=top.hurt=1>`, `javascript:top.hurt=1`,
		`<iframe srcdoc="<script>top.hurt=1</script>">`, `</textarea></title><script>top.hurt=1</script>`, `{{.}}<a href="javascript:top.hurt=1">x</a>`,
		`<meta http-equiv=refresh content="0;url=` + base + `/r">`, `<link rel=stylesheet href=` + base + `/s>`, `<img src=` + base + `/i>`, `<form action=` + base + `/f><button>go</button></form>`,
		`<base href=` + base + `/>`, "\u202egnp.exe", `<object data=` + base + `/o>`, `<style>@import url(` + base + `/c);</style>`,
	}
	together := 4 // in one page, so that few need be read
	if os.Getenv("STEMMA_SCREENS") == "all" {
		together = 1
	}
	n := 0
	for some := range slices.Chunk(hostile, together) {
		n++
		h := strings.Join(some, " ")
		body := fmt.Sprintf(`<html><head><title>Bridge %d %s</title><meta name="author" content='%s'><meta property="og:site_name" content='%s'><link rel="canonical" href='%s'></head>
<body><article><h1>Bridge hit %s</h1><p>Shells hit the bridge of Oruna on Monday, killing two, the mayor %s said. %s</p><p>It was the third strike this week, officials told the Herald near the old harbour of the town.</p></article></body></html>`, n, h, h, h, h, h, h, h)
		name := filepath.Join(folder, fmt.Sprintf("%02d %s", n, strings.NewReplacer("/", "_", "\x00", "").Replace(h)))
		name = name[:min(len(name), len(folder)+150)] + ".html"
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		runStemma(t, "add", "--case", path, "--url", h, "--outlet", h, "--by", h, "--note", h, name)
	}
	b := browseCase(t, path)
	b.to("/d")
	links := run1[[]string](b, `[...document.querySelectorAll('.list a')].map(a => a.getAttribute('href'))`)
	pages := []string{"/", "/d", "/i", "/c", "/r", "/x", "/copies", "/q?q=bridge", "/h", "/anchors"}
	for _, link := range links {
		pages = append(pages, link, link+"?tab=original", link+"?tab=source")
	}
	b.to("/i")
	pages = append(pages, run1[[]string](b, `[...document.querySelectorAll('.list a')].slice(0, 3).map(a => a.getAttribute('href'))`)...)
	for _, page := range pages {
		b.to(page)
		if run1[bool](b, `window.hurt === 1 || [...document.querySelectorAll('main a[href], main form')].some(e => /^javascript:/i.test(e.getAttribute('href') ?? e.getAttribute('action')))`) {
			t.Errorf("%s ran a page's script or links to one", page)
		}
	}
	if n := outside.Load(); n > 0 {
		t.Errorf("%d requests left for a page's own server", n)
	}
}
