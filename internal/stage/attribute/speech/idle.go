package speech

// idle reports whether token i looks like a report and tells nothing that was said.
func (s *Sentence) idle(i int) bool {
	switch {
	case s.phrase(i+1, "as", "follows"), i == 0 && s.fronted() > 0, s.word(i-1, "what") && s.tag(i, "VERB"):
		return true // it only leads to a report
	case s.unnamed(i), s.silent(i), s.takesUp(i), s.unproved(i):
		return true // it is about a report
	case s.names(i), s.describes(i), s.holdsOut(i), s.setsDown(i), s.bearing(i):
		return true // it tells what was done, or what somebody is
	}
	return s.owed(i) || s.supposed(i)
}

var occasions = lists.Set("occasions")

// fronted is the comma that closes a participle at the head of the sentence by which it
// tells on what occasion somebody spoke; 0 if it begins otherwise. That is no part of
// what was said, and a question put so is no claim.
//
//	"Asked whether he would resign, | the mayor said no." "Speaking for the guild, | she …"
func (s *Sentence) fronted() int {
	if !s.in(0, occasions) {
		return 0
	}
	for k := 1; k < s.last(); k++ {
		if s.word(k, ",") && s.quoted[k] < 0 && (s.nominal(k+1) || s.tag(k+1, "DET")) {
			return k
		}
	}
	return 0
}

var wishing, naming, identities = lists.Set("wishing"), lists.Set("naming"), lists.Set("identities")

// unnamed reports whether token i asks that the speaker be not named, which is
// about the report and no part of the news.
//
//	"a clerk who asked not to be identified", "asked that his name not be used" → no claim
//	"a clerk who asked to keep his name to himself" → none either
func (s *Sentence) unnamed(i int) bool {
	wanted := wishing[s.lemma(i)]
	for _, k := range s.kids[i] {
		switch {
		case k < i:
		case s.word(k, "named", "identified", "quoted") && s.word(k-1, "be") && (s.word(k-3, "not") || s.word(k-2, "not")): // "not to be", "to not be"
			return true
		case wanted && s.is(k, "xcomp") && s.in(s.after(k, "obj"), identities):
			return true
		case wanted && s.in(k, naming) && s.in(s.child(k, "nsubj"), identities):
			return true
		}
	}
	return false
}

// names reports whether token i tells by what name somebody goes.
//
//	"the group, which calls itself the Lamplighters" → no claim
func (s *Sentence) names(i int) bool {
	return s.lemma(i) == "call" && s.word(i+1, "itself", "himself", "herself", "themselves")
}

// holdsOut reports whether token i tells that somebody let a thing be seen.
//
//	"A neighbour showed a splinter." → no claim; "showed that the door was forced" → one
func (s *Sentence) holdsOut(i int) bool {
	j := s.child(i, "nsubj")
	return s.lemma(i) == "show" && j >= 0 && j < i && s.after(i, "obj") >= 0 && s.after(i, "ccomp", "xcomp") < 0 && (s.People(j) || s.word(j, "he", "she", "they", "i", "we"))
}

// setsDown reports whether token i tells that something was put somewhere, not at a figure.
//
//	"put the army on alert" → no claim; "put the toll at 14" → one
func (s *Sentence) setsDown(i int) bool {
	if s.lemma(i) != "put" || !s.tag(i, "VERB") || s.after(i, "obj") < 0 || s.after(i, "ccomp", "xcomp") >= 0 || s.word(i+1, "it") {
		return false
	}
	for k := i + 2; k <= s.clauseStop(i+1) && k < len(s.Tokens); k++ {
		if s.word(k, "as") || s.word(k, "at", "to") && s.number(k+1, k+4) {
			return false
		}
	}
	return true
}

// owed reports whether token i is what somebody ought to say, and so has not said.
//
//	"Authorities must reveal the fate of nine fishermen" → no claim of theirs
func (s *Sentence) owed(i int) bool {
	for _, k := range s.kids[i] {
		if k < i && s.is(k, "aux") && s.word(k, "must", "should") {
			return true
		}
	}
	return false
}

// bearing reports whether token i is a participle that tells no more than how
// somebody spoke, or what the words of somebody show.
//
//	"“No,” the nun recalled, laughing." → no claim by laughing
//	"“No,” the minister said, reflecting the mood of the court." → none by reflecting
func (s *Sentence) bearing(i int) bool {
	if s.reportBefore(i) < 0 {
		return false
	}
	shows := s.gerund(i) && s.thingsToo(i) && s.after(i, "obj") >= 0 && s.after(i, "ccomp") < 0
	return shows || i+1 == len(s.Tokens) || s.word(i+1, ".", ",", ";")
}

var answers, answering = lists.Set("answers"), lists.Set("answering")

// silent reports whether token i tells that somebody would say nothing.
//
//	"The colonel refused to comment." → no claim
//	"… did not answer the agency's request for comment" → no claim of the agency
func (s *Sentence) silent(i int) bool {
	if s.lemma(i) == "request" && s.word(i+1, "for") {
		j := s.nounFrom(i + 2)
		return j >= 0 && answers[s.lemma(j)]
	}
	if s.gerund(i) && (s.phrase(i-2, "short", "of") || s.word(i-1, "from") && s.lemma(i-2) == "refrain") { // "stopped short of | blaming the guard"
		return true
	}
	return s.word(i+1, "to") && s.in(i+2, answering) && (s.lemma(i) == "refuse" || s.lemma(i) == "decline")
}
