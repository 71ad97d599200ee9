package learn

// What a network sees of a half-built tree and of an arc: words in places, and
// small numbers as rows of a table.

// Places of a state: the top three of the stack, the next two of the buffer,
// and children of those at either side.
const Places = 8

func placesOf(st *State) [Places]int {
	top, under, next := st.Top(0), st.Top(1), st.Next(0)
	return [Places]int{
		top, under, st.Top(2), next, st.Next(1),
		st.Kids[top].First, st.Kids[top].Last, st.Kids[next].First,
	}
}

const (
	few     = 5 // counts 0 to 3, and more
	lengths = 8 // none, 1 to 4, up to 7, up to 12, more
	cueRows = 2*lengths + 4*few
	cues    = 6
)

// cuesOf are rows of the table of cues.
func cuesOf(st *State) [cues]int {
	top, under, next := st.Top(0), st.Top(1), st.Next(0)
	out := [cues]int{
		length(top, next), lengths + length(under, top),
		count(st.Kids[top].Lefts), count(st.Kids[top].Rights), count(st.Kids[next].Lefts), count(st.Kids[under].Rights),
	}
	for i := 2; i < cues; i++ {
		out[i] += 2*lengths + (i-2)*few
	}
	return out
}

func count(n int) int { return min(n, few-1) }

// length tells near from far; 0 if there is no first node.
func length(from, to int) int {
	switch d := max(from-to, to-from); {
	case from == 0:
		return 0
	case d <= 4:
		return d
	case d <= 7:
		return 5
	case d <= 12:
		return 6
	}
	return 7
}

// Ends of an arc: its head, its dependent and the dependent's first child, by
// which "in" tells an oblique from an object.
const Ends = 3

func endsOf(st *State, dependent int) [Ends]int {
	return [Ends]int{st.Head[dependent], dependent, st.Kids[dependent].First}
}

const apartRows = 2 * lengths

func apartOf(head, dependent int) int {
	if head > dependent {
		return lengths + length(head, dependent)
	}
	return length(head, dependent)
}
