package api

import (
	"cmp"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// A Manual is the OpenAPI document as a page shows it.
type Manual struct {
	Prefix   string
	Rooms    []Room
	Shapes   []Shape
	Problems []Sort
}

// A Room is the operations on one kind of thing.
type Room struct {
	Name       string
	Operations []Operation
}

// An Operation is one thing that can be asked or done.
type Operation struct {
	ID, Method, Path, Summary, Description string
	Takes                                  []Entry // parameters and keys of the body
	Gives                                  string  // name of the shape of its answer
	Statuses                               string
}

// An Entry is a parameter of an operation, or a key of a shape.
type Entry struct{ Name, Where, Type, Help string }

// A Shape is what a JSON object holds.
type Shape struct {
	Name string
	Keys []Entry
}

// A Sort is one sort of problem.
type Sort struct {
	Word, Title string
	Status      int
}

// Manual lays the document out: operations by what they are on, in the order of
// their addresses.
func (a *API) Manual() Manual {
	oapi := a.api.OpenAPI()
	m := Manual{Prefix: Prefix}
	byTag := map[string][]Operation{}
	for _, path := range slices.Sorted(maps.Keys(oapi.Paths)) {
		for _, op := range []*huma.Operation{oapi.Paths[path].Get, oapi.Paths[path].Post} {
			if op != nil {
				byTag[op.Tags[0]] = append(byTag[op.Tags[0]], operation(oapi, op))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(byTag)) {
		m.Rooms = append(m.Rooms, Room{name, byTag[name]})
	}
	shapes := oapi.Components.Schemas.Map()
	for _, name := range slices.Sorted(maps.Keys(shapes)) {
		m.Shapes = append(m.Shapes, Shape{name, keys(shapes[name], "")})
	}
	for _, k := range kinds {
		m.Problems = append(m.Problems, Sort{k.word, k.title, k.status})
	}
	return m
}

func operation(oapi *huma.OpenAPI, op *huma.Operation) Operation {
	out := Operation{ID: op.OperationID, Method: op.Method, Path: Prefix + op.Path, Summary: op.Summary, Description: op.Description}
	for _, p := range op.Parameters {
		out.Takes = append(out.Takes, Entry{p.Name, p.In, typeOf(p.Schema), cmp.Or(p.Description, p.Schema.Description)})
	}
	if op.RequestBody != nil && op.RequestBody.Content["application/json"] != nil {
		body := op.RequestBody.Content["application/json"].Schema
		out.Takes = append(out.Takes, keys(oapi.Components.Schemas.SchemaFromRef(body.Ref), "body")...)
	}
	for _, status := range []int{http.StatusOK, http.StatusCreated} {
		if r := op.Responses[number(int64(status))]; r != nil && r.Content["application/json"] != nil {
			out.Gives = typeOf(r.Content["application/json"].Schema)
		}
	}
	out.Statuses = strings.Join(slices.Sorted(maps.Keys(op.Responses)), ", ")
	return out
}

// keys are those of an object, the required ones first.
func keys(s *huma.Schema, where string) []Entry {
	if s == nil {
		return nil
	}
	var out []Entry
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		p := s.Properties[name]
		out = append(out, Entry{name, where, typeOf(p), p.Description})
	}
	slices.SortStableFunc(out, func(a, b Entry) int {
		return cmp.Compare(slices.Index(s.Required, b.Name), slices.Index(s.Required, a.Name))
	})
	return out
}

// typeOf is a schema in a few words.
//
//	{"type": ["string", "null"]} → "string or null"
func typeOf(s *huma.Schema) string {
	words := s.Type
	switch {
	case s.Ref != "":
		words = strings.TrimPrefix(s.Ref, "#/components/schemas/")
	case len(s.AnyOf) > 0:
		var all []string
		for _, one := range s.AnyOf {
			all = append(all, typeOf(one))
		}
		words = strings.Join(all, " or ")
	case s.Type == huma.TypeArray && s.Items != nil:
		words = "list of " + typeOf(s.Items)
	}
	if s.Nullable {
		words += " or null"
	}
	if len(s.Enum) > 0 {
		choices, _ := json.Marshal(s.Enum) // strings always can be
		words += " " + strings.ReplaceAll(string(choices), ",", ", ")
	}
	return words
}
