package ledger

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/actors"
)

// A Field is one thing that a list can be filtered by, as every door offers it.
type Field struct {
	Name    string // of the flag, the query parameter and the written form
	Help    string
	Example string
	also    string // another name in the written form
	set     func(*Filter, string) error
}

// fields are all of them, in the order in which they are offered and written.
var fields = []Field{
	{"from", "not before this day, month or year; undated rows stay", "2015-09", "after", func(f *Filter, v string) (err error) { f.earliest, _, err = period(v); return }},
	{"to", "not after this day, month or year; undated rows stay", "2015-09-30", "", func(f *Filter, v string) error {
		_, last, err := period(v)
		f.until(last)
		return err
	}},
	{"before", "before the first day of this day, month or year; undated rows stay", "2015-10", "", func(f *Filter, v string) error {
		first, _, err := period(v)
		f.until(first - 1)
		return err
	}},
	{"country", "name or ISO 3166 code of a country", "SY", "", setCountry},
	{"province", "part of a province's name", "idlib", "", func(f *Filter, v string) error { f.province = stemma.Fold(v); return nil }},
	{"place", "part of the name of a place, or of the unit that holds it; spellings that the gazetteer knows too", "harem", "", setPlace},
	{"type", "event type (ASSAULT), mode (aerial), or the word that lists print (Armed clash)", "ASSAULT", "", setType},
	{"actor", "part of a party's name; never of a person's or a unit's", "hezbollah", "", setActor},
	{"said-by", "part of the name of who is quoted; who is not named is never found", "reuters", "", setSaidBy},
	{"status", "proposed, accepted or rejected", "proposed", "", func(f *Filter, v string) (err error) {
		f.status = stemma.Status(strings.ToLower(v))
		return oneOf(f.status, stemma.Proposed, stemma.Accepted, stemma.Rejected)
	}},
	{"origins", "how many independent origins, surely: 1, >=2, 2..4", ">=2", "", func(f *Filter, v string) (err error) { f.origins, err = readBounds(v); return }},
	{"disputed", "yes, no, who, target, happened, values, or a type's letter", "yes", "", setDisputed},
	{"letter", "type of disagreement, by its letter: " + letters, "V", "", setLetter},
	{"field", "what accounts differ in", "killed", "", func(f *Filter, v string) error { f.field = v; return nil }},
	{"dated", "yes or no: whether both ends of its time are known", "no", "", func(f *Filter, v string) (err error) { f.dated, f.undated, err = yesNo(v); return }},
	{"placed", "yes or no: whether it has a place", "no", "", func(f *Filter, v string) (err error) { f.isPlaced, f.unplaced, err = yesNo(v); return }},
	{"since-added", "only from documents added on this day or later", "2026-11-01", "added", func(f *Filter, v string) (err error) { f.added, err = stemma.ParseDay(v); return }},
}

// Fields are those that a list of this kind can be filtered by.
func (k Kind) Fields() []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return !slices.Contains(k.Filters, f.Name) })
}

// Filter reads what is asked of a list of this kind: first the written form,
// then fields by their names, of which empty ones ask for nothing.
//
//	`place:idlib after:2015-09 origins:>=2 status:proposed disputed:yes`
//
// Fields are parted by white space, and a value that holds some is put in
// quotes. What cannot be asked is [stemma.ErrUsage], in a sentence.
func (k Kind) Filter(written string, byName map[string]string) (*Filter, error) {
	f := &Filter{said: map[string]string{}}
	for _, part := range parts(written) {
		name, value, ok := strings.Cut(part, ":")
		if !ok || name == "" {
			return nil, fmt.Errorf("%w: filter: %q stands under no field; write FIELD:VALUE, such as place:idlib, and quotes around words that belong together", stemma.ErrUsage, part)
		}
		if err := f.set(k, strings.ToLower(name), value); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		if value := strings.TrimSpace(byName[name]); value != "" {
			if err := f.set(k, name, value); err != nil {
				return nil, err
			}
		}
	}
	return f, nil
}

