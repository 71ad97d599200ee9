package code

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/noun"
)

// match is the rule of the book that fits a verb where it stands: the most
// demanding of those whose conditions hold.
func (s *sentence) match(f frame) (codebook.Rule, bool) { return s.matchAs(s.lemma[f.verb], f) }

// matchAs is match for a frame that stands for another verb than its own word.
func (s *sentence) matchAs(verb string, f frame) (codebook.Rule, bool) {
	rules := s.page.book.Verbs(verb)
	for _, rule := range rules {
		if s.meets(f, rule, s.acting(rule)) && !s.crowdless(f, rule) {
			return rule, rule.Type != codebook.None
		}
	}
	for _, rule := range rules {
		if s.meets(f, rule, s.open(rule)) {
			return rule, rule.Type != codebook.None
		}
	}
	return codebook.Rule{}, false
}

// crowdless reports whether a rule of protest wants a crowd of which a passive sentence says
// nothing: it is the last to be tried. "The square was sealed off" is no protest if it can be
// anything else; "Windows were smashed" can be nothing else.
func (s *sentence) crowdless(f frame, rule codebook.Rule) bool {
	return rule.Type == "PROTEST" && len(rule.Subject) > 0 && f.subject < 0 && s.beside(f.verb, "aux:pass")
}

// meets reports whether the conditions of a rule hold, with what a subject must do
// to fit.
func (s *sentence) meets(f frame, rule codebook.Rule, fits func(int, []string) bool) bool {
	if len(rule.With) > 0 && !slices.ContainsFunc(rule.With, f.hasAll) {
		return false
	}
	if len(rule.Subject) > 0 && !s.unsaid(f, rule) && !fits(f.subject, rule.Subject) {
		return false
	}
	known := s.fitting(rule)
	return len(rule.Object) == 0 || slices.ContainsFunc(s.objects(f, rule), func(i int) bool {
		return known(i, rule.Object) && (!s.anyGoods(i, rule) || s.forcible(f, rule))
	})
}

// unsaid reports whether a sentence leaves out who did it, and may: "The column was
// stopped", but not "The miners were stranded", which may be nobody's deed.
func (s *sentence) unsaid(f frame, rule codebook.Rule) bool {
	return f.passive && f.subject < 0 && len(rule.Object) > 0 && !befalling[s.lemma[f.verb]] && !s.carriers(rule) && !s.blank(f, rule)
}

var befalling = lists.Set("befalling")

// carriers reports whether the subject that a rule wants can only be what carries people,
// which is no party that could be left unsaid: "Buses carried the wounded out", but not
// "The wounded were carried out".
func (s *sentence) carriers(rule codebook.Rule) bool {
	return len(rule.Subject) > 0 && !slices.ContainsFunc(rule.Subject, func(word string) bool {
		return !s.page.book.Fits(word, []string{"@vehicle", "@ship", "@aircraft"})
	})
}

// blank reports whether a verb says only where somebody was brought unless it is told by
// whom: "He was taken to Ostrel", but not "The patrol took him", "Four were taken".
func (s *sentence) blank(f frame, rule codebook.Rule) bool {
	return blank[s.lemma[f.verb]] && len(rule.With) == 0 && (f.has("to") || f.has("into")) && s.fits(f.object, []string{"@people", "@captive"})
}

var blank = lists.Set("blank")

// mayFit reports whether a subject is a pronoun that may stand for any party, since
// nobody has said for whom: "They took positions on the ridge."
func (s *sentence) mayFit(i int, _ []string) bool {
	if i < 0 || !s.tag(i, "PRON") || s.page.mentionAt(s.Tokens[i].Span) != nil {
		return false
	}
	switch s.form[i] {
	case "he", "she", "it", "they", "we":
		return true
	}
	return false
}

// has reports whether a particle or preposition stands with the verb.
func (f frame) has(word string) bool {
	return slices.Contains(f.particles, word) ||
		slices.ContainsFunc(f.phrases, func(p phrase) bool { return p.preposition == word })
}

// hasAll is has for particles of which each is needed: "away+with" of "did away with a
// witness".
func (f frame) hasAll(words string) bool {
	return !slices.ContainsFunc(strings.Split(words, "+"), func(word string) bool { return !f.has(word) })
}

// objects are the tokens that a rule may take for the object: it, what is said
// of it ("held them responsible"), and the noun of the rule's own preposition
// ("came under fire").
func (s *sentence) objects(f frame, rule codebook.Rule) []int {
	out := []int{f.object}
	for _, k := range s.children(f.verb, "xcomp", "obl:unmarked") {
		if s.tag(k, "NOUN", "ADJ", "PROPN", "ADV", "VERB") {
			out = append(out, k)
		}
	}
	for _, p := range f.phrases {
		if slices.ContainsFunc(rule.With, func(words string) bool { return slices.Contains(strings.Split(words, "+"), p.preposition) }) {
			out = append(out, p.noun)
		}
	}
	if f.passive {
		return out
	}
	for _, k := range s.children(f.verb, "ccomp") { // "called the swap shameful"
		if s.tag(k, "ADJ", "NOUN") {
			out = append(out, k)
		}
		if that := s.child(k, "mark"); that > f.verb { // "demonstrates that they want peace"
			out = append(out, that)
		}
	}
	return out
}

