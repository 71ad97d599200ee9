package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/coding"
	"stemma/internal/sheet"
)

type reviewPage struct {
	Books               []coding.Book
	Book                coding.Book
	Left, Done, Skipped int
	Total, OutOfScope   int
	Current             *card
	Next                []nextRow
	Folded              []foldedRow
	waiting             []*entry
	skipped             []string
}

// A card is the candidate row that a person rules on.
type card struct {
	incidentPage
	Cells []rowCell
}

type rowCell struct{ Head, Text, Link string }

type nextRow struct {
	Link, Title string
	Origins     stemma.Origins
}

type foldedRow struct{ ID, Title, Why string }

// reviewable reports whether the default codebook takes a row of an incident.
func (e *entry) reviewable() bool { return slices.Contains(e.Codable, "acled") }

// upcoming is how many of the next rows the queue shows, folded how many of
// those that the codebook does not take.
const (
	upcoming   = 12
	mostFolded = 200
)

// review is the queue: one candidate row after the other, those where accounts
// differ first.
func (s *Server) review(w http.ResponseWriter, r *http.Request, c *Case) error {
	sh, err := s.shelved(r.Context(), c)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	p := reviewPage{Books: coding.Books(), Book: coding.BookNamed(q.Get("book"))}
	p.skipped = strings.FieldsFunc(q.Get("skip"), func(c rune) bool { return c == ' ' || c == ',' })
	for _, e := range sh.incidents {
		switch {
		case !slices.Contains(e.Codable, p.Book.Key):
			p.fold(e)
		case e.Status != stemma.Proposed:
			p.Done++
		case e.ID == q.Get("at"):
			p.waiting = slices.Insert(p.waiting, 0, e)
		case !slices.Contains(p.skipped, e.ID):
			p.waiting = append(p.waiting, e)
		}
	}
	p.Left, p.Skipped = len(p.waiting), len(p.skipped)
	p.Total = p.Left + p.Done + p.Skipped
	if err := s.deal(r, c, sh, &p); err != nil {
		return err
	}
	s.show(w, r, "review", view{Title: "Review", Section: "review", Page: p})
	return nil
}

func (p *reviewPage) fold(e *entry) {
	p.OutOfScope++
	if len(p.Folded) < mostFolded {
		p.Folded = append(p.Folded, foldedRow{e.ID, e.Title, p.Book.OutOfScope(e.Incident)})
	}
}

// deal puts the first waiting incident on the table.
func (s *Server) deal(r *http.Request, c *Case, sh *shelf, p *reviewPage) error {
	if len(p.waiting) == 0 {
		return nil
	}
	l, i, err := s.lookUp(r, c, p.waiting[0].ID)
	if err != nil {
		return err
	}
	k := &card{incidentPage: incidentPage{Incident: i, Status: l.status(i), Choices: i.Fields(), Near: sh.near(i)}}
	k.Back = p.queue("", p.skipped...)
	k.Tellings = l.tellings(i, p.queue(i.ID, p.skipped...))
	k.Skip = p.queue("", append(slices.Clone(p.skipped), i.ID)...)
	for n, text := range p.Book.Row(i, sh.rulings.Chosen(i)) {
		k.Cells = append(k.Cells, rowCell{p.Book.Heads[n], sheet.Hide(l, i, text), l.wordsBehind(i, p.Book.Heads[n])})
	}
	p.Current = k
	for _, e := range p.waiting[1:min(len(p.waiting), upcoming+1)] {
		p.Next = append(p.Next, nextRow{p.queue(e.ID, p.skipped...), e.Title, e.Assessment.Origins})
	}
	return nil
}

// queue is the address of the queue with what comes first and what is skipped.
func (p *reviewPage) queue(at string, skipped ...string) string {
	q := url.Values{"book": {p.Book.Key}}
	if len(skipped) > 0 {
		q.Set("skip", strings.Join(skipped, ","))
	}
	if at != "" {
		q.Set("at", at)
	}
	return "/r?" + q.Encode()
}

// columns says which field of an incident a column of a codebook is filled from.
var columns = map[string]string{
	"event_date": "date", "date_start": "date", "date_end": "date", "date": "date", "when": "date", "sub_event_type": "happened", "type_of_violence": "happened", "what": "happened",
	"actor1": "actor", "side_a": "actor", "belligerent": "actor", "who": "actor", "actor2": "recipient", "side_b": "recipient", "whom": "recipient",
	"location": "place", "where_description": "place", "where": "place", "fatalities": "killed", "low": "killed", "high": "killed", "killed": "killed",
	"civilians_killed": "killed", "injured": "injured", "civilians_injured": "injured",
}

// wordsBehind leads to the first words behind a cell.
func (l *look) wordsBehind(i stemma.Incident, head string) string {
	for _, v := range i.Assessment.Values {
		if v.Field != columns[head] || len(v.Quotes) == 0 {
			continue
		}
		if o := l.open(v.Quotes[0].Document); o.err == nil {
			return o.link(v.Quotes[0].Span)
		}
	}
	return ""
}
