package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"stemma/internal/export"
)

// TestFeed_bothForms reads the feeds of a case as a reader of feeds would, and
// holds them to what RFC 4287 and JSON Feed 1.1 ask for.
func TestFeed_bothForms(t *testing.T) {
	t.Parallel()
	casefile := demoCase(t)
	atom := feedOf(t, casefile, "atom")
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(atom))
	if err != nil {
		t.Fatal(err)
	}
	jsonData := feedOf(t, casefile, "jsonfeed")
	twin, err := gofeed.NewParser().Parse(bytes.NewReader(jsonData))
	if err != nil {
		t.Fatal(err)
	}
	if feed.FeedType != "atom" || twin.FeedType != "json" || twin.FeedVersion != "1.1" && twin.FeedVersion != "https://jsonfeed.org/version/1.1" {
		t.Errorf("they are %s and %s %s", feed.FeedType, twin.FeedType, twin.FeedVersion)
	}
	if len(feed.Items) == 0 || len(feed.Items) != len(twin.Items) {
		t.Fatalf("%d entries and %d", len(feed.Items), len(twin.Items))
	}
	seen := map[string]bool{}
	for i, item := range feed.Items {
		other := twin.Items[i]
		if item.GUID != other.GUID || item.Title != other.Title || item.Content != other.Content || !item.UpdatedParsed.Equal(*other.UpdatedParsed) {
			t.Errorf("entry %d differs: %v, %v", i, item, other)
		}
		if seen[item.GUID] || item.PublishedParsed.After(*item.UpdatedParsed) || i > 0 && item.UpdatedParsed.After(*feed.Items[i-1].UpdatedParsed) {
			t.Errorf("entry %d: id %s, published %s, updated %s", i, item.GUID, item.Published, item.Updated)
		}
		seen[item.GUID] = true
	}
	strictAtom(t, atom)
	strictJSON(t, jsonData)
	if again := feedOf(t, casefile, "atom"); !bytes.Equal(atom, again) {
		t.Error("the same case gives another feed")
	}
	namesNobody(t, casefile, string(atom))
}

func feedOf(t *testing.T, casefile, format string) []byte {
	t.Helper()
	return runStemma(t, "--case", casefile, "export", "incidents", "--proposed", "--format", format)
}

// strictAtom holds a feed to RFC 4287, sections 4.1.1 and 4.1.2: each has one id
// that is an IRI, one title, one time with seconds and a zone; an author; and
// what has no link has content.
func strictAtom(t *testing.T, data []byte) {
	t.Helper()
	type common struct {
		ID      []string `xml:"http://www.w3.org/2005/Atom id"`
		Title   []string `xml:"http://www.w3.org/2005/Atom title"`
		Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		common
		Author  []string `xml:"author>name"`
		Entries []struct {
			common
			Content []string `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(data, &feed); err != nil {
		t.Fatal(err)
	}
	all := []common{feed.common}
	for _, e := range feed.Entries {
		all = append(all, e.common)
		if len(e.Content) != 1 {
			t.Errorf("%s has %d contents", e.ID, len(e.Content))
		}
	}
	for _, c := range all {
		if len(c.ID) != 1 || len(c.Title) != 1 || len(c.Updated) != 1 {
			t.Fatalf("%+v: want one id, one title, one time", c)
		}
		id, err := url.Parse(c.ID[0])
		_, wrong := time.Parse(time.RFC3339, c.Updated[0])
		if err != nil || id.Scheme != "urn" || wrong != nil {
			t.Errorf("id %s, updated %s", c.ID[0], c.Updated[0])
		}
	}
	if len(feed.Author) != 1 {
		t.Errorf("authors: %v", feed.Author)
	}
}

// strictJSON holds a feed to JSON Feed 1.1: version, title and items at the top;
// of each item an id and a content; no key that is not the format's.
func strictJSON(t *testing.T, data []byte) {
	t.Helper()
	var feed struct {
		Version string `json:"version"`
		Title   string `json:"title"`
		Home    string `json:"home_page_url"`
		Self    string `json:"feed_url"`
		Authors []struct {
			Name string `json:"name"`
		} `json:"authors"`
		Items []struct {
			ID        string    `json:"id"`
			URL       string    `json:"url"`
			Title     string    `json:"title"`
			Text      string    `json:"content_text"`
			Published time.Time `json:"date_published"`
			Modified  time.Time `json:"date_modified"`
			Tags      []string  `json:"tags"`
		} `json:"items"`
	}
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&feed); err != nil {
		t.Fatal(err)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.Title == "" {
		t.Errorf("version %q, title %q", feed.Version, feed.Title)
	}
	for _, item := range feed.Items {
		if item.ID == "" || item.Text == "" || item.Modified.IsZero() {
			t.Errorf("item %+v", item)
		}
	}
}

// namesNobody looks for persons, units and unnamed sources in a feed.
func namesNobody(t *testing.T, casefile, feed string) {
	t.Helper()
	var actors []export.ActorRow
	if err := json.Unmarshal(runStemma(t, "--case", casefile, "actors", "list", "--json"), &actors); err != nil {
		t.Fatal(err)
	}
	var claims []export.ClaimRow
	if err := json.Unmarshal(runStemma(t, "--case", casefile, "claims", "list", "--json"), &claims); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range actors {
		if a.Kind == "person" && strings.Contains(a.Name, " ") {
			names = append(names, a.Name)
		}
	}
	for _, c := range claims {
		if c.Source != nil && c.Source.Kind == "unnamed" && strings.Contains(c.Source.Name, " ") {
			names = append(names, c.Source.Name)
		}
	}
	if len(names) == 0 {
		t.Fatal("the case has nobody to keep out")
	}
	for _, name := range append(names, "Brigade", "Battalion", "Regiment") {
		if strings.Contains(feed, name) {
			t.Errorf("the feed names %q", name)
		}
	}
}

// TestFeed_served asks for the feeds at their addresses: with links there, and
// refused where somebody would be followed.
func TestFeed_served(t *testing.T) {
	t.Parallel()
	server, base := serveHere(t, smallCase(t))
	get := func(path string) (int, string, string) {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+server.Token())
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		data, _ := io.ReadAll(answer.Body)
		return answer.StatusCode, answer.Header.Get("Content-Type"), string(data)
	}
	for path, want := range map[string][2]string{
		"/i.atom":                {"application/atom+xml", `<link rel="self" type="application/atom+xml" href="` + base + `/i.atom"></link>`},
		"/i.feed.json":           {"application/feed+json", `"url": "` + base + `/i/i_`},
		"/i.atom?q=type:ASSAULT": {"application/atom+xml", `href="` + base + `/i.atom?q=type%3AASSAULT"`},
	} {
		status, kind, body := get(path)
		if status != http.StatusOK || kind != want[0] || !strings.Contains(body, want[1]) {
			t.Errorf("%s: %d %s %s", path, status, kind, body)
		}
		if _, err := gofeed.NewParser().ParseString(body); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	for _, path := range []string{"/i.atom?actor=army", "/i.feed.json?q=said-by:mayor", "/c.atom", "/s.feed.json"} {
		if status, _, body := get(path); status != http.StatusBadRequest || !strings.Contains(body, "feed") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}
