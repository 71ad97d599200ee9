package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/reference/noun"
)

// sortNouns writes which nouns name persons, buildings, vessels and so on, as
// WordNet has them.
//
//	apt-get download wordnet-base && dpkg-deb -x wordnet-base*.deb .
//	stemma-train nouns -wordnet usr/share/wordnet -out internal/reference/noun
func sortNouns(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("nouns", flag.ContinueOnError)
	flags.SetOutput(stderr)
	from := flags.String("wordnet", "", "folder of WordNet's data.noun, index.noun and cntlist.rev")
	out := flags.String("out", "", "folder for kinds.tsv")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *from == "" || *out == "" {
		return errors.New(usage)
	}
	book, err := openWordnet(*from)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*out, "kinds.tsv"), book.table(), 0o644)
}

// kindRoots are the senses under which all of a kind lie, as WordNet numbers them.
var kindRoots = map[string]noun.Kind{
	"person 1": noun.Person, "operator 2": noun.Person, "people 1": noun.Person, "soldier 1": noun.Soldier, "serviceman 1": noun.Soldier, "lawman 1": noun.Policeman,
	"spiritual_leader 1": noun.Leader, "official 1": noun.Leader, "head 4": noun.Leader, "diplomat 1": noun.Leader,
	"president 1": noun.Leader, "legislator 1": noun.Leader, "negotiator 1": noun.Leader, "sovereign 1": noun.Leader, "clergyman 1": noun.Leader,
	"structure 1": noun.Building, "room 1": noun.Building, "workplace 1": noun.Building, "facility 1": noun.Building, "platform 1": noun.Building, "road 1": noun.Road, "way 6": noun.Road,
	"vehicle 1": noun.Vehicle, "vessel 2": noun.Ship, "aircraft 1": noun.Aircraft, "weapon 1": noun.Weapon,
	"animal 1": noun.Animal, "executive 1": noun.Person,
	"instrumentality 3": noun.Goods, "commodity 1": noun.Goods, "fabric 1": noun.Goods, "food 1": noun.Goods, "food 2": noun.Goods, "decoration 1": noun.Goods,
}

// whole is the kind of which another is a part, where there is one.
var whole = map[noun.Kind]noun.Kind{
	noun.Soldier: noun.Person, noun.Policeman: noun.Person, noun.Leader: noun.Person, noun.Ship: noun.Vehicle, noun.Aircraft: noun.Vehicle,
}

// A synset is one meaning and the words that have it.
type synset struct {
	file  string
	words map[string]string // word to its number in the file
	over  []string          // the meanings above it
	name  bool              // of one thing in the world: "Everest"
}

// A nounbook is WordNet's nouns: their meanings, the most usual first.
type nounbook struct {
	senses  map[string][]string
	synsets map[string]synset
	counts  map[string]int
	roots   map[string]noun.Kind
}

func openWordnet(folder string) (*nounbook, error) {
	b := &nounbook{map[string][]string{}, map[string]synset{}, map[string]int{}, map[string]noun.Kind{}}
	for name, read := range map[string]func([]string){"data.noun": b.readSynset, "index.noun": b.readSenses, "cntlist.rev": b.readCount} {
		file, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if !strings.HasPrefix(lines.Text(), " ") { // the licence stands in lines that begin so
				read(strings.Fields(lines.Text()))
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	for root, kind := range kindRoots {
		word, number, _ := strings.Cut(root, " ")
		n, _ := strconv.Atoi(number)
		b.roots[b.senses[word][n-1]] = kind
	}
	return b, nil
}

// readSynset reads "00007846 03 n 03 person 0 … 013 @ 00004475 n 0000 … | gloss".
func (b *nounbook) readSynset(f []string) {
	s := synset{file: f[1], words: map[string]string{}}
	count, _ := strconv.ParseInt(f[3], 16, 0)
	at := 4
	for ; count > 0; count-- {
		s.words[f[at]] = f[at+1]
		at += 2
	}
	pointers, _ := strconv.Atoi(f[at])
	for at++; pointers > 0; pointers-- {
		s.name = s.name || f[at] == "@i"
		if f[at] == "@" {
			s.over = append(s.over, f[at+1])
		}
		at += 4
	}
	b.synsets[f[0]] = s
}

// readSenses reads "sawyer n 2 1 @ 2 0 10560637 02180427".
func (b *nounbook) readSenses(f []string) {
	senses, _ := strconv.Atoi(f[2])
	b.senses[f[0]] = f[len(f)-senses:]
}

// readCount reads "person%1:03:00:: 1 6833".
func (b *nounbook) readCount(f []string) {
	b.counts[f[0]], _ = strconv.Atoi(f[2])
}

// kindOf is the kind under which a meaning lies: that of the nearest root.
func (b *nounbook) kindOf(sense string) noun.Kind {
	for row, seen := []string{sense}, 0; seen < len(row) && seen < 100; seen++ {
		if kind := b.roots[row[seen]]; kind != "" {
			return kind
		}
		row = append(row, b.synsets[row[seen]].over...)
	}
	return noun.Thing
}

// kind is what a noun names, if its most usual meaning does, and nearly all the others
// with it: a "plant" is not to be told from its flowers.
func (b *nounbook) kind(word string) noun.Kind {
	const enough = 0.65
	first, of, all := noun.Kind(""), 0.0, 0.0
	for rank, sense := range b.senses[word] {
		s := b.synsets[sense]
		number, common := s.words[word]
		if !common || s.name {
			continue
		}
		id, _ := strconv.ParseInt(number, 16, 0)
		weight := float64(b.counts[fmt.Sprintf("%s%%1:%s:%02d::", word, s.file, id)]) + 1/float64(rank+1)
		kind := b.kindOf(sense)
		first = cmp.Or(first, kind)
		if all += weight; kind == first || cmp.Or(whole[kind], kind) == cmp.Or(whole[first], first) {
			of += weight
		}
	}
	if all > 0 && of < enough*all {
		return noun.Thing
	}
	return first
}

// table is the nouns of every kind, a row for each first letter. Of things it holds
// those that end like words for persons.
func (b *nounbook) table() []byte {
	words := map[noun.Kind][]string{}
	for word := range b.senses {
		if kind := b.kind(word); kind != "" && single(word) && (kind != noun.Thing || b.misleads(word)) {
			words[kind] = append(words[kind], word)
		}
	}
	var out strings.Builder
	out.WriteString("# Made by stemma-train nouns from WordNet 3.0.\nkind\twords\tnote\n")
	for _, kind := range noun.Kinds {
		slices.Sort(words[kind])
		for letter := 'a'; letter <= 'z'; letter++ {
			row := slices.DeleteFunc(slices.Clone(words[kind]), func(w string) bool { return rune(w[0]) != letter })
			if len(row) > 0 {
				fmt.Fprintf(&out, "%s\t%s\t\n", kind, strings.Join(row, "|"))
			}
		}
	}
	return []byte(out.String())
}

// misleads reports whether a noun ends like those of a kind that none of its meanings has.
func (b *nounbook) misleads(word string) bool {
	kind := noun.ByEnding(word)
	return kind != "" && !slices.ContainsFunc(b.senses[word], func(sense string) bool { return b.kindOf(sense) == kind })
}

// single reports whether a word is one word of small letters.
func single(word string) bool {
	return len(word) > 2 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz-") == ""
}
