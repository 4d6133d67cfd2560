"""Run what is expected where each party goes by its own view."""

from __future__ import annotations

from jirga.answer.analysis import Analysis
from jirga.answer.expected.found import found_instead
from jirga.answer.views.viewed import Viewed, viewed
from jirga.schema.expected import views as kinds
from jirga.schema.words import Standard
from jirga.solve.views import Standing, standing


@found_instead.register
def _(expected: kinds.HoldsForTheWhole, analysis: Analysis) -> str:
    row, found = analysis.row(expected.holds_for_the_whole), viewed(analysis)
    if row is None:
        return f"{expected.holds_for_the_whole} is impossible"
    fell = [one for one in expected.by if not found.holding[one][row]]
    if fell or expected.as_ is None:
        return "; ".join(f"by {one}, {breakers(found, row, one)}" for one in fell)
    stands = {one: Standing(int(standing(found.pictures, one)[row])).name.lower() for one in expected.by}
    return ", ".join(f"it is {said} by {one}" for one, said in stands.items() if said != expected.as_)


def breakers(found: Viewed, row: int, standard: Standard) -> str:
    """Say who would leave a state as it sees the conflict, and who does not see it."""
    parties = list(enumerate(found.truth.parties))
    blind = found.unseen_by(row)
    leave = [name for party, name in parties if party not in blind and not found.kept(standard)[party, row]]
    unseen = [name for party, name in parties if party in blind]
    said = (
        leave and f"{', '.join(leave)} would leave it",
        unseen and f"{', '.join(unseen)} would not see it",
    )
    return " and ".join(part for part in said if part)


@found_instead.register
def _(expected: kinds.FailsForTheWhole, analysis: Analysis) -> str:
    row, found = analysis.row(expected.fails_for_the_whole), viewed(analysis)
    if row is None:
        return ""
    return ", ".join(f"it holds by {one}" for one in expected.by if found.holding[one][row])


@found_instead.register
def _(expected: kinds.HoldsAsSeen, analysis: Analysis) -> str:
    found = viewed(analysis)
    seen = found.as_seen[analysis.parties.index(expected.holds_as_seen_by)]
    row = seen.row(expected.outcome)
    if row is None:
        return f"{expected.holds_as_seen_by} does not see it, or it is impossible"
    fell = [one for one in expected.by if not seen.holding[one][row]]
    who = sorted({seen.parties[party] for one in fell for party in seen.leaves(row, one)})
    return f"{', '.join(who)} would leave it by {', '.join(fell)}, as it is seen" if fell else ""


@found_instead.register
def _(expected: kinds.Surprises, analysis: Analysis) -> str:
    row, found = analysis.row(expected.with_), viewed(analysis)
    party = analysis.parties.index(expected.surprises)
    if row is None:
        return f"{expected.with_} is impossible"
    if party not in found.unseen_by(row):
        return f"{expected.surprises} sees it"
    led = any((one.party, one.end) == (party, row) for one in found.surprises)
    return "" if led else "no move that its maker gains by leads there from a state that both see"
