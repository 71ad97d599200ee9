package ledger

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// A Filter is what a list leaves in: all that is asked for must hold. The zero
// Filter leaves all in. It is made by [Kind.Filter], for every door the same.
type Filter struct {
	said map[string]string // what was asked for, by field

	earliest, latest, added            stemma.Day
	country, eventType, actor, saidBy  string
	place, province                    string   // folded
	spellings                          []string // folded: what the gazetteer calls the place
	status                             stemma.Status
	origins                            bounds
	disputed                           string
	letter                             stemma.DisagreementType
	field                              string // of a disagreement
	undated, dated, unplaced, isPlaced bool
}

// Asks reports whether anything is asked for at all.
func (f *Filter) Asks() bool { return len(f.said) > 0 }

// Asked is what was asked for of a field, "" for nothing.
func (f *Filter) Asked(field string) string { return f.said[field] }

// Time is the days that are asked for; an end that is not is open.
func (f *Filter) Time() stemma.Interval {
	return stemma.Interval{Earliest: f.earliest, Latest: f.latest}
}

// String is the filter in its written form, in the order of the fields; read
// again it is the same filter.
//
//	place:"Deir al-Zor" origins:>=2
func (f *Filter) String() string { return f.With(nil) }

// With is the written form with some fields asking for something else, or for
// nothing where the value is empty.
func (f *Filter) With(changes map[string]string) string {
	var out []string
	for _, each := range fields {
		asked := f.said[each.Name]
		if value, ok := changes[each.Name]; ok {
			asked = value
		}
		if asked != "" {
			out = append(out, each.Name+":"+quoted(asked))
		}
	}
	return strings.Join(out, " ")
}

// time reports whether something can have happened in the time asked for; what
// nobody dates can.
func (f *Filter) time(i stemma.Interval) bool {
	if f.undated && i.Closed() || f.dated && !i.Closed() {
		return false
	}
	return !(f.earliest != 0 && i.Latest != 0 && i.Latest < f.earliest) && !(f.latest != 0 && i.Earliest != 0 && i.Earliest > f.latest)
}

// named reports whether one of the names has what is asked for in it; case and
// hyphens do not matter.
func named(want string, names ...string) bool {
	return want == "" || slices.ContainsFunc(names, func(name string) bool { return strings.Contains(stemma.Fold(name), want) })
}

func (f *Filter) inCountry(codes ...string) bool {
	return f.country == "" || slices.ContainsFunc(codes, func(code string) bool { return strings.EqualFold(code, f.country) })
}

// somewhere reports whether one of the places is where it is asked for: "idlib"
// is the town, and whatever lies in the district or the province of that name.
func (f *Filter) somewhere(places ...stemma.Place) bool {
	if f.unplaced && len(places) > 0 || f.isPlaced && len(places) == 0 {
		return false
	}
	if f.country == "" && f.place == "" && f.province == "" {
		return true
	}
	return slices.ContainsFunc(places, func(p stemma.Place) bool {
		return f.inCountry(p.Country) && f.called(p.Name, p.Parent, p.Province) && named(f.province, provinceOf(p))
	})
}

// called reports whether one of the names has what is asked for in it, or is what the
// gazetteer calls the place of that spelling: "qusair" is Al-Qusayr.
func (f *Filter) called(names ...string) bool {
	return named(f.place, names...) || slices.ContainsFunc(names, func(name string) bool { return slices.Contains(f.spellings, stemma.Fold(name)) })
}

// anywhere reports whether nothing is asked of the place.
func (f *Filter) anywhere() bool {
	return f.country == "" && f.place == "" && f.province == "" && !f.unplaced && !f.isPlaced
}

// provinceOf is the first-order unit that holds a place, or that it is.
func provinceOf(p stemma.Place) string {
	if p.Precision == stemma.PrecisionProvince {
		return p.Name
	}
	return p.Province
}

func (f *Filter) stands(status stemma.Status) bool { return f.status == "" || f.status == status }

// newEnough reports whether a document came on or after the day asked for.
func (f *Filter) newEnough(d store.Listing) bool {
	return f.added == 0 || slices.ContainsFunc(d.Captures, func(c stemma.Capture) bool {
		t := c.Added.UTC()
		return stemma.NewDay(t.Year(), t.Month(), t.Day()) >= f.added
	})
}

// disputes reports whether accounts differ in the way asked for.
func (f *Filter) disputes(a *stemma.Assessment) bool {
	if f.disputed == "" {
		return true
	}
	open := len(a.Disputed) > 0 || slices.ContainsFunc(a.Disagreements, func(d stemma.Disagreement) bool { return !d.Explained })
	switch f.disputed {
	case "yes":
		return open
	case "no":
		return !open
	}
	return slices.ContainsFunc(a.Disagreements, func(d stemma.Disagreement) bool { return string(d.Type) == f.disputed })
}

// Differs reports whether a disagreement is of the type and in the field asked for.
func (f *Filter) Differs(d stemma.Disagreement) bool {
	return (f.letter == "" || d.Type == f.letter) && (f.field == "" || d.Field == f.field)
}

// bounds are the fewest origins that are asked for, and how many are already too
// many. Both must hold however one counts: an incident with 1–2 origins has
// neither surely two nor at most one.
type bounds struct{ least, below int } // below 0: no bound

func (b bounds) hold(o stemma.Origins) bool {
	return o.Min >= b.least && (b.below == 0 || o.Max < b.below)
}
