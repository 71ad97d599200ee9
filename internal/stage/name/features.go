package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/learn"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
)

// A seen is what a token shows by itself and in the books, as fingerprints.
type seen struct {
	form, lower    uint64
	shape, outline uint64 // "Xxx-Xx", "X-X"
	prefix, suffix [5]uint64
	tag            uint64
	actor          uint64 // what the book of actors makes of it, and where in the name
	nation         uint64
	place          uint64
	known          uint64 // what the list of known names makes of it, and where in the name
	role           uint64 // how it stands in known names
	word           uint64 // what sort of word it is: a title, a given name, …
	capital        bool
}

// edge stands for the tokens before and behind a sentence.
var edge = seen{form: 1, lower: 1, shape: 1, outline: 1, tag: 1}

// A gaze is a tagger with a page before it.
type gaze struct {
	*Tagger
	page      *page
	sorts     map[string]string // of places, by names looked up before
	sentences [][]seen
	again     map[uint64][]spot // where each capitalised word stands
}

// A spot is a token's sentence and index.
type spot struct{ sentence, token int }

// look takes in a page.
func (t *Tagger) look(p *page) *gaze {
	g := &gaze{Tagger: t, page: p, sorts: map[string]string{}, again: map[uint64][]spot{}}
	for i, s := range p.sentences {
		g.sentences = append(g.sentences, g.sentence(s))
		for j, o := range g.sentences[i] {
			if o.capital {
				g.again[o.lower] = append(g.again[o.lower], spot{i, j})
			}
		}
	}
	return g
}

// sentence is what the tokens of a sentence show.
func (g *gaze) sentence(s *sentence) []seen {
	out := make([]seen, len(s.Tokens))
	for i, token := range s.Tokens {
		out[i] = spelled(g.page.r.Words(token.Span))
		out[i].tag = learn.Hash(token.Tag)
	}
	g.lookUp(s, out)
	return out
}

// spelled is what a token's letters show.
func spelled(form string) seen {
	lower := strings.ToLower(form)
	o := seen{form: learn.Hash(form), lower: learn.Hash(lower)}
	shape, outline := shapes(form)
	o.shape, o.outline = learn.Hash(shape), learn.Hash(outline)
	for n, cut := 1, 0; n < len(o.prefix); n++ {
		if cut < len(lower) {
			_, width := utf8.DecodeRuneInString(lower[cut:])
			cut += width
		}
		o.prefix[n] = learn.Hash(lower[:cut])
	}
	for n, cut := 1, len(lower); n < len(o.suffix); n++ {
		if cut > 0 {
			_, width := utf8.DecodeLastRuneInString(lower[:cut])
			cut -= width
		}
		o.suffix[n] = learn.Hash(lower[cut:])
	}
	r, _ := utf8.DecodeRuneInString(form)
	o.capital = unicode.IsUpper(r)
	return o
}

// shapes are the kinds of a word's characters, and the same without repeats:
// "McNair-2" → "XxXxxx-d", "XxXx-d".
func shapes(form string) (shape, outline string) {
	var all, short []rune
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLower(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = 'd'
		}
		if len(all) < 8 {
			all = append(all, r)
		}
		if len(short) == 0 || short[len(short)-1] != r {
			short = append(short, r)
		}
	}
	return string(all), string(short)
}

// lookUp adds what the books and the lists of words say.
func (g *gaze) lookUp(s *sentence, out []seen) {
	actorOf := func(words []actors.Word) (string, int) { return actorSort(g.book.Find(words)) }
	s.markEach(actorOf, func(i int, mark uint64) { out[i].actor = mark })
	s.markEach(knownSort, func(i int, mark uint64) { out[i].known = mark })
	s.markEach(g.nationSort, func(i int, mark uint64) { out[i].nation = mark })
	for w := range s.words {
		if s.token[w] < 0 {
			continue
		}
		out[s.token[w]].word = g.wordSort(s, w)
		if s.words[w].Form != actors.Small {
			out[s.token[w]].role = known().role(s.key(w))
		}
	}
	g.lookUpPlaces(s, out)
}

// markEach marks all runs of words of which look knows what they are together, from
// left to right, none within another.
func (s *sentence) markEach(look func([]actors.Word) (sort string, words int), give func(i int, mark uint64)) {
	for w := 0; w < len(s.words); {
		n := 0
		if s.token[w] >= 0 {
			var sort string
			if sort, n = look(s.words[w:]); n > 0 {
				s.mark(w, w+n, sort, give)
			}
		}
		w += max(1, n)
	}
}

// actorSort is the kind of the actor that words name, with a mark where the book is
// not sure that they do.
func actorSort(find actors.Find) (string, int) {
	if find.Words == 0 {
		return "", 0
	}
	sort := string(find.Entries[0].Kind)
	if find.Shy() || find.Acronym {
		sort += "?"
	}
	return sort, find.Words
}

