package learn

import (
	"encoding/binary"
	"math"
	"slices"
)

// Append packs the network behind data: its shape, then all weights, a
// byte each where they are multiplied, else four.
func (n *Network) Append(data []byte) []byte {
	numbers := []int{len(n.Inputs), len(n.Reach), n.Width, n.Hidden, n.Tags, n.Labels}
	for _, input := range n.Inputs {
		numbers = append(numbers, input.Rows, input.Width)
	}
	for _, v := range append(numbers, n.Reach...) {
		data = binary.AppendUvarint(data, uint64(v))
	}
	for _, t := range n.inputs {
		data = appendFloats(data, t.scale)
		data = appendBytes(data, t.values)
	}
	for _, w := range n.wholes() {
		data = appendFloats(data, w.scale)
		data = appendBytes(data, w.values)
	}
	for _, f := range n.singles() {
		data = appendFloats(data, f)
	}
	return data
}

func appendFloats(data []byte, list []float32) []byte {
	for _, f := range list {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(f))
	}
	return data
}

func appendBytes(data []byte, list []int8) []byte {
	for _, v := range list {
		data = append(data, byte(v))
	}
	return data
}

func cutBytes(data []byte, into []int8) []byte {
	for i := range into {
		into[i] = int8(data[i])
	}
	return data[len(into):]
}

// UnpackNetwork reads a network from the front of data and returns what is
// behind it.
func UnpackNetwork(data []byte) (*Network, []byte, error) {
	shape, data, ok := cutShape(data)
	if !ok || shape.packed() > len(data) {
		return nil, nil, ErrPacked
	}
	n := newNetwork(shape)
	for _, t := range n.inputs {
		data = cutFloats(data, t.scale)
		data = cutBytes(data, t.values)
	}
	for _, w := range n.wholes() {
		data = cutFloats(data, w.scale)
		if data = cutBytes(data, w.values); slices.Contains(w.values, -mostValue) {
			return nil, nil, ErrPacked // a sum might not fit
		}
	}
	for _, f := range n.singles() {
		data = cutFloats(data, f)
	}
	n.ready()
	return n, data, nil
}

func cutFloats(data []byte, into []float32) []byte {
	for i := range into {
		into[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	return data[4*len(into):]
}

// mostOf bounds what a shape may say, so that no sum of sizes overflows.
const mostOf = 1 << 20

func cutShape(data []byte) (Shape, []byte, bool) {
	bad := false
	next := func(most int) int {
		v, n := binary.Uvarint(data)
		if n <= 0 || v > uint64(most) {
			bad = true
			return 0
		}
		data = data[n:]
		return int(v)
	}
	inputs, layers := next(16), next(16)
	s := Shape{Width: next(mostRows / 3), Hidden: next(mostRows), Tags: next(mostClasses), Labels: next(mostClasses)}
	for range inputs {
		s.Inputs = append(s.Inputs, Input{Rows: next(mostOf), Width: next(mostRows)})
	}
	for range layers {
		s.Reach = append(s.Reach, next(16))
	}
	fits := func(width int) bool { return width > 0 && width%tileCols == 0 && width <= mostRows }
	known := !slices.ContainsFunc(s.Inputs, func(i Input) bool { return i.Rows == 0 })
	return s, data, !bad && known && fits(s.Width) && fits(s.Hidden) && fits(s.inputWidth()) && s.Tags > 0 && s.Labels > 0
}

// packed is how many bytes the weights of a shape take.
func (s Shape) packed() int {
	size := 0
	for _, input := range s.Inputs {
		size += input.Rows * (4 + input.Width)
	}
	product := func(in, out int) int { return out * (4 + in) }
	layers := len(s.Reach)
	tags, labels := roundUp(s.Tags, wholeColumns), roundUp(s.Labels, wholeColumns)
	size += product(s.inputWidth(), s.Width) + layers*product(3*s.Width, s.Width) + 4*3*(layers+1)*s.Width
	size += product(s.Width, tags) + product(s.Hidden, labels) + 4*(tags+labels)
	size += product(s.Width, Places*s.Hidden) + product(s.Width, Ends*s.Hidden)
	return size + 4*s.Hidden*(Moves+1+2*Places+cueRows+2*Ends+apartRows)
}
