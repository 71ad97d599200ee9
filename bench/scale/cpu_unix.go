//go:build unix

package main

import (
	"syscall"
	"time"
)

// worked is how long the processors have worked for this process: on a machine
// that others use too, what says more than the clock.
func worked() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
