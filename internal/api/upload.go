package api

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"stemma"
	"stemma/internal/ingest"
	"stemma/internal/input"
)

// Received is what became of documents that were handed in, each alone.
type Received struct {
	Items []Receipt `json:"items"`
}

// Receipt is what became of one document.
type Receipt struct {
	Name     string  `json:"name"`
	State    string  `json:"state" enum:"added,already here,read again,failed"`
	Document *string `json:"document" doc:"its id; null if it failed"`
	Problem  *string `json:"problem" doc:"why it failed"`
}

// mostUpload is how many bytes one request may have.
const mostUpload = 256 << 20

// said are the parameters that tell what a person knows of the documents.
var said = []struct{ name, help string }{
	{"name", "file name of a raw body; its extension helps to tell what it is"},
	{"url", "address of the page"},
	{"outlet", "who published it"},
	{"published", "day of publication, YYYY-MM-DD"},
	{"captured", "when it was saved, YYYY-MM-DD or RFC 3339"},
	{"by", "who saved it"},
	{"note", "a note on how it came"},
}

// uploadOperation is POST /documents. It takes whatever bytes there are, so it is
// read here and not by huma.
func (a *API) uploadOperation() {
	op := describeUpload(a.api.OpenAPI())
	a.api.OpenAPI().AddOperation(op)
	a.api.Adapter().Handle(op, a.api.Middlewares().Handler(func(ctx huma.Context) {
		r, w := humago.Unwrap(ctx)
		received, err := a.receive(w, r)
		if err != nil {
			_ = huma.WriteErr(a.api, ctx, http.StatusInternalServerError, "", err) // who hung up misses nothing
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(received)
	}))
}

// describeUpload is how the document of the API describes POST /documents.
func describeUpload(oapi *huma.OpenAPI) *huma.Operation {
	text := &huma.Schema{Type: huma.TypeString}
	bytes := &huma.Schema{Type: huma.TypeString, Format: "binary"}
	op := &huma.Operation{
		OperationID: "add-documents", Method: http.MethodPost, Path: "/documents", Tags: []string{"documents"}, Summary: "Read documents into the case",
		Description: "A raw body is one file (text, HTML, MHTML, JSON Lines); multipart/form-data holds any number. The answer comes when all are read and joined. Bytes that are there already are not read again.",
		RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
			"application/octet-stream": {Schema: bytes},
			"multipart/form-data": {Schema: &huma.Schema{Type: huma.TypeObject, Required: []string{"files"}, Properties: map[string]*huma.Schema{
				"files": {Type: huma.TypeArray, Items: bytes}}}},
		}},
		Responses: map[string]*huma.Response{"200": {Description: "OK", Content: map[string]*huma.MediaType{
			"application/json": {Schema: oapi.Components.Schemas.Schema(reflect.TypeFor[Received](), true, "")}}}},
	}
	for _, p := range said {
		op.Parameters = append(op.Parameters, &huma.Param{Name: p.name, In: "query", Schema: text, Description: p.help})
	}
	op.Parameters = append(op.Parameters, &huma.Param{Name: "Stemma-Expect-SHA256", In: "header", Schema: text, Description: "of a raw body: refused if it came otherwise"})
	for _, status := range []int{http.StatusBadRequest, http.StatusConflict, http.StatusRequestEntityTooLarge, http.StatusInternalServerError} {
		op.Responses[number(int64(status))] = problemResponse(oapi, status)
	}
	return op
}

func problemResponse(oapi *huma.OpenAPI, status int) *huma.Response {
	schema := oapi.Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "")
	return &huma.Response{Description: http.StatusText(status), Content: map[string]*huma.MediaType{"application/problem+json": {Schema: schema}}}
}

func (a *API) receive(w http.ResponseWriter, r *http.Request) (Received, error) {
	c, _, err := a.look(r.Context())
	if err != nil {
		return Received{}, err
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostUpload)
	items, err := handedIn(r)
	if err != nil {
		return Received{}, tooLarge(err)
	}
	results, err := c.Add(r.Context(), items)
	out := Received{[]Receipt{}}
	for _, x := range results {
		out.Items = append(out.Items, receipt(x))
	}
	return out, err
}

func tooLarge(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return fmt.Errorf("%w: a request may have %d MiB; hand the documents in by several", stemma.ErrLimit, mostUpload>>20)
	}
	return err
}

func receipt(x ingest.Result) Receipt {
	out := Receipt{Name: x.Name, State: string(x.State)}
	if x.Document != "" {
		out.Document = &x.Document
	}
	if x.Err != nil {
		problem := x.Err.Error()
		out.Problem = &problem
	}
	return out
}

// handedIn are the documents of a request: the files of a form, or its body.
func handedIn(r *http.Request) ([]input.Item, error) {
	q := r.URL.Query()
	label := input.Label{URL: q.Get("url"), Outlet: q.Get("outlet"), Published: q.Get("published"), Captured: q.Get("captured"), By: q.Get("by"), Note: q.Get("note")}
	var out []input.Item
	var err error
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		out, err = fromForm(r)
	} else {
		out, err = fromBody(r, q.Get("name"))
	}
	for i := range out {
		out[i].Label = out[i].Label.Under(label)
	}
	return out, err
}

func fromForm(r *http.Request) ([]input.Item, error) {
	if err := r.ParseMultipartForm(32 << 20); err != nil {
		return nil, fmt.Errorf("%w: read the form: %w", stemma.ErrUsage, err)
	}
	defer r.MultipartForm.RemoveAll() //nolint:errcheck // temporary files; nobody can do anything about one that stays
	var out []input.Item
	for _, file := range r.MultipartForm.File["files"] {
		f, err := file.Open()
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", file.Filename, err)
		}
		items, err := input.All(file.Filename, f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", stemma.ErrUsage, err)
		}
		out = append(out, items...)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w: the form holds no files; send them as files", stemma.ErrUsage)
	}
	return out, nil
}

func fromBody(r *http.Request, name string) ([]input.Item, error) {
	if name == "" {
		name = "body"
	}
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, fmt.Errorf("%w: read the body: %w", stemma.ErrUsage, err)
	}
	if len(data) == 0 {
		return nil, fmt.Errorf("%w: the body is empty; send one file, or a form with files", stemma.ErrUsage)
	}
	sum := sha256.Sum256(data)
	if want := r.Header.Get("Stemma-Expect-SHA256"); want != "" && !strings.EqualFold(want, hex.EncodeToString(sum[:])) {
		return nil, fmt.Errorf("%w: the body's SHA-256 is %x, and not what Stemma-Expect-SHA256 says; send it again", stemma.ErrUsage, sum)
	}
	items, err := input.All(name, strings.NewReader(string(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", stemma.ErrUsage, err)
	}
	return items, nil
}

// escape is an id as a part of an address.
func escape(id string) string { return url.PathEscape(id) }
