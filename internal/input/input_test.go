package input_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"stemma"
	"stemma/internal/input"
)

func items(t *testing.T, name, data string) (items []input.Item, faults []string) {
	t.Helper()
	for item, err := range input.Items(name, strings.NewReader(data)) {
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		items = append(items, item)
	}
	return items, faults
}

func TestSniff(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"a.txt", "The bridge is open.", input.TypeText},
		{"a.txt", "\ufeff\n <!DOCTYPE html><p>", input.TypeHTML},
		{"-", "<!-- saved --><?xml version='1.0'?><html>", input.TypeHTML},
		{"a.html", "Plain words after all.", input.TypeText},
		{"a.html", "Words <b>first</b>", input.TypeHTML},
		{"a.txt", "2 < 3 and 3 > 2", input.TypeText},
		{"-", `{"text": "The bridge is open."}`, input.TypeJSONL},
		{"a.jsonl", `{"name": "x"}`, input.TypeJSONL},
		{"a.txt", `{not JSON at all}`, input.TypeText},
		{"-", "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", input.TypeMHTML},
		{"ferry.eml", "Subject: Ferry\r\n\r\nThe ferry is back.", input.TypeMail},
		{"-", "Received: by lamp.example\nMessage-ID: <1@lamp.example>\nSubject: Ferry\nMIME-Version: 1.0\n\nThe ferry is back.", input.TypeMail},
		{"a.txt", "Subject: ferries\n\nThe ferry is back.", input.TypeText},
	} {
		if got := input.Sniff(c.name, []byte(c.head)); got != c.want {
			t.Errorf("%s %q: got %s, want %s", c.name, c.head, got, c.want)
		}
	}
}

func TestItems_jsonLines(t *testing.T) {
	got, faults := items(t, "pages.jsonl", `{"text": "One.", "outlet": "The Lamp", "published": "2021-03-04", "name": "one.txt"}

{"html": "<p>Two.", "url": "https://lamp.example/2"}
{"outlet": "nothing to read"}
{broken
{"text": "Three."}
{"rows": 2}`)
	if len(got) != 3 || len(faults) != 2 {
		t.Fatalf("got %d documents and %v", len(got), faults)
	}
	if faults[1] != `2 of its lines are no documents: neither "text" nor "html"` {
		t.Errorf("lines of another table: got %q", faults[1])
	}
	want := input.Item{Name: "one.txt", MediaType: input.TypeText, Bytes: []byte("One."), Label: input.Label{Outlet: "The Lamp", Published: "2021-03-04"}}
	if !reflect.DeepEqual(got[0], want) {
		t.Errorf("got %+v, want %+v", got[0], want)
	}
	if got[1].MediaType != input.TypeHTML || got[1].Name != "pages.jsonl:3" || got[2].Name != "pages.jsonl:6" {
		t.Errorf("got %+v, %+v", got[1], got[2])
	}
}

func TestItems_refused(t *testing.T) {
	for name, data := range map[string]string{
		"empty": "", "blank": " \n\t ", "pdf": "%PDF-1.7 ...", "zip": "PK\x03\x04....", "bytes": "\x00\x01\x02\x03\x04\x05\x06\x07" + strings.Repeat("\x00\x03\xfe", 90),
	} {
		got, faults := items(t, name, data)
		if len(got) != 0 || len(faults) != 1 || !strings.HasPrefix(faults[0], "it ") {
			t.Errorf("%s: got %v, %v", name, got, faults)
		}
	}
	for _, err := range input.Items("big", strings.NewReader(strings.Repeat("word ", input.MaxBytes/5+1))) {
		if !errors.Is(err, stemma.ErrLimit) {
			t.Errorf("got %v", err)
		}
	}
	long := `{"text": "` + strings.Repeat("word ", input.MaxBytes/2) + "\"}\n" + `{"text": "short"}`
	got, faults := items(t, "long.jsonl", long)
	if len(got) != 1 || len(faults) != 1 || got[0].Name != "long.jsonl:2" {
		t.Errorf("after a line too long: got %d documents, %v", len(got), faults)
	}
}

