package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/stage/parse"
)

// The treebanks hold little newswire; what they lack is written as a grammar,
// and trees drawn from it are learned beside theirs.
//
//go:embed newswire.grammar
var newswireGrammar string

// A grammar writes sentences together with their trees.
type grammar struct {
	rules     map[string][][]part
	words     map[string][2]string  // tag and finer tag
	entries   map[string][][]string // forms of verbs and nouns
	syllables []string
	random    *rand.Rand
}

func drawNewswire(n int, seed uint64) ([]parse.Tree, error) {
	g, err := newGrammar(newswireGrammar, seed)
	if err != nil {
		return nil, err
	}
	return g.trees(n)
}

// A part of a rule: what stands there, and its relation to the head, "*".
type part struct{ relation, what string }

func newGrammar(text string, seed uint64) (*grammar, error) {
	g := &grammar{map[string][][]part{}, map[string][2]string{}, map[string][][]string{}, nil, rand.New(rand.NewPCG(seed, 2))}
	for i, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, rest, ok := strings.Cut(line, ": ")
		if !ok {
			return nil, fmt.Errorf("read grammar line %d: no colon", i+1)
		}
		if err := g.define(strings.Fields(name), strings.TrimSpace(rest)); err != nil {
			return nil, fmt.Errorf("read grammar line %d: %w", i+1, err)
		}
	}
	return g, nil
}

func (g *grammar) define(name []string, rest string) error {
	switch {
	case name[0] == "syllables":
		g.syllables = strings.Fields(rest)
	case len(name) == 2 && name[0] == "word":
		tag, fine, _ := strings.Cut(rest, " ")
		g.words[name[1]] = [2]string{tag, fine}
	case len(name) == 2: // verb, noun
		for _, entry := range strings.Split(rest, ", ") {
			g.entries[name[1]] = append(g.entries[name[1]], strings.Fields(entry))
		}
	default:
		parts, err := partsOf(rest)
		g.rules[name[0]] = append(g.rules[name[0]], parts)
		return err
	}
	return nil
}

func partsOf(rule string) ([]part, error) {
	var parts []part
	heads := 0
	for _, field := range strings.Fields(rule) {
		colon := strings.LastIndexByte(field, ':')
		if colon <= 0 {
			return nil, fmt.Errorf("part %q has no relation", field)
		}
		parts = append(parts, part{field[:colon], field[colon+1:]})
		heads += one(field[:colon] == "*")
	}
	if heads != 1 {
		return nil, fmt.Errorf("%d heads in %q", heads, rule)
	}
	return parts, nil
}

// trees draws n sentences.
func (g *grammar) trees(n int) ([]parse.Tree, error) {
	var trees []parse.Tree
	for range n {
		tree, root, err := g.write(nil, "S")
		if err != nil {
			return nil, err
		}
		tree[root].Head, tree[root].Relation = stemma.Root, "root"
		tree = tidy(tree)
		first, width := utf8.DecodeRuneInString(tree[0].Form)
		tree[0].Form = string(unicode.ToUpper(first)) + tree[0].Form[width:]
		trees = append(trees, tree)
	}
	return trees, nil
}

// write appends what a symbol stands for and returns the index of its head.
func (g *grammar) write(tree parse.Tree, symbol string) (parse.Tree, int, error) {
	choices := g.rules[symbol]
	if len(choices) == 0 {
		return nil, 0, fmt.Errorf("the grammar has no %s", symbol)
	}
	parts := choices[g.random.IntN(len(choices))]
	heads := make([]int, len(parts))
	top := 0
	for i, p := range parts {
		var err error
		if tree, heads[i], err = g.put(tree, p.what); err != nil {
			return nil, 0, err
		}
		if p.relation == "*" {
			top = heads[i]
		}
	}
	for i, p := range parts {
		if p.relation != "*" {
			tree[heads[i]].Head, tree[heads[i]].Relation = top, p.relation
		}
	}
	return tree, top, nil
}

// put appends a word or what a symbol stands for.
func (g *grammar) put(tree parse.Tree, what string) (parse.Tree, int, error) {
	symbol, ok := strings.CutPrefix(what, "$")
	if ok && g.rules[symbol] != nil {
		return g.write(tree, symbol)
	}
	leaf, err := g.leaf(what, symbol, ok)
	return append(tree, leaf), len(tree), err
}

func (g *grammar) leaf(what, symbol string, drawn bool) (parse.Leaf, error) {
	if drawn {
		if name, fine, ok := strings.Cut(symbol, "."); ok && g.entries[name] != nil {
			return g.inflected(name, fine), nil
		}
		return g.invented(symbol)
	}
	form, tags, ok := strings.Cut(what, "/")
	tag, fine, _ := strings.Cut(tags, "/")
	if !ok {
		known, found := g.words[what]
		if !found {
			return parse.Leaf{}, fmt.Errorf("the grammar has no word %q", what)
		}
		tag, fine = known[0], known[1]
	}
	form, _, _ = strings.Cut(form, "_")
	return parse.Leaf{Form: form, Tag: tag, Fine: fine}, nil
}

// formIndex is where a finer tag's form stands in an entry.
var formIndex = map[string]int{"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 3, "VBG": 4, "NN": 0, "NNS": 1}

func (g *grammar) inflected(name, fine string) parse.Leaf {
	entry := g.entries[name][g.random.IntN(len(g.entries[name]))]
	tag := "NOUN"
	if strings.HasPrefix(fine, "VB") {
		tag = "VERB"
	}
	return parse.Leaf{Form: entry[formIndex[fine]], Tag: tag, Fine: fine}
}

func (g *grammar) invented(symbol string) (parse.Leaf, error) {
	number := func(low, high int) parse.Leaf {
		return parse.Leaf{Form: strconv.Itoa(low + g.random.IntN(high-low)), Tag: "NUM", Fine: "CD"}
	}
	switch symbol {
	case "Number":
		return number(2, 700), nil
	case "Day":
		return number(1, 32), nil
	case "Year":
		return number(1980, 2030), nil
	case "Name":
		return parse.Leaf{Form: g.name(), Tag: "PROPN", Fine: "NNP"}, nil
	case "Demonym":
		return parse.Leaf{Form: g.name() + []string{"ian", "i", "ese", "ish"}[g.random.IntN(4)], Tag: "ADJ", Fine: "JJ"}, nil
	}
	return parse.Leaf{}, fmt.Errorf("the grammar has no $%s", symbol)
}

func (g *grammar) name() string {
	name := ""
	for range 2 + g.random.IntN(2) {
		name += g.syllables[g.random.IntN(len(g.syllables))]
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// tidy drops the comma that an apposition leaves before another mark.
func tidy(tree parse.Tree) parse.Tree {
	for i := 0; i+1 < len(tree); i++ {
		if next := tree[i+1].Form; tree[i].Form == "," && (next == "," || next == ".") {
			tree = without(tree, i)
			i--
		}
	}
	return tree
}

func without(tree parse.Tree, i int) parse.Tree {
	tree = append(tree[:i], tree[i+1:]...)
	for j := range tree {
		if tree[j].Head > i {
			tree[j].Head--
		}
	}
	return tree
}
