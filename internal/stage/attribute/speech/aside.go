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
