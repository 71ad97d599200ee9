package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
)

// evalCoref prints who of those meant was found: on documents whose entities are
// marked (CoNLL-U), and on claims whose sources are pronouns or short
// names (a folder of marked reports).
func evalCoref(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("eval coref", flag.ContinueOnError)
	table := flags.String("actors", "", "a table of actors to lay over the book")
	held := flags.Bool("held", false, "only the reports that training leaves out")
	genres := flags.String("genres", "", "only documents whose name has one of these words, with commas between")
	errors := flags.Bool("errors", false, "print each mention that was read otherwise than marked")
	if err := flags.Parse(args); err != nil {
		return err
	}
	book, err := openBook(*table)
	if err != nil {
		return err
	}
	for _, path := range flags.Args() {
		fmt.Fprintln(stdout, filepath.Base(path))
		score := &coreference{}
		if *errors {
			score.log = stdout
		}
		if isFolder(path) {
			err = score.claims(path, func(file string) bool {
				return ofGenre(file, strings.Split(*genres, ",")) && (!*held || heldBack(file))
			}, book)
		} else {
			err = score.documents(path, strings.Split(*genres, ","), book)
		}
		if err != nil {
			return err
		}
		score.print(stdout)
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func openBook(table string) (*actors.Book, error) {
	if table == "" {
		return actors.Open(), nil
	}
	data, err := os.ReadFile(table)
	if err != nil {
		return nil, err
	}
	overlay, err := actors.ReadOverlay(filepath.Base(table), string(data))
	if err != nil {
		return nil, err
	}
	return actors.Open(overlay), nil
}

func (c *coreference) documents(path string, genres []string, book *actors.Book) error {
	documents, err := readAnnotated(path)
	if err != nil {
		return err
	}
	for _, d := range documents {
		if !ofGenre(d.name, genres) {
			continue
		}
		r, err := d.readBy(name.New(book))
		if err != nil {
			return err
		}
		c.document(d, r)
	}
	return nil
}

// readBy is what the program makes of a document with a stage for names.
func (d annotated) readBy(stage *name.Stage) (*stemma.Reading, error) {
	r := &stemma.Reading{Document: d.name, Text: d.text, Read: true, Language: "en"}
	r.Regions = []stemma.Region{{Span: stemma.Span{End: len(d.text)}, Kind: stemma.RegionBody}}
	for _, stage := range []stemma.Stage{parse.New(), stage} {
		if err := stage.Annotate(context.Background(), r); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func ofGenre(name string, genres []string) bool {
	for _, genre := range genres {
		if strings.Contains(name, genre) {
			return true
		}
	}
	return false
}

// A coreference is what has been counted.
type coreference struct {
	log                    io.Writer
	linked, rightly, links int // pairs of names: found, of those right, to be found
	reach                  int // pairs to be found of which both names were found
	kinds                  [kindsOfAnaphor]answers
}

// The kinds of words that stand for somebody named elsewhere.
const (
	heShe = iota
	theyIt
	first
	described
	short
	kindsOfAnaphor
)

var anaphorNames = [...]string{"he, she", "they, it", "I, we", "the N, its N", "short names"}

// answers are how often words were read rightly, wrongly, or left open.
type answers struct {
	right, wrong, open int
	met                int // whom they mean the program knows elsewhere on the page
}

func (c *coreference) answer(kind int, answered, right, met bool) {
	c.kinds[kind].met += one(met)
	switch a := &c.kinds[kind]; {
	case right:
		a.right++
	case answered:
		a.wrong++
	default:
		a.open++
	}
}

func (c *coreference) print(w io.Writer) {
	if c.links > 0 {
		p, r := percent(c.rightly, c.linked), percent(c.rightly, c.links)
		fmt.Fprintf(w, "  aliases       P %.1f  R %.1f  F1 %.1f  (%d pairs; R of pairs both found %.1f)\n",
			p, r, 2*p*r/max(p+r, 1), c.links, percent(c.rightly, c.reach))
	}
	var third answers
	for kind, a := range c.kinds {
		if kind <= theyIt {
			third = answers{third.right + a.right, third.wrong + a.wrong, third.open + a.open, third.met + a.met}
		}
		if kind == theyIt {
			third.print(w, "third person")
		}
	}
	for kind, a := range c.kinds {
		a.print(w, anaphorNames[kind])
	}
}

func (a answers) print(w io.Writer, what string) {
	if all := a.right + a.wrong + a.open; all > 0 {
		fmt.Fprintf(w, "  %-12s  right %.1f of %d  left open %.1f  (P %.1f; of %d whose name was found %.1f)\n", what,
			percent(a.right, all), all, percent(a.open, all), percent(a.right, a.right+a.wrong), a.met, percent(a.right, a.met))
	}
}
