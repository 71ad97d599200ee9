package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"stemma/internal/stage/attribute"
	"stemma/internal/stage/attribute/speech"
)

// trainClaims learns from four fifths of the marked reports and chooses on the
// fifth how much a word must be worth to be a cue.
func trainClaims(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("claims", flag.ContinueOnError)
	train := flags.String("train", "", "folders of marked reports, with commas between")
	without := flags.String("without", "fiction-", "beginning of the names of files that are left out")
	out := flags.String("out", ".", "folder for claims.model")
	seed := flags.Uint64("seed", 1, "of the order in which examples are shown")
	if err := flags.Parse(args); err != nil {
		return err
	}
	reports, err := readReports(*train, *without)
	if err != nil {
		return err
	}
	learned, back := withheld(reports)
	model, err := speech.Train(lessonsOf(learned), speech.Training{Seed: *seed})
	if err != nil {
		return err
	}
	model, best, err := sharpest(model, back)
	if err != nil {
		return err
	}
	packed, err := model.Pack()
	if err != nil {
		return err
	}
	fmt.Fprintf(stderr, "%d reports learned, %d held back: claims %v at threshold %d; %d weights, %d bytes\n",
		len(learned), len(back), best.claims, model.Least(), model.Weights(), len(packed))
	return os.WriteFile(filepath.Join(*out, "claims.model"), packed, 0o644)
}

// thresholds that are tried, and how much of a point of F1 is given for silence in
// doubt.
const (
	lowest  = -200
	highest = 300
	stride  = 20
	given   = 0.6
)

// sharpest is the model with the highest threshold at which the claims score
// nearly as well as at any, neighbouring thresholds taken together: a false claim
// is worse than a missed one, and one step alone is chance.
func sharpest(m *speech.Model, reports []report) (*speech.Model, claimScore, error) {
	var scores []claimScore
	for least := lowest; least <= highest; least += stride {
		score, err := scoreModel(m.WithLeast(least), reports)
		if err != nil {
			return nil, score, err
		}
		scores = append(scores, score)
	}
	smooth := smoothed(scores)
	best := slices.Max(smooth)
	i := len(smooth) - 1
	for smooth[i] < best-given {
		i--
	}
	return m.WithLeast(lowest + i*stride), scores[i], nil
}

// smoothed is F1 at each threshold as the mean of it and its neighbours.
func smoothed(scores []claimScore) []float64 {
	const reach = 2
	out := make([]float64, len(scores))
	for i := range scores {
		near := scores[max(0, i-reach):min(len(scores), i+reach+1)]
		for _, s := range near {
			out[i] += s.claims.f1() / float64(len(near))
		}
	}
	return out
}

func scoreModel(m *speech.Model, reports []report) (claimScore, error) {
	var score claimScore
	stage := attribute.With(m)
	for _, r := range reports {
		reading := *r.reading
		if err := stage.Annotate(context.Background(), &reading); err != nil {
			return score, fmt.Errorf("find the claims of %s: %w", r.name, err)
		}
		score.score(r, reading.Claims)
	}
	return score, nil
}
