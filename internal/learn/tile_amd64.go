package learn

import "os"

// PlainVariable switches the assembly off when it is set, to time or to check
// what is left.
const PlainVariable = "STEMMA_PLAIN"

var wide = hasAVX2() && os.Getenv(PlainVariable) == ""

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

//go:noescape
func addTileAVX2(c *float32, cRow int, a *float32, aRow, aStep int, panel *float32, inner int)

// hasAVX2 asks the processor, and whether the system saves the wide registers.
func hasAVX2() bool