// fitting is how a rule knows its nouns: one of force by all that is known of them, one
// of dealings, which anybody has in peace, by what the book lists.
//
//	"They clubbed a thatcher" → a person; "A thatcher offered a discount" → nobody
func (s *sentence) fitting(rule codebook.Rule) func(int, []string) bool {
	if rough[rule.Type] {
		return s.fits
	}
	return s.fitsListed
}

// rough are the types that tell of force or quarrel, whoever does or suffers it.
var rough = lists.Set("rough")

// fits reports whether a noun, or one joined to it, is what a rule wants.
func (s *sentence) fits(i int, wanted []string) bool {
	return s.fitsListed(i, wanted) || i >= 0 && slices.ContainsFunc(s.coordinated(i), func(k int) bool {
		return s.page.book.Fits(s.kindWord(k), wanted)
	})
}

// fitsListed is fits by the words of the book alone.
func (s *sentence) fitsListed(i int, wanted []string) bool {
	if i < 0 {
		return false
	}
	for _, k := range s.coordinated(i) {
		for _, word := range s.words(k) {
			if s.page.book.Fits(word, wanted) {
				return true
			}
		}
	}
	return s.compoundFits(i, wanted)
}

// kindWord is the word for what a noun names that the book does not list: "person" for
// "sawyer", "building" for "icehouse"; "" if it is nothing of which rules tell.
func (s *sentence) kindWord(i int) string {
	if !s.tag(i, "NOUN") || s.page.book.Lists(s.lemma[i]) {
		return ""
	}
	return string(noun.Of(s.lemma[i]))
}

// compoundFits lets the first half of a compound be one of the wanted words,
// never of the wanted classes: "hunger strike" is a strike by "hunger", but
// "army base" is no army, and a "market town" is a town whatever is sold there.
func (s *sentence) compoundFits(i int, wanted []string) bool {
	if s.page.book.Fits(s.lemma[i], []string{"@territory", "@people", "@armed"}) {
		return false
	}
	for _, k := range s.children(i, "compound") {
		if slices.Contains(wanted, s.lemma[k]) {
			return true
		}
	}
	return false
}

// words are those by which the book may know a noun: its own, that of the thing
// counted ("dozens of guards"), and the kind of the actor or place it names.
func (s *sentence) words(i int) []string {
	out := append(s.ownWords(i), s.actorWords(i)...)
	out = append(out, s.placeWords(i)...)
	out = append(out, s.countedWords(i)...)
	return append(out, s.besideWords(i)...)
}

// ownWords are the forms of a noun itself, alone and behind the words before it: "white
// flags" → flag, flags, white flag.
func (s *sentence) ownWords(i int) []string {
	out := []string{s.lemma[i]}
	if s.form[i] != s.lemma[i] {
		out = append(out, s.form[i])
	}
	if word := s.hyphened(i); word != "" {
		out = append(out, word)
	}
	for _, k := range s.children(i, "amod", "compound") {
		out = append(out, s.form[k]+" "+s.lemma[i])
	}
	switch kind := noun.Kind(s.kindWord(i)); kind {
	case noun.Soldier, noun.Policeman, noun.Leader:
		out = append(out, string(kind)) // "two lancers"
	}
	if s.page.book.In(s.lemma[i], "state") {
		out = append(out, "state", "government") // "the junta", "the kingdom"
	}
	if one, many := strings.CutSuffix(s.form[i], "s"); many && s.tag(i, "PROPN") {
		out = append(out, one) // "Federal Guards": a name in the plural keeps it in its lemma
	}
	return out
}

// actorWords are those of the kind of the actor that a noun names or stands for.
func (s *sentence) actorWords(i int) []string {
	if m := s.page.mentionAt(s.Tokens[i].Span); m != nil {
		return kindWords(m)
	}
	if id, _ := s.speaker(i); id != "" { // "it would ban all aid": whoever is told to have said so
		return kindWords(&mention{actor: s.page.Actor(id)})
	}
	return nil
}

// placeWords are those of the place that a noun names: "Halvorn" → hamlet, country, state.
func (s *sentence) placeWords(i int) []string {
	var out []string
	for _, k := range s.page.toponymsAt(s.Tokens[i].Span) {
		switch t := s.page.Places[k]; {
		case !t.Adjective && !t.Inside && t.Place.Precision == stemma.PrecisionCountry:
			out = append(out, "hamlet", "country", "state")
		case !t.Adjective && !t.Inside:
			out = append(out, "hamlet") // not "place": they "took place" takes no place
		case t.Adjective && s.tag(i, "PROPN", "NOUN") && strings.HasSuffix(s.form[i], "s"):
			out = append(out, "people") // "Young Halvornians"
		}
	}
	switch {
	case s.unknownName(i) || s.unknownScene(i):
		out = append(out, "hamlet") // "Rebels took Ruvat": who is unknown is no party, so it is a place
	case s.unknownThing(i):
		out = append(out, "vessel") // "The Halden Spirit was hit"
	}
	return out
}

