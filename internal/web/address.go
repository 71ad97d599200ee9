package web

import (
	"net/url"
	"slices"

	"stemma"
	"stemma/internal/ledger"
)

// An address is where a list of incidents stands: its view, its filter and what
// else was asked for. Links of the page are the same address with one thing
// changed.
type address struct {
	view   string
	filter string
	box    string
	tray   bool
}

func addressOf(u *url.URL, f *ledger.Filter) address {
	q := u.Query()
	a := address{view: q.Get("view"), filter: f.String(), box: q.Get("box"), tray: q.Get("tray") != ""}
	if !slices.Contains(views, a.view) {
		a.view = views[0]
	}
	return a
}

// String is the address as a link has it: /i?q=place%3Aoruna&view=map.
func (a address) String() string {
	q := url.Values{}
	for name, value := range map[string]string{"view": a.view, "q": a.filter, "box": a.box} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if a.view == views[0] {
		q.Del("view")
	}
	if a.tray {
		q.Set("tray", "yes")
	}
	if len(q) == 0 {
		return "/i"
	}
	return "/i?" + q.Encode()
}

// with is the address with another view, or another part of the map.
func (a address) with(name, value string) string {
	switch name {
	case "view":
		a.view = value
	case "box":
		a.box = value
	}
	return a.String()
}

// filtered is the address with another filter; the map then shows what is left.
func (a address) filtered(written string) string {
	a.filter, a.box = written, ""
	return a.String()
}

// between is how a timeline asks for a stretch of time; an empty end stays as it
// was asked for.
func (a address) between(f *ledger.Filter) func(from, to string) string {
	return func(from, to string) string {
		changes := map[string]string{"before": ""}
		if from != "" {
			changes["from"] = from
		}
		if to != "" {
			changes["to"] = to
		}
		return a.filtered(f.With(changes))
	}
}

// An asking is one thing to filter by, in a form.
type asking struct {
	ledger.Field
	Value   string
	Choices []string
}

// formFields are the fields of the form; days that nobody means are left to the
// written form.
func formFields(f *ledger.Filter) []asking {
	choices := map[string][]string{
		"status": {string(stemma.Proposed), string(stemma.Accepted), string(stemma.Rejected)}, "dated": {"yes", "no"}, "placed": {"yes", "no"},
		"disputed": {"yes", "no", "who", "target", "happened", "values"},
	}
	var out []asking
	for _, each := range incidentFields() {
		if each.Name != "before" {
			out = append(out, asking{each, f.Asked(each.Name), choices[each.Name]})
		}
	}
	return out
}

func incidentFields() []ledger.Field {
	k, _ := ledger.KindNamed("incidents")
	return k.Fields()
}
