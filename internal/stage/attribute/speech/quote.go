package speech

import (
	"slices"
	"strings"

	"stemma"
)

// outermost are the quotations that stand in no other, in the order of the text.
func outermost(all []stemma.Quotation) []stemma.Quotation {
	var out []stemma.Quotation
	for _, q := range all {
		if q.Depth == 0 && !q.Empty() && (len(out) == 0 || q.Start >= out[len(out)-1].End) {
			out = append(out, q)
		}
	}
	return out
}

// continued gives the quotations that no cue of their own claims to the claim
// that they go on with.
//
//	“He ran,” Oltai said. “Nobody followed.” → both are of one claim
//	a paragraph that is nothing but a quotation goes on with the speaker before
func continued(r *stemma.Reading, quotations []stemma.Quotation, drafts []Draft) {
	taken := takenQuotations(quotations, drafts)
	speaker, next := -1, 0
	for i, q := range quotations {
		for ; next < len(drafts) && drafts[next].Cue.Start < q.Start; next++ {
			if leads(drafts[next], quotations) {
				speaker = next
			}
		}
		region := regionIndex(r, q.Start)
		if taken[i] || speaker < 0 || region < 0 || len(strings.Fields(r.Words(q.Span))) < 3 {
			continue
		}
		if d := &drafts[speaker]; follows(r, *d, q, region) {
			d.Content = tidy(r.Text, append(slices.Clone(d.Content), q.Span))
		}
	}
}

// takenQuotations tells of each quotation whether the content of some claim that
// is not itself inside has words of it.
func takenQuotations(quotations []stemma.Quotation, drafts []Draft) []bool {
	taken := make([]bool, len(quotations))
	for _, d := range drafts {
		for _, span := range d.Content {
			for i := firstEnding(quotations, span.Start); i < len(quotations) && quotations[i].Start < span.End; i++ {
				taken[i] = taken[i] || !quotations[i].Contains(d.Cue)
			}
		}
	}
	return taken
}

// firstEnding is the index of the first quotation that ends behind an offset.
func firstEnding(quotations []stemma.Quotation, at int) int {
	i, _ := slices.BinarySearchFunc(quotations, at+1, func(q stemma.Quotation, at int) int { return q.End - at })
	return i
}

// leads reports whether a claim can have a quotation added: it has a source and
// stands in no quotation.
func leads(d Draft, quotations []stemma.Quotation) bool {
	return !d.through && !d.Source.Empty() && holding(quotations, d.Cue) < 0 && len(d.Content) > 0 && d.Rule != "nominal"
}

// follows reports whether a quotation goes on with a claim: in the same
// paragraph as a sentence of its own, or as a paragraph of its own right after.
func follows(r *stemma.Reading, d Draft, q stemma.Quotation, region int) bool {
	last := d.Content[len(d.Content)-1].End
	home := regionIndex(r, max(d.Cue.End, last)-1)
	switch {
	case home == region:
		return sentenceLike(r, q.Span) || r.Syntax.SentenceAt(q.Start) == d.Sentence && resumes(r, d, q.Span)
	case region == nextArticle(r, home):
		return alone(r, q.Span, r.Regions[region].Span)
	}
	return false
}

// resumes reports whether a quotation in the sentence of a quoted claim goes on
// with it behind a comma.
func resumes(r *stemma.Reading, d Draft, q stemma.Span) bool {
	before := strings.TrimRight(string(r.Text[:q.Start]), " ")
	return d.Rule == "quote" && strings.HasSuffix(before, ",")
}

// sentenceLike reports whether a quotation begins where a sentence does.
func sentenceLike(r *stemma.Reading, q stemma.Span) bool {
	i := r.Syntax.SentenceAt(q.Start)
	return i >= 0 && r.Syntax.Sentences[i].Start >= q.Start-1
}

// alone reports whether a region holds little besides a quotation.
func alone(r *stemma.Reading, q, region stemma.Span) bool {
	before := strings.Fields(r.Words(stemma.Span{Start: region.Start, End: q.Start}))
	after := strings.Fields(r.Words(stemma.Span{Start: q.End, End: region.End}))
	return len(before) == 0 && len(after) <= 1
}

// nextArticle is the index of the first region of the article behind another.
func nextArticle(r *stemma.Reading, i int) int {
	for k := i + 1; k < len(r.Regions); k++ {
		if r.Regions[k].Kind.Article() && strings.TrimSpace(r.Words(r.Regions[k].Span)) != "" {
			return k
		}
	}
	return -1
}

// regionIndex is the index of the region that holds an offset, or -1.
func regionIndex(r *stemma.Reading, offset int) int {
	i, ok := slices.BinarySearchFunc(r.Regions, offset, func(g stemma.Region, at int) int {
		switch {
		case g.End <= at:
			return -1
		case g.Start > at:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return i
}
