// Command ecb holds the incidents that are joined against the EventCorefBank+ of
// Cybulska and Vossen (2014): topics of two happenings each, told by some twenty
// reports. It reads the corpus as it is published, joins the reports of each
// topic, and puts those together that tell of one incident or are about the same.
// What is printed is B-cubed over the reports: the two happenings should be kept
// apart, and each in one piece.
//
//	go run ./bench/ecb ecbplus-topics-1-35.tar.gz
package main

import (
	"archive/tar"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"stemma/internal/pipeline"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "ecb:", err)
		os.Exit(1)
	}
}

// A report is one of a topic; ecb or ecbplus says which of the two happenings.
type report struct{ topic, happening, text string }

func run(args []string) error {
	if len(args) != 1 {
		return errors.New("want the corpus, a .tar.gz")
	}
	reports, err := load(args[0])
	if err != nil {
		return err
	}
	line, err := pipeline.English(pipeline.Books{})
	if err != nil {
		return err
	}
	topics := map[string][]report{}
	for _, r := range reports {
		topics[r.topic] = append(topics[r.topic], r)
	}
	var all, alone score
	for _, topic := range slices.Sorted(maps.Keys(topics)) {
		shelf, err := readAll(line, topics[topic])
		if err != nil {
			return err
		}
		s := bcubed(shelf.matters(), topics[topic])
		fmt.Printf("topic %s: %d reports, B-cubed %v\n", topic, len(topics[topic]), s)
		all, alone = all.plus(s), alone.plus(bcubed(shelf.incidents(), topics[topic]))
	}
	fmt.Printf("by incidents alone: B-cubed %v\n", alone)
	fmt.Printf("%.0f reports in %d topics: B-cubed %v\n", all.reports, len(topics), all)
	return nil
}

func load(name string) ([]report, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var out []report
	for archive := tar.NewReader(unzipped); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		base, isReport := strings.CutSuffix(path.Base(header.Name), ".xml")
		if !isReport {
			continue
		}
		text, err := sentences(archive)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", header.Name, err)
		}
		out = append(out, report{path.Base(path.Dir(header.Name)), strings.TrimLeft(base, "0123456789_"), text})
	}
}

// sentences writes the tokens of a report as a page would have them, a sentence
// a paragraph, without the address that it was found at.
func sentences(r io.Reader) (string, error) {
	var page struct {
		Tokens []struct {
			Sentence int    `xml:"sentence,attr"`
			Word     string `xml:",chardata"`
		} `xml:"token"`
	}
	if err := xml.NewDecoder(r).Decode(&page); err != nil {
		return "", err
	}
	var out []string
	var sentence strings.Builder
	for i, t := range page.Tokens {
		if !strings.Contains(glued, " "+t.Word+" ") && !strings.HasPrefix(t.Word, "'") && sentence.Len() > 0 {
			sentence.WriteByte(' ')
		}
		sentence.WriteString(quotes.Replace(t.Word))
		if i+1 == len(page.Tokens) || page.Tokens[i+1].Sentence != t.Sentence {
			out = append(out, sentence.String())
			sentence.Reset()
		}
	}
	out = slices.DeleteFunc(out, func(s string) bool { return strings.HasPrefix(s, "http") })
	return strings.Join(out, "\n\n"), nil
}

// glued are the tokens that stand close to the word before them.
const glued = " . , ; : ! ? ) % n't "

var quotes = strings.NewReplacer("``", "“", "''", "”")

// A score is B-cubed precision and recall, summed over reports.
type score struct{ reports, precision, recall float64 }

func (s score) plus(o score) score {
	return score{s.reports + o.reports, s.precision + o.precision, s.recall + o.recall}
}

// String is B-cubed precision, recall and F1.
func (s score) String() string {
	p, r := s.precision/s.reports, s.recall/s.reports
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f", p, r, 2*p*r/(p+r))
}

func bcubed(clusters []int, reports []report) score {
	var out score
	for i := range reports {
		var both, printed, right float64
		for k := range reports {
			together, same := clusters[k] == clusters[i], reports[k].happening == reports[i].happening
			if together {
				printed++
			}
			if same {
				right++
			}
			if together && same {
				both++
			}
		}
		out = out.plus(score{1, both / printed, both / right})
	}
	return out
}
