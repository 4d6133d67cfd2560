"""The page: complete, safe from what the file says, and the same every time."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.solution import digest
from jirga.brief.page import is_brief, page
from jirga.conflict.file import parse_text
from jirga.examples import conflict, solvable, starter

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Reader(HTMLParser):
    """Reads a page and keeps its elements, its text, and whether every element is closed."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]


@cache
def written_of(name: str) -> str:
    """The page of a packaged conflict."""
    return page(Analysis(conflict(name)))


@pytest.mark.parametrize("name", solvable())
def test_every_packaged_conflict_makes_a_whole_page(name: str) -> None:
    """Every element is closed, links within the page lead somewhere, ids are used once, drawings are XML."""
    written = written_of(name)
    read = Reader(written)
    assert read.open == []
    ids = [attrs["id"] for _, attrs in read.elements if attrs.get("id")]
    assert len(ids) == len(set(ids))
    assert {link["href"].removeprefix("#") for link in read.all("a")} <= set(ids)
    for drawing in re.findall(r"<svg.*?</svg>", written, re.DOTALL):
        root = ET.XML(drawing)
        assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]


@pytest.mark.parametrize("name", solvable())
def test_the_same_conflict_gives_the_same_bytes(name: str) -> None:
    """Written twice, a page is the same to the last byte."""
    assert page(Analysis(conflict(name))) == written_of(name)


@pytest.mark.parametrize("name", solvable())
def test_nothing_comes_from_elsewhere(name: str) -> None:
    """A page loads nothing: no script, no link, no picture, no address in its styles."""
    written = written_of(name)
    read = Reader(written)
    assert not {tag for tag, _ in read.elements} & {"script", "link", "img", "iframe", "object"}
    assert not [attrs for _, attrs in read.elements if {"src", "srcset", "onload", "onclick"} & attrs.keys()]
    style = written.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


NASTY = '<script>alert(1)</script> & "it\'s" {{ 7 * 7 }} </title></svg>'


def nasty() -> str:
    """A conflict that has markup wherever text may stand."""
    said = "'" + NASTY.replace("'", "''") + "'"
    return f"""
title: {said}
question: {said}
as_of: {said}
note: {said}
asks: [{{about: x, says: {said}}}]
status_quo: []
parties:
  p:
    name: {said}
    short: {said}
    options: {{x: {{says: {said}, undo: {said}}}}}
    prefers:
      - {{want: x and not y, why: {said}, quote: {said}, basis: stated, cite: s#p}}
      - {{want: not x, why: {said}}}
  q: {{name: {said}, options: {{y: {{says: {said}}}}}, prefers: [x iff y], why: {said}}}
  r: {{name: {said}, ranking: [{said}, other, third]}}
sources:
  s: {{title: {said}, by: {said}, date: {said}, address: {said}, note: {said}, passages: {{p: {said}}}}}
impossible: [{{when: x and y, why: {said}}}]
outcomes: {{{said}: {{taken: [x], says: {said}}}, other: [], third: [y]}}
variants: {{{said}: {{says: {said}, edits: [{{drop: p.2}}]}}}}
"""


def test_what_a_file_says_cannot_break_a_page() -> None:
    """Markup in a file is shown as it stands, nowhere run, and no element is left open by it."""
    analysis = Analysis(parse_text(nasty()))
    written = page(analysis)
    read = Reader(written)
    assert read.open == []
    assert not read.all("script")
    assert "49" not in read.words
    assert read.words.count(NASTY) > 10
    for drawing in re.findall(r"<svg.*?</svg>", written, re.DOTALL):
        assert "script" not in {one.tag.rpartition("}")[2] for one in ET.XML(drawing).iter()}
    assert page(Analysis(parse_text(nasty()), NASTY)).count("<script") == 0


def test_a_page_says_what_it_was_made_from() -> None:
    """The page names the conflict's digest, the variant, and how many states there are."""
    analysis = Analysis(conflict("khyber_kabul_2025"), "tacit backing")
    words = Reader(page(analysis)).words
    assert digest(analysis.conflict)[:12] in words
    assert "variant \u201ctacit backing\u201d" in words
    assert "704 possible states" in words


def test_a_page_gives_every_want_with_its_basis() -> None:
    """Every want of every party stands on the page with its id, its formula and how it is known."""
    base = conflict("khyber_kabul_2025")
    words = " ".join(Reader(page(Analysis(base))).words.split())
    for party in base.parties.values():
        for want in party.prefers:
            assert want.want in words
            assert f"[{want.id}, {want.basis or 'assumed'}" in words
            assert (want.quote or want.why) in words


@pytest.mark.parametrize(
    "cut",
    [{"outcomes": {}, "expect": ()}, {"status_quo": None}, {"variants": {}}, {"asks": ()}, {"sources": {}}],
)
def test_a_file_with_less_in_it_still_makes_a_page(cut: dict) -> None:
    """Without outcomes, status quo, variants, asks or sources there is a whole page with what there is."""
    file = parse_text(starter()).model_copy(update=cut)
    read = Reader(page(Analysis(file)))
    assert read.open == []
    assert "Bottom line" in read.words
    named = {attrs["aria-label"] for attrs in read.all("svg")}
    assert ("Outcomes by standards" in named) == ("outcomes" not in cut)
    assert "troops: positions and red lines" in named


def test_a_brief_is_known_by_its_mark(tmp_path: Path) -> None:
    """A page that Jirga wrote may be written again; other files, and what is no file, are not its own."""
    own, other = tmp_path / "own.html", tmp_path / "other.html"
    own.write_text(page(Analysis(parse_text(starter()))), encoding="utf-8")
    other.write_text("<html>mine</html>", encoding="utf-8")
    assert is_brief(own)
    assert not is_brief(other)
    assert not is_brief(tmp_path / "absent.html")
    assert not is_brief(tmp_path)
