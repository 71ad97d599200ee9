package main

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

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

func (p *program) open(name string) iter.Seq2[input.Item, error] {
	if name == "-" {
		return input.Items("-", p.stdin)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return failure(name, cause(err))
	case info.IsDir():
		return folder(os.DirFS(name), name)
	case info.Size() > input.MaxBytes && filepath.Ext(name) != ".jsonl":
		return failure(name, fmt.Errorf("%w: %d MiB is over the %d MiB that one document may have", stemma.ErrLimit, info.Size()>>20, input.MaxBytes>>20))
	}
	return file(os.DirFS(filepath.Dir(name)), filepath.Base(name), name, nil)
}

func failure(name string, err error) iter.Seq2[input.Item, error] {
	return func(yield func(input.Item, error) bool) { yield(input.Item{Name: name}, err) }
}

// file reads one file of a file system; shown is its name as the user gave it,
// labels are those of its folder's manifest.
func file(fsys fs.FS, name, shown string, labels map[string]input.Label) iter.Seq2[input.Item, error] {
	return func(yield func(input.Item, error) bool) {
		f, err := fsys.Open(name)
		if err != nil {
			yield(input.Item{Name: shown}, cause(err))
			return
		}
		defer f.Close()
		for item, err := range input.Items(shown, f) {
			item.Label = item.Label.Under(labels[path.Base(name)])
			if !yield(item, err) {
				return
			}
		}
	}
}

const manifest = "manifest.csv"

// folder reads every file of a file system but hidden ones; each folder may have
// a manifest.csv. Shown is its name as the user gave it.
func folder(fsys fs.FS, shown string) iter.Seq2[input.Item, error] {
	return func(yield func(input.Item, error) bool) {
		w := walk{fsys, shown, map[string]map[string]input.Label{}, yield}
		_ = fs.WalkDir(fsys, ".", w.visit)
	}
}

// A walk goes through a folder and hands on what it finds.
type walk struct {
	fsys   fs.FS
	shown  string
	labels map[string]map[string]input.Label // of each folder's manifest, by file
	yield  func(input.Item, error) bool
}

func (w walk) visit(name string, entry fs.DirEntry, err error) error {
	display := filepath.Join(w.shown, filepath.FromSlash(name))
	if err != nil {
		return unless(w.yield(input.Item{Name: display}, cause(err)))
	}
	hidden := leftover(entry.Name()) && name != "."
	switch {
	case entry.IsDir() && (hidden || w.kit(name)):
		return fs.SkipDir
	case entry.IsDir():
		if w.labels[name], err = readManifest(w.fsys, path.Join(name, manifest)); err != nil {
			return unless(w.yield(input.Item{Name: filepath.Join(display, manifest)}, err))
		}
		return nil
	case hidden || entry.Name() == manifest:
		return nil
	case entry.Type()&fs.ModeSymlink != 0:
		if err := w.points(name); err != nil {
			return unless(w.yield(input.Item{Name: display}, err))
		}
	case !entry.Type().IsRegular():
		return nil
	}
	for item, err := range file(w.fsys, name, display, w.labels[path.Dir(name)]) {
		if !w.yield(item, err) {
			return fs.SkipAll
		}
	}
	return nil
}

// points is why a link cannot be read as the file that it points to. Links to folders are
// not followed, as they may lead back to where they stand.
func (w walk) points(link string) error {
	info, err := fs.Stat(w.fsys, link)
	switch {
	case err != nil:
		return cause(err)
	case info.IsDir():
		return errors.New("it is a link to a folder, which is not followed; name the folder itself")
	}
	return nil
}

// leftover reports whether a file is one that systems and programs leave in folders for
// themselves: hidden ones, pictures in small, locks of open documents, and cases with
// what stands beside one that is open.
func leftover(name string) bool {
	return name[0] == '.' || strings.HasPrefix(filepath.Ext(name), ".stemma") || strings.HasPrefix(name, "~$") || slices.Contains([]string{"Thumbs.db", "desktop.ini", "__MACOSX"}, name)
}

// kits are how browsers call the folder of pictures, styles and scripts that they save
// beside a page.
var kits = []string{"_files", "-Dateien", "_fichiers", "_archivos", "_arquivos", ".files"}

// kit reports whether a folder holds only what a browser saved beside a page: "raid_files"
// beside "raid.html".
func (w walk) kit(name string) bool {
	for _, ending := range kits {
		page, ok := strings.CutSuffix(name, ending)
		for _, suffix := range []string{".html", ".htm"} {
			if _, err := fs.Stat(w.fsys, page+suffix); ok && err == nil {
				return true
			}
		}
	}
	return false
}

// unless goes on if there is more to do.
func unless(more bool) error {
	if more {
		return nil
	}
	return fs.SkipAll
}

// readManifest is empty where there is none.
func readManifest(fsys fs.FS, name string) (map[string]input.Label, error) {
	f, err := fsys.Open(name)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return input.Manifest(f)
}
