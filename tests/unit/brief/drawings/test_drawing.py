"""The parts of a drawing: well-formed, escaped, with words for who does not see it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jirga.brief.drawings.drawing import Drawing, arrow, box, count_lines, lines, rule, text

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "<script>alert('x & y')</script> \"quoted\" \u067e\u0634\u062a\u0648"


def test_a_drawing_is_one_element_with_title_and_description() -> None:
    """A drawing is well-formed, as large as it says, and described for who does not see it."""
    root = ET.XML(Drawing("A title", "What it shows.", 120, 40.5, (box((1, 2, 3, 4)),)).svg())
    assert root.tag == f"{SVG}svg"
    assert (root.get("role"), root.get("aria-label"), root.get("viewBox")) == (
        "img",
        "A title",
        "0 0 120 40.5",
    )
    assert [child.tag for child in root] == [f"{SVG}title", f"{SVG}desc", f"{SVG}rect"]
    assert (root[0].text, root[1].text) == ("A title", "What it shows.")


def test_words_cannot_break_a_drawing() -> None:
    """Whatever the words hold, they are text and not markup, in every place where words may stand."""
    parts = (text(0, 0, NASTY), *lines(0, 0, NASTY, width=200))
    root = ET.XML(Drawing(NASTY, NASTY, 1, 1, parts).svg())
    assert [root[0].text, root[1].text, root[2].text, root[3].text] == [NASTY] * 4
    assert root.get("aria-label") == NASTY
    assert not list(root.iter(f"{SVG}script"))


@pytest.mark.parametrize("said", ["", "short", "a name of several words", "unbreakable" * 5])
def test_lines_are_as_many_as_counted(said: str) -> None:
    """Text is broken into as many lines as `count_lines` says, none wider than asked, one below the other."""
    made = [ET.XML(one) for one in lines(5, 10, said, width=12, size=10)]
    assert len(made) == count_lines(said, 12)
    assert all(len(one.text or "") <= 12 for one in made)
    assert [float(one.get("y")) for one in made] == [10 + 12 * place for place in range(len(made))]
    assert "".join(one.text or "" for one in made) == said.replace(" ", "") or " " in said


def test_an_arrow_is_dashed_where_its_mover_loses() -> None:
    """A dashed arrow differs from a plain one in more than colour."""
    plain, dashed = (f"<g>{arrow((0, 0), (50, 0), dashed=one)}</g>" for one in (False, True))
    assert ET.XML(plain)[0].get("stroke-dasharray") is None
    assert ET.XML(dashed)[0].get("stroke-dasharray") == "6 4"
    assert ET.XML(f"<g>{rule(0, 9, 3)}</g>")[0].get("x2") == "9"
