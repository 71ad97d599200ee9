package publish

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// published is the day of publication. The page's own word comes first: its
// markup, then its dateline; what a person gives or a copy lends stands in where
// the page says nothing and is compared where it does. A page clock bounds the
// day from above and dates nothing: the page was there by then.
func (p page) published() (stemma.Interval, []stemma.Note) {
	own := p.own()
	given := p.Given.Published
	switch {
	case own.Closed() && given.Closed() && (own.Latest < given.Earliest || given.Latest < own.Earliest):
		text := "the page says that it was published on " + own.Earliest.String() + "; given is " + given.Earliest.String()
		return own, []stemma.Note{{Span: own.Words, Text: text}}
	case own.Closed():
		return own, nil
	case given.Known():
		given.Words = stemma.Span{}
		return given, nil
	case own.Known():
		return own, nil
	}
	return p.clock(), nil
}

// own is what the page says of its day. Markup and address are in one zone, the
// line that people read in another: a day apart, the line is right.
func (p page) own() stemma.Interval {
	stated, visible := p.stated("json-ld", "meta"), p.visible()
	if stated.Known() {
		for _, other := range []stemma.Interval{visible, p.addressed()} {
			if apart := other.Earliest - stated.Earliest; other.Known() && (apart == 1 || apart == -1) {
				return other
			}
		}
		return stated
	}
	for _, found := range []stemma.Interval{visible, p.stated("time"), p.addressed(), p.alone("class"), p.titled(), p.announced(), p.alone("script"), p.stated("mail"), p.modified()} {
		if found.Known() {
			return found
		}
	}
	return stemma.Interval{}
}

// visible is the day that people read on the page.
func (p page) visible() stemma.Interval {
	for _, find := range []func() stemma.Interval{p.dated, p.opened, p.crowned, p.beside} {
		if found := find(); found.Known() {
			return found
		}
	}
	return stemma.Interval{}
}

func on(day stemma.Day, basis stemma.Basis, words stemma.Span) stemma.Interval {
	return stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: basis, Words: words}
}

// stated is the day in the markup.
func (p page) stated(from ...string) stemma.Interval {
	for _, property := range p.Properties {
		if property.Name == "published" && slices.Contains(from, property.From) {
			if date, ok := lexicon.Stamp(property.Value); ok {
				return on(date.Day, stemma.BasisMetadata, stemma.Span{})
			}
		}
	}
	return stemma.Interval{}
}

// alone is the day of the lines that the markup calls a date, or of the data of
// scripts, where all of them have the same; of several none is known to be the
// report's.
func (p page) alone(from string) stemma.Interval {
	var found stemma.Interval
	for _, property := range p.Properties {
		if property.Name != "published" || property.From != from {
			continue
		}
		dates := lexicon.Datelines(property.Value)
		if len(dates) != 1 || found.Known() && found.Earliest != dates[0].Day {
			return stemma.Interval{}
		}
		found = on(dates[0].Day, stemma.BasisMetadata, stemma.Span{})
	}
	return found
}

// announced is the day of the lines that say "published" before it, wherever on
// the page they stand, where all of them have the same.
//
//	"Last change: 6 March 2021" / "Published on: 4 March 2021" → 2021-03-04
func (p page) announced() stemma.Interval {
	var found stemma.Interval
	for _, region := range p.Regions {
		if region.Masked() || region.Form == stemma.FormTeaser || region.Form == stemma.FormPageClock {
			continue
		}
		for _, day := range announcements(p.Words(region.Span), region.Start) {
			if found.Known() && found.Earliest != day.Earliest {
				return stemma.Interval{}
			}
			found = day
		}
	}
	return found
}

// announcements are the days before which the lines of a text say "published"; at
// is where the text begins.
func announcements(text string, at int) []stemma.Interval {
	const longest = 120
	var out []stemma.Interval
	for line := range strings.Lines(text) {
		for _, date := range lexicon.Datelines(line[:min(len(line), longest)]) {
			if worth(line[:date.Span.Start]) == 3 {
				out = append(out, on(date.Day, stemma.BasisDateline, moved(date.Span, at)))
			}
		}
		at += len(line)
	}
	return out
}

// dated is the day in a dateline or byline of its own, one that says "published"
// before one that says "updated" or nothing.
func (p page) dated() stemma.Interval {
	var best stemma.Interval
	most := 0
	for _, region := range p.Regions {
		if region.Kind != stemma.RegionDateline && region.Kind != stemma.RegionByline {
			continue
		}
		words := p.Words(region.Span)
		for _, date := range lexicon.Datelines(words) {
			if rank := worth(words[:date.Span.Start]); rank > most {
				best, most = on(date.Day, stemma.BasisDateline, moved(date.Span, region.Start)), rank
			}
		}
	}
	return best
}

