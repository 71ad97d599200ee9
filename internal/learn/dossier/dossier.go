// Package dossier reads invented dossiers: several outlets' reports of one
// happening, marked by hand, with everything that should be found in them. How
// well a program finds it is left to the scorers; this room says whether a
// dossier keeps the format, and what its gold is as the scorers take it.
//
//	training/dossiers/NAME with its pages, index, events, places and actors
//	→ the dossier, and every fault: `events.jsonl line 7: "shot" stands 2 times in 01-wire.txt`
package dossier

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/learn/marked"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/reference/table"
)

// A Dossier is what one folder holds.
type Dossier struct {
	Name           string
	Reports        []Report // in order of file name
	Places, Actors []table.Row
	Conflicts      []Conflict
	Corroborations []Corroboration

	places map[string]table.Row // by every name
	actors map[string]table.Row
}

// A Report is one outlet's page, with its row of the index and its events.
type Report struct {
	marked.Report
	File, URL, Outlet string
	Title             string // the headline as it stands, "" where none is marked
	Agency            string // which the page credits, or the outlet that is one
	Published         string
	CopyOf            string
	Own               []string    // how paragraphs begin that a copy adds of its own
	Outer             map[int]int // through which claim another came, where nesting does not show it
	Events            []Event
}

// An Event is one telling of something done.
type Event struct {
	File     string   `json:"file"`
	Quote    string   `json:"quote"`
	Type     string   `json:"type"`
	Mode     *string  `json:"mode"`
	Trigger  string   `json:"trigger"`
	Actor    *string  `json:"actor"`
	Receiver *string  `json:"recipient"`
	Places   []Where  `json:"places"`
	Date     *string  `json:"date"`
	Earliest *string  `json:"date_earliest"`
	Latest   *string  `json:"date_latest"`
	Basis    *string  `json:"date_basis"`
	Modality string   `json:"modality"`
	Numbers  []Number `json:"numbers"`
	SaidBy   *string  `json:"said_by"`
	Also     []string `json:"also"` // a second type where two can be defended
	Weak     bool     `json:"weak"` // the trigger is a bare figure or no act
	Note     string   `json:"note,omitempty"`
}

// Where is a place by name, and what it is to the event.
type Where struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

// A Number is how many, as a range that may be open.
type Number struct {
	What  string   `json:"what"`
	Min   *float64 `json:"min"`
	Max   *float64 `json:"max"`
	Quote string   `json:"quote"`
}

// A Conflict is a disagreement between statements.
type Conflict struct {
	Attribute string  `json:"attribute"`
	Type      string  `json:"type"`
	Explained bool    `json:"explained"`
	Strict    bool    `json:"strict"`
	SamePage  bool    `json:"same_page,omitempty"`
	Note      string  `json:"note,omitempty"`
	Values    []Value `json:"values"`
}

// A Value is what one side says, and where.
type Value struct {
	File  string `json:"file"`
	Value string `json:"value"`
	Quote string `json:"quote"`
}

// A Corroboration is a fact of an incident and who stands behind it.
type Corroboration struct {
	Incident   string   `json:"incident"`
	Fact       string   `json:"fact"`
	Files      []string `json:"files"`
	Background []string `json:"background"`
	Origins    Origins  `json:"origins"`
	Named      []string `json:"named"`
	Unnamed    []string `json:"unnamed"`
	OwnVoice   []string `json:"own_voice"`
	Reason     string   `json:"reason"`
	Note       string   `json:"note,omitempty"`
}

// Origins is how many origins there are, at least and at most.
type Origins struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// Read reads a dossier. The error tells every fault that was found.
func Read(name string, folder fs.FS) (Dossier, error) {
	d := Dossier{Name: name}
	err := d.readWorld(folder)
	if err == nil {
		err = d.readReports(folder)
	}
	if err == nil {
		err = d.readEvents(folder)
	}
	if err == nil {
		d.Conflicts, err = recordsOf[Conflict](folder, "conflicts.jsonl", "attribute type explained strict values")
	}
	if err == nil {
		d.Corroborations, err = recordsOf[Corroboration](folder, "corroborations.jsonl", "incident fact files background origins named unnamed own_voice reason")
	}
	if err != nil {
		return d, err
	}
	return d, errors.Join(d.faults()...)
}

