package dossier

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/learn/marked"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/table"
)

// precisions are the kinds of place, in the words of docs/design.md.
var precisions = map[string]string{
	"country": "country", "region": "area", "island": "area", "mountain": "area", "province": "province", "district": "district", "town": "town",
	"village": "village", "river": "line", "road": "line", "strait": "water", "lake": "water", "crossing": "site", "site": "site",
}

var (
	roles      = strings.Fields("at from to through near toward")
	bases      = strings.Fields("report dateline relative")
	modalities = strings.Fields("asserted alleged denied planned hypothetical attempted background")
	day        = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
	figure     = regexp.MustCompile(`^[0-9,]+$`)
	detail     = regexp.MustCompile(` *\([^)]*\)`)
)

// faults are whatever keeps a dossier that could be read from the format.
func (d *Dossier) faults() []error {
	var c checks
	d.checkWorld(&c)
	for i := range d.Reports {
		d.checkReport(&c, &d.Reports[i])
	}
	for i := range d.Conflicts {
		d.checkConflict(&c, &d.Conflicts[i])
	}
	for _, x := range d.Corroborations {
		d.checkCorroboration(&c, x)
	}
	return c.faults
}

// checks gathers faults; where is what is being looked at.
type checks struct {
	where  string
	faults []error
}

func (c *checks) want(ok bool, format string, args ...any) {
	if !ok {
		c.faults = append(c.faults, fmt.Errorf("%s: %s", c.where, fmt.Sprintf(format, args...)))
	}
}

func (d *Dossier) checkWorld(c *checks) {
	for _, row := range d.Places {
		c.where = "places.tsv line " + strconv.Itoa(row.Line)
		lat, _ := strconv.ParseFloat(row.Cell("lat"), 64)
		lon, _ := strconv.ParseFloat(row.Cell("lon"), 64)
		c.want(-55 < lat && lat < -34 && -133 < lon && lon < -100, "%s is not in the empty ocean, 34–55 south and 100–133 west", row.Cell("name"))
		c.want(precisions[row.Cell("kind")] != "", "kind %q is none of those in use", row.Cell("kind"))
		parent, ok := d.places[fold(row.Cell("parent"))]
		c.want(row.Cell("parent") == "" || ok && parent.Cell("country") == row.Cell("country"), "parent %q has no row of the same country", row.Cell("parent"))
		c.want(d.mentions(row, "other spellings"), "no report names %q", row.Cell("name"))
	}
	for _, row := range d.Actors {
		c.where = "actors.tsv line " + strconv.Itoa(row.Line)
		for _, column := range []string{"member of", "leader of", "speaks for"} {
			_, ok := d.actors[fold(row.Cell(column))]
			c.want(row.Cell(column) == "" || ok, "%s %q, who has no row", column, row.Cell(column))
		}
		c.want(d.mentions(row, "aliases"), "no report names %q", row.Cell("name"))
	}
}

// mentions reports whether some page or the index has one of a row's names.
func (d *Dossier) mentions(row table.Row, others string) bool {
	return slices.ContainsFunc(append(row.List(others), row.Cell("name")), func(name string) bool {
		return slices.ContainsFunc(d.Reports, func(r Report) bool {
			return strings.Contains(r.Text, name) || r.Outlet == name || r.Agency == name
		})
	})
}

func (d *Dossier) checkReport(c *checks, r *Report) {
	c.where = "index.tsv " + r.File
	_, knownOutlet := d.actors[fold(r.Outlet)]
	_, knownCopy := d.report(r.CopyOf)
	c.want(knownOutlet, "outlet %q has no row in actors.tsv", r.Outlet)
	c.want(r.CopyOf == "" || knownCopy, "copy of %q, which has no row", r.CopyOf)
	c.want(len(r.Published) == 10 && day.MatchString(r.Published), "stated_date %q; write a day such as 2031-05-14", r.Published)
	c.want(strings.Contains(r.Text, r.Title), "the title %q does not stand in it", r.Title)
	for _, own := range r.Own {
		c.want(strings.Contains(r.Text, "\n\n"+own), "no paragraph begins with %q", own)
	}
	c.want(len(r.Events) > 0, "it has no event in events.jsonl")
	for i := range r.Events {
		c.where = fmt.Sprintf("events.jsonl, %s event %d", r.File, i+1)
		d.checkEvent(c, r, &r.Events[i])
	}
}

