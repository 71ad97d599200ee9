package main

import (
	"context"
	"fmt"

	"stemma"
	"stemma/bench/scale/world"
)

// judge holds what the case came to against the truth. Incidents: of each
// report's attack, how many of those printed beside it are right, and how many
// of the right ones are (B-cubed). Copies and disagreements: by pairs and by
// attacks.
func (c *trial) judge(ctx context.Context) (string, error) {
	of := map[string]int{}
	for i, r := range c.world.Reports[:c.size] {
		of[r.Document().ID] = i
	}
	incidents, disputed, err := c.incidents(ctx, of)
	if err != nil {
		return "", err
	}
	copies, err := c.copies(ctx, of)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s | %s | %s", incidents, copies, disputed), nil
}

// A tally counts what was printed, what is true, and what is both.
type tally struct{ printed, true, right float64 }

// String is precision and recall.
func (t tally) String() string {
	return fmt.Sprintf("%.3f %.3f", t.right/max(1, t.printed), t.right/max(1, t.true))
}

func (c *trial) incidents(ctx context.Context, of map[string]int) (incidents bcubed, disputed tally, err error) {
	cluster := make([]int, c.size)
	for i := range cluster {
		cluster[i] = -1 - i
	}
	wrong := map[int]bool{}
	n := 0
	for i, err := range c.Incidents(ctx) {
		if err != nil {
			return incidents, disputed, err
		}
		if i.Type != "ASSAULT" {
			continue
		}
		n++
		for _, d := range i.Documents {
			cluster[of[d]] = n
		}
		for _, d := range i.Assessment.Disagreements {
			if d.Type == stemma.DisagreeValue {
				wrong[c.world.Reports[of[i.Documents[0]]].Attack] = true
			}
		}
	}
	truth := make([]int, c.size)
	for i := range truth {
		truth[i] = c.world.Reports[i].Attack
	}
	return newBcubed(cluster, truth), disagreements(c.world.Reports[:c.size], wrong), nil
}

// disagreements: an attack is disputed if two who speak for themselves give two
// figures; a newer figure of one wire is none.
func disagreements(reports []world.Report, printed map[int]bool) tally {
	figures, voices := map[int]map[int]bool{}, map[int]map[string]bool{}
	for _, r := range reports {
		if figures[r.Attack] == nil {
			figures[r.Attack], voices[r.Attack] = map[int]bool{}, map[string]bool{}
		}
		figures[r.Attack][r.Figure] = true
		voices[r.Attack][voice(r)] = true
	}
	var t tally
	for attack := range figures {
		disputed := len(figures[attack]) > 1 && len(voices[attack]) > 1
		t.true += count(disputed)
		t.printed += count(printed[attack])
		t.right += count(disputed && printed[attack])
	}
	return t
}

func count(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

func voice(r world.Report) string {
	if r.Speaker != "" {
		return r.Speaker
	}
	return r.Outlet
}

func (c *trial) copies(ctx context.Context, of map[string]int) (tally, error) {
	reports := c.world.Reports[:c.size]
	families := map[int]float64{}
	for _, r := range reports {
		families[r.Of]++
	}
	var t tally
	for _, n := range families {
		t.true += n * (n - 1) / 2
	}
	for x, err := range c.Copies(ctx) {
		if err != nil {
			return t, err
		}
		t.printed++
		if reports[of[x.Document]].Of == reports[of[x.Of]].Of {
			t.right++
		}
	}
	return t, nil
}

// A bcubed is precision and recall by B-cubed (Bagga and Baldwin 1998).
type bcubed struct{ precision, recall float64 }

// String is precision and recall.
func (b bcubed) String() string { return fmt.Sprintf("%.3f %.3f", b.precision, b.recall) }

func newBcubed(cluster, truth []int) bcubed {
	both, printed, right := map[[2]int]float64{}, map[int]float64{}, map[int]float64{}
	for i := range cluster {
		both[[2]int{cluster[i], truth[i]}]++
		printed[cluster[i]]++
		right[truth[i]]++
	}
	var out bcubed
	for i := range cluster {
		n := both[[2]int{cluster[i], truth[i]}]
		out.precision += n / printed[cluster[i]] / float64(len(cluster))
		out.recall += n / right[truth[i]] / float64(len(cluster))
	}
	return out
}
