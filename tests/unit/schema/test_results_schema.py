"""The schema of what comes out: problems, answers and solutions."""

from __future__ import annotations

import json

from jirga.schema.answer import Answer, Mark, Section, Sentence, Table
from jirga.schema.problems import Place, Problem
from jirga.schema.solution import OutcomeVerdict, Solution


def test_a_place_in_words() -> None:
    """File, line and column; or the file alone."""
    assert str(Place("f.yaml", 3, 7)) == "f.yaml:3:7"
    assert str(Place("f.yaml")) == "f.yaml"


def test_places_sort_as_one_reads() -> None:
    """By line and then by column, as numbers."""
    places = [Place("f", 10, 1), Place("f", 9, 2), Place("f"), Place("f", 9, 1)]
    assert [str(place) for place in sorted(places)] == ["f", "f:9:1", "f:9:2", "f:10:1"]


def test_a_problem_in_one_line() -> None:
    """Where, what is wrong, what to try; no hint, no word of one."""
    assert str(Problem("error", "k", Place("f", 1, 2), "no such party", "did you mean 'b'?")) == (
        "f:1:2: no such party. Hint: did you mean 'b'?"
    )
    assert str(Problem("note", "k", Place("f"), "no status quo")) == "f: no status quo"


def test_a_mark_in_words() -> None:
    """How it is known, and the passages without their signs."""
    assert Mark("a.1", "stated", ("article#S38", "report")).label == "stated, article S38, report"
    assert Mark("a.1", "assumed").label == "assumed"


def test_a_sentence_shows_its_marks() -> None:
    """Words and marks in reading order; the marks can be had alone."""
    mark = Mark("a.1", "stated", ("article#S38",))
    sentence = Sentence(("Kabul minds", mark, "."))
    assert str(sentence) == "Kabul minds [stated, article S38]."
    assert sentence.marks == (mark,)


def test_an_answer_as_text() -> None:
    """Title and question, then each section with its sentences and the rows of its table."""
    table = Table(("outcome", "holds"), (("war", "yes"), ("deal", "no")))
    answer = Answer("T", "Q?", "2025", (Section("One", (Sentence(("So.",)),)), Section("Two", (), table)))
    assert str(answer) == "T\nQ?\n\nONE\nSo.\n\nTWO\nwar | yes\ndeal | no"


def solved(**more: object) -> Solution:
    """A solution of one outcome without a status quo."""
    verdict = OutcomeVerdict(
        taken=("x",),
        possible=True,
        holds={"nash": True, "seq": False},
        leaves={"nash": (), "seq": ("a",)},
        attainable={"alone": None, "together": None, "any": None},
    )
    base: dict = {"title": "A < B & C", "digest": "d", "version": "1", "parties": ("a",), "options": ("x",)}
    base |= {"states": 2, "status_quo": None, "concepts": ("nash", "seq"), "equilibria": {"nash": (("x",),)}}
    base |= {"counts": {"nash": 1}}
    return Solution(**base | {"outcomes": {"<deal>": verdict}} | more)


def test_a_solution_as_json() -> None:
    """One line that reads back equal; all states are in it only when they were asked for."""
    line = solved().to_json()
    assert "\n" not in line
    assert Solution.model_validate_json(line) == solved()
    assert {"all_states", "stable"} & set(json.loads(line)) == set()
    whole = json.loads(solved(all_states=((), ("x",)), stable={"nash": {"a": (True, False)}}).to_json())
    assert whole["all_states"] == [[], ["x"]]
    assert whole["stable"] == {"nash": {"a": [True, False]}}


def test_a_solution_in_a_notebook() -> None:
    """Names are escaped, and each standard has its column."""
    html = solved()._repr_html_()
    assert "A &lt; B &amp; C</b>, 2 states" in html
    assert "<th>outcome</th><th>nash</th><th>seq</th>" in html
    assert "<tr><th>&lt;deal&gt;</th><td>holds</td><td></td>" in html


def test_a_notebook_does_not_say_no_where_nothing_is_known() -> None:
    """Without a status quo it is unknown whether an outcome can be got to."""
    assert "<td>no</td>" not in solved()._repr_html_()
