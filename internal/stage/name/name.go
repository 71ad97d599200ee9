// Package name finds who acts and speaks on a page: states and their bodies,
// groups, outlets and persons, by the book of actors first and by the page's own
// words where the book is silent, with the pronouns and descriptions that stand
// for them. What they say, do and where is left to the stages behind it. "Ana
// Torvik of the Salt Guard said its leader was safe" → a person, a group that
// she belongs to, and "its" for the group.
package name

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/reference/lexicon"
)

// Stage adds the actors of a page.
type Stage struct {
	book   *actors.Book
	places *gazetteer.Gazetteer
	choose Chooser
}

// New makes the stage with a book of actors.
func New(book *actors.Book) *Stage { return &Stage{book, gazetteer.Open(), choose} }

// Taught makes a stage that asks another whom each pronoun means, so that one can
// learn from the answers.
func Taught(book *actors.Book, by Chooser) *Stage { return &Stage{book, gazetteer.Open(), by} }

// Among is the stage with other places than the gazetteer's own, which tell
// names of places from others.
func (s *Stage) Among(places *gazetteer.Gazetteer) *Stage { return &Stage{s.book, places, s.choose} }

// Adds is the layer of actors.
func (*Stage) Adds() stemma.Layer { return stemma.LayerActors }

// Needs the trees, and the day of the page, for names mean different actors at
// different times.
func (*Stage) Needs() []stemma.Layer {
	return []stemma.Layer{stemma.LayerSyntax, stemma.LayerPublication}
}

const version = "name/18"

// Version is that of the rules, of their words and of the book.
func (s *Stage) Version() string {
	h := sha256.New()
	for _, data := range []string{wordTable, anaphorTable, followTable, string(trainedPacked), string(knownPacked)} {
		h.Write([]byte(data))
	}
	return version + "-" + hex.EncodeToString(h.Sum(nil)[:6]) + " " + s.book.Version() + " " + lexicon.AttributionVersion()
}

// Annotate writes the actors.
func (s *Stage) Annotate(ctx context.Context, r *stemma.Reading) error {
	if len(r.Syntax.Sentences) == 0 {
		return nil
	}
	p := newPage(r, s.book)
	p.choose, p.places = s.choose, s.places
	p.tag(NewTagger(Trained(), s.book, s.places))
	p.findNames()
	p.judgeRuns()
	p.placeEvidence()
	p.settleNames()
	p.findSurnames()
	if err := ctx.Err(); err != nil {
		return err
	}
	p.harvest()
	p.findDescriptions()
	p.follow()
	p.settleFirstPersons()
	p.markIssuer()
	r.Actors = p.written()
	r.Notes = append(r.Notes, p.notes...)
	return nil
}
