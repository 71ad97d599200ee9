// Package tellings reads tellings laid out in plain lines, so that a case of
// the joining stages can be written and judged without a reading line. What the
// tellings come to is left to the stages and their tests. In: lines that a
// journalist could write; out: the tellings, copies and decisions that they
// stand for.
//
//	post: act ASSAULT aerial; by Orvane Air Force (state-force XO); in Azhmir; on 2024-08-03; killed 12 civilians
//	→ a telling of the document "d_post", event "e_post1"
package tellings

import (
	"fmt"
	"strconv"
	"strings"

	"stemma"
)

// A Case is what a document of plain lines says.
type Case struct {
	Tellings  []stemma.Telling
	Copies    []stemma.Copy
	Decisions []stemma.Decision

	documents map[string]*document
	places    map[string]stemma.Place
}

// A document is what the tellings of one page have in common.
type document struct {
	telling stemma.Telling // outlet, agency, published
	count   int
}

// Read reads a case. A line is one of
//
//	place Azhmir: town XA 10.5 20.5 (also: 10.5 20.5 4 Ketha, its radius in kilometres and its province)
//	document post: outlet Morning Post; agency Meridian Wire; published 2024-08-04
//	document radio: outlet Front Radio; voice Front Radio (outlet for the Front)
//	copy post wire
//	merge post1 wire1 (also: split, accept, reject)
//	post: act …; by …; hit …; in … (also: near, of a place that no book has; beside, of one that another sentence names); on … (also: paged, carried); killed 12 civilians; said by …
//
// Empty lines and those that begin with "#" say nothing.
func Read(text string) (Case, error) {
	c := Case{documents: map[string]*document{}, places: map[string]stemma.Place{}}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := c.line(line); err != nil {
			return c, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return c, nil
}

func (c *Case) line(line string) error {
	before, after, laid := strings.Cut(line, ":")
	words := strings.Fields(before)
	after = strings.TrimSpace(after)
	switch {
	case laid && words[0] == "place":
		return c.place(strings.Join(words[1:], " "), strings.Fields(after))
	case laid && words[0] == "document":
		return c.document(words[1]).describe(after)
	case laid && len(words) == 1:
		return c.telling(words[0], after)
	case len(words) == 3 && words[0] == "copy":
		c.copy("d_"+words[1], "d_"+words[2])
		return nil
	case len(words) > 1:
		return c.decide(words)
	}
	return fmt.Errorf("%q says nothing", line)
}

// copy says that the first telling of one page is the first of the other, and so
// on: their texts are one passage.
func (c *Case) copy(a, b string) {
	whole := stemma.Span{End: 1 << 20}
	c.Copies = append(c.Copies, stemma.Copy{
		Document: min(a, b), Of: max(a, b), Relation: stemma.RelationCopy, Containment: [2]float64{1, 1},
		Shared: []stemma.Passage{{Here: whole, There: whole}},
	})
}

func (c *Case) decide(words []string) error {
	kinds := map[string]stemma.DecisionKind{
		"merge": stemma.DecideMerge, "split": stemma.DecideSplit, "accept": stemma.DecideAccept, "reject": stemma.DecideReject,
	}
	kind, ok := kinds[words[0]]
	if !ok {
		return fmt.Errorf("%q is no decision", words[0])
	}
	d := stemma.Decision{Seq: int64(len(c.Decisions) + 1), Kind: kind, Target: "e_" + words[1]}
	if len(words) > 2 {
		d.Value = "e_" + words[2]
	}
	c.Decisions = append(c.Decisions, d)
	return nil
}

// place reads "town XA 10.5 20.5"; a town reaches two kilometres.
func (c *Case) place(name string, words []string) error {
	if len(words) < 4 || len(words) > 6 {
		return fmt.Errorf("place %s: want precision, country, latitude, longitude, perhaps a radius in kilometres and a province", name)
	}
	lat, errLat := strconv.ParseFloat(words[2], 64)
	lon, errLon := strconv.ParseFloat(words[3], 64)
	if errLat != nil || errLon != nil {
		return fmt.Errorf("place %s: %q is no point", name, words[2:])
	}
	c.places[name] = stemma.Place{
		ID: "overlay:" + name, Name: name, Country: words[1], Lat: lat, Lon: lon, Precision: stemma.Precision(words[0]), Radius: 2000,
	}
	return c.around(name, words[4:])
}

// around is how far a place reaches, and the province that it lies in.
func (c *Case) around(name string, words []string) error {
	if len(words) == 0 {
		return nil
	}
	km, err := strconv.Atoi(words[0])
	if err != nil {
		return fmt.Errorf("place %s: %q is no radius in kilometres", name, words[0])
	}
	p := c.places[name]
	p.Radius, p.Province = 1000*km, strings.Join(words[1:], " ")
	c.places[name] = p
	return nil
}

func (c *Case) document(name string) *document {
	if c.documents[name] == nil {
		c.documents[name] = &document{telling: stemma.Telling{Document: "d_" + name}}
	}
	return c.documents[name]
}

func (d *document) describe(words string) error {
	for _, field := range strings.Split(words, ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(field), " ")
		switch key {
		case "outlet":
			d.telling.Outlet = value
		case "agency":
			d.telling.Agency = value
		case "voice":
			d.telling.Voice = party(value, stemma.Span{})
		case "about":
			d.telling.Gist = gist(strings.Fields(value))
		case "published", "clock":
			when, err := interval(value)
			if err != nil {
				return err
			}
			if when.Basis = stemma.BasisDateline; key == "clock" {
				when.Basis, when.Earliest = stemma.BasisPageClock, 0
			}
			d.telling.Published = when
		default:
			return fmt.Errorf("%q says nothing of a document", field)
		}
	}
	return nil
}

