package gazetteer

// Likeliest is the place that a name, spelled as the tables spell it, means most
// often; it is found much faster than all that may be meant.
func (g *Gazetteer) Likeliest(name string) (Match, bool) {
	folded := Fold(name)
	if folded == "" {
		return Match{}, false
	}
	var best Match
	matches := g.under(folded, FormName, nil)
	for i, match := range matches {
		if i == 0 || match.before(best) {
			best = match
		}
	}
	return best, len(matches) > 0
}
