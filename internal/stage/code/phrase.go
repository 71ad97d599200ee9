package code

// A phrase is a noun under a preposition.
type phrase struct {
	preposition string
	noun        int
	deeper      bool // it hangs on the noun of another
}

// phrases are the nouns under a token that stand behind prepositions, in order,
// and the nouns that hang on those by a preposition of motion, or by "by" on persons, whom
// nobody makes: the parser often puts "to the border" under "from the north", and "by the
// rebels" under the boys in "the release of two boys by the rebels".
func (s *sentence) phrases(i int) []phrase {
	var out []phrase
	for _, k := range s.children(i, "obl", "nmod") {
		by := s.preposition(k)
		if s.timeWord(k) { // "kept for four months in a cellar"
			out = append(out, s.placed(k)...)
			continue
		}
		if by == "" {
			continue
		}
		out = append(out, phrase{by, k, false})
		for _, c := range s.children(k, "nmod") {
			if deeper := s.preposition(c); courses[deeper] || by == "of" && deeper == "by" && s.alive(k) && !s.authorable(k) {
				out = append(out, phrase{deeper, c, true})
			}
		}
	}
	return out
}

var courses = lists.Set("courses")

// placed are the phrases that the tree has hung on a word for a time.
func (s *sentence) placed(time int) []phrase {
	var out []phrase
	for _, k := range s.children(time, "nmod") {
		if by := s.preposition(k); by != "" && by != "of" && !s.timeWord(k) {
			out = append(out, phrase{by, k, false})
		}
	}
	return out
}

// particles are the words without which a verb would mean something else.
func (s *sentence) particles(v int) []string {
	var out []string
	for _, k := range s.children(v, "compound:prt", "advmod", "xcomp", "obl:unmarked", "compound") {
		out = append(out, s.lemma[k])
		if s.form[k] != s.lemma[k] {
			out = append(out, s.form[k])
		}
	}
	if o := s.child(v, "obj"); o >= 0 && (s.form[o] == "that" && s.tag(o, "SCONJ") || s.child(v, "aux:pass") >= 0) {
		out = append(out, s.form[o]) // "were taken hostage"
	}
	if s.bidding(v) {
		out = append(out, "subjunctive")
	}
	for _, k := range s.children(v, "obl", "advcl", "xcomp", "ccomp", "csubj") {
		for _, c := range s.children(k, "case", "mark") {
			if !s.timeWord(k) { // "signed in May" is not "signed in"
				out = append(out, s.lemma[c])
			}
		}
	}
	return out
}

// bidding reports whether a clause under a verb says what shall be, by a bare verb
// behind a singular or by "should": "insisted that Halvorn withdraw".
func (s *sentence) bidding(v int) bool {
	for _, c := range s.children(v, "ccomp") {
		if a := s.child(c, "aux"); a >= 0 && s.form[a] == "should" {
			return true
		}
		n := s.child(c, "nsubj", "nsubj:pass")
		bare := s.form[c] == s.lemma[c] && s.child(c, "aux", "cop") < 0 || s.child(c, "aux:pass", "cop") >= 0 && s.form[s.child(c, "aux:pass", "cop")] == "be"
		if n >= 0 && bare && s.tag(n, "NOUN", "PROPN") && s.form[n] == s.lemma[n] && s.child(n, "conj") < 0 {
			return true
		}
	}
	return false
}

// nearer puts phrases in the order of the text, those that hang on another phrase last:
// "voiced solidarity with Halvorn in its dispute with Struvia" voices it with Halvorn.
func nearer(a, b phrase) int {
	switch {
	case b.deeper && !a.deeper:
		return -1
	case a.deeper && !b.deeper:
		return 1
	}
	return a.noun - b.noun
}

// counted is what a noun of measure counts: "a wave of strikes" the strikes,
// "three days of shelling" the shelling, "tens of thousands of dockers" the
// dockers; other nouns are themselves.
func (s *sentence) counted(i int) int {
	for depth := 0; depth < deepest && i >= 0 && s.measure(i); depth++ {
		k := s.ofNoun(i)
		if k < 0 {
			break
		}
		i = k
	}
	return i
}

// ofNoun is the noun behind the "of" of another; -1 if there is none.
func (s *sentence) ofNoun(i int) int {
	for _, k := range s.children(i, "nmod") {
		if s.preposition(k) == "of" {
			return k
		}
	}
	return -1
}