func TestItems_aside(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"site.css", "p { color: red }", "it is a style sheet and no report"},
		{"Site.JS", "var a = 1;", "it is a script and no report"},
		{"rows.csv", "date,place\n2021-03-04,Olmen\n", "it is a table and no report; `stemma match` holds one against the case"},
		{"film.en.VTT", "WEBVTT\n\n00:01.000 --> 00:04.000\nThe ferry is back.\n", "it is a file of subtitles and no report; what is said in a film can be added as plain text"},
		{"rsync.log", "2021/03/04 09:30:00 sent 12 bytes\n", "it is a program's log and no report"},
		{"feed.xml", "<?xml version=\"1.0\"?><rss><channel><title>Harbour Post</title></channel></rss>", "it is a feed or other XML and no report; the pages that a feed leads to can be added"},
		{"shot.txt", "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01", 90), "it is a picture and no report"},
		{"box", "From guard@lamp.example Thu Mar  4 09:30:00 2021\nMIME-Version: 1.0\nMessage-ID: <1@x>\nSubject: Ferry\n\nBack.", "it is a mailbox, which is not read; save its mails one by one as .eml"},
	} {
		got, faults := items(t, c.name, c.data)
		if len(got) != 0 || len(faults) != 1 || faults[0] != c.want {
			t.Errorf("%s: got %v, %q", c.name, got, faults)
		}
	}
	if got, faults := items(t, "page.js", "<!doctype html><p>The ferry is back.</p>"); len(got) != 1 {
		t.Errorf("a page under the name of a script: got %v", faults)
	}
	if got, faults := items(t, "page.xml", "<?xml version=\"1.0\"?><html><p>The ferry is back.</p></html>"); len(got) != 1 {
		t.Errorf("a page under the name of XML: got %v", faults)
	}
	if got := input.Each("pages.jsonl", strings.NewReader("{\"text\": \"Back.\"}\n{\"rows\": 2}")); len(got) != 2 || got[0].Fault != nil || got[1].Fault == nil {
		t.Errorf("got %+v", got)
	}
}

