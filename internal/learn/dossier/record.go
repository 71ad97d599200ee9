package dossier

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// recordsOf reads a file of JSON Lines whose records have all the wanted keys,
// null where there is nothing to say, and none that the record does not know.
func recordsOf[T any](folder fs.FS, name, wanted string) ([]T, error) {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	var out []T
	var faults []error
	for i, line := range strings.Split(string(data), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		record, err := recordOf[T](line, wanted)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s line %d: %w", name, i+1, err))
		}
		out = append(out, record)
	}
	return out, errors.Join(faults...)
}

func recordOf[T any](line, wanted string) (record T, err error) {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal([]byte(line), &keys); err != nil {
		return record, err
	}
	for _, key := range strings.Fields(wanted) {
		if _, ok := keys[key]; !ok {
			return record, fmt.Errorf("no key %q; write null where there is nothing to say", key)
		}
	}
	decoder := json.NewDecoder(bytes.NewReader([]byte(line)))
	decoder.DisallowUnknownFields()
	return record, decoder.Decode(&record)
}
