package publish

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/pattern"
)

// name is a medium's name as a pattern: words with capitals, small words and
// signs between them. Pages set no-break spaces inside names and around them.
const (
	name = `\p{Lu}[\pL\d.'’&/-]*(?:[ \x{a0}-](?:(?:of|the|de|and|&)[ \x{a0}])?\p{Lu}[\pL\d.'’&/-]*){0,5}`
	gap  = `[ \x{a0}]+`
)

var (
	placed      = pattern.Lazy(`^(?:\p{Lu}[\pL.'’/-]*(?:[ \x{a0},]+(?:\p{Lu}[\pL.'’/-]*|\d{1,4}|of|de|al|el|near))*[ \x{a0},:]*)?\((` + name + `)\)`)
	acronym     = pattern.Lazy(`^\p{Lu}{3}[\p{Lu}' -]*(?:, [\pL ]+)?, (\p{Lu}{2,5})` + gap + `(?:[—–-]|--)` + gap)
	credited    = pattern.Lazy(`(?i:^\W*(?:sources?|via|from|originally published (?:by|on|in|at)|republished from|reprinted from|reposted from|courtesy of)\s*:?` + gap + `)(` + name + `)`)
	capitalised = pattern.Lazy(name)
	copyright   = pattern.Lazy(`(?:(?i:copyright)\s*(?:©|\([cC]\))?|©|\([cC]\))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[ \x{a0},]*(?i:by )?(` + name + `)`)
	told        = pattern.Lazy(`\b(?:told|tells|telling|informed|said to|speaking to|in an interview with|in a statement to)` + gap + `(` + name + `)`)
	mark        = pattern.Lazy(`(?:[.!?”"’]\s*[(\[—–-]{1,2}\s*|\s[—–]\s)(` + name + `)[)\]]?\s*$`)
	afterComma  = pattern.Lazy(`(?:, |/| / | \| | - | – )(` + name + `)\s*$`)
	withStaff   = pattern.Lazy(`(?i:^(?:by |from )?(?:our )?(?:own )?(?:staff|newsroom|reporters?|correspondents?|staff (?:reporters?|writers?|correspondents?|reports?)) and )(` + name + `)\s*$`)
)

// agency is the agency that the page credits for its text. The credit of a line
// of its own outweighs the mark in a dateline, that a byline, and that a foot;
// last comes the medium that the sources of the first sentence spoke to. The
// outlet itself is none.
//
//	"Source: Lanterna"                                → Lanterna
//	"Meridian Wire", under the headline of the Courier → Meridian Wire
//	"OLMEN, March 4 (Lanterna) — The bridge …"         → Lanterna
//	"By Henna Marsk, Lanterna Wire"                    → Lanterna Wire
//	"From our staff and Lanterna Press"                → Lanterna Press
//	"… the mayor said. (Lanterna)"                     → Lanterna
//	"The bridge is open, two sources told The Lamp."   → The Lamp
func (p page) agency(outlet stemma.Words) stemma.Words {
	for _, find := range []func() stemma.Words{p.creditLine, p.creditName, p.datelineMark, p.bylineMedium, p.runIn, p.footMark, p.author, p.spokenTo} {
		if found := find(); found.Known() && !alike(found.Name, outlet.Name) || found.Known() && outlet.Name == "" {
			return found
		}
	}
	return stemma.Words{}
}

// at is the medium named by a group of a match, under its usual name.
func (p page) at(base int, loc []int, text string) stemma.Words {
	span := stemma.Span{Start: base + loc[2], End: base + loc[3]}
	return stemma.Words{Name: usual(text[loc[2]:loc[3]]), Span: span, Basis: stemma.BasisWords}
}

// usual is a name without the full stop that ends a sentence behind it: "told Meridian
// Wire." → Meridian Wire; "U.S." keeps its own.
func usual(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if bare := strings.TrimSuffix(name, "."); !strings.Contains(bare, ".") {
		name = bare
	}
	if m, ok := lexicon.KnownMedium(name); ok {
		return m.Name
	}
	return name
}

// creditLine is a line such as "Source: Lanterna". A page's own outlet may stand
// there too, which is sorted out by who asks.
func (p page) creditLine() stemma.Words {
	for _, region := range p.Regions {
		if region.Kind != stemma.RegionResidue && region.Kind != stemma.RegionByline || region.Kind == stemma.RegionResidue && region.Form != stemma.FormCredit {
			continue
		}
		words := p.Words(region.Span)
		if loc := credited().FindStringSubmatchIndex(words); loc != nil {
			return p.at(region.Start, loc, words)
		}
	}
	return stemma.Words{}
}

// creditName is a line that is nothing but the name of an agency.
func (p page) creditName() stemma.Words {
	for _, region := range p.Regions {
		if region.Form != stemma.FormCredit {
			continue
		}
		span := p.trimmed(region.Span)
		if words := p.Words(span); agencyName(words) {
			return stemma.Words{Name: usual(words), Span: span, Basis: stemma.BasisWords}
		}
	}
	return stemma.Words{}
}

