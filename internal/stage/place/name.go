package place

import (
	"slices"
	"strings"

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
	since       bool // stands behind "since"
	locative    locative
	parent      int // index of the name that it says it lies in, or -1: "Sefta, Maravand"
	matches     []gazetteer.Match
	adjective   bool
	inside      bool
	abbreviated bool
	told        stemma.Place // where the page puts a name that no book has
	standing    string       // the words of the name that it stands for: "the town"
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
		if n, ok := p.named(s, i, j); ok && !closers[p.lower(s, j+1)] {
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

// run is the name made of tokens i to j, with nothing found out yet.
func (p *page) run(s, i, j int) name {
	tokens := p.tokens(s)
	span := stemma.Span{Start: tokens[i].Start, End: tokens[j].End}
	words := p.r.Words(span)
	return name{sentence: s, first: i, last: j, since: p.lower(s, i-1) == "since", span: span, whole: span, words: words, key: gazetteer.Fold(words), parent: -1, best: -1}
}

// opens reports whether a name can begin at a token: at a capital, or at an
// article that is tied to one ("al-Qusayr").
func (p *page) opens(s, i int) bool {
	word := p.word(s, i)
	if closers[strings.ToLower(word)] && capital(p.word(s, i-1)) {
		return false
	}
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
	case never[strings.TrimSuffix(p.lower(s, i), ".")]: // "Nov. 4"
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
		if _, kind := kindWords[word]; !kind && !direction && !bodies[word] && !never[word] && !hyphens[word] && !connectors[word] {
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

var modified = words("NOUN PROPN ADJ NUM") // tags of what an adjective stands before
