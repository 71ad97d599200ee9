package main

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/store"
)

// readings are the readings of a case in the order of their documents' ids, as
// far as the filter lets their documents in.
func (l *ledger) readings(f *filter) iter.Seq2[*stemma.Reading, error] {
	return func(yield func(*stemma.Reading, error) bool) {
		for d, err := range l.store.Documents(l.ctx, store.Which{}) {
			if err == nil && !f.newEnough(d) {
				continue
			}
			var r *stemma.Reading
			if err == nil {
				r, err = l.store.Reading(l.ctx, d.ID)
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// fromReadings makes the rows of each reading.
func fromReadings(l *ledger, f *filter, rows func(*stemma.Reading) ([]row, error)) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for r, err := range l.readings(f) {
			var all []row
			if err == nil {
				all, err = rows(r)
			}
			if err != nil {
				yield(row{}, err)
				return
			}
			for _, one := range all {
				if !yield(one, nil) {
					return
				}
			}
		}
	}
}

// sorted gives rows in the order of their ids.
func sorted(rows []row) []row {
	slices.SortStableFunc(rows, func(a, b row) int { return strings.Compare(a.id, b.id) })
	return rows
}

func documentRows(l *ledger, f *filter) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for d, err := range l.store.Documents(l.ctx, store.Which{}) {
			if err != nil {
				yield(row{}, err)
				return
			}
			if f.newEnough(d) && f.time(d.Publication.Published) && !yield(documentRow(d), nil) {
				return
			}
		}
	}
}

func documentRow(d store.Listing) row {
	p := d.Publication
	v := export.DocumentRow{
		Schema: export.DocumentSchema, ID: d.ID, SHA256: d.SHA256, Names: names(d), Title: null(p.Title.Name), Outlet: null(p.Outlet.Name),
		Agency: null(p.Agency.Name), URL: null(d.Given.URL), Earliest: null(p.Published.Earliest.String()), Latest: null(p.Published.Latest.String()),
		Basis: null(string(p.Published.Basis)), Language: null(d.Language), Read: d.Read, Reading: null(d.Version),
		Claims: d.Claims, Events: d.Events, Unread: d.Unread, Bytes: d.Size, MediaType: d.MediaType,
	}
	outlet := p.Outlet.Name
	if p.Agency.Known() {
		outlet = strings.TrimSpace(outlet + " (" + p.Agency.Name + ")")
	}
	title := shorten(p.Title.Name, 60)
	if !d.Read {
		title = "not read: " + d.Language + "  " + title
	}
	return row{id: d.ID, value: v, brief: []string{
		d.ID, days(p.Published), unknown(outlet), strconv.Itoa(d.Claims), strconv.Itoa(d.Events), unknown(title),
	}}
}

// names are the base names under which a document came, each once, sorted.
func names(d store.Listing) []string {
	var out []string
	for _, c := range d.Captures {
		out = append(out, base(c.Name))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// copyRows are the copies, then the documents that came under several names.
func copyRows(l *ledger, _ *filter) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for c, err := range l.store.Copies(l.ctx) {
			if err != nil {
				yield(row{}, err)
				return
			}
			v := export.NewCopy(c)
			shared := fmt.Sprintf("%.0f%% / %.0f%%", 100*v.Containment[0], 100*v.Containment[1])
			brief := []string{c.Document, c.Of, string(c.Relation), shared, v.Order, strings.Join(c.Basis, ", ")}
			if !yield(row{id: c.Document, value: v, brief: brief}, nil) {
				return
			}
		}
		for d, err := range l.store.Documents(l.ctx, store.Which{}) {
			if n := names(d); err != nil || len(n) > 1 {
				v := export.NewIdentical(d.ID, n)
				brief := []string{d.ID, d.ID, "identical", "100% / 100%", v.Order, strings.Join(n, ", ")}
				if !yield(row{id: d.ID, value: v, brief: brief}, err) || err != nil {
					return
				}
			}
		}
	}
}

func claimRows(l *ledger, f *filter) iter.Seq2[row, error] {
	return fromReadings(l, f, func(r *stemma.Reading) ([]row, error) {
		rows := export.NewRows(r)
		var out []row
		for _, c := range r.Claims {
			if !f.named(f.saidBy, c.Source.Name) {
				continue
			}
			v := rows.Claim(c, stemma.Proposed)
			said := "(nobody named)"
			if v.Source != nil {
				said = v.Source.Name
			}
			out = append(out, row{id: c.ID, status: stemma.Proposed, value: v, brief: []string{c.ID, shorten(said, 40), v.Stance, shorten(v.Words, 90)}})
		}
		return sorted(out), nil
	})
}

