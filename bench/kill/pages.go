package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

var (
	towns   = []string{"Oruna", "Teshkoro", "Hadrel", "Vellmar", "Sorrin", "Kethburg", "Aldmoor", "Pentrava"}
	sources = []string{"the governor", "two officials", "a hospital doctor", "a spokesman for the army", "residents", "the interior ministry"}
	targets = []string{"a grain store", "the north bridge", "a checkpoint", "a water works", "two houses", "a school yard"}
)

// writePages writes reports of the same shape and of different words, days and
// places; every tenth repeats the one before it, as a copy would.
func writePages(folder string, n int) error {
	if err := os.Mkdir(folder, 0o700); err != nil {
		return err
	}
	text := ""
	for i := range n {
		if i%10 != 9 {
			text = page(i)
		} else {
			text += "\nReprinted with the leave of Meridian Wire.\n"
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("report-%04d.txt", i)), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func page(i int) string {
	town, source, target := towns[i%len(towns)], sources[i/3%len(sources)], targets[i/5%len(targets)]
	paragraphs := []string{
		fmt.Sprintf("Shells hit %s in %s", target, town),
		fmt.Sprintf("%s, %d March 2024 (Meridian Wire) - Artillery hit %s in %s on Monday, killing %d people, %s said.",
			strings.ToUpper(town), i%28+1, target, town, i%17+2, source),
		fmt.Sprintf("“We counted %d shells before noon,” said Dara Olm, who keeps shop %d on the market. At least %d others were hurt.", i%31+3, i+1, i%23+1),
		fmt.Sprintf("The rebels denied firing on %s. Their spokesman said the army had moved %d vehicles towards %s the day before.",
			town, i%40+4, towns[(i+3)%len(towns)]),
		fmt.Sprintf("Report number %d of this desk. The road to %s stayed closed for the %d. day.", i, towns[(i+1)%len(towns)], i%60+2),
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}
