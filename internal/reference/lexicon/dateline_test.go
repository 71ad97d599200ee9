package lexicon_test

import (
	"testing"

	"stemma/internal/reference/lexicon"
)

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ words, day, other string }{
		{"NOV 13, 2025", "2025-11-13", ""},
		{"Thursday 13th of November, 2025", "2025-11-13", ""},
		{"13. November 2025, 9:12 Uhr", "2025-11-13", ""},
		{"13 de noviembre de 2025", "2025-11-13", ""},
		{"1er décembre 2025", "2025-12-01", ""},
		{"13 ноября 2025 г.", "2025-11-13", ""},
		{"13 نوفمبر 2025", "2025-11-13", ""},
		{"2025年11月13日", "2025-11-13", ""},
		{"2025-11-13T22:10:00+02:00", "2025-11-13", ""},
		{"20251113", "2025-11-13", ""},
		{"13.11.2025", "2025-11-13", ""},
		{"13.11.2512:44", "2025-11-13", ""}, // a clock time run into it
		{"05.11.2025", "2025-11-05", ""},
		{"05/11/2025", "2025-11-05", "2025-05-11"},
		{"11/13/2025", "2025-11-13", ""},
		{"13.11.25", "2025-11-13", ""},
		{"13-Nov-2025", "2025-11-13", ""},
		{"Thu Nov 13 19:22:11 EDT 2025", "2025-11-13", ""},
		{"Thu, 13 Nov 2025 10:00:00 GMT", "2025-11-13", ""},
		{"30 February 2025", "", ""},
		{"version 1.2.25.4", "", ""},
		{"in November 2025", "", ""},
		{"on Thursday", "", ""},
		{"call 501-601-0315", "", ""},
	} {
		var day, other string
		if found := lexicon.Datelines(c.words); len(found) > 0 {
			day, other = found[0].Day.String(), found[0].Other.String()
		}
		if day != c.day || other != c.other {
			t.Errorf("%q: got %q (or %q), want %q (or %q)", c.words, day, other, c.day, c.other)
		}
	}
}

func TestAddressDate(t *testing.T) {
	for address, want := range map[string]string{
		"https://post.example/2021/03/04/bridge":     "2021-03-04",
		"https://post.example/2021/mar/4/bridge":     "2021-03-04",
		"https://post.example/20210304/bridge":       "2021-03-04",
		"https://post.example/04-03-2021-bridge":     "", // the order is open
		"https://post.example/24-03-2021-bridge":     "2021-03-24",
		"https://post.example/2021/03/bridge":        "",
		"https://post.example/news/1234567890":       "",
		"https://2021-03-04.example/bridge?d=2021-1": "",
		"": "",
	} {
		day, _ := lexicon.AddressDate(address)
		if day.String() != want {
			t.Errorf("%s: got %q, want %q", address, day, want)
		}
	}
}

func TestStamp(t *testing.T) {
	for value, want := range map[string]string{
		"2021-03-04T09:30:00+02:00": "2021-03-04", "1614848400": "2021-03-04", "1614848400000": "2021-03-04", "yesterday": "",
	} {
		date, _ := lexicon.Stamp(value)
		if date.Day.String() != want {
			t.Errorf("%s: got %q, want %q", value, date.Day, want)
		}
	}
}

func TestDayMonths(t *testing.T) {
	for words, want := range map[string]string{
		"Friday, 15 March": "15 March", "SALUWE, Sept. 5 (Lanterna)": "Sept. 5", "They may go in 5 hours": "", "on 4 marches": "",
	} {
		got := ""
		if spans := lexicon.DayMonths(words); len(spans) > 0 {
			got = words[spans[0].Start:spans[0].End]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}

func FuzzDatelines(f *testing.F) {
	f.Add("Thu Nov 13 19:22:11 EDT 2025, 05/11/25")
	f.Add("2025年11月13日 20251113 1er 99999999999")
	f.Fuzz(func(t *testing.T, words string) {
		at := 0
		for _, d := range lexicon.Datelines(words) {
			if d.Span.Start < at || d.Span.End <= d.Span.Start || d.Span.End > len(words) || d.Day == 0 {
				t.Fatalf("%+v in %q", d, words)
			}
			at = d.Span.End
		}
		lexicon.DayMonths(words)
		lexicon.AddressDate(words)
		lexicon.Stamp(words)
	})
}
