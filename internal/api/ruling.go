package api

import (
	"context"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"stemma/internal/decide"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// A ruled is the body of a ruling: what it comes to at the desk.
type ruled interface {
	ruling(on string) ledger.Ruling
}

// IncidentRuling rules on an incident as a whole.
type IncidentRuling struct {
	Decision string `json:"decision" enum:"accept,reject,not-codable,choose,merge,split"`
	Field    string `json:"field,omitempty" doc:"choose: killed, date, place, …"`
	Value    string `json:"value,omitempty" doc:"choose: what a person takes it to be; merge: the other incident; split: the event that is kept apart; reject: the reason in a word"`
	Why      string `json:"why,omitempty" doc:"the reason, for the record; choose wants one"`
}

func (b IncidentRuling) ruling(on string) ledger.Ruling {
	return ledger.Ruling{Verb: b.Decision, On: on, Field: b.Field, Value: b.Value, Why: b.Why}
}

// FindingRuling rules on one claim, event or quantity.
type FindingRuling struct {
	Decision string `json:"decision" enum:"accept,reject,change,span"`
	Field    string `json:"field,omitempty" doc:"change: of an event acled, type, mode, modality, date, actor, recipient, place; of a claim said_by, stance; of a quantity what, number, of"`
	Value    string `json:"value,omitempty" doc:"change: what it becomes, as docs/web.md writes days, numbers and names"`
	Words    string `json:"words,omitempty" doc:"span: the words that it rests on now; they must stand in the text once"`
	Why      string `json:"why,omitempty"`
}

func (b FindingRuling) ruling(on string) ledger.Ruling {
	return ledger.Ruling{Verb: b.Decision, On: on, Field: b.Field, Value: b.Value, Words: b.Words, Why: b.Why}
}

// ToponymRuling says which place a name of a place is.
type ToponymRuling struct {
	Decision string `json:"decision" enum:"place"`
	Value    string `json:"value" minLength:"1" doc:"the id of a runner-up, none, or name=Oruna&lat=33.1&lon=44.2&radius_m=2000"`
	Scope    string `json:"scope,omitempty" enum:"document,case" doc:"where the name means that: this document without it"`
	Why      string `json:"why,omitempty"`
}

func (b ToponymRuling) ruling(on string) ledger.Ruling {
	return ledger.Ruling{Verb: b.Decision, On: on, Value: b.Value, Scope: b.Scope, Why: b.Why}
}

// ActorRuling says that a name means nobody of the book.
type ActorRuling struct {
	Decision string `json:"decision" enum:"not-actor"`
	Value    string `json:"value,omitempty" doc:"what it is instead: party, armed-group, …"`
	Scope    string `json:"scope,omitempty" enum:"document,case" doc:"where the name means that: this document without it"`
	Why      string `json:"why,omitempty"`
}

func (b ActorRuling) ruling(on string) ledger.Ruling {
	return ledger.Ruling{Verb: b.Decision, On: on, Value: b.Value, Scope: b.Scope, Why: b.Why}
}

// DocumentRuling adds what was missed in a document, or says whose copy it is.
type DocumentRuling struct {
	Decision string            `json:"decision" enum:"add,copy,not-copy"`
	Kind     string            `json:"kind,omitempty" enum:"event,claim,quantity" doc:"add: what"`
	Words    string            `json:"words,omitempty" doc:"add: the words that it rests on; they must stand in the text once"`
	Fields   map[string]string `json:"fields,omitempty" doc:"add: acled, date, actor, recipient, place; said_by, stance; what, number, of"`
	Of       string            `json:"of,omitempty" doc:"copy, not-copy: the other document"`
	Why      string            `json:"why,omitempty"`
}

func (b DocumentRuling) ruling(on string) ledger.Ruling {
	return ledger.Ruling{Verb: b.Decision, On: on, Field: b.Kind, Value: b.Of, Words: b.Words, Fields: b.Fields, Why: b.Why}
}

// NamesRuling says that two names are one actor's.
type NamesRuling struct {
	Decision string `json:"decision" enum:"same-actor"`
	Name     string `json:"name" minLength:"1" doc:"the name that stays"`
	Other    string `json:"other" minLength:"1" doc:"another name of the same actor"`
	Document string `json:"document,omitempty" doc:"only in this document; the whole case without it"`
	Why      string `json:"why,omitempty"`
}

func (b NamesRuling) ruling(string) ledger.Ruling {
	r := ledger.Ruling{Verb: b.Decision, On: b.Name, Value: b.Other, Within: b.Document, Why: b.Why}
	if b.Document != "" {
		r.Scope = string(decide.OneDocument)
	}
	return r
}

// AnchorRuling is a dated fact by which undated events are dated.
type AnchorRuling struct {
	Sentence string `json:"sentence" minLength:"1"`
	Date     string `json:"date" format:"date"`
	Document string `json:"document,omitempty" doc:"only for this document; the whole case without it"`
	Why      string `json:"why,omitempty"`
}

func (b AnchorRuling) ruling(string) ledger.Ruling {
	return ledger.Ruling{Verb: "anchor", On: b.Document, Field: b.Date, Value: b.Sentence, Why: b.Why}
}

// UndoRuling takes a decision back, or does again what was taken back.
type UndoRuling struct {
	Why string `json:"why,omitempty"`
}

// Condition is what a ruling must hold: what it is on is still as it was read.
type Condition struct {
	IfMatch string `header:"If-Match" doc:"ETag of what is ruled on as it was read, or *; 428 without it, 412 if it has changed"`
}

type ruleInput[B any] struct {
	Condition
	ID   string `path:"id" maxLength:"200" doc:"of what is ruled on"`
	Body B
}

type ruleCaseInput[B any] struct {
	Condition
	Body B
}

type undoInput struct {
	Condition
	Seq  int64 `path:"seq" minimum:"1" doc:"number of the decision"`
	Body UndoRuling
}

type ruledOutput struct {
	Location string `header:"Location" doc:"the decision"`
	Body     export.Decision
}

// rulingOperations are all ways to rule.
func (a *API) rulingOperations() {
	rule[IncidentRuling](a, "incidents", "/incidents/", "Rule on an incident")
	rule[FindingRuling](a, "events", "/events/", "Rule on one telling")
	rule[FindingRuling](a, "claims", "/claims/", "Rule on a claim")
	rule[DocumentRuling](a, "documents", "/documents/", "Add what was missed; copy or not")
	rule[FindingRuling](a, "quantities", "", "Rule on a number")
	rule[ToponymRuling](a, "toponyms", "", "Say which place a name is")
	rule[ActorRuling](a, "actors", "", "Say that a name means nobody of the book")
	ruleCase[NamesRuling](a, "rule-names", "/actors/decisions", "actors", "Two names, one actor")
	ruleCase[AnchorRuling](a, "add-anchor", "/anchors", "anchors", "Supply a dated fact")
	op := ruling("undo-decision", "/decisions/{seq}/undo", "decisions", "Take a decision back")
	op.Description = "If-Match is the ETag of the decision. It stays in the log, and no longer stands."
	huma.Register(a.api, op, func(ctx context.Context, in *undoInput) (*ruledOutput, error) {
		return a.rule(ctx, "/decisions/"+number(in.Seq), in.IfMatch, func(c Case, l *ledger.Ledger) (int64, error) {
			return l.Left(c.Desk.Undo(ctx, in.Seq, in.Body.Why))
		})
	})
	op = ruling("redo-decision", "/redo", "decisions", "Do again what was undone last")
	op.Description = "If-Match is the ETag of GET /case."
	huma.Register(a.api, op, func(ctx context.Context, in *ruleCaseInput[UndoRuling]) (*ruledOutput, error) {
		return a.rule(ctx, "/case", in.IfMatch, func(c Case, l *ledger.Ledger) (int64, error) { return l.Left(c.Desk.Redo(ctx, in.Body.Why)) })
	})
}

func ruling(id, path, tag, summary string) huma.Operation {
	return huma.Operation{
		OperationID: id, Method: http.MethodPost, Path: path, Tags: []string{tag}, Summary: summary, DefaultStatus: http.StatusCreated,
		Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed, http.StatusPreconditionRequired, http.StatusUnsupportedMediaType},
	}
}