// gist is that of a page that says each of some words once.
func gist(words []string) stemma.Gist {
	said := map[string]float64{}
	for _, w := range words {
		said[w] = 1
	}
	return stemma.NewGist(said)
}

// telling reads the fields of one event; its words are the line itself, and its
// spans follow each other as the lines do.
func (c *Case) telling(name, line string) error {
	d := c.document(name)
	d.count++
	t := d.telling
	start := d.count * 1000
	t.Words = line
	t.Event = stemma.Event{
		ID: "e_" + name + strconv.Itoa(d.count), Modality: stemma.Asserted,
		Clause: stemma.Span{Start: start, End: start + len(line)}, Trigger: stemma.Span{Start: start, End: start + 3},
	}
	at := start
	for _, field := range strings.Split(line, ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(field), " ")
		if err := c.field(&t, key, value, stemma.Span{Start: at, End: at + len(field)}); err != nil {
			return fmt.Errorf("%s: %w", strings.TrimSpace(field), err)
		}
		at += len(field) + 1
	}
	c.Tellings = append(c.Tellings, t)
	return nil
}

func (c *Case) field(t *stemma.Telling, key, value string, span stemma.Span) error {
	switch key {
	case "act":
		t.Event.Type, t.Event.Mode, _ = strings.Cut(value, " ")
		t.Trigger = value
	case "word":
		t.Trigger = value
	case "by":
		t.Actors = append(t.Actors, party(value, span))
	case "hit", "with":
		t.Recipients = append(t.Recipients, party(value, span))
	case "in", "from", "to":
		return c.scene(t, key, value, span)
	case "beside": // named by the sentence beside the event's
		return c.scene(t, "in", value, stemma.Span{Start: t.Event.Clause.Start - 2, End: t.Event.Clause.Start - 1})
	case "near":
		t.Unplaced = append(t.Unplaced, stemma.Scene{Place: stemma.Place{Name: value}, Role: key, Words: stemma.Quote{Document: t.Document, Span: span}})
	case "paged", "carried":
		when, err := interval(value)
		when.Basis = map[string]stemma.Basis{"paged": stemma.BasisPublication, "carried": stemma.BasisPrevious}[key]
		t.Event.When = when
		return err
	case "on":
		when, err := interval(value)
		when.Basis, when.Words = stemma.BasisWords, span
		t.Event.When = when
		return err
	case "said":
		c.said(t, strings.TrimPrefix(value, "by "), span)
	case "denied", "planned", "background", "alleged", "hypothetical", "attempted":
		t.Event.Modality, t.Event.ModalityWords = stemma.Modality(key), []stemma.Span{span}
	case "title":
		t.Title = true
	default:
		return number(t, key, value, span)
	}
	return nil
}

func (c *Case) scene(t *stemma.Telling, role, value string, span stemma.Span) error {
	place, ok := c.places[value]
	if !ok {
		return fmt.Errorf("no place is called %s", value)
	}
	t.Scenes = append(t.Scenes, stemma.Scene{Place: place, Role: role, Words: stemma.Quote{Document: t.Document, Span: span}})
	return nil
}

