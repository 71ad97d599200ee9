package stemma

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Mask hides what stays inside the case: comments, contact lines, and the
// names of private persons ([PersonKind.Private]), inside quoted words too.
//
//	"Mara Odel, a baker, saw it" with a witness Mara Odel → "████ ████, a baker, saw it"
type Mask struct {
	text  Text
	spans []Span   // sorted, disjoint
	names []string // longest first
}

// Mask is what has to be hidden of a reading.
func (r *Reading) Mask() Mask {
	names := r.privateNames()
	spans := occurrences(r.Text, names)
	for _, region := range r.Regions {
		if region.Masked() {
			spans = append(spans, region.Span)
		}
	}
	for _, actor := range r.Actors {
		for _, m := range actor.Mentions {
			if name := untitled(r.Words(m.Span)); actor.private() && m.Form == FormName && proper(name) {
				spans = append(spans, Span{m.End - len(name), m.End})
			}
		}
	}
	return Mask{r.Text, merged(spans), names}
}

// Residue hides comments and contact lines only: what a single page says is
// shown whole, and its persons are masked where it leaves a case.
func (r *Reading) Residue() Mask {
	var spans []Span
	for _, region := range r.Regions {
		if region.Masked() {
			spans = append(spans, region.Span)
		}
	}
	return Mask{text: r.Text, spans: spans}
}

// Spans are the hidden runs of the text: sorted, disjoint.
func (m Mask) Spans() []Span { return m.spans }

// Names are the names that are hidden, longest first.
func (m Mask) Names() []string { return m.names }

// Words are the characters of a span, each hidden one but white space as █, so
// that offsets in code points hold.
func (m Mask) Words(s Span) string {
	var b strings.Builder
	at := s.Start
	for _, hidden := range m.spans {
		if hidden.Overlaps(s) {
			from, to := max(hidden.Start, at), min(hidden.End, s.End)
			b.WriteString(m.text.Words(Span{at, from}))
			b.WriteString(blocks(m.text.Words(Span{from, to})))
			at = to
		}
	}
	b.WriteString(m.text.Words(Span{at, s.End}))
	return b.String()
}

// Hide is a text that did not come from a span, such as an actor's full name or
// a title from the markup, with the hidden names as █.
func (m Mask) Hide(s string) string { return HideNames(s, m.names) }

// HideNames puts █ for every letter of the names where they stand as words.
func HideNames(s string, names []string) string {
	var b strings.Builder
	at := 0
	for _, span := range merged(occurrences(Text(s), names)) {
		b.WriteString(s[at:span.Start])
		b.WriteString(blocks(s[span.Start:span.End]))
		at = span.End
	}
	return b.String() + s[at:]
}

func (a Actor) private() bool { return a.Kind == KindPerson && a.Person.Private() }

// privateNames are the names of private persons as the page writes them, and
// in full.
func (r *Reading) privateNames() []string {
	var names []string
	for _, actor := range r.Actors {
		if !actor.private() {
			continue
		}
		names = append(names, actor.Name)
		for _, m := range actor.Mentions {
			if m.Form == FormName {
				names = append(names, untitled(r.Words(m.Span)))
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return !proper(name) })
}

// untitled is a name without the small words before it, which are a title's and
// give nobody away: "farmer Moen" → "Moen".
func untitled(name string) string {
	for rest := name; rest != ""; {
		if proper(rest) {
			return rest
		}
		_, rest, _ = strings.Cut(rest, " ")
	}
	return name
}

// proper reports whether words are a name and no description, such as "a
// military source", which gives nobody away.
func proper(name string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimSpace(name))
	return unicode.IsUpper(c) || unicode.IsLetter(c) && !unicode.IsLower(c)
}

// occurrences are the places where a text has one of the names as whole words.
func occurrences(text Text, names []string) []Span {
	var spans []Span
	for _, name := range names {
		for at := 0; ; {
			i := strings.Index(string(text[at:]), name)
			if i < 0 {
				break
			}
			span := Span{at + i, at + i + len(name)}
			if wordEdges(text, span) {
				spans = append(spans, span)
			}
			at = span.End
		}
	}
	return spans
}

func wordEdges(text Text, s Span) bool {
	before, _ := utf8.DecodeLastRuneInString(string(text[:s.Start]))
	after, _ := utf8.DecodeRuneInString(string(text[s.End:]))
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

func merged(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	var out []Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// blocks is a text with every character but white space hidden.
func blocks(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return c
		}
		return '█'
	}, s)
}
