package attribute

import (
	"cmp"

	"stemma"
	"stemma/internal/stage/attribute/speech"
)

// chain is the way by which a claim reached the reader: outlet, credited
// agency, whoever passed it on, source.
func (v *voices) chain(i int) []stemma.Link {
	links := []stemma.Link{v.outlet()}
	if agency := v.r.Publication.Agency; agency.Known() {
		links = v.add(links, stemma.Link{Role: stemma.RoleAgency, Name: agency.Name, Actor: v.ids[agency.Name], Span: agency.Span})
	}
	for _, k := range v.above(i) {
		for _, via := range v.told[k] {
			links = v.add(links, via)
		}
		links = v.add(links, v.link(k, stemma.RoleVia))
	}
	for _, via := range v.told[i] {
		links = v.add(links, via)
	}
	return v.end(links, v.link(i, stemma.RoleSource))
}

// above are the claims that hold claim i, outermost first.
func (v *voices) above(i int) []int {
	var out []int
	for k := v.Drafts[i].Parent; k >= 0 && len(out) < 6; k = v.Drafts[k].Parent {
		if !v.Drafts[k].Source.Empty() {
			out = append([]int{k}, out...)
		}
	}
	return out
}

// outlet is the head of each chain: who published the page, else who is given to have.
func (v *voices) outlet() stemma.Link {
	outlet := v.r.Publication.Outlet
	if !outlet.Known() && v.r.Given.Outlet != "" {
		outlet.Name = v.r.Given.Outlet
	}
	return stemma.Link{Role: stemma.RoleOutlet, Name: outlet.Name, Actor: v.ids[outlet.Name], Span: outlet.Span}
}

// link is a claim's source as a link of another's chain or its own.
func (v *voices) link(i int, role stemma.LinkRole) stemma.Link {
	source := v.sources[i]
	if role == stemma.RoleVia && v.agency(source.Actor) {
		role = stemma.RoleAgency
	}
	return stemma.Link{Role: role, Name: source.Name, Actor: source.Actor, Span: source.Span}
}

// agency reports whether an actor is a news agency.
func (v *voices) agency(actor string) bool {
	a := v.actors[actor]
	return a != nil && a.Kind == stemma.KindAgency
}

// add puts a link on the chain unless it is the actor of the link before or of
// the outlet.
func (v *voices) add(links []stemma.Link, next stemma.Link) []stemma.Link {
	if next.Name == "" || same(links[len(links)-1], next) || same(links[0], next) {
		return links
	}
	return append(links, next)
}

// end puts the source on the chain; where it is the link before, that link is
// the source.
func (v *voices) end(links []stemma.Link, source stemma.Link) []stemma.Link {
	if source.Name == "" {
		return links
	}
	n := len(links) - 1
	switch {
	case !same(links[n], source):
		return append(links, source)
	case n > 0:
		links[n] = source
	}
	return links
}

// same reports whether two links are of one actor, or of one name.
func same(a, b stemma.Link) bool {
	if a.Actor != "" && a.Actor == b.Actor {
		return true
	}
	return a.Name != "" && a.Name == b.Name
}

// hearers are the agencies that a source told, and the media that passed on what
// it said: those of each claim, and of an earlier claim by the same source, unless
// the page names one whom the medium has only quoted.
//
//	"two clerks told Meridian Wire …" … "one of the clerks said …" → Meridian Wire for both
func (v *voices) hearers() {
	v.told = make([][]stemma.Link, len(v.Drafts))
	last := map[string][]stemma.Link{}
	for i, d := range v.Drafts {
		key := v.identity(i)
		if link, ok := v.medium(d); ok {
			v.told[i] = []stemma.Link{link}
		} else if d.Parent < 0 {
			v.told[i] = last[key]
		}
		if links := append(v.passedOn(i), v.told[i]...); key != "" && len(links) > 0 && !(d.QuotedBy && v.sources[i].Kind == stemma.SourceNamed) {
			last[key] = links
		}
	}
}

// passedOn are the media whose claims hold claim i.
func (v *voices) passedOn(i int) []stemma.Link {
	var out []stemma.Link
	for _, k := range v.above(i) {
		if a := v.actors[v.sources[k].Actor]; a != nil && (a.Kind == stemma.KindAgency || a.Kind == stemma.KindOutlet) {
			out = append(out, v.link(k, stemma.RoleVia))
		}
	}
	return out
}

// identity is what makes two sources of a page one: the actor, else for
// unnamed ones the claim that first brought them.
func (v *voices) identity(i int) string {
	k := v.first[i]
	if v.sources[i].Actor == "" && v.sources[k].Actor == "" {
		return v.r.Words(v.Drafts[k].Source)
	}
	return cmp.Or(v.sources[i].Actor, v.sources[k].Actor)
}

// medium is the agency that a source told, or the medium that quoted it.
func (v *voices) medium(d speech.Draft) (stemma.Link, bool) {
	for _, m := range within(v.mentions, d.Hearer) {
		if m.Form == stemma.FormPronoun {
			continue
		}
		link := stemma.Link{Name: m.actor.Name, Actor: m.actor.ID, Span: m.Span}
		switch {
		case m.actor.Kind == stemma.KindAgency:
			link.Role = stemma.RoleAgency
			return link, true
		case m.actor.Kind == stemma.KindOutlet && d.QuotedBy:
			link.Role = stemma.RoleVia
			return link, true
		}
	}
	return v.carrier(d)
}

// carrier is whoever a sentence says has carried the statement in which a source
// says something, or whoever quotes it without being named.
//
//	"The Guard said in a statement published by Cane Radio that …" → Cane Radio
//	"Officials quoted by state media said …" → state media
func (v *voices) carrier(d speech.Draft) (stemma.Link, bool) {
	var span stemma.Span
	switch {
	case d.QuotedBy:
		span = d.Hearer
	case d.Parent < 0:
		span = v.Sentences[d.Sentence].Carried(d)
	}
	if span.Empty() {
		return stemma.Link{}, false
	}
	link := stemma.Link{Role: stemma.RoleVia, Name: v.r.Words(span), Span: span}
	for _, m := range within(v.mentions, span) {
		if m.actor.Kind == stemma.KindOutlet || m.actor.Kind == stemma.KindAgency {
			link.Name, link.Actor = m.actor.Name, m.actor.ID
		}
	}
	return link, true
}
