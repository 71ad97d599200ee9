package export

import "stemma"

// Claim is something said by someone; docs/formats.md rules on each key.
type Claim struct {
	ID      string  `json:"id"`
	Parent  *string `json:"parent"`
	Source  *Source `json:"source"`
	Cue     *Span   `json:"cue"`
	Content []Span  `json:"content"`
	Stance  string  `json:"stance"`
	Direct  bool    `json:"direct"`
	Rule    string  `json:"rule"`
	Chain   []Link  `json:"chain"`
}

// Source is who is quoted. It is null only for hearsay without an owner.
type Source struct {
	*Span
	Name        string       `json:"name"`
	Actor       *string      `json:"actor"`
	Kind        string       `json:"kind"`
	Description *Description `json:"description"`
	Relation    *string      `json:"relation"`
	Because     []Span       `json:"because"`
}

// Description is how many an unnamed source is, as the page says.
type Description struct {
	Low   *int   `json:"low"`
	High  *int   `json:"high"`
	Words []Span `json:"words"`
}

// Link is one station of a chain; its name is null for an unknown outlet.
type Link struct {
	Role  string  `json:"role"`
	Name  *string `json:"name"`
	Actor *string `json:"actor"`
	*Span
}

func (w wire) claim(c stemma.Claim) Claim {
	return Claim{
		ID: c.ID, Parent: optional(c.Parent), Source: w.source(c.Source), Cue: w.maybe(c.Cue),
		Content: each(c.Content, w.span), Stance: string(c.Stance), Direct: c.Direct, Rule: c.Rule,
		Chain: each(c.Chain, w.link),
	}
}

func (w wire) source(s stemma.Source) *Source {
	if s.Name == "" && s.Span.Empty() {
		return nil
	}
	return &Source{
		Span: w.maybe(s.Span), Name: s.Name, Actor: optional(s.Actor), Kind: string(s.Kind),
		Description: w.description(s.Description), Relation: optional(string(s.Relation)), Because: each(s.Because, w.span),
	}
}

func (w wire) description(d stemma.Description) *Description {
	if d.Low == 0 && d.High == 0 && len(d.Words) == 0 {
		return nil
	}
	return &Description{count(d.Low), count(d.High), each(d.Words, w.span)}
}

func (w wire) link(l stemma.Link) Link {
	return Link{string(l.Role), optional(l.Name), optional(l.Actor), w.maybe(l.Span)}
}

// count is nil for a number that is not known or has no upper end.
func count(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
