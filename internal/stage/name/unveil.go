package name

import (
	"cmp"
	"maps"
	"slices"
)

// unveil lets a person of whom the page has told without a name be the one whom it
// now names beside the same bare title.
//
//	"the director of the hospital said … The director, Ana Torvik, said" → one director
//	"a director of the mill said … Ana Torvik, the director of the quarry" → two
func (p *page) unveil(d *description, who *actor) {
	if !d.definite || d.owner != nil || d.possess >= 0 || d.after != nil || d.modifier != nil || who.toldBefore(d.mention) {
		return
	}
	veiled, _ := p.inView(d.mention, 40, func(a *actor, _ *mention) bool {
		return a.person() && a.titles[d.noun] && a.unnamed() && (who.gender == "" || a.gender == "" || a.gender == who.gender)
	})
	if veiled != nil {
		p.become(veiled, who)
	}
}

// toldBefore reports whether the page has spoken of an actor before a mention.
func (a *actor) toldBefore(m *mention) bool {
	return slices.ContainsFunc(a.mentions, func(other *mention) bool { return other.Start < m.Start })
}

// become makes one person of two: what was told of the first is told of the second.
func (p *page) become(veiled, who *actor) {
	for _, m := range veiled.mentions {
		who.give(m)
	}
	maps.Copy(who.titles, veiled.titles)
	who.Country, who.MemberOf = cmp.Or(who.Country, veiled.Country), cmp.Or(who.MemberOf, veiled.MemberOf)
	p.actors = slices.DeleteFunc(p.actors, func(a *actor) bool { return a == veiled })
}
