"""Retract a document, a source or a claim: whatever rests on it alone is marked, wherever it is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from faces.shell import run
from jirga.case import open_case
from recorded import ME, TEXT, added, proposed, written

CONFLICT = """\
title: Two
question: Can it be had?
asks: [{{about: x and y, says: both}}]
parties:
  a:
    name: The A
    options: {{x: do x}}
    prefers:
      - {{want: x implies y, id: A1, basis: stated, cite: [{cite}, other#S1], why: never alone}}
      - {{want: not x, id: A2, basis: reported, cite: {cite}, why: would rather not}}
  b:
    name: The B
    options: {{y: do y}}
    prefers:
      - {{want: y implies x, id: B1, basis: argued, cite: other#S1, why: never alone}}
      - {{want: not y, id: B2, basis: inferred, cite: {cite}, why: would rather not}}
status_quo: []
impossible: [{{when: x and not y, basis: reported, cite: {cite}, why: cannot be}}]
outcomes: {{nothing: [], both: [x, y]}}
issues: {{pace: {{says: how fast, scale: {{0: not at all, 100: at once}}}}}}
positions:
  - {{party: a, issue: pace, ideal: 10, accept: {{max: 30}}, salience: 60, basis: stated, cite: {cite}}}
  - {{party: b, issue: pace, ideal: 90, accept: {{min: 60}}, salience: 60, basis: stated, cite: other#S1}}
leverage: {{a: 50, b: 50}}
consent: {{deal: {{needs: [a, b], basis: argued, cite: {cite}}}}}
"""
MARK = re.compile(r"\[(?:[A-Z]\d, )?(?:stated|reported|argued|inferred)[^\]]*\]")


def cites(mark: str) -> set[str]:
    """Give the sources that a mark names."""
    return set(re.findall(r"\b(report|other)\b", re.sub(r"<[^>]*>", "", mark)))


def of_retracted_alone(shown: str) -> list[str]:
    """Give the marks that name the report and nothing else."""
    return [one for one in MARK.findall(" ".join(shown.split())) if cites(one) == {"report"}]


@pytest.fixture(params=["document", "source", "claim"])
def retracted(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A case of two documents, in which one of them, its source, or a claim of it is retracted."""
    assert run("new", tmp_path / "talks").code == 0
    case = open_case(tmp_path / "talks")
    added(case, written(tmp_path), publisher="The Paper")
    added(case, written(tmp_path, TEXT + " More.", "other.txt"), publisher="Another")
    figure, *_ = proposed(case)
    name = {"document": "report", "source": "The Paper", "claim": figure}[request.param]
    cite = f"report#{figure}" if request.param == "claim" else "report#S1"
    case.conflict_file.write_text(CONFLICT.format(cite=cite), encoding="utf-8")
    assert "retracted" not in run("solve", case.folder, "--brief", tmp_path / "before.html").out
    assert 'class="retracted"' not in (tmp_path / "before.html").read_text(encoding="utf-8")
    case.retract(request.param, name, "it was <b>withdrawn</b>", **ME)
    return case.folder


def test_the_page_marks_every_line(retracted: Path, tmp_path: Path) -> None:
    """Sentences, wants, rules, positions and the source itself; not what a second source still carries."""
    run("solve", retracted, "--brief", tmp_path / "page.html")
    written_page = (tmp_path / "page.html").read_text(encoding="utf-8")
    body = written_page.partition("<body>")[2]
    marks = MARK.findall(" ".join(body.split()))
    alone = [one for one in marks if cites(one) == {"report"}]
    other = [one for one in marks if "other" in cites(one)]
    assert len(alone) >= 6  # sentences, two wants, a rule, a position
    assert len(other) >= 3
    assert all('class="retracted"' in one for one in alone)
    assert not any("retracted" in one for one in other)
    wants, rules = body.partition("What each party wants")[2].partition("<h2>Rules</h2>")[::2]
    assert wants.count(", <b class=") == 2
    assert rules.partition("</section>")[0].count(", <b class=") == 1
    assert "Retracted: it was &lt;b&gt;withdrawn&lt;/b&gt;" in rules
    assert "<b>withdrawn" not in written_page


@pytest.mark.parametrize(
    "verb", [["solve"], ["explain", "both"], ["explain", "nothing"], ["positions"], ["room"], ["consent"]]
)
def test_every_answer_marks_its_sentences(verb: list[str], retracted: Path) -> None:
    """Whatever verb shows a mark of the retracted says so, and of what still stands does not."""
    ended = run(verb[0], retracted, *verb[1:])
    assert ended.code == 0
    shown = " ".join(ended.out.split())
    assert all("retracted" in one for one in of_retracted_alone(ended.out))
    assert not any("retracted" in one for one in MARK.findall(shown) if "other" in cites(one))
    assert of_retracted_alone(ended.out) or verb[0] in {"consent", "explain"}


def test_check_names_every_line(retracted: Path) -> None:
    """Two wants, a rule, a position and a rule of consent rest on it alone."""
    ended = run("check", retracted)
    said = [
        line for line in (ended.out + ended.err).splitlines() if "rests only on what was retracted" in line
    ]
    assert len(said) == 5
    assert all("warning: " in line and "conflict.yaml:" in line for line in said)


def test_lifted_it_is_marked_no_more(retracted: Path, tmp_path: Path) -> None:
    """Taken back, no mark is left anywhere."""
    case = open_case(retracted)
    ((what, name),) = [
        (kind, next(iter(found)))
        for kind, found in zip(("document", "source", "claim"), vars(case.withdrawn()).values(), strict=True)
        if found
    ]
    case.lift(what, name, "a mistake", **ME)  # type: ignore[arg-type]
    run("solve", retracted, "--brief", tmp_path / "page.html")
    assert 'class="retracted"' not in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "retracted" not in run("check", retracted).out
