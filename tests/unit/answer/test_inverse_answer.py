"""The question turned round, in words: the nearest change first, every condition, and the counts."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.families.inverse import inverse_answer
from jirga.errors import TooLarge, UnknownName
from jirga.examples import conflict
from jirga.schema.answer import Answer
from jirga.solve import inverse as solver

CONDITIONS = "What each ranking must satisfy"
COUNTS = "Under how many orders it holds for all (a count, and no chance)"


def water() -> Analysis:
    return Analysis(conflict("syria_iraq_1975"))


def said(answer: Answer, heading: str) -> list[str]:
    """What stands under a heading; nothing where there is none."""
    return [
        str(one) for section in answer.sections if section.heading == heading for one in section.sentences
    ]


def rows(answer: Answer) -> list[tuple[str, ...]]:
    """The rows of the table of conditions."""
    return [row for section in answer.sections if section.table for row in section.table.rows]


def test_syria_by_gmr() -> None:
    """The conditions and the nearest change worked by hand in the theory page, and 384 of 720 orders."""
    found = inverse_answer(water(), "2", "gmr")
    assert said(found, "Does it hold?")[0] == "\u201c2\u201d does not hold: Syria would leave it."
    first, last = said(found, "The nearest change of a ranking")
    assert first == (
        "Syria would stay if \u201c2\u201d rose in its order as high as \u201c6\u201d, over one state "
        "that it now likes better. What stands against it: it wants: escalate [stated, guide]."
    )
    assert last == "If it rose so, it would hold."
    assert rows(found) == [
        ("Syria", "6; or 3", "no"),
        ("Syria", "4; or 1", "yes"),
        ("Iraq", "5; or 6; or 4", "yes"),
    ]
    assert said(found, COUNTS)[0] == "Syria: under 384 of 720 orders, the others keeping theirs."


def test_one_party_only() -> None:
    """Asked about Iraq, nothing is said of Syria's ranking, but its leaving is."""
    found = inverse_answer(water(), "2", "nash", "iraq")
    assert {row[0] for row in rows(found)} == {"Iraq"}
    assert said(found, "The nearest change of a ranking") == []
    assert said(found, "Does it hold?")[0] == "\u201c2\u201d does not hold: Syria would leave it."


def test_several_who_would_leave_come_nearest_first() -> None:
    """Those who need the smallest rise come first; whether it then holds is worked out, not assumed."""
    found = inverse_answer(Analysis(conflict("prisoners")), "4", "nash")
    nearest = said(found, "The nearest change of a ranking")
    assert [one.split()[0] for one in nearest] == ["First", "Second", "If"]
    assert nearest[-1] == "If it rose so for all of them, it would hold."
    one = said(
        inverse_answer(Analysis(conflict("prisoners")), "4", "nash", "first"),
        "The nearest change of a ranking",
    )
    assert one[-1] == "If it rose so, Second would still leave."


def test_an_outcome_that_holds() -> None:
    """Nothing has to change; what has to stay so is laid out."""
    found = inverse_answer(water(), "6", "nash")
    assert said(found, "Does it hold?")[0] == "\u201c6\u201d holds: every party stays."
    assert said(found, "The nearest change of a ranking") == []
    assert {row[2] for row in rows(found)} == {"yes"}


def test_a_party_that_always_stays() -> None:
    """A party that cannot leave has nothing to satisfy."""
    found = inverse_answer(Analysis(conflict("korea_2017")), "1", "nash", "us")
    assert rows(found) == [("US", "anything: it always stays", "yes")]


def test_at_704_states_the_conditions_are_cut_and_counted() -> None:
    """The packaged conflict of 704 states is answered, without counting orders."""
    found = inverse_answer(Analysis(conflict("doha_2020")), "settlement", "nash")
    assert rows(found)
    assert said(found, COUNTS) == []
    large = inverse_answer(Analysis(conflict("khyber_kabul_2025")), "direct deal", "nash")
    military = [row for row in rows(large) if row[0] == "the military"]
    assert [row[2] for row in military] == ["no"] * 4 + ["4 not"]
    assert military[-1][1] == "and 11 more such conditions"


def test_what_cannot_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """An outcome or a party that is not there, and a conflict that is too large, are refused."""
    with pytest.raises(UnknownName, match="no outcome is called '9'"):
        inverse_answer(water(), "9")
    with pytest.raises(UnknownName, match="did you mean 'iraq'"):
        inverse_answer(water(), "2", party="irak")
    monkeypatch.setattr(solver, "STATES", 5)
    with pytest.raises(TooLarge, match="6 states; conditions are worked out for at most 5"):
        inverse_answer(water(), "2")
