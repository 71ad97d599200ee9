package main

import (
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// TestWeb_screens opens every screen and narrows it: none is broken, none is
// wider than the window, axe finds no serious fault on any, and none asks for
// anything but what its own server has.
func TestWeb_screens(t *testing.T) {
	t.Parallel()
	b := browseCase(t, demoCase(t))
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := b.asksElsewhere()
	screens := b.screens()
	for _, name := range slices.Sorted(maps.Keys(screens)) {
		b.to(screens[name])
		for _, width := range []int{1280, 390} {
			b.do(chromedp.EmulateViewport(int64(width), 900))
			b.fits(name, width)
			b.shot(name, width)
			if width == 1280 { // the same page; what is narrow is measured above
				b.axe(name, string(axe))
			}
		}
	}
	if asked := elsewhere(); len(asked) > 0 {
		t.Errorf("the pages asked for %v", asked)
	}
}

// fits reports a page that is wider than its window, and what stands out of it.
func (b *browser) fits(name string, width int) {
	b.Helper()
	if wide := run1[int](b, `document.documentElement.scrollWidth`); wide > width {
		b.Errorf("%s is %d px wide in a window of %d: %s", name, wide, width, run1[string](b, `[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll')).slice(0,4).map(e => e.tagName + '.' + e.className.toString() + ' ' + e.textContent.slice(0, 40)).join(' | ')`))
	}
}

// asksElsewhere listens from now on, and tells what was asked of other servers.
func (b *browser) asksElsewhere() func() []string {
	b.Helper()
	var mu sync.Mutex
	var asked []string
	err := chromedp.Listen(b.ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok && !strings.HasPrefix(e.Request.URL, b.base) && !strings.HasPrefix(e.Request.URL, "data:") {
			mu.Lock()
			defer mu.Unlock()
			asked = append(asked, e.Request.URL)
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(asked)
	}
}

// axe reports what axe-core calls serious or critical. It takes a second or two
// for a screen; without STEMMA_SCREENS=all it looks at one.
func (b *browser) axe(name, script string) {
	b.Helper()
	if os.Getenv("STEMMA_SCREENS") != "all" && name != "incident" {
		return
	}
	run1[bool](b, script+"; true")
	found, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`axe.run(document, {iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})
		.then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
		.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 140) + ' (' + (n.any[0]?.message ?? n.all[0]?.message ?? '').slice(0, 120) + ')').join(' | ')).join('\n'))`, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	if strings.TrimSpace(found) != "" {
		b.Errorf("%s: %s", name, found)
	}
}
