// Package pattern holds regular expressions that wait until somebody asks for
// them: the program starts in less time than all of them take to compile. What a
// pattern means is left to the room that writes it. In: `^By (.+)$`; out: a
// function that compiles it once and returns it.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy compiles a pattern when it is first asked for.
func Lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
