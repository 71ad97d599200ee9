package place

import (
	"embed"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/reference/table"
)

//go:embed data/*.tsv
var data embed.FS

func rows(name string, columns ...string) []table.Row {
	return table.Embedded(name, text(name), columns...)
}

func text(name string) string {
	text, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// A kindWord says what kind of place a name is: "province" in "Idlib province".
type kindWord struct {
	word              string
	kind              string
	precision         stemma.Precision
	radius            int // metres
	after, before, of bool
}

var kindWords = readKinds()

func readKinds() map[string]kindWord {
	out := map[string]kindWord{}
	for _, row := range rows("kinds.tsv", "word", "where", "kind", "precision", "radius_km", "note") {
		km, err := strconv.ParseFloat(row.Cell("radius_km"), 64)
		if err != nil {
			panic(err)
		}
		where := row.Cell("where")
		out[row.Cell("word")] = kindWord{
			word: row.Cell("word"), kind: row.Cell("kind"), precision: stemma.Precision(row.Cell("precision")), radius: int(km * 1000),
			after: strings.Contains(where, "a"), before: strings.Contains(where, "b"), of: strings.Contains(where, "o"),
		}
	}
	return out
}

// A locative is a word or words after which places are named.
type locative struct {
	role     string
	strength int
}

var locatives = readLocatives()

func readLocatives() map[string]locative {
	out := map[string]locative{}
	for _, row := range rows("locatives.tsv", "words", "role", "strength", "note") {
		strength, err := strconv.Atoi(row.Cell("strength"))
		if err != nil {
			panic(err)
		}
		out[row.Cell("words")] = locative{row.Cell("role"), strength}
	}
	return out
}

const middle = -1 // the bearing of "central"

var directions = readDirections()

func readDirections() map[string]int {
	out := map[string]int{}
	for _, row := range rows("directions.tsv", "word", "bearing", "note") {
		bearing, err := strconv.Atoi(row.Cell("bearing"))
		if err != nil {
			panic(err)
		}
		out[row.Cell("word")] = bearing
	}
	return out
}

var (
	bodies = wordsIn("bodies.tsv")
	titles = wordsIn("titles.tsv")
	folk   = wordsIn("townspeople.tsv")
	givens = readGiven()
)

// wordsIn are those of a table that says nothing of each but that it is one.
func wordsIn(file string) map[string]bool {
	out := map[string]bool{}
	for _, row := range rows(file, "word", "note") {
		out[row.Cell("word")] = true
	}
	return out
}

func readGiven() map[string]bool {
	out := map[string]bool{}
	for _, row := range rows("given.tsv", "names", "note") {
		for _, name := range strings.Fields(row.Cell("names")) {
			out[gazetteer.Fold(name)] = true
		}
	}
	return out
}

// lists are the short lists, by what they are used for.
var lists = table.EmbeddedLists("lists.tsv", text("lists.tsv"))

var (
	never      = lists.Set("never")
	articles   = lists.Set("article")
	connectors = lists.Set("connector")
	hyphens    = lists.Set("hyphen")
	possessive = lists.Set("possessive")
	commas     = lists.Set("comma")
	holding    = lists.Set("holding")
	passed     = lists.Set("passed")
	definite   = lists.Set("definite")
	pointing   = lists.Set("pointing")
	tongues    = lists.Set("tongue")
	openers    = lists.Set("opener")
	adjoining  = lists.Set("adjoining")
	closers    = lists.Set("closer")
	linking    = lists.Set("linking")
	hedges     = lists.Set("hedge")
	beside     = lists.Set("beside")
	lying      = lists.Set("lying")
	speaks     = lists.Set("speaks")
	borders    = lists.Set("border")
	joins      = lists.Set("join")
	roads      = lists.Set("road")
	across     = lists.Set("across")
	personal   = lists.Set("personal")
	bracketed  = lists.Set("bracket")
	seated     = lists.Set("seated")
	dashes     = lists.Set("dash")
	attending  = lists.Set("attending")
	placed     = lists.Set("placed")
	called     = lists.Set("called")
	struck     = lists.Set("struck")
	overrun    = lists.Set("overrun")
	blows      = lists.Set("blow")
	peopled    = lists.Set("peopled")
)

// words is a set of words written in one line.
func words(line string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(line) {
		out[word] = true
	}
	return out
}

// A short form of a unit's name, as it is written.
type short struct {
	name, country string
	alone         bool
}

var shorts = readShorts()

func readShorts() map[string]short {
	out := map[string]short{}
	for _, row := range rows("abbreviations.tsv", "short", "name", "country", "alone", "note") {
		out[row.Cell("short")] = short{row.Cell("name"), row.Cell("country"), row.Cell("alone") == "y"}
	}
	return out
}

// A signal is something about a name on a page that speaks for or against its
// being a place's.
type signal string

var weights = readWeights()

func readWeights() map[signal]float64 {
	out := map[signal]float64{}
	for _, row := range rows("evidence.tsv", "signal", "weight", "note") {
		weight, err := strconv.ParseFloat(row.Cell("weight"), 64)
		if err != nil {
			panic(err)
		}
		out[signal(row.Cell("signal"))] = weight
	}
	return out
}
