package input

import (
	"bytes"
	"errors"
	"path"
	"strings"
	"unicode/utf8"
)

// An Aside is the fault of a file that was never meant to be a report, whatever it
// holds: it is set aside, and nothing has failed.
//
//	"site.css" → it is a style sheet and no report
type Aside struct{ One, Many, Instead string }

// Error is what the file is and what to do with it instead.
func (a *Aside) Error() string {
	words := "it is " + a.One + " and no report"
	if a.Instead != "" {
		words += "; " + a.Instead
	}
	return words
}

var (
	picture  = &Aside{"a picture", "pictures", ""}
	film     = &Aside{"a film or a sound", "films or sounds", ""}
	font     = &Aside{"a font", "fonts", ""}
	style    = &Aside{"a style sheet", "style sheets", ""}
	script   = &Aside{"a script", "scripts", ""}
	settings = &Aside{"a file of settings", "files of settings", ""}
	grid     = &Aside{"a table", "tables", "`stemma match` holds one against the case"}
	captions = &Aside{"a file of subtitles", "files of subtitles", "what is said in a film can be added as plain text"}
	journal  = &Aside{"a program's log", "logs of programs", ""}
	markups  = &Aside{"a feed or other XML", "feeds or other XML", "the pages that a feed leads to can be added"}
	data     = &Aside{"JSON", "JSON files", "texts come as JSON Lines: one object a line, with text or html"}
)

// asides are files that are told by their names, where their bytes are plain text.
var asides = map[string]*Aside{
	".css": style, ".scss": style, ".less": style,
	".js": script, ".mjs": script, ".cjs": script, ".ts": script, ".map": script, ".py": script, ".sh": script, ".bat": script, ".sql": script,
	".csv": grid, ".tsv": grid,
	".json": data, ".geojson": data, ".webmanifest": data,
	".ini": settings, ".yaml": settings, ".yml": settings, ".toml": settings, ".cfg": settings,
	".vtt": captions, ".srt": captions, ".sbv": captions, ".ass": captions, ".ttml": captions,
	".log": journal,
	".xml": markups, ".rss": markups, ".atom": markups, ".rdf": markups, ".xsl": markups, ".xsd": markups,
	".svg": picture,
}

// unreadable are the bytes by which pictures, films and fonts are told, and where
// those stand.
var unreadable = []struct {
	at    int
	magic string
	aside *Aside
}{
	{0, "\x89PNG", picture}, {0, "\xff\xd8\xff", picture}, {0, "GIF8", picture}, {8, "WEBP", picture}, {0, "\x00\x00\x01\x00", picture},
	{4, "ftyp", film}, {8, "AVI ", film}, {8, "WAVE", film}, {0, "ID3\x03", film}, {0, "ID3\x04", film}, {0, "OggS", film}, {0, "\x1aE\xdf\xa3", film},
	{0, "wOFF", font}, {0, "wOF2", font}, {0, "\x00\x01\x00\x00", font}, {0, "OTTO\x00", font},
}

// errMailbox is the fault of a file of many mails.
var errMailbox = errors.New("it is a mailbox, which is not read; save its mails one by one as .eml")

// apart tells what is not one report: pictures, films and fonts by their bytes, the
// parts of a web site, tables and settings by their names.
func apart(i Item) error {
	if binary(i.Bytes) || !utf8.Valid(i.Bytes[:min(len(i.Bytes), sniffed)]) {
		for _, u := range unreadable {
			if len(i.Bytes) > u.at && bytes.HasPrefix(i.Bytes[u.at:], []byte(u.magic)) {
				return u.aside
			}
		}
	}
	if aside, ok := asides[strings.ToLower(path.Ext(i.Name))]; ok && i.MediaType == TypeText {
		return aside
	}
	if i.MediaType == TypeMail && bytes.HasPrefix(i.Bytes, []byte("From ")) {
		return errMailbox
	}
	return nil
}
