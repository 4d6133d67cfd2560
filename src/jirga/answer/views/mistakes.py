"""Which outcomes hold, or do not, because somebody misreads the conflict, by which belief."""

from __future__ import annotations

import numpy as np

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.firmness import STANDARD, Firmness
from jirga.answer.views.beliefs import belief
from jirga.answer.views.viewed import Viewed
from jirga.schema.answer import Mark, Section, Sentence
from jirga.schema.words import Standard

SHORTER = {
    Firmness.EMPTY_THREAT: "by an empty threat",
    Firmness.DOUBTFUL_THREAT: "by a doubtful threat",
    Firmness.THREAT: "by a threat",
    Firmness.YES: "without any threat",
}
Parts = list[str | Mark | Sentence]


def what_misreading_changes(found: Viewed) -> Section:
    """Every outcome that holds otherwise for the whole than if all saw the conflict as it is, and why."""
    rows = {name: row for name in found.truth.outcomes if (row := found.truth.row(name)) is not None}
    changed = [name for name, row in rows.items() if found.levels[row] != found.true_levels[row]]
    said = [sentence for name in changed for sentence in difference(found, name, rows[name])]
    if not changed:
        said.append(
            phrases.sentence("Every named outcome holds, or not, as if all saw the conflict as it is.")
        )
    return Section("What misreading changes", (*said, *unnamed(found, set(rows.values()))))


def unnamed(found: Viewed, named: set[int]) -> tuple[Sentence, ...]:
    """Count the states without a name that hold for the whole only, or as it is only."""
    whole, true = found.levels > 0, found.true_levels > 0
    only = [
        [row for row in np.flatnonzero(where).tolist() if row not in named]
        for where in (whole & ~true, true & ~whole)
    ]
    words = ("only because somebody misreads the conflict", "only if all saw the conflict as it is")
    return tuple(
        phrases.sentence(
            f"of the states without a name, {len(rows)} would hold {why}, as \u201c",
            f"{phrases.state(found.truth, rows[0])}\u201d.",
        )
        for rows, why in zip(only, words, strict=True)
        if rows
    )


def difference(found: Viewed, name: str, row: int) -> list[Sentence]:
    """Say how an outcome's verdict differs, who is mistaken, and by which belief."""
    whole, true = Firmness(int(found.levels[row])), Firmness(int(found.true_levels[row]))
    standard = STANDARD[Firmness(min(whole, true) + 1)]
    who = found.mistaken(row, standard)
    if whole > true:
        misreads = f"{phrases.parties(found.truth, who)} {'misread' if len(who) > 1 else 'misreads'}"
        how = "" if true == Firmness.NO else f" {SHORTER[whole]} instead of {SHORTER[true]}"
        head = f"\u201c{name}\u201d holds{how} only because {misreads} the conflict."
    else:
        how = "" if whole == Firmness.NO else f" {SHORTER[true]} instead of {SHORTER[whole]}"
        head = f"\u201c{name}\u201d would hold{how} if all saw the conflict as it is."
    say = staying if whole > true else leaving
    return [phrases.sentence(head), *(say(found, party, name, standard) for party in who)]


def staying(found: Viewed, party: int, name: str, standard: Standard) -> Sentence:
    """Why a party stays as it sees the conflict, though it would leave if it saw it as it is."""
    row = row_of(found, name)
    end = found.truth.witness(party, row, standard).leaves_for
    return phrases.sentence(
        f"{phrases.party(found.truth, party)} would leave \u201c{name}\u201d ",
        *to_where(found.truth, party, row, standard),
        f", but {restraint(found, party, (row, end), standard)}; ",
        *because(found, party, row, standard),
        ".",
    )


def restraint(found: Viewed, party: int, move: tuple[int, int | None], standard: Standard) -> str:
    """Say what keeps a party, as it sees the conflict, from a move that nothing real would keep it from."""
    row, end = move
    seen, picture = found.as_seen[party], found.pictures[party]
    if end is None or not picture.seen[end]:
        return "does not see that it could"
    own = seen.witness(party, own_row(found, party, row), standard)
    feared = [one for one in own.deterred if one.end == own_row(found, party, end)]
    if not feared:
        return "does not think that it could"
    return f"fears that {phrases.would_then(seen, feared[0].sanction)}"


def leaving(found: Viewed, party: int, name: str, standard: Standard) -> Sentence:
    """Why a party does not stay as it sees the conflict, though it would if it saw it as it is."""
    row = row_of(found, name)
    who, why = phrases.party(found.truth, party), because(found, party, row, standard)
    if not found.pictures[party].seen[row]:
        return phrases.sentence(f"{who} does not see \u201c{name}\u201d: ", *why, ".")
    to = to_where(found.as_seen[party], party, own_row(found, party, row), standard)
    return phrases.sentence(f"{who} would leave \u201c{name}\u201d ", *to, "; ", *why, ".")


def to_where(analysis: Analysis, party: int, row: int, standard: Standard) -> Parts:
    """Say what a party would do on leaving a state, and by which want it gains; nothing if it stays."""
    end = analysis.witness(party, row, standard).leaves_for
    if end is None:
        return []
    return [f"to {phrases.change(analysis, row, end)} (", phrases.reason(analysis, party, row, end), ")"]


def because(found: Viewed, party: int, row: int, standard: Standard) -> Parts:
    """Give the beliefs that a party's verdict on a state hangs on: each of them is needed for it."""
    lines = found.deciding(party, row, standard)
    parts: Parts = ["it " if lines else "no belief of it decides this alone: it "]
    shown = lines or found.lines_of(party)
    for place, line in enumerate(shown):
        joined = " and " if place == len(shown) - 1 else ", "
        parts += [joined if place else "", belief(found.truth, party, line)]
    return parts


def row_of(found: Viewed, name: str) -> int:
    """Give the row of a named outcome that is possible."""
    row = found.truth.row(name)
    assert row is not None  # noqa: S101
    return row


def own_row(found: Viewed, party: int, row: int) -> int:
    """Give a state's row in a party's own picture."""
    return int(found.pictures[party].rows[row])
