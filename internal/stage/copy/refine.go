package copy

import (
	"slices"
)

// What continues a run past an edit: two words that are more than "for the".
const (
	fewWords   = 2
	fewLetters = 7
)

// refined adds to the runs the short ones beside them that an editor's changes
// left. They show what was changed and count for nothing else.
//
//	"12 porters were killed and two hurt in the night raid on the harbour hall" /
//	"14 porters were killed and nine hurt in the night raid on the harbour hall"
//	→ 12 against 14, two against nine
func (l alignment) refined() alignment {
	here, there := make([]bool, len(l.a)), make([]bool, len(l.b))
	for _, r := range l.runs {
		r.mark(here, there)
	}
	runs := slices.Clone(l.runs)
	for _, step := range []int{1, -1} {
		for _, r := range l.runs {
			for next, ok := l.beside(r, step, here, there); ok; next, ok = l.beside(next, step, here, there) {
				next.mark(here, there)
				runs = append(runs, next)
			}
		}
	}
	slices.SortFunc(runs, func(x, y run) int { return x.here - y.here })
	return alignment{l.a, l.b, runs}
}

func (r run) mark(here, there []bool) {
	for k := range r.length {
		here[r.here+k], there[r.there+k] = true, true
	}
}

// beside is the nearest short run after a run, or before it if step is -1, in
// the same paragraphs and with nothing that is shared between them.
func (l alignment) beside(r run, step int, here, there []bool) (run, bool) {
	i, j := r.here+r.length, r.there+r.length
	if step < 0 {
		i, j = r.here-1, r.there-1
	}
	limitA, limitB := room(l.a, i, step, here), room(l.b, j, step, there)
	for sum := range 2*bridge + 1 {
		for x := max(0, sum-bridge); x <= min(sum, bridge); x++ {
			if n := l.equal(i+x*step, j+(sum-x)*step, step, limitA-x, limitB-(sum-x)); n > 0 {
				return begun(i+x*step, j+(sum-x)*step, n, step), true
			}
		}
	}
	return run{}, false
}

// begun is a run of n words that was read from its beginning, or from its end.
func begun(i, j, n, step int) run {
	if step < 0 {
		return run{i - n + 1, j - n + 1, n}
	}
	return run{i, j, n}
}

// room is how many words in a direction are of one paragraph and not yet shared.
func room(words []word, at, step int, taken []bool) int {
	n := 0
	for i := at; i >= 0 && i < len(words) && !taken[i] && words[i].number == words[at].number; i += step {
		n++
	}
	return n
}

// equal is how many words in a direction are the same in both texts, 0 if they
// are too few to be more than chance.
func (l alignment) equal(i, j, step, limitA, limitB int) int {
	n, letters := 0, 0
	for n < min(limitA, limitB) && l.a[i+n*step].text == l.b[j+n*step].text {
		letters += len(l.a[i+n*step].text)
		n++
	}
	if n < fewWords || letters < fewLetters {
		return 0
	}
	return n
}
