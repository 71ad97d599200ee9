package main

import (
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// exitsWith is `code N stemma …`: the command must end with that exit code. Its
// streams can be matched afterwards.
func exitsWith(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("run %s: %v", args[1], err)
	}
	if got != want {
		ts.Fatalf("%s: exit code %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// makeDeep is `deep N FILE`: HTML whose elements are nested that deep.
func makeDeep(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	page := "<html><body>" + strings.Repeat("<div>", n) + "<p>Two boats left the harbour on Monday.</p></body></html>"
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(page), 0o600))
}

// makeLarge is `large MIB FILE`: a text of that many MiB.
func makeLarge(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	text := strings.Repeat("Two boats left the harbour on Monday, the council said.\n", n<<20/57+1)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}

// makeBytes is `bytes HEX FILE`: a file of just these bytes.
func makeBytes(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o600))
}

// pick is `pick PREFIX command…`: $ID is the first id with that prefix that the
// command prints.
func pick(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(ts.Exec(args[1], args[2:]...))
	id := regexp.MustCompile(args[0] + `[0-9a-f]{16}`).FindString(ts.ReadFile("stdout"))
	if id == "" {
		ts.Fatalf("no %s… in the output", args[0])
	}
	ts.Setenv("ID", id)
}
