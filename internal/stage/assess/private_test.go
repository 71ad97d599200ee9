package assess

import (
	"testing"

	"stemma"
)

// A private person whom a source's words name is hidden though the words are
// nobody's in the reading.
func TestAssess_hidesNamesInsideWords(t *testing.T) {
	witness := stemma.Party{Key: "mara odel", Body: "mara odel", Name: "Mara Odel", Kind: stemma.KindPerson, Person: stemma.PersonWitness}
	said := func(id, name string, p stemma.Party) stemma.Telling {
		return stemma.Telling{
			Document: "d_post", Event: stemma.Event{ID: "e_" + id, Type: "ASSAULT", Modality: stemma.Asserted},
			Claim: &stemma.Claim{ID: "c_" + id, Source: stemma.Source{Name: name, Kind: stemma.SourceNamed}}, Speakers: []stemma.Party{p},
		}
	}
	words := "Sefta resident Mara Odel, a writer"
	tellings := []stemma.Telling{said("1", words, stemma.Party{Key: "words", Body: "words", Name: words}), said("2", witness.Name, witness)}
	got := Assess(stemma.Incident{ID: "i_1", Type: "ASSAULT"}, tellings, Pages{Tellings: tellings}, NewFamilies(tellings, nil))
	for _, a := range got.Accounts {
		if a.Name != "Sefta resident ████ ████, a writer" && a.Name != "████ ████" {
			t.Errorf("an account is called %q", a.Name)
		}
	}
}
