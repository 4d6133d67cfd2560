"""What an answer quotes: every quotation stands in the passage it is given for, and none is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jirga
from faces.shell import run, written_to
from jirga import examples
from jirga.schema.answer import Answer

TWO_QUOTES = """
title: Two wants on one passage
sources: {s: {title: t, passages: {p: the border is shut and the posts go up, q: nothing of the kind}}}
parties:
  a:
    name: A
    options: {x: do x}
    prefers:
      - {want: x implies y, basis: stated, cite: s#p, quote: the border is shut, why: wants y for x}
      - {want: not x, basis: stated, cite: [s#p, s#q], quote: the posts go up, why: x costs}
  b:
    name: B
    options: {y: do y}
    prefers:
      - {want: x, basis: stated, cite: s#p, quote: the border is shut, why: wants x}
      - {want: not y, basis: stated, cite: s#p, quote: the posts go up, why: y costs}
status_quo: []
outcomes: {both: [x, y]}
"""


def answers(conflict: jirga.Conflict) -> list[Answer]:
    """The whole answer, and one for each outcome."""
    return [conflict.answer(), *map(conflict.explain, conflict.analysis.outcomes)]


def quotations(answer: Answer) -> list[tuple[str, str, str]]:
    """Source, passage and words of every quotation at the end of an answer."""
    lines = [
        str(one)
        for section in answer.sections
        if section.heading == "In the source's words"
        for one in section.sentences
    ]
    found = [re.fullmatch(r"(\w+) (\S+): “(.*)”", line) for line in lines]
    assert all(found), lines
    return [one.groups() for one in found if one]  # type: ignore[misc]


def conflicts() -> dict[str, str]:
    """The texts of every conflict that quotes something."""
    packaged = {name: examples.text(name) for name in examples.solvable()}
    return {name: text for name, text in packaged.items() if "quote:" in text} | {"two quotes": TWO_QUOTES}


@pytest.mark.parametrize("name", conflicts())
def test_quotations_stand_in_their_passage(name: str, tmp_path: Path) -> None:
    """Words given as a passage's own are in that passage."""
    conflict = jirga.load(written_to(tmp_path, conflicts()[name]))
    for answer in answers(conflict):
        for source, passage, words in quotations(answer):
            assert words in conflict.model.sources[source].passages[passage], (answer.title, passage)


@pytest.mark.parametrize("name", conflicts())
def test_no_quotation_is_left_out(name: str, tmp_path: Path) -> None:
    """Whatever quotation a mark of the answer rests on is printed, even where two rest on one passage."""
    conflict = jirga.load(written_to(tmp_path, conflicts()[name]))
    for answer in answers(conflict):
        marks = [mark for section in answer.sections for one in section.sentences for mark in one.marks]
        rested_on = {mark.quote for mark in marks if mark.quote}
        printed = {words for _, _, words in quotations(answer)}
        assert rested_on <= printed, answer.title


def test_the_demo_quotes_what_it_rests_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So does the demo, which is short."""
    monkeypatch.chdir(tmp_path)
    shown = " ".join(run("demo").out.split())
    assert "[stated, article S35]" in shown
    assert "construction of infrastructure and check posts on disputed border areas" in shown
