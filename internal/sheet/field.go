package sheet

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/ledger"
)

// A Field is one field of an incident with all that is said of it.
type Field struct {
	Key, Label string
	None       string // why there is no value, "" if there is one
	Disputed   bool
	Values     []Value // those with most origins first
	Ranges     []Range // of numbers that several values give
	Chosen     *stemma.Decision
}

// A Value is one thing said, with who says it.
type Value struct {
	Text, Of string
	Accounts []string
	Origins  stemma.Origins
	Quotes   []stemma.Quote
}

// A Range is what the accounts give for one number, with who says each end. It
// is reckoned when it is shown, and nothing is averaged.
type Range struct {
	Text, Of    string
	Least, Most End
}

// An End is one end of a range.
type End struct {
	Number string
	By     []string
}

// labels are what the fields are called that are asked of every incident. Killed
// and injured are shown for violence even where nobody gives them: not reported is
// an answer.
var labels = map[string]string{
	"happened": "Did it happen", "date": "When", "place": "Where", "actor": "Who did it", "recipient": "To whom", "killed": "Killed", "injured": "Injured",
}

// Label is what a field is called for people.
func Label(key string) string {
	if label, ok := labels[key]; ok || key == "" {
		return label
	}
	return strings.ToUpper(key[:1]) + strings.ReplaceAll(key[1:], "-", " ")
}

func (w writer) fields(chosen []stemma.Decision) []Field {
	i := w.incident
	var out []Field
	for _, key := range i.Fields() {
		always := i.Assessment.Grade != "" || key == "date" || key == "place"
		if f := w.field(key, chosen); always || len(f.Values) > 0 || f.Chosen != nil {
			out = append(out, f)
		}
	}
	return out
}

func (w writer) field(key string, chosen []stemma.Decision) Field {
	f := Field{Key: key, Label: Label(key), Disputed: disputed(w.incident, key)}
	for n := range chosen {
		if chosen[n].Field == key {
			f.Chosen = &chosen[n]
		}
	}
	var values []stemma.Value
	for _, v := range w.incident.Assessment.Values {
		if v.Field == key {
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		f.None = nobody(w.incident, key)
	}
	slices.SortStableFunc(values, byOrigins)
	for _, v := range values {
		f.Values = append(f.Values, w.value(v))
	}
	f.Ranges = w.ranges(values)
	return f
}

// byOrigins puts what most origins say first.
func byOrigins(a, b stemma.Value) int { return cmp.Compare(b.Origins.Max, a.Origins.Max) }

// disputed reports whether accounts cannot all be right on a field.
func disputed(i stemma.Incident, key string) bool {
	return slices.ContainsFunc(i.Assessment.Disagreements, func(d stemma.Disagreement) bool { return d.Field == key && !d.Explained })
}

// nobody says why a field has no value.
func nobody(i stemma.Incident, key string) string {
	switch {
	case key == "date" && i.When.Known():
		return "no closer than " + days(i.When)
	case key == "date":
		return "undated"
	case key == "place":
		return "unplaced"
	case key == "killed" || key == "injured":
		return "not reported"
	}
	return "nobody says"
}

func (w writer) value(v stemma.Value) Value {
	return Value{w.hide(Text(v)), ledger.Counted(v.Low, v.High, v.Of), w.by(v), v.Origins, v.Quotes}
}

// by are the names of those who say a value, each once: a body that a page quotes may
// have published another itself.
func (w writer) by(v stemma.Value) []string {
	var out []string
	for _, n := range v.Accounts {
		if n >= len(w.incident.Assessment.Accounts) {
			continue
		}
		if name := w.hide(w.incident.Assessment.Accounts[n].Name); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// Text is a value in words: "2–5", "31 or more", "Joint Air Command".
func Text(v stemma.Value) string {
	switch {
	case v.Low == nil:
		return v.Text
	case v.High == nil:
		return Number(*v.Low) + " or more"
	}
	return between(*v.Low, *v.High)
}

func between(low, high float64) string {
	if low == high {
		return Number(low)
	}
	return Number(low) + "–" + Number(high)
}

// Number is a number without zeroes that say nothing.
func Number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// ranges are the spreads of the numbers of a field, one for each sort of people
// that several values count. A toll is of people, whether it says so or not.
//
//	"19 dead", "at least 22 people died", "two soldiers" → 19–22 or more
func (w writer) ranges(values []stemma.Value) []Range {
	of := map[string][]stemma.Value{}
	for _, v := range values {
		whose := v.Of
		if whose == "people" {
			whose = ""
		}
		if v.Low != nil {
			of[whose] = append(of[whose], v)
		}
	}
	var out []Range
	for whose, all := range of {
		if all = Wholes(all); len(all) > 1 {
			out = append(out, w.spread(whose, all))
		}
	}
	slices.SortFunc(out, func(a, b Range) int { return cmp.Compare(a.Of, b.Of) })
	return out
}

// Spread is the range of some numbers in words, "2–5 or more"; false if one of
// them is none.
func Spread(all []stemma.Value) (string, bool) {
	if len(all) == 0 || slices.ContainsFunc(all, func(v stemma.Value) bool { return v.Low == nil }) {
		return "", false
	}
	low, high, open := Ends(all)
	if open {
		return between(low, high) + " or more", true
	}
	return between(low, high), true
}

// Ends are the least and the most of some numbers, and whether the most is open.
func Ends(all []stemma.Value) (low, high float64, open bool) {
	all = Wholes(all)
	low, high = *all[0].Low, top(all[0])
	for _, v := range all {
		low, high, open = min(low, *v.Low), max(high, top(v)), open || v.High == nil
	}
	return low, high, open
}

// Wholes are the numbers that are the largest which some account gives: what else
// it gives counts a part, or is what it said before.
//
//	"31 were killed, 2 of them medics" and "43 were killed" → 31 and 43
func Wholes(all []stemma.Value) []stemma.Value {
	largest := map[int]float64{}
	for _, v := range all {
		for _, account := range v.Accounts {
			largest[account] = max(largest[account], *v.Low)
		}
	}
	whole := func(v stemma.Value) bool {
		return len(v.Accounts) == 0 || slices.ContainsFunc(v.Accounts, func(account int) bool { return *v.Low == largest[account] })
	}
	return slices.DeleteFunc(slices.Clone(all), func(v stemma.Value) bool { return !whole(v) })
}

func (w writer) spread(whose string, all []stemma.Value) Range {
	low, high, _ := Ends(all)
	r := Range{Of: whose, Least: End{Number: Number(low)}, Most: End{Number: Number(high)}}
	r.Text, _ = Spread(all)
	for _, v := range all {
		if *v.Low == low {
			r.Least.By = append(r.Least.By, w.by(v)...)
		}
		if top(v) == high {
			r.Most.By = append(r.Most.By, w.by(v)...)
		}
	}
	return r
}

// top is the upper end of a number, its lower one if that is open.
func top(v stemma.Value) float64 {
	if v.High == nil {
		return *v.Low
	}
	return *v.High
}

// Letter is what a type of disagreement means.
func Letter(t stemma.DisagreementType) string {
	return map[stemma.DisagreementType]string{
		stemma.DisagreeValue: "Values differ", stemma.DisagreeActor: "Who did it", stemma.DisagreeTarget: "Who was hit", stemma.DisagreeHappened: "Happened or not",
		stemma.OtherMeasure: "Explained: another measure", stemma.OtherScope: "Explained: another scope", stemma.NewerFigure: "Explained: a newer figure",
		stemma.PageDate: "Explained: page date against content",
	}[t]
}