// agencyName reports whether a name is that of an agency we know or made like one.
func agencyName(name string) bool {
	m, known := lexicon.KnownMedium(name)
	return known && m.Agency || !known && lexicon.NamedLikeAgency(name)
}

// dateline is the medium's mark in the dateline of the text: "OLMEN (Lanterna)".
func (p page) dateline() (stemma.Span, lexicon.Medium, bool) {
	for _, lead := range p.leads {
		if span, medium, ok := p.marked(lead); ok {
			return span, medium, true
		}
	}
	return stemma.Span{}, lexicon.Medium{}, false
}

// marked is the mark at the head of one block. A dateline that names nobody whom
// we know must look like one: a dash follows, or nothing but a space. A word in
// brackets that opens the block is the place itself, unless it is all capitals.
//
//	"OLMEN (Lanterna) – …" → Lanterna; "(Olmen) – …" → nobody
func (p page) marked(lead stemma.Span) (stemma.Span, lexicon.Medium, bool) {
	const reach = 90 // bytes; the longest place and date that this was tried on has 60
	words := p.Words(lead)
	loc := placed().FindStringSubmatchIndex(words)
	if loc == nil || loc[1] > reach {
		if loc = acronym().FindStringSubmatchIndex(words); loc == nil {
			return stemma.Span{}, lexicon.Medium{}, false
		}
	}
	mark := words[loc[2]:loc[3]]
	medium, known := lexicon.KnownMedium(mark)
	if !known {
		medium = lexicon.Medium{Name: p.spelledOut(mark), Agency: true}
	}
	dash := strings.IndexAny(strings.TrimLeft(words[loc[1]:], " ,\u00a0"), "—–-") == 0 || loc[1] > loc[3]+1
	placeless := loc[2] == 1 && mark != strings.ToUpper(mark)
	return stemma.Span{Start: lead.Start + loc[2], End: lead.Start + loc[3]}, medium, known || dash && !placeless
}

// spelledOut is the name of a medium that the article spells out somewhere and of
// which a mark is the initials; else the mark itself.
//
//	"OLMEN (HPS) — … a count by the Harbour Press Service" → Harbour Press Service
func (p page) spelledOut(mark string) string {
	for _, region := range p.Regions {
		if region.Kind != stemma.RegionBody {
			continue
		}
		for _, capitals := range capitalised().FindAllString(p.Words(region.Span), -1) {
			if name := initialled(strings.Fields(capitals), mark); lexicon.NamedLikeMedium(name) {
				return name
			}
		}
	}
	return mark
}

// initialled is the run of words whose first letters are a mark; "" if none is.
func initialled(words []string, mark string) string {
	for n := len(mark); n <= len(words); n++ {
		run := words[n-len(mark) : n]
		initials := ""
		for _, word := range run {
			initials += word[:1]
		}
		if initials == mark {
			return strings.TrimRight(strings.Join(run, " "), ".")
		}
	}
	return ""
}

func (p page) datelineMark() stemma.Words {
	if span, medium, ok := p.dateline(); ok && medium.Agency {
		return stemma.Words{Name: medium.Name, Span: span, Basis: stemma.BasisDateline}
	}
	return stemma.Words{}
}

// bylineMedium is the agency in a byline, as the whole of it, after a comma or beside
// the paper's own staff.
func (p page) bylineMedium() stemma.Words {
	for _, region := range p.Regions {
		if region.Kind != stemma.RegionByline && region.Kind != stemma.RegionDateline {
			continue
		}
		if found := p.agencyIn(p.trimmed(region.Span)); found.Known() {
			return found
		}
	}
	return stemma.Words{}
}

// agencyIn is the agency that a byline names.
//
//	"By Meridian Wire", "Ana Torvik, Meridian Wire", "Staff and agencies" → each as it stands
func (p page) agencyIn(byline stemma.Span) stemma.Words {
	words := p.Words(byline)
	whole := strings.TrimPrefix(strings.TrimPrefix(words, "By "), "by ")
	if m, ok := lexicon.KnownMedium(whole); ok && m.Agency {
		return stemma.Words{Name: m.Name, Span: stemma.Span{Start: byline.End - len(whole), End: byline.End}, Basis: stemma.BasisWords}
	}
	if loc := afterComma().FindStringSubmatchIndex(words); loc != nil {
		if found := p.at(byline.Start, loc, words); agencyName(p.Words(found.Span)) {
			return found
		}
	}
	if loc := withStaff().FindStringSubmatchIndex(words); loc != nil {
		if found := p.at(byline.Start, loc, words); agencyName(p.Words(found.Span)) || lexicon.NamedLikeMedium(found.Name) {
			return found
		}
	}
	return stemma.Words{}
}

