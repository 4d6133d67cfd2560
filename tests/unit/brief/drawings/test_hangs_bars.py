"""The bars of what the answer hangs on: as long as it hangs, filled by how it is known."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.stress.tried_edits import Hanging
from jirga.brief.drawings.drawing import INK
from jirga.brief.drawings.hangs_bars import GREY, Bar, bars, hangs_bars
from jirga.examples import conflict

SVG = "{http://www.w3.org/2000/svg}"


def bar(flips: int, basis: str = "stated") -> Bar:
    return Bar("W", "wants it", "KP", flips, 20, basis)


def test_bars_are_the_counts_of_hangs() -> None:
    """Each want that flips something has a bar, in the order and with the figures that hangs gives."""
    found = Hanging(Analysis(conflict("khyber_kabul_2025")))
    made = bars(found)
    by_id = {one.want: one for one in made}
    own = [one for one in found.solved if one.change.want == "A1"]
    assert (by_id["A1"].flips, by_id["A1"].tried) == (
        sum(bool(found.flipped(one, "seq")) for one in own),
        len(own),
    )
    assert by_id["A1"].label == "Kabul: will not turn on the TTP without major concessions (argued)"
    assert [one.flips for one in made] == sorted((one.flips for one in made), reverse=True)


def test_a_bar_is_as_long_as_it_hangs() -> None:
    """Half as many edits, half the length."""
    root = ET.XML(hangs_bars([bar(10), bar(5)]).svg())
    long, short = [float(one.get("width")) for one in root.iter(f"{SVG}rect")][-2:]
    assert long == 2 * short


@pytest.mark.parametrize(
    ("basis", "fill"),
    [("stated", INK), ("reported", INK), ("argued", GREY), ("inferred", GREY), ("assumed", "white")],
)
def test_the_filling_says_how_it_is_known(basis: str, fill: str) -> None:
    """Black, grey and slanting lines can be told apart without colour."""
    root = ET.XML(hangs_bars([bar(1, basis)]).svg())
    assert list(root.iter(f"{SVG}rect"))[-1].get("fill") == fill


def test_twelve_are_drawn_and_the_rest_counted() -> None:
    """More would not be read; the words say how many are left."""
    drawing = hangs_bars([bar(n) for n in range(20, 5, -1)])
    assert drawing.description.endswith("3 more wants on which less hangs.")
    assert drawing.description.startswith("KP: wants it (stated): 20 of 20 edits flip something.")


def test_where_nothing_hangs_there_is_nothing_to_draw() -> None:
    """No bar, no drawing."""
    assert hangs_bars([]) is None
