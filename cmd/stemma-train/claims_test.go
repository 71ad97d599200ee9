package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder holds twelve small marked reports, of which some are held back.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for i := range 12 {
		text := fmt.Sprintf("<S1>The mayor of ward %d</S1> <Q1>said</Q1> <C1>that the bridge was shut</C1>.\n\n"+
			"<C2>Nobody was hurt</C2>, <Q2>according to</Q2> <S2>two clerks</S2>.\n", i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("report-%02d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestClaims_trainAndScore(t *testing.T) {
	dir, out := folder(t), t.TempDir()
	var told bytes.Buffer
	if err := run([]string{"claims", "-train", dir, "-out", out}, &told, &told); err != nil || !strings.Contains(told.String(), "held back") {
		t.Fatalf("train: %v\n%s", err, &told)
	}
	model := filepath.Join(out, "claims.model")
	for _, flag := range []string{"-only=report", "-curve", "-learning", "-errors"} {
		told.Reset()
		if err := run([]string{"eval", "claims", "-model", model, flag, dir}, &told, &told); err != nil {
			t.Errorf("eval %s: %v", flag, err)
		}
	}
	told.Reset()
	if err := run([]string{"eval", "claims", "-model", model, "-only=report", dir}, &told, &told); err != nil || !strings.Contains(told.String(), "F1 100.0") {
		t.Errorf("scores: %v\n%s", err, &told)
	}
}

func TestHeld_aFifth(t *testing.T) {
	n := 0
	for i := range 1000 {
		n += one(held(fmt.Sprintf("report-%d.txt", i)))
	}
	if n < 150 || n > 250 {
		t.Errorf("%d of 1000 held back, want about 200", n)
	}
}
