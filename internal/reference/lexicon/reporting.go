package lexicon

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed reporting.tsv
var reportingTable string

// A Reporter is a verb or adjective that reports, and how it takes what was
// said.
//
//	call on	verb	hearer-to	"called on both sides to wait" → what was said: "both sides to wait"
type Reporter struct {
	Words     []string // lemma first: "call", "on"
	Adjective bool
	Frames    []string // see the head of reporting.tsv
	Stance    stemma.Stance
	Kind      ReporterKind
}

// ReporterKind says what sort of act the word tells of.
type ReporterKind string

// The kinds of reporting word.
const (
	Speech    ReporterKind = "speech"
	Request   ReporterKind = "request"
	Promise   ReporterKind = "promise"
	Judgement ReporterKind = "judgement"
	Thought   ReporterKind = "thought"
	Feeling   ReporterKind = "feeling"
	Finding   ReporterKind = "finding"
	Showing   ReporterKind = "showing" // of documents and pictures only
)

// Takes reports whether the word has one of the frames.
func (p Reporter) Takes(frames ...string) bool {
	for _, frame := range frames {
		if slices.Contains(p.Frames, frame) {
			return true
		}
	}
	return false
}

// Prepositions are those of the frames that begin with a word and end in one:
// "object-for" and "object-on" → "for", "on".
func (p Reporter) Prepositions() []string {
	var out []string
	for _, frame := range p.Frames {
		if rest, ok := strings.CutPrefix(frame, "object-"); ok && rest != "so" && rest != "name" {
			out = append(out, rest)
		}
	}
	return out
}

var reporters = sync.OnceValue(func() map[string][]Reporter {
	byLemma := map[string][]Reporter{}
	for _, row := range table.Embedded("reporting.tsv", reportingTable, "word", "class", "frames", "stance", "kind", "note") {
		words := strings.Fields(row.Cell("word"))
		byLemma[words[0]] = append(byLemma[words[0]], Reporter{
			Words:     words,
			Adjective: row.Cell("class") == "adjective",
			Frames:    row.List("frames"),
			Stance:    stemma.Stance(row.Cell("stance")),
			Kind:      ReporterKind(row.Cell("kind")),
		})
	}
	for _, all := range byLemma {
		slices.SortStableFunc(all, func(a, b Reporter) int { return len(b.Words) - len(a.Words) })
	}
	return byLemma
})

// Reporters are the reporting words that begin with a lemma, the longest first.
func Reporters(lemma string) []Reporter { return reporters()[lemma] }

// AttributionVersion changes whenever one of the tables of reporting does.
func AttributionVersion() string {
	sum := sha256.Sum256([]byte(reportingTable + cueTable + nominalTable + hedgeTable + sourceNounTable + muteTable))
	return hex.EncodeToString(sum[:])[:12]
}
