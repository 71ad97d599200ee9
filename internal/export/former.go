package export

// FormerSchema names the shape of [Former].
const FormerSchema = "stemma.former/1"

// Former is an id of an incident that was once given, and the incident that has
// its place now. Which ids were given hangs on the order in which things came, so
// that they are listed apart from what does not.
type Former struct {
	Schema   string `json:"schema"`
	ID       string `json:"id"`
	Incident string `json:"incident"`
}

// Cells of a former id.
func (r Former) Cells() []string { return []string{r.ID, r.Incident} }

// IncidentRecord is one incident, looked up by an id, with the ids that it once
// had.
type IncidentRecord struct {
	Incident
	PreviousIDs []string `json:"previous_ids"`
}
