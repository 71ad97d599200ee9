package learn

// A Move is a step of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and
// Satta 2011), by which a tree is built from left to right.
type Move int

// The moves. Left hangs the top of the stack under the front of the buffer,
// Right under the node below it on the stack.
const (
	Shift Move = iota
	Right
	Left
	Moves int = iota
)

// A State is a tree half built. Nodes count from 1; the root is the node behind
// the last and 0 is no node, so that a look past an edge finds nothing.
type State struct {
	Nodes int // without the root
	Stack []int
	Front int   // first node of the buffer
	Head  []int // of each node, 0 while unknown
	Label []int // of each node's arc, -1 while unknown
	Kids  []Kids
}

// Kids are a node's children so far: the outermost on either side, and how many
// there are.
type Kids struct{ First, Last, Lefts, Rights int }

// Reset makes the state ready for a tree of n nodes.
func (s *State) Reset(n int) {
	s.Nodes, s.Front, s.Stack = n, 1, s.Stack[:0]
	s.Head = zeros(s.Head, n+2)
	s.Label = zeros(s.Label, n+2)
	s.Kids = zeros(s.Kids, n+2)
	for i := range s.Label {
		s.Label[i] = -1
	}
}

func zeros[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, 2*n)
	}
	old = old[:n]
	clear(old)
	return old
}

// Root is the node under which the tree hangs.
func (s *State) Root() int { return s.Nodes + 1 }

// Top is the k-th node from the top of the stack, 0 if there is none.
func (s *State) Top(k int) int {
	if k >= len(s.Stack) {
		return 0
	}
	return s.Stack[len(s.Stack)-1-k]
}

// Next is the k-th node of the buffer, 0 if there is none.
func (s *State) Next(k int) int {
	if s.Front+k > s.Root() {
		return 0
	}
	return s.Front + k
}

// Done reports whether every node has a head.
func (s *State) Done() bool { return s.Front == s.Root() && len(s.Stack) == 0 }

// Can reports whether a move is possible.
func (s *State) Can(m Move) bool {
	switch m {
	case Shift:
		return s.Front <= s.Nodes
	case Right:
		return len(s.Stack) >= 2
	default:
		return len(s.Stack) >= 1
	}
}

// Do makes a move and returns the node that got its head by it, 0 for a shift.
func (s *State) Do(m Move) int {
	if m == Shift {
		s.Stack = append(s.Stack, s.Front)
		s.Front++
		return 0
	}
	dependent, head := s.Top(0), s.Front
	if m == Right {
		head = s.Top(1)
	}
	s.Stack = s.Stack[:len(s.Stack)-1]
	s.hang(dependent, head)
	return dependent
}

func (s *State) hang(dependent, head int) {
	s.Head[dependent] = head
	kids := &s.Kids[head]
	if dependent < head {
		kids.First = dependent
		kids.Lefts++
		return
	}
	kids.Last = dependent
	kids.Rights++
}

// Losses counts for each move the arcs of the right tree that it puts out of
// reach (the dynamic oracle of Goldberg and Nivre 2013). A move that cannot be
// made loses more than any other.
func (s *State) Losses(heads []int) [Moves]int {
	losses := [Moves]int{}
	for m := range Move(Moves) {
		switch {
		case !s.Can(m):
			losses[m] = s.Nodes + 2
		case m == Shift:
			losses[m] = s.lostByShift(heads)
		default:
			losses[m] = s.lostByArc(heads, m)
		}
	}
	return losses
}

// lostByShift: the front can no longer be head of a node on the stack, nor
// hang under one that is not on its top.
func (s *State) lostByShift(heads []int) int {
	lost := 0
	for k, node := range s.Stack {
		if heads[node] == s.Front {
			lost++
		}
		if heads[s.Front] == node && k != len(s.Stack)-1 {
			lost++
		}
	}
	return lost
}

// lostByArc: the top leaves the stack, so that it gets no other head and no
// more children.
func (s *State) lostByArc(heads []int, m Move) int {
	top := s.Top(0)
	head := heads[top]
	lost := 0
	switch {
	case m == Right && head >= s.Front:
		lost++
	case m == Left && (head > s.Front || len(s.Stack) >= 2 && head == s.Top(1)):
		lost++
	}
	for node := s.Front; node <= s.Nodes; node++ {
		if heads[node] == top {
			lost++
		}
	}
	return lost
}

// become makes the state a finished tree.
func (s *State) become(heads []int) {
	s.Reset(len(heads) - 2)
	for i := s.Nodes; i > 0; i-- {
		if heads[i] > i {
			s.hang(i, heads[i])
		}
	}
	for i := 1; i <= s.Nodes; i++ {
		if heads[i] < i {
			s.hang(i, heads[i])
		}
	}
}

// oneRoot keeps the first node under the root and hangs the others below it.
func (s *State) oneRoot() {
	first := 0
	for i := 1; i <= s.Nodes; i++ {
		switch {
		case s.Head[i] != s.Root():
		case first == 0:
			first = i
		default:
			s.Head[i] = first
		}
	}
}
