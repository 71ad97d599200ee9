package html

import (
	"encoding/json"
	"strings"

	"stemma"
)

// linked is what a JSON-LD script says of the page: of its articles first, then
// of the page itself; of nothing else that it lists.
//
//	{"@type": "NewsArticle", "headline": "Bridge reopens", "datePublished": "2021-03-04"}
//	→ title, Bridge reopens; published, 2021-03-04
func linked(script string) []stemma.Property {
	var data any
	if json.Unmarshal([]byte(clean(script)), &data) != nil {
		return nil
	}
	var articles, pages []stemma.Property
	for _, thing := range things(data, 0) {
		switch kind := kindOf(thing); {
		case report(kind):
			articles = append(articles, said(thing)...)
		case strings.HasSuffix(kind, "Page"):
			pages = append(pages, said(thing)...)
		}
	}
	return append(articles, pages...)
}

// clean takes off what templates put around the JSON and the bare control
// characters that they leave inside it.
func clean(script string) string {
	script = strings.TrimSpace(script)
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"/*<![CDATA[*/", "/*]]>*/"}, {"<![CDATA[", "]]>"}} {
		script = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(script, wrap[0]), wrap[1]))
	}
	return strings.TrimSuffix(strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script), ";")
}

// things are the objects that stand for the page: at the top, in a list or graph
// there, or as its main entity. Lists of other pages lie deeper.
func things(data any, depth int) []map[string]any {
	const deep = 3
	if depth > deep {
		return nil
	}
	var out []map[string]any
	switch data := data.(type) {
	case []any:
		for _, one := range data {
			out = append(out, things(one, depth+1)...)
		}
	case map[string]any:
		out = append(out, data)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			out = append(out, things(data[key], depth+1)...)
		}
	}
	return out
}

func kindOf(thing map[string]any) string {
	if kinds, ok := thing["@type"].([]any); ok && len(kinds) > 0 {
		kind, _ := kinds[0].(string)
		return kind
	}
	kind, _ := thing["@type"].(string)
	return kind
}

func report(kind string) bool {
	return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" || kind == "CreativeWork"
}

// keys are the words of schema.org for the properties, in the order of use.
var keys = []struct{ key, property string }{
	{"headline", "title"}, {"name", "title"}, {"datePublished", "published"}, {"dateCreated", "created"}, {"dateModified", "modified"},
	{"author", "author"}, {"publisher", "site"}, {"url", "url"}, {"inLanguage", "language"},
}

func said(thing map[string]any) []stemma.Property {
	var out []stemma.Property
	for _, k := range keys {
		for _, value := range names(thing[k.key], 0) {
			if value = strings.Join(strings.Fields(value), " "); value != "" {
				out = append(out, stemma.Property{Name: k.property, Value: value, From: "json-ld"})
			}
		}
	}
	return out
}

// names are the strings that a value comes to: itself, the names of the objects
// that it is, or of each in a list.
func names(value any, depth int) []string {
	switch value := value.(type) {
	case string:
		return []string{value}
	case []any:
		var out []string
		for _, one := range value[:min(len(value), 20)] {
			if depth < 2 {
				out = append(out, names(one, depth+1)...)
			}
		}
		return out
	case map[string]any:
		if name, ok := value["name"].(string); ok {
			return []string{name}
		}
	}
	return nil
}
