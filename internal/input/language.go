package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"stemma"
)

// Shares and lengths by which a language is told. English prose has one of the
// words below in five; the languages nearest to it have fewer than one in
// twenty-five. Under forty words trigrams guess, so they are not asked alone.
const (
	englishShare = 0.09
	foreignShare = 0.04
	enoughWords  = 40
	judged       = 20000 // bytes; more changes nothing
)

// english are words that hold English together and that its neighbours do not
// have: neither "in" (German) nor "of" (Dutch) alone would tell.
var english = set(`the and of to that with for were by from his her their which have has had been it not this are be
	or they who said would will but after when into than its while could he she at on as an`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(words) {
		out[word] = true
	}
	return out
}

// language tells the language of a text and whether it is one that we read.
// What holds the sentences together decides before any statistics: a report full
// of Arabic names is English by its "the" and "of". "" is a language that cannot
// be told.
func language(r *stemma.Reading) (code string, read bool) {
	text := sample(r)
	words, latin, held := count(text)
	if words == 0 {
		return stated(r), false
	}
	if latin*2 > words && float64(held) >= englishShare*float64(words) {
		return "en", true
	}
	info := whatlanggo.Detect(text)
	told := iso(info.Lang)
	if info.Confidence == 0 { // two languages fit alike, and which is named first is chance
		told = ""
	}
	switch {
	case latin*2 <= words && told != "":
		return told, false
	case words >= enoughWords && info.IsReliable():
		return told, told == "en"
	case words >= enoughWords && float64(held) < foreignShare*float64(words) && told != "" && told != "en":
		return told, false // a template's lang="en" is no English where neither count finds any
	case stated(r) != "":
		return stated(r), stated(r) == "en"
	case words < enoughWords && ascii(text) && !(info.IsReliable() && told != "en"):
		return "en", true
	}
	return "", false
}

// sample is the text that tells the language: what an extractor keeps, else the
// longer blocks, else everything. A page's menus may be in another language.
func sample(r *stemma.Reading) string {
	const long = 80
	tests := []func(stemma.Block) bool{
		func(b stemma.Block) bool { return b.Kept },
		func(b stemma.Block) bool { return b.Len() >= long },
		func(stemma.Block) bool { return true },
	}
	for _, test := range tests {
		var out strings.Builder
		for _, b := range r.Blocks {
			if test(b) && out.Len() < judged {
				out.WriteString(r.Words(b.Span))
			}
		}
		if out.Len() >= long {
			return strings.ToValidUTF8(out.String()[:min(out.Len(), judged)], "")
		}
	}
	return string(r.Text)
}

// count gives the words of a text, those in Latin letters, and those that hold
// English together.
func count(text string) (words, latin, held int) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if first, _ := utf8.DecodeRuneInString(word); unicode.Is(unicode.Latin, first) {
			latin++
		}
		if english[strings.ToLower(word)] {
			held++
		}
	}
	return words, latin, held
}

func ascii(text string) bool {
	for _, r := range text {
		if r > unicode.MaxASCII && unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// stated is the language that the page's markup names: "en-GB" → "en".
func stated(r *stemma.Reading) string {
	for _, p := range r.Properties {
		if p.Name == "language" {
			code, _, _ := strings.Cut(strings.ToLower(p.Value), "-")
			if code, _, _ = strings.Cut(code, "_"); len(code) == 2 || len(code) == 3 {
				return code
			}
		}
	}
	return ""
}

// iso is the two-letter code where there is one.
func iso(lang whatlanggo.Lang) string {
	switch code := lang.Iso6393(); {
	case lang < 0:
		return ""
	case code == "pes":
		return "fa"
	case lang.Iso6391() != "":
		return lang.Iso6391()
	default:
		return code
	}
}
