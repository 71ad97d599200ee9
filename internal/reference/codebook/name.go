package codebook

import "stemma/internal/reference/table"

// A name is what people call a kind of act.
type name struct{ typ, mode, subevent, words string }

func readNames() []name {
	var names []name
	for _, row := range table.Embedded("names.tsv", namesData, "type", "mode", "subevent", "name", "note") {
		names = append(names, name{row.Cell("type"), row.Cell("mode"), row.Cell("subevent"), row.Cell("name")})
	}
	return names
}

// Name is what people call a kind of act, by its type, its mode and what ACLED calls
// it, if it has a word for it; "" for no type at all.
//
//	ASSAULT, drone → "drone strike"; ASSAULT, abduct, "Armed clash" → "capture"
func (b *Book) Name(typ, mode, acled string) string {
	for _, n := range b.names {
		if n.typ == typ && (n.mode == "" || n.mode == mode) && (n.subevent == "" || n.subevent == acled) {
			return n.words
		}
	}
	return ""
}
