package actors

// A trie finds the longest run of keys that it holds.
type trie[T any] struct {
	next map[step]int32
	at   [][]T // what ends at each node; node 0 is the root
}

type step struct {
	node int32
	key  string
}

// add puts a value under a run of words. A word behind a comma or bracket has
// another key than one behind a space, so that no name runs across a mark that
// it does not have itself.
func (t *trie[T]) add(words []Word, value T) {
	if len(words) == 0 {
		return
	}
	if t.next == nil {
		t.next, t.at = map[step]int32{}, make([][]T, 1)
	}
	node := int32(0)
	for i := range words {
		s := step{node, key(words, i)}
		next, ok := t.next[s]
		if !ok {
			next = int32(len(t.at))
			t.next[s], t.at = next, append(t.at, nil)
		}
		node = next
	}
	t.at[node] = append(t.at[node], value)
}

// walk calls visit for every run of keys that the words begin with, the
// shortest first.
func (t *trie[T]) walk(words []Word, visit func(n int, values []T)) {
	node := int32(0)
	for i := range words {
		next, ok := t.next[step{node, key(words, i)}]
		if !ok {
			return
		}
		if node = next; len(t.at[node]) > 0 {
			visit(i+1, t.at[node])
		}
	}
}

// longest is the longest run of keys that the words begin with.
func (t *trie[T]) longest(words []Word) (values []T, n int) {
	t.walk(words, func(length int, found []T) { values, n = found, length })
	return values, n
}

func key(words []Word, i int) string {
	if i > 0 && words[i].Break {
		return "," + words[i].Key
	}
	return words[i].Key
}
