package lexicon

import (
	_ "embed"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed residue.tsv
var residueTable string

//go:embed thread.tsv
var threadTable string

// A Furnishing is what a line of page furniture is: a form of residue, or a
// kind of region that is told by its wording alone.
type Furnishing struct {
	Kind   stemma.RegionKind
	Form   stemma.ResidueForm
	Brings string // what belongs to it besides: "next" line, a "list", a "thread"; "" if nothing
	Phrase string
}

// Residue looks a line up, folded by [Fold] and with its number of words.
//
//	"read also: flood cuts road" → teaser
//	"8 + 17 ="                   → nothing: sums are no words
func Residue(folded string, words int) (Furnishing, bool) {
	return residue().find(folded, words)
}

// A Sign says what a line gives away of a thread of comments.
type Sign string

// The signs of comments.
const (
	SignButton Sign = "button" // "Reply", "arrow-up"
	SignStamp  Sign = "stamp"  // "4 days ago"
	SignHandle Sign = "handle" // "Orla Finch says:"
	SignHeader Sign = "header" // "Comments"
)

// Thread looks a line up, folded by [Fold].
func Thread(folded string, words int) (Sign, bool) {
	found, ok := threads().find(folded, words)
	return Sign(found.Form), ok
}

// Fold brings a line into the form in which the tables hold theirs: lower case,
// straight quotes, single spaces, no bullets or points at the ends. A colon at
// the end stays: it is what tells "Related:" from a sentence.
func Fold(line string) string {
	line = strings.Join(strings.Fields(strings.ToLower(straight.Replace(line))), " ")
	return strings.TrimRight(strings.TrimLeft(line, " .,;:!?·•*|–—-»«>…#"), " .,;!?·•|–—-»«>…")
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00a0", " ", "\u200b", "", "\ufeff", "")

// phrases are a table of wordings, cut by how they match.
type phrases struct {
	line       map[string]Furnishing
	start, end map[byte][]wording // by first or last byte
	holds      []wording
}

type wording struct {
	phrase string
	most   int // words of the longest line; 0 is any
	means  Furnishing
}

var (
	residue = sync.OnceValue(func() *phrases { return readPhrases("residue.tsv", residueTable, "form") })
	threads = sync.OnceValue(func() *phrases { return readPhrases("thread.tsv", threadTable, "sign") })
)

func readPhrases(name, data, column string) *phrases {
	p := &phrases{line: map[string]Furnishing{}, start: map[byte][]wording{}, end: map[byte][]wording{}}
	for _, row := range table.Embedded(name, data, "phrase", "match", column, "note") {
		most, _ := strconv.Atoi(row.Cell("most"))
		w := wording{row.Cell("phrase"), most, furnishing(row.Cell(column))}
		w.means.Brings, w.means.Phrase = row.Cell("brings"), w.phrase
		switch first, last := w.phrase[0], w.phrase[len(w.phrase)-1]; row.Cell("match") {
		case "line":
			p.line[Fold(w.phrase)] = w.means
		case "start":
			p.start[first] = append(p.start[first], w)
		case "end":
			p.end[last] = append(p.end[last], w)
		case "holds":
			p.holds = append(p.holds, w)
		default:
			panic(fmt.Sprintf("%s line %d: no way to match", name, row.Line))
		}
	}
	return p
}

// furnishing reads a form; the kinds of region that wording alone can tell stand
// in the same column.
func furnishing(cell string) Furnishing {
	switch kind := stemma.RegionKind(cell); kind {
	case stemma.RegionByline, stemma.RegionCaption, stemma.RegionDateline:
		return Furnishing{Kind: kind}
	}
	return Furnishing{Kind: stemma.RegionResidue, Form: stemma.ResidueForm(cell)}
}

func (p *phrases) find(folded string, words int) (Furnishing, bool) {
	if folded == "" {
		return Furnishing{}, false
	}
	if means, ok := p.line[strings.TrimRight(folded, ": ")]; ok {
		return means, true
	}
	for _, w := range p.start[folded[0]] {
		if w.fits(words) && strings.HasPrefix(folded, w.phrase) && parted(w.phrase, folded[len(w.phrase):]) {
			return w.means, true
		}
	}
	for _, w := range p.end[folded[len(folded)-1]] {
		if w.fits(words) && strings.HasSuffix(folded, w.phrase) && parted(folded[:len(folded)-len(w.phrase)], w.phrase) {
			return w.means, true
		}
	}
	for _, w := range p.holds {
		if w.fits(words) && strings.Contains(folded, w.phrase) {
			return w.means, true
		}
	}
	return Furnishing{}, false
}

func (w wording) fits(words int) bool { return w.most == 0 || words <= w.most }

// parted reports whether no word runs on from one side to the other.
func parted(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return !unicode.IsLetter(last) || !unicode.IsLetter(first)
}

// ResidueVersion is that of the tables, for the versions of the stages that use
// them.
func ResidueVersion() string { return fingerprint(residueTable, threadTable, monthTable, stampTable) }

// fingerprint names data by its bytes.
func fingerprint(tables ...string) string {
	h := fnv.New64a()
	for _, t := range tables {
		h.Write([]byte(t))
	}
	return strconv.FormatUint(h.Sum64(), 36)
}
