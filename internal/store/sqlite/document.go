package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"stemma"
	"stemma/internal/store"
)

// entry keeps what is given of one document.
func (w *writer) entry(e *store.Entry) error {
	key, err := w.document(e.Document)
	if err != nil {
		return err
	}
	if e.Capture != nil {
		c := e.Capture
		if err := w.do("put capture", key, c.Name, c.URL, moment(c.At), moment(c.Added), c.By, c.Note); err != nil {
			return err
		}
	}
	if e.Given != nil {
		given, err := json.Marshal(e.Given)
		if err != nil {
			return err
		}
		if err := w.do("put given", key, string(given)); err != nil {
			return err
		}
	}
	if e.Reading != nil {
		return w.reading(key, e)
	}
	return nil
}

// document is the key of a document, which is kept now if it was not before.
func (w *writer) document(d stemma.Document) (key int64, err error) {
	stmt, err := w.prepare("document key")
	if err != nil {
		return 0, err
	}
	var sha string
	err = stmt.QueryRowContext(w.ctx, d.ID).Scan(&key, &sha)
	switch {
	case err == nil && d.SHA256 != "" && sha != d.SHA256:
		return 0, fmt.Errorf("%w: %s is the id of other bytes, with SHA-256 %s", stemma.ErrConflict, d.ID, sha)
	case err == nil || !errors.Is(err, sql.ErrNoRows):
		return key, err
	case d.Bytes == nil:
		return 0, stemma.ErrNotFound
	}
	if named := stemma.NewDocument(d.MediaType, d.Bytes); named.ID != d.ID || named.SHA256 != d.SHA256 {
		return 0, fmt.Errorf("%w: its bytes have SHA-256 %s, not %s", stemma.ErrDamaged, named.SHA256, d.SHA256)
	}
	if err := w.do("put document", d.ID, d.SHA256, d.MediaType, len(d.Bytes), pack(d.Bytes)); err != nil {
		return 0, err
	}
	return key, stmt.QueryRowContext(w.ctx, d.ID).Scan(&key, &sha)
}

func (w *writer) reading(key int64, e *store.Entry) error {
	if e.Reading.Document != e.Document.ID {
		return fmt.Errorf("%w: it is the reading of %s", stemma.ErrConflict, e.Reading.Document)
	}
	if err := store.Check(e.Reading); err != nil {
		return err
	}
	blob, err := packed(newKeptReading(e.Reading))
	if err != nil {
		return err
	}
	given, err := json.Marshal(e.Reading.Given)
	if err != nil {
		return err
	}
	had, err := w.hasReading(key)
	if err != nil {
		return err
	}
	if err := w.do("put reading", key, e.Reading.Version, string(given), blob); err != nil {
		return err
	}
	if had {
		if err := w.unindex(key); err != nil {
			return err
		}
	}
	return w.index(key, e.Reading, e.Fingerprints)
}

// hasReading reports whether a document has been read before.
func (w *writer) hasReading(key int64) (had bool, err error) {
	stmt, err := w.prepare("has reading")
	if err != nil {
		return false, err
	}
	return had, stmt.QueryRowContext(w.ctx, key).Scan(&had)
}

// Original implements [store.Store].
func (c *Case) Original(ctx context.Context, id string) (stemma.Document, error) {
	var d stemma.Document
	var blob []byte
	if err := c.row(ctx, "original", id, &d.ID, &d.SHA256, &d.MediaType, &blob); err != nil {
		return stemma.Document{}, notFound("original of "+id, err)
	}
	var err error
	if d.Bytes, err = unpack(blob); err != nil {
		return stemma.Document{}, fmt.Errorf("original of %s: %w", id, err)
	}
	if sum := sha256.Sum256(d.Bytes); hex.EncodeToString(sum[:]) != d.SHA256 {
		return stemma.Document{}, fmt.Errorf("original of %s: %w: its bytes no longer have SHA-256 %s", id, stemma.ErrDamaged, d.SHA256)
	}
	return d, nil
}

