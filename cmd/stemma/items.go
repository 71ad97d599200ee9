package main

import (
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"stemma"
	"stemma/internal/input"
)

// items opens what the paths name: files, "-" for standard input, and folders
// with everything below them, in the order of their names. What cannot be opened
// comes as an item with its name and an error.
func (p *program) items(paths []string) iter.Seq2[input.Item, error] {
	return func(yield func(input.Item, error) bool) {
		for _, path := range paths {
			for item, err := range p.open(path) {
				if !yield(item, err) {
					return
				}
			}
		}
	}
}

func (p *program) open(path string) iter.Seq2[input.Item, error] {
	if path == "-" {
		return input.Items("-", p.stdin)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return failure(path, err)
	case info.IsDir():
		return folder(path)
	case info.Size() > input.MaxBytes && filepath.Ext(path) != ".jsonl":
		return failure(path, fmt.Errorf("%w: %d MiB is over the %d MiB that one document may have", stemma.ErrLimit, info.Size()>>20, input.MaxBytes>>20))
	}
	return file(path, nil)
}

func failure(path string, err error) iter.Seq2[input.Item, error] {
	return func(yield func(input.Item, error) bool) { yield(input.Item{Name: path}, err) }
}

// file reads one file; labels are those of its folder's manifest.
func file(path string, labels map[string]input.Label) iter.Seq2[input.Item, error] {
	return func(yield func(input.Item, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(input.Item{Name: path}, err)
			return
		}
		defer f.Close()
		for item, err := range input.Items(path, f) {
			item.Label = item.Label.Under(labels[filepath.Base(path)])
			if !yield(item, err) {
				return
			}
		}
	}
}

const manifest = "manifest.csv"

// folder reads every file below a folder but hidden ones; each folder may have a
// manifest.csv.
func folder(root string) iter.Seq2[input.Item, error] {
	return func(yield func(input.Item, error) bool) {
		labels := map[string]map[string]input.Label{}
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return stopUnless(yield(input.Item{Name: path}, err))
			}
			hidden := entry.Name()[0] == '.' && path != root
			switch {
			case entry.IsDir() && hidden:
				return fs.SkipDir
			case entry.IsDir():
				labels[path], err = readManifest(filepath.Join(path, manifest))
				if err != nil {
					return stopUnless(yield(input.Item{Name: filepath.Join(path, manifest)}, err))
				}
				return nil
			case hidden || entry.Name() == manifest || !entry.Type().IsRegular():
				return nil
			}
			for item, err := range file(path, labels[filepath.Dir(path)]) {
				if !yield(item, err) {
					return fs.SkipAll
				}
			}
			return nil
		})
	}
}

func stopUnless(more bool) error {
	if more {
		return nil
	}
	return fs.SkipAll
}

// readManifest is empty where there is none.
func readManifest(path string) (map[string]input.Label, error) {
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return input.Manifest(f)
}
