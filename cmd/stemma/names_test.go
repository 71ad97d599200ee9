package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// namesCase is a case of two reports that name a place and a group.
func namesCase(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "ferry.stemma")
	files := map[string]string{
		"places.tsv": "name\tother spellings\tkind\tcountry\tlat\tlon\nOruna\t\ttown\tXQ\t10\t20\n",
		"one.txt":    "Vedra Post\n\nShells hit Oruna on 10 March 2024, killing four people, the mayor said. The Salt Guard denied it. Two sources told the Post that the Salt Guard had been warned.\n",
		"two.txt":    "The Herald\n\nTwo soldiers were shot in Oruna on 12 March 2024, the Balvek Hospital said. The Salt Brigade blamed the army. A woman named Mara Odel, a witness, said that she saw it.\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	runStemma(t, "init", path)
	runStemma(t, "places", "import", "--case", path, filepath.Join(folder, "places.tsv"))
	runStemma(t, "add", "--case", path, "--outlet", "Vedra Post", filepath.Join(folder, "one.txt"))
	runStemma(t, "add", "--case", path, "--outlet", "The Herald", filepath.Join(folder, "two.txt"))
	return path
}

// TestWeb_placeForTheWholeCase fixes a place once, and sees it on another
// document after the case was read again; then it is undone and done again.
func TestWeb_placeForTheWholeCase(t *testing.T) {
	t.Parallel()
	b := browseCase(t, namesCase(t))
	b.to("/p/Oruna?book=overlay:oruna")
	b.shows("What the documents call it")
	b.do(chromedp.Click(".list details summary"),
		chromedp.SendKeys("input[name=own]", "name=Little Oruna&country=XQ&lat=10.5&lon=20.5&radius_m=900"),
		chromedp.SetValue(".list select[name=scope]", "case"))
	b.after(func() { b.do(chromedp.Click(".list details form button")) })
	b.shows("The place was set.")
	b.shows("Little Oruna")
	for _, document := range b.documents() {
		b.to(document)
		if places := run1[string](b, `[...document.querySelectorAll('.toponym input[name=value]')].map(i => i.value).join(' ')`); !strings.Contains(places, "overlay:little oruna") {
			t.Errorf("%s takes its places for %q", document, places)
		}
	}
	b.to("/p")
	b.after(func() { b.press("u") })
	b.shows("Undone.")
	if text := b.text(); strings.Contains(text, "Little Oruna") {
		t.Errorf("the place was undone and stayed:\n%s", text)
	}
	b.ready()
	b.after(func() { b.press("U") })
	b.shows("Done again.")
	b.shows("Little Oruna")
}

// documents are the addresses of all documents.
func (b *browser) documents() []string {
	b.Helper()
	b.to("/d")
	return run1[[]string](b, `[...document.querySelectorAll('.list a')].map(a => a.getAttribute('href')).filter(h => h.startsWith('/d/d_'))`)
}

// TestWeb_actorsMerged makes one actor of two names, and two of it again.
func TestWeb_actorsMerged(t *testing.T) {
	t.Parallel()
	b := browseCase(t, namesCase(t))
	b.to("/a")
	b.shows("Salt Brigade")
	b.after(func() { b.do(chromedp.Click(".list a[href*='Salt%20Guard']")) })
	b.do(chromedp.Click(".ruling details:first-of-type summary"), chromedp.SendKeys(".ruling details:first-of-type input[name=other]", "Salt Brigade"))
	b.after(func() { b.do(chromedp.Click(".ruling details:first-of-type button")) })
	b.shows("Two names, one actor.")
	if text := b.text(); strings.Contains(text, "Salt Brigade") {
		t.Errorf("two names are still two actors:\n%s", text)
	}
	b.after(func() { b.press("u") })
	b.shows("Salt Brigade")
}

// TestWeb_sourcesAreNamed lists who speaks by name; who is not named is counted,
// and a witness is masked and leads nowhere.
func TestWeb_sourcesAreNamed(t *testing.T) {
	t.Parallel()
	b := browseCase(t, namesCase(t))
	b.to("/s")
	b.shows("Balvek Hospital")
	b.shows("rest on nobody who is named")
	for _, words := range []string{"sources", "Mara", "Odel"} {
		if table := run1[string](b, `document.querySelector('tbody').innerText`); strings.Contains(table, words) {
			t.Errorf("the sources list %q:\n%s", words, table)
		}
	}
	b.to("/s/two%20sources")
	b.shows("no named source")
	b.to("/s/Mara%20Odel")
	b.shows("no named source")
	b.to("/s/Balvek%20Hospital")
	b.shows("Through whom")
	b.shows("The Herald → Balvek Hospital")
}

// TestWeb_disagreements shows each side's words side by side, who says them, and
// leads to the words.
func TestWeb_disagreements(t *testing.T) {
	t.Parallel()
	b := browseCase(t, demoCase(t))
	b.to("/x")
	b.do(chromedp.SetValue("select[name=letter]", "V"))
	b.after(func() { b.do(chromedp.Click(".filter button")) })
	sides := run1[int](b, `Math.min(...[...document.querySelectorAll('.disagreement')].map(d => d.querySelectorAll('.side').length))`)
	if letters := run1[string](b, `[...new Set([...document.querySelectorAll('.disagreement .dispute, .disagreement .letter')].map(e => e.textContent.trim()))].join(' ')`); letters != "✖ V" || sides < 2 {
		t.Errorf("asked for values that differ, the page shows %q with %d sides at least", letters, sides)
	}
	if silent := run1[int](b, `[...document.querySelectorAll('.side')].filter(s => !s.querySelector('.voices a') || !s.querySelector('.passage a')).length`); silent > 0 {
		t.Errorf("%d sides do not say who says it or where", silent)
	}
	b.after(func() { b.do(chromedp.Click(".side .passage a")) })
	if here := run1[string](b, `document.querySelector('#here')?.textContent ?? ''`); strings.TrimSpace(here) == "" {
		t.Error("no words are marked in the reader")
	}
}

// TestWeb_asItStood looks at a case as it stood before a ruling, says so on the
// page, and leads back.
func TestWeb_asItStood(t *testing.T) {
	t.Parallel()
	path := demoCase(t)
	b := browseCase(t, path)
	b.to("/i?status=rejected")
	b.shows("No incidents")
	b.to("/r")
	b.ready()
	b.key(enter) // decision 3, after two tables: the moment that is looked back at
	b.shows("Accepted.")
	b.ready()
	b.press("x")
	b.key(enter)
	b.shows("Rejected.")
	b.to("/i?status=rejected")
	incident := run1[string](b, `document.querySelector('.list a').getAttribute('href')`)
	b.to("/i?status=rejected&at=3")
	b.shows("The case as it stood through 3.")
	b.shows("No incidents")
	b.to(incident + "?at=3")
	b.shows("proposed")
	b.shows("Nobody has decided anything on it.")
	b.to("/i?at=3")
	b.after(func() { b.do(chromedp.Click(".list a")) }) // links stay at the moment
	b.shows("The case as it stood through 3.")
	b.to(incident + "?at=3")
	b.after(func() { b.do(chromedp.Click("main > .problem a")) })
	b.shows("rejected")
}