// countedWords are those of what a noun or number counts: "dozens of guards" → guard.
func (s *sentence) countedWords(i int) []string {
	k := s.counted(i)
	switch {
	case k == i && s.tag(i, "NUM"):
		return []string{"people"} // "Two died": a bare number counts persons
	case k == i:
		return nil
	}
	out := []string{s.lemma[k]}
	if m := s.page.mentionAt(s.Tokens[k].Span); m != nil {
		out = append(out, kindWords(m)...)
	}
	return out
}

// besideWords are those that stand beside a noun and say what it is: "masked men" →
// gunman, "President Ulcas" → president.
func (s *sentence) besideWords(i int) []string {
	var out []string
	for _, k := range s.children(i, "amod") {
		if s.form[k] == "armed" || s.form[k] == "masked" || s.form[k] == "uniformed" {
			out = append(out, "gunman")
		}
	}
	if !s.tag(i, "PROPN") {
		return out
	}
	for _, k := range s.children(i, "compound", "nmod", "flat", "appos") {
		if s.preposition(k) == "" {
			out = append(out, s.lemma[k])
		}
	}
	return out
}

// unknownName reports whether a token is a name in the singular that stands for no party
// and no place that anybody has heard of.
func (s *sentence) unknownName(i int) bool {
	return s.unheard(i) && s.is(i, "obj", "nsubj", "nsubj:pass", "obl", "conj") && s.child(i, "compound", "flat", "amod", "det", "nmod") < 0
}

// unknownScene reports whether a name of several words that stands for nothing known is
// where something is: "Shells fell in Dar Zaghawa".
func (s *sentence) unknownScene(i int) bool {
	return s.unheard(i) && s.child(i, "det", "amod") < 0 && scenery[s.preposition(i)]
}

// unknownThing reports whether a name of several words with "the" that stands for nothing
// known is a thing, as ships have such names: "the Halden Spirit".
func (s *sentence) unknownThing(i int) bool {
	d := s.child(i, "det")
	return s.unheard(i) && d >= 0 && s.form[d] == "the" && s.child(i, "compound") >= 0 && s.child(i, "amod", "nmod") < 0
}

// unheard reports whether a name stands for no party and no place that anybody has heard of.
func (s *sentence) unheard(i int) bool {
	return s.tag(i, "PROPN") && s.capital(i) && !s.timeWord(i) && s.page.mentionAt(s.Tokens[i].Span) == nil && len(s.page.toponymsAt(s.Tokens[i].Span)) == 0
}

// hyphened is the word that a token ends, where the tree has cut it at its
// hyphen: "cease-fire" of "fire"; "" for other tokens.
func (s *sentence) hyphened(i int) string {
	if i < 2 || s.form[i-1] != "-" || s.Tokens[i-2].End != s.Tokens[i].Start-1 {
		return ""
	}
	if strings.Contains(s.lemma[i], "-") {
		return s.lemma[i]
	}
	return s.form[i-2] + "-" + s.lemma[i]
}

// measure reports whether a noun only counts or groups what follows it.
func (s *sentence) measure(i int) bool {
	return s.tag(i, "NUM", "DET", "PRON", "ADJ") || s.page.book.In(s.lemma[i], "measure") || s.page.book.In(s.lemma[i], "hollow")
}

// kindWords are the words of the book's classes that an actor's kind stands for.
func kindWords(m *mention) []string {
	switch m.actor.Kind {
	case stemma.KindState:
		return []string{"state", "government"}
	case stemma.KindGovernment:
		return []string{"government", "ministry", "state"}
	case stemma.KindStateForce:
		return []string{"army", "force"}
	case stemma.KindArmedGroup:
		return []string{"militia", "rebel", "group"}
	case stemma.KindUnnamedGroup:
		return []string{"group"}
	case stemma.KindCoalition:
		return []string{"coalition"}
	case stemma.KindIGO:
		return []string{"mission", "council", "agency"}
	case stemma.KindNGO:
		return []string{"charity", "group"}
	case stemma.KindAgency, stemma.KindOutlet:
		return []string{"media", "newspaper", "station"}
	case stemma.KindParty:
		return []string{"party", "group"}
	case stemma.KindPeople:
		return []string{"people"}
	case stemma.KindPerson:
		return personWords(m.actor)
	}
	return nil
}

// personWords are the words of the book for what sort of person somebody is.
func personWords(a *stemma.Actor) []string {
	switch a.Person {
	case stemma.PersonOffice:
		return []string{"person", "leader", "official", "minister"}
	case stemma.PersonCommander:
		return []string{"person", "commander"}
	case stemma.PersonSpokesperson:
		return []string{"person", "official"}
	}
	return []string{"person"}
}
