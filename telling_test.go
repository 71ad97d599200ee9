package stemma

import "testing"

// A spokesman of an army is its state, one of a group the group, who by the book
// holds an office of a state that state, though the page does not name the office;
// and two bodies
// that name each other end nowhere worse than in one of them.
func TestTellings_bodies(t *testing.T) {
	r := &Reading{Document: "d_1", Actors: []Actor{
		{ID: "a_army", Name: "Orvane Army", Kind: KindStateForce, Country: "XO"},
		{ID: "a_bren", Name: "Lt. Bren", Kind: KindPerson, Person: PersonSpokesperson, SpeaksFor: "the Orvane Army"},
		{ID: "a_oltan", Name: "Oltan", Kind: KindPerson, LeaderOf: "Lake Front"},
		{ID: "a_envoy", Name: "Ria Toval", Kind: KindPerson, Person: PersonOffice, LeaderOf: "Orvane Foreign Ministry", Serves: "XO"},
		{ID: "a_nurse", Name: "Mina Karsk", Kind: KindPerson, Person: PersonWitness},
		{ID: "a_east", Name: "East Wing", Kind: KindArmedGroup, MemberOf: "West Wing"},
		{ID: "a_west", Name: "West Wing", Kind: KindArmedGroup, MemberOf: "East Wing"},
	}}
	want := map[string]string{
		"a_army": "state:XO", "a_bren": "state:XO", "a_oltan": "lake front", "a_envoy": "state:XO", "a_nurse": "mina karsk", "a_east": "west wing",
	}
	for id, body := range want {
		r.Events = []Event{{ID: "e_1", Actors: []Role{{Actor: id}}}}
		if got := r.Tellings()[0].Actors[0].Body; got != body {
			t.Errorf("%s is %q, want %q", id, got, body)
		}
	}
}

// An agency of a state that its page names only as a country is the state, and
// what a group's radio prints as its own is the group's.
func TestTellings_voice(t *testing.T) {
	r := &Reading{
		Document: "d_1", Events: []Event{{ID: "e_1"}},
		Actors: []Actor{
			{ID: "a_wire", Name: "Orvane State Wire", Kind: KindAgency, MemberOf: "Orvane"},
			{ID: "a_radio", Name: "Front Radio", Kind: KindOutlet, MemberOf: "the Lake Front"},
			{ID: "a_post", Name: "Harbour Times", Kind: KindOutlet},
		},
		Places: []Toponym{{Place: Place{ID: "overlay:orvane", Name: "Orvane", Kind: "country", Country: "XO"}}},
	}
	for outlet, body := range map[string]string{"Orvane State Wire": "state:XO", "Front Radio": "lake front", "Harbour Times": "harbour times", "": ""} {
		r.Publication.Outlet.Name = outlet
		if got := r.Tellings()[0].Voice.Body; got != body {
			t.Errorf("%q speaks for %q, want %q", outlet, got, body)
		}
	}
}

// "Two officials and a rebel spokesman said": the spokesman says it too.
func TestTellings_beside(t *testing.T) {
	word := func(start, end int, tag, relation string, head int) Token {
		return Token{Span: Span{start, end}, Tag: tag, Relation: relation, Head: head}
	}
	r := &Reading{
		Document: "d_1", Text: "Two officials and a rebel spokesman said", Events: []Event{{ID: "e_1", Claim: "c_1"}},
		Claims: []Claim{{ID: "c_1", Source: Source{Span: Span{0, 35}, Name: "two officials"}}},
		Syntax: Syntax{Sentences: []Sentence{{Span: Span{0, 40}, Tokens: []Token{
			word(0, 3, "NUM", "nummod", 1), word(4, 13, "NOUN", "nsubj", 6), word(14, 17, "CCONJ", "cc", 5), word(18, 19, "DET", "det", 5),
			word(20, 25, "NOUN", "compound", 5), word(26, 35, "NOUN", "conj", 1), word(36, 40, "VERB", "root", Root),
		}}}},
	}
	beside := r.Tellings()[0].Beside
	if len(beside) != 1 || beside[0].Name != "a rebel spokesman" {
		t.Errorf("beside two officials: %v, want a rebel spokesman", beside)
	}
}

// "Police counted 46 dead. The clerk denied that the gate was shut; 80 left."
func TestPropositions_denialWithItsVerbAndNumbersOfTheOwnVoice(t *testing.T) {
	text := Text("Police counted 46 dead. The clerk denied that the gate was shut; 80 left.")
	span := func(words string) Span {
		for i := range text {
			if i+len(words) <= len(text) && string(text[i:i+len(words)]) == words {
				return Span{i, i + len(words)}
			}
		}
		t.Fatalf("no %q", words)
		return Span{}
	}
	whole := Span{0, len(text)}
	r := &Reading{
		Document: "d_1", Text: text, Regions: []Region{{Span: whole, Kind: RegionBody}},
		Syntax: Syntax{Sentences: []Sentence{{Span: whole}}},
		Claims: []Claim{
			{ID: "c_police", Source: Source{Name: "Police"}, Cue: span("counted"), Content: []Span{span("46 dead")}, Stance: Asserts},
			{ID: "c_clerk", Source: Source{Name: "The clerk"}, Cue: span("denied"), Content: []Span{span("that the gate was shut")}, Stance: Denies},
		},
		Quantities: []Quantity{{ID: "q_1", Span: span("46"), Low: 46, High: 46}, {ID: "q_2", Span: span("80"), Low: 80, High: 80}},
	}
	got := r.Propositions(Wording{})
	if len(got) != 3 {
		t.Fatalf("%d propositions, want two claims and what is left of the sentence", len(got))
	}
	if n := got[0].Counts; len(n) != 1 || n[0].Low != 46 {
		t.Errorf("police count %+v", n)
	}
	if words := r.Words(got[1].Quote.Span); words != "denied that the gate was shut" || !got[1].Denial {
		t.Errorf("the denial reads %q", words)
	}
	if own := got[2]; own.Claim != "" || len(own.Words) > 0 || len(own.Counts) != 1 || own.Counts[0].Low != 80 {
		t.Errorf("the own voice says %+v", own)
	}
}

// Where a source is from is no scene of what it tells, though it stands in the clause.
func TestTelling_sceneOfSource(t *testing.T) {
	// "the governor of Ketha said that two of the wounded in Oruna had died"
	told := Telling{
		Event:  Event{Clause: Span{Start: 0, End: 67}},
		Claim:  &Claim{Source: Source{Span: Span{Start: 0, End: 21}}},
		Scenes: []Scene{{Place: Place{Name: "Ketha"}, Words: Quote{Span: Span{Start: 16, End: 21}}}, {Place: Place{Name: "Oruna"}, Words: Quote{Span: Span{Start: 52, End: 57}}}},
	}
	if got := told.Scene(); len(got) != 1 || got[0].Place.Name != "Oruna" {
		t.Errorf("the scene is %v", got)
	}
}
