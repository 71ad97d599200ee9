package html

import (
	"strings"

	"stemma"
)

// scripted are the days of publication that the data of a page's own program
// hold, as shops and newsrooms leave them beside the report.
//
//	{"id": 7, "published_at": "2021-03-04T09:00Z"}  → published, 2021-03-04T09:00Z
//	{\"publishedDate\": \"2021-03-04\"}             → published, 2021-03-04
func scripted(script string) []stemma.Property {
	const sign = "ublish"
	var out []stemma.Property
	for at := strings.Index(script, sign); at >= 0 && len(out) < maxScripted; {
		key, value := member(script, at)
		if name, ok := meant()[strings.ToLower(key)]; ok && name == "published" && value != "" {
			out = append(out, stemma.Property{Name: name, Value: value, From: "script"})
		}
		next := strings.Index(script[at+len(sign):], sign)
		if next < 0 {
			break
		}
		at += len(sign) + next
	}
	return out
}

// maxScripted bounds the days that are kept: a list of reports dates none.
const maxScripted = 20

// member is the key of a script's data that stands around an offset, and its
// value if that is short and begins with a figure.
func member(script string, at int) (key, value string) {
	const longest = 30
	from := strings.LastIndexByte(script[:at], '"') + 1
	to := strings.IndexByte(script[at:], '"')
	if from == 0 || to < 0 || at-from > longest || to > longest {
		return "", ""
	}
	key = strings.TrimSuffix(script[from:at+to], `\`)
	rest := strings.TrimLeft(script[at+to+1:min(len(script), at+to+1+2*maxValue)], ` :\"`)
	end := strings.IndexAny(rest, `\",}`)
	if end < 1 || end > maxValue || rest[0] < '0' || rest[0] > '9' {
		return key, ""
	}
	return key, rest[:end]
}
