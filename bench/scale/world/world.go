// Package world invents wars: places, parties and speakers with made-up names,
// attacks, and the reports of them, of which it is known which tell of one
// attack, which carry another's text and whose figures disagree. What a program
// makes of the reports is left to it. In: a seed and how many; out: the same
// reports every time.
//
//	world.New(7, 1000) → report 12: a copy of report 9, of attack 4, "killing 11 people"
package world

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"stemma"
)

// A World has as many towns, parties, speakers and words as its reports ask for:
// twice the reports, more names, no denser news.
type World struct {
	Reports []Report

	random  *rand.Rand
	towns   []town
	parties []string
	words   []string
	attacks []attack
}

// A Report is a page with what is true of it.
type Report struct {
	Attack   int    // which it tells of
	Text     string // as a page would have it
	Kind     Kind
	Of       int // the report whose text it carries; itself if none
	Figure   int // killed, as it says
	Speaker  string
	Outlet   string
	Agency   string
	Day      stemma.Day // on which it is published
	spans    spans
	body     []string
	headline string
}

// Kind is how a report came about.
type Kind string

// The kinds of report.
const (
	Wire    Kind = "wire"    // an agency's
	Copy    Kind = "copy"    // a wire, trimmed, with a credit
	Version Kind = "version" // a wire with a newer figure
	Sourced Kind = "sourced" // by its own speaker
	Own     Kind = "own"     // in its own voice
)

type town struct {
	name     string
	lat, lon float64
}

type attack struct {
	town, by, on int
	day          stemma.Day
	killed       int
}

// New invents a world of so many reports.
func New(seed uint64, reports int) *World {
	w := &World{random: rand.New(rand.NewPCG(seed, 1))}
	names := w.names(reports/6 + reports/40 + 60)
	side := 1
	for side*side < reports/6+20 {
		side++
	}
	for i := range reports/6 + 20 {
		w.towns = append(w.towns, town{names[i], -60 + 100*float64(i/side)/float64(side), -150 + 300*float64(i%side)/float64(side)})
	}
	names = names[len(w.towns):]
	for i := range reports/40 + 8 {
		w.parties = append(w.parties, names[i]+" Front")
	}
	w.words = w.names(200 + reports/4)
	for len(w.Reports) < reports {
		w.attack(reports)
	}
	w.Reports = w.Reports[:reports]
	return w
}

// names are so many distinct made-up names.
func (w *World) names(n int) []string {
	const heads, tails = "b d f g k l m n p r s t v z br dr kr tr st", "a e i o u ai ou"
	onset, nucleus := strings.Fields(heads), strings.Fields(tails)
	seen := map[string]bool{}
	var out []string
	for len(out) < n {
		var b strings.Builder
		for range 3 + w.random.IntN(2) {
			b.WriteString(onset[w.random.IntN(len(onset))])
			b.WriteString(nucleus[w.random.IntN(len(nucleus))])
		}
		name := strings.ToUpper(b.String()[:1]) + b.String()[1:]
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

// attack invents one attack and its reports: most are told once or twice, a few
// by many.
func (w *World) attack(reports int) {
	a := attack{
		town: w.random.IntN(len(w.towns)), by: w.random.IntN(len(w.parties)), on: w.random.IntN(len(w.parties)),
		day: stemma.NewDay(2021, 1, 1) + stemma.Day(w.random.IntN(300)), killed: 3 + w.random.IntN(60),
	}
	w.attacks = append(w.attacks, a)
	n := 1 + w.random.IntN(3)
	if w.random.IntN(8) == 0 {
		n += 4 + w.random.IntN(8)
	}
	wire := -1
	for range n {
		if len(w.Reports) == reports {
			return
		}
		switch dice := w.random.IntN(10); {
		case wire < 0 && dice < 5:
			wire = len(w.Reports)
			w.write(w.wire(a))
		case wire >= 0 && dice < 4:
			w.write(w.copied(wire))
		case wire >= 0 && dice < 6:
			w.write(w.version(wire))
		case dice < 8:
			w.write(w.sourced(a))
		default:
			w.write(w.own(a))
		}
	}
}

// write lays a report out and keeps it.
func (w *World) write(r Report) {
	r.Attack = len(w.attacks) - 1
	if r.Of < 0 {
		r.Of = len(w.Reports)
	}
	w.lay(&r)
	w.Reports = append(w.Reports, r)
}

func (w *World) pick(all []string) string { return all[w.random.IntN(len(all))] }

// Places and Actors are the tables by which a reading line knows the names.
func (w *World) Places() string {
	var b strings.Builder
	b.WriteString("name\tother spellings\tkind\tparent\tcountry\tlat\tlon\tradius_km\tnote\n")
	for _, t := range w.towns {
		fmt.Fprintf(&b, "%s\t\ttown\t\tXA\t%.4f\t%.4f\t3\t\n", t.name, t.lat, t.lon)
	}
	return b.String()
}

// Actors is the table of the parties.
func (w *World) Actors() string {
	var b strings.Builder
	b.WriteString("name\taliases\tkind\tcountry\tmember of\tleader of\tspeaks for\tfrom\tuntil\tnote\n")
	for _, p := range w.parties {
		fmt.Fprintf(&b, "%s\t\tarmed-group\t\t\t\t\t\t\t\n", p)
	}
	return b.String()
}
