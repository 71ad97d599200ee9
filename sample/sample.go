// Package sample holds the built-in sample: invented reports of three incidents
// in an invented country, with the tables of its places and actors. It shows
// copies, a forum thread, a page clock, an HTML page with all that surrounds a
// story, and accounts that do not agree; no real event, place or person is in
// it. In: nothing; out: a folder as `stemma add` takes it.
package sample

import "embed"

// Files are the reports with their manifest.csv, under reports/.
//
//go:embed reports
var Files embed.FS

// Places are the invented places, as `stemma places import` takes them.
//
//go:embed places.tsv
var Places string

// Actors are the invented actors, as `stemma actors import` takes them.
//
//go:embed actors.tsv
var Actors string
