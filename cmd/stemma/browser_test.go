package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"stemma/internal/web"
)

// A browser is a real one without a window, let into one case.
type browser struct {
	*testing.T
	ctx      context.Context
	base     string
	casefile string
	server   *web.Server
}

// chromium is where the browser is; the test is skipped where there is none.
func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("long")
	}
	for _, name := range []string{"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium here; on Debian: apt-get install chromium-headless-shell")
	return ""
}

// browseCase serves a case to a fresh browser.
func browseCase(t *testing.T, casefile string) *browser {
	t.Helper()
	chromium(t)
	server, base := serveHere(t, casefile)
	b := openBrowser(t, base)
	b.casefile, b.server = casefile, server
	b.do(chromedp.Navigate(server.Link()))
	return b
}

// openBrowser opens a window that knows nothing of others, for the pages under an
// address.
func openBrowser(t *testing.T, base string) *browser {
	t.Helper()
	ctx, cancel := chromedp.NewContext(oneBrowser(chromium(t)), chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	ctx, cancelTime := context.WithTimeout(ctx, 9*time.Minute)
	t.Cleanup(cancelTime)
	b := &browser{T: t, ctx: ctx, base: base}
	b.do(chromedp.EmulateViewport(1280, 900))
	return b
}

// startBrowser starts one that draws in its own process: what a graphics card
// does elsewhere is waste here.
func startBrowser(path string) (context.Context, context.CancelFunc) {
	options := append(append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("disable-gpu", true), chromedp.Flag("in-process-gpu", true),
		chromedp.Flag("force-prefers-reduced-motion", true), chromedp.WindowSize(1280, 900))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ := chromedp.NewContext(allocator) // stopping the allocator closes it too
	return ctx, stop
}

// The browser that all tests share, each in a window of its own; starting one
// takes longer than most walks.
var (
	starting     sync.Once
	theBrowser   context.Context
	closeBrowser = func() {}
)

func oneBrowser(path string) context.Context {
	starting.Do(func() {
		theBrowser, closeBrowser = startBrowser(path)
		if err := chromedp.Do(theBrowser); err != nil {
			panic(fmt.Sprintf("start Chromium: %v", err))
		}
	})
	return theBrowser
}

// serveHere serves a case of its own to this test; "" is the start page.
func serveHere(t *testing.T, casefile string) (*web.Server, string) {
	t.Helper()
	desk := shelfOfCases{}
	options := web.Options{Cases: desk, Version: "stemma test"}
	if casefile != "" {
		c, err := desk.Open(context.Background(), casefile)
		if err != nil {
			t.Fatal(err)
		}
		options.Case = c
	}
	listener := httptest.NewUnstartedServer(nil)
	server, err := web.NewServer(listener.Listener.Addr().String(), options)
	if err != nil {
		t.Fatal(err)
	}
	listener.Config.Handler = server
	listener.Start()
	t.Cleanup(func() {
		listener.CloseClientConnections()
		listener.Close()
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return server, listener.URL
}

// demoCase is the sample, made once for all tests and copied for each.
func demoCase(t *testing.T) string {
	t.Helper()
	bytes, err := sampleCase()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sample.stemma")
	if err := os.WriteFile(path, bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sampleCase is the file that `stemma demo` makes.
var sampleCase = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "sample")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	if code := run(context.Background(), []string{"demo", folder}, nil, io.Discard, io.Discard); code != 0 {
		return nil, fmt.Errorf("stemma demo: exit code %d", code)
	}
	return os.ReadFile(filepath.Join(folder, "sample.stemma"))
})

func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatalf("in the browser: %v", err)
	}
}

// to goes to a page of the case.
func (b *browser) to(path string) {
	b.Helper()
	b.do(chromedp.Navigate(b.base + path))
}

// text is what the page shows.
func (b *browser) text() string {
	b.Helper()
	return run1[string](b, `document.querySelector('main')?.innerText ?? ''`)
}

func run1[T any](b *browser, script string) T {
	b.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	for range 40 {
		if err == nil || !strings.Contains(err.Error(), "navigated") {
			break
		}
		time.Sleep(25 * time.Millisecond) // the page goes away while it is asked: the next one answers
		out, err = chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	}
	if err != nil {
		b.Fatalf("%s: %v", script, err)
	}
	return out
}

