package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/store"
)

type idInput struct {
	ID string `path:"id" maxLength:"200" doc:"as the list has it"`
}

type recordOutput[T any] struct {
	ContentLocation string `header:"Content-Location" doc:"where the record is now; an incident once printed is found for ever"`
	Body            T
}

// record is GET /KIND/{id}: one row of the list.
func record[T export.Celled](a *API, name string) {
	k, _ := ledger.KindNamed(name)
	op := huma.Operation{
		OperationID: "get-" + one(name), Method: http.MethodGet, Path: "/" + name + "/{id}", Tags: []string{name},
		Summary: "One of the " + name, Description: "The row that the list has of it.", Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusConflict},
	}
	huma.Register(a.api, op, func(ctx context.Context, in *idInput) (*recordOutput[T], error) {
		_, l, err := a.look(ctx)
		if err != nil {
			return nil, err
		}
		r, err := l.Find(k, in.ID)
		if err != nil {
			return nil, err
		}
		return &recordOutput[T]{Prefix + "/" + name + "/" + r.ID, r.Value.(T)}, nil
	})
}

func one(name string) string {
	if name == "copies" {
		return "copy"
	}
	return strings.TrimSuffix(name, "s")
}

// Overview is the open case in numbers.
type Overview struct {
	Schema    string `json:"schema"`
	Name      string `json:"name"`
	At        int64  `json:"at" doc:"number of the last decision; 0 if there is none"`
	Documents int    `json:"documents"`
	Read      int    `json:"read" doc:"documents in a language that is read"`
	Claims    int    `json:"claims"`
	Events    int    `json:"events"`
	Incidents int    `json:"incidents"`
	Unread    int    `json:"unread_sentences" doc:"sentences that look like events and were not coded"`
	Most      int    `json:"limit" doc:"most items of one page"`
}

// OverviewSchema names the shape of [Overview].
const OverviewSchema = "stemma.case/1"

type overviewOutput struct{ Body Overview }

// caseOperation is GET /case; its ETag is that of rulings which bear on the
// whole case.
func (a *API) caseOperation() {
	op := huma.Operation{
		OperationID: "get-case", Method: http.MethodGet, Path: "/case", Tags: []string{"case"}, Summary: "The case in numbers",
		Description: "Its ETag is the If-Match of rulings that bear on the case and on no record of it.", Errors: []int{http.StatusBadRequest, http.StatusConflict},
	}
	huma.Register(a.api, op, func(ctx context.Context, _ *struct{}) (*overviewOutput, error) {
		c, l, err := a.look(ctx)
		if err != nil {
			return nil, err
		}
		v, err := overview(c, l)
		return &overviewOutput{v}, err
	})
}

func overview(c Case, l *ledger.Ledger) (Overview, error) {
	v := Overview{Schema: OverviewSchema, Name: c.Name, Most: most}
	for d, err := range c.Store.Documents(l.Ctx, store.Which{}) {
		if err != nil {
			return v, err
		}
		v.Documents++
		v.Claims += d.Claims
		v.Events += d.Events
		v.Unread += d.Unread
		if d.Read {
			v.Read++
		}
	}
	incidents, _ := ledger.KindNamed("incidents")
	var err error
	if v.Incidents, err = l.Count(incidents, &ledger.Filter{}); err != nil {
		return v, err
	}
	last, err := l.Last()
	v.At = last.Seq
	return v, err
}

type decisionInput struct {
	Seq int64 `path:"seq" minimum:"1" doc:"number of the decision"`
}

type decisionsInput struct {
	Limit int   `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"how many items at most"`
	After int64 `query:"cursor" minimum:"0" doc:"next of the page before"`
}

type decisionOutput struct{ Body export.Decision }

// decisionOperations are GET /decisions and GET /decisions/{seq}.
func (a *API) decisionOperations() {
	huma.Register(a.api, huma.Operation{
		OperationID: "list-decisions", Method: http.MethodGet, Path: "/decisions", Tags: []string{"decisions"},
		Summary: "List decisions", Description: "What people decided, oldest first, undone ones too; rows are those of: stemma decisions list --json", Errors: []int{http.StatusBadRequest, http.StatusConflict},
	}, a.decisions)
	huma.Register(a.api, huma.Operation{
		OperationID: "get-decision", Method: http.MethodGet, Path: "/decisions/{seq}", Tags: []string{"decisions"},
		Summary: "One of the decisions", Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusConflict},
	}, func(ctx context.Context, in *decisionInput) (*decisionOutput, error) {
		d, err := a.decision(ctx, in.Seq)
		return &decisionOutput{d}, err
	})
}

func (a *API) decisions(ctx context.Context, in *decisionsInput) (*listOutput[export.Decision], error) {
	_, l, err := a.look(ctx)
	if err != nil {
		return nil, err
	}
	all, err := l.Decisions()
	if err != nil {
		return nil, err
	}
	out := &listOutput[export.Decision]{Body: List[export.Decision]{Items: []export.Decision{}, Total: Total{len(all), true}}}
	for _, d := range all {
		out.Body.At = d.Seq
		if d.Seq <= in.After {
			continue
		}
		if len(out.Body.Items) == in.Limit && out.Body.Next == nil {
			cursor := number(out.Body.Items[in.Limit-1].Seq)
			out.Body.Next, out.Link = &cursor, "<"+Prefix+"/decisions?cursor="+cursor+"&limit="+number(int64(in.Limit))+`>; rel="next"`
		}
		if out.Body.Next == nil {
			out.Body.Items = append(out.Body.Items, d)
		}
	}
	return out, nil
}

func (a *API) decision(ctx context.Context, seq int64) (export.Decision, error) {
	_, l, err := a.look(ctx)
	if err != nil {
		return export.Decision{}, err
	}
	all, err := l.Decisions()
	if err != nil {
		return export.Decision{}, err
	}
	for _, d := range all {
		if d.Seq == seq {
			return d, nil
		}
	}
	return export.Decision{}, kindOf(stemma.ErrNotFound).problem("no decision " + number(seq))
}
