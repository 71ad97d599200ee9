package main

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadme runs the sessions of the README, in its order and in one folder,
// and holds what they print to what it shows; -update rewrites it.
func TestReadme(t *testing.T) {
	const path = "../../README.md"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	var out strings.Builder
	first := ""
	blocks := strings.Split(string(data), "```console\n")
	out.WriteString(blocks[0])
	for _, block := range blocks[1:] {
		session, rest, _ := strings.Cut(block, "```")
		if first != "" { // the incident that the demo prints first is the one that is walked
			session = incidentID.ReplaceAllString(session, first)
		}
		shown := played(t, session)
		if first == "" {
			first = incidentID.FindString(shown)
		}
		out.WriteString("```console\n" + shown + "```" + rest)
	}
	got := out.String()
	if *update {
		if err := os.WriteFile(readme(t), []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != string(data) {
		t.Errorf("the README shows what the program no longer prints; rewrite with -update:\n%s", differing(string(data), got))
	}
}

var incidentID = regexp.MustCompile(`i_[0-9a-f]{16}|FIRST`)

var started, _ = os.Getwd()

// readme is the README's path from where the tests began.
func readme(t *testing.T) string {
	t.Helper()
	return started + "/../../README.md"
}

// played runs each `$ go run ./cmd/stemma …` of a session and puts what it
// prints below it; long lists end with an ellipsis where the README cuts them.
func played(t *testing.T, session string) string {
	t.Helper()
	var out strings.Builder
	for _, part := range strings.Split(session, "$ ")[1:] {
		command, _, _ := strings.Cut(part, "\n")
		out.WriteString("$ " + command + "\n")
		args, ok := strings.CutPrefix(command, "go run ./cmd/stemma ")
		if !ok {
			continue // the tests themselves
		}
		line, head, cut := strings.Cut(args, " | head -")
		var stdout, stderr bytes.Buffer
		if code := run(context.Background(), strings.Fields(line), nil, &stdout, &stderr); code != 0 {
			t.Fatalf("%s: exit code %d: %s", command, code, stderr.String())
		}
		if cut {
			out.WriteString(firstLines(stdout.String(), head))
			continue
		}
		out.WriteString(stderr.String() + stdout.String())
	}
	return out.String()
}

// firstLines are the first lines of a text.
func firstLines(text, n string) string {
	count := 0
	for _, c := range n {
		count = count*10 + int(c-'0')
	}
	lines := strings.SplitAfter(text, "\n")
	return strings.Join(lines[:min(count, len(lines))], "")
}
