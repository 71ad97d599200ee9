package group

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/lexicon"
)

// title names an incident by what people call its kind, by its parties, place and
// day, each as most documents tell it; of what as many tell one way as another, by the
// telling that says most. Whose act it was is left out unless most of those who say so
// agree: a title takes no side.
//
//	"air strike: Orvane → crowded fish market, Port Azhmir, 2024-08-03"
func title(group []stemma.Telling, i stemma.Incident) string {
	var b strings.Builder
	b.WriteString(codebook.Open().Name(i.Type, i.Mode, i.ACLED))
	who, place := headed(agreed(group, accused(group))), named(i.Places)
	whom := headed(agreed(group, struck(group)), who...)
	if len(who) > 0 {
		b.WriteString(": " + strings.Join(who, ", "))
	}
	if len(whom) > 0 {
		b.WriteString(" → " + strings.Join(whom, ", "))
	}
	if place != "" && !slices.ContainsFunc(whom, func(name string) bool { return strings.HasSuffix(" "+name, " "+place) }) {
		b.WriteString(", " + place)
	}
	if day := dated(i.When); day != "" {
		b.WriteString(", " + day)
	}
	return b.String()
}

// inTitle is how many names a title has room for on either side.
const inTitle = 3

// headed are names as they stand in a title: without their articles, each once, none
// that only says whose it is or stands in another, none of those named before, and
// people only where nobody else is named.
//
//	"the fish market", "people" → fish market; "an army convoy", "army" → army convoy; "his colleagues" → nobody
func headed(names []string, before ...string) []string {
	var out []string
	for _, name := range names {
		first, rest, several := strings.Cut(name, " ")
		if several && articles[strings.ToLower(first)] {
			name = rest
		}
		if !owners[strings.ToLower(first)] && !somebody[strings.ToLower(name)] && !slices.Contains(before, name) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	out = slices.DeleteFunc(out, func(name string) bool {
		return slices.ContainsFunc(names, func(other string) bool {
			return len(other) > len(name)+len("the ") && strings.Contains(" "+strings.ToLower(other)+" ", " "+strings.ToLower(name)+" ")
		})
	})
	if more := slices.DeleteFunc(slices.Clone(out), func(name string) bool { return name == "people" }); len(more) > 0 {
		out = more
	}
	return out[:min(len(out), inTitle)]
}

var (
	articles = lists.Set("articles")
	owners   = lists.Set("owners")
	somebody = lists.Set("somebody")
)

// dated is when an incident was, as a title has it: a day, a month, the ends of some
// days, the day by which it was; "" if that is open.
func dated(w stemma.Interval) string {
	switch {
	case !w.Closed():
		return ""
	case w.Precision == stemma.PrecisionUnknown && w.Latest != w.Earliest:
		return "by " + w.Latest.String()
	case w.Latest == w.Earliest:
		return w.Earliest.String()
	}
	return cmp.Or(w.Calendar(), w.Earliest.String()+"/"+w.Latest.String())
}

// accused gives the doers of a telling; of violence those of whom most who name one
// say that they did it, and no more name another instead. Who is quoted on four pages
// is one who says so.
//
//	"the army shelled the camp" on two pages, "rebels shelled the camp" on two → nobody
//	"rebels shelled the camp, the ministry said" on three pages, "the army did, a rebel said" on one → nobody
func accused(group []stemma.Telling) func(stemma.Telling) []string {
	accusers, by := map[string]bool{}, map[string]map[string]bool{}
	for _, t := range group {
		for _, name := range naming(doers(t)) {
			if by[name] == nil {
				by[name] = map[string]bool{}
			}
			by[name][teller(t)], accusers[teller(t)] = true, true
		}
	}
	return func(t stemma.Telling) []string {
		if t.Event.Type != "ASSAULT" && t.Event.Type != "COERCE" {
			return naming(t.Actors)
		}
		return slices.DeleteFunc(naming(doers(t)), func(name string) bool {
			return 2*len(by[name]) <= len(accusers) || disputed(group, name, by)
		})
	}
}

// teller is who says what a telling tells: the page, or whom it quotes.
func teller(t stemma.Telling) string {
	if len(t.Speakers) > 0 && t.Speakers[0].Name != "" {
		return t.Speakers[0].Name
	}
	return t.Document
}

// disputed reports whether as many name another known doer: some telling has
// the one without the other, and some the other without the one.
func disputed(group []stemma.Telling, name string, by map[string]map[string]bool) bool {
	for other := range by {
		if other == name || len(by[other]) < len(by[name]) {
			continue
		}
		only := func(one, two string) bool {
			return slices.ContainsFunc(group, func(t stemma.Telling) bool {
				return doneBy(t, one) && !doneBy(t, two) && slices.ContainsFunc(t.Actors, known)
			})
		}
		if only(name, other) && only(other, name) {
			return true
		}
	}
	return false
}

func doneBy(t stemma.Telling, name string) bool {
	return slices.ContainsFunc(t.Actors, func(p stemma.Party) bool { return p.Name == name })
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

// doers are the actors that a title names: of violence never those whom it only
// befell, whom a headline without its verb may seem to make the doers, nor what it was
// done with.
//
//	"11 dead after shells hit convoy", "a drone hit the bus", "an unmanned aircraft" → nobody
func doers(t stemma.Telling) []stemma.Party {
	if t.Event.Type != "ASSAULT" && t.Event.Type != "COERCE" {
		return t.Actors
	}
	return slices.DeleteFunc(slices.Clone(t.Actors), func(p stemma.Party) bool { return p.Kind == stemma.KindPeople || counted(p.Name) || weapon(p) })
}

// weapon reports whether a party is no party, but what an act was done with.
func weapon(p stemma.Party) bool {
	words := strings.Fields(stemma.Fold(p.Name))
	if p.Kind != "" || len(words) == 0 || strings.ToLower(p.Name) != p.Name {
		return false
	}
	noun, book := strings.TrimSuffix(words[len(words)-1], "s"), codebook.Open()
	return book.In(noun, "weapon") || book.In(noun, "aircraft")
}

// counted reports whether a name is a count of people.
func counted(name string) bool { return name != "" && name[0] >= '0' && name[0] <= '9' }
