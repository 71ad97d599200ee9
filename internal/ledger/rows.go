package ledger

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/export"
	"stemma/internal/store"
)

// readings are the readings of a case in the order of their documents' ids, as
// far as the filter lets their documents in.
func (l *Ledger) readings(f *Filter) iter.Seq2[decide.Ruled, error] {
	return func(yield func(decide.Ruled, error) bool) {
		for d, err := range l.Store.Documents(l.Ctx, store.Which{After: l.after}) {
			if err == nil && !f.newEnough(d) {
				continue
			}
			var r decide.Ruled
			if err == nil {
				r, err = l.Reading(d.ID)
			}
			if !yield(r, err) || err != nil {
				return
			}
			delete(l.points, d.ID) // what is passed is not asked for again: a list takes the memory of one
		}
	}
}

// fromReadings makes the rows of each reading; persons are those that a filter
// passes over.
func fromReadings(l *Ledger, f *Filter, passed func(*Filter) (Persons, error), rows func(decide.Ruled, Persons) ([]Row, error)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		persons, err := passed(f)
		if err != nil {
			yield(Row{}, err)
			return
		}
		for r, err := range l.readings(f) {
			var all []Row
			if err == nil {
				all, err = rows(r, persons)
			}
			if !yieldAll(yield, all, err) {
				return
			}
		}
	}
}

// yieldAll yields rows, or why there are none; it reports whether more is wanted.
func yieldAll(yield func(Row, error) bool, rows []Row, err error) bool {
	if err != nil {
		yield(Row{}, err)
		return false
	}
	for _, row := range rows {
		if !yield(row, nil) {
			return false
		}
	}
	return true
}

// ByTime are rows as people look for something in them: by the day on which it
// was over, what nobody dates last, else in the order in which they came.
func ByTime(rows iter.Seq2[Row, error]) (iter.Seq2[Row, error], error) {
	var all []Row
	for row, err := range rows {
		if err != nil {
			return nil, err
		}
		row.Value, row.Features = nil, nil // a list for people takes little memory
		all = append(all, row)
	}
	last := func(r Row) stemma.Day { return cmp.Or(r.When.Latest, r.When.Earliest, stemma.Day(math.MaxInt32)) }
	slices.SortStableFunc(all, func(a, b Row) int { return cmp.Compare(last(a), last(b)) })
	return func(yield func(Row, error) bool) {
		for _, row := range all {
			if !yield(row, nil) {
				return
			}
		}
	}, nil
}

// sorted gives rows in the order of their ids.
func sorted(rows []Row) []Row {
	slices.SortStableFunc(rows, func(a, b Row) int { return strings.Compare(a.ID, b.ID) })
	return rows
}

func documentRows(l *Ledger, f *Filter) iter.Seq2[Row, error] {
	return rowsOf(l.Store.Documents(l.Ctx, store.Which{}), func(d store.Listing) (Row, bool) {
		if !f.newEnough(d) || !f.time(d.Publication.Published) {
			return Row{}, false
		}
		return l.Document(d), true
	})
}

// rowsOf are the rows of what a store lists; a row that is not wanted is left out.
func rowsOf[T any](listed iter.Seq2[T, error], row func(T) (Row, bool)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for one, err := range listed {
			if err != nil {
				yield(Row{}, err)
				return
			}
			if r, ok := row(one); ok && !yield(r, nil) {
				return
			}
		}
	}
}

