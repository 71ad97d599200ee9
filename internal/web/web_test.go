package web_test

import (
	"bytes"
	"context"
	"io"
	"iter"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ingest"
	"stemma/internal/ledger"
	"stemma/internal/reference/outline"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
	"stemma/internal/web"
)

const text = "Shells hit Oruna\n\n\"The mill was burned,\" the mayor said. بيان من القيادة.\n\nPost a comment"

// caseOf is a case of one document, put as a reading.
func caseOf(t testing.TB) *web.Case {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "small.stemma")
	if err := sqlite.Create(ctx, path); err != nil {
		t.Fatal(err)
	}
	c, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	d, r := page(text)
	i := stemma.Incident{
		ID: stemma.NewID("i", "", r.Events[0].ID), Title: "assault: → Oruna", Type: "ASSAULT", ACLED: "Attack", Status: stemma.Proposed, Events: []string{r.Events[0].ID}, Documents: []string{d.ID},
		Assessment: stemma.Assessment{Grade: stemma.GradeOne, Origins: stemma.Origins{Min: 1, Max: 1}, Accounts: []stemma.Account{{Name: "the page", Kind: stemma.OriginOwnVoice, Documents: []string{d.ID}}},
			Values: []stemma.Value{{Field: "happened", Text: "yes", Accounts: []int{0}, Origins: stemma.Origins{Min: 1, Max: 1}, Quotes: []stemma.Quote{{Document: d.ID, Span: r.Events[0].Trigger}}}}},
	}
	change := store.Change{Entries: []store.Entry{{Document: d, Reading: r, Capture: &stemma.Capture{Document: d.ID, Name: "one.txt", By: "tester"}}}}
	if err := c.Put(ctx, change); err != nil {
		t.Fatal(err)
	}
	if err := c.Put(ctx, store.Change{Joined: &store.Joined{Incidents: []stemma.Incident{i}}}); err != nil {
		t.Fatal(err)
	}
	none := func(context.Context) error { return nil }
	return &web.Case{
		Name: "small", Path: path, Store: c, Desk: &decide.Desk{Store: c, By: "tester", Now: time.Now, Weigh: none, Refresh: none, Reread: none},
		Add: func(context.Context, iter.Seq[ingest.Item], func(ingest.Result)) (ingest.Report, error) {
			return ingest.Report{}, nil
		},
	}
}

func page(text string) (stemma.Document, *stemma.Reading) {
	d := stemma.NewDocument("text/html", []byte(text))
	at := func(words string) stemma.Span {
		i := strings.Index(text, words)
		return stemma.Span{Start: i, End: i + len(words)}
	}
	said := at("The mill was burned,")
	claim := stemma.Claim{ID: stemma.SpanID("c", d.ID, "", said), Content: []stemma.Span{said}, Cue: at("said"), Source: stemma.Source{Name: "the mayor", Span: at("the mayor"), Kind: stemma.SourceNamed}, Stance: stemma.Asserts}
	hit := stemma.Event{ID: stemma.SpanID("e", d.ID, "", at("hit")), Type: "ASSAULT", ACLED: "Attack", Trigger: at("hit"), Clause: at("Shells hit Oruna"), Modality: stemma.Asserted}
	return d, &stemma.Reading{
		Document: d.ID, Version: "r_1", Language: "en", Read: true, Text: stemma.Text(text), Claims: []stemma.Claim{claim}, Events: []stemma.Event{hit},
		Regions: []stemma.Region{{Span: stemma.Span{End: strings.Index(text, "\"")}, Kind: stemma.RegionTitle}, {Span: stemma.Span{Start: strings.Index(text, "\""), End: strings.Index(text, "Post")}, Kind: stemma.RegionBody},
			{Span: stemma.Span{Start: strings.Index(text, "Post"), End: len(text)}, Kind: stemma.RegionResidue, Form: stemma.FormReplyForm}},
	}
}