func (f *Filter) set(k Kind, name, value string) error {
	all := k.Fields()
	i := slices.IndexFunc(all, func(field Field) bool { return field.Name == name || field.also == name })
	if i < 0 {
		return unknownField(k, name)
	}
	field := all[i]
	if f.said[field.Name] != "" {
		return fmt.Errorf("%w: filter: %s is asked for twice", stemma.ErrUsage, field.Name)
	}
	if value == "" {
		return fmt.Errorf("%w: filter: %s asks for nothing; write a value behind it, such as %s:%s", stemma.ErrUsage, name, name, field.Example)
	}
	if err := field.set(f, value); err != nil {
		return fmt.Errorf("%w: filter: %s %q: %w", stemma.ErrUsage, name, value, err)
	}
	f.said[field.Name] = value
	return nil
}

func unknownField(k Kind, name string) error {
	var names []string
	for _, field := range k.Fields() {
		names = append(names, field.Name)
	}
	if len(names) == 0 {
		return fmt.Errorf("%w: filter: %s cannot be filtered", stemma.ErrUsage, k.Name)
	}
	return fmt.Errorf("%w: filter: %s have no field %q%s", stemma.ErrUsage, k.Name, name, instead(name, names))
}

// instead answers a wrong word with the one that was meant, or with all there are.
func instead(word string, names []string) string {
	if near := Nearest(word, names); near != "" {
		return fmt.Sprintf("; did you mean %s?", near)
	}
	return "; there are " + strings.Join(names, ", ")
}

// parts cuts a written filter at its white space, outside of quotes, and takes
// the quotes away.
//
//	place:"Deir al-Zor" status:proposed → place:Deir al-Zor | status:proposed
func parts(written string) []string {
	inside := false
	cut := strings.FieldsFunc(written, func(c rune) bool {
		if c == '"' {
			inside = !inside
		}
		return !inside && unicode.IsSpace(c)
	})
	for i, part := range cut {
		cut[i] = strings.ReplaceAll(part, `"`, "")
	}
	return cut
}

// quoted is a value as it is written.
func quoted(value string) string {
	if strings.ContainsFunc(value, unicode.IsSpace) {
		return `"` + value + `"`
	}
	return value
}

// period is the first and the last day of a day, a month or a year.
//
//	2015-09 → 2015-09-01, 2015-09-30
func period(s string) (first, last stemma.Day, err error) {
	if day, err := stemma.ParseDay(s); err == nil {
		return day, day, nil
	}
	if day, err := stemma.ParseDay(s + "-01"); err == nil {
		t := day.Time()
		return day, stemma.NewDay(t.Year(), t.Month()+1, 0), nil
	}
	if day, err := stemma.ParseDay(s + "-01-01"); err == nil {
		return day, stemma.NewDay(day.Time().Year(), 12, 31), nil
	}
	return 0, 0, fmt.Errorf("want YYYY-MM-DD, YYYY-MM or YYYY")
}

// until takes the earlier of two last days.
func (f *Filter) until(day stemma.Day) {
	if f.latest == 0 || day < f.latest {
		f.latest = day
	}
}

func oneOf[T ~string](value T, known ...T) error {
	if slices.Contains(known, value) {
		return nil
	}
	var names []string
	for _, name := range known {
		names = append(names, string(name))
	}
	n := len(names) - 1
	return fmt.Errorf("want %s or %s", strings.Join(names[:n], ", "), names[n])
}

func yesNo(value string) (yes, no bool, err error) {
	value = strings.ToLower(value)
	return value == "yes", value == "no", oneOf(value, "yes", "no")
}

// setCountry takes a code of two letters as it is, and a name for its code.
//
//	SY → SY   Syria, syria → SY
func setCountry(f *Filter, value string) error {
	f.country = value
	if len(value) == 2 {
		return nil
	}
	for _, name := range []string{value, capital(value)} {
		if s, _ := actors.Open().State(actors.Words(stemma.Text(name), stemma.Span{End: len(name)})); s != nil {
			f.country = s.Entry().Country
			return nil
		}
	}
	return fmt.Errorf("want the name of a country or its ISO 3166 code of two letters, such as SY")
}

