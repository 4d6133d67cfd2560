"""In how many readings an answer stands, which item decides, and how that is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jirga
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.checking import check_text
from jirga.answer.stress.ranges import solved_ranges
from jirga.answer.stress.ranges_words import asked_ranges
from jirga.answer.stress.room_ranges import room_ranges
from jirga.answer.stress.words import often
from jirga.conflict.file import parse_text
from jirga.errors import NotStated

MANY = """
title: Many readings
parties:
  a:
    name: A
    options: {x: x}
    prefers:
      - {want: x and y, id: A1, places: [1, 6]}
      - {want: x, id: A2, places: [1, 6]}
      - {want: not y, id: A3, places: [1, 6]}
      - {want: not x or y, id: A4}
      - {want: y, id: A5}
      - {want: x or y, id: A6}
  b: {name: B, options: {y: y}, prefers: [{want: y, id: B1, readings: [not y]}, x]}
status_quo: []
outcomes: {both: [x, y], none: []}
asks: [{about: x and y, says: both}]
"""
XOR = """
title: Several together
parties:
  a: {name: A, options: {x: x}, prefers: [{want: x, readings: [not x]}]}
  b: {name: B, options: {y: y}, prefers: [{want: y iff x, readings: [not (y iff x)]}]}
status_quo: []
outcomes: {two: [x, y], one: [x]}
"""


def test_the_seed() -> None:
    """Price decides the halt, backing decides the talks, and nothing decides the crossing."""
    figures = jirga.example("khyber_kabul_2025").ranges().figures
    assert figures["readings"] == {"asked": 16, "solved": 16, "all": True, "seed": 1}
    halt = figures["asks"]["fewer attacks"]
    assert (halt["written"]["holds"], halt["as_written_in"]) == ("no", 8)
    assert (halt["turns_on"]["want"], halt["turns_on"]["decides"]) == ("A1", True)
    assert figures["asks"]["an open border crossing"]["turns_on"] is None
    assert figures["outcomes"]["talks no result"]["turns_on"]["want"] == "M5"
    assert figures["outcomes"]["partial deal"]["turns_on"]["by_choice"] == [
        {"as_written": 8, "of": 8},
        {"as_written": 0, "of": 8},
    ]


def test_each_reading_is_the_conflict_it_stands_for() -> None:
    """Every reading's verdicts are those of the variant that says the same."""
    talks = jirga.example("khyber_kabul_2025").model
    found = solved_ranges(Analysis(talks))
    number = {item.want: place for place, item in enumerate(found.items)}
    price = next(
        verdicts
        for chosen, verdicts in zip(found.chosen, found.found, strict=True)
        if chosen[number["A1"]] == 1 and not chosen[number["M5"]] and chosen[number["A7"]] == 3
    )
    solved = jirga.example("khyber_kabul_2025").variant("kabul price lower").solve()
    for name, verdict in solved.outcomes.items():
        assert (price.outcomes[name].level >= 2) == verdict.holds["seq"]
        assert (price.outcomes[name].level >= 4) == verdict.holds["nash"]
        assert price.outcomes[name].attained == verdict.attainable["together"]


def test_what_is_said() -> None:
    """One verdict, one sentence on how firm it is; never a probability."""
    text = str(jirga.example("khyber_kabul_2025").ranges())
    assert "An open border crossing: yes, under threat, in all 16 readings." in text
    assert "decided by how Kabul's A1 is read: “no” in all 8 with “will not turn on the TTP" in text
    assert "all were solved" in text
    for word in ("probab", "likel", "predict", "forecast"):
        assert word not in re.sub("“[^”]*”", "", text.lower())


def test_several_together() -> None:
    """Where no one item decides, that is said."""
    found = asked_ranges(Analysis(parse_text(XOR)))
    assert found.figures["outcomes"]["two"]["turns_on"] is None or (
        found.figures["outcomes"]["two"]["turns_on"]["share"] < 1
    )
    assert "takes several together" in str(found) or "turns most on" in str(found)


