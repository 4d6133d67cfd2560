"""Proposals one at a time: judged, corrected, left for later, and every step taken back."""

from __future__ import annotations

import pytest

from jirga.case import Case
from jirga.errors import CaseTrouble
from jirga.review.correcting import corrected
from jirga.review.sitting import Sitting, waiting


def sitting(case: Case, **wanted: str) -> Sitting:
    """Sit down to what waits; the clock gives the seconds."""
    ticks = iter(range(1000))
    return Sitting(case, "ana", lambda: f"2025-03-08T10:{next(ticks):02d}:00Z", waiting(case, **wanted))


def states(case: Case) -> dict[str, str]:
    """Give the state of each claim by its words."""
    return {one.claim.main.quote: one.state for one in case.claims()}


def test_each_is_shown_once_in_the_order_of_the_text(case: Case) -> None:
    """One document after the other, each from its beginning, and then it is over."""
    here, shown = sitting(case, document="wire"), []
    while not here.over:
        shown.append(here.card().quote)
        here.judge("accepted")
    assert shown == ["More than 600 attacks", "55 civilians", "47 soldiers", "about $43,000 a month"]
    assert waiting(case, document="wire") == []
    assert here.counts() == {"accepted": 4}


def test_judgements_are_kept_at_once(case: Case) -> None:
    """Each key is in the record, by whom and when, before the next proposal is shown."""
    here = sitting(case, document="wire")
    here.judge("accepted")
    assert states(case)["More than 600 attacks"] == "accepted"
    here.judge("rejected")
    here.judge("unsure")
    here.skip()
    assert here.over
    found = states(case)
    assert [found[one] for one in ("55 civilians", "47 soldiers", "about $43,000 a month")] == [
        "rejected",
        "unsure",
        "proposed",
    ]
    last = case.history(here.queue[2].id)[-1]
    assert (last.by, last.at, last.state) == ("ana", "2025-03-08T10:02:00Z", "unsure")


def test_correction(case: Case) -> None:
    """A correction is kept with what it was before, and taken back as a whole."""
    here = sitting(case, document="blog")
    before = here.queue[0].claim
    after = corrected(before, "amount", "more than 600", case.text("blog"))
    here.correct(after)
    now = case.claim(here.queue[0].id)
    assert (now.state, now.claim.bound) == ("corrected", "more_than")  # type: ignore[union-attr]
    step = here.undo()
    assert step is not None
    assert step.state == "corrected"
    again = case.claim(here.queue[0].id)
    assert (again.state, again.claim) == ("proposed", before)
    assert case.history(here.queue[0].id)[-1].undoes is not None


def test_every_step_can_be_taken_back(case: Case) -> None:
    """Undo goes back step by step, over what was left for later too, until nothing is left to take back."""
    here, before = sitting(case), states(case)
    here.judge("accepted")
    here.skip()
    here.judge("rejected")
    assert [step.state for step in iter(here.undo, None)] == ["rejected", "skipped", "accepted"]
    assert here.at == 0
    assert states(case) == before
    assert here.counts() == {}
    assert case.verify().troubles == ()


def test_somebody_else_at_the_same_time(case: Case) -> None:
    """What somebody else has judged meanwhile is neither judged nor taken back unseen."""
    here = sitting(case)
    case.review(here.queue[0].id, "rejected", by="bo", at="2025-03-08T11:00:00Z")
    with pytest.raises(CaseTrouble, match="somebody has judged it meanwhile: rejected"):
        here.judge("accepted")
    assert here.queue[0].state == "rejected"
    here.judge("accepted")
    case.review(here.queue[0].id, "unsure", by="bo", at="2025-03-08T12:00:00Z")
    with pytest.raises(CaseTrouble, match="unsure"):
        here.undo()
    assert case.claim(here.queue[0].id).state == "unsure"


def test_what_waits(case: Case) -> None:
    """What is retracted does not wait; other states are waited for on demand."""
    case.retract("document", "blog", "withdrawn", by="ana", at="2025-03-08T10:00:00Z")
    assert {one.document for one in waiting(case)} == {case.document("wire").id}
    assert waiting(case, state="rejected") == []


def test_card(case: Case) -> None:
    """A card has the passage in its surroundings, its mark, and the fields with how each is known."""
    here = sitting(case, document="wire")
    here.skip()
    card = here.card()
    assert card.cite == "wire#S2"
    assert f"{card.before}{card.quote}{card.after}".strip() == " ".join(case.text("wire").split())
    known = {one.name: one for one in card.fields}
    assert (known["amount"].value, known["place"].value, known["place"].how) == ("55", "Peshawar", "stated")
    assert known["claimant"].value == ""
    short = here.card(around=10)
    assert short.before.startswith("... ")
    assert len(short.before) < 20
    here.undo()
    assert next(one for one in here.card().fields if one.name == "claimant").words == "a UN team"
