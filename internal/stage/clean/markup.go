package clean

import (
	_ "embed"
	"hash/fnv"
	"iter"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed markup.tsv
var markupTable string

// A meaning is what the names of the elements around a block say of it.
type meaning struct {
	kind   stemma.RegionKind
	form   stemma.ResidueForm
	strong bool // outweighs the extractor and the look of the words
	word   string
}

// vocabulary is what words of names, ids and classes mean: whole words, words
// that begin with one ("comment*") and words that end with one ("*comment").
type vocabulary struct {
	whole      map[string]meaning
	begin, end []meaning
}

var meanings = sync.OnceValue(readMarkup)

func readMarkup() vocabulary {
	v := vocabulary{whole: map[string]meaning{}}
	for _, row := range table.Embedded("markup.tsv", markupTable, "word", "means", "strength", "note") {
		m := meaning{strong: row.Cell("strength") == "strong", word: row.Cell("word")}
		switch kind := stemma.RegionKind(row.Cell("means")); kind {
		case stemma.RegionComment, stemma.RegionCaption, stemma.RegionByline, stemma.RegionDateline, stemma.RegionBody, stemma.RegionTitle:
			m.kind = kind
		default:
			m.kind, m.form = stemma.RegionResidue, stemma.ResidueForm(kind)
		}
		switch word := m.word; {
		case strings.HasSuffix(word, "*"):
			m.word = strings.TrimSuffix(word, "*")
			v.begin = append(v.begin, m)
		case strings.HasPrefix(word, "*"):
			m.word = strings.TrimPrefix(word, "*")
			v.end = append(v.end, m)
		default:
			v.whole[word] = m
		}
	}
	return v
}

// interpret gives every line the meaning of the elements around it. An element
// that holds most of the article says nothing about one block of it: pages name
// their outermost elements after everything they can hold ("has-sidebar").
func (p *page) interpret() {
	trunk := p.trunk()
	p.stem = p.holding(trunk)
	known := map[string]meaning{}
	for i := range p.lines {
		path := p.lines[i].Path
		m, ok := known[path]
		if !ok {
			m = innermost(path, trunk)
			known[path] = m
		}
		p.lines[i].means = m
	}
}

// A branch names an element by the beginning of a path that ends with it.
type branch uint64

// branches are the elements of a path, outermost first, each with the offset at
// which its segment ends.
func branches(path string) iter.Seq2[branch, int] {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	return func(yield func(branch, int) bool) {
		h := uint64(offset)
		for i := range len(path) {
			if path[i] == ' ' && !yield(branch(h), i) {
				return
			}
			h = (h ^ uint64(path[i])) * prime
		}
		yield(branch(h), len(path))
	}
}

// trunk is the set of elements that hold most of the article.
func (p *page) trunk() map[branch]bool {
	weight, total := map[branch]int{}, 0
	kept := p.kept()
	for i := range p.lines {
		l := &p.lines[i]
		if !l.prose() || kept && !l.Kept {
			continue
		}
		total += l.count
		for b := range branches(l.Path) {
			weight[b] += l.count
		}
	}
	trunk := map[branch]bool{}
	for b, n := range weight {
		if n*2 > total {
			trunk[b] = true
		}
	}
	return trunk
}

// A stem is the innermost element that holds most of the article, with the
// first and the last line that the extractor keeps in it.
type stem struct {
	path        string
	first, last int
	made        map[string]int // kept lines of prose, by the shape of their elements
}

// holding is the stem of a page; nil if the extractor found no article.
func (p *page) holding(trunk map[branch]bool) *stem {
	var s *stem
	for i := range p.lines {
		l := &p.lines[i]
		if !l.Kept || !l.prose() {
			continue
		}
		if s == nil {
			s = &stem{first: i, made: map[string]int{}}
		}
		s.last = i
		if made := shape(l.Path); made != "" {
			s.made[made]++
		}
		for b, end := range branches(l.Path) {
			if trunk[b] && end > len(s.path) {
				s.path = l.Path[:end]
			}
		}
	}
	return s
}

// kept reports whether the extractor found an article at all.
func (p *page) kept() bool {
	for i := range p.lines {
		if p.lines[i].Kept && p.lines[i].prose() {
			return true
		}
	}
	return false
}

// innermost is the meaning of the innermost element outside the trunk that has
// one; a strong one further out outweighs a weak one.
func innermost(path string, trunk map[branch]bool) meaning {
	var best meaning
	start := 0
	for b, end := range branches(path) {
		segment := path[start:end]
		start = min(end+1, len(path))
		if trunk[b] {
			continue
		}
		if m := meant(segment); m.kind != "" && (m.strong || !best.strong) {
			best = m
		}
	}
	return best
}

// meant is the meaning of one element, the strongest of its words. Names made
// from a report's heading ("what-comes-next-for-us") say what it is about.
func meant(segment string) meaning {
	const title = 5 // words; no element's own name is so long
	var best meaning
	for name := range strings.FieldsFuncSeq(segment, func(r rune) bool { return r == '#' || r == '.' }) {
		words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
		if len(words) >= title || len(words) > 1 && beside[words[0]] {
			continue
		}
		for i := range words {
			best = best.with(words, i)
		}
	}
	return best
}

// with is the meaning of an element so far, or that of one more of its words, alone or
// joined to the word before it: "author-box" is no author.
func (m meaning) with(words []string, i int) meaning {
	if word, ok := lookup(words[i]); ok && m.yields(word) {
		m = word
	}
	if both := joined(words, i); both.strong && !m.strong {
		return both
	}
	return m
}

// yields reports whether the meaning of a word gives way to that of one behind it.
func (m meaning) yields(to meaning) bool { return m.kind == "" || to.strong && !m.strong }

// joined is what a word means with the one before it.
func joined(words []string, i int) meaning {
	if i == 0 {
		return meaning{}
	}
	return meanings().whole[words[i-1]+words[i]]
}

// beside are the first words of names that say what an element is about or what
// it stands by, and not what it is: "tag-comment-row", "above-footer", "has-sidebar".
var beside = map[string]bool{
	"tag": true, "category": true, "above": true, "before": true, "after": true, "below": true, "has": true, "with": true, "without": true, "no": true,
}

func lookup(word string) (meaning, bool) {
	v := meanings()
	if m, ok := v.whole[word]; ok {
		return m, true
	}
	for _, m := range v.begin {
		if strings.HasPrefix(word, m.word) {
			return m, true
		}
	}
	for _, m := range v.end {
		if strings.HasSuffix(word, m.word) {
			return m, true
		}
	}
	return meaning{}, false
}

// marked labels the lines of a page that the names of its elements give away.
func (p *page) marked() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.Thread {
			l.label(stemma.RegionComment, "", "marked up as a comment")
		}
		if p.heeded(i) {
			p.labelByMarkup(i)
		}
	}
}

