package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"stemma/internal/api"
)

// A script is a program that works with a case through the API. Whatever it is
// answered is held against the OpenAPI document.
type script struct {
	*testing.T
	base, token string
	document    contract
	schemas     *jsonschema.Compiler
	answered    map[string]bool // operations that have succeeded
}

// contract is as much of the OpenAPI document as a client goes by.
type contract struct {
	Paths map[string]map[string]struct {
		OperationID string `json:"operationId"`
		Parameters  []struct{ Name, In string }
		Responses   map[string]struct {
			Content map[string]any
		}
	}
}

func scriptOn(t *testing.T, casefile string) *script {
	t.Helper()
	server, base := serveHere(t, casefile)
	s := &script{T: t, base: base + api.Prefix, token: server.Token(), answered: map[string]bool{}, schemas: jsonschema.NewCompiler()}
	_, data, _ := s.send("GET", "/openapi.json", "")
	if err := json.Unmarshal(data, &s.document); err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.schemas.AddResource("openapi.json", parsed); err != nil {
		t.Fatal(err)
	}
	return s
}

// send asks for a path with some headers, name and value by turns.
func (s *script) send(method, path, body string, headers ...string) (int, []byte, http.Header) {
	s.Helper()
	r, err := http.NewRequestWithContext(s.Context(), method, s.base+path, strings.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+s.token)
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		s.Fatal(err)
	}
	return answer.StatusCode, data, answer.Header
}

// ask sends a request of an operation and holds the answer against the document.
func (s *script) ask(method, template, path, body string, headers ...string) (int, []byte, http.Header) {
	s.Helper()
	status, data, header := s.send(method, path, body, headers...)
	op, ok := s.document.Paths[template][strings.ToLower(method)]
	if !ok {
		s.Fatalf("the document has no %s %s", method, template)
	}
	answer, ok := op.Responses[strconv.Itoa(status)]
	if !ok {
		s.Errorf("%s %s: %d is not in the document: %.300s", method, path, status, data)
		return status, data, header
	}
	if status < 300 {
		s.answered[op.OperationID] = true
	}
	if status == http.StatusNotModified {
		return status, data, header
	}
	kind, _, _ := strings.Cut(header.Get("Content-Type"), ";")
	if _, ok := answer.Content[kind]; !ok {
		s.Errorf("%s %s: %d comes as %s, which is not in the document", method, path, status, kind)
		return status, data, header
	}
	s.hold(data, "paths", template, strings.ToLower(method), "responses", strconv.Itoa(status), "content", kind, "schema")
	return status, data, header
}