func TestManifest(t *testing.T) {
	got, err := input.Manifest(strings.NewReader("\ufeffPath, Outlet,published,colour\r\nbridge.txt,\"Post, Harbour\",2021-03-04,red\r\nroad.txt\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]input.Label{"bridge.txt": {Outlet: "Post, Harbour", Published: "2021-03-04"}, "road.txt": {}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	for _, bad := range []string{"", "outlet,url\n", "file\na\na\n", "file,url\n\"a,b\n"} {
		if _, err := input.Manifest(strings.NewReader(bad)); !errors.Is(err, stemma.ErrUsage) {
			t.Errorf("%q: got %v", bad, err)
		}
	}
}

func TestItem_given(t *testing.T) {
	for published, want := range map[string]string{
		"2021-03-04": "2021-03-04 2021-03-04 day", "2021-02": "2021-02-01 2021-02-28 month", "2021": "2021-01-01 2021-12-31 year",
		"2021-03-04T09:30:00Z": "2021-03-04 2021-03-04 day", "": "  ",
	} {
		given, err := input.Item{Label: input.Label{Published: published}}.Given()
		p := given.Published
		if got := p.Earliest.String() + " " + p.Latest.String() + " " + string(p.Precision); err != nil || got != want {
			t.Errorf("%q: got %q, %v", published, got, err)
		}
	}
	if _, err := (input.Item{Label: input.Label{Published: "last week"}}).Given(); err == nil {
		t.Errorf("got %v", err)
	}
	if _, err := (input.Item{Label: input.Label{Captured: "noon"}}).Capture("d_1"); err == nil {
		t.Errorf("got %v", err)
	}
	if err := (input.Label{Published: "2021-03", Captured: "noon"}).Check(); !errors.Is(err, stemma.ErrUsage) {
		t.Errorf("got %v", err)
	}
}

func encoded(t *testing.T, table *charmap.Charmap, text string) string {
	t.Helper()
	out, err := table.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRead_charsets(t *testing.T) {
	russian := strings.Repeat("Мост снова открыт, сообщил мэр города в понедельник утром. ", 4)
	arabic := strings.Repeat("قال رئيس البلدية إن الجسر مفتوح من جديد بعد عام من الفيضان. ", 4)
	for _, c := range []struct{ what, data, want, note string }{
		{"exactly", "\ufeffOne\r\nTwo\u00a0three \n", "\ufeffOne\r\nTwo\u00a0three \n", ""},
		{"UTF-16", "\xff\xfeO\x00n\x00e\x00", "\ufeffOne", ""},
		{"UTF-16 without a mark", "O\x00n\x00e\x00 \x00T\x00w\x00o\x00", "One Two", ""},
		{"broken UTF-8", "“One” \xff two – three", "“One” \ufffd two – three", "1 bytes are no UTF-8"},
		{"Latin", "The caf\xe9 by the harbour \x93is open\x94.", "The café by the harbour “is open”.", "windows-1252"},
		{"Cyrillic", encoded(t, charmap.Windows1251, russian), russian, "windows-1251"},
		{"Arabic", encoded(t, charmap.Windows1256, arabic), arabic, "windows-1256"},
	} {
		r, err := input.Read(stemma.NewDocument(input.TypeText, []byte(c.data)), stemma.Given{})
		if err != nil {
			t.Fatal(err)
		}
		if string(r.Text) != c.want {
			t.Errorf("%s: got %q, want %q", c.what, r.Text, c.want)
		}
		if noted := len(r.Notes) > 0 && strings.Contains(r.Notes[0].Text, c.note); noted != (c.note != "") {
			t.Errorf("%s: notes %v", c.what, r.Notes)
		}
	}
	r, _ := input.Read(stemma.NewDocument(input.TypeHTML, []byte("<meta charset=\"iso-8859-2\"><p>Mi\xb1sto \xbfyje")), stemma.Given{})
	if !strings.Contains(string(r.Text), "Miąsto żyje") {
		t.Errorf("a declared charset: got %q", r.Text)
	}
}

// TestRead_languageOfTheTemplate shows that lang="en", which templates bring
// along, makes no English of a page whose words are not.
func TestRead_languageOfTheTemplate(t *testing.T) {
	page := `<html lang="en"><body><h1>Rost am Steg</h1><p>Warum rostet der Steg? Salz, Wind, alte Bretter. Elf Tipps gegen Rost: Messing statt Stahl,
Hanf statt Draht, Lack zwei Mal im Jahr. Boote, Netze, Bojen, Anker, Ruder, Segel, Masten, Planken: alles rostet, fault, bricht.
Kilo Schrauben: zwanzig Kronen. Olmen, Vedra, Balvek, Anuhe.</p></body></html>`
	r, _ := input.Read(stemma.NewDocument(input.TypeHTML, []byte(page)), stemma.Given{})
	if r.Read || r.Language == "en" {
		t.Errorf("got %q, read %v", r.Language, r.Read)
	}
}

func TestRead_language(t *testing.T) {
	for _, c := range []struct {
		text, code string
		read       bool
	}{
		{"The bridge at Olmen is open again, the mayor said on Monday, a year after the flood that had carried it off.", "en", true},
		{"Guards seize ferry", "en", true},
		{strings.Repeat("Die Brücke bei Olmen ist wieder offen, sagte die Bürgermeisterin am Montag, ein Jahr nach der Flut, die sie fortgerissen hatte. ", 3), "de", false},
		{strings.Repeat("De brug bij Olmen is weer open, zei de burgemeester maandag, een jaar na de vloed die haar had weggeslagen. ", 3), "nl", false},
		{strings.Repeat("قال رئيس البلدية إن الجسر مفتوح من جديد بعد عام من الفيضان. ", 3), "ar", false},
		{strings.Repeat("Мост снова открыт, сообщил мэр города в понедельник утром. ", 3), "ru", false},
		{"12 345 – 67", "", false},
	} {
		r, _ := input.Read(stemma.NewDocument(input.TypeText, []byte(c.text)), stemma.Given{})
		if r.Language != c.code || r.Read != c.read {
			t.Errorf("%.40s: got %q, read %v; want %q, %v", c.text, r.Language, r.Read, c.code, c.read)
		}
	}
}

const parcel = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://lamp.example/ferry\r\nSubject: Ferry\r\n" +
	"Date: Thu, 4 Mar 2021 09:30:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b--1\"\r\n\r\n" +
	"--b--1\r\nContent-Type: text/css\r\nContent-Location: https://lamp.example/a.css\r\n\r\np{}\r\n" +
	"--b--1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://ads.example/\r\n\r\nPHA+QnV5IQ==\r\n" +
	"--b--1\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://lamp.example/ferry\r\n\r\n" +
	"<h1>Guards seize ferry</h1><p>The caf=E9 is =\r\nopen.</p>\r\n--b--1--\r\n"

func TestRead_savedPage(t *testing.T) {
	got, faults := items(t, "ferry.mhtml", parcel)
	if len(got) != 1 || len(faults) != 0 {
		t.Fatal(got, faults)
	}
	if got[0].URL != "https://lamp.example/ferry" || got[0].Captured != "2021-03-04T09:30:00Z" {
		t.Errorf("got %+v", got[0].Label)
	}
	document, err := got[0].Document()
	if err != nil {
		t.Fatal(err)
	}
	r, err := input.Read(document, stemma.Given{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Text != "Guards seize ferry\n\nThe café is open.\n\n" || len(r.Blocks) != 2 {
		t.Errorf("got %q in %d blocks", r.Text, len(r.Blocks))
	}
	cut, _ := input.Read(stemma.NewDocument(input.TypeMHTML, []byte(parcel[:len(parcel)-30])), stemma.Given{})
	if !strings.Contains(string(cut.Text), "Guards seize ferry") || len(cut.Notes) == 0 {
		t.Errorf("a file cut off: got %q, notes %v", cut.Text, cut.Notes)
	}
}

const mailed = "From: The Lamp <desk@lamp.example>\r\nSubject: %s\r\nDate: Thu, 4 Mar 2021 23:30:00 -0500\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n" +
	"--in\r\nContent-Type: text/plain\r\n\r\nThe ferry is back.\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The ferry is back.</p>\r\n--in--\r\n" +
	"--out\r\nContent-Type: application/pdf\r\n\r\n%%PDF\r\n--out--\r\n"

func TestRead_mail(t *testing.T) {
	for subject, want := range map[string]string{
		"Ferry is back":                "title Ferry is back, published 2021-03-04T23:30:00-05:00",
		"Fwd: RE: Ferry is back":       "title Ferry is back, modified 2021-03-04T23:30:00-05:00",
		"=?utf-8?q?Caf=C3=A9_at_sea?=": "title Café at sea, published 2021-03-04T23:30:00-05:00",
	} {
		got, faults := items(t, "ferry.eml", fmt.Sprintf(mailed, subject))
		if len(got) != 1 || len(faults) != 0 || got[0].Captured != "" {
			t.Fatal(got, faults)
		}
		document, _ := got[0].Document()
		r, err := input.Read(document, stemma.Given{})
		if err != nil || r.Text != "The ferry is back.\n\n" {
			t.Fatalf("got %q, %v", r.Text, err)
		}
		var said []string
		for _, p := range r.Properties {
			said = append(said, p.Name+" "+p.Value)
		}
		if got := strings.Join(said, ", "); got != want {
			t.Errorf("%s: got %s", subject, got)
		}
	}
}

// laws are what holds of any reading: blocks tile the text, spans lie inside it,
// the text is good UTF-8, and a second look gives the same.
func laws(t *testing.T, mediaType string, data []byte) {
	t.Helper()
	document := stemma.NewDocument(mediaType, data)
	r, err := input.Read(document, stemma.Given{})
	if err != nil {
		t.Fatal(err)
	}
	if !utf8.ValidString(string(r.Text)) {
		t.Fatal("the text is no UTF-8")
	}
	at := 0
	for _, b := range r.Blocks {
		if b.Start != at || b.Empty() || b.Linked > b.Len() || b.Linked < 0 {
			t.Fatalf("block %+v at %d", b, at)
		}
		at = b.End
	}
	if len(r.Blocks) > 0 && at != len(r.Text) {
		t.Fatalf("blocks end at %d of %d", at, len(r.Text))
	}
	again, _ := input.Read(document, stemma.Given{})
	if !reflect.DeepEqual(r, again) {
		t.Fatal("a second look gave another reading")
	}
}

func FuzzRead_text(f *testing.F) {
	f.Add([]byte("\ufeffOne\r\nTwo\u00a0three \n\n   \n\u2028x"))
	f.Add([]byte("\xff\xfeO\x00n"))
	f.Fuzz(func(t *testing.T, data []byte) { laws(t, input.TypeText, data) })
}

func FuzzRead_html(f *testing.F) {
	f.Add([]byte(`<html lang=en><title>a</title><script type="application/ld+json">{"@graph":[{"@type":"Article","author":[{"name":1}]}]}</script><p id=a class="b c">d<br><br>e <a href=f>g</a><pre>h` + "\n\n" + `i</pre>`))
	f.Add([]byte(strings.Repeat("<div>", 600) + "deep"))
	f.Add([]byte("<table><tr><td>a<td hidden>b<svg><p>c</svg></table><plaintext>"))
	f.Fuzz(func(t *testing.T, data []byte) { laws(t, input.TypeHTML, data) })
}

func FuzzRead_savedPage(f *testing.F) {
	f.Add([]byte(parcel))
	f.Add([]byte("Content-Type: multipart/related; boundary=\r\n\r\n--\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) { laws(t, input.TypeMHTML, data) })
}

func FuzzItems(f *testing.F) {
	f.Add([]byte("{\"text\": \"a\"}\n{\"html\": \"<p>\"}\n{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for item, err := range input.Items("-", strings.NewReader(string(data))) {
			if _, refused := item.Document(); err == nil && refused != nil {
				t.Fatalf("handed out and then refused: %v", refused)
			}
		}
	})
}

func BenchmarkRead_html(b *testing.B) {
	page := "<html><head><title>Guards seize ferry</title></head><body><nav><ul>" + strings.Repeat("<li><a href='/x'>Harbour news</a></li>", 60) +
		"</ul></nav><article><h1>Guards seize ferry</h1>" +
		strings.Repeat("<p>Harbour guards boarded the ferry on Thursday and took it to the old naval yard, two pilots said.</p>", 30) + "</article></body></html>"
	document := stemma.NewDocument(input.TypeHTML, []byte(page))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		_, _ = input.Read(document, stemma.Given{})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
