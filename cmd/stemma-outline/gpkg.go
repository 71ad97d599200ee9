package main

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"

	_ "modernc.org/sqlite" // a GeoPackage is an SQLite file
)

// A province is a unit as Natural Earth has it.
type province struct {
	name, code, country string
	rings               []ring
}

// A ring is closed: its last point is followed by its first.
type ring []point

// A point is in hundred-thousandths of a degree, so that a corner which two
// provinces share is one point.
type point struct{ lon, lat int32 }

const fine = 1e5

func read(path string) ([]province, error) {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	defer db.Close()
	rows, err := db.QueryContext(context.Background(), `select coalesce(gn_name, name, ''), coalesce(name, ''), coalesce(iso_a2, ''), admin, geom from states_provinces order by admin, name, fid`)
	if err != nil {
		return nil, fmt.Errorf("read provinces of %s: %w", path, err)
	}
	defer rows.Close()
	var out []province
	for rows.Next() {
		var p province
		var long string
		var shape []byte
		if err := rows.Scan(&long, &p.name, &p.code, &p.country, &shape); err != nil {
			return nil, fmt.Errorf("read a province: %w", err)
		}
		if len(p.code) != 2 || p.code[0] == '-' {
			p.code = ""
		}
		if p.rings, err = rings(shape); err != nil {
			return nil, fmt.Errorf("read the shape of %s: %w", p.name, err)
		}
		out = append(out, p)
	}
	return out, rows.Err()
}

// rings reads the polygons of a GeoPackage's geometry, holes and all: whether a
// point lies inside is told by counting.
func rings(shape []byte) (out []ring, err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("the geometry is cut short")
		}
	}()
	envelopes := map[byte]int{0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
	w := wkb{shape[8+envelopes[shape[3]>>1&7]:]}
	w.geometry(&out)
	return out, nil
}

// wkb is well-known binary, read from the front; little endian, as QGIS writes.
type wkb struct{ data []byte }

func (w *wkb) number() uint32 {
	n := binary.LittleEndian.Uint32(w.data)
	w.data = w.data[4:]
	return n
}

func (w *wkb) degrees() int32 {
	x := math.Float64frombits(binary.LittleEndian.Uint64(w.data))
	w.data = w.data[8:]
	return int32(math.Round(x * fine))
}

func (w *wkb) geometry(out *[]ring) {
	const polygon = 3
	w.data = w.data[1:]
	kind := w.number()
	for range w.number() {
		if kind != polygon {
			w.geometry(out)
			continue
		}
		var r ring
		for range w.number() {
			p := point{lon: w.degrees(), lat: w.degrees()}
			if len(r) == 0 || r[len(r)-1] != p {
				r = append(r, p)
			}
		}
		if n := len(r); n > 1 && r[0] == r[n-1] {
			r = r[:n-1]
		}
		*out = append(*out, r)
	}
}
