package main

import (
	"context"
	"flag"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// tests are all of them, and the closing of what they shared.
type tests struct{ *testing.M }

// Run lets more of them go on at once than there are cores, as half wait for a
// browser; -parallel overrides it. What they leave behind is collected seldom: cases
// are read again and again, and that is a tenth of their time.
func (t tests) Run() int {
	defer func() { closeBrowser() }()
	debug.SetGCPercent(300)
	if err := flag.Set("test.parallel", strconv.Itoa(2*runtime.GOMAXPROCS(0))); err != nil {
		panic(err)
	}
	return t.M.Run()
}

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){
		"stemma": func() {
			os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestCommands runs the terminal sessions under testdata, each with its files
// underneath.
func TestCommands(t *testing.T) {
	t.Parallel()
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
