package code

import "stemma"

// anchor gives events their times from what is told around them and from the
// anchors that a person supplied.
func anchor(r *stemma.Reading) {
	timeline(r)
}
