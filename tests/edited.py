"""Hand edits of sentences of briefs: those that leave what is said alone, and those that do not.

Each set was written, by one hand, before the checker was first run on it, and was then used to mend it.
The rates of the first runs stand in the test; all pass now but two of `FOURTH`, which stand apart.
"""

from __future__ import annotations

PARTIES = (
    ("Government of Khyber Pakhtunkhwa (PTI)", "KP"),
    ("Federal government of Pakistan (PML-N)", "Islamabad"),
    ("Pakistan's military leadership", "the military"),
    ("Afghan Taliban government in Kabul", "Kabul"),
    ("Tehreek-e-Taliban Pakistan", "TTP"),
    ("حکومت بلوچستان", "بلوچستان"),
    ("United States", "US"),
    ("Afghan republic", "the republic"),
)

LEAVE = (
    "Kabul would leave “rogue deal” and “partial deal”, for instance to resume support for the TTP: "
    "will not turn on the TTP without major concessions."
)
SHUT = "“grand bargain” would hold, but cannot be got to."
THREAT = "“torkham only” holds only by a threat."
FEARS = (
    "Kabul would rather resume construction of posts on disputed border areas (wants to go on building), but "
    "fears that the military would then close Torkham again, which leaves it worse off than before."
)
COUNTS = (
    "Of 11 named outcomes, 4 would hold at all; "
    "“status quo” can be got to by steps that their movers gain by."
)
TABLE = "At the table: KP and Kabul. By themselves they can deliver restraint and posts only."
LINES = (
    "At the likeliest values red lines do not meet on 4 of 7 issues; widest on ttp politics, 50 apart: TTP "
    "accepts at least 60; Islamabad and the military accept at most 10."
)
NOBODY = (
    "The status quo holds: nobody would gain by moving away from it alone. If talks fail, it stays as it is."
)
HEARD = (
    "The chief minister needs the approval of Islamabad, who has not been heard on the terms of reference "
    "(delayed so far, neither given nor refused); that is not a no."
)
SETS = (
    "It does not hold now: Kabul would leave it. 21 sets would, none with a change to spare: 11 of one "
    "change and 10 of 2 changes."
)
MADE_UP = (
    "If for Kabul A7 “would rather operations stop” made up for A1 “will not turn on the TTP without major "
    "concessions”, then it would hold and could be got to."
)
ATTACKS = "TTP carried out more than 600 attacks by 7 March 2025, with support from across the border."
MONEY = "The US cut aid of $1.5 billion, about 12 percent, until the republic released up to 5,000 prisoners."
KILLED = "In 2024 the clashes left 55 civilians killed and twenty-one wounded, says the UN."
URDU = "بلوچستان would not accept three of the terms; Kabul may."
PAIR = "“status quo” would hold by an empty threat; “deal only” would hold by a doubtful threat."
EDITS = (
    "A general ceasefire: nothing with it holds; the contrary in 10 of 150 edits "
    "(Taliban 9 and the republic 1)."
)
AWAY = "Crossing can be delivered only by the military and Kabul together; the military is not at the table."
OFFER = (
    "Every party could accept a partial halt, but most would want half of "
    "the posts removed within three months."
)
SPOILER = (
    "TTP (outside the talks) could return to attacks at the old level (violent): a spoiler. "
    "It would not gain by that alone."
)
BEFORE = "Islamabad put T3 above T5 and supports the track, first in line before KP."