// Document is the row of one document.
func (l *Ledger) Document(d store.Listing) Row {
	p := d.Publication
	v := export.DocumentRow{
		Schema: export.DocumentSchema, ID: d.ID, SHA256: d.SHA256, Names: names(d), Title: Null(l.Caution().title(d)), Outlet: Null(p.Outlet.Name),
		Agency: Null(p.Agency.Name), URL: Null(d.Given.URL), Earliest: Null(p.Published.Earliest.String()), Latest: Null(p.Published.Latest.String()),
		Basis: Null(string(p.Published.Basis)), Language: Null(d.Language), Read: d.Read, Reading: Null(d.Version),
		Claims: d.Claims, Events: d.Events, Unread: d.Unread, Bytes: d.Size, MediaType: d.MediaType,
	}
	outlet := p.Outlet.Name
	if p.Agency.Known() {
		outlet = strings.TrimSpace(outlet + " (" + p.Agency.Name + ")")
	}
	title := Shorten(Called(d), 60)
	if !d.Read {
		title = "not read: " + Language(d.Language) + "; " + title
	}
	return Row{ID: d.ID, Key: d.ID, Value: v, When: p.Published, Brief: []string{
		d.ID, Days(p.Published), Unknown(outlet), strconv.Itoa(d.Claims), strconv.Itoa(d.Events), strconv.Itoa(d.Unread), Unknown(title),
	}}
}

// Called is what a list calls a document: its title, else the name of its file.
func Called(d store.Listing) string {
	for _, name := range append([]string{d.Publication.Title.Name}, names(d)...) {
		if name != "" {
			return name
		}
	}
	return d.ID
}

// names are the base names under which a document came, each once, sorted.
func names(d store.Listing) []string {
	var out []string
	for _, c := range d.Captures {
		out = append(out, filepath.Base(c.Name))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// copyRows are the copies, then the documents that came under several names.
func copyRows(l *Ledger, _ *Filter) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for _, rows := range []iter.Seq2[Row, error]{rowsOf(l.Store.Copies(l.Ctx), copyRow), rowsOf(l.Store.Documents(l.Ctx, store.Which{}), identicalRow)} {
			for row, err := range rows {
				if !yield(row, err) || err != nil {
					return
				}
			}
		}
	}
}

func copyRow(c stemma.Copy) (Row, bool) {
	v := export.NewCopy(c)
	shared := fmt.Sprintf("%.0f%% / %.0f%%", 100*v.Containment[0], 100*v.Containment[1])
	brief := []string{c.Document, c.Of, string(c.Relation), shared, v.Order, strings.Join(c.Basis, ", ")}
	return Row{ID: c.Document, Key: "0 " + c.Document + " " + c.Of, Value: v, Brief: brief}, true
}

// identicalRow is the row of a document that came under several names.
func identicalRow(d store.Listing) (Row, bool) {
	n := names(d)
	v := export.NewIdentical(d.ID, n)
	brief := []string{d.ID, d.ID, "identical", "100% / 100%", v.Order, strings.Join(n, ", ")}
	return Row{ID: d.ID, Key: "1 " + d.ID, Value: v, Brief: brief}, len(n) > 1
}

func claimRows(l *Ledger, f *Filter) iter.Seq2[Row, error] {
	return fromReadings(l, f, l.names, func(r decide.Ruled, persons Persons) ([]Row, error) {
		rows := export.NewRows(r.Reading)
		var out []Row
		for _, c := range r.Claims {
			if !f.claim(c, persons) || !f.stands(r.StatusOf(c.ID)) {
				continue
			}
			v := rows.Claim(c, r.StatusOf(c.ID))
			said := "(nobody named)"
			if v.Source != nil {
				said = v.Source.Name
			}
			brief := []string{c.ID, Shorten(said, 40), v.Stance, Shorten(v.Words, 90)}
			out = append(out, Row{ID: c.ID, Key: r.Document + " " + c.ID, Status: r.StatusOf(c.ID), Value: l.Caution().claim(r, c, v), Brief: brief})
		}
		return sorted(out), nil
	})
}

// claim reports whether a claim passes: who is not named is never looked for.
func (f *Filter) claim(c stemma.Claim, persons Persons) bool {
	return f.saidBy == "" || c.Source.Kind != stemma.SourceUnnamed && named(f.saidBy, persons.bodies([]string{c.Source.Name})...)
}

