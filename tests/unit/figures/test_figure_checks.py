"""Checks inside a document: parts and totals, percent and counts, rates, dates, and 'mostly in'."""

from __future__ import annotations

from figured import TERMS, document, happening, source
from jirga.figures import dates
from jirga.figures.changes import change_checks, earlier
from jirga.figures.finding import Finding
from jirga.figures.parts import parts_checks
from jirga.figures.rates import rate_checks
from jirga.figures.shares import Mostly, mostly, share_checks
from jirga.figures.source import Source

FEBRUARY, JANUARY = ("2025-02-01", "2025-02-28"), ("2025-01-01", "2025-01-31")


def monthly(value: float, counted: str, place: object, unit: str = "deaths", **more: object) -> Source:
    """Make a figure of February."""
    return source(value, counted, unit, **{"claimant": "PICSS", "place": place, "days": FEBRUARY, **more})  # type: ignore[arg-type]


def verdicts(found: list[Finding]) -> list[str]:
    """Give the verdicts."""
    return [one.verdict for one in found]


BALOCHISTAN = [
    monthly(56, "people", "Balochistan", at=0),
    monthly(35, "civilians", "Balochistan", at=100),
    monthly(10, "security personnel", "Balochistan", at=200),
    monthly(11, "militants", "Balochistan", at=300),
]


def test_parts_make_the_total() -> None:
    """35, 10 and 11 are 56."""
    (found,) = parts_checks(BALOCHISTAN)
    assert (found.verdict, found.of) == ("consistent", BALOCHISTAN[0].id)
    assert "come to 56, as the total says" in found.what


def test_parts_are_more_than_the_total() -> None:
    """36, 10 and 11 are not 56."""
    wrong = [BALOCHISTAN[0], monthly(36, "civilians", "Balochistan", at=100), *BALOCHISTAN[2:]]
    (found,) = parts_checks(wrong)
    assert found.verdict == "contradiction"
    assert "come to 57, which is more than the total" in found.what


def test_parts_with_a_rest() -> None:
    """Parts that come to less leave a rest, and contradict nothing."""
    (found,) = parts_checks(BALOCHISTAN[:3])
    assert found.verdict == "consistent"
    assert "the rest is not given" in found.what


def test_groups_that_overlap_are_not_added() -> None:
    """Women and children among the civilians are not added to them; more children than people is wrong."""
    people = monthly(12, "people", "Kurram")
    some = [people, monthly(9, "civilians", "Kurram", at=10), monthly(5, "children", "Kurram", at=20)]
    assert verdicts(list(parts_checks(some))) == []
    assert verdicts(list(parts_checks([people, monthly(13, "children", "Kurram", at=20)]))) == []
    (found,) = parts_checks([people, monthly(13, "civilians", "Kurram", at=20)])
    assert found.verdict == "contradiction"


def test_places_are_added_only_where_they_are_apart() -> None:
    """The districts and the rest of the province are added to Balochistan; the province as a whole is not."""
    whole = monthly(79, "militant attacks", "Pakistan", "attacks")
    parts = [
        monthly(32, "attacks", "Balochistan", "attacks", at=10),
        monthly(21, "attacks", "former FATA", "attacks", at=20),
        monthly(23, "attacks", "KP without the former FATA", "attacks", at=30),
        monthly(44, "attacks", "KP", "attacks", at=40),
    ]
    found = [one for one in parts_checks([whole, *parts]) if one.of == whole.id]
    assert [one.verdict for one in found] == ["consistent"]
    assert "come to 76" in found[0].what


def test_figures_of_one_day_are_parts_only_side_by_side() -> None:
    """The dead of two attacks on one day, told far apart, are not parts of one total."""
    day = ("2025-02-03", "2025-02-03")
    near = [monthly(4, "people", "Quetta", days=day), monthly(5, "civilians", "Quetta", at=90, days=day)]
    far = [near[0], monthly(5, "civilians", "Quetta", at=900, days=day)]
    assert verdicts(list(parts_checks(near))) == ["contradiction"]
    assert verdicts(list(parts_checks(far))) == []


def rise(value: float, counted: str = "rise of civilian deaths", **more: object) -> Source:
    """Make a change from January to February."""
    return monthly(value, counted, "Pakistan", str(more.pop("unit", "percent")), at=900, **more)


COUNTS = [
    monthly(55, "civilians", "Pakistan", at=100),
    source(20, "civilians", days=JANUARY, place="Pakistan", at=200, claimant="PICSS"),
    monthly(47, "security personnel", "Pakistan", at=300),
    source(57, "security personnel", days=JANUARY, place="Pakistan", at=400, claimant="PICSS"),
]