FIRST_HARMLESS = (
    (LEAVE, LEAVE.replace("for instance", "for example")),
    (LEAVE, LEAVE.replace("“", '"').replace("”", '"')),
    (LEAVE, LEAVE.replace("would leave", "would walk away from")),
    (LEAVE, LEAVE.replace("major concessions", "big concessions")),
    (SHUT, SHUT.replace(", but cannot be got to", " but can't be got to")),
    (SHUT, "“grand bargain” would hold; it cannot, however, be reached."),
    (THREAT, "“torkham only” holds solely by a threat."),
    (FEARS, FEARS.replace("would rather resume", "would prefer to resume")),
    (FEARS, FEARS.replace("but fears", "yet it fears")),
    (FEARS, FEARS.replace("wants to go on building", "wants to continue building")),
    (COUNTS, COUNTS.replace("11", "eleven").replace("4", "four")),
    (COUNTS, COUNTS.replace("their movers gain by", "pay off for their movers")),
    (TABLE, TABLE.replace("KP and Kabul", "Kabul and KP")),
    (TABLE, TABLE.replace("At the table:", "Seated at the table:")),
    (TABLE, "At the table: KP and Kabul."),
    (LINES, LINES.replace("do not meet", "don’t meet")),
    (LINES, LINES.replace("; widest", "; the gap is widest")),
    (LINES, LINES.replace("Islamabad and the military accept", "the military and Islamabad accept")),
    (NOBODY, NOBODY.replace("nobody would gain", "no one would gain")),
    (
        NOBODY,
        NOBODY.replace("If talks fail, it stays as it is.", "Should talks break down, it stays as it is."),
    ),
    (NOBODY, NOBODY.replace(" If talks fail, it stays as it is.", "")),
    (HEARD, HEARD.replace("the approval of Islamabad", "Islamabad's approval")),
    (HEARD, HEARD.replace("has not been heard", "hasn't been heard")),
    (SETS, SETS.replace("21 sets", "twenty-one sets").replace("one change", "a single change")),
    (SETS, SETS.replace("to spare", "too many")),
    (MADE_UP, MADE_UP.replace("could be got to", "could be reached")),
    (MADE_UP, MADE_UP.replace("If for Kabul", "If, for Kabul,")),
    (ATTACKS, ATTACKS.replace("7 March 2025", "March 7, 2025")),
    (ATTACKS, ATTACKS.replace("more than 600", "over 600")),
    (ATTACKS, ATTACKS.replace("carried out", "mounted")),
    (MONEY, MONEY.replace("$1.5 billion", "USD 1.5bn").replace("percent", "%")),
    (MONEY, MONEY.replace("about", "around").replace("5,000", "5 000")),
    (KILLED, KILLED.replace("twenty-one", "21")),
    (KILLED, "In 2024, the clashes left 55 civilians dead and 21 injured, according to the UN."),
    (URDU, URDU.replace("accept", "agree to")),
    (PAIR, PAIR.replace("; ", ", and ")),
    (AWAY, AWAY.replace("the military is not", "the military isn’t")),
    (OFFER, OFFER.replace("removed", "dismantled")),
    (OFFER, OFFER.replace("could accept", "might accept").replace("three", "3")),
    (SPOILER, SPOILER.replace("(outside the talks)", "(which stands outside the talks)")),
    (BEFORE, BEFORE.replace("in line", "in the queue")),
)

