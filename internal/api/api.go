// Package api is the door for other programs: lists, records and rulings of one
// case as JSON over HTTP, described by an OpenAPI document. What rows hold is
// left to the ledger, what rulings do to the desk, and who may ask to the server
// that it hangs on. In: GET /incidents?q=country:SY&limit=50; out: fifty rows as
// `stemma incidents list --json` prints them, and where to go on.
package api

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"stemma/internal/decide"
	"stemma/internal/export"
	"stemma/internal/ingest"
	"stemma/internal/input"
	"stemma/internal/ledger"
	"stemma/internal/store"
)

// Prefix is where the API hangs on its server.
const Prefix = "/api/v1"

// A Case is an open case as its server lends it.
type Case struct {
	Name    string
	Store   store.Store
	Desk    *decide.Desk
	Changes int // grows whenever anything in the case changes
	// Alone does something that bears on the whole case, when nothing else does.
	Alone func(do func() error) error
	// Add reads items into the case, and returns when they are joined.
	Add func(ctx context.Context, items []input.Item) ([]ingest.Result, error)
}

// An API answers from whatever case is open. It is an http.Handler for requests
// below [Prefix].
type API struct {
	open    func() (Case, bool)
	api     huma.API
	handler http.Handler

	mu     sync.Mutex
	totals map[string]int // of lists, by what was asked for
	counts int            // changes of the case when they were counted
}

// New makes an API; open gives the case that is open, if any.
func New(version string, open func() (Case, bool)) *API {
	mux := http.NewServeMux()
	a := &API{open: open}
	config := huma.DefaultConfig("Stemma", version)
	config.Info.Description = "Who says what happened, and on whose word: one case, on this computer only."
	config.DocsPath, config.SchemasPath, config.CreateHooks = "", "", nil // huma's page loads from elsewhere; ours is /api
	config.Security = []map[string][]string{{"bearer": {}}, {"cookie": {}}}
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"bearer": {Type: "http", Scheme: "bearer", Description: "what `stemma serve --token FILE` wrote into the file"},
		"cookie": {Type: "apiKey", In: "cookie", Name: "stemma", Description: "what the link that `stemma serve` printed leaves in a browser; the port follows its name"},
	}
	a.api = humago.NewWithPrefix(mux, Prefix, config)
	a.api.UseMiddleware(a.known)
	a.operations()
	finish(a.api.OpenAPI())
	a.handler = tagged(strays(mux))
	return a
}

// operations are all of them, in the order of the document.
func (a *API) operations() {
	a.caseOperation()
	list[export.DocumentRow](a, "documents")
	list[export.Copy](a, "copies")
	list[export.ClaimRow](a, "claims")
	list[export.EventRow](a, "events")
	list[export.Incident](a, "incidents")
	list[export.Disagreement](a, "disagreements")
	list[export.SourceRow](a, "sources")
	list[export.ActorRow](a, "actors")
	list[export.PlaceRow](a, "places")
	record[export.DocumentRow](a, "documents")
	record[export.ClaimRow](a, "claims")
	record[export.EventRow](a, "events")
	record[export.IncidentRecord](a, "incidents")
	record[export.Disagreement](a, "disagreements")
	a.decisionOperations()
	a.rulingOperations()
	a.uploadOperation()
}

// ServeHTTP implements [http.Handler].
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.handler.ServeHTTP(w, r) }

// Document is the OpenAPI document.
func (a *API) Document() *huma.OpenAPI { return a.api.OpenAPI() }

// look opens the ledger of the open case.
func (a *API) look(ctx context.Context) (Case, *ledger.Ledger, error) {
	c, ok := a.open()
	if !ok {
		return c, nil, problem(http.StatusConflict, "no case is open; open one on the start page")
	}
	return c, ledger.New(ctx, c.Store), nil
}

// known refuses parameters that an operation does not have, and says which one
// was probably meant.
func (a *API) known(ctx huma.Context, next func(huma.Context)) {
	var names []string
	for _, p := range ctx.Operation().Parameters {
		if p.In == "query" {
			names = append(names, p.Name)
		}
	}
	u := ctx.URL()
	for _, name := range slices.Sorted(maps.Keys(u.Query())) {
		if !slices.Contains(names, name) {
			_ = huma.WriteErr(a.api, ctx, http.StatusBadRequest, unknown(name, names)) // who hung up need not know
			return
		}
	}
	next(ctx)
}

func unknown(name string, names []string) string {
	if near := ledger.Nearest(name, names); near != "" {
		return "no parameter " + quote(name) + "; did you mean " + near + "?"
	}
	if len(names) == 0 {
		return "no parameter " + quote(name) + "; this address takes none"
	}
	return "no parameter " + quote(name) + "; there are " + strings.Join(names, ", ")
}

// quote is a word of the request as a message may repeat it.
func quote(s string) string { return `"` + ledger.Shorten(s, 40) + `"` }

// Status is the HTTP status of an error, and Exit the exit code of a command that
// ends with it: one table for every door.
func Status(err error) int { return kindOf(err).status }

// Exit is the exit code that goes with [Status].
func Exit(err error) int { return kindOf(err).exit }