func (d *Dossier) checkEvent(c *checks, r *Report, e *Event) {
	c.once(r, e.Quote)
	c.want(e.Trigger != "" && strings.Contains(e.Quote, e.Trigger), "the trigger %q is not in the quote %q", e.Trigger, e.Quote)
	c.want(e.Weak || !figure.MatchString(e.Trigger), "the trigger %q is a bare number and not weak", e.Trigger)
	c.want(kindExists(e.Type, text(e.Mode)), "there is no type %s with mode %q", e.Type, text(e.Mode))
	for _, also := range e.Also {
		c.want(kindExists(also, "") && also != e.Type, "also %q", also)
	}
	for _, p := range e.Places {
		_, known := d.places[fold(p.Name)]
		c.want(known, "place %q has no row in places.tsv", p.Name)
		c.want(slices.Contains(roles, p.Role), "role %q of %s; write one of %s", p.Role, p.Name, roles)
	}
	c.want(slices.Contains(modalities, e.Modality), "modality %q; write one of %s", e.Modality, modalities)
	for _, n := range e.Numbers {
		c.want(n.Quote != "" && strings.Contains(r.Text, n.Quote), "the number %q does not stand in it", n.Quote)
		c.want(n.Min == nil || n.Max == nil || *n.Min <= *n.Max, "the number %q ends below where it begins", n.Quote)
	}
	c.dates(r, e)
	c.want(e.SaidBy == nil || d.says(r, e), "said by %q, but no claim of theirs touches %q", text(e.SaidBy), e.Quote)
}

// once: a quote is found again by its words alone.
func (c *checks) once(r *Report, quote string) {
	n := strings.Count(r.Text, quote)
	c.want(quote != "" && n == 1, "%q stands %d times in %s; quote what stands once", quote, n, r.File)
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func kindExists(typ, mode string) bool {
	return slices.ContainsFunc(codebook.Open().Kinds(), func(k codebook.Kind) bool { return k.Type == typ && (k.Mode == mode || mode == "") })
}

// dates: one day or bounds, with a basis, and none after the report unless it
// was still to come.
func (c *checks) dates(r *Report, e *Event) {
	date, first, last, basis := text(e.Date), text(e.Earliest), text(e.Latest), text(e.Basis)
	for _, x := range []string{date, first, last} {
		c.want(x == "" || day.MatchString(x), "date %q; write 2031-05-14, 2031-05 or 2031", x)
	}
	c.want(date == "" || first == "" && last == "", "both a date and bounds of %q", e.Quote)
	c.want((basis != "") == (date+first+last != ""), "basis %q, date %q, bounds %q and %q", basis, date, first, last)
	c.want(basis == "" || slices.Contains(bases, basis), "basis %q; write one of %s or null", basis, bases)
	c.want(first == "" || last == "" || first <= last, "bounds %q and %q", first, last)
	coming := e.Modality == "planned" || e.Modality == "hypothetical"
	c.want(coming || max(date, last) <= r.Published, "%s is after the report, and %q is not planned", max(date, last), e.Quote)
}

// says reports whether a claim of whom the event is said by touches its words.
func (d *Dossier) says(r *Report, e *Event) bool {
	from := strings.Index(r.Text, e.Quote)
	quote := marked.Span{From: from, To: from + len(e.Quote)}
	return slices.ContainsFunc(r.Claims, func(claim marked.Claim) bool {
		touches := slices.ContainsFunc(slices.Concat(claim.Content, claim.Cue, claim.Source), func(s marked.Span) bool {
			return s.From < quote.To && quote.From < s.To
		})
		return touches && (r.source(claim) == *e.SaidBy || r.words(claim.Source) == *e.SaidBy)
	})
}

func (d *Dossier) checkConflict(c *checks, x *Conflict) {
	c.where = fmt.Sprintf("conflicts.jsonl %q", x.Attribute)
	c.want(len(x.Type) == 1 && strings.Contains("VATDMSNP", x.Type), "type %q; write one of V A T D M S N P", x.Type)
	c.want(x.Explained == strings.Contains("MSNP", x.Type), "type %s, but explained is %t", x.Type, x.Explained)
	c.want(!x.Explained || !x.Strict, "what is explained is not strict")
	sides, files := map[string]bool{}, map[string]bool{}
	for _, v := range x.Values {
		sides[detail.ReplaceAllString(v.Value, "")], files[v.File] = true, true
		if r, ok := d.report(v.File); ok {
			c.once(r, v.Quote)
		} else {
			c.want(false, "there is no report %q in index.tsv", v.File)
		}
	}
	c.want(len(sides) > 1, "it has one side; sides differ outside of brackets")
	c.want(x.SamePage == (len(files) == 1), "same_page is %t, and its words stand in %d reports", x.SamePage, len(files))
}

func (d *Dossier) checkCorroboration(c *checks, x Corroboration) {
	c.where = fmt.Sprintf("corroborations.jsonl %q", x.Incident+": "+x.Fact)
	c.want(len(x.Files) > 0, "it has no files")
	for _, file := range slices.Concat(x.Files, x.Background) {
		_, ok := d.report(file)
		c.want(ok, "there is no report %q in index.tsv", file)
	}
	for _, file := range x.Background {
		c.want(!slices.Contains(x.Files, file), "%s is among its files and in the background", file)
	}
	every := len(x.Named) + len(x.Unnamed) + len(x.OwnVoice)
	c.want(x.Origins.Max == every, "max is %d, but %d origins are listed", x.Origins.Max, every)
	c.want(1 <= x.Origins.Min && x.Origins.Min <= max(1, len(x.Named)), "min is %d, but %d are named", x.Origins.Min, len(x.Named))
	c.want(x.Fact != "" && strings.HasSuffix(x.Reason, "."), "write the fact, and the reason as a sentence")
}