FIRST_HARMFUL = (
    (LEAVE, LEAVE.replace("would leave", "would not leave")),
    (LEAVE, LEAVE.replace("Kabul", "KP", 1)),
    (LEAVE, LEAVE.replace("will not turn", "will turn")),
    (LEAVE, LEAVE.replace("without major", "with major")),
    (LEAVE, LEAVE.replace("partial deal", "direct deal")),
    (LEAVE, LEAVE.replace("resume support", "end support")),
    (SHUT, SHUT.replace("cannot", "can")),
    (SHUT, SHUT.replace(", but cannot be got to", "")),
    (SHUT, SHUT.replace("would hold", "holds")),
    (SHUT, SHUT.replace("grand bargain", "partial deal")),
    (THREAT, THREAT.replace(" only by a threat", "")),
    (THREAT, THREAT.replace("holds only", "does not hold even")),
    (FEARS, FEARS.replace("the military", "Islamabad")),
    (FEARS, FEARS.replace("close Torkham", "open Torkham")),
    (FEARS, FEARS.replace("worse off", "better off")),
    (FEARS, FEARS.replace("Torkham", "Chaman")),
    (COUNTS, COUNTS.replace("4 would", "5 would")),
    (COUNTS, COUNTS.replace("11", "twelve")),
    (COUNTS, COUNTS.replace("4 would hold", "none would hold")),
    (COUNTS, COUNTS.replace("gain by", "lose by")),
    (TABLE, TABLE.replace("KP and Kabul", "KP")),
    (TABLE, TABLE.replace("KP and Kabul", "KP, Islamabad and Kabul")),
    (TABLE, TABLE.replace("can deliver", "cannot deliver")),
    (TABLE, TABLE.replace("they can deliver", "they will deliver")),
    (LINES, LINES.replace("50 apart", "15 apart")),
    (LINES, LINES.replace("at least 60", "at most 60")),
    (LINES, LINES.replace("TTP accepts", "Kabul accepts")),
    (LINES, LINES.replace("4 of 7", "7 of 7")),
    (LINES, LINES.replace("do not meet", "do meet")),
    (LINES, LINES.replace("at least 60", "60")),
    (LINES, LINES.replace("TTP accepts at least 60; Islamabad", "Islamabad accepts at least 60; TTP")),
    (NOBODY, NOBODY.replace("nobody", "somebody")),
    (NOBODY, NOBODY.replace("nobody", "everybody")),
    (HEARD, HEARD.replace("that is not a no", "that is a no")),
    (HEARD, HEARD.replace("neither given nor refused", "given but not signed")),
    (HEARD, HEARD.replace("Islamabad", "Lahore")),
    (SETS, SETS.replace("none with a change", "one with a change")),
    (SETS, SETS.replace("does not hold", "holds")),
    (SETS, SETS.replace("10 of 2", "2 of 10")),
    (MADE_UP, MADE_UP.replace("A7", "A6")),
    (MADE_UP, MADE_UP.replace("would hold", "will hold")),
    (MADE_UP, MADE_UP.replace("Kabul", "TTP", 1)),
    (ATTACKS, ATTACKS.replace("600", "60")),
    (ATTACKS, ATTACKS.replace("more than 600", "fewer than 600")),
    (ATTACKS, ATTACKS.replace("7 March", "17 March")),
    (ATTACKS, ATTACKS.replace("2025", "2024")),
    (ATTACKS, ATTACKS.replace("more than 600", "six hundred")),
    (MONEY, MONEY.replace("$", "€")),
    (MONEY, MONEY.replace("billion", "million")),
    (MONEY, MONEY.replace("percent", "percentage points")),
    (MONEY, MONEY.replace("up to 5,000", "at least 5,000")),
    (KILLED, KILLED.replace("killed", "displaced")),
    (KILLED, KILLED.replace("twenty-one", "thirty-one")),
    (KILLED, KILLED.replace("civilians", "militants")),
    (KILLED, KILLED.replace("55", "۵۶")),
    (URDU, URDU.replace("بلوچستان", "پنجاب")),
    (URDU, URDU.replace("may", "will")),
    (URDU, URDU.replace("three", "two")),
    (
        PAIR,
        PAIR.replace("an empty", "a doubtful", 1).replace(
            "deal only” would hold by a doubtful", "deal only” would hold by an empty"
        ),
    ),
    (EDITS, EDITS.replace("Taliban 9 and the republic 1", "Taliban 1 and the republic 9")),
    (EDITS, EDITS.replace("nothing with it", "something with it")),
    (AWAY, AWAY.replace("is not at", "is at")),
    (AWAY, AWAY.replace("only by", "by")),
    (OFFER, OFFER.replace("Every party", "Some parties")),
    (OFFER, OFFER.replace("could accept", "will accept")),
    (OFFER, OFFER.replace("half", "a third")),
    (OFFER, OFFER.replace("three months", "three years")),
    (OFFER, OFFER.replace("most would", "all would")),
    (SPOILER, SPOILER.replace("a spoiler", "a blocker")),
    (SPOILER, SPOILER.replace("would not gain", "would not fail to gain")),
    (BEFORE, BEFORE.replace("above", "below")),
    (BEFORE, BEFORE.replace("supports", "opposes")),
)