// A visitor is a browser without a window, let in or not.
type visitor struct {
	*testing.T
	*http.Client
	base   string
	server *web.Server
}

func visit(t *testing.T, c *web.Case) *visitor {
	t.Helper()
	host := httptest.NewUnstartedServer(nil)
	server, err := web.NewServer(host.Listener.Addr().String(), web.Options{Case: c, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	host.Config.Handler = server
	host.Start()
	t.Cleanup(host.Close)
	jar, _ := cookiejar.New(nil)
	return &visitor{t, &http.Client{Jar: jar}, host.URL, server}
}

func (v *visitor) ask(method, path string, form url.Values, headers ...string) (int, string, http.Header) {
	v.Helper()
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	target := path
	if !strings.HasPrefix(path, "http") {
		target = v.base + path
	}
	r, err := http.NewRequest(method, target, body)
	if err != nil {
		v.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := v.Do(r)
	if err != nil {
		v.Fatal(err)
	}
	defer answer.Body.Close()
	data, _ := io.ReadAll(answer.Body)
	return answer.StatusCode, string(data), answer.Header
}

func (v *visitor) enter() {
	v.Helper()
	if code, body, _ := v.ask("GET", v.server.Link(), nil); code != http.StatusOK {
		v.Fatalf("the link answers %d: %s", code, body)
	}
}

func TestGuard_nobodyElseGetsIn(t *testing.T) {
	v := visit(t, caseOf(t))
	if code, body, _ := v.ask("GET", "/", nil); code != http.StatusForbidden || strings.Contains(body, "small") {
		t.Errorf("without a link: %d %q", code, body)
	}
	link := v.server.Link()
	v.enter()
	if code, _, _ := v.ask("GET", link, nil); code != http.StatusOK {
		t.Errorf("a second link: %d", code)
	}
	if code, _, _ := v.ask("GET", link, nil); code != http.StatusForbidden {
		t.Errorf("a used link: %d", code)
	}
	for name, headers := range map[string][]string{
		"another host":         {"Host", "evil.example:80"},
		"another origin":       {"Origin", "http://evil.example"},
		"no origin":            {"Origin", "null"},
		"another site's form":  {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"},
		"another port's page":  {"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"},
		"another site's image": {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"},
	} {
		if code, _, _ := v.ask("POST", "/undo", url.Values{}, headers...); code != http.StatusForbidden {
			t.Errorf("%s may decide: %d", name, code)
		}
	}
	if code, _, _ := v.ask("GET", "/d.json", nil, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "script"); code != http.StatusForbidden {
		t.Errorf("another site's page may load data: %d", code)
	}
}

func TestNewServer_onlyThisComputer(t *testing.T) {
	for _, address := range []string{"0.0.0.0:80", "192.168.1.4:80", "example.org:80", "[::]:80", "nonsense"} {
		if _, err := web.NewServer(address, web.Options{}); err == nil {
			t.Errorf("%s is listened on", address)
		}
	}
}

func TestPages_policy(t *testing.T) {
	v := visit(t, caseOf(t))
	v.enter()
	_, body, headers := v.ask("GET", "/", nil)
	policy := headers.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("policy %q lacks %s", policy, want)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(body, "<style") || strings.Contains(body, " style=") || strings.Contains(body, "onclick") {
		t.Error("a page has style or script of its own")
	}
	if headers.Get("Cache-Control") != "no-store" || headers.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("headers: %v", headers)
	}
}

func TestOriginal_onlyInItsFrame(t *testing.T) {
	c := caseOf(t)
	v := visit(t, c)
	v.enter()
	d, _ := page(text)
	_, body, headers := v.ask("GET", "/d/"+d.ID+"/original", nil, "Sec-Fetch-Dest", "iframe", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate")
	if body != text || !strings.Contains(headers.Get("Content-Security-Policy"), "; sandbox") || strings.Contains(headers.Get("Content-Security-Policy"), "allow-") {
		t.Errorf("the frame gets %q under %q", body, headers.Get("Content-Security-Policy"))
	}
	if _, body, _ := v.ask("GET", "/d/"+d.ID+"/original", nil, "Sec-Fetch-Dest", "document"); !strings.Contains(body, "sandbox=\"\"") {
		t.Error("the original is shown outside its frame")
	}
}

// TestCompare_eitherWayRound shows that two copies are the same pair whichever
// is named first.
func TestCompare_eitherWayRound(t *testing.T) {
	c := caseOf(t)
	one, _ := page(text)
	other, r := page(text + " ")
	if err := c.Store.Put(context.Background(), store.Change{
		Entries: []store.Entry{{Document: other, Reading: r, Capture: &stemma.Capture{Document: other.ID, Name: "two.txt", By: "tester"}}},
		Joined:  &store.Joined{Copies: []stemma.Copy{{Document: one.ID, Of: other.ID, Relation: stemma.RelationCopy, Containment: [2]float64{1, 1}, Order: stemma.OrderUnknown}}},
	}); err != nil {
		t.Fatal(err)
	}
	v := visit(t, c)
	v.enter()
	for _, path := range []string{"/d/" + one.ID + "/compare/" + other.ID, "/d/" + other.ID + "/compare/" + one.ID} {
		if _, body, _ := v.ask("GET", path, nil); !strings.Contains(body, "Copy: they share 100") {
			t.Errorf("%s: %s", path, body)
		}
	}
}

// TestLists_asTheCommandLine compares each list's rows with those of the ledger,
// which the command line prints.
func TestLists_asTheCommandLine(t *testing.T) {
	c := caseOf(t)
	v := visit(t, c)
	v.enter()
	for letter, name := range map[string]string{"d": "documents", "c": "claims", "e": "events", "i": "incidents", "x": "disagreements", "copies": "copies", "s": "sources", "a": "actors", "p": "places"} {
		k, _ := ledger.KindNamed(name)
		var want bytes.Buffer
		l := ledger.New(context.Background(), c.Store)
		if err := ledger.WriteJSON(&want, k.Rows(l, &ledger.Filter{})); err != nil {
			t.Fatal(err)
		}
		if _, got, _ := v.ask("GET", "/"+letter+".json", nil); got != want.String() {
			t.Errorf("/%s.json: %s, want %s", letter, got, want.String())
		}
		want.Reset()
		rows, _ := ledger.Leaving(l, k, &ledger.Filter{}, true)
		if err := ledger.WriteTable(&want, k, rows); err != nil {
			t.Fatal(err)
		}
		if _, got, _ := v.ask("GET", "/"+letter+".csv", nil); got != want.String() {
			t.Errorf("/%s.csv: %s", letter, got)
		}
	}
	if code, _, _ := v.ask("GET", "/i.json?from=yesterday", nil); code != http.StatusBadRequest {
		t.Errorf("a wrong day: %d", code)
	}
}

func TestRulings_byForm(t *testing.T) {
	c := caseOf(t)
	v := visit(t, c)
	v.enter()
	d, r := page(text)
	incident := stemma.NewID("i", "", r.Events[0].ID)
	for _, step := range []struct {
		path string
		form url.Values
		want string
	}{
		{"/i/" + incident + "/decide", url.Values{"do": {"accept"}}, "Accepted."},
		{"/i/" + incident + "/decide", url.Values{"reason": {"duplicate"}}, "Rejected."},
		{"/i/" + incident + "/decide", url.Values{"do": {"choose"}, "field": {"killed"}, "value": {"5"}, "why": {"the hospital"}}, "Chosen"},
		{"/i/" + incident + "/decide", url.Values{"do": {"choose"}, "field": {"killed"}, "value": {"5"}, "why": {""}}, "and a reason"},
		{"/f/" + r.Claims[0].ID, url.Values{"do": {"change"}, "document": {d.ID}, "field": {"said_by"}, "value": {"two officials"}, "back": {"/d/" + d.ID}}, "two officials"},
		{"/f/" + r.Claims[0].ID, url.Values{"do": {"span"}, "document": {d.ID}, "words": {"The mill was"}, "back": {"/d/" + d.ID}}, "The words were moved."},
		{"/d/" + d.ID + "/add", url.Values{"what": {"event"}, "words": {"mill was burned"}, "acled": {"Looting/property destruction"}, "back": {"/d/" + d.ID}}, "Looting/property destruction"},
		{"/d/" + d.ID + "/add", url.Values{"what": {"event"}, "words": {"nowhere said"}}, "stands nowhere in"},
		{"/anchors", url.Values{"sentence": {"The siege began"}, "date": {"2024-03-14"}, "back": {"/anchors"}}, "The siege began"},
		{"/undo", url.Values{"back": {"https://evil.example/"}}, "Undone."},
	} {
		if _, body, _ := v.ask("POST", step.path, step.form); !strings.Contains(body, step.want) {
			t.Errorf("%s %v never says %q", step.path, step.form, step.want)
		}
	}
	if _, body, _ := v.ask("GET", "/h", nil); !strings.Contains(body, "undone") || !strings.Contains(body, "two officials") {
		t.Error("the history does not tell of it")
	}
}

func TestReader_rightToLeftAndResidue(t *testing.T) {
	v := visit(t, caseOf(t))
	v.enter()
	d, _ := page(text)
	_, body, _ := v.ask("GET", "/d/"+d.ID+"?at=0,6", nil)
	for _, want := range []string{`<mark id="here"`, `dir="auto"`, "set aside: reply form", "بيان"} {
		if !strings.Contains(body, want) {
			t.Errorf("the reader lacks %s", want)
		}
	}
	if strings.Contains(body, "Post a comment") {
		t.Error("what was set aside is not folded")
	}
}

func FuzzPages(f *testing.F) {
	for _, path := range []string{"/d/x?at=1,2", "/i?from-row=9", "/r?skip=a,b&book=ucdp", "/c/c_1?d=d_1", "/q?q=%22", "/x/x", "/i/i.json", "/d/x/compare/y"} {
		f.Add(path)
	}
	server, err := web.NewServer("127.0.0.1:1", web.Options{Case: caseOf(f)})
	if err != nil {
		f.Fatal(err)
	}
	enter := httptest.NewRecorder()
	r := httptest.NewRequest("GET", server.Link(), nil)
	r.Host = "127.0.0.1:1"
	server.ServeHTTP(enter, r)
	cookie := enter.Result().Cookies()[0]
	f.Fuzz(func(t *testing.T, path string) {
		u, err := url.ParseRequestURI(path)
		if err != nil || u.Host != "" || strings.HasPrefix(u.Path, "/progress") {
			return
		}
		r := &http.Request{Method: "GET", URL: u, Host: "127.0.0.1:1", Header: http.Header{}}
		r.AddCookie(cookie)
		out := httptest.NewRecorder()
		server.ServeHTTP(out, r.WithContext(context.Background()))
		if out.Code >= 500 {
			t.Errorf("%s: %d %s", path, out.Code, out.Body)
		}
	})
}

// TestAssets_size holds what the map page loads under what a slow disk or a Tor
// browser bears: its assets, and the outlines of a region.
func TestAssets_size(t *testing.T) {
	all := len(outline.Open().Within(32, 35, 38, 43).Pack())
	for _, name := range []string{"leaflet.js", "leaflet.css", "map.js", "incidents.js", "stemma.js", "stemma.css", "mark.svg"} {
		data, err := os.ReadFile("assets/" + name)
		if err != nil {
			t.Fatal(err)
		}
		all += len(data)
	}
	if all > 260_000 {
		t.Errorf("the assets of the map page have %d bytes", all)
	}
	t.Log(all)
}
