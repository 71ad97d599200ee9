package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// atlasCase is an invented case on real ground, since only that has outlines: a
// province, a town, a movement between two of them, a border, a place that two
// accounts put in two countries, what has no place and what has no day.
func atlasCase(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "atlas.stemma")
	if err := sqlite.Create(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	c, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	day := func(n int) stemma.Interval {
		d := stemma.NewDay(2031, time.March, n)
		return stemma.Interval{Earliest: d, Latest: d, Precision: stemma.PrecisionDay, Basis: stemma.BasisWords}
	}
	at := func(role, name, country string, lat, lon float64, precision stemma.Precision, radius int, kind string) stemma.Scene {
		return stemma.Scene{Role: role, Place: stemma.Place{ID: "x:" + name, Name: name, Country: country, Lat: lat, Lon: lon, Precision: precision, Radius: radius, Kind: kind}}
	}
	salto := at("in", "Salto", "UY", -31.4, -57.0, stemma.PrecisionProvince, 70000, "province")
	oruna := at("in", "Oruna", "UY", -32.3, -58.1, stemma.PrecisionTown, 4000, "town")
	vedra := at("to", "Vedra", "UY", -31.0, -56.0, stemma.PrecisionVillage, 1000, "village")
	border := at("in", "Brazil–Uruguay border", "", -30.9, -55.5, stemma.PrecisionLine, 90000, "border")
	abroad := at("in", "Kelsbro", "BR", -30.4, -54.6, stemma.PrecisionTown, 5000, "town")
	from := oruna
	from.Role = "from"
	var all []stemma.Incident
	tell := func(id, acled string, when stemma.Interval, places ...stemma.Scene) *stemma.Incident {
		all = append(all, stemma.Incident{ID: "i_" + strings.Repeat("0", 15) + id, Title: acled, Type: "ASSAULT", ACLED: acled, Status: stemma.Proposed, When: when, Places: places,
			Assessment: stemma.Assessment{Origins: stemma.Origins{Min: 1, Max: 1}}})
		return &all[len(all)-1]
	}
	tell("1", "Shelling/artillery/missile attack", day(2), salto)
	tell("2", "Air/drone strike", day(4), oruna).Status = stemma.Accepted
	tell("3", "Change to group/activity", day(9), from, vedra)
	tell("4", "Armed clash", day(20), border)
	tell("5", "Non-state actor overtakes territory", day(28), abroad, vedra).Assessment.Disagreements = []stemma.Disagreement{
		{ID: "x_1", Type: stemma.DisagreeValue, Field: "place", Sides: []stemma.Side{{Value: "Kelsbro"}, {Value: "Vedra"}}}}
	tell("6", "Abduction/forced disappearance", day(30))
	tell("7", "Looting/property destruction", stemma.Interval{Latest: stemma.NewDay(2031, time.April, 1)}, oruna)
	if err := c.Put(context.Background(), store.Change{Joined: &store.Joined{Incidents: all}}); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	shelling = "i_0000000000000001"
	strike   = "i_0000000000000002"
	movement = "i_0000000000000003"
	taken    = "i_0000000000000005"
	looting  = "i_0000000000000007"
)

