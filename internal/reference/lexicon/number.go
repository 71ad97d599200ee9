package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"

	"stemma/internal/reference/table"
)

//go:embed number.tsv
var numberData string

// A Numeral is a number as words give it.
//
//	"two hundred and five" → 205; "several hundred" → 200, open; "tens of thousands" → 10000, open
type Numeral struct {
	Value float64
	Open  bool // no upper end: "hundreds", "several"
	Words int  // how many words it takes
}

type numberWord struct {
	kind  string // one, ten, scale, plural, vague, ordinal
	value float64
}

var numberWords = readNumbers()

func readNumbers() map[string]numberWord {
	out := map[string]numberWord{}
	for _, row := range table.Embedded("number.tsv", numberData, "word", "kind", "value", "note") {
		value, err := strconv.ParseFloat(row.Cell("value"), 64)
		if err != nil {
			panic(err)
		}
		out[row.Cell("word")] = numberWord{row.Cell("kind"), value}
	}
	return out
}

// Cardinal reads a number at the start of words, which are in lower case and may
// hold hyphens as words of their own. It takes no word if there is none.
func Cardinal(words []string) Numeral {
	if n := article(words); n.Words > 0 {
		return n
	}
	if n := plural(words); n.Words > 0 {
		return n
	}
	if n := vague(words); n.Words > 0 {
		return n
	}
	return exact(words)
}

// article reads numbers that begin with "a": "a dozen", "a few hundred".
func article(words []string) Numeral {
	if len(words) < 2 || words[0] != "a" && words[0] != "an" {
		return Numeral{}
	}
	var n Numeral
	switch next := numberWords[words[1]]; {
	case next.kind == "vague":
		n = vague(words[1:])
	case next.kind == "scale" && words[1] != "score":
		n = exact(append([]string{"one"}, words[1:]...))
		n.Words--
	}
	if n.Words > 0 {
		n.Words++
	}
	return n
}

// plural reads "hundreds", "tens of thousands", "hundreds of thousands".
func plural(words []string) Numeral {
	if len(words) == 0 || numberWords[words[0]].kind != "plural" {
		return Numeral{}
	}
	n := Numeral{numberWords[words[0]].value, true, 1}
	if len(words) > 2 && words[1] == "of" && numberWords[words[2]].kind == "plural" {
		if words[0] == "tens" {
			n.Value = 10
		}
		n.Value, n.Words = n.Value*numberWords[words[2]].value, 3
	}
	return n
}

// vague reads "several", "several hundred", "couple of".
func vague(words []string) Numeral {
	if len(words) == 0 || numberWords[words[0]].kind != "vague" {
		return Numeral{}
	}
	two := words[0] == "couple" || words[0] == "pair" || words[0] == "trio"
	n := Numeral{numberWords[words[0]].value, !two, 1}
	if len(words) > 1 && numberWords[words[1]].kind == "scale" {
		n.Value, n.Words = 2*numberWords[words[1]].value, 2
	} else if len(words) > 1 && words[1] == "of" && words[0] != "several" && words[0] != "few" {
		n.Words = 2
	}
	return n
}

// exact reads figures and spelled numbers.
func exact(words []string) Numeral {
	s := sum{}
	for i := 0; i < len(words); i++ {
		if joint(words[i]) && s.taken > 0 && i+1 < len(words) && s.joins(words[i], words[i+1]) {
			continue
		}
		if !s.add(words[i]) {
			break
		}
		s.taken = i + 1
	}
	return Numeral{s.total + s.group, false, s.taken}
}

// Spelled reads a number below a hundred that one word spells, in lower case:
// "fourteen" → 14; "hundred" and "several" are none.
func Spelled(word string) (int, bool) {
	n := numberWords[word]
	return int(n.value), n.kind == "one" || n.kind == "ten"
}

func joint(word string) bool { return word == "-" || word == "and" }

// A sum is a number under construction: 2 500 000 is total 2 000 000, group 500.
type sum struct {
	total, group float64
	last         string // kind of the last word
	taken        int
}

// joins reports whether "and" or a hyphen goes on with the number: "a hundred
// and five", "twenty-four", but not "two and three".
func (s *sum) joins(mark, next string) bool {
	kind := numberWords[next].kind
	if mark == "-" {
		return s.last == "ten" && kind == "one"
	}
	return s.last == "scale" && s.group+s.total >= 100 && (kind == "one" || kind == "ten")
}

func (s *sum) add(word string) bool {
	if before, after, ok := strings.Cut(word, "-"); ok && numberWords[before].kind == "ten" && numberWords[after].kind == "one" {
		return s.add(before) && s.add(after)
	}
	if value, ok := Figure(word); ok {
		return s.put(value, "figure", s.last == "")
	}
	switch w := numberWords[word]; w.kind {
	case "one":
		return s.put(w.value, "one", s.last == "" || s.last == "ten" && w.value < 10 || s.last == "scale")
	case "ten":
		return s.put(w.value, "ten", s.last == "" || s.last == "scale")
	case "scale":
		return s.scale(w.value)
	}
	return false
}

func (s *sum) put(value float64, kind string, fits bool) bool {
	if fits {
		s.group, s.last = s.group+value, kind
	}
	return fits
}

func (s *sum) scale(value float64) bool {
	if s.last == "" || s.group == 0 {
		return false
	}
	if value < 1000 {
		s.group *= value
	} else {
		s.total, s.group = s.total+s.group*value, 0
	}
	s.last = "scale"
	return true
}

// IsNumeral reports whether a word is a number, in figures or in letters.
//
//	"31", "nine", "dozens" → yes
func IsNumeral(word string) bool {
	_, figure := Figure(word)
	return figure || Cardinal([]string{word}).Words > 0
}

// Figure reads a number in figures: "1,500", "2.5", "214".
func Figure(word string) (float64, bool) {
	if word == "" || word[0] < '0' || word[0] > '9' || strings.ContainsAny(word, "eExXpP_") {
		return 0, false
	}
	if at := strings.IndexByte(word, ','); at >= 0 && !grouped(word) {
		return 0, false
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(word, ",", ""), 64)
	return value, err == nil
}

// grouped reports whether commas stand where thousands do: "1,500", not "1,5".
func grouped(word string) bool {
	whole, _, _ := strings.Cut(word, ".")
	parts := strings.Split(whole, ",")
	for i, part := range parts {
		if utf8.RuneCountInString(part) != 3 && i > 0 || part == "" || len(part) > 3 {
			return false
		}
	}
	return true
}

// Ordinal reads "second", "21st"; 0 if the word is no ordinal.
func Ordinal(word string) int {
	if w := numberWords[word]; w.kind == "ordinal" {
		return int(w.value)
	}
	if before, after, ok := strings.Cut(word, "-"); ok && numberWords[before].kind == "ten" && Ordinal(after) > 0 && Ordinal(after) < 10 {
		return int(numberWords[before].value) + Ordinal(after)
	}
	digits := strings.TrimRight(word, "sthndr")
	if digits == word || len(word)-len(digits) != 2 {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || !strings.Contains("st nd rd th", word[len(digits):]) {
		return 0
	}
	return n
}

// NumberVersion is the data's, for the versions of the stages that use it.
func NumberVersion() string { return numberData }