// said reads "two officials (unnamed)", "the Front (armed-group party)",
// "Lt. Bren (person for the Front)"; several speakers, inmost first, are
// divided by " to "; who says it beside the first stands after " and ".
func (c *Case) said(t *stemma.Telling, value string, span stemma.Span) {
	value, beside, together := strings.Cut(value, " and ")
	if together {
		t.Beside = []stemma.Party{party(beside, span)}
	}
	for i, name := range strings.Split(value, " to ") {
		p := party(name, span)
		t.Speakers = append(t.Speakers, p)
		if i > 0 {
			continue
		}
		t.Claim = &stemma.Claim{ID: "c_" + p.Key, Stance: stemma.Asserts, Source: stemma.Source{Span: span, Name: p.Name, Kind: stemma.SourceNamed}}
		t.Claim.Source.Kind, t.Claim.Source.Relation = sourceOf(name)
		t.Event.Claim = t.Claim.ID
	}
}

func sourceOf(name string) (stemma.SourceKind, stemma.SourceRelation) {
	kind, relation := stemma.SourceNamed, stemma.SourceRelation("")
	for _, w := range strings.Fields(attributes(name)) {
		switch w {
		case "unnamed":
			kind = stemma.SourceUnnamed
		case "document":
			kind = stemma.SourceDocument
		case "party", "victim", "witness", "monitor", "medium", "official":
			relation = stemma.SourceRelation(w)
		}
	}
	return kind, relation
}

func attributes(name string) string {
	_, rest, _ := strings.Cut(name, "(")
	return strings.TrimSuffix(strings.TrimSpace(rest), ")")
}

// party reads "Orvane Air Force (state-force XO)": a kind, a country, whom it
// speaks for, and last, behind "called", what its page calls it. Offices of one state are one body.
func party(value string, span stemma.Span) stemma.Party {
	name, _, _ := strings.Cut(value, "(")
	name = strings.TrimSpace(name)
	key := strings.ToLower(strings.TrimPrefix(name, "the "))
	told, calling, _ := strings.Cut(attributes(value), "called ")
	p := stemma.Party{Key: key, Body: key, Name: name, Span: span, Calling: calling}
	words, body, speaks := strings.Cut(told, "for ")
	for _, w := range strings.Fields(words) {
		if len(w) == 2 && strings.ToUpper(w) == w {
			p.Country = w
		} else if p.Kind == "" {
			p.Kind = stemma.ActorKind(w)
		}
	}
	switch p.Kind {
	case stemma.KindState, stemma.KindGovernment, stemma.KindStateForce:
		if p.Country != "" {
			p.Body = "state:" + p.Country
		}
	}
	if speaks {
		p.Body = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(body), "the "))
	}
	return p
}

// number reads "killed 12 civilians", "killed 12+", "fighters 20-30 of the Front",
// "killed 40 in the war".
func number(t *stemma.Telling, what, value string, span stemma.Span) error {
	figure, rest, _ := strings.Cut(value, " ")
	q := stemma.Count{Quantity: stemma.Quantity{What: what, Span: span, Scope: stemma.ScopeEvent}, Words: value}
	low, high, ranged := strings.Cut(strings.TrimSuffix(figure, "+"), "-")
	q.Open = strings.HasSuffix(figure, "+")
	if !ranged {
		high = low
	}
	var errLow, errHigh error
	q.Low, errLow = strconv.ParseFloat(low, 64)
	q.High, errHigh = strconv.ParseFloat(high, 64)
	if errLow != nil || errHigh != nil {
		return fmt.Errorf("%q is neither a field nor a number", what)
	}
	rest, scope, scoped := strings.Cut(rest, "in the ")
	if scoped {
		q.Scope = stemma.Scope(scope)
	}
	class, owner, owned := strings.Cut(strings.TrimSpace(rest), "of ")
	if q.Of.Class = strings.TrimSpace(class); owned {
		q.Whose = party(owner, span)
	}
	t.Quantities = append(t.Quantities, q)
	return nil
}

// interval reads a day, or two with "/" between them.
func interval(value string) (stemma.Interval, error) {
	first, last, ranged := strings.Cut(value, "/")
	if !ranged {
		last = first
	}
	earliest, err := stemma.ParseDay(first)
	if err != nil {
		return stemma.Interval{}, err
	}
	latest, err := stemma.ParseDay(last)
	return stemma.Interval{Earliest: earliest, Latest: latest, Precision: stemma.PrecisionDay}, err
}
