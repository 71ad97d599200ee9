// Command ecb holds the incidents that are joined against the EventCorefBank+ of
// Cybulska and Vossen (2014): topics of two happenings each, told by some twenty
// reports. It reads the corpus as it is published, joins the reports of each
// topic, and puts those together that tell of one incident. What is printed is
// B-cubed over the reports: the two happenings should be kept apart, and each in
// one piece.
//
//	go run ./bench/ecb ecbplus-topics-1-35.tar.gz
package main

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/input"
	"stemma/internal/join"
	"stemma/internal/pipeline"
	"stemma/internal/stage/copy"
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
	var all score
	for _, topic := range slices.Sorted(maps.Keys(topics)) {
		clusters, err := joined(line, topics[topic])
		if err != nil {
			return err
		}
		s := bcubed(clusters, topics[topic])
		fmt.Printf("topic %s: %d reports, B-cubed %v\n", topic, len(clusters), s)
		all = all.plus(s)
	}
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
// a paragraph.
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
	var b strings.Builder
	for i, t := range page.Tokens {
		switch {
		case i > 0 && t.Sentence != page.Tokens[i-1].Sentence:
			b.WriteString("\n\n")
		case i > 0 && !strings.Contains("., ; : ! ? 's n't ) ''", t.Word) && !strings.HasPrefix(t.Word, "'"):
			b.WriteByte(' ')
		}
		b.WriteString(quotes.Replace(t.Word))
	}
	return b.String(), nil
}

var quotes = strings.NewReplacer("``", "“", "''", "”")

// joined are the clusters of a topic's reports: those that tell of one incident,
// directly or through others.
func joined(line pipeline.Pipeline, reports []report) ([]int, error) {
	var readings []*stemma.Reading
	var tellings []stemma.Telling
	var copies []stemma.Copy
	at := map[string]int{}
	for i, report := range reports {
		r, err := input.Read(stemma.NewDocument("text/plain", []byte(report.text)), stemma.Given{})
		if err != nil {
			return nil, err
		}
		if err := line.Read(context.Background(), r); err != nil {
			return nil, err
		}
		at[r.Document] = i
		tellings = append(tellings, r.Tellings()...)
		for _, other := range readings {
			if c := copy.Compare(r, other); c != nil {
				copies = append(copies, *c)
			}
		}
		readings = append(readings, r)
	}
	out := make([]int, len(reports))
	for i := range out {
		out[i] = i
	}
	for _, incident := range join.Weigh(tellings, nil, copies, nil).Incidents {
		for _, d := range incident.Documents {
			unite(out, out[at[d]], out[at[incident.Documents[0]]])
		}
	}
	return out, nil
}

func unite(clusters []int, a, b int) {
	for i := range clusters {
		if clusters[i] == a {
			clusters[i] = b
		}
	}
}

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
