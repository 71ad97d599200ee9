package count

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// numerals finds the numbers of a sentence, each with what it counts.
//
//	"between 5 and 7 rockets" → rockets, 5 to 7;  "dozens of warplanes" → aircraft, 24 to open
func (t *telling) numerals() []counting {
	var out []counting
	for i := 0; i < len(t.words); i++ {
		c, ok := t.numeral(i)
		if !ok {
			continue
		}
		t.approximate(&c)
		t.count(&c)
		if t.stands(c) {
			out = append(out, c)
			i = max(i, c.end-1)
		}
	}
	return out
}

// numeral reads the number that begins at a token, a range of two included.
func (t *telling) numeral(i int) (counting, bool) {
	n := lexicon.Cardinal(t.words[i:min(len(t.words), i+12)])
	if n.Words == 0 || t.designates(i, i+n.Words) {
		return counting{}, false
	}
	c := counting{from: i, to: i + n.Words, number: i, end: i + n.Words, noun: -1, low: n.Value, high: n.Value, open: n.Open}
	if upper, end := t.upper(c); end > c.end {
		c.high, c.end, c.to = upper, end, end
	}
	return c, true
}

// upper reads the other end of a range: "two or three", "20 to 30", "between five
// and eight", "5-7". "Rose from 12 to 40" is no range.
func (t *telling) upper(c counting) (float64, int) {
	join := t.word(c.end)
	between := t.word(c.number-1) == "between"
	if join != "to" && join != "or" && join != "-" && !(join == "and" && between) || t.word(c.number-1) == "from" {
		return 0, c.end
	}
	n := lexicon.Cardinal(t.words[c.end+1 : min(len(t.words), c.end+12)])
	if n.Words == 0 || n.Open || n.Value <= c.low {
		return 0, c.end
	}
	return n.Value, c.end + 1 + n.Words
}

// designates reports whether a number is part of a name or of a measure that
// counts nothing: "T-72", "130-millimetre", "Highway 5", "No. 3", a date.
func (t *telling) designates(from, to int) bool {
	span := stemma.Span{Start: t.Tokens[from].Start, End: t.Tokens[to-1].End}
	for _, time := range t.r.Times {
		if time.Span.Overlaps(span) {
			return true
		}
	}
	before, after := t.word(from-1), t.word(to)
	switch {
	case before == "-" && t.joined(from) && t.joined(from-1) && !spelled(t.word(from-2)):
		return true
	case after == "-" && t.joined(to) && t.joined(to+1) && !spelled(t.word(to+1)):
		return true
	case before == "no" || before == "#" || before == "no." || before == "number":
		return true
	}
	return pairWord[t.words[to-1]] && after != "of"
}

var pairWord = lists.Set("pair")

func spelled(word string) bool { return lexicon.Cardinal([]string{word}).Words > 0 }

// approximate reads the words before and after a number that say how exact it is.
func (t *telling) approximate(c *counting) {
	t.fraction(c)
	effect := lexicon.EffectNone
	for range 2 { // "at least another 12"
		e, n := lexicon.ApproximatorBefore(t.words[max(0, c.from-5):c.from])
		if n == 0 {
			break
		}
		if c.from -= n; effect == lexicon.EffectNone || effect == lexicon.EffectAbout {
			effect = e
		}
	}
	if t.word(c.number-1) == "between" && c.high > c.low && c.from == c.number {
		c.from--
	}
	if c.from < c.number {
		c.approx = stemma.Span{Start: t.Tokens[c.from].Start, End: t.Tokens[c.number-1].End}
	}
	if e, n := t.trailing(c.end); n > 0 {
		c.approx = c.approx.Join(stemma.Span{Start: t.Tokens[c.end].Start, End: t.Tokens[c.end+n-1].End})
		effect, c.end, c.to = e, c.end+n, c.end+n
	}
	switch effect {
	case lexicon.EffectLeast:
		c.open = true
	case lexicon.EffectMost:
		c.low, c.open = 0, false
	}
}

var trailing = map[string]lexicon.Effect{"or more": lexicon.EffectLeast, "at least": lexicon.EffectLeast, "or so": lexicon.EffectAbout,
	"at most": lexicon.EffectMost, "or fewer": lexicon.EffectMost, "or less": lexicon.EffectMost}

// dozen is the least that "a" can stand before as a number of its own, and that people halve.
const dozen = 12

// fraction reads "half a million", "half a dozen", "a quarter of a million".
func (t *telling) fraction(c *counting) {
	factor, words := 1.0, 0
	switch {
	case t.word(c.from-1) == "half":
		factor, words = 0.5, 1
	case t.word(c.from-1) == "of" && t.word(c.from-2) == "quarter":
		factor, words = 0.25, 3
	}
	if c.from >= words && c.low >= dozen {
		c.low, c.high = c.low*factor, c.high*factor
		c.from, c.number = c.from-words, c.number-words
	}
}

