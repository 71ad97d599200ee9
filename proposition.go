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
	Cue      string   // lemma of its word of saying, "" for the own voice
	Negative bool     // its main word is negated, or its source denies it, but not both
	Denial   bool     // its source denies; a mere "not" is weaker
	Withheld bool     // its word of saying is negated, or nobody says it: "did not know", "would not confirm", "no one predicts"
	Refusal  bool     // it denies to do something, which says nothing of what is so: "refused to take off"
	Act      bool     // it begins with what was done: "losing the town"
	Words    []string // none where claims cover the sentence and only numbers are left to the own voice
	Negated  []string // what a negation is of: "saw no cap" → see, cap; "had not burned" → burn
	About    []string // bodies of the parties that it names
	Turn     bool     // a word outside it sets it against what came before: "but the clerk said"
	Text     string   // its words, as the page has them; "" where Words are none
	Content  Span     // where Text stands
	Counts   []Count  // whose innermost claim is this one
	Quote    Quote
	Title    bool // it stands in the title, which the page says again
	Lead     int  // where its source, cue or content begins
	Entry    int  // of a round-up, in which it stands; 0 before the first and where a page is none
}

// A Wording is the words that tell what is said from how it is said, in lower case.
type Wording struct {
	Negative  map[string]bool // turn round what is said: "not", "nobody"
	Light     map[string]bool // say nothing of what is told: "make", "such"
	Contrast  map[string]bool // set what follows against what came before: "but"
	Compounds map[string]bool // written with a hyphen, and of another sense than their parts: "cease-fire"
	Degrees   map[string]bool // make a measure of a negation: "not less than twelve"
	Silent    map[string]bool // keep to themselves what the verb behind them would say: "declined to specify"
}

// Propositions are the claims of a reading, sentence by sentence, and the sentences of its
// article that no claim covers, in the order of the text.
//
//	"The ministry denied that its guns had fired on Vedra" → negative: fire gun vedra
func (r *Reading) Propositions(by Wording) []Proposition {
	var out []Proposition
	for i := range r.Claims {
		c := &r.Claims[i]
		for _, content := range r.bySentence(c) {
			out = append(out, r.saying(c, content, by))
		}
	}
	out = append(out, r.ownVoice(by)...)
	entries := r.entries()
	for i := range out {
		at, found := slices.BinarySearch(entries, out[i].Quote.Span.Start)
		if out[i].Entry = at; found {
			out[i].Entry++
		}
	}
	return out
}

// saying is what a claim says in some of its content.
func (r *Reading) saying(c *Claim, content []Span, by Wording) Proposition {
	extent := Claim{Content: content}.Extent()
	s := r.proposition(content, by)
	s.Claim, s.Parent = c.ID, c.Parent
	s.Speaker = r.party(Role{Actor: c.Source.Actor, Name: c.Source.Name, Span: c.Source.Span})
	s.Speaker.Calling = r.calling(r.Actor(c.Source.Actor))
	s.Kind = c.Source.Kind
	s.About = r.about(content)
	s.Cue, s.Withheld = r.cue(c, by)
	s.Turn = r.turns(c, by)
	s.Denial = c.Stance == Denies
	nobody, _, _ := strings.Cut(strings.ToLower(r.Words(c.Source.Span)), " ")
	s.Withheld = s.Withheld || s.Denial && by.Negative[nobody]
	s.Negative = s.Negative != s.Denial
	first, _, _ := strings.Cut(r.Words(extent), " ")
	s.Act = strings.HasSuffix(first, "ing")
	s.Refusal = r.infinitive(extent)
	s.Quote, s.Content, s.Text = Quote{r.Document, c.quoted(extent)}, extent, r.Words(extent)
	s.Title = r.RegionAt(s.Quote.Span.Start).Kind == RegionTitle
	s.Lead = s.Quote.Span.Start
	for _, part := range []Span{c.Cue, c.Source.Span} {
		if !part.Empty() {
			s.Lead = min(s.Lead, part.Start)
		}
	}
	s.Counts = r.counts(extent, c)
	return s
}

// infinitive reports whether some words begin with "to" before a verb.
//
//	"to take off" → yes; "to all charges" → no
func (r *Reading) infinitive(words Span) bool {
	i := r.Syntax.SentenceAt(words.Start)
	if i < 0 || !strings.HasPrefix(strings.ToLower(r.Words(words)), "to ") {
		return false
	}
	return !slices.ContainsFunc(r.Syntax.Sentences[i].Tokens, func(t Token) bool { return t.Start == words.Start && t.Tag == "ADP" })
}

