// Package marked reads reports whose claims were marked by hand: who says
// (S), by which words (Q), and what (C), a number joining what belongs together.
// What the numbers are learned for, and which reports there are, is left to
// whoever asks; corpus/marked and training hold such reports.
//
//	<S1>A clerk</S1> <Q1 d>denied</Q1> <C1>the theft</C1>.
//	→ "A clerk denied the theft." and claim 1: a denial by 0–7, cue 8–14, content 15–24
package marked

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Span is a run of bytes in a report's text, the end not included.
type Span struct{ From, To int }

// Within reports whether the span lies in the other one.
func (s Span) Within(other Span) bool { return other.From <= s.From && s.To <= other.To }

// A Stance is how a source takes what it speaks of.
type Stance string

// A denial is marked <Q1 d>, doubt or a mere question <Q1 ?>.
const (
	Asserts Stance = "asserts"
	Denies  Stance = "denies"
	Doubts  Stance = "doubts"
)

// A Claim is what a text puts into somebody's mouth. Each part may come in
// pieces, in the order of the text; a claim without a source is hearsay.
type Claim struct {
	ID      int
	Source  []Span
	Name    string // who is meant, where the source is a pronoun or a short form
	Cue     []Span
	Content []Span
	Stance  Stance
	Parent  int  // the claim within whose content this one is made, 0 if none
	Direct  bool // quotation marks stand in or around the content
}

// A Report is a text without its tags, and the claims in order of number.
type Report struct {
	Text   string
	Claims []Claim
}

// Claim is the claim of a number; there may be none.
func (r Report) Claim(id int) (Claim, bool) {
	at, found := slices.BinarySearchFunc(r.Claims, id, func(c Claim, id int) int { return cmp.Compare(c.ID, id) })
	if !found {
		return Claim{}, false
	}
	return r.Claims[at], true
}

// Chain is the claim of a number and those around it, the innermost first.
//
//	A clerk said that guards had told him that … → what the guards told, what the clerk said
func (r Report) Chain(id int) []Claim {
	chain := []Claim{}
	for claim, found := r.Claim(id); found && len(chain) < len(r.Claims); claim, found = r.Claim(claim.Parent) {
		chain = append(chain, claim)
	}
	return chain
}

// tag: <S1>, <S1 =Full Name>, </S1>, <Q1>, <Q1 d>, <Q1 ?>, <C1> …
var tag = regexp.MustCompile(`<(/?)([SQC])(\d{1,6})(?:\s*([d?])|\s+=([^<>]+))?\s*>`)

// Parse takes the tags out of a marked text. The error tells every fault of the
// markup; the report then holds what could be read all the same.
func Parse(text string) (Report, error) {
	r := reader{claims: map[int]*Claim{}, open: map[string]int{}}
	at := 0
	for _, m := range tag.FindAllStringSubmatchIndex(text, -1) {
		r.text = append(r.text, text[at:m[0]]...)
		at = m[1]
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		r.read(group(1) == "/", group(2), group(3), group(4), strings.TrimSpace(group(5)))
	}
	r.text = append(r.text, text[at:]...)
	return r.report(), errors.Join(r.faults...)
}

type reader struct {
	text   []byte
	claims map[int]*Claim
	open   map[string]int // where "C1" began
	faults []error
}

func (r *reader) read(closes bool, role, number, flag, name string) {
	id, _ := strconv.Atoi(number)
	claim := r.claims[id]
	if claim == nil {
		claim = &Claim{ID: id, Stance: Asserts}
		r.claims[id] = claim
	}
	key := role + strconv.Itoa(id)
	if closes {
		r.close(claim, role, key)
		return
	}
	if _, twice := r.open[key]; twice {
		r.fault("<%s> opened twice", key)
	}
	r.open[key] = len(r.text)
	claim.note(flag, name)
}

func (c *Claim) note(flag, name string) {
	switch flag {
	case "d":
		c.Stance = Denies
	case "?":
		c.Stance = Doubts
	}
	c.Name = cmp.Or(name, c.Name)
}

func (r *reader) close(claim *Claim, role, key string) {
	from, opened := r.open[key]
	delete(r.open, key)
	span := r.trim(Span{from, len(r.text)})
	switch {
	case !opened:
		r.fault("</%s> closes nothing", key)
	case span.From == span.To:
		r.fault("<%s> holds no words", key)
	case role == "S":
		claim.Source = append(claim.Source, span)
	case role == "Q":
		claim.Cue = append(claim.Cue, span)
	default:
		claim.Content = append(claim.Content, span)
	}
}

// trim keeps white space out of a span's ends.
func (r *reader) trim(s Span) Span {
	words := strings.TrimLeft(string(r.text[s.From:s.To]), space)
	return Span{s.To - len(words), s.To - len(words) + len(strings.TrimRight(words, space))}
}

const space = " \t\r\n\u00a0\u2002\u2003\u2009\u202f"

func (r *reader) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Errorf(format, args...))
}

func (r *reader) report() Report {
	report := Report{Text: string(r.text)}
	for _, claim := range r.claims {
		report.Claims = append(report.Claims, *claim)
	}
	slices.SortFunc(report.Claims, func(a, b Claim) int { return cmp.Compare(a.ID, b.ID) })
	for i := range report.Claims {
		claim := &report.Claims[i]
		claim.sort()
		claim.Direct = quoted(report.Text, claim.Content)
		r.check(*claim)
	}
	for i, claim := range report.Claims {
		report.Claims[i].Parent = parent(claim, report.Claims)
	}
	r.unclosed()
	return report
}

// sort puts pieces that lie in one another in the order in which they begin.
func (c *Claim) sort() {
	for _, spans := range [][]Span{c.Source, c.Cue, c.Content} {
		slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(a.From-b.From, a.To-b.To) })
	}
}

func (r *reader) check(c Claim) {
	if len(c.Content) == 0 {
		r.fault("claim %d has no content", c.ID)
	}
	if len(c.Cue) == 0 && len(c.Source) == 0 {
		r.fault("claim %d has neither source nor cue", c.ID)
	}
}

func (r *reader) unclosed() {
	keys := []string{}
	for key := range r.open {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		r.fault("<%s> never closed", key)
	}
}

func quoted(text string, content []Span) bool {
	return slices.ContainsFunc(content, func(s Span) bool {
		after := text[s.To:]
		return strings.ContainsAny(text[s.From:s.To], `"“”`) || strings.HasSuffix(text[:s.From], `"`) ||
			strings.HasSuffix(text[:s.From], "“") || strings.HasPrefix(after, `"`) || strings.HasPrefix(after, "”")
	})
}

// parent is the claim with the shortest content that holds where this one is made.
func parent(claim Claim, claims []Claim) int {
	made := slices.Concat(claim.Cue, claim.Source, claim.Content)
	best, shortest := 0, 0
	for _, other := range claims {
		holds := len(made) > 0 && other.ID != claim.ID && slices.ContainsFunc(other.Content, made[0].Within)
		if size := length(other.Content); holds && (best == 0 || size < shortest) {
			best, shortest = other.ID, size
		}
	}
	return best
}

func length(spans []Span) int {
	sum := 0
	for _, s := range spans {
		sum += s.To - s.From
	}
	return sum
}
