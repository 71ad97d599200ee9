// Package input is the way in: it cuts what was handed over into items, and
// turns the bytes of one document into characters, blocks and the properties
// that its own markup states. What a block is (body, comment, residue) it leaves
// to the stages; where the bytes come from and what is kept of them, to the
// caller. In: "page.html" and its bytes; out: a reading whose text is
// "Bridge reopens\n\nThe bridge …", with one block for each heading and paragraph.
package input

import (
	"cmp"
	"fmt"
	"time"

	"stemma"
)

// MaxBytes is the size of the largest document that is read. The longest of
// 672 saved pages has 1.5 MiB; this leaves room for ten times that.
const MaxBytes = 16 << 20

// An Item is one document as it came in, with what came beside its bytes.
type Item struct {
	Name      string // the path as given, "-" for standard input
	MediaType string
	Bytes     []byte
	Label
	Fault error // why it cannot be read, if that is known already
}

// A Label is what is written on the outside of an item: by a manifest, a line of
// JSON, the header of a saved page or a person. All of it may be empty.
type Label struct {
	URL       string
	Outlet    string
	Published string // 2015-10-01, 2015-10 or 2015
	Captured  string // 2015-10-01 or 2015-10-01T09:30:00Z
	By        string
	Note      string
}

// Under fills what the label leaves empty from another one.
func (l Label) Under(other Label) Label {
	return Label{
		URL: cmp.Or(l.URL, other.URL), Outlet: cmp.Or(l.Outlet, other.Outlet),
		Published: cmp.Or(l.Published, other.Published), Captured: cmp.Or(l.Captured, other.Captured),
		By: cmp.Or(l.By, other.By), Note: cmp.Or(l.Note, other.Note),
	}
}

// Check refuses in words a label whose dates cannot be read.
func (l Label) Check() error {
	_, given := Item{Label: l}.Given()
	_, captured := Item{Label: l}.Capture("")
	if err := cmp.Or(given, captured); err != nil {
		return fmt.Errorf("%w: %w", stemma.ErrUsage, err)
	}
	return nil
}

// Document names the item's bytes, and refuses in words those that cannot be
// read at all.
func (i Item) Document() (stemma.Document, error) {
	if err := cmp.Or(i.Fault, refuse(i.Bytes)); err != nil {
		return stemma.Document{}, err
	}
	return stemma.NewDocument(i.MediaType, i.Bytes), nil
}

// Given is what the label says as a person would say it.
func (i Item) Given() (stemma.Given, error) {
	published, err := interval(i.Published)
	if err != nil {
		return stemma.Given{}, err
	}
	return stemma.Given{URL: i.URL, Outlet: i.Outlet, Published: published}, nil
}

// interval is a date, a month or a year as a person writes it in a table.
func interval(s string) (stemma.Interval, error) {
	for _, form := range []struct {
		layout              string
		years, months, days int
		precision           stemma.TimePrecision
	}{
		{time.DateOnly, 0, 0, 1, stemma.PrecisionDay},
		{time.RFC3339, 0, 0, 1, stemma.PrecisionDay},
		{"2006-01-02 15:04:05", 0, 0, 1, stemma.PrecisionDay},
		{"2006-01", 0, 1, 0, stemma.PrecisionMonth},
		{"2006", 1, 0, 0, stemma.PrecisionYear},
	} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return stemma.Interval{
				Earliest: day(t), Latest: day(t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1)),
				Precision: form.precision, Basis: stemma.BasisGiven,
			}, nil
		}
	}
	if s == "" {
		return stemma.Interval{}, nil
	}
	return stemma.Interval{}, fmt.Errorf("published %q: want YYYY-MM-DD, YYYY-MM or YYYY", s)
}

func day(t time.Time) stemma.Day { return stemma.NewDay(t.Year(), t.Month(), t.Day()) }

// Capture is the receipt of the item: everything of it but the time at which it
// was added, which only the caller knows.
func (i Item) Capture(document string) (stemma.Capture, error) {
	at, err := moment(i.Captured)
	if err != nil {
		return stemma.Capture{}, err
	}
	return stemma.Capture{Document: document, Name: i.Name, URL: i.URL, At: at, By: i.By, Note: i.Note}, nil
}

// moments are the ways in which tables and saved pages write a time of capture.
var moments = []string{time.RFC3339, time.RFC1123Z, time.RFC1123, "2006-01-02 15:04:05", "2006-01-02T15:04:05", time.DateOnly}

func moment(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range moments {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, fmt.Errorf("captured %q: want YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ", s)
}
