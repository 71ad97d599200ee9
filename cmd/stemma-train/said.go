package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/input"
	"stemma/internal/learn/marked"
	"stemma/internal/pipeline"
	"stemma/internal/reference/actors"
	"stemma/internal/stage/clean"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
	"stemma/internal/stage/publish"
)

// A said text is one with who is meant by the sources of its claims.
type said struct {
	file  string
	text  stemma.Text
	names map[stemma.Span]string
	order []stemma.Span
}

// claims counts the sources of marked claims that are pronouns or short names.
func (c *coreference) claims(folder string, wanted func(file string) bool, book *actors.Book) error {
	stage := name.New(book)
	return eachSaid(folder, wanted, func(said) *name.Stage { return stage }, c.sources)
}

// eachSaid reads every wanted text of a folder of marked reports, each by a stage
// for names that is made for it.
func eachSaid(folder string, wanted func(file string) bool, stage func(said) *name.Stage, do func(said, *stemma.Reading)) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if !wanted(filepath.Base(file)) {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		s, err := saidIn(filepath.Base(file), string(data))
		if err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
		r, err := s.readBy(stage(s))
		if err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
		do(s, r)
	}
	return nil
}

func saidIn(file, data string) (said, error) {
	report, err := marked.Parse(data)
	s := said{file: file, text: stemma.Text(report.Text), names: map[stemma.Span]string{}}
	for _, claim := range report.Claims {
		if n := len(claim.Source); claim.Name != "" && n > 0 {
			span := stemma.Span{Start: claim.Source[0].From, End: claim.Source[n-1].To}
			s.names[span] = claim.Name
			s.order = append(s.order, span)
		}
	}
	return s, err
}

// readBy is what the program makes of a text with a stage for names.
func (s said) readBy(names *name.Stage) (*stemma.Reading, error) {
	r, err := input.Read(stemma.Document{ID: s.file, MediaType: input.TypeText, Bytes: []byte(s.text)}, stemma.Given{})
	if err != nil {
		return nil, err
	}
	line, err := pipeline.New(clean.New(), publish.New(), parse.New(), names)
	if err != nil {
		return nil, err
	}
	r.Read = true
	return r, line.Read(context.Background(), r)
}

func (s said) words(spans []stemma.Span) []string {
	var out []string
	for _, span := range spans {
		if _, pronoun := pronounKinds[strings.ToLower(s.text.Words(span))]; !pronoun {
			out = append(out, s.text.Words(span))
		}
	}
	return out
}

func (c *coreference) sources(text said, r *stemma.Reading) {
	for _, span := range text.order {
		words := strings.ToLower(r.Words(span))
		kind := short
		if pronoun, ok := pronounKinds[words]; ok {
			kind = pronoun
		} else if determiner, _, _ := strings.Cut(words, " "); definite[determiner] {
			kind = described
		}
		calls, right := "nobody", false
		actor := r.ActorAt(span)
		if actor != nil {
			calls, right = actor.Name, isCalled(r, actor, span, text.names[span])
		}
		met := slices.ContainsFunc(r.Actors, func(a stemma.Actor) bool { return isCalled(r, &a, span, text.names[span]) })
		c.answer(kind, actor != nil && calls != r.Words(span), right, met)
		if c.log != nil && !right {
			fmt.Fprintf(c.log, "%s %s: %q is %s, not %s: …%s…\n", r.Document, anaphorNames[kind], r.Words(span), text.names[span], calls, around(r.Text, span))
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
	return goesBy(names, want)
}

func goesBy(names []string, want string) bool {
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
