package mend

// mends are asked of each word in this order; what one has mended the next reads.
var mends = []func(*mending, int){
	(*mending).shortened,    // "They'd suffered losses." → "'d" is "had"
	(*mending).initialled,   // "UNEM imposed sanctions." → "imposed" is a verb
	(*mending).lettered,     // "was denounced by UNEM" → a name
	(*mending).signed,       // "Six guards killed - sources" → the sources killed nobody
	(*mending).axes,         // "attacked from two axes" → ways, no tools
	(*mending).strong,       // "The raid drew condemnation." → "drew" is a verb
	(*mending).toDo,         // "prepared to resume shelling" → "resume" is a verb
	(*mending).ousted,       // "the assets of ousted President Ulcas" → nobody ousts him here
	(*mending).led,          // "Relatives of the dead clerks called on the mayor." → they called
	(*mending).heard,        // "the assets of three men it said had raided" → whose assets
	(*mending).rowed,        // "The leaders of Halvorn, Struvia and Mirava met." → the leaders met
	(*mending).shotDead,     // "Gunmen shot dead two clerks." → shot whom
	(*mending).inverted,     // "Then came the shells." → the shells came
	(*mending).ailing,       // "Sick and injured people left." → one phrase
	(*mending).reported,     // "Shelling on 2 May 2016 killed two." → the shelling killed
	(*mending).slain,        // "Three elders were slain." → "slain" is a verb
	(*mending).verb,         // "Halvorn and Struvia exchange prisoners." → "exchange" is a verb
	(*mending).run,          // "a camp run by rebels" → who runs it
	(*mending).nouned,       // "the wounded" → a noun
	(*mending).nominal,      // "Fighting resumed." → "fighting" is a noun
	(*mending).killing,      // "condemned killing of farmers" → a killing, of whom
	(*mending).further,      // "Troops kill 30, rescue 12 hostages." → "rescue" is a verb
	(*mending).halved,       // "struck a storage and transfer site"
	(*mending).takenFor,     // "Men believed to be rebels abducted a clerk." → the men did
	(*mending).passive,      // "had been “laid” there" → a passive
	(*mending).numbered,     // "Up to 200 people drowned." → people did
	(*mending).voiced,       // "Host: The rebels have left." → the host speaks
	(*mending).most,         // "Most left." → most did
	(*mending).dated,        // "In 2011, rebels took the town." → the rebels did
	(*mending).fronting,     // "On 3 May soldiers shelled the port." → the soldiers did
	(*mending).openingDay,   // "According to clerks held there, on 3 May guns fired." → fired that day
	(*mending).lastDay,      // "The army last Saturday shelled the port." → the army did
	(*mending).introduced,   // "before President Ulcas arrived" → Ulcas did
	(*mending).lent,         // "Shells fired by the army hit a mill." → the shells hit it
	(*mending).named,        // "Mr Ulcas" → one, not two
	(*mending).unseen,       // "hosted President Ulcas" → whom
	(*mending).hung,         // "the deal announced on Monday" → the deal was announced
	(*mending).apposed,      // "seized Ostrel, the last town on the lake" → one town
	(*mending).said,         // "One said the gunmen left by boat." → the gunmen left
	(*mending).behind,       // "The minister summoned Ambassador Penn." → whom
	(*mending).willing,      // "It is willing to leave." → who
	(*mending).level,        // "warned that banks could close, and called for calm" → who warned called
	(*mending).lower,        // "tried to advance and take the hill" → tried to take
	(*mending).pleaded,      // "called upon both to stop, and to send observers" → both are to send
	(*mending).unsaid,       // "The clerks, unpaid since May, left." → they left
	(*mending).interposed,   // "It sent grain, the ministry said, and has sent fuel." → who sent grain
	(*mending).beyond,       // "raised the toll, saying three died, and urged calm" → who raised it urged
	(*mending).calling,      // "expects no change and calls upon all to leave" → "calls" is a verb
	(*mending).headed,       // "Troops, including gunners, poured in." → they poured
	(*mending).stranded,     // "At the king's request, soldiers left." → the soldiers did
	(*mending).upTo,         // "kidnapped up to 16 clerks" → whom
	(*mending).more,         // "Four more died." → four did
	(*mending).escorted,     // "before troops backed by clansmen retook it" → the troops did
	(*mending).belonging,    // "trucks belonging to the army" → the trucks do
	(*mending).announced,    // "announced on Wednesday the seizure of a vessel" → announced what
	(*mending).weekday,      // "a bombardment Wednesday of the port" → of what
	(*mending).setApart,     // "killed by men who fled, a year ago" → killed then
	(*mending).may,          // "on 28 May killed two" → a month
	(*mending).twain,        // "14 soldiers and six rebels died." → both did
	(*mending).agent,        // "taken away a week later by men" → by whom
	(*mending).inner,        // "died in an ambush by rebels" → whose ambush
	(*mending).keeper,       // "hit a camp run by rebels" → by whom it is run
	(*mending).nameless,     // "Ostrel rejected the appeal." → who
	(*mending).between,      // "Strikes in Ostrel did destroy two bridges." → strikes in Ostrel
	(*mending).fronted,      // "Under the deal signed in May, 900 left." → they left
	(*mending).gathered,     // "After it was shut, a group of miners gathered." → they gathered
	(*mending).buried,       // "The state deployed police." → "deployed" is a verb
	(*mending).postposed,    // "One member sustained an injury." → "sustained" is a verb
	(*mending).objected,     // "expressed to the king his conviction" → what
	(*mending).doing,        // "accused the army of mining roads" → "mining" is a verb
	(*mending).toldBy,       // "The army's guns fired first, he said." → the guns fired
	(*mending).lone,         // "rejected the offer, two days after an ambush" → when
	(*mending).nearer,       // "took Dorvat and massed troops near Ostrel" → massed there
	(*mending).neighbouring, // "from neighbouring Halvorn" → no verb
	(*mending).twofold,      // "take positions inside the town" → where
	(*mending).traded,       // "Halvorn and Struvia swap prisoners" → "swap" is a verb
	(*mending).labelled,     // "LIVE: Explosion at the junction" → an explosion
	(*mending).kept,         // "has kept the bridge closed" → the bridge is closed
	(*mending).turned,       // "setting 4,000 inmates free" → whom
	(*mending).described,    // "the houses of two men wanted over the bombing" → whose houses
	(*mending).commaed,      // "Army, rebels clash in Gao" → both do
	(*mending).inserted,     // "Three rockets, an insider revealed, came down." → the rockets did
	(*mending).free,         // "launched what it described as strikes" → launched strikes
	(*mending).outgoing,     // "heard outgoing fire" → no verb
	(*mending).parted,       // "a second blast, minutes after the first, can be heard" → the blast
	(*mending).doubled,      // "fought house-to-house" → fought no house
	(*mending).authored,     // "the arrest by police of a clerk" → the clerk's arrest
	(*mending).acting,       // "died in firing by the guards" → who fired
	(*mending).christened,   // "The carrier Halvorn has been sent." → one ship
	(*mending).quoted,       // "had “eliminated” a commander" → whom
	(*mending).gerunds,      // "fired rockets at the port, damaging two cranes" → "damaging" is a verb
	(*mending).afterward,    // "moved into the town hours after the raid" → the town; when
	(*mending).sitIn,        // "staged a sit-in outside" → one noun
	(*mending).aback,        // "sent back 900 refugees" → sent back
	(*mending).burnt,        // "shot two men and burnt down ten huts" → "burnt" is a verb
	(*mending).shot,         // "They were lined up and shot." → "shot" is a verb
	(*mending).series,       // "stormed the town, looted shops and left" → "looted" is a verb
	(*mending).evidenced,    // "evidence that soldiers fought" → evidence of what
	(*mending).uttered,      // "He said guards beat prisoners." → the guards did
	(*mending).foretold,     // "said the boat was fishing and had tried to ram" → the boat had
	(*mending).related,      // "the coffin of Ulcas, 19, who was shot" → who was
	(*mending).whose,        // "Orvane, whose harbour is shut, urged a truce." → Orvane urged
	(*mending).inset,        // "The raiders, whom some feared, tied up a clerk, he said." → they did
	(*mending).tried,        // "the attempt by exiles to invade" → an attempt at what
	(*mending).tale,         // "denied claims that it had bombed a mill" → claims of what
	(*mending).apiece,       // "The army and the Column each blamed the other." → two, not three
	(*mending).toward,       // "reduced the mosque to rubble" → "rubble" is a noun
	(*mending).bearing,      // "brought its guns to bear" → brought to bear
	(*mending).granted,      // "gave the farmers three days" → to whom; what
	(*mending).rising,       // "the build-up" → a noun
	(*mending).organised,    // "The miners organised a vigil." → "organised" is a verb
	(*mending).roundingUp,   // "the rounding up of students" → rounding up
	(*mending).sequent,      // "shut after men stormed a ward and seized two nurses" → the men seized them
	(*mending).charged,      // "accused of shelling homes and executing men" → two deeds
	(*mending).briefly,      // "Halvorn, Struvia trade fire" → both do
	(*mending).titled,       // "The envoy, Ulf Taro, called for the truce agreed in May." → he called
	(*mending).members,      // "The attackers, members of the Column, looted shops." → the attackers did
	(*mending).heldToo,      // "Lorries were emptied by gunmen and the drivers held." → the drivers were held
	(*mending).freed,        // "Rebels free kidnapped nurses." → "free" is the verb
	(*mending).bare,         // "Guerrillas release kidnapped soldiers" → "release" is the verb
	(*mending).crying,       // "Chanting and hurling stones, the crowd marched." → the crowd chanted
	(*mending).handed,       // "Rebels free nurses, hand over bodies." → "hand" is a verb
	(*mending).torched,      // "Gunmen torch buses." → "torch" is a verb
	(*mending).toll,         // "Ostrel bombing death toll rises to nine." → the bombing of nine
	(*mending).listed,       // "Raiders kill three, torch houses." → "torch" is a verb
	(*mending).bothEnds,     // "Shelling between the army and rebels hit it." → between both
	(*mending).riding,       // "Two men riding a mule shot a clerk." → the men did
	(*mending).laden,        // "a bus ferrying pilgrims" → "ferrying" is a verb
	(*mending).left,         // "hit a bus near the ford, leaving five dead" → the blow left them
	(*mending).nabbed,       // "Police raided a shed and a clerk was held." → the clerk was held
	(*mending).blow,         // "a drone hit on a bus" → "hit" is a noun
	(*mending).prompted,     // "forcing guards to fire shots" → "fire" is a verb
	(*mending).about,        // "neutralised about forty raiders" → whom
	(*mending).marked,       // "the target killing of two elders" → one noun
	(*mending).doubledUp,    // "rained howitzer shells" → one phrase
	(*mending).present,      // "prevents trucks from entering and loots them" → prevents and loots
	(*mending).identified,   // "A man named as Taro, 21, sustained a wound and was held." → he did
}
