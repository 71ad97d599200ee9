package clean

import (
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/pattern"
)

var (
	sum       = pattern.Lazy(`^\(?\s*\w{1,8}\s*[+×x*−–-]\s*(\w{1,8}\s*=|\w{1,8}\s*=\s*\??)\s*$`)
	imageName = pattern.Lazy(`(?i)^\S+\.(jpe?g|png|gif|webp|svg|bmp|tiff?|avif)(\?\S*)?$`)
	address   = pattern.Lazy(`(?i)^(https?://|www\.)\S+$`)
	mail      = pattern.Lazy(`(?i)\b[\w.+\-]+@[\w\-]+(\.[\w\-]+)+\b`)
	signature = pattern.Lazy(`^[—–-]{1,2}\s.*\(@\w+\)`)
	todayLine = pattern.Lazy(`^(today is|today:|now:|it is now|local time:?) .{0,20}\b\d{1,2}\b.{0,60}$`)
	agoLine   = pattern.Lazy(`(?i)^(published |posted |updated |last updated )?(\d+|an?) (seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago$`)
)

// furniture labels the lines that their wording or their shape alone gives away,
// each with what it brings along.
func (p *page) furniture() {
	for i := range p.lines {
		l := &p.lines[i]
		if !l.open() {
			continue
		}
		if form, rule := shaped(l); form != "" {
			l.label(stemma.RegionResidue, form, rule)
			continue
		}
		found, ok := lexicon.Residue(l.folded, l.count)
		if !ok || found.Kind == stemma.RegionCaption || p.protected(i, found) {
			continue
		}
		l.label(found.Kind, found.Form, "wording: "+found.Phrase)
		p.bring(i, found)
	}
}

// shaped is the residue that shape alone tells.
//
//	"8 + 17 ="         → captcha
//	"bridge%2F04.jpg"  → image-name
//	"Mail: o@post.ex"  → contact
//	"."                → other
//	"Today is Friday, 5 March 2021 | 14:22 in Olmen" → page-clock
func shaped(l *line) (stemma.ResidueForm, string) {
	const longest = 400 // bytes; an address may be as long, a paragraph is longer
	switch {
	case len(l.words) > longest:
		return "", ""
	case sum().MatchString(l.words):
		return stemma.FormCaptcha, "a sum to be solved"
	case imageName().MatchString(l.words):
		return stemma.FormImageName, "name of a picture's file"
	case address().MatchString(l.words), signature().MatchString(l.words):
		return stemma.FormEmbed, "address or signature of an embed"
	case mail().MatchString(l.words) && l.count <= 12:
		return stemma.FormContact, "mail address"
	case todayLine().MatchString(l.folded):
		return stemma.FormPageClock, "what day it is"
	case agoLine().MatchString(l.folded):
		return stemma.FormPageClock, "relative time of the page"
	case !strings.ContainsFunc(l.words, worded):
		return stemma.FormOther, "no words"
	}
	return "", ""
}

func worded(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// protected reports whether a line that is worded like furniture is the report's
// all the same: its headline, or a whole sentence about a picture, which a signature
// under one is not.
//
//	"A video posted by the brigade shows two boats." → the report's
//	"A video posted by Orla Finch (@orla) on 4 March" → embed
func (p *page) protected(i int, found lexicon.Furnishing) bool {
	l := &p.lines[i]
	return l.Heading == 1 || i == p.titled || found.Form == stemma.FormEmbed && strings.HasSuffix(found.Phrase, " by") && l.ended()
}

// listed is how many lines a heading of other stories brings at most.
const listed = 30

// bring labels what belongs to a line of furniture.
//
//	"Read also:", "Flood cuts road to the north" → both teaser
//	"Related Items", "Flood cuts road", "Mayor resigns" → all teaser
func (p *page) bring(i int, found lexicon.Furnishing) {
	most := 0
	switch {
	case found.Brings == "next" && bare(p.lines[i].folded, found.Phrase):
		most = 1
	case found.Brings == "list":
		most = listed
	}
	for j := i + 1; j < len(p.lines) && most > 0; j, most = j+1, most-1 {
		l := &p.lines[j]
		_, other := lexicon.Residue(l.folded, l.count)
		if !l.open() || other || found.Brings == "list" && (l.prose() || l.ended()) || p.markup && l.Kept {
			return
		}
		l.label(stemma.RegionResidue, found.Form, "brought by: "+found.Phrase)
	}
}

// bare reports whether a line holds no more than the phrase: its headline is the
// next line.
func bare(folded, phrase string) bool {
	return strings.Trim(folded, ": ") == strings.Trim(phrase, ": ")
}
