package group

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// incident is what a group of tellings comes to before it is assessed.
func incident(group []stemma.Telling, reasons []string, decisions []stemma.Decision) stemma.Incident {
	first := leading(group)
	out := stemma.Incident{
		ID: incidentID(group[0].Event.ID), Type: first.Event.Type, Mode: mode(group), ACLED: acled(group),
		Status: stemma.Proposed, When: when(group), Places: scenes(group), Parts: parts(group), Reasons: reasons,
	}
	for _, t := range group {
		out.Events = append(out.Events, t.Event.ID)
		out.Documents = append(out.Documents, t.Document)
	}
	slices.Sort(out.Documents)
	out.Documents = slices.Compact(out.Documents)
	out.BackgroundOf = mentions(group, out.Documents)
	out.Title = title(group, out)
	out.Status = status(out, decisions)
	return out
}

// incidentID is the id of the incident whose smallest event has this id.
func incidentID(event string) string { return stemma.NewID("i", "", event) }

// leading is the telling that says most: it gives the incident its name.
func leading(group []stemma.Telling) stemma.Telling {
	return slices.MaxFunc(group, func(a, b stemma.Telling) int {
		return cmp.Or(cmp.Compare(weightOf(a), weightOf(b)), cmp.Compare(b.Event.ID, a.Event.ID))
	})
}

func weightOf(t stemma.Telling) int {
	n := 2*min(len(doers(t)), 1) + min(len(t.Recipients), 1) + min(len(t.Scenes), 1) + min(len(t.Quantities), 1)
	if t.Event.Mode != "" {
		n++
	}
	return n
}

// doers are the actors that a title names: of violence never those whom it only
// befell, whom a headline without its verb may seem to make the doers.
//
//	"11 dead after shells hit convoy" → nobody
func doers(t stemma.Telling) []stemma.Party {
	if t.Event.Type != "ASSAULT" && t.Event.Type != "COERCE" {
		return t.Actors
	}
	return slices.DeleteFunc(slices.Clone(t.Actors), func(p stemma.Party) bool { return p.Kind == stemma.KindPeople || counted(p.Name) })
}

// counted reports whether a name is a count of people.
func counted(name string) bool { return name != "" && name[0] >= '0' && name[0] <= '9' }

// mode is the mode that most tellings give; of several the first by name.
func mode(group []stemma.Telling) string {
	return most(group, func(t stemma.Telling) string { return t.Event.Mode })
}

// acled is the sub-event type that most tellings have.
func acled(group []stemma.Telling) string {
	return most(group, func(t stemma.Telling) string { return t.Event.ACLED })
}

func most(group []stemma.Telling, word func(stemma.Telling) string) string {
	count := map[string]int{}
	for _, t := range group {
		if w := word(t); w != "" {
			count[w]++
		}
	}
	best := ""
	for m, n := range count {
		if best == "" || n > count[best] || n == count[best] && m < best {
			best = m
		}
	}
	return best
}

// when is the closest time that the tellings have in common; the ends of one
// with the better precision win, of a day in its own words before one that another
// sentence names.
func when(group []stemma.Telling) stemma.Interval {
	best := group[0].Event.When
	for _, t := range group[1:] {
		if finer(t.Event.When, best) {
			best = t.Event.When
		}
	}
	best.Words = stemma.Span{} // they belong to one document
	return best
}

func finer(a, b stemma.Interval) bool {
	switch {
	case a.Closed() != b.Closed():
		return a.Closed()
	case a.Closed():
		wider := b.Latest - b.Earliest - (a.Latest - a.Earliest)
		return wider > 0 || wider == 0 && a.Basis == stemma.BasisWords && b.Basis == stemma.BasisPrevious
	}
	return a.Known() && !b.Known()
}

// mentions are the documents that tell of it as history only, unless all do.
func mentions(group []stemma.Telling, documents []string) []string {
	var out []string
	for _, d := range documents {
		if !slices.ContainsFunc(group, func(t stemma.Telling) bool { return t.Document == d && !background(&t) }) {
			out = append(out, d)
		}
	}
	if len(out) == len(documents) {
		return nil
	}
	return out
}

// title names an incident by its kind, parties, place and day, each as most
// documents tell it; of what as many tell one way as another, by the telling that
// says most. Whose act it was is left out unless most of those who say so agree: a
// title takes no side.
//
//	"aerial assault: Orvane → fish market, Port Azhmir, 2024-08-03"
func title(group []stemma.Telling, i stemma.Incident) string {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(i.Mode + " " + strings.ToLower(i.Type)))
	if names := agreed(group, accused(group)); len(names) > 0 {
		b.WriteString(": " + strings.Join(names, ", "))
	}
	if names := agreed(group, struck(group)); len(names) > 0 {
		b.WriteString(" → " + strings.Join(names, ", "))
	}
	if place := named(i.Places); place != "" {
		b.WriteString(", " + place)
	}
	if i.When.Closed() {
		b.WriteString(", " + cmp.Or(i.When.Calendar(), days(i.When)))
	}
	return b.String()
}

