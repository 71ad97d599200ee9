package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
	"stemma/internal/store/storetest"
)

// raw is the case as any other program opens it.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+strings.NewReplacer("?", "%3F", "#", "%23", "%", "%25").Replace(path))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func put(t *testing.T, c *sqlite.Case, pages ...int) {
	t.Helper()
	var change store.Change
	for _, n := range pages {
		change.Entries = append(change.Entries, storetest.Entry(n))
	}
	if err := c.Put(context.Background(), change); err != nil {
		t.Fatal(err)
	}
}

func count(t *testing.T, c *sqlite.Case) int {
	t.Helper()
	n := 0
	for _, err := range c.Documents(context.Background(), store.Which{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

func refused(t *testing.T, what string, err, kind error, words string) {
	t.Helper()
	if err == nil || kind != nil && !errors.Is(err, kind) || !strings.Contains(err.Error(), words) {
		t.Errorf("%s: %v; want %v with %q", what, err, kind, words)
	}
}

func TestCreate_leavesWhatIsThere(t *testing.T) {
	c, path := newCase(t)
	put(t, c, 1)
	refused(t, "made twice", sqlite.Create(context.Background(), path), stemma.ErrConflict, "already there")
	if count(t, c) != 1 {
		t.Error("the case was changed")
	}
	refused(t, "no folder", sqlite.Create(context.Background(), filepath.Join(path, "x", "y.stemma")), nil, "make case")
}

func TestOpen_ownersEyesOnly(t *testing.T) {
	c, path := newCase(t)
	put(t, c, 1)
	for _, file := range []string{path, path + "-wal", path + "-lock"} {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if mode := info.Mode().Perm(); mode != 0o600 {
			t.Errorf("%s has mode %o", filepath.Base(file), mode)
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	alone(t, path, "a closed case")
	reader, err := sqlite.Open(context.Background(), path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	count(t, reader)
	reader.Close()
	alone(t, path, "a case that was looked at")
}

// alone sees to it that a case is one file when nobody has it open.
func alone(t *testing.T, path, what string) {
	t.Helper()
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("beside %s: %v %v", what, left, err)
	}
}

func TestOpen_secondWriterIsLockedOut(t *testing.T) {
	c, path := newCase(t)
	for range 3 { // each attempt must leave the lock as it was
		_, err := sqlite.Open(context.Background(), path, sqlite.Options{})
		refused(t, "second writer", err, stemma.ErrLocked, "wait for it to end")
	}
	reader, err := sqlite.Open(context.Background(), path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	put(t, c, 1)
	if n := count(t, reader); n != 1 {
		t.Errorf("the reader sees %d documents", n)
	}
	refused(t, "a reader writes", reader.Put(context.Background(), store.Change{}), nil, "reading only")
	c.Close()
	put(t, reopen(t, path), 2)
}

func TestOpen_otherFiles(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, want := range map[string]string{
		filepath.Join(folder, "none"): "not found",
		write("empty", ""):            "not a case",
		write("text", "<html>"):       "not a case",
		write("other", "SQLite format 3\x00"+strings.Repeat("x", 100)): "not a case",
	} {
		_, err := sqlite.Open(context.Background(), name, sqlite.Options{})
		refused(t, name, err, nil, want)
	}
}

func TestOpen_newerCaseIsLeftAlone(t *testing.T) {
	c, path := newCase(t)
	put(t, c, 1)
	c.Close()
	db := raw(t, path)
	if _, err := db.Exec("pragma user_version = 99; alter table documents add column invented text"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	before, _ := os.ReadFile(path)
	for _, options := range []sqlite.Options{{}, {ReadOnly: true}} {
		_, err := sqlite.Open(context.Background(), path, options)
		refused(t, "newer", err, nil, "a newer version of Stemma made it (its schema is 99, this program knows up to 2): nothing was changed")
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the file was changed")
	}
}

// A case on a disk that cannot be written can be looked at. Root may write
// anything, so the test is for everyone else.
func TestOpen_readOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anything")
	}
	c, path := newCase(t)
	put(t, c, 1)
	c.Close()
	if err := errors.Join(os.Chmod(path, 0o400), os.Chmod(filepath.Dir(path), 0o500)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Dir(path), 0o700)
	_, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	refused(t, "written", err, nil, "lock it")
	reader, err := sqlite.Open(context.Background(), path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if n := count(t, reader); n != 1 {
		t.Errorf("%d documents", n)
	}
}

func TestTruth_isNeverChanged(t *testing.T) {
	c, path := newCase(t)
	put(t, c, 1)
	if err := c.Put(context.Background(), store.Change{Decisions: []stemma.Decision{{Kind: stemma.DecideAccept}}}); err != nil {
		t.Fatal(err)
	}
	db := raw(t, path)
	for _, statement := range []string{
		"update documents set bytes = x'00'", "delete from documents", "delete from captures", "update captures set name = ''",
		"update decisions set why = ''", "delete from decisions", "insert or replace into decisions select * from decisions where seq = 1",
	} {
		if _, err := db.Exec("pragma recursive_triggers = on; " + statement); err == nil {
			t.Errorf("allowed: %s", statement)
		}
	}
}

func TestVerify_namesWhatIsDamaged(t *testing.T) {
	ctx := context.Background()
	c, path := newCase(t)
	put(t, c, 1, 2, 3)
	if found, err := c.Verify(ctx); err != nil || len(found) != 0 {
		t.Fatalf("a sound case: %v %v", found, err)
	}
	c.Close()
	d1, _ := storetest.Page(1)
	d2, _ := storetest.Page(2)
	d3, _ := storetest.Page(3)
	db := raw(t, path)
	for _, statement := range []string{
		"drop trigger documents_stay",
		"update documents set bytes = (select bytes from documents where id = '" + d3.ID + "') where id = '" + d1.ID + "'",
		"update readings set reading = substr(reading, 1, length(reading) - 5) where document = (select key from documents where id = '" + d2.ID + "')",
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	db.Close()
	c = reopen(t, path)
	found, err := c.Verify(ctx)
	if err != nil || len(found) != 2 {
		t.Fatalf("found %v, %v", found, err)
	}
	text := errors.Join(found...).Error()
	for _, words := range []string{"original of " + d1.ID, "reading of " + d2.ID} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not among %s", words, text)
		}
	}
	if _, err := c.Original(ctx, d1.ID); !errors.Is(err, stemma.ErrDamaged) {
		t.Errorf("a swapped original: %v", err)
	}
}

// A byte turned anywhere in the file must give an error or nothing, and never a
// panic or other words.
func TestOpen_brokenBytes(t *testing.T) {
	ctx := context.Background()
	c, path := newCase(t)
	put(t, c, 1, 2)
	c.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(t.TempDir(), "broken.stemma")
	for at := 100; at < len(whole); at += len(whole)/150 + 1 {
		bytes := append([]byte(nil), whole...)
		bytes[at] ^= 0xff
		if err := os.WriteFile(broken, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := sqlite.Open(ctx, broken, sqlite.Options{})
		if err != nil {
			continue
		}
		for n := 1; n <= 2; n++ {
			d, _ := storetest.Page(n)
			if got, err := c.Original(ctx, d.ID); err == nil && string(got.Bytes) != string(d.Bytes) {
				t.Fatalf("byte %d: other words", at)
			}
		}
		_, _ = c.Verify(ctx)
		c.Close()
	}
}

func TestPut_fullDisk(t *testing.T) {
	if os.Getenv("STEMMA_TEST_FULL") != "" {
		fill(t, os.Getenv("STEMMA_TEST_FULL"))
		return
	}
	if _, err := exec.LookPath("prlimit"); err != nil {
		t.Skip("no prlimit here to make a disk small")
	}
	c, path := newCase(t)
	c.Close()
	for _, size := range []string{"400000", "500000", "600000"} {
		cmd := exec.Command("prlimit", "--fsize="+size, os.Args[0], "-test.run=TestPut_fullDisk$")
		cmd.Env = append(os.Environ(), "STEMMA_TEST_FULL="+path)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		c := reopen(t, path)
		if found, err := c.Verify(context.Background()); err != nil || len(found) != 0 {
			t.Fatalf("after a full disk: %v %v", found, err)
		}
		put(t, c, 5000) // there is room again
		c.Close()
	}
}

// fill puts pages until no more can be written.
func fill(t *testing.T, path string) {
	c, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		refused(t, "opened on a full disk", err, stemma.ErrLimit, "make room")
		return
	}
	defer c.Close()
	for n := range 1000 {
		before := count(t, c)
		change := store.Change{Entries: []store.Entry{storetest.Entry(6 * n), storetest.Entry(6*n + 1), storetest.Entry(6*n + 2)}}
		if err := c.Put(context.Background(), change); err != nil {
			refused(t, "full", err, stemma.ErrLimit, "make room and do it again, nothing is half written")
			if after := count(t, c); after != before {
				t.Errorf("half written: %d documents, then %d", before, after)
			}
			return
		}
	}
	t.Error("the disk is never full")
}
