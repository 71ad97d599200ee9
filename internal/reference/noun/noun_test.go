package noun_test

import (
	"testing"

	"stemma/internal/reference/noun"
)

func TestOf(t *testing.T) {
	for word, want := range map[string]noun.Kind{
		"sawyer": noun.Person, "dragoon": noun.Soldier, "archdeacon": noun.Leader, "turnkey": noun.Policeman,
		"caravanserai": noun.Building, "tramcar": noun.Vehicle, "ketch": noun.Ship, "airship": noun.Aircraft,
		"oysterman": noun.Person, "guildmaster": noun.Person, "prawnboat": noun.Ship, // by their endings
		"plant": "", "bank": "", "post": "", "head": "", "order": "", // of several kinds
		"censorship": "", "watchlist": "", "talisman": "", "wrist": "", // of none, whatever the ending
		"larder": noun.Goods, "scythe": noun.Goods, "mercy": "", "": "", "man": noun.Person,
	} {
		if got := noun.Of(word); got != want {
			t.Errorf("%q is %q, want %q", word, got, want)
		}
	}
}
