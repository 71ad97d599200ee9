package learn

// A matrix is rows of numbers, one after the other.
type matrix struct {
	rows, cols int
	data       []float32
}

func newMatrix(rows, cols int) matrix { return matrix{rows, cols, make([]float32, rows*cols)} }

func (m matrix) row(i int) []float32 { return m.data[i*m.cols : (i+1)*m.cols] }

// resize makes room for rows of the given width, all zero.
func (m *matrix) resize(rows, cols int) {
	m.rows, m.cols, m.data = rows, cols, zeros(m.data, rows*cols)
}

// turned is the matrix with rows for columns.
func (m matrix) turned(into *matrix) {
	into.resize(m.cols, m.rows)
	for i := range m.rows {
		for j, v := range m.row(i) {
			into.data[j*m.rows+i] = v
		}
	}
}

const (
	tileRows = 4
	tileCols = 16
)

func roundUp(n, to int) int { return (n + to - 1) / to * to }

// A factor is a matrix as it is walked through in a product: element (i, k)
// stands at i*row + k*step, so that a turned matrix needs no copy.
type factor struct {
	data      []float32
	row, step int
}

// addProduct adds a·b to c, where a has rows rows and b as many as inner. Rows
// are a multiple of tileRows, b's columns of tileCols. Every element is a sum in
// the order of k, each product and each sum rounded by itself: whether four
// lanes or one work at it, and on what machine, the bits are the same.
//
//	c[i][j] += a[i][0]*b[0][j] + a[i][1]*b[1][j] + …
func addProduct(c []float32, cRow int, a factor, b matrix, rows int) {
	addColumns(c, cRow, a, b, 0, b.cols, rows)
}

// addColumns adds a·b to c for some columns of b only. They are copied, sixteen
// at a time, to where they lie close together.
func addColumns(c []float32, cRow int, a factor, b matrix, from, cols, rows int) {
	panel := make([]float32, b.rows*tileCols)
	for j := 0; j < cols; j += tileCols {
		for k := range b.rows {
			copy(panel[k*tileCols:(k+1)*tileCols], b.data[k*b.cols+from+j:])
		}
		for i := 0; i < rows; i += tileRows {
			addTile(c[i*cRow+j:], cRow, factor{a.data[i*a.row:], a.row, a.step}, panel)
		}
	}
}
