package account

import (
	"testing"

	"stemma"
)

// A private person whom a source's words name is hidden though the words are
// nobody's in the reading.
func TestHide_namesInsideWords(t *testing.T) {
	witness := stemma.Party{Key: "mara odel", Body: "mara odel", Name: "Mara Odel", Kind: stemma.KindPerson, Person: stemma.PersonWitness}
	said := func(id, name string, p stemma.Party) stemma.Telling {
		return stemma.Telling{
			Document: "d_post", Event: stemma.Event{ID: "e_" + id, Type: "ASSAULT", Modality: stemma.Asserted},
			Claim: &stemma.Claim{ID: "c_" + id, Source: stemma.Source{Name: name, Kind: stemma.SourceNamed}}, Speakers: []stemma.Party{p},
		}
	}
	source := stemma.Party{Key: "security source", Body: "security source", Name: "A security source", Kind: stemma.KindPerson, Person: stemma.PersonOther}
	words := "Sefta resident Mara Odel, a writer"
	tellings := []stemma.Telling{said("1", words, stemma.Party{Key: "words", Body: "words", Name: words}), said("2", witness.Name, witness), said("3", source.Name, source)}
	got := Collect(stemma.Incident{ID: "i_1", Type: "ASSAULT"}, tellings, NewFamilies(tellings, nil))
	got.Hide(Pages{Tellings: tellings})
	shown := map[string]bool{}
	for _, a := range got.Public() {
		shown[a.Name] = true
	}
	for _, want := range []string{"Sefta resident ████ ████, a writer", "████ ████", "A security source"} {
		if !shown[want] {
			t.Errorf("no account is called %q: %v", want, shown)
		}
	}
}
