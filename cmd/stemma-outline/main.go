// Command stemma-outline packs the outlines of countries and provinces that the
// map is drawn on. It leaves to internal/reference/outline how the book is laid
// out. In: the map of the world that Debian's qgis-common carries (Natural Earth
// 1:10m, version 4.1.0, already simplified); out: outlines.bin.
//
//	apt-get download qgis-common && dpkg-deb -x qgis-common_*.deb qgis
//	go run ./cmd/stemma-outline qgis/usr/share/qgis/resources/data/world_map.gpkg
//
// The boundaries are Natural Earth's: de facto, who holds a place, not who claims
// it. Only what a map of events needs is kept: no islet, and no province of a
// country whose provinces are smaller than its towns' surroundings.
package main

import (
	"flag"
	"fmt"
	"os"

	"stemma/internal/reference/outline"
)

func main() {
	tolerance := flag.Float64("tolerance", 0.03, "how far a line may be moved, in degrees")
	output := flag.String("o", "internal/reference/outline/outlines.bin", "file to write")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: stemma-outline [-tolerance DEGREES] [-o FILE] world_map.gpkg")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *output, *tolerance); err != nil {
		fmt.Fprintln(os.Stderr, "stemma-outline:", err)
		os.Exit(1)
	}
}

func run(from, to string, tolerance float64) error {
	provinces, err := read(from)
	if err != nil {
		return err
	}
	book := fold(provinces, tolerance)
	data := book.Pack()
	if _, err := outline.Unpack(data); err != nil {
		return err
	}
	if err := os.WriteFile(to, data, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	fmt.Printf("%s: %d bytes, %d countries, %d units, %d arcs\n", to, len(data), len(book.Countries), len(book.Units), len(book.Arcs))
	return nil
}
