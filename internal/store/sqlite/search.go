package sqlite

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/store"
)

// Search implements [store.Store].
func (c *Case) Search(ctx context.Context, words string, limit int) ([]store.Hit, error) {
	query := match(words)
	if query == "" {
		return nil, fmt.Errorf("search: %w: %q holds no word", stemma.ErrUsage, words)
	}
	rows, err := c.query(ctx, "search", query, limit)
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", words, explain(err))
	}
	defer rows.Close()
	var hits []store.Hit
	for rows.Next() {
		var hit store.Hit
		var marked string
		if err := rows.Scan(&hit.Document, &hit.Title, &marked, &hit.Snippet); err != nil {
			return nil, fmt.Errorf("search %q: %w", words, explain(err))
		}
		hit.Passage = passage(marked)
		hit.Snippet = strings.Join(strings.Fields(hit.Snippet), " ")
		hits = append(hits, hit)
	}
	return hits, explain(rows.Err())
}

// match is a person's words as a query of FTS5, in which nothing but words,
// "phrases" and a final * has a meaning.
//
//	aid convoy* "north gate" → "aid" "convoy" * "north gate"
func match(words string) string {
	var terms []string
	for i, part := range strings.Split(words, `"`) {
		if i%2 == 1 {
			terms = append(terms, term(part))
			continue
		}
		for _, word := range strings.Fields(part) {
			terms = append(terms, term(word))
		}
	}
	return strings.TrimSpace(strings.Join(terms, " "))
}

func term(s string) string {
	if !strings.ContainsFunc(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }) {
		return ""
	}
	prefix := ""
	if strings.HasSuffix(s, "*") {
		prefix = " *"
	}
	s = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, folded(s))
	return `"` + strings.TrimRight(s, "*") + `"` + prefix
}

// folding makes one letter of those that Arabic spellings do not keep apart. Each
// is as long as what it stands for, so that offsets hold.
var folding = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ة", "ه")

func folded(s string) string { return folding.Replace(s) }

const (
	markOpen  = '\x02'
	markClose = '\x03'
)

// passage is the first found run of a text in which all of them are marked.
func passage(marked string) stemma.Span {
	start := strings.IndexByte(marked, markOpen)
	if start < 0 {
		return stemma.Span{}
	}
	end := strings.IndexByte(marked[start:], markClose)
	if end < 0 {
		return stemma.Span{}
	}
	return stemma.Span{Start: start, End: start + end - 1}
}
