package feed

import (
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

// entry is one incident. It names places as far as they may leave the case, and
// bodies that are said to have taken part; persons, units and sources it does
// not name, and the words of no report stand in it.
//
//	Attack, Oruna, 2024-03-10
//	Where: Oruna (town, within 5 km) · Killed: 4–6 · Independent origins: 2–3
func entry(i export.Incident, bodies map[string]bool, o Options) export.Entry {
	out := export.Entry{ID: "urn:x-stemma:incident:" + i.ID, Tags: tags(i)}
	if o.Base != "" {
		out.Link = o.Base + "/i/" + i.ID
	}
	head := []string{ledger.What(export.Text(i.ACLED), i.Type, export.Text(i.Mode))}
	if len(i.Places) > 0 {
		head = append(head, i.Places[0].Name)
	}
	out.Title = strings.Join(append(head, days(i.When)), ", ")
	lines := []string{"When: " + days(i.When), "Where: " + where(i.Places)}
	lines = append(lines, parties(i, bodies)...)
	lines = append(lines, harm(i.Values)...)
	lines = append(lines, assessed(i)...)
	out.Text = strings.Join(append(lines, standing[i.Status]), "\n")
	return out
}

// assessed is what the accounts come to.
func assessed(i export.Incident) []string {
	out := []string{"Independent origins: " + ledger.Between(stemma.Origins{Min: i.Origins.Min, Max: i.Origins.Max})}
	if i.Grade.Grade != nil {
		out = append(out, "Grade: "+*i.Grade.Grade)
	}
	if len(i.Disputed) > 0 {
		out = append(out, "Disputed: "+strings.Join(i.Disputed, ", "))
	}
	return out
}

var standing = map[string]string{"proposed": "Proposed by the machine; nobody has decided.", "accepted": "Accepted by a person."}

// tags are what a reader of feeds may sort by.
func tags(i export.Incident) []string {
	out := []string{i.Status, i.Type}
	for _, p := range i.Places {
		if p.Country != nil && !slices.Contains(out, *p.Country) {
			out = append(out, *p.Country)
		}
	}
	return out
}

// mostPlaces is how many places an entry names; its page has all of them.
const mostPlaces = 3

func where(places []export.Scene) string {
	if len(places) == 0 {
		return "unknown"
	}
	var out []string
	for _, p := range places[:min(mostPlaces, len(places))] {
		out = append(out, p.Role+" "+p.Name+" ("+p.Precision+", within "+strconv.Itoa(max(1, (p.RadiusM+500)/1000))+" km)")
	}
	if more := len(places) - len(out); more > 0 {
		out = append(out, "and "+strconv.Itoa(more)+" more")
	}
	return strings.Join(out, "; ")
}

// parties are the bodies that are said to have acted or to have been acted on.
func parties(i export.Incident, bodies map[string]bool) []string {
	var out []string
	for _, role := range []struct{ field, word string }{{"actor", "Who: "}, {"recipient", "To whom: "}} {
		var names []string
		for _, v := range i.Values {
			if v.Field == role.field && bodies[export.Text(v.Text)] && !slices.Contains(names, *v.Text) {
				names = append(names, *v.Text)
			}
		}
		if len(names) > 0 {
			out = append(out, role.word+strings.Join(names, "; "))
		}
	}
	return out
}

// harm are the figures of what people suffered, each a range over all accounts.
func harm(values []export.Value) []string {
	var out []string
	for _, field := range []string{"killed", "injured", "casualties", "captured", "detained", "missing", "displaced"} {
		var all []stemma.Value
		for _, v := range values {
			if v.Field == field && v.Low != nil {
				all = append(all, stemma.Value{Low: v.Low, High: v.High})
			}
		}
		if words, ok := sheet.Spread(all); ok {
			out = append(out, sheet.Label(field)+": "+words)
		}
	}
	return out
}

func days(w export.When) string {
	var out stemma.Interval
	for _, end := range []struct {
		day  *string
		into *stemma.Day
	}{{w.Earliest, &out.Earliest}, {w.Latest, &out.Latest}} {
		if end.day != nil {
			*end.into, _ = stemma.ParseDay(*end.day) // it was a day before it was words
		}
	}
	if !out.Known() {
		return "day unknown"
	}
	return ledger.Days(out)
}