// bySentence is the content of a claim by sentences: who is quoted at length says one
// thing after another. A denial is of all that it holds.
//
//	"We kept our word. Not one gun fired." → two
func (r *Reading) bySentence(c *Claim) [][]Span {
	if c.Stance == Denies {
		return [][]Span{c.Content}
	}
	var out [][]Span
	last := -1
	for _, part := range c.Content {
		for i := max(0, r.Syntax.SentenceAt(part.Start)); i < len(r.Syntax.Sentences) && r.Syntax.Sentences[i].Start < part.End; i++ {
			s := r.Syntax.Sentences[i].Span
			piece := Span{max(part.Start, s.Start), min(part.End, s.End)}
			if piece.End <= piece.Start {
				continue
			}
			if i == last {
				out[len(out)-1] = append(out[len(out)-1], piece)
				continue
			}
			out, last = append(out, []Span{piece}), i
		}
	}
	return out
}

// quoted is what to show of some content of a claim: of a denial its verb too, without
// which it reads like the opposite.
//
//	"The Front denied that its guns had fired" → "denied that its guns had fired"
func (c *Claim) quoted(content Span) Span {
	const far = 80 // bytes between a verb and its content
	if c.Stance != Denies || c.Cue.Empty() || c.Cue.Start-content.End > far || content.Start-c.Cue.End > far {
		return content
	}
	return content.Join(c.Cue)
}

