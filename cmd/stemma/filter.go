package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/store"
)

// A filter is what a list leaves in; the zero filter leaves all.
type filter struct {
	from, to, sinceAdded                      string
	country, eventType, actor, saidBy, status string
	earliest, latest, added                   stemma.Day
}

// flags registers the filters that make sense for a kind.
func (f *filter) flags(cmd *cobra.Command, which []string) {
	for _, flag := range []struct {
		name, help string
		into       *string
	}{
		{"from", "not before this day, YYYY-MM-DD; undated rows stay", &f.from},
		{"to", "not after this day, YYYY-MM-DD; undated rows stay", &f.to},
		{"country", "ISO 3166 code of a country, such as SY", &f.country},
		{"type", "event type (ASSAULT) or mode (aerial)", &f.eventType},
		{"actor", "part of a party's name", &f.actor},
		{"said-by", "part of a source's name", &f.saidBy},
		{"status", "proposed, accepted or rejected", &f.status},
		{"since-added", "only from documents added on this day or later", &f.sinceAdded},
	} {
		if slices.Contains(which, flag.name) {
			cmd.Flags().StringVar(flag.into, flag.name, "", flag.help)
		}
	}
}

// parse reads the days.
func (f *filter) parse() error {
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

func (f *filter) time(i stemma.Interval) bool {
	return !(f.earliest != 0 && i.Latest != 0 && i.Latest < f.earliest) && !(f.latest != 0 && i.Earliest != 0 && i.Earliest > f.latest)
}

func (f *filter) kind(eventType, mode string) bool {
	return f.eventType == "" || strings.EqualFold(f.eventType, eventType) || strings.EqualFold(f.eventType, mode)
}

func (f *filter) named(want string, names ...string) bool {
	return want == "" || slices.ContainsFunc(names, func(name string) bool {
		return strings.Contains(strings.ToLower(name), strings.ToLower(want))
	})
}

func (f *filter) inCountry(codes ...string) bool {
	return f.country == "" || slices.ContainsFunc(codes, func(code string) bool { return strings.EqualFold(code, f.country) })
}

func (f *filter) stands(status stemma.Status) bool {
	return f.status == "" || f.status == string(status)
}

// newEnough reports whether a document came on or after the day asked for.
func (f *filter) newEnough(d store.Listing) bool {
	return f.added == 0 || slices.ContainsFunc(d.Captures, func(c stemma.Capture) bool {
		t := c.Added.UTC()
		return stemma.NewDay(t.Year(), t.Month(), t.Day()) >= f.added
	})
}
