// Command kill tries whether what a case says it has, it has: it ends
// `stemma add` of many documents with SIGKILL, at another moment each time, and
// looks at what is left. The case must open and be sound, hold whole documents
// only and all that were acknowledged, and be completed by adding again to the
// same lists as a case that nobody disturbed.
//
//	go run ./bench/kill            50 kills, 200 documents
//	go run ./bench/kill -n 500 -documents 50
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"stemma/internal/store/sqlite"
)

func main() {
	kills := flag.Int("n", 50, "how often to kill")
	documents := flag.Int("documents", 200, "documents to add")
	program := flag.String("stemma", "", "the program; built from this repository if empty")
	seed := flag.Int64("seed", 1, "of the moments")
	flag.Parse()
	if err := run(*program, *kills, *documents, rand.New(rand.NewSource(*seed))); err != nil {
		fmt.Fprintln(os.Stderr, "kill:", err)
		os.Exit(1)
	}
}

func run(program string, kills, documents int, chance *rand.Rand) error {
	room, err := os.MkdirTemp("", "stemma-kill-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(room)
	b := bench{room: room, program: program, pages: filepath.Join(room, "pages")}
	if err := b.prepare(documents); err != nil {
		return err
	}
	var cut tally
	for n := range kills {
		m := moment{chance.Intn(documents), time.Duration(chance.Int63n(int64(longest)))}
		if err := b.kill(n, m, &cut); err != nil {
			return fmt.Errorf("kill %d, %v after %d documents were acknowledged: %w", n+1, m.later, m.documents, err)
		}
	}
	fmt.Printf("%d kills of add (%d documents, %v undisturbed): %d before a document was kept, %d in the middle, %d after the last\n",
		kills, documents, b.whole.Round(time.Millisecond), cut.before, cut.middle, cut.after)
	fmt.Printf("every case opened, was sound, held whole documents and all %d that were acknowledged, and was completed by adding again\n", cut.acknowledged)
	return nil
}

// A moment is when to kill: so long after so many documents were acknowledged.
// Time alone would miss the run whenever the machine is busier or idler than it
// was.
type moment struct {
	documents int
	later     time.Duration
}

// longest is as long as a group of documents takes to come together and be kept.
const longest = 400 * time.Millisecond

// tally counts at which point the kills struck.
type tally struct{ before, middle, after, acknowledged int }

func (t *tally) count(kept, all, acknowledged int) {
	t.acknowledged += acknowledged
	switch kept {
	case 0:
		t.before++
	case all:
		t.after++
	default:
		t.middle++
	}
}

// A bench is a program under test, its pages, and what it makes of them when
// nobody disturbs it.
type bench struct {
	room, program, pages string
	whole                time.Duration
	want                 lists
}

func (b *bench) prepare(documents int) error {
	if b.program == "" {
		b.program = filepath.Join(b.room, "stemma")
		if out, err := exec.Command("go", "build", "-o", b.program, "./cmd/stemma").CombinedOutput(); err != nil {
			return fmt.Errorf("build: %w\n%s", err, out)
		}
	}
	if err := writePages(b.pages, documents); err != nil {
		return err
	}
	file, err := b.newCase("whole")
	if err != nil {
		return err
	}
	start := time.Now()
	if _, err := b.stemma("add", b.pages, "--case", file); err != nil {
		return err
	}
	b.whole = time.Since(start)
	if b.want, err = b.lists(file); err != nil {
		return err
	}
	if len(b.want.documents) != documents {
		return fmt.Errorf("an undisturbed case holds %d documents of %d", len(b.want.documents), documents)
	}
	return nil
}

func (b *bench) newCase(name string) (string, error) {
	file := filepath.Join(b.room, name+".stemma")
	_, err := b.stemma("init", file)
	return file, err
}

// kill is one trial.
func (b *bench) kill(n int, m moment, cut *tally) error {
	file, err := b.newCase(fmt.Sprintf("case-%d", n))
	if err != nil {
		return err
	}
	defer remove(file)
	acknowledged, err := b.interrupted(file, m)
	if err != nil {
		return err
	}
	if err := sound(file); err != nil {
		return fmt.Errorf("left behind: %w", err)
	}
	left, err := b.lists(file)
	if err != nil {
		return err
	}
	if err := left.wholePartOf(b.want, acknowledged); err != nil {
		return err
	}
	cut.count(len(left.documents), len(b.want.documents), len(acknowledged))
	if _, err := b.stemma("add", b.pages, "--case", file); err != nil {
		return fmt.Errorf("add again: %w", err)
	}
	completed, err := b.lists(file)
	if err != nil {
		return err
	}
	return completed.same(b.want)
}

// sound opens a case and looks at every page, original and reading of it.
func sound(file string) error {
	ctx := context.Background()
	c, err := sqlite.Open(ctx, file, sqlite.Options{})
	if err != nil {
		return err
	}
	defer c.Close()
	found, err := c.Verify(ctx)
	return errors.Join(append(found, err)...)
}

func remove(file string) {
	for _, ending := range []string{"", "-wal", "-shm", "-lock"} {
		_ = os.Remove(file + ending)
	}
}
