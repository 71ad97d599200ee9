package sqlite

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"stemma"
)

// largest is what a blob may unpack to: a case that someone sent must not fill
// the memory.
const largest = 512 << 20

var (
	packer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest))
	unpacker, _ = zstd.NewReader(nil, zstd.WithDecoderMaxMemory(largest), zstd.WithDecoderConcurrency(0))
)

func pack(b []byte) []byte { return packer.EncodeAll(b, nil) }

func unpack(b []byte) ([]byte, error) {
	out, err := unpacker.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: unpack: %w", stemma.ErrDamaged, err)
	}
	return out, nil
}

// packed is a value as compressed JSON: the same value, the same bytes.
func packed(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, fmt.Errorf("pack %T: %w", v, err)
	}
	return pack(b.Bytes()), nil
}

func unpacked[T any](b []byte) (*T, error) {
	text, err := unpack(b)
	if err != nil {
		return nil, err
	}
	v := new(T)
	if err := json.Unmarshal(text, v); err != nil {
		return nil, fmt.Errorf("%w: unpack %T: %w", stemma.ErrDamaged, v, err)
	}
	return v, nil
}
