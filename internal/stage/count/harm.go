package count

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// what is the class of a number: what became of those who are counted, if the
// sentence says it, else what they are.
//
//	"12 were killed and 30 wounded" → killed, injured;  "the bodies of eight soldiers" → bodies
func (t *telling) what(c counting) string {
	if c.of.Kind == "harm" || c.of.Kind == "body" {
		if what := t.fateBehind(c); what == "killed" {
			return what // "two of the injured died"
		}
		return c.of.What
	}
	if t.word(c.number-1) == "of" && t.bodies(c.number-2) {
		return "bodies"
	}
	if c.of.Kind == "" || c.of.Kind == "person" {
		for _, look := range []func(counting) string{t.fateByTree, t.fateOfThose, t.fateBehind, t.fateBefore, t.toll, t.numberOf} {
			what := look(c)
			if what == "injured" && t.mortal(c) {
				return "killed"
			}
			if what != "" && !(what == "injured" && t.scorched(c)) {
				return what
			}
		}
		if what, ok := lexicon.HarmOf("state", t.lemmaAt(c.noun)); ok {
			return what
		}
	}
	if c.of.What != "" {
		return c.of.What
	}
	return "other"
}

func (t *telling) lemmaAt(i int) string {
	if i < 0 || i >= len(t.lemma) {
		return ""
	}
	return t.lemma[i]
}

// harm is what the word at a token does, by its lemma or its form.
func (t *telling) harm(part string, i int) (string, bool) {
	if what, ok := lexicon.HarmOf(part, t.lemma[i]); ok {
		return what, true
	}
	return lexicon.HarmOf(part, t.words[i])
}

func (t *telling) bodies(i int) bool {
	n, ok := lexicon.Counted(t.word(i))
	return ok && n.Kind == "body"
}

// fateByTree reads the verb that governs what is counted, and the participles
// that hang on it.
func (t *telling) fateByTree(c counting) string {
	node := c.noun
	if node < 0 {
		node = c.end - 1
		for i := c.number; i < c.end; i++ {
			if h := t.Tokens[i].Head; h < c.number || h >= c.end {
				node = i
			}
		}
	}
	if t.Tokens[node].Relation == "nmod" && t.Tokens[node].Head == c.number {
		node = c.number // "four of our officers"
	}
	if t.Tokens[node].Relation == "conj" && t.tag(c.to) == "AUX" {
		return "" // "lost their lives and two were wounded"
	}
	what := t.fateUnder(node)
	for _, child := range t.Children(node) {
		switch rel := t.Tokens[child].Relation; {
		case what != "":
		case rel == "acl", rel == "amod":
			what = t.participle(child)
		case rel == "acl:relcl":
			what = t.ofLife(child)
		}
	}
	if what == "captured" && c.noun >= 0 && c.of.Kind == "" {
		return "" // "seized two capitals": what is taken and is no person
	}
	return what
}

// mortal reports whether the next word for a harm behind or before what is counted says
// that the wound was a deadly one.
//
//	"Six men were fatally wounded and two hurt." → the six, not the two
func (t *telling) mortal(c counting) bool {
	return t.deadlyHarm(c.to, 1) || t.deadlyHarm(c.from-1, -1)
}

// deadlyHarm reports whether the first word for a harm from a word on, in one phrase, is
// that for a deadly wound.
func (t *telling) deadlyHarm(from, step int) bool {
	for i := from; i > 0 && i < len(t.words) && t.tag(i) != "NUM" && t.tag(i) != "CCONJ" && t.tag(i) != "PUNCT"; i += step {
		if _, ok := lexicon.HarmOf("verb", t.lemma[i]); ok {
			return deadly[t.word(i-1)]
		}
	}
	return false
}

// deadly are the words for how somebody is wounded who dies of it.
var deadly = lists.Set("deadly")

