"""Expectations: what the analyst says should come out, so that a colleague can disagree with a line."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from jirga.schema.expected.base import (
    CoalitionBreaks,
    CoalitionMoves,
    CoalitionsStay,
    EvolvesTo,
    Expected,
    HoldsAgainstCoalitions,
    InverseCount,
    SimultaneouslyStable,
)
from jirga.schema.expected.consent import Blocks, DeliveredBy, Fails, Passes
from jirga.schema.expected.marks import (
    FailsIfUnknown,
    HoldsHoweverSettled,
    HoldsIfUnknown,
    StronglyHolds,
    WeaklyHolds,
)
from jirga.schema.expected.readings import CouldBreak, HoldsInReadings, RestsOn
from jirga.schema.expected.room import GapOn, NeverFires, OpenShare, RoomOn
from jirga.schema.expected.stress import ChangesBecause, FlippedBy, WouldMove
from jirga.schema.expected.views import FailsForTheWhole, HoldsAsSeen, HoldsForTheWhole, Surprises
from jirga.schema.words import Frozen, Id, Standards, Steps, Text, Texts


class Holds(Expected):
    """An outcome holds: no party would leave it."""

    holds: Text = Field(description="The outcome.")
    by: Standards = Field(description="The standards it holds by.")


class HoldsNot(Expected):
    """An outcome does not hold."""

    holds_not: Text = Field(description="The outcome.")
    by: Standards = Field(description="The standards it fails by.")


class Leaves(Expected):
    """A party would leave an outcome."""

    leaves: Text = Field(description="The outcome.")
    who: Id = Field(description="The party.")
    by: Standards = Field(description="The standards.")


class NothingHolds(Expected):
    """No state in which the condition is true holds."""

    nothing_holds_with: Text = Field(description="A formula over options.")
    by: Standards = Field(description="The standards.")


class NothingAttainableHolds(Expected):
    """No state in which the condition is true both holds and can be got to."""

    nothing_attainable_holds_with: Text = Field(description="A formula over options.")
    by: Standards = Field(description="The standards.")


class JointImprovement(Expected):
    """Some parties would all gain by moving together from the status quo to an outcome."""

    joint_improvement: Text = Field(description="The outcome.")
    of: tuple[Id, ...] = Field(min_length=1, description="The parties.")


class Attainable(Expected):
    """An outcome can be got to from the status quo."""

    attainable: Text = Field(description="The outcome.")
    steps: Steps = Field("together", description="alone, together (up to three parties at once), or any.")


class NotAttainable(Expected):
    """An outcome cannot be got to from the status quo."""

    not_attainable: Text = Field(description="The outcome.")
    steps: Steps = Field("together", description="alone, together (up to three parties at once), or any.")


class Prefers(Expected):
    """A party ranks one outcome above another."""

    prefers: Text = Field(description="The better outcome.")
    to: Text = Field(description="The worse outcome.")
    who: Id = Field(description="The party.")


class IsImpossible(Expected):
    """An outcome is ruled out."""

    impossible: Text = Field(description="The outcome.")


class OnlyTheseHold(Expected):
    """Exactly these states hold, as a printed table says."""

    only_these_hold: Texts = Field(description="Named outcomes or states.")
    by: Standards = Field(description="The standards.")
    among: Texts = Field((), description="The states the print shows; absent: all of them.")


class StableFor(Expected):
    """Exactly these states are stable for one party, as a printed table says."""

    stable_for: Id = Field(description="The party.")
    states: Texts = Field(description="Named outcomes or states.")
    by: Standards = Field(description="The standards.")
    among: Texts = Field((), description="The states the print shows; absent: all of them.")


class MovesOf(Expected):
    """A party can move from a state to exactly these."""

    moves_of: Id = Field(description="The party.")
    start: Text = Field(description="The state it moves from.")
    reach: Texts = Field(description="The states it can move to.")
    improving: bool = Field(False, description="Count only the moves it gains by.")


class OrderOf(Expected):
    """A party's order of states is the printed one."""

    order_of: Id = Field(description="The party.")
    is_: tuple[Annotated[Texts, Field(min_length=1)], ...] = Field(
        alias="is", min_length=1, description="States, best first; a list is a tie."
    )