// heeded reports whether what the elements of a line are called says what it is. The
// headline stays one, and prose within the report gives way to strong words alone.
func (p *page) heeded(i int) bool {
	l := &p.lines[i]
	m := l.means
	if m.kind == "" || l.Heading == 1 && m.kind != stemma.RegionComment {
		return false
	}
	return m.strong || m.kind == stemma.RegionByline || !l.prose() || !p.within(i)
}

// labelByMarkup labels one line as its elements are called.
func (p *page) labelByMarkup(i int) {
	l := &p.lines[i]
	switch m := l.means; {
	case m.kind == stemma.RegionDateline, m.kind == stemma.RegionTitle: // told in the head, where they mean this report
	case m.form == stemma.FormCredit && named(l) && p.titled >= 0 && i > p.titled && i <= p.titled+below:
		l.label(stemma.RegionByline, "", "a name by the headline, markup: "+m.word)
	case m.kind == stemma.RegionByline:
		if l.ended() && l.count >= sentence {
			l.label(stemma.RegionResidue, stemma.FormCredit, "about the writer: "+m.word)
		}
	case m.kind == stemma.RegionCaption:
		if l.count <= caption && p.picture(i) {
			l.label(stemma.RegionCaption, "", "markup: "+m.word)
		}
	default:
		l.label(m.kind, m.form, "markup: "+m.word)
	}
}

// caption is how many words one has at the most; longer ones are the report.
const caption = 80

// picture reports whether a caption stands by the report and not in a menu.
func (p *page) picture(i int) bool { return p.lines[i].Kept || p.within(i) }

func markupVersion() string {
	h := fnv.New64a()
	h.Write([]byte(markupTable))
	return strconv.FormatUint(h.Sum64(), 36)
}
