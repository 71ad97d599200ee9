package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// A name is a run of words on the page that may be a place's, and what was
// found out about it.
type name struct {
	sentence    int
	first, last int         // its tokens
	span        stemma.Span // of the name alone: "Idlib"
	whole       stemma.Span // with its word of kind and direction: "northern Idlib province"
	words       string
	key         string   // the words, folded
	kind        kindWord // of its word of kind; none has no word
	bearing     int      // of "northern", with sided
	sided       bool
	locative    locative
	parent      int // index of the name that it says it lies in, or -1: "Sefta, Maravand"
	matches     []gazetteer.Match
	adjective   bool
	inside      bool
	abbreviated bool
	standing    string // the words of the name that it stands for: "the town"
	signals     []signal
	weight      float64
	best        int // index of the match that it is taken for, -1 if none
	ranks       []ranked
}

// longestName is how many tokens a name can have: "Santa Cruz de la Sierra" has
// five, and hyphens count.
const longestName = 8

// findNames goes through the sentences and takes at each capital the longest run
// of words that is a name in the gazetteer.
func (p *page) findNames() {
	for s := range p.r.Syntax.Sentences {
		tokens := p.r.Syntax.Sentences[s].Tokens
		for i := 0; i < len(tokens); {
			found, ok := p.longest(s, i)
			if !ok {
				i++
				continue
			}
			p.names = append(p.names, found)
			i = found.last + 1
		}
	}
}

func (p *page) longest(s, i int) (name, bool) {
	if !p.opens(s, i) {
		return p.spoken(s, i)
	}
	for j := p.reach(s, i); j >= i; j-- {
		if n, ok := p.named(s, i, j); ok {
			return n, true
		}
	}
	return name{}, false
}

// spoken is the longest name without a capital that a person's table has, with
// "the" or a word of a person before it: "across the ford" if the table has a ford.
func (p *page) spoken(s, i int) (name, bool) {
	if capital(p.word(s, i)) || !definite[p.lower(s, i-1)] {
		return name{}, false
	}
	for j := min(i+longestName, len(p.tokens(s))) - 1; j >= i; j-- {
		n := p.run(s, i, j)
		if n.matches = p.g.Given(n.words); len(n.matches) > 0 && p.tokens(s)[j].Tag != "PUNCT" {
			return n, true
		}
	}
	return name{}, false
}

var definite = words("the this that their our its his her 's ’s")

// run is the name made of tokens i to j, with nothing found out yet.
func (p *page) run(s, i, j int) name {
	tokens := p.tokens(s)
	span := stemma.Span{Start: tokens[i].Start, End: tokens[j].End}
	words := p.r.Words(span)
	return name{sentence: s, first: i, last: j, span: span, whole: span, words: words, key: gazetteer.Fold(words), parent: -1, best: -1}
}

// opens reports whether a name can begin at a token: at a capital, or at an
// article that is tied to one ("al-Qusayr").
func (p *page) opens(s, i int) bool {
	word := p.word(s, i)
	if capital(word) {
		return word != "The" && word != "THE"
	}
	if !articles[word] {
		article, rest, ok := strings.Cut(word, "-")
		return ok && articles[article] && capital(rest)
	}
	next := i + 1
	if hyphens[p.word(s, next)] {
		next++
	}
	return capital(p.word(s, next))
}

// reach is the last token to which a name that begins at i can run.
func (p *page) reach(s, i int) int {
	last := i
	for j := i + 1; j < i+longestName && j < len(p.tokens(s)); j++ {
		word := p.word(s, j)
		switch {
		case capital(word):
			last = j
		case hyphens[word] && p.touch(s, j-1) || p.touch(s, j-1) && hyphens[p.word(s, j-1)]:
			last = j
		case !connectors[word]:
			return last
		}
	}
	return last
}

// touch reports whether nothing stands between a token and the next.
func (p *page) touch(s, i int) bool {
	tokens := p.tokens(s)
	return i >= 0 && i+1 < len(tokens) && tokens[i].End == tokens[i+1].Start
}

// named is the name made of tokens i to j, if the gazetteer knows one.
func (p *page) named(s, i, j int) (name, bool) {
	if word := p.word(s, j); hyphens[word] || connectors[word] {
		return name{}, false
	}
	n := p.run(s, i, j)
	if strings.ContainsAny(n.words, "\n\r") && !hyphened(n.words) {
		return n, false
	}
	if p.shortened(&n) || p.adjectival(&n) {
		return n, !p.language(&n)
	}
	if len(n.words) < 2 || strings.HasPrefix(string(p.r.Text[n.span.End:]), "$") {
		return n, false
	}
	n.matches = p.find(n.words)
	switch {
	case p.plain(s, i, j):
		n.matches = listed(n.matches)
	case always[p.lower(s, i)]:
		n.matches = exact(n.matches, i < j)
	case len(n.words) < 4 && strings.ToUpper(n.words) != n.words:
		n.matches = named(n.matches)
	}
	return n, len(n.matches) > 0
}

