package match

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/coding"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/reference/table"
)

// Evidence is what speaks for a row being of an incident, in the words in which
// joining gives its reasons: time, place, actor, recipient, number, kind of act.
type Evidence struct {
	Score   float64
	Reasons []string
}

// enough is the evidence that makes a row one of an incident: a day and a place,
// or one of them with both parties, as in joining.
const enough = 3

// near is how many days apart a row and an incident may lie that are otherwise
// alike: a day is the field that coders most often correct.
const near = 3

// weigh adds up what speaks for a row being of an incident; false if they cannot
// be one or it is not enough.
func weigh(r Row, c candidate) (Evidence, bool) {
	var e Evidence
	add := func(weight float64, reason string) {
		if weight > 0 {
			e.Score += weight
			e.Reasons = append(e.Reasons, reason)
		}
	}
	if r.Type != "" && c.Type != "" && r.Type != c.Type && act(r, c) < 1 { // looting is destroying to one, seizing to another
		return e, false
	}
	days := gap(r.When, c.When)
	if days > near {
		return e, false
	}
	where, reason, apart := placed(r, c)
	if apart {
		return e, false
	}
	add(timed(r.When, c.When, days), timeWords(days))
	add(where, reason)
	doers, others := c.sides(r)
	add(max(party(r.Actor, doers), bodies(r.Actor, doers, c.lands())), "actor")
	add(max(party(r.Recipient, others), bodies(r.Recipient, others, c.lands())), "recipient")
	add(numbered(r.Killed, c.killed), "number")
	add(act(r, c), "kind of act")
	return e, e.Score >= enough
}

// gap is how many days lie between two times; 0 if they have a day in common or
// one is not known.
func gap(a, b stemma.Interval) int {
	switch {
	case b.Earliest != 0 && a.Latest < b.Earliest:
		return int(b.Earliest - a.Latest)
	case b.Latest != 0 && a.Earliest > b.Latest:
		return int(a.Earliest - b.Latest)
	}
	return 0
}

// timed weighs two times by how much they pin down together.
func timed(a, b stemma.Interval, days int) float64 {
	if !b.Closed() {
		return 0
	}
	if days > 0 {
		return 0.5
	}
	return a.Pins(b)
}

func timeWords(days int) string {
	switch days {
	case 0:
		return "time"
	case 1:
		return "time (a day apart)"
	}
	return fmt.Sprintf("time (%d days apart)", days)
}

// How far apart, in kilometres, two names of one scene may lie, and how far a
// place may be wrong in a row that is otherwise alike.
const (
	slack = 15
	wrong = 50
)

// placed weighs the best pair of a row's place and an incident's; apart if they
// cannot be one.
func placed(r Row, c candidate) (weight float64, reason string, apart bool) {
	if len(c.Places) == 0 {
		return 0, "", false
	}
	nearest := math.Inf(1)
	for _, s := range c.Places {
		w, why := meet(r, s.Place)
		if w > weight {
			weight, reason = w, why
		}
		if r.Spot != nil {
			nearest = min(nearest, beyond(*r.Spot, s.Place))
		}
	}
	return weight, reason, weight == 0 && r.Spot != nil && nearest > wrong
}

func meet(r Row, p stemma.Place) (float64, string) {
	wide := p.Precision == stemma.PrecisionCountry || p.Precision == stemma.PrecisionProvince
	name := gazetteer.Fold(r.Place)
	switch {
	case name != "" && !wide && slices.Contains([]string{gazetteer.Fold(p.Name), gazetteer.Fold(p.Parent)}, name) && (r.Spot == nil || beyond(*r.Spot, p) <= wrong):
		return 2, "place (" + p.Name + ")"
	case r.Spot != nil && !wide && beyond(*r.Spot, p) <= slack:
		return 1.5, "place (" + distance(*r.Spot, p) + " " + p.Name + ")"
	case r.Spot != nil && p.Precision == stemma.PrecisionProvince && beyond(*r.Spot, p) <= 0:
		return 0.7, "place (in " + p.Name + ")"
	case r.Spot == nil && r.Province != "" && slices.Contains([]string{gazetteer.Fold(p.Name), gazetteer.Fold(p.Province)}, gazetteer.Fold(r.Province)):
		return 0.7, "place (in " + r.Province + ")"
	}
	return 0, ""
}

// beyond is how far, in kilometres, two places lie beyond what is known of them.
func beyond(a, b stemma.Place) float64 {
	return stemma.Kilometres(a.Lat, a.Lon, b.Lat, b.Lon) - float64(a.Radius+b.Radius)/1000
}

