package sqlite

import (
	"stemma"
	"stemma/internal/store"
)

// index puts the rows of a reading that has none.
func (w *writer) index(key int64, r *stemma.Reading, fingerprints []uint64) error {
	rows := store.NewRows(r)
	tellings, err := packed(r.Tellings())
	if err != nil {
		return err
	}
	if err := w.indexDocument(key, &rows.Document, tellings); err != nil {
		return err
	}
	for n := range rows.Claims {
		if err := w.indexClaim(key, n, &rows.Claims[n]); err != nil {
			return err
		}
	}
	placed := map[int]bool{}
	for i := range rows.Scenes {
		scene := &rows.Scenes[i]
		placed[scene.Event] = placed[scene.Event] || scene.Place.ID != ""
		if err := w.indexScene(key, &rows.Events[scene.Event], scene); err != nil {
			return err
		}
	}
	for n := range rows.Events {
		if err := w.indexEvent(key, n, &rows.Events[n], placed[n]); err != nil {
			return err
		}
	}
	for _, name := range rows.Private {
		if err := w.do("index private", key, name); err != nil {
			return err
		}
	}
	return w.do("index fingerprints", key, list(signed(fingerprints)))
}

func (w *writer) unindex(key int64) error {
	for _, name := range []string{
		"drop document", "drop claims", "drop events", "drop near", "drop scenes", "drop fingerprints", "drop private", "drop search",
	} {
		if err := w.do(name, key); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) indexDocument(key int64, d *store.DocumentRow, tellings []byte) error {
	p := d.Published
	if err := w.do("index document", key, d.Title, d.Outlet, d.Agency, d.Byline, d.URL,
		p.Earliest.String(), p.Latest.String(), p.Precision, p.Basis, d.Language, d.Read, d.Claims, d.Events, d.Unread, tellings); err != nil {
		return err
	}
	return w.do("index search", key, folded(d.Title), folded(d.Search))
}

func (w *writer) indexClaim(key int64, n int, c *store.ClaimRow) error {
	return w.do("index claim", key, n, c.ID, c.Parent, c.SaidBy, c.SourceKind, c.Relation, c.AtLeast, c.AtMost,
		c.Chain, c.Cue, c.Words, c.Stance, c.Direct, c.Rule, c.StartPoint, c.EndPoint)
}

func (w *writer) indexEvent(key int64, n int, e *store.EventRow, placed bool) error {
	first, last := ends(e.When)
	return w.do("index event", key, n, e.ID, e.Type, e.Mode, e.Contexts, e.ACLED, e.Modality, e.Trigger, e.Words,
		e.Actors, e.Recipients, e.Quantities, e.When.Earliest.String(), e.When.Latest.String(), e.When.Precision, e.When.Basis,
		e.Claim, e.Rule, e.StartPoint, e.EndPoint, first, last, placed)
}

// A scene's key is made of its document, event and place, so that the same
// readings give the same rows; beyond these many events and places of an event
// it would meet another's.
const (
	mostEvents = 10_000
	mostPlaces = 100
)

func (w *writer) indexScene(key int64, e *store.EventRow, s *store.SceneRow) error {
	if s.Event >= mostEvents || s.N >= mostPlaces {
		return nil
	}
	scene := (key*mostEvents+int64(s.Event))*mostPlaces + int64(s.N)
	p := s.Place
	var lat, lon, radius any
	if p.ID != "" {
		lat, lon, radius = p.Lat, p.Lon, p.Radius
	}
	if err := w.do("index scene", scene, key, s.Event, s.N, s.Role, s.Words, p.ID, p.GeoNames, p.Name, p.Country, lat, lon, p.Precision, radius); err != nil {
		return err
	}
	if p.ID == "" {
		return nil
	}
	first, last := ends(e.When)
	box := around(p)
	return w.do("index near", scene, box.south, box.north, box.west, box.east, first, last)
}

// lastDay stands for an open end of time; an open beginning is day 0.
const lastDay = 4_000_000 // beyond the year 9999, and exact in the R*Tree's 32 bits

func ends(when stemma.Interval) (first, last int64) {
	first, last = int64(when.Earliest), int64(when.Latest)
	if when.Latest == 0 {
		last = lastDay
	}
	return first, last
}

// signed are fingerprints as SQLite's integers.
func signed(fingerprints []uint64) []int64 {
	out := make([]int64, 0, len(fingerprints))
	for _, f := range fingerprints {
		out = append(out, int64(f))
	}
	return out
}
