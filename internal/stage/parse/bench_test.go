package parse

import (
	"os"
	"path/filepath"
	"testing"

	"stemma"
)

func BenchmarkSentences(b *testing.B) {
	files, _ := filepath.Glob("/work/shared/corpus/text/fiction-*")
	var texts []stemma.Text
	for _, f := range files {
		d, _ := os.ReadFile(f)
		texts = append(texts, stemma.Text(d))
	}
	m := Trained()
	wordnet()
	n := 0
	for b.Loop() {
		for _, t := range texts {
			for _, s := range m.Sentences(t, stemma.Span{End: len(t)}) {
				n += len(s.Tokens)
			}
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Unpack(trainedPacked); err != nil {
			b.Fatal(err)
		}
	}
}
