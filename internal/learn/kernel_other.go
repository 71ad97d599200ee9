//go:build !amd64 || purego

package learn

const wide = false

func addTile(c []float32, cRow int, a factor, panel []float32) { addTilePlain(c, cRow, a, panel) }

func add(to, from []float32) { addPlain(to, from) }

// addPairs is not reached where nothing is wide.
func addPairs([]int32, int, []int16, int, int, []int16, int) {}
