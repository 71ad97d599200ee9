package group

import (
	"slices"
	"strings"

	"stemma"
)

// A link is the evidence that two tellings are of one incident.
type link struct {
	a, b    int // indices of tellings, a before b
	score   float64
	aligned bool // the same words in a copy
	reasons []string
}

// A tie is what two tellings have to do with each other as words on pages.
type tie struct {
	aligned bool // the same words in a copy
	sequel  bool // the one goes on from the other
}

// weigh adds up what speaks for two tellings being one; ok is false if they
// cannot be or if it is not enough.
func weigh(a, b *stemma.Telling, tied tie) (link, bool) {
	if (apart(a, b) || abroad(a, b) && !tied.aligned) && !tied.sequel {
		return link{}, false
	}
	var l link
	met := tied.aligned || a.Document == b.Document
	if tied.aligned {
		l.aligned = true
		l.add(worth("passage"), "the same words in a copy")
	}
	if tied.sequel {
		l.add(worth("sequel"), "its report goes on")
	}
	met = l.add(time(a, b), "time") >= worth("met") || met
	met = l.add(max(place(a, b), unplaced(a, b)), "place") >= worth("met") || met
	l.add(parties(a.Actors, b.Actors), "actor")
	l.add(parties(a.Recipients, b.Recipients), "recipient")
	l.add(things(a, b), "what was hit")
	l.add(crossed(a, b), "parties")
	l.add(numbers(a.Quantities, b.Quantities), "number")
	l.add(wording(a, b), "kind of act")
	met = l.add(denied(a, b), "one denies the other") > 0 || met
	met = l.add(matter(a, b), "names in common") > 0 || met
	if a.Document == b.Document {
		l.add(neighbours(a, b), "one report")
	}
	if l.score >= worth("words count from") {
		l.add(shared(a, b), "words")
	}
	if rivals(a, b) {
		l.score += worth("another doer")
	}
	return l, met && l.score >= worth("enough")
}

// add is a weight, added with its reason where it speaks for the link.
func (l *link) add(weight float64, reason string) float64 {
	if weight > 0 {
		l.score += weight
		l.reasons = append(l.reasons, reason)
	}
	return weight
}

// apart reports whether two tellings cannot be of one incident.
func apart(a, b *stemma.Telling) bool {
	return deed(a) != deed(b) || modesClash(modeOf(a), modeOf(b)) ||
		daysClash(reach(a), reach(b)) || placesClash(a, b) || scopesClash(a.Quantities, b.Quantities) ||
		strangers(a, b) || others(a, b) || craftClash(a, b) || parted(a, b) ||
		bygone(a, b) || bygone(b, a)
}

func background(t *stemma.Telling) bool { return t.Event.Modality == stemma.Background }

// bygone reports whether a telling is a mention as history of another time than the
// other's: if it is not of some days, it joins only what it is dated like.
func bygone(old, b *stemma.Telling) bool {
	if !background(old) || background(b) {
		return false
	}
	when, other := old.Event.When, b.Event.When
	pinned := when.Closed() && when.Latest-when.Earliest <= brief
	return !pinned && !(when.Closed() && other.Closed() && when.Earliest <= other.Latest && other.Earliest <= when.Latest)
}

// modeOf is the stated mode; a telling that only counts the dead or the injured is
// of some attack, and of no abduction or march.
func modeOf(t *stemma.Telling) string {
	switch {
	case rescues(t):
		return "release"
	case t.Event.Mode == "" && counts(t):
		return "harm"
	}
	return t.Event.Mode
}

// deed is the type of an act; who is helped out of somebody's hands is let go.
//
//	"troops rescued nine women" / "the nine women were freed" → RETREAT
func deed(t *stemma.Telling) string {
	if rescues(t) {
		return "RETREAT"
	}
	return t.Event.Type
}

func rescues(t *stemma.Telling) bool { return t.Event.Type == "AID" && freed[t.Trigger] }

var freed = lists.Set("freed")

// counts reports whether a telling says how many were killed or injured, or how many
// bodies there are.
func counts(t *stemma.Telling) bool {
	return slices.ContainsFunc(t.Quantities, func(q stemma.Count) bool {
		return q.What == "killed" || q.What == "injured" || q.What == "bodies"
	})
}

// modesClash reports whether two modes are none of one act. Whoever is killed or hurt may
// have been in any act but one that only takes people away.
//
//	"shells hit the market" / "an air strike on the market" → no
//	"police fired tear gas" / "three were hurt" → no; "twelve were abducted" / "three were hurt" → yes
func modesClash(a, b string) bool {
	switch {
	case a == "" || b == "" || a == b:
		return false
	case a == "harm", b == "harm":
		return spares[a] || spares[b]
	}
	all := families()
	return all[a] == "" || all[a] != all[b]
}

// daysClash: both are dated and share no day.
func daysClash(a, b stemma.Interval) bool {
	return a.Latest != 0 && b.Earliest != 0 && a.Latest < b.Earliest || b.Latest != 0 && a.Earliest != 0 && b.Latest < a.Earliest
}

// reach is when the act of a telling can have been: of a day that is only that of its
// page, nothing says that it was not some days before, and who died of wounds was hurt before.
//
//	"the market was attacked", on a page of 17 June → as early as 7 June
//	"two of the wounded died on Friday" → any day before
//
// A day that only another sentence names may be that of something else.
//
//	"The truce began on Thursday. 38 soldiers were handed over." → Wednesday to Friday
func reach(t *stemma.Telling) stemma.Interval {
	w := t.Event.When
	if w.Earliest > 0 && (paged(w) || aftermath(t)) {
		w.Earliest -= stemma.Day(worth("old news"))
	}
	if w.Basis == stemma.BasisPrevious && w.Closed() {
		off := stemma.Day(worth("carried day"))
		w.Earliest, w.Latest = w.Earliest-off, w.Latest+off
	}
	return w
}