MILITIA = (
    "The militia has never let more than two convoys a week through the Garsen road, and its commander Abdi "
    "Noor says that he won't until at least 40 of his 65 detainees are freed."
)
CHURCH = "No church leader objected; Bishop Okello may still sign by 30 June 2024, probably in Gulu."
TRUCE = "None of the six truces since 2019 lasted longer than 11 days, and all were broken by the army first."
OIL = (
    "Juba must pay Khartoum $15 a barrel, roughly a quarter of what it earns; neither side trusts the other."
)
VOTE = "Only 3 of the 12 clans were asked, so the result (71%) cannot speak for every clan."
PORT = "The port could reopen in July if the coalition, not the ministry, keeps the keys."
ENVOY = (
    "The envoy refuses to meet the Council before Friday; she has not ruled out "
    "talks with the Front afterwards."
)
ARMS = "An estimated 1,200 rifles, almost half of them new, were seized in Malakal and sent to the UN."
HALT = "Without a halt, “ring road” does not hold: the Front would lose nothing by resuming fire."
FUND = "The fund allows up to €250,000 per district; Hodan needs less than a tenth of that."

SECOND_PARTIES = (
    ("National Salvation Front", "the Front"),
    ("Transitional Council", "the Council"),
    ("Government in Juba", "Juba"),
    ("Government in Khartoum", "Khartoum"),
)

SECOND_HARMLESS = (
    (
        MILITIA,
        MILITIA.replace(
            "let more than two convoys a week through", "allowed more than two convoys a week along"
        ),
    ),
    (MILITIA, MILITIA.replace("won't", "will not")),
    (MILITIA, MILITIA.replace("commander Abdi Noor", "commander, Abdi Noor,")),
    (MILITIA, MILITIA.replace("are freed", "go free")),
    (MILITIA, MILITIA.replace("two", "2").replace("40", "forty")),
    (CHURCH, CHURCH.replace("30 June 2024", "June 30th, 2024")),
    (CHURCH, CHURCH.replace("may still", "might yet")),
    (CHURCH, CHURCH.replace("objected", "raised an objection")),
    (CHURCH, CHURCH.replace("probably", "most likely")),
    (TRUCE, TRUCE.replace("six", "6").replace("lasted", "held out")),
    (TRUCE, TRUCE.replace("all were broken by the army first", "the army was first to break them all")),
    (TRUCE, TRUCE.replace("longer than 11 days", "more than eleven days")),
    (OIL, OIL.replace("$15", "15 dollars")),
    (OIL, OIL.replace("roughly", "about").replace("earns", "takes in")),
    (OIL, OIL.replace("must pay", "has to pay")),
    (OIL, OIL.replace("; neither side trusts the other", ". Neither side trusts the other")),
    (VOTE, VOTE.replace("71%", "71 per cent")),
    (VOTE, VOTE.replace("Only 3", "Just three")),
    (VOTE, VOTE.replace("asked", "consulted")),
    (VOTE, VOTE.replace("so the result", "which is why the result")),
    (PORT, PORT.replace("could reopen", "might open again")),
    (PORT, PORT.replace("keeps the keys", "holds the keys")),
    (PORT, "If the coalition, not the ministry, keeps the keys, the port could reopen in July."),
    (ENVOY, ENVOY.replace("afterwards", "after that")),
    (ENVOY, ENVOY.replace("meet the Council", "see the Council")),
    (ENVOY, ENVOY.replace("has not ruled", "hasn’t ruled")),
    (ENVOY, ENVOY.replace("; she", ". She")),
    (ARMS, ARMS.replace("An estimated", "Some")),
    (ARMS, ARMS.replace("almost half", "nearly half")),
    (ARMS, ARMS.replace("were seized", "were captured")),
    (ARMS, ARMS.replace("sent to the UN", "handed to the UN")),
    (HALT, HALT.replace("resuming fire", "resuming its fire")),
    (HALT, HALT.replace("does not", "doesn't")),
    (HALT, HALT.replace("“ring road”", "‘ring road’")),
    (HALT, HALT.replace("nothing by", "nothing from")),
    (FUND, FUND.replace("€250,000", "EUR 250 000")),
    (FUND, FUND.replace("per district", "for each district")),
    (FUND, FUND.replace("allows", "grants")),
    (FUND, FUND.replace("less than a tenth of that", "under a tenth of it")),
    (FUND, FUND.replace("The fund", "This fund")),
    (TRUCE, TRUCE.replace("truces", "ceasefires")),
    (CHURCH, CHURCH.replace("leader", "leadr").replace("leadr", "leader") + " "),
)