// plain reports whether a name is made of nothing but words that are names of
// kinds, directions, bodies or days, or is a street's: "Valley", "North Street",
// "Country Club". Only a person's table makes those places.
func (p *page) plain(s, i, j int) bool {
	if i < j && kindWords[p.lower(s, j)].kind == "road" {
		return true
	}
	for ; i <= j; i++ {
		word := p.lower(s, i)
		_, direction := directions[word]
		if _, kind := kindWords[word]; !kind && !direction && !bodies[word] && !always[word] && !hyphens[word] && !connectors[word] {
			return false
		}
	}
	return true
}

// listed keeps the matches that a person's table has or our own list.
func listed(matches []gazetteer.Match) []gazetteer.Match {
	return slices.DeleteFunc(matches, func(m gazetteer.Match) bool {
		return m.Form == gazetteer.FormSound || !m.Overlay && (!m.Own() || m.Settlement() || m.Kind == "province")
	})
}

// named keeps the matches whose first name it is: "Car" is not "CAR".
func named(matches []gazetteer.Match) []gazetteer.Match {
	return slices.DeleteFunc(matches, func(m gazetteer.Match) bool { return m.Form != gazetteer.FormName })
}

// exact keeps the matches that bear the name letter for letter, if any may:
// "At Tanf" is a name, "At Rome" and "At" are none.
func exact(matches []gazetteer.Match, may bool) []gazetteer.Match {
	var out []gazetteer.Match
	for _, match := range matches {
		if may && match.Form != gazetteer.FormSound {
			out = append(out, match)
		}
	}
	return out
}

func hyphened(words string) bool { return strings.ContainsAny(words, "-‐–") }

// shortened reads "Calif." and, after a comma, "Ind." and "TX".
func (p *page) shortened(n *name) bool {
	entry, ok := shorts[n.words]
	if !ok {
		if entry, ok = shorts[n.words+"."]; !ok || !strings.HasPrefix(string(p.r.Text[n.span.End:]), ".") {
			return false
		}
	}
	if !entry.alone && p.word(n.sentence, n.first-1) != "," {
		return false
	}
	for _, match := range p.find(entry.name) {
		if match.Country == entry.country && match.Kind == "province" {
			n.matches = append(n.matches, match)
			break
		}
	}
	n.abbreviated = true
	return len(n.matches) > 0
}

// adjectival reads "Syrian", "South Ossetian".
func (p *page) adjectival(n *name) bool {
	if n.last-n.first > 2 || strings.ToUpper(n.words) == n.words {
		return false
	}
	n.matches = p.g.Adjective(n.words)
	n.adjective = len(n.matches) > 0
	return n.adjective
}

// language reports whether an adjective names a tongue: "spoke French", "in
// English and Spanish".
func (p *page) language(n *name) bool {
	if !n.adjective {
		return false
	}
	next := n.last + 1
	if next < len(p.tokens(n.sentence)) && modified[p.tokens(n.sentence)[next].Tag] {
		return false
	}
	before := p.lower(n.sentence, n.first-1)
	return tongues[before] && (before != "in" || !strings.HasSuffix(n.words, "s"))
}

var (
	modified = words("NOUN PROPN ADJ NUM")
	tongues  = words("in into from speak speaks spoke spoken speaking learn teach studied fluent broken")
)

func (p *page) tokens(s int) []stemma.Token { return p.r.Syntax.Sentences[s].Tokens }

// word is the text of a token, "" beyond the ends of the sentence.
func (p *page) word(s, i int) string {
	tokens := p.tokens(s)
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return p.r.Words(tokens[i].Span)
}

func (p *page) lower(s, i int) string { return strings.ToLower(p.word(s, i)) }

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "‘'`ʿʾ"))
	return unicode.IsUpper(r)
}

var (
	hyphens  = words("- ‐ ‑ –")
	articles = words("al el ul ad ed ar er as es ash esh an en at et az ez adh ath d l")
	// connectors may stand inside a name with a small letter.
	connectors = words("of the de la le les las los el al du des del dos da do di der den am an sur and y e i ez az as ash at ar ad upon on under in ibn bin abu à 's ’s")
	// always are words that are no place's name by themselves, capital or none.
	always = words("i a an and or but if when while where who what which that this these those there here he she it they we you his her its their our my your " +
		"is was are were be been has have had do does did will would can could may might must shall should not no yes as at by for from in into of on to with after before " +
		"since until during about over under between against all some many most more both each every other another such only also just even still then than so too very " +
		"monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
		"mon tue tues wed thu thur thurs fri sat mr mrs ms dr gen col lt sgt capt maj sen rep gov god allah muslim muslims christian christians islam islamic jewish jews jew sunni shiite shia one two three four five six seven eight nine ten " +
		"first second third new news photo file read march man christmas easter ramadan eid hamas hezbollah st saint free")
)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(list) {
		out[word] = true
	}
	return out
}