func distance(a, b stemma.Place) string {
	switch km := stemma.Kilometres(a.Lat, a.Lon, b.Lat, b.Lon); {
	case km > wrong:
		return "in the area of"
	case km >= 1:
		return fmt.Sprintf("%.0f km from", km)
	}
	return "at"
}

// party weighs a row's name for a party against those of the accounts, an acronym by
// what the book of actors has under it too.
//
//	"ELN" / "National Liberation Army" → one
func party(name string, said []string) float64 {
	for _, n := range append(inFull(name), name) {
		if slices.ContainsFunc(said, func(other string) bool { return alike(n, other) }) {
			return 1
		}
	}
	return 0
}

// bodies weighs a row's name for a state's body against those of the accounts that say
// only which body it is, where the land is the row's.
//
//	"Police Forces of Arvon" / "the police", in Arvon → may be one
func bodies(name string, said, lands []string) float64 {
	body, n := bodyAt(name)
	if n == 0 || !slices.ContainsFunc(lands, func(land string) bool { return alike(name, land) }) {
		return 0
	}
	for _, other := range said {
		words := strings.TrimPrefix(strings.ToLower(other), "the ")
		if same, m := bodyAt(words); m > 0 && m == len(strings.Fields(words)) && same.Key() == body.Key() {
			return 0.5
		}
	}
	return 0
}

// bodyAt is the body of a state that a name begins with, and how many words say so.
func bodyAt(name string) (*actors.Force, int) {
	return actors.Open().Force(actors.Words(stemma.Text(name), stemma.Span{End: len(name)}))
}

// inFull are the names that the book of actors has for an acronym.
func inFull(name string) []string {
	var out []string
	if name == strings.ToUpper(name) && !strings.Contains(name, " ") {
		for _, e := range actors.Open().Lookup(name) {
			out = append(out, e.Name)
		}
	}
	return out
}

//go:embed common.tsv
var commonTable string

// common are words of names that many parties share.
var common = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, row := range table.Embedded("common.tsv", commonTable, "word", "note") {
		out[row.Cell("word")] = true
	}
	return out
})

// alike reports whether two names have a telling word in common, or are one.
//
//	"Military Forces of Arvon (2012-)" and "the Arvonian army" → Arvon
func alike(a, b string) bool {
	if fa, fb := stemma.Fold(a), stemma.Fold(b); fa == fb {
		return fa != ""
	}
	for _, x := range telltale(a) {
		for _, y := range telltale(b) {
			if x == y || root(x, y) {
				return true
			}
		}
	}
	return false
}

func telltale(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) })
	return slices.DeleteFunc(words, func(w string) bool { return common()[w] || utf8.RuneCountInString(w) < 4 })
}

// root reports whether one word begins with all but the last letter of the other:
// a country and its adjective. A word of four letters has to be there whole, with an
// adjective's ending.
//
//	"mali", "malian" → one   "gaza", "gazan" → one   "salt", "salted" → two
func root(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if rest, ok := strings.CutPrefix(b, a); ok && len(a) == 4 {
		return slices.Contains([]string{"an", "n", "i", "ian", "ese"}, rest)
	}
	return len(a) >= 5 && strings.HasPrefix(b, a[:len(a)-1])
}

// generic reports whether a name says only what sort of people they are, and another
// says so too.
//
//	"Civilians (Arvon)" and "two civilians on the quay" → true
func generic(name, said string) bool {
	sort, _, _ := strings.Cut(strings.ToLower(name), "(")
	words, others := strings.Fields(sort), strings.Fields(strings.ToLower(said))
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !common()[w] || !slices.Contains(others, w) })
}

// numbered weighs a number of killed that both have; a large one is rarer.
func numbered(row *[2]float64, said []stemma.Value) float64 {
	if row == nil || row[0] == 0 {
		return 0
	}
	for _, v := range said {
		if *v.Low == row[0] || v.High != nil && *v.High == row[1] {
			if row[0] > 3 {
				return 1
			}
			return 0.4
		}
	}
	return 0
}

// act weighs the kind of act.
func act(r Row, c candidate) float64 {
	switch {
	case r.ACLED == "":
		return 0
	case slices.ContainsFunc(c.acled, func(word string) bool { return strings.EqualFold(word, r.ACLED) }):
		return 1
	case slices.ContainsFunc(c.acled, func(word string) bool { return kindOf(word) == kindOf(r.ACLED) && kindOf(word) != "" }), r.Type != "" && r.Type == c.Type:
		return 0.5
	}
	return 0
}

// kindOf is the event type that a sub-event type belongs to.
func kindOf(word string) string {
	for _, s := range coding.Subevents() {
		if strings.EqualFold(s.Name, word) || strings.EqualFold(s.EventType, word) {
			return s.EventType
		}
	}
	return ""
}
