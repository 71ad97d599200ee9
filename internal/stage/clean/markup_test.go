package clean

import (
	"maps"
	"slices"
	"testing"

	"stemma"
)

// TestMarkup_table shows that every word means a kind of region or a form of
// residue.
func TestMarkup_table(t *testing.T) {
	kinds := map[stemma.RegionKind]bool{
		stemma.RegionComment: true, stemma.RegionCaption: true, stemma.RegionByline: true, stemma.RegionDateline: true, stemma.RegionTitle: true,
	}
	forms := map[stemma.ResidueForm]bool{
		stemma.FormTeaser: true, stemma.FormShare: true, stemma.FormNewsletter: true, stemma.FormReplyForm: true, stemma.FormNavigation: true,
		stemma.FormAdvertisement: true, stemma.FormEmbed: true, stemma.FormCredit: true, stemma.FormOther: true, stemma.FormDisclaimer: true,
	}
	v := meanings()
	all := slices.Concat(v.begin, v.end, slices.Collect(maps.Values(v.whole)))
	for _, m := range all {
		if !kinds[m.kind] && !forms[m.form] {
			t.Errorf("markup.tsv: %q means %q %q", m.word, m.kind, m.form)
		}
	}
}

func TestInnermost(t *testing.T) {
	trunk := map[branch]bool{}
	for b, end := range branches("html body.has-sidebar div.comments-on") {
		_ = end
		trunk[b] = true
	}
	for path, want := range map[string]string{
		"html body.has-sidebar div.comments-on p":                        "",
		"html body.has-sidebar div.comments-on div.comment-list p":       "comment",
		"html body.has-sidebar div.comments-on h2.tag-comment-culture":   "",
		"html body.has-sidebar div.comments-on div.related aside p.date": "related",
		"html div#what-the-comments-say-of-it p":                         "",
		"html li.usercomment p":                                          "comment",
		"html div.entry-author-info p":                                   "authorinfo",
		"html div.above-footer div.without-comments p":                   "",
	} {
		if got := innermost(path, trunk); got.word != want {
			t.Errorf("%s: got %q, want %q", path, got.word, want)
		}
	}
}
