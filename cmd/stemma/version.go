package main

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"stemma/internal/join"
)

// release is set by the linker for released binaries.
var release = "dev"

// version is the program's name and release.
func version() string { return "stemma " + release }

// revision is the commit that the binary was built from, if the build knows it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return ""
}

func (p *program) version() *cobra.Command {
	cmd := &cobra.Command{
		Use: "version", Short: "Print the program's release and the versions of its rules", Args: alone,
		Example: "  stemma version\n  stemma version --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, err := overlays{}.reader()
			if err != nil {
				return err
			}
			if p.json {
				return p.printAny(map[string]string{"release": release, "revision": revision(), "reading": r.Version(), "joining": join.Version})
			}
			_, err = fmt.Fprintf(p.stdout, "%s\nreading %s\njoining %s\n", strings.TrimSpace(version()+" "+revision()), r.Version(), join.Version)
			return err
		},
	}
	p.jsonFlag(cmd)
	return cmd
}
