package api

import (
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"stemma"
)

// Problem is an error as RFC 9457 has it.
type Problem struct {
	Type      string  `json:"type" format:"uri-reference" doc:"what sort of problem it is; docs/api.md and the page /api tell of each"`
	Title     string  `json:"title" doc:"the sort of problem in words"`
	Status    int     `json:"status"`
	Detail    string  `json:"detail" doc:"what is wrong, where, and what to do"`
	Exit      int     `json:"exit" doc:"the exit code of the command line for the same"`
	Retryable bool    `json:"retryable" doc:"whether the same request may succeed later"`
	Current   *string `json:"current" doc:"of a stale If-Match: the ETag of the record as it is now"`
	Errors    []Fault `json:"errors" doc:"each fault of the request, if there are several"`
}

// Fault is one thing that is wrong with a request. What was sent is not
// repeated: it may be private.
type Fault struct {
	Location string `json:"location" doc:"such as query.limit or body.field"`
	Message  string `json:"message"`
}

// Error implements error.
func (p *Problem) Error() string { return p.Detail }

// GetStatus implements [huma.StatusError].
func (p *Problem) GetStatus() int { return p.Status }

// ContentType implements [huma.ContentTypeFilter].
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// A kind is a sort of problem.
type kind struct {
	of           error // the kind of error in the house; nil for those of HTTP alone
	status, exit int
	word, title  string
	retryable    bool
}

// kinds are all sorts of problem, in one place.
var kinds = []kind{
	{stemma.ErrNotFound, http.StatusNotFound, 1, "not-found", "Nothing is there", false},
	{stemma.ErrUsage, http.StatusBadRequest, 2, "usage", "The request cannot be understood", false},
	{stemma.ErrConflict, http.StatusConflict, 6, "conflict", "It changed meanwhile, or other work is under way", true},
	{stemma.ErrLocked, http.StatusConflict, 4, "locked", "The case is in use by another process", true},
	{stemma.ErrLimit, http.StatusRequestEntityTooLarge, 7, "limit", "A limit was reached", false},
	{stemma.ErrDamaged, http.StatusInternalServerError, 5, "damaged", "Something was changed or damaged", false},
	{nil, http.StatusUnauthorized, 2, "not-let-in", "This program has not been let in", false},
	{nil, http.StatusForbidden, 2, "elsewhere", "The request did not come from this computer", false},
	{nil, http.StatusMethodNotAllowed, 2, "method", "This cannot be done there", false},
	{nil, http.StatusPreconditionFailed, 6, "stale", "The record is no longer what it was", true},
	{nil, http.StatusPreconditionRequired, 2, "unconditional", "A ruling wants If-Match", false},
	{nil, http.StatusUnsupportedMediaType, 2, "media-type", "The body is of a kind that is not read here", false},
	{nil, http.StatusNotAcceptable, 2, "not-acceptable", "Nothing is sent in that form", false},
	{nil, http.StatusInternalServerError, 1, "failed", "It failed", false},
}

// kindOf is the sort of problem that an error is.
func kindOf(err error) kind {
	for _, k := range kinds {
		if k.of != nil && errors.Is(err, k.of) {
			return k
		}
	}
	return kinds[len(kinds)-1]
}

// problem is one of HTTP alone, or one whose kind its status tells.
func problem(status int, detail string) *Problem {
	for _, k := range kinds {
		if k.status == status && (k.of == nil || status != http.StatusInternalServerError) {
			return k.problem(detail)
		}
	}
	p := kinds[len(kinds)-1].problem(detail)
	p.Status, p.Title = status, http.StatusText(status)
	return p
}

func (k kind) problem(detail string) *Problem {
	return &Problem{Type: "/api#" + k.word, Title: k.title, Status: k.status, Detail: detail, Exit: k.exit, Retryable: k.retryable, Errors: []Fault{}}
}

// init lets huma speak of errors as this house does: by their kinds, without
// what was sent, and with one status for every request that is wrong.
func init() {
	huma.NewError = func(status int, detail string, errs ...error) huma.StatusError {
		if status == http.StatusUnprocessableEntity {
			status = http.StatusBadRequest
		}
		if status == http.StatusInternalServerError && len(errs) == 1 {
			return kindOf(errs[0]).problem(errs[0].Error())
		}
		p := problem(status, detail)
		for _, err := range errs {
			p.Errors = append(p.Errors, fault(err))
		}
		if len(p.Errors) > 0 {
			p.Detail = strings.TrimPrefix(p.Errors[0].Location+": "+p.Errors[0].Message, ": ")
		}
		return p
	}
}

func fault(err error) Fault {
	if d, ok := err.(huma.ErrorDetailer); ok {
		return Fault{d.ErrorDetail().Location, d.ErrorDetail().Message}
	}
	return Fault{Message: err.Error()}
}

// Refuse answers a request that was not let in.
func Refuse(w http.ResponseWriter, status int, detail string) {
	write(w, problem(status, detail))
}

// strays answers what no operation does: an address that is none, or a method
// that is not its own.
func strays(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		var allowed []string
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			other := r.Clone(r.Context())
			other.Method = method
			if _, pattern := mux.Handler(other); pattern != "" {
				allowed = append(allowed, method)
			}
		}
		if len(allowed) == 0 {
			write(w, kindOf(stemma.ErrNotFound).problem("no such address; /api lists those that there are"))
			return
		}
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		write(w, problem(http.StatusMethodNotAllowed, r.Method+" is not for this address; "+strings.Join(allowed, ", ")+" is"))
	})
}
