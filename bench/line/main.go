// Command line times the reading line on a folder of documents, or on the
// sample: documents a minute on all cores, and what each stage takes of the
// time, in microseconds a token and as a share of the whole, all in one run, so
// that the figures can be held against each other on a noisy machine.
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
	spent, tokens, total := map[stemma.Layer]time.Duration{}, 0, time.Duration(0)
	for _, d := range documents {
		began := time.Now()
		r, err := input.Read(d, stemma.Given{})
		if err != nil {
			return err
		}
		spent[stemma.LayerText] += time.Since(began)
		for _, stage := range line.Stages() {
			began := time.Now()
			if err := stage.Annotate(context.Background(), r); err != nil {
				return err
			}
			spent[stage.Adds()] += time.Since(began)
		}
		for _, s := range r.Syntax.Sentences {
			tokens += len(s.Tokens)
		}
	}
	for _, d := range spent {
		total += d
	}
	show := func(layer stemma.Layer) {
		fmt.Printf("%-12s %8.2f µs a token  %5.1f %%\n", layer, float64(spent[layer].Microseconds())/float64(max(tokens, 1)), 100*float64(spent[layer])/float64(total))
	}
	show(stemma.LayerText)
	for _, stage := range line.Stages() {
		show(stage.Adds())
	}
	fmt.Printf("%-12s %8.2f µs a token, %d tokens\n", "together", float64(total.Microseconds())/float64(max(tokens, 1)), tokens)
	return nil
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
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	fmt.Printf("%d documents a minute on %d cores, %d MB from the system\n",
		int(float64(rounds*cores*len(documents))/took.Minutes()), cores, memory.Sys>>20)
	return nil
}
