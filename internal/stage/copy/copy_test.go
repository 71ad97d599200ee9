package copy

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
)

// A case holds two pages or more. A page begins with "== name; outlet X; agency
// Y; published 2024-08-03"; each of its lines is a paragraph.
func TestCompare_cases(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		all := pages(document)
		var out strings.Builder
		for i, x := range all {
			for _, y := range all[i+1:] {
				out.WriteString(show(x, y))
			}
		}
		return out.String()
	})
}

func pages(document string) []*stemma.Reading {
	var out []*stemma.Reading
	for _, part := range strings.Split("\n"+document, "\n== ")[1:] {
		head, text, _ := strings.Cut(part, "\n")
		out = append(out, page(head, text))
	}
	return out
}

// page is a reading as the line would make it, as far as copies need it.
func page(head, text string) *stemma.Reading {
	name, fields, _ := strings.Cut(head, ";")
	r := &stemma.Reading{Document: "d_" + name, Text: stemma.Text(text)}
	for _, field := range strings.Split(fields, ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(field), " ")
		switch key {
		case "outlet":
			r.Publication.Outlet.Name = value
		case "agency":
			r.Publication.Agency.Name = value
		case "title":
			r.Publication.Title.Name = value
		case "published", "clock":
			day, _ := stemma.ParseDay(value)
			r.Publication.Published = stemma.Interval{Earliest: day, Latest: day, Basis: stemma.BasisDateline}
			if key == "clock" {
				r.Publication.Published.Basis = stemma.BasisPageClock
			}
		}
	}
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:]+"\n", '\n')
		r.Regions = append(r.Regions, stemma.Region{Span: stemma.Span{Start: start, End: min(end+1, len(text))}, Kind: stemma.RegionBody})
		start = end + 1
	}
	r.Syntax.Quotations = quotations(text)
	return r
}

func quotations(text string) []stemma.Quotation {
	var out []stemma.Quotation
	for at := 0; ; {
		start := strings.Index(text[at:], "“")
		if start < 0 {
			return out
		}
		end := strings.Index(text[at+start:], "”")
		if end < 0 {
			return out
		}
		span := stemma.Span{Start: at + start, End: at + start + end + len("”")}
		out, at = append(out, stemma.Quotation{Span: span}), span.End
	}
}

func show(x, y *stemma.Reading) string {
	names := func(c *stemma.Copy) (string, string) {
		return strings.TrimPrefix(c.Document, "d_"), strings.TrimPrefix(c.Of, "d_")
	}
	c := Compare(x, y)
	if c == nil {
		return fmt.Sprintf("%s and %s: nothing\n", strings.TrimPrefix(x.Document, "d_"), strings.TrimPrefix(y.Document, "d_"))
	}
	a, b := names(c)
	out := fmt.Sprintf("%s of %s: %s, containment %.2f and %.2f, by %s, order %s\n",
		a, b, c.Relation, c.Containment[0], c.Containment[1], strings.Join(c.Basis, " and "), c.Order)
	if x.Document != c.Document {
		x, y = y, x
	}
	for _, p := range c.Shared {
		for _, d := range p.Differs {
			out += fmt.Sprintf("%q differs from %q\n", x.Words(d.Here), y.Words(d.There))
		}
	}
	return out
}

// A copy lends its own day and title; never one that was lent to it, never a
// page's clock, never to one that has its own.
func TestLend(t *testing.T) {
	bare := page("bare", "")
	dated := page("dated; published 2024-08-03; title Raid on Azhmir", "")
	clocked := page("clocked; clock 2024-08-03", "")
	given, changed := Lend(dated, bare)
	if !changed || given.Published.Basis != stemma.BasisCopy || given.Published.Earliest.String() != "2024-08-03" || given.Title != "Raid on Azhmir" {
		t.Errorf("from a dated page: %+v, %v", given, changed)
	}
	if _, changed := Lend(clocked, bare); changed {
		t.Error("a page's clock was lent")
	}
	lent := page("lent", "")
	lent.Publication.Published = given.Published
	if _, changed := Lend(lent, bare); changed {
		t.Error("a lent day was lent again")
	}
	if _, changed := Lend(dated, page("other; published 2024-08-01; title Other", "")); changed {
		t.Error("lent to a page that has its own")
	}
}

// Two texts that share thirteen words in a row share a fingerprint, wherever
// the words stand.
func TestFingerprints_findWhatIsShared(t *testing.T) {
	shared := "the guns above the harbour road fired on the third convoy that night"
	before := page("a", strings.Repeat("alpha beta gamma delta ", 9)+shared)
	after := page("b", shared+strings.Repeat(" some other words entirely", 9))
	have := map[uint64]bool{}
	for _, f := range Fingerprints(before) {
		have[f] = true
	}
	for _, f := range Fingerprints(after) {
		if have[f] {
			return
		}
	}
	t.Error("no fingerprint in common")
}

func FuzzCompare(f *testing.F) {
	f.Add("one two three four five six seven eight nine ten", "zero one two three four five six seven 8 nine ten")
	f.Add("“a b c d e f g h” said x", "y said “a b c d e f g h”")
	f.Add("a a a a a a a a a a a a a a", "a a a a a a a a")
	f.Add("é\xff ü\nß é\xff ü ß é ü ß", "\n\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := page("x; outlet Post", a), page("y; outlet Times", b)
		l := align(words(x), words(y))
		checkRuns(t, l)
		checkRuns(t, l.refined())
		checkPassages(t, l.refined().passages(), x, y)
		one, other := Compare(x, y), Compare(y, x)
		if !reflect.DeepEqual(one, other) {
			t.Errorf("the order of the two matters: %+v, %+v", one, other)
		}
		if one != nil && (one.Containment[0] < 0 || one.Containment[0] > 1 || one.Containment[1] < 0 || one.Containment[1] > 1) {
			t.Errorf("containment %v", one.Containment)
		}
	})
}

// The words of a run are the same in both, and each word is in one run.
func checkRuns(t *testing.T, l alignment) {
	t.Helper()
	here, there := map[int]bool{}, map[int]bool{}
	for _, r := range l.runs {
		for k := range r.length {
			if l.a[r.here+k].text != l.b[r.there+k].text || here[r.here+k] || there[r.there+k] {
				t.Fatalf("run %+v does not hold at word %d", r, k)
			}
			here[r.here+k], there[r.there+k] = true, true
		}
	}
}

// Passages lie inside both texts and what differs inside its passage.
func checkPassages(t *testing.T, all []stemma.Passage, x, y *stemma.Reading) {
	t.Helper()
	for _, p := range all {
		if x.Words(p.Here) == "" || y.Words(p.There) == "" {
			t.Fatalf("passage %+v leaves the text", p)
		}
		for _, d := range p.Differs {
			if !d.Here.Empty() && !p.Here.Contains(d.Here) || !d.There.Empty() && !p.There.Contains(d.There) {
				t.Fatalf("difference %+v leaves its passage %+v", d, p)
			}
		}
	}
}

// report is a text of n words that do not repeat.
func report(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "word%d ", i*7919%n)
		if i%60 == 59 {
			out.WriteByte('\n')
		}
	}
	return out.String()
}

func BenchmarkCompare(b *testing.B) {
	x, y := page("x", report(1200)), page("y", report(1200)[400:])
	for b.Loop() {
		Compare(x, y)
	}
}

func BenchmarkFingerprints(b *testing.B) {
	x := page("x", report(1200))
	for b.Loop() {
		Fingerprints(x)
	}
}
