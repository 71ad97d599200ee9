package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"stemma/internal/store"
	"stemma/internal/store/sqlite"
	"stemma/internal/store/storetest"
)

func newCase(t *testing.T) (*sqlite.Case, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a case? 100%#1.stemma")
	if err := sqlite.Create(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	return reopen(t, path), path
}

func reopen(t *testing.T, path string) *sqlite.Case {
	t.Helper()
	c, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		c, _ := newCase(t)
		return c
	})
}
