"""A sitting: proposals one at a time, each judged, corrected or left for later, and any step taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from jirga.case import Case
from jirga.errors import CaseTrouble
from jirga.review.card import AROUND, Card, Held, card
from jirga.schema.record import AnyClaim, Document, Recorded, State

Judgement = Literal["accepted", "rejected", "unsure"]


@dataclass(frozen=True)
class Step:
    """What was done with a proposal: a judgement, or that it was left for later."""

    place: int
    state: State | Literal["skipped"]


@dataclass
class Sitting:
    """Somebody going through proposals, in the order of the text.

    Attributes
    ----------
    by : str
        Who judges.
    clock : callable
        Gives the time of a judgement, in ISO 8601.
    queue : list of Recorded
        What waits, as it was when the sitting began.
    at : int
        Which of them is shown; past the last when all were.
    """

    case: Case
    by: str
    clock: Callable[[], str]
    queue: list[Recorded]
    at: int = 0
    steps: list[Step] = field(default_factory=list)
    held: dict[str, Held] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether everything was shown."""
        return self.at >= len(self.queue)

    def card(self, around: int = AROUND) -> Card:
        """Lay out the proposal that is to be judged now, with so many signs around its passage."""
        one = self.queue[self.at]
        return card(one, self.holding(one), around)

    def holding(self, one: Recorded) -> Held:
        """Read the document of a claim, once."""
        if one.document not in self.held:
            self.held[one.document] = hold(self.case, one.document)
        return self.held[one.document]

    def judge(self, state: Judgement) -> None:
        """Accept or reject what is shown, or say that one is unsure."""
        self.done(state)

    def correct(self, after: AnyClaim) -> None:
        """Say what it should have said; that accepts it."""
        self.done("corrected", after)

    def done(self, state: State, after: AnyClaim | None = None) -> None:
        """Put a judgement into the record and go on.

        Raises
        ------
        CaseTrouble
            Somebody else has judged it since it was put in the queue.
        """
        one = self.unchanged(self.at)
        self.case.review(one.id, state, by=self.by, at=self.clock(), after=after)
        self.queue[self.at] = self.case.claim(one.id)
        self.forward(state)

    def unchanged(self, place: int) -> Recorded:
        """Give a proposal as it was last seen here, if nobody else has judged it since."""
        one = self.queue[place]
        now = self.case.claim(one.id)
        if (now.state, now.claim) != (one.state, one.claim):
            self.queue[place] = now
            raise CaseTrouble(f"somebody has judged it meanwhile: {now.state}", "look again, or skip it")
        return one

    def skip(self) -> None:
        """Leave it for another time."""
        self.forward("skipped")

    def forward(self, state: State | Literal["skipped"]) -> None:
        """Go on to the next."""
        self.steps.append(Step(self.at, state))
        self.at += 1

    def undo(self) -> Step | None:
        """Take the last step back, and show its proposal again; None if there was none."""
        if not self.steps:
            return None
        step = self.steps[-1]
        if step.state != "skipped":
            one = self.unchanged(step.place)
            self.case.undo(one.id, by=self.by, at=self.clock(), note="taken back in the same sitting")
            self.queue[step.place] = self.case.claim(one.id)
        self.steps.pop()
        self.at = step.place
        return step

    def counts(self) -> dict[str, int]:
        """Count what was done, by kind."""
        found: dict[str, int] = {}
        for step in self.steps:
            found[step.state] = found.get(step.state, 0) + 1
        return found


def hold(case: Case, document: str) -> Held:
    """Read a document with its text and passages."""
    return Held(case.document(document), case.text(document), case.passages(document))


def waiting(case: Case, **wanted: Any) -> list[Recorded]:
    """Give what waits to be judged, the oldest document first, in the order of its text; nothing retracted.

    Parameters
    ----------
    wanted : optional
        What `Case.claims` takes: kind, document, state, speaker, place, within.
    """
    some = case.claims(**{"state": "proposed", **wanted})
    order = {one.id: number for number, one in enumerate(sorted(case.documents(), key=age))}
    return sorted((one for one in some if not one.retracted), key=lambda one: order[one.document])


def age(one: Document) -> tuple[str, str]:
    """Say what documents are sorted by: their day, unknown ones last, then their name."""
    first = one.published.start if one.published else None
    return (str(first or "9999"), one.name)
