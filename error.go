package stemma

import "errors"

// Kinds of error. Doors turn them into exit codes and HTTP statuses; anything
// else is a plain failure. Wrap them with what was being done, and to what.
var (
	ErrUsage    = errors.New("wrong usage")
	ErrNotFound = errors.New("not found")
	ErrLocked   = errors.New("in use by another process")
	ErrDamaged  = errors.New("changed or damaged")
	ErrConflict = errors.New("changed meanwhile")
	ErrLimit    = errors.New("limit reached") // size, time, a full disk
)
