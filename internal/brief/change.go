package brief

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

// disputed is the field of what has come into dispute, or out of it.
const disputed = "disputed"

// newlyDisputed reports whether a change brings a field into dispute that was not.
//
//	disputed: killed → killed, who → yes; who, killed → who → no
func newlyDisputed(c export.BriefChange) bool {
	return c.Field == disputed && slices.ContainsFunc(fieldsOf(c.After), func(field string) bool { return !slices.Contains(fieldsOf(c.Before), field) })
}

func fieldsOf(disputed *string) []string {
	if disputed == nil {
		return nil
	}
	return strings.Split(*disputed, ", ")
}

// changes are what is new of an incident that was there, as one or as several.
func (w writer) changes(was []stemma.Incident, i stemma.Incident) []export.BriefChange {
	var out []export.BriefChange
	add := func(field, before, after string, by ...string) {
		if before != after {
			out = append(out, export.BriefChange{Field: field, Before: ledger.Null(before), After: ledger.Null(after), SaidBy: append([]string{}, by...)})
		}
	}
	if apart := w.apart(was, i); apart != "" {
		add("incident", "one with "+apart, "apart from it")
		return out
	}
	if len(was) > 1 {
		add("incident", fmt.Sprintf("%d incidents", len(was)), "one")
	}
	first := largest(was)
	add("status", string(first.Status), string(i.Status))
	add("date", ledger.Days(first.When), ledger.Days(i.When))
	add("origins", ledger.Between(first.Assessment.Origins), ledger.Between(i.Assessment.Origins))
	add("grade", string(first.Assessment.Grade), string(i.Assessment.Grade))
	add(disputed, quarrels(first), quarrels(i))
	return append(out, w.values(was, i)...)
}

// apart is the incident that has the place of the one that this was a smaller
// part of; "" if it is the larger part itself.
func (w writer) apart(was []stemma.Incident, i stemma.Incident) string {
	if len(was) != 1 {
		return ""
	}
	if heir := w.then.heir[w.then.holder[was[0].Events[0]]]; heir != i.ID {
		return heir
	}
	return ""
}

func largest(was []stemma.Incident) stemma.Incident {
	return slices.MaxFunc(was, func(a, b stemma.Incident) int { return len(a.Events) - len(b.Events) })
}

// quarrels are the fields on which accounts cannot all be right: "killed, who".
func quarrels(i stemma.Incident) string {
	out := slices.Clone(i.Assessment.Disputed)
	for _, d := range i.Assessment.Disagreements {
		if d.Type == stemma.DisagreeValue && !d.Explained {
			out = append(out, d.Field)
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ", ")
}

// values are the fields of which something is said that was not said then.
func (w writer) values(was []stemma.Incident, i stemma.Incident) []export.BriefChange {
	said := map[string]bool{}
	before := map[[2]string][]stemma.Value{}
	for _, one := range was {
		for _, v := range one.Assessment.Values {
			said[fieldOf(v)+sheet.Text(v)] = true
			before[key(v)] = append(before[key(v)], v)
		}
	}
	after := map[[2]string][]stemma.Value{}
	fresh := map[[2]string][]stemma.Value{}
	var keys [][2]string
	for _, v := range i.Assessment.Values {
		after[key(v)] = append(after[key(v)], v)
		if said[fieldOf(v)+sheet.Text(v)] || v.Field == "date" {
			continue
		}
		if len(fresh[key(v)]) == 0 {
			keys = append(keys, key(v))
		}
		fresh[key(v)] = append(fresh[key(v)], v)
	}
	var out []export.BriefChange
	for _, k := range keys {
		out = append(out, export.BriefChange{
			Field: k[0], Of: ledger.Null(k[1]), Before: ledger.Null(w.summary(was[0], before[k])), After: ledger.Null(w.summary(i, after[k])), SaidBy: sheet.SaidBy(w.pages, i, fresh[k]...),
		})
	}
	return out
}

func key(v stemma.Value) [2]string  { return [2]string{v.Field, v.Of} }
func fieldOf(v stemma.Value) string { return v.Field + "\x00" + v.Of + "\x00" }

// mostSaid is how many things said a summary names.
const mostSaid = 4

// summary is all that is said of a field: the spread of its numbers, else the
// things said.
func (w writer) summary(i stemma.Incident, values []stemma.Value) string {
	if r, ok := sheet.Spread(values); ok {
		return r
	}
	var out []string
	for _, v := range values {
		if text := sheet.Hide(w.pages, i, sheet.Text(v)); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	if more := len(out) - mostSaid; more > 0 {
		out = append(out[:mostSaid], fmt.Sprintf("%d more", more))
	}
	return strings.Join(out, "; ")
}
