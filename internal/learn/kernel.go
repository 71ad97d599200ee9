package learn

// addTilePlain is addTile in plain Go.
func addTilePlain(c []float32, cRow int, a factor, panel []float32) {
	for i := range tileRows {
		for j := 0; j < tileCols; j += 4 {
			addFour((*[4]float32)(c[i*cRow+j:]), a.data[i*a.row:], a.step, panel[j:])
		}
	}
}

// addFour adds to four sums, more of which would not stay in registers. Every
// product is rounded by a conversion, without which some machines would add it
// unrounded.
func addFour(c *[4]float32, a []float32, step int, panel []float32) {
	c0, c1, c2, c3 := c[0], c[1], c[2], c[3]
	for at := 0; len(panel) >= 4; at += step {
		x, w := a[at], (*[4]float32)(panel)
		c0 += float32(x * w[0])
		c1 += float32(x * w[1])
		c2 += float32(x * w[2])
		c3 += float32(x * w[3])
		panel = panel[min(tileCols, len(panel)):]
	}
	*c = [4]float32{c0, c1, c2, c3}
}

func addPlain(to, from []float32) {
	to = to[:len(from)]
	for i, v := range from {
		to[i] += v
	}
}
