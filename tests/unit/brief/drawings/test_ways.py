"""The drawing of the ways: who moves on each arrow, and where somebody is worse off."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jirga.answer.analysis import Analysis
from jirga.brief.drawings.ways import ways, worth_drawing
from jirga.conflict.file import parse_text
from jirga.examples import conflict, solvable, starter

SVG = "{http://www.w3.org/2000/svg}"


def drawn(analysis: Analysis) -> ET.Element:
    return ET.XML(ways(analysis).svg())


def words(root: ET.Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", solvable())
def test_every_step_is_an_arrow_and_every_loss_is_dashed(name: str) -> None:
    """There is an arrow for every step of every way drawn, dashed exactly where its mover loses."""
    analysis = Analysis(conflict(name))
    steps = [step for outcome in analysis.outcomes for step in worth_drawing(analysis, outcome)]
    if not steps:
        assert ways(analysis) is None
        return
    root = drawn(analysis)
    arrows = list(root.iter(f"{SVG}line"))
    dashed = [one for one in arrows if one.get("stroke-dasharray")]
    assert (len(arrows), len(dashed)) == (len(steps), sum(bool(step.losers) for step in steps))
    assert root.find(f"{SVG}title").text == "The ways from the status quo"


def test_the_first_to_go_is_marked_as_worse_off() -> None:
    """With a lower price and linkage Kabul goes first on the way to the partial deal, and is worse off."""
    analysis = Analysis(conflict("khyber_kabul_2025"), "price lower and linkage")
    root = drawn(analysis)
    assert "partial deal: holds by threat; cannot be got to by steps all gain by" in words(root)
    assert (
        "To partial deal: Kabul +curb +posts, and Kabul is worse off; then TTP +halt; then the military"
        in (root.find(f"{SVG}desc").text)
    )
    assert any("worse off: Kabul" in one for one in words(root))


def test_an_outcome_that_can_be_got_to_says_so() -> None:
    """A lane's head says how firmly the outcome holds and that it can be got to."""
    root = drawn(Analysis(parse_text(starter())))
    assert "mutual truce: holds by threat; can be got to" in words(root)
    assert (
        root.find(f"{SVG}desc").text == "To mutual truce: the government and the movement +withdraw +truce."
    )


def test_only_outcomes_that_hold_are_drawn() -> None:
    """The status quo, what breaks, and what is impossible have no lane."""
    analysis = Analysis(conflict("khyber_kabul_2025"), "s40 literal")
    drawn_ = [name for name in analysis.outcomes if worth_drawing(analysis, name)]
    assert drawn_ == ["torkham only", "direct torkham"]


@pytest.mark.parametrize("cut", ["outcomes:", "status_quo:"])
def test_without_outcomes_or_a_status_quo_there_is_nothing_to_draw(cut: str) -> None:
    """A conflict without outcomes, or without a status quo, has no drawing of ways."""
    file = parse_text(starter())
    without = {"outcomes:": {"outcomes": {}}, "status_quo:": {"status_quo": None}}[cut]
    assert ways(Analysis(file.model_copy(update=without))) is None


def test_in_a_conflict_by_states_a_step_says_where_it_leads() -> None:
    """Between states an arrow says where it leads instead of what is taken."""
    root = drawn(Analysis(conflict("elmira_9")))
    assert "to 5" in words(root)


def test_long_ways_go_on_in_the_next_row() -> None:
    """A way of more than three steps is drawn in rows, each starting again at the left."""
    options = {name: f"{{name: {name}, options: {{o{name}: x}}, prefers: [o{name}]}}" for name in "abcde"}
    parties = "\n".join(f"  {name}: {text}" for name, text in options.items())
    text = f"title: t\nstatus_quo: []\nparties:\n{parties}\noutcomes: {{all: [oa, ob, oc, od, oe]}}"
    analysis = Analysis(parse_text(text), largest=1)
    boxes = list(drawn(analysis).iter(f"{SVG}rect"))
    assert len({box.get("y") for box in boxes}) == 2
    assert all(float(box.get("x")) >= 0 and float(box.get("x")) + 98 <= 752 for box in boxes)
