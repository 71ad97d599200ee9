//go:build !amd64

package learn

func addTile(c []float32, cRow int, a factor, panel []float32) { addTilePlain(c, cRow, a, panel) }
