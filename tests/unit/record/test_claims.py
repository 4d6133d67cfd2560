"""Claims: only what stands in the text enters, what was judged stays judged, nothing is overwritten."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError

from jirga.case import Case
from jirga.errors import CaseTrouble, NotInText, UnknownName
from jirga.schema.record import Casualty, Figure, Incident, Passage, Period
from recorded import ME, TEXT, added, attacks, condemned, funded, passage, proposed, written


def test_what_is_proposed_is_kept(filled: Case) -> None:
    """A claim comes back as it was proposed, with the words around it and its document."""
    ids = proposed(filled)
    assert [one.partition("_")[0] for one in ids] == ["fig", "stn", "tie"]
    kept = filled.claim(ids[0])
    assert (kept.state, kept.claim.said_by, kept.retracted) == ("proposed", "United Nations", "")
    main = kept.claim.main
    assert TEXT[main.start : main.end] == main.quote == "more than 600 attacks"
    assert (main.prefix, len(main.suffix)) == (TEXT[main.start - 32 : main.start], 32)
    assert main.document == filled.document("report").id


def test_what_does_not_stand_there_is_refused(filled: Case) -> None:
    """A quotation one sign off, of other words, beyond the end or of another document is refused."""
    start = TEXT.index("more than 600")
    for one in (
        Passage(start=start + 1, end=start + 14, quote="more than 600"),
        Passage(start=start, end=start + 13, quote="more than 900"),
        Passage(start=len(TEXT), end=len(TEXT) + 4, quote="Four"),
        Passage(start=start, end=start + 13, quote="more than 600", document="doc_0"),
    ):
        found = filled.propose([attacks(passages=(one,)), condemned()], document="report", **ME)
        assert len(found.refused) == 1
    assert [one.claim.kind for one in filled.claims()] == ["stance"]


def test_every_passage_is_checked(filled: Case) -> None:
    """A second passage that does not stand there refuses the claim as a whole."""
    second = Passage(start=0, end=3, quote="Tho", role="place")
    found = filled.propose(
        [attacks(passages=(passage("more than 600 attacks"), second))], document="report", **ME
    )
    assert (found.new, len(found.refused)) == ((), 1)


def test_the_same_proposal_is_one_claim(filled: Case) -> None:
    """A figure proposed again, or with a period found out later, is the same claim; another value is not."""
    (first, *_) = proposed(filled)
    later = attacks(period=Period(start=dt.date(2024, 7, 1), end=dt.date(2024, 12, 13)))
    assert filled.propose([attacks(), later], document="report", **ME).known == (first,)
    assert filled.propose([attacks(value=601)], document="report", **ME).new != (first,)


def test_what_was_rejected_stays_rejected(filled: Case) -> None:
    """Reading a document again does not bring back what somebody rejected."""
    (first, *_) = proposed(filled)
    filled.review(first, "rejected", **ME, note="counted twice")
    assert filled.propose([attacks()], document="report", **ME).known == (first,)
    assert filled.claim(first).state == "rejected"


def test_history_says_who_when_before_and_after(filled: Case) -> None:
    """Every judgement is kept with its person, time and note; a correction with what it changed."""
    (first, *_) = proposed(filled)
    filled.review(first, "unsure", by="B", at="2025-03-11T00:00:00Z", note="whose count?")
    now = filled.claim(first).claim.model_copy(update={"value": 610})
    filled.review(first, "corrected", by="C", at="2025-03-12T00:00:00Z", after=now)
    third = filled.history(first)[2]
    assert [(one.state, one.by) for one in filled.history(first)] == [
        ("proposed", "A. Tester"),
        ("unsure", "B"),
        ("corrected", "C"),
    ]
    assert third.before is not None
    assert third.after is not None
    assert (third.before["value"], third.after["value"]) == (600, 610)
    assert filled.claim(first).claim == now


def test_undo_is_another_review(filled: Case) -> None:
    """Taking back goes one judgement at a time, to the claim as proposed; the history keeps all of it."""
    (first, *_) = proposed(filled)
    was = filled.claim(first).claim
    filled.review(first, "accepted", **ME)
    filled.review(first, "corrected", **ME, after=was.model_copy(update={"value": 610}))
    filled.undo(first, **ME)
    assert (filled.claim(first).state, filled.claim(first).claim) == ("accepted", was)
    filled.undo(first, **ME)
    assert filled.claim(first).state == "proposed"
    assert [one.undoes is not None for one in filled.history(first)] == [False, False, False, True, True]
    with pytest.raises(CaseTrouble, match="nothing was made of"):
        filled.undo(first, **ME)
    filled.review(first, "disputed", **ME)
    filled.undo(first, **ME)
    assert filled.claim(first).state == "proposed"


def test_corrections_say_something_new_and_stand_in_the_text(filled: Case) -> None:
    """A correction that says nothing, a claim without one, another kind, other words: refused."""
    (first, *_) = proposed(filled)
    with pytest.raises(CaseTrouble, match="nothing new"):
        filled.review(first, "corrected", **ME)
    with pytest.raises(CaseTrouble, match="it is changed"):
        filled.review(first, "accepted", **ME, after=attacks())
    with pytest.raises(CaseTrouble, match="cannot become a stance"):
        filled.review(first, "corrected", **ME, after=condemned())
    wrong = Passage(start=0, end=3, quote="Tor")
    with pytest.raises(NotInText):
        filled.review(first, "corrected", **ME, after=attacks(passages=(wrong,)))
    with pytest.raises(UnknownName):
        filled.review("fig_none", "accepted", **ME)
    assert len(filled.history(first)) == 1


def test_filters(filled: Case, tmp_path: Path) -> None:
    """Claims are found by kind, state, document, speaker, place and days."""
    added(filled, written(tmp_path, "x" + TEXT, "other.txt"))
    ids = proposed(filled)
    placed = attacks(value=7, place="Pakistan", period={"start": "2024-07-01", "end": "2024-12-13"})
    (dated,) = filled.propose([placed], document="report", **ME).new
    filled.review(ids[1], "accepted", **ME)

    def found(**wanted: object) -> set[str]:
        return {one.id for one in filled.claims(**wanted)}  # type: ignore[arg-type]

    assert found() == {*ids, dated}
    assert found(kind="tie") == {ids[2]}
    assert found(state="accepted") == {ids[1]}
    assert found(document="other") == set()
    assert found(speaker="islamabad") == {ids[1]}
    assert found(place="PAKISTAN") == {dated}
    assert found(within=(dt.date(2024, 12, 13), dt.date(2025, 1, 1))) == {dated}
    assert found(within=(dt.date(2024, 12, 14), dt.date(2025, 1, 1))) == set()
    filled.register("party", "Government of Pakistan", ["Islamabad"], **ME)
    assert found(speaker="Government of Pakistan") == {ids[1]}


def test_unknown_is_null_and_zero_is_zero(filled: Case) -> None:
    """A group of whom nobody knows how many were killed, and one of whom none was, stay apart."""
    said = {"kind": "incident", "passages": (passage("Torkham"),), "type": "attack"}
    groups = (Casualty(group="civilians", killed=0), Casualty(group="militants"))
    (name,) = filled.propose([Incident(**said, casualties=groups)], document="report", **ME).new
    kept = filled.claim(name).claim
    assert isinstance(kept, Incident)
    assert kept.casualties[0].killed is not None
    assert kept.casualties[0].killed.value == 0
    assert kept.casualties[1].killed is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": None},
        {"value_high": 700},
        {"value": float("nan")},
        {"value": True},
        {"unit": "sheep"},
        {"period": {"start": "2025-02-01", "end": "2025-01-01"}},
        {"passages": ()},
    ],
    ids=str,
)
def test_figures_that_say_nothing_clear_are_refused(wrong: dict[str, object]) -> None:
    """A figure has a number or is vague, half a range is none, a period does not run backwards."""
    with pytest.raises(ValidationError):
        attacks(**wrong)


def test_whole_numbers_are_written_one_way() -> None:
    """600 and 600.0 are one figure; a vague figure needs no number."""
    assert attacks(value=600.0) == attacks()
    assert Figure(passages=(passage("attacks"),), bound="vague", vague="dozens").value is None
    assert funded().said_by == ""
