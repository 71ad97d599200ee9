package store

import (
	"strings"
	"unicode/utf8"

	"stemma"
)

// Rows are the few and narrow rows by which a reading is found and shown in
// tables. They are a pure function of the reading, so that every database has
// the same and they can be dropped and made again. Names of private persons,
// comments and contact lines are masked in them. Spans count code points.
type Rows struct {
	Document DocumentRow
	Claims   []ClaimRow
	Events   []EventRow
	Scenes   []SceneRow
	Private  []string // names that are masked
}

// DocumentRow is a document in a table.
type DocumentRow struct {
	Title, Outlet, Agency, Byline string
	URL                           string // that the page gives of itself
	Published                     stemma.Interval
	Language                      string
	Read                          bool
	Claims, Events, Unread        int
	Search                        string // what may be searched: as long as the text, all else blank
}

// ClaimRow is a claim in a table.
type ClaimRow struct {
	ID, Parent string
	SaidBy     string
	SourceKind stemma.SourceKind
	Relation   stemma.SourceRelation
	AtLeast    int // how many the source is, if the page says so
	AtMost     int
	Chain      string // "Vedra Post > Meridian Wire > two officials"
	Cue, Words string
	Stance     stemma.Stance
	Direct     bool
	Rule       string
	StartPoint int
	EndPoint   int
}

// EventRow is an event in a table.
type EventRow struct {
	ID, Type, Mode, Contexts, ACLED string
	Modality                        stemma.Modality
	Trigger, Words                  string
	Actors, Recipients, Quantities  string
	When                            stemma.Interval
	Claim                           string
	Rule                            string
	StartPoint                      int
	EndPoint                        int
}

// SceneRow is one place of an event; N counts the places of that event from 0.
type SceneRow struct {
	Event int // index in Rows.Events
	N     int
	Role  string
	Words string
	Place stemma.Place
}

// NewRows makes the rows of a reading.
func NewRows(r *stemma.Reading) Rows {
	v := view{r, r.Mask(), r.Text.Points()}
	rows := Rows{Document: v.document(), Private: v.mask.Names()}
	for i := range r.Claims {
		rows.Claims = append(rows.Claims, v.claim(&r.Claims[i]))
	}
	for i := range r.Events {
		rows.Events = append(rows.Events, v.event(&r.Events[i]))
		rows.Scenes = append(rows.Scenes, v.scenes(i)...)
	}
	return rows
}

// view is a reading as tables may show it.
type view struct {
	r      *stemma.Reading
	mask   stemma.Mask
	points stemma.Points
}

func (v view) document() DocumentRow {
	p := v.r.Publication
	return DocumentRow{
		Title: oneLine(v.mask.Hide(p.Title.Name)), Outlet: v.mask.Hide(p.Outlet.Name), Agency: v.mask.Hide(p.Agency.Name),
		Byline: oneLine(v.mask.Hide(p.Byline.Name)), URL: property(v.r, "url"), Published: p.Published,
		Language: v.r.Language, Read: v.r.Read,
		Claims: len(v.r.Claims), Events: len(v.r.Events), Unread: len(v.r.Unread), Search: searchable(v.r),
	}
}

func property(r *stemma.Reading, name string) string {
	for _, p := range r.Properties {
		if p.Name == name {
			return p.Value
		}
	}
	return ""
}

func (v view) claim(c *stemma.Claim) ClaimRow {
	extent := c.Extent()
	var words, chain []string
	for _, span := range c.Content {
		words = append(words, v.mask.Words(span))
	}
	for _, link := range c.Chain {
		chain = append(chain, v.name(link.Name, "?"))
	}
	return ClaimRow{
		ID: c.ID, Parent: c.Parent, SaidBy: v.name(c.Source.Name, ""), SourceKind: c.Source.Kind,
		Relation: c.Source.Relation, AtLeast: c.Source.Description.Low, AtMost: c.Source.Description.High,
		Chain: strings.Join(chain, " > "), Cue: v.mask.Words(c.Cue), Words: oneLine(strings.Join(words, " … ")),
		Stance: c.Stance, Direct: c.Direct, Rule: c.Rule,
		StartPoint: v.points.Point(extent.Start), EndPoint: v.points.Point(extent.End),
	}
}

func (v view) event(e *stemma.Event) EventRow {
	var quantities []string
	for _, id := range e.Quantities {
		if q := v.r.Quantity(id); q != nil {
			quantities = append(quantities, v.mask.Words(q.Span))
		}
	}
	return EventRow{
		ID: e.ID, Type: e.Type, Mode: e.Mode, Contexts: strings.Join(e.Contexts, " "), ACLED: e.ACLED, Modality: e.Modality,
		Trigger: v.mask.Words(e.Trigger), Words: oneLine(v.mask.Words(e.Clause)),
		Actors: v.roles(e.Actors), Recipients: v.roles(e.Recipients), Quantities: strings.Join(quantities, "; "),
		When: e.When, Claim: e.Claim, Rule: e.Rule,
		StartPoint: v.points.Point(e.Clause.Start), EndPoint: v.points.Point(e.Clause.End),
	}
}

func (v view) roles(roles []stemma.Role) string {
	var names []string
	for _, role := range roles {
		names = append(names, v.name(role.Name, v.mask.Words(role.Span)))
	}
	return strings.Join(names, "; ")
}

// name is an actor's name as it may be shown, or what stands for none.
func (v view) name(name, none string) string {
	if name == "" {
		return oneLine(none)
	}
	return oneLine(v.mask.Hide(name))
}

func (v view) scenes(event int) []SceneRow {
	var rows []SceneRow
	for n, role := range v.r.Events[event].Places {
		row := SceneRow{Event: event, N: n, Role: role.Role, Words: v.mask.Words(role.Span)}
		if toponym := v.r.Place(role.Place); toponym != nil {
			row.Place = toponym.Place
		}
		rows = append(rows, row)
	}
	return rows
}

// searchable is the text with all blanked that may not be found: comments,
// contact lines and other residue. It keeps its length, so that what is found
// stands at the same offset of the text. A page whose article could not be told
// apart, such as one in a language that we do not read, is searched whole but
// for what is masked.
func searchable(r *stemma.Reading) string {
	text := []byte(r.Text)
	article := false
	for _, region := range r.Regions {
		article = article || region.Kind.Read()
	}
	for _, region := range r.Regions {
		if region.Masked() || article && !region.Kind.Read() {
			blank(text[region.Start:region.End])
		}
	}
	return string(text)
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}

// oneLine joins lines and runs of white space, for cells of tables.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") && utf8.ValidString(s) {
		return s
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "�")), " ")
}
