package count

import (
	"strings"

	"stemma"
)

// among reports whether what is counted is told to be among others that are
// counted: "Two medics were among 31 killed."
func (t *telling) among(c counting) bool {
	return t.word(c.to) == "among" || t.word(c.to+1) == "among" && t.lemmaAt(c.to) == "be"
}

// amongNext reports whether what is counted is among those of the next number, of whom it
// is told what became.
//
//	"Two medics were among 31 killed." → the two of the 31
func (t *telling) amongNext(c, next counting) bool {
	return t.among(c) && (c.what == c.of.What && next.noun < 0 || t.amongThose(c, next))
}

// amongThose reports whether those among whom some are counted are the persons counted
// next, with no verb between.
func (t *telling) amongThose(c, next counting) bool {
	for i := c.to + 2; i < next.from; i++ {
		if t.tag(i) == "VERB" || t.tag(i) == "CCONJ" {
			return false
		}
	}
	return next.of.Kind == "person"
}

// inherit gives a number that stands for part of another, or that names nothing,
// what the other counts: "31 people, including two medics"; "Four rounds fell. We
// counted seven."
func (t *telling) inherit(found []counting, told []stemma.Quantity) {
	before := t.lately(told)
	some := false // the number before is of some of those told before it
	for i := range found {
		c := &found[i]
		some = t.partOf(*c) || some && i > 0 && t.joinedTo(*c, found[i-1])
		takes := c.noun < 0 && c.what == "other" && before != ""
		if i > 0 {
			before = found[i-1].what
			takes = c.bare(some)
		}
		switch {
		case i+1 < len(found) && t.amongNext(*c, found[i+1]):
			c.what = found[i+1].what
		case fates[before] && t.otherwise(*c): // "Four people are dead. Six more are being treated."
		case takes:
			c.what = before
		}
	}
}

// bare reports whether a number says of itself no more than what those are who are counted,
// and is of those counted before it: it names nothing, or persons who are some of them.
func (c *counting) bare(some bool) bool {
	if c.what != "other" && c.what != c.of.What {
		return false
	}
	return c.noun < 0 && c.unit == "" || c.of.Kind == "person" && some
}

// joinedTo reports whether "and" joins a number to the one before it: "among them four
// women and three children".
func (t *telling) joinedTo(c, before counting) bool {
	return c.from == before.to+1 && t.words[c.from-1] == "and"
}

// otherwise reports whether a bare number is of some to whom something else happened than
// to those before: they do what a verb tells, or are in a house or a place.
//
//	"six more are being treated", "five are in hospital" → yes; "two were children" → no
func (t *telling) otherwise(c counting) bool {
	node := c.end - 1
	if t.Tokens[node].Relation == "nummod" { // "six more"
		node = t.Tokens[node].Head
	}
	verb := t.Tokens[node].Head
	relation := t.Tokens[node].Relation
	if c.noun >= 0 || verb < c.end || !strings.HasPrefix(relation, "nsubj") && !(t.words[node] == "more" && relation == "advmod") {
		return false
	}
	in := t.Child(verb, "case")
	return t.tag(verb) == "VERB" || in >= 0 && (t.words[in] == "in" || t.words[in] == "at")
}

// lately is what the last number before this sentence counted, if it stood close
// by in the same paragraph.
func (t *telling) lately(told []stemma.Quantity) string {
	const close = 200 // bytes
	if len(told) == 0 {
		return ""
	}
	last := told[len(told)-1]
	if t.Start-last.Span.End > close || last.Unit != "" || strings.Contains(string(t.r.Text[last.Span.End:max(t.Start, last.Span.End)]), "\n\n") {
		return ""
	}
	return last.What
}

// partOf reports whether the number is of some among those told before.
func (t *telling) partOf(c counting) bool {
	for i := c.from - 1; i >= 0 && i > c.from-4; i-- {
		switch t.words[i] {
		case "including", "among", "include", "includes", "included":
			return true
		}
	}
	return t.word(c.end) == "of" && standsFor[t.word(c.end+1)]
}