// capital is a name as it is written, for one that was typed small.
//
//	"republic of the congo" → "Republic of the Congo"
func capital(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		if r, size := utf8.DecodeRuneInString(w); !slices.Contains([]string{"of", "the", "and"}, w) {
			words[i] = string(unicode.ToUpper(r)) + w[size:]
		}
	}
	return strings.Join(words, " ")
}

// disputedWords are the types of disagreement by what is in dispute.
var disputedWords = map[string]stemma.DisagreementType{
	"who": stemma.DisagreeActor, "target": stemma.DisagreeTarget, "happened": stemma.DisagreeHappened, "values": stemma.DisagreeValue,
}

func setDisputed(f *Filter, value string) error {
	word := strings.ToLower(value)
	if letter, ok := disputedWords[word]; ok {
		f.disputed = string(letter)
		return nil
	}
	if isLetter(value) {
		f.disputed = strings.ToUpper(value)
		return nil
	}
	f.disputed = word
	return oneOf(word, "yes", "no", "who", "target", "happened", "values", "a type's letter: "+letters)
}

// letters are those of the types of disagreement.
const letters = "V, A, T, D, M, S, N, P"

func isLetter(value string) bool {
	return len(value) == 1 && slices.Contains(strings.Split(letters, ", "), strings.ToUpper(value))
}

func setLetter(f *Filter, value string) error {
	f.letter = stemma.DisagreementType(strings.ToUpper(value))
	if !isLetter(value) {
		return fmt.Errorf("want one of %s", letters)
	}
	return nil
}

// compared are the ways to ask for a number of origins.
var compared = regexp.MustCompile(`^(>=|<=|>|<|=|)(\d{1,6})$|^(\d{0,6})\.\.(\d{0,6})$`)

// readBounds reads how many origins are asked for.
//
//	1 → 1..1   >=2 → 2..   <3 → ..2   2..4 → 2..4
func readBounds(s string) (bounds, error) {
	m := compared.FindStringSubmatch(s)
	if m == nil || s == ".." {
		return bounds{}, fmt.Errorf("want a number, >=2, <=3 or 2..4")
	}
	n, _ := strconv.Atoi(m[2])   // digits, or nothing, which is 0
	low, _ := strconv.Atoi(m[3]) // the same
	high, err := strconv.Atoi(m[4])
	switch {
	case m[2] == "" && err != nil:
		return bounds{least: low}, nil
	case m[2] == "":
		return bounds{low, high + 1}, nil
	case m[1] == ">":
		return bounds{least: n + 1}, nil
	case m[1] == ">=":
		return bounds{least: n}, nil
	case m[1] == "<":
		return bounds{below: n}, nil
	case m[1] == "<=":
		return bounds{below: n + 1}, nil
	}
	return bounds{n, n + 1}, nil
}

// Nearest is the one of the names that a word was probably meant for, "" if none
// is near: at most two letters differ, fewer in a short word, or the word begins
// it.
//
//	statsu → status   prov → province
func Nearest(word string, names []string) string {
	word = strings.ToLower(word)
	best, least := "", min(2, len(word)/3)+1
	for _, name := range names {
		d := distance(word, name)
		if len(word) >= 3 && strings.HasPrefix(name, word) {
			d = 0
		}
		if d < least {
			best, least = name, d
		}
	}
	return best
}

// distance is how many letters must be put in, taken out, changed or swapped
// with their neighbour to make one word of another.
func distance(a, b string) int {
	row := make([][]int, len(a)+1)
	for i := range row {
		row[i] = make([]int, len(b)+1)
		row[i][0] = i
	}
	for j := range row[0] {
		row[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := row[i-1][j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[i][j] = min(row[i-1][j]+1, row[i][j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[i][j] = min(row[i][j], row[i-2][j-2]+1)
			}
		}
	}
	return row[len(a)][len(b)]
}
