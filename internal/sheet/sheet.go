// Package sheet is one incident as people read it: its fields in the order in
// which a person asks, the accounts side by side, the ways by which they came.
// How that is drawn or printed is left to the doors, and what may leave the case
// to package ledger. In: an incident with "at least two" killed by one account
// and five by another; out: Killed, "2–5 or more", least by the first, most by
// the second, and Injured, "not reported".
package sheet

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ledger"
)

// A Page is a document with people's rulings laid over it, as it may be shown.
type Page struct {
	decide.Ruled
	Mask   stemma.Mask
	Points stemma.Points
	Title  string
}

// Pages opens documents.
type Pages interface {
	Page(document string) (Page, error)
}

// Of opens the documents of a case, each once.
func Of(l *ledger.Ledger) Pages { return &pages{l, map[string]Page{}} }

type pages struct {
	ledger *ledger.Ledger
	opened map[string]Page
}

// roomy is how many documents are kept open before all are put back.
const roomy = 256

// Page implements [Pages].
func (p *pages) Page(document string) (Page, error) {
	if page, ok := p.opened[document]; ok {
		return page, nil
	}
	r, err := p.ledger.Reading(document)
	if err != nil {
		return Page{}, err
	}
	if len(p.opened) >= roomy {
		clear(p.opened)
	}
	page := Page{Ruled: r, Mask: r.Mask(), Points: r.Text.Points()}
	page.Title = page.Mask.Hide(r.Publication.Title.Name)
	p.opened[document] = page
	return page, nil
}

// A Sheet is an incident as people read it. Names of private persons are masked
// in it.
type Sheet struct {
	Incident      stemma.Incident
	What, Parties string
	Where         string // its first place, and how many more; "" if nobody names one
	Fields        []Field
	Columns       []string // heads of the accounts' cells
	Accounts      []Account
	Ways          []Way
	Changes       []string // what would change the grade
}

// New lays out an incident; chosen are the values that a person took.
func New(pages Pages, i stemma.Incident, chosen []stemma.Decision) Sheet {
	w := writer{pages: pages, incident: i, names: private(pages, i)}
	s := Sheet{Incident: i, What: ledger.What(i.ACLED, i.Type, i.Mode), Parties: w.hide(Parties(i)), Changes: changes(i)}
	s.Where = where(i)
	s.Fields = w.fields(chosen)
	s.Columns, s.Accounts = w.accounts()
	s.Ways = w.ways()
	return s
}

// where is an incident's place as a heading has it.
//
//	Talbiseh and eight others → "Talbiseh and 8 more places"
func where(i stemma.Incident) string {
	switch n := len(i.Places); n {
	case 0:
		return ""
	case 1:
		return i.Places[0].Place.Name
	case 2:
		return i.Places[0].Place.Name + " and 1 more place"
	default:
		return fmt.Sprintf("%s and %d more places", i.Places[0].Place.Name, n-1)
	}
}

// placeless are the fields that cannot name a place.
var placeless = []string{"happened", "date", "killed", "injured"}

// Withheld is the sheet without what would show where people are who may still
// be there.
func (s Sheet) Withheld() Sheet {
	s.Parties, s.Where, s.Columns, s.Accounts, s.Ways = "", "", nil, nil, nil
	s.Fields = slices.Clone(s.Fields)
	for n, f := range s.Fields {
		if !Placeless(f.Key) {
			s.Fields[n] = Field{Key: f.Key, Label: f.Label, None: "withheld"}
		}
	}
	return s
}

// Placeless reports whether a field cannot name a place.
func Placeless(key string) bool { return slices.Contains(placeless, key) }

// A writer lays out one incident.
type writer struct {
	pages    Pages
	incident stemma.Incident
	names    []string // of private persons in its documents
}

// opened is how many documents are looked into for names to mask: more tell of
// hardly any incident, and each costs time.
const opened = 96

func private(pages Pages, i stemma.Incident) []string {
	var out []string
	for n, d := range i.Documents {
		if page, err := pages.Page(d); n < opened && err == nil {
			out = append(out, page.Mask.Names()...)
		}
	}
	return out
}

// Hide masks the private persons of an incident's documents in a text.
func Hide(pages Pages, i stemma.Incident, text string) string {
	return stemma.HideNames(text, private(pages, i))
}

// SaidBy are those who say some values of an incident, sorted, private persons
// masked.
func SaidBy(pages Pages, i stemma.Incident, values ...stemma.Value) []string {
	w := writer{incident: i, names: private(pages, i)}
	out := []string{}
	for _, v := range values {
		for _, name := range w.by(v) {
			out = ledger.With(out, name)
		}
	}
	return out
}

func (w writer) hide(text string) string { return stemma.HideNames(text, w.names) }

// Parties are who did it and to whom, as the accounts name them.
func Parties(i stemma.Incident) string {
	who, whom := said(i, "actor"), said(i, "recipient")
	switch {
	case who != "" && whom != "":
		return who + " → " + whom
	case whom != "":
		return "nobody named → " + whom
	}
	return who
}

// mostParties is how many parties a line names.
const mostParties = 3

// said are the few that most origins name in a field.
//
//	"It", "gunmen", "17" → "gunmen"
func said(i stemma.Incident, field string) string {
	values := slices.Clone(i.Assessment.Values)
	slices.SortStableFunc(values, byOrigins)
	var out []string
	for _, v := range values {
		if v.Field == field && stemma.SaysWho(v.Text) && !slices.Contains(out, v.Text) {
			out = append(out, v.Text)
		}
	}
	if len(out) > mostParties {
		out = append(out[:mostParties], "…")
	}
	return ledger.Shorten(strings.Join(out, ", "), 110)
}