SECOND_HARMFUL = (
    (MILITIA, MILITIA.replace("never", "often")),
    (MILITIA, MILITIA.replace("two convoys", "ten convoys")),
    (MILITIA, MILITIA.replace("more than two", "two")),
    (MILITIA, MILITIA.replace("won't", "will")),
    (MILITIA, MILITIA.replace("at least 40", "all")),
    (MILITIA, MILITIA.replace("40 of his 65", "65 of his 40")),
    (MILITIA, MILITIA.replace("Abdi Noor", "Abdi Nur")),
    (MILITIA, MILITIA.replace("Garsen", "Garissa")),
    (MILITIA, MILITIA.replace("a week", "a month").replace("two convoys", "three convoys")),
    (CHURCH, CHURCH.replace("No church leader", "A church leader")),
    (CHURCH, CHURCH.replace("may still", "will")),
    (CHURCH, CHURCH.replace("30 June", "3 June")),
    (CHURCH, CHURCH.replace("Okello", "Odongo")),
    (CHURCH, CHURCH.replace("probably in", "in")),
    (CHURCH, CHURCH.replace("Gulu", "Kitgum")),
    (CHURCH, CHURCH.replace("June 2024", "July 2024")),
    (TRUCE, TRUCE.replace("None of", "One of")),
    (TRUCE, TRUCE.replace("six", "sixty")),
    (TRUCE, TRUCE.replace("2019", "2009")),
    (TRUCE, TRUCE.replace("11 days", "11 weeks")),
    (TRUCE, TRUCE.replace("all were", "most were")),
    (TRUCE, TRUCE.replace("first", "last")),
    (TRUCE, TRUCE.replace("longer than 11", "11")),
    (OIL, OIL.replace("Juba must pay Khartoum", "Khartoum must pay Juba")),
    (OIL, OIL.replace("$15", "$50")),
    (OIL, OIL.replace("$15", "£15")),
    (OIL, OIL.replace("a quarter", "three quarters")),
    (OIL, OIL.replace("neither side trusts", "each side trusts")),
    (OIL, OIL.replace("must pay", "may pay")),
    (OIL, OIL.replace("roughly a quarter", "a quarter")),
    (VOTE, VOTE.replace("Only 3", "3")),
    (VOTE, VOTE.replace("12", "21")),
    (VOTE, VOTE.replace("71%", "17%")),
    (VOTE, VOTE.replace("71%", "71")),
    (VOTE, VOTE.replace("cannot speak", "can speak")),
    (VOTE, VOTE.replace("every clan", "some clans")),
    (VOTE, VOTE.replace("3 of the 12", "12 of the 12")),
    (PORT, PORT.replace("could reopen", "will reopen")),
    (PORT, PORT.replace("July", "June")),
    (PORT, PORT.replace("the coalition, not the ministry,", "not the coalition, the ministry,")),
    (PORT, PORT.replace("reopen", "close")),
    (PORT, PORT.replace(", not the ministry,", "")),
    (ENVOY, ENVOY.replace("refuses", "agrees")),
    (ENVOY, ENVOY.replace("Friday", "Monday")),
    (ENVOY, ENVOY.replace("before", "after")),
    (ENVOY, ENVOY.replace("has not ruled out", "has ruled out")),
    (ENVOY, ENVOY.replace("the Front", "Khartoum")),
    (ENVOY, ENVOY.replace("the Council", "the Front").replace("with the Front", "with the Council")),
    (ARMS, ARMS.replace("1,200", "12,000")),
    (ARMS, ARMS.replace("An estimated 1,200", "Exactly 1,200")),
    (ARMS, ARMS.replace("almost half", "half")),
    (ARMS, ARMS.replace("almost half", "almost all")),
    (ARMS, ARMS.replace("Malakal", "Malaka")),
    (ARMS, ARMS.replace("the UN", "the AU")),
    (HALT, HALT.replace("Without", "With")),
    (HALT, HALT.replace("does not hold", "is not unstable")),
    (HALT, HALT.replace("lose nothing", "lose everything")),
    (HALT, HALT.replace("ring road", "river road")),
    (HALT, HALT.replace("the Front", "Juba")),
    (HALT, HALT.replace("would lose nothing", "would gain nothing")),
    (FUND, FUND.replace("250,000", "25,000")),
    (FUND, FUND.replace("€", "$")),
    (FUND, FUND.replace("up to", "at least")),
    (FUND, FUND.replace("less than a tenth", "more than a tenth")),
    (FUND, FUND.replace("a tenth", "a fifth")),
    (FUND, FUND.replace("Hodan", "هودان")),
    (FUND, FUND.replace("needs", "may want")),
)

