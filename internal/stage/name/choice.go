package name

import (
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A Choice is a "he" or "she" with those whom it may mean. Each of them, and that
// it means none of them, is told by features, from which weights that were
// learned make its worth.
type Choice struct {
	Span       stemma.Span
	Candidates []Candidate // who was spoken of last comes first
	Open       []string    // what tells that it means none of them
}

// A Candidate is somebody whom a pronoun may mean.
type Candidate struct {
	Name     string
	Mentions []stemma.Span // before the pronoun, in the order in which they were settled
	Features []string
	who      *actor
}

// A Chooser says which candidate a pronoun means; -1 leaves it open.
type Chooser func(Choice) int

// reach is how many sentences back "he" and "she" look.
const reach = 8

// choice gathers whom a pronoun may mean.
//
//	"The Salt Guard left, Ana Torvik said. She …" → Ana Torvik
func (p *page) choice(m *mention) Choice {
	c := Choice{Span: m.Span}
	var nearest []*mention
	for i := len(p.recent) - 1; i >= 0; i-- {
		at := p.recent[i]
		if m.sentence.index-at.sentence.index > reach {
			break
		}
		if !p.eligible(m, at) {
			continue
		}
		j := slices.IndexFunc(c.Candidates, func(c Candidate) bool { return c.who == at.who })
		if j < 0 {
			c.Candidates = append(c.Candidates, Candidate{Name: at.who.Name, who: at.who})
			nearest = append(nearest, at)
		}
	}
	views := p.views(m, c.Candidates)
	turn := p.turnOf(m)
	for j := range c.Candidates {
		p.noteCandidate(m, nearest[j], &c, j, views[j])
		c.Candidates[j].Features = append(c.Candidates[j].Features, p.tellTurn(m, nearest[j], turn)...)
	}
	c.Open = openness(m, c.Candidates)
	return c
}

// eligible reports whether grammar lets a pronoun mean whom an earlier mention
// means, and whether that one lives to speak.
//
//	“Oss Tveit was late,” he said. → he: not Tveit
//	"Mr Holm said a policeman had been killed. He blamed the ministry." → he: not the policeman
func (p *page) eligible(m, at *mention) bool {
	s := m.sentence
	if words, quoted := at.sentence.quotation(at.Span); quoted && !words.Contains(m.Span) && s.Overlaps(words) && s.part(m) == "speaker" {
		return false
	}
	if s.part(m) == "speaker" && s != at.sentence && at.who.unnamed() && at.sentence.dies(at) && p.outlived(m, at) {
		return false
	}
	return !at.silent && !at.Contains(m.Span) && fits(at.who, persons[m.sentence.key(m.first)]) && !m.sentence.sameClause(m, at)
}

// outlived reports whether a person has spoken beside somebody of whom it was told, and a
// pronoun does not go back to before: "He had blamed the ministry".
func (p *page) outlived(m, at *mention) bool {
	t := m.sentence.token[m.first]
	past := t >= 0 && slices.ContainsFunc(m.sentence.Tokens, func(o stemma.Token) bool {
		return o.Head == m.sentence.Tokens[t].Head && o.Relation == "aux" && strings.EqualFold(p.r.Words(o.Span), "had")
	})
	return !past && p.spoke != nil && p.spoke.who.person() && !p.paragraph(p.spoke, at)
}

// dies reports whether a sentence tells that somebody died or was killed.
func (s *sentence) dies(m *mention) bool {
	t := s.phrase(s.head(m.first, m.last))
	for range 4 { // "Three warders and a policeman died"
		if t < 0 || t >= len(s.Tokens) || s.Tokens[t].Relation != "conj" {
			break
		}
		t = s.Tokens[t].Head
	}
	if t < 0 || t >= len(s.Tokens) {
		return false
	}
	verb, parts := s.governor(t), []string{"self", "life"}
	if relation := s.Tokens[t].Relation; relation == "nsubj:pass" || relation == "obj" {
		parts = []string{"verb"}
	} else if relation != "nsubj" {
		return false
	}
	return slices.ContainsFunc(parts, func(part string) bool {
		what, _ := lexicon.HarmOf(part, strings.ToLower(verb.Lemma))
		return what == "killed" && (part != "life" || s.living(t))
	})
}

// living reports whether the verb of a subject has a life for its object.
func (s *sentence) living(subject int) bool {
	return slices.ContainsFunc(s.Tokens, func(t stemma.Token) bool {
		return t.Head == s.Tokens[subject].Head && t.Relation == "obj" && t.Lemma == "life"
	})
}

// views are the ranks of candidates by how much they are in view: 0 for who is
// most.
func (p *page) views(m *mention, all []Candidate) []int {
	worth := make([]float64, len(all))
	for i := len(p.recent) - 1; i >= 0; i-- {
		at := p.recent[i]
		if m.sentence.index-at.sentence.index > reach {
			break
		}
		if j := slices.IndexFunc(all, func(c Candidate) bool { return c.who == at.who }); j >= 0 && p.eligible(m, at) {
			worth[j] = max(worth[j], p.view(m, at))
		}
	}
	ranks := make([]int, len(all))
	for i := range all {
		for j := range all {
			if worth[j] > worth[i] || worth[j] == worth[i] && j < i {
				ranks[i]++
			}
		}
	}
	return ranks
}

// noteCandidate notes the features by which the weights judge whether a pronoun means a candidate: how far
// off it stands, in what part of its sentence, in what form.
func (p *page) noteCandidate(m, at *mention, c *Choice, j, view int) {
	s, candidate := m.sentence, &c.Candidates[j]
	a := candidate.who
	for _, m := range a.mentions {
		candidate.Mentions = append(candidate.Mentions, m.Span)
	}
	add := func(words ...string) {
		candidate.Features = append(candidate.Features, strings.Join(words, " "))
	}
	far, part, own := distance(s.index-at.sentence.index), at.sentence.part(at), s.part(m)
	add("candidate")
	add("far", far)
	add("part", part)
	add("far", far, "part", part)
	add("parts", own, part)
	add("form", form(at, m))
	add("behind", strconv.Itoa(min(j, 4)))
	add("view", strconv.Itoa(min(view, 4)))
	add("view", strconv.Itoa(min(view, 4)), "of", strconv.Itoa(min(len(c.Candidates), 4)))
	add("told", frequency(len(a.mentions)))
	add("kind", string(a.Kind), string(a.Person))
	add("gender", persons[s.key(m.first)], gendered(a, c.Candidates))
	if !slices.ContainsFunc(c.Candidates, func(other Candidate) bool { return len(other.who.mentions) > len(a.mentions) }) {
		add("topic")
	}
	if p.opening(a) {
		add("opens the page")
	}
}

// gendered is what is known of whether a candidate is he or she, and of the
// others.
func gendered(a *actor, all []Candidate) string {
	switch {
	case a.gender != "":
		return "known"
	case slices.ContainsFunc(all, func(c Candidate) bool { return c.who.gender != "" }):
		return "known of another"
	}
	return "unknown"
}

// opening reports whether the page names somebody in its first two sentences.
func (p *page) opening(a *actor) bool {
	return slices.ContainsFunc(a.mentions, func(m *mention) bool { return m.sentence.index < 2 })
}

// A turn is whose words a pronoun stands among.
type turn struct {
	quote   stemma.Span
	inside  bool
	speaker *actor
}

// turnOf is whose turn it is to speak where a mention stands: in whose quotation, if any.
func (p *page) turnOf(m *mention) turn {
	quote, inside := m.sentence.quotation(m.Span)
	t := turn{quote: quote, inside: inside}
	if inside {
		t.speaker = p.speaker(quote)
	}
	return t
}

// tellTurn is what quotations, reports and earlier pronouns tell.
func (p *page) tellTurn(m, at *mention, t turn) []string {
	s := m.sentence
	_, quoted := at.sentence.quotation(at.Span)
	var out []string
	switch {
	case t.inside && t.speaker == at.who:
		out = append(out, "own words")
	case t.inside && t.quote.Contains(at.Span):
		out = append(out, "same quotation")
	case t.inside:
		out = append(out, "into a quotation")
	case quoted:
		out = append(out, "out of a quotation")
	}
	if p.spoke != nil && p.spoke.who == at.who {
		out = append(out, "spoke last "+s.part(m))
	}
	if p.pronoun != nil && p.pronoun.who == at.who {
		out = append(out, "pronoun before "+distance(s.index-p.pronoun.sentence.index))
	}
	if s == at.sentence {
		out = append(out, s.path(at, m))
	} else if p.paragraph(at, m) {
		out = append(out, "another paragraph")
	}
	return out
}

// openness is what tells that a pronoun means nobody who was spoken of.
func openness(m *mention, all []Candidate) []string {
	s := m.sentence
	governor := s.governor(s.token[m.first])
	deed := "does"
	switch {
	case says(governor):
		deed = "says"
	case deliberate[governor.Lemma]:
		deed = "acts"
	case governor.Tag != "VERB":
		deed = "is"
	}
	return []string{
		"open", "open part " + s.part(m), "open " + deed + " part " + s.part(m), "open of " + strconv.Itoa(min(len(all), 4)),
	}
}

// distance is how many sentences apart, in words by which weights are learned.
func distance(sentences int) string {
	switch {
	case sentences < 3:
		return strconv.Itoa(sentences)
	case sentences < 5:
		return "3-4"
	}
	return "5+"
}

// frequency is how often somebody has been told of, in words by which weights are learned.
func frequency(n int) string {
	switch {
	case n < 3:
		return strconv.Itoa(n)
	case n < 6:
		return "3-5"
	}
	return "6+"
}

// form is how an earlier mention calls its actor: by the same pronoun, another
// one, a description or a name.
func form(at, m *mention) string {
	if at.form == stemma.FormPronoun && persons[at.sentence.key(at.first)] == persons[m.sentence.key(m.first)] {
		return "same pronoun"
	}
	return string(at.form)
}

// part is what a mention is in its sentence.
func (s *sentence) part(m *mention) string {
	if s.told(m) {
		return "speaker"
	}
	at := s.phrase(s.head(m.first, m.last))
	if at < 0 || at >= len(s.Tokens) {
		return "none"
	}
	switch relation := s.Tokens[at].Relation; {
	case relation == "nsubj" && says(s.governor(at)):
		return "speaker"
	case strings.HasPrefix(relation, "nsubj"):
		return "subject"
	case relation == "obj", relation == "iobj":
		return "object"
	case relation == "nmod:poss":
		return "owner"
	case relation == "root", relation == "parataxis":
		return "root"
	case relation == "conj":
		return relation
	}
	if s.leads(m) {
		return "subject"
	}
	return "other"
}

// path is how a pronoun hangs below what its antecedent is a part of.
//
//	"Tveit said he left"     he: in what Tveit says
//	"Tveit lost his boat"    his: below the verb of Tveit
func (s *sentence) path(at, m *mention) string {
	a, b := s.phrase(s.head(at.first, at.last)), s.token[m.first]
	if a < 0 || b < 0 || s.Tokens[a].Head < 0 {
		return "beside"
	}
	verb := s.Tokens[a].Head
	subject := strings.HasPrefix(s.Tokens[a].Relation, "nsubj")
	switch {
	case s.Under(b, a):
		return "within"
	case !s.Under(b, verb):
		return "beside"
	case subject && says(s.Tokens[verb]):
		return "in what they say"
	case subject && possessives[s.key(m.first)]:
		return "owned by the subject"
	case subject:
		return "below the subject"
	}
	return "below"
}

// paragraph reports whether a line ends between two mentions.
func (p *page) paragraph(at, m *mention) bool {
	return at.End < m.Start && strings.Contains(string(p.r.Text[at.End:m.Start]), "\n")
}
