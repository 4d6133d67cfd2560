"""A figure on its way from outlet to outlet, traced to the oldest."""

from __future__ import annotations

import pytest

from figured import document, source
from jirga.figures.alike import key
from jirga.figures.between import between_checks
from jirga.figures.sides import side_by_side
from jirga.figures.source import Source
from jirga.figures.travelled import Travelled, traced

OLD, NEW = document("wire", published="2025-02-15"), document("blog", published="2025-02-20")
DAYS, YEAR = ("2024-07-01", "2024-12-13"), ("2024-01-01", "2024-12-31")
WIRE = {"unit": "attacks", "bound": "more_than", "days": DAYS, "place": "Pakistan", "claimant": "UN team"}


def judged(*some: Source) -> Travelled:
    """Give what became of the last of some figures."""
    return next(one for one in traced(some) if one.one is some[-1])


def attacks(doc: object = NEW, counted: str = "TTP attacks", value: float = 600, **more: object) -> Source:
    """Make a figure of attacks, as the wire has it unless told otherwise."""
    return source(value, counted, **{**WIRE, **more}, doc=doc)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "verdict", "changes"),
    [
        ({}, "same", ()),
        ({"days": YEAR}, "drift", ("period",)),
        ({"days": YEAR, "counted": "attacks from Afghan soil"}, "drift", ("period", "counted")),
        ({"bound": "exact"}, "weaker", ("bound",)),
        ({"claimant": "Kabul"}, "weaker", ("claimant",)),
        ({"claimant": None}, "weaker", ("claimant",)),
        ({"claimant": "a member state", "via": ("UN team",)}, "drift", ("claimant",)),
        ({"place": "Khyber Pakhtunkhwa"}, "drift", ("place",)),
        ({"value": 500, "bound": "exact"}, "contradiction", ("value",)),
        ({"value": 700, "bound": "exact"}, "weaker", ("bound",)),
    ],
    ids=str,
)
def test_what_became_of_it(changed: dict[str, object], verdict: str, changes: tuple[str, ...]) -> None:
    """Same, drift of period, place or thing; weaker with a bound or a speaker lost; contradiction."""
    found = judged(attacks(OLD), attacks(**changed))  # type: ignore[arg-type]
    assert (found.first.document.name, found.verdict, found.changes) == ("wire", verdict, changes)


@pytest.mark.parametrize(
    "other",
    [
        {"days": ("2023-01-01", "2023-12-31"), "value": 600},
        {"unit": "deaths"},
        {"value": 32, "place": "Balochistan"},
        {"value": 12, "counted": "ambushes by bandits", "claimant": "police"},
        {"actor": "BLA"},
        {"per": "month"},
    ],
    ids=str,
)
def test_another_figure(other: dict[str, object]) -> None:
    """Another time, unit, place, thing or doer is another figure, and nothing is said of it."""
    first = attacks(OLD, actor="TTP") if "actor" in other else attacks(OLD)
    found = judged(first, attacks(**other))  # type: ignore[arg-type]
    assert found.first is found.one


def test_the_oldest_is_what_its_claimant_published() -> None:
    """A report of the institute itself is the oldest, whenever it was downloaded; then the day counts."""
    own = document("own", publisher="UN team", published="2025-03-01")
    found = traced([attacks(NEW), attacks(OLD), attacks(own)])
    assert [one.one.document.name for one in found] == ["own", "wire", "blog"]
    assert {one.first.document.name for one in found} == {"own"}
    undated = traced([attacks(document("undated")), attacks(NEW)])
    assert undated[0].one.document.name == "blog"


def test_whoever_said_so_first_is_missed_in_older_sources_too() -> None:
    """An older source that leaves out the member state is flagged by the newer one that names it."""
    fuller = attacks(NEW, claimant="a member state", via=("UN team",))
    found = list(between_checks(traced([attacks(OLD), fuller])))
    assert [(one.of, one.verdict) for one in found] == [
        (fuller.id, "drift"),
        (attacks(OLD).id, "weaker"),
    ]
    assert "leaves out that it is a member state who says so" in found[1].what


def test_two_in_one_document() -> None:
    """Two who disagree in one document are two sources; one who is quoted twice is one."""
    rate = {"unit": "people", "per": "day", "place": "Torkham", "days": None, "bound": "about"}
    officials = attacks(NEW, "people crossing", 10_000, **{**rate, "claimant": "officials"})
    outlet = attacks(NEW, "people crossing", 1_000, **{**rate, "claimant": "an outlet"}, at=50)
    assert judged(officials, outlet).verdict == "contradiction"
    again = attacks(NEW, "people crossing", 1_000, **{**rate, "claimant": "officials"}, at=50)
    assert judged(officials, again).first is again


def test_a_slip_is_told() -> None:
    """Where both name one speaker, one of two numbers is a slip, and the sentence says that both name it."""
    found = list(
        between_checks(traced([attacks(OLD, value=35, bound="exact"), attacks(value=36, bound="exact")]))
    )
    assert "36 against 35, although both name UN team" in found[0].what


def test_side_by_side() -> None:
    """What does not agree comes first, the oldest source at the top; a second mention is no second source."""
    alone = attacks(OLD, "ambushes", 12, at=500)
    some = [
        attacks(OLD),
        attacks(OLD, at=90),
        attacks(NEW),
        alone,
        attacks(NEW, "raids", 7),
        attacks(OLD, "raids", 9),
    ]
    sides = side_by_side(traced(some))
    assert [(one.first.figure.counted, one.sources, one.flagged) for one in sides] == [
        ("raids", 2, True),
        ("TTP attacks", 2, False),
        ("ambushes", 1, False),
    ]
    assert [row.one.document.name for row in sides[1].rows] == ["wire", "wire", "blog"]
    assert sides[1].heading == "TTP attacks, Pakistan, 2024-07-01 to 2024-12-13"


def test_key() -> None:
    """What does not tell sources from others is left out; what does is kept."""
    assert key("UN Monitoring Team, 15th report") != key("UN Monitoring Team, 35th report")
    assert key("the report") == "the report"