// rule is POST /KIND/{id}/decisions; record is where the ETag comes from, the
// case if it is "".
func rule[B ruled](a *API, name, record, summary string) {
	op := ruling("rule-"+name, "/"+name+"/{id}/decisions", name, summary)
	op.Description = "If-Match is the ETag of GET " + record + "{id}."
	if record == "" {
		op.Description = "If-Match is the ETag of GET /case."
	}
	huma.Register(a.api, op, func(ctx context.Context, in *ruleInput[B]) (*ruledOutput, error) {
		path := "/case"
		if record != "" {
			path = record + escape(in.ID)
		}
		return a.rule(ctx, path, in.IfMatch, func(c Case, l *ledger.Ledger) (int64, error) {
			return l.Rule(c.Desk, in.Body.ruling(in.ID))
		})
	})
}

// ruleCase is a ruling that bears on the whole case.
func ruleCase[B ruled](a *API, id, path, tag, summary string) {
	op := ruling(id, path, tag, summary)
	op.Description = "If-Match is the ETag of GET /case."
	huma.Register(a.api, op, func(ctx context.Context, in *ruleCaseInput[B]) (*ruledOutput, error) {
		return a.rule(ctx, "/case", in.IfMatch, func(c Case, l *ledger.Ledger) (int64, error) { return l.Rule(c.Desk, in.Body.ruling("")) })
	})
}

// rule makes a ruling while nothing else bears on the case, if what is ruled on
// is still what it was when it was read.
func (a *API) rule(ctx context.Context, path, sent string, do func(Case, *ledger.Ledger) (int64, error)) (*ruledOutput, error) {
	c, l, err := a.look(ctx)
	if err != nil {
		return nil, err
	}
	made := int64(0)
	err = c.Alone(func() error {
		if err := a.unchanged(ctx, path, sent); err != nil {
			return err
		}
		made, err = do(c, l)
		return err
	})
	if err != nil {
		return nil, err
	}
	d, err := a.decision(ctx, made)
	return &ruledOutput{Prefix + "/decisions/" + number(made), d}, err
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
