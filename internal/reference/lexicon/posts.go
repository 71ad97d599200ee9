package lexicon

import (
	_ "embed"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed posts.tsv
var postTable string

// PostKind says what makes a noun the name of a post.
type PostKind string

// The kinds of post.
const (
	PostVoice PostKind = "voice" // "a ministry spokesman"
	PostTitle PostKind = "title" // "the governor"
	PostKinds PostKind = "kind"  // "the harbour master", but not "the officer"
)

var posts = sync.OnceValue(func() map[string]PostKind {
	all := map[string]PostKind{}
	for _, row := range table.Embedded("posts.tsv", postTable, "noun", "with", "note") {
		all[row.Cell("noun")] = PostKind(row.Cell("with"))
	}
	return all
})

// Post says what makes a noun the name of a post; "" if it names none.
func Post(noun string) PostKind { return posts()[noun] }
