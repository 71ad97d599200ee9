package web

import (
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/ledger"
	"stemma/internal/reference/outline"
)

// A chart is what a map draws of incidents. What has no place, or a country for
// one, is not on it: it stands in the tray.
type chart struct {
	Incidents []told    `json:"incidents"`
	Marks     []mark    `json:"marks"`
	Links     []link    `json:"links"`
	Clusters  []cluster `json:"clusters"`
	Box       box       `json:"box"`   // where most of it lies
	Whole     bool      `json:"whole"` // nothing was left out or gathered
}

// told is an incident in a few words.
type told struct {
	ID       string `json:"id"`
	When     string `json:"when"`
	What     string `json:"what"`
	Parties  string `json:"parties"`
	Status   string `json:"status"`
	Disputed bool   `json:"disputed"`
}

// A mark is a place with all that happened there: a circle as wide as it is not
// known more closely, the outline of a province, or the line of a border.
type mark struct {
	Lat       float64        `json:"lat"`
	Lon       float64        `json:"lon"`
	Reach     int            `json:"reach"` // metres
	Precision string         `json:"precision"`
	Name      string         `json:"name"`
	Unit      int            `json:"unit"`  // of the book of outlines, -1 for none
	Lines     [][][2]float64 `json:"lines"` // of a border: latitude, longitude
	Of        []int          `json:"of"`    // incidents; only the first few are told
	Count     int            `json:"count"` // of all of them
	Status    string         `json:"status"`
	Disputed  bool           `json:"disputed"`
}

// A link joins two marks: a movement from one to the other, or two accounts that
// put one thing in both.
type link struct {
	Sort string `json:"sort"` // movement or dispute
	From int    `json:"from"`
	To   int    `json:"to"`
	Of   []int  `json:"of"`
}

// How many incidents a mark tells of by name: fewer if there are many marks, since
// the table has them all.
const (
	mostAtPlace = 12
	mostTold    = 2400
)

// newChart draws incidents.
func newChart(entries []*entry) *chart {
	m := marking{chart: &chart{Incidents: []told{}, Marks: []mark{}, Links: []link{}, Clusters: []cluster{}}, byPlace: map[string]int{}, byEnds: map[linked]int{}}
	for _, e := range entries {
		m.add(e)
	}
	m.Box = m.extent()
	return m.chart
}

type marking struct {
	*chart
	byPlace map[string]int
	byEnds  map[linked]int
}

type linked struct {
	sort     string
	from, to int
}

// onMap are the places of an incident that a map can show.
func onMap(i stemma.Incident) []stemma.Scene {
	return slices.DeleteFunc(slices.Clone(i.Places), func(s stemma.Scene) bool { return !drawable(s) })
}

func drawable(s stemma.Scene) bool {
	return s.Place.ID != "" && s.Place.Radius > 0 && s.Place.Precision != stemma.PrecisionCountry
}

func (m *marking) add(e *entry) {
	scenes := onMap(e.Incident)
	if len(scenes) == 0 {
		return
	}
	n := len(m.Incidents)
	m.Incidents = append(m.Incidents, told{e.ID, ledger.Days(e.When), what(e.ACLED, e.Type, e.Mode), parties(e.Incident), string(e.Status), e.Disputes > 0})
	at := make([]int, len(scenes))
	for i, s := range scenes {
		at[i] = m.mark(s.Place, n, e)
	}
	m.movements(scenes, at, n)
	m.disputes(e, scenes, at, n)
}

// mark notes that an incident happened at a place, and returns the place's mark.
func (m *marking) mark(p stemma.Place, incident int, e *entry) int {
	key := fmt.Sprint(p.ID, p.Precision, p.Lat, p.Lon, p.Radius) // "northern X" is not X
	n, ok := m.byPlace[key]
	if !ok {
		n = len(m.Marks)
		m.byPlace[key] = n
		m.Marks = append(m.Marks, newMark(p, string(e.Status)))
	}
	here := &m.Marks[n]
	if len(here.Of) == 0 || here.Of[len(here.Of)-1] != incident {
		here.Of = append(here.Of, incident)
		here.Count++
	}
	if here.Status != string(e.Status) {
		here.Status = "mixed"
	}
	here.Disputed = here.Disputed || e.Disputes > 0
	return n
}

func newMark(p stemma.Place, status string) mark {
	out := mark{Lat: p.Lat, Lon: p.Lon, Reach: p.Radius, Precision: string(p.Precision), Name: p.Name, Unit: -1, Lines: [][][2]float64{}, Status: status}
	switch {
	case p.Precision == stemma.PrecisionProvince || p.Kind == "province":
		out.Unit = unitOf(p)
	case p.Kind == "border":
		for _, run := range outline.Open().Borders(p.Lat, p.Lon, float64(p.Radius)) {
			out.Lines = append(out.Lines, degrees(run))
		}
	}
	return out
}

// unitOf is the outline of a province. One that is far larger or smaller than
// what the gazetteer calls the province is another unit of the same ground.
func unitOf(p stemma.Place) int {
	n, ok := outline.Open().At(p.Country, p.Lat, p.Lon)
	if !ok {
		return -1
	}
	if ratio := outline.Open().Reach(n) / float64(p.Radius); ratio < 0.3 || ratio > 3 {
		return -1
	}
	return n
}

func degrees(run []outline.Point) [][2]float64 {
	out := make([][2]float64, len(run))
	for i, p := range run {
		out[i] = [2]float64{float64(p.Lat) / 100, float64(p.Lon) / 100}
	}
	return out
}

// movements join where something came from and where it went.
func (m *marking) movements(scenes []stemma.Scene, at []int, incident int) {
	for i, from := range scenes {
		for k, to := range scenes {
			if from.Role == "from" && (to.Role == "to" || to.Role == "toward") {
				m.link("movement", at[i], at[k], incident)
			}
		}
	}
}

// disputes join the places between which the accounts of an incident differ.
func (m *marking) disputes(e *entry, scenes []stemma.Scene, at []int, incident int) {
	for _, d := range e.Assessment.Disagreements {
		last := -1
		for _, side := range d.Sides {
			i := slices.IndexFunc(scenes, func(s stemma.Scene) bool { return s.Place.Name == side.Value })
			if i >= 0 && last >= 0 {
				m.link("dispute", at[last], at[i], incident)
			}
			if i >= 0 {
				last = i
			}
		}
	}
}

func (m *marking) link(sort string, from, to, incident int) {
	key := linked{sort, from, to}
	n, ok := m.byEnds[key]
	if from == to {
		return
	}
	if !ok {
		n = len(m.Links)
		m.byEnds[key] = n
		m.Links = append(m.Links, link{Sort: sort, From: from, To: to})
	}
	m.Links[n].Of = append(m.Links[n].Of, incident)
}
