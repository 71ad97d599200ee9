package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/ledger"
)

// An Account is what one origin says, field by field.
type Account struct {
	Name, Words string
	Kind        stemma.OriginKind
	Cells       []Cell // one for each column
}

// A Cell is what one account says of one field; empty is silence, which is no
// disagreement.
type Cell struct {
	Says    []Saying
	Differs bool // accounts cannot all be right on this
}

// A Saying is one thing that an account says, and where.
type Saying struct {
	Text  string
	Quote stemma.Quote // zero if it rests on no words of its own
}

// closeness orders accounts: who was there before who heard of it.
var closeness = []stemma.SourceRelation{
	stemma.RelationVictim, stemma.RelationWitness, stemma.RelationParty, stemma.RelationOfficial, stemma.RelationMonitor, stemma.RelationMedium, "",
}

// mostAccounts is how many accounts stand side by side.
const mostAccounts = 40

func (w writer) accounts() (columns []string, out []Account) {
	a := w.incident.Assessment
	var keys []string
	for _, key := range stemma.Asked {
		if slices.ContainsFunc(a.Values, func(v stemma.Value) bool { return v.Field == key }) {
			keys, columns = append(keys, key), append(columns, Label(key))
		}
	}
	order := make([]int, len(a.Accounts))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Compare(slices.Index(closeness, a.Accounts[x].Relation), slices.Index(closeness, a.Accounts[y].Relation))
	})
	for _, n := range order[:min(len(order), mostAccounts)] {
		row := Account{Name: w.hide(a.Accounts[n].Name), Kind: a.Accounts[n].Kind, Words: standing(a.Accounts[n])}
		for _, key := range keys {
			row.Cells = append(row.Cells, w.cell(n, key))
		}
		out = append(out, row)
	}
	return columns, out
}

func (w writer) cell(account int, key string) Cell {
	var c Cell
	for _, v := range w.incident.Assessment.Values {
		if v.Field == key && slices.Contains(v.Accounts, account) {
			text := strings.TrimSpace(w.hide(Text(v)) + " " + ledger.Counted(v.Low, v.High, v.Of))
			c.Says = append(c.Says, Saying{text, own(v, w.incident.Assessment.Accounts[account])})
		}
	}
	c.Differs = len(c.Says) > 0 && disputed(w.incident, key)
	return c
}

// own are the first words of a value that stand in one of an account's documents.
func own(v stemma.Value, a stemma.Account) stemma.Quote {
	for _, q := range v.Quotes {
		if slices.Contains(a.Documents, q.Document) {
			return q
		}
	}
	return stemma.Quote{}
}

func standing(a stemma.Account) string {
	words := map[stemma.OriginKind]string{stemma.OriginNamed: "named", stemma.OriginUnnamed: "not named", stemma.OriginOwnVoice: "the page’s own voice"}[a.Kind]
	if a.Relation != "" {
		words += ", " + string(a.Relation)
	}
	if n := len(a.Documents); n != 1 {
		return fmt.Sprintf("%s · %d documents", words, n)
	}
	return words + " · 1 document"
}

// A Way is how one account reached one document: a name for each station, ""
// where there is none.
type Way struct {
	Origin, Via, Agency, Outlet string // the outlet, else the document's title
	Kind                        stemma.OriginKind
	Document                    string
}

// ownVoice stands where a page speaks for itself.
const ownVoice = "own voice"

// Stations are the names from the origin to the reader, each once.
func (w Way) Stations() []string {
	var out []string
	for _, s := range []string{w.Origin, w.Via, w.Agency, w.Outlet} {
		if s != "" && !slices.Contains(out, s) && w.Origin != ownVoice+": "+s {
			out = append(out, s)
		}
	}
	return out
}

// mostWays is how many ways a tree can show.
const mostWays = 40

func (w writer) ways() []Way {
	var out []Way
	for _, a := range w.incident.Assessment.Accounts {
		for _, d := range a.Documents {
			if len(out) < mostWays {
				out = append(out, w.way(a, d))
			}
		}
	}
	return out
}

func (w writer) way(a stemma.Account, document string) Way {
	out := Way{Kind: a.Kind, Document: document, Origin: w.hide(a.Name), Outlet: document}
	if a.Kind == stemma.OriginOwnVoice {
		out.Origin = ownVoice
		if a.Name != "" && a.Name != "the page" {
			out.Origin += ": " + w.hide(a.Name)
		}
	}
	p, err := w.pages.Page(document)
	if err != nil {
		return out
	}
	out.Outlet = cmp.Or(p.Publication.Outlet.Name, ledger.Shorten(p.Title, 60), document)
	if agency := p.Publication.Agency.Name; agency != out.Outlet {
		out.Agency = agency
	}
	out.Via = via(p, a)
	return out
}

// via is the last medium that an account's first claim came through.
func via(p Page, a stemma.Account) string {
	out := ""
	for _, id := range a.Claims {
		c := p.Claim(id)
		if c == nil {
			continue
		}
		for _, link := range c.Chain {
			if link.Role == stemma.RoleVia && link.Name != "" {
				out = p.Mask.Hide(link.Name)
			}
		}
		break
	}
	return out
}
