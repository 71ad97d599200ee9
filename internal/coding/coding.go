// Package coding is how the field's codebooks would take an incident: as a
// candidate row in their columns, or not at all. What happened and who says so
// is left to the rooms before it, and the choice to a person. In: an incident of
// shelling with two to five killed; out: ACLED's "Explosions/Remote violence",
// a date with its precision, both parties, a place with its precision, "2–5".
package coding

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/reference/table"
)

// A Book is a codebook as far as a row of it can be filled from an incident.
type Book struct {
	Key   string // acled, ucdp, airwars, none
	Title string
	Scope string // what it takes, in a sentence
	Heads []string
	takes func(stemma.Incident) string // "" or why not
	cells func(stemma.Incident, taken) []string
}

// Books are the codebooks, the default one first. Their words are used for what
// the program proposes; none of their data is.
func Books() []Book {
	return []Book{
		{"acled", "ACLED", "Political violence, demonstrations and strategic developments; one row a day, place and pair of parties.",
			[]string{"event_date", "time_precision", "sub_event_type", "actor1", "actor2", "location", "geo_precision", "fatalities"}, takesACLED, cellsACLED},
		{"ucdp", "UCDP GED", "Armed force by an organised actor, at least one direct death.",
			[]string{"date_start", "date_end", "date_prec", "type_of_violence", "side_a", "side_b", "where_description", "where_prec", "low", "high"}, takesUCDP, cellsUCDP},
		{"airwars", "Airwars", "Harm to civilians by explosive weapons of a military.",
			[]string{"date", "location", "location_accuracy", "belligerent", "civilians_killed", "civilians_injured"}, takesAirwars, cellsAirwars},
		{"none", "No codebook", "Every incident, in Stemma's own words.",
			[]string{"when", "what", "who", "whom", "where", "killed", "injured"}, func(stemma.Incident) string { return "" }, cellsNone},
	}
}

// BookNamed is the codebook with that key; the first one for any other.
func BookNamed(key string) Book {
	all := Books()
	if i := slices.IndexFunc(all, func(b Book) bool { return b.Key == key }); i >= 0 {
		return all[i]
	}
	return all[0]
}

// OutOfScope is why the book takes no row of an incident; "" if it takes one.
func (b Book) OutOfScope(i stemma.Incident) string { return b.takes(i) }

// Row is the candidate row of an incident: one cell for each head. What a person
// chose stands in the place of what the accounts say; "" is what nobody says.
func (b Book) Row(i stemma.Incident, chosen []stemma.Decision) []string {
	return b.cells(i, taken{i, chosen})
}

// A Subevent is one of ACLED's 25 sub-event types, with the PLOVER type and mode
// that say most nearly the same, and how a sentence tells it: the noun, the words
// before a party and before a thing to which it was done.
type Subevent struct{ Name, EventType, Disorder, Type, Mode, Told, Party, Thing, Meaning string }

//go:embed subevents.tsv
var subeventData string

// Subevents are ACLED's sub-event types, in ACLED's order.
var Subevents = sync.OnceValue(func() []Subevent {
	var out []Subevent
	for _, row := range table.Embedded("subevents.tsv", subeventData, "sub_event", "event_type", "disorder", "type", "mode", "told", "party", "thing", "note") {
		out = append(out, Subevent{row.Cell("sub_event"), row.Cell("event_type"), row.Cell("disorder"), row.Cell("type"), row.Cell("mode"), row.Cell("told"), row.Cell("party"), row.Cell("thing"), row.Cell("note")})
	}
	return out
})

// SubeventNamed is the sub-event type of that name; false if ACLED has none.
func SubeventNamed(name string) (Subevent, bool) {
	all := Subevents()
	i := slices.IndexFunc(all, func(s Subevent) bool { return s.Name == name })
	if i < 0 {
		return Subevent{}, false
	}
	return all[i], true
}

