package main

import (
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
)

// readLessons reads marked texts. Those whose treebank is given are parted into
// documents as it is.
func readLessons(paths []string, treebanks string) ([]name.Lesson, error) {
	laid := layouts{}
	for _, path := range strings.Split(treebanks, ",") {
		if err := laid.read(path); err != nil {
			return nil, err
		}
	}
	var out []name.Lesson
	for _, path := range paths {
		read := laid.lessons
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			read = readRe3d
		}
		lessons, err := read(path)
		if err != nil {
			return nil, err
		}
		out = append(out, lessons...)
	}
	return out, nil
}

// layouts are sentences by their words: what stands between them, and whether a
// document begins with them. Sentences of the same words take turns.
type layouts map[string][]layout

type layout struct {
	spaced []bool
	begins bool
}

func (l layouts) read(path string) error {
	if path == "" {
		return nil
	}
	text, err := readPacked(path)
	if err != nil {
		return err
	}
	for _, document := range strings.Split("\n"+text, "\n# newdoc")[1:] {
		bank, err := parseTreebank(strings.NewReader("# newdoc" + document + "\n\n"))
		if err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
		for i, tree := range bank.trees {
			key := ""
			for _, leaf := range tree {
				key += leaf.Form + "\t"
			}
			l[key] = append(l[key], layout{bank.spaced[i], i == 0})
		}
	}
	return nil
}

// take is the layout of a sentence; one that no treebank has is laid out as
// English is, a page of few sentences at a time.
func (l layouts) take(forms []string, count int) layout {
	const few = 12
	key := strings.Join(forms, "\t") + "\t"
	if all := l[key]; len(all) > 0 {
		if l[key] = all[1:]; len(all) == 1 {
			l[key] = all
		}
		return all[0]
	}
	out := layout{begins: count%few == 0}
	for i := range forms {
		out.spaced = append(out.spaced, i+1 == len(forms) || spaced(forms[i], forms[i+1]))
	}
	return out
}

// spaced reports whether English puts a space between two tokens.
func spaced(before, behind string) bool {
	r, _ := utf8.DecodeRuneInString(behind)
	switch {
	case strings.Contains(".,;:!?)]}%", behind), behind == "n't", r == '\'' || r == '’':
		return false
	case strings.Contains("([{$#", before), before == "-", before == "/":
		return false
	}
	return behind != "/" && behind != "-" || !unicode.IsLetter(r) && behind != "-"
}

// lessons reads a file of tokens and tags: "Sund	B-LOC", an empty line between
// sentences. Tags of other sorts than ours count as none.
func (l layouts) lessons(path string) ([]name.Lesson, error) {
	text, err := readPacked(path)
	if err != nil {
		return nil, err
	}
	var out []name.Lesson
	var m *marker
	for count, block := range strings.Split(strings.TrimSpace(strings.ReplaceAll(text, "\r", "")), "\n\n") {
		var forms, tags []string
		for _, line := range strings.Split(strings.Trim(block, "\n"), "\n") {
			form, tag, ok := strings.Cut(line, "\t")
			if !ok {
				return nil, fmt.Errorf("read %s: %q: want a token, a tab and a tag", path, line)
			}
			forms, tags = append(forms, form), append(tags, strings.TrimSpace(tag))
		}
		laid := l.take(forms, count)
		if m == nil || laid.begins {
			if m != nil {
				out = append(out, m.lesson())
			}
			m = &marker{}
		}
		m.add(forms, tags, laid)
	}
	if m != nil {
		out = append(out, m.lesson())
	}
	return out, nil
}

// A marker writes a page from its tokens.
type marker struct {
	text  strings.Builder
	trees []parse.Tree
	spans [][]stemma.Span
	names []name.Named
}

func (m *marker) add(forms, tags []string, laid layout) {
	var tree parse.Tree
	var spans []stemma.Span
	for i, form := range forms {
		spans = append(spans, stemma.Span{Start: m.text.Len(), End: m.text.Len() + len(form)})
		tree = append(tree, parse.Leaf{Form: form, Head: i - 1})
		m.text.WriteString(form)
		if laid.spaced[i] {
			m.text.WriteString(" ")
		}
	}
	m.text.WriteString("\n")
	m.trees, m.spans = append(m.trees, tree), append(m.spans, spans)
	for i, tag := range tags {
		mark, sort, _ := strings.Cut(tag, "-")
		inside := mark == "I" && i > 0 && tags[i-1] != "O" && strings.HasSuffix(tags[i-1], "-"+sort)
		switch {
		case !name.Sort(sort).Known():
		case inside:
			m.names[len(m.names)-1].End = spans[i].End
		default:
			m.names = append(m.names, name.Named{Span: spans[i], Sort: name.Sort(sort)})
		}
	}
}

// lesson is the page, its words tagged by the weights in the program, as they
// will be when names are looked for.
func (m *marker) lesson() name.Lesson {
	r := &stemma.Reading{Text: stemma.Text(m.text.String()), Language: "en", Read: true}
	for i, tree := range parse.Trained().ReadAll(m.trees) {
		s := stemma.Sentence{Region: -1, Span: m.spans[i][0].Join(m.spans[i][len(tree)-1])}
		for j, leaf := range tree {
			s.Tokens = append(s.Tokens, stemma.Token{Span: m.spans[i][j], Lemma: leaf.Lemma, Tag: leaf.Tag, Head: leaf.Head, Relation: leaf.Relation})
		}
		r.Syntax.Sentences = append(r.Syntax.Sentences, s)
	}
	return name.Lesson{Reading: r, Names: m.names}
}