// scorched reports whether what is counted is no person and came to a harm that befalls
// things as well: "40 burned structures".
func (t *telling) scorched(c counting) bool {
	if c.noun < 0 || c.of.Kind == "person" {
		return false
	}
	burnt := func(i int) bool { return i >= 0 && scorching[t.lemma[i]] }
	return burnt(t.Tokens[c.noun].Head) || slices.ContainsFunc(t.Children(c.noun), burnt)
}

// scorching are the harms of things that people may suffer, too.
var scorching = lists.Set("scorching")

// participle is what a participle or adjective says of its noun: "31 people
// killed", "two wounded guards".
func (t *telling) participle(i int) string {
	if what, ok := lexicon.HarmOf("adjective", t.words[i]); ok {
		return what
	}
	if what, ok := lexicon.HarmOf("verb", t.lemma[i]); ok && !strings.HasSuffix(t.words[i], "ing") {
		return what
	}
	return ""
}

// fateUnder climbs from a noun, over its neighbours in a list, to the verb whose
// object or subject it is.
func (t *telling) fateUnder(node int) string {
	for range t.Tokens { // a broken tree must not loop
		token := t.Tokens[node]
		if token.Head < 0 || token.Head >= len(t.Tokens) {
			return ""
		}
		if by := t.Child(node, "case"); token.Relation == "nmod" && (by < 0 || t.words[by] != "of") {
			return ""
		}
		if what, ok := lexicon.HarmOf("noun", t.lemma[token.Head]+" of "+t.lemma[node]); ok && token.Relation == "nmod" {
			return what // "the loss of eight lives"
		}
		if token.Relation != "conj" && token.Relation != "appos" {
			return t.fateAs(token.Relation, token.Head)
		}
		node = token.Head
	}
	return ""
}

// fateOfThose is what became of those among whom a sentence counts some, or who
// include them.
//
//	"Among the dead were nine women and two nurses." → nine killed, two killed
//	"Three judges were among the wounded." → three injured
func (t *telling) fateOfThose(c counting) string {
	node := c.noun
	for range t.Tokens { // a broken tree must not loop
		if node < 0 || node >= len(t.Tokens) {
			return ""
		}
		for _, k := range append(t.Children(node), node) {
			if by := t.Child(k, "case"); by >= 0 && t.words[by] == "among" {
				return cmp.Or(t.participle(k), t.participle(max(t.Child(k, "acl"), 0)))
			}
		}
		if rel := t.Tokens[node].Relation; rel != "conj" && rel != "appos" && rel != "nsubj" && rel != "acl:relcl" {
			return ""
		}
		node = t.Tokens[node].Head
	}
	return ""
}

// fateAs is what a verb, or a noun of a deed, does to a noun that stands to it in a
// relation: "the murder of two judges".
func (t *telling) fateAs(relation string, verb int) string {
	var parts []string
	switch relation {
	case "obj", "nsubj:pass", "iobj", "dep":
		parts = []string{"verb", "adjective"}
	case "nsubj":
		parts = []string{"self", "adjective", "state"}
	case "nmod":
		parts = []string{"deed"}
	case "csubj", "obl", "xcomp":
		return ""
	}
	for _, part := range parts {
		if what, ok := t.harm(part, verb); ok {
			return what
		}
	}
	if relation == "nsubj" {
		return t.ofLife(verb)
	}
	return ""
}

// ofLife is what a verb says of its subject that has a life for its object.
//
//	"eleven persons lost their lives", "the four who gave their lives" → killed; "lost their homes" → nothing
func (t *telling) ofLife(verb int) string {
	what, _ := lexicon.HarmOf("life", t.lemma[verb])
	if object := t.Child(verb, "obj"); object < 0 || t.lemma[object] != "life" {
		return ""
	}
	return what
}

