package lexicon_test

import (
	"os"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/table"
)

func TestResidue(t *testing.T) {
	for line, want := range map[string]stemma.ResidueForm{
		"Read also:":                                  stemma.FormTeaser,
		"Read More: ‘Flood’ cuts road":                stemma.FormTeaser,
		"Share":                                       stemma.FormShare,
		"Join our Weekly Newsletter":                  stemma.FormNewsletter,
		"The views expressed here are not ours.":      stemma.FormDisclaimer,
		"Source: Lanterna":                            stemma.FormCredit,
		"Related incidents were reported in the port": "",
		"“Share it,” she said.":                       "",
		"The source of the fire is unknown.":          "",
	} {
		found, _ := lexicon.Residue(lexicon.Fold(line), len(strings.Fields(line)))
		if found.Form != want {
			t.Errorf("%q: got %q (%q), want %q", line, found.Form, found.Phrase, want)
		}
	}
}

func TestThread(t *testing.T) {
	for line, want := range map[string]lexicon.Sign{
		"Reply": lexicon.SignButton, "4 days ago": lexicon.SignStamp, "Orla Finch says:": lexicon.SignHandle, "Comments": lexicon.SignHeader, "The mayor replied.": "",
	} {
		if got, _ := lexicon.Thread(lexicon.Fold(line), len(strings.Fields(line))); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestKnownMedium(t *testing.T) {
	if m, ok := lexicon.KnownMedium("Agence France-Presse"); !ok || m.Name != "AFP" || !m.Agency {
		t.Errorf("got %+v, %v", m, ok)
	}
	if !lexicon.NamedLikeAgency("Meridian Wire") || lexicon.NamedLikeAgency("The Harbour Courier") || !lexicon.NamedLikeMedium("THE HARBOUR COURIER") {
		t.Error("names of media are told wrongly")
	}
}

// TestResidue_table shows that every row has a form that pages know, and that no
// wording is matched twice in one way.
func TestResidue_table(t *testing.T) {
	forms := map[string]bool{"byline": true, "caption": true, "dateline": true}
	for _, form := range []stemma.ResidueForm{
		stemma.FormPageClock, stemma.FormTeaser, stemma.FormShare, stemma.FormNewsletter, stemma.FormReplyForm, stemma.FormCaptcha,
		stemma.FormDisclaimer, stemma.FormImageName, stemma.FormEmbed, stemma.FormRepeat, stemma.FormNavigation, stemma.FormContact,
		stemma.FormCredit, stemma.FormAdvertisement, stemma.FormOther,
	} {
		forms[string(form)] = true
	}
	data, err := os.ReadFile("residue.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Parse("residue.tsv", string(data), "phrase", "match", "most", "form", "brings", "note")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, row := range rows {
		key := row.Cell("phrase") + "\t" + row.Cell("match")
		if seen[key] || !forms[row.Cell("form")] || row.Cell("phrase") != strings.ToLower(row.Cell("phrase")) {
			t.Errorf("residue.tsv line %d: twice, no such form, or capitals: %q", row.Line, key)
		}
		seen[key] = true
	}
}
