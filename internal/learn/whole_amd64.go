package learn

// addPairs is addDoubles on lanes of pairs, by assembly.
func addPairs(sums []int32, cols int, x []int16, step, rows int, lanes []int16, inner int) {
	if rows == 0 {
		return
	}
	_ = sums[rows*cols-1] // what the assembly touches last
	_ = x[(rows-1)*step+inner-1]
	_ = lanes[cols*inner-1]
	for from := 0; from < cols; from += wholeColumns {
		for i := 0; i < rows; i += tileRows {
			addPairsAVX2(&sums[i*cols+from], cols, &x[i*step], step, &lanes[from*inner], inner/2)
		}
	}
}

// addPairsAVX2 does four rows and sixteen columns.
//
//go:noescape
func addPairsAVX2(sums *int32, cols int, x *int16, step int, lanes *int16, pairs int)