def test_changes() -> None:
    """175 percent and 18 percent, rounded, are right; 'more than doubled' is; 170 percent is not."""
    fall = "fall of security forces' deaths"
    for one, verdict in (
        (rise(175), "consistent"),
        (rise(18, fall), "consistent"),
        (rise(17, fall), "contradiction"),
        (rise(170), "contradiction"),
        (
            rise(2, "civilian deaths", unit="ratio", bound="more_than", quote="more than doubled"),
            "consistent",
        ),
        (
            rise(3, "civilian deaths", unit="ratio", bound="more_than", quote="more than tripled"),
            "contradiction",
        ),
        (rise(18, "rise of security forces' deaths"), "contradiction"),
    ):
        (found,) = change_checks([one, *COUNTS], [])
        assert (found.verdict, found.within) == (verdict, True), found.what


def test_change_said_the_wrong_way_round() -> None:
    """Where it fell, the sentence says by how much."""
    (found,) = change_checks([rise(18, "rise of security forces' deaths"), *COUNTS], [])
    assert "a fall of 17.5 percent" in found.what


def test_change_takes_its_counts_from_others() -> None:
    """A document without counts is checked by those of others, and one that nobody can check says so."""
    (found,) = change_checks([rise(175)], COUNTS)
    assert (found.verdict, found.within) == ("consistent", True)
    other = [
        source(v.figure.value, v.figure.counted, doc=document("picss"), days=d, place="Pakistan")
        for v, d in zip(COUNTS[:2], (FEBRUARY, JANUARY), strict=True)
    ]
    (found,) = change_checks([rise(175)], other)
    assert (found.verdict, found.within) == ("consistent", False)
    (found,) = change_checks([rise(175)], other[:1])
    assert found.verdict == "not comparable"
    assert "the counts for February 2025 and January 2025 are not both here" in found.what


def test_change_whose_place_was_only_carried_over() -> None:
    """Where KP was only carried over, Pakistan's counts are taken, and told; where it is stated, not."""
    for kind, verdict in (("carried", "consistent"), ("stated", "not comparable")):
        one = monthly(175, "rise of civilian deaths", {"name": "KP", "kind": kind}, "percent", at=900)
        (found,) = change_checks([one, *COUNTS], [])
        assert found.verdict == verdict
        assert found.what.endswith("a rise of 175 percent, for Pakistan") == (kind == "carried")


def test_change_from_a_bare_number() -> None:
    """'Civilian deaths rose 175 percent, from 20': the 20 are civilians; a number before it need not be."""
    bare = source(20, "deaths", days=JANUARY, place="Pakistan", at=950, quote="20 were recorded")
    (found,) = change_checks([rise(175), COUNTS[0], bare], [])
    assert (found.verdict, found.against[1]) == ("consistent", bare.id)
    earlier_on = source(20, "deaths", days=JANUARY, place="Pakistan", at=850, quote="20 were recorded")
    (found,) = change_checks([rise(175), COUNTS[0], earlier_on], [])
    assert found.verdict == "not comparable"


