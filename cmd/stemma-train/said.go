package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/input"
	"stemma/internal/pipeline"
	"stemma/internal/reference/actors"
	"stemma/internal/stage/clean"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
	"stemma/internal/stage/publish"
)

// A marked text's claims, as far as they say who is meant. Spans are in code
// points.
type markedText struct {
	File   string `json:"file"`
	Claims []struct {
		Source [][2]int `json:"source"`
		Name   string   `json:"name"`
	} `json:"claims"`
}

// claims counts the sources of marked claims that are pronouns or short names.
func (c *coreference) claims(path string, genres []string, book *actors.Book) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	line, err := pipeline.New(clean.New(), publish.New(), parse.New(), name.New(book))
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var text markedText
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
		if !ofGenre(text.File, genres) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(filepath.Dir(path), "text", text.File))
		if err != nil {
			return err
		}
		r, err := input.Read(stemma.Document{ID: text.File, MediaType: input.TypeText, Bytes: data}, stemma.Given{})
		if err != nil {
			return err
		}
		r.Read = true
		if err := line.Read(context.Background(), r); err != nil {
			return err
		}
		c.sources(text, r)
	}
	return lines.Err()
}

func (c *coreference) sources(text markedText, r *stemma.Reading) {
	points := r.Text.Points()
	for _, claim := range text.Claims {
		if claim.Name == "" || len(claim.Source) == 0 {
			continue
		}
		span := stemma.Span{Start: points.Offset(claim.Source[0][0]), End: points.Offset(claim.Source[len(claim.Source)-1][1])}
		words := strings.ToLower(r.Words(span))
		actor := r.ActorAt(span)
		kind := short
		if pronoun, ok := pronounKinds[words]; ok {
			kind = pronoun
		} else if determiner, _, _ := strings.Cut(words, " "); definite[determiner] {
			kind = described
		}
		calls := "nobody"
		right := false
		if actor != nil {
			calls, right = actor.Name, isCalled(r, actor, span, claim.Name)
		}
		c.answer(kind, actor != nil && calls != r.Words(span), right)
		if c.log != nil && !right {
			fmt.Fprintf(c.log, "%s %s: %q is %s, not %s: …%s…\n", text.File, anaphorNames[kind], r.Words(span), claim.Name, calls, around(r.Text, span))
		}
	}
}

// isCalled reports whether an actor goes by a name elsewhere than in one span:
// all words of the one are words of the other.
func isCalled(r *stemma.Reading, actor *stemma.Actor, but stemma.Span, want string) bool {
	names := []string{actor.Name}
	for _, m := range actor.Mentions {
		if m.Form != stemma.FormPronoun && !m.Overlaps(but) {
			names = append(names, r.Words(m.Span))
		}
	}
	wanted := telling(want)
	return slices.ContainsFunc(names, func(name string) bool {
		words := telling(name)
		return len(words) > 0 && (holdsAll(wanted, words) || holdsAll(words, wanted))
	})
}

// telling are the words of a name that tell it from others.
func telling(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return strings.ContainsRune(" ,.()'’\"“”-", c) })
	return slices.DeleteFunc(words, func(word string) bool {
		return definite[word] || word == "of" || word == "s" || word == "a" || word == "an" || word == "and" || word == "for" || word == "in"
	})
}

func holdsAll(words, all []string) bool {
	for _, word := range all {
		if !slices.Contains(words, word) {
			return false
		}
	}
	return true
}
