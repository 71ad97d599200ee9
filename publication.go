package stemma

// A Block is a stretch of the text that the input's own form sets apart: a
// paragraph of a plain text, an element of a page. Blocks tile the text; white
// space belongs to the block before it.
type Block struct {
	Span
	Tag     string // "p" in plain text; of a page h1…h6, p, li, td, figcaption, blockquote, a, button, …
	Path    string // of a page: names, ids and classes of the elements around it, outermost first, lower case
	Linked  int    // bytes of it that stand inside links
	Kept    bool   // an extractor's verdict that this is the article
	Thread  bool   // an extractor's verdict that this is a reader's comment
	Heading int    // 1 to 6 for headings, else 0
}

// A Property is something that a page's own markup says of it: title, site,
// author, published, modified, url, language, in the order found.
type Property struct{ Name, Value, From string } // From: json-ld, meta, time, class, script, url, mail

// A Region is a stretch of the text and what it is. Regions tile the text.
type Region struct {
	Span
	Kind RegionKind
	Form ResidueForm // for residue
	Rule string      // why it was labelled so
}

// RegionKind says what a stretch of a page is.
type RegionKind string

// The kinds of region.
const (
	RegionTitle    RegionKind = "title"
	RegionByline   RegionKind = "byline"
	RegionDateline RegionKind = "dateline"
	RegionBody     RegionKind = "body"
	RegionCaption  RegionKind = "caption"
	RegionComment  RegionKind = "comment"
	RegionResidue  RegionKind = "residue"
)

// Article reports whether claims and events are read in regions of this kind.
func (k RegionKind) Article() bool {
	return k == RegionTitle || k == RegionBody || k == RegionCaption
}

// Read reports whether regions of this kind are parsed: in bylines and
// datelines places, times and actors are read, but no claim or event.
func (k RegionKind) Read() bool {
	return k.Article() || k == RegionByline || k == RegionDateline
}

// ResidueForm says what sort of residue it is.
type ResidueForm string

// The forms of residue.
const (
	FormPageClock     ResidueForm = "page-clock"
	FormTeaser        ResidueForm = "teaser"
	FormShare         ResidueForm = "share"
	FormNewsletter    ResidueForm = "newsletter"
	FormReplyForm     ResidueForm = "reply-form"
	FormCaptcha       ResidueForm = "captcha"
	FormDisclaimer    ResidueForm = "disclaimer"
	FormImageName     ResidueForm = "image-name"
	FormEmbed         ResidueForm = "embed"
	FormRepeat        ResidueForm = "repeat"
	FormNavigation    ResidueForm = "navigation"
	FormContact       ResidueForm = "contact"
	FormCredit        ResidueForm = "credit"
	FormAdvertisement ResidueForm = "advertisement"
	FormOther         ResidueForm = "other"
)

// Masked reports whether the region's characters are hidden in outputs and
// indexes unless they are asked for: comments and contact lines.
func (r Region) Masked() bool {
	return r.Kind == RegionComment || r.Form == FormContact
}

// A Publication is who published a document and when, each with its words or
// its basis, or unknown.
type Publication struct {
	Title     Words
	Outlet    Words
	Agency    Words
	Byline    Words
	Published Interval
}

// Words are a name and where the page has it. A name that a person gave or that
// stands in the markup has no span.
type Words struct {
	Name  string
	Span  Span
	Basis Basis
}

// Known reports whether there is a name.
func (w Words) Known() bool { return w.Name != "" }
