package export_test

import (
	"testing"

	"stemma/internal/export"
)

func TestLine(t *testing.T) {
	got, err := export.Line(map[string]string{"words": "tanks & guns <40 km off"})
	if want := `{"words":"tanks & guns <40 km off"}`; got != want || err != nil {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}
