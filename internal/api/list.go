package api

import (
	"context"
	"encoding/base64"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// List is a stretch of a list.
type List[T any] struct {
	Items []T     `json:"items"`
	Next  *string `json:"next" doc:"cursor of the next page; null on the last one"`
	Total Total   `json:"total"`
	At    int64   `json:"at" doc:"number of the last decision in the case; 0 if there is none"`
}

// Total is how many there are in the whole list.
type Total struct {
	Value int  `json:"value"`
	Exact bool `json:"exact"`
}

// most is how many items an answer has at most.
const most = 1000

// listInput is what every list takes; filters stand beside it.
type listInput struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"how many items at most"`
	Cursor string `query:"cursor" maxLength:"2000" doc:"next of the page before; it stays good when rows come or go"`
	query  url.Values
}

// Resolve keeps the filters, which differ from list to list.
func (in *listInput) Resolve(ctx huma.Context) []error {
	u := ctx.URL()
	in.query = u.Query()
	return nil
}

type listOutput[T any] struct {
	Link string `header:"Link" doc:"the next page, rel=next"`
	Body List[T]
}

// list is GET /KIND: the rows that `stemma KIND list --json` prints.
func list[T export.Celled](a *API, name string) {
	k, _ := ledger.KindNamed(name)
	op := huma.Operation{
		OperationID: "list-" + name, Method: http.MethodGet, Path: "/" + name, Tags: []string{name},
		Summary: "List " + name, Description: "Of a case: " + k.Short + ". Rows are those of: stemma " + name + " list --json",
		Parameters: filters(k), Errors: []int{http.StatusBadRequest, http.StatusConflict},
	}
	huma.Register(a.api, op, func(ctx context.Context, in *listInput) (*listOutput[T], error) {
		c, l, err := a.look(ctx)
		if err != nil {
			return nil, err
		}
		f, err := filterOf(k, in.query)
		if err != nil {
			return nil, err
		}
		key, err := readCursor(name, in.Cursor)
		if err != nil {
			return nil, err
		}
		out := &listOutput[T]{Body: List[T]{Items: []T{}}}
		last, err := stretch(l.From(k, f, key), in.Limit, &out.Body)
		if err != nil {
			return nil, err
		}
		if last != "" {
			out.Body.Next, out.Link = next(name, last, in.query)
		}
		if out.Body.Total, err = a.total(c, l, k, f); err != nil {
			return nil, err
		}
		decision, err := l.Last()
		out.Body.At = decision.Seq
		return out, err
	})
}

// stretch fills a page with the first rows; it gives the key of the last one if
// there are more.
func stretch[T export.Celled](rows iter.Seq2[ledger.Row, error], limit int, into *List[T]) (string, error) {
	last := ""
	for r, err := range rows {
		if err != nil {
			return "", err
		}
		if len(into.Items) == limit {
			return last, nil
		}
		into.Items = append(into.Items, r.Value.(T))
		last = r.Key
	}
	return "", nil
}

// total is how many rows a list has. It is counted once for each filter, until
// the case changes.
func (a *API) total(c Case, l *ledger.Ledger, k ledger.Kind, f *ledger.Filter) (Total, error) {
	asked := k.Name + " " + f.String()
	a.mu.Lock()
	if a.counts != c.Changes || a.totals == nil {
		a.totals, a.counts = map[string]int{}, c.Changes
	}
	n, ok := a.totals[asked]
	a.mu.Unlock()
	if ok {
		return Total{n, true}, nil
	}
	n, err := l.Count(k, f)
	if err != nil {
		return Total{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.counts == c.Changes && len(a.totals) < most {
		a.totals[asked] = n
	}
	return Total{n, true}, nil
}

// filters are the parameters of a list's fields, and q for all in one.
func filters(k ledger.Kind) []*huma.Param {
	fields := k.Fields()
	if len(fields) == 0 {
		return nil
	}
	text := &huma.Schema{Type: huma.TypeString}
	out := []*huma.Param{{Name: "q", In: "query", Schema: text, Description: "the filter in its written form, such as " + written(fields) + "; docs/api.md"}}
	for _, f := range fields {
		out = append(out, &huma.Param{Name: f.Name, In: "query", Schema: text, Description: f.Help, Example: f.Example})
	}
	return out
}

func written(fields []ledger.Field) string {
	var out []string
	for _, f := range fields[:min(2, len(fields))] {
		out = append(out, f.Name+":"+f.Example)
	}
	return strings.Join(out, " ")
}

// filterOf reads the filter of a list, each parameter once.
func filterOf(k ledger.Kind, q url.Values) (*ledger.Filter, error) {
	byName := map[string]string{}
	for _, f := range k.Fields() {
		byName[f.Name] = q.Get(f.Name)
	}
	for name, values := range q {
		if len(values) > 1 {
			return nil, fmt.Errorf("%w: %s stands there %d times; send each parameter once", stemma.ErrUsage, name, len(values))
		}
	}
	return k.Filter(q.Get("q"), byName)
}

// next is the cursor that leads on from a row, and the link with it.
func next(list, key string, q url.Values) (*string, string) {
	cursor := base64.RawURLEncoding.EncodeToString([]byte(list + "\n" + key))
	with := url.Values{}
	for name, values := range q {
		with[name] = values
	}
	with.Set("cursor", cursor)
	return &cursor, "<" + Prefix + "/" + list + "?" + with.Encode() + `>; rel="next"`
}

func readCursor(list, cursor string) (string, error) {
	if cursor == "" {
		return "", nil
	}
	data, err := base64.RawURLEncoding.DecodeString(cursor)
	of, key, ok := strings.Cut(string(data), "\n")
	if err != nil || !ok || of != list {
		return "", fmt.Errorf("%w: this cursor was not given for %s; send the next of the page before", stemma.ErrUsage, list)
	}
	return key, nil
}
