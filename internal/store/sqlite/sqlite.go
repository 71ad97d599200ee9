// Package sqlite keeps a case in one SQLite file, in WAL mode with full
// synchronisation, readable by its owner only. What the rows mean is left to
// package store and to views.md, which describes the views that other programs
// may read. In: a change; out: a file that holds all of it or nothing of it,
// whatever happened meanwhile.
package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver

	"stemma"
	"stemma/internal/store"
)

// A Case is a case in a file. Its methods may be called by many goroutines.
type Case struct {
	path  string
	lock  *lock
	read  *sql.DB
	write *sql.DB   // nil if opened for reading
	pen   *sql.Conn // its one connection

	asking, telling kit // of read and of pen
	writing         sync.Mutex
	opened          opened
}

var _ store.Store = (*Case)(nil)

// Options of opening a case.
type Options struct {
	ReadOnly bool // does not lock the case, and cannot put
}

const (
	applicationID = 0x5354454D // "STEM"
	newestSchema  = 2          // the last of the migrations
)

//go:embed migrations/*.sql
var migrations embed.FS

// Create makes an empty case, whole or not at all: it is made beside its name
// and moved there.
func Create(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%w: %s is already there", stemma.ErrConflict, path)
	}
	making, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".new-*") // mode 0600
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: make case %s: there is no folder %s; make it first", stemma.ErrNotFound, path, filepath.Dir(path))
	}
	if err != nil {
		return fmt.Errorf("make case %s: %w; name one in a folder that you may write", path, errors.Unwrap(err))
	}
	defer func() {
		for _, ending := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(making.Name() + ending) // none is there if all went well
		}
	}()
	if err := making.Close(); err != nil {
		return fmt.Errorf("make case %s: %w", path, err)
	}
	if err := migrate(ctx, making.Name()); err != nil {
		return fmt.Errorf("make case %s: %w", path, explain(err))
	}
	if err := os.Rename(making.Name(), path); err != nil {
		return fmt.Errorf("make case %s: %w", path, err)
	}
	return nil
}

// Open opens a case, and brings one that an older version made up to date. One
// that is not a case, or that a newer version made, is refused before anything
// in it is read; one that another process has open for writing is ErrLocked.
func Open(ctx context.Context, path string, options Options) (*Case, error) {
	if err := recognise(path); err != nil {
		return nil, err
	}
	c := &Case{path: path}
	if err := c.open(ctx, options); err != nil {
		return nil, errors.Join(fmt.Errorf("open case %s: %w", path, explain(err)), c.Close())
	}
	return c, nil
}

func (c *Case) open(ctx context.Context, options Options) (err error) {
	if !options.ReadOnly {
		if c.lock, err = acquire(ctx, c.path); err != nil {
			return err
		}
	}
	version, err := c.look(ctx, reads)
	if options.ReadOnly && unwritable(err) && !c.logged() {
		c.read.Close()
		version, err = c.look(ctx, sealed)
	}
	if err != nil {
		return err
	}
	if err := c.upToDate(ctx, version, options); err != nil || options.ReadOnly {
		return err
	}
	if c.write, err = connect(c.path, writes); err != nil {
		return err
	}
	c.pen, err = c.write.Conn(ctx)
	c.telling.on = c.pen
	return err
}

// look opens the case for reading, and says which schema it has.
func (c *Case) look(ctx context.Context, p purpose) (version int, err error) {
	if c.read, err = connect(c.path, p); err != nil {
		return 0, err
	}
	c.asking.on = c.read
	most := runtime.GOMAXPROCS(0) + 4 // a reader a core, and those that wait for their client
	c.read.SetMaxOpenConns(most)
	c.read.SetMaxIdleConns(most)
	return version, c.read.QueryRowContext(ctx, "pragma user_version").Scan(&version)
}

// logged reports whether there is a log with changes that are not in the file
// itself yet, as a crash leaves it.
func (c *Case) logged() bool {
	_, err := os.Stat(c.path + "-wal")
	return err == nil
}

// Close lets the case go. What was put is already safe.
func (c *Case) Close() error {
	var errs []error
	if c.pen != nil {
		errs = append(errs, c.telling.close(), c.pen.Close())
	}
	for _, db := range []*sql.DB{c.read, c.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if c.lock != nil {
		errs = append(errs, c.lock.release())
	}
	return errors.Join(errs...)
}

// recognise looks at the first bytes of a file only, since what claims to be a
// case may have been made to harm whoever opens it.
func recognise(path string) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("open case %s: %w (%w)", path, stemma.ErrNotFound, fs.ErrNotExist)
	}
	if err != nil {
		return fmt.Errorf("open case %s: %w; its owner alone may read a case", path, errors.Unwrap(err))
	}
	defer file.Close()
	head := make([]byte, 72)
	if _, err := io.ReadFull(file, head); err != nil || !bytes.HasPrefix(head, []byte("SQLite format 3\x00")) ||
		binary.BigEndian.Uint32(head[68:]) != applicationID {
		return fmt.Errorf("%w: %s is not a case of Stemma", stemma.ErrDamaged, path)
	}
	return nil
}

// upToDate refuses a newer schema and migrates an older one, each step of the
// way a transaction.
func (c *Case) upToDate(ctx context.Context, version int, options Options) error {
	switch {
	case version > newestSchema:
		return fmt.Errorf("a newer version of Stemma made it (its schema is %d, this program knows up to %d): nothing was changed; open it with that version", version, newestSchema)
	case version < newestSchema && options.ReadOnly:
		return fmt.Errorf("an older version of Stemma made it (its schema is %d, this program's is %d): open it once for writing to bring it up to date", version, newestSchema)
	case version < newestSchema:
		return migrate(ctx, c.path)
	}
	return nil
}

func migrate(ctx context.Context, path string) error {
	steps, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	db, err := connect(path, writes)
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, steps, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	if _, err = provider.Up(ctx); err != nil {
		return err
	}
	return db.Close()
}

// pragmas are set on every connection. Full synchronisation, because what was
// acknowledged must outlive a power cut; the rest, because a case may come from
// someone who means harm.
var pragmas = []string{
	"busy_timeout(10000)", "foreign_keys(1)", "trusted_schema(0)", "cell_size_check(1)",
	"synchronous(full)", "temp_store(memory)", "journal_size_limit(67108864)", "wal_autocheckpoint(8000)", "cache_size(-16384)",
}

// A purpose says what a connection is for.
type purpose url.Values

var (
	writes = purpose{"_journal_mode": {"WAL"}, "_txlock": {"immediate"}}
	// A reader may still tidy up when it is the last to leave; one that opens the
	// file for reading only would leave the files of the log behind.
	reads = purpose{"_query_only": {"1"}}
	// A case on a disk that nobody can write, such as a CD, needs no log.
	sealed = purpose{"_query_only": {"1"}, "immutable": {"1"}}
)

func connect(path string, p purpose) (*sql.DB, error) {
	query := url.Values{"mode": {"rw"}, "_defensive": {"1"}, "_dqs": {"0"}, "_error_rc": {"1"}, "_pragma": pragmas}
	maps.Copy(query, p)
	return sql.Open("sqlite", fileURL(path, query))
}

// fileURL is a path as SQLite reads it, whatever signs it holds.
func fileURL(path string, query url.Values) string {
	path = filepath.ToSlash(path)
	if filepath.IsAbs(path) && path[0] != '/' { // C:/…
		path = "/" + path
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + query.Encode()
}
