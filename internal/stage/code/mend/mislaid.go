package mend

// toDo makes an infinitive of a verb whose "to" the tree has taken for a preposition: "The
// army prepared to resume shelling the port."
func (m *mending) toDo(v int) {
	if !m.tag(v, "VERB") || !m.is(v, "obl") || m.form[v] != m.Tokens[v].Lemma || m.Tokens[v].Head < 0 || !m.tag(m.Tokens[v].Head, "VERB") {
		return
	}
	for _, k := range m.under(v, "case") {
		if k == v-1 && m.form[k] == "to" {
			m.Tokens[k].Tag, m.Tokens[k].Relation = "PART", "mark"
			m.Tokens[v].Relation = "xcomp"
		}
	}
}

// ousted makes a word before a noun of the participle between "of" and a name, which can be
// no verb there: "seized the assets of ousted President Ulcas".
func (m *mending) ousted(v int) {
	n, objects := m.Tokens[v].Head, m.under(v, "obj")
	if v == 0 || m.tense(v) != "past" || !m.is(v, "acl") || n != v-2 || m.form[v-1] != "of" || len(objects) != 1 || objects[0] < v || m.has(v, "nsubj", "aux") {
		return
	}
	m.hang(objects[0], n, "nmod")
	for _, k := range m.under(v, "mark", "case") {
		m.Tokens[k].Tag = "ADP"
		m.hang(k, objects[0], "case")
	}
	m.hang(v, objects[0], "amod")
}

// led puts at the head of a sentence the verb that the tree has hung on the last noun of its
// subject, as if it were a participle: what that noun underwent would need no object and
// no infinitive. "Relatives of the dead clerks called on the mayor to resign."
func (m *mending) led(v int) {
	n := m.Tokens[v].Head
	if !m.is(v, "acl") || m.tense(v) != "past" || n != v-1 || m.has(v, "nsubj", "aux", "aux:pass", "mark", "cc", "obl:agent") || !m.finite(v) {
		return
	}
	root := n
	for m.is(root, "nmod") && m.Tokens[root].Head >= 0 && m.Tokens[root].Head < root {
		root = m.Tokens[root].Head
	}
	if root == n || !m.is(root, "root") || !m.tag(root, "NOUN", "PROPN") || m.has(root, "cop", "nsubj", "acl", "case") {
		return
	}
	m.hang(v, -1, "root")
	m.hang(root, v, "nsubj")
}

// finite reports whether a past tense has behind it what no participle has: an object, or an
// infinitive that tells to what somebody is called.
func (m *mending) finite(v int) bool {
	for _, k := range m.under(v, "advcl", "xcomp", "ccomp") {
		if k > v && m.unfinished(k) {
			return true
		}
	}
	return m.has(v, "obj")
}

// heard gives a verb the object that the tree has made the subject of what somebody is told
// to have said of it: "froze the assets of three men it said had financed the raid".
func (m *mending) heard(w int) {
	v := m.Tokens[w].Head
	if !m.is(w, "ccomp") || v < 0 || v > w || !m.tag(v, "VERB") || m.has(v, "obj") {
		return
	}
	for _, n := range m.under(w, "nsubj") {
		for _, said := range m.under(n, "acl:relcl") {
			if n > v && said < w && uttering[m.form[said]] && m.has(said, "nsubj") && !m.has(said, "obj", "ccomp") {
				m.hang(n, v, "obj")
				m.hang(w, said, "ccomp")
				if k := m.first(said) - 1; k > n && m.tag(k, "NOUN", "PROPN") && m.over(n, k) {
					m.hang(said, k, "acl:relcl")
				}
			}
		}
	}
}

// rowed joins to the last noun of a subject the names that go on its row, which the tree has
// made a second subject: "The leaders of Halvorn, Struvia and Mirava met."
func (m *mending) rowed(v int) {
	subjects := m.under(v, "nsubj", "nsubj:pass")
	if len(subjects) != 2 || subjects[1] > v || !m.tag(subjects[1], "PROPN") || !m.has(subjects[1], "conj") {
		return
	}
	comma := m.first(subjects[1]) - 1
	n := comma - 1
	if n <= subjects[0] || m.form[comma] != "," || m.Tokens[n].Head != subjects[0] || !m.is(n, "nmod") || !m.capital[n] {
		return
	}
	m.hang(subjects[1], n, "conj")
}