// knownSort is the list of names that words stand in.
func knownSort(words []actors.Word) (string, int) {
	if words[0].Form == actors.Small {
		return "", 0
	}
	list, n := known().longest(words)
	return string(list), n
}

// mark gives the tokens of some words a mark for what they are together and
// where in it each stands.
func (s *sentence) mark(from, to int, sort string, give func(i int, mark uint64)) {
	at := "whole "
	for w := from; w < to; w++ {
		switch {
		case to-from > 1 && w == from:
			at = "first "
		case w == to-1 && to-from > 1:
			at = "last "
		case to-from > 1:
			at = "inner "
		}
		if s.token[w] >= 0 {
			give(s.token[w], learn.Hash(at+sort))
		}
	}
}

// nationSort is what words have to do with a state.
func (g *gaze) nationSort(words []actors.Word) (string, int) {
	if words[0].Form == actors.Small {
		return "", 0
	}
	sort, n := "", 0
	for _, look := range []struct {
		sort string
		find func([]actors.Word) (*actors.State, int)
	}{{"state", g.book.State}, {"seat", g.book.Seat}, {"adjective", g.book.Adjective}, {"people", g.book.People}} {
		if _, length := look.find(words); length > n {
			sort, n = look.sort, length
		} else if length == n && n > 0 {
			sort += " " + look.sort
		}
	}
	return sort, n
}

// wordSort is what sort of word a word is.
func (g *gaze) wordSort(s *sentence, w int) uint64 {
	sort := ""
	if _, given := actors.Given(s.words[w]); given && s.words[w].Form != actors.Small {
		sort += "given "
	}
	if _, n := actors.TitleAt(s.words[w:]); n > 0 || s.titleEnding(w+1) > 0 {
		sort += "title "
	}
	if _, head := actors.Head(s.words[w]); head {
		sort += "head "
	}
	if _, n := actors.GroupAt(s.words[w : w+1]); n > 0 {
		sort += "group "
	}
	if geographic[s.key(w)] {
		sort += "geographic "
	}
	if calendar[s.key(w)] || works[s.key(w)] {
		sort += "work "
	}
	if s.words[w].Form != actors.Small && g.page.small[s.key(w)] {
		sort += "small "
	}
	if actors.Particle(s.key(w)) {
		sort += "particle "
	}
	return learn.Hash(sort)
}

// lookUpPlaces marks the longest names of places.
func (g *gaze) lookUpPlaces(s *sentence, out []seen) {
	for w := 0; w < len(s.words); w++ {
		if s.words[w].Form == actors.Small {
			w += g.smallPlace(s, w, out)
			continue
		}
		if s.words[w].Form == actors.Figure {
			continue
		}
		for n := min(4, len(s.words)-w); n > 0; n-- {
			if s.words[w+n-1].Form == actors.Small || s.broken(w, n) {
				continue
			}
			if sort := g.placeSort(g.page.r.Words(s.span(w, w+n))); sort != "" {
				s.mark(w, w+n, sort, func(i int, mark uint64) { out[i].place = mark })
				w += n - 1
				break
			}
		}
	}
}

// smallPlace marks the name of a well-known place that a careless writer began
// with a small letter, "in tampa bay", and returns how many more words it takes.
func (g *gaze) smallPlace(s *sentence, w int, out []seen) int {
	for n := min(2, len(s.words)-w); n > 0; n-- {
		if !s.tag(w+n-1, "PROPN", "NOUN") || s.broken(w, n) || s.words[w+n-1].Form != actors.Small {
			continue
		}
		sort := g.placeSort(g.page.r.Words(s.span(w, w+n)))
		if sort == "country" || sort == "province" || sort == "seat" || sort == "city" {
			s.mark(w, w+n, "small "+sort, func(i int, mark uint64) { out[i].place = mark })
			return n - 1
		}
	}
	return 0
}

// broken reports whether a mark stands between some words.
func (s *sentence) broken(w, n int) bool {
	for i := w + 1; i < w+n; i++ {
		if s.words[i].Break || s.words[i-1].Possessive {
			return true
		}
	}
	return false
}

// placeSort is what sort of place bears a name most often; "" if none does.
func (g *gaze) placeSort(name string) string {
	if sort, known := g.sorts[name]; known {
		return sort
	}
	sort := ""
	if match, ok := g.places.Likeliest(name); ok {
		sort = sortOf(match)
	}
	g.sorts[name] = sort
	return sort
}

// sortOf is what sort of place the gazetteer has, as far as that tells names apart.
func sortOf(m gazetteer.Match) string {
	switch {
	case m.Kind == "country" || m.Unit():
		return m.Kind
	case m.Capital || m.Seat:
		return "seat"
	case m.People >= 100_000:
		return "city"
	case m.People >= 10_000:
		return "town"
	case m.Settlement():
		return "village"
	}
	return "land"
}

