package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unseen reports whether an element shows no words: by what it is, or because
// the page hides it. The elements that hold whole articles are never hidden:
// pages do so until a script has run.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Head,
		atom.Select, atom.Textarea, atom.Datalist, atom.Canvas, atom.Audio, atom.Video, atom.Noframes, atom.Map:
		return true
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	}
	if has(n, "hidden") {
		return true
	}
	style := attribute(n, "style")
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// set reports whether an element is set apart from the words around it.
func set(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption, atom.Center,
		atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
		atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P,
		atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead,
		atom.Tr, atom.Ul:
		return true
	}
	return false
}

// gap is the white space after an element: cells and list items follow on the
// next line, everything else after an empty one.
func gap(n *html.Node) string {
	switch n.DataAtom {
	case atom.Li, atom.Td, atom.Th, atom.Tr, atom.Dt, atom.Dd, atom.Button, atom.Legend, atom.Summary:
		return "\n"
	}
	return "\n\n"
}

// heading is the level of a heading, 0 for other elements.
func heading(n *html.Node) int {
	if len(n.Data) == 2 && n.Data[0] == 'h' && '1' <= n.Data[1] && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	return 0
}

// segment is an element as a path names it: its name, id and classes; what it
// is in other vocabularies (role, itemprop, rel) counts as a class.
//
//	<div id="Top" class="story lead" role="main"> → "div#top.story.lead.main"
func segment(n *html.Node) string {
	var out strings.Builder
	out.WriteString(n.Data)
	for _, word := range strings.FieldsFunc(strings.ToLower(attribute(n, "id")), separator) {
		out.WriteString("#" + word)
	}
	for _, name := range []string{"class", "role", "itemprop", "rel"} {
		for _, word := range strings.FieldsFunc(strings.ToLower(attribute(n, name)), separator) {
			out.WriteString("." + word)
		}
	}
	return strings.ToValidUTF8(out.String()[:min(out.Len(), maxSegment)], "")
}

// maxSegment bounds one element's part of a path; pages with more classes than
// this on one element have them from a generator and they say nothing.
const maxSegment = 240

func separator(r rune) bool { return r == '.' || r == '#' || unicode.IsSpace(r) }
