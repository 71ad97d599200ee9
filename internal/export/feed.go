package export

import (
	"encoding/xml"
	"io"
	"time"
)

// A Feed is a list of incidents for programs that follow what is new: Atom (RFC
// 4287) or JSON Feed 1.1. Its ids last, and its times are those of the log.
type Feed struct {
	ID      string // a URN
	Title   string
	Home    string // address of the list for people; "" if it is not served
	Self    string // address of the feed
	Updated time.Time
	Entries []Entry
}

// An Entry is one incident in a feed.
type Entry struct {
	ID, Title, Text    string
	Link               string // "" if the incident has no address
	Published, Updated time.Time
	Tags               []string
}

// author is who makes a feed: the machine, and no outlet or person.
const author = "Stemma"

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Published  string         `xml:"published"`
	Updated    string         `xml:"updated"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Content    atomText       `xml:"content"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// WriteAtom writes a feed as Atom.
func (f Feed) WriteAtom(w io.Writer) error {
	out := atomFeed{ID: f.ID, Title: f.Title, Updated: second(f.Updated), Author: author}
	out.Links = append(atomLinks("alternate", "text/html", f.Home), atomLinks("self", "application/atom+xml", f.Self)...)
	for _, e := range f.Entries {
		one := atomEntry{
			ID: e.ID, Title: e.Title, Published: second(e.Published), Updated: second(e.Updated),
			Links: atomLinks("alternate", "text/html", e.Link), Content: atomText{"text", e.Text},
		}
		for _, tag := range e.Tags {
			one.Categories = append(one.Categories, atomCategory{tag})
		}
		out.Entries = append(out.Entries, one)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	lines := xml.NewEncoder(w)
	lines.Indent("", " ")
	if err := lines.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func atomLinks(rel, kind, href string) []atomLink {
	if href == "" {
		return nil
	}
	return []atomLink{{rel, kind, href}}
}

type jsonFeed struct {
	Version string     `json:"version"`
	Title   string     `json:"title"`
	Home    string     `json:"home_page_url,omitempty"`
	Self    string     `json:"feed_url,omitempty"`
	Authors []jsonName `json:"authors"`
	Items   []jsonItem `json:"items"`
}

type jsonName struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published"`
	Modified  string   `json:"date_modified"`
	Tags      []string `json:"tags"`
}

// WriteJSON writes a feed as JSON Feed 1.1.
func (f Feed) WriteJSON(w io.Writer) error {
	out := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: f.Title, Home: f.Home, Self: f.Self, Authors: []jsonName{{author}}, Items: []jsonItem{}}
	for _, e := range f.Entries {
		out.Items = append(out.Items, jsonItem{e.ID, e.Link, e.Title, e.Text, second(e.Published), second(e.Updated), list(e.Tags)})
	}
	lines := Encoder(w)
	lines.SetIndent("", " ")
	return lines.Encode(out)
}

func second(t time.Time) string { return t.UTC().Format(time.RFC3339) }
