package main

import (
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// showActor prints what each document calls an actor, with the ids on which it
// can be ruled.
func showActor(p *program, l *ledger.Ledger, name string) error {
	return eachNamed(l, "actors", name, func(row ledger.Row) error {
		v := row.Value.(export.ActorRow)
		fmt.Fprintf(p.stdout, "%s  %s  %s  %d mentions in %d documents\n", v.Name, v.Kind, ledger.Unknown(export.Text(v.Book)), v.Mentions, len(v.Documents))
		namings, err := l.ActorNamings(v)
		if err != nil {
			return err
		}
		p.namings(l, namings)
		return nil
	})
}

// showPlace prints what each document calls a place, with the ids on which it
// can be ruled and the runners-up.
func showPlace(p *program, l *ledger.Ledger, name string) error {
	return eachNamed(l, "places", name, func(row ledger.Row) error {
		v := row.Value.(export.PlaceRow)
		fmt.Fprintf(p.stdout, "%s  %s  %s  %.4f, %.4f ± %d m (%s)\n", v.Name, v.Kind, v.Book, v.Lat, v.Lon, v.RadiusM, v.Precision)
		namings, err := l.PlaceNamings(v)
		if err != nil {
			return err
		}
		p.namings(l, namings)
		return nil
	})
}

func (p *program) namings(l *ledger.Ledger, all []ledger.Naming) {
	for _, n := range all {
		at := l.Span(n.Document, n.Span)
		fmt.Fprintf(p.stdout, "  %s  %s#char=%d,%d  %q  %d×  %s\n", n.ID, n.Document, at.Start, at.End, n.Words, n.Count, strings.Join(n.Incidents, " "))
		for _, other := range n.Others {
			fmt.Fprintf(p.stdout, "      or %s  %s\n", other.ID, ledger.PlaceWords(other))
		}
	}
}

// showSource prints through whom a named source speaks, and what it says.
func showSource(p *program, l *ledger.Ledger, name string) error {
	return eachNamed(l, "sources", name, func(row ledger.Row) error {
		v := row.Value.(export.SourceRow)
		fmt.Fprintf(p.stdout, "%s  %s  %d claims, %d denials in %d documents\n", v.Name, v.Kind, v.Claims, v.Denials, len(v.Documents))
		speeches, err := l.Speeches(v)
		if err != nil {
			return err
		}
		for _, s := range speeches {
			at := l.Span(s.Document, s.Span)
			fmt.Fprintf(p.stdout, "  %s  %s  %s\n      %s#char=%d,%d  %s\n", s.Claim, s.Stance, strings.Join(s.Chain, " > "), s.Document, at.Start, at.End, ledger.Shorten(s.Words, 160))
		}
		return nil
	})
}

// eachNamed does something with the rows of a name: places, and sometimes actors,
// are told apart by their entries in the book.
func eachNamed(l *ledger.Ledger, kind, name string, do func(ledger.Row) error) error {
	k, _ := ledger.KindNamed(kind)
	found := false
	for row, err := range k.Rows(l, &ledger.Filter{}) {
		if err != nil {
			return err
		}
		if called, _ := row.Called(); row.ID != name && called != name || ledger.Masked(name) {
			continue
		}
		found = true
		if err := do(row); err != nil {
			return err
		}
	}
	if !found {
		return fmt.Errorf("%w: no %s %q; see `stemma %s list`", stemma.ErrNotFound, strings.TrimSuffix(kind, "s"), name, kind)
	}
	return nil
}
