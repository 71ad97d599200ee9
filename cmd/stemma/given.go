package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"stemma"
	"stemma/internal/input"
)

// givenLine is one line of a --given file: what a person says of the page of
// that base name.
type givenLine struct {
	Name      string `json:"name"`
	URL       string `json:"url"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Anchors   []struct {
		Sentence string `json:"sentence"`
		Date     string `json:"date"`
	} `json:"anchors"`
}

// readGiven reads a --given file, one JSON object per line.
func readGiven(path string) (map[string]stemma.Given, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", stemma.ErrUsage, err)
	}
	defer file.Close()
	out := map[string]stemma.Given{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		name, given, err := parseGiven(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%w: %s line %d: %w", stemma.ErrUsage, path, n, err)
		}
		out[filepath.Base(name)] = given
	}
	return out, lines.Err()
}

func parseGiven(line []byte) (string, stemma.Given, error) {
	var row givenLine
	if err := json.Unmarshal(line, &row); err != nil {
		return "", stemma.Given{}, fmt.Errorf("read JSON: %w", err)
	}
	given, err := input.Item{Name: row.Name, Label: input.Label{URL: row.URL, Outlet: row.Outlet, Published: row.Published}}.Given()
	if err != nil {
		return "", stemma.Given{}, err
	}
	for _, a := range row.Anchors {
		day, err := stemma.ParseDay(a.Date)
		if err != nil {
			return "", stemma.Given{}, fmt.Errorf("anchor %q: %w", a.Sentence, err)
		}
		given.Anchors = append(given.Anchors, stemma.Anchor{Sentence: a.Sentence, Date: day})
	}
	return row.Name, given, nil
}

// parseAnchor reads 'SENTENCE=DATE', the date being what follows the last "=".
func parseAnchor(s string) (stemma.Anchor, error) {
	i := strings.LastIndex(s, "=")
	if i <= 0 {
		return stemma.Anchor{}, fmt.Errorf("%w: --anchor %q: want 'SENTENCE=DATE', such as 'The siege began=2016-07-17'", stemma.ErrUsage, s)
	}
	day, err := stemma.ParseDay(strings.TrimSpace(s[i+1:]))
	if err != nil {
		return stemma.Anchor{}, fmt.Errorf("%w: --anchor: %w", stemma.ErrUsage, err)
	}
	return stemma.Anchor{Sentence: strings.TrimSpace(s[:i]), Date: day}, nil
}
