package main

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/input"
	"stemma/internal/join"
	"stemma/internal/pipeline"
	"stemma/internal/stage/copy"
)

// A shelf is the reports of one topic as read, and what they come to.
type shelf struct {
	at     map[string]int // by document
	gists  []stemma.Gist
	joined join.Joined
}

func readAll(line pipeline.Pipeline, reports []report) (shelf, error) {
	s := shelf{at: map[string]int{}}
	var readings []*stemma.Reading
	var tellings []stemma.Telling
	var copies []stemma.Copy
	for i, report := range reports {
		r, err := input.Read(stemma.NewDocument("text/plain", []byte(report.text)), stemma.Given{})
		if err != nil {
			return s, err
		}
		if err := line.Read(context.Background(), r); err != nil {
			return s, err
		}
		s.at[r.Document], s.gists = i, append(s.gists, r.Gist())
		tellings = append(tellings, r.Tellings()...)
		for _, other := range readings {
			if c := copy.Compare(r, other); c != nil {
				copies = append(copies, *c)
			}
		}
		readings = append(readings, r)
	}
	s.joined = join.Weigh(tellings, nil, copies, nil)
	return s, nil
}

// incidents are the clusters of reports that tell of one incident, directly or
// through others.
func (s shelf) incidents() []int {
	clusters := s.single()
	for _, l := range s.told() {
		unite(clusters, clusters[l.a], clusters[l.b])
	}
	return clusters
}

// A link is a pair of reports and how much they have in common.
type link struct {
	like float64
	a, b int
}

// told are the pairs of reports that tell of one incident.
func (s shelf) told() []link {
	var out []link
	for _, incident := range s.joined.Incidents {
		for i, d := range incident.Documents {
			for _, e := range incident.Documents[:i] {
				out = append(out, s.link(s.at[d], s.at[e]))
			}
		}
	}
	return out
}

func (s shelf) link(a, b int) link {
	return link{s.gists[a].Like(s.gists[b]), min(a, b), max(a, b)}
}

// What two reports have in common that are about the same, and less than which
// two reports about the same never have.
const (
	common  = 0.4
	strange = 0.15
)

// matters are the clusters of reports that tell of one incident or have much in
// common, those with most in common first; clusters stay apart of which two
// reports are strangers.
func (s shelf) matters() []int {
	links := s.told()
	for b := range s.gists {
		for a := range b {
			if l := s.link(a, b); l.like >= common {
				links = append(links, l)
			}
		}
	}
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.like, x.like), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	clusters := s.single()
	for _, l := range links {
		if !s.strangers(clusters, clusters[l.a], clusters[l.b]) {
			unite(clusters, clusters[l.a], clusters[l.b])
		}
	}
	return clusters
}

// strangers reports whether two clusters hold reports with hardly a word in
// common.
func (s shelf) strangers(clusters []int, x, y int) bool {
	for a, c := range clusters {
		for b, d := range clusters {
			if c == x && d == y && s.gists[a].Like(s.gists[b]) < strange {
				return true
			}
		}
	}
	return false
}

// single is each report alone.
func (s shelf) single() []int {
	out := make([]int, len(s.gists))
	for i := range out {
		out[i] = i
	}
	return out
}

func unite(clusters []int, a, b int) {
	for i := range clusters {
		if clusters[i] == a {
			clusters[i] = b
		}
	}
}