def test_earlier() -> None:
    """Before March is February, before a year the year, before ten days ten days."""
    import datetime as dt

    assert earlier(dt.date(2024, 3, 1), dt.date(2024, 3, 31)) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert earlier(dt.date(2024, 1, 1), dt.date(2024, 12, 31)) == (dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert earlier(dt.date(2024, 3, 11), dt.date(2024, 3, 20)) == (dt.date(2024, 3, 1), dt.date(2024, 3, 10))


def test_rates() -> None:
    """Three million a day makes nearly 42 million in two weeks, and not 60."""
    money = {"currency": "USD", "place": "Torkham"}
    rate = source(3e6, "trade loss", "money", per="day", bound="about", **money)
    days = ("2025-02-22", "2025-03-08")
    whole = source(42e6, "trade affected", "money", at=50, bound="nearly", days=days, **money)
    wrong = source(60e6, "trade lost", "money", at=90, days=days, **money)
    found = list(rate_checks([rate, whole, wrong]))
    assert [(one.of, one.verdict) for one in found] == [(whole.id, "consistent"), (wrong.id, "contradiction")]


def test_beginnings_that_differ() -> None:
    """A closure that two papers date a day apart; another a year later is another closure."""
    old, new = document("ap", published="2025-03-01"), document("ani", published="2025-03-02")
    first = happening("2025-02-21", doc=old, crossing="Torkham")
    some = [
        happening("2025-02-22", doc=new, crossing="Torkham"),
        first,
        happening("2024-02-22", doc=new, crossing="Torkham", at=90),
        happening("2025-03-01", doc=new, crossing="Torkham", at=200, quote="remained closed on Saturday"),
    ]
    found = list(dates.begun_checks([one for one in some if "remained" not in one.incident.main.quote]))
    assert [(one.verdict, one.against) for one in found] == [("contradiction", (first.id,))]
    assert "begins on 2025-02-22, 1 day later than 2025-02-21" in found[0].what


def test_a_document_that_contradicts_its_own_date() -> None:
    """Closed on 28 February, and on 8 March for a fifteenth day; two weeks after the 21st are right."""
    paper = document("paper", published="2025-03-08")
    fifteenth = source(15, "closure", "duration", doc=paper, quote="15th consecutive day", place="Torkham")
    weeks = source(2, "closure", "duration", doc=paper, quote="two weeks now", place="Torkham", at=90)
    for start, one, verdict in (
        ("2025-02-28", fifteenth, "contradiction"),
        ("2025-02-22", fifteenth, "consistent"),
        ("2025-02-21", weeks, "consistent"),
        ("2025-02-10", weeks, "contradiction"),
    ):
        (found,) = dates.lasted_checks([one], [happening(start, doc=paper, crossing="Torkham", at=300)])
        assert found.verdict == verdict, found.what


def test_one_number_for_two_months() -> None:
    """38 deaths for July, and for August, in one document cannot be; small numbers may be chance."""
    july, august = ("2019-07-01", "2019-07-31"), ("2019-08-01", "2019-08-31")
    for value, many in ((38, 1), (3, 0)):
        some = [
            source(value, "people", days=days, at=at, place="Pakistan")
            for at, days in enumerate((july, august))
        ]
        found = list(dates.twice_checks(some))
        assert len(found) == many
        assert all(one.changes == ("period",) for one in found)


def test_two_numbers_for_one_measure() -> None:
    """Two numbers for the same thing in one document contradict each other; a bound may hold both."""
    one, other = (monthly(v, "civilians", "Pakistan", at=v) for v in (55, 45))
    assert verdicts(list(dates.twice_checks([one, other]))) == ["contradiction"]
    loose = monthly(50, "civilians", "Pakistan", bound="at_least", at=5)
    assert verdicts(list(dates.twice_checks([one, loose]))) == []


SENTENCE = "These attacks, which claimed the lives of 55 civilians and 47 officers, took place mostly in KP."


def seed(known: list[Source]) -> Finding:
    """Check the sentence of the seed."""
    paper = document("article")
    own = tuple(
        source(v, c, doc=paper, days=FEBRUARY, place="KP", at=v)
        for v, c in ((55, "civilians"), (47, "security forces"))
    )
    said = Mostly("mostly in KP", "article#S8", TERMS.name("KP"), SENTENCE, own)
    (found,) = share_checks([said], [*own, *known])
    return found


PICSS = [
    monthly(79, "militant attacks", "Pakistan", "attacks"),
    monthly(32, "attacks", "Balochistan", "attacks"),
    monthly(21, "attacks", "former FATA", "attacks"),
    monthly(23, "attacks", "KP without the former FATA", "attacks"),
    monthly(55, "civilians", "Pakistan"),
    monthly(35, "civilians", "Balochistan"),
    monthly(47, "security personnel", "Pakistan"),
    monthly(10, "security personnel", "Balochistan"),
    monthly(22, "security personnel", "former FATA"),
    monthly(14, "security personnel", "KP without the former FATA"),
]


def test_mostly_depends_on_the_measure() -> None:
    """'Mostly in KP': true of attacks and of security forces' deaths, false of civilians'."""
    found = seed(PICSS)
    assert found.verdict == "depends"
    true, false = found.what.split("; false of ")
    assert "true of attacks (44 to 47 of 79, 56 to 59 percent" in true
    assert "deaths of security forces (36 to 37 of 47, 77 to 79 percent" in true
    assert "deaths of civilians (at most 20 of 55, at most 36 percent" in false


def test_mostly_by_less() -> None:
    """With less known it is open, or nothing is there to check it by; the sentence itself is no evidence."""
    assert seed([]).verdict == "not comparable"
    some = seed([PICSS[0], PICSS[2]])
    assert some.verdict == "not comparable"
    assert "open of attacks (21 to 79 of 79" in some.what
    assert seed([PICSS[4], PICSS[5]]).verdict == "contradiction"
    assert seed([PICSS[0], PICSS[1], *PICSS[2:4]]).verdict == "consistent"


def test_mostly_words() -> None:
    """Where a text says that most of something is in one place."""
    text = "They were mainly in North Waziristan, largely in response. Mostly in the former FATA, he said."
    found = [(text[start:end], place) for start, end, place in mostly(text)]
    assert found == [
        ("mainly in North Waziristan", "North Waziristan"),
        ("Mostly in the former FATA", "former FATA"),
    ]
    ((_, _, place),) = mostly("Deaths were mostly in the former FATA districts.")
    assert place == "former FATA"
