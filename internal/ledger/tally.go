package ledger

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/export"
)

// tallied gathers rows over all readings under a key, and gives them in the
// order of the keys.
func tallied[T any](l *Ledger, f *Filter, add func(map[string]*T, *stemma.Reading, Persons), shape func(*T) Row) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		persons, err := l.names(f)
		if err != nil {
			yield(Row{}, err)
			return
		}
		all := map[string]*T{}
		for r, err := range l.readings(f) {
			if err != nil {
				yield(Row{}, err)
				return
			}
			add(all, r.Reading, persons)
		}
		keys := make([]string, 0, len(all))
		for key := range all {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			row := shape(all[key])
			row.Key = key
			if !yield(row, nil) {
				return
			}
		}
	}
}

// at is the tally under a key, made by first if it is new.
func at[T any](all map[string]*T, key string, first func() T) *T {
	if all[key] == nil {
		made := first()
		all[key] = &made
	}
	return all[key]
}

// With is a sorted list with one more in it, once.
func With(all []string, s string) []string {
	if i, found := slices.BinarySearch(all, s); !found {
		return slices.Insert(all, i, s)
	}
	return all
}

// sourceRows are the named sources. Unnamed ones are counted where they speak
// and are never listed or linked; private persons are masked.
func sourceRows(l *Ledger, f *Filter) iter.Seq2[Row, error] {
	return tallied(l, f, func(all map[string]*export.SourceRow, r *stemma.Reading, persons Persons) {
		mask := r.Mask()
		for _, c := range r.Claims {
			if listed(c.Source.Kind) && f.claim(c, persons) {
				countSource(all, r, c, mask)
			}
		}
	}, func(s *export.SourceRow) Row {
		return Row{ID: s.Name, Value: *s, Brief: []string{
			Shorten(s.Name, 60), s.Kind, strconv.Itoa(s.Claims), strconv.Itoa(s.Denials), strconv.Itoa(len(s.Documents)), Unknown(Shorten(strings.Join(s.Through, ", "), 60)),
		}}
	})
}

// countSource adds a claim to the row of its source.
func countSource(all map[string]*export.SourceRow, r *stemma.Reading, c stemma.Claim, mask stemma.Mask) {
	name := mask.Hide(c.Source.Name)
	s := at(all, name, func() export.SourceRow {
		return export.SourceRow{Schema: export.SourceSchema, Name: name, Kind: string(c.Source.Kind), Documents: []string{}, Through: []string{}}
	})
	s.Claims++
	if c.Stance == stemma.Denies {
		s.Denials++
	}
	s.Documents = With(s.Documents, r.Document)
	for _, link := range c.Chain {
		if link.Role != stemma.RoleSource && link.Name != "" && !nobodyNamed(r, link) {
			s.Through = With(s.Through, mask.Hide(link.Name))
		}
	}
}

func actorRows(l *Ledger, f *Filter) iter.Seq2[Row, error] {
	return tallied(l, f, func(all map[string]*export.ActorRow, r *stemma.Reading, persons Persons) {
		mask := r.Mask()
		for _, a := range r.Actors {
			if !named(f.actor, persons.bodies([]string{a.Name})...) || !f.inCountry(a.Country) {
				continue
			}
			name := mask.Hide(a.Name)
			s := at(all, name+"\x00"+a.Book, func() export.ActorRow {
				return export.ActorRow{Schema: export.ActorSchema, Name: name, Kind: string(a.Kind), Country: Null(a.Country), Book: Null(a.Book), Documents: []string{}}
			})
			s.Mentions += len(a.Mentions)
			s.Documents = With(s.Documents, r.Document)
		}
	}, func(s *export.ActorRow) Row {
		country := ""
		if s.Country != nil {
			country = *s.Country
		}
		return Row{ID: s.Name, Value: *s, Brief: []string{Shorten(s.Name, 60), s.Kind, Unknown(country), strconv.Itoa(s.Mentions), strconv.Itoa(len(s.Documents))}}
	})
}

func placeRows(l *Ledger, f *Filter) iter.Seq2[Row, error] {
	return tallied(l, f, func(all map[string]*export.PlaceRow, r *stemma.Reading, _ Persons) {
		for _, t := range r.Places {
			p := t.Place
			if !t.Known() || t.Adjective || !f.somewhere(p) {
				continue
			}
			s := at(all, p.Name+"\x00"+p.ID, func() export.PlaceRow {
				return export.PlaceRow{
					Schema: export.PlaceSchema, Name: p.Name, Kind: p.Kind, Country: Null(p.Country), Book: p.ID, GeoNamesID: positive(p.GeoNames),
					Lat: p.Lat, Lon: p.Lon, Precision: string(p.Precision), RadiusM: p.Radius, Documents: []string{},
				}
			})
			s.Mentions++
			s.Documents = With(s.Documents, r.Document)
		}
	}, func(s *export.PlaceRow) Row {
		country := ""
		if s.Country != nil {
			country = *s.Country
		}
		return Row{ID: s.Book, Value: *s, Brief: []string{
			s.Name, s.Kind, Unknown(country), fmt.Sprintf("%.3f", s.Lat), fmt.Sprintf("%.3f", s.Lon), strconv.Itoa(s.RadiusM), strconv.Itoa(s.Mentions),
		}}
	})
}

func positive(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
