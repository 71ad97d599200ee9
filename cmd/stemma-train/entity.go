package main

import (
	"fmt"
	"regexp"
	"strings"

	"stemma"
)

// An annotated text is a document with who is meant where, as a person marked it.
type annotated struct {
	name     string
	text     stemma.Text
	mentions []mark
}

// A mark is a mention of an entity's, with what the score asks of it.
type mark struct {
	stemma.Span
	entity string
	kind   string // person, organization, place, …
	head   stemma.Span
	tag    string // of the head
	first  string // its first word, in small letters
	words  int
}

// readAnnotated reads the documents of a treebank whose last column says which
// entities begin and end at a word.
//
//	Entity=(7-person-new-…(9-organization-…)   one begins, another begins and ends
//	Entity=9)7)                                 both end
func readAnnotated(path string) ([]annotated, error) {
	text, err := readPacked(path)
	if err != nil {
		return nil, err
	}
	var out []annotated
	for _, part := range strings.Split("\n"+text, "\n# newdoc id = ")[1:] {
		document, err := annotate("# newdoc id = " + part)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		out = append(out, document)
	}
	return out, nil
}

func annotate(conllu string) (annotated, error) {
	bank, err := parseTreebank(strings.NewReader(conllu + "\n\n"))
	if err != nil {
		return annotated{}, err
	}
	text, laid := bank.lay()
	name, _, _ := strings.Cut(strings.TrimPrefix(conllu, "# newdoc id = "), "\n")
	e := entities{bank: bank, laid: laid, open: map[string][]opened{}}
	for _, line := range strings.Split(conllu, "\n") {
		if cells := strings.Split(line, "\t"); len(cells) > 9 && !strings.ContainsAny(cells[0], "-.") {
			e.word(cells[9])
		}
	}
	return annotated{name, text, e.mentions}, nil
}

// entities walks through the words of a document.
type entities struct {
	bank           treebank
	laid           [][]stemma.Span
	sentence, next int // of the word that comes
	open           map[string][]opened
	mentions       []mark
}

// opened is a mention whose end has not come.
type opened struct {
	at   int
	kind string
}

// bracket is one of "(7-person-…)", "(7-person-…" and "7)".
var bracket = regexp.MustCompile(`\(([^()]+)\)|\(([^()]+)|([^()]+)\)`)

func (e *entities) word(misc string) {
	if e.next == len(e.bank.trees[e.sentence]) {
		e.sentence, e.next, e.open = e.sentence+1, 0, map[string][]opened{}
	}
	_, value, _ := strings.Cut("|"+misc, "|Entity=")
	value, _, _ = strings.Cut(value, "|")
	for _, found := range bracket.FindAllStringSubmatch(value, -1) {
		switch {
		case found[1] != "":
			id, kind := identity(found[1])
			e.mention(opened{e.next, kind}, id)
		case found[2] != "":
			id, kind := identity(found[2])
			e.open[id] = append(e.open[id], opened{e.next, kind})
		default:
			id, _ := identity(found[3])
			if all := e.open[id]; len(all) > 0 {
				e.mention(all[len(all)-1], id)
				e.open[id] = all[:len(all)-1]
			}
		}
	}
	e.next++
}

func identity(field string) (id, kind string) {
	id, rest, _ := strings.Cut(field, "-")
	kind, _, _ = strings.Cut(rest, "-")
	id, _, _ = strings.Cut(id, "[") // "7[1/2]": a part of a mention
	return id, kind
}

func (e *entities) mention(from opened, id string) {
	tree, spans := e.bank.trees[e.sentence], e.laid[e.sentence]
	head := e.next
	for i := from.at; i <= e.next; i++ {
		if tree[i].Head < from.at || tree[i].Head > e.next {
			head = i
			break
		}
	}
	e.mentions = append(e.mentions, mark{
		Span: spans[from.at].Join(spans[e.next]), entity: id, kind: from.kind, head: spans[head],
		tag: tree[head].Tag, first: strings.ToLower(tree[from.at].Form), words: e.next - from.at + 1,
	})
}