// drawn waits until the map is there.
func (b *browser) drawn() {
	b.Helper()
	for range 200 {
		if run1[string](b, `document.querySelector('[data-map]')?.dataset.drawn ?? ''`) != "" {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	b.Fatalf("no map is drawn: %.300s", b.text())
}

// picked is what is selected: by the address, in the table, on the map, on the
// timeline, and in the panel beside.
func (b *browser) picked() string {
	b.Helper()
	return run1[string](b, `[location.hash.slice(1), ...['tr.picked', '.leafletmap .picked', '.timesvg a.picked', '[data-picked]:not([hidden]) a']
		.map(s => document.querySelector(s)).map(e => !e ? '-' : e.dataset?.id ?? e.getAttribute('aria-label') ?? e.getAttribute('href'))].join(' | ')`)
}

func (b *browser) wantPicked(parts ...string) {
	b.Helper()
	time.Sleep(40 * time.Millisecond)
	for _, part := range parts {
		if got := b.picked(); !strings.Contains(got, part) {
			b.Errorf("picked is %s, want %s in it", got, part)
		}
	}
}

// arrow presses an arrow or Tab where the focus is.
func (b *browser) arrow(key string) {
	b.Helper()
	for _, kind := range []input.DispatchKeyEventType{"rawKeyDown", "keyUp"} {
		if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key, Code: key}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWeb_oneFilterForAllViews narrows the list by mouse and by keyboard and
// finds the same incidents in the table, on the map and on the timeline.
func TestWeb_oneFilterForAllViews(t *testing.T) {
	t.Parallel()
	b := browseCase(t, atlasCase(t))
	count := func() (rows, marks, spans int) {
		b.drawn()
		rows, marks = run1[int](b, `document.querySelectorAll('tr[data-id]').length`), run1[int](b, `document.querySelectorAll('.leafletmap path.reach').length`)
		b.key("3")
		return rows, marks, run1[int](b, `document.querySelectorAll('.timesvg a[data-id]').length`)
	}
	b.to("/i?view=map")
	if rows, marks, spans := count(); rows != 7 || marks != 5 || spans != 6 {
		t.Errorf("all: %d rows, %d marks, %d on the timeline", rows, marks, spans)
	}
	b.key("2")
	b.press("f") // by keyboard: the filter, typed
	b.do(chromedp.SendKeys(".filter input[name=q]", "place:oruna dated:yes"))
	b.after(func() { b.press(enter) })
	if rows, marks, spans := count(); rows != 2 || marks != 2 || spans != 2 {
		t.Errorf("place:oruna: %d rows, %d marks, %d on the timeline", rows, marks, spans)
	}
	b.after(func() { b.do(chromedp.Click(".asked a")) }) // by mouse: one of the two taken away
	b.after(func() { b.do(chromedp.Click(".timesvg a:not([data-id])")) })
	b.key("2")
	if rows, marks, _ := count(); rows != 1 || marks != 1 || !strings.Contains(run1[string](b, `location.search`), "from%3A2031-03-02") {
		t.Errorf("a bar of the timeline: %d rows, %d marks, %s", rows, marks, run1[string](b, `location.search`))
	}
	b.to("/i?view=map&q=plaec:oruna")
	b.shows("did you mean place?")
}

// TestWeb_oneSelectionForAllViews picks with mouse and keyboard in each view.
func TestWeb_oneSelectionForAllViews(t *testing.T) {
	t.Parallel()
	b := browseCase(t, atlasCase(t))
	b.to("/i?view=map")
	b.drawn()
	b.do(chromedp.Click(`.leafletmap [aria-label^="Salto"]`)) // on the map, by mouse
	b.wantPicked(shelling, "Salto: 1 incident")
	b.key("3") // the next view has it too
	b.wantPicked(shelling+" | "+shelling, "| "+shelling+" | /i/"+shelling)
	b.do(chromedp.Click(`.timesvg a[data-id="` + strike + `"]`)) // on the timeline
	b.wantPicked(strike + " | " + strike)
	b.key("2")
	b.drawn()
	b.wantPicked(strike, "Oruna: 3 incidents, known to 4 km", "/i/"+strike)
	b.shows("Selected")
	b.do(chromedp.Click(`.tray [data-id="` + looting + `"] .under`)) // in the tray
	b.wantPicked(looting, "Oruna")
	for range 3 { // in the table, by keyboard
		b.press("j")
	}
	b.wantPicked(run1[string](b, `document.activeElement.closest('tr').dataset.id`))
	b.do(chromedp.Focus(`.leafletmap [aria-label^="Oruna"]`)) // on the map, by keyboard: to the east of Oruna lies Salto
	b.arrow("ArrowRight")
	b.arrow("Enter")
	if words := run1[string](b, `document.activeElement.getAttribute('aria-label')`); strings.HasPrefix(words, "Oruna") {
		t.Errorf("the arrow stays on %s", words)
	}
	b.wantPicked(run1[string](b, `document.activeElement.getAttribute('aria-label')`))
	b.do(chromedp.Click(`.leafletmap path.movement`))
	b.wantPicked(movement)
}

// TestWeb_disputedPlace shows two circles joined by a zig-zag, in words too, a
// border as its line, a province by its outline; and all of it without scripts.
func TestWeb_disputedPlace(t *testing.T) {
	t.Parallel()
	path := atlasCase(t)
	b := browseCase(t, path)
	b.to("/i?view=map&q=disputed:values")
	b.drawn()
	if words := run1[string](b, `document.querySelector('.leafletmap path.dispute-line').getAttribute('aria-label')`); words != "two accounts of where: Kelsbro, Vedra" {
		t.Errorf("the dispute is told as %q", words)
	}
	if n := run1[int](b, `document.querySelectorAll('.leafletmap path.reach.disputed').length`); n != 2 {
		t.Errorf("%d places are marked as disputed", n)
	}
	b.do(chromedp.Focus(`.leafletmap path.dispute-line`))
	b.arrow("Enter")
	b.wantPicked(taken)

	b.to("/i?view=map")
	b.drawn()
	for _, what := range []string{".hatched.p-province", ".stretch.p-line", ".s-accepted, .s-mixed", ".movement"} {
		if n := run1[int](b, `document.querySelectorAll('.leafletmap path:is(`+what+`)').length`); n != 1 {
			t.Errorf("%d marks are %s", n, what)
		}
	}
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	b.axe("map with a selection", string(axe))
}

// TestWeb_outOfTheTray dates what nobody dates by an anchor, and sees it move from
// the tray to the timeline.
func TestWeb_outOfTheTray(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "siege.stemma")
	report := "Oruna Herald\n\nOrvane bombed the port for a second day, the mayor said.\n"
	if err := os.WriteFile(filepath.Join(folder, "one.txt"), []byte(report), 0o600); err != nil {
		t.Fatal(err)
	}
	runStemma(t, "init", path)
	runStemma(t, "add", "--case", path, filepath.Join(folder, "one.txt"))
	b := browseCase(t, path)
	b.to("/i?view=timeline")
	b.shows("Undated 1")
	b.shows("Nothing here has a day: see the tray.")
	b.after(func() { b.do(chromedp.Click(".tray a[href='/anchors']")) })
	b.do(chromedp.SendKeys("input[name=sentence]", "Orvane bombed the port"), chromedp.SendKeys("input[name=date]", "2023-06-02"))
	b.after(func() { b.do(chromedp.Click("form.stack button")) })
	b.to("/i?view=timeline")
	b.shows("2023-06-03")
	if text := b.text(); strings.Contains(text, "Undated") {
		t.Errorf("it is dated, and still in the tray:\n%.600s", text)
	}
	if words := run1[string](b, `document.querySelector('.timesvg a[data-id]').getAttribute('aria-label')`); !strings.HasPrefix(words, "2023-06-03") {
		t.Errorf("on the timeline it is told as %q", words)
	}
}
