package web

import (
	"net/http"

	"stemma"
)

type startPage struct {
	Known   []string
	Problem string
}

// home is the overview of the open case, else the start page.
func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	if s.current() != nil {
		s.with(s.overview)(w, r)
		return
	}
	s.start(w, r, "")
}

func (s *Server) start(w http.ResponseWriter, r *http.Request, problem string) {
	page := startPage{Problem: problem}
	if s.cases != nil {
		page.Known = s.cases.Known()
	}
	s.show(w, r, "start", view{Title: "Start", Page: page})
}

// begin opens the sample, a new case or one from the disk.
func (s *Server) begin(w http.ResponseWriter, r *http.Request) {
	c, err := s.opened(r)
	if err != nil {
		s.start(w, r, err.Error())
		return
	}
	if err := s.switchTo(c); err != nil {
		s.fail(w, r, err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *Server) opened(r *http.Request) (*Case, error) {
	if s.cases == nil {
		return nil, notFound("way to open", r.PathValue("how"))
	}
	switch r.PathValue("how") {
	case "sample":
		return s.cases.Sample(r.Context())
	case "new":
		return s.cases.Create(r.Context(), r.FormValue("name"))
	case "open":
		return s.cases.Open(r.Context(), r.FormValue("path"))
	}
	return nil, notFound("start", r.PathValue("how"))
}

type overviewPage struct {
	Documents, Copies, Claims, Incidents, NotRead, Unread int
	ToReview, Disagreements, Tray, Accepted, Rejected     int
	First                                                 []line
	Last                                                  []deed
}

// most is how many incidents the overview shows.
const most = 8

func (s *Server) overview(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	p := overviewPage{Documents: len(sh.documents), Copies: len(sh.copies), Claims: sh.claims, Incidents: len(sh.incidents), Unread: sh.unread}
	for _, d := range sh.documents {
		if !d.Read {
			p.NotRead++
		}
	}
	for _, e := range sh.incidents {
		p.count(e)
		if len(p.First) < most && e.Assessment.Grade != "" {
			p.First = append(p.First, newLine(e))
		}
	}
	for _, x := range sh.disagreements {
		if !x.Explained {
			p.Disagreements++
		}
	}
	p.Last = newest(sh.deeds(), 3)
	s.show(w, r, "overview", view{Title: "Overview", Section: "overview", Page: p})
	return nil
}

func (p *overviewPage) count(e *entry) {
	switch e.Status {
	case stemma.Accepted:
		p.Accepted++
	case stemma.Rejected:
		p.Rejected++
	default:
		if e.reviewable() {
			p.ToReview++
		}
	}
	if e.inTray() {
		p.Tray++
	}
}
