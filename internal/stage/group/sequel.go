package group

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// sequels gives each telling that says nothing of its own about who, where and
// when the telling of its report that it goes on from: the last one before it that
// says so. Both are named by the ids of their events.
//
//	"Gunmen raided Oruna on Monday." … "The toll stood at 31." / "He confirmed the raid." → of Monday's raid
//	"Gunmen raided Oruna on Monday." … "In 2019 a mob had killed 31 in Sefta." → of no act before it
func sequels(tellings []stemma.Telling) map[string]string {
	out, last := map[string]string{}, map[string]*stemma.Telling{}
	for _, t := range asTold(tellings) {
		before := last[t.Document]
		switch {
		case t.Event.Type != "ASSAULT", background(t):
		case before != nil && (onlyHarm(t) || definite(t)):
			out[t.Event.ID] = before.Event.ID
		case !denies(t):
			last[t.Document] = t
		}
	}
	return out
}

// asTold are tellings in the order of their pages.
func asTold(tellings []stemma.Telling) []*stemma.Telling {
	out := make([]*stemma.Telling, len(tellings))
	for i := range tellings {
		out[i] = &tellings[i]
	}
	slices.SortFunc(out, func(a, b *stemma.Telling) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Event.Trigger.Start, b.Event.Trigger.Start), cmp.Compare(a.Event.ID, b.Event.ID))
	})
	return out
}

// onlyHarm reports whether a telling says whom something befell and nothing else: no
// doer, manner, place or day, and of those whom it befell no name of a body.
//
//	"the toll stood at 31", "my brother was killed", "… which killed 31 and destroyed ten shops" → yes
//	"31 died in Oruna", "the mob killed 31", "the Front lost nine men" → no
func onlyHarm(t *stemma.Telling) bool {
	return (t.Event.Mode == "" || t.Event.Mode == "destroy") && harms(t) && len(t.Actors) == 0 && len(t.Scene()) == 0 && !timed(t) && !slices.ContainsFunc(t.Recipients, bodied)
}

// harms reports whether somebody is killed or hurt by the words of a telling.
func harms(t *stemma.Telling) bool {
	return counts(t) || slices.ContainsFunc([]string{"verb", "self", "adjective", "noun", "toll"}, func(part string) bool {
		what, _ := lexicon.HarmOf(part, t.Trigger)
		return what == "killed" || what == "injured" || what == "casualties" || what == "bodies"
	})
}

// bodied reports whether a party is a body that has a name.
//
//	the Front, the Federal Guard → yes; soldiers, a farmer, Mara Odel → no
func bodied(p stemma.Party) bool {
	return p.Kind != "" && p.Kind != stemma.KindPeople && p.Kind != stemma.KindPerson && strings.ToLower(p.Name) != p.Name
}

// timed reports whether the clause itself says when.
func timed(t *stemma.Telling) bool {
	words := t.Event.When.Words
	return !words.Empty() && t.Event.Clause.Contains(words)
}

// definite reports whether an act is only taken up: a noun with "the" or the like,
// upon nobody.
//
//	"after the raid", "in that raid" → yes; "a raid", "the raid on the mill" → no
func definite(t *stemma.Telling) bool {
	words := " " + strings.ToLower(t.Words)
	return len(t.Recipients) == 0 && !timed(t) &&
		slices.ContainsFunc([]string{" the ", " this ", " that "}, func(article string) bool { return strings.Contains(words, article+t.Trigger) })
}