// hold holds JSON against the schema at a place of the document.
func (s *script) hold(data []byte, at ...string) {
	s.Helper()
	pointer := "openapi.json#"
	for _, step := range at {
		pointer += "/" + url.PathEscape(strings.NewReplacer("~", "~0", "/", "~1").Replace(step))
	}
	schema, err := s.schemas.Compile(pointer)
	if err != nil {
		s.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err == nil {
		err = schema.Validate(value)
	}
	if err != nil {
		s.Errorf("%s: %v", pointer, err)
	}
}

// listPage is a page of any list.
type listPage struct {
	Items []json.RawMessage
	Next  *string
	Total struct{ Value int }
}

// all goes through a list by its cursors.
func (s *script) all(kind string, limit int) []json.RawMessage {
	s.Helper()
	var out []json.RawMessage
	for cursor := ""; ; {
		_, data, header := s.ask("GET", "/"+kind, fmt.Sprintf("/%s?limit=%d&cursor=%s", kind, limit, cursor), "")
		var p listPage
		if err := json.Unmarshal(data, &p); err != nil {
			s.Fatal(err)
		}
		out = append(out, p.Items...)
		if (p.Next == nil) != (header.Get("Link") == "") {
			s.Errorf("%s: next is %v, and the link %q", kind, p.Next, header.Get("Link"))
		}
		if p.Next == nil {
			if p.Total.Value != len(out) {
				s.Errorf("%s: %d rows, said to be %d", kind, len(out), p.Total.Value)
			}
			return out
		}
		cursor = *p.Next
	}
}

var kindsOfLists = []string{"documents", "copies", "claims", "events", "incidents", "disagreements", "sources", "actors", "places"}

// TestAPI_contract asks for every operation of the document, rules in every way,
// and takes each ruling back.
func TestAPI_contract(t *testing.T) {
	t.Parallel()
	casefile := demoCase(t)
	printed := map[string][]byte{}
	for _, kind := range append(slices.Clone(kindsOfLists), "decisions") {
		printed[kind] = runStemma(t, "--case", casefile, kind, "list", "--json")
	}
	s := scriptOn(t, casefile)
	rows := map[string][]json.RawMessage{}
	for _, kind := range kindsOfLists {
		rows[kind] = s.all(kind, 60)
		s.sameAsPrinted(kind, rows[kind], printed[kind])
	}
	s.records(rows)
	s.rulings(rows)
	s.redo()
	s.uploads()
	for path, methods := range s.document.Paths {
		for method, op := range methods {
			if !s.answered[op.OperationID] {
				t.Errorf("%s %s was never answered", method, path)
			}
		}
	}
}

// sameAsPrinted compares rows with what the command line prints, byte for byte.
func (s *script) sameAsPrinted(kind string, rows []json.RawMessage, printed []byte) {
	s.Helper()
	var lines [][]byte
	for line := range bytes.Lines(printed) {
		if line = bytes.TrimRight(line, ",\n"); bytes.HasPrefix(line, []byte("{")) {
			lines = append(lines, line)
		}
	}
	if len(lines) != len(rows) || len(rows) == 0 {
		s.Errorf("%s: %d rows, printed are %d", kind, len(rows), len(lines))
		return
	}
	for i, line := range lines {
		if !bytes.Equal(line, rows[i]) {
			s.Errorf("%s, row %d:\n%s\nprinted is\n%s", kind, i, rows[i], line)
			return
		}
	}
}

func (s *script) records(rows map[string][]json.RawMessage) {
	s.Helper()
	s.ask("GET", "/case", "/case", "")
	for _, kind := range []string{"documents", "claims", "events", "incidents", "disagreements"} {
		path := "/" + kind + "/" + idOf(rows[kind][len(rows[kind])-1])
		status, _, header := s.ask("GET", "/"+kind+"/{id}", path, "")
		if status != http.StatusOK || header.Get("ETag") == "" {
			s.Errorf("%s: %d %v", path, status, header)
		}
		if status, data, _ := s.ask("GET", "/"+kind+"/{id}", path, "", "If-None-Match", header.Get("ETag")); status != http.StatusNotModified || len(data) > 0 {
			s.Errorf("%s with its own tag: %d %s", path, status, data)
		}
		if status, _, _ := s.ask("GET", "/"+kind+"/{id}", "/"+kind+"/x_none", ""); status != http.StatusNotFound {
			s.Errorf("a %s that is not there: %d", kind, status)
		}
	}
}

func idOf(row json.RawMessage) string {
	var r struct{ ID string }
	_ = json.Unmarshal(row, &r)
	return r.ID
}

// rulings rules in every way there is; each ruling wants the tag of what it is
// on.
func (s *script) rulings(rows map[string][]json.RawMessage) {
	s.Helper()
	other := idOf(rows["incidents"][0])
	var incident struct {
		ID     string
		Events []string
	}
	for _, row := range slices.Backward(rows["incidents"]) {
		_ = json.Unmarshal(row, &incident)
		if len(incident.Events) > 1 {
			break
		}
	}
	var event struct {
		ID, Document string
		Figures      []struct{ ID string }
		Scenes       []struct{ ID string }
		Actors       []struct{ Actor string }
	}
	for _, row := range rows["events"] {
		event.Figures, event.Scenes, event.Actors = nil, nil, nil
		_ = json.Unmarshal(row, &event)
		if len(event.Figures) > 0 && len(event.Scenes) > 0 && len(event.Actors) > 0 && event.Actors[0].Actor != "" {
			break
		}
	}
	claim, document, second := idOf(rows["claims"][0]), idOf(rows["documents"][0]), idOf(rows["documents"][1])
	for _, r := range []struct{ template, id, record, body string }{
		{"/incidents/{id}/decisions", incident.ID, "/incidents/" + incident.ID, `{"decision": "accept", "why": "read"}`},
		{"/incidents/{id}/decisions", incident.ID, "/incidents/" + incident.ID, `{"decision": "choose", "field": "killed", "value": "4", "why": "a list of names"}`},
		{"/incidents/{id}/decisions", incident.ID, "/incidents/" + incident.ID, `{"decision": "split", "value": "` + incident.Events[0] + `"}`},
		{"/incidents/{id}/decisions", incident.ID, "/incidents/" + incident.ID, `{"decision": "merge", "value": "` + other + `"}`},
		{"/events/{id}/decisions", event.ID, "/events/" + event.ID, `{"decision": "change", "field": "date", "value": "2024-03-09/2024-03-10"}`},
		{"/claims/{id}/decisions", claim, "/claims/" + claim, `{"decision": "reject", "why": "a headline"}`},
		{"/quantities/{id}/decisions", event.Figures[0].ID, "/case", `{"decision": "change", "field": "number", "value": "5-8"}`},
		{"/toponyms/{id}/decisions", event.Scenes[0].ID, "/case", `{"decision": "place", "value": "none"}`},
		{"/documents/{id}/decisions", document, "/documents/" + document, `{"decision": "not-copy", "of": "` + second + `"}`},
		{"/actors/{id}/decisions", event.Actors[0].Actor, "/case", `{"decision": "not-actor", "value": "armed-group"}`},
		{"/actors/decisions", "", "/case", `{"decision": "same-actor", "name": "Ketha Front", "other": "the Front"}`},
		{"/anchors", "", "/case", `{"sentence": "The siege began", "date": "2024-03-01", "document": "` + document + `"}`},
	} {
		s.ruleAndUndo(r.template, strings.Replace(r.template, "{id}", r.id, 1), r.record, r.body)
	}
}

func (s *script) ruleAndUndo(template, path, record, body string) {
	s.Helper()
	if status, data, _ := s.ask("POST", template, path, body); status != http.StatusPreconditionRequired {
		s.Errorf("%s without a tag: %d %s", path, status, data)
	}
	if status, data, _ := s.ask("POST", template, path, body, "If-Match", `"0000000000000000"`); status != http.StatusPreconditionFailed || !bytes.Contains(data, []byte(`"current":"\"`)) {
		s.Errorf("%s with a stale tag: %d %s", path, status, data)
	}
	_, _, header := s.send("GET", record, "")
	status, data, made := s.ask("POST", template, path, body, "If-Match", header.Get("ETag"))
	if status != http.StatusCreated {
		s.Errorf("POST %s %s: %d %s", path, body, status, data)
		return
	}
	decision := strings.TrimPrefix(made.Get("Location"), api.Prefix)
	_, _, header = s.ask("GET", "/decisions/{seq}", decision, "")
	if status, data, _ := s.ask("POST", "/decisions/{seq}/undo", decision+"/undo", "{}", "If-Match", header.Get("ETag")); status != http.StatusCreated {
		s.Errorf("undo %s: %d %s", decision, status, data)
	}
	if status, _, _ := s.ask("POST", "/decisions/{seq}/undo", decision+"/undo", "{}", "If-Match", header.Get("ETag")); status != http.StatusPreconditionFailed {
		s.Errorf("undo %s twice: %d", decision, status)
	}
	s.ask("GET", "/decisions", "/decisions?limit=3", "")
}

// redo does again what was undone last.
func (s *script) redo() {
	s.Helper()
	_, _, header := s.send("GET", "/case", "")
	if status, data, _ := s.ask("POST", "/redo", "/redo", "{}", "If-Match", header.Get("ETag")); status != http.StatusCreated {
		s.Errorf("redo: %d %s", status, data)
	}
}

// uploads reads a text in, once more, and with a sum that is another's.
func (s *script) uploads() {
	s.Helper()
	const text = "Vedra Post\n\nShells hit the market of Oruna on 10 March 2024, killing four people, the mayor said."
	for _, want := range []string{`"state":"added"`, `"state":"already here"`} {
		if _, data, _ := s.ask("POST", "/documents", "/documents?name=late.txt&outlet=Vedra+Post", text, "Content-Type", "text/plain"); !bytes.Contains(data, []byte(want)) {
			s.Errorf("read in: %s", data)
		}
	}
	if status, _, _ := s.ask("POST", "/documents", "/documents", text, "Stemma-Expect-SHA256", "00"); status != http.StatusBadRequest {
		s.Errorf("another's sum: %d", status)
	}
}

// nasty are what parameters are tried with.
var nasty = []string{"", " ", "x", "0", "-1", "1", "5", "1000", "1001", "99999999999999999999", "1.5", "é", "%00", "\u202e", "'; drop table documents; --", "i_", "i_0123456789abcdef",
	"type:ASSAULT", "place:\"", "country:SY origins:>=2", "2024-02-30", "2024", "\"", "yes", "ASSAULT", strings.Repeat("a", 3000), "aW5jaWRlbnRz", "../..", "{}", "null"}

// smallCase is a case of two short reports.
func smallCase(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	casefile := filepath.Join(folder, "small.stemma")
	runStemma(t, "init", strings.TrimSuffix(casefile, ".stemma"))
	for name, text := range map[string]string{
		"a.txt": "Vedra Post\n\nShells hit the market of Oruna on 10 March 2024, killing four people, the mayor said.",
		"b.txt": "Meridian Wire, 11 March 2024\n\nAt least six people were killed when shells hit the market of Oruna on Sunday, two officials said.",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		runStemma(t, "--case", casefile, "add", filepath.Join(folder, name))
	}
	return casefile
}

// TestAPI_anyParameter sends what nobody should: nothing but what the document
// says may come back, and never that the program failed.
func TestAPI_anyParameter(t *testing.T) {
	t.Parallel()
	s := scriptOn(t, smallCase(t))
	dice := rand.New(rand.NewPCG(1, 2)) // the same requests every time
	any := func() string { return nasty[dice.IntN(len(nasty))] }
	templates := slices.Sorted(maps.Keys(s.document.Paths))
	for range 500 {
		template := templates[dice.IntN(len(templates))]
		methods := slices.Sorted(maps.Keys(s.document.Paths[template]))
		method := methods[dice.IntN(len(methods))]
		path := regexp.MustCompile(`\{[a-z]+\}`).ReplaceAllStringFunc(template, func(string) string { return url.PathEscape(cmp.Or(strings.Trim(any(), "./"), "x")) })
		q := url.Values{}
		for _, p := range s.document.Paths[template][method].Parameters {
			if p.In == "query" && dice.IntN(3) == 0 {
				q.Set(p.Name, any())
			}
		}
		if dice.IntN(8) == 0 {
			q.Set("limti", any())
		}
		body := fmt.Sprintf(`{"decision": %q, "value": %q, "why": %q}`, any(), any(), any())
		if dice.IntN(3) == 0 {
			body = any()
		}
		status, data, _ := s.ask(strings.ToUpper(method), template, path+"?"+q.Encode(), body, "If-Match", `"0"`)
		if status >= 500 {
			t.Errorf("%s %s?%s: %d %s", method, path, q.Encode(), status, data)
		}
	}
}

// TestAPI_manual reads the page that shows the document, with all of it open: it
// names every operation, and axe finds no serious fault.
func TestAPI_manual(t *testing.T) {
	t.Parallel()
	b := browseCase(t, smallCase(t))
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, width := range []int64{1280, 390} {
		b.do(chromedp.EmulateViewport(width, 900))
		b.to("/api")
		shown := run1[string](b, `document.querySelectorAll('details').forEach(d => d.open = true); document.querySelector('main').innerText`)
		for path := range scriptOn(t, "").document.Paths {
			if !strings.Contains(shown, api.Prefix+path) {
				t.Errorf("the page does not show %s", path)
			}
		}
		if wide := run1[int64](b, `document.documentElement.scrollWidth`); wide > width {
			t.Errorf("the page is %d px wide in a window of %d", wide, width)
		}
		b.shot("api-open", int(width))
	}
	b.axe("api", string(axe))
}
