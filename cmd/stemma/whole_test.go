package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestWhole_device shows that what is no file is written to and never replaced:
// a link to a device is still that link afterwards.
func TestWhole_device(t *testing.T) {
	name := filepath.Join(t.TempDir(), "nowhere")
	if err := os.Symlink(os.DevNull, name); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := whole(name, func(w io.Writer) error { _, err := io.WriteString(w, "rows\n"); return err }); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(name); err != nil || to != os.DevNull {
		t.Errorf("the device was replaced: %q, %v", to, err)
	}
}