// fateBehind reads the harm behind what is counted: "12 people were also killed",
// "five dead", "three soldiers remain unaccounted for".
func (t *telling) fateBehind(c counting) string {
	const farthest = 7
	passive := false
	for i := c.to; i < len(t.words) && i < c.to+farthest; i++ {
		if what, ok := lexicon.HarmOf("adjective", t.words[i]); ok && t.ofThem(c, i) {
			return what
		}
		if what, ok := lexicon.HarmOf("verb", t.lemma[i]); ok && (passive || i == c.to) && pastParticiple(t.words[i], t.lemma[i]) && t.ofThem(c, i) {
			return what
		}
		if what, ok := t.harm("self", i); ok && !passive && t.tag(i) == "VERB" {
			return what
		}
		if what := t.borne(i); what != "" && !passive {
			return what
		}
		switch t.lemma[i] {
		case "be", "get", "remain", "lie":
			passive = true
		case "to", "assess", "think", "presume", "know", "have", "also", "still", "other", "others", "more", "reportedly", "slightly", "seriously", "badly", "critically", "leave", "all", "confirm", "report", "go", "feared", "believe", "shoot", "find", "declare":
		default:
			return ""
		}
	}
	return ""
}

// borne is the harm that a verb has for its object, which befalls its subject; the tree is
// not asked, which takes such a verb for a word before its object.
//
//	"Three farmers embraced martyrdom", "Nine others received bullet injuries" → killed, injured
func (t *telling) borne(verb int) string {
	const farthest = 4
	for i := verb + 1; bearing[t.words[verb]] && i < min(len(t.words), verb+farthest); i++ {
		if what, ok := lexicon.HarmOf("borne", t.lemma[i]); ok && t.tag(i) == "NOUN" {
			return what
		}
		if !slices.Contains([]string{"ADJ", "NOUN", "ADV"}, t.tag(i)) {
			return ""
		}
	}
	return ""
}

var bearing = lists.Set("bearing")

// ofThem guards against a harm that goes on to an object of its own: "four men
// killed two guards" says nothing of the four.
func (t *telling) ofThem(c counting, verb int) bool {
	next := verb + 1
	if next >= len(t.words) || verb == c.to && t.tag(verb) == "ADJ" {
		return true
	}
	switch t.tag(next) {
	case "DET", "NUM", "PROPN", "PRON":
		return verb != c.to || c.noun < 0 && t.tag(verb) != "VERB"
	case "NOUN":
		return verb != c.to
	}
	return true
}

func pastParticiple(word, lemma string) bool {
	return word != lemma && !strings.HasSuffix(word, "ing") || word == "hurt"
}

// fateBefore reads the harm before the number: "killing at least 44", "wounded
// dozens", "the dead include nine soldiers".
func (t *telling) fateBefore(c counting) string {
	i := c.from - 1
	for ; i >= 0 && i > c.from-4; i-- {
		switch t.words[i] {
		case "some", "the", "as", "another", "further", "a", "total", "of", "estimated", "an", "“", "\"", "also", "up":
			continue
		}
		break
	}
	if i < 0 {
		return ""
	}
	if what, ok := lexicon.HarmOf("verb", t.lemma[i]); ok && t.tag(i) == "VERB" && t.word(i-1) != "been" {
		return what
	}
	return ""
}

// toll reads a number that a noun of harm is put at: "raised the death toll to
// 12", "puts its dead at 13", "The toll is 40".
func (t *telling) toll(c counting) string {
	const farthest = 14
	for i := c.from - 1; i >= 0 && i >= c.from-farthest; i-- {
		if t.tag(i) == "PUNCT" && t.words[i] != "\"" && t.words[i] != "-" {
			return ""
		}
		if what, ok := lexicon.HarmOf("toll", t.lemma[i]); ok {
			return what
		}
		if what, ok := t.harm("noun", i); ok && t.tag(i) != "VERB" && c.noun < 0 && t.tag(i+1) != "VERB" {
			return what
		}
	}
	return ""
}

// numberOf reads a number that is said to be that of something: "put the number of
// guards at 200", "the number of those killed was thirteen", from farther off where
// both hang on one verb.
func (t *telling) numberOf(c counting) string {
	const farthest = 14
	if c.noun >= 0 {
		return ""
	}
	for i := c.from - 1; i >= 1; i-- {
		if t.words[i] != "of" || t.words[i-1] != "number" || i < c.from-farthest && t.Tokens[i-1].Head != t.Tokens[c.number].Head {
			continue
		}
		what := ""
		for j := i + 1; j < c.from; j++ {
			if harm := t.participle(j); harm != "" {
				return harm
			}
			if noun, ok := t.countedAt(i+1, j); ok && what == "" {
				what = noun.What
			}
		}
		return what
	}
	return ""
}