// days are the ends of a time as ISO 8601 has them.
func days(w stemma.Interval) string {
	if w.Latest == w.Earliest {
		return w.Earliest.String()
	}
	return w.Earliest.String() + "/" + w.Latest.String()
}

// accused gives the doers of a telling; of violence those of whom most documents
// that name one say that they did it.
func accused(group []stemma.Telling) func(stemma.Telling) []string {
	accusers := map[string]bool{}
	by := map[string]map[string]bool{}
	for _, t := range group {
		for _, name := range naming(doers(t)) {
			if by[name] == nil {
				by[name] = map[string]bool{}
			}
			by[name][t.Document], accusers[t.Document] = true, true
		}
	}
	return func(t stemma.Telling) []string {
		if t.Event.Type != "ASSAULT" && t.Event.Type != "COERCE" {
			return naming(t.Actors)
		}
		return slices.DeleteFunc(naming(doers(t)), func(name string) bool { return 2*len(by[name]) <= len(accusers) })
	}
}

// struck gives those to whom it was done, without those whom a telling counts: how
// many there were is what accounts differ on. Where nobody else is named they are
// all that there is to say.
//
//	"nine militants were killed" / "the fish market was hit" → the fish market
func struck(group []stemma.Telling) func(stemma.Telling) []string {
	hit := undisputed(group)
	uncounted := func(t stemma.Telling) []string { return slices.DeleteFunc(naming(hit(t)), numbered) }
	if slices.ContainsFunc(group, func(t stemma.Telling) bool { return len(uncounted(t)) > 0 }) {
		return uncounted
	}
	return func(t stemma.Telling) []string { return naming(hit(t)) }
}

// undisputed are the recipients of a telling; of violence without the states and
// armed groups that not most of the documents name which name somebody hit.
func undisputed(group []stemma.Telling) func(stemma.Telling) []stemma.Party {
	tellers, by := map[string]bool{}, map[string]map[string]bool{}
	for _, t := range group {
		for _, p := range t.Recipients {
			if by[p.Body] == nil {
				by[p.Body] = map[string]bool{}
			}
			by[p.Body][t.Document], tellers[t.Document] = true, true
		}
	}
	return func(t stemma.Telling) []stemma.Party {
		return slices.DeleteFunc(slices.Clone(t.Recipients), func(p stemma.Party) bool {
			return t.Event.Type == "ASSAULT" && known(p) && 2*len(by[p.Body]) <= len(tellers)
		})
	}
}

// numbered reports whether a name begins with a number: "31 people", "nine militants".
func numbered(name string) bool {
	word, _, _ := strings.Cut(strings.ToLower(name), " ")
	_, figure := lexicon.Figure(word)
	return figure || lexicon.Cardinal([]string{word}).Words > 0
}

// agreed are the names as the fullest telling has them of those with the name that
// most documents give.
func agreed(group []stemma.Telling, names func(stemma.Telling) []string) []string {
	documents := map[string]map[string]bool{}
	most := 0
	for _, t := range group {
		for _, name := range names(t) {
			if documents[name] == nil {
				documents[name] = map[string]bool{}
			}
			documents[name][t.Document] = true
			most = max(most, len(documents[name]))
		}
	}
	best := group[0]
	for _, t := range group {
		top := func(name string) bool { return len(documents[name]) == most }
		if has, had := slices.ContainsFunc(names(t), top), slices.ContainsFunc(names(best), top); has && (!had || weightOf(t) > weightOf(best)) {
			best = t
		}
	}
	return names(best)
}

// naming are the names of parties for a title, of those whom words name; private
// persons stay out of it.
func naming(parties []stemma.Party) []string {
	var out []string
	for _, p := range parties {
		if stemma.SaysWho(p.Name) && !(p.Kind == stemma.KindPerson && p.Person.Private()) && !slices.Contains(out, p.Name) {
			out = append(out, p.Name)
		}
	}
	return out
}

// status is what the last decision on the incident says, if its target is one of
// the incident's events or its id.
func status(i stemma.Incident, decisions []stemma.Decision) stemma.Status {
	out := stemma.Proposed
	for _, d := range decisions {
		if d.Target != i.ID && !slices.Contains(i.Events, d.Target) {
			continue
		}
		switch d.Kind {
		case stemma.DecideAccept:
			out = stemma.Accepted
		case stemma.DecideReject:
			out = stemma.Rejected
		}
	}
	return out
}
