package match

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/codebook"
	"stemma/internal/sheet"
)

// A candidate is an incident with what a row is weighed against.
type candidate struct {
	stemma.Incident
	actors, recipients []string
	killed             []stemma.Value
	acled              []string // sub-event types of its tellings
	called             []string // its places as the pages write them
	withheld           bool     // its places stay in the case
	ids                []string // by which a row may name it
}

func newCandidate(l *ledger.Ledger, i stemma.Incident) candidate {
	c := candidate{Incident: i, withheld: l.Caution().Incident(i), acled: []string{i.ACLED}, ids: append([]string{i.ID}, i.Events...)}
	if c.withheld {
		c.Places = slices.Clone(i.Places)
		for n := range c.Places {
			c.Places[n].Place = export.Blur(c.Places[n].Place)
		}
	}
	for _, v := range i.Assessment.Values {
		switch {
		case v.Field == "actor" && weapon(v.Text):
		case v.Field == "actor":
			c.actors = append(c.actors, v.Text)
		case v.Field == "recipient":
			c.recipients = append(c.recipients, v.Text)
		case v.Field == "killed" && v.Low != nil:
			c.killed = append(c.killed, v)
		}
	}
	return c
}

// weapon reports whether words name what struck and nobody whose it was: no party that
// a row could have missed.
//
//	"a drone", "rockets" → yes; "Arvonian jets", "gunmen" → no
func weapon(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || name != strings.ToLower(name) {
		return false
	}
	last := words[len(words)-1]
	return codebook.Open().In(last, "weapon") || codebook.Open().In(strings.TrimSuffix(last, "s"), "weapon")
}

// lands are the states in which its places lie.
func (c *candidate) lands() []string {
	var out []string
	for _, s := range c.Places {
		if state := actors.Open().StateNamed(s.Place.Country); state != nil && s.Place.Country != "" {
			out = ledger.With(out, state.Entry().Name)
		}
	}
	return out
}

// sides are whom a row's first and second party are held against: of a fight all who
// were in it.
func (c *candidate) sides(r Row) (doers, others []string) {
	if r.Mutual {
		all := slices.Concat(c.actors, c.recipients)
		return all, all
	}
	return c.actors, c.recipients
}

// tell adds the sub-event types that its tellings have, each in its own words, and
// its places as the pages write them.
func (c *candidate) tell(l *ledger.Ledger, pages sheet.Pages) error {
	if err := c.callPlaces(pages); err != nil {
		return err
	}
	for t, err := range l.Store.Tellings(l.Ctx, c.Documents...) {
		if err != nil {
			return err
		}
		if slices.Contains(c.Events, t.Event.ID) && t.Event.ACLED != "" {
			c.acled = ledger.With(c.acled, t.Event.ACLED)
		}
	}
	return nil
}

// callPlaces adds its places as the pages write them.
func (c *candidate) callPlaces(pages sheet.Pages) error {
	for _, v := range c.Assessment.Values {
		if v.Field != "place" {
			continue
		}
		for _, q := range v.Quotes {
			page, err := pages.Page(q.Document)
			if err != nil {
				return err
			}
			c.called = ledger.With(c.called, page.Mask.Words(q.Span))
		}
	}
	return nil
}

// A pool finds the incidents that a row may be of.
type pool struct {
	all   []candidate
	byID  map[string]int
	byDay map[stemma.Day][]int // those that span no more than a month
	wide  []int                // the others
}

// month is how many days an incident may span that is found by its days.
const month = 31

func newPool(l *ledger.Ledger) (*pool, error) {
	p := &pool{byID: map[string]int{}, byDay: map[stemma.Day][]int{}}
	for i, err := range l.Store.Incidents(l.Ctx) {
		if err != nil {
			return nil, err
		}
		if i.Status == stemma.Rejected {
			continue
		}
		p.add(newCandidate(l, i))
	}
	for f, err := range l.Store.Formerly(l.Ctx) {
		if err != nil {
			return nil, err
		}
		if n, ok := p.byID[f.Incident]; ok {
			p.byID[f.ID] = n
		}
	}
	return p, nil
}

func (p *pool) add(c candidate) {
	n := len(p.all)
	p.all = append(p.all, c)
	for _, id := range c.ids {
		p.byID[id] = n
	}
	if !c.When.Closed() || c.When.Latest-c.When.Earliest > month {
		p.wide = append(p.wide, n)
		return
	}
	for day := c.When.Earliest - near; day <= c.When.Latest+near; day++ {
		p.byDay[day] = append(p.byDay[day], n)
	}
}

// mostDays is how many days of a row are looked at one by one.
const mostDays = 366

// near are the candidates in whose days a row lies, in the order of their ids.
func (p *pool) near(r Row) []int {
	out := slices.Clone(p.wide)
	for day := r.When.Earliest; day <= min(r.When.Latest, r.When.Earliest+mostDays); day++ {
		out = append(out, p.byDay[day]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A choice is the candidate that a row is taken for, -1 if none, and why.
type choice struct {
	candidate int
	Evidence
}

// assign gives each candidate the rows that are of it, and keeps those that are of none.
func (p *pool) assign(rows []Row) (of map[int][]told, alone []Row) {
	of = map[int][]told{}
	for i, c := range p.choose(rows) {
		if c.candidate < 0 {
			alone = append(alone, rows[i])
			continue
		}
		of[c.candidate] = append(of[c.candidate], told{rows[i], c.Evidence})
	}
	return of, alone
}

// choose takes each row for the candidate for which most speaks. Where as much
// speaks for several, a row is of one that no row is clearly of: two rows of one
// day and place are two incidents sooner than one told twice.
func (p *pool) choose(rows []Row) []choice {
	out := make([]choice, len(rows))
	alike := make([][]int, len(rows))
	taken := map[int]bool{}
	for i, r := range rows {
		alike[i], out[i].Evidence = p.best(r)
		if len(alike[i]) == 1 {
			taken[alike[i][0]] = true
		}
	}
	for i := range rows {
		out[i].candidate = -1
		if len(alike[i]) > 0 {
			n := max(0, slices.IndexFunc(alike[i], func(n int) bool { return !taken[n] }))
			out[i].candidate = alike[i][n]
			taken[alike[i][n]] = true
		}
	}
	return out
}

// best are the candidates for which most speaks, with what does.
func (p *pool) best(r Row) ([]int, Evidence) {
	if n, ok := p.byID[r.ID]; ok {
		return []int{n}, Evidence{Score: enough, Reasons: []string{"its id"}}
	}
	var best []int
	var most Evidence
	for _, n := range p.near(r) {
		e, ok := weigh(r, p.all[n])
		switch {
		case !ok || e.Score < most.Score:
		case e.Score > most.Score:
			best, most = []int{n}, e
		default:
			best = append(best, n)
		}
	}
	return best, most
}
