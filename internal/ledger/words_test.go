package ledger

import "testing"

func TestCounted(t *testing.T) {
	one, two := 1.0, 2.0
	for _, c := range []struct {
		low, high   *float64
		whose, want string
	}{
		{&one, &one, "civilians", "civilian"},
		{&one, &one, "people", "person"},
		{&one, &one, "women", "woman"},
		{&one, &one, "militaries", "military"},
		{&one, &one, "Islamic State", "Islamic State"},
		{&one, &two, "civilians", "civilians"},
		{&one, nil, "civilians", "civilians"},
		{nil, nil, "", ""},
	} {
		if got := Counted(c.low, c.high, c.whose); got != c.want {
			t.Errorf("%s: got %s, want %s", c.whose, got, c.want)
		}
	}
}
