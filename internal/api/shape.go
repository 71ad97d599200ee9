package api

import (
	"encoding/json"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// finish makes the document say what every answer does: what is null, which
// headers come, and that keys are only ever added.
func finish(oapi *huma.OpenAPI) {
	shapes := oapi.Components.Schemas
	for name, s := range shapes.Map() {
		settle(shapes.TypeFromRef("#/components/schemas/"+name), s)
	}
	for _, path := range oapi.Paths {
		if path.Get != nil {
			tellTag(path.Get)
		}
		for _, op := range []*huma.Operation{path.Get, path.Post} {
			if op == nil {
				continue
			}
			for _, status := range []int{http.StatusUnauthorized, http.StatusForbidden, http.StatusInternalServerError} {
				op.Responses[number(int64(status))] = problemResponse(oapi, status)
			}
			delete(op.Responses, "422") // a wrong request is 400, whatever is wrong
		}
	}
}

// tellTag says that what is read has an ETag.
func tellTag(op *huma.Operation) {
	text := &huma.Schema{Type: huma.TypeString}
	op.Parameters = append(op.Parameters, &huma.Param{Name: "If-None-Match", In: "header", Schema: text, Description: "an ETag; 304 if the answer would be the same"})
	tag := &huma.Param{Schema: text, Description: "changes exactly when the answer does"}
	if op.Responses["200"].Headers == nil {
		op.Responses["200"].Headers = map[string]*huma.Param{}
	}
	op.Responses["200"].Headers["ETag"] = tag
	op.Responses["304"] = &huma.Response{Description: "Not Modified", Headers: map[string]*huma.Param{"ETag": tag}}
}

// settle says of a shape what its Go type says: a pointer may be null, a list
// never is, and what stands in an embedded pointer may be missing.
func settle(t reflect.Type, s *huma.Schema) {
	if t == nil || t.Kind() != reflect.Struct || s.Properties == nil {
		return
	}
	if strings.HasSuffix(t.Name(), "Ruling") {
		orNull(s)
	} else {
		s.AdditionalProperties = nil // keys are only ever added
	}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		p := s.Properties[name]
		if p == nil || name == "" {
			continue
		}
		if throughPointer(t, f) {
			s.Required = slices.DeleteFunc(s.Required, func(r string) bool { return r == name })
		}
		switch {
		case f.Type.Kind() == reflect.Slice:
			p.Nullable = false
		case f.Type.Kind() == reflect.Pointer && p.Ref != "":
			s.Properties[name] = &huma.Schema{Description: p.Description, AnyOf: []*huma.Schema{{Ref: p.Ref}, {Type: "null"}}}
		}
	}
}

// orNull says of the keys of a body that may be missing that they may be null too:
// they are taken so.
func orNull(s *huma.Schema) {
	for name, p := range s.Properties {
		if slices.Contains(s.Required, name) || p.Ref != "" {
			continue
		}
		p.Nullable = true
		if len(p.Enum) > 0 {
			p.Enum = append(p.Enum, nil)
		}
	}
}

// throughPointer reports whether a field is promoted from an embedded pointer.
func throughPointer(t reflect.Type, f reflect.StructField) bool {
	for i := 1; i < len(f.Index); i++ {
		if t.FieldByIndex(f.Index[:i]).Type.Kind() == reflect.Pointer {
			return true
		}
	}
	return false
}

// OpenAPI is the document as JSON, for people and programs that have no server at
// hand.
func OpenAPI(version string) ([]byte, error) {
	closed := New(version, func() (Case, bool) { return Case{}, false })
	return json.MarshalIndent(closed.Document(), "", "  ")
}
