package html

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stemma"
	"stemma/internal/reference/table"
)

// properties are what the page's markup says of it, JSON-LD first, then meta
// elements, then marked times, then lines whose class says that they are a date,
// then the data of its scripts, each in the page's order.
func properties(root *html.Node) []stemma.Property {
	var ld, meta, times, classes, scripts []stemma.Property
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Script:
			if strings.Contains(strings.ToLower(attribute(n, "type")), "ld+json") {
				ld = append(ld, linked(inner(n))...)
			} else if len(scripts) < maxScripted {
				scripts = append(scripts, scripted(inner(n))...)
			}
		case atom.Html:
			meta = add(meta, "language", attribute(n, "lang"))
		case atom.Meta, atom.Link, atom.Title:
			meta = append(meta, stated(n)...)
		default:
			times = append(times, marked(n)...)
			classes = append(classes, classed(n)...)
		}
	}
	return slices.Concat(ld, meta, times, classes, scripts)
}

func add(to []stemma.Property, name, value string) []stemma.Property {
	if value = strings.Join(strings.Fields(value), " "); value == "" {
		return to
	}
	return append(to, stemma.Property{Name: name, Value: value, From: "meta"})
}

//go:embed property.tsv
var propertyTable string

// meant maps the names that meta elements bear to the property they state.
var meant = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, row := range table.Embedded("property.tsv", propertyTable, "name", "property", "note") {
		names[row.Cell("name")] = row.Cell("property")
	}
	return names
})

// stated is what an element of the head says.
//
//	<meta property="article:published_time" content="2021-03-04"> → published, 2021-03-04
func stated(n *html.Node) []stemma.Property {
	switch n.DataAtom {
	case atom.Title:
		return add(nil, "title", inner(n))
	case atom.Link:
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			return add(nil, "url", attribute(n, "href"))
		}
		return nil
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if name, ok := meant()[strings.ToLower(strings.TrimSpace(attribute(n, key)))]; ok {
			return add(nil, name, attribute(n, "content"))
		}
	}
	return nil
}

// marked is a date that an element of the body bears for machines.
//
//	<time datetime="2021-03-04T09:00Z" pubdate>4 March</time> → published, 2021-03-04T09:00Z
//	<abbr class="published" title="2021-03-04">              → published, 2021-03-04
//	<span itemprop="dateModified">5 March 2021</span>        → modified, 5 March 2021
func marked(n *html.Node) []stemma.Property {
	name := meant()[strings.ToLower(attribute(n, "itemprop"))]
	value := attribute(n, "datetime")
	switch {
	case value == "" && (name == "published" || name == "modified"):
		if value = attribute(n, "content"); value == "" {
			value = attribute(n, "title")
		}
		if value == "" {
			value = inner(n)
		}
	case n.DataAtom == atom.Abbr && contains(attribute(n, "class"), "published"):
		name, value = "published", attribute(n, "title")
	case n.DataAtom != atom.Time || value == "":
		return nil
	}
	switch {
	case contains(attribute(n, "class"), "updated") && !contains(attribute(n, "class"), "published"):
		name = "modified"
	case name != "modified":
		name = "published"
	}
	value = strings.Join(strings.Fields(value), " ")
	if value == "" || len(value) > maxValue {
		return nil
	}
	return []stemma.Property{{Name: name, Value: value, From: "time"}}
}

// classed is a short line that its class calls a date.
//
//	<span class="post-date">4 March 2021</span>     → published, 4 March 2021
//	<span class="last-update">4 March 2021</span>   → nothing
func classed(n *html.Node) []stemma.Property {
	if n.DataAtom == atom.Time || !datedClass(attribute(n, "class")) {
		return nil
	}
	value := strings.Join(strings.Fields(inner(n)), " ")
	if value == "" || len(value) > maxValue || !strings.ContainsAny(value, "0123456789") {
		return nil
	}
	return []stemma.Property{{Name: "published", Value: value, From: "class"}}
}

// datedClass reports whether one of the classes of an element says that it holds
// the day of what stands there, and none that the day is of something else.
func datedClass(classes string) bool {
	dated := false
	for _, word := range strings.FieldsFunc(strings.ToLower(classes), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		switch word {
		case "date", "datum", "pubdate", "published", "authored", "posted", "dateline", "timestamp":
			dated = true
		case "update", "updated", "modified", "event", "birth", "range", "picker", "calendar", "comment":
			return false
		}
	}
	return dated
}

// maxValue bounds a date in an attribute; longer ones hold something else.
const maxValue = 64

func contains(classes, word string) bool {
	for _, class := range strings.Fields(strings.ToLower(classes)) {
		if class == word {
			return true
		}
	}
	return false
}

// inner is the text inside an element.
func inner(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}
