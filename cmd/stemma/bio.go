package main

import (
	"bufio"
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
)

// bio writes a token and a tag a line and an empty line behind each sentence: B-
// begins a name, I- goes on with it, O is outside of all. PER are persons, ORG
// bodies, LOC places. What is kept back is written as blocks and named nothing.
//
//	Ana Torvik left Sund. → Ana B-PER, Torvik I-PER, left O, Sund B-LOC, . O
func bio(out *bufio.Writer, r *stemma.Reading) {
	whole := *r
	whole.Syntax.Sentences = everySentence(r)
	names := name.NewTagger(name.Trained(), actors.Open(), gazetteer.Open()).Names(&whole)
	mask := r.Residue()
	for _, s := range whole.Syntax.Sentences {
		for _, t := range s.Tokens {
			for len(names) > 0 && names[0].End <= t.Start {
				names = names[1:]
			}
			tag, shown := "O", mask.Words(t.Span)
			if len(names) > 0 && names[0].Contains(t.Span) && shown == r.Words(t.Span) {
				tag = part(names[0], t) + string(names[0].Sort)
			}
			fmt.Fprintf(out, "%s\t%s\n", strings.Join(strings.Fields(shown), ""), tag)
		}
		fmt.Fprintln(out)
	}
}

func part(n name.Named, t stemma.Token) string {
	if n.Start == t.Start {
		return "B-"
	}
	return "I-"
}

// everySentence are the sentences of a reading with those beside its report,
// such as a line of links.
func everySentence(r *stemma.Reading) []stemma.Sentence {
	var out []stemma.Sentence
	beside := func(start, end int) {
		if r.Read {
			out = append(out, parse.Trained().Sentences(r.Text, stemma.Span{Start: start, End: end})...)
		}
	}
	at := 0
	for _, s := range r.Syntax.Sentences {
		beside(at, s.Start)
		out = append(out, s)
		at = s.End
	}
	beside(at, len(r.Text))
	return out
}
