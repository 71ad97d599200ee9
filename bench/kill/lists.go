package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"time"
)

// lists are what a case shows of what it holds: rows by id.
type lists struct{ documents, claims, events, incidents map[string]string }

func (b *bench) lists(file string) (l lists, err error) {
	for _, kind := range []struct {
		name string
		rows *map[string]string
	}{{"documents", &l.documents}, {"claims", &l.claims}, {"events", &l.events}, {"incidents", &l.incidents}} {
		if *kind.rows, err = b.rows(file, kind.name); err != nil {
			return l, err
		}
	}
	return l, nil
}

func (b *bench) rows(file, kind string) (map[string]string, error) {
	out, err := b.stemma(kind, "list", "--json", "--case", file)
	if err != nil {
		return nil, err
	}
	var rows []map[string]any
	if err := json.Unmarshal(out, &rows); err != nil {
		return nil, fmt.Errorf("%s list: %w", kind, err)
	}
	byID := map[string]string{}
	for _, row := range rows {
		// What an event belongs to is known when all has been joined.
		for _, later := range []string{"incident", "status"} {
			delete(row, later)
		}
		text, err := json.Marshal(row)
		if err != nil {
			return nil, err
		}
		byID[fmt.Sprint(row["id"])] = string(text)
	}
	return byID, nil
}

// wholePartOf refuses lists with anything that the undisturbed case has not, or
// has otherwise; documents that lack their claims or events; and those that lack
// a document that was acknowledged.
func (l lists) wholePartOf(want lists, acknowledged []string) error {
	for _, kind := range []struct {
		name       string
		left, want map[string]string
	}{{"document", l.documents, want.documents}, {"claim", l.claims, want.claims}, {"event", l.events, want.events}} {
		for id, row := range kind.left {
			if row != kind.want[id] {
				return fmt.Errorf("%s %s is %s, not %s", kind.name, id, row, kind.want[id])
			}
		}
	}
	for _, id := range acknowledged {
		if l.documents[id] == "" {
			return fmt.Errorf("document %s was acknowledged and is not there", id)
		}
	}
	return l.haveAllOf(want)
}

// haveAllOf refuses lists in which a document stands without one of its claims
// or events.
func (l lists) haveAllOf(want lists) error {
	for _, kind := range []struct {
		name       string
		left, want map[string]string
	}{{"claim", l.claims, want.claims}, {"event", l.events, want.events}} {
		for id, text := range kind.want {
			var row struct{ Document string }
			if err := json.Unmarshal([]byte(text), &row); err != nil {
				return err
			}
			if l.documents[row.Document] != "" && kind.left[id] == "" {
				return fmt.Errorf("document %s is there without its %s %s", row.Document, kind.name, id)
			}
		}
	}
	return nil
}

func (l lists) same(want lists) error {
	for _, kind := range []struct {
		name      string
		got, want map[string]string
	}{{"documents", l.documents, want.documents}, {"claims", l.claims, want.claims}, {"events", l.events, want.events}, {"incidents", l.incidents, want.incidents}} {
		if len(kind.got) != len(kind.want) {
			return fmt.Errorf("completed to %d %s, not %d", len(kind.got), kind.name, len(kind.want))
		}
		for id, row := range kind.want {
			if kind.got[id] != row {
				return fmt.Errorf("completed to other %s: %s, not %s", kind.name, kind.got[id], row)
			}
		}
	}
	return nil
}

// interrupted runs add, kills it at its moment, and gives the documents that it
// had acknowledged by then.
func (b *bench) interrupted(file string, m moment) ([]string, error) {
	cmd := exec.Command(b.program, "add", b.pages, "--case", file, "--json")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	kill := func() { _ = cmd.Process.Kill() }
	if m.documents == 0 {
		defer time.AfterFunc(m.later, kill).Stop()
	}
	var acknowledged []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if len(acknowledged)+1 == m.documents {
			defer time.AfterFunc(m.later, kill).Stop()
		}
		var line struct{ Document, State string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.State == "added" {
			acknowledged = append(acknowledged, line.Document)
		}
	}
	_ = cmd.Wait() // it was killed
	return acknowledged, nil
}

func (b *bench) stemma(args ...string) ([]byte, error) {
	cmd := exec.Command(b.program, args...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("stemma %v: %w\n%s", args, err, complaint.String())
	}
	return out, nil
}