func takesACLED(i stemma.Incident) string {
	if _, ok := SubeventNamed(i.ACLED); !ok {
		return "none of ACLED’s sub-event types fits"
	}
	return ""
}

func takesUCDP(i stemma.Incident) string {
	if i.Type != "ASSAULT" {
		return "no armed force"
	}
	for _, v := range i.Assessment.Values {
		if v.Field == "killed" && (v.High == nil || *v.High > 0) {
			return ""
		}
	}
	return "nobody says that anyone was killed"
}

// explosive are the modes of weapons that explode.
var explosive = []string{"aerial", "drone", "heavy-weapons", "explosives"}

func takesAirwars(i stemma.Incident) string {
	if i.Type != "ASSAULT" || !slices.Contains(explosive, i.Mode) {
		return "no explosive weapon is told of"
	}
	for _, v := range i.Assessment.Values {
		harm := v.Field == "killed" || v.Field == "injured"
		if harm && unarmed(v.Of) || v.Field == "recipient" && unarmed(v.Text) {
			return ""
		}
	}
	return "no civilian is said to have been harmed"
}

// unarmed reports whether people of this sort carry no arms: "", who are not
// told apart, may be anyone and count.
func unarmed(of string) bool {
	for _, armed := range []string{"soldier", "fighter", "militant", "troop", "rebel", "police", "gunm", "officer", "military", "army", "forces"} {
		if strings.Contains(strings.ToLower(of), armed) {
			return false
		}
	}
	return true
}

// taken are the values of an incident as a row takes them.
type taken struct {
	stemma.Incident
	chosen []stemma.Decision
}

// text is what is said of a field, all of it, by semicolons.
func (t taken) text(field string) string {
	if v, ok := t.choice(field); ok {
		return v
	}
	var out []string
	for _, v := range t.Assessment.Values {
		if v.Field == field && v.Text != "" && !slices.Contains(out, v.Text) {
			out = append(out, v.Text)
		}
	}
	return strings.Join(out, "; ")
}

func (t taken) choice(field string) (string, bool) {
	i := slices.IndexFunc(t.chosen, func(d stemma.Decision) bool { return d.Field == field })
	if i < 0 {
		return "", false
	}
	return t.chosen[i].Value, true
}

// ends are the lowest and the highest number that anyone gives; open if one of
// them has no upper end.
func (t taken) ends(field string) (low, high float64, open, said bool) {
	for _, v := range t.Assessment.Values {
		if v.Field != field || v.Low == nil {
			continue
		}
		if !said || *v.Low < low {
			low = *v.Low
		}
		top := *v.Low
		if v.High == nil {
			open = true
		} else {
			top = *v.High
		}
		high, said = max(high, top), true
	}
	return low, high, open, said
}

func (t taken) number(field string) string {
	if v, ok := t.choice(field); ok {
		return v
	}
	low, high, open, said := t.ends(field)
	switch {
	case !said:
		return ""
	case open && low == high:
		return digits(low) + "+"
	case low == high:
		return digits(low)
	case open:
		return digits(low) + "–" + digits(high) + "+"
	}
	return digits(low) + "–" + digits(high)
}

