"""What to watch, and what is merely assumed."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.assumptions import assumed_wants
from jirga.answer.consent.rule_words import issue_name, who
from jirga.answer.stress import words
from jirga.answer.stress.tried_edits import Hanging
from jirga.answer.stress.watch import Watched, ordered, watched
from jirga.brief.content.changing import BY, flipped, owner
from jirga.brief.content.drafts import Draft, keyed
from jirga.conflict.signs import Sign
from jirga.errors import NotStated
from jirga.schema.answer import Sentence
from jirga.schema.conflict import Conflict

MOST = 3


def watching(analysis: Analysis, hanging: Hanging | None) -> Draft:
    """Name the signs that would move the answer; where the file names none, the wants to ask about."""
    try:
        found = watched(analysis)
    except NotStated:
        told = list(keyed("watch.want", to_ask(hanging))) if hanging is not None else []
    else:
        moving = ordered(found, [one for one in found.signs if found.moves.get(one.id)])
        told = list(keyed("watch.sign", signs(analysis, found, moving)))
    return Draft("watch", "What to watch", tuple(told))


def signs(analysis: Analysis, found: Watched, moving: list[Sign]) -> Iterator[Sentence]:
    """Say of the most telling signs what to watch and what it would move; signs of one change together."""
    groups: dict[str, list[Sign]] = {}
    for one in moving:
        groups.setdefault(str(found.moves[one.id]), []).append(one)
    for several in list(groups.values())[:MOST]:
        first = several[0]
        moved = words.changes_in_words(found.moves[first.id], start=analysis.status_quo is not None)
        shown = phrases.listing(map(seen, several), "or")
        yield phrases.sentence(
            f"{shown}: then {moved[0]}{and_more(moved)}", phrases.known_by(first.thing, first.name), "."
        )


def seen(one: Sign) -> str:
    """Say what to watch, from when on it counts, and where."""
    sign = one.indicator
    details = "; ".join(part for part in (sign.threshold, sign.source) if part)
    return f"{sign.watch}{f' ({details})' if details else ''}"


def and_more(moved: list[str]) -> str:
    """Say how much else would change."""
    return f", and {phrases.numbered(len(moved) - 1, 'change')} more" if len(moved) > 1 else ""


def to_ask(found: Hanging | None) -> Iterator[Sentence]:
    """Name the wants that, dropped, would give what was asked another answer."""
    if found is None:
        return
    dropped = [one for one in found.solved if one.change.kind == "drop" and found.flipped(one, BY)]
    first = sorted(dropped, key=lambda one: -len(found.flipped(one, BY)))
    for one in first[:MOST]:
        want = found.analysis.conflict.wants[one.change.want]
        whose = owner(found.analysis, want.id)
        yield phrases.sentence(
            f"any sign that {whose} no longer holds to this: \u201c{want.why or want.want}\u201d",
            phrases.known_by(want, want.id),
            f". Then {phrases.listing(flipped(found, [one]))} would turn.",
        )


def assumptions(analysis: Analysis) -> Draft:
    """List what nobody is on record for."""
    told = [*assumed_wants(analysis, short=True).sentences, *assumed_positions(analysis.conflict)]
    return Draft("assumed", "Merely assumed", tuple(keyed("assumed", told)))


def assumed_positions(conflict: Conflict) -> Iterator[Sentence]:
    """Name the positions that are merely assumed."""
    some = [
        f"{who(conflict, one.party)} on {issue_name(one.issue)}"
        for one in conflict.positions
        if one.assumed and one.party in conflict.parties
    ]
    if some:
        yield phrases.sentence(f"positions: {phrases.listing(some)}.")
