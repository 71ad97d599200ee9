package main

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// A met mention is one of the program's with the marked one that it stands on.
type met struct {
	actor  int
	form   stemma.MentionForm
	marked *mark // nil if it stands on none
}

// document counts what a reading made of a document whose entities are marked.
func (c *coreference) document(d annotated, r *stemma.Reading) {
	found := meet(d, r)
	c.aliases(d, found)
	meant := meanings(found, len(r.Actors))
	named := namedEntities(d)
	for i := range d.mentions {
		m := &d.mentions[i]
		kind, ok := m.anaphor(d)
		if !ok || !named[m.entity] {
			continue
		}
		actor := -1
		for _, f := range found {
			if f.marked == m {
				actor = f.actor
			}
		}
		entity := ""
		if actor >= 0 {
			entity = meant[actor]
		}
		c.answer(kind, entity != "", entity == m.entity, slices.Contains(meant, m.entity))
		if c.log != nil && entity != m.entity {
			fmt.Fprintf(c.log, "%s %s: %q is %s, not %s: …%s…\n", d.name, anaphorNames[kind], d.text.Words(m.Span),
				d.calls(m.entity), d.calls(entity), around(d.text, m.Span))
		}
	}
}

// meet finds for each of the program's mentions the marked one that it stands on.
func meet(d annotated, r *stemma.Reading) []met {
	var out []met
	for i, actor := range r.Actors {
		for _, mention := range actor.Mentions {
			out = append(out, met{i, mention.Form, d.under(mention.Span)})
		}
	}
	return out
}

func overlap(a, b stemma.Span) float64 {
	return float64(min(a.End, b.End)-max(a.Start, b.Start)) / float64(a.Join(b).Len())
}

// aliases counts the pairs of names that are one, of persons and bodies.
func (c *coreference) aliases(d annotated, found []met) {
	actorOf := map[*mark]int{}
	for _, f := range found {
		if f.form == stemma.FormName && f.marked != nil && f.marked.named() {
			actorOf[f.marked] = f.actor
		}
	}
	for i := range d.mentions {
		for j := range d.mentions[:i] {
			a, b := &d.mentions[i], &d.mentions[j]
			if !a.named() || !b.named() {
				continue
			}
			actor, ok := actorOf[a]
			other, both := actorOf[b]
			linked, same := ok && both && actor == other, a.entity == b.entity
			c.linked += one(linked)
			c.links += one(same)
			c.rightly += one(linked && same)
			c.reach += one(same && ok && both)
		}
	}
}

// meanings are the entities that the actors of a reading stand for: that of most
// of their mentions, pronouns apart.
func meanings(found []met, actors int) []string {
	counts := make([]map[string]int, actors)
	out := make([]string, actors)
	for _, f := range found {
		if f.marked == nil || f.form == stemma.FormPronoun {
			continue
		}
		if counts[f.actor] == nil {
			counts[f.actor] = map[string]int{}
		}
		e := f.marked.entity
		counts[f.actor][e]++
		if best := out[f.actor]; best == "" || counts[f.actor][e] > counts[f.actor][best] {
			out[f.actor] = e
		}
	}
	return out
}

// namedEntities are the persons and bodies that a document names.
func namedEntities(d annotated) map[string]bool {
	out := map[string]bool{}
	for i := range d.mentions {
		if d.mentions[i].named() {
			out[d.mentions[i].entity] = true
		}
	}
	return out
}

func (m *mark) named() bool {
	return m.tag == "PROPN" && (m.kind == "person" || m.kind == "organization")
}

// thirdPerson and firstPerson are the pronouns that the score asks for.
var (
	pronounKinds = map[string]int{
		"he": heShe, "him": heShe, "his": heShe, "himself": heShe, "she": heShe, "her": heShe, "hers": heShe, "herself": heShe,
		"they": theyIt, "them": theyIt, "their": theyIt, "theirs": theyIt, "themselves": theyIt, "it": theyIt, "its": theyIt, "itself": theyIt,
		"i": first, "me": first, "my": first, "we": first, "us": first, "our": first,
	}
	definite = map[string]bool{
		"the": true, "this": true, "that": true, "these": true, "those": true,
		"his": true, "her": true, "its": true, "their": true, "my": true, "our": true,
	}
)

// anaphor is what kind of words a mention stands for somebody with, if they are
// not the first to speak of whom they mean.
func (m *mark) anaphor(d annotated) (int, bool) {
	kind, pronoun := pronounKinds[m.first]
	switch {
	case m.words == 1 && pronoun && (kind == first || d.before(m)):
		return kind, true
	case m.words > 1 && m.tag == "NOUN" && definite[m.first] && d.before(m):
		return described, true
	}
	return 0, false
}

func (d annotated) before(m *mark) bool {
	for i := range d.mentions {
		if other := &d.mentions[i]; other.entity == m.entity && other.Start < m.Start {
			return true
		}
	}
	return false
}

// calls is the first name by which a document calls an entity.
func (d annotated) calls(entity string) string {
	for i := range d.mentions {
		if m := &d.mentions[i]; m.entity == entity && (m.named() || !namedEntities(d)[entity]) {
			return d.text.Words(m.Span)
		}
	}
	return "nobody"
}

func around(t stemma.Text, s stemma.Span) string {
	s = stemma.Span{Start: max(0, s.Start-90), End: min(len(t), s.End+50)}
	return strings.Join(strings.Fields(string(t[s.Start:s.End])), " ")
}

// at is the marked mention with exactly this span; nil if there is none.
func (d annotated) at(span stemma.Span) *mark {
	for i := range d.mentions {
		if d.mentions[i].Span == span {
			return &d.mentions[i]
		}
	}
	return nil
}

// most is the entity that most of some spans stand for.
func (d annotated) most(spans []stemma.Span) string {
	counts, best := map[string]int{}, ""
	for _, span := range spans {
		if _, pronoun := pronounKinds[strings.ToLower(d.text.Words(span))]; pronoun {
			continue
		}
		if m := d.under(span); m != nil {
			if counts[m.entity]++; best == "" || counts[m.entity] > counts[best] {
				best = m.entity
			}
		}
	}
	return best
}

// under is the marked mention whose head a span holds and with which it shares
// most; nil if there is none.
func (d annotated) under(span stemma.Span) *mark {
	var found *mark
	best := 0.0
	for j := range d.mentions {
		m := &d.mentions[j]
		if share := overlap(span, m.Span); span.Contains(m.head) && share > best {
			found, best = m, share
		}
	}
	return found
}
