package lexicon

import "strings"

// Lower is a word as the lists have it: in lower case, its apostrophe straight.
func Lower(word string) string { return strings.ToLower(strings.ReplaceAll(word, "’", "'")) }
