package mend

import "slices"

// fronting gives a verb that lacks a subject the noun that the tree has taken into
// the date before it: "On 3 May soldiers shelled the port", "On Monday night gunmen
// attacked a bus".
func (m *mending) fronting(v int) {
	if !m.wanting(v) {
		return
	}
	for _, n := range m.under(v, "obl") {
		if n > v || !m.has(n, "case") || !m.tag(n, "NOUN", "PROPN", "PRON") {
			continue
		}
		from := m.first(n)
		day, to := m.calendar(from)
		if day < 0 || to >= n && n != to || day == n || m.Tokens[from].Head != n {
			continue
		}
		m.hang(day, v, "obl")
		m.hang(from, day, "case")
		m.hangBeside(day, from+1, to)
		m.hang(n, v, m.subject(v))
		return
	}
}

// hangBeside hangs the other words of a date on its day: "On | Monday | night".
func (m *mending) hangBeside(day, from, to int) {
	for k := from; k < to; k++ {
		if k != day {
			m.hang(k, day, "nmod:unmarked")
		}
	}
}

// lastDay gives a verb that lacks a subject the noun that the tree has taken into the time
// right before the verb: "The Halden army last Saturday shelled the port".
func (m *mending) lastDay(day int) {
	v, last, n := m.Tokens[day].Head, day-1, day-2
	if n < 0 || v != day+1 || !weekdays[m.form[day]] && !stretch[m.form[day]] || !nearness[m.form[last]] || !m.wanting(v) {
		return
	}
	if h := m.Tokens[n].Head; h != last && h != day || !m.tag(n, "NOUN", "PROPN") || m.has(n, "case") {
		return
	}
	m.hang(last, day, "amod")
	m.hang(n, v, m.subject(v))
}

// stretch are the times that stand bare behind "last"; nearness are the words that stand
// before such a time.
var stretch, nearness = lists.Set("stretch"), lists.Set("nearness")

// openingDay gives a date that the tree has taken into a phrase before a comma to the verb whose
// sentence it opens: "According to witnesses interviewed there, on 14 May gunmen raided Oruna".
func (m *mending) openingDay(on int) {
	n := m.Tokens[on].Head
	if on < 1 || n < on || m.form[on-1] != "," || m.form[on] != "on" && m.form[on] != "in" || !m.is(n, "obl") || m.first(n) < on-1 || !m.ofDay(n) {
		return
	}
	inner := m.Tokens[n].Head
	if v := m.verbOver(inner); inner < on && m.is(inner, "acl") && v > n && m.tag(v, "VERB") && m.has(v, "nsubj", "nsubj:pass") {
		m.hang(n, v, "obl")
	}
}

// setApart gives how long ago, where it ends a sentence behind a comma, to the verb that the
// sentence is of: the tree takes it into a clause on somebody named before the comma.
//
//	"Nineteen were killed by gunmen who stormed Oruna, about a year ago." → killed a year ago
func (m *mending) setApart(ago int) {
	from := m.first(ago)
	ends := ago+1 == len(m.form) || ago+2 == len(m.form) && m.tag(ago+1, "PUNCT")
	if m.form[ago] != "ago" || !ends || from == 0 || m.form[from] != "," && m.form[from-1] != "," {
		return
	}
	for h, n := m.Tokens[ago].Head, 0; h >= 0 && h < from && n < deepest; h, n = m.Tokens[h].Head, n+1 {
		if v := m.verbOver(h); m.is(h, "acl", "acl:relcl") && v < h && m.tag(v, "VERB") {
			m.hang(ago, v, "advmod")
		}
	}
}

// ofDay reports whether a noun is a day or a month, or a part of one.
//
//	"14 May", "the evening of 14 May" → yes; "the evening" → no
func (m *mending) ofDay(n int) bool {
	return months[m.form[n]] || weekdays[m.form[n]] || slices.ContainsFunc(m.under(n, "nmod"), func(k int) bool { return months[m.form[k]] || weekdays[m.form[k]] })
}

