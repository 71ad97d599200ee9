package sqlite

import (
	"errors"
	"fmt"

	"stemma"
)

// coded is an error of SQLite with its result code.
type coded interface {
	error
	Code() int
}

// Result codes of SQLite (https://www.sqlite.org/rescode.html).
const (
	codeBusy     = 5
	codeReadOnly = 8
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26

	codeIOWrite    = 778
	codeIOTruncate = 1546
	codeIOShmSize  = 4874
)

// sentences say what a failure of SQLite means to a person, and what to do.
var sentences = map[int]struct {
	kind error
	text string
}{
	codeBusy:       {stemma.ErrLocked, "the case is busy; wait and do it again"},
	codeFull:       {stemma.ErrLimit, "the disk is full; make room and do it again, nothing is half written"},
	codeIOWrite:    {stemma.ErrLimit, "no more can be written (a full disk, or a limit on the size of files); make room and do it again, nothing is half written"},
	codeIOTruncate: {stemma.ErrLimit, "no more can be written; make room and do it again, nothing is half written"},
	codeIOShmSize:  {stemma.ErrLimit, "no more can be written (a full disk, or a limit on the size of files); make room and do it again, nothing is half written"},
	codeCorrupt:    {stemma.ErrDamaged, "the file is damaged; keep it as it is and go back to a copy"},
	codeNotADB:     {stemma.ErrDamaged, "the file is not a case, or its beginning is damaged"},
	codeReadOnly:   {nil, "the file or its folder cannot be written"},
	codeCantOpen:   {nil, "the file cannot be opened; is its folder there, and may it be written?"},
}

// explain gives a failure of SQLite its kind and its sentence; any other error
// stays as it is.
func explain(err error) error {
	var failure coded
	if err == nil || !errors.As(err, &failure) {
		return err
	}
	sentence, ok := sentences[failure.Code()]
	if !ok {
		sentence, ok = sentences[primary(failure)]
	}
	switch {
	case !ok:
		return err
	case sentence.kind == nil:
		return fmt.Errorf("%s (%w)", sentence.text, err)
	}
	return fmt.Errorf("%w: %s (%w)", sentence.kind, sentence.text, err)
}

// primary is the code without what distinguishes its cases.
func primary(failure coded) int { return failure.Code() & 0xff }

// unwritable reports whether SQLite could not make the files beside a case that
// it needs even for reading.
func unwritable(err error) bool {
	var failure coded
	return errors.As(err, &failure) && (primary(failure) == codeReadOnly || primary(failure) == codeCantOpen)
}