// features are those of a token.
func (g *gaze) features(into []learn.Feature, here spot) []learn.Feature {
	shouted := uint64(0)
	if g.page.sentences[here.sentence].headline {
		shouted = 1
	}
	all := g.sentences[here.sentence]
	if quiet(all, here.token) {
		return faint(into, all, here.token)
	}
	into = own(into, all, here.token, shouted)
	if !all[here.token].capital {
		return into
	}
	met := 0
	for _, there := range g.again[all[here.token].lower] {
		if there != here && met < mostAgain {
			into = elsewhere(into, g.sentences[there.sentence], there.token)
			met++
		}
	}
	return into
}

// mostAgain is how many other places of a word are looked at.
const mostAgain = 4

// at is what is seen of a token, or of the edge beyond the first and the last.
func at(all []seen, i int) *seen {
	if i < 0 || i >= len(all) {
		return &edge
	}
	return &all[i]
}

// quiet reports whether no capital and no place stands at a token or beside it.
// Two of three tokens are quiet and hardly ever in a name, so that a few features
// do.
func quiet(all []seen, i int) bool {
	for j := i - 1; j <= i+1; j++ {
		if o := at(all, j); o.capital || o.place != 0 {
			return false
		}
	}
	return true
}

// faint are the features of a quiet token, some of its own: what "visit" is
// tells what "Visit" is.
func faint(into []learn.Feature, all []seen, i int) []learn.Feature {
	w, a, b := at(all, i), at(all, i-1), at(all, i+1)
	one := learn.One
	return append(into, one(0, 0), one(2, w.lower), one(3, w.shape), one(5, w.tag), one(12, w.suffix[3]), one(14, a.lower), one(15, b.lower), one(35, w.place))
}

// elsewhere are the features that a word brings from another place of the page:
// what is "Colonel Tveit" there is a person where it is but "Tveit".
func elsewhere(into []learn.Feature, all []seen, i int) []learn.Feature {
	w, a, b := at(all, i), at(all, i-1), at(all, i+1)
	one, two := learn.One, learn.Two
	return append(into,
		one(80, a.lower), one(81, b.lower), two(82, a.outline, b.outline), one(83, a.word), one(84, b.word),
		one(85, w.place), one(86, w.actor), one(87, w.tag), one(88, a.place), one(89, b.place), one(90, a.role), one(91, b.role),
	)
}

// own are the features of a token where it stands.
func own(into []learn.Feature, all []seen, i int, shouted uint64) []learn.Feature {
	w, a, b, c, d := at(all, i), at(all, i-1), at(all, i+1), at(all, i-2), at(all, i+2)
	one, two, three := learn.One, learn.Two, learn.Three
	return append(into,
		one(0, 0), one(1, w.form), one(2, w.lower), one(3, w.shape), two(4, w.outline, shouted), one(5, w.tag),
		one(6, w.prefix[1]), one(7, w.prefix[2]), one(8, w.prefix[3]), one(9, w.prefix[4]),
		one(10, w.suffix[1]), one(11, w.suffix[2]), one(12, w.suffix[3]), one(13, w.suffix[4]),
		one(14, a.lower), one(15, b.lower), one(16, c.lower), one(17, d.lower),
		two(18, a.lower, w.lower), two(19, w.lower, b.lower), two(20, a.lower, b.lower), two(21, c.lower, a.lower), two(22, b.lower, d.lower),
		two(23, a.outline, w.outline), two(24, w.outline, b.outline), three(25, a.outline, w.outline, b.outline),
		two(26, a.tag, w.tag), two(27, w.tag, b.tag), three(28, a.tag, w.tag, b.tag), one(29, a.suffix[3]), one(30, b.suffix[3]),
		two(31, a.lower, w.outline), two(32, b.lower, w.outline),
		one(33, w.actor), one(34, w.nation), one(35, w.place), one(36, w.word),
		one(37, a.actor), one(38, b.actor), one(39, a.nation), one(40, b.nation), one(41, a.place), one(42, b.place), one(43, a.word), one(44, b.word),
		two(45, w.actor, w.tag), two(46, w.nation, w.tag), two(47, w.place, w.tag), two(48, w.word, w.tag),
		two(49, a.word, w.word), two(50, w.word, b.word), two(51, w.place, w.word), two(52, w.place, a.lower), two(53, w.nation, b.tag),
		two(54, w.place, w.nation), two(55, w.actor, w.place), two(56, a.word, w.outline), two(57, b.word, w.outline), two(58, w.suffix[3], w.outline),
		one(59, c.word), one(60, d.word), two(61, w.place, b.place), two(62, a.place, w.place),
		one(63, w.known), one(64, a.known), one(65, b.known), two(66, w.known, w.place), two(67, w.known, w.tag),
		one(68, w.role), two(69, a.role, w.role), two(70, w.role, b.role), two(71, w.role, w.word), two(72, w.role, w.place),
		three(73, a.role, w.role, b.role), two(74, w.role, w.outline),
	)
}