// Reading implements [store.Store].
func (c *Case) Reading(ctx context.Context, id string) (*stemma.Reading, error) {
	var blob []byte
	if err := c.row(ctx, "reading", id, &blob); err != nil {
		return nil, notFound("reading of "+id, err)
	}
	r, err := c.opened.reading(id, blob)
	if err != nil {
		return nil, fmt.Errorf("reading of %s: %w", id, err)
	}
	return r, nil
}

func unpackReading(blob []byte) (*stemma.Reading, error) {
	k, err := unpacked[keptReading](blob)
	if err != nil {
		return nil, err
	}
	return k.reading()
}

// Documents implements [store.Store].
func (c *Case) Documents(ctx context.Context, which store.Which) iter.Seq2[store.Listing, error] {
	limit := which.Limit
	if limit <= 0 {
		limit = -1
	}
	ids := which.IDs
	if which.Unjoined && ids == nil { // a few among many
		var err error
		if ids, err = c.ids(ctx, "unjoined"); err != nil || len(ids) == 0 {
			return failed(err)
		}
	}
	return each(ctx, c, "documents", listing,
		sql.Named("ids", list(ids)), sql.Named("unjoined", which.Unjoined),
		sql.Named("after", which.After), sql.Named("limit", limit))
}

// failed yields the error, if there is one, and nothing else.
func failed(err error) iter.Seq2[store.Listing, error] {
	return func(yield func(store.Listing, error) bool) {
		if err != nil {
			yield(store.Listing{}, err)
		}
	}
}

func listing(rows *sql.Rows) (store.Listing, error) {
	var l store.Listing
	var captures, given, with, earliest, latest string
	p := &l.Publication
	err := rows.Scan(&l.ID, &l.SHA256, &l.MediaType, &l.Size, &captures, &given, &with, &l.Version, &l.Language, &l.Read,
		&p.Title.Name, &p.Outlet.Name, &p.Agency.Name, &p.Byline.Name,
		&earliest, &latest, &p.Published.Precision, &p.Published.Basis, &l.Claims, &l.Events, &l.Unread, &l.Joined)
	if err != nil {
		return l, err
	}
	if err := errors.Join(json.Unmarshal([]byte(given), &l.Given), json.Unmarshal([]byte(with), &l.ReadWith)); err != nil {
		return l, fmt.Errorf("%w: given of %s: %w", stemma.ErrDamaged, l.ID, err)
	}
	l.Captures, err = parseCaptures(l.ID, captures)
	p.Published.Earliest, p.Published.Latest = day(earliest), day(latest)
	return l, err
}

func parseCaptures(document, text string) ([]stemma.Capture, error) {
	var rows []struct{ Name, URL, At, Added, By, Note string }
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		return nil, fmt.Errorf("%w: captures of %s: %w", stemma.ErrDamaged, document, err)
	}
	var out []stemma.Capture
	for _, row := range rows {
		out = append(out, stemma.Capture{
			Document: document, Name: row.Name, URL: row.URL, At: parseMoment(row.At), Added: parseMoment(row.Added), By: row.By, Note: row.Note,
		})
	}
	return out, nil
}

// each runs a query and yields what scan makes of its rows.
func each[T any](ctx context.Context, c *Case, name string, scan func(*sql.Rows) (T, error), args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		rows, err := c.query(ctx, name, args...)
		if err != nil {
			yield(none, fmt.Errorf("%s: %w", name, explain(err)))
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := scan(rows)
			if err != nil {
				yield(none, fmt.Errorf("%s: %w", name, explain(err)))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, fmt.Errorf("%s: %w", name, explain(err)))
		}
	}
}

// blobs scans rows of one packed value.
func blobs[T any](rows *sql.Rows) (T, error) {
	var blob []byte
	var none T
	if err := rows.Scan(&blob); err != nil {
		return none, err
	}
	v, err := unpacked[T](blob)
	if err != nil {
		return none, err
	}
	return *v, nil
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

func parseMoment(s string) time.Time {
	t, _ := time.Parse(time.RFC3339Nano, s) // "" is no time
	return t
}

func day(s string) stemma.Day {
	d, _ := stemma.ParseDay(s) // "" is no day
	return d
}