// ownVoice are the sentences that no claim covers; of those that one covers in
// part only the numbers outside it.
func (r *Reading) ownVoice(by Wording) []Proposition {
	var out []Proposition
	for i := range r.Syntax.Sentences {
		span := r.Syntax.Sentences[i].Span
		if r.RegionAt(span.Start).Kind != RegionBody {
			continue
		}
		s := Proposition{Document: r.Document}
		claimed := r.claimed(span)
		if !claimed {
			s = r.proposition([]Span{span}, by)
			s.About = r.about([]Span{span})
			s.Content, s.Text = span, r.Words(span)
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

// cue is the lemma of the last verb of a claim's word of saying, or of its noun,
// and whether it is negated. What somebody declines to do is not done.
//
//	"had been accused" → accuse; "her account" → account; "did not know" → know, negated; "declined to specify" → decline
func (r *Reading) cue(c *Claim, by Wording) (lemma string, negated bool) {
	i := r.Syntax.SentenceAt(c.Cue.Start)
	if i < 0 || c.Cue.Empty() {
		return "", false
	}
	for _, t := range r.Syntax.Sentences[i].Tokens {
		if !c.Cue.Contains(t.Span) {
			continue
		}
		negated = negated || by.Negative[strings.ToLower(t.Lemma)]
		if lemma == "" || t.Tag == "VERB" && !by.Silent[lemma] {
			lemma = strings.ToLower(t.Lemma)
		}
	}
	return lemma, negated
}

// turns reports whether a word of contrast stands in a claim's sentence before its
// source or content, after whatever was said before it, or right behind its cue.
//
//	"The road is open, the army said, but drivers said that it was mined" → the second
//	"Drivers, however, said that it was mined" → yes
func (r *Reading) turns(c *Claim, by Wording) bool {
	i := r.Syntax.SentenceAt(c.Extent().Start)
	if i < 0 {
		return false
	}
	before := Span{Start: r.Syntax.Sentences[i].Start, End: max(c.Extent().Start, c.Cue.Start, c.Source.Span.Start)}
	for k := range r.Claims {
		if o := r.Claims[k].Extent(); r.Claims[k].ID != c.ID && r.Claims[k].ID != c.Parent && o.Start < c.Extent().Start && o.End < before.End {
			before.Start = max(before.Start, o.End)
		}
	}
	for _, t := range r.Syntax.Sentences[i].Tokens {
		if before.Contains(t.Span) && by.Contrast[strings.ToLower(r.Words(t.Span))] && !c.Holds(t.Span) {
			return true
		}
	}
	return false
}

// about are the bodies of the parties that some spans name.
func (r *Reading) about(spans []Span) []string {
	var out []string
	for i := range r.Actors {
		a := &r.Actors[i]
		named := slices.ContainsFunc(a.Mentions, func(m Mention) bool {
			return slices.ContainsFunc(spans, func(s Span) bool { return s.Contains(m.Span) })
		})
		if named {
			out = append(out, r.body(a))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// proposition gathers the words of meaning in some spans: nouns, names, numbers,
// verbs and adjectives by their lemmas.
func (r *Reading) proposition(spans []Span, by Wording) Proposition {
	out := Proposition{Document: r.Document}
	for _, span := range spans {
		for i := max(0, r.Syntax.SentenceAt(span.Start)); i < len(r.Syntax.Sentences) && r.Syntax.Sentences[i].Start < span.End; i++ {
			out.gather(&r.Syntax.Sentences[i], span, by)
		}
	}
	slices.Sort(out.Words)
	out.Words = slices.Compact(out.Words)
	return out
}

// gather takes up the words of meaning of a sentence that lie in a span, and
// what is negated of them.
func (p *Proposition) gather(s *Sentence, span Span, by Wording) {
	for i, t := range s.Tokens {
		if !span.Contains(t.Span) {
			continue
		}
		if word := s.meaning(i, by); word != "" {
			p.Words = append(p.Words, word)
		}
		if by.Negative[strings.ToLower(t.Lemma)] && !s.measures(i+1, by) {
			p.negate(s, i, span, by)
		}
	}
}

// negate notes what the negation at token i is of: the word that it stands with,
// the verb that this is an object of, and the verb's own objects. It turns the
// whole round where that verb is not inside another of the same words.
//
//	"did not strike the convoy" → strike, convoy; "saw no cap" → cap, see; "no one was hurt" → hurt; "not one guest" → guest
func (p *Proposition) negate(s *Sentence, i int, span Span, by Wording) {
	top := s.Tokens[i].Head
	if top == Root {
		top = i
	}
	if s.Tokens[top].Relation == "nummod" {
		top = s.Tokens[top].Head
	}
	of := []int{top}
	if nominal := s.Tokens[top]; nominals[nominal.Tag] && arguments[nominal.Relation] && nominal.Head != Root {
		top = nominal.Head
		of = append(of, top)
	}
	for j, t := range s.Tokens {
		if t.Head == top && objects[t.Relation] {
			of = append(of, j)
		}
	}
	for _, j := range of {
		if word := s.meaning(j, by); word != "" && span.Contains(s.Tokens[j].Span) && s.Tokens[j].Tag != "PROPN" {
			p.Negated = append(p.Negated, word)
		}
	}
	p.Negative = p.Negative || s.leads(top, span)
}

// measures reports whether the word at i makes a measure of the negation before it:
// "not less than twelve", "not only".
func (s *Sentence) measures(i int, by Wording) bool {
	return i < len(s.Tokens) && by.Degrees[strings.ToLower(s.Tokens[i].Lemma)]
}

// leads reports whether a token is the head of what stands in a span, or is
// coordinated with it.
func (s *Sentence) leads(i int, span Span) bool {
	for range s.Tokens {
		t := s.Tokens[i]
		if t.Head == Root || !span.Contains(s.Tokens[t.Head].Span) {
			return true
		}
		if t.Relation != "conj" && t.Relation != "parataxis" {
			return false
		}
		i = t.Head
	}
	return false
}

// meaning is what token i says; of a word that is written with a hyphen, its last part says all.
//
//	"there is no cease-fire" → cease-fire, and not fire
func (s *Sentence) meaning(i int, by Wording) string {
	if word := s.hyphened(i); by.Compounds[word] {
		return word
	}
	if i+2 < len(s.Tokens) && by.Compounds[s.hyphened(i+2)] {
		return ""
	}
	return s.Tokens[i].meaning(by)
}

// hyphened is the word with a hyphen that ends at token i, "" if none does.
func (s *Sentence) hyphened(i int) string {
	if i < 2 || s.Tokens[i-1].Lemma != "-" {
		return ""
	}
	return strings.ToLower(s.Tokens[i-2].Lemma + "-" + s.Tokens[i].Lemma)
}

// meaning is the lemma of a word that says something, "" of all others.
func (t *Token) meaning(by Wording) string {
	lemma := strings.ToLower(t.Lemma)
	if !meaning[t.Tag] || by.Light[lemma] || len(lemma) <= 2 {
		return ""
	}
	return lemma
}

var (
	meaning   = map[string]bool{"NOUN": true, "PROPN": true, "VERB": true, "ADJ": true, "NUM": true}
	nominals  = map[string]bool{"NOUN": true, "PROPN": true, "PRON": true, "NUM": true}
	arguments = map[string]bool{"nsubj": true, "nsubj:pass": true, "obj": true, "iobj": true}
	objects   = map[string]bool{"obj": true, "xcomp": true, "obl": true, "nsubj:pass": true}
)
