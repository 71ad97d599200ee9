package sqlite

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/store"
)

// report is an entry as large as a news report of 500 words has it after every
// stage: 25 sentences with their trees, 12 claims, 12 events, 15 actors, 20
// places, 110 fingerprints.
func report(n int) store.Entry {
	chance := rand.New(rand.NewSource(int64(n)))
	words := make([]string, 500)
	for i := range words {
		words[i] = fmt.Sprintf("w%c%c%c", 'a'+chance.Intn(26), 'a'+chance.Intn(5), 'a'+chance.Intn(26))
	}
	d := stemma.NewDocument("text/plain", []byte(strings.Join(words, " ")))
	r := &stemma.Reading{Document: d.ID, MediaType: d.MediaType, Version: "r_0123456789abcdef", Text: stemma.Text(d.Bytes), Language: "en", Read: true}
	r.Regions = []stemma.Region{{Span: stemma.Span{End: len(r.Text)}, Kind: stemma.RegionBody}}
	for i := range 25 {
		r.Syntax.Sentences = append(r.Syntax.Sentences, sentence(words[i*20:(i+1)*20], i*100, chance))
	}
	for i := range 20 {
		r.Places = append(r.Places, stemma.Toponym{ID: stemma.SpanID("p", d.ID, "", at(i*25)), Span: at(i * 25), Rule: "only one", Place: stemma.Place{
			ID: fmt.Sprint("geonames:", i), GeoNames: i, Name: "Orvale", Kind: "town", Country: "TN", Lat: chance.Float64() * 60, Lon: chance.Float64() * 60, Precision: stemma.PrecisionTown, Radius: 5000,
		}})
	}
	for i := range 15 {
		r.Actors = append(r.Actors, stemma.Actor{ID: stemma.SpanID("a", d.ID, "", at(i*30)), Name: words[i*30], Kind: stemma.KindArmedGroup, Mentions: []stemma.Mention{
			{Span: at(i * 30), Form: stemma.FormName}, {Span: at(i*30 + 9), Form: stemma.FormPronoun}, {Span: at(i*30 + 15), Form: stemma.FormDescription},
		}})
	}
	for i := range 12 {
		tell(r, i)
	}
	fingerprints := make([]uint64, 110)
	for i := range fingerprints {
		fingerprints[i] = chance.Uint64()
	}
	return store.Entry{Document: d, Reading: r, Fingerprints: fingerprints, Capture: &stemma.Capture{Document: d.ID, Name: fmt.Sprint(n)}}
}

func at(word int) stemma.Span { return stemma.Span{Start: word * 5, End: word*5 + 4} }

func sentence(words []string, start int, chance *rand.Rand) stemma.Sentence {
	s := stemma.Sentence{Span: stemma.Span{Start: start, End: start + 99}}
	for i, word := range words {
		s.Tokens = append(s.Tokens, stemma.Token{
			Span: stemma.Span{Start: start + i*5, End: start + i*5 + 4}, Lemma: word, Tag: "NOUN", Head: chance.Intn(20), Relation: []string{"nsubj", "obj", "case", "det"}[chance.Intn(4)],
		})
	}
	return s
}

// tell adds a claim of one sentence, and the event that it tells of.
func tell(r *stemma.Reading, i int) {
	content := r.Syntax.Sentences[2*i].Span
	source := r.Actors[i]
	claim := stemma.Claim{
		ID: stemma.SpanID("c", r.Document, "", content), Cue: at(i*40 + 5), Content: []stemma.Span{content}, Stance: stemma.Asserts, Rule: "clause after",
		Source: stemma.Source{Span: source.Mentions[0].Span, Name: source.Name, Actor: source.ID, Kind: stemma.SourceNamed},
		Chain:  []stemma.Link{{Role: stemma.RoleOutlet, Name: "Vedra Post"}, {Role: stemma.RoleSource, Name: source.Name}},
	}
	day := stemma.NewDay(2020, time.January, 1+i)
	r.Claims = append(r.Claims, claim)
	r.Events = append(r.Events, stemma.Event{
		ID: stemma.SpanID("e", r.Document, "ASSAULT", content), Type: "ASSAULT", Mode: "aerial", Contexts: []string{"military"}, ACLED: "Air/drone strike",
		Trigger: at(i * 40), Clause: content, Claim: claim.ID, Modality: stemma.Asserted, Rule: "strike",
		Actors: []stemma.Role{{Actor: source.ID, Name: source.Name, Span: source.Mentions[0].Span}}, Recipients: []stemma.Role{{Name: "a road", Span: at(i*40 + 7)}},
		Places: []stemma.PlaceRole{{Place: r.Places[i].ID, Role: "in", Span: r.Places[i].Span}},
		When:   stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisWords, Words: at(i*40 + 9)},
	})
}

func openBench(b *testing.B) *Case {
	b.Helper()
	path := b.TempDir() + "/case.stemma"
	if err := Create(context.Background(), path); err != nil {
		b.Fatal(err)
	}
	c, err := Open(context.Background(), path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Close() })
	return c
}

// BenchmarkPut keeps reports in groups of 64, each group synced to the disk.
func BenchmarkPut(b *testing.B) {
	c := openBench(b)
	entries := make([]store.Entry, b.N)
	for i := range entries {
		entries[i] = report(i)
	}
	b.ResetTimer()
	for i := 0; i < b.N; i += 64 {
		if err := c.Put(context.Background(), store.Change{Entries: entries[i:min(i+64, b.N)]}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "documents/s")
	var size float64
	if err := c.pen.QueryRowContext(context.Background(), "select page_count * page_size from pragma_page_count, pragma_page_size").Scan(&size); err == nil {
		b.ReportMetric(size/float64(b.N), "bytes/document")
	}
}

func BenchmarkReading(b *testing.B) {
	c := openBench(b)
	entry := report(1)
	if err := c.Put(context.Background(), store.Change{Entries: []store.Entry{entry}}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := c.Reading(context.Background(), entry.Document.ID); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	path := b.TempDir() + "/case.stemma"
	if err := Create(context.Background(), path); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c, err := Open(context.Background(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		c.Close()
	}
}
