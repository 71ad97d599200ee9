package speech

// filled labels as what is said the asides between commas in it that hold no verb of
// their own: who somebody is, what else is there.
//
//	"denied that Holm | , a commander of the Front, | was among them" → one content
//	"said the sloop, | which it did not name, | had sunk" → the page's own aside stays out
func (s *Sentence) filled(labels []uint8) {
	for a := 1; a < len(labels); a++ {
		if !s.word(a, ",") || labels[a-1] != ofContent || labels[a] != outside {
			continue
		}
		b := a
		for b+1 < len(labels) && labels[b+1] == outside {
			b++
		}
		if b+1 < len(labels) && labels[b+1] == ofContent && s.word(b, ",") && s.silentAside(a+1, b-1) {
			for k := a; k <= b; k++ {
				labels[k] = ofContent
			}
		}
		a = b
	}
}

// silentAside reports whether tokens a to b tell of nothing that is done and quote nobody.
func (s *Sentence) silentAside(a, b int) bool {
	if s.finite(a, b) {
		return false
	}
	for k := a; k <= b; k++ {
		if s.word(k, "according", "citing", "quoting") || s.tag(k, "VERB") && len(s.reporters(k)) > 0 {
			return false
		}
	}
	return true
}

// predicate is the last token of what is said from token a to b right behind the
// report i, with what an aside parts from its subject where the model has taken only that.
//
//	"says its raids | , unlike those of the Guard, are lawful" → … "lawful"
func (s *Sentence) predicate(i, a, b int) int {
	if a != i+1 || !s.word(b+1, ",") || s.finite(a, b) || s.word(b+2, "and", "or", "but") {
		return b
	}
	k := b + 2
	for k < s.last() && !s.stop(k) {
		k++
	}
	if !s.word(k, ",") || !s.tag(k+1, "AUX") || !s.silentAside(b+2, k-1) {
		return b
	}
	return s.cut(reporting{verb: i}, k, s.last())
}

// besideAside is the head of the noun phrase before a short aside that a comma
// closes right before the word; -1 if there is none.
//
//	"The pilot, however, denied it", "Ana Torvik, 23, said …"
func (s *Sentence) besideAside(i int) int {
	closed := i - 1
	for closed > 0 && s.tag(closed, "AUX", "ADV") {
		closed--
	}
	opened := s.asideBefore(closed)
	if opened < 0 {
		return -1
	}
	if s.tag(opened-1, "CCONJ") { // "denied it and, asked by the clerk whether he knew, replied"
		return s.sharedBefore(opened)
	}
	noun := s.beside(opened, -1)
	if noun < 0 || s.child(noun, "case") >= 0 {
		return -1
	}
	if first := opened + 1; s.byParticiple(first) || s.participle(first) || !s.mainVerb(first, closed-1) {
		return noun
	}
	return -1
}

// asideBefore is the comma that opens the aside which the comma at a token closes; -1 if
// that is no comma, or the aside would be a long one that no participle opens.
//
//	"The pilot | , | reached by phone at his house in Dorvat on Monday, denied it"
func (s *Sentence) asideBefore(closed int) int {
	const short, long = 10, 25 // words of an aside; of one that a participle opens
	if !s.word(closed, ",") {
		return -1
	}
	for k := closed - 1; k > max(0, closed-long); k-- {
		if s.word(k, ",") && (k > closed-short || s.byParticiple(k+1)) {
			return k
		}
	}
	return -1
}

// byParticiple reports whether an aside from token k on opens with a participle.
func (s *Sentence) byParticiple(k int) bool {
	return s.tag(k, "VERB", "AUX") && (s.participle(k) || s.gerund(k))
}

// mainVerb reports whether tokens a to b hold a verb with a subject of its own.
func (s *Sentence) mainVerb(a, b int) bool {
	for k := a; k <= b; k++ {
		if s.tag(k, "VERB", "AUX") && s.child(k, "nsubj") >= 0 && !s.word(s.child(k, "nsubj"), "who", "which") {
			return true
		}
	}
	return false
}

// acrossRelative is the head of the noun phrase before a relative clause that a
// comma closes right before the word; -1 if there is none.
//
//	"The Column, which holds the far bank, has promised …" → Column
func (s *Sentence) acrossRelative(i int) int {
	k := i - 1
	for k > 0 && s.tag(k, "AUX", "ADV") {
		k--
	}
	if !s.word(k, ",") {
		return -1
	}
	for k--; k > 1; k-- {
		if s.word(k, "who", "which", "whose", "quoting", "citing") && s.word(k-1, ",") {
			return s.beside(k-1, -1)
		}
	}
	return -1
}
