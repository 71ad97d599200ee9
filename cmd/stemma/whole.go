package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// whole makes a file whole or not at all: it is written beside its name, for its
// owner alone to read, and moved there.
func whole(name string, write func(io.Writer) error) error {
	making, err := os.CreateTemp(filepath.Dir(name), ".export-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
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