// press presses one key, as a command and not as a letter; text types.
func (b *browser) press(key string) {
	b.Helper()
	if key == enter {
		b.do(chromedp.KeyEvent(enter))
		return
	}
	for _, kind := range []input.DispatchKeyEventType{"rawKeyDown", "keyUp"} {
		if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key}); err != nil {
			b.Fatal(err)
		}
	}
}

// shows waits until the page holds some words.
func (b *browser) shows(words string) {
	b.Helper()
	for range 100 {
		if strings.Contains(run1[string](b, `document.body?.innerText ?? ''`), words) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.Fatalf("%s never shows %q; it shows:\n%.1500s", b.where(), words, b.text())
}

func (b *browser) where() string {
	b.Helper()
	u, err := url.Parse(run1[string](b, `location.href`))
	if err != nil {
		b.Fatal(err)
	}
	return u.Path
}

// daily are the screens on which people spend their day.
var daily = []string{"overview", "review", "incidents", "map", "timeline", "incident", "document", "disagreements", "brief"}

// screens are the daily pages of a case; all of them, which takes a minute more,
// where STEMMA_SCREENS=all asks for it, as .ci/run does.
func (b *browser) screens() map[string]string {
	b.Helper()
	all := b.allScreens()
	if os.Getenv("STEMMA_SCREENS") == "all" {
		return all
	}
	maps.DeleteFunc(all, func(name, _ string) bool { return !slices.Contains(daily, name) })
	return all
}

// allScreens are all pages of a case, each by an address that shows it full.
func (b *browser) allScreens() map[string]string {
	b.Helper()
	b.to("/i")
	incident := run1[string](b, `document.querySelector('.list a').getAttribute('href')`)
	b.to("/c")
	claim := run1[string](b, `document.querySelector('.list a').getAttribute('href')`)
	b.to("/d")
	document := run1[string](b, `[...document.querySelectorAll('.list a')].find(a => a.textContent.includes('depot') || a.textContent.includes('bridge'))?.getAttribute('href') ?? document.querySelector('.list a').getAttribute('href')`)
	b.to("/copies")
	compare := run1[string](b, `document.querySelector('.list a').getAttribute('href')`)
	b.to("/x")
	dispute := run1[string](b, `document.querySelector('.disagreement h3 a').getAttribute('href')`)
	first := func(list string) string {
		b.to(list)
		return run1[string](b, `document.querySelector('.list a').getAttribute('href')`)
	}
	return map[string]string{
		"sources": "/s", "source": first("/s"), "actors": "/a", "actor": first("/a"), "places": "/p", "place": first("/p"), "disagreements-value": "/x?letter=V",
		"overview": "/", "review": "/r", "review-ucdp": "/r?book=ucdp", "incidents": "/i", "incidents-tray": "/i?tray=yes", "map": "/i?view=map", "timeline": "/i?view=timeline", "incident": incident, "print": incident + "/print",
		"documents": "/d", "documents-add": "/d?add=yes", "document": document, "document-residue": document + "?residue=yes", "document-add": document + "?add=yes",
		"document-original": document + "?tab=original", "document-source": document + "?tab=source",
		"copies": "/copies", "compare": compare, "claims": "/c", "claim": claim, "disagreements": "/x", "disagreement": dispute,
		"brief": "/brief?since=2000-01-01", "brief-empty": "/brief", "match": "/match", "anchors": "/anchors", "search": "/q?q=bridge", "search-empty": "/q", "history": "/h", "keys": "/keys", "api": "/api", "missing": "/i/i_0000000000000000",
	}
}

// shot writes a picture of the page into $STEMMA_SCREENSHOTS, if that is set.
func (b *browser) shot(name string, width int) {
	b.Helper()
	folder := os.Getenv("STEMMA_SCREENSHOTS")
	if folder == "" {
		return
	}
	image, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(90))
	if err != nil {
		b.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s-%d.jpg", name, width)), image, 0o644); err != nil {
		b.Fatal(err)
	}
}
