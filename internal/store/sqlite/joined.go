package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// join puts what a set of readings comes to in the place of what it came to
// before.
func (w *writer) join(j *store.Joined) error {
	old, err := w.oldIncidents(j)
	if err != nil {
		return err
	}
	if err := w.dropJoined(j, slices.Sorted(maps.Keys(old))); err != nil {
		return err
	}
	for i := range j.Copies {
		if err := w.copy(&j.Copies[i]); err != nil {
			return err
		}
	}
	for i := range j.Incidents {
		if err := w.incident(&j.Incidents[i]); err != nil {
			return fmt.Errorf("keep incident %s: %w", j.Incidents[i].ID, err)
		}
	}
	for i := range j.Disagreements {
		if err := w.disagreement(&j.Disagreements[i], nil); err != nil {
			return err
		}
	}
	if err := w.succeed(old, j.Incidents); err != nil {
		return err
	}
	if j.Documents == nil {
		return w.do("mark all joined")
	}
	return w.do("mark joined", list(j.Documents))
}

// oldIncidents are the incidents that go, with what each held.
func (w *writer) oldIncidents(j *store.Joined) (map[string][]string, error) {
	ids := slices.Clone(j.Gone)
	for _, incident := range j.Incidents {
		ids = append(ids, incident.ID)
	}
	rows, err := w.query("old incidents", sql.Named("documents", list(j.Documents)), sql.Named("incidents", list(ids)))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	old := map[string][]string{}
	for rows.Next() {
		var id, text string
		var members []string
		if err := rows.Scan(&id, &text); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(text), &members); err != nil {
			return nil, err
		}
		old[id] = members
	}
	return old, rows.Err()
}

func (w *writer) dropJoined(j *store.Joined, incidents []string) error {
	if incidents == nil {
		incidents = []string{}
	}
	own := slices.Clone(j.Gone)
	for _, disagreement := range j.Disagreements {
		own = append(own, disagreement.ID)
	}
	documents := sql.Named("documents", list(j.Documents))
	disagreements, err := w.strings("old disagreements", documents,
		sql.Named("incidents", list(incidents)), sql.Named("disagreements", list(own)))
	if err != nil {
		return err
	}
	for _, name := range []string{"drop disagreements", "drop sides"} {
		if err := w.do(name, list(disagreements)); err != nil {
			return err
		}
	}
	for _, name := range []string{"drop incidents", "drop members", "drop accounts", "drop values"} {
		if err := w.do(name, list(incidents)); err != nil {
			return err
		}
	}
	return w.do("drop copies", documents)
}

func (w *writer) copy(c *stemma.Copy) error {
	blob, err := packed(c)
	if err != nil {
		return err
	}
	return w.do("put copy", c.Document, c.Of, c.Relation, c.Containment[0], c.Containment[1],
		strings.Join(c.Basis, "; "), c.Order, c.Decided, blob)
}

func (w *writer) incident(i *stemma.Incident) error {
	blob, err := packed(i)
	if err != nil {
		return err
	}
	hidden, err := w.strings("private names", list(append(slices.Clone(i.Documents), i.BackgroundOf...)))
	if err != nil {
		return err
	}
	if err := w.incidentRow(i, hidden, blob); err != nil {
		return err
	}
	if err := w.members(i); err != nil {
		return err
	}
	if err := w.assessment(i, hidden); err != nil {
		return err
	}
	for k := range i.Assessment.Disagreements {
		if err := w.disagreement(&i.Assessment.Disagreements[k], hidden); err != nil {
			return err
		}
	}
	return w.do("put incident id", i.ID, madeOf(i.Events))
}

func (w *writer) incidentRow(i *stemma.Incident, hidden []string, blob []byte) error {
	var scene stemma.Scene
	var lat, lon, radius any
	if len(i.Places) > 0 {
		scene = i.Places[0]
	}
	if p := scene.Place; p.ID != "" {
		lat, lon, radius = p.Lat, p.Lon, p.Radius
	}
	a := i.Assessment
	return w.do("put incident", i.ID, stemma.HideNames(i.Title, hidden), i.Type, i.Mode, i.Status,
		i.When.Earliest.String(), i.When.Latest.String(), i.When.Precision, i.When.Basis,
		scene.Place.Name, scene.Role, scene.Place.Country, lat, lon, scene.Place.Precision, radius,
		a.Origins.Min, a.Origins.Max, a.Grade, strings.Join(a.Disputed, " "),
		stemma.HideNames(strings.Join(a.Reasons, "; "), hidden), blob)
}

func (w *writer) members(i *stemma.Incident) error {
	for _, group := range []struct {
		members    []string
		background bool
	}{{i.Events, false}, {i.Documents, false}, {i.BackgroundOf, true}} {
		for _, member := range group.members {
			if err := w.do("put member", i.ID, member, group.background); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) assessment(i *stemma.Incident, hidden []string) error {
	accounts := i.Assessment.Accounts
	for n, a := range accounts {
		if err := w.do("put account", i.ID, n, a.Origin, stemma.HideNames(a.Name, hidden), a.Kind, a.Relation,
			strings.Join(a.Documents, " "), strings.Join(a.Claims, " "), strings.Join(a.Events, " ")); err != nil {
			return err
		}
	}
	for n, v := range i.Assessment.Values {
		var said []string
		for _, account := range v.Accounts {
			if account >= 0 && account < len(accounts) {
				said = append(said, stemma.HideNames(accounts[account].Name, hidden))
			}
		}
		if err := w.do("put value", i.ID, n, v.Field, v.Of, v.Low, v.High, stemma.HideNames(v.Text, hidden),
			strings.Join(said, "; "), v.Origins.Min, v.Origins.Max); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) disagreement(d *stemma.Disagreement, hidden []string) error {
	blob, err := packed(d)
	if err != nil {
		return err
	}
	var values []string
	for _, side := range d.Sides {
		values = append(values, stemma.HideNames(side.Value, hidden))
	}
	if err := w.do("put disagreement", d.ID, d.Incident, d.Type, d.Explained, d.Field,
		stemma.HideNames(d.Reason, hidden), strings.Join(values, " | "), blob); err != nil {
		return err
	}
	for _, side := range d.Sides {
		for _, member := range slices.Concat(side.Documents, side.Events) {
			if err := w.do("put side", d.ID, member); err != nil {
				return err
			}
		}
	}
	return nil
}

// Copies implements [store.Store].
func (c *Case) Copies(ctx context.Context, documents ...string) iter.Seq2[stemma.Copy, error] {
	return each(ctx, c, "copies", blobs[stemma.Copy], sql.Named("documents", list(documents)))
}

// Incidents implements [store.Store].
func (c *Case) Incidents(ctx context.Context, ids ...string) iter.Seq2[stemma.Incident, error] {
	return each(ctx, c, "incidents", blobs[stemma.Incident], sql.Named("ids", list(ids)))
}

// Formerly implements [store.Store].
func (c *Case) Formerly(ctx context.Context, incidents ...string) iter.Seq2[store.Former, error] {
	return each(ctx, c, "former ids", func(rows *sql.Rows) (f store.Former, err error) {
		return f, rows.Scan(&f.ID, &f.Incident)
	}, sql.Named("ids", list(incidents)))
}

// Disagreements implements [store.Store].
func (c *Case) Disagreements(ctx context.Context, ids ...string) iter.Seq2[stemma.Disagreement, error] {
	return each(ctx, c, "disagreements", blobs[stemma.Disagreement], sql.Named("ids", list(ids)))
}
