package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"stemma": func() {
			os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestCommands runs the terminal sessions under testdata, each with its files
// underneath.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "testdata",
		Setup: func(env *testscript.Env) error { env.Setenv("STEMMA_ACTOR", "coder-1"); return nil },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":  exitsWith,
			"pick":  pick,
			"bytes": makeBytes,
			"deep":  makeDeep,
			"large": makeLarge,
		},
	})
}
