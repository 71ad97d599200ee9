package main

import (
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// readTrees reads CoNLL-U whose words may stand in a corpus that is not here:
// a form "_" is looked up in the folder of texts.
//
//	# text_file = mill.txt
//	# text_crc32 = 0d4a1185
//	1	_	_	NOUN	NNS	_	2	nsubj	_	Span=0:6   → the first six bytes of mill.txt, "Guards"
func readTrees(path, texts string) (treebank, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return treebank{}, err
	}
	filled, err := (&standoff{texts: texts}).fill(string(data))
	if err != nil {
		return treebank{}, fmt.Errorf("read %s: %w", path, err)
	}
	return parseTreebank(strings.NewReader(filled))
}

// A standoff puts the words back into trees that only say where they stand.
type standoff struct {
	texts  string // folder
	name   string // of the text
	text   string
	sum    string // of the sentence's words, as the trees were made
	lines  []string
	start  int // of the sentence
	end    int // of the last word
	filled bool
}

func (s *standoff) fill(trees string) (string, error) {
	for line := range strings.Lines(trees) {
		if err := s.line(strings.TrimSuffix(line, "\n")); err != nil {
			return "", err
		}
	}
	return strings.Join(s.lines, "\n") + "\n", s.close()
}

func (s *standoff) line(line string) error {
	switch cells := strings.Split(line, "\t"); {
	case line == "":
		s.lines = append(s.lines, line)
		return s.close()
	case strings.HasPrefix(line, "# text_file = "):
		return s.open(strings.TrimPrefix(line, "# text_file = "))
	case strings.HasPrefix(line, "# text_crc32 = "):
		s.sum = strings.TrimPrefix(line, "# text_crc32 = ")
	case len(cells) == 10 && cells[1] == "_":
		return s.word(cells)
	default:
		s.lines = append(s.lines, line)
	}
	return nil
}

func (s *standoff) open(name string) error {
	if name == s.name {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(s.texts, name))
	s.name, s.text = name, string(data)
	return err
}

// word writes a word's line with its form; the line before learns whether a
// space stands between them.
func (s *standoff) word(cells []string) error {
	from, to, _ := strings.Cut(strings.TrimPrefix(cells[9], "Span="), ":")
	start, _ := strconv.Atoi(from)
	end, _ := strconv.Atoi(to)
	if start < 0 || start >= end || end > len(s.text) {
		return fmt.Errorf("%s has no span %q", s.name, cells[9])
	}
	if !s.filled {
		s.start, s.filled = start, true
	} else if start == s.end {
		s.lines[len(s.lines)-1] += "|SpaceAfter=No"
	}
	cells[1], s.end = s.text[start:end], end
	s.lines = append(s.lines, strings.Join(cells, "\t"))
	return nil
}

// close checks that the sentence's words are those that the trees were made of.
func (s *standoff) close() error {
	if !s.filled {
		return nil
	}
	s.filled = false
	if sum := fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(s.text[s.start:s.end]))); s.sum != "" && s.sum != sum {
		return fmt.Errorf("%s is another text: bytes %d to %d have sum %s, want %s", s.name, s.start, s.end, sum, s.sum)
	}
	return nil
}