// runIn is an agency's name run into the head of the text, beside a date or the
// headline that was run in with it.
//
//	"Bridge reopens AFP Saturday 4 Mar 2021 The bridge …" → AFP
func (p page) runIn() stemma.Words {
	for _, region := range p.Regions {
		if region.Kind == stemma.RegionDateline || region.Form == stemma.FormRepeat {
			if found := p.first(p.headless(p.trimmed(region.Span))); found.Known() {
				return found
			}
		}
	}
	span := p.opening()
	rest := p.headless(span)
	found := p.first(rest)
	if after := p.headless(stemma.Span{Start: found.Span.End, End: span.End}); rest.Start > span.Start || after.Start > found.Span.End+1 || p.runsOn(span.Start) {
		return found
	}
	return stemma.Words{}
}

// runsOn reports whether words of another region stand before an offset on the
// same line.
func (p page) runsOn(at int) bool {
	before := strings.TrimRight(string(p.Text[:at]), " \u00a0\t")
	return before != "" && !strings.HasSuffix(before, "\n")
}

// first is the agency that a span begins with.
func (p page) first(s stemma.Span) stemma.Words {
	word, _, _ := strings.Cut(p.Words(s), " ")
	if m, ok := lexicon.KnownMedium(word); ok && m.Agency {
		return stemma.Words{Name: m.Name, Span: stemma.Span{Start: s.Start, End: s.Start + len(word)}, Basis: stemma.BasisWords}
	}
	return stemma.Words{}
}

// firstSentence is how long the first sentence of a report may be, in bytes.
const firstSentence = 350

// tail is how far a mark may reach back from the end of the body, in bytes.
const tail = 120

// footMark is the mark of an agency behind the last full stop of the body.
func (p page) footMark() stemma.Words {
	for i := len(p.Regions) - 1; i >= 0; i-- {
		region := p.Regions[i]
		if region.Kind != stemma.RegionBody {
			continue
		}
		span := p.trimmed(region.Span)
		span.Start = max(span.Start, span.End-tail)
		words := p.Words(span)
		loc := mark().FindStringSubmatchIndex(words)
		if loc == nil {
			return stemma.Words{}
		}
		if m, ok := lexicon.KnownMedium(words[loc[2]:loc[3]]); ok && m.Agency {
			return p.at(span.Start, loc, words)
		}
		return stemma.Words{}
	}
	return stemma.Words{}
}

// author is an agency that the markup names as the writer.
func (p page) author() stemma.Words {
	for _, property := range p.Properties {
		if m, ok := lexicon.KnownMedium(property.Value); ok && m.Agency && property.Name == "author" {
			return stemma.Words{Name: m.Name, Basis: stemma.BasisMetadata}
		}
	}
	return stemma.Words{}
}

// spokenTo is the medium that the sources of the first sentences spoke to: a
// text that names no other is that medium's own. A person or a parliament can
// be told something too, so the name must be known as a medium's or be made like
// one; a capital "The" in mid sentence is how titles of papers are written.
// Papers quote each other's interviews further down, so there it must be an
// agency; and below the beginning two must have spoken to it.
//
//	"The ferry has been seized, two pilots told The Lamp." → The Lamp
//	"… the captain told Parliament."                       → none
func (p page) spokenTo() stemma.Words {
	for _, span := range p.leads {
		words := p.Words(span)
		for _, loc := range told().FindAllStringSubmatchIndex(words, -1) {
			name := words[loc[2]:loc[3]]
			medium, known := lexicon.KnownMedium(name)
			titled := known || strings.HasPrefix(name, "The ") || lexicon.NamedLikeMedium(name)
			if medium.Agency || titled && loc[1] <= firstSentence {
				return p.at(span.Start, loc, words)
			}
		}
	}
	return p.spokenToTwice()
}

// spokenToTwice is the first agency to which two sources of the body spoke.
func (p page) spokenToTwice() stemma.Words {
	times := map[string]int{}
	for _, region := range p.Regions {
		if region.Kind != stemma.RegionBody {
			continue
		}
		for _, agency := range p.toldAgencies(region.Span) {
			if times[agency.Name]++; times[agency.Name] == 2 {
				return agency
			}
		}
	}
	return stemma.Words{}
}

// toldAgencies are the agencies that somebody told something, each time.
func (p page) toldAgencies(s stemma.Span) []stemma.Words {
	var out []stemma.Words
	words := p.Words(s)
	for _, loc := range told().FindAllStringSubmatchIndex(words, -1) {
		found := p.at(s.Start, loc, words)
		if m, ok := lexicon.KnownMedium(p.Words(found.Span)); ok && m.Agency {
			out = append(out, found)
		}
	}
	return out
}

// holder is who holds the copyright: "Copyright © 2019 The Harbour Post, LLC."
// → The Harbour Post.
func (p page) holder(s stemma.Span) stemma.Span {
	if loc := copyright().FindStringSubmatchIndex(p.Words(s)); loc != nil {
		return stemma.Span{Start: s.Start + loc[2], End: s.Start + loc[3]}
	}
	return stemma.Span{}
}
