package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"

	"stemma"
	"stemma/internal/input"
	markup "stemma/internal/learn/marked"
	"stemma/internal/reference/actors"
	"stemma/internal/stage/attribute/speech"
	"stemma/internal/stage/clean"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
	"stemma/internal/stage/publish"
)

// A report is a text whose claims were marked by hand, read up to the stage that
// finds them.
type report struct {
	name    string
	kind    string // its series, else its folder
	reading *stemma.Reading
	marked  []speech.Marked
	meant   []string // who is meant by the source of each claim, where that is a pronoun or a short form
}

// held reports whether a file belongs to the fifth that is never learned from,
// which its name alone decides.
func held(name string) bool { return place(name)%5 == 0 }

// place is a number that a name alone decides.
func place(name string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(name))
	return h.Sum32()
}

// series are the kinds of report of the corpus, by the beginning of their names.
var series = []string{"wikinews-virus", "wikinews-business", "re3d", "gum-news", "fiction"}

func kindOf(path string) string {
	for _, kind := range series {
		if strings.HasPrefix(filepath.Base(path), kind) {
			return kind
		}
	}
	return filepath.Base(filepath.Dir(path))
}

// readReports reads the marked texts of folders; those whose names begin with
// without, if it is not empty, are left out.
func readReports(folders, without string) ([]report, error) {
	stages := []stemma.Stage{clean.New(), publish.New(), parse.New(), name.New(actors.Open())}
	var reports []report
	for _, folder := range strings.Split(folders, ",") {
		paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil {
			return nil, fmt.Errorf("list %s: %w", folder, err)
		}
		for _, path := range paths {
			if without != "" && strings.HasPrefix(filepath.Base(path), without) {
				continue
			}
			r, err := readReport(path, stages)
			if err != nil {
				return nil, fmt.Errorf("read %s: %w", path, err)
			}
			reports = append(reports, r)
		}
	}
	return reports, nil
}

func readReport(path string, stages []stemma.Stage) (report, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return report{}, err
	}
	text, err := markup.Parse(string(data))
	if err != nil {
		return report{}, err
	}
	reading, err := input.Read(stemma.NewDocument(input.TypeText, []byte(text.Text)), stemma.Given{})
	if err != nil {
		return report{}, err
	}
	reading.Read = true
	for _, stage := range stages {
		if err := stage.Annotate(context.Background(), reading); err != nil {
			return report{}, fmt.Errorf("%s: %w", stage.Adds(), err)
		}
	}
	r := report{name: filepath.Base(path), kind: kindOf(path), reading: reading, marked: claimsOf(text)}
	for _, c := range text.Claims {
		r.meant = append(r.meant, c.Name)
	}
	return r, nil
}

func claimsOf(text markup.Report) []speech.Marked {
	var out []speech.Marked
	for _, c := range text.Claims {
		out = append(out, speech.Marked{Source: spansOf(c.Source), Cue: spansOf(c.Cue), Content: spansOf(c.Content), Stance: stemma.Stance(c.Stance)})
	}
	return out
}

func spansOf(spans []markup.Span) []stemma.Span {
	var out []stemma.Span
	for _, s := range spans {
		out = append(out, stemma.Span{Start: s.From, End: s.To})
	}
	return out
}

// withheld are the reports to learn from and the fifth held back.
func withheld(reports []report) (learned, back []report) {
	for _, r := range reports {
		if held(r.name) {
			back = append(back, r)
		} else {
			learned = append(learned, r)
		}
	}
	return learned, back
}

func lessonsOf(reports []report) []speech.Lesson {
	var out []speech.Lesson
	for _, r := range reports {
		out = append(out, speech.Lesson{Reading: r.reading, Marked: r.marked})
	}
	return out
}
