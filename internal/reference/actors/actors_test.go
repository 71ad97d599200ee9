package actors_test

import (
	"os"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/reference/actors"
)

func find(t *testing.T, book *actors.Book, text string) actors.Find {
	t.Helper()
	return book.Find(actors.Words(stemma.Text(text), stemma.Span{End: len(text)}))
}

func TestFind_oneNameInSeveralSpellings(t *testing.T) {
	book := actors.Open()
	for _, tt := range []struct{ text, want string }{
		{"Al Mayadeen reported", "Al-Mayadeen"},
		{"al-Mayadeen’s man", "Al-Mayadeen"},
		{"al Qaeda", "Al-Qaeda"},
		{"Nato said", "NATO"},
		{"the IDF", ""},
		{"IDF troops", "Israeli military"},
		{"Recep Tayyip Erdoğan spoke", "Recep Tayyip Erdogan"},
		{"is it", ""},
		{"IS fighters", "Islamic State"},
		{"Islamic State, in Khorasan Province", "Islamic State"},
		{"People's Protection Units", "People's Protection Units"},
	} {
		got := ""
		if f := find(t, book, tt.text); len(f.Entries) > 0 {
			got = f.Entries[0].Name
		}
		if got != tt.want {
			t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestForce_namesTheBodiesOfAState(t *testing.T) {
	book := actors.Open()
	keys := map[string]bool{}
	for _, form := range []string{"troops", "military", "armed forces", "army"} {
		force, _ := book.Force(actors.Words(stemma.Text(form), stemma.Span{End: len(form)}))
		keys[force.Of(book.StateNamed("Syria"), 0).Key] = true
	}
	if len(keys) != 1 || !keys["SY/military"] {
		t.Errorf("the forms mean %v, want SY/military alone", keys)
	}
	force, _ := book.Force(actors.Words("army", stemma.Span{End: 4}))
	if e := force.Of(book.StateNamed("Syria"), stemma.NewDay(2025, 11, 1)); e.Key == "SY/military" {
		t.Error("the army of 2025 is that of 2017")
	}
}

func TestLookup_officesHaveDates(t *testing.T) {
	entries := actors.Open().Lookup("Donald Tusk")
	if len(entries) != 2 || entries[0].Key != entries[1].Key || entries[0].Holds(stemma.NewDay(2024, 1, 1)) {
		t.Errorf("got %+v", entries)
	}
}

func TestReadOverlay_saysWhatIsWrong(t *testing.T) {
	head := "name\taliases\tkind\tcountry\tmember of\tleader of\tspeaks for\tfrom\tuntil\tnote\n"
	for _, tt := range []struct{ data, want string }{
		{head + "Salt Guard\t\trebl\n", `read mine.tsv line 2: kind "rebl" of Salt Guard is not known: write one of agency, alliance, armed-group`},
		{head + "\tSaltmen\trebel\n", "read mine.tsv line 2: no name: write one in the first column"},
		{head + "Salt Guard\t\trebel\t\t\t\t\tlast May\n", `read mine.tsv line 2: from: read date "last May": want YYYY-MM-DD`},
		{"name\n", `read mine.tsv: no column "aliases" in its first line`},
	} {
		_, err := actors.ReadOverlay("mine.tsv", tt.data)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

func TestOverlay_goesBeforeTheBook(t *testing.T) {
	overlay, err := actors.ReadOverlay("own.tsv", "name\taliases\tkind\tcountry\tmember of\tleader of\tspeaks for\tfrom\tuntil\tnote\n"+
		"Arvonia\t\tstate\tXV\nSalt Guard\tIDF|the Guard\trebel\tXV\n")
	if err != nil {
		t.Fatal(err)
	}
	book := actors.Open(overlay)
	if f := find(t, book, "IDF troops"); f.Entries[0].Name != "Salt Guard" || f.Entries[0].Kind != stemma.KindArmedGroup {
		t.Errorf("got %+v", f.Entries[0])
	}
	if state, n := book.Adjective(actors.Words("Arvonian troops", stemma.Span{End: 15})); n != 1 || state.Entry().Name != "Arvonia" {
		t.Errorf("Arvonian is of %v", state)
	}
	if book.Version() == actors.Open().Version() {
		t.Error("an overlay leaves the version as it was")
	}
}

// Names that the tables refer to must be in them, and no two rows may be the
// same person in the same office.
func TestTables_namesReferToRows(t *testing.T) {
	book := actors.Open()
	for _, file := range []string{"armed", "bodies", "persons"} {
		data, err := os.ReadFile("data/" + file + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(data), "\n") {
			cells := strings.Split(line, "\t")
			if len(cells) < 5 || strings.HasPrefix(line, "#") || cells[0] == "name" {
				continue
			}
			for _, name := range cells[4:min(7, len(cells))] {
				if name != "" && book.KeyOf(name) == "" {
					t.Errorf("%s.tsv: %s belongs to %q, which is not in the book", file, cells[0], name)
				}
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := stemma.Text(strings.Repeat("Two boats of the Norwegian coast guard met the Royal Navy off Tromsø, the BBC said on Monday. ", 40))
	words := actors.Words(text, stemma.Span{End: len(text)})
	book := actors.Open()
	for b.Loop() {
		for i := range words {
			book.Find(words[i:])
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	overlay, _ := actors.ReadOverlay("own.tsv", "name\taliases\tkind\tcountry\tmember of\tleader of\tspeaks for\tfrom\tuntil\tnote\nArvonia\t\tstate\tXV\n")
	for b.Loop() {
		actors.Open(overlay).Lookup("Arvonia")
	}
}
