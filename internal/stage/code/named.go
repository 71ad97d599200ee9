package code

import (
	"slices"

	"stemma"
)

// actorAt is the actor that a noun names or belongs to. The noun's own mention
// comes first; "Halvornian jets" are Halvorn's, "their base" is theirs.
func (s *sentence) actorAt(n int, words stemma.Span) *stemma.Actor {
	if m := s.page.mentionAt(s.Tokens[n].Span); m != nil {
		if called := s.calledAs(n); called != nil && m.Form != stemma.FormName {
			return called.actor // "an alliance known as the Column"
		}
		return m.actor
	}
	if m := s.namedBeside(n); m != nil {
		return m.actor
	}
	switch {
	case s.page.book.In(s.lemma[n], "side") && s.is(n, "compound", "nmod:poss", "amod"):
		return s.page.oneCalled(s.lemma[n])
	case s.page.book.In(s.lemma[n], "owned"), s.page.book.In(s.lemma[n], "armed"):
		return s.whoseBefore(n, words)
	}
	return nil
}

// namedBeside is the mention by which a noun is named behind it: in apposition, as who
// sent it, or by what it is called.
func (s *sentence) namedBeside(n int) *mention {
	for _, k := range s.kids[n] {
		if s.is(k, "appos", "flat") || s.is(k, "nmod") && s.sentBy(n, k) {
			if m := s.named(k); m != nil {
				return m
			}
		}
	}
	return s.calledAs(n)
}

// whoseBefore is whose a noun is by the words before it, those apart that back it:
// "Halvornian jets" Halvorn's.
func (s *sentence) whoseBefore(n int, words stemma.Span) *stemma.Actor {
	backers := s.backers(n)
	for _, k := range s.kids[n] {
		if k < n && s.is(k, "compound", "amod", "nmod:poss") && !slices.Contains(backers, k) && words.Contains(s.Tokens[k].Span) {
			if m := s.page.mentionAt(s.Tokens[k].Span); m != nil {
				return s.whoseForce(m.actor, n)
			}
		}
	}
	return nil
}

// whoseForce is whose a noun is by the owner before it: what a person commands or speaks
// for is the body's, "her side", "his troops"; what is his own is his, "his car".
func (s *sentence) whoseForce(owner *stemma.Actor, n int) *stemma.Actor {
	if body := s.page.body(owner); body != nil && owner.Kind == stemma.KindPerson && s.page.book.Fits(s.lemma[n], []string{"@armed", "side", "government", "regime", "party", "movement", "command"}) {
		return body
	}
	return owner
}

// named is the mention at a noun, or that by which it is called behind it: "six
// members of the force known as the Column".
func (s *sentence) named(n int) *mention {
	if m := s.page.mentionAt(s.Tokens[n].Span); m != nil {
		return m
	}
	return s.calledAs(n)
}

// calledAs is the mention by which a noun is named behind it: "an alliance known
// as the Column".
func (s *sentence) calledAs(n int) *mention {
	for _, v := range s.children(n, "acl") {
		if !naming[s.form[v]] {
			continue
		}
		if m := s.nameBehind(v); m != nil {
			return m
		}
	}
	return nil
}

var naming = lists.Set("naming")

// nameBehind is the mention by which a verb of naming calls somebody: "known as the Column";
// not "who called on the king".
func (s *sentence) nameBehind(v int) *mention {
	for _, k := range s.children(v, "obl", "xcomp", "obj") {
		if by := s.preposition(k); by != "" && by != "as" {
			continue
		}
		if m := s.page.mentionAt(s.Tokens[k].Span); m != nil {
			return m
		}
	}
	return nil
}