func eventRows(l *Ledger, f *Filter) iter.Seq2[Row, error] {
	happenings := func(f *Filter) (Persons, error) { return l.happenings(f, l.Store.Incidents(l.Ctx)) }
	return fromReadings(l, f, happenings, func(r decide.Ruled, persons Persons) ([]Row, error) {
		rows := export.NewRows(r.Reading)
		var out []Row
		for _, e := range r.Events {
			m, err := l.Member(e.ID)
			if err != nil {
				return nil, err
			}
			status := cmp.Or(r.Status[e.ID], m.Status)
			v := rows.Event(e, m.Incident, status)
			if f.stands(status) && f.event(r.Reading, e, v, persons) {
				row := eventRow(e, v)
				leaving := l.Caution().event(r, e, v)
				row.Value, row.Features = leaving, leaving.Features
				out = append(out, row)
			}
		}
		return sorted(out), nil
	})
}

// event reports whether an event passes.
func (f *Filter) event(r *stemma.Reading, e stemma.Event, v export.EventRow, persons Persons) bool {
	var places []stemma.Place
	for _, p := range e.Places {
		if t := r.Place(p.Place); t != nil && t.Known() {
			places = append(places, t.Place)
		}
	}
	var parties []string
	for _, role := range slices.Concat(v.Actors, v.Recipients) {
		parties = append(parties, role.Name)
	}
	c := r.Claim(e.Claim)
	return f.time(e.When) && f.kind(e.Type, e.Mode, e.ACLED) && f.somewhere(places...) && named(f.actor, persons.bodies(parties)...) &&
		(f.saidBy == "" || c != nil && f.claim(*c, persons))
}

func eventRow(e stemma.Event, v export.EventRow) Row {
	var places []string
	for _, p := range v.Scenes {
		places = append(places, p.Name)
	}
	said := "own voice"
	if v.SaidBy != nil {
		said = *v.SaidBy
	}
	what := What(e.ACLED, e.Type, e.Mode)
	if e.Modality != stemma.Asserted {
		what += " (" + string(e.Modality) + ")"
	}
	return Row{
		ID: e.ID, Key: v.Document + " " + e.ID, Status: stemma.Status(v.Status), Value: v, When: e.When, Features: v.Features,
		Brief: []string{e.ID, Days(e.When), what, Unknown(roles(v.Actors)), Unknown(roles(v.Recipients)), Unknown(strings.Join(places, ", ")), Shorten(said, 30)},
	}
}

func roles(all []export.Role) string {
	var out []string
	for _, r := range all {
		out = append(out, Shorten(r.Name, 30))
	}
	return strings.Join(out, ", ")
}

func incidentRows(l *Ledger, f *Filter) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		passes, err := l.Passing(f)
		if err != nil {
			yield(Row{}, err)
			return
		}
		for i, err := range l.Store.Incidents(l.Ctx) {
			if err != nil {
				yield(Row{}, err)
				return
			}
			if passes(i) && !yield(l.IncidentRow(i), nil) {
				return
			}
		}
	}
}

// Passing reports of the case's incidents whether a filter lets them in.
func (l *Ledger) Passing(f *Filter) (func(stemma.Incident) bool, error) {
	return l.PassingOf(f, l.Store.Incidents(l.Ctx))
}

// PassingOf is Passing for who has the incidents at hand.
func (l *Ledger) PassingOf(f *Filter, all iter.Seq2[stemma.Incident, error]) (func(stemma.Incident) bool, error) {
	persons, err := l.happenings(f, all)
	if err != nil {
		return nil, err
	}
	added, err := l.addedSince(f)
	if err != nil {
		return nil, err
	}
	return func(i stemma.Incident) bool {
		return f.incident(&i, persons) && (added == nil || slices.ContainsFunc(i.Documents, func(d string) bool { return added[d] }))
	}, nil
}