CAMP = (
    "Between 30 and 45 families, or at least a third of Camp Dhuusa, left after the shelling on 2 "
    "May; the mayor, Halima Warsame, did not see it."
)
DAM = (
    "Addis will fill the dam by a fifth each year unless Cairo, which has never signed, "
    "accepts the 2015 text."
)
SWAP = (
    "Hamdok's side offered 12 prisoners for 4; no one on the other side could say whether it would take that."
)
RADIO = "Radio Kivu reported that M23 might withdraw from Masisi, but the governor denied it twice."
JOINT = "“joint patrols” would hold only under a threat; nobody can get there alone, and both sides know it."
TRIBE = "The Mahra tribes lack a seat: without them, fewer than half of the 300 km of coast is covered."
BILL = (
    "Parliament passed the bill by 101 votes to 99, so the president must sign it within 14 days or refuse."
)
LAND = "حزب الإصلاح owns most of the land; the Emir may lease up to 40% of it, if Riyadh does not object."

THIRD_PARTIES = (
    ("Ethiopia", "Addis"),
    ("Egypt", "Cairo"),
    ("March 23 Movement", "M23"),
    ("Saudi Arabia", "Riyadh"),
    ("حزب الإصلاح", "Islah"),
)

THIRD_HARMLESS = (
    (CAMP, CAMP.replace("Between 30 and 45 families", "30 to 45 families")),
    (CAMP, CAMP.replace("did not see", "did not witness")),
    (CAMP, CAMP.replace("or at least", "that is, at least")),
    (CAMP, CAMP.replace("2 May", "May 2")),
    (CAMP, CAMP.replace("the mayor, Halima Warsame,", "Mayor Halima Warsame")),
    (CAMP, CAMP.replace("left after", "fled after")),
    (DAM, DAM.replace("each year", "a year")),
    (DAM, DAM.replace("which has never signed", "never having signed")),
    (DAM, DAM.replace("Addis", "Ethiopia")),
    (DAM, DAM.replace("the 2015 text", "the text of 2015")),
    (SWAP, SWAP.replace("12 prisoners for 4", "twelve prisoners for four")),
    (SWAP, SWAP.replace("Hamdok's side", "The side of Hamdok")),
    (SWAP, SWAP.replace("no one", "nobody")),
    (RADIO, RADIO.replace("reported", "said")),
    (RADIO, RADIO.replace("might withdraw", "could pull out")),
    (RADIO, RADIO.replace("but the governor", "though the governor")),
    (RADIO, RADIO.replace("twice", "two times")),
    (JOINT, JOINT.replace("under a threat", "by a threat")),
    (JOINT, JOINT.replace("both sides know it", "each side knows it")),
    (JOINT, JOINT.replace("nobody can get there alone", "no side can get there by itself")),
    (TRIBE, TRIBE.replace("lack a seat", "have no seat")),
    (TRIBE, TRIBE.replace("fewer than half", "less than half")),
    (TRIBE, TRIBE.replace("300 km", "300 kilometres")),
    (TRIBE, TRIBE.replace("is covered", "is guarded")),
    (BILL, BILL.replace("by 101 votes to 99", "with 101 votes against 99")),
    (BILL, BILL.replace("within 14 days", "within a fortnight")),
    (BILL, BILL.replace("so the president", "and so the president")),
    (LAND, LAND.replace("lease", "let")),
    (LAND, LAND.replace("40%", "forty percent")),
    (LAND, LAND.replace("if Riyadh does not object", "provided Riyadh doesn't object")),
)

