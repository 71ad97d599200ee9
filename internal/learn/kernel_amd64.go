//go:build !purego

package learn

// wide says whether assembly may be used: the same sums, many at a time.
var wide = hasAVX2()

// addTile adds the product of four rows of a and a panel of sixteen columns to c.
func addTile(c []float32, cRow int, a factor, panel []float32) {
	inner := len(panel) / tileCols
	if !wide || inner == 0 {
		addTilePlain(c, cRow, a, panel)
		return
	}
	_ = c[3*cRow+15] // what the assembly touches last
	_ = a.data[3*a.row+(inner-1)*a.step]
	addTileAVX2(&c[0], cRow, &a.data[0], a.row, a.step, &panel[0], inner)
}

// addPairs adds x·w to sums, for weights in lanes of pairs.
func addPairs(sums []int32, cols int, x []int16, step, rows int, lanes []int16, inner int) {
	if rows == 0 {
		return
	}
	rows = roundUp(rows, tileRows)
	_ = sums[rows*cols-1] // what the assembly touches last
	_ = x[(rows-1)*step+inner-1]
	_ = lanes[cols*inner-1]
	for from := 0; from < cols; from += wholeColumns {
		for i := 0; i < rows; i += tileRows {
			addPairsAVX2(&sums[i*cols+from], cols, &x[i*step], step, &lanes[from*inner], inner/2)
		}
	}
}

// add adds numbers one by one.
func add(to, from []float32) {
	eights := len(from) / 8
	if !wide || eights == 0 || len(to) < len(from) {
		addPlain(to, from)
		return
	}
	addEightsAVX2(&to[0], &from[0], eights)
	addPlain(to[8*eights:], from[8*eights:])
}

//go:noescape
func addEightsAVX2(to, from *float32, eights int)

//go:noescape
func addTileAVX2(c *float32, cRow int, a *float32, aRow, aStep int, panel *float32, inner int)

// addPairsAVX2 does four rows and sixteen columns.
//
//go:noescape
func addPairsAVX2(sums *int32, cols int, x *int16, step int, lanes *int16, pairs int)

// hasAVX2 asks the processor, and whether the system saves the wide registers.
func hasAVX2() bool
