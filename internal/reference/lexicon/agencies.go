package lexicon

import (
	_ "embed"
	"strings"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed agencies.tsv
var agencyTable string

// A Medium is an agency, whose texts others print, or an outlet that prints its
// own.
type Medium struct {
	Name   string
	Agency bool
}

var media = sync.OnceValue(func() map[string]Medium {
	known := map[string]Medium{}
	for _, row := range table.Embedded("agencies.tsv", agencyTable, "name", "forms", "kind", "note") {
		medium := Medium{row.Cell("name"), row.Cell("kind") == "agency"}
		for _, form := range row.List("forms") {
			known[form] = medium
		}
	}
	return known
})

// KnownMedium is the medium that a name in its own capitals stands for.
//
//	"Agence France-Presse" → AFP, an agency
//	"Harbour Wire"         → not known
func KnownMedium(name string) (Medium, bool) {
	m, ok := media()[name]
	return m, ok
}

// wires are the last words of the names of agencies, and titles those of other
// media.
var (
	wires  = words(`agency wire newswire wires service services`)
	titles = words(`news times post herald gazette courier star telegraph mail journal tribune chronicle observer guardian daily weekly
		radio tv television radio-television broadcasting channel press media online review dispatch independent monitor sun mirror
		express standard echo examiner advertiser record bulletin globe today network magazine`)
)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		out[word] = true
	}
	return out
}

// NamedLikeAgency reports whether a name is made like that of an agency:
// "Harbour Press Service", "Meridian Wire".
func NamedLikeAgency(name string) bool { return endsIn(name, wires) }

// NamedLikeMedium reports whether a name is made like that of a newspaper, a
// station or an agency: "The Harbour Courier", "RADIO OLMEN".
func NamedLikeMedium(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return endsIn(name, wires) || endsIn(name, titles) || first == "radio" && strings.Contains(name, " ")
}

func endsIn(name string, last map[string]bool) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) > 1 && last[strings.Trim(words[len(words)-1], ".,")]
}

// AgencyVersion is that of the table, for the versions of the stages that use it.
func AgencyVersion() string { return fingerprint(agencyTable, monthTable, stampTable) }