def test_more_readings_than_are_solved() -> None:
    """A seeded sample says that it is one; the same seed gives the same."""
    analysis = Analysis(parse_text(MANY))
    found = asked_ranges(analysis, draws=50, seed=3)
    assert found.figures["readings"] == {"asked": 50, "solved": 50, "all": False, "seed": 3}
    assert "50 were drawn, from seed 3" in str(found)
    assert found == asked_ranges(analysis, draws=50, seed=3)
    whole = asked_ranges(analysis, draws=1000).figures
    assert (whole["readings"]["solved"], whole["readings"]["all"]) == (6**3 * 2, True)
    share = sum(one["in"] for one in whole["asks"]["both"]["found"] if one["holds"] != "no") / 432
    some = sum(one["in"] for one in found.figures["asks"]["both"]["found"] if one["holds"] != "no") / 50
    assert share == pytest.approx(some, abs=0.2)


def test_stopped_on_the_way() -> None:
    """What was solved until then is told, and how far it got."""

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    found = asked_ranges(Analysis(parse_text(MANY)), tell=stop)
    readings = found.figures["readings"]
    assert found.stopped
    assert 0 < readings["solved"] < readings["asked"] == 400
    assert f"Stopped after {readings['solved']:,} of 400 readings" in str(found)


def test_nothing_is_uncertain() -> None:
    """A file without readings or ranges is said to have none."""
    with pytest.raises(NotStated, match="rival readings"):
        jirga.example("prisoners").ranges()


def test_room_over_ranges() -> None:
    """Total indices name the red line that decides, and a package that is always shut is told so."""
    found = room_ranges(Bargain(jirga.example("khyber_kabul_2025").model), base=256)
    torkham = next(one for one in found.decided if one.package == "torkham")
    assert torkham.found is not None
    best = torkham.inputs[int(torkham.found.total.argmax())]
    assert (found.bargain.parties[best[0]], found.bargain.issues[best[1]], best[2]) == (
        "kabul",
        "posts",
        "least",
    )
    assert torkham.found.mean == pytest.approx(0.52, abs=0.03)
    assert next(one for one in found.decided if one.package == "grand bargain").found.variance == 0


def test_a_file_with_issues_only(tmp_path: Path) -> None:
    """Red lines as ranges are enough."""
    path = tmp_path / "issues.yaml"
    path.write_text(
        "title: t\nparties: {a: {name: A}, b: {name: B}}\nissues: {price: the price}\npositions:\n"
        "  - {party: a, issue: price, accept: {max: [20, 30, 40]}}\n"
        "  - {party: b, issue: price, accept: {min: [25, 30, 32]}}\npackages: {sale: price}\n"
    )
    lines = jirga.load(path).ranges().figures["room"]["packages"]["sale"]["red_lines"]
    assert [(one["party"], one["side"]) for one in lines] == [("a", "max"), ("b", "min")]
    assert lines[0]["total"] > lines[1]["total"]


@pytest.mark.parametrize(
    ("some", "of", "said"), [(1, 3, "1 of 3"), (0, 30, "none of 30"), (12, 30, "about 4 of 10")]
)
def test_how_often(some: int, of: int, said: str) -> None:
    """Few are counted, many told by tens."""
    assert often(some, of) == said


def test_expectations() -> None:
    """They stand where they should, and say what was found where they fall."""
    text = (
        MANY
        + """
expect:
  - {holds_in_readings: both, by: gmr, share: [0, 1]}
  - {holds_in_readings: both, by: nash, share: [0.999, 1]}
  - {holds_in_readings: none, share: [0, 1], turns_on: A6}
"""
    )
    first, second, third = check_text(text, "f").outturns
    assert first.stands
    assert (second.stands, second.found.startswith("it holds in 0.")) == (False, True)
    assert (third.stands, "it turns on" in third.found) == (False, True)


def test_places_that_do_not_fit() -> None:
    """A want outside its own range, and a range beyond the last want, are warned of."""
    text = XOR.replace("{want: x, readings: [not x]}", "{want: x, places: [2, 4]}, y")
    warned = [one.what for one in check_text(text, "f").problems if one.kind == "places"]
    assert warned == ["a.1 may stand in place 4, and a has 2 wants"]
    text = XOR.replace("{want: x, readings: [not x]}", "{want: x, places: [2, 2]}, y")
    warned = [one.what for one in check_text(text, "f").problems if one.kind == "places"]
    assert warned == ["a.1 may stand in places 2 to 2, and stands in place 1"]
