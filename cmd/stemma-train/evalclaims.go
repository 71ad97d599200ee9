package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"stemma/internal/stage/attribute"
)

func evalClaims(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("eval claims", flag.ContinueOnError)
	file := flags.String("model", "", "weights to score; without it, those in the program")
	without := flags.String("without", "fiction-", "beginning of the names of files that are left out")
	errs := flags.Bool("errors", false, "list what is wrong")
	if err := flags.Parse(args); err != nil {
		return err
	}
	m, err := openClaims(*file)
	if err != nil {
		return err
	}
	for _, folders := range flags.Args() {
		reports, err := readReports(folders, *without)
		if err != nil {
			return err
		}
		_, back := withheld(reports)
		if *errs {
			stage := attribute.With(m)
			for _, r := range back {
				reading := *r.reading
				_ = stage.Annotate(context.Background(), &reading)
				printClaimErrors(stdout, r, reading.Claims)
			}
			continue
		}
		score, err := scoreModel(nil, back)
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "rules claims %v source %v cue %v content %v\n", score.claims, score.sources, score.cues, score.contents)
		for least := lowest; least <= highest; least += stride {
			score, err := scoreModel(m.WithLeast(least), back)
			if err != nil {
				return err
			}
			fmt.Fprintf(stdout, "%4d claims %v source %v cue %v content %v\n", least, score.claims, score.sources, score.cues, score.contents)
		}
	}
	return nil
}

func openClaims(file string) (*attribute.Model, error) {
	if file == "" {
		return attribute.Trained(), nil
	}
	packed, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return attribute.Unpack(packed)
}