// trailing reads "or more", "or so", "at most" behind a number.
func (t *telling) trailing(i int) (lexicon.Effect, int) {
	if two := t.word(i) + " " + t.word(i+1); trailing[two] != lexicon.EffectNone {
		return trailing[two], 2
	}
	return lexicon.EffectNone, 0
}

// stands reports whether a number is a quantity at all. A bare one needs words
// that it can be bare in; a year, an hour, an age, the number of a paragraph or of
// a thing, and "one" as a pronoun are none.
func (t *telling) stands(c counting) bool {
	word, bare := t.words[c.number], c.noun < 0
	switch {
	case c.low == 0 && c.high == 0, t.hour(c), t.ofAge(c), bare && (t.ofPerson(c.from) || t.comparing(c.end)):
		return false
	case c.what == "share":
		return true
	case word == "one":
		return c.of.Kind != "" && t.word(c.end) != "of" && t.word(c.number-1) != "no" || bare && t.oneHarmed(c)
	case t.word(c.end) == "times":
		return false
	case c.what != "other" || !bare:
		return true
	}
	return (!pronounless[word] || c.low >= dozen) && !t.numbers(c)
}

// oneHarmed reports whether "one" counts a person whose fate is told: "Two guards were hit and
// one died", but "no one died", "One can die of thirst."
func (t *telling) oneHarmed(c counting) bool {
	switch t.word(c.number - 1) {
	case "no", "the", "any", "every", "each", "which", "this", "that":
		return false
	}
	next := c.end
	if t.word(next) == "of" && (t.word(next+1) == "them" || t.word(next+1) == "whom") {
		next += 2
	}
	if fate, told := t.harmAt("self", next); told {
		return fate == "killed" && t.lemma[next] != "fall" // "one fell short": a shell
	}
	fate, told := t.harmAt("verb", next+1)
	return told && t.word(next) == "was" && (fate == "killed" || fate == "injured")
}

// harmAt is harm at a token that there may not be.
func (t *telling) harmAt(part string, i int) (string, bool) {
	if i < 0 || i >= len(t.words) {
		return "", false
	}
	return t.harm(part, i)
}

// hour reports whether figures are of a clock: "0320", "19.58 Tear gas was used."
func (t *telling) hour(c counting) bool {
	word := t.words[c.number]
	return len(word) == 4 && word[0] == '0' || len(word) == 5 && word[2] == '.' && c.number == 0
}

// ofAge reports whether a number tells how young or how old somebody may be.
//
//	"as young as nine", "two were younger than 12", "five of the dead were under 15"; but "over 60 were wounded" are so many
func (t *telling) ofAge(c counting) bool {
	switch before := t.word(c.from-2) + " " + t.word(c.from-1); before {
	case "young as", "old as", "younger than", "older than":
		return true
	}
	return c.noun < 0 && t.Tokens[c.number].Relation == "root" && t.Child(c.number, "cop") >= 0 && limits[t.word(c.number-1)]
}

// limits are words for an age that somebody has not reached, or has passed.
var limits = lists.Set("limits")

// comparing reports whether a bare number before a token is the difference of two, and counts
// nobody by itself.
//
//	"eight more than the government admits" → yes; "eight more have died" → no
func (t *telling) comparing(end int) bool {
	return comparatives[t.word(end)] && t.word(end+1) == "than"
}

var comparatives = lists.Set("comparatives")

// ofPerson reports whether a bare number tells of a person how old he is or how many
// children she has.
//
//	"a boy of nine", "her grandsons of eight and eleven", "a mother of five"; but "a family of six" are six
func (t *telling) ofPerson(number int) bool {
	for t.joins(number-1) && spelled(t.word(number-2)) {
		number -= 2
	}
	if t.tag(number-1) == "ADV" {
		number-- // "of perhaps nine"
	}
	if t.word(number-1) != "of" || number < 2 {
		return false
	}
	noun := t.lemma[number-2]
	class, ok := lexicon.Counted(noun)
	return (ok && class.Kind == "person" || kin[noun]) && !together[noun]
}

func (t *telling) joins(i int) bool { return t.word(i) == "and" || t.word(i) == "," }

// kin are persons of whom no class is made, together the nouns of many at once.
var kin, together = lists.Set("kin"), lists.Set("together")

// numbers reports whether a bare number only tells one thing from others: the age
// in "Tarrat, 29,", "lines 4", "Article 6", "3." before a paragraph, a year.
func (t *telling) numbers(c counting) bool {
	before, after := t.tag(c.number-1), t.word(c.end)
	switch {
	case c.from < c.number:
		return false
	case c.number == 0 && (after == "." || after == ""), before == "NOUN", before == "PROPN":
		return true
	case t.word(c.number-1) == "," && (after == "," || after == "." || after == ")"):
		return true
	}
	return c.end-c.number == 1 && len(t.words[c.number]) == 4 && c.low > 1800 && c.low < 2100
}

// pronounless are words that alone stand bare only where people are harmed: "several
// were killed"; "more than a hundred" stands bare anywhere.
var pronounless = lists.Set("pronounless")
