package code

// A phrase is a noun under a preposition.
type phrase struct {
	preposition string
	noun        int
}

// phrases are the nouns under a token that stand behind prepositions, in order,
// and the nouns that hang on those by a preposition of motion: the parser
// often puts "to the border" under "from the north".
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
		out = append(out, phrase{by, k})
		for _, c := range s.children(k, "nmod") {
			switch deeper := s.preposition(c); deeper {
			case "to", "into", "toward", "towards", "against", "from", "by", "between":
				out = append(out, phrase{deeper, c})
			}
		}
	}
	return out
}

// placed are the phrases that the tree has hung on a word for a time.
func (s *sentence) placed(time int) []phrase {
	var out []phrase
	for _, k := range s.children(time, "nmod") {
		if by := s.preposition(k); by != "" && by != "of" && !s.timeWord(k) {
			out = append(out, phrase{by, k})
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
	if o := s.child(v, "obj"); o >= 0 && s.form[o] == "that" && s.tag(o, "SCONJ") {
		out = append(out, "that")
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
