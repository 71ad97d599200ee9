#!/bin/sh
# Runs every fuzz target for so many seconds (5 by default): new inputs, so not
# part of .ci/run, which runs the targets on what was found before.
set -eu
for folder in $(grep -rlE '^func Fuzz' --include='*_test.go' . | xargs -n1 dirname | sort -u); do
	for target in $(grep -hoE '^func Fuzz[A-Za-z_]*' "$folder"/*_test.go | cut -d' ' -f2 | sort -u); do
		go test -run '^$' -fuzz "^$target\$" -fuzztime "${1:-5}s" "$folder"
	done
done
