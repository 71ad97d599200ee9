package web

import (
	"io/fs"
	"net/http"

	"stemma/internal/api"
	"stemma/internal/draw"
)

// routes are all pages and all that can be done.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	carried(mux)
	for _, group := range []map[string]action{s.incidentRoutes(), s.documentRoutes(), s.findingRoutes(), s.nameRoutes(), s.caseRoutes()} {
		for pattern, do := range group {
			mux.HandleFunc(pattern, s.with(do))
		}
	}
	mux.Handle(api.Prefix+"/", s.api)
	mux.HandleFunc("GET /api", s.manual)
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("POST /start/{how}", s.begin)
	mux.HandleFunc("POST /quit", s.stop)
	return mux
}

// carried are the files that the program brings along.
func carried(mux *http.ServeMux) {
	files, err := fs.Sub(assets, "assets")
	if err != nil {
		panic(err) // the folder is embedded
	}
	mux.Handle("GET /assets/", http.StripPrefix("/assets/", http.FileServerFS(files)))
	mux.HandleFunc("GET /assets/outlines.bin", outlines)
	mux.HandleFunc("GET /assets/draw.css", style)
}

// incidentRoutes are what happened: one by one, what is new, and against a table.
func (s *Server) incidentRoutes() map[string]action {
	return map[string]action{
		"GET /r":              s.review,
		"GET /brief":          s.brief,
		"GET /brief.json":     s.briefData,
		"GET /match":          s.match,
		"POST /match":         s.match,
		"POST /match.csv":     s.matchData,
		"POST /match.json":    s.matchData,
		"GET /i":              s.stood(s.incidents),
		"GET /i/map.json":     s.stood(s.mapData),
		"GET /i/{id}":         s.stood(s.incident),
		"GET /i/{id}/print":   s.stood(s.incident),
		"POST /i/{id}/decide": s.decideIncident,
		"GET /x":              s.stood(s.disagreements),
		"GET /x/{id}":         s.stood(s.disagreement),
	}
}

// documentRoutes are the documents and what they share.
func (s *Server) documentRoutes() map[string]action {
	return map[string]action{
		"GET /d":                      s.documents,
		"GET /d/{id}":                 s.document,
		"GET /d/{id}/original":        s.original,
		"GET /d/{id}/raw":             s.raw,
		"POST /d/{id}/add":            s.addFinding,
		"GET /d/{id}/compare/{other}": s.compare,
		"POST /add":                   s.addDocuments,
		"GET /progress":               s.progress,
		"GET /copies":                 s.copies,
		"POST /copies":                s.decideCopy,
	}
}

// findingRoutes are claims, and rulings on a single finding.
func (s *Server) findingRoutes() map[string]action {
	return map[string]action{
		"GET /c":           s.claims,
		"GET /c/{id}":      s.claim,
		"POST /f/{id}":     s.decideFinding,
		"POST /n/{id}":     s.decideName,
		"POST /same-actor": s.decideActor,
	}
}

// nameRoutes are those who are quoted, who act, and where; and the tables laid over the
// books of them.
func (s *Server) nameRoutes() map[string]action {
	return map[string]action{
		"GET /s":               s.sources,
		"GET /s/{name}":        s.source,
		"GET /a":               s.actors,
		"GET /a/{name}":        s.actor,
		"GET /p":               s.places,
		"GET /p/{name}":        s.place,
		"GET /overlay/{kind}":  s.overlay,
		"POST /overlay/{kind}": s.layOver,
	}
}

// caseRoutes are of the case as a whole.
func (s *Server) caseRoutes() map[string]action {
	return map[string]action{
		"GET /q":        s.search,
		"GET /anchors":  s.anchors,
		"POST /anchors": s.decideAnchor,
		"GET /h":        s.history,
		"POST /undo":    s.undo,
		"POST /redo":    s.redo,
		"GET /keys":     s.keys,
		"GET /{list}":   s.stood(s.list),
	}
}

// style is that of the pictures, which other doors show too.
func style(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	_, _ = w.Write(draw.Style)
}

func (s *Server) keys(w http.ResponseWriter, r *http.Request, _ *Case) error {
	s.show(w, r, "keys", view{Title: "Keys"})
	return nil
}

// stop ends the program; all is saved already.
func (s *Server) stop(w http.ResponseWriter, _ *http.Request) {
	s.write(w, http.StatusOK, "error", view{Title: "Stemma has stopped", Version: s.version, Page: "Everything is saved in the case file. This window can be closed."})
	if s.quit != nil {
		s.quit()
	}
}
