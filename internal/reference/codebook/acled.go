package codebook

import (
	"slices"

	"stemma/internal/reference/table"
)

// A Side is what ACLED's sub-event types ask of a party.
type Side string

// The sides of a party; a party may have several.
const (
	SideState   Side = "state"   // a state, its government or its forces
	SideRebel   Side = "rebel"   // an armed group that is no state's
	SideArmed   Side = "armed"   // either of them
	SideUnarmed Side = "unarmed" // civilians
	SideCrowd   Side = "crowd"   // who protests
)

type subevent struct {
	typ              string
	modes, triggers  []string
	actor, recipient Side
	name             string
}

func readSubevents() []subevent {
	var subs []subevent
	for _, row := range table.Embedded("acled.tsv", acledData, "type", "mode", "trigger", "actor", "recipient", "subevent", "note") {
		subs = append(subs, subevent{row.Cell("type"), row.List("mode"), row.List("trigger"),
			Side(row.Cell("actor")), Side(row.Cell("recipient")), row.Cell("subevent")})
	}
	return subs
}

// ACLED is the ACLED sub-event type of an event, "" if none fits. The trigger is
// a lemma; the sides are those of all its actors and of all its recipients.
func (b *Book) ACLED(typ, mode, trigger string, actors, recipients []Side) string {
	for _, sub := range b.subs {
		if sub.typ == typ && among(sub.modes, mode) && among(sub.triggers, trigger) &&
			has(actors, sub.actor) && has(recipients, sub.recipient) {
			return sub.name
		}
	}
	return ""
}

func among(list []string, word string) bool { return len(list) == 0 || slices.Contains(list, word) }

func has(sides []Side, want Side) bool { return want == "" || slices.Contains(sides, want) }
