package web

import "testing"

func TestKeep(t *testing.T) {
	for page, want := range map[string]string{
		`<a href="/i/i_12#e">`:                         `<a href="/i/i_12?at=2031-03-01#e">`,
		`<a class="x" href="/i?q=place%3Aoruna">`:      `<a class="x" href="/i?q=place%3Aoruna&amp;at=2031-03-01">`,
		`<a href="/x.csv">`:                            `<a href="/x.csv?at=2031-03-01">`,
		`<form class="filter" action="/x">`:            `<form class="filter" action="/x"><input type="hidden" name="at" value="2031-03-01">`,
		`<form method="post" action="/i/i_12/decide">`: `<form method="post" action="/i/i_12/decide">`,
		`<a href="/d/d_12?at=120,164">`:                `<a href="/d/d_12?at=120,164">`,
		`<a href="/incoming">`:                         `<a href="/incoming">`,
	} {
		if got := keep(page, "2031-03-01"); got != want {
			t.Errorf("%s\n got %s\nwant %s", page, got, want)
		}
	}
}