// addedSince are the documents that the filter lets in; nil for all.
func (l *Ledger) addedSince(f *Filter) (map[string]bool, error) {
	if f.added == 0 {
		return nil, nil
	}
	out := map[string]bool{}
	for d, err := range l.Store.Documents(l.Ctx, store.Which{}) {
		if err != nil {
			return nil, err
		}
		out[d.ID] = f.newEnough(d)
	}
	return out, nil
}

// incident reports whether an incident passes. What is asked for is looked up
// only then: a large case has many.
func (f *Filter) incident(i *stemma.Incident, persons Persons) bool {
	return f.time(i.When) && f.kind(i.Type, i.Mode, i.ACLED) && f.stands(i.Status) && f.origins.hold(i.Assessment.Origins) && f.disputes(&i.Assessment) &&
		(f.anywhere() || f.somewhere(placesOf(i)...)) && (f.actor == "" || named(f.actor, persons.bodies(partiesOf(i))...)) &&
		(f.saidBy == "" || named(f.saidBy, f.speakers(i, persons)...))
}

func placesOf(i *stemma.Incident) (out []stemma.Place) {
	for _, s := range i.Places {
		out = append(out, s.Place)
	}
	return out
}

func partiesOf(i *stemma.Incident) (out []string) {
	for _, v := range i.Assessment.Values {
		if v.Field == "actor" || v.Field == "recipient" {
			out = append(out, v.Text)
		}
	}
	return out
}

// speakers are the named origins of an incident of whom one may ask.
func (f *Filter) speakers(i *stemma.Incident, persons Persons) (out []string) {
	for _, a := range i.Assessment.Accounts {
		if a.Kind != stemma.OriginUnnamed {
			out = append(out, a.Name)
		}
	}
	if f.added == 0 {
		return out
	}
	return persons.bodies(out)
}

// IncidentRow is the row of one incident.
func (l *Ledger) IncidentRow(i stemma.Incident) Row {
	a := i.Assessment
	row := Row{
		ID: i.ID, Key: i.ID, Status: i.Status, When: i.When,
		Brief: []string{i.ID, Days(i.When), Between(a.Origins), Unknown(string(a.Grade)), Unknown(strings.Join(a.Disputed, ", ")), Shorten(i.Title, 90)},
	}
	if !l.Glance {
		v := l.Caution().incident(i)
		row.Value, row.Features = v, v.Features
	}
	return row
}

// Between is a range of origins as people read it: "1", "2–4".
func Between(o stemma.Origins) string {
	if o.Min == o.Max {
		return strconv.Itoa(o.Min)
	}
	return fmt.Sprintf("%d–%d", o.Min, o.Max)
}

func disagreementRows(l *Ledger, f *Filter) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for d, err := range l.Store.Disagreements(l.Ctx) {
			if err != nil {
				yield(Row{}, err)
				return
			}
			if f.Differs(d) && !yield(l.disagreementRow(d), nil) {
				return
			}
		}
	}
}

func (l *Ledger) disagreementRow(d stemma.Disagreement) Row {
	var sides []string
	for _, s := range d.Sides {
		sides = append(sides, Shorten(s.Value, 40))
	}
	kind := string(d.Type)
	if d.Explained {
		kind += " (explained)"
	}
	return Row{ID: d.ID, Key: d.ID, Value: l.Caution().disagreement(d), Brief: []string{d.ID, kind, d.Field, Unknown(l.matter(d)), strings.Join(sides, "  |  ")}}
}

// matter is what a disagreement is about: its incident, else what one side says.
func (l *Ledger) matter(d stemma.Disagreement) string {
	if i, err := l.Incident(d.Incident); d.Incident != "" && err == nil {
		return Shorten(i.Title, 60)
	}
	if len(d.Sides) == 0 {
		return ""
	}
	words := d.Sides[0].Words
	r, err := l.Reading(words.Document)
	if err != nil {
		return ""
	}
	return Shorten(r.Mask().Words(words.Span), 60)
}
