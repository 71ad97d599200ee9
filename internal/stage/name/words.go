package name

import "strings"

// set makes a set of the words of a string.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(words) {
		out[word] = true
	}
	return out
}

// months and weekdays are capitalised and name nobody.
var calendar = set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun ramadan christmas easter eid ashura")

// locative prepositions stand before places rather than before persons.
var locative = set("in at near from to into toward towards outside inside around across through via north south east west off beyond between over")

// geographic words beside a name say that it is a place's.
var geographic = set("province city town village district region governorate area river mountain mountains valley county state island islands peninsula strait sea ocean bay lake desert border road highway street square airport port station camp neighbourhood neighborhood quarter suburb suburbs crossing countryside oblast coast gulf canal bridge dam hills hill plain plateau junction park stadium palace hotel market north south east west northern southern eastern western central northwest northeast southwest southeast capital avenue checkpoint airbase base front line ridge pass cape mount gate refinery field oilfield pocket")

// works are capitalised and name no actor.
var works = set("war revolution treaty accord accords agreement agreements act law constitution plan operation summit conference day week year century crisis cup olympics prize award bible quran koran covid god allah internet english arabic french russian hebrew ukrainian spanish turkish kurdish sunni shia shiite islam christianity muslim muslims christian christians jew jews jewish islamic arab arabs western european african asian kurd kurds alawite alawites druze orthodox catholic am pm gmt utc est mr north south east west")
