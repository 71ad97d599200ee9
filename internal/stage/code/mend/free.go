package mend

// free puts the noun that a clause says its "what" is in the place of the "what": it
// is done, whoever calls it so.
//
//	"began what they said was a campaign against the rebels" → began a campaign
//	"launched what it described as strikes on the port" → launched strikes
//	"asked what the reason was" → as it stands
func (m *mending) free(what int) {
	v := m.Tokens[what].Head
	if m.form[what] != "what" || v < 0 {
		return
	}
	if n := v; m.Tokens[what].Relation == "nsubj" && m.Tokens[n].Relation == "ccomp" && m.Tokens[n].Head >= 0 && m.Tokens[n].Head < what && m.naming(n) {
		m.stand(n, what, m.Tokens[n].Head, "obj")
		return
	}
	for _, said := range m.under(what, "acl:relcl") {
		for _, n := range m.under(said, "ccomp", "obj", "obl") {
			if n > said && m.naming(n) {
				m.stand(n, what, v, m.Tokens[what].Relation)
				return
			}
		}
	}
}

// naming reports whether a noun tells what something is: "was a raid", "as strikes".
func (m *mending) naming(n int) bool {
	if !m.tag(n, "NOUN") {
		return false
	}
	for _, k := range m.under(n, "det", "case", "nmod:poss") {
		if form := m.form[k]; form != "a" && form != "an" && form != "as" {
			return false
		}
	}
	return true
}

// stand hangs a noun where its "what" stood, and on it what was said of it.
func (m *mending) stand(n, what, head int, relation string) {
	m.hang(n, head, relation)
	for _, k := range m.under(n, "cop", "case") {
		m.hang(k, what, "dep")
	}
	m.move(m.under(what, "acl:relcl"), n)
	m.hang(what, n, "dep")
}