KINDS: dict[str, type[Frozen]] = {
    "holds": Holds,
    "holds_not": HoldsNot,
    "leaves": Leaves,
    "nothing_holds_with": NothingHolds,
    "nothing_attainable_holds_with": NothingAttainableHolds,
    "joint_improvement": JointImprovement,
    "attainable": Attainable,
    "not_attainable": NotAttainable,
    "prefers": Prefers,
    "impossible": IsImpossible,
    "only_these_hold": OnlyTheseHold,
    "stable_for": StableFor,
    "moves_of": MovesOf,
    "order_of": OrderOf,
    "holds_against_coalitions": HoldsAgainstCoalitions,
    "coalition_breaks": CoalitionBreaks,
    "coalition_moves": CoalitionMoves,
    "coalitions_stay": CoalitionsStay,
    "evolves_to": EvolvesTo,
    "inverse_count": InverseCount,
    "simultaneously_stable": SimultaneouslyStable,
    "holds_for_the_whole": HoldsForTheWhole,
    "fails_for_the_whole": FailsForTheWhole,
    "holds_as_seen_by": HoldsAsSeen,
    "surprises": Surprises,
    "strongly_holds": StronglyHolds,
    "weakly_holds": WeaklyHolds,
    "holds_if_unknown": HoldsIfUnknown,
    "fails_if_unknown": FailsIfUnknown,
    "holds_however_settled": HoldsHoweverSettled,
    "passes": Passes,
    "fails": Fails,
    "blocks": Blocks,
    "delivered_by": DeliveredBy,
    "room": RoomOn,
    "gap": GapOn,
    "open": OpenShare,
    "never_fires": NeverFires,
    "flipped": FlippedBy,
    "changes": ChangesBecause,
    "would_move": WouldMove,
    "holds_in_readings": HoldsInReadings,
    "could_break": CouldBreak,
    "rests_on": RestsOn,
}


def kind_of_expectation(value: Any) -> str | None:
    """Name the kind of an expectation by the key that only it has."""
    if isinstance(value, dict):
        return next((KINDS[key].__name__ for key in KINDS if key in value), None)
    return type(value).__name__


Expectation = Annotated[
    Annotated[Holds, Tag("Holds")]
    | Annotated[HoldsNot, Tag("HoldsNot")]
    | Annotated[Leaves, Tag("Leaves")]
    | Annotated[NothingHolds, Tag("NothingHolds")]
    | Annotated[NothingAttainableHolds, Tag("NothingAttainableHolds")]
    | Annotated[JointImprovement, Tag("JointImprovement")]
    | Annotated[Attainable, Tag("Attainable")]
    | Annotated[NotAttainable, Tag("NotAttainable")]
    | Annotated[Prefers, Tag("Prefers")]
    | Annotated[IsImpossible, Tag("IsImpossible")]
    | Annotated[OnlyTheseHold, Tag("OnlyTheseHold")]
    | Annotated[StableFor, Tag("StableFor")]
    | Annotated[MovesOf, Tag("MovesOf")]
    | Annotated[OrderOf, Tag("OrderOf")]
    | Annotated[HoldsAgainstCoalitions, Tag("HoldsAgainstCoalitions")]
    | Annotated[CoalitionBreaks, Tag("CoalitionBreaks")]
    | Annotated[CoalitionMoves, Tag("CoalitionMoves")]
    | Annotated[CoalitionsStay, Tag("CoalitionsStay")]
    | Annotated[EvolvesTo, Tag("EvolvesTo")]
    | Annotated[InverseCount, Tag("InverseCount")]
    | Annotated[SimultaneouslyStable, Tag("SimultaneouslyStable")]
    | Annotated[HoldsForTheWhole, Tag("HoldsForTheWhole")]
    | Annotated[FailsForTheWhole, Tag("FailsForTheWhole")]
    | Annotated[HoldsAsSeen, Tag("HoldsAsSeen")]
    | Annotated[Surprises, Tag("Surprises")]
    | Annotated[StronglyHolds, Tag("StronglyHolds")]
    | Annotated[WeaklyHolds, Tag("WeaklyHolds")]
    | Annotated[HoldsIfUnknown, Tag("HoldsIfUnknown")]
    | Annotated[FailsIfUnknown, Tag("FailsIfUnknown")]
    | Annotated[HoldsHoweverSettled, Tag("HoldsHoweverSettled")]
    | Annotated[Passes, Tag("Passes")]
    | Annotated[Fails, Tag("Fails")]
    | Annotated[Blocks, Tag("Blocks")]
    | Annotated[DeliveredBy, Tag("DeliveredBy")]
    | Annotated[RoomOn, Tag("RoomOn")]
    | Annotated[GapOn, Tag("GapOn")]
    | Annotated[OpenShare, Tag("OpenShare")]
    | Annotated[NeverFires, Tag("NeverFires")]
    | Annotated[FlippedBy, Tag("FlippedBy")]
    | Annotated[ChangesBecause, Tag("ChangesBecause")]
    | Annotated[WouldMove, Tag("WouldMove")]
    | Annotated[HoldsInReadings, Tag("HoldsInReadings")]
    | Annotated[CouldBreak, Tag("CouldBreak")]
    | Annotated[RestsOn, Tag("RestsOn")],
    Discriminator(
        kind_of_expectation,
        custom_error_type="unknown_kind",
        custom_error_message="an expectation names one of: {kinds}",
        custom_error_context={"kinds": ", ".join(KINDS)},
    ),
]