// readWorld reads the tables of places and actors, which a case must be able to
// import.
func (d *Dossier) readWorld(folder fs.FS) error {
	places, err := fs.ReadFile(folder, "places.tsv")
	if err == nil {
		_, err = gazetteer.ReadOverlay("places.tsv", string(places))
	}
	if err != nil {
		return err
	}
	people, err := fs.ReadFile(folder, "actors.tsv")
	if err == nil {
		_, err = actors.ReadOverlay("actors.tsv", string(people))
	}
	if err != nil {
		return err
	}
	if d.Places, err = table.Parse("places.tsv", string(places), "parent", "radius_km"); err != nil {
		return err
	}
	d.Actors, err = table.Parse("actors.tsv", string(people))
	d.places, d.actors = named(d.Places, "other spellings"), named(d.Actors, "aliases")
	return err
}

// named are rows by their name and their other ones.
func named(rows []table.Row, others string) map[string]table.Row {
	out := map[string]table.Row{}
	for _, row := range rows {
		for _, name := range append(row.List(others), row.Cell("name")) {
			out[fold(name)] = row
		}
	}
	return out
}

func fold(name string) string { return strings.ReplaceAll(strings.ToLower(name), "’", "'") }

func (d *Dossier) readReports(folder fs.FS) error {
	index, err := fs.ReadFile(folder, "index.tsv")
	if err != nil {
		return err
	}
	rows, err := table.Parse("index.tsv", string(index), "file", "outlet", "stated_date", "origin_of_text", "copy_of")
	if err != nil {
		return err
	}
	var faults []error
	for _, row := range rows {
		report, err := d.readReport(folder, row)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", row.Cell("file"), err))
		}
		d.Reports = append(d.Reports, report)
	}
	pages, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return err
	}
	for _, page := range pages {
		if _, ok := d.report(page); !ok {
			faults = append(faults, fmt.Errorf("%s has no row in index.tsv; write one", page))
		}
	}
	slices.SortFunc(d.Reports, func(a, b Report) int { return strings.Compare(a.File, b.File) })
	return errors.Join(faults...)
}

func (d *Dossier) readReport(folder fs.FS, row table.Row) (Report, error) {
	r := Report{
		File: row.Cell("file"), Title: row.Cell("title"), Outlet: row.Cell("outlet"), URL: row.Cell("url"),
		Published: row.Cell("stated_date"), CopyOf: row.Cell("copy_of"), Own: row.List("own"),
	}
	if origin := row.Cell("origin_of_text"); d.actors[fold(origin)].Cell("kind") == "agency" {
		r.Agency = origin
	}
	data, err := fs.ReadFile(folder, r.File)
	if err != nil {
		return r, err
	}
	if r.Report, err = marked.Parse(string(data)); err != nil {
		return r, err
	}
	r.Outer, err = r.readOuter(row.List("outer"))
	return r, err
}

func (r *Report) readOuter(pairs []string) (map[int]int, error) {
	outer := map[int]int{}
	for _, pair := range pairs {
		inner, around, _ := strings.Cut(pair, "<")
		from, _ := strconv.Atoi(inner)
		to, _ := strconv.Atoi(around)
		_, known := r.Claim(from)
		if _, both := r.Claim(to); !known || !both || from == to {
			return nil, fmt.Errorf("outer is %q; write the numbers of two of its claims, such as 3<2 when claim 3 came through claim 2", pair)
		}
		outer[from] = to
	}
	return outer, nil
}

// report is the report of a file, if there is one.
func (d *Dossier) report(file string) (*Report, bool) {
	i := slices.IndexFunc(d.Reports, func(r Report) bool { return r.File == file })
	if i < 0 {
		return nil, false
	}
	return &d.Reports[i], true
}

func (d *Dossier) readEvents(folder fs.FS) error {
	events, err := recordsOf[Event](folder, "events.jsonl",
		"file quote type mode trigger actor recipient places date date_earliest date_latest date_basis modality numbers said_by")
	if err != nil {
		return err
	}
	for i, event := range events {
		r, ok := d.report(event.File)
		if !ok {
			return fmt.Errorf("events.jsonl record %d: there is no report %q in index.tsv", i+1, event.File)
		}
		r.Events = append(r.Events, event)
	}
	return nil
}
