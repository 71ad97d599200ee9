// Package testdata gives the committed figures to the page that prints them.
package testdata

import _ "embed"

// Scores are the figures of the scorers: one a line, a set of pages, a measure
// and its value.
//
//go:embed scores.txt
var Scores string
