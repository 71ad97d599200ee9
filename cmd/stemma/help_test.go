package main

import (
	"io"
	"slices"
	"strings"
	"testing"
)

// TestHelp_next: the commands that help leads on to are there.
func TestHelp_next(t *testing.T) {
	root := (&program{stdout: io.Discard, stderr: io.Discard}).root()
	for from, then := range next {
		for _, words := range append([]string{"stemma " + from}, strings.Split(then, "; ")...) {
			words, _, _ = strings.Cut(words, ":")
			args := slices.DeleteFunc(strings.Fields(words)[1:], func(w string) bool { return strings.ToLower(w) != w })
			found, _, err := root.Find(args)
			if err != nil || found == root {
				t.Errorf("%q: %v", words, err)
			}
		}
	}
}
