package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"

	"stemma"
)

// A lock keeps a second writer out for as long as a case is open, between the
// transactions too. It is an exclusive lock on an empty database beside the
// case, so that SQLite's own locks serve on every system, and a process that
// dies lets go of it.
type lock struct {
	path string
	db   *sql.DB
	conn *sql.Conn
}

func acquire(ctx context.Context, path string) (*lock, error) {
	l := &lock{path: path + "-lock"}
	// Only a file that is not there is opened here: closing one that this process
	// has locked would let go of the lock.
	if file, err := os.OpenFile(l.path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600); err == nil {
		file.Close()
	} else if !errors.Is(err, os.ErrExist) {
		return nil, fmt.Errorf("lock it: %w; where its folder cannot be written a case can be read only: copy it to change it", err)
	}
	if err := l.hold(ctx); err != nil {
		_ = l.let()
		var failure coded
		if errors.As(err, &failure) && primary(failure) == codeBusy {
			return nil, fmt.Errorf("%w: wait for it to end, or look at the case meanwhile", stemma.ErrLocked)
		}
		return nil, fmt.Errorf("lock it: %w", err)
	}
	return l, nil
}

func (l *lock) hold(ctx context.Context) (err error) {
	if l.db, err = sql.Open("sqlite", fileURL(l.path, url.Values{"_journal_mode": {"MEMORY"}})); err != nil {
		return err
	}
	if l.conn, err = l.db.Conn(ctx); err != nil {
		return err
	}
	_, err = l.conn.ExecContext(ctx, "begin exclusive")
	return err
}

// release removes the file before it lets go, so that nobody else's is removed.
func (l *lock) release() error {
	removed := os.Remove(l.path)
	err := l.let()
	if removed != nil { // Windows removes no open file
		_ = os.Remove(l.path)
	}
	return err
}

func (l *lock) let() error {
	var errs []error
	if l.conn != nil {
		_, err := l.conn.ExecContext(context.Background(), "rollback")
		var failure coded
		if !errors.As(err, &failure) { // there is nothing to roll back if it was never held
			errs = append(errs, err)
		}
		errs = append(errs, l.conn.Close())
	}
	if l.db != nil {
		errs = append(errs, l.db.Close())
	}
	return errors.Join(errs...)
}