// time weighs two times by how much they pin down together; of two pages a day
// that is only that of the page counts for less.
func time(a, b *stemma.Telling) float64 {
	x, y := a.Event.When, b.Event.When
	switch {
	case !x.Closed() || !y.Closed() || x.Latest < y.Earliest || y.Latest < x.Earliest:
		return 0
	case a.Document != b.Document && (paged(x) || paged(y)):
		return worth("carried") * x.Pins(y)
	}
	return x.Pins(y)
}

// paged reports whether no words give a time, but only the day of the page.
func paged(w stemma.Interval) bool { return w.Basis == stemma.BasisPublication && w.Words.Empty() }

// wide are places that say too little to tell two incidents apart by distance: a
// road or an island that reaches farther than a district does.
func wide(p stemma.Place) bool {
	switch p.Precision {
	case stemma.PrecisionCountry, stemma.PrecisionWater, stemma.PrecisionProvince:
		return true
	case stemma.PrecisionArea, stemma.PrecisionLine:
		return float64(p.Radius) > 1000*worth("district")
	}
	return false
}

// place is the weight of the best pair of scenes, those of the clauses before
// those that other sentences name.
func place(a, b *stemma.Telling) float64 {
	return max(nearest(a.Scene(), b.Scene()), worth("carried")*nearest(a.Scenes, b.Scenes))
}

func nearest(a, b []stemma.Scene) float64 {
	best := 0.0
	for _, x := range a {
		for _, y := range b {
			best = max(best, meet(x.Place, y.Place))
		}
	}
	return best
}

func meet(a, b stemma.Place) float64 {
	switch {
	case a.ID == b.ID && !(wide(a) && wide(b)):
		return worth("place")
	case a.ID == b.ID && a.Precision == stemma.PrecisionProvince:
		return worth("province")
	case a.ID == b.ID && a.Precision != stemma.PrecisionCountry:
		return worth("region")
	case a.ID == b.ID, inCountry(a, b), inCountry(b, a):
		return worth("country")
	case within(a, b) && !wide(a) && !wide(b):
		return worth("near")
	case within(a, b) && a.Country == b.Country:
		return worth("around")
	}
	return 0
}

// inCountry reports whether one place is the country of the other.
func inCountry(country, b stemma.Place) bool {
	return country.Precision == stemma.PrecisionCountry && country.Country == b.Country
}

// inProvince reports whether one place is the province of the other, whatever
// else its unit is called.
//
//	Ketha / Oruna in "Ketha Governorate" → yes
func inProvince(province, b stemma.Place) bool {
	return province.Precision == stemma.PrecisionProvince && province.Country == b.Country && strings.HasPrefix(b.Province+" ", province.Name+" ")
}

// within reports whether two names may be of one scene: the one holds the other,
// or their circles meet, or lie no farther apart than a village hit and the town
// that reports name it by.
//
//	"in Ketha" / "in Oruna", a town at the far end of it → yes
func within(a, b stemma.Place) bool {
	return inCountry(a, b) || inCountry(b, a) || inProvince(a, b) || inProvince(b, a) ||
		stemma.Kilometres(a.Lat, a.Lon, b.Lat, b.Lon) <= around(a)+around(b)+worth("apart")
}

// around is how far, in kilometres, what is told of a place may lie from its point.
// The part of a country that a direction names is no circle, but as long as the
// country is, to its farthest corner.
//
//	"in northern Syria" → two and a half times its radius
func around(p stemma.Place) float64 {
	if p.Precision == stemma.PrecisionArea && wide(p) {
		return worth("corner") * float64(p.Radius) / 1000
	}
	return float64(p.Radius) / 1000
}

// placesClash: both have scenes, and no pair of them can be one. One report calls
// one settlement by one name.
//
//	"In Oruna a bomb went off. In Nolde a car blew up.", six kilometres apart → two
//	"at Oruna" on one page, "in Nolde" on another → may be one
func placesClash(a, b *stemma.Telling) bool {
	here, there := finest(a.Scene()), finest(b.Scene())
	if len(here) == 0 || len(there) == 0 {
		return false
	}
	for _, x := range here {
		for _, y := range there {
			if x.Place.ID == y.Place.ID || within(x.Place, y.Place) && !(a.Document == b.Document && neighbouring(x.Place, y.Place)) {
				return false
			}
		}
	}
	return true
}

// abroad reports whether all that two pages tell of where it was, other sentences too, lies in
// other countries.
//
//	"Oruna: A car bomb went off on Monday" in a round-up, "a bomb near the capital of Nurash" elsewhere → yes
func abroad(a, b *stemma.Telling) bool {
	return a.Document != b.Document && len(a.Scenes) > 0 && len(b.Scenes) > 0 && unplaced(a, b) < worth("met") && !slices.ContainsFunc(a.Scenes, func(x stemma.Scene) bool {
		return slices.ContainsFunc(b.Scenes, func(y stemma.Scene) bool {
			return x.Place.Country == "" || y.Place.Country == "" || x.Place.Country == y.Place.Country || within(x.Place, y.Place)
		})
	})
}

// neighbouring reports whether two places are two settlements, neither in the other.
func neighbouring(a, b stemma.Place) bool {
	apart := int(1000 * stemma.Kilometres(a.Lat, a.Lon, b.Lat, b.Lon))
	return settled[a.Precision] && settled[b.Precision] && apart > max(a.Radius, b.Radius)
}

var settled = map[stemma.Precision]bool{stemma.PrecisionTown: true, stemma.PrecisionVillage: true, stemma.PrecisionDistrict: true}
