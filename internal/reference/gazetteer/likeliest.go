package gazetteer

// Likeliest is the place that a name, spelled as the tables spell it, means most
// often; it is found much faster than all that may be meant.
func (g *Gazetteer) Likeliest(name string) (Match, bool) {
	var buffer [usualKey]byte
	folded := appendFold(buffer[:0], name)
	if len(folded) == 0 {
		return Match{}, false
	}
	var best Match
	matches := g.under(folded, FormName)
	for i := range matches {
		if i == 0 || matches[i].before(&best) {
			best = matches[i]
		}
	}
	return best, len(matches) > 0
}
