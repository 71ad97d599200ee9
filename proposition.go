package stemma

import (
	"slices"
	"strings"
)

// A Proposition is what a claim, or a sentence in the own voice, says, reduced to
// what tells whether another says the opposite.
type Proposition struct {
	Document string
	Claim    string // "" for the own voice
	Parent   string // the claim that holds it, "" if none
	Speaker  Party  // zero for the own voice
	Kind     SourceKind
	Negative bool     // it says that something is not so
	Denial   bool     // its source denies; a mere "not" is weaker
	Refusal  bool     // it denies to do something, which says nothing of what is so: "refused to take off"
	Act      bool     // it begins with what was done: "losing the town"
	Words    []string // none where claims cover the sentence and only numbers are left to the own voice
	Negated  []string // words of meaning that a negation governs: "saw no cap" → cap; "had not burned" → burn
	Text     string   // its words, as the page has them; "" where Words are none
	Counts   []Count  // whose innermost claim is this one
	Quote    Quote
}

// Propositions are the claims of a reading and the sentences of its article that
// no claim covers, in the order of the text.
//
//	"The ministry denied that its guns had fired on Vedra" → negative: fire gun vedra
func (r *Reading) Propositions() []Proposition {
	var out []Proposition
	for i := range r.Claims {
		c := &r.Claims[i]
		s := r.proposition(c.Content)
		s.Claim, s.Parent = c.ID, c.Parent
		s.Speaker = r.party(Role{Actor: c.Source.Actor, Name: c.Source.Name, Span: c.Source.Span})
		s.Kind = c.Source.Kind
		s.Denial = c.Stance == Denies
		s.Negative = s.Negative != s.Denial
		first, _, _ := strings.Cut(r.Words(c.Extent()), " ")
		s.Act = strings.HasSuffix(first, "ing")
		s.Refusal = strings.HasPrefix(strings.ToLower(r.Words(c.Extent())), "to ")
		s.Quote, s.Text = Quote{r.Document, c.quoted()}, r.Words(c.Extent())
		s.Counts = r.counts(c.Extent(), c)
		out = append(out, s)
	}
	return append(out, r.ownVoice()...)
}

// quoted is what to show of a claim: of a denial its verb too, without which its
// content reads like the opposite.
//
//	"The Front denied that its guns had fired" → "denied that its guns had fired"
func (c *Claim) quoted() Span {
	const far = 80 // bytes between a verb and its content
	content := c.Extent()
	if c.Stance != Denies || c.Cue.Empty() || c.Cue.Start-content.End > far || content.Start-c.Cue.End > far {
		return content
	}
	return content.Join(c.Cue)
}

// ownVoice are the sentences that no claim covers; of those that one covers in
// part only the numbers outside it.
func (r *Reading) ownVoice() []Proposition {
	var out []Proposition
	for i := range r.Syntax.Sentences {
		span := r.Syntax.Sentences[i].Span
		if r.RegionAt(span.Start).Kind != RegionBody {
			continue
		}
		s := Proposition{Document: r.Document}
		claimed := r.claimed(span)
		if !claimed {
			s = r.proposition([]Span{span})
			s.Text = r.Words(span)
		}
		s.Quote, s.Counts = Quote{r.Document, span}, r.counts(span, nil)
		if !claimed || len(s.Counts) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// counts are the numbers within a span that this claim gives, or the own voice.
func (r *Reading) counts(s Span, of *Claim) []Count {
	var out []Count
	for i := range r.Quantities {
		if q := &r.Quantities[i]; s.Contains(q.Span) && r.ClaimHolding(q.Span) == of {
			out = append(out, r.count(q))
		}
	}
	return out
}

func (r *Reading) claimed(s Span) bool {
	return slices.ContainsFunc(r.Claims, func(c Claim) bool {
		return slices.ContainsFunc(c.Content, s.Overlaps)
	})
}

// proposition gathers the words of meaning in some spans: nouns, names, numbers,
// verbs and adjectives by their lemmas.
func (r *Reading) proposition(spans []Span) Proposition {
	out := Proposition{Document: r.Document}
	for _, span := range spans {
		for i := max(0, r.Syntax.SentenceAt(span.Start)); i < len(r.Syntax.Sentences) && r.Syntax.Sentences[i].Start < span.End; i++ {
			out.gather(r.Syntax.Sentences[i].Tokens, span)
		}
	}
	slices.Sort(out.Words)
	out.Words = slices.Compact(out.Words)
	return out
}

// governed is how many words of meaning behind a negation it is taken to govern.
const governed = 2

// gather takes up the words of meaning that lie in a span.
func (p *Proposition) gather(tokens []Token, span Span) {
	left := 0
	for _, t := range tokens {
		if !span.Contains(t.Span) {
			continue
		}
		lemma := strings.ToLower(t.Lemma)
		if negative[lemma] {
			p.Negative, left = true, governed
		}
		if t.Tag == "PUNCT" {
			left = 0
		}
		if meaning[t.Tag] && !light[lemma] && len(lemma) > 2 {
			p.Words = append(p.Words, lemma)
			if left > 0 && t.Tag != "PROPN" {
				p.Negated = append(p.Negated, lemma)
			}
			left--
		}
	}
}

var (
	negative = map[string]bool{"not": true, "n't": true, "no": true, "never": true, "nobody": true, "none": true, "nothing": true, "neither": true, "without": true}
	meaning  = map[string]bool{"NOUN": true, "PROPN": true, "VERB": true, "ADJ": true, "NUM": true}
	light    = map[string]bool{"be": true, "have": true, "do": true, "say": true, "make": true, "take": true, "get": true, "come": true, "go": true, "other": true, "such": true}
)
