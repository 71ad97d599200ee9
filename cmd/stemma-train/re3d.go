package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
)

// The words of dstl/re3d.
type re3dDocument struct {
	ID   string `json:"_id"`
	Text string `json:"text"`
}

type re3dEntity struct {
	Document   string  `json:"documentId"`
	Begin      int     `json:"begin"` // in characters
	End        int     `json:"end"`
	Type       string  `json:"type"`
	Confidence float64 `json:"confidence"`
}

var re3dSorts = map[string]name.Sort{"Person": name.SortPerson, "Organisation": name.SortBody, "Location": name.SortPlace}

// readRe3d reads a folder of re3d, its words parted and tagged by the program.
// Where marks lie within others the longest counts, and of each mark its proper
// nouns, without the titles of persons: re3d marks "the coalition" and "President
// Ana Torvik", of which corpora of names mark nothing and "Ana Torvik".
func readRe3d(folder string) ([]name.Lesson, error) {
	documents, err := readLines[re3dDocument](filepath.Join(folder, "documents.json"))
	if err != nil {
		return nil, err
	}
	entities, err := readLines[re3dEntity](filepath.Join(folder, "entities.json"))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(documents, func(a, b re3dDocument) int { return strings.Compare(a.ID, b.ID) })
	var out []name.Lesson
	for _, d := range documents {
		r := &stemma.Reading{Text: stemma.Text(d.Text), Language: "en", Read: true}
		r.Syntax.Sentences = parse.Trained().Sentences(r.Text, stemma.Span{End: len(r.Text)})
		var marks []name.Named
		for _, e := range entities {
			if sort := re3dSorts[e.Type]; e.Document == d.ID && sort != "" && e.Confidence >= 0.5 {
				marks = append(marks, name.Named{Span: inBytes(d.Text, e.Begin, e.End), Sort: sort})
			}
		}
		out = append(out, name.Lesson{Reading: r, Names: trimmed(r, outermost(marks))})
	}
	return out, nil
}

func readLines[T any](path string) ([]T, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []T
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		var one T
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		out = append(out, one)
	}
	return out, nil
}

// inBytes is a span that was counted in characters.
func inBytes(text string, begin, end int) stemma.Span {
	runes := []rune(text)
	begin, end = min(begin, len(runes)), min(end, len(runes))
	start := len(string(runes[:begin]))
	return stemma.Span{Start: start, End: start + len(string(runes[begin:max(begin, end)]))}
}

// outermost are the marks that lie in no other, in their order.
func outermost(marks []name.Named) []name.Named {
	slices.SortStableFunc(marks, func(a, b name.Named) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	var out []name.Named
	end := -1
	for _, m := range marks {
		if m.Start >= end {
			out = append(out, m)
			end = m.End
		}
	}
	return out
}

// trimmed are the names within marks: runs of capitalised words, which small
// ones may join. Of a person's or a body's mark the last run before a comma is
// the name, of a place's all are: "Sund, Arvonia" is two.
func trimmed(r *stemma.Reading, marks []name.Named) []name.Named {
	var out []name.Named
	for _, m := range marks {
		i := r.Syntax.SentenceAt(m.Start)
		if i < 0 {
			continue
		}
		runs := capitalRuns(r, r.Syntax.Sentences[i].Tokens, m)
		if m.Sort != name.SortPlace && len(runs) > 1 {
			runs = runs[len(runs)-1:]
		}
		for _, run := range runs {
			out = append(out, name.Named{Span: run, Sort: m.Sort})
		}
	}
	return out
}

// capitalRuns are the runs of capitalised words in a mark that hold a proper
// noun. The Arabic article belongs to them.
func capitalRuns(r *stemma.Reading, tokens []stemma.Token, m name.Named) []stemma.Span {
	var runs []stemma.Span
	proper := map[int]bool{}
	gap, article := true, -1
	for _, t := range tokens {
		word := r.Words(t.Span)
		switch {
		case !m.Contains(t.Span):
		case word == "," && m.Sort != name.SortPlace && len(runs) > 0:
			return kept(runs, proper)
		case capital(word, t.Tag, m.Sort) || unicode.IsDigit([]rune(word)[0]) && !gap:
			if gap {
				runs = append(runs, t.Span)
			}
			if gap && article >= 0 {
				runs[len(runs)-1].Start = article
			}
			runs[len(runs)-1].End = t.End
			proper[len(runs)-1] = proper[len(runs)-1] || t.Tag == "PROPN"
			gap, article = false, -1
		case gap && word == "al":
			article = t.Start
		case !joints[word] && (m.Sort != name.SortBody || !bodyJoints[word]):
			gap, article = true, -1
		}
	}
	return kept(runs, proper)
}

func kept(runs []stemma.Span, proper map[int]bool) []stemma.Span {
	var out []stemma.Span
	for i, run := range runs {
		if proper[i] {
			out = append(out, run)
		}
	}
	return out
}

// joints are small words within names, bodyJoints those within the names of
// bodies.
var (
	joints     = map[string]bool{"-": true, "al": true, "bin": true, "ad": true, "ibn": true, "de": true, "el": true}
	bodyJoints = map[string]bool{"of": true, "for": true, "the": true, "and": true, "&": true, "on": true, "in": true}
)

// capital reports whether a token can stand in a name: no pronoun, no article,
// no title of a person.
func capital(token, tag string, sort name.Sort) bool {
	if sort == name.SortPerson && courtesies[strings.ToLower(strings.Trim(token, "."))] {
		return false
	}
	return unicode.IsUpper([]rune(token)[0]) && tag != "PRON" && tag != "DET" && tag != "ADP"
}

var courtesies = func() map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields("president prime minister mr mrs ms dr sir king queen prince princess senator general gen col colonel captain judge justice chief pope saint st professor prof lord lady secretary governor rep sen representative chairman ceo director chancellor sheikh ambassador lt maj foreign vice of state special envoy") {
		out[word] = true
	}
	return out
}()
