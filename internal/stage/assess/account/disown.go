package account

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// bearsOut reports whether a telling is a word for it that the thing happened: it tells
// of it, or denies no more than a part in it.
func bearsOut(t stemma.Telling) bool {
	return t.Event.Modality != stemma.Denied && !tellsOfNone(&t) || disowns(&t)
}

// tellsOfNone reports whether a telling is that there were none, and no denial: it says
// nothing of what was.
//
//	"it had received no wounded from the market" → yes; "no group has claimed the attack" → no
func tellsOfNone(t *stemma.Telling) bool {
	at := t.Event.Trigger.Start - t.Event.Clause.Start
	return t.Event.Modality != stemma.Denied && 0 < at && at <= len(t.Words) && strings.HasSuffix(strings.ToLower(" "+t.Words[:at]), " no ")
}

// disowns reports whether a denial is of a part in a thing only, and so speaks of the
// thing as of one that was.
//
//	"denied responsibility for the blast", "had nothing to do with the raid", "were not behind it" → yes
//	"denied that its guns had fired", "no air strike took place" → no
func disowns(t *stemma.Telling) bool {
	return t.Event.Modality == stemma.Denied && partDenied.MatchString(t.Words)
}

// partDenied finds that somebody denies what one has in a deed.
var partDenied = regexp.MustCompile(`(?i)\b(?:den|disclaim|disown|reject|dismiss|repudiat|refut)\w*(?: \w+){0,2} (?:` + parts + `)\b(?: (?:in|for|of|to|with)\b|[^ \w-]|$)` +
	`|\bnothing (?:at all )?to do with\b|\bno (?:` + parts + `) (?:in|for|to|with)\b|\b(?:not|never)(?: been)? (?:behind|involved in|responsible for|to blame for)\b`)

// parts are the nouns for what one has in a deed.
var parts = strings.Join(slices.Sorted(maps.Keys(lexicon.Answers(lexicon.AnswerBlame))), "|")
