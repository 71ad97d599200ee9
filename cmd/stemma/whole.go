package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"stemma"
)

// whole makes a file whole or not at all: it is written beside its name, for its
// owner alone to read, and moved there. A pipe or a device has nothing to be made
// whole, and must not be replaced by a file: it is written to as it is.
func whole(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return straight(name, write)
	}
	making, err := os.CreateTemp(filepath.Dir(name), ".export-*")
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: write %s: there is no folder %s; make it first", stemma.ErrNotFound, name, filepath.Dir(name))
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, cause(err))
	}
	defer os.Remove(making.Name()) // it is not there if all went well
	if err := write(making); err != nil {
		making.Close()
		return err
	}
	if err = making.Close(); err == nil {
		err = os.Rename(making.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// straight writes to something that is there and is no file.
func straight(name string, write func(io.Writer) error) error {
	to, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, cause(err))
	}
	return errors.Join(write(to), to.Close())
}

// cause is what the system said, without the path and the call that who prints
// the error names already: "permission denied".
func cause(err error) error {
	if failed := (*fs.PathError)(nil); errors.As(err, &failed) {
		return failed.Err
	}
	return err
}