// announced gives a verb the object that the tree has taken for another word for a
// time: "announced on Wednesday the seizure of a vessel".
func (m *mending) announced(n int) {
	day := m.Tokens[n].Head
	if m.Tokens[n].Relation != "appos" || day < 0 || !m.tag(n, "NOUN") || !m.has(n, "det") || !(weekdays[m.form[day]] || m.form[day] == "today" || m.form[day] == "yesterday") {
		return
	}
	if v := m.Tokens[day].Head; v >= 0 && m.tag(v, "VERB") && v < day && !m.has(v, "obj", "ccomp") {
		m.hang(n, v, "obj")
	}
}

// may takes the month behind a day for no auxiliary: "A raid on 28 May killed two".
func (m *mending) may(k int) {
	if day := k - 1; day >= 0 && m.form[k] == "may" && m.Tokens[k].Relation == "aux" && m.tag(k, "PROPN") && m.tag(day, "NUM") {
		m.hang(k, day, "nmod:unmarked")
	}
}

// weekday gives a phrase that hangs on a weekday to what happened that day: "a
// bombardment Wednesday of the port", "intensified their bombing on Saturday of a
// rebel-held area"; a bare noun behind the day is whom it befell: "drove out on Friday
// more than 900 families".
func (m *mending) weekday(day int) {
	h := m.Tokens[day].Head
	if !weekdays[m.form[day]] || h < 0 || m.has(day, "det") {
		return
	}
	if h > day && m.has(day, "case") && m.tag(h, "ADJ", "ADV") { // "on Friday more than 900 families": hung on "more"
		m.hang(day, m.verbOver(h), "obl")
	}
	for _, k := range m.under(day, "nmod") {
		cases := m.under(k, "case")
		n := m.first(day) - 1
		switch {
		case len(cases) == 0 && m.tag(k, "NOUN") && m.first(k) == day+1 && m.tag(h, "VERB") && !m.has(h, "obj", "ccomp", "aux:pass"):
			m.hang(k, h, "obj")
		case len(cases) == 0 || k < day || m.tag(k, "NUM"):
		case m.tag(h, "NOUN"):
			m.hang(k, h, "nmod")
		case m.form[cases[0]] == "of" && n >= 0 && m.tag(n, "NOUN"):
			m.hang(k, n, "nmod")
		case m.tag(h, "VERB"):
			m.hang(k, h, "obl")
		}
	}
}

// verbOver is the nearest verb above a token, or what stands highest.
func (m *mending) verbOver(i int) int {
	for range m.Tokens { // a broken tree must not loop
		h := m.Tokens[i].Head
		if h < 0 || h >= len(m.Tokens) {
			break
		}
		if i = h; m.tag(i, "VERB") {
			break
		}
	}
	return i
}

var weekdays = lists.Set("weekdays")

// calendar reads the date behind a preposition: its month or weekday, -1 if there is
// none, and the first token behind it. A number behind a month is a day only after
// "on": "in May 40 men left".
func (m *mending) calendar(preposition int) (day, end int) {
	day = -1
	on := m.form[preposition] == "on" || m.form[preposition] == "by"
	for end = preposition + 1; end < len(m.form); end++ {
		switch form := m.form[end]; {
		case months[form] || weekdays[form]:
			day = end
		case day >= 0 && dayparts[form]:
		case digits(form) && (len(form) == 4 || len(form) < 3 && (on && day >= 0 && day == end-1 && months[m.form[day]] || end+1 < len(m.form) && months[m.form[end+1]])):
		default:
			return day, end
		}
	}
	return day, end
}

// ofLapse reports whether a word tells how long before or after another time something was:
// "a raid | two days earlier | killed nine".
func (m *mending) ofLapse(k int) bool {
	for unit := max(0, k-1); unit <= k+2 && unit+1 < len(m.form); unit++ {
		if units[m.form[unit]] && lapse[m.form[unit+1]] {
			return true
		}
	}
	return false
}

// units are those in which a lapse is counted; lapse are the words behind it.
var units, lapse = lists.Set("units"), lists.Set("lapse")

var months = lists.Set("months")

var dayparts = lists.Set("dayparts")

func digits(form string) bool {
	return form != "" && !slices.ContainsFunc([]byte(form), func(b byte) bool { return b < '0' || b > '9' })
}
