"""The drawing of positions and red lines: a line for each, a band for the room, a hatched box for the gap."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jirga.answer.bargaining.bargain import Bargain
from jirga.brief.drawings.drawing import Drawing, cut, hatched
from jirga.brief.drawings.positions_chart import BAND, at, positions_chart
from jirga.conflict.file import parse_text
from jirga.examples import conflict

SVG = "{http://www.w3.org/2000/svg}"
SMALL = """
title: t
parties: {a: {name: A party}, b: {name: B}, c: {name: C}}
issues:
  order: {says: who keeps order, settlements: [the army, both, the elders]}
  toll: {}
  empty: who comes first
positions:
  - {party: a, issue: order, ideal: the elders, accept: {min: both}}
  - {party: b, issue: order, ideal: the army, accept: {max: [the army, the army, both]}}
  - {party: a, issue: toll, ideal: [10, 20, 40], accept: {max: [50, 60, 80]}}
consent: {toll: {needs: [a, c]}}
"""


def drawn(bargain: Bargain, issue: str) -> ET.Element:
    return ET.XML(positions_chart(bargain, issue).svg())


def small(text: str = SMALL) -> Bargain:
    return Bargain(parse_text(text))


def said(root: ET.Element) -> str:
    return root.find(f"{SVG}desc").text or ""


def test_room_is_a_band_between_the_red_lines() -> None:
    """Where everybody needed accepts something, a band goes from one end of it to the other."""
    root = drawn(Bargain(conflict("khyber_kabul_2025")), "crossing")
    (band,) = [one for one in root.iter(f"{SVG}rect") if one.get("fill") == BAND]
    assert float(band.get("x")) == pytest.approx(at(40))
    assert float(band.get("x")) + float(band.get("width")) == pytest.approx(at(60))
    assert "Room: 40 to 60." in [one.text for one in root.iter(f"{SVG}text")]


def test_a_gap_is_hatched_and_as_wide_as_it_is() -> None:
    """Where the red lines do not meet, a hatched box goes from one to the other, and its width is said."""
    root = drawn(Bargain(conflict("khyber_kabul_2025")), "attacks")
    assert not [one for one in root.iter(f"{SVG}rect") if one.get("fill") == BAND]
    (gap,) = root.iter(f"{SVG}rect")
    assert float(gap.get("x")) == pytest.approx(at(10))
    assert float(gap.get("width")) == pytest.approx(at(30) - at(10))
    assert said(root).startswith("No room: 20 apart, the military against TTP. ")


def test_the_words_say_what_the_lines_show() -> None:
    """The description gives each party's wish, red lines and ranges, and what the scale means."""
    words = said(drawn(Bargain(conflict("khyber_kabul_2025")), "channel"))
    assert "KP: would like 65 (from 55 to 85), accepts at least 40 (from 30 to 50)" in words
    assert "Islamabad: would like 5 (from 0 to 15), accepts at most 35 (from 20 to 50)" in words
    assert "100 province talks to Kabul on its own authority." in words


def test_settlements_go_by_name() -> None:
    """An issue with settlements has its places counted and named, never as points."""
    root = drawn(small(), "order")
    assert "No room: 50 apart, A party against B" in said(root)
    assert "A party: would like the elders, accepts at least both" in said(root)
    assert "B: would like the army, accepts at most the army (from the army to both)" in said(root)
    shown = [one.text for one in root.iter(f"{SVG}text")]
    assert shown[-4:] == ["1", "2", "3", "1 the army; 2 both; 3 the elders"]


def test_who_says_nothing_is_said_to_say_nothing() -> None:
    """A party whose yes is needed and of whom nothing is stated has a line that says so."""
    root = drawn(small(), "toll")
    assert [one.text for one in root.iter(f"{SVG}text")].count("not stated") == 1
    assert "C: not stated" in said(root)


def test_no_position_is_still_a_drawing() -> None:
    """An issue on which nobody has a position gives the scale alone."""
    root = drawn(small(), "empty")
    assert "Room: 0 to 100" in said(root)
    assert [one.text for one in root.iter(f"{SVG}text")][-3:] == ["0", "50", "100"]


def test_every_mark_stays_in_the_drawing() -> None:
    """No line, box or word begins outside the drawing, however long the names and saying are."""
    long = SMALL.replace("A party", "Unbroken" * 12).replace("who keeps order", "the long saying of it " * 30)
    drawing = positions_chart(small(long), "order")
    root = ET.XML(drawing.svg())
    for one in root.iter():
        for key, most in (
            ("x", drawing.width),
            ("x1", drawing.width),
            ("x2", drawing.width),
            ("y", drawing.height),
        ):
            assert 0 <= float(one.get(key) or 0) <= most


def test_red_lines_are_brackets() -> None:
    """There is a bracket and a dotted range for each red line, and a diamond for each wish."""
    root = drawn(Bargain(conflict("khyber_kabul_2025")), "crossing")
    dotted = [one for one in root.iter(f"{SVG}line") if one.get("stroke-dasharray")]
    brackets = [one for one in root.iter(f"{SVG}path") if one.get("stroke-width") == "2"]
    diamonds = [one for one in root.iter(f"{SVG}path") if (one.get("d") or "").endswith("Z")]
    assert (len(dotted), len(brackets), len(diamonds)) == (3, 3, 3)


def test_hatching_stays_in_its_box() -> None:
    """Every slanting line begins and ends on the box, however flat or narrow that is."""
    for place in ((10.0, 20.0, 2.0, 40.0), (0.0, 0.0, 100.0, 5.0), (5.0, 5.0, 30.0, 30.0)):
        root = ET.XML(Drawing("t", "d", 200, 200, (hatched(place),)).svg())
        numbers = [float(one) for one in root.find(f"{SVG}path").get("d").split() if one not in {"M", "L"}]
        assert len(numbers) >= 4
        x, y, width, height = place
        assert all(x <= one <= x + width for one in numbers[::2])
        assert all(y <= one <= y + height for one in numbers[1::2])


@pytest.mark.parametrize("name", ["short", "some words that go on", "unbroken" * 9, "水" * 40])
def test_what_is_cut_fits_and_shows_it(name: str) -> None:
    """Words are left alone if they fit, and otherwise end in dots."""
    found = cut(name, width=10, most=2)
    assert found == name or found.endswith(" ...")
    assert len(found) <= 24