THIRD_HARMFUL = (
    (CAMP, CAMP.replace("30 and 45", "30 and 54")),
    (CAMP, CAMP.replace("a third", "two thirds")),
    (CAMP, CAMP.replace("at least a third", "a third")),
    (CAMP, CAMP.replace("2 May", "20 May")),
    (CAMP, CAMP.replace("did not see", "did see")),
    (CAMP, CAMP.replace("Halima", "Salma")),
    (CAMP, CAMP.replace("after", "before")),
    (DAM, DAM.replace("will fill", "may fill")),
    (DAM, DAM.replace("never signed", "signed")),
    (DAM, DAM.replace("Cairo", "Khartoum")),
    (DAM, DAM.replace("each year", "each month")),
    (DAM, DAM.replace("unless", "if")),
    (DAM, DAM.replace("accepts", "rejects")),
    (SWAP, SWAP.replace("12 prisoners for 4", "4 prisoners for 12")),
    (SWAP, SWAP.replace("no one on", "everyone on")),
    (SWAP, SWAP.replace("could say", "would say")),
    (RADIO, RADIO.replace("might withdraw", "withdrew")),
    (RADIO, RADIO.replace("denied", "confirmed")),
    (RADIO, RADIO.replace("M23", "FDLR")),
    (RADIO, RADIO.replace("twice", "once")),
    (RADIO, RADIO.replace("Masisi", "Goma")),
    (JOINT, JOINT.replace("only under a threat", "")),
    (JOINT, JOINT.replace("nobody can", "anybody can")),
    (JOINT, JOINT.replace("under a threat", "under an empty threat")),
    (TRIBE, TRIBE.replace("lack a seat", "have a seat")),
    (TRIBE, TRIBE.replace("without them", "with them")),
    (TRIBE, TRIBE.replace("fewer than half", "more than half")),
    (TRIBE, TRIBE.replace("300 km", "300 miles")),
    (BILL, BILL.replace("101 votes to 99", "99 votes to 101")),
    (BILL, BILL.replace("must sign", "may sign")),
    (BILL, BILL.replace("within 14 days", "after 14 days")),
    (BILL, BILL.replace("14", "40")),
    (LAND, LAND.replace("most of", "all of")),
    (LAND, LAND.replace("up to 40%", "at least 40%")),
    (LAND, LAND.replace("الإصلاح", "المؤتمر")),
    (LAND, LAND.replace("does not object", "objects")),
    (LAND, LAND.replace("may lease", "leased")),
)

DODIK = (
    "Dodik says that Banja Luka would hold its vote on 9 May, whatever Sarajevo decides; "
    "nearly 70 percent support it."
)
SHIPS = "The Houthis have not let a ship pass since 12 January, except three Chinese tankers."
TRADE = (
    "If Dushanbe opened the Bor-Doba crossing, traders in Osh could earn twice as much, at most $80 a month."
)
GUARDS = (
    "No ministry has paid the 4,000 guards; their union, led by Rosa Quispe, will strike "
    "if it is not settled by Monday."
)
KING = (
    "Only the king can dismiss the cabinet, and he has refused to do so three times, most recently in 2021."
)
REBELS = (
    "Rebels hold eight of the fourteen districts, but none of the towns; a truce of 72 "
    "hours might begin on Sunday."
)

