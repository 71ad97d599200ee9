package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/draw"
	"stemma/internal/ledger"
	"stemma/internal/site"
	"stemma/internal/store/sqlite"
)

// exportSite is `stemma export site`.
func (p *program) exportSite() *cobra.Command {
	o := site.Options{}
	cmd := &cobra.Command{
		Use: "site DIR", Short: "Make pages of what was accepted, for any web host",
		Long: `Writes a folder of static pages and data: a table of the incidents that somebody
has accepted, a page for each with the words behind every value, and how it was
made. It needs no server of its own and works with scripts off. What nobody has
ruled on is counted and not shown; private persons are masked, and movements of
civilians are coarse for thirty days.
DIR must be new, empty, or a site that was made before.`,
		Example: "  stemma export site public\n  stemma export site public --title 'Balvek bridge' --url https://example.org/balvek --contact mailto:desk@example.org --licence 'CC BY 4.0'",
		Args:    exactly(1, "a folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.look(cmd.Context(), func(c *sqlite.Case) error { return p.writeSite(ledger.New(cmd.Context(), c), o, args[0]) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.Title, "title", "", "what the site is called (default: the name of the case)")
	flags.StringVar(&o.URL, "url", "", "where the site will stand, for sitemap.xml")
	flags.StringVar(&o.Contact, "contact", "", "mailto: or https: address for those who find an error")
	flags.StringVar(&o.Licence, "licence", "", "under which you give this compilation")
	return cmd
}

// siteList is the file that names all files of a site with their SHA-256.
const siteList = "site.json"

func (p *program) writeSite(l *ledger.Ledger, o site.Options, folder string) error {
	for _, address := range []struct{ flag, value string }{{"url", o.URL}, {"contact", o.Contact}} {
		if address.value != "" && !strings.HasPrefix(address.value, "https://") && !strings.HasPrefix(address.value, "http://") && !strings.HasPrefix(address.value, "mailto:") {
			return fmt.Errorf("%w: --%s %q: want an address such as https://example.org or mailto:desk@example.org", stemma.ErrUsage, address.flag, address.value)
		}
	}
	if o.Title == "" {
		path, err := p.casePath()
		if err != nil {
			return err
		}
		o.Title = strings.TrimSuffix(filepath.Base(path), caseExtension)
	}
	o.Program = version()
	before, err := siteBefore(folder)
	if err != nil {
		return err
	}
	sums := map[string]string{}
	tally, err := site.Write(l, o, func(name string, data []byte) error {
		sum := sha256.Sum256(data)
		sums[name] = hex.EncodeToString(sum[:])
		return writeWhole(filepath.Join(folder, filepath.FromSlash(name)), data)
	})
	if err != nil {
		return err
	}
	if err := sweep(folder, before, sums); err != nil {
		return err
	}
	fmt.Fprintf(p.stderr, "%s: %s on %d files; %d proposed and %d rejected left out\n", folder, draw.Plural(tally.Incidents, "incident", "incidents"), len(sums), tally.Proposed, tally.Rejected)
	return nil
}

// siteBefore are the files of the site that a folder holds; none in a new one.
func siteBefore(folder string) (map[string]string, error) {
	before := map[string]string{}
	data, err := os.ReadFile(filepath.Join(folder, siteList))
	if err == nil {
		if err := json.Unmarshal(data, &before); err != nil {
			return nil, fmt.Errorf("%w: %s is no list of a site's files: %w", stemma.ErrDamaged, filepath.Join(folder, siteList), err)
		}
		return before, nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open folder %s: %w; name a new one", folder, cause(err))
	}
	if len(entries) > 0 {
		return nil, fmt.Errorf("%w: %s has files in it and is no site made by stemma; name a new folder", stemma.ErrUsage, folder)
	}
	return before, nil
}

// sweep drops what an earlier site had and this one has not, and writes the list
// of what there is.
func sweep(folder string, before, now map[string]string) error {
	for name := range before {
		if _, still := now[name]; !still && filepath.IsLocal(name) {
			if err := os.Remove(filepath.Join(folder, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("drop %s: %w", name, err)
			}
		}
	}
	data, err := json.MarshalIndent(now, "", " ")
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(folder, siteList), append(data, '\n'))
}

// writeWhole writes a file whole or not at all.
func writeWhole(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	making := name + ".making"
	if err := os.WriteFile(making, data, 0o644); err != nil {
		return err
	}
	return os.Rename(making, name)
}
