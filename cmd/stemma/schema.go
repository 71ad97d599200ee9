package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"
	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/api"
	"stemma/internal/export"
)

// shapes are what the program prints as JSON, by the name that `schema` takes.
var shapes = map[string]any{
	"analysis": export.Analysis{}, "document": export.DocumentRow{}, "copy": export.Copy{}, "claim": export.ClaimRow{}, "event": export.EventRow{},
	"incident": export.Incident{}, "disagreement": export.Disagreement{}, "source": export.SourceRow{}, "actor": export.ActorRow{},
	"place": export.PlaceRow{}, "custody": export.CustodyRow{}, "decision": export.Decision{}, "former": export.Former{}, "brief": export.Brief{}, "match": export.Match{}, "incident-record": export.IncidentRecord{},
	"text": export.Page{},
}

func shapeNames() []string {
	var out []string
	for name := range shapes {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func (p *program) schema() *cobra.Command {
	return &cobra.Command{
		Use: "schema [NAME]", Short: "Print the JSON Schema of an output",
		Long:    "Names: " + strings.Join(shapeNames(), ", ") + "; openapi for the whole API.",
		Example: "  stemma schema analysis\n  stemma schema incident\n  stemma schema openapi >stemma.openapi.json",
		Args:    atMost(1, "one name, or none"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				_, err := fmt.Fprintln(p.stdout, strings.Join(shapeNames(), "\n"))
				return err
			}
			if args[0] == "openapi" {
				return p.printOpenAPI()
			}
			shape, ok := shapes[args[0]]
			if !ok {
				return fmt.Errorf("%w: no schema %q; there are: %s", stemma.ErrUsage, args[0], strings.Join(shapeNames(), ", "))
			}
			return p.printSchema(args[0], shape)
		},
	}
}

func (p *program) printOpenAPI() error {
	data, err := api.OpenAPI(version())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.stdout, string(data))
	return err
}

// printSchema reflects the shape. Keys are only ever added, so others are
// allowed; pointers and slices may be null.
func (p *program) printSchema(name string, shape any) error {
	r := jsonschema.Reflector{AllowAdditionalProperties: true, Anonymous: true, DoNotReference: true, RequiredFromJSONSchemaTags: true}
	s := r.Reflect(shape)
	s.Title = "stemma." + name + "/1"
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.stdout, string(data))
	return err
}
