package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"stemma/internal/stage/parse"
)

// A treebank is a file of sentences with what stood between their words.
type treebank struct {
	trees  []parse.Tree
	spaced [][]bool // whether a space follows each word
	opens  []bool   // whether the sentence begins a paragraph
}

// readTreebank reads CoNLL-U, packed with gzip or not.
func readTreebank(path string) (treebank, error) {
	text, err := readPacked(path)
	if err != nil {
		return treebank{}, err
	}
	bank, err := parseTreebank(strings.NewReader(text))
	if err != nil {
		return bank, fmt.Errorf("read %s: %w", path, err)
	}
	return bank, nil
}

// readPacked reads a file that may be packed with gzip.
func readPacked(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	var reader io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if reader, err = gzip.NewReader(file); err != nil {
			return "", fmt.Errorf("read %s: %w", path, err)
		}
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", path, err)
	}
	return string(text), nil
}

func parseTreebank(reader io.Reader) (treebank, error) {
	var bank treebank
	lines := bufio.NewScanner(reader)
	lines.Buffer(nil, 1<<24)
	var s sentence
	for lines.Scan() {
		line := lines.Text()
		switch {
		case line == "":
			bank.add(&s)
		case strings.HasPrefix(line, "# newpar"), strings.HasPrefix(line, "# newdoc"):
			s.opens = true
		case line[0] != '#':
			if err := s.add(strings.Split(line, "\t")); err != nil {
				return bank, err
			}
		}
	}
	bank.add(&s)
	return bank, lines.Err()
}

func (b *treebank) add(s *sentence) {
	if len(s.tree) > 0 {
		b.trees, b.spaced, b.opens = append(b.trees, s.tree), append(b.spaced, s.spaced), append(b.opens, s.opens)
		*s = sentence{}
	}
}

// A sentence is what has been read of one. A token of several words ("don't")
// has a line of its own before them, which alone says whether a space follows.
type sentence struct {
	tree      parse.Tree
	spaced    []bool
	opens     bool
	until     int // last word of a token of several
	endSpaced bool
}

func (s *sentence) add(cells []string) error {
	if len(cells) < 10 {
		return fmt.Errorf("%d columns, want 10", len(cells))
	}
	spaced := !strings.Contains(cells[9], "SpaceAfter=No")
	if _, last, ok := strings.Cut(cells[0], "-"); ok {
		s.until, _ = strconv.Atoi(last)
		s.endSpaced = spaced
		return nil
	}
	head, err := strconv.Atoi(cells[6])
	if err != nil {
		return nil // an empty node, "8.1", has no head
	}
	s.tree = append(s.tree, parse.Leaf{Form: cells[1], Lemma: cells[2], Tag: cells[3], Fine: cells[4], Relation: cells[7], Head: head - 1})
	switch n := len(s.tree); {
	case n < s.until:
		spaced = false
	case n == s.until:
		spaced = s.endSpaced
	}
	s.spaced = append(s.spaced, spaced)
	return nil
}
