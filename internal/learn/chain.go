package learn

// A Place is one place of a row that is labelled: what is seen there whatever
// label stands before it, and what is seen together with that label.
type Place struct{ Seen, Turns []Feature }

// A Scorer is a linear model.
type Scorer interface {
	Score(features []Feature, scores []int32)
}

// A Chain labels all places of a row at once, so that the sum of what each
// label is worth after the one before is the highest (Viterbi 1967).
//
//	scores of O S C at each of five places → S S O C C
type Chain struct {
	Model   Scorer
	Classes int
	turned  []Feature
	scores  []int32
	seen    []int32
	best    []int32 // of the labellings that end in each class at the place before
	next    []int32
	from    []uint8 // for each place and class, the class before
}

// Label appends the best labels to into. No class stands before the first place.
func (c *Chain) Label(places []Place, into []uint8) []uint8 {
	c.reset(len(places))
	for i := range places {
		c.step(i, &places[i])
	}
	if len(places) == 0 {
		return into
	}
	start := len(into)
	into = append(into, make([]uint8, len(places))...)
	labels := into[start:]
	class := uint8(Best(c.best))
	for i := len(places) - 1; i >= 0; i-- {
		labels[i] = class
		class = c.from[i*c.Classes+int(class)]
	}
	return into
}

func (c *Chain) reset(places int) {
	n := c.Classes
	if len(c.scores) != n {
		c.scores, c.seen, c.best, c.next = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
	}
	clear(c.best)
	if cap(c.from) < places*n {
		c.from = make([]uint8, places*n)
	}
	c.from = c.from[:places*n]
}

// step extends the best labellings by one place.
func (c *Chain) step(i int, place *Place) {
	const low = -1 << 30
	c.Model.Score(place.Seen, c.seen)
	for class := range c.next {
		c.next[class] = low
	}
	for before := range c.Classes {
		if i == 0 && before > 0 {
			break
		}
		c.turned = following(c.turned[:0], place.Turns, label(i, before))
		c.Model.Score(c.turned, c.scores)
		for class, score := range c.scores {
			if total := c.best[before] + c.seen[class] + score; total > c.next[class] {
				c.next[class] = total
				c.from[i*c.Classes+class] = uint8(before)
			}
		}
	}
	c.best, c.next = c.next, c.best
}

// label is a class as it stands before place i: before the first there is none.
func label(i, class int) uint64 {
	if i == 0 {
		return 0
	}
	return uint64(class) + 1
}

func following(into, turns []Feature, before uint64) []Feature {
	for _, turn := range turns {
		into = append(into, Two(0, uint64(turn), before))
	}
	return into
}
