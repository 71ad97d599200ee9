package ledger

import (
	"cmp"
	"net/url"
	"strings"

	"stemma"
)

// Deed is a decision in words: "incident accepted", "telling: date changed to
// 2024-03-14".
func Deed(d stemma.Decision) string {
	thing := map[string]string{"i": "incident", "e": "telling", "c": "claim", "q": "number", "d": "document", "p": "place"}[strings.SplitN(d.Target, "_", 2)[0]]
	switch {
	case d.Kind == stemma.DecideMerge:
		thing = "incidents"
	case standsAlone(d):
		thing = "incident"
	}
	switch d.Kind {
	case stemma.DecideUndo:
		return "undid no. " + d.Target
	case stemma.DecideAnchor:
		return "anchor: " + d.Value + " = " + d.Field
	case stemma.DecideChange:
		return thing + ": " + d.Field + " changed to " + d.Value
	case stemma.DecideChoose:
		return "incident: " + d.Field + " taken to be " + d.Value
	case stemma.DecideAdd:
		return "added " + map[string]string{"event": "an event", "claim": "a claim", "quantity": "a number"}[d.Field] + fieldsWord(d.Value)
	case stemma.DecideSameActor:
		return d.Value + " is " + d.Target + scopeWord(d)
	case stemma.DecideNotActor:
		return d.Quote + " is one of its own: " + d.Value + scopeWord(d)
	case stemma.DecidePlaces, stemma.DecideActors:
		if d.Quote != "" {
			return "in the whole case: what “" + Shorten(d.Quote, 40) + "” means"
		}
		return "a table of " + string(d.Kind) + " laid over the book"
	}
	words := Ruled(string(d.Kind))
	if d.Kind == stemma.DecideReject && d.Value != "" {
		words += ": " + d.Value
	}
	return cmp.Or(thing, "decision") + " " + words
}

func scopeWord(d stemma.Decision) string {
	if d.Document != "" {
		return " (in one document)"
	}
	return ""
}

// standsAlone reports whether a decision on an event rules on its incident.
func standsAlone(d stemma.Decision) bool {
	return d.Field == "" && (d.Kind == stemma.DecideAccept || d.Kind == stemma.DecideReject || d.Kind == stemma.DecideNotCodable)
}

func fieldsWord(value string) string {
	q, err := url.ParseQuery(value)
	if err != nil || len(q) == 0 {
		return ""
	}
	var out []string
	for _, name := range []string{"acled", "said_by", "what", "number", "date", "actor", "recipient", "place"} {
		if v := q.Get(name); v != "" {
			out = append(out, v)
		}
	}
	return ": " + Shorten(strings.Join(out, ", "), 90)
}

// Ruled is what was done by a decision of a kind: "accepted".
func Ruled(kind string) string {
	past := map[string]string{
		"accept": "accepted", "reject": "rejected", "change": "changed", "span": "moved to other words", "add": "added", "choose": "chosen",
		"not-codable": "called not codable", "merge": "put together", "split": "kept apart", "copy": "called a copy", "not-copy": "called no copy",
		"same-actor": "two names, one actor", "place": "placed", "anchor": "anchored", "undo": "undone", "places": "places laid over", "actors": "actors laid over",
	}
	return cmp.Or(past[kind], strings.ReplaceAll(kind, "-", " "))
}