func digits(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func (t taken) when() string {
	if v, ok := t.choice("date"); ok {
		return v
	}
	w := t.When
	switch {
	case w.Closed() && w.Earliest == w.Latest:
		return w.Earliest.String()
	case w.Closed():
		return w.Earliest.String() + "/" + w.Latest.String()
	case w.Latest != 0:
		return "../" + w.Latest.String()
	case w.Earliest != 0:
		return w.Earliest.String() + "/.."
	}
	return ""
}

func (t taken) where() string {
	if v, ok := t.choice("place"); ok {
		return v
	}
	if len(t.Places) == 0 {
		return ""
	}
	return t.Places[0].Place.Name
}

// finest is the precision of the first place.
func (t taken) finest() stemma.Precision {
	if len(t.Places) == 0 {
		return ""
	}
	return t.Places[0].Place.Precision
}

func cellsACLED(i stemma.Incident, t taken) []string {
	return []string{t.when(), TimePrecision(i.When), i.ACLED, t.text("actor"), t.text("recipient"), t.where(), GeoPrecision(t.finest()), t.number("killed")}
}

// TimePrecision is ACLED's: 1 the day, 2 the week, 3 the month; "" for what is
// known more loosely, or not at all.
func TimePrecision(w stemma.Interval) string {
	switch days := w.Latest - w.Earliest; {
	case !w.Closed() || days > 31:
		return ""
	case days == 0:
		return "1"
	case days <= 7:
		return "2"
	}
	return "3"
}

// GeoPrecision is ACLED's: 1 the town, 2 a part of a region, 3 a region.
func GeoPrecision(p stemma.Precision) string {
	switch p {
	case stemma.PrecisionSite, stemma.PrecisionVillage, stemma.PrecisionTown:
		return "1"
	case stemma.PrecisionNear, stemma.PrecisionDistrict:
		return "2"
	case "", stemma.PrecisionCountry:
		return ""
	}
	return "3"
}

func cellsUCDP(i stemma.Incident, t taken) []string {
	low, high, open, said := t.ends("killed")
	ends := []string{"", ""}
	if said {
		ends = []string{digits(low), digits(high)}
		if open {
			ends[1] += "+"
		}
	}
	return append([]string{i.When.Earliest.String(), i.When.Latest.String(), DatePrecision(i.When), violence(t), t.text("actor"), t.text("recipient"),
		t.where(), WherePrecision(t.finest())}, ends...)
}

// DatePrecision is UCDP's: 1 the day, 2 two to six days, 3 the week, 4 the month, 5
// more; "" where an end is open.
func DatePrecision(w stemma.Interval) string {
	switch days := w.Latest - w.Earliest; {
	case !w.Closed():
		return ""
	case days == 0:
		return "1"
	case days < 6:
		return "2"
	case days == 6:
		return "3"
	case days <= 31:
		return "4"
	}
	return "5"
}

// WherePrecision is UCDP's: 1 the place, 2 near it, 3 the district, 4 the province, 5
// a line or area, 6 the country, 7 the sea.
func WherePrecision(p stemma.Precision) string {
	codes := map[stemma.Precision]string{
		stemma.PrecisionSite: "1", stemma.PrecisionVillage: "1", stemma.PrecisionTown: "1", stemma.PrecisionNear: "2",
		stemma.PrecisionDistrict: "3", stemma.PrecisionProvince: "4", stemma.PrecisionLine: "5", stemma.PrecisionArea: "5",
		stemma.PrecisionCountry: "6", stemma.PrecisionWater: "7",
	}
	return codes[p]
}

// violence is UCDP's type in words: which it is depends on who the parties are,
// which a person sees best.
func violence(t taken) string {
	recipient := t.text("recipient")
	if recipient != "" && unarmed(recipient) {
		return "3 one-sided?"
	}
	return "1 or 2"
}

func cellsAirwars(_ stemma.Incident, t taken) []string {
	return []string{t.when(), t.where(), accuracy(t.finest()), t.text("actor"), t.civilians("killed"), t.civilians("injured")}
}

// civilians is a number of those who carry no arms, as far as it is told apart.
func (t taken) civilians(field string) string {
	own := t
	own.Assessment.Values = slices.DeleteFunc(slices.Clone(t.Assessment.Values), func(v stemma.Value) bool { return v.Field == field && !unarmed(v.Of) })
	return own.number(field)
}

func accuracy(p stemma.Precision) string {
	if p == "" {
		return ""
	}
	return string(p) + " level"
}

func cellsNone(i stemma.Incident, t taken) []string {
	return []string{t.when(), strings.TrimSpace(i.Mode + " " + strings.ToLower(i.Type)), t.text("actor"), t.text("recipient"), t.where(), t.number("killed"), t.number("injured")}
}
