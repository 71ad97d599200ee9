package stemma

import (
	"slices"
	"testing"
)

// "No one was hurt" and "not one guest was hurt" negate what is said as "nobody" does.
func TestNegate(t *testing.T) {
	token := func(lemma, tag, relation string, head int) Token {
		return Token{Lemma: lemma, Tag: tag, Relation: relation, Head: head}
	}
	wording := Wording{Negative: map[string]bool{"no": true, "not": true}}
	for name, c := range map[string]struct {
		tokens []Token
		want   string
	}{
		"no one was hurt": {[]Token{
			token("no", "DET", "det", 1), token("one", "PRON", "nsubj:pass", 2), token("hurt", "VERB", "root", Root),
		}, "hurt"},
		"not one guest was hurt": {[]Token{
			token("not", "PART", "advmod", 1), token("one", "NUM", "nummod", 2), token("guest", "NOUN", "nsubj:pass", 3), token("hurt", "VERB", "root", Root),
		}, "guest"},
	} {
		s := Sentence{Tokens: c.tokens}
		for i := range s.Tokens {
			s.Tokens[i].Span = Span{Start: 10 * i, End: 10*i + 5}
		}
		var p Proposition
		p.gather(&s, Span{Start: 0, End: 10 * len(s.Tokens)}, wording)
		if !p.Negative || !slices.Contains(p.Negated, c.want) {
			t.Errorf("%s: negative %v, negated %v", name, p.Negative, p.Negated)
		}
	}
}

// Who is quoted at length says one thing after another; a denial is of all that it holds.
func TestBySentence(t *testing.T) {
	const text = "We kept our word. Not one gun fired."
	sentence := func(start, end int) Sentence { return Sentence{Span: Span{Start: start, End: end}} }
	r := &Reading{Syntax: Syntax{Sentences: []Sentence{sentence(0, 17), sentence(18, len(text))}}}
	for stance, want := range map[Stance]int{Asserts: 2, Denies: 1} {
		c := &Claim{Stance: stance, Content: []Span{{Start: 0, End: len(text)}}}
		if got := len(r.bySentence(c)); got != want {
			t.Errorf("%s: %d, want %d", stance, got, want)
		}
	}
}

// A word with a hyphen is one where its parts mean another thing.
func TestMeaning(t *testing.T) {
	wording := Wording{Compounds: map[string]bool{"cease-fire": true}}
	s := Sentence{Tokens: []Token{{Lemma: "cease", Tag: "VERB"}, {Lemma: "-", Tag: "PUNCT"}, {Lemma: "fire", Tag: "NOUN"}}}
	if first, last := s.meaning(0, wording), s.meaning(2, wording); first != "" || last != "cease-fire" {
		t.Errorf("got %q and %q", first, last)
	}
}
