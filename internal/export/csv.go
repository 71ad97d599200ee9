package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// A Table is rows for spreadsheets and statistics programs; every row has one
// cell for each column.
type Table struct {
	Columns []string
	csv     *csv.Writer
}

// NewTable starts a table and writes its header.
func NewTable(w io.Writer, columns []string) (*Table, error) {
	t := &Table{columns, csv.NewWriter(w)}
	return t, t.csv.Write(columns)
}

// Write adds a row. A cell that a spreadsheet would run as a formula is made
// text by a leading apostrophe.
func (t *Table) Write(cells []string) error {
	safe := make([]string, len(cells))
	for i, cell := range cells {
		safe[i] = harmless(cell)
	}
	return t.csv.Write(safe)
}

// Flush ends the table.
func (t *Table) Flush() error {
	t.csv.Flush()
	return t.csv.Error()
}

func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}

// Columns of the tables, by kind; docs/formats.md says what each holds.
var Columns = map[string][]string{
	"documents":     {"id", "names", "title", "outlet", "agency", "url", "published_earliest", "published_latest", "published_basis", "language", "read", "claims", "events", "unread_sentences", "sha256"},
	"copies":        {"document", "of", "relation", "containment_document", "containment_of", "order", "basis", "names"},
	"claims":        {"id", "document", "status", "parent", "said_by", "source_kind", "chain", "cue", "stance", "direct", "words", "start", "end"},
	"events":        {"id", "document", "status", "incident", "type", "mode", "acled", "actors", "recipients", "places", "country", "lat", "lon", "precision", "radius_m", "earliest", "latest", "date_precision", "date_basis", "figures", "modality", "said_by", "claim", "words", "start", "end"},
	"incidents":     {"id", "status", "title", "type", "mode", "earliest", "latest", "date_precision", "places", "country", "lat", "lon", "precision", "radius_m", "documents", "background", "origins_min", "origins_max", "grade", "disputed", "values", "disagreements", "acled", "chosen"},
	"disagreements": {"id", "incident", "type", "explained", "field", "reason", "sides", "documents"},
	"sources":       {"said_by", "kind", "claims", "denials", "documents", "through"},
	"actors":        {"name", "kind", "country", "book", "mentions", "documents"},
	"places":        {"name", "kind", "country", "book", "geonameid", "lat", "lon", "precision", "radius_m", "mentions", "documents"},
	"ids":           {"id", "incident"},
	"custody":       {"document", "sha256", "name", "url", "captured", "added", "by", "note", "reading", "program"},
}

// Celled is a row that has a cell for each of its kind's columns.
type Celled interface{ Cells() []string }

// Cells of a document.
func (r DocumentRow) Cells() []string {
	return []string{r.ID, several(r.Names), Text(r.Title), Text(r.Outlet), Text(r.Agency), Text(r.URL), Text(r.Earliest), Text(r.Latest), Text(r.Basis),
		Text(r.Language), strconv.FormatBool(r.Read), strconv.Itoa(r.Claims), strconv.Itoa(r.Events), strconv.Itoa(r.Unread), r.SHA256}
}

// Cells of a copy.
func (r Copy) Cells() []string {
	return []string{r.Document, r.Of, r.Relation, Number(&r.Containment[0]), Number(&r.Containment[1]), r.Order, several(r.Basis), several(r.Names)}
}

// Cells of a claim.
func (r ClaimRow) Cells() []string {
	name, kind := "", ""
	if r.Source != nil {
		name, kind = r.Source.Name, r.Source.Kind
	}
	var chain []string
	for _, link := range r.Chain {
		chain = append(chain, orUnknown(link.Name))
	}
	start, end := ends(r.Content)
	return []string{r.ID, r.Document, r.Status, Text(r.Parent), name, kind, strings.Join(chain, " > "), r.CueWords, r.Stance, strconv.FormatBool(r.Direct), r.Words, start, end}
}

// Cells of an event.
func (r EventRow) Cells() []string {
	var places, figures []string
	for _, p := range r.Scenes {
		places = append(places, p.Name)
	}
	for _, q := range r.Figures {
		figures = append(figures, q.What+" "+Range(q.Low, q.High))
	}
	country, lat, lon, precision, radius := first(r.Scenes)
	return []string{r.ID, r.Document, r.Status, Text(r.Incident), r.Type, Text(r.Mode), Text(r.ACLED), parties(r.Actors), parties(r.Recipients), several(places),
		country, lat, lon, precision, radius, Text(r.When.Earliest), Text(r.When.Latest), r.When.Precision, Text(r.When.Basis), several(figures), r.Modality,
		Text(r.SaidBy), Text(r.Claim), r.Words, strconv.Itoa(r.Clause.Start), strconv.Itoa(r.Clause.End)}
}

// Cells of an incident.
func (r Incident) Cells() []string {
	var places, values, chosen []string
	for _, p := range r.Places {
		places = append(places, strings.TrimSpace(p.Role+" "+p.Name))
	}
	for _, v := range r.Values {
		if v.Low != nil {
			values = append(values, v.Field+" "+Range(v.Low, v.High))
		}
	}
	for _, c := range r.Chosen {
		chosen = append(chosen, c.Field+" "+c.Value)
	}
	country, lat, lon, precision, radius := firstScene(r.Places)
	return []string{r.ID, r.Status, r.Title, r.Type, Text(r.Mode), Text(r.When.Earliest), Text(r.When.Latest), r.When.Precision, several(places),
		country, lat, lon, precision, radius, several(r.Documents), several(r.Background), strconv.Itoa(r.Origins.Min), strconv.Itoa(r.Origins.Max),
		Text(r.Grade.Grade), several(r.Disputed), several(values), several(r.Disagreements), Text(r.ACLED), several(chosen)}
}

// Cells of a disagreement.
func (r Disagreement) Cells() []string {
	var sides, documents []string
	for _, s := range r.Sides {
		sides = append(sides, s.Value)
		documents = append(documents, s.Documents...)
	}
	return []string{r.ID, Text(r.Incident), r.Type, strconv.FormatBool(r.Explained), r.Field, r.Reason, several(sides), several(documents)}
}

// Cells of a source.
func (r SourceRow) Cells() []string {
	return []string{r.Name, r.Kind, strconv.Itoa(r.Claims), strconv.Itoa(r.Denials), several(r.Documents), several(r.Through)}
}

// Cells of an actor.
func (r ActorRow) Cells() []string {
	return []string{r.Name, r.Kind, Text(r.Country), Text(r.Book), strconv.Itoa(r.Mentions), several(r.Documents)}
}

// Cells of a place.
func (r PlaceRow) Cells() []string {
	return []string{r.Name, r.Kind, Text(r.Country), r.Book, whole(r.GeoNamesID), Number(&r.Lat), Number(&r.Lon), r.Precision,
		strconv.Itoa(r.RadiusM), strconv.Itoa(r.Mentions), several(r.Documents)}
}

// Cells of a capture.
func (r CustodyRow) Cells() []string {
	return []string{r.Document, r.SHA256, r.Name, Text(r.URL), Text(r.Captured), r.Added, Text(r.By), Text(r.Note), Text(r.Reading), r.Program}
}