FOURTH_PARTIES = (("Banja Luka",), ("Sarajevo",), ("Houthis",), ("Dushanbe",))
FOURTH_HARMLESS = (
    (DODIK, DODIK.replace("nearly", "almost")),
    (DODIK, DODIK.replace("hold its vote", "stage its vote")),
    (DODIK, DODIK.replace("70 percent", "70%")),
    (DODIK, DODIK.replace("whatever Sarajevo decides", "no matter what Sarajevo decides")),
    (SHIPS, SHIPS.replace("let a ship pass", "allowed a ship through")),
    (SHIPS, SHIPS.replace("except", "save for")),
    (SHIPS, SHIPS.replace("have not", "haven’t")),
    (TRADE, TRADE.replace("at most $80", "no more than 80 dollars")),
    (TRADE, TRADE.replace("traders in Osh", "Osh traders")),
    (TRADE, TRADE.replace("If Dushanbe opened", "Were Dushanbe to open")),
    (TRADE, TRADE.replace("a month", "per month")),
    (GUARDS, GUARDS.replace("No ministry has", "None of the ministries has")),
    (GUARDS, GUARDS.replace("led by Rosa Quispe", "which Rosa Quispe leads")),
    (GUARDS, GUARDS.replace("is not settled", "isn't resolved")),
    (GUARDS, GUARDS.replace("4,000", "four thousand")),
    (KING, KING.replace("do so", "do that")),
    (KING, KING.replace("most recently", "last")),
    (KING, KING.replace("refused", "declined")),
    (REBELS, REBELS.replace("hold eight", "control eight")),
    (REBELS, REBELS.replace("eight of the fourteen", "8 of 14")),
    (REBELS, REBELS.replace("might begin", "may start")),
    (REBELS, REBELS.replace("72 hours", "three days")),
    (REBELS, REBELS.replace("but none of the towns", "though no town")),
)
FOURTH_HARMFUL = (
    (DODIK, DODIK.replace("9 May", "19 May")),
    (DODIK, DODIK.replace("would hold", "will hold")),
    (DODIK, DODIK.replace("support", "oppose")),
    (DODIK, DODIK.replace("70", "17")),
    (DODIK, DODIK.replace("Sarajevo", "Belgrade")),
    (SHIPS, SHIPS.replace("have not let", "have let")),
    (SHIPS, SHIPS.replace("since 12", "until 12")),
    (SHIPS, SHIPS.replace("except three", "including three")),
    (SHIPS, SHIPS.replace("Chinese", "Russian")),
    (SHIPS, SHIPS.replace("three", "thirty")),
    (TRADE, TRADE.replace("at most", "at least")),
    (TRADE, TRADE.replace("opened", "closed")),
    (TRADE, TRADE.replace("could earn", "earn")),
    (TRADE, TRADE.replace("$80", "$800")),
    (TRADE, TRADE.replace("a month", "a day")),
    (TRADE, TRADE.replace("twice as much", "half as much")),
    (GUARDS, GUARDS.replace("No ministry", "Every ministry")),
    (GUARDS, GUARDS.replace("Rosa", "Rita")),
    (GUARDS, GUARDS.replace("will strike", "may strike")),
    (GUARDS, GUARDS.replace("is not settled", "is settled")),
    (GUARDS, GUARDS.replace("Monday", "Sunday")),
    (GUARDS, GUARDS.replace("4,000 guards", "400 guards")),
    (KING, KING.replace("Only the king", "The king")),
    (KING, KING.replace("can dismiss", "cannot dismiss")),
    (KING, KING.replace("has refused", "has agreed")),
    (KING, KING.replace("2021", "2012")),
    (KING, KING.replace("three times", "many times")),
    (REBELS, REBELS.replace("none of the towns", "one of the towns")),
    (REBELS, REBELS.replace("eight", "eighteen")),
    (REBELS, REBELS.replace("72 hours", "72 days")),
    (REBELS, REBELS.replace("might begin", "begins")),
    (REBELS, REBELS.replace("hold", "have lost")),
)
KNOWN_FALSE_ALARMS = (
    (SHIPS, SHIPS.replace("three Chinese tankers", "3 tankers from China")),
    (KING, KING.replace("Only the king can", "The king alone can")),
)