// singulars finds the one that "a" or "an" counts where somebody is harmed or
// something destroyed: "A teacher was killed.", "destroyed a tank". Elsewhere an
// article counts nothing.
func (t *telling) singulars(found []counting) []counting {
	var out []counting
	for i, word := range t.words {
		if word != "a" && word != "an" || taken(found, i) {
			continue
		}
		noun, of, ok := t.noun(i + 1)
		if noun >= 0 && !ok && t.besidePersons(noun, found) {
			of.Kind, ok = "person", true
		}
		if !ok || noun < 0 || together[t.lemma[noun]] && t.word(noun+1) == "of" || t.words[noun] != t.lemma[noun] && of.Kind == "thing" {
			continue
		}
		c := counting{from: i, to: noun + 1, number: i, end: i + 1, noun: noun, of: of, low: 1, high: 1}
		if c.what = t.harmed(c); c.what != "" {
			out = append(out, c)
		}
	}
	return out
}

// besidePersons reports whether a noun that we do not know stands in a list with
// persons to whom something happened: "four patients and a lamplighter were killed".
func (t *telling) besidePersons(noun int, found []counting) bool {
	head := t.Tokens[noun].Head
	return t.Tokens[noun].Relation == "conj" && slices.ContainsFunc(found, func(c counting) bool {
		return c.noun >= 0 && c.noun == head && fates[c.what]
	})
}

func taken(found []counting, i int) bool {
	for _, c := range found {
		if c.from <= i && i < c.to {
			return true
		}
	}
	return false
}

// harmed is what became of one person or thing, "" if nothing that counts.
func (t *telling) harmed(c counting) string {
	switch c.of.Kind {
	case "person":
		for _, look := range []func(counting) string{t.fateByTree, t.fateOfThose, t.fateBehind, t.fateBefore} {
			if what := look(c); what != "" && what != "released" {
				return what
			}
		}
	case "thing":
		token := t.Tokens[c.noun]
		for token.Relation == "conj" && token.Head >= 0 && token.Head < len(t.Tokens) && token.Head != c.noun && token.Head < c.noun {
			token = t.Tokens[token.Head]
		}
		if (token.Relation == "obj" || token.Relation == "nsubj:pass") && token.Head >= 0 {
			if _, ok := lexicon.HarmOf("thing", t.lemmaAt(token.Head)); ok && destructible[c.of.What] {
				return c.of.What
			}
		}
	}
	return ""
}

// destructible are the classes of things that are counted by the piece.
var destructible = lists.Set("destructible")

// among reports whether what is counted is told to be among others that are
// counted: "Two medics were among 31 killed."
func (t *telling) among(c counting) bool {
	return t.word(c.to) == "among" || t.word(c.to+1) == "among" && t.lemmaAt(c.to) == "be"
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
	last := t.lately(told)
	some := false // the number before is of some of those told before it
	for i := range found {
		c := &found[i]
		some = t.partOf(*c) || some && i > 0 && c.from == found[i-1].to+1 && t.words[c.from-1] == "and" // "among them four women and three children"
		if t.among(*c) && i+1 < len(found) && (c.what == c.of.What && found[i+1].noun < 0 || t.amongThose(*c, found[i+1])) {
			c.what = found[i+1].what
			continue
		}
		part := c.of.Kind == "person" && some || c.noun < 0 && c.unit == ""
		from := last
		if i > 0 {
			from = found[i-1].what
		}
		if fates[from] && t.otherwise(*c) {
			continue // "Four people are dead. Six more are being treated."
		}
		if i > 0 && part && (c.what == "other" || c.what == c.of.What) || i == 0 && c.what == "other" && c.noun < 0 && from != "" {
			c.what = from
		}
	}
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
