package stemma

import "testing"

// What a page calls somebody stands in an apposition or before the name.
func TestReading_calling(t *testing.T) {
	word := func(start, end int, tag, lemma, relation string, head int) Token {
		return Token{Span: Span{start, end}, Tag: tag, Lemma: lemma, Relation: relation, Head: head}
	}
	r := &Reading{
		Text: "Sabren Oltai, a spokesman for the Front, denied it. Chief Moen did",
		Syntax: Syntax{Sentences: []Sentence{
			{Span: Span{0, 51}, Tokens: []Token{
				word(0, 6, "PROPN", "Sabren", "nsubj", 6), word(7, 12, "PROPN", "Oltai", "flat", 0), word(14, 15, "DET", "a", "det", 3),
				word(16, 25, "NOUN", "spokesman", "appos", 0), word(26, 29, "ADP", "for", "case", 5), word(34, 39, "PROPN", "Front", "nmod", 3),
				word(41, 47, "VERB", "deny", "root", Root), word(48, 50, "PRON", "it", "obj", 6),
			}},
			{Span: Span{52, 66}, Tokens: []Token{
				word(52, 57, "PROPN", "Chief", "nsubj", 2), word(58, 62, "PROPN", "Moen", "flat", 0), word(63, 66, "VERB", "do", "root", Root),
			}},
		}},
	}
	for want, a := range map[string]*Actor{
		"spokesman front": {Kind: KindPerson, Name: "Sabren Oltai", Mentions: []Mention{{Span: Span{0, 12}, Form: FormName}}},
		"chief":           {Kind: KindPerson, Name: "Moen", Mentions: []Mention{{Span: Span{58, 62}, Form: FormName}}},
		"":                {Kind: KindNGO, Mentions: []Mention{{Span: Span{0, 12}, Form: FormName}}},
	} {
		if got := r.calling(a); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