// crowned is the day that a headline ends with, after the day of the week, or
// begins with, before a mark, where a page's date line was run into it.
//
//	"Bridge reopens after a year Thursday, March 4, 2021" → 2021-03-04
//	"4 March 2021 | Bridge reopens"                       → 2021-03-04
func (p page) crowned() stemma.Interval {
	span := p.trimmed(p.titleSpan())
	words := p.Words(span)
	dates := lexicon.Datelines(words)
	if len(dates) == 0 {
		return stemma.Interval{}
	}
	if first := dates[0]; first.Span.Start == 0 && marked(words[first.Span.End:]) {
		return on(first.Day, stemma.BasisDateline, moved(first.Span, span.Start))
	}
	last := dates[len(dates)-1]
	before := strings.Fields(strings.ToLower(words[:last.Span.Start]))
	if len(before) == 0 || last.Span.End != len(words) || lexicon.BesideDate(strings.Trim(before[len(before)-1], ",")) != lexicon.StampWeekday {
		return stemma.Interval{}
	}
	return on(last.Day, stemma.BasisDateline, moved(last.Span, span.Start))
}

// titled is the day that the markup's title begins with.
func (p page) titled() stemma.Interval {
	title := p.property("title")
	dates := lexicon.Datelines(title)
	if len(dates) == 0 || dates[0].Span.Start != 0 || !marked(title[dates[0].Span.End:]) {
		return stemma.Interval{}
	}
	return on(dates[0].Day, stemma.BasisMetadata, stemma.Span{})
}

// marked reports whether words begin with a mark that sets a date line off.
func marked(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return strings.HasPrefix(rest, "|") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "– ") || strings.HasPrefix(rest, "— ")
}

// beside is the day in a short line next to the headline, whatever the line was
// taken for.
//
//	"Bridge reopens" / "4 March 2021 | Transport"  → 2021-03-04
//	"Bridge reopens" / "Next meeting of the friends of the old bridge: 4 March 2021" → none
func (p page) beside() stemma.Interval {
	i := slices.IndexFunc(p.Regions, func(r stemma.Region) bool { return r.Kind == stemma.RegionTitle })
	if i < 0 {
		return stemma.Interval{}
	}
	for _, k := range []int{i, i + 1, i + 2, i - 1} {
		if k < 0 || k >= len(p.Regions) || p.Regions[k].Masked() || p.Regions[k].Form == stemma.FormPageClock {
			continue
		}
		at := p.Regions[k].Start
		for line := range strings.Lines(p.Words(p.Regions[k].Span)) {
			if day := lineOfDate(line, at); day.Known() {
				return day
			}
			at += len(line)
		}
	}
	return stemma.Interval{}
}

