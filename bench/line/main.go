// Command line times the reading line on a folder of documents, or on the
// sample: documents a minute on all cores, what each stage takes of a token, in
// microseconds, in hashes of a kibibyte and in bytes, and as a share of the
// whole, and what memory the line holds. All is measured in one run, so that the
// figures can be held against each other on a noisy machine; hashes and bytes
// also against those of another run.
//
//	go run ./bench/line                 the sample
//	go run ./bench/line FOLDER
package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"sync"
	"time"

	"stemma"
	"stemma/internal/input"
	"stemma/internal/pipeline"
	"stemma/sample"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "line:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var files fs.FS = sample.Files
	if len(args) > 0 {
		files = os.DirFS(args[0])
	}
	documents, err := load(files)
	if err != nil {
		return err
	}
	line, err := pipeline.English(pipeline.Books{Places: []string{sample.Places}, Actors: []string{sample.Actors}})
	if err != nil {
		return err
	}
	if err := read(line, documents[:1]); err != nil { // books and weights are opened with the first document
		return err
	}
	if err := stages(line, documents); err != nil {
		return err
	}
	return whole(line, documents)
}

func load(files fs.FS) ([]stemma.Document, error) {
	var out []stemma.Document
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		f, err := files.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		for item, err := range input.Items(name, f) {
			if d, bad := item.Document(); err == nil && bad == nil {
				out = append(out, d)
			}
		}
		return nil
	})
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("no documents")
	}
	return out, err
}

func read(line pipeline.Pipeline, documents []stemma.Document) error {
	for _, d := range documents {
		r, err := input.Read(d, stemma.Given{})
		if err != nil {
			return err
		}
		if err := line.Read(context.Background(), r); err != nil {
			return err
		}
	}
	return nil
}

// stages times each stage by itself, one document after the other.
func stages(line pipeline.Pipeline, documents []stemma.Document) error {
	spent, tokens, yard := map[stemma.Layer]*cost{stemma.LayerText: {}}, 0, &yardstick{}
	for _, stage := range line.Stages() {
		spent[stage.Adds()] = &cost{}
	}
	for _, d := range documents {
		yard.lay()
		r, err := timed(line, d, spent)
		if err != nil {
			return err
		}
		for _, s := range r.Syntax.Sentences {
			tokens += len(s.Tokens)
		}
	}
	var whole cost
	for _, c := range spent {
		whole.time += c.time
		whole.bytes += c.bytes
	}
	row(string(stemma.LayerText), *spent[stemma.LayerText], whole, tokens, yard)
	for _, stage := range line.Stages() {
		row(string(stage.Adds()), *spent[stage.Adds()], whole, tokens, yard)
	}
	row("together", whole, whole, tokens, yard)
	fmt.Printf("%d tokens\n", tokens)
	return nil
}

// timed reads a document and adds what each stage took.
func timed(line pipeline.Pipeline, d stemma.Document, spent map[stemma.Layer]*cost) (r *stemma.Reading, err error) {
	err = spent[stemma.LayerText].measure(func() error {
		r, err = input.Read(d, stemma.Given{})
		return err
	})
	for _, stage := range line.Stages() {
		if err != nil {
			return nil, err
		}
		err = spent[stage.Adds()].measure(func() error { return stage.Annotate(context.Background(), r) })
	}
	return r, err
}

// whole times the line on all cores, several times over.
func whole(line pipeline.Pipeline, documents []stemma.Document) error {
	const rounds = 3
	cores := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	faults := make([]error, cores)
	began := time.Now()
	for n := range cores {
		wait.Go(func() {
			for range rounds {
				if err := read(line, documents); err != nil {
					faults[n] = err
				}
			}
		})
	}
	wait.Wait()
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	took := time.Since(began)
	held, taken := memory()
	fmt.Printf("%d documents a minute on %d cores; %d MB held between documents, %d MB from the system\n",
		int(float64(rounds*cores*len(documents))/took.Minutes()), cores, held, taken)
	return nil
}
