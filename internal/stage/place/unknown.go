package place

import (
	"slices"
	"sort"
	"strings"

	"stemma/internal/reference/gazetteer"
)

// findUnknown adds the names that a word of kind or a strong locative makes
// places', though the gazetteer knows none: they are shown without a point. What
// a word of kind or a distance has named once is then a place's name on the whole page,
// and so is what several words together tell of as one.
//
//	"the village of Qarsha" → "Qarsha", no place
//	"Gunmen stormed Qarsha. … six miles east of Qarsha" → "Qarsha", twice
//	"Gunmen attacked Qarsha. … After the Qarsha attack, …" → "Qarsha", twice
func (p *page) findUnknown() {
	hints := map[string]int{}
	p.runs(func(n *name, kind kindWord) bool {
		hints[n.key] += p.hints(n, kind)
		return false
	})
	p.told = map[string]bool{}
	for key, sum := range hints {
		p.told[key] = sum >= enough
	}
	var found []name
	p.runs(func(n *name, kind kindWord) bool {
		ok := p.told[n.key] || settled(kind) || kind.word == "" && (p.locativeBefore(n).strength == 3 || p.stoodAt(n))
		if ok {
			found = append(found, *n)
		}
		return ok
	})
	p.names = merge(replaced(p.names, found), found)
}

// lies reports whether words behind a name tell how far or in which direction it lies
// from one that a book has.
func (p *page) lies(n *name) bool {
	next := sort.Search(len(p.names), func(k int) bool { return p.names[k].span.Start >= n.span.End })
	if next == len(p.names) {
		return false
	}
	o, ok := p.offset(n, &p.names[next])
	return ok && o.how <= toward
}

// runs shows every run of capitals that no name of the gazetteer begins, or that goes on
// behind one, with its word of kind; one that is taken is passed over whole.
func (p *page) runs(take func(n *name, kind kindWord) bool) {
	for s := range p.r.Syntax.Sentences {
		if p.headline(s) {
			continue
		}
		for i := 0; i < len(p.tokens(s)); i++ {
			i = p.runAt(s, i, take)
		}
	}
}

// runAt shows the run that begins at a token, and is the last token that is done with then.
func (p *page) runAt(s, i int, take func(n *name, kind kindWord) bool) int {
	last := i
	n, ok := p.unknown(s, i)
	if at := p.nameAt(s, i); at >= 0 {
		last = p.names[at].last
		ok = ok && p.isLonger(&n, &p.names[at])
	}
	if !ok {
		return last
	}
	probe := n
	p.extend(&probe)
	if take(&n, probe.kind) {
		return n.last
	}
	return last
}

// isLonger reports whether a run of capitals is one name that only begins like one that a
// book has for a village or for many places, or is called a settlement: one phrase of the
// tree, and nobody's name.
//
//	"Shells fell in Dar Zaghawa." → "Dar Zaghawa", though there is a Dar
//	"the village of Tal Qarsha" → "Tal Qarsha", though there is a town Tal
func (p *page) isLonger(n, known *name) bool {
	if known.first != n.first || known.last >= n.last || known.adjective || !slices.ContainsFunc(known.matches, gazetteer.Match.Settlement) {
		return false
	}
	if level(firsts(known.matches)) != "village" && !openers[p.lower(n.sentence, n.first)] && !p.ofKind(n.sentence, n.first, n.last) {
		return false
	}
	actor, mention := p.mention(n.span)
	taken := actor != nil && (mention.Span != n.span || !p.rowOfKind(n) && !p.befell(n, overrun)) // nobody raids a person
	return !taken && p.onePhrase(n)
}

// firsts are the places of a name that bear it as their first: "Novotarsk" may be an old
// name of a city.
func firsts(matches []gazetteer.Match) []gazetteer.Match {
	return slices.DeleteFunc(slices.Clone(matches), func(m gazetteer.Match) bool { return m.Form != gazetteer.FormName })
}

// onePhrase reports whether only one word of a name hangs from a word outside it, or all
// that do from the one behind it: "Tal Old Tuma village".
func (p *page) onePhrase(n *name) bool {
	outside, behind := 0, 0
	for _, t := range p.tokens(n.sentence)[n.first : n.last+1] {
		switch {
		case t.Head == n.last+1:
			behind = 1
		case t.Head < n.first || t.Head > n.last:
			outside++
		}
	}
	return outside+behind == 1
}