// lineOfDate is the one day of a line that holds little else.
func lineOfDate(line string, at int) stemma.Interval {
	const longest, others = 60, 5 // bytes; words
	dates := lexicon.Datelines(line)
	if len(line) > longest || len(dates) != 1 {
		return stemma.Interval{}
	}
	span := dates[0].Span
	if rest := line[:span.Start] + " " + line[span.End:]; len(strings.FieldsFunc(rest, notLetter)) > others {
		return stemma.Interval{}
	}
	return on(dates[0].Day, stemma.BasisDateline, moved(span, at))
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// worth ranks a date by the words before it, nearest first.
func worth(before string) int {
	words := strings.FieldsFunc(strings.ToLower(before), notLetter)
	for i := len(words) - 1; i >= 0 && i >= len(words)-4; i-- {
		switch lexicon.BesideDate(words[i]) {
		case lexicon.StampPublish:
			return 3
		case lexicon.StampUpdate:
			return 1
		}
	}
	return 2
}

func moved(s stemma.Span, by int) stemma.Span {
	return stemma.Span{Start: s.Start + by, End: s.End + by}
}

// opened is the day in a dateline that opens the text.
//
//	"OLMEN, 4 March 2021 (Lanterna) — The bridge …"  → 2021-03-04
//	"Published March 4 2021 The bridge …"            → 2021-03-04
//	"Olmen (Lanterna) 4 March 2021 – The bridge …"    → 2021-03-04
//	"Olmen (Lanterna Press), 4 March 2021. The …"     → 2021-03-04
//	"4 March 2021 – The bridge …", after a standfirst → 2021-03-04
//	"The bridge fell on 4 March 2021."               → none: that is the story
func (p page) opened() stemma.Interval {
	for i, span := range p.leads {
		words := p.Words(span)
		dates := lexicon.Datelines(words)
		if len(dates) == 0 {
			continue
		}
		first := dates[0]
		before, set := words[:first.Span.Start], marked(words[first.Span.End:])
		if i == 0 && p.head(before) && !(set && before == "") || set && (before == "" && !p.chronicles() || placeAndMedium(before)) {
			return on(first.Day, stemma.BasisDateline, moved(first.Span, span.Start))
		}
	}
	return stemma.Interval{}
}

// head reports whether words may stand before the date of a dateline: nothing,
// the headline printed once more, a place in capitals, a medium, "Published".
// "On" and a day alone begin a sentence of the story.
func (p page) head(before string) bool {
	const longest = 60
	title := p.Words(p.trimmed(p.titleSpan()))
	before = strings.TrimSpace(strings.Replace(before, title, "", 1))
	if len(before) > longest || placeAndMedium(strings.TrimSuffix(before, ",")) {
		return len(before) <= longest
	}
	fillers, others := 0, 0
	for word := range strings.FieldsSeq(before) {
		word = strings.Trim(word, ",.:;()—–-/")
		_, medium := lexicon.KnownMedium(word)
		beside := lexicon.BesideDate(strings.ToLower(word))
		switch {
		case beside == lexicon.StampFiller:
			fillers++
		case word == "" || medium || beside != "" || !strings.ContainsFunc(word, unicode.IsLower) || placeBefore(before):
			others++
		default:
			return false
		}
	}
	return fillers == 0 || others > 0 && lexicon.BesideDate(strings.ToLower(strings.Fields(before)[0])) != lexicon.StampFiller
}

// chronicles reports whether several blocks of the report begin with a day and a mark:
// the first of them is the day of an entry, not of the page.
func (p page) chronicles() bool {
	entries := 0
	for _, region := range p.Regions {
		words := strings.TrimSpace(p.Words(region.Span))
		if dates := lexicon.Datelines(words); region.Kind == stemma.RegionBody && len(dates) > 0 && dates[0].Span.Start == 0 && marked(words[dates[0].Span.End:]) {
			entries++
		}
	}
	return entries > 1
}

// placeAndMedium reports whether the words are a place and, in brackets, who reports
// from there.
func placeAndMedium(before string) bool {
	place, medium, ok := strings.Cut(strings.TrimSpace(before), " (")
	return ok && strings.HasSuffix(medium, ")") && placeBefore(place+",")
}

// placeBefore reports whether the words are a place as datelines begin: words
// with capitals, then a comma.
func placeBefore(before string) bool {
	if !strings.HasSuffix(before, ",") {
		return false
	}
	for word := range strings.FieldsSeq(before) {
		if first := []rune(word)[0]; !unicode.IsUpper(first) {
			return false
		}
	}
	return true
}

func (p page) titleSpan() stemma.Span {
	for _, region := range p.Regions {
		if region.Kind == stemma.RegionTitle {
			return region.Span
		}
	}
	return stemma.Span{}
}

// headless is a span without the headline and the date that were run into it.
func (p page) headless(span stemma.Span) stemma.Span {
	title := p.Words(p.trimmed(p.titleSpan()))
	for range 3 {
		words := p.Words(span)
		left := strings.TrimLeft(words, " ,.:;-–—")
		if word, rest, ok := strings.Cut(left, " "); ok && lexicon.BesideDate(strings.ToLower(word)) != "" {
			left = rest
		}
		if title != "" {
			left = strings.TrimPrefix(left, title)
		}
		if dates := lexicon.Datelines(left[:min(len(left), 40)]); len(dates) > 0 && dates[0].Span.Start == 0 {
			left = left[dates[0].Span.End:]
		}
		span.Start += len(words) - len(left)
	}
	return p.trimmed(span)
}

// addressed is the day in the page's address.
func (p page) addressed() stemma.Interval {
	for _, address := range []string{p.property("url"), p.Given.URL} {
		if day, ok := lexicon.AddressDate(address); ok {
			return on(day, stemma.BasisMetadata, stemma.Span{})
		}
	}
	return stemma.Interval{}
}

// modified bounds the day from above: a page is published before it is changed.
func (p page) modified() stemma.Interval {
	for _, property := range p.Properties {
		if property.Name == "modified" {
			if date, ok := lexicon.Stamp(property.Value); ok {
				return stemma.Interval{Latest: date.Day, Precision: stemma.PrecisionUnknown, Basis: stemma.BasisMetadata}
			}
		}
	}
	return stemma.Interval{}
}

// clock is the bound that a page's clock gives: the latest of them.
func (p page) clock() stemma.Interval {
	var best stemma.Interval
	for _, region := range p.Regions {
		if region.Form != stemma.FormPageClock {
			continue
		}
		for _, date := range lexicon.Datelines(p.Words(region.Span)) {
			if best.Latest < date.Day {
				best = stemma.Interval{Latest: date.Day, Precision: stemma.PrecisionUnknown, Basis: stemma.BasisPageClock, Words: moved(date.Span, region.Start)}
			}
		}
	}
	return best
}
