package parse

import (
	_ "embed"
	"strings"

	"stemma/internal/reference/table"
)

//go:embed data/parts.tsv
var partsTable string

// parts are the pieces of words by which tokens are cut, in lower case.
var parts = func() (p struct {
	prefix, unit, clitic map[string]bool
	joined               map[string]int // bytes of the first word
}) {
	p.prefix, p.unit, p.clitic, p.joined = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]int{}
	for _, row := range table.Embedded("parts.tsv", partsTable, "kind", "part", "note") {
		switch part := row.Cell("part"); row.Cell("kind") {
		case "prefix":
			p.prefix[part] = true
		case "unit":
			p.unit[part] = true
		case "clitic":
			p.clitic[part] = true
		case "joined":
			first, second, _ := strings.Cut(part, "|")
			p.joined[first+second] = len(first)
		}
	}
	return p
}()