// unknown is the run of capitals that begins at a token, if it can be a name.
func (p *page) unknown(s, i int) (name, bool) {
	if !p.opens(s, i) || p.follows(s, i-1) || never[p.lower(s, i)] {
		return name{}, false
	}
	last := p.runEnd(s, i)
	n := p.run(s, i, last)
	if len(n.words) < 3 || strings.ToUpper(n.words) == n.words || !p.proper(s, i) && (i == 0 || i == last || !p.proper(s, last)) {
		return n, false // "in nearby Ma Tuma": a capital in the middle of a sentence, whatever "ma" is taken for
	}
	return n, !p.bodily(s, i, last)
}

// bodily reports whether a word of a body stands in a run of capitals or after
// it: "Varde County Sheriff", "Osney Hospital".
func (p *page) bodily(s, i, last int) bool {
	for ; i <= last+1; i++ {
		if word := p.word(s, i); i <= last && bodies[strings.ToLower(word)] || i > last && capital(word) {
			return true
		}
	}
	return false
}

// stoodAt reports whether a name stands alone behind "at" where something was done or lies:
// "shot down at Karvat", "a camp at Karvat". Who works at one is at a body.
func (p *page) stoodAt(n *name) bool {
	at := n.first - 1
	if p.lower(n.sentence, at) != "at" || !p.alone(n) {
		return false
	}
	if actor, _ := p.mention(n.span); actor != nil {
		return false
	}
	tokens := p.tokens(n.sentence)
	h := tokens[n.first].Head
	for range tokens {
		if h < n.first || h > n.last {
			break
		}
		h = tokens[h].Head
	}
	switch {
	case h < 0 || h >= len(tokens):
		return false
	case tokens[h].Tag == "VERB":
		return !attending[p.lemma(n.sentence, h)]
	}
	return placed[p.lemma(n.sentence, h)]
}

// settled are the words of kind that are enough for a place without a point.
func settled(k kindWord) bool {
	return k.word != "" && k.kind != "country" && k.kind != "road" && !loose[k.word]
}

// loose are words of kind that are said of other things, too: "the Osten front".
var loose = lists.Set("loose")

// runEnd is the last token of the run of capitals, at most three words long.
func (p *page) runEnd(s, i int) int {
	last := i
	if k := p.nameAt(s, i); k >= 0 && p.names[k].first == i {
		last = p.names[k].last
	}
	for j := last + 1; j < i+6 && j < len(p.tokens(s)); j++ {
		word := p.word(s, j)
		switch {
		case kindWords[strings.ToLower(word)].after:
			return last
		case capital(word) && (p.nameAt(s, j) < 0 || last < j-1 || openers[p.lower(s, i)] || p.ofKind(s, i, j) || p.endsIn(s, i, j)):
			last = j // "Qarshat al-Tuma" and "Um Tuma", though there is a Tuma
		case hyphens[word] && p.touch(s, j-1) && p.touch(s, j), articles[word]:
		default:
			return last
		}
	}
	return last
}

// endsIn reports whether a run of capitals is one phrase with a small place's name behind
// it: "Qarshat Tuma", though there is a village Tuma.
func (p *page) endsIn(s, first, at int) bool {
	n := &p.names[p.nameAt(s, at)]
	_, part := directions[strings.TrimSuffix(p.lower(s, first), ".")]
	if part || n.first != at || n.last != at || n.adjective || len(n.matches) == 0 {
		return false
	}
	if small := level(firsts(n.matches)); small != "village" && small != "town" {
		return false
	}
	run := p.run(s, first, n.last)
	return p.onePhrase(&run)
}

// ofKind reports whether a run of capitals is called a settlement, by a word before it or
// behind: "the village of Old Tuma", "Old Tuma village".
func (p *page) ofKind(s, first, last int) bool {
	before, after := kindWords[p.lower(s, first-2)], kindWords[p.lower(s, last+1)]
	return p.lower(s, first-1) == "of" && before.of && homes[before.kind] || after.after && homes[after.kind]
}

// homes are the kinds of place where people live.
var homes = words("city town village quarter")

// merge puts two lists of names into one, in the order of the text.
func merge(known, found []name) []name {
	out := make([]name, 0, len(known)+len(found))
	for len(known) > 0 || len(found) > 0 {
		switch {
		case len(found) == 0 || len(known) > 0 && known[0].span.Before(found[0].span):
			out, known = append(out, known[0]), known[1:]
		default:
			out, found = append(out, found[0]), found[1:]
		}
	}
	return out
}

// replaced drops the names of the gazetteer that lie in a longer run.
func replaced(known, found []name) []name {
	return slices.DeleteFunc(known, func(n name) bool {
		return slices.ContainsFunc(found, func(f name) bool { return f.span.Contains(n.span) })
	})
}
