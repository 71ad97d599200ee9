package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os/exec"
	"slices"
	"sync"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// An atlas is a browser without a window on the map of all incidents.
type atlas struct {
	context.Context
	base string

	mu     sync.Mutex
	frames []float64 // when each was drawn, in microseconds
	ended  bool
}

// drawAtlas draws the map of all incidents, pans and zooms it, and tells from
// Chromium's trace how long each frame took; then the same page with JavaScript
// off.
func drawAtlas(client *http.Client, link, base string) error {
	path, err := exec.LookPath("chromium-headless-shell")
	if err != nil {
		path, err = exec.LookPath("chromium")
	}
	if err != nil {
		return fmt.Errorf("find Chromium: %w", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1280, 900))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	ctx, cancel := chromedp.NewContext(allocator)
	defer cancel()
	a := &atlas{Context: ctx, base: base}
	if err := chromedp.Listen(ctx, a.hear); err != nil {
		return err
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(link)); err != nil {
		return err
	}
	if err := a.open(); err != nil {
		return err
	}
	for _, move := range []struct {
		name string
		do   func() error
	}{{"pan", a.pan}, {"zoom by four levels", a.zoom}, {"pan, nearer", a.pan}} {
		if err := a.traced(move.name, move.do); err != nil {
			return err
		}
	}
	return a.withoutScript(client)
}

func (a *atlas) open() error {
	began := time.Now()
	if err := chromedp.Do(a, chromedp.Navigate(a.base+"/i?view=map")); err != nil {
		return err
	}
	for {
		drawn, err := chromedp.Run(a, chromedp.Evaluate[string](`document.querySelector('[data-map]')?.dataset.drawn ?? ''`))
		if err != nil {
			return err
		}
		if drawn != "" {
			bytes, err := chromedp.Run(a, chromedp.Evaluate[int](`performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((n, e) => n + e.decodedBodySize, 0)`))
			fmt.Printf("map drawn after %s: %s marks and groups, %d KB with the page and all assets\n\nmove | frames | median ms | 95 of 100 | slowest\n", time.Since(began).Round(time.Millisecond), drawn, bytes>>10)
			return err
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// hear collects when frames were drawn.
func (a *atlas) hear(event any) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch e := event.(type) {
	case *tracing.EventDataCollected:
		for _, value := range e.Value {
			var one struct {
				Name string  `json:"name"`
				At   float64 `json:"ts"`
			}
			if json.Unmarshal(value, &one) == nil && one.Name == "DrawFrame" {
				a.frames = append(a.frames, one.At)
			}
		}
	case *tracing.EventTracingComplete:
		a.ended = true
	}
}

// traced does something and prints the time between its frames.
func (a *atlas) traced(name string, do func() error) error {
	a.mu.Lock()
	a.frames, a.ended = nil, false
	a.mu.Unlock()
	config := &tracing.TraceConfig{IncludedCategories: []string{"devtools.timeline", "disabled-by-default-devtools.timeline", "disabled-by-default-devtools.timeline.frame"}}
	if _, err := chromedp.Call(a, tracing.Start, tracing.StartParams{TraceConfig: config}); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	if _, err := chromedp.Call(a, tracing.End, struct{}{}); err != nil {
		return err
	}
	for range 300 {
		a.mu.Lock()
		ended := a.ended
		a.mu.Unlock()
		if ended {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	slices.Sort(a.frames)
	var took []float64
	for i := range max(0, len(a.frames)-1) {
		if ms := (a.frames[i+1] - a.frames[i]) / 1000; ms > 1 { // two drawings of one frame
			took = append(took, ms)
		}
	}
	if len(took) == 0 {
		return fmt.Errorf("%s: the trace has no frames", name)
	}
	slices.Sort(took)
	share := func(s float64) float64 { return took[int(s*float64(len(took)-1))] }
	fmt.Printf("%s | %d | %.0f | %.0f | %.0f\n", name, len(took), share(.5), share(.95), share(1))
	return nil
}

// pan drags the map by some 400 pixels in sixty steps, and lets go.
func (a *atlas) pan() error {
	const x, y, steps = 500, 500, 60
	mouse := func(kind input.DispatchMouseEventType, dx, dy float64) error {
		_, err := chromedp.Call(a, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x + dx, Y: y + dy, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
		return err
	}
	if err := mouse("mousePressed", 0, 0); err != nil {
		return err
	}
	for n := range steps {
		if err := mouse("mouseMoved", -6*float64(n), -2*float64(n)); err != nil {
			return err
		}
		time.Sleep(16 * time.Millisecond)
	}
	err := mouse("mouseReleased", -6*steps, -2*steps)
	time.Sleep(500 * time.Millisecond)
	return err
}

func (a *atlas) zoom() error {
	for range 4 {
		if err := chromedp.Do(a, chromedp.Click(`.maptools button`)); err != nil {
			return err
		}
		time.Sleep(600 * time.Millisecond)
	}
	return nil
}

// withoutScript asks for the page that draws its map and timeline by itself.
func (a *atlas) withoutScript(client *http.Client) error {
	fmt.Println("\nwithout JavaScript, page | median | 95 of 100 | slowest | KB")
	for _, address := range []string{"/i?view=map", "/i?view=timeline", "/i?view=map&box=0,0,20,30"} {
		if err := time1(client, a.base, func(int) string { return address }, 20); err != nil {
			return err
		}
	}
	if _, err := chromedp.Call(a, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		return err
	}
	began := time.Now()
	if err := chromedp.Do(a, chromedp.Navigate(a.base+"/i?view=map")); err != nil {
		return err
	}
	fmt.Printf("loaded and laid out by the browser in %s\n", time.Since(began).Round(time.Millisecond))
	return nil
}