func eventRows(l *ledger, f *filter) iter.Seq2[row, error] {
	return fromReadings(l, f, func(r *stemma.Reading) ([]row, error) {
		rows := export.NewRows(r)
		var out []row
		for _, e := range r.Events {
			m, err := l.member(e.ID)
			if err != nil {
				return nil, err
			}
			v := rows.Event(e, m.incident, m.status)
			if f.event(r, e, v, m.status) {
				out = append(out, eventRow(e, v))
			}
		}
		return sorted(out), nil
	})
}

// event reports whether an event passes.
func (f *filter) event(r *stemma.Reading, e stemma.Event, v export.EventRow, status stemma.Status) bool {
	var countries, parties []string
	for _, p := range e.Places {
		if t := r.Place(p.Place); t != nil {
			countries = append(countries, t.Place.Country)
		}
	}
	for _, role := range slices.Concat(v.Actors, v.Recipients) {
		parties = append(parties, role.Name)
	}
	said := ""
	if v.SaidBy != nil {
		said = *v.SaidBy
	}
	return f.time(e.When) && f.kind(e.Type, e.Mode) && f.inCountry(countries...) && f.named(f.actor, parties...) &&
		f.named(f.saidBy, said) && f.stands(status)
}

func eventRow(e stemma.Event, v export.EventRow) row {
	var places []string
	for _, p := range v.Scenes {
		places = append(places, p.Name)
	}
	said := "own voice"
	if v.SaidBy != nil {
		said = *v.SaidBy
	}
	what := strings.TrimSpace(e.Mode + " " + strings.ToLower(e.Type))
	if e.ACLED != "" {
		what = e.ACLED
	}
	if e.Modality != stemma.Asserted {
		what += " (" + string(e.Modality) + ")"
	}
	return row{
		id: e.ID, status: stemma.Status(v.Status), value: v, features: v.Features,
		brief: []string{e.ID, days(e.When), what, unknown(roles(v.Actors)), unknown(roles(v.Recipients)), unknown(strings.Join(places, ", ")), shorten(said, 30)},
	}
}

func roles(all []export.Role) string {
	var out []string
	for _, r := range all {
		out = append(out, shorten(r.Name, 30))
	}
	return strings.Join(out, ", ")
}

func incidentRows(l *ledger, f *filter) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		added, err := l.addedSince(f)
		if err != nil {
			yield(row{}, err)
			return
		}
		for i, err := range l.store.Incidents(l.ctx) {
			if err != nil {
				yield(row{}, err)
				return
			}
			if f.incident(i) && (added == nil || slices.ContainsFunc(i.Documents, func(d string) bool { return added[d] })) && !yield(l.incidentRow(i), nil) {
				return
			}
		}
	}
}

// addedSince are the documents that the filter lets in; nil for all.
func (l *ledger) addedSince(f *filter) (map[string]bool, error) {
	if f.added == 0 {
		return nil, nil
	}
	out := map[string]bool{}
	for d, err := range l.store.Documents(l.ctx, store.Which{}) {
		if err != nil {
			return nil, err
		}
		out[d.ID] = f.newEnough(d)
	}
	return out, nil
}

func (f *filter) incident(i stemma.Incident) bool {
	var countries, parties, origins []string
	for _, s := range i.Places {
		countries = append(countries, s.Place.Country)
	}
	for _, v := range i.Assessment.Values {
		if v.Field == "actor" || v.Field == "recipient" {
			parties = append(parties, v.Text)
		}
	}
	for _, a := range i.Assessment.Accounts {
		origins = append(origins, a.Name)
	}
	return f.time(i.When) && f.kind(i.Type, i.Mode) && f.inCountry(countries...) && f.named(f.actor, parties...) &&
		f.named(f.saidBy, origins...) && f.stands(i.Status)
}

func (l *ledger) incidentRow(i stemma.Incident) row {
	v := export.NewIncident(i, l.span)
	a := i.Assessment
	return row{
		id: i.ID, status: i.Status, value: v, features: v.Features,
		brief: []string{i.ID, days(i.When), between(a.Origins), unknown(string(a.Grade)), unknown(strings.Join(a.Disputed, ", ")), shorten(i.Title, 90)},
	}
}

func between(o stemma.Origins) string {
	if o.Min == o.Max {
		return strconv.Itoa(o.Min)
	}
	return fmt.Sprintf("%d–%d", o.Min, o.Max)
}

func disagreementRows(l *ledger, _ *filter) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for d, err := range l.store.Disagreements(l.ctx) {
			if err != nil {
				yield(row{}, err)
				return
			}
			var sides []string
			for _, s := range d.Sides {
				sides = append(sides, shorten(s.Value, 40))
			}
			kind := string(d.Type)
			if d.Explained {
				kind += " (explained)"
			}
			v := export.NewDisagreement(d, l.span)
			if !yield(row{id: d.ID, value: v, brief: []string{d.ID, kind, d.Field, strings.Join(sides, "  |  ")}}, nil) {
				return
			}
		}
	}
}
