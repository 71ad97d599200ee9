// Package web is the door through which people look at a case and decide:
// pages for one person, served to this computer only. Finding, joining, rows and
// rulings are left to the rooms below; a page asks the store one question and
// shows the answer. In: a request for /i/i_1f2e3d4c5b6a7988; out: what the
// accounts of that incident come to, each value a link to its words.
package web

import (
	"context"
	"iter"
	"net/http"
	"sync"

	"stemma/internal/api"
	"stemma/internal/decide"
	"stemma/internal/ingest"
	"stemma/internal/past"
	"stemma/internal/store"
)

// A Case is an open case with what it is worked with.
type Case struct {
	Name  string // of the file, as people call it
	Path  string
	Store store.Store
	Desk  *decide.Desk // where rulings are made
	// Add reads items into the case and joins what they touch.
	Add func(ctx context.Context, items iter.Seq[ingest.Item], tell func(ingest.Result)) (ingest.Report, error)
	// Stood is the case as it stood at a moment.
	Stood func(ctx context.Context, cut past.Cut) (store.Store, error)
	// Close lets the case go.
	Close func() error

	then *shelf // of a case as it stood; nil for one as it is
}

// Cases opens cases for the start page.
type Cases interface {
	Sample(ctx context.Context) (*Case, error)
	Create(ctx context.Context, name string) (*Case, error)
	Open(ctx context.Context, path string) (*Case, error)
	Known() []string // paths of cases near at hand
}

// Options of a server.
type Options struct {
	Case    *Case // nil: the start page
	Cases   Cases
	Version string
	Quit    func() // stops the program
}

// A Server serves one case to one person. It is an http.Handler; Link is how
// that person gets in.
type Server struct {
	cases   Cases
	version string
	quit    func()
	guard   *guard
	api     *api.API
	jobs    jobs
	handler http.Handler

	gathering sync.Mutex // one shelf is made at a time
	working   sync.Mutex // one ruling, or one run of reading, bears on the case at a time

	earlier earlier // the moment that was last asked for

	mu    sync.RWMutex
	open  *Case
	shelf *shelf
	rank  int // of the shelf: grows with every change
}

// NewServer makes a server that answers under an address such as
// "127.0.0.1:7836".
func NewServer(address string, o Options) (*Server, error) {
	g, err := newGuard(address)
	if err != nil {
		return nil, err
	}
	s := &Server{cases: o.Cases, version: o.Version, quit: o.Quit, guard: g, open: o.Case}
	s.api = api.New(o.Version, s.lend)
	s.handler = g.wrap(s.routes())
	s.prepare()
	return s, nil
}

// Token is what lets scripts in, as a Bearer token.
func (s *Server) Token() string { return s.guard.letScriptsIn() }

// Link is an address that lets one browser in, once.
func (s *Server) Link() string { return s.guard.link() }

// ServeHTTP implements [http.Handler].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close lets the open case go.
func (s *Server) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open == nil || s.open.Close == nil {
		return nil
	}
	c := s.open
	s.open = nil
	return c.Close()
}

func (s *Server) current() *Case {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.open
}

// switchTo opens another case in the place of the present one.
func (s *Server) switchTo(c *Case) error {
	s.mu.Lock()
	old := s.open
	s.open, s.shelf = c, nil
	s.rank++
	s.mu.Unlock()
	s.prepare()
	if old != nil && old.Close != nil {
		return old.Close()
	}
	return nil
}

// prepare gathers the shelf before anybody asks for it, so that the first page of
// a large case need not wait for all of it.
func (s *Server) prepare() {
	if c := s.current(); c != nil {
		go func() { _, _ = s.shelved(context.Background(), c) }() // who asks for a page is told of a failure
	}
}

// changed says that the case is no longer what the shelf shows.
func (s *Server) changed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shelf = nil
	s.rank++
}
