package stemma_test

import (
	"testing"

	"stemma"
)

func witness(text, name string, at int) *stemma.Reading {
	return &stemma.Reading{
		Text: stemma.Text(text),
		Actors: []stemma.Actor{{
			Name: name, Kind: stemma.KindPerson, Person: stemma.PersonWitness,
			Mentions: []stemma.Mention{{Span: stemma.Span{Start: at, End: at + len(name)}, Form: stemma.FormName}},
		}},
	}
}

func TestMask_hidesPrivateNamesInQuotedWords(t *testing.T) {
	r := witness("Édile Maro ran. “Find Édile Maro!” said Édile Marović.", "Édile Maro", 0)
	got := r.Mask().Words(stemma.Span{End: len(r.Text)})
	if want := "█████ ████ ran. “Find █████ ████!” said Édile Marović."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := r.Mask().Hide("neighbours of Édile Maro"); got != "neighbours of █████ ████" {
		t.Errorf("hidden in a name: %s", got)
	}
}

func TestMask_hidesCommentsButNotOfficeHolders(t *testing.T) {
	r := witness("Bera Tol spoke.\nfirst!", "Bera Tol", 0)
	r.Actors[0].Person = stemma.PersonOffice
	r.Regions = []stemma.Region{
		{Span: stemma.Span{Start: 0, End: 16}, Kind: stemma.RegionBody},
		{Span: stemma.Span{Start: 16, End: 22}, Kind: stemma.RegionComment},
	}
	mask := r.Mask()
	if got := mask.Words(stemma.Span{Start: 5, End: 20}); got != "Tol spoke.\n████" {
		t.Errorf("got %q", got)
	}
	if got := mask.Words(stemma.Span{Start: 17, End: 19}); got != "██" {
		t.Errorf("inside a mask: %q", got)
	}
}

func TestMask_titlesDoNotHideNames(t *testing.T) {
	r := witness("Ask farmer Tol. Tol knows.", "farmer Tol", 4)
	if got := r.Mask().Words(stemma.Span{End: len(r.Text)}); got != "Ask farmer ███. ███ knows." {
		t.Errorf("got %s", got)
	}
}
