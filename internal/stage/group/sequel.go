package group

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// sequels gives each telling that says nothing of its own about who, where and
// when the telling of its report that it goes on from: the last one before it that
// says so and may be the same. Both are named by the ids of their events.
//
//	"Gunmen raided Oruna on Monday." … "The toll stood at 31." / "He confirmed the raid." → of Monday's raid
//	"Gunmen raided Oruna on Monday. Four men were seized. Nine died." → the nine of the raid
//	"Nineteen buried in Oruna" … "Gunmen raided Oruna on Monday." → of the first act told after it
//	"Gunmen raided Oruna on Monday." … "In 2019 a mob had killed 31 in Sefta." → of no act before it
func sequels(tellings []stemma.Telling) map[string]string {
	out, acts, ahead := map[string]string{}, map[string][]*stemma.Telling{}, []*stemma.Telling{}
	for _, t := range asTold(tellings) {
		if t.Event.Type != "ASSAULT" || background(t) {
			continue
		}
		before := goneOnFrom(acts[t.Document], t)
		switch {
		case before != nil && (onlyHarm(t) || definite(t) || aftermath(t)):
			out[t.Event.ID] = before.Event.ID
		case aftermath(t):
			ahead = append(ahead, t)
		case !denies(t) && !long(t.Event.When):
			acts[t.Document] = append(acts[t.Document], t)
		}
	}
	for _, t := range ahead {
		if i := slices.IndexFunc(acts[t.Document], func(act *stemma.Telling) bool { return !apart(act, t) }); i >= 0 {
			out[t.Event.ID] = acts[t.Document][i].Event.ID
		}
	}
	return out
}

// goneOnFrom is the last of some acts that a telling may go on from, of those that
// are called as it is before others.
//
//	"An ambush on the road … a raid … the ambush" → the ambush on the road
func goneOnFrom(acts []*stemma.Telling, t *stemma.Telling) *stemma.Telling {
	var last *stemma.Telling
	for i := len(acts) - 1; i >= 0; i-- {
		switch {
		case !exceeds(t, acts[i]) && apart(acts[i], t):
		case acts[i].Trigger == t.Trigger, !definite(t):
			return acts[i]
		case last == nil:
			last = acts[i]
		}
	}
	return last
}

// exceeds reports whether a bare figure is larger than the sum that an account of a
// war gives before it: it is another sum.
//
//	"26 people have been killed since the truce. The Front says that it is closer to 70." → yes
func exceeds(t, sum *stemma.Telling) bool {
	if !sums(sum.Quantities) || sums(t.Quantities) || len(t.Recipients) > 0 {
		return false
	}
	return slices.ContainsFunc(t.Quantities, func(q stemma.Count) bool {
		return slices.ContainsFunc(sum.Quantities, func(o stemma.Count) bool { return q.What == o.What && q.Low > o.Low })
	})
}

// aftermath reports whether a telling is of what became of those whom an act befell
// before, or of how many they were found to be: its day is not that of the act.
//
//	"two of the wounded died on Friday", "19 of the dead were buried on Tuesday", "succumbed to burns" → yes
//	"five more bodies were recovered on Wednesday", "the death toll rose to 21 on Wednesday" → yes
func aftermath(t *stemma.Telling) bool {
	if buried[t.Trigger] {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(t.Words), func(c rune) bool { return !unicode.IsLetter(c) })
	has := func(list map[string]bool) bool {
		return slices.ContainsFunc(words, func(w string) bool { return list[w] })
	}
	switch {
	case len(t.Actors) > 0:
		return false
	case remains[t.Trigger]:
		return has(found) && len(t.Scene()) == 0
	}
	return fatal[t.Trigger] && has(hurt) || counts(t) && has(tolls) && !sums(t.Quantities)
}

var (
	remains = lists.Set("remains")
	found   = lists.Set("found")
	tolls   = lists.Set("tolls")
	buried  = lists.Set("buried")
	fatal   = lists.Set("fatal")
	hurt    = lists.Set("hurt")
)

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
	bare := t.Event.Mode == "" || t.Event.Mode == "destroy" || t.Trigger == "wound"
	return bare && harms(t) && len(t.Actors) == 0 && len(t.Scene()) == 0 && !timed(t) && !slices.ContainsFunc(t.Recipients, bodied)
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
