package ledger

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// A Filter is what a list leaves in; the zero Filter leaves all.
type Filter struct {
	from, to, sinceAdded                      string
	country, eventType, actor, saidBy, status string
	earliest, latest, added                   stemma.Day
}

// An Option is one thing that a list can be filtered by, as every door offers it.
type Option struct {
	Name, Help string
	Into       *string
}

// Options are those of the names, in a fixed order; what is written into them is
// read by [Filter.Parse].
func (f *Filter) Options(names []string) []Option {
	all := []Option{
		{"from", "not before this day, YYYY-MM-DD; undated rows stay", &f.from},
		{"to", "not after this day, YYYY-MM-DD; undated rows stay", &f.to},
		{"country", "ISO 3166 code of a country, such as SY", &f.country},
		{"type", "event type (ASSAULT) or mode (aerial)", &f.eventType},
		{"actor", "part of a party's name", &f.actor},
		{"said-by", "part of a source's name", &f.saidBy},
		{"status", "proposed, accepted or rejected", &f.status},
		{"since-added", "only from documents added on this day or later", &f.sinceAdded},
	}
	return slices.DeleteFunc(all, func(o Option) bool { return !slices.Contains(names, o.Name) })
}

// Parse reads the days.
func (f *Filter) Parse() error {
	for _, day := range []struct {
		flag, value string
		into        *stemma.Day
	}{{"from", f.from, &f.earliest}, {"to", f.to, &f.latest}, {"since-added", f.sinceAdded, &f.added}} {
		if day.value == "" {
			continue
		}
		d, err := stemma.ParseDay(day.value)
		if err != nil {
			return fmt.Errorf("%w: --%s: %w", stemma.ErrUsage, day.flag, err)
		}
		*day.into = d
	}
	if f.status != "" && !slices.Contains([]string{"proposed", "accepted", "rejected"}, f.status) {
		return fmt.Errorf("%w: --status %q: want proposed, accepted or rejected", stemma.ErrUsage, f.status)
	}
	return nil
}

func (f *Filter) time(i stemma.Interval) bool {
	return !(f.earliest != 0 && i.Latest != 0 && i.Latest < f.earliest) && !(f.latest != 0 && i.Earliest != 0 && i.Earliest > f.latest)
}

func (f *Filter) kind(eventType, mode string) bool {
	return f.eventType == "" || strings.EqualFold(f.eventType, eventType) || strings.EqualFold(f.eventType, mode)
}

func (f *Filter) named(want string, names ...string) bool {
	want = strings.ToLower(want)
	return want == "" || slices.ContainsFunc(names, func(name string) bool { return strings.Contains(strings.ToLower(name), want) })
}

func (f *Filter) inCountry(codes ...string) bool {
	return f.country == "" || slices.ContainsFunc(codes, func(code string) bool { return strings.EqualFold(code, f.country) })
}

func (f *Filter) stands(status stemma.Status) bool {
	return f.status == "" || f.status == string(status)
}

// newEnough reports whether a document came on or after the day asked for.
func (f *Filter) newEnough(d store.Listing) bool {
	return f.added == 0 || slices.ContainsFunc(d.Captures, func(c stemma.Capture) bool {
		t := c.Added.UTC()
		return stemma.NewDay(t.Year(), t.Month(), t.Day()) >= f.added
	})
}
