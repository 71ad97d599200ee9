package copy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// A word is one word of what is compared, folded so that edits of typography do
// not count: lower case, curly marks straight, accents kept.
type word struct {
	stemma.Span
	text   string
	number int  // running number of its region: what stands in one paragraph
	quoted bool // it stands inside a quotation
}

// words are the words of a reading's body. Titles and captions are left out:
// they travel between texts that are otherwise strangers.
func words(r *stemma.Reading) []word {
	var out []word
	for i, region := range r.Regions {
		if region.Kind == stemma.RegionBody {
			out = appendWords(out, r.Text, region.Span, i)
		}
	}
	mark(out, r.Syntax.Quotations)
	return out
}

func appendWords(out []word, text stemma.Text, in stemma.Span, number int) []word {
	start := -1
	for i := in.Start; i <= in.End; {
		c, width := rune(' '), 1
		if i < in.End {
			c, width = utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, in.End)]))
		}
		inside := unicode.IsLetter(c) || unicode.IsDigit(c)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			span := stemma.Span{Start: start, End: i}
			out = append(out, word{Span: span, text: strings.ToLower(text.Words(span)), number: number})
			start = -1
		}
		i += width
	}
	return out
}

// mark notes which words stand in quotations; both lists are in the order of
// the text.
func mark(all []word, quotations []stemma.Quotation) {
	q := 0
	for i := range all {
		for q < len(quotations) && quotations[q].End <= all[i].Start {
			q++
		}
		all[i].quoted = q < len(quotations) && quotations[q].Depth == 0 && quotations[q].Contains(all[i].Span)
	}
}

// shingles are the hashes of each run of size words, by the FNV-1a of their
// letters; empty if there are fewer words.
func shingles(all []word, size int) []uint64 {
	if len(all) < size {
		return nil
	}
	out := make([]uint64, len(all)-size+1)
	for i := range out {
		h := uint64(fnvOffset)
		for _, w := range all[i : i+size] {
			for j := 0; j < len(w.text); j++ {
				h = (h ^ uint64(w.text[j])) * fnvPrime
			}
			h = (h ^ ' ') * fnvPrime
		}
		out[i] = h
	}
	return out
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)
