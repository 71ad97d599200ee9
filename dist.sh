#!/bin/sh
# Builds the released binaries into dist/, each without cgo, and their checksums.
set -eu
release=${RELEASE:-dev}
rm -rf dist && mkdir dist
for os in linux darwin windows; do
	for arch in amd64 arm64; do
		name=stemma-$release-$os-$arch
		[ $os = windows ] && name=$name.exe
		CGO_ENABLED=0 GOOS=$os GOARCH=$arch go build -trimpath -ldflags "-s -w -X main.release=$release" -o "dist/$name" ./cmd/stemma
	done
done
cd dist && sha256sum stemma-* >SHA256SUMS
